//! Turns English dates and plan periods into calendar quantities.
//! Knows nothing of amounts.

use super::ordinal;
use super::token::{Gap, Tokens};
use super::{dash, unit};
use crate::quantity::digits::{self, iso_date, run, small};
use crate::quantity::value::{Date, Quantity, Unit};

pub(super) const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Words after which a month alone is a date: "may" and "march" are also verbs.
const BEFORE_MONTH: &[&str] = &[
    "in", "by", "from", "since", "until", "till", "to", "early", "mid", "late", "of", "between", "through",
    "during", "before", "about", "around", "circa", "after", "last", "next", "this", "each", "every", "end",
];

/// The date or range of dates at `t`, and where it ends.
pub(super) fn at(tokens: &Tokens, t: usize) -> Option<(Quantity, usize)> {
    if let Some((first, last, end)) = decade(tokens, t).or_else(|| days(tokens, t)) {
        return Some(quantity(tokens, t, first, Some(last), end));
    }
    let (mut first, mut end) = point(tokens, t)?;
    let mut last = None;
    if let Some((date, date_end)) = later(tokens, t, first, end) {
        // March to May 2016: the first month takes the year of the last.
        if first.year.is_none() {
            first.year = date.year;
        }
        if date > first {
            (last, end) = (Some(date), date_end);
        }
    }
    Some(quantity(tokens, t, first, last, end))
}

fn quantity(tokens: &Tokens, t: usize, first: Date, last: Option<Date>, end: usize) -> (Quantity, usize) {
    let about = t.checked_sub(1).filter(|before| {
        last.is_none() && tokens.is_any(*before, &["about", "around", "circa"]) && tokens.follows(t)
    });
    let start = about.unwrap_or(t);
    let span = tokens.reader.bytes(tokens.start(start), tokens.end_before(end));
    (Quantity::of_dates(span, first, last, about.is_some()), end)
}

/// The later end of the range that `first` begins, if it is followed by one.
fn later(tokens: &Tokens, t: usize, first: Date, end: usize) -> Option<(Date, usize)> {
    let is_between = t > 0 && tokens.is(t - 1, "between");
    let is_word =
        tokens.is_any(end, &["to", "until", "till", "through"]) || (is_between && tokens.is(end, "and"));
    let from = if is_word && tokens.follows(end) { end + 1 } else { dash(tokens, end)? };
    if let Some(found) = point(tokens, from) {
        return Some(found);
    }
    // 2021–25
    let start = tokens.start(from);
    let is_short = first.month.is_none() && tokens.is_tied(from) && run(tokens.reader, start) == start + 2;
    let year = small(tokens.reader, start, 2).filter(|_| is_short)?;
    let is_amount = unit::at(tokens, from + 1).is_some_and(|found| found.unit == Unit::Percent);
    (!is_amount).then(|| (Date::year(first.year.unwrap_or_default() / 100 * 100 + year), from + 1))
}

/// One date at `t`.
fn point(tokens: &Tokens, t: usize) -> Option<(Date, usize)> {
    if let Some((date, end)) = iso_date(tokens.reader, tokens.start(t)).filter(|_| tokens.digits(t).is_some())
    {
        return Some((date, past(tokens, t, end)));
    }
    day_first(tokens, t)
        .or_else(|| month_first(tokens, t))
        .or_else(|| Some((Date::year(year(tokens, t)?), t + 1)))
}

/// The first token from `t` on that begins at the character `end` or behind it.
fn past(tokens: &Tokens, t: usize, end: usize) -> usize {
    // An ISO date holds at most three numbers and two signs.
    (t..t + 6).find(|at| tokens.start(*at) >= end).unwrap_or(t + 6)
}

/// 31 December 2021, the 31st of December, 27 May.
fn day_first(tokens: &Tokens, t: usize) -> Option<(Date, usize)> {
    let (day, end) = day(tokens, t)?;
    let end = if tokens.is(end, "of") { end + 1 } else { end };
    let (month, end) = month(tokens, end)?;
    let (year, end) = year_behind(tokens, end);
    Some((Date { year, month: Some(month), day: Some(day) }, end))
}

/// December 31, 2021; March 2016; March 5; and a month alone where it is sure to be one.
fn month_first(tokens: &Tokens, t: usize) -> Option<(Date, usize)> {
    let (month, end) = month(tokens, t)?;
    let with_day = day(tokens, end).filter(|_| tokens.follows(end));
    if let Some((day, end)) = with_day {
        let (year, end) = year_behind(tokens, end);
        return Some((Date { year, month: Some(month), day: Some(day) }, end));
    }
    let (year, year_end) = year_behind(tokens, end);
    if year.is_some() {
        return Some((Date { year, month: Some(month), day: None }, year_end));
    }
    let is_verb = tokens.is_any(t, &["may", "march"]);
    let is_behind = t > 0 && (tokens.is_any(t - 1, BEFORE_MONTH) || dash(tokens, t - 1) == Some(t));
    let joint = if tokens.is(end, "to") { Some(end + 1) } else { dash(tokens, end) };
    let is_before = joint.is_some_and(|joint| self::month(tokens, joint).is_some());
    let is_alone = !is_verb || is_behind || is_before || tokens.len() == end - t;
    is_alone.then_some((Date { year: None, month: Some(month), day: None }, end))
}

