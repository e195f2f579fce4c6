//! Turns Arabic numerals into exact numbers: separators, decimals, fractions, ISO dates.
//! Knows nothing of the words around them.

use super::reader::Reader;
use super::scale::whole;
use super::value::{Date, Rational};

/// A number written in Arabic digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Digits {
    pub(super) value: Rational,
    /// Behind its last digit.
    pub(super) end: usize,
    /// Four digits without separator or decimals: it may be a year.
    pub(super) is_plain_four: bool,
    /// Without separator, decimals or fraction.
    pub(super) is_plain: bool,
    /// Written as n/m.
    pub(super) is_fraction: bool,
}

/// More digits than this are a code, and whole parts this long stay far from overflow.
const MOST_WHOLE: usize = 15;
const MOST_DECIMALS: usize = 9;

/// Past the run of digits at `i`.
pub(super) fn run(reader: &Reader, i: usize) -> usize {
    let mut end = i;
    while reader.at(end).is_ascii_digit() {
        end += 1;
    }
    end
}

/// The number at `i`, if digits begin there and they are few enough to be one.
///
/// Call it where a run of digits begins: it reads to the end of the run.
pub(super) fn number(reader: &Reader, i: usize) -> Option<Digits> {
    if let Some(value) = vulgar(reader.at(i)) {
        return Some(Digits { value, end: i + 1, is_plain_four: false, is_plain: false, is_fraction: true });
    }
    let first = run(reader, i);
    if first == i || first - i > MOST_WHOLE {
        return None;
    }
    let whole_end = groups(reader, i, first)?;
    let whole_part = integer(reader, i, whole_end)?;
    let end = decimals(reader, whole_end);
    let value = match end - whole_end {
        0 => whole_part,
        length if length > MOST_DECIMALS => return None,
        _ => whole_part + fraction_part(reader, whole_end + 1, end)?,
    };
    if end == first
        && let Some(fraction) = fraction(reader, whole_part, first)
    {
        return Some(fraction);
    }
    let is_plain = end == first;
    Some(Digits { value, end, is_plain, is_plain_four: is_plain && end - i == 4, is_fraction: false })
}

/// Past the groups of three that follow the digits `i..first`, `None` if they grow beyond a number.
fn groups(reader: &Reader, i: usize, first: usize) -> Option<usize> {
    let mut end = first;
    if first - i > 3 || reader.at(i) == '0' {
        return Some(end);
    }
    while is_separator(reader, end) && run_is_three(reader, end + 1) {
        end += 4;
        if end - i > MOST_WHOLE + 5 {
            return None;
        }
    }
    Some(end)
}

fn run_is_three(reader: &Reader, i: usize) -> bool {
    (0..3).all(|k| reader.at(i + k).is_ascii_digit()) && !reader.at(i + 3).is_ascii_digit()
}

/// A comma, or a space too narrow or too firm to part words. A full-width comma parts clauses, unless the
/// digits are full-width too.
fn is_separator(reader: &Reader, i: usize) -> bool {
    match reader.at(i) {
        ',' | '\u{a0}' | '\u{2009}' | '\u{202f}' => true,
        '，' => i > 0 && reader.is_wide(i - 1) && reader.is_wide(i + 1),
        _ => false,
    }
}

/// Past the stop at `i` and its decimals, or `i` if there are none.
fn decimals(reader: &Reader, i: usize) -> usize {
    let is_stop = match reader.at(i) {
        '.' => true,
        // 21．2015年: between narrow digits the wide stop is numbering.
        '．' => i > 0 && reader.is_wide(i - 1) && reader.is_wide(i + 1),
        _ => false,
    };
    let end = run(reader, i + 1);
    if is_stop && end > i + 1 { end } else { i }
}

/// The digits of `from..to` as a whole number, separators skipped.
fn integer(reader: &Reader, from: usize, to: usize) -> Option<Rational> {
    let mut number: i128 = 0;
    for i in from..to {
        if let Some(digit) = reader.at(i).to_digit(10) {
            number = number.checked_mul(10)?.checked_add(i128::from(digit))?;
        }
    }
    Some(whole(number))
}

