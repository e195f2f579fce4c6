//! Turns a text into the places where a printed number may begin a heading: 一、 （一） 1. 1.1 第一章 第一条.
//! Knows nothing of what stands before or after: whether a mark is a heading is for the series to decide.

use crate::content::value_of;

/// The kinds of printed numbers, from the one that usually stands highest to the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// 第一篇, 第一编, 第一部分
    Part,
    /// 第一章
    Chapter,
    /// 第一节
    Section,
    /// 第一条
    Article,
    /// 一、
    Comma,
    /// （一）
    Bracket,
    /// A heading of a format or of a line of its own, without a number.
    Plain,
    /// `1.`, 1．, 1、
    Dot,
    /// （1）, 1）
    DigitBracket,
    /// ①
    Circle,
    /// 1.1, 1.1.1, and 1 where such follow: how many numbers there are.
    Decimal(u8),
}

/// What stands before a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Words: （一） glued to the heading before it.
    Glued,
    /// The end of a sentence in the same paragraph.
    Sentence,
    /// Nothing: it begins a paragraph.
    Line,
}

/// A place where a printed number may begin a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The byte where the number begins.
    pub(super) start: usize,
    /// The byte where the title begins, blanks passed over.
    pub(super) end: usize,
    pub(super) kind: Kind,
    /// The number; for 2.3.1 the last one.
    pub(super) value: u32,
    /// For 2.3.1 the number before the last.
    pub(super) above: Option<u32>,
    pub(super) place: Place,
}

/// The largest number that numbers a heading. Larger ones are years and amounts.
const LARGEST: u32 = 400;

/// No number of a heading has more digits; a longer run is looked at no farther, so that reading stays linear.
const RUN: usize = 8;

/// The marks of a paragraph, from left to right.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut found: Vec<Mark> = Vec::new();
    let mut before = None;
    let mut behind = 0;
    for (at, char) in text.char_indices() {
        let place = match before {
            None => Place::Line,
            Some(before) if ends_sentence(before) => Place::Sentence,
            Some(_) => Place::Glued,
        };
        if at >= behind
            && let Some(mark) = at_place(text, at, place)
        {
            behind = mark.end;
            found.push(mark);
        }
        if !is_blank(char) {
            before = Some(char);
        }
    }
    found
}

/// Whether a sentence or what is set off like one may end with this character.
pub(super) fn ends_sentence(char: char) -> bool {
    matches!(char, '。' | '！' | '？' | '”' | '’' | '）' | ')' | '》' | '】' | '：' | ':')
}

/// Whether this is a blank within a line.
pub(super) fn is_blank(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{feff}' | '\u{200b}')
}

fn at_place(text: &str, at: usize, place: Place) -> Option<Mark> {
    let rest = &text[at..];
    let first = rest.chars().next()?;
    let (kind, length, above, core) = match first {
        '第' => ordinal(rest)?,
        '（' | '(' => bracket(rest)?,
        '0'..='9' => digits(rest, place)?,
        '①'..='⑳' => {
            let value = u32::from(first) - u32::from('①') + 1;
            (Kind::Circle, first.len_utf8(), None, Core::Value(value))
        }
        _ if is_han_digit(first) => comma(rest)?,
        _ => return None,
    };
    let value = match core {
        Core::Value(value) => value,
        Core::Printed(printed) => u32::from(value_of(printed)?),
    };
    let behind = &rest[length..];
    let title = behind.trim_start_matches(is_blank);
    let spaced = title.len() < behind.len();
    let fits = (1..=LARGEST).contains(&value)
        && may_stand(kind, place, spaced)
        && !refers(kind, place, title)
        && (place == Place::Line || !title.is_empty());
    let end = at + length + (behind.len() - title.len());
    fits.then_some(Mark { start: at, end, kind, value, above, place })
}

enum Core<'t> {
    Value(u32),
    Printed(&'t str),
}

/// Kind, length in bytes, the number above it, its own number.
type Found<'t> = (Kind, usize, Option<u32>, Core<'t>);

