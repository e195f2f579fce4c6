//! Turns a web page into text: its article, tables and all, without the site around it.
//! Knows nothing of sites: what is article and what is chrome is told by general signs alone.
//!
//! 1. [`guard`] refuses what would take a parser too long; html5ever reads the rest, however broken it is.
//! 2. [`tree`] flattens the result: no step recurses, whatever the page's depth.
//! 3. [`article`] finds the article; [`write`] writes the text down, chrome as unseen.

mod article;
mod guard;
mod tree;
mod write;

use super::{Limits, Read, Refusal, decode};
use encoding_rs::Encoding;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::RcDom;

/// Reads a page.
pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Read, Refusal> {
    let (source, encoding) = decode::decode(bytes, declared(bytes));
    guard::check(&source, limits)?;
    let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(source);
    let tree = tree::Tree::of(&dom);
    let roles = article::roles(&tree);
    let (text, blocks) = write::write(&tree, &roles);
    Ok(Read { encoding, text, blocks })
}

/// Whether bytes begin like a page.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    ["<!doctype html", "<html", "<head", "<body"].into_iter().any(|sign| start.starts_with(sign))
        || start.starts_with("<?xml") && start.contains("<html")
        || start.starts_with("<!--") && start.contains("<html")
}

/// The encoding that the page names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_lowercase();
    let named = head.split("charset=").nth(1)?;
    let name = named.trim_start_matches(['"', '\'', ' ']);
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(name.len());
    Encoding::for_label(&name.as_bytes()[..end])
}
