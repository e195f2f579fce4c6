//! Turns the text behind a printed number into its title and what stands under it.
//! Knows nothing of numbers and series.

use super::mark::{Kind, is_blank};
use std::ops::Range;

/// A heading's text, cut: all three in bytes, one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) title: Range<usize>,
    /// The full stop or colon that closes the title, with blanks around it.
    pub(super) stop: Range<usize>,
    pub(super) rest: Range<usize>,
}

/// The longest title that runs into its text.
const LONGEST_RUN_IN: usize = 50;

/// The longest title on a line of its own.
const LONGEST_LINE: usize = 70;

/// The longest sentence that is a title though nothing stands under it.
const LONGEST_LABEL: usize = 20;

/// What a title may end with, where nothing parts it from its text.
const ENDINGS: [&str; 30] = [
    "工程", "行动", "计划", "要求", "任务", "措施", "保障", "目标", "原则", "思想", "建设", "体系", "背景",
    "基础", "形势", "实施", "领导", "机制", "意义", "思路", "内容", "安排", "方案", "项目", "改革", "管理",
    "监督", "职责", "范围", "总则",
];

/// What the cut needs to know of the heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around<'t> {
    pub(super) kind: Kind,
    /// Whether text or lower headings follow it elsewhere.
    pub(super) goes_on: bool,
    /// Whether the next heading is a lower one.
    pub(super) has_children: bool,
    /// The ending that most titles of its series share.
    pub(super) ending: Option<&'t str>,
}

/// Cuts the text behind a number.
pub(super) fn cut(text: &str, around: Around<'_>) -> Cut {
    let whole = || none(text);
    if around.kind == Kind::Article {
        return bracketed(text).unwrap_or_else(whole);
    }
    let stop = stop(text);
    let end = stop.unwrap_or(text.trim_end().len());
    let length = text[..end].chars().count();
    let rest = stop.map_or("", |stop| text[stop + '。'.len_utf8()..].trim());
    match stop {
        None if text.trim_end().ends_with(['；', ';', '，']) => return whole(),
        // A title on a line of its own, or one that a colon parts from its text.
        None if length > LONGEST_LINE || text.contains('：') => {
            return colon(text).or_else(|| glued(text, around)).unwrap_or_else(whole);
        }
        None => {}
        Some(_)
            if length > LONGEST_RUN_IN || (around.has_children && text[..end].matches('，').count() > 2) =>
        {
            return glued(text, around).or_else(|| colon(text)).unwrap_or_else(whole);
        }
        Some(_) if rest.is_empty() && !around.goes_on && length > LONGEST_LABEL => {
            return colon(text).unwrap_or_else(whole);
        }
        Some(_) if !is_title_like(&text[..end]) => return colon(text).unwrap_or_else(whole),
        Some(_) => {}
    }
    at(text, end, stop.map_or(0, |_| '。'.len_utf8()))
}

fn at(text: &str, end: usize, stop: usize) -> Cut {
    let rest = &text[end + stop..];
    let blanks = rest.len() - rest.trim_start_matches(is_blank).len();
    Cut { title: 0..end, stop: end..end + stop + blanks, rest: end + stop + blanks..text.len() }
}

/// Whether what could be a title says as much as a sentence: 某市要健全机制，保障投入.
pub(super) fn is_sentence(title: &str) -> bool {
    title.contains('，') && title.chars().count() > 15
}

/// No title at all.
pub(super) fn none(text: &str) -> Cut {
    Cut { title: 0..0, stop: 0..0, rest: 0..text.len() }
}

/// The first full stop outside brackets and quotation marks.
fn stop(text: &str) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, char) in text.char_indices() {
        match char {
            '（' | '(' | '《' => depth += 1,
            '）' | ')' | '》' => depth = depth.saturating_sub(1),
            '。' if depth == 0 => return Some(at),
            _ => {}
        }
    }
    // A bracket that never closes hides nothing.
    text.find('。').filter(|_| depth > 0)
}

/// A sentence that begins like these, or cites and then orders, is no title.
fn is_title_like(sentence: &str) -> bool {
    const OPENINGS: [&str; 8] = ["为了", "根据", "按照", "依据", "本办法", "本条例", "本规定", "自"];
    let closed = sentence.matches('“').count() == sentence.matches('”').count();
    let purpose = sentence.starts_with('为') && sentence.contains('，');
    let opens = purpose || OPENINGS.iter().any(|opening| sentence.starts_with(opening));
    closed && !opens && !sentence.contains(['；', '：']) && sentence.matches('，').count() <= 3
}

