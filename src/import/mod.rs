//! Turns an official file as its publisher made it into a plan folder: what comes from outside?
//! Knows nothing of how a plan is shown or published.
//!
//! The walk, each step a pure function of the one before it:
//!
//! 1. a reader turns the bytes of a file into a [`manuscript::Manuscript`]: the decoded text, cut as the format cuts it;
//! 2. layout repair turns it into a [`flow::Flow`]: whole paragraphs and tables in reading order;
//! 3. structure turns the flow into a [`draft::Draft`]: metadata, clauses, and what could not be placed;
//! 4. proposals are read from the draft's clauses, and the account is drawn from its strands.
//!
//! Every character is accounted for: a [`strand::Strand`] carries, for each piece of its text, where in the decoded text
//! it came from.

pub mod account;
pub mod draft;
pub mod flow;
pub mod folder;
pub mod manuscript;
pub mod official;
pub mod read;
pub mod repair;
pub mod report;
pub mod strand;
pub mod stub;