/// The digits of `from..to` as decimals.
fn fraction_part(reader: &Reader, from: usize, to: usize) -> Option<Rational> {
    let power = u32::try_from(to - from).ok()?;
    Some(integer(reader, from, to)? / whole(10_i128.checked_pow(power)?))
}

/// `n/m` with the `n` that ends at `slash`.
fn fraction(reader: &Reader, numerator: Rational, slash: usize) -> Option<Digits> {
    if reader.at(slash) != '/' {
        return None;
    }
    let end = run(reader, slash + 1);
    // More than six digits below the stroke are no fraction that a plan would write.
    if end == slash + 1 || end > slash + 7 || matches!(reader.at(end), '/' | '-') {
        return None;
    }
    let denominator = integer(reader, slash + 1, end)?;
    let is_proper = numerator < denominator && numerator > whole(0);
    let value = if denominator == whole(0) { return None } else { numerator / denominator };
    // 24/7 is an idiom, 50/50 a balance, 2021/22 a season; a fraction that is not proper is only written
    // where decimals would not end.
    let is_idiom = (numerator == whole(24) && denominator == whole(7))
        || i32::try_from(numerator.to_integer()).is_ok_and(is_year);
    let is_needed = !is_idiom && decimal_places(value).is_none();
    (is_proper || is_needed).then_some(Digits {
        value,
        end,
        is_plain_four: false,
        is_plain: false,
        is_fraction: true,
    })
}

/// How many decimals `value` needs to be exact, `None` if they would not end or are too many to write.
pub(super) fn decimal_places(value: Rational) -> Option<usize> {
    let mut denominator = *value.denom();
    let mut places = 0;
    while denominator > 1 {
        if places == MOST_DECIMALS - 1 {
            return None;
        }
        // Each decimal takes a two and a five out of the denominator.
        let before = denominator;
        for prime in [2, 5] {
            if denominator % prime == 0 {
                denominator /= prime;
            }
        }
        if denominator == before {
            return None;
        }
        places += 1;
    }
    Some(places)
}

fn vulgar(char: char) -> Option<Rational> {
    let (numerator, denominator) = match char {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        _ => return None,
    };
    Some(Rational::new(numerator, denominator))
}

/// A date written as 2021-12-31, 2021/12/31, 2021.12.31 or 2021-12, and where it ends.
pub(super) fn iso_date(reader: &Reader, i: usize) -> Option<(Date, usize)> {
    let (year, sign) = (small(reader, i, 4)?, reader.at(i + 4));
    if !matches!(sign, '-' | '/' | '.') || !is_year(year) {
        return None;
    }
    let month_end = run(reader, i + 5);
    let month = small(reader, i + 5, month_end - (i + 5)).and_then(month)?;
    if reader.at(month_end) == sign && reader.at(month_end + 1).is_ascii_digit() {
        let day_end = run(reader, month_end + 1);
        let day = small(reader, month_end + 1, day_end - (month_end + 1)).and_then(day)?;
        let date = Date { year: Some(year), month: Some(month), day: Some(day) };
        return Some((date, day_end));
    }
    // Without a day only 2021-03 is sure: 2021/3 and 2021.3 may be anything, 2021–22 is two years.
    let is_sure = sign == '-' && month_end - (i + 5) == 2;
    is_sure.then_some((Date { year: Some(year), month: Some(month), day: None }, month_end))
}

/// The whole number of the digits `i..i + length`, if they are that many and few.
pub(super) fn small(reader: &Reader, i: usize, length: usize) -> Option<i32> {
    if length == 0 || length > 4 || !(0..length).all(|k| reader.at(i + k).is_ascii_digit()) {
        return None;
    }
    i32::try_from(integer(reader, i, i + length)?.to_integer()).ok()
}

/// Whether a bare number of four digits is more likely a year.
pub(super) fn is_year(number: i32) -> bool {
    (1900..2100).contains(&number)
}

/// `number` as a month.
pub(super) fn month(number: i32) -> Option<u8> {
    u8::try_from(number).ok().filter(|month| (1..=12).contains(month))
}

/// `number` as a day of a month.
pub(super) fn day(number: i32) -> Option<u8> {
    u8::try_from(number).ok().filter(|day| (1..=31).contains(day))
}
