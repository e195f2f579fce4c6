//! Turns Markdown into a document and the list of its faults.
//! Knows nothing of what the document is for.

use std::panic::catch_unwind;

use pulldown_cmark::{Event, Options, Parser};

use super::build::Builder;
use super::cjk::{self, SENTINEL};
use super::fault::{Fault, FaultKind};
use super::tree::{Block, Document, Inline, Span};
use crate::lang::Lang;

/// How many parts may stand within one another. Beyond it only the words are kept, so that
/// whoever reads the tree may do so by recursion.
pub const DEPTH: usize = 64;

/// Reads a text of one language.
///
/// CommonMark with tables, footnotes, `~~struck~~` words and heading attributes. Whatever the
/// text, there is a document; what could not be kept in it as it was meant is in the faults,
/// sorted by place.
pub fn parse(text: &str, lang: Lang) -> (Document, Vec<Fault>) {
    guarded(text, |text| read(text, lang))
}

/// Lets no panic of the Markdown parser out: an editor's text must never end a build.
fn guarded(
    text: &str,
    read: impl Fn(&str) -> (Document, Vec<Fault>) + std::panic::RefUnwindSafe,
) -> (Document, Vec<Fault>) {
    catch_unwind(|| read(text)).unwrap_or_else(|_| {
        let span = 0..offset(text.len());
        let words = text.replace(SENTINEL, "").replace('\0', "\u{FFFD}");
        let inlines = vec![Inline::Text { text: words, span: span.clone() }];
        let blocks = vec![Block::Paragraph { inlines, span: span.clone() }];
        (Document { blocks, footnotes: Vec::new() }, vec![Fault { kind: FaultKind::Unreadable, span }])
    })
}

fn read(text: &str, lang: Lang) -> (Document, Vec<Fault>) {
    let marked = cjk::mark(text, lang);
    let source = if marked.at.is_empty() { text } else { &marked.text };
    // Smart punctuation stays off: it turns the second half of a Chinese pair around.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut builder = Builder::new(source, &marked.at, lang);
    let mut events = Parser::new_ext(source, options).into_offset_iter();
    let mut ahead = None;
    while let Some((event, range)) = ahead.take().or_else(|| events.next()) {
        if matches!(event, Event::SoftBreak) {
            // Whether it is a space depends on what follows.
            ahead = events.next();
            builder.soft_break(range, ahead.as_ref());
        } else {
            builder.event(event, range);
        }
    }
    let (document, mut faults) = builder.finish();
    faults.extend(private_use(text));
    faults.sort_by_key(|fault| fault.span.start);
    (document, faults)
}

/// The places where the text holds the letter that the parser needs for itself.
fn private_use(text: &str) -> impl Iterator<Item = Fault> {
    // The first byte of U+E000 occurs in no Chinese text, and a search for one byte is quick.
    let found = text.as_bytes().contains(&0xEE).then(|| text.match_indices(SENTINEL));
    found.into_iter().flatten().map(|(at, sentinel)| Fault {
        kind: FaultKind::PrivateUse,
        span: Span { start: offset(at), end: offset(at + sentinel.len()) },
    })
}

/// A place in a text. Texts of 4 GiB and more do not get here; if one did, its places would
/// be wrong, not its words.
pub(super) fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_the_parser_keeps_the_text() {
        let (document, faults) = guarded("甲\u{E000}\0乙", |_| panic!("the parser's own"));
        assert_eq!(super::super::plain::of_blocks(&document.blocks), "甲\u{FFFD}乙");
        assert_eq!(faults, [Fault { kind: FaultKind::Unreadable, span: 0..10 }]);
    }
}
