//! Turns a text into the landmarks of an official document's head and end: its number, dates, openness, title.
//! Knows nothing of where in the document it is read.

use super::mark::is_han;
use crate::lang::Lang;
use crate::quantity::{self, Unit};
use std::ops::Range;

/// What the title of a document ends with.
const GENRES: [&str; 41] = [
    "答复", "通知", "意见", "批复", "决定", "公告", "通告", "通报", "复函", "函", "报告", "请示", "议案",
    "纪要", "命令", "令", "规划", "计划", "方案", "纲要", "要点", "条例", "规定", "办法", "细则", "规则",
    "规范", "章程", "准则", "制度", "指南", "预案", "标准", "措施", "行动", "清单", "公报", "宣言", "倡议",
    "政策", "目录",
];

/// Genres that end a notice's title in running text, before its number.
const BEFORE_NUMBER: [&str; 12] =
    ["通知", "意见", "批复", "决定", "复函", "方案", "规划", "计划", "办法", "公告", "通告", "纲要"];

/// The bytes of a document number: 国办发〔2031〕5号, 某卫（综）字〔2031〕12号.
pub(super) fn document_number(text: &str) -> Option<Range<usize>> {
    let open_at = |(at, char): &(usize, char)| {
        matches!(char, '〔' | '[' | '［' | '﹝' | '【' | '（' | '(').then_some((*at, char.len_utf8()))
    };
    let opens = text.char_indices().filter_map(|found| open_at(&found));
    let mut found = opens.filter_map(|(at, width)| {
        let end = at + width + year_and_number(&text[at + width..])?;
        let start = code_start(&text[..at])?;
        let quoted = text[..start].ends_with(['（', '(', '》']) || text[end..].starts_with(['）', ')']);
        (start < at && !quoted).then_some(start..end)
    });
    found.next().or_else(|| order_number(text))
}

/// `2031〕5号`
fn year_and_number(rest: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let year = digits(rest);
    let close = rest[year..]
        .chars()
        .next()
        .filter(|close| year == 4 && matches!(close, '〕' | ']' | '］' | '﹞' | '】' | '）' | ')'))?;
    let mut at = year + close.len_utf8();
    let rest_of = |at: usize| rest[at..].len() - rest[at..].trim_start().len();
    at += rest_of(at);
    at += if rest[at..].starts_with('第') { '第'.len_utf8() } else { 0 };
    let number = digits(&rest[at..]);
    at += number;
    at += rest_of(at);
    (number > 0 && rest[at..].starts_with('号')).then_some(at + '号'.len_utf8())
}

/// Where the code before the year begins: at the paragraph's or word's beginning, or behind the title it is glued to.
fn code_start(before: &str) -> Option<usize> {
    let is_code =
        |char: char| is_han(char) || matches!(char, '（' | '）' | '(' | ')') || char.is_ascii_alphabetic();
    let run: usize =
        before.chars().rev().take(24).take_while(|char| is_code(*char)).map(char::len_utf8).sum();
    let start = before.len() - run;
    let glued = BEFORE_NUMBER
        .iter()
        .filter_map(|genre| before[start..].rfind(genre).map(|at| start + at + genre.len()))
        .filter(|end| *end < before.len())
        .max();
    let start = glued.unwrap_or(start);
    let balanced = before[start..].trim_start_matches(['）', ')']);
    let start = before.len() - balanced.len();
    (before[start..].chars().count() <= 20).then_some(start)
}

/// 国务院令 第712号, where it is all that the line says.
fn order_number(text: &str) -> Option<Range<usize>> {
    let words = text.trim();
    let start = text.len() - text.trim_start().len();
    let (_, number) = words.rsplit_once('第')?;
    let digits = number.trim().strip_suffix('号')?.trim();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_order = words.contains('令') || words.starts_with('第') || words.contains("公告");
    (is_number && is_order && words.chars().count() <= 30).then_some(start..start + words.len())
}

/// A date with its month, where it is all that the text says, brackets aside: `2031-05-09` or `2031-05`.
pub(super) fn only_date(text: &str) -> Option<String> {
    let words =
        text.trim_matches(|char: char| char.is_whitespace() || matches!(char, '（' | '）' | '(' | ')'));
    // A page gives the time of day too.
    let words = words
        .split_once(' ')
        .filter(|(_, time)| time.contains(':') && !time.contains(is_han))
        .map_or(words, |(date, _)| date);
    let dates = dates(words);
    let (span, date) = dates.first()?;
    (dates.len() == 1 && *span == (0..words.len())).then(|| date.clone())
}

/// The dates of a text that give at least a month.
pub(super) fn dates(text: &str) -> Vec<(Range<usize>, String)> {
    // A head is short; what is longer is no head.
    if text.len() > 40_000 {
        return Vec::new();
    }
    let found = quantity::parse(text, Lang::Zh).into_iter().filter_map(|quantity| {
        let Unit::Date { start, end: None } = quantity.unit else { return None };
        let (year, month) = (start.year?, start.month?);
        let day = start.day.map_or(String::new(), |day| format!("-{day:02}"));
        Some((quantity.span, format!("{year:04}-{month:02}{day}")))
    });
    found.collect()
}

/// The bytes of （此件公开发布） and its like.
pub(super) fn openness(text: &str) -> Option<Range<usize>> {
    let start = ["（此件", "(此件", "（本件", "【此件"].iter().filter_map(|word| text.find(word)).min()?;
    let end = text[start..].char_indices().find(|(_, char)| matches!(char, '）' | ')' | '】'))?;
    (end.0 < 60).then(|| start..start + end.0 + end.1.len_utf8())
}

