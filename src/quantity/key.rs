//! Turns a quantity into what it says whatever the language, so that two can be compared, sorted and counted.
//! Knows nothing of texts.

use super::currency::Currency;
use super::scale::{plus, times};
use super::value::{Change, Comparator, Date, Measure, Quantity, Rational, TimeUnit, Unit};
use crate::lang::is_han;

/// The value of a quantity without its wording. Equal keys are the same value; the order is total, so that the
/// quantities of two texts can be matched as sorted lists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    family: Family,
    value: Rational,
    upper: Option<Rational>,
    bound: Bound,
}

/// Units that can be compared with each other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    /// Things, people, ages and factors: 3次 is "three times", 65岁以上 "65 and over".
    Number,
    /// Parts of a whole, as parts of one: 三成 is 30% is three tenths.
    Share,
    Points,
    Money(Currency),
    /// In square metres, metres, grams or millilitres.
    Area,
    Length,
    Mass,
    Volume,
    /// Lengths of time that the calendar measures, in months.
    Months,
    /// Lengths of time that the clock measures, in minutes.
    Minutes,
    Rate,
    Calendar(Date, Option<Date>),
}

/// Comparators that translations exchange freely: 20余家 is "more than 20" and "at least 20".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bound {
    Exactly,
    FromBelow,
    FromAbove,
    Near,
    Between,
}

impl Quantity {
    /// What this says, whatever the language, words and change.
    pub fn key(&self) -> Key {
        let (family, factor) = family(&self.unit);
        if let Unit::PlanPeriod(_) = self.unit
            && let Some((first, last)) = self.years()
        {
            return Key::calendar(Date::year(first), Some(Date::year(last)), Bound::Between);
        }
        if let Unit::Date { start, end } = self.unit {
            return Key::calendar(start, end, bound(self.comparator));
        }
        // 增长一倍 reaches twice as much: it is the same as doubled.
        let grows = self.unit == Unit::Times && self.change == Change::Increase;
        let value = |amount: Rational| {
            let step = Rational::from_integer(i128::from(grows));
            // A value too large to convert stays as it is; no text that we read holds one.
            plus(amount, step).and_then(|amount| times(amount, factor)).unwrap_or(amount)
        };
        Key { family, value: value(self.value), upper: self.upper.map(value), bound: bound(self.comparator) }
    }

    /// Whether this is a writer's own count of a few things, cut from `text`: two areas, 两个方面, four tasks.
    ///
    /// Such counts say no more than the list beside them, and languages differ in making them.
    pub fn is_tally(&self, text: &str) -> bool {
        let cut = text.get(self.span.clone()).unwrap_or_default();
        let is_spelled = !cut.chars().any(|char| char.is_numeric() && !is_han(char));
        let is_small = self.value <= Rational::from_integer(10) && self.comparator == Comparator::Exactly;
        is_spelled && is_small && matches!(self.unit, Unit::Count(_))
    }

    /// Whether both say the same value: amount, range, kind of comparator, kind of unit, currency and date.
    ///
    /// The words may differ (1.25万名 and 12,500 people), and so may the change: see [`Quantity::same_claim`].
    pub fn same_value(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    /// Whether both say the same value as the same step or level: 增加10% is not 达到10%.
    pub fn same_claim(&self, other: &Self) -> bool {
        let step = |quantity: &Self| match (quantity.change, &quantity.unit) {
            // A factor tells its step in its value.
            (_, Unit::Times) => Change::Level,
            (Change::Add, _) => Change::Increase,
            (change, _) => change,
        };
        self.same_value(other) && step(self) == step(other)
    }
}

impl Key {
    fn calendar(start: Date, end: Option<Date>, bound: Bound) -> Self {
        Self { family: Family::Calendar(start, end), value: Rational::default(), upper: None, bound }
    }
}

fn bound(comparator: Comparator) -> Bound {
    match comparator {
        Comparator::Exactly => Bound::Exactly,
        Comparator::AtLeast | Comparator::MoreThan => Bound::FromBelow,
        Comparator::AtMost | Comparator::LessThan => Bound::FromAbove,
        Comparator::About | Comparator::Nearly => Bound::Near,
        Comparator::Range => Bound::Between,
    }
}

/// The family of a unit, and what one of the unit is worth in it.
fn family(unit: &Unit) -> (Family, Rational) {
    let whole = |family, factor| (family, Rational::from_integer(factor));
    match unit {
        Unit::Count(_) | Unit::People | Unit::Age | Unit::Times | Unit::PlanPeriod(_) | Unit::Date { .. } => {
            whole(Family::Number, 1)
        }
        Unit::Fraction => whole(Family::Share, 1),
        Unit::Percent => (Family::Share, Rational::new(1, 100)),
        Unit::PerMille => (Family::Share, Rational::new(1, 1000)),
        Unit::Points => whole(Family::Points, 1),
        Unit::Money(currency) => whole(Family::Money(*currency), 1),
        Unit::Per(_) => whole(Family::Rate, 1),
        Unit::Measure(measure) => match measure {
            Measure::SquareMetre => whole(Family::Area, 1),
            Measure::Mu => (Family::Area, Rational::new(2000, 3)),
            Measure::Hectare => whole(Family::Area, 10_000),
            Measure::SquareKilometre => whole(Family::Area, 1_000_000),
            Measure::Metre => whole(Family::Length, 1),
            Measure::Kilometre => whole(Family::Length, 1000),
            Measure::Gram => whole(Family::Mass, 1),
            Measure::Kilogram => whole(Family::Mass, 1000),
            Measure::Tonne => whole(Family::Mass, 1_000_000),
            Measure::Millilitre => whole(Family::Volume, 1),
            Measure::Litre => whole(Family::Volume, 1000),
            Measure::CubicMetre => whole(Family::Volume, 1_000_000),
        },
        Unit::Duration(unit) => match unit {
            TimeUnit::Year => whole(Family::Months, 12),
            TimeUnit::Quarter => whole(Family::Months, 3),
            TimeUnit::Month => whole(Family::Months, 1),
            TimeUnit::Week => whole(Family::Minutes, 7 * 24 * 60),
            TimeUnit::Day => whole(Family::Minutes, 24 * 60),
            TimeUnit::Hour => whole(Family::Minutes, 60),
            TimeUnit::Minute => whole(Family::Minutes, 1),
        },
    }
}
