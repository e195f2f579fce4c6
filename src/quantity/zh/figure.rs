//! Turns a Chinese numeral, its range and its unit into one figure.
//! Knows nothing of the words around the figure.

use super::connector;
use super::numeral::{self, Form, Numeral};
use super::unit::{self, Found};
use crate::quantity::currency::Currency;
use crate::quantity::reader::Reader;
use crate::quantity::scale::{plus, times, whole, within};
use crate::quantity::value::{Comparator, Rational, TimeUnit, Unit};

/// A numeral or a range of two, with the unit.
pub(super) struct Figure {
    pub(super) value: Rational,
    pub(super) upper: Option<Rational>,
    pub(super) unit: Option<Found>,
    pub(super) form: Form,
    /// What 余 and 多 inside the numeral say.
    pub(super) hint: Option<Comparator>,
    pub(super) end: usize,
}

/// The figure that begins at `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Figure> {
    let first = numeral::at(reader, i)?;
    if let Some(share) = share(reader, &first) {
        return Some(share);
    }
    let (first, unit) = with_unit(reader, first)?;
    if let Some(range) = range(reader, &first, unit.as_ref()) {
        return Some(range);
    }
    let is_fraction = unit.is_none() && first.digits.is_some_and(|digits| digits.is_fraction);
    let unit = if is_fraction { Some(Found::plain(Unit::Fraction, first.end)) } else { unit };
    let factor = whole(unit.as_ref().map_or(1, |found| found.factor));
    Some(Figure {
        value: within(times(first.value, factor)?)?,
        upper: first.upper.and_then(|upper| within(times(upper, factor)?)),
        end: unit.as_ref().map_or(first.end, |found| found.end),
        unit,
        form: first.form,
        hint: first.hint,
    })
}

/// The unit behind a numeral, and what 两年半 and 三个半月 add to it.
fn with_unit(reader: &Reader, mut numeral: Numeral) -> Option<(Numeral, Option<Found>)> {
    const HALVES: &[(&str, TimeUnit)] = &[("个半月", TimeUnit::Month), ("个半小时", TimeUnit::Hour)];
    const EXCESS: &[(&str, TimeUnit)] = &[("个多月", TimeUnit::Month), ("个多小时", TimeUnit::Hour)];
    let gap = reader.gap(numeral.end);
    let half = Rational::new(1, 2);
    if let Some((unit, end)) = reader.entry(gap, HALVES) {
        numeral.value = plus(numeral.value, half)?;
        return Some((numeral, Some(Found::plain(Unit::Duration(*unit), end))));
    }
    if let Some((unit, end)) = reader.entry(gap, EXCESS) {
        numeral.hint = Some(Comparator::MoreThan);
        return Some((numeral, Some(Found::plain(Unit::Duration(*unit), end))));
    }
    let Some(mut unit) = unit::at(reader, numeral.end) else { return Some((numeral, None)) };
    let takes_half = matches!(unit.unit, Unit::Duration(TimeUnit::Year | TimeUnit::Day) | Unit::Times);
    if takes_half && let Some(end) = reader.starts(unit.end, "半") {
        numeral.value = plus(numeral.value, half)?;
        unit.end = end;
    }
    Some((numeral, Some(unit)))
}

