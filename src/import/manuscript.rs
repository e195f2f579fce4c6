//! Turns what a reader found in a file into one shape: decoded text, cut as the format cuts it.
//! Knows nothing of what the text says.

use std::ops::Range;

/// Why a reader does not see a piece: it is part of the site around the document.
pub const CHROME: &str = "chrome";
/// Why a reader does not see a piece: the file hides it.
pub const HIDDEN: &str = "hidden text";
/// Why a reader does not see a piece: it was deleted with the deletion tracked.
pub const DELETED: &str = "tracked deletion";
/// Why a reader does not see a piece: somebody's remark on the text.
pub const COMMENT: &str = "comment";

/// A file as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manuscript {
    /// The name of the file, without its folder.
    pub file: String,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// The encoding by its usual name: `UTF-8`, `UTF-16LE`, `GB18030`.
    pub encoding: String,
    /// The decoded text. Of a text file all of it; of a page or a word processor's file the text that it holds, automatic
    /// numbers and what a reader does not see (navigation, deletions, comments) included.
    pub text: String,
    /// The text in the order of the file. Spans rise and do not overlap; what lies between them is white space.
    pub blocks: Vec<Block>,
}

/// A piece of the file as its format cuts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// What the format says it is.
    pub kind: BlockKind,
}

/// What a format says of a piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A line of a text file: it may end in the middle of a sentence.
    Line,
    /// A paragraph of a page or a word processor's file.
    Paragraph {
        /// 1–9 where the format marks it as a heading.
        heading: Option<u8>,
    },
    /// One row of a table; its cells' spans lie inside the row's.
    Row {
        /// Where one table ends and the next begins: rows of one table have the same number.
        table: usize,
        /// The cells from left to right.
        cells: Vec<Cell>,
    },
    /// A footnote or endnote.
    Note,
    /// Never published: navigation and other chrome of a page, a tracked deletion, a comment, hidden text.
    Unseen {
        /// Why, as a word of the account.
        why: &'static str,
    },
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Bytes of the text; empty where the cell is.
    pub span: Range<usize>,
    /// How many columns it covers, from 1.
    pub columns: usize,
    /// How many rows it covers, from 1. The rows below have no cell in its place.
    pub rows: usize,
}
