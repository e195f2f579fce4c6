//! Turns repaired text into one shape: whole paragraphs and tables in reading order.
//! Knows nothing of headings, clauses or what the text says.

use super::strand::Strand;
use std::ops::Range;

/// A text in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// The parts in reading order.
    pub parts: Vec<Part>,
    /// Bytes of the decoded text that are not in any part, and why. White space between pieces need not be listed.
    pub left: Vec<(Range<usize>, Left)>,
}

/// A part of a flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A paragraph.
    Paragraph {
        /// Its text, without line breaks inside.
        text: Strand,
        /// 1–9 where the format marked it as a heading.
        heading: Option<u8>,
    },
    /// A table.
    Table(Table),
    /// A footnote or endnote, where it is set.
    Note(Strand),
    /// Text is lost here: the order of the copies proves it, or a sentence that begins nowhere.
    Gap {
        /// How it is known.
        why: String,
    },
}

/// A table as a grid: every row has the same number of places, and a merged cell stands in its first place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Rows of places; `None` where a merged cell reaches in from the left or from above.
    pub rows: Vec<Vec<Option<Strand>>>,
}

/// Why text of the file is not in the flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// White space, running heads, page numbers, tables of contents, residue, chrome of a page.
    Layout,
    /// The same words as in another copy of the same text.
    Duplicate,
    /// Kept, marked and listed, since nobody can say where it belongs.
    Unplaced(&'static str),
}
