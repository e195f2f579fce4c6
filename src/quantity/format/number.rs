//! Turns an exact number into digits with the scale words of either language.
//! Knows nothing of units.

use crate::quantity::digits::decimal_places;
use crate::quantity::value::Rational;

/// A number cut into what is written and the scale word behind it.
pub(super) struct Scaled {
    pub(super) digits: String,
    pub(super) word: &'static str,
    /// What the digits say without the word.
    pub(super) number: Rational,
}

const ZH: &[(i128, &str)] = &[(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万")];
const EN: &[(i128, &str)] =
    &[(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];

/// More decimals than this before a scale word are harder to read than the digits in full.
const MOST_PLACES: usize = 2;

pub(super) fn zh(value: Rational) -> String {
    let Scaled { digits, word, .. } = zh_scaled(value);
    digits + word
}

pub(super) fn en(value: Rational) -> String {
    let Scaled { digits, word, .. } = en_scaled(value);
    if word.is_empty() { digits } else { digits + " " + word }
}

/// 1.25 and 万 for 12500; 1234567 and nothing; 1亿2345万6789 where the digits alone would be too many to read.
pub(super) fn zh_scaled(value: Rational) -> Scaled {
    if let Some(scaled) = scaled(value, ZH) {
        return scaled;
    }
    let whole = value.to_integer();
    let digits = if value.is_integer() && whole >= 100_000_000 { sections(whole) } else { plain(value) };
    Scaled { digits, word: "", number: value }
}

/// 28.19 and billion; 12,500 and nothing.
pub(super) fn en_scaled(value: Rational) -> Scaled {
    scaled(value, EN).unwrap_or_else(|| Scaled { digits: grouped(&plain(value)), word: "", number: value })
}

/// The number before the largest scale word of the language that it fills.
fn scaled(value: Rational, scales: &[(i128, &'static str)]) -> Option<Scaled> {
    let (scale, word) = scales.iter().find(|(scale, _)| value >= Rational::from_integer(*scale))?;
    let rest = value / Rational::from_integer(*scale);
    // 12345万亿 reads on; a number beyond that is left in full.
    let is_short = decimal_places(rest).is_some_and(|places| places <= MOST_PLACES);
    (is_short && rest < Rational::from_integer(10_000)).then(|| Scaled {
        digits: plain(rest),
        word,
        number: rest,
    })
}

/// 1亿2345万6789, with 零 where a section is not full: 1亿零5.
fn sections(whole: i128) -> String {
    let mut rest = whole;
    let mut text = String::new();
    for (scale, word) in [(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let section = rest / scale;
        rest %= scale;
        if section > 0 {
            text += &section.to_string();
            text += word;
        }
    }
    text
}

/// A share as n/m, even where decimals would end: 1/4 of the hospitals.
pub(super) fn fraction(value: Rational) -> String {
    format!("{}/{}", value.numer(), value.denom())
}

/// The number in digits: a whole number, a decimal, or a fraction where decimals would not end.
pub(super) fn plain(value: Rational) -> String {
    let Some(places) = decimal_places(value) else { return fraction(value) };
    if places == 0 {
        return value.to_integer().to_string();
    }
    let sign = if *value.numer() < 0 { "-" } else { "" };
    let fraction = value.fract();
    // At most eight places, so the power is far from overflow.
    let decimals =
        (fraction * Rational::from_integer(10_i128.pow(u32::try_from(places).unwrap_or(0)))).to_integer();
    format!("{sign}{}.{:0>places$}", value.to_integer().unsigned_abs(), decimals.unsigned_abs())
}

/// The number that [`plain`] wrote.
pub(super) fn read_plain(text: &str) -> Option<Rational> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let whole = |digits: &str| {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse::<i128>().ok()).flatten()
    };
    if let Some((numerator, denominator)) = digits.split_once('/') {
        let denominator = whole(denominator).filter(|denominator| *denominator != 0)?;
        return Some(Rational::new(sign * whole(numerator)?, denominator));
    }
    let Some((units, decimals)) = digits.split_once('.') else {
        return Some(Rational::from_integer(sign * whole(digits)?));
    };
    let power = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let number = whole(units)?.checked_mul(power)?.checked_add(whole(decimals)?)?;
    Some(Rational::new(sign * number, power))
}

/// 12500 as 12,500; a fraction as it is.
pub(super) fn grouped(digits: &str) -> String {
    if digits.contains('/') {
        return digits.to_owned();
    }
    let (whole, decimals) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut text = String::new();
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if at > 0 && left % 3 == 0 && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(decimals) = decimals {
        text.push('.');
        text += decimals;
    }
    text
}