/// 5–8 March 2016; March 5–8, 2016: two days of one month.
fn days(tokens: &Tokens, t: usize) -> Option<(Date, Date, usize)> {
    let two_days = |t| {
        let (first, end) = day(tokens, t)?;
        let from = if tokens.is(end, "to") { end + 1 } else { dash(tokens, end)? };
        let (last, end) = day(tokens, from)?;
        (last > first).then_some((first, last, end))
    };
    let ((first, last, end), month) = if let Some((month, end)) = month(tokens, t) {
        (two_days(end)?, month)
    } else {
        let (first, last, end) = two_days(t)?;
        let (month, end) = month(tokens, end)?;
        ((first, last, end), month)
    };
    let (year, end) = year_behind(tokens, end);
    let date = |day| Date { year, month: Some(month), day: Some(day) };
    Some((date(first), date(last), end))
}

/// 1990s: its first and last year.
fn decade(tokens: &Tokens, t: usize) -> Option<(Date, Date, usize)> {
    let digits = tokens.digits(t).filter(|digits| digits.is_plain_four)?;
    let end = if tokens.is_tied(t + 1) && tokens.word(t + 1) == "s" { t + 2 } else { return None };
    let year = i32::try_from(digits.value.to_integer()).ok().filter(|year| year % 10 == 0)?;
    Some((Date::year(year), Date::year(year + 9), end))
}

/// The day of a month, with or without the ending of an ordinal.
fn day(tokens: &Tokens, t: usize) -> Option<(u8, usize)> {
    // the fifth of May
    if let Some(day) = ordinal::ordinal(tokens.word(t)).filter(|day| *day > 0 && tokens.is(t + 1, "of")) {
        return Some((day, t + 1));
    }
    let digits = tokens.digits(t).filter(|digits| digits.is_plain && digits.end - tokens.start(t) <= 2)?;
    let day = digits::day(i32::try_from(digits.value.to_integer()).ok()?)?;
    let has_ending = tokens.is_tied(t + 1) && ordinal::is_ending(tokens.word(t + 1));
    Some((day, if has_ending { t + 2 } else { t + 1 }))
}

/// A month by its name or its first three letters.
fn month(tokens: &Tokens, t: usize) -> Option<(u8, usize)> {
    let word = tokens.word(t);
    let short = if word == "Sept" { "Sep" } else { word };
    let is_short = short.len() == 3 && short != "May";
    let number = MONTHS.iter().position(|month| *month == word || (is_short && month.starts_with(short)))?;
    let end = if is_short && tokens.sign(t + 1) == '.' && tokens.is_tied(t + 1) { t + 2 } else { t + 1 };
    Some((u8::try_from(number + 1).ok()?, end))
}

/// The year behind a day or month, over a comma.
fn year_behind(tokens: &Tokens, t: usize) -> (Option<i32>, usize) {
    let at = if tokens.sign(t) == ',' { t + 1 } else { t };
    match year(tokens, at).filter(|_| tokens.follows(at)) {
        Some(year) => (Some(year), at + 1),
        None => (None, t),
    }
}

/// Four digits that are more likely a year than an amount: an amount of that size is written with a comma.
pub(super) fn year(tokens: &Tokens, t: usize) -> Option<i32> {
    let digits = tokens.digits(t).filter(|digits| digits.is_plain_four)?;
    let year = i32::try_from(digits.value.to_integer()).ok().filter(|year| digits::is_year(*year))?;
    let counts = unit::at(tokens, t + 1).is_some_and(|found| !matches!(found.unit, Unit::Count(_)))
        || tokens.is_any(t + 1, &["hundred", "thousand", "million", "billion", "trillion", "or"])
            && !tokens.is(t + 2, "earlier");
    let is_bounded = t > 0 && tokens.gap(t) == Gap::Space && is_bound(tokens, t - 1);
    let is_money = t > 0
        && (matches!(tokens.sign(t - 1), '$' | '€' | '£' | '¥' | '>' | '<' | '≥' | '≤')
            || tokens.is_any(t - 1, &["RMB", "CNY", "USD", "EUR"]));
    (!counts && !is_bounded && !is_money).then_some(year)
}

/// Whether the words that end at `t` bound an amount.
fn is_bound(tokens: &Tokens, t: usize) -> bool {
    tokens.is_any(
        t,
        &["than", "least", "over", "nearly", "almost", "exceeding", "approximately", "roughly", "some"],
    ) || (tokens.is(t, "to") && t > 0 && tokens.is(t - 1, "up"))
}

/// 14th Five-Year Plan period, Thirteenth FYP, and where it ends.
pub(super) fn plan_period(tokens: &Tokens, t: usize) -> Option<(Quantity, usize)> {
    let (number, end) = ordinal::at(tokens, t)?;
    let end = five_year_plan(tokens, end).or_else(|| shared_plan(tokens, end))?;
    let span = tokens.reader.bytes(tokens.start(t), tokens.end_before(end));
    (number > 0).then(|| (Quantity::of_plan(span, number), end))
}

/// Past "Five-Year Plan", and the "period" behind it.
fn five_year_plan(tokens: &Tokens, t: usize) -> Option<usize> {
    let end = if tokens.is(t, "FYP") {
        t + 1
    } else {
        let year = if tokens.sign(t + 1) == '-' { t + 2 } else { t + 1 };
        let is_plan =
            tokens.is(t, "five") && tokens.is(year, "year") && tokens.is_any(year + 1, &["plan", "plans"]);
        is_plan.then_some(year + 2)?
    };
    Some(if tokens.is_any(end, &["period", "periods"]) && tokens.follows(end) { end + 1 } else { end })
}

/// The 13th of "the 13th and 14th Five-Year Plans" ends before the words that both share.
fn shared_plan(tokens: &Tokens, t: usize) -> Option<usize> {
    if !(tokens.is(t, "and") || tokens.sign(t) == ',') {
        return None;
    }
    let (_, end) = ordinal::at(tokens, t + 1)?;
    five_year_plan(tokens, end)?;
    Some(t)
}
