//! Turns what a text can say about an amount into types.
//! Knows nothing of how either language writes it.

use std::ops::Range;

use super::currency::Currency;

/// An exact number. Never a float: 1.25万 is 12500 and a third is 1/3.
pub type Rational = num_rational::Ratio<i128>;

/// One figure of a text: what it is worth and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The bytes of the text that fix the value: comparator, number and unit, without the verb before them.
    pub span: Range<usize>,
    /// The amount, or the lower end of a range. For a date the year (or month, or day) it begins with; for a
    /// plan period its number.
    pub value: Rational,
    /// The upper end of a range.
    pub upper: Option<Rational>,
    /// How the amount bounds what is meant.
    pub comparator: Comparator,
    /// Whether the amount is a level or a step from another one.
    pub change: Change,
    /// What is counted or measured.
    pub unit: Unit,
}

/// How an amount bounds what is meant: 不少于500张 is at least 500.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparator {
    /// The amount itself.
    #[default]
    Exactly,
    /// 不少于, 至少, 以上: at least.
    AtLeast,
    /// 不超过, 以内: at most, up to.
    AtMost,
    /// 约, 左右: about.
    About,
    /// 近: nearly.
    Nearly,
    /// 超过, 逾, 余: more than.
    MoreThan,
    /// 不到, 低于: less than.
    LessThan,
    /// From `value` to `upper`.
    Range,
}

/// Whether an amount is reached or added: 达到10% is not 增加10%.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The amount itself, reached or standing.
    #[default]
    Level,
    /// A step up by the amount.
    Increase,
    /// A step down by the amount.
    Decrease,
    /// New ones on top of those there are: 新增3个.
    Add,
}

/// What is counted or measured.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Things, with the word the text counts them by (个, 张, centres); empty where it has none.
    Count(String),
    /// People: 名, 人, people.
    People,
    /// Years of age.
    Age,
    /// A factor: 2倍, 翻一番, twofold.
    Times,
    /// Hundredths of a whole. 三成 is 30 of them.
    Percent,
    /// Thousandths of a whole.
    PerMille,
    /// Percentage points.
    Points,
    /// A part of a whole as a fraction: 三分之一, two-thirds.
    Fraction,
    /// Money of one currency.
    Money(Currency),
    /// A physical measure.
    Measure(Measure),
    /// A length of time.
    Duration(TimeUnit),
    /// The base of a rate and what it counts: 每千人口 is 1000 人口.
    Per(String),
    /// A date, or the first and last of a range of dates.
    Date {
        /// The date, or the first one.
        start: Date,
        /// The last one, where the text gives two.
        end: Option<Date>,
    },
    /// A five-year plan of China by its number: the fourteenth is 2021–2025.
    PlanPeriod(u8),
}

/// A date as far as the text gives it. At least one part is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year of the Gregorian calendar.
    pub year: Option<i32>,
    /// The month, from 1.
    pub month: Option<u8>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
}

/// The units of time that a length is given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    /// 年
    Year,
    /// 季度
    Quarter,
    /// 个月
    Month,
    /// 周
    Week,
    /// 天
    Day,
    /// 小时
    Hour,
    /// 分钟
    Minute,
}

/// The physical measures that plans use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// 平方米
    SquareMetre,
    /// 亩, a fifteenth of a hectare
    Mu,
    /// 公顷
    Hectare,
    /// 平方公里
    SquareKilometre,
    /// 米
    Metre,
    /// 公里
    Kilometre,
    /// 克
    Gram,
    /// 公斤
    Kilogram,
    /// 吨
    Tonne,
    /// 毫升
    Millilitre,
    /// 升
    Litre,
    /// 立方米
    CubicMetre,
}

impl Measure {
    /// Its word in Chinese.
    pub fn zh(self) -> &'static str {
        match self {
            Self::SquareMetre => "平方米",
            Self::Mu => "亩",
            Self::Hectare => "公顷",
            Self::SquareKilometre => "平方公里",
            Self::Metre => "米",
            Self::Kilometre => "公里",
            Self::Gram => "克",
            Self::Kilogram => "公斤",
            Self::Tonne => "吨",
            Self::Millilitre => "毫升",
            Self::Litre => "升",
            Self::CubicMetre => "立方米",
        }
    }
}

impl Date {
    /// A year alone.
    pub fn year(year: i32) -> Self {
        Self { year: Some(year), month: None, day: None }
    }

    /// The largest part that the text gives, as the number it is written with.
    pub(super) fn leading(self) -> Rational {
        let number = match (self.year, self.month, self.day) {
            (Some(year), ..) => i128::from(year),
            (None, Some(month), _) => i128::from(month),
            (None, None, day) => i128::from(day.unwrap_or_default()),
        };
        Rational::from_integer(number)
    }
}

impl Unit {
    /// Whether this is a date or a plan period: a time on the calendar, not an amount.
    pub fn is_calendar(&self) -> bool {
        matches!(self, Self::Date { .. } | Self::PlanPeriod(_))
    }
}

impl Quantity {
    /// A date or a range of dates.
    pub(super) fn of_dates(span: Range<usize>, start: Date, end: Option<Date>, about: bool) -> Self {
        let comparator = match (end, about) {
            (Some(_), _) => Comparator::Range,
            (None, true) => Comparator::About,
            (None, false) => Comparator::Exactly,
        };
        Self {
            span,
            value: start.leading(),
            upper: end.map(Date::leading),
            comparator,
            change: Change::Level,
            unit: Unit::Date { start, end },
        }
    }

    /// A plan period by its number.
    pub(super) fn of_plan(span: Range<usize>, number: u8) -> Self {
        Self {
            span,
            value: Rational::from_integer(i128::from(number)),
            upper: None,
            comparator: Comparator::Exactly,
            change: Change::Level,
            unit: Unit::PlanPeriod(number),
        }
    }

    /// The first and last year that a date or plan period covers, where the text gives the year.
    pub fn years(&self) -> Option<(i32, i32)> {
        match self.unit {
            Unit::Date { start, end } => {
                let first = start.year?;
                Some((first, end.and_then(|date| date.year).unwrap_or(first)))
            }
            // The first plan covered 1953–1957; there was none for 1963–1965, so the count of years is even
            // only from the third plan (1966–1970) on.
            Unit::PlanPeriod(number) if number >= 3 => {
                let first = 1966 + 5 * (i32::from(number) - 3);
                Some((first, first + 4))
            }
            Unit::PlanPeriod(number) if number >= 1 => {
                let first = 1953 + 5 * (i32::from(number) - 1);
                Some((first, first + 4))
            }
            _ => None,
        }
    }
}
