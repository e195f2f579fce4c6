//! Turns an English numeral, its range and its unit into one figure.
//! Knows nothing of the words around the figure, but for the "between" that a range needs.

use super::dash;
use super::modifier::{self, addition};
use super::numeral::{self, Form, Numeral};
use super::spelled::half_behind;
use super::token::Tokens;
use super::unit::{self, Found};
use crate::quantity::currency::Currency;
use crate::quantity::scale::{plus, times, whole, within};
use crate::quantity::value::{Comparator, Rational, Unit};

/// A numeral or a range of two, with the unit.
pub(super) struct Figure {
    pub(super) value: Rational,
    pub(super) upper: Option<Rational>,
    pub(super) unit: Option<Unit>,
    pub(super) form: Form,
    /// What stands between numeral and unit: 30 or more centres.
    pub(super) hint: Option<Comparator>,
    /// Whether "more" or "new" stands between numeral and unit.
    pub(super) adds: bool,
    pub(super) end: usize,
}

/// How the ends of a range may be joined at this place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// 3 to 5, 3–5, three or four.
    Usual,
    /// between 3 and 5.
    And,
    /// from 10% to 15% behind a verb: two levels.
    None,
}

/// The figure that begins at `t`.
pub(super) fn at(tokens: &Tokens, t: usize, joint: Joint) -> Option<Figure> {
    let first = numeral::at(tokens, t)?;
    let (unit, hint, adds) = unit_behind(tokens, first.end);
    if let Some(range) = range(tokens, &first, unit.as_ref(), joint).filter(|_| hint.is_none() && !adds) {
        return Some(range);
    }
    let (mut first, mut unit) = (first, unit);
    if joint == Joint::None && unit.is_none() {
        borrow(tokens, &mut first, &mut unit);
    }
    if let Some(behind) = &mut unit
        && behind.unit.as_ref().is_some_and(|found| matches!(found.unit, Unit::Duration(_)))
        && let Some(end) = half_behind(tokens, behind.end)
    {
        // three years and a half
        (first.value, behind.end) = (plus(first.value, Rational::new(1, 2))?, end);
    }
    let factor = whole(unit.as_ref().and_then(|found| found.unit.as_ref()).map_or(1, |found| found.factor));
    let end = unit.as_ref().map_or(first.end, |found| found.end);
    let unit = unit.and_then(|found| found.unit).map(|found| found.unit);
    let is_fraction = first.form == Form::Share || first.digits.is_some_and(|digits| digits.is_fraction);
    let unit = match unit {
        // Behind a share the noun is what it is a share of.
        None | Some(Unit::Count(_)) if is_fraction => Some(Unit::Fraction),
        unit => unit,
    };
    let end = if unit == Some(Unit::Fraction) { first.end } else { end };
    Some(Figure {
        value: within(times(first.value, factor)?)?,
        upper: first.upper.and_then(|upper| within(times(upper, factor)?)),
        unit,
        form: first.form,
        hint,
        adds,
        end,
    })
}

/// Gives the 30 of "rose from 30 to 40 per cent" the unit and the scale that only the 40 has.
fn borrow(tokens: &Tokens, first: &mut Numeral, unit: &mut Option<Behind>) {
    let Some(last) =
        Some(first.end + 1).filter(|_| tokens.is(first.end, "to")).and_then(|to| numeral::at(tokens, to))
    else {
        return;
    };
    let (behind, ..) = unit_behind(tokens, last.end);
    if first.scale == whole(1) && first.value < last.value / last.scale {
        first.value *= last.scale;
    }
    if let Some(found) = behind.and_then(|behind| behind.unit) {
        *unit = Some(Behind { unit: Some(found), end: first.end });
    }
}

/// What stands behind a numeral: 30 | or more | new | centres.
struct Behind {
    unit: Option<Found>,
    end: usize,
}

fn unit_behind(tokens: &Tokens, t: usize) -> (Option<Behind>, Option<Comparator>, bool) {
    let bound = modifier::right(tokens, t);
    let mut end = bound.map_or(t, |(_, end)| end);
    let added = addition(tokens, end);
    end = added.unwrap_or(end);
    let unit = unit::at(tokens, end);
    let end = unit.as_ref().map_or(end, |found| found.end);
    let behind = (end > t).then_some(Behind { unit, end });
    (behind, bound.map(|(comparator, _)| comparator), added.is_some())
}

/// 3–5 centres, three to five, 10% to 15%, US$3 million to US$5 million.
fn range(tokens: &Tokens, first: &Numeral, unit: Option<&Behind>, joint: Joint) -> Option<Figure> {
    if matches!(first.form, Form::Vague | Form::Share) || joint == Joint::None {
        return None;
    }
    let lower_end = unit.map_or(first.end, |found| found.end);
    let from = joined(tokens, lower_end, joint)?;
    let from = sign_end(tokens, from).unwrap_or(from);
    let last = numeral::at(tokens, from)?;
    if matches!(last.form, Form::Vague | Form::Share) {
        return None;
    }
    let (behind, hint, adds) = unit_behind(tokens, last.end);
    let end = behind.as_ref().map_or(last.end, |found| found.end);
    let last_unit = behind.and_then(|found| found.unit);
    let unit = match (unit.and_then(|found| found.unit.as_ref()), last_unit) {
        (None, last) => last,
        (Some(first), Some(last)) if first.unit == last.unit => Some(last),
        _ => return None,
    };
    let raw = last.value / last.scale;
    let shares_scale = first.scale == whole(1) && first.value < raw && lower_end == first.end;
    let lower = if shares_scale { times(first.value, last.scale)? } else { first.value };
    // "three or four" is a range, "three or twenty" a choice.
    let is_choice = tokens.is(lower_end, "or") && last.value > lower + lower + whole(1);
    if lower >= last.value || is_choice || hint.is_some() {
        return None;
    }
    let are_fractions = [first, &last].iter().all(|end| end.digits.is_some_and(|digits| digits.is_fraction));
    let factor = whole(unit.as_ref().map_or(1, |found| found.factor));
    let unit = unit.map(|found| found.unit).or(are_fractions.then_some(Unit::Fraction));
    Some(Figure {
        value: within(times(lower, factor)?)?,
        upper: Some(within(times(last.value, factor)?)?),
        unit,
        form: if first.form == Form::Digits { Form::Digits } else { last.form },
        hint: None,
        adds,
        end,
    })
}

/// Past what joins the ends of a range at `t`.
fn joined(tokens: &Tokens, t: usize, joint: Joint) -> Option<usize> {
    if !tokens.follows(t) || !tokens.follows(t + 1) {
        return None;
    }
    match joint {
        Joint::And => tokens.is(t, "and").then_some(t + 1),
        Joint::Usual if tokens.is_any(t, &["to", "or"]) => Some(t + 1),
        // five- to ten-year
        Joint::Usual if tokens.sign(t) == '-' && tokens.is_tied(t) && tokens.is(t + 1, "to") => Some(t + 2),
        Joint::Usual => dash(tokens, t),
        Joint::None => None,
    }
}

/// Past the currency sign at `t`.
fn sign_end(tokens: &Tokens, t: usize) -> Option<usize> {
    let start = tokens.start(t);
    let end = Currency::signs().filter_map(|(sign, _)| tokens.reader.starts(start, sign)).max()?;
    (t + 1..t + 4).find(|at| tokens.start(*at) >= end)
}