/// 第三章, 第十二条
fn ordinal(rest: &str) -> Option<Found<'_>> {
    let number = &rest['第'.len_utf8()..];
    let number = number.trim_start_matches(is_blank);
    let lead = rest.len() - number.len();
    let length: usize = number
        .chars()
        .take(RUN)
        .take_while(|char| is_han_digit(*char) || char.is_ascii_digit())
        .map(char::len_utf8)
        .sum();
    let after = number[length..].trim_start_matches(is_blank);
    let blank = number.len() - length - after.len();
    let word = |word: &str, kind| {
        let end = lead + length + blank + word.len();
        after.starts_with(word).then_some((kind, end, None, Core::Printed(&number[..length])))
    };
    if length == 0 {
        return None;
    }
    word("部分", Kind::Part)
        .or_else(|| word("篇", Kind::Part))
        .or_else(|| word("编", Kind::Part))
        .or_else(|| word("章", Kind::Chapter))
        .or_else(|| word("节", Kind::Section))
        .or_else(|| word("条", Kind::Article))
}

/// （三）, (12)
fn bracket(rest: &str) -> Option<Found<'_>> {
    let open = rest.chars().next()?.len_utf8();
    let close = rest.char_indices().take(8).find(|(_, char)| matches!(char, '）' | ')'))?;
    let inside = rest[open..close.0].trim_matches(is_blank);
    let kind = if !inside.is_empty() && inside.chars().all(is_han_digit) {
        Kind::Bracket
    } else if (1..=3).contains(&inside.len()) && inside.bytes().all(|byte| byte.is_ascii_digit()) {
        Kind::DigitBracket
    } else {
        return None;
    };
    Some((kind, close.0 + close.1.len_utf8(), None, Core::Printed(inside)))
}

/// 十二、
fn comma(rest: &str) -> Option<Found<'_>> {
    let length: usize =
        rest.chars().take(RUN).take_while(|char| is_han_digit(*char)).map(char::len_utf8).sum();
    let after = rest[length..].trim_start_matches(is_blank);
    let blank = rest.len() - length - after.len();
    let sign = after.chars().next().filter(|char| matches!(char, '、' | '．' | '.'))?;
    let end = length + blank + sign.len_utf8();
    Some((Kind::Comma, end, None, Core::Printed(&rest[..length])))
}

/// `1.`, 1、, 1）, 1.1, and 1 alone at the beginning of a line.
fn digits(rest: &str, place: Place) -> Option<Found<'_>> {
    let run = |text: &str| text.bytes().take(RUN).take_while(u8::is_ascii_digit).count();
    let first = run(rest);
    let value: u32 = rest[..first].parse().ok().filter(|_| first <= 3)?;
    let after = &rest[first..];
    let sign = after.chars().next()?;
    let end = first + sign.len_utf8();
    let behind = &rest[end..];
    match sign {
        ')' | '）' => Some((Kind::DigitBracket, end, None, Core::Value(value))),
        '、' | '．' | '.' if !behind.starts_with(|char: char| char.is_ascii_digit()) => {
            Some((Kind::Dot, end, None, Core::Value(value)))
        }
        '．' | '、' => Some((Kind::Dot, end, None, Core::Value(value))),
        // 21.2015年… numbers a title that begins with a year.
        '.' if run(behind) == 4 => Some((Kind::Dot, end, None, Core::Value(value))),
        '.' => decimal(rest),
        _ if place == Place::Line && (is_blank(sign) || is_han(sign)) && first <= 2 => {
            Some((Kind::Decimal(1), first, None, Core::Value(value)))
        }
        _ => None,
    }
}

/// 1.1, 2.3.1
fn decimal(rest: &str) -> Option<Found<'_>> {
    let length = rest.bytes().take(3 * RUN).take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let printed = rest[..length].trim_end_matches('.');
    let numbers: Vec<u32> =
        printed.split('.').map(|number| number.parse().ok().filter(|n| *n < 100)).collect::<Option<_>>()?;
    let (last, upper) = numbers.split_last()?;
    let depth = u8::try_from(numbers.len()).ok().filter(|depth| *depth <= 6)?;
    let starts_title = rest[length..].starts_with(|char: char| is_blank(char) || is_han(char) || char == '“');
    starts_title.then_some((Kind::Decimal(depth), length, upper.last().copied(), Core::Value(*last)))
}

