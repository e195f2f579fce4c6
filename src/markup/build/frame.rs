//! Turns a part of a text that has come to its end into a node of its parent.
//! Knows nothing of events.

use super::{Builder, OBJECT};
use crate::markup::fault::{Fault, FaultKind};
use crate::markup::plain;
use crate::markup::scheme;
use crate::markup::tree::{Align, Block, Cell, Heading, Image, Inline, Item, Link, List, Span, Table};

/// A part that is open.
pub(super) struct Frame {
    pub(super) kind: Kind,
    pub(super) span: Span,
    pub(super) blocks: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
}

/// What an open part is to become, with what it has gathered beside blocks and inlines.
pub(super) enum Kind {
    Root,
    Quote,
    List {
        start: Option<u64>,
        tight: bool,
        items: Vec<Item>,
    },
    Item {
        loose: bool,
    },
    Note {
        label: String,
    },
    Heading {
        level: u8,
        id: Option<String>,
        classes: Vec<String>,
        attrs: Vec<(String, Option<String>)>,
    },
    /// `implicit` if the parser did not announce it and will not end it.
    Paragraph {
        implicit: bool,
    },
    Code {
        lang: Option<String>,
        text: String,
    },
    Html {
        text: String,
    },
    Table {
        aligns: Vec<Align>,
        head: Vec<Cell>,
        rows: Vec<Vec<Cell>>,
    },
    Row {
        is_head: bool,
        cells: Vec<Cell>,
    },
    Cell,
    Emph,
    Strong,
    Strike,
    Link {
        target: String,
        title: Option<String>,
    },
    /// What is between the delimiters of a link that must not be one.
    Words,
    Image {
        src: String,
        title: Option<String>,
    },
}

impl Kind {
    pub(super) fn holds_blocks(&self) -> bool {
        matches!(self, Kind::Root | Kind::Quote | Kind::Item { .. } | Kind::Note { .. })
    }
}

impl Frame {
    pub(super) fn new(kind: Kind, span: Span) -> Self {
        Frame { kind, span, blocks: Vec::new(), inlines: Vec::new() }
    }

    /// Adds words, to the last ones if they are words too.
    pub(super) fn push_text(&mut self, words: &str, place: Span) {
        if let Some(Inline::Text { text, span }) = self.inlines.last_mut() {
            text.push_str(words);
            span.end = place.end;
        } else {
            self.inlines.push(Inline::Text { text: words.to_owned(), span: place });
        }
    }

    /// Adds inlines that were gathered elsewhere.
    fn append(&mut self, inlines: Vec<Inline>) {
        for inline in inlines {
            match inline {
                Inline::Text { text, span } => self.push_text(&text, span),
                other => self.inlines.push(other),
            }
        }
    }
}

impl Builder<'_> {
    /// Ends the innermost part.
    pub(super) fn close(&mut self) {
        let Some(Frame { kind, span, blocks, inlines }) = self.frames.pop() else { return };
        match kind {
            Kind::Root => {}
            Kind::Quote => self.top().blocks.push(Block::Quote { blocks, span }),
            Kind::List { start, tight, items } => {
                self.top().blocks.push(Block::List(List { start, tight, items, span }));
            }
            Kind::Item { loose } => self.close_item(Item { blocks, span }, loose),
            Kind::Note { label } => self.notes.define(label, blocks, span),
            Kind::Heading { level, id, classes, attrs } => {
                let heading = Heading { level, id, classes, attrs, inlines, span };
                self.top().blocks.push(Block::Heading(heading));
            }
            Kind::Paragraph { implicit } => self.close_paragraph(inlines, span, implicit),
            Kind::Code { lang, mut text } => {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
                self.top().blocks.push(Block::Code { lang, text, span });
            }
            Kind::Html { text } => self.close_html(&text, span),
            Kind::Table { aligns, head, rows } => {
                self.top().blocks.push(Block::Table(Table { aligns, head, rows, span }));
            }
            Kind::Row { is_head, cells } => self.close_row(cells, is_head),
            Kind::Cell => {
                if let Kind::Row { cells, .. } = &mut self.top().kind {
                    cells.push(Cell { inlines, span });
                }
            }
            Kind::Image { src, title } => self.close_image(src, title, &inlines, span),
            Kind::Link { target, title } => {
                let link = Link { target, title, children: inlines, span };
                self.top().inlines.push(Inline::Link(Box::new(link)));
            }
            Kind::Words => self.top().append(inlines),
            // Nothing is left of emphasis that held only a comment.
            Kind::Emph | Kind::Strong | Kind::Strike if inlines.is_empty() => {}
            Kind::Emph => self.top().inlines.push(Inline::Emph { children: inlines, span }),
            Kind::Strong => self.top().inlines.push(Inline::Strong { children: inlines, span }),
            Kind::Strike => self.top().inlines.push(Inline::Strike { children: inlines, span }),
        }
    }

    fn close_item(&mut self, item: Item, loose: bool) {
        if let Kind::List { tight, items, .. } = &mut self.top().kind {
            *tight &= !loose;
            items.push(item);
        }
    }

    fn close_row(&mut self, row: Vec<Cell>, is_head: bool) {
        if let Kind::Table { head, rows, .. } = &mut self.top().kind {
            if is_head {
                *head = row;
            } else {
                rows.push(row);
            }
        }
    }

    fn close_paragraph(&mut self, mut inlines: Vec<Inline>, mut span: Span, implicit: bool) {
        if implicit && let Some(last) = inlines.last() {
            span.end = last.span().end;
        }
        let block = match inlines.pop() {
            None => return,
            Some(Inline::Image(image)) if inlines.is_empty() && !implicit => Block::Figure(*image),
            Some(last) => {
                inlines.push(last);
                Block::Paragraph { inlines, span }
            }
        };
        self.top().blocks.push(block);
    }

    /// A block of HTML is shown as it was typed, unless it is a comment.
    fn close_html(&mut self, html: &str, span: Span) {
        let html = html.trim();
        let comment_end = html.strip_prefix("<!--").and_then(|rest| rest.find("-->"));
        if comment_end.is_some_and(|end| "<!--".len() + end + "-->".len() == html.len()) {
            return;
        }
        self.faults.push(Fault { kind: FaultKind::RawHtml, span: span.clone() });
        if !html.is_empty() {
            let inlines = vec![Inline::Text { text: html.replace('\r', ""), span: span.clone() }];
            self.top().blocks.push(Block::Paragraph { inlines, span });
        }
    }

    fn close_image(&mut self, src: String, title: Option<String>, inlines: &[Inline], span: Span) {
        let alt = plain::of_inlines(inlines);
        self.tail = OBJECT;
        if let Some(scheme) = scheme::refused_image(&src) {
            self.faults.push(Fault { kind: FaultKind::DangerousLink(scheme), span: span.clone() });
            if !alt.is_empty() {
                self.top().push_text(&alt, span);
            }
            return;
        }
        if alt.trim().is_empty() {
            self.faults.push(Fault { kind: FaultKind::ImageWithoutAlt, span: span.clone() });
        }
        self.top().inlines.push(Inline::Image(Box::new(Image { src, alt, title, span })));
    }
}
