//! Turns a Chinese figure with the words around it into a quantity, if it says an amount there.
//! Knows nothing of dates and fixed names.

use super::figure::{self, Figure};
use super::modifier::{self, Left};
use super::numeral::{self, Form};
use super::unit;
use crate::quantity::reader::Reader;
use crate::quantity::scale::whole;
use crate::quantity::value::{Change, Comparator, Quantity, Rational, TimeUnit, Unit};

/// The amount whose numeral begins at `i`, nothing of it before `floor`, and where it ends.
/// In a short quotation a numeral in characters is part of a name, whatever its unit.
pub(super) fn at(reader: &Reader, i: usize, floor: usize, is_quoted: bool) -> Option<(Quantity, usize)> {
    let figure = figure::at(reader, i)?;
    if is_quoted && figure.form != Form::Digits {
        return None;
    }
    let is_duration = figure.has_unit(|unit| matches!(unit, Unit::Duration(_)));
    let is_share = figure.has_unit(|unit| matches!(unit, Unit::Percent | Unit::PerMille | Unit::Points));
    let from = if is_share && is_negative(reader, i) { i - 1 } else { i };
    let mut left = modifier::left(reader, from, floor);
    if figure.form == Form::Bare
        && left.comparator.is_none()
        && let Some((comparator, start)) = modifier::bare_bound(reader, left.start, floor)
    {
        left = Left { comparator: Some(comparator), start, ..left };
    }
    if is_duration {
        left = left.of_duration(reader, i);
    }
    let right = modifier::right(reader, figure.end, is_duration);
    let is_bounded = left.comparator.is_some() || figure.hint.is_some() || right.is_some();
    if !stands(reader, i, &figure, left.is_rate, is_bounded) {
        return None;
    }
    let bound = left.comparator.or(right.map(|(comparator, _)| comparator)).or(figure.hint);
    let end = right.map_or(figure.end, |(_, end)| end);
    let quantity = Quantity {
        span: reader.bytes(left.start, end),
        value: if from < i { -figure.value } else { figure.value },
        upper: figure.upper,
        comparator: if figure.upper.is_some() { Comparator::Range } else { bound.unwrap_or_default() },
        change: modifier::change(reader, left.start, floor),
        unit: figure.unit(&left),
    };
    Some((quantity, end))
}

/// Whether a minus stands before the digits at `i`, and no dash of a range or a name.
fn is_negative(reader: &Reader, i: usize) -> bool {
    const BEFORE: &str = "\0\n\t (，、：:为是到至约";
    matches!(reader.before(i), '-' | '−') && BEFORE.contains(reader.before(i - 1))
}

impl Figure {
    fn has_unit(&self, is_it: impl Fn(&Unit) -> bool) -> bool {
        self.unit.as_ref().is_some_and(|found| is_it(&found.unit))
    }

    /// The unit, as the sign or the 每 before the figure changes it.
    fn unit(&self, left: &Left) -> Unit {
        match (&self.unit, left.currency) {
            (Some(found), _) if left.is_rate => Unit::Per(found.word.to_owned()),
            (None, _) if left.is_rate => Unit::Per(String::new()),
            (None, Some(currency)) => Unit::Money(currency),
            (Some(found), Some(currency)) if matches!(found.unit, Unit::Money(_)) => Unit::Money(currency),
            (Some(found), _) => found.unit.clone(),
            (None, None) => Unit::Count(String::new()),
        }
    }
}

/// Whether the figure says an amount here, and is no part of a name and no number of something.
fn stands(reader: &Reader, i: usize, figure: &Figure, is_rate: bool, is_bounded: bool) -> bool {
    let has_unit = figure.unit.is_some();
    let has_han_unit = figure.unit.as_ref().is_some_and(|found| found.after_han);
    let word = figure.unit.as_ref().map_or("", |found| found.word);
    // 前十名 is a rank, 十九大 a congress.
    let is_rank = reader.before(i) == '前' && matches!(word, "名" | "位");
    let is_session = matches!(reader.before(i), '大' | '协') && reader.starts(figure.end, "会议").is_some();
    if is_rank || is_session || (word == "大" && figure.value > whole(10)) {
        return false;
    }
    match figure.form {
        // 9时30分
        Form::Digits => {
            has_unit || !(unit::forbids_digits(reader, figure.end) || "时点".contains(reader.before(i)))
        }
        Form::LargeHan | Form::Vague => true,
        Form::Bare => {
            // 百万元 is an amount, the 万元 or 亿元 over a table is not.
            let is_compound = figure.value >= whole(1_000_000) && figure.value != whole(100_000_000);
            is_bounded || is_rate || (has_unit && is_compound)
        }
        Form::SmallHan if figure.upper.is_some() => has_han_unit,
        Form::SmallHan if figure.value == whole(1) => {
            (is_bounded && has_han_unit) || is_single(reader, i, figure)
        }
        // 二 orders where 两 counts: 二级, 二类, 二年.
        Form::SmallHan if reader.at(i) == '二' && figure.value == whole(2) => {
            figure.has_unit(|unit| matches!(unit, Unit::Percent | Unit::Times | Unit::Points | Unit::Age))
        }
        Form::SmallHan if has_unit => has_han_unit,
        Form::SmallHan => is_bounded && figure.value >= whole(10),
    }
}

