//! Turns a clause id (`c3-1-1`, `c2-2-a`, `n`, `a1-2`) into its parts, and printed numbers (（三）, 1., 第十二条) into ids.
//! Knows nothing of plans.

use crate::lang::Lang;
use std::fmt::{self, Write};

/// One part of an id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Segment {
    /// A printed number.
    Number(u16),
    /// A head without a number: `a`, `b`, …
    Letter(char),
    /// A paragraph: `p2`.
    Paragraph(u16),
    /// A row of an indicator table: `i3`.
    Row(u16),
}

/// A clause id, taken apart: `c3-1-1` is 三、（一）1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseId {
    /// `n` covering notice, `c` body, `a` annex.
    pub part: char,
    /// The numbers from the chapter down; empty for `n`.
    pub segments: Vec<Segment>,
}

impl ClauseId {
    /// Reads an id; `None` if it is none.
    pub fn parse(id: &str) -> Option<ClauseId> {
        if id == "n" {
            return Some(ClauseId { part: 'n', segments: Vec::new() });
        }
        let mut parts = id.split('-');
        let head = parts.next()?;
        let part = head.chars().next().filter(|part| matches!(part, 'c' | 'a' | 'n'))?;
        // Clauses lie as deep as that, and no deeper but for their paragraphs.
        let mut segments = Vec::with_capacity(4);
        match (part, head.get(1..)?) {
            ('n', "") => {}
            (_, digits) => segments.push(Segment::Number(number(digits)?)),
        }
        for part in parts {
            segments.push(segment(part)?);
        }
        Some(ClauseId { part, segments })
    }

    /// How deep the clause lies: chapters and the covering notice are 1.
    pub fn level(&self) -> u8 {
        u8::try_from(self.segments.len().max(1)).unwrap_or(u8::MAX)
    }

    /// The number as the language prints it for this depth: 三、 （一） 1. and III, (1), 1; empty for preambles and
    /// heads without a number.
    pub fn printed(&self, lang: Lang) -> String {
        let mut printed = String::new();
        self.print(self.segments.len(), lang, &mut printed);
        printed
    }

    /// The whole number for citing, from the chapter down: 三（一）1 and III (1) 1; empty where nothing is numbered.
    pub fn cited(&self, lang: Lang) -> String {
        let mut cited = String::new();
        for depth in 1..=self.segments.len() {
            let end = cited.len();
            if lang == Lang::En && end > 0 {
                cited.push(' ');
            }
            let start = cited.len();
            self.print(depth, lang, &mut cited);
            let whole = start + cited[start..].trim_end_matches(['、', '.']).len();
            cited.truncate(if whole == start { end } else { whole });
        }
        cited
    }

    /// True where [`ClauseId::printed`] is not empty.
    pub fn is_numbered(&self) -> bool {
        matches!(self.segments.last(), Some(Segment::Number(_))) && self.segments != [Segment::Number(0)]
    }

    /// Writes the number of the first parts, down to a depth.
    fn print(&self, depth: usize, lang: Lang, out: &mut String) {
        let segments = &self.segments[..depth];
        let Some(Segment::Number(n)) = segments.last().filter(|_| *segments != [Segment::Number(0)]) else {
            return;
        };
        // Writing to a string does not fail.
        let _ = match (lang, depth) {
            (Lang::Zh, 1) if self.part == 'a' => write!(out, "附件{n}"),
            (Lang::En, 1) if self.part == 'a' => write!(out, "Annex {n}"),
            (Lang::Zh, 1) => write!(out, "{}、", Chinese(*n)),
            (Lang::Zh, 2) => write!(out, "（{}）", Chinese(*n)),
            (Lang::En, 1) => write!(out, "{}", Roman(*n)),
            (Lang::En, 2) => write!(out, "({n})"),
            (_, 3) => write!(out, "{n}."),
            (Lang::Zh, _) => write!(out, "（{n}）"),
            (Lang::En, _) => write!(out, "({n})"),
        };
    }

    /// True when the printed number is the id's last part.
    pub fn agrees_with(&self, printed: &str) -> bool {
        match (value_of(printed), self.segments.last()) {
            (Some(value), Some(Segment::Number(number))) => value == *number,
            (Some(_), _) => false,
            (None, _) => true,
        }
    }
}