/// 3-5家, 三至五年, 2万至3万人, 10%—15%: the figure from `first` to the numeral behind the connector.
fn range(reader: &Reader, first: &Numeral, unit: Option<&Found>) -> Option<Figure> {
    if first.upper.is_some() || first.hint.is_some() || matches!(first.form, Form::Bare | Form::Vague) {
        return None;
    }
    let lower_end = unit.map_or(first.end, |found| found.end);
    let behind = connector(reader, lower_end)?;
    let behind = sign_end(reader, behind).unwrap_or(behind);
    let (last, last_unit) = with_unit(reader, numeral::at(reader, behind)?)?;
    if last.upper.is_some() || matches!(last.form, Form::Bare | Form::Vague) {
        return None;
    }
    let unit = match (unit, last_unit) {
        (None, last) => last,
        (Some(first), Some(last)) if first.unit == last.unit => Some(last),
        // 3年至5个月 and 3家至5 are two figures.
        _ => return None,
    };
    // In 3—5万人 both ends count in 万; in 8000至1万 and 3万至5万 the lower one has its own scale.
    let raw = last.value / last.scale;
    let shares_scale = first.scale == whole(1) && first.value < raw && lower_end == first.end;
    let lower = if shares_scale { times(first.value, last.scale)? } else { first.value };
    if lower >= last.value {
        return None;
    }
    let are_fractions = [first, &last].iter().all(|end| end.digits.is_some_and(|digits| digits.is_fraction));
    let unit = match unit {
        None if are_fractions => Some(Found::plain(Unit::Fraction, last.end)),
        unit => unit,
    };
    let factor = whole(unit.as_ref().map_or(1, |found| found.factor));
    Some(Figure {
        value: within(times(lower, factor)?)?,
        upper: Some(within(times(last.value, factor)?)?),
        end: unit.as_ref().map_or(last.end, |found| found.end),
        unit,
        form: if first.form == Form::Digits { Form::Digits } else { last.form },
        hint: last.hint,
    })
}

/// Past the currency sign that the upper end of a range repeats.
fn sign_end(reader: &Reader, i: usize) -> Option<usize> {
    let end = Currency::signs().filter_map(|(sign, _)| reader.starts(i, sign)).max()?;
    Some(reader.gap(end))
}

/// 三分之一, 百分之三点五, 千分之三至五, with the numeral before 分之 given.
fn share(reader: &Reader, of: &Numeral) -> Option<Figure> {
    let from = reader.starts(of.end, "分之")?;
    let part = numeral::at(reader, from).or_else(|| numeral::nought(reader, from))?;
    let (unit, scale) = match (of.form, of.value.to_integer()) {
        (Form::Bare, 100) => (Unit::Percent, whole(1)),
        (Form::Bare, 1000) => (Unit::PerMille, whole(1)),
        _ => (Unit::Fraction, of.value),
    };
    let (decimals, mut end) = decimals(reader, part.end)?;
    let value = plus(part.value, decimals)?;
    let mut upper = part.upper;
    if let Some(behind) = connector(reader, end)
        && let Some((last, last_end)) = share_end(reader, behind)
        && last > value
    {
        (upper, end) = (Some(last), last_end);
    }
    // 三分之五 is no share, and a share of nothing is no number.
    if scale <= whole(0) || (unit == Unit::Fraction && value >= scale) {
        return None;
    }
    Some(Figure {
        value: value / scale,
        upper: upper.map(|upper| upper / scale),
        unit: Some(Found::plain(unit, end)),
        form: Form::LargeHan,
        hint: part.hint,
        end,
    })
}

/// The upper end of a range of shares: 百分之十至百分之二十, 百分之十至二十.
fn share_end(reader: &Reader, i: usize) -> Option<(Rational, usize)> {
    let i = ["百分之", "千分之"].iter().find_map(|word| reader.starts(i, word)).unwrap_or(i);
    let last = numeral::at(reader, i)?;
    // 百分之十至二十家: the second figure counts something else.
    if unit::at(reader, last.end).is_some() {
        return None;
    }
    let (decimals, end) = decimals(reader, last.end)?;
    Some((plus(last.value, decimals)?, end))
}

/// What 点五 behind a numeral in characters adds to it, and where it ends.
fn decimals(reader: &Reader, i: usize) -> Option<(Rational, usize)> {
    let Some(from) = reader.starts(i, "点") else { return Some((whole(0), i)) };
    let (mut value, mut place, mut end) = (whole(0), Rational::new(1, 10), from);
    while end - from < 4
        && let Some(digit) = numeral::han_digit(reader.at(end))
    {
        value = plus(value, times(whole(digit), place)?)?;
        place = times(place, Rational::new(1, 10))?;
        end += 1;
    }
    Some(if end == from { (whole(0), i) } else { (value, end) })
}
