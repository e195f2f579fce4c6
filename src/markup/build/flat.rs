//! Turns what is nested too deep into plain paragraphs.
//! Knows nothing of how deep is too deep.

use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

use super::Builder;
use crate::markup::tree::{Block, Inline, Span};

/// The words of parts for which there is no room.
pub(super) struct Flat {
    pub(super) text: String,
    /// How many of those parts are open.
    open: usize,
    /// The place of the words since the last paragraph.
    span: Span,
}

impl Flat {
    pub(super) fn new(span: Span) -> Self {
        Flat { text: String::new(), open: 1, span }
    }
}

impl Builder<'_> {
    /// Takes an event from within a part for which there was no room.
    pub(super) fn flatten(&mut self, event: Event<'_>, range: Range<usize>) {
        let span = self.span(&range);
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                let words = self.clean(&words);
                if let Some(flat) = &mut self.flat {
                    if flat.text.is_empty() {
                        flat.span = span.clone();
                    }
                    flat.text.push_str(&words);
                    flat.span.end = span.end;
                }
            }
            Event::SoftBreak | Event::HardBreak => self.flat_space(),
            Event::Start(_) => {
                if let Some(flat) = &mut self.flat {
                    flat.open += 1;
                }
            }
            Event::End(tag) => self.flat_end(tag),
            _ => {}
        }
    }

    fn flat_space(&mut self) {
        if let Some(flat) = &mut self.flat {
            flat.text.push(' ');
        }
    }

    fn flat_end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {}
            TagEnd::TableCell => self.flat_space(),
            _ => self.flat_paragraph(),
        }
        let Some(flat) = &mut self.flat else { return };
        flat.open -= 1;
        if flat.open == 0 {
            self.flat_paragraph();
            self.flat = None;
        }
    }

    /// Gives the words so far to the innermost part for which there was room.
    fn flat_paragraph(&mut self) {
        let Some(flat) = &mut self.flat else { return };
        let text = std::mem::take(&mut flat.text);
        let span = flat.span.clone();
        if text.trim().is_empty() {
            return;
        }
        self.tail = text.chars().next_back().unwrap_or(self.tail);
        if self.top().kind.holds_blocks() {
            let inlines = vec![Inline::Text { text: text.trim().to_owned(), span: span.clone() }];
            self.top().blocks.push(Block::Paragraph { inlines, span });
        } else {
            self.top().push_text(&text, span);
        }
    }
}
