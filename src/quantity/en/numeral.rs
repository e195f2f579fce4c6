//! Turns an English numeral, in digits, words or both, into an exact number.
//! Knows nothing of units.

use super::ordinal::ordinal;
use super::token::{Gap, Kind, Tokens};
use crate::quantity::digits::Digits;
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
    fn new(value: Rational, end: usize, form: Form) -> Option<Self> {
        Some(Self { value: within(value)?, upper: None, end, form, scale: whole(1), digits: None })
    }
}

/// The numeral at `t`.
pub(super) fn at(tokens: &Tokens, t: usize) -> Option<Numeral> {
    match tokens.get(t)?.kind {
        Kind::Number(digits) => with_digits(tokens, t, digits),
        Kind::Word => vague(tokens, t)
            .or_else(|| share(tokens, t))
            .or_else(|| round(tokens, t))
            .or_else(|| spelled(tokens, t)),
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

const PARTS: &[(&str, i128)] = &[
    ("half", 2),
    ("halve", 2),
    ("third", 3),
    ("quarter", 4),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("hundredth", 100),
];

/// The number of a word below a hundred.
fn small(word: &str) -> Option<i128> {
    let at = |words: &[&str]| words.iter().position(|known| known.eq_ignore_ascii_case(word));
    let ones = at(ONES).filter(|number| *number > 0).and_then(|number| i128::try_from(number).ok());
    ones.or_else(|| i128::try_from((at(TENS)? + 2) * 10).ok())
}

/// Whether `word` is a number below a hundred.
pub(super) fn is_small(word: &str) -> bool {
    small(word).is_some()
}

/// The scale of a word behind a number; the short ones only behind digits.
fn scale(word: &str, follows_digits: bool) -> Option<i128> {
    const WORDS: &[(&str, i128)] = &[
        ("hundred", 100),
        ("thousand", 1000),
        ("million", 1_000_000),
        ("billion", 1_000_000_000),
        ("trillion", 1_000_000_000_000),
    ];
    const SHORT: &[(&str, i128)] =
        &[("bn", 1_000_000_000), ("mn", 1_000_000), ("mln", 1_000_000), ("bln", 1_000_000_000)];
    let find = |table: &[(&str, i128)]| {
        table.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, scale)| *scale)
    };
    find(WORDS).or_else(|| if follows_digits { find(SHORT) } else { None })
}

