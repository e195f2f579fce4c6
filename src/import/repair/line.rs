//! Turns blocks of a manuscript into lines with what their layout says: width, indent, what stood before them.
//! Knows nothing of what is done with them.

use super::script::{is_residue, width};
use crate::import::manuscript::{BlockKind, Manuscript};
use std::ops::Range;

/// A line or paragraph of the file.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// Its bytes, white space around it left out.
    pub(super) span: Range<usize>,
    /// Its words, white space around them left out.
    pub(super) text: &'a str,
    /// Where its block begins, white space and all.
    pub(super) start: usize,
    /// Columns that the words take.
    pub(super) width: usize,
    /// Columns of white space before them.
    pub(super) indent: usize,
    /// White space stands behind the words.
    pub(super) tail: bool,
    /// Blank lines before it.
    pub(super) blank: usize,
    /// A new page began before it.
    pub(super) page: bool,
    /// The format says that a paragraph ends here; a heading has its depth.
    pub(super) paragraph: Option<Option<u8>>,
}

impl<'a> Line<'a> {
    /// The line of a stretch of the text.
    fn new(text: &'a str, span: &Range<usize>, before: usize, paragraph: Option<Option<u8>>) -> Self {
        let whole = text.get(span.clone()).unwrap_or_default();
        let unseen = |c: char| c.is_whitespace() || is_residue(c);
        let start = whole.len() - whole.trim_start_matches(unseen).len();
        let words = whole.trim_matches(unseen);
        let between = text.get(before..span.start).unwrap_or_default();
        let breaks = between.matches('\n').count().max(between.matches('\r').count());
        Self {
            span: span.start + start..span.start + start + words.len(),
            text: words,
            start: span.start,
            width: width(words),
            indent: width(whole.get(..start).unwrap_or_default()),
            tail: whole.len() > start + words.len(),
            blank: breaks.saturating_sub(1),
            page: between.contains('\u{c}'),
            paragraph,
        }
    }
}

impl Line<'_> {
    /// Columns from the margin to the end of the words.
    pub(super) fn reach(&self) -> usize {
        self.indent + self.width
    }
}

/// The lines and paragraphs of a manuscript in order, each with the number of its block.
pub(super) fn lines(manuscript: &Manuscript) -> Vec<(usize, Line<'_>)> {
    let mut lines = Vec::new();
    let mut before = 0;
    for (number, block) in manuscript.blocks.iter().enumerate() {
        let paragraph = match block.kind {
            BlockKind::Line => None,
            BlockKind::Paragraph { heading } => Some(heading),
            _ => continue,
        };
        let line = Line::new(&manuscript.text, &block.span, before, paragraph);
        before = block.span.end;
        if !line.text.is_empty() {
            lines.push((number, line));
        }
    }
    lines
}
