//! Turns the English words behind a numeral into a unit.
//! Knows nothing of the numeral.

use super::token::{Gap, Tokens};
use crate::quantity::currency::Currency;
use crate::quantity::value::{Measure, TimeUnit, Unit};

/// A unit and where its words end.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) unit: Unit,
    pub(super) end: usize,
    /// How many of the unit one word stands for: a decade is ten years.
    pub(super) factor: i128,
}

/// Phrases of a unit, longer ones first.
const PHRASES: &[(&str, Unit)] = &[
    ("percentage points", Unit::Points),
    ("percentage point", Unit::Points),
    ("per cent", Unit::Percent),
    ("percent", Unit::Percent),
    ("pct", Unit::Percent),
    ("per mille", Unit::PerMille),
    ("square kilometres", Unit::Measure(Measure::SquareKilometre)),
    ("square kilometers", Unit::Measure(Measure::SquareKilometre)),
    ("square metres", Unit::Measure(Measure::SquareMetre)),
    ("square meters", Unit::Measure(Measure::SquareMetre)),
    ("sq m", Unit::Measure(Measure::SquareMetre)),
    ("cubic metres", Unit::Measure(Measure::CubicMetre)),
    ("cubic meters", Unit::Measure(Measure::CubicMetre)),
    ("hectares", Unit::Measure(Measure::Hectare)),
    ("hectare", Unit::Measure(Measure::Hectare)),
    ("ha", Unit::Measure(Measure::Hectare)),
    ("mu", Unit::Measure(Measure::Mu)),
    ("kilometres", Unit::Measure(Measure::Kilometre)),
    ("kilometers", Unit::Measure(Measure::Kilometre)),
    ("km", Unit::Measure(Measure::Kilometre)),
    ("metres", Unit::Measure(Measure::Metre)),
    ("meters", Unit::Measure(Measure::Metre)),
    ("kilograms", Unit::Measure(Measure::Kilogram)),
    ("kilogrammes", Unit::Measure(Measure::Kilogram)),
    ("kg", Unit::Measure(Measure::Kilogram)),
    ("grams", Unit::Measure(Measure::Gram)),
    ("tonnes", Unit::Measure(Measure::Tonne)),
    ("metric tons", Unit::Measure(Measure::Tonne)),
    ("tons", Unit::Measure(Measure::Tonne)),
    ("millilitres", Unit::Measure(Measure::Millilitre)),
    ("ml", Unit::Measure(Measure::Millilitre)),
    ("litres", Unit::Measure(Measure::Litre)),
    ("liters", Unit::Measure(Measure::Litre)),
    ("people", Unit::People),
    ("persons", Unit::People),
    ("person", Unit::People),
    ("individuals", Unit::People),
    ("residents", Unit::People),
    ("inhabitants", Unit::People),
    ("population", Unit::People),
    ("times", Unit::Times),
    ("fold", Unit::Times),
    ("years old", Unit::Age),
    ("years of age", Unit::Age),
    ("years", Unit::Duration(TimeUnit::Year)),
    ("year", Unit::Duration(TimeUnit::Year)),
    ("months", Unit::Duration(TimeUnit::Month)),
    ("month", Unit::Duration(TimeUnit::Month)),
    ("weeks", Unit::Duration(TimeUnit::Week)),
    ("week", Unit::Duration(TimeUnit::Week)),
    ("days", Unit::Duration(TimeUnit::Day)),
    ("day", Unit::Duration(TimeUnit::Day)),
    ("hours", Unit::Duration(TimeUnit::Hour)),
    ("hour", Unit::Duration(TimeUnit::Hour)),
    ("minutes", Unit::Duration(TimeUnit::Minute)),
    ("minute", Unit::Duration(TimeUnit::Minute)),
    ("quarters", Unit::Duration(TimeUnit::Quarter)),
    // What is worked or taught in is not a length on the calendar.
    ("working days", Unit::Count(String::new())),
    ("business days", Unit::Count(String::new())),
];

const MONEY: &[(&str, &str)] = &[
    ("US dollars", "USD"),
    ("US dollar", "USD"),
    ("Hong Kong dollars", "HKD"),
    ("Singapore dollars", "SGD"),
    ("Australian dollars", "AUD"),
    ("Canadian dollars", "CAD"),
    ("Swiss francs", "CHF"),
    ("pounds sterling", "GBP"),
    ("Japanese yen", "JPY"),
    ("South Korean won", "KRW"),
    ("Korean won", "KRW"),
    ("Russian roubles", "RUB"),
    ("Russian rubles", "RUB"),
    ("yuan renminbi", "CNY"),
    ("RMB yuan", "CNY"),
    ("yuan RMB", "CNY"),
    ("Chinese yuan", "CNY"),
];

