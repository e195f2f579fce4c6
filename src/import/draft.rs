//! Turns a flow that was understood into one shape: metadata and clauses.
//! Knows nothing of registers, records or files.

use super::flow::{Left, Table};
use super::strand::Strand;
use std::ops::Range;

/// A plan as far as its text could be understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What the head, the signature and the notice say of the document.
    pub metadata: Metadata,
    /// The clauses in reading order.
    pub clauses: Vec<Clause>,
    /// Bytes of the decoded text that are in neither, and why.
    pub left: Vec<(Range<usize>, Left)>,
}

/// What a document says of itself. What it does not say is empty; nothing is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Title of the plan itself, where a notice carries it.
    pub title: Option<String>,
    /// 发文字号
    pub number: Option<String>,
    /// Names as written.
    pub issuers: Vec<String>,
    /// Names as written.
    pub addressees: Vec<String>,
    /// The date of the signature, as `2021-12-31`.
    pub issued: Option<String>,
    /// The date of publication, where the file gives another one.
    pub published: Option<String>,
    /// First and last year.
    pub period: Option<(i32, i32)>,
    /// Where all of this stood: title, number, addressees, signature, dates, openness.
    pub strands: Vec<Strand>,
}

/// A clause as it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clause {
    /// By the printed numbers (design, section 2): `c3-1-1`, `c0`, `n`, `a1-2`.
    pub id: String,
    /// Depth of the heading, from 1.
    pub level: u8,
    /// As printed: `（一）`, `1.`, `第三条`; empty where there is none.
    pub number: Strand,
    /// Without its number and closing full stop.
    pub heading: Strand,
    /// Whether we put the heading there.
    pub inferred: bool,
    /// Why text of it is known to be lost, where it is.
    pub gap: Option<String>,
    /// The text under the heading, in order.
    pub body: Vec<Body>,
}

/// A piece of a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A paragraph.
    Paragraph(Strand),
    /// A table.
    Table(Table),
    /// A footnote, or a note below a table.
    Note(Strand),
}
