//! Turns the events of the Markdown parser into a document of bounded depth.
//! Knows nothing of how the events are found.

mod flat;
mod frame;
mod note;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use self::flat::Flat;
use self::frame::{Frame, Kind};
use self::note::Notes;
use super::cjk::{self, SENTINEL};
use super::fault::{Fault, FaultKind};
use super::parse::{DEPTH, offset};
use super::scheme;
use super::tree::{Align, Block, Document, Inline, Span};
use crate::lang::Lang;

/// What `tail` holds while a block has no words yet.
const NOTHING: char = '\0';

/// Stands in `tail` for an image: something that is no letter.
const OBJECT: char = '\u{FFFC}';

/// A document that is being built.
pub(super) struct Builder<'t> {
    source: &'t str,
    sentinels: &'t [usize],
    lang: Lang,
    /// Whether the source holds characters that must not reach the tree.
    dirty: bool,
    root: Frame,
    /// The parts that are open, outermost first.
    frames: Vec<Frame>,
    flat: Option<Flat>,
    notes: Notes,
    faults: Vec<Fault>,
    /// The last character of the block so far.
    tail: char,
}

impl<'t> Builder<'t> {
    /// Starts on a source with sentinels at the given places.
    pub(super) fn new(source: &'t str, sentinels: &'t [usize], lang: Lang) -> Self {
        Builder {
            source,
            sentinels,
            lang,
            dirty: !sentinels.is_empty() || is_dirty(source),
            root: Frame::new(Kind::Root, 0..0),
            frames: Vec::with_capacity(8),
            flat: None,
            notes: Notes::default(),
            faults: Vec::new(),
            tail: NOTHING,
        }
    }

