//! Turns what results show into blocks of a few documents, and block names into a directory.
//! Knows nothing of terms.

use super::document::Shown;
use super::file::{Files, hash, hex};
use super::wire;
use crate::lang::Lang;
use serde_json::{Value, json};

/// So many documents lie in one block.
pub(super) const BLOCK: usize = 8;
/// So many blocks are named in one segment of the directory.
pub(super) const SEGMENT: usize = 32;
/// So many bytes of a hash name a file that has a number besides.
const SHORT: usize = 3;

/// The bytes of a block as it lies on the disk.
pub(super) fn block(shown: &[&Shown]) -> Vec<u8> {
    let entry = |shown: &&Shown| {
        let Shown { url, title, path, text, lang } = shown;
        let mut entry = vec![json!(url), json!(title), json!(path), json!(text)];
        entry.extend(lang.map(|lang| json!(lang.code())));
        Value::Array(entry)
    };
    wire::deflate(Value::Array(shown.iter().map(entry).collect()).to_string().as_bytes())
}

/// Adds the blocks of a language in order, and the directory that leads to them; gives the name of its top.
pub(super) fn write(lang: Lang, blocks: Vec<Vec<u8>>, files: &mut Files) -> String {
    let folder = format!("x/{}", lang.code());
    let mut top = Vec::new();
    let mut segment = Vec::new();
    let last = blocks.len().saturating_sub(1);
    for (number, bytes) in blocks.into_iter().enumerate() {
        let short = &hash(&bytes)[..SHORT];
        segment.extend_from_slice(short);
        files.add(format!("{folder}/{number}-{}", hex(short)), bytes);
        if number % SEGMENT == SEGMENT - 1 || number == last {
            let bytes = wire::deflate(&segment);
            let short = &hash(&bytes)[..SHORT];
            segment.clear();
            top.extend_from_slice(short);
            files.add(format!("{folder}/s{}-{}", number / SEGMENT, hex(short)), bytes);
        }
    }
    files.add_by_content(&folder, wire::deflate(&top))
}
