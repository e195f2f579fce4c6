//! Turns a flow into a draft: what the document says of itself, and its clauses with the ids of their printed numbers.
//! Knows nothing of files, registers and records.
//!
//! 1. `glue` cuts paragraphs in which head and text run together;
//! 2. `head` and `document` take the head and the signatures off and part covering notice, plan and annexes;
//! 3. `mark` finds the printed numbers, `sight` drops those that cannot be headings, and `series` chooses among the
//!    readings of the rest the one whose numbers fit best;
//! 4. `title` parts each title from its text, `clause` builds the clauses, and `lead` those without a number.
//!
//! Every byte of the flow ends in the metadata's strands or in a clause.

mod clause;
mod document;
mod glue;
mod head;
mod ids;
mod landmark;
mod lead;
mod mark;
mod notes;
mod series;
mod sight;
#[cfg(test)]
mod tests;
mod title;
mod unit;

use super::draft::Draft;
use super::flow::Flow;

/// Reads the structure of a text.
pub fn draft(flow: &Flow) -> Draft {
    let units = glue::loosen(unit::units(flow));
    let (metadata, texts) = document::texts(units);
    let clauses = texts.into_iter().flat_map(clause::clauses).collect();
    Draft { metadata, clauses, left: flow.left.clone() }
}
