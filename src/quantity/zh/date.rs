//! Turns Chinese dates and plan periods into calendar quantities.
//! Knows nothing of amounts.

use super::numeral::{self, han_digit};
use super::{connector, unit};
use crate::quantity::digits::{self, iso_date, run, small};
use crate::quantity::reader::Reader;
use crate::quantity::value::{Date, Quantity};

/// The date or range of dates at `i`, and where it ends.
pub(super) fn at(reader: &Reader, i: usize) -> Option<(Quantity, usize)> {
    let (start, mut last, mut end) = first(reader, i)?;
    if last.is_none()
        && let Some(behind) = connector(reader, end)
        && let Some((date, date_end)) = second(reader, behind, start)
        && date > start
    {
        (last, end) = (Some(date), date_end);
    }
    let mut about = false;
    if last.is_none() {
        let gap = reader.gap(end);
        if let Some(behind) = reader.starts(gap, "左右").or_else(|| reader.starts(gap, "前后")) {
            (about, end) = (true, behind);
        }
    }
    Some((Quantity::of_dates(reader.bytes(i, end), start, last, about), end))
}

/// The first date at `i`; two where both ends share their unit: 2016年3-5月, 90年代.
fn first(reader: &Reader, i: usize) -> Option<(Date, Option<Date>, usize)> {
    if let Some((date, end)) = iso_date(reader, i) {
        return Some((date, None, end));
    }
    if let Some(decade) = decade(reader, i) {
        return Some(decade);
    }
    if let Some((year, end)) = marked_year(reader, i) {
        let base = Date::year(year);
        return Some(month_and_day(reader, reader.gap(end), base).unwrap_or((base, None, end)));
    }
    if let Some(found) = month_and_day(reader, i, Date::default()) {
        return Some(found);
    }
    bare_years(reader, i)
}

/// The later end of a range that began with `start`, which lends what the later end leaves out.
fn second(reader: &Reader, i: usize, start: Date) -> Option<(Date, usize)> {
    if let Some((date, end)) = iso_date(reader, i) {
        return Some((date, end));
    }
    if let Some((year, end)) = marked_year(reader, i) {
        let base = Date::year(year);
        let (date, none, end) = month_and_day(reader, reader.gap(end), base).unwrap_or((base, None, end));
        return none.is_none().then_some((date, end));
    }
    if start.month.is_some()
        && let Some((date, None, end)) = month_and_day(reader, i, Date { month: None, day: None, ..start })
    {
        return Some((date, end));
    }
    if start.day.is_some() {
        let (number, end) = count(reader, i)?;
        let behind = reader.starts(reader.gap(end), "日")?;
        return Some((Date { day: Some(digits::day(number)?), ..start }, behind));
    }
    // 2021年—2025
    let year = bare_year(reader, i).filter(|_| start.month.is_none())?;
    Some((Date::year(year), i + 4))
}

/// A year with its 年.
fn marked_year(reader: &Reader, i: usize) -> Option<(i32, usize)> {
    let (year, end) = four_digits(reader, i)?;
    let end = reader.starts(reader.gap(end), "年")?;
    let is_other_word = matches!(reader.at(end), '级' | '轮' | '龄');
    ((1000..3000).contains(&year) && !is_other_word).then_some((year, end))
}

/// Four digits, Arabic or Chinese, and no more.
fn four_digits(reader: &Reader, i: usize) -> Option<(i32, usize)> {
    if let Some(year) = small(reader, i, 4) {
        return (!reader.at(i + 4).is_ascii_digit()).then_some((year, i + 4));
    }
    let mut year = 0;
    for k in 0..4 {
        let char = reader.at(i + k);
        // 两 counts, but spells no year.
        let digit = han_digit(char).filter(|_| char != '两')?;
        year = year * 10 + i32::try_from(digit).ok()?;
    }
    han_digit(reader.at(i + 4)).is_none().then_some((year, i + 4))
}

/// Years without 年: 2015-2017年, （2021—2025）, 2015中国—东盟论坛, 二〇三五远景目标.
fn bare_years(reader: &Reader, i: usize) -> Option<(Date, Option<Date>, usize)> {
    let start = bare_year(reader, i)?;
    if let Some(behind) = connector(reader, i + 4) {
        let (last, end) = marked_year(reader, behind)
            .or_else(|| bare_year(reader, behind).map(|year| (year, behind + 4)))
            .or_else(|| short_year(reader, behind, start))?;
        return (last > start).then_some((Date::year(start), Some(Date::year(last)), end));
    }
    Some((Date::year(start), None, i + 4))
}

/// The 25年 of 2021-25年.
fn short_year(reader: &Reader, i: usize, start: i32) -> Option<(i32, usize)> {
    let year = small(reader, i, 2).filter(|_| run(reader, i) == i + 2)?;
    let end = reader.starts(reader.gap(i + 2), "年")?;
    Some((start / 100 * 100 + year, end))
}

/// Four digits that can only be a year: no unit, no multiplier, no sign of an amount around them.
fn bare_year(reader: &Reader, i: usize) -> Option<i32> {
    let (year, end) = four_digits(reader, i)?;
    let is_amount =
        matches!(reader.at(reader.gap(end)), '万' | '亿' | '千' | '百' | '余' | '多' | '十' | '分' | '号')
            || matches!(reader.at(end), '.' | ',' | '/' | '%') && reader.at(end + 1).is_ascii_digit()
            || matches!(reader.before(i), '$' | '¥' | '€' | '£' | '约' | '近' | '逾' | '过' | '达' | '超')
            || ["少于", "低于", "多于", "高于"].iter().any(|word| reader.ends(i, 0, word).is_some())
            || reader.ends(reader.gap_before(i, 0), 0, "人民币").is_some()
            || unit::at(reader, end).is_some()
            || unit::forbids_digits(reader, end);
    (digits::is_year(year) && !is_amount).then_some(year)
}

