//! Turns what results show into blocks of a few documents.
//! Knows nothing of terms.

use super::document::Shown;
use super::file::{Files, hash, hex};
use super::wire;
use crate::lang::Lang;
use serde_json::{Value, json};

/// So many documents lie in one block: ten results are mostly of ten blocks, so whatever lies beside them is paid for
/// ten times.
pub(super) const BLOCK: usize = 2;

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

/// The name of an order of documents, given by their addresses: with another order, or blocks of another size, block 7
/// is of other documents.
pub(super) fn order(addresses: &str) -> String {
    hex(&hash(format!("{BLOCK}\n{addresses}").as_bytes()))
}

/// Adds the blocks of a language, named by their numbers; gives the folder that they lie in.
///
/// They are not named by their hashes: a directory of those would cost nearly a third of what it leads to. The folder is
/// named by the order of the documents instead, so a reader who knows another order finds no block, not a wrong one.
pub(super) fn write(lang: Lang, order: &str, blocks: Vec<Vec<u8>>, files: &mut Files) -> String {
    let folder = format!("x/{}/{order}", lang.code());
    for (number, bytes) in blocks.into_iter().enumerate() {
        files.add(format!("{folder}/{number}"), bytes);
    }
    folder
}
