//! Turns what is wrong in a text into data.
//! Knows nothing of wording, severity or files.

use super::tree::Span;

/// Something that the parser kept out of the tree, or put there for want of better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where.
    pub span: Span,
}

/// The ways in which a text can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// HTML in the text. It is shown as it was typed. Comments are left out without a fault.
    RawHtml,
    /// A link or image whose scheme (given here in lower case) is not known to be safe.
    /// Only its words are kept.
    DangerousLink(String),
    /// Parts within parts beyond [`DEPTH`](super::DEPTH). Their words are kept.
    TooDeep,
    /// An image that says nothing to those who cannot see it.
    ImageWithoutAlt,
    /// A note that nothing refers to, or whose label another note has. It is kept, but no
    /// page shows it.
    UnusedFootnote,
    /// U+E000, which the parser needs for itself. It is left out.
    PrivateUse,
    /// A text that broke the Markdown parser. It is kept as one paragraph, as typed.
    Unreadable,
}