    /// Takes the next event, whose place is given in the source.
    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.flat.is_some() {
            return self.flatten(event, range);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(code) => self.code(&code, range),
            Event::Html(html) => self.text(&html, range),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::FootnoteReference(label) => self.reference(&label, range),
            Event::HardBreak => {
                let span = self.span(&range);
                self.inline(Inline::HardBreak { span });
                self.tail = NOTHING;
            }
            Event::Rule => {
                self.end_implicit();
                let span = self.block_span(&range);
                self.top().blocks.push(Block::Rule { span });
            }
            // Soft breaks come by `soft_break`; the options that make the others are off.
            Event::SoftBreak | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    /// Takes a line break that the author did not ask for: a space, or nothing if the lines
    /// are in a script without spaces. `ahead` is the event that follows.
    pub(super) fn soft_break(&mut self, range: Range<usize>, ahead: Option<&(Event<'_>, Range<usize>)>) {
        if let Some(flat) = &mut self.flat {
            return flat.text.push(' ');
        }
        let next = match ahead {
            // The mark of a note hangs on the word before it.
            Some((Event::FootnoteReference(_), _)) => self.tail,
            Some((_, ahead)) => self.source[ahead.start..]
                .chars()
                .find(|c| !matches!(c, '*' | '_' | '~' | '[' | '`' | '\\' | &SENTINEL))
                .unwrap_or(OBJECT),
            None => OBJECT,
        };
        let joined = matches!(self.tail, NOTHING | ' ') || cjk::joins(self.tail, next, self.lang);
        self.text(if joined { "" } else { " " }, range);
    }

    /// The document and what is wrong in it.
    pub(super) fn finish(mut self) -> (Document, Vec<Fault>) {
        while !self.frames.is_empty() {
            self.close();
        }
        let (footnotes, unused) = self.notes.finish();
        self.faults.extend(unused);
        (Document { blocks: self.root.blocks, footnotes }, self.faults)
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let span = if is_inline(&tag) {
            self.begin_implicit(&range);
            self.span(&range)
        } else {
            self.end_implicit();
            self.block_span(&range)
        };
        if self.frames.len() + room(&tag) > DEPTH {
            self.faults.push(Fault { kind: FaultKind::TooDeep, span: span.clone() });
            self.flat = Some(Flat::new(span));
            return;
        }
        if matches!(tag, Tag::Paragraph)
            && let Kind::Item { loose } = &mut self.top().kind
        {
            *loose = true;
        }
        if !is_inline(&tag) {
            self.tail = NOTHING;
        }
        let kind = self.kind(tag, &span);
        self.frames.push(Frame::new(kind, span));
    }

    fn kind(&mut self, tag: Tag<'_>, span: &Span) -> Kind {
        match tag {
            Tag::Heading { level, id, classes, attrs } => Kind::Heading {
                level: level as u8,
                id: id.map(|id| self.clean(&id).into_owned()),
                classes: classes.iter().map(|class| self.clean(class).into_owned()).collect(),
                attrs: attrs
                    .iter()
                    .map(|(key, value)| (key, value.as_ref().map(|value| self.clean(value).into_owned())))
                    .map(|(key, value)| (self.clean(key).into_owned(), value))
                    .collect(),
            },
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::CodeBlock(kind) => Kind::Code { lang: self.code_lang(&kind), text: String::new() },
            Tag::HtmlBlock => Kind::Html { text: String::new() },
            Tag::List(start) => Kind::List { start, tight: true, items: Vec::new() },
            Tag::Item => Kind::Item { loose: false },
            Tag::FootnoteDefinition(label) => Kind::Note { label: self.clean(&label).into_owned() },
            Tag::Table(aligns) => {
                let aligns = aligns.into_iter().map(align).collect();
                Kind::Table { aligns, head: Vec::new(), rows: Vec::new() }
            }
            Tag::TableHead => Kind::Row { is_head: true, cells: Vec::new() },
            Tag::TableRow => Kind::Row { is_head: false, cells: Vec::new() },
            Tag::TableCell => Kind::Cell,
            Tag::Emphasis => Kind::Emph,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strike,
            Tag::Link { link_type, dest_url, title, .. } => self.link(link_type, &dest_url, &title, span),
            Tag::Image { dest_url, title, .. } => {
                Kind::Image { src: self.clean(&dest_url).into_owned(), title: self.title(&title) }
            }
            // The options that make the others are off.
            _ => Kind::Paragraph { implicit: false },
        }
    }

    fn code_lang(&self, kind: &pulldown_cmark::CodeBlockKind<'_>) -> Option<String> {
        let pulldown_cmark::CodeBlockKind::Fenced(words) = kind else { return None };
        // What follows the first word of a fence is for other tools.
        self.clean(words).split_whitespace().next().map(str::to_owned)
    }

    fn link(&mut self, kind: LinkType, target: &str, title: &str, span: &Span) -> Kind {
        let mut target = self.clean(target).into_owned();
        if kind == LinkType::Email {
            target.insert_str(0, "mailto:");
        }
        match scheme::refused_link(&target) {
            // The parser lets `<https://…>` stand in a link, where HTML has no place for it.
            None if self.frames.iter().any(|frame| matches!(frame.kind, Kind::Link { .. })) => Kind::Words,
            None => Kind::Link { target, title: self.title(title) },
            Some(scheme) => {
                self.faults.push(Fault { kind: FaultKind::DangerousLink(scheme), span: span.clone() });
                Kind::Words
            }
        }
    }

    fn title(&self, title: &str) -> Option<String> {
        if title.is_empty() { None } else { Some(self.clean(title).into_owned()) }
    }

    fn end(&mut self, tag: TagEnd) {
        if !matches!(
            tag,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
        ) {
            self.end_implicit();
        }
        self.close();
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let text = self.clean(text);
        if let Kind::Code { text: code, .. } | Kind::Html { text: code } = &mut self.top().kind {
            return code.push_str(&text);
        }
        if let Some(last) = text.chars().next_back() {
            self.begin_implicit(&range);
            self.tail = last;
            let span = self.span(&range);
            self.top().push_text(&text, span);
        }
    }

    fn code(&mut self, code: &str, range: Range<usize>) {
        let text = self.clean(code).into_owned();
        // A space in code is a character like any other, and stands for no space beside it.
        self.tail = text.chars().next_back().filter(|c| !c.is_whitespace()).unwrap_or(OBJECT);
        let span = self.span(&range);
        self.inline(Inline::Code { text, span });
    }

    /// HTML within a line. A comment is a note among editors, and nobody else's business.
    fn inline_html(&mut self, html: &str, range: Range<usize>) {
        if !html.starts_with("<!--") {
            self.faults.push(Fault { kind: FaultKind::RawHtml, span: self.span(&range) });
            self.text(html, range);
        }
    }

    fn reference(&mut self, label: &str, range: Range<usize>) {
        let (number, nth) = self.notes.refer(&self.clean(label));
        let span = self.span(&range);
        self.inline(Inline::FootnoteRef { number, nth, span });
    }

    fn inline(&mut self, inline: Inline) {
        let span = inline.span();
        if self.top().kind.holds_blocks() {
            self.frames.push(Frame::new(Kind::Paragraph { implicit: true }, span));
        }
        self.top().inlines.push(inline);
    }

    /// In a tight list the words of an item come without a paragraph; the tree has one.
    fn begin_implicit(&mut self, range: &Range<usize>) {
        if self.top().kind.holds_blocks() {
            self.tail = NOTHING;
            let span = self.span(range);
            self.frames.push(Frame::new(Kind::Paragraph { implicit: true }, span));
        }
    }

    fn end_implicit(&mut self) {
        if matches!(self.top().kind, Kind::Paragraph { implicit: true }) {
            self.close();
        }
    }

    fn top(&mut self) -> &mut Frame {
        self.frames.last_mut().unwrap_or(&mut self.root)
    }

    /// The place in the text that a place in the source stands for.
    fn span(&self, range: &Range<usize>) -> Span {
        let text = |at: usize| {
            let before = self.sentinels.partition_point(|&sentinel| sentinel < at);
            offset(at - before * SENTINEL.len_utf8())
        };
        text(range.start)..text(range.end)
    }

    /// The place of a block. The parser counts line ends and empty lines after it to it.
    fn block_span(&self, range: &Range<usize>) -> Span {
        let length = self.source[range.clone()].trim_ascii_end().len();
        self.span(&(range.start..range.start + length))
    }

    /// A string of the source as the tree may hold it: no sentinels, and U+0000 as CommonMark
    /// wants it.
    fn clean<'s>(&self, string: &'s str) -> Cow<'s, str> {
        if !self.dirty || !is_dirty(string) {
            return Cow::Borrowed(string);
        }
        let kept = string.chars().filter(|&c| c != SENTINEL);
        Cow::Owned(kept.map(|c| if c == '\0' { char::REPLACEMENT_CHARACTER } else { c }).collect())
    }
}

/// Whether a string may hold U+0000 or a sentinel, whose first byte is rare in any language.
/// Counting in bytes lets the compiler compare a whole vector of them at a time.
fn is_dirty(string: &str) -> bool {
    string.bytes().fold(0, |found, byte| found | u8::from(byte == 0) | u8::from(byte == 0xEE)) != 0
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

/// How many levels must be free for a part, so that it can hold what it cannot do without.
fn room(tag: &Tag<'_>) -> usize {
    match tag {
        Tag::List(_) | Tag::Table(_) => 3,
        Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) => 2,
        // The list and the table have made room for them.
        Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell => 0,
        _ => 1,
    }
}

fn align(align: pulldown_cmark::Alignment) -> Align {
    match align {
        pulldown_cmark::Alignment::None => Align::None,
        pulldown_cmark::Alignment::Left => Align::Start,
        pulldown_cmark::Alignment::Center => Align::Centre,
        pulldown_cmark::Alignment::Right => Align::End,
    }
}
