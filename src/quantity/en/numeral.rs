//! Turns an English numeral, in digits, words or both, into an exact number.
//! Knows nothing of units.

use super::share;
use super::spelled::{self, Spelled};
use super::token::{Gap, Kind, Tokens};
use crate::quantity::digits::{Digits, small as small_digits};
use crate::quantity::scale::{plus, times, whole, within};
use crate::quantity::value::Rational;

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// It begins with digits.
    Digits,
    /// Words alone: twenty-five.
    Words,
    /// The single word one.
    One,
    /// An open number: dozens of, several hundred.
    Vague,
    /// A share in words: a third, half of.
    Share,
}

/// One numeral.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub(super) value: Rational,
    /// The upper end of an open number.
    pub(super) upper: Option<Rational>,
    /// Behind its last token.
    pub(super) end: usize,
    pub(super) form: Form,
    /// The thousand, million or billion behind digits.
    pub(super) scale: Rational,
    /// The digits, if there is nothing else.
    pub(super) digits: Option<Digits>,
}

impl Numeral {
    pub(super) fn new(value: Rational, end: usize, form: Form) -> Option<Self> {
        Some(Self { value: within(value)?, upper: None, end, form, scale: whole(1), digits: None })
    }
}

/// The numeral at `t`.
pub(super) fn at(tokens: &Tokens, t: usize) -> Option<Numeral> {
    match tokens.get(t)?.kind {
        Kind::Number => with_digits(tokens, t, tokens.digits(t)?),
        Kind::Word => vague(tokens, t)
            .or_else(|| share::at(tokens, t))
            .or_else(|| round(tokens, t))
            .or_else(|| spelled::at(tokens, t)),
        _ => None,
    }
}

pub(super) const ONES: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
pub(super) const TENS: &[&str] =
    &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/// Plurals of round numbers, with the number.
pub(super) const PLURALS: &[(&str, i128)] = &[
    ("dozens", 10),
    ("scores", 10),
    ("tens", 10),
    ("hundreds", 100),
    ("thousands", 1000),
    ("millions", 1_000_000),
    ("billions", 1_000_000_000),
    ("trillions", 1_000_000_000_000),
];

/// The number of a word below a hundred.
pub(super) fn small(word: &str) -> Option<i128> {
    let at = |words: &[&str]| words.iter().position(|known| known.eq_ignore_ascii_case(word));
    let ones = at(ONES).filter(|number| *number > 0).and_then(|number| i128::try_from(number).ok());
    ones.or_else(|| i128::try_from((at(TENS)? + 2) * 10).ok())
}

/// Whether `word` is a number below a hundred.
pub(super) fn is_small(word: &str) -> bool {
    small(word).is_some()
}

/// Round numbers behind a number or an article.
pub(super) const SCALES: &[(&str, i128)] = &[
    ("hundred", 100),
    ("thousand", 1000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
];

/// The scale of a word behind a number; the short ones only behind digits.
pub(super) fn scale(word: &str, follows_digits: bool) -> Option<i128> {
    const SHORT: &[(&str, i128)] = &[
        ("bn", 1_000_000_000),
        ("bln", 1_000_000_000),
        ("mn", 1_000_000),
        ("mln", 1_000_000),
        ("tn", 1_000_000_000_000),
    ];
    let find = |table: &[(&str, i128)]| {
        table.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, scale)| *scale)
    };
    find(SCALES).or_else(|| if follows_digits { find(SHORT) } else { None })
}

/// $1.5m, £5k: letters that are a scale only behind a sign of money.
fn letter_scale(tokens: &Tokens, t: usize) -> Option<i128> {
    let is_money = matches!(tokens.reader.before(tokens.start(t)), '$' | '€' | '£' | '¥');
    let scale = match tokens.word(t + 1) {
        "m" => 1_000_000,
        "k" => 1000,
        "b" => 1_000_000_000,
        _ => return None,
    };
    (is_money && tokens.is_tied(t + 1)).then_some(scale)
}

/// 12,500; 1.25 million; $5bn.
fn with_digits(tokens: &Tokens, t: usize, digits: Digits) -> Option<Numeral> {
    if let Some(wide) = spaced(tokens, t, digits) {
        return Some(wide);
    }
    let mut numeral = Numeral::new(digits.value, t + 1, Form::Digits)?;
    numeral.digits = Some(digits);
    let at = if tokens.sign(t + 1) == '-' && tokens.is_tied(t + 1) { t + 2 } else { t + 1 };
    let word = tokens.word(at);
    let scale = scale(word, true).filter(|_| tokens.follows(at)).or_else(|| letter_scale(tokens, t));
    if let Some(scale) = scale {
        numeral.value = within(times(digits.value, whole(scale))?)?;
        numeral.scale = whole(scale);
        numeral.digits = None;
        numeral.end = at + 1;
        return Some(numeral);
    }
    // 2 1/2
    if let Some(part) = tokens.digits(t + 1).filter(|part| part.is_fraction && part.value < whole(1))
        && digits.is_plain
        && digits.value < whole(100)
        && tokens.gap(t + 1) != Gap::Break
    {
        numeral.value = plus(digits.value, part.value)?;
        numeral.digits = None;
        numeral.end = t + 2;
    }
    Some(numeral)
}

