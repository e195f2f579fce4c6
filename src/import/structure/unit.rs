//! Turns a flow into the units that a document is read in: paragraphs, tables, notes, gaps, each still whole.
//! Knows nothing of what a unit says.

use crate::import::flow::{Flow, Part, Table};
use crate::import::strand::Strand;

/// A unit of a text.
#[derive(Clone, Debug)]
pub(super) enum Unit {
    /// A paragraph.
    Text {
        strand: Strand,
        /// 1–9 where the format marked it as a heading.
        heading: Option<u8>,
        /// Whether numbers in it number something else than headings.
        listed: bool,
    },
    Table(Table),
    Note(Strand),
    Gap(String),
}

impl Unit {
    /// The words of a paragraph, trimmed; nothing for the rest.
    pub(super) fn words(&self) -> Option<&str> {
        match self {
            Unit::Text { strand, .. } => Some(strand.text().trim()),
            _ => None,
        }
    }

    /// What the unit stands on.
    pub(super) fn into_strands(self) -> Vec<Strand> {
        match self {
            Unit::Text { strand, .. } | Unit::Note(strand) => vec![strand],
            Unit::Table(table) => table.rows.into_iter().flatten().flatten().collect(),
            Unit::Gap(_) => Vec::new(),
        }
    }
}

/// The units of a flow. Empty paragraphs are none.
pub(super) fn units(flow: &Flow) -> Vec<Unit> {
    let units = flow.parts.iter().map(|part| match part {
        Part::Paragraph { text, heading } => {
            Unit::Text { strand: text.clone(), heading: *heading, listed: false }
        }
        Part::Table(table) => Unit::Table(table.clone()),
        Part::Note(note) => Unit::Note(note.clone()),
        Part::Gap { why } => Unit::Gap(why.clone()),
    });
    units.collect()
}

/// Cuts a strand at some bytes of its text. Empty pieces are left out, but for what they stand on: a piece of blanks goes
/// to the one before it.
pub(super) fn cut(strand: &Strand, at: &[usize]) -> Vec<Strand> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for end in at.iter().copied().chain([strand.text().len()]) {
        if end > start {
            pieces.push(strand.slice(start..end));
            start = end;
        }
    }
    pieces
}