/// Whether a number of this kind may number a heading there at all.
fn may_stand(kind: Kind, place: Place, spaced: bool) -> bool {
    match kind {
        Kind::Part | Kind::Chapter | Kind::Section | Kind::Article => {
            place == Place::Line || (place == Place::Sentence && spaced)
        }
        Kind::Comma | Kind::Decimal(_) | Kind::Circle => place != Place::Glued,
        Kind::DigitBracket => place == Place::Line,
        Kind::Bracket | Kind::Dot | Kind::Plain => true,
    }
}

/// 第三条规定, （二）项, 一、二级: such numbers refer or count.
fn refers(kind: Kind, place: Place, title: &str) -> bool {
    let next = title.chars().next().unwrap_or(' ');
    let refers_on = ["至（", "至第", "、（", "和（", "项规定", "款规定", "条规定", "规定的", "所列"];
    match kind {
        Kind::Comma => {
            let length: usize =
                title.chars().take_while(|char| is_han_digit(*char)).map(char::len_utf8).sum();
            length > 0 && title[length..].starts_with(['、', '级', '是'])
        }
        Kind::Decimal(_) => title.starts_with(['%', '％', '万', '亿', '个', '倍', '年', '月', '岁', '元']),
        Kind::Dot => place == Place::Glued && !is_han(next),
        _ => {
            matches!(next, '，' | '；' | '、' | '项' | '款')
                || refers_on.iter().any(|word| title.starts_with(word))
        }
    }
}

pub(super) fn is_han_digit(char: char) -> bool {
    "〇零一二三四五六七八九十百".contains(char)
}

pub(super) fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '〇')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(Kind, u32, Place, &str)> {
        marks(text)
            .into_iter()
            .map(|mark| {
                let title: usize = text[mark.end..].chars().take(2).map(char::len_utf8).sum();
                (mark.kind, mark.value, mark.place, &text[mark.end..mark.end + title])
            })
            .collect()
    }

    #[test]
    fn every_kind_of_number_is_seen_at_the_beginning_of_a_line() {
        let cases = [
            ("三、保障措施", Kind::Comma, 3),
            ("（十二）健全机制", Kind::Bracket, 12),
            ("(二) 健全机制", Kind::Bracket, 2),
            ("15．2016年第五届会议", Kind::Dot, 15),
            ("21.2015论坛年会", Kind::Dot, 21),
            ("7、完善目录", Kind::Dot, 7),
            ("第二十一条 本办法", Kind::Article, 21),
            ("第 三 章 附则", Kind::Chapter, 3),
            ("第二部分 任务", Kind::Part, 2),
            ("2.3 预警级别", Kind::Decimal(2), 3),
            ("2.3.1 一般预警", Kind::Decimal(3), 1),
            ("4 应急响应", Kind::Decimal(1), 4),
            ("（3）登记", Kind::DigitBracket, 3),
            ("②登记", Kind::Circle, 2),
        ];
        for (text, kind, value) in cases {
            let found = read(text);
            assert_eq!(
                found.first().map(|mark| (mark.0, mark.1, mark.2)),
                Some((kind, value, Place::Line)),
                "{text}"
            );
        }
    }

    #[test]
    fn headings_inside_a_paragraph_are_seen_too() {
        let found = read("一、总体目标（一）主要思路。改善服务。2.重点工作。建好三所学校。二、保障");
        let kinds: Vec<(Kind, u32, Place)> = found.iter().map(|mark| (mark.0, mark.1, mark.2)).collect();
        assert_eq!(
            kinds,
            [
                (Kind::Comma, 1, Place::Line),
                (Kind::Bracket, 1, Place::Glued),
                (Kind::Dot, 2, Place::Sentence),
                (Kind::Comma, 2, Place::Sentence)
            ]
        );
    }

    #[test]
    fn amounts_years_and_references_are_no_marks() {
        for text in [
            "（牧区医药）旅游机构",
            "2025 年前完成",
            "2.5万个岗位",
            "3.5%左右",
            "形成一、二、三级网络",
            "按第三条规定办理",
            "（一）至（三）项",
            "（2021）",
            "增长1.5倍",
            "（一）项所称",
        ] {
            assert_eq!(
                read(text)
                    .iter()
                    .filter(|mark| mark.2 >= Place::Sentence && mark.1 < 30 && mark.0 != Kind::Decimal(1))
                    .count(),
                0,
                "{text}: {:?}",
                read(text)
            );
        }
    }
}