/// True when two ids are the same. Those of one text are alike but for their ends, and are looked for again and again.
pub fn is_same_id(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.as_bytes().last() == b.as_bytes().last() && a == b
}

fn segment(part: &str) -> Option<Segment> {
    let mut chars = part.chars();
    match (chars.next()?, chars.as_str()) {
        ('p', digits) if !digits.is_empty() => number(digits).map(Segment::Paragraph),
        ('i', digits) if !digits.is_empty() => number(digits).map(Segment::Row),
        (letter @ 'a'..='z', "") => Some(Segment::Letter(letter)),
        _ => number(part).map(Segment::Number),
    }
}

fn number(digits: &str) -> Option<u16> {
    let plain = digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    let canonical = digits == "0" || !digits.starts_with('0');
    (plain && canonical).then(|| digits.parse().ok()).flatten()
}

/// Splits a heading that begins with a printed number: `（三）发展目标` → `（三）`, `发展目标`.
pub(super) fn split_number(heading: &str) -> (Option<&str>, &str) {
    let after = |end: usize| (Some(heading[..end].trim()), heading[end..].trim_start());
    let mut chars = heading.char_indices();
    let Some((_, first)) = chars.next() else { return (None, heading) };
    if let '（' | '(' = first {
        let close = heading.find(['）', ')']);
        if let Some(close) = close.filter(|close| value_of(&heading[..*close]).is_some()) {
            let width = heading[close..].chars().next().map_or(1, char::len_utf8);
            return after(close + width);
        }
        return (None, heading);
    }
    if let Some((roman, _)) = heading.split_once(". ").filter(|(number, _)| from_roman(number).is_some()) {
        return after(roman.len() + 1);
    }
    let body: usize =
        heading.chars().take_while(|c| digit(*c).is_some() || *c == '第').map(char::len_utf8).sum();
    let mark = heading[body..].chars().next();
    match mark {
        Some(mark @ ('、' | '.' | '．' | '章' | '条' | '篇' | '节'))
            if value_of(&heading[..body]).is_some() =>
        {
            after(body + mark.len_utf8())
        }
        _ => (None, heading),
    }
}

/// The number with which a heading begins: 3 of `三、主要任务`.
pub fn printed_number(heading: &str) -> Option<u16> {
    split_number(heading).0.and_then(value_of)
}

/// The value of a printed number: 三、 （十二） 1. 第十二条 XII.
pub fn value_of(printed: &str) -> Option<u16> {
    let core = printed.trim_matches(|c: char| "（）().．、第章条篇节 ".contains(c));
    if core.is_empty() {
        return None;
    }
    if core.bytes().all(|b| b.is_ascii_digit()) {
        return core.parse().ok();
    }
    if let Some(value) = from_roman(core) {
        return Some(value);
    }
    let mut total: u16 = 0;
    let mut current: u16 = 0;
    for c in core.chars() {
        match digit(c)? {
            Digit::Value(value) => current = value,
            Digit::Times(times) => {
                total = total.checked_add(current.max(1).checked_mul(times)?)?;
                current = 0;
            }
        }
    }
    total.checked_add(current)
}

enum Digit {
    Value(u16),
    Times(u16),
}

fn digit(c: char) -> Option<Digit> {
    let value = match c {
        '十' => return Some(Digit::Times(10)),
        '百' => return Some(Digit::Times(100)),
        '零' | '〇' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => c.to_digit(10).and_then(|value| u16::try_from(value).ok())?,
    };
    Some(Digit::Value(value))
}

/// 1 → 一, 12 → 十二, 38 → 三十八; plain digits from 100 on.
struct Chinese(u16);

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let (tens, ones) = (usize::from(self.0 / 10), usize::from(self.0 % 10));
        let one = if ones == 0 { "" } else { DIGITS[ones] };
        match self.0 {
            0..=9 => f.write_str(DIGITS[ones]),
            10..=19 => write!(f, "十{one}"),
            20..=99 => write!(f, "{}十{one}", DIGITS[tens]),
            n => write!(f, "{n}"),
        }
    }
}

/// 1 → I, 12 → XII; plain digits from 40 on.
struct Roman(u16);

const ROMAN_ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

