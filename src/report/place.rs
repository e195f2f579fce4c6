//! Turns a byte range of a file into line and column.
//! Knows nothing of what is wrong there.

use crate::route::SourcePath;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// A range of bytes in an input file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The file, relative to the portal's root.
    pub path: SourcePath,
    /// The bytes in question, counted in the file's text as [`crate::source::Sources::text`] gives it.
    pub span: Range<usize>,
}

impl Place {
    /// A range of a file.
    pub fn new(path: &SourcePath, span: Range<usize>) -> Self {
        Place { path: path.clone(), span }
    }

    /// A file as a whole.
    pub fn file(path: &SourcePath) -> Self {
        Place::new(path, 0..0)
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let span = |place: &Place| (place.span.start, place.span.end);
        self.path.cmp(&other.path).then_with(|| span(self).cmp(&span(other)))
    }
}

/// Where a byte stands for a human reader; all counts start at 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The line.
    pub line: usize,
    /// The character in the line, as editors count.
    pub column: usize,
    /// The terminal cell in the line: a Chinese character takes two.
    pub cell: usize,
}

/// Line and column of a byte offset; an offset beyond the text is its end.
pub fn column_of(text: &str, offset: usize) -> Column {
    let offset = floor_boundary(text, offset);
    let before = &text[..offset];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let head = &before[start..];
    Column { line, column: head.chars().count() + 1, cell: head.width() + 1 }
}

/// The nearest character boundary at or below `offset`.
pub(super) fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
