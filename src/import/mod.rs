//! Turns an official file as its publisher made it into a plan folder: what comes from outside?
//! Knows nothing of how a plan is shown or published.
//!
//! The walk, each step a pure function of the one before it:
//!
//! 1. a reader turns the bytes of a file into a [`manuscript::Manuscript`]: the decoded text, cut as the format cuts it;
//! 2. layout repair turns it into a [`flow::Flow`]: whole paragraphs and tables in reading order;
//! 3. structure turns the flow into a [`draft::Draft`]: metadata, clauses, and what could not be placed;
//! 4. the account is drawn from the draft's strands ([`account`]), and [`propose`] reads records from its clauses;
//! 5. [`taken`] makes of it the files of a new plan, or attaches it to one that is there ([`attach`]);
//! 6. what was proposed waits in the plan until an editor settles it ([`review`]).
//!
//! Every character is accounted for: a [`strand::Strand`] carries, for each piece of its text, where in the decoded text
//! it came from.

pub mod account;
pub mod attach;
mod bodies;
pub mod draft;
#[cfg(test)]
mod fixture;
pub mod flow;
pub mod folder;
pub mod manuscript;
pub mod official;
pub mod propose;
pub mod read;
pub mod repair;
pub mod report;
pub mod review;
pub mod strand;
pub mod structure;
pub mod stub;
pub mod taken;

use account::Account;
use draft::Draft;
use flow::Flow;
use manuscript::Manuscript;
use read::{Limits, Refusal};

/// A file, understood as far as it can be without the portal.
#[derive(Clone, Debug)]
pub struct Import {
    /// What was read.
    pub manuscript: Manuscript,
    /// With its layout put right.
    pub flow: Flow,
    /// With its structure.
    pub draft: Draft,
    /// Where every character went.
    pub account: Account,
}

/// Reads a file and understands it.
///
/// # Errors
/// When the file cannot be read: see [`Refusal`].
pub fn import(name: &str, bytes: &[u8], limits: Limits) -> Result<Import, Refusal> {
    let manuscript = read::read(name, bytes, limits)?;
    let flow = repair::repair(&manuscript);
    let draft = structure::draft(&flow);
    let account = account::account(&manuscript, &flow, &draft);
    Ok(Import { manuscript, flow, draft, account })
}