/// 12 500 people: groups of three behind a plain space, if a word shows that they are one number.
fn spaced(tokens: &Tokens, t: usize, digits: Digits) -> Option<Numeral> {
    const MOST_GROUPS: usize = 4;
    let group = |at: usize| {
        let length = tokens.get(at)?.end - tokens.start(at);
        let start = tokens.start(at);
        let is_group = length == 3 && tokens.gap(at) == Gap::Space && tokens.reader.before(start) == ' ';
        is_group.then(|| small_digits(tokens.reader, start, 3)).flatten()
    };
    let mut value = digits.value;
    let mut end = t + 1;
    while digits.is_plain && digits.value < whole(1000) && end - t <= MOST_GROUPS {
        let Some(next) = group(end) else { break };
        value = plus(times(value, whole(1000))?, whole(i128::from(next)))?;
        end += 1;
    }
    // Cells of a table stand side by side too; there no word follows.
    let is_one = end > t + 1 && !tokens.word(end).is_empty() && tokens.gap(end) == Gap::Space;
    if is_one { Numeral::new(value, end, Form::Digits) } else { None }
}

/// a hundred, a million, a dozen, half a million, half a dozen, two dozen.
fn round(tokens: &Tokens, t: usize) -> Option<Numeral> {
    // "a year and a half": the year is counted, and the half is added behind it.
    if tokens.is(t, "a") && share::LENGTHS.iter().any(|length| tokens.is(t + 1, length)) {
        tokens.phrase(t + 2, "and a half")?;
        return Numeral::new(whole(1), t + 1, Form::Words);
    }
    let (factor, at) = if tokens.is_any(t, &["a", "an"]) {
        (whole(1), t + 1)
    } else if let Some(at) = tokens.phrase(t, "half a") {
        (Rational::new(1, 2), at)
    } else {
        let number = small(tokens.word(t))?;
        // Dozens alone follow a number here; hundreds belong to the spelled numbers.
        let is_dozen = tokens.is_any(t + 1, &["dozen", "score"]) && tokens.follows(t + 1);
        (is_dozen.then(|| whole(number))?, t + 1)
    };
    if !tokens.follows(at) {
        return None;
    }
    let base = match tokens.word(at) {
        word if word.eq_ignore_ascii_case("dozen") => 12,
        // "a score" is a result; "two score" is forty.
        word if word.eq_ignore_ascii_case("score") && factor > whole(1) => 20,
        word => scale(word, false)?,
    };
    // A hundred and thirty goes on; half a million does not.
    if factor == whole(1) && base != 12 {
        let mut numeral = Spelled::default();
        numeral.take_scale(base)?;
        return numeral.finish(tokens, at + 1);
    }
    Numeral::new(times(factor, whole(base))?, at + 1, Form::Words)
}

/// dozens of, tens of thousands of, several hundred: from two to nine of the round number.
fn vague(tokens: &Tokens, t: usize) -> Option<Numeral> {
    let plural = |t: usize| PLURALS.iter().find(|(word, _)| tokens.is(t, word)).map(|(_, value)| *value);
    let (base, end) = if let Some(first) = plural(t) {
        let mut end = t + 1;
        let mut base = first;
        if tokens.is(end, "of")
            && let Some(second) = plural(end + 1).filter(|second| *second > first)
        {
            (base, end) = (first * second, end + 2);
        }
        // Only "dozens of" counts; without it the plural is a figure of speech or a column of a table.
        if !tokens.is(end, "of") {
            return None;
        }
        (base, end + 1)
    } else {
        let at = tokens.phrase(t, "several").or_else(|| tokens.phrase(t, "a few"))?;
        let base = match tokens.word(at) {
            word if word.eq_ignore_ascii_case("dozen") => 10,
            word => scale(word, false)?,
        };
        let thousand = tokens.is(at + 1, "thousand") && base == 100;
        (base * if thousand { 1000 } else { 1 }, at + if thousand { 2 } else { 1 })
    };
    let mut numeral = Numeral::new(times(whole(base), whole(2))?, end, Form::Vague)?;
    numeral.upper = Some(within(times(whole(base), whole(9))?)?);
    Some(numeral)
}