/// Whether a line can be the title of a document.
pub(super) fn is_title(line: &str) -> bool {
    let words = without_qualifier(line.trim());
    let length = words.chars().count();
    let genre = GENRES.iter().any(|genre| words.ends_with(genre));
    let open = words.matches('《').count() > words.matches('》').count()
        || words.matches('“').count() > words.matches('”').count();
    let sentence = words.contains(['。', '；', '：', ':', '！', '？']) || words.starts_with("现将");
    genre && (5..=120).contains(&length) && !open && !sentence
}

/// The title without （2031—2035年）, （试行） and the like at its end.
pub(super) fn without_qualifier(title: &str) -> &str {
    let mut title = title.trim_end();
    while let Some(inner) = title.strip_suffix(['）', ')']) {
        let Some(open) = inner.rfind(['（', '(']) else { break };
        title = title[..open].trim_end();
    }
    title
}

/// Whether a line only qualifies the title above it: （2031—2035年）, （试行）.
pub(super) fn is_qualifier(line: &str) -> bool {
    let line = line.trim();
    let inside = line.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    let words = ["试行", "暂行", "草案", "稿", "修订", "修正", "简本", "版"];
    inside.is_some_and(|inside| {
        let years = quantity::parse(inside, Lang::Zh).iter().any(|quantity| {
            quantity.span == (0..inside.len()) && quantity.years().is_some() && quantity.upper.is_some()
        });
        inside.chars().count() <= 20 && (years || words.iter().any(|word| inside.ends_with(word)))
    })
}

/// The first and last year that a title names: （2031—2035年）, “十五五”.
pub(super) fn period(title: &str) -> Option<(i32, i32)> {
    let quantities = quantity::parse(title, Lang::Zh);
    let years = |plan: bool| {
        let mut found =
            quantities.iter().filter(|quantity| matches!(quantity.unit, Unit::PlanPeriod(_)) == plan);
        found.find_map(|quantity| quantity.years().filter(|(first, last)| first < last))
    };
    years(false).or_else(|| years(true))
}

/// The title of the document that a notice carries: X of 关于印发X的通知, and whether the notice carries one.
pub(super) fn carried(title: &str) -> Option<&str> {
    const VERBS: [&str; 8] = ["印发", "转发", "公布", "发布", "颁布", "下达", "颁发", "批转"];
    let (end, _) = ["的通知", "的公告", "的决定", "的命令"]
        .iter()
        .filter_map(|ending| title.rfind(ending).map(|at| (at, ending)))
        .max()?;
    let verb = VERBS.iter().filter_map(|verb| title[..end].find(verb).map(|at| (at, verb.len()))).min()?;
    let inner = title[verb.0 + verb.1..end].trim();
    let inner = match inner.strip_prefix('《') {
        Some(quoted) => quoted.rfind('》').map_or(inner, |close| &quoted[..close]),
        // A forwarded opinion is named with its issuer before it.
        None => inner.find("关于").map_or(inner, |at| &inner[at..]),
    };
    (!inner.is_empty()).then_some(inner)
}

/// Two titles are the same whatever their blanks, quotation marks and brackets.
pub(super) fn same_title(one: &str, other: &str) -> bool {
    let core = |title: &str| -> String {
        title.chars().filter(|char| char.is_alphanumeric()).filter(|char| *char != '年').collect()
    };
    let (one, other) = (core(without_qualifier(one)), core(without_qualifier(other)));
    !one.is_empty() && one == other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn document_numbers_are_found_in_every_form() {
        let cases = [
            ("国水函〔2031〕17号", Some("国水函〔2031〕17号")),
            ("某畜牧（草）综合字〔2031〕254号", Some("某畜牧（草）综合字〔2031〕254号")),
            ("某办发[2031] 7 号", Some("某办发[2031] 7 号")),
            ("关于印发节水方案的通知国水发〔2031〕4号各省：", Some("国水发〔2031〕4号")),
            ("发文字号：国水发〔2031〕4号", Some("国水发〔2031〕4号")),
            ("国务院令 第712号", Some("国务院令 第712号")),
            ("依据《节水办法》（国水发〔2031〕4号）办理", None),
            ("第12号台风", None),
        ];
        for (text, expected) in cases {
            assert_eq!(document_number(text).map(|span| &text[span]), expected, "{text}");
        }
    }

    #[test]
    fn dates_are_read_in_digits_and_characters() {
        let cases = [
            ("2031年5月9日", Some("2031-05-09")),
            ("二〇三一年十二月三十日", Some("2031-12-30")),
            ("（2031年5月）", Some("2031-05")),
            ("2031-05-09 10:20", Some("2031-05-09")),
            ("自2031年5月9日起施行", None),
            ("2031年", None),
        ];
        for (text, expected) in cases {
            assert_eq!(only_date(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_notice_says_what_it_carries() {
        let cases = [
            ("关于印发《某市节水“十五五”规划》的通知", Some("某市节水“十五五”规划")),
            ("水利部关于印发节水工程方案的通知", Some("节水工程方案")),
            ("国务院办公厅转发水利部关于加强节水工作意见的通知", Some("关于加强节水工作意见")),
            ("关于做好节水工作的通知", None),
        ];
        for (title, expected) in cases {
            assert_eq!(carried(title), expected, "{title}");
        }
        assert!(same_title("某市 节水规划（2031—2035年）", "某市节水规划"));
        assert_eq!(period("节水规划（2031—2035年）"), Some((2031, 2035)));
        assert_eq!(period("某市节水“十四五”规划"), Some((2021, 2025)));
        assert_eq!(period("节水条例"), None);
    }
}
