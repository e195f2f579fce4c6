//! Turns small texts into trees and HTML, and compares them with what is expected.
//! Knows nothing beyond `markup`.

mod chinese;
mod deep;
mod faults;
mod helpers;
mod tree;
mod writing;

use super::html::{self, AsWritten};
use super::{Document, FaultKind, parse};
use crate::lang::Lang;

/// The HTML of a Chinese text.
fn zh(text: &str) -> String {
    to_html(&parse(text, Lang::Zh).0)
}

/// The HTML of an English text.
fn en(text: &str) -> String {
    to_html(&parse(text, Lang::En).0)
}

fn to_html(document: &Document) -> String {
    let mut out = String::new();
    html::write(&document.blocks, &mut out, &mut AsWritten);
    html::write_notes(document, &document.blocks, &mut out, &mut AsWritten);
    out
}

/// The kinds of fault of a text, with the words at which they point.
fn faults(text: &str) -> Vec<(FaultKind, &str)> {
    let (_, faults) = parse(text, Lang::Zh);
    let words = |span: super::Span| &text[span.start as usize..span.end as usize];
    faults.into_iter().map(|fault| (fault.kind, words(fault.span))).collect()
}
