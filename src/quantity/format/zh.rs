//! Turns quantities into Chinese.
//! Knows nothing of English.

use super::number::{Scaled, fraction, grouped, plain, zh_scaled};
use crate::quantity::value::{Change, Comparator, Date, Quantity, Rational, TimeUnit, Unit};

pub(super) fn format(quantity: &Quantity) -> String {
    match &quantity.unit {
        Unit::Date { start, end } => return dates(*start, *end, quantity.comparator),
        Unit::PlanPeriod(number) => return plan(*number),
        _ => {}
    }
    let unit = unit(&quantity.unit);
    let amount = match quantity.upper {
        Some(upper) => range(quantity.value, upper, &quantity.unit, &unit),
        None => amount(quantity.value, &quantity.unit, &unit),
    };
    let rate = if matches!(quantity.unit, Unit::Per(_)) { "每" } else { "" };
    format!("{}{}{rate}{amount}", change(quantity.change), comparator(quantity.comparator))
}

fn change(change: Change) -> &'static str {
    match change {
        Change::Level => "",
        Change::Increase => "增加",
        Change::Decrease => "减少",
        Change::Add => "新增",
    }
}

fn comparator(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Exactly | Comparator::Range => "",
        Comparator::AtLeast => "不少于",
        Comparator::AtMost => "不超过",
        Comparator::About => "约",
        // 近三年 would be the last three years; 将近 is nearly, whatever follows.
        Comparator::Nearly => "将近",
        Comparator::MoreThan => "超过",
        Comparator::LessThan => "不到",
    }
}

fn amount(value: Rational, unit: &Unit, word: &str) -> String {
    if value == Rational::new(1, 2)
        && matches!(unit, Unit::Duration(TimeUnit::Year | TimeUnit::Month | TimeUnit::Hour | TimeUnit::Day))
    {
        return format!("半{word}");
    }
    number(value, unit) + word
}

/// The digits of an amount, written so that they are no year.
fn number(value: Rational, unit: &Unit) -> String {
    if *unit == Unit::Fraction {
        return fraction(value);
    }
    let Scaled { digits, word, .. } = zh_scaled(value);
    let reads_as_year = match unit {
        Unit::Duration(TimeUnit::Year) => digits.len() == 4,
        Unit::Count(word) => word.is_ascii() && digits.len() == 4,
        _ => false,
    };
    // 每千人口 and 每万人口 are fixed; 每1000人口 is nobody's Chinese.
    if matches!(unit, Unit::Per(_)) && value == Rational::from_integer(1000) {
        return "千".to_owned();
    }
    if matches!(unit, Unit::Per(_)) && digits == "1" && !word.is_empty() {
        return word.to_owned();
    }
    if reads_as_year && word.is_empty() { grouped(&digits) } else { digits + word }
}

/// 3—5家, 3万—5万人, 10%—15%.
fn range(lower: Rational, upper: Rational, unit: &Unit, word: &str) -> String {
    let (low, high) = (zh_scaled(lower), zh_scaled(upper));
    let is_share = matches!(unit, Unit::Percent | Unit::PerMille);
    if is_share {
        return format!("{}{word}—{}{word}", number(lower, unit), number(upper, unit));
    }
    if low.word == high.word && !low.word.is_empty() {
        return format!("{}{}—{}{}{word}", low.digits, low.word, high.digits, high.word);
    }
    if low.word.is_empty() && !high.word.is_empty() && low.number < high.number {
        // 3至5万 would be 30,000 to 50,000.
        let digits = |value| grouped(&plain(value));
        return format!("{}—{}{word}", digits(lower), digits(upper));
    }
    format!("{}—{}{word}", number(lower, unit), number(upper, unit))
}

fn unit(unit: &Unit) -> String {
    let word = match unit {
        Unit::Count(word) | Unit::Per(word) if word.is_ascii() => "",
        Unit::Count(word) | Unit::Per(word) => word,
        Unit::People => "人",
        Unit::Age => "岁",
        Unit::Times => "倍",
        Unit::Percent => "%",
        Unit::PerMille => "‰",
        Unit::Points => "个百分点",
        Unit::Money(currency) => currency.zh_word(),
        Unit::Measure(measure) => measure.zh(),
        Unit::Duration(unit) => match unit {
            TimeUnit::Year => "年",
            TimeUnit::Quarter => "个季度",
            TimeUnit::Month => "个月",
            TimeUnit::Week => "周",
            TimeUnit::Day => "天",
            TimeUnit::Hour => "小时",
            TimeUnit::Minute => "分钟",
        },
        Unit::Fraction | Unit::Date { .. } | Unit::PlanPeriod(_) => "",
    };
    word.to_owned()
}

fn dates(start: Date, end: Option<Date>, comparator: Comparator) -> String {
    match end {
        // 2021—2025年: two years share their 年.
        Some(end) if start.month.is_none() && end.month.is_none() => {
            format!("{}—{}", start.year.unwrap_or_default(), date(end))
        }
        Some(end) => format!("{}至{}", date(start), date(rest(start, end))),
        None if comparator == Comparator::About => date(start) + "左右",
        None => date(start),
    }
}

/// What of `end` the reader does not know from `start`: 2016年3月至5月, 3月5日至8日.
fn rest(start: Date, end: Date) -> Date {
    let year = end.year.filter(|_| end.year != start.year);
    let is_known = year.is_none() && end.month == start.month && end.day.is_some();
    Date { year, month: end.month.filter(|_| !is_known), day: end.day }
}

fn date(date: Date) -> String {
    let part =
        |number: Option<i32>, word: &str| number.map_or(String::new(), |number| format!("{number}{word}"));
    part(date.year, "年") + &part(date.month.map(i32::from), "月") + &part(date.day.map(i32::from), "日")
}

/// “十四五”时期. The plans before the sixth are always quoted too, in the same short form.
fn plan(number: u8) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let ones = DIGITS.get(usize::from(number % 10)).copied().unwrap_or_default();
    match number {
        10 => "“十五”时期".to_owned(),
        1..=9 => format!("“{ones}五”时期"),
        11..=19 => format!("“十{ones}五”时期"),
        _ => format!("第{number}个五年规划时期"),
    }
}