/// 一年, 一个月, 一倍, 一成 say an amount; 一个, 一批 and 一家 only say that there is something.
fn is_single(reader: &Reader, i: usize, figure: &Figure) -> bool {
    const INSIDE: &str = "统唯同专划单合第每逐不进的这新那某上下任另万前后";
    let is_inside = INSIDE.contains(reader.before(i));
    let is_idiom = matches!(reader.at(figure.end), '一' | '来' | '四' | '度' | '到' | '次');
    let counts = figure.has_unit(|unit| match unit {
        Unit::Duration(unit) => !matches!(unit, TimeUnit::Day | TimeUnit::Week),
        unit => matches!(unit, Unit::Times | Unit::Percent | Unit::Points),
    });
    counts && !is_inside && !is_idiom
}

/// 半年, 一半, 过半, 翻一番: the amount without a numeral at `i`, and where it ends.
pub(super) fn wordless(reader: &Reader, i: usize, floor: usize) -> Option<(Quantity, usize)> {
    let half = (Rational::new(1, 2), Unit::Fraction);
    let ((value, unit), end) = match reader.at(i) {
        '半' => {
            let (unit, end) = half_unit(reader, i)?;
            ((half.0, unit), end)
        }
        '一' => (half, reader.starts(i, "一半")?),
        '过' => (half, past_half(reader, i)?),
        '减' => (half, reader.starts(i, "减半")?),
        '翻' => {
            let (factor, end) = doubling(reader, i)?;
            ((factor, Unit::Times), end)
        }
        _ => return None,
    };
    let is_duration = matches!(unit, Unit::Duration(_));
    let left = modifier::left(reader, i, floor);
    let left = if is_duration { left.of_duration(reader, i) } else { left };
    let right = modifier::right(reader, end, is_duration);
    let own = (reader.at(i) == '过').then_some(Comparator::MoreThan);
    let bound = own.or(left.comparator).or(right.map(|(comparator, _)| comparator));
    let end = right.map_or(end, |(_, end)| end);
    let change = match reader.at(i) {
        '减' => Change::Decrease,
        '翻' => Change::Level,
        _ => modifier::change(reader, left.start, floor),
    };
    let comparator = bound.unwrap_or_default();
    Some((
        Quantity { span: reader.bytes(left.start, end), value, upper: None, comparator, change, unit },
        end,
    ))
}

/// Past 过半 or 过半数, where 过 is not the end of 超过 and 半 not the beginning of 半年.
fn past_half(reader: &Reader, i: usize) -> Option<usize> {
    let is_inside = matches!(reader.before(i), '超' | '不' | '经' | '通');
    let is_length = half_unit(reader, i + 1).is_some_and(|(unit, _)| unit != Unit::Fraction);
    if is_inside || is_length || reader.at(i + 2) == '百' {
        return None;
    }
    reader.starts(i, "过半数").or_else(|| reader.starts(i, "过半"))
}

/// The unit that 半 halves, where 半 is no part of 上半年, 大半 or 半径.
fn half_unit(reader: &Reader, i: usize) -> Option<(Unit, usize)> {
    const UNITS: &[(&str, Unit)] = &[
        ("半年", Unit::Duration(TimeUnit::Year)),
        ("半个月", Unit::Duration(TimeUnit::Month)),
        ("半个小时", Unit::Duration(TimeUnit::Hour)),
        ("半小时", Unit::Duration(TimeUnit::Hour)),
        ("半天", Unit::Duration(TimeUnit::Day)),
        ("半数", Unit::Fraction),
    ];
    const INSIDE: &str = "上下前后大小多另南北东西";
    let (unit, end) = reader.entry(i, UNITS)?;
    let is_inside = INSIDE.contains(reader.before(i)) || reader.at(end) == '度';
    (!is_inside).then(|| (unit.clone(), end))
}

/// The factor of 翻一番, 翻了两番, 翻番.
fn doubling(reader: &Reader, i: usize) -> Option<(Rational, usize)> {
    let at = reader.starts(i, "翻了").unwrap_or(i + 1);
    if let Some(end) = reader.starts(at, "番") {
        return Some((whole(2), end));
    }
    let power = numeral::han_digit(reader.at(at)).or(reader.at(at).to_digit(10).map(i128::from))?;
    let end = reader.starts(at + 1, "番")?;
    let power = u32::try_from(power).ok().filter(|power| (1..10).contains(power))?;
    Some((whole(2_i128.pow(power)), end))
}