/// 目标：到2030年… — a title that a colon parts from its text.
fn colon(text: &str) -> Option<Cut> {
    let (end, sign) =
        text.char_indices().find(|(_, char)| matches!(char, '：' | ':' | '。' | '，' | '；'))?;
    let rest = text[end + sign.len_utf8()..].trim();
    let fits =
        matches!(sign, '：' | ':') && (2..=25).contains(&text[..end].chars().count()) && !rest.is_empty();
    fits.then(|| at(text, end, sign.len_utf8()))
}

/// 第五条 （适用范围）本办法…, 第五条 【适用范围】本办法…
fn bracketed(text: &str) -> Option<Cut> {
    let open = text.chars().next().filter(|char| matches!(char, '（' | '【' | '['))?;
    let (close, sign) = text.char_indices().find(|(_, char)| matches!(char, '）' | '】' | ']'))?;
    let inner = open.len_utf8()..close;
    let mut cut = at(text, close, sign.len_utf8());
    cut.title = 0..close + sign.len_utf8();
    cut.stop.start = cut.title.end;
    ((2..=20).contains(&text[inner].chars().count())).then_some(cut)
}

/// A title that nothing parts from its text: it ends with a word that ends titles.
fn glued(text: &str, around: Around<'_>) -> Option<Cut> {
    if !around.has_children {
        return None;
    }
    let ends = endings(text);
    let shared = ends.iter().find(|(_, ending)| Some(*ending) == around.ending);
    shared.or(ends.first()).map(|(end, _)| at(text, *end, 0))
}

/// Where a glued title may end, and with what word.
pub(super) fn endings(text: &str) -> Vec<(usize, &'static str)> {
    let head: usize =
        text.chars().take(40).take_while(|char| !"，。；：".contains(*char)).map(char::len_utf8).sum();
    let mut found: Vec<(usize, &str)> = ENDINGS
        .iter()
        .flat_map(|ending| {
            text[..head].match_indices(ending).map(|(at, _)| (past_bracket(text, at + ending.len()), *ending))
        })
        .filter(|(end, _)| text[..*end].chars().count() >= 4 && *end < text.len())
        .filter(|(end, _)| {
            !text[*end..].starts_with(['的', '、', '和', '与', '及', '，', '。', '”', '》', '）'])
        })
        .filter(|(end, _)| !ENDINGS.iter().any(|ending| text[*end..].starts_with(ending)))
        .collect();
    found.sort_unstable();
    found
}

fn past_bracket(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    match rest.starts_with('（').then(|| rest.find('）')).flatten() {
        Some(close) if rest[..close].chars().count() <= 20 => end + close + '）'.len_utf8(),
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, goes_on: bool, has_children: bool) -> (&str, &str) {
        let around = Around { kind: Kind::Bracket, goes_on, has_children, ending: None };
        let cut = cut(text, around);
        (&text[cut.title], &text[cut.rest])
    }

    #[test]
    fn titles_end_where_a_reader_ends_them() {
        let cases = [
            ("总体要求", true, false, "总体要求", ""),
            ("修渠。每年修渠十里。", false, false, "修渠", "每年修渠十里。"),
            (
                "修渠引水，保障灌溉，扩大牧区（草原）面积。每年修渠。",
                false,
                false,
                "修渠引水，保障灌溉，扩大牧区（草原）面积",
                "每年修渠。",
            ),
            ("建设目标。", true, false, "建设目标", ""),
            (
                "原则同意修建东湖至西湖的引水渠道，由你省会同有关方面组织。",
                false,
                false,
                "",
                "原则同意修建东湖至西湖的引水渠道，由你省会同有关方面组织。",
            ),
            (
                "总体目标：到二〇三五年，渠网基本建成，人人有水。",
                false,
                false,
                "总体目标",
                "到二〇三五年，渠网基本建成，人人有水。",
            ),
            (
                "引水提升工程（清渠工程）加强渠道养护，健全机制，扩大面积，提高水平，推动上下游、左右岸协同治理，保障供水安全。",
                true,
                true,
                "引水提升工程（清渠工程）",
                "加强渠道养护，健全机制，扩大面积，提高水平，推动上下游、左右岸协同治理，保障供水安全。",
            ),
            ("渠道名录；", false, false, "", "渠道名录；"),
        ];
        for (text, goes_on, has_children, title, rest) in cases {
            assert_eq!(read(text, goes_on, has_children), (title, rest), "{text}");
        }
        let around = Around { kind: Kind::Article, goes_on: false, has_children: false, ending: None };
        let text = "（目的）为了节水，制定本办法。";
        assert_eq!(cut(text, around).title, 0.."（目的）".len());
        assert_eq!(cut("为了节水，制定本办法。", around).title, 0..0);
    }
}
