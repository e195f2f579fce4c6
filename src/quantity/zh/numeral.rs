//! Turns a Chinese numeral, in digits, characters or both, into an exact number.
//! Knows nothing of units.

use super::sum::Sum;
use crate::quantity::digits::Digits;
use crate::quantity::reader::Reader;
use crate::quantity::scale::{times, whole, within};
use crate::quantity::value::{Comparator, Rational};

/// How a numeral is written, which decides how much must stand beside it before it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// It begins with Arabic digits.
    Digits,
    /// Characters below a hundred, or one of them: 三, 三十.
    SmallHan,
    /// Characters that make a number beyond doubt: 一百三十, 两千.
    LargeHan,
    /// Multipliers alone: 百 in 百余家, 百万.
    Bare,
    /// An open number: 数十, 几百.
    Vague,
}

/// One numeral.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub(super) value: Rational,
    /// The upper end of 三四十 or 数百.
    pub(super) upper: Option<Rational>,
    pub(super) end: usize,
    pub(super) form: Form,
    /// What 余, 多, 几 or 来 inside the numeral say.
    pub(super) hint: Option<Comparator>,
    /// The 万 and 亿 that end it: 1.25万 has the scale 10000.
    pub(super) scale: Rational,
    /// How the digits are written, for a numeral of digits alone.
    pub(super) digits: Option<Digits>,
}

/// The numeral at `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Numeral> {
    if let Some(vague) = vague(reader, i) {
        return Some(vague);
    }
    let (low, end) = Sum::read(reader, i, false)?;
    let value = within(low.total()?)?;
    let upper = if low.paired { Some(within(Sum::read(reader, i, true)?.0.total()?)?) } else { None };
    let form = low.form();
    let digits = low.digits.filter(|digits| digits.end == end);
    let scale = low.trailing_scale;
    Some(Numeral { value, upper, end, form, hint: low.hint, scale, digits })
}

/// The digit that a character stands for.
pub(super) fn han_digit(char: char) -> Option<i128> {
    Some(match char {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '貳' | '两' | '兩' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The multiplier below 万 that a character stands for.
pub(super) fn small_multiplier(char: char) -> Option<i128> {
    Some(match char {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

/// 万 and 亿.
pub(super) fn large_multiplier(char: char) -> Option<i128> {
    Some(match char {
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

/// Whether a numeral can begin with `char`.
pub(super) fn begins(char: char) -> bool {
    char.is_ascii_digit()
        || matches!(char, '½' | '⅓' | '⅔' | '¼' | '¾' | '⅕' | '数' | '几' | '廿' | '卅')
        || han_digit(char).is_some_and(|digit| digit > 0)
        || small_multiplier(char).is_some()
        || large_multiplier(char).is_some()
}

/// The 零 of 百分之零点五, which is a number only before its decimals.
pub(super) fn nought(reader: &Reader, i: usize) -> Option<Numeral> {
    let is_nought = matches!(reader.at(i), '零' | '〇') && reader.at(i + 1) == '点';
    let (value, scale, form) = (whole(0), whole(1), Form::SmallHan);
    is_nought.then_some(Numeral { value, upper: None, end: i + 1, form, hint: None, scale, digits: None })
}

/// 数十, 几百, 数千万: from two to nine of the multiplier.
fn vague(reader: &Reader, i: usize) -> Option<Numeral> {
    let is_vague = match reader.at(i) {
        '几' => true,
        // 床位数十张: there 数 ends a word.
        '数' => !matches!(
            reader.before(i),
            '人' | '总'
                | '次'
                | '床'
                | '位'
                | '倍'
                | '指'
                | '个'
                | '函'
                | '整'
                | '多'
                | '少'
                | '户'
                | '例'
                | '半'
                | '岁'
                | '度'
                | '基'
                | '系'
                | '参'
                | '分'
                | '计'
                | '家'
                | '件'
                | '项'
                | '名'
        ),
        _ => false,
    };
    if !is_vague {
        return None;
    }
    let (mut end, mut multiplier) = (i + 1, whole(1));
    while end - i < 4 {
        let char = reader.at(end);
        let Some(factor) = small_multiplier(char).or(large_multiplier(char)) else { break };
        multiplier = times(multiplier, whole(factor))?;
        end += 1;
    }
    if end == i + 1 {
        return None;
    }
    Some(Numeral {
        value: times(multiplier, whole(2))?,
        upper: Some(times(multiplier, whole(9))?),
        end,
        form: Form::Vague,
        hint: None,
        scale: whole(1),
        digits: None,
    })
}
