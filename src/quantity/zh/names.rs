//! Turns the Chinese names, terms and numbering that hold numerals into their extent, so that they are passed over.
//! Knows nothing of amounts.

use super::numeral::{self, han_digit};
use super::unit;
use crate::lang::is_han;
use crate::quantity::codes::{self, is_letter};
use crate::quantity::currency::Currency;
use crate::quantity::digits::run;
use crate::quantity::reader::Reader;

/// Fixed wordings that begin with a numeral and would read as an amount, or hide one.
const FIXED: &[&str] = &[
    "一带一路",
    "三药三方",
    "三方三药",
    "二十国集团",
    "七十七国集团",
    "三区三州",
    "三支一扶",
    "三国演义",
    "三国时期",
    "三国志",
    "三个代表",
    "三个有利于",
    "四个全面",
    "四个自信",
    "四个意识",
    "四个伟大",
    "两个一百年",
    "两个确立",
    "两个维护",
    "两个允许",
    "两个结合",
    "两个毫不动摇",
    "五个一工程",
    "三门峡",
    "五台山",
    "七台河",
    "五家渠",
    "八国联军",
    "三位一体",
    "四位一体",
    "五位一体",
    "六位一体",
    "三步走",
    "两步走",
    "一国两制",
    "一年一度",
    "一天一",
    "百科全书",
    "两地分居",
    "三家村",
    "三九天",
    "五套班子",
    "四套班子",
    "五项管理",
    "万国",
    "百县千",
    "百校千",
    "千村",
    "百城",
];

/// Words before digits that make them a number of something, where no unit follows.
const LABELS: &[(&str, ())] = &[
    ("附件", ()),
    ("附表", ()),
    ("附录", ()),
    ("附图", ()),
    ("专栏", ()),
    ("专题", ()),
    ("序号", ()),
    ("编号", ()),
    ("邮编", ()),
    ("邮政编码", ()),
    ("电话", ()),
    ("传真", ()),
    ("热线", ()),
    ("代码", ()),
    ("项目", ()),
    ("任务", ()),
    ("图", ()),
    ("表", ()),
    ("注", ()),
];

/// Letters before digits that make them a number of something even over a space: ISO 9001, No. 6.
const LETTER_LABELS: &[&str] =
    &["ISO", "IEC", "GB", "GB/T", "DB", "YY/T", "WS/T", "No", "NO", "Vol", "Art", "Tel", "TEL"];

/// Where the name or number of something that begins at `i` ends.
pub(super) fn at(reader: &Reader, i: usize) -> Option<usize> {
    let char = reader.at(i);
    match char {
        '第' => ordinal(reader, i),
        '(' | '[' | '〔' | '【' | '﹝' => bracket(reader, i),
        '“' => quoted_digits(reader, i),
        _ if char.is_ascii_digit() => {
            numbering(reader, i).or_else(|| labelled(reader, i)).or_else(|| tied(reader, i))
        }
        _ if numeral::begins(char) => {
            FIXED.iter().find_map(|name| reader.starts(i, name)).or_else(|| spelled_digits(reader, i))
        }
        _ => None,
    }
}

/// Past the letters at `i`, and past the digits that they hold or number.
pub(super) fn word(reader: &Reader, i: usize) -> usize {
    if let Some(end) = sign_before_digits(reader, i) {
        return end;
    }
    let name = codes::name(reader, i);
    if name.has_digits {
        return name.end;
    }
    let end = if reader.at(name.end) == '.' { name.end + 1 } else { name.end };
    let digits = reader.gap(end);
    if LETTER_LABELS.contains(&reader.slice(i, name.end)) && reader.at(digits).is_ascii_digit() {
        return codes::chain_end(reader, digits);
    }
    name.end
}

/// USD100, RMB200万: the letters are a sign, not a name.
fn sign_before_digits(reader: &Reader, i: usize) -> Option<usize> {
    let end = Currency::signs().filter_map(|(sign, _)| reader.starts(i, sign)).max()?;
    reader.at(end).is_ascii_digit().then_some(end)
}

/// 第十六届, 第3—5条, 第72届: the numeral of an ordinal, or of several.
fn ordinal(reader: &Reader, i: usize) -> Option<usize> {
    const LONGEST: usize = 24;
    let from = reader.gap(i + 1);
    let mut end = from;
    while end - from < LONGEST {
        let char = reader.at(end);
        let joins = matches!(char, '、' | '-' | '–' | '—' | '至' | '到' | '~' | ' ' | '第' | '多' | '几');
        let is_numeral = numeral::begins(char) || matches!(char, '〇' | '零');
        // A sign belongs to the ordinal only between two numerals.
        let goes_on = joins && end > from && numeral::begins(reader.at(end + 1));
        if !(is_numeral || goes_on) {
            break;
        }
        end += 1;
    }
    (end > from).then_some(end)
}

