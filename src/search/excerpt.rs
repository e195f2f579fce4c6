//! Turns what results show into blocks of a few documents, and block names into a directory.
//! Knows nothing of terms.

use super::document::Shown;
use super::file::{IndexFile, hash};
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

/// Names the blocks of a language in order, and adds the directory that leads to them; gives the name of its top.
pub(super) fn files(lang: Lang, blocks: Vec<Vec<u8>>, files: &mut Vec<IndexFile>) -> String {
    let folder = format!("x/{}", lang.code());
    let mut top = Vec::new();
    let mut segment = Vec::new();
    let last = blocks.len().saturating_sub(1);
    for (number, bytes) in blocks.into_iter().enumerate() {
        segment.extend_from_slice(&hash(&bytes)[..SHORT]);
        files.push(IndexFile::new(format!("{folder}/{number}-{}", short(&bytes)), bytes));
        if number % SEGMENT == SEGMENT - 1 || number == last {
            let bytes = wire::deflate(&segment);
            segment.clear();
            top.extend_from_slice(&hash(&bytes)[..SHORT]);
            files.push(IndexFile::new(format!("{folder}/s{}-{}", number / SEGMENT, short(&bytes)), bytes));
        }
    }
    let top = IndexFile::by_content(&folder, wire::deflate(&top));
    let name = top.name.clone();
    files.push(top);
    name
}

fn short(bytes: &[u8]) -> String {
    super::file::hex(&hash(bytes)[..SHORT])
}
