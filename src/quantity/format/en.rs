//! Turns quantities into English.
//! Knows nothing of Chinese.

use super::number::{en, en_scaled, fraction, grouped, plain};
use crate::quantity::value::{Change, Comparator, Date, Measure, Quantity, Rational, TimeUnit, Unit};

const MONTHS: [&str; 12] = [
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

pub(super) fn format(quantity: &Quantity) -> String {
    match &quantity.unit {
        Unit::Date { start, end } => return dates(*start, *end, quantity.comparator),
        Unit::PlanPeriod(number) => return format!("{} Five-Year Plan period", ordinal(*number)),
        _ => {}
    }
    let bound = comparator(quantity.comparator);
    let number = match quantity.upper {
        Some(upper) => range(quantity.value, upper),
        None if quantity.unit == Unit::Fraction => fraction(quantity.value),
        None => en(quantity.value),
    };
    let sign = match quantity.unit {
        Unit::Money(currency) => sign(currency.sign()),
        _ => String::new(),
    };
    let rate = if matches!(quantity.unit, Unit::Per(_)) { "per " } else { "" };
    let is_one = quantity.upper.is_none() && quantity.value == Rational::from_integer(1);
    let unit = unit(&quantity.unit, is_one);
    let is_added = quantity.change == Change::Add;
    // "3 more centres", but "US$3 million more".
    let counts = matches!(quantity.unit, Unit::Count(_) | Unit::People);
    let (inner, outer) = match (is_added, counts) {
        (true, true) => (" more", ""),
        (true, false) => ("", " more"),
        _ => ("", ""),
    };
    let change = match quantity.change {
        Change::Increase => "increase by ",
        Change::Decrease => "decrease by ",
        Change::Level | Change::Add => "",
    };
    format!("{change}{bound}{rate}{sign}{number}{inner}{unit}{outer}")
}

/// Letters keep a space before the number, signs do not: RUB 5, US$5.
fn sign(sign: &str) -> String {
    let is_word = sign.ends_with(|char: char| char.is_ascii_alphabetic());
    if is_word { format!("{sign} ") } else { sign.to_owned() }
}

fn comparator(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Exactly | Comparator::Range => "",
        Comparator::AtLeast => "at least ",
        Comparator::AtMost => "up to ",
        Comparator::About => "about ",
        Comparator::Nearly => "nearly ",
        Comparator::MoreThan => "more than ",
        Comparator::LessThan => "less than ",
    }
}

/// 3–5, 3–5 million, 800,000–1,200,000.
fn range(lower: Rational, upper: Rational) -> String {
    let (low, high) = (en_scaled(lower), en_scaled(upper));
    if low.word != high.word {
        // "3–5 million" would give both ends the million.
        return format!("{}–{}", grouped(&plain(lower)), grouped(&plain(upper)));
    }
    if high.word.is_empty() {
        return format!("{}–{}", low.digits, high.digits);
    }
    format!("{}–{} {}", low.digits, high.digits, high.word)
}

fn unit(unit: &Unit, is_one: bool) -> String {
    let (one, many) = match unit {
        Unit::Count(word) | Unit::Per(word) if word.is_ascii() && !word.is_empty() => {
            return format!(" {word}");
        }
        Unit::Count(_)
        | Unit::Per(_)
        | Unit::Fraction
        | Unit::Money(_)
        | Unit::Date { .. }
        | Unit::PlanPeriod(_) => {
            return String::new();
        }
        Unit::Percent => return "%".to_owned(),
        Unit::PerMille => return "‰".to_owned(),
        Unit::People => ("person", "people"),
        Unit::Age => ("years old", "years old"),
        Unit::Times => ("times", "times"),
        Unit::Points => ("percentage point", "percentage points"),
        Unit::Measure(measure) => match measure {
            Measure::SquareMetre => ("square metres", "square metres"),
            Measure::Mu => ("mu", "mu"),
            Measure::Hectare => ("hectare", "hectares"),
            Measure::SquareKilometre => ("square kilometres", "square kilometres"),
            Measure::Metre => ("metres", "metres"),
            Measure::Kilometre => ("km", "km"),
            Measure::Gram => ("grams", "grams"),
            Measure::Kilogram => ("kg", "kg"),
            Measure::Tonne => ("tonnes", "tonnes"),
            Measure::Millilitre => ("ml", "ml"),
            Measure::Litre => ("litres", "litres"),
            Measure::CubicMetre => ("cubic metres", "cubic metres"),
        },
        Unit::Duration(unit) => match unit {
            TimeUnit::Year => ("year", "years"),
            TimeUnit::Quarter => ("quarters", "quarters"),
            TimeUnit::Month => ("month", "months"),
            TimeUnit::Week => ("week", "weeks"),
            TimeUnit::Day => ("day", "days"),
            TimeUnit::Hour => ("hour", "hours"),
            TimeUnit::Minute => ("minute", "minutes"),
        },
    };
    format!(" {}", if is_one { one } else { many })
}

fn dates(start: Date, end: Option<Date>, comparator: Comparator) -> String {
    match end {
        Some(end) if start.month.is_none() && end.month.is_none() => format!("{}–{}", date(start), date(end)),
        // 5–8 March 2016, March to May 2016: both share what stands behind the last.
        Some(end) if (start.year, start.month) == (end.year, end.month) => {
            format!("{}–{}", start.day.unwrap_or_default(), date(end))
        }
        Some(end) if start.year == end.year && start.day.is_none() => {
            format!("{} to {}", date(Date { year: None, ..start }), date(end))
        }
        Some(end) => format!("{} to {}", date(start), date(end)),
        None if comparator == Comparator::About => format!("around {}", date(start)),
        None => date(start),
    }
}

/// 31 December 2021, December 2021, 27 May, 2021.
fn date(date: Date) -> String {
    let month = date.month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?).copied());
    let parts = [
        date.day.map(|day| day.to_string()),
        month.map(str::to_owned),
        date.year.map(|year| year.to_string()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn ordinal(number: u8) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}