/// 1990年代, 20世纪90年代.
fn decade(reader: &Reader, i: usize) -> Option<(Date, Option<Date>, usize)> {
    let end = run(reader, i);
    let (year, end) = if end == i + 4 {
        (small(reader, i, 4)?, end)
    } else {
        let century = small(reader, i, end - i).filter(|century| (1..=30).contains(century))?;
        let behind = reader.starts(end, "世纪")?;
        let decade_end = run(reader, behind);
        let decade = small(reader, behind, decade_end - behind).filter(|decade| *decade < 100)?;
        ((century - 1) * 100 + decade, decade_end)
    };
    let end = reader.starts(end, "年代")?;
    (year % 10 == 0).then_some((Date::year(year), Some(Date::year(year + 9)), end))
}

/// The month and day at `i`, as far as they are there, on top of `base`.
fn month_and_day(reader: &Reader, i: usize, base: Date) -> Option<(Date, Option<Date>, usize)> {
    let (number, number_end) = count(reader, i)?;
    let month = digits::month(number)?;
    let date = Date { month: Some(month), ..base };
    let Some(end) = reader.starts(reader.gap(number_end), "月") else {
        // 3-5月
        let (number, end) = count(reader, connector(reader, number_end)?)?;
        let end = reader.starts(reader.gap(end), "月")?;
        let later = digits::month(number).filter(|later| *later > month)?;
        return Some((date, Some(Date { month: Some(later), ..base }), end));
    };
    if let Some(found) = day(reader, reader.gap(end), date) {
        return Some(found);
    }
    // 三月 alone may be three months of poetry; in characters a month needs a year or a day.
    let is_sure = reader.at(i).is_ascii_digit() || base.year.is_some() || reader.at(end) == '份';
    is_sure.then_some((date, None, end))
}

/// The day at `i` of the month of `date`.
fn day(reader: &Reader, i: usize, date: Date) -> Option<(Date, Option<Date>, usize)> {
    let (number, number_end) = count(reader, i)?;
    let start = Date { day: Some(digits::day(number)?), ..date };
    let gap = reader.gap(number_end);
    if let Some(end) = reader.starts(gap, "日").or_else(|| reader.starts(gap, "号")) {
        return Some((start, None, end));
    }
    // 5-8日
    let (number, end) = count(reader, connector(reader, number_end)?)?;
    let last = Date { day: Some(digits::day(number)?), ..date };
    let end = reader.starts(reader.gap(end), "日")?;
    (last > start).then_some((start, Some(last), end))
}

/// The number of a month or day, in digits or characters.
fn count(reader: &Reader, i: usize) -> Option<(i32, usize)> {
    let end = run(reader, i);
    if end > i {
        return Some((small(reader, i, end - i)?, end));
    }
    if reader.at(i) == '数' || reader.at(i) == '几' {
        return None;
    }
    let numeral =
        numeral::at(reader, i).filter(|numeral| numeral.upper.is_none() && numeral.hint.is_none())?;
    Some((i32::try_from(numeral.value.to_integer()).ok()?, numeral.end))
}

/// “十四五”时期, 十三五, 第十四个五年规划, and where it ends.
pub(super) fn plan_period(reader: &Reader, i: usize) -> Option<(Quantity, usize)> {
    let (number, end) = ordinal_plan(reader, i).or_else(|| short_plan(reader, i))?;
    let end = ["时期", "期间"].iter().find_map(|word| reader.starts(end, word)).unwrap_or(end);
    Some((Quantity::of_plan(reader.bytes(i, end), number), end))
}

/// 第十四个五年规划, 第13个五年计划.
fn ordinal_plan(reader: &Reader, i: usize) -> Option<(u8, usize)> {
    let (number, end) = count(reader, reader.starts(i, "第")?)?;
    let end = ["个五年规划", "个五年计划"].iter().find_map(|word| reader.starts(end, word))?;
    Some((u8::try_from(number).ok().filter(|number| (1..=30).contains(number))?, end))
}

/// “十四五”, 十四五; the older “九五” only between quotation marks, where it is no decimal.
fn short_plan(reader: &Reader, i: usize) -> Option<(u8, usize)> {
    let is_quoted = matches!(reader.at(i), '“' | '"' | '「' | '‘');
    let from = if is_quoted { i + 1 } else { i };
    let is_teen = reader.at(from) == '十';
    let at = if is_teen { from + 1 } else { from };
    let unit = han_digit(reader.at(at)).filter(|_| reader.at(at) != '两' && reader.at(at) != '零');
    let (number, end) = match unit {
        // “十五” is the tenth plan: its 五 stands for 五年.
        Some(5) if is_teen && reader.at(at + 1) != '五' => (10, at + 1),
        Some(digit) if reader.at(at + 1) == '五' => (digit + if is_teen { 10 } else { 0 }, at + 2),
        _ => return None,
    };
    let number = u8::try_from(number).ok().filter(|number| *number > 0)?;
    if is_quoted && matches!(reader.at(end), '”' | '"' | '」' | '’') {
        return Some((number, end + 1));
    }
    // Without both marks only the long form is sure, and not in the middle of a longer number: 十四五岁.
    let before = reader.before(from);
    let is_inside = han_digit(before).is_some() || matches!(before, '十' | '百' | '第' | '.' | '点');
    let goes_on = numeral::begins(reader.at(end)) || unit::at(reader, end).is_some();
    (!is_quoted && number > 10 && !is_inside && !goes_on).then_some((number, end))
}