/// Words in -s behind a number that count nothing.
const NO_NOUNS: &[&str] = &[
    "across",
    "is",
    "was",
    "has",
    "this",
    "plus",
    "minus",
    "versus",
    "towards",
    "whereas",
    "thus",
    "its",
    "as",
    "us",
    "less",
    "does",
    "goes",
    "makes",
    "needs",
    "means",
    "besides",
    "sometimes",
    "always",
    "perhaps",
    "overseas",
    "afterwards",
    "onwards",
    "upwards",
    "downwards",
    "focuses",
    "covers",
    "includes",
    "serves",
    "sets",
    "takes",
    "gives",
    "shows",
    "becomes",
    "remains",
    "business",
    "access",
    "unless",
    "process",
    "cross",
];

/// The unit at `t`.
pub(super) fn at(tokens: &Tokens, t: usize) -> Option<Found> {
    match tokens.sign(t) {
        '%' if tokens.follows(t) => return found(Unit::Percent, t + 1, 1),
        '‰' if tokens.follows(t) => return found(Unit::PerMille, t + 1, 1),
        '-' if tokens.is_tied(t) && tokens.is_tied(t + 1) => return tied(tokens, t + 1),
        _ => {}
    }
    if !tokens.follows(t) {
        return None;
    }
    if let Some(found) = money(tokens, t) {
        return Some(found);
    }
    // "1,000 person-times" counts something else than persons.
    let goes_on = |end| tokens.sign(end) == '-' && tokens.is_tied(end) && tokens.is_tied(end + 1);
    if let Some((unit, end)) = phrase(tokens, t).filter(|(_, end)| !goes_on(*end)) {
        return found(unit, end, 1);
    }
    if tokens.is_any(t, &["decade", "decades"]) {
        return found(Unit::Duration(TimeUnit::Year), t + 1, 10);
    }
    noun(tokens, t)
}

/// three-year, 65-year-old, ten-percentage-point, two-person.
fn tied(tokens: &Tokens, t: usize) -> Option<Found> {
    let hyphen = |t: usize| tokens.sign(t) == '-' && tokens.is_tied(t) && tokens.is_tied(t + 1);
    if tokens.is(t, "year") && hyphen(t + 1) && tokens.is_any(t + 2, &["old", "olds"]) {
        return found(Unit::Age, t + 3, 1);
    }
    if tokens.is(t, "percentage") && hyphen(t + 1) && tokens.is_any(t + 2, &["point", "points"]) {
        return found(Unit::Points, t + 3, 1);
    }
    if let Some(found) = money(tokens, t) {
        return Some(found);
    }
    let (unit, end) = phrase(tokens, t)?;
    found(unit, end, 1)
}

fn found(unit: Unit, end: usize, factor: i128) -> Option<Found> {
    Some(Found { unit, end, factor })
}

fn phrase(tokens: &Tokens, t: usize) -> Option<(Unit, usize)> {
    let (unit, end) = tokens.entry(t, PHRASES)?;
    let unit = match unit {
        Unit::Count(_) => Unit::Count("working days".to_owned()),
        unit => unit.clone(),
    };
    // 65 years and older is an age, 65 years and over may be one: only the first is sure.
    let is_age = unit == Unit::Duration(TimeUnit::Year)
        && tokens.is_any(end, &["and", "or"])
        && tokens.is_any(end + 1, &["older", "younger"]);
    Some((if is_age { Unit::Age } else { unit }, end))
}

/// Words for money, with "US" in either spelling.
fn money(tokens: &Tokens, t: usize) -> Option<Found> {
    if let Some((code, end)) = tokens.entry(t, MONEY) {
        return found(Unit::Money(Currency::of(code)?), end, 1);
    }
    let is_dotted = tokens.word(t) == "U" && tokens.sign(t + 1) == '.' && tokens.word(t + 2) == "S";
    if is_dotted && tokens.sign(t + 3) == '.' && tokens.is_any(t + 4, &["dollars", "dollar"]) {
        return found(Unit::Money(Currency::USD), t + 5, 1);
    }
    found(Unit::Money(Currency::of_en_word(tokens.word(t))?), t + 1, 1)
}

/// The plural right behind the numeral. What stands farther off is for the reader to relate.
fn noun(tokens: &Tokens, t: usize) -> Option<Found> {
    let word = tokens.word(t);
    let is_plural = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && word.chars().all(|char| char.is_ascii_lowercase())
        && !NO_NOUNS.contains(&word);
    let is_alone = tokens.gap(t) == Gap::Space && !(tokens.sign(t + 1) == '-' && tokens.is_tied(t + 1));
    (is_plural && is_alone).then(|| Found { unit: Unit::Count(word.to_owned()), end: t + 1, factor: 1 })
}
