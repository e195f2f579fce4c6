//! Turns characters and the ends of lines into what Chinese typesetting says of them.
//! Knows nothing of files, spans or clauses.

use std::ops::Range;

/// Whether a character is a Han character (or one of the marks that stand among them as such: 〇, 々).
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇' | '々')
}

/// Whether a mark is as wide as a Han character: a space beside it is never meant.
pub(crate) fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}'
        | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// Characters that are no text and that nobody sees: control characters, direction marks, zero-width marks, the byte
/// order mark, soft hyphens and U+E000, which the portal's parser keeps for itself.
pub(crate) fn is_residue(c: char) -> bool {
    let control = c.is_control() && !c.is_whitespace();
    control
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e000}' | '\u{e0001}'..='\u{e007f}')
}

/// How many columns a text takes: two for a wide character.
pub(crate) fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

/// Marks that close what was said; a sentence ends behind them too.
const CLOSING: [char; 8] = ['”', '’', '）', ')', '》', '」', '』', '】'];

/// Whether a text ends where a sentence or a paragraph ends: 。！？；：
pub(crate) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(CLOSING);
    text.ends_with(['。', '！', '？', '；', '：', ':', ';', '!', '?', '．'])
}

/// Whether a text ends with a full stop: 。！？
pub(crate) fn ends_full(text: &str) -> bool {
    text.trim_end().trim_end_matches(CLOSING).ends_with(['。', '！', '？', '!', '?'])
}

/// Follows a text with the marks that are open at its end, outermost first.
pub(crate) fn follow(open: &mut Vec<char>, text: &str) {
    for c in text.chars() {
        match c {
            '（' | '《' | '“' => open.push(c),
            '）' => drop_last(open, '（'),
            '》' => drop_last(open, '《'),
            '”' => drop_last(open, '“'),
            _ => {}
        }
    }
}

fn drop_last(open: &mut Vec<char>, mark: char) {
    if let Some(at) = open.iter().rposition(|known| *known == mark) {
        open.truncate(at);
    }
}

/// How surely a line begins something of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Opening {
    /// It may go on with the line before it.
    None,
    /// It looks like a number of a heading, and may be a number in a sentence: `1.5`, 第三条.
    Weak,
    /// A heading or an item.
    Strong,
}

/// What a line begins with.
pub(crate) fn opening(line: &str) -> Opening {
    let line = line.trim_start();
    let Some(first) = line.chars().next() else { return Opening::None };
    if matches!(
        first,
        '①'..='⑳' | '●' | '■' | '◆' | '★' | '○' | '□' | '◇' | '▲' | '•' | '\u{f06c}' | '\u{f0b7}'
    ) {
        return Opening::Strong;
    }
    if let Some(inner) = bracketed(line) {
        return if is_numeral(inner) { Opening::Strong } else { Opening::None };
    }
    if let Some(rest) = line.strip_prefix('第') {
        let number = rest.trim_start_matches(is_numeral_char);
        let is_head = number.len() < rest.len() && number.starts_with(['章', '节', '条', '篇', '编']);
        return if is_head { Opening::Weak } else { Opening::None };
    }
    let number = &line[..line.len() - line.trim_start_matches(is_numeral_char).len()];
    let mut rest = line[number.len()..].chars();
    match (rest.next(), rest.next()) {
        _ if !is_numeral(number) => labelled(line),
        (Some('、'), _) => Opening::Strong,
        (Some('.' | '．'), Some(next)) if next.is_ascii_digit() && number.is_ascii() => Opening::Weak,
        (Some('.' | '．'), Some(_)) => Opening::Strong,
        _ => Opening::None,
    }
}

/// 附件 and 注 open parts of their own.
fn labelled(line: &str) -> Opening {
    let label =
        ["附件", "附表", "附：", "注：", "注:", "备注："].into_iter().any(|label| line.starts_with(label));
    if label { Opening::Weak } else { Opening::None }
}

/// What stands in the bracket that a line begins with.
fn bracketed(line: &str) -> Option<&str> {
    let inner = line.strip_prefix(['（', '('])?;
    let end = inner.find(['）', ')'])?;
    Some(inner[..end].trim())
}

fn is_numeral_char(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９') || "〇零一二三四五六七八九十百".contains(c)
}

/// A number as headings have it: all Arabic or all Chinese, and no year.
fn is_numeral(text: &str) -> bool {
    let count = text.chars().count();
    let arabic = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '０'..='９'));
    let chinese = text.chars().all(|c| is_numeral_char(c) && !c.is_ascii_digit());
    (1..=3).contains(&count) && arabic || (1..=5).contains(&count) && chinese
}

/// Whether a text ends with the name of a kind of document, as titles do; years, 试行 and the like may follow in
/// brackets.
pub(crate) fn ends_like_title(text: &str) -> bool {
    const KINDS: [&str; 27] = [
        "答复", "通知", "意见", "规划", "方案", "办法", "计划", "纲要", "决定", "通报", "公告", "批复", "函",
        "条例", "规定", "细则", "要点", "行动", "措施", "报告", "请示", "通告", "命令", "指南", "标准",
        "清单", "规程",
    ];
    let text = text.trim();
    let bare = match text
        .strip_suffix(['）', ')'])
        .and_then(|inner| inner.rfind(['（', '(']).map(|at| &inner[..at]))
    {
        Some(before) if !before.is_empty() => before.trim_end(),
        _ => text,
    };
    KINDS.into_iter().any(|kind| bare.ends_with(kind))
}

/// The sentences of a text: each ends behind 。！？ and what closes there. They cover the text.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '。' | '！' | '？' | '!' | '?') {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((_, closing)) =
            chars.next_if(|(_, next)| CLOSING.contains(next) || matches!(next, '！' | '？'))
        {
            end += closing.len_utf8();
        }
        found.push(start..end);
        start = end;
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}