/// 12,500; 1.25 million; $5bn.
fn with_digits(tokens: &Tokens, t: usize, digits: Digits) -> Option<Numeral> {
    let mut numeral = Numeral::new(digits.value, t + 1, Form::Digits)?;
    numeral.digits = Some(digits);
    let at = if tokens.sign(t + 1) == '-' && tokens.is_tied(t + 1) { t + 2 } else { t + 1 };
    let word = tokens.word(at);
    if let Some(scale) = scale(word, true).filter(|_| tokens.follows(at)) {
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

/// a hundred, a million, a dozen, half a million, half a dozen, two dozen.
fn round(tokens: &Tokens, t: usize) -> Option<Numeral> {
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

/// a third of, one-third, two thirds, three quarters, half of.
fn share(tokens: &Tokens, t: usize) -> Option<Numeral> {
    if tokens.is(t, "half") {
        return half(tokens, t);
    }
    let is_article = tokens.is(t, "a");
    let count = if is_article { 1 } else { small(tokens.word(t)).filter(|count| *count < 100)? };
    let is_hyphen = tokens.sign(t + 1) == '-' && tokens.is_tied(t + 1) && tokens.is_tied(t + 2);
    let at = if is_hyphen { t + 2 } else { t + 1 };
    let part = tokens.word(at);
    let is_plural = part.ends_with('s') && !part.is_empty();
    let stem = part.strip_suffix('s').unwrap_or(part);
    let (_, of) = PARTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(stem))?;
    // "a third hospital", "a quarter later": the article makes a share only before "of" or at the end.
    let ends = tokens.get(at + 1).is_none_or(|token| matches!(token.kind, Kind::Sign(_)));
    let is_clear = if is_article {
        *of != 2 && (tokens.is_any(at + 1, &["of", "or"]) || ends)
    } else {
        count == 1 || is_plural
    };
    if !tokens.follows(at) || !is_clear || is_plural != (count > 1) || count >= *of {
        return None;
    }
    Numeral::new(Rational::new(count, *of), at + 1, Form::Share)
}

/// The half that is a share or a length: half of, more than half, half a year; not the first half, half-yearly.
fn half(tokens: &Tokens, t: usize) -> Option<Numeral> {
    const SPANS: &[&str] = &["year", "month", "day", "hour", "week", "decade"];
    if tokens.is(t + 1, "a") && tokens.is_any(t + 2, SPANS) {
        return Numeral::new(Rational::new(1, 2), t + 2, Form::Words);
    }
    let is_period = t > 0 && tokens.is_any(t - 1, &["first", "second", "latter", "other", "former", "and"]);
    let is_before = tokens.is_any(t + 1, &["of", "the", "its", "their", "all", "our", "these", "those"]);
    let is_behind = t > 0
        && tokens
            .is_any(t - 1, &["than", "least", "nearly", "almost", "about", "over", "by", "to", "in", "one"]);
    let is_more = tokens.is(t + 1, "a") || (tokens.sign(t + 1) == '-' && tokens.is_tied(t + 1));
    let is_all = tokens.len() == 1;
    if is_period || is_more || !(is_before || is_behind || is_all) {
        return None;
    }
    Numeral::new(Rational::new(1, 2), t + 1, Form::Share)
}

/// A number in words as far as it is read.
#[derive(Default)]
struct Spelled {
    /// What thousand and the larger scales have taken, and what they have not.
    total: Rational,
    section: Rational,
    last_scale: Option<i128>,
    has_ones: bool,
    has_tens: bool,
}

impl Spelled {
    fn take_small(&mut self, number: i128) -> Option<()> {
        // twenty five and one hundred five go on, five twenty and ten five do not.
        let is_tens = number >= 20;
        let fits = if is_tens { !self.has_tens && !self.has_ones } else { !self.has_ones };
        let fits = fits && (!self.has_tens || number < 10);
        if !fits {
            return None;
        }
        self.has_tens |= is_tens || number >= 10;
        self.has_ones |= !is_tens;
        self.section = plus(self.section, whole(number))?;
        Some(())
    }

    fn take_scale(&mut self, scale: i128) -> Option<()> {
        let section = if self.section == whole(0) { whole(1) } else { self.section };
        if scale == 100 {
            if section >= whole(100) {
                return None;
            }
            self.section = times(section, whole(100))?;
        } else {
            if self.last_scale.is_some_and(|last| scale >= last) {
                return None;
            }
            self.total = plus(self.total, times(section, whole(scale))?)?;
            self.section = whole(0);
            self.last_scale = Some(scale);
        }
        (self.has_ones, self.has_tens) = (false, false);
        Some(())
    }

    /// Reads on at `t` and closes the number.
    fn finish(mut self, tokens: &Tokens, t: usize) -> Option<Numeral> {
        let mut end = t;
        // No number in words is longer than a line.
        for _ in 0..24 {
            let Some(next) = self.next(tokens, end) else { break };
            end = next;
        }
        if is_ordinal_behind(tokens, end) {
            return None;
        }
        let value = plus(self.total, self.section)?;
        let form = if value == whole(1) && self.last_scale.is_none() { Form::One } else { Form::Words };
        Numeral::new(value, end, form)
    }

    /// Takes the next word of the number, over a hyphen or "and".
    fn next(&mut self, tokens: &Tokens, t: usize) -> Option<usize> {
        let is_hyphen = tokens.sign(t) == '-' && tokens.is_tied(t) && tokens.is_tied(t + 1);
        let has_scale = self.section >= whole(100) || self.last_scale.is_some();
        let is_and = tokens.is(t, "and") && has_scale && !self.has_ones && !self.has_tens;
        let at = if is_hyphen || is_and { t + 1 } else { t };
        if !tokens.follows(at) {
            return None;
        }
        let word = tokens.word(at);
        if let Some(number) = small(word) {
            // One hundred and fifty, but "two million and three partners" counts twice.
            let is_apart = is_and && self.section == whole(0) && self.last_scale != Some(1000);
            if is_apart || (!self.has_tens && !self.has_ones && !has_scale) {
                return None;
            }
            self.take_small(number)?;
        } else {
            let scale = scale(word, false).filter(|_| !is_and)?;
            self.take_scale(scale)?;
        }
        Some(at + 1)
    }
}

/// five, twenty-five, one hundred and thirty, two and a half.
fn spelled(tokens: &Tokens, t: usize) -> Option<Numeral> {
    let mut number = Spelled::default();
    number.take_small(small(tokens.word(t))?)?;
    let mut numeral = number.finish(tokens, t + 1)?;
    if let Some(end) = tokens.phrase(numeral.end, "and a half") {
        numeral.value = plus(numeral.value, Rational::new(1, 2))?;
        numeral.end = end;
        numeral.form = Form::Words;
    }
    Some(numeral)
}

/// twenty-first, one hundred and fiftieth: the numeral is the beginning of an ordinal.
fn is_ordinal_behind(tokens: &Tokens, t: usize) -> bool {
    let is_joined = (tokens.sign(t) == '-' && tokens.is_tied(t)) || tokens.is(t, "and");
    is_joined && ordinal(tokens.word(t + 1)).is_some()
}