/// （1）, 〔2021〕6号, `[2021]6号`: numbering and document numbers.
fn bracket(reader: &Reader, i: usize) -> Option<usize> {
    let from = reader.gap(i + 1);
    let digits_end = run(reader, from);
    let close = reader.gap(digits_end);
    if digits_end == from || !matches!(reader.at(close), ')' | ']' | '〕' | '】' | '﹞') {
        return None;
    }
    let behind = reader.gap(close + 1);
    let behind = reader.starts(behind, "第").unwrap_or(behind);
    let number_end = run(reader, behind);
    if number_end > behind && reader.at(reader.gap(number_end)) == '号' {
        return Some(reader.gap(number_end) + 1);
    }
    let is_numbering = digits_end - from <= 2 && reader.at(i) == '(';
    (is_numbering || reader.at(i) == '〔').then_some(close + 1)
}

/// “985”, “863”: a name of digits.
fn quoted_digits(reader: &Reader, i: usize) -> Option<usize> {
    let end = run(reader, i + 1);
    (end > i + 1 && reader.at(end) == '”').then_some(end + 1)
}

/// 1. 2． 3、 4) and the first cell of a table row, in front of what they number.
fn numbering(reader: &Reader, i: usize) -> Option<usize> {
    let end = run(reader, i);
    if end - i > 3 || is_letter(reader.before(i)) {
        return None;
    }
    let sign = reader.at(end);
    let next = reader.at(end + 1);
    let is_first =
        reader.begins_line(i) || matches!(reader.before(reader.gap_before(i, 0)), '。' | '；' | ';');
    let is_last = matches!(reader.at(reader.gap(end + 1)), '\0' | '\n' | '\r');
    match sign {
        '.' | '．' if !next.is_ascii_digit() => (!is_last).then_some(end + 1),
        // 21．2015年 numbers a heading that begins with a year; １．２５ in wide digits is a number.
        '．' if !reader.is_wide(end - 1) => Some(end + 1),
        '.' if is_first && reader.at(i) != '0' && is_year_of_heading(reader, end + 1) => Some(end + 1),
        '、' | ')' if is_first => Some(end + 1),
        '\t' if reader.begins_line(i) => Some(end + 1),
        _ => None,
    }
}

fn is_year_of_heading(reader: &Reader, i: usize) -> bool {
    let end = run(reader, i);
    let is_century = reader.starts(i, "20").or_else(|| reader.starts(i, "19")).is_some();
    // 5.1987 alone is a decimal.
    let goes_on = is_han(reader.at(reader.gap(end)));
    end == i + 4 && is_century && goes_on && unit::at(reader, end).is_none_or(|found| found.word == "年")
}

/// 附件2, 表 3, 电话：12345678, +86 10: digits that number or call something.
fn labelled(reader: &Reader, i: usize) -> Option<usize> {
    let end = codes::chain_end(reader, i);
    let near = reader.gap_before(i, 0);
    if reader.before(i) == '+' && !is_han(reader.before(i - 1)) {
        return Some(groups_end(reader, end));
    }
    let near = if reader.before(near) == ':' { near - 1 } else { near };
    reader.entry_before(near, 0, LABELS)?;
    let counts =
        unit::at(reader, end).is_some() || matches!(reader.at(end), '万' | '亿' | '余' | '多' | '.' | ',');
    (!counts).then_some(end)
}

/// Past the groups of digits behind the first one of a call.
fn groups_end(reader: &Reader, i: usize) -> usize {
    const MOST: usize = 4;
    let mut end = i;
    for _ in 0..MOST {
        let next = codes::chain_end(reader, reader.gap(end));
        if next == reader.gap(end) {
            break;
        }
        end = next;
    }
    end
}

/// 5G, 3D: letters that follow digits without a space and are no unit.
fn tied(reader: &Reader, i: usize) -> Option<usize> {
    let end = run(reader, i);
    let is_tied = is_letter(reader.at(end)) && unit::at(reader, end).is_none();
    is_tied.then(|| codes::name(reader, end).end)
}

/// Three or more digits spelled in characters, which no amount is: 一二三产业, 九一八.
fn spelled_digits(reader: &Reader, i: usize) -> Option<usize> {
    let is_digit = |i| han_digit(reader.at(i)).is_some() && !matches!(reader.at(i), '两' | '零');
    let mut end = i;
    while is_digit(end) {
        end += 1;
    }
    let is_numeral = matches!(reader.at(end), '十' | '百' | '千' | '万' | '亿');
    (end - i >= 3 && !is_numeral).then_some(end)
}
