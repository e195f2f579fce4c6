//! Turns a tree into its words.
//! Knows nothing of how words are shown.

use super::tree::{Block, Cell, Inline};

/// The words of some blocks, one block, item or row a line, cells set apart by tabs.
///
/// References to notes are no words; images count by what they show.
pub fn of_blocks(blocks: &[Block]) -> String {
    let mut words = String::new();
    push_blocks(blocks, &mut words);
    words
}

/// The words of some inlines.
pub fn of_inlines(inlines: &[Inline]) -> String {
    let mut words = String::new();
    push_inlines(inlines, &mut words);
    words
}

/// Adds the words of some blocks, as [`of_blocks`] gives them.
pub fn push_blocks(blocks: &[Block], words: &mut String) {
    for block in blocks {
        if !words.is_empty() && !words.ends_with('\n') && !matches!(block, Block::Rule { .. }) {
            words.push('\n');
        }
        match block {
            Block::Heading(heading) => push_inlines(&heading.inlines, words),
            Block::Paragraph { inlines, .. } => push_inlines(inlines, words),
            Block::List(list) => {
                for item in &list.items {
                    push_blocks(&item.blocks, words);
                }
            }
            Block::Quote { blocks, .. } => push_blocks(blocks, words),
            Block::Code { text, .. } => words.push_str(text.trim_end()),
            Block::Table(table) => {
                push_row(&table.head, words);
                for row in &table.rows {
                    words.push('\n');
                    push_row(row, words);
                }
            }
            Block::Rule { .. } => {}
            Block::Figure(image) => words.push_str(&image.alt),
        }
    }
}

/// Adds the words of some inlines.
pub fn push_inlines(inlines: &[Inline], words: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } | Inline::Code { text, .. } => words.push_str(text),
            Inline::Emph { children, .. }
            | Inline::Strong { children, .. }
            | Inline::Strike { children, .. } => push_inlines(children, words),
            Inline::Link(link) => push_inlines(&link.children, words),
            Inline::Image(image) => words.push_str(&image.alt),
            Inline::HardBreak { .. } => words.push('\n'),
            Inline::FootnoteRef { .. } => {}
        }
    }
}

fn push_row(cells: &[Cell], words: &mut String) {
    for (column, cell) in cells.iter().enumerate() {
        if column > 0 {
            words.push('\t');
        }
        push_inlines(&cell.inlines, words);
    }
}

/// The beginning of a text, for lists and descriptions: the words of its paragraphs and
/// lists on one line, of at most `limit` characters.
///
/// What is too long is cut after a sentence, if that keeps at least half, else after a word,
/// with an ellipsis. Headings, tables, code and figures are passed over.
pub fn excerpt(blocks: &[Block], limit: usize) -> String {
    let mut words = String::new();
    for block in blocks {
        // A character has at most four bytes, so this is enough.
        if words.len() > limit.saturating_mul(4) {
            break;
        }
        if matches!(block, Block::Paragraph { .. } | Block::List(_) | Block::Quote { .. }) {
            push_blocks(std::slice::from_ref(block), &mut words);
        }
    }
    shorten(&one_line(&words), limit)
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
