//! Turns a text file into lines.
//! Knows nothing of what a line is.

use super::{Read, decode};
use crate::import::manuscript::{Block, BlockKind};

/// Reads a text file: a block for each line that is not blank.
pub(super) fn read(bytes: &[u8]) -> Read {
    let (text, encoding) = decode::decode(bytes, None);
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(ends_line) {
        let bare = line.trim_end_matches(ends_line);
        if !bare.trim().is_empty() {
            blocks.push(Block { span: start..start + bare.len(), kind: BlockKind::Line });
        }
        start += line.len();
    }
    Read { encoding, text, blocks }
}

/// A form feed and the separators of Unicode end a line too.
fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
