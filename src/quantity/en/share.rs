//! Turns an English share in words into an exact fraction.
//! Knows nothing of what it is a share of.

use super::numeral::{Form, Numeral, small};
use super::token::{Kind, Tokens};
use crate::quantity::value::Rational;

/// Lengths of time that are halved: half a year, a year and a half.
pub(super) const LENGTHS: &[&str] = &["year", "month", "day", "hour", "week", "decade"];

/// Parts, each with how many of them are a whole.
pub(super) const PARTS: &[(&str, i128)] = &[
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

/// a third of, one-third, two thirds, three quarters, half of.
pub(super) fn at(tokens: &Tokens, t: usize) -> Option<Numeral> {
    if tokens.is(t, "half") {
        return half(tokens, t);
    }
    let is_article = tokens.is(t, "a");
    let count = if is_article { 1 } else { small(tokens.word(t)).filter(|count| *count < 100)? };
    if !is_article && let Some(ratio) = ratio(tokens, t, count) {
        return Some(ratio);
    }
    let at = if is_hyphen(tokens, t + 1) { t + 2 } else { t + 1 };
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
    // one third-party
    let goes_on = is_hyphen(tokens, at + 1);
    if !tokens.follows(at) || goes_on || !is_clear || is_plural != (count > 1) || count >= *of {
        return None;
    }
    Numeral::new(Rational::new(count, *of), at + 1, Form::Share)
}

/// The half that is a share or a length: half of, more than half, half a year; not the first half, half-yearly.
fn half(tokens: &Tokens, t: usize) -> Option<Numeral> {
    let is_period = t > 0 && tokens.is_any(t - 1, &["first", "second", "latter", "other", "former", "and"]);
    // half a year, a half-year course, half day; but not the first half-year
    let length = if tokens.is(t + 1, "a") || is_hyphen(tokens, t + 1) { t + 2 } else { t + 1 };
    if tokens.is_any(length, LENGTHS) && !is_period {
        let end = if tokens.is(t + 1, "a") { t + 2 } else { t + 1 };
        return Numeral::new(Rational::new(1, 2), end, Form::Words);
    }
    let is_before = tokens.is_any(t + 1, &["of", "the", "its", "their", "all", "our", "these", "those"]);
    let is_behind = t > 0
        && tokens
            .is_any(t - 1, &["than", "least", "nearly", "almost", "about", "over", "by", "to", "in", "one"]);
    let is_more = tokens.is(t + 1, "a") || is_hyphen(tokens, t + 1);
    let is_all = tokens.len() == 1;
    if is_period || is_more || !(is_before || is_behind || is_all) {
        return None;
    }
    Numeral::new(Rational::new(1, 2), t + 1, Form::Share)
}

/// Whether the sign at `t` is a hyphen within a word.
fn is_hyphen(tokens: &Tokens, t: usize) -> bool {
    tokens.sign(t) == '-' && tokens.is_tied(t) && tokens.is_tied(t + 1)
}

/// one in three patients, nine out of ten.
fn ratio(tokens: &Tokens, t: usize, count: i128) -> Option<Numeral> {
    let at = match tokens.phrase(t + 1, "out of") {
        Some(at) => at,
        None if count == 1 && tokens.is(t + 1, "in") => t + 2,
        None => return None,
    };
    let of = small(tokens.word(at)).filter(|of| tokens.follows(at) && *of > count)?;
    // "one in ten-year plans" and "three out of twenty-five" go on.
    (!is_hyphen(tokens, at + 1)).then_some(())?;
    Numeral::new(Rational::new(count, of), at + 1, Form::Share)
}
