//! Turns a tree into its words.
//! Knows nothing of how words are shown.

use std::ops::Range;

use super::tree::{Block, Cell, Inline, Link, Span};

/// The words of some blocks, one block, item or row a line, cells set apart by tabs.
///
/// References to notes are no words; images count by what they show.
pub fn of_blocks(blocks: &[Block]) -> String {
    let mut words = Words::default();
    words.push_blocks(blocks);
    words.text
}

/// The words of some inlines.
pub fn of_inlines(inlines: &[Inline]) -> String {
    let mut words = Words::default();
    words.push_inlines(inlines);
    words.text
}

/// The words of a part of a text, as [`of_blocks`] gives them, with where each stands and what it links to.
#[derive(Clone, Debug, Default)]
pub struct Words<'d> {
    /// The words.
    pub text: String,
    /// The links among them, with the words that each takes in.
    pub links: Vec<(Range<usize>, &'d Link)>,
    pieces: Vec<(usize, &'d Span)>,
}

impl<'d> Words<'d> {
    /// Adds the words of some blocks, on lines of their own.
    pub fn push_blocks(&mut self, blocks: &'d [Block]) {
        for block in blocks {
            if !self.text.is_empty() && !self.text.ends_with('\n') && !matches!(block, Block::Rule { .. }) {
                self.text.push('\n');
            }
            match block {
                Block::Heading(heading) => self.push_inlines(&heading.inlines),
                Block::Paragraph { inlines, .. } => self.push_inlines(inlines),
                Block::List(list) => {
                    for item in &list.items {
                        self.push_blocks(&item.blocks);
                    }
                }
                Block::Quote { blocks, .. } => self.push_blocks(blocks),
                Block::Code { text, span, .. } => self.push(text.trim_end(), span),
                Block::Table(table) => {
                    self.push_row(&table.head);
                    for row in &table.rows {
                        self.text.push('\n');
                        self.push_row(row);
                    }
                }
                Block::Rule { .. } => {}
                Block::Figure(image) => self.push(&image.alt, &image.span),
            }
        }
    }

    /// Adds the words of some inlines.
    pub fn push_inlines(&mut self, inlines: &'d [Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text { text, span } | Inline::Code { text, span } => self.push(text, span),
                Inline::Emph { children, .. }
                | Inline::Strong { children, .. }
                | Inline::Strike { children, .. } => self.push_inlines(children),
                Inline::Link(link) => {
                    let start = self.text.len();
                    self.push_inlines(&link.children);
                    self.links.push((start..self.text.len(), &**link));
                }
                Inline::Image(image) => self.push(&image.alt, &image.span),
                Inline::HardBreak { .. } => self.text.push('\n'),
                Inline::FootnoteRef { .. } => {}
            }
        }
    }

    fn push_row(&mut self, cells: &'d [Cell]) {
        for (column, cell) in cells.iter().enumerate() {
            if column > 0 {
                self.text.push('\t');
            }
            self.push_inlines(&cell.inlines);
        }
    }

    fn push(&mut self, text: &str, span: &'d Span) {
        self.pieces.push((self.text.len(), span));
        self.text.push_str(text);
    }

    /// Where in `source` the words of a range stand: those of its first piece, if there are several.
    pub fn place(&self, range: &Range<usize>, source: &str) -> Range<usize> {
        let after = self.pieces.partition_point(|(start, _)| *start <= range.start);
        let Some((start, span)) = after.checked_sub(1).map(|at| self.pieces[at]) else { return 0..0 };
        let end = self.pieces.get(after).map_or(self.text.len(), |(next, _)| *next);
        // What is put between two pieces belongs to neither.
        let piece = self.text[start..end].trim_end_matches(['\n', '\t']);
        let within = range.start - start..range.end.min(end) - start;
        in_source(source, span, piece, &within)
    }
}

/// The bytes of the source for some bytes of a text that stands in it. Where line ends or escapes were resolved in the
/// text, its words are looked for again; words that are themselves broken over lines are placed at the text around them.
pub fn in_source(source: &str, span: &Span, text: &str, words: &Range<usize>) -> Range<usize> {
    let (start, end) = (span.start as usize, span.end as usize);
    if end - start == text.len() {
        return start + words.start..start + words.end.min(text.len());
    }
    let Some(sought) = text.get(words.clone()) else { return start..end };
    let before = text[..words.start].matches(sought).count();
    let mut again = source.get(start..end).unwrap_or_default().match_indices(sought);
    again.nth(before).map_or(start..end, |(at, _)| start + at..start + at + sought.len())
}

/// The beginning of a text, for lists and descriptions: the words of its paragraphs and
/// lists on one line, of at most `limit` characters.
///
/// What is too long is cut after a sentence, if that keeps at least half, else after a word,
/// with an ellipsis. Headings, tables, code and figures are passed over.
pub fn excerpt(blocks: &[Block], limit: usize) -> String {
    let mut words = Words::default();
    for block in blocks {
        // A character has at most four bytes, so this is enough.
        if words.text.len() > limit.saturating_mul(4) {
            break;
        }
        if matches!(block, Block::Paragraph { .. } | Block::List(_) | Block::Quote { .. }) {
            words.push_blocks(std::slice::from_ref(block));
        }
    }
    shorten(&one_line(&words.text), limit)
}

/// Sets lines behind one another, with a space but after Chinese punctuation, whose own
/// width sets apart what follows.
fn one_line(words: &str) -> String {
    let is_mark = |c: char| super::cjk::is_cjk(c) && !c.is_alphanumeric();
    let mut line = String::with_capacity(words.len());
    for part in words.split_whitespace() {
        if !line.is_empty() && !line.ends_with(is_mark) {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

/// Cuts a line so that it has at most `limit` characters.
fn shorten(line: &str, limit: usize) -> String {
    // One character is kept for the ellipsis.
    let Some((end, _)) = line.char_indices().nth(limit.saturating_sub(1)) else { return line.to_owned() };
    if line[end..].chars().nth(1).is_none() && limit > 0 {
        return line.to_owned();
    }
    let kept = &line[..end];
    if let Some(sentence) = sentence_end(kept, line)
        && sentence * 2 >= end
    {
        return line[..sentence].to_owned();
    }
    if limit == 0 {
        return String::new();
    }
    format!(
        "{}…",
        whole_words(kept, line).trim_end_matches(|c: char| c.is_whitespace() || "，、；：,;:".contains(c))
    )
}

/// Where the last whole sentence of `kept` ends, the closing quotation mark included.
fn sentence_end(kept: &str, line: &str) -> Option<usize> {
    let mut marks = kept.rmatch_indices(['。', '！', '？', '.', '!', '?']);
    marks.find_map(|(at, mark)| {
        let after = at + mark.len();
        let closed = line[after..].find(|c| !"”’」』）)\"'".contains(c)).map_or(line.len(), |n| after + n);
        // A Latin full stop ends a sentence only before a space: 3.5, example.org.
        let ends = !mark.is_ascii() || line[closed..].starts_with(char::is_whitespace);
        (ends && closed <= kept.len()).then_some(closed)
    })
}

/// `kept` without a Latin word or a figure of which only the beginning is in it.
fn whole_words<'l>(kept: &'l str, line: &str) -> &'l str {
    let is_part =
        |c: char| (c.is_alphanumeric() && !super::cjk::is_cjk(c)) || matches!(c, '.' | '-' | '\'' | '%');
    if !line[kept.len()..].starts_with(is_part) {
        return kept;
    }
    let whole = kept.trim_end_matches(is_part);
    // A word longer than the excerpt is cut after all.
    if whole.is_empty() { kept } else { whole }
}