impl fmt::Display for Roman {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 0 || self.0 >= 40 {
            return write!(f, "{}", self.0);
        }
        (0..self.0 / 10).try_for_each(|_| f.write_str("X"))?;
        f.write_str(ROMAN_ONES[usize::from(self.0 % 10)])
    }
}

/// XII → 12, as [`Roman`] writes it.
fn from_roman(text: &str) -> Option<u16> {
    let ones = text.trim_start_matches('X');
    let tens = text.len() - ones.len();
    let ones = ROMAN_ONES.iter().position(|known| *known == ones)?;
    let value = u16::try_from(tens * 10 + ones).ok()?;
    (1..40).contains(&value).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_say_how_they_are_printed_and_cited() {
        let cases = [
            ("c3-1-1", 3, "1.", "三（一）1", "1.", "III (1) 1"),
            ("c2", 1, "二、", "二", "II", "II"),
            ("c2-12", 2, "（十二）", "二（十二）", "(12)", "II (12)"),
            ("c2-2-a", 3, "", "二（二）", "", "II (2)"),
            ("c0", 1, "", "", "", ""),
            ("n", 1, "", "", "", ""),
            ("a1-2", 2, "（二）", "附件1（二）", "(2)", "Annex 1 (2)"),
            ("c4-5-18", 3, "18.", "四（五）18", "18.", "IV (5) 18"),
        ];
        for (id, level, zh, zh_cited, en, en_cited) in cases {
            let parsed = ClauseId::parse(id).unwrap();
            assert_eq!(parsed.level(), level, "{id}");
            assert_eq!(
                (parsed.printed(Lang::Zh).as_str(), parsed.printed(Lang::En).as_str()),
                (zh, en),
                "{id}"
            );
            assert_eq!(
                (parsed.cited(Lang::Zh).as_str(), parsed.cited(Lang::En).as_str()),
                (zh_cited, en_cited),
                "{id}"
            );
        }
        for bad in ["", "x1", "c", "c-1", "c01", "c1--2", "C1", "c1-", "c1-ab"] {
            assert_eq!(ClauseId::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn printed_numbers_are_split_off_and_agree() {
        let cases = [
            ("（三）发展目标", Some("（三）"), "发展目标", "c2-3"),
            ("(一)指导思想", Some("(一)"), "指导思想", "c2-1"),
            ("1.深化合作", Some("1."), "深化合作", "c3-1-1"),
            ("15．举办2016年大会", Some("15．"), "举办2016年大会", "c4-3-15"),
            ("第十二条 适用", Some("第十二条"), "适用", "c3-12"),
            ("三、主要任务", Some("三、"), "主要任务", "c3"),
            ("（二十一）附则", Some("（二十一）"), "附则", "c2-21"),
            ("一百零二、附则", Some("一百零二、"), "附则", "c102"),
            ("III. Main tasks", Some("III."), "Main tasks", "c3"),
            ("(12) Support", Some("(12)"), "Support", "c3-12"),
            ("IIII. Main tasks", None, "IIII. Main tasks", "c3"),
            ("I.T. services", None, "I.T. services", "c3"),
            ("A. Main tasks", None, "A. Main tasks", "c3"),
            ("（蒙医药）健康旅游", None, "（蒙医药）健康旅游", "c2-10"),
            ("2015丝绸之路", None, "2015丝绸之路", "c4-6-29"),
            ("一带一路", None, "一带一路", "c1"),
            ("十四五规划", None, "十四五规划", "c1"),
        ];
        for (heading, number, rest, id) in cases {
            assert_eq!(split_number(heading), (number, rest), "{heading}");
            assert!(ClauseId::parse(id).unwrap().agrees_with(number.unwrap_or("")), "{heading}");
        }
        assert!(!ClauseId::parse("c2-2").unwrap().agrees_with("（三）"));
        assert!(!ClauseId::parse("c2").unwrap().agrees_with("III."));
        assert!(!ClauseId::parse("c2-2-a").unwrap().agrees_with("（三）"));
    }

    proptest::proptest! {
        #[test]
        fn taking_apart_never_panics(text in "[（()）0-9一二三十百第章条、.．a-z-]{0,12}") {
            let _ = ClauseId::parse(&text);
            let (number, rest) = split_number(&text);
            proptest::prop_assert!(number.map_or(0, str::len) + rest.len() <= text.len());
        }
    }
}
