//! Turns references to notes, and the notes, into links that lead to each other.
//! Knows nothing of where on a page the notes stand.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Hooks, Writer};
use crate::markup::tree::{Block, Document, Footnote, Inline};
use crate::markup::walk::{Node, walk};

/// Writes the notes that some blocks of a document refer to, and those that these notes refer
/// to, as an ordered list; nothing if there are none. Each leads back to its references in
/// what was written, and to no others.
pub fn write_notes(document: &Document, blocks: &[Block], out: &mut String, hooks: &mut dyn Hooks) {
    let referred = references(document, blocks);
    if referred.is_empty() {
        return;
    }
    out.push_str("<ol class=\"notes\">\n");
    for (number, nths) in referred {
        if let Some(note) = document.footnotes.get(number as usize - 1) {
            Writer { out: &mut *out, hooks: &mut *hooks, in_heading: false, in_link: false }
                .note(note, &nths);
        }
    }
    out.push_str("</ol>\n");
}

/// By number, the references to each note.
fn references(document: &Document, blocks: &[Block]) -> BTreeMap<u32, Vec<u32>> {
    let mut found: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    let mut unread = vec![blocks];
    while let Some(blocks) = unread.pop() {
        for node in walk(blocks) {
            let Node::Inline(Inline::FootnoteRef { number, nth, .. }) = node else { continue };
            let nths = found.entry(*number).or_default();
            if nths.is_empty()
                && let Some(note) = document.footnotes.get(*number as usize - 1)
            {
                unread.push(&note.blocks);
            }
            nths.push(*nth);
        }
    }
    found
}

impl Writer<'_> {
    /// The number that stands for a note in the text.
    pub(super) fn note_reference(&mut self, number: u32, nth: u32) {
        self.out.push_str("<sup");
        let id = format!("fnref-{}", self.note_id(number, nth));
        self.attribute("id", &id);
        self.out.push('>');
        self.out.push_str("<a");
        let target = format!("#fn-{}", self.note_id(number, 1));
        self.attribute("href", &target);
        self.attribute("role", "doc-noteref");
        let _ = write!(self.out, ">{number}</a></sup>");
    }

    fn note(&mut self, note: &Footnote, nths: &[u32]) {
        self.out.push_str("<li");
        let id = format!("fn-{}", self.note_id(note.number, 1));
        self.attribute("id", &id);
        self.attribute("value", &note.number.to_string());
        self.out.push_str(">\n");
        self.blocks(&note.blocks);
        // The way back belongs to the last line of the note.
        let ends_in_paragraph = matches!(note.blocks.last(), Some(Block::Paragraph { .. }));
        if ends_in_paragraph {
            self.out.truncate(self.out.len() - "</p>\n".len());
        } else {
            self.out.push_str("<p>");
        }
        for nth in nths {
            self.way_back(note.number, *nth);
        }
        self.out.push_str("</p>\n</li>\n");
    }

    fn way_back(&mut self, number: u32, nth: u32) {
        self.out.push_str(" <a");
        let target = format!("#fnref-{}", self.note_id(number, nth));
        self.attribute("href", &target);
        self.attribute("role", "doc-backlink");
        let words = self.hooks.back_words().to_owned();
        if !words.is_empty() {
            self.attribute("aria-label", &words);
        }
        // The variation selector keeps the arrow from becoming a picture.
        self.out.push_str(">\u{21A9}\u{FE0E}");
        if nth > 1 {
            let _ = write!(self.out, "<sup>{nth}</sup>");
        }
        self.out.push_str("</a>");
    }

    /// The part that a note's identifier shares with those of its references.
    fn note_id(&self, number: u32, nth: u32) -> String {
        let prefix = self.hooks.note_prefix();
        let mut id = String::new();
        if !prefix.is_empty() {
            id.push_str(prefix);
            id.push('-');
        }
        let _ = write!(id, "{number}");
        if nth > 1 {
            let _ = write!(id, "-{nth}");
        }
        id
    }
}
