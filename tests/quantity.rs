//! Turns two tables of cases written by hand into a verdict on what quantities are read from a text.
//! Knows nothing of how they are read.

use diptych::lang::Lang;
use diptych::quantity::{Change, Comparator, Date, Measure, Quantity, TimeUnit, Unit, format, parse};

/// The cuts and meanings of a case, as the tables write them.
fn found(text: &str, lang: Lang) -> (String, String) {
    let quantities = parse(text, lang);
    if quantities.is_empty() {
        return ("-".into(), "-".into());
    }
    let cuts: Vec<_> = quantities.iter().map(|quantity| &text[quantity.span.clone()]).collect();
    let meanings: Vec<_> = quantities.iter().map(meaning).collect();
    (cuts.join(" | "), meanings.join(" | "))
}

/// `[change] [comparator] value[..upper] unit`, as short as it can be written.
fn meaning(quantity: &Quantity) -> String {
    let change = match quantity.change {
        Change::Level => "",
        Change::Increase => "+ ",
        Change::Decrease => "- ",
        Change::Add => "new ",
    };
    let comparator = match quantity.comparator {
        Comparator::Exactly | Comparator::Range => "",
        Comparator::AtLeast => "at-least ",
        Comparator::AtMost => "at-most ",
        Comparator::About => "about ",
        Comparator::Nearly => "nearly ",
        Comparator::MoreThan => "over ",
        Comparator::LessThan => "under ",
    };
    match &quantity.unit {
        Unit::PlanPeriod(number) => return format!("plan {number}"),
        Unit::Date { start, end } => {
            let about = if quantity.comparator == Comparator::About { "~" } else { "" };
            let end = end.map(|end| format!("..{}", date(end))).unwrap_or_default();
            return format!("{about}on {}{end}", date(*start));
        }
        _ => {}
    }
    let upper = quantity.upper.map(|upper| format!("..{upper}")).unwrap_or_default();
    assert_eq!(quantity.upper.is_some(), quantity.comparator == Comparator::Range, "{quantity:?}");
    format!("{change}{comparator}{}{upper}{}", quantity.value, unit(&quantity.unit))
}

fn unit(unit: &Unit) -> String {
    let word = match unit {
        Unit::Count(word) if word.is_empty() => return String::new(),
        Unit::Count(word) => return format!(" n:{word}"),
        Unit::Per(word) => return format!(" per:{word}"),
        Unit::Money(currency) => currency.code(),
        Unit::People => "people",
        Unit::Age => "age",
        Unit::Times => "times",
        Unit::Percent => "%",
        Unit::PerMille => "permille",
        Unit::Points => "points",
        Unit::Fraction => "share",
        Unit::Measure(measure) => match measure {
            Measure::SquareMetre => "m2",
            Measure::Mu => "mu",
            Measure::Hectare => "ha",
            Measure::SquareKilometre => "km2",
            Measure::Metre => "metre",
            Measure::Kilometre => "km",
            Measure::Gram => "gram",
            Measure::Kilogram => "kg",
            Measure::Tonne => "tonne",
            Measure::Millilitre => "ml",
            Measure::Litre => "litre",
            Measure::CubicMetre => "m3",
        },
        Unit::Duration(unit) => match unit {
            TimeUnit::Year => "year",
            TimeUnit::Quarter => "quarter",
            TimeUnit::Month => "month",
            TimeUnit::Week => "week",
            TimeUnit::Day => "day",
            TimeUnit::Hour => "hour",
            TimeUnit::Minute => "minute",
        },
        Unit::Date { .. } | Unit::PlanPeriod(_) => "",
    };
    format!(" {word}")
}

fn date(date: Date) -> String {
    let month = date.month.map(|month| format!("-{month:02}")).unwrap_or_default();
    let day = date.day.map(|day| format!("-{day:02}")).unwrap_or_default();
    format!("{}{month}{day}", date.year.map_or("-".to_owned(), |year| year.to_string()))
}

/// Every case of a table that reads otherwise than it says.
fn faults(table: &str, lang: Lang, least: usize) -> String {
    let mut faults = String::new();
    let mut cases = 0;
    for (at, line) in table.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        cases += 1;
        let [text, cuts, meanings] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("line {} has not three cells: {line}", at + 1);
        };
        let text = text.replace("\\n", "\n").replace("\\t", "\t");
        let (found_cuts, found_meanings) = found(&text, lang);
        if (found_cuts.as_str(), found_meanings.as_str()) != (cuts, meanings) {
            faults += &format!(
                "line {}: {text}\n   want {cuts} = {meanings}\n  found {found_cuts} = {found_meanings}\n",
                at + 1
            );
        }
    }
    assert!(cases >= least, "only {cases} cases");
    faults
}

#[test]
fn chinese_is_read_as_the_table_says() {
    let faults = faults(include_str!("quantity/zh.tsv"), Lang::Zh, 250);
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn english_is_read_as_the_table_says() {
    let faults = faults(include_str!("quantity/en.tsv"), Lang::En, 250);
    assert!(faults.is_empty(), "{faults}");
}

/// The one quantity that a cell says.
fn single(text: &str, lang: Lang) -> Quantity {
    let mut found = parse(text, lang);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.remove(0)
}

fn rows(table: &str) -> Vec<Vec<&str>> {
    table.lines().map(|line| line.split('\t').collect()).collect()
}

#[test]
fn both_languages_agree_where_they_should() {
    let rows = rows(include_str!("quantity/same.tsv"));
    assert!(rows.len() >= 60);
    for row in rows {
        let (zh, en) = (single(row[0], Lang::Zh), single(row[1], Lang::En));
        assert!(zh.same_value(&en) && en.same_value(&zh), "{row:?}: {zh:?} is not {en:?}");
        assert_eq!(zh.key(), en.key());
    }
}

#[test]
fn both_languages_differ_where_they_should() {
    let rows = rows(include_str!("quantity/differ.tsv"));
    assert!(rows.len() >= 30);
    for row in rows {
        let (zh, en) = (single(row[0], Lang::Zh), single(row[1], Lang::En));
        assert!(!zh.same_value(&en) && !en.same_value(&zh), "{row:?}: {zh:?} is {en:?}");
    }
}

#[test]
fn steps_and_levels_are_told_apart() {
    for row in rows(include_str!("quantity/claims.tsv")) {
        let (zh, en) = (single(row[0], Lang::Zh), single(row[1], Lang::En));
        assert!(zh.same_claim(&en) == (row[2] == "same"), "{row:?}: {zh:?} and {en:?}");
    }
}

#[test]
fn quantities_are_written_as_their_writers_would() {
    let mut faults = String::new();
    for row in rows(include_str!("quantity/format.tsv")) {
        let quantity = single(row[0], Lang::Zh);
        let found = [format(&quantity, Lang::Zh), format(&quantity, Lang::En)];
        if found != [row[1], row[2]] {
            faults += &format!("{row:?} gives {found:?}\n");
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn a_writers_own_count_is_a_tally() {
    for (text, lang, is_tally) in [
        ("两个方面", Lang::Zh, true),
        ("2个方面", Lang::Zh, false),
        ("三十家", Lang::Zh, false),
        ("不少于三家", Lang::Zh, false),
        ("three tasks", Lang::En, true),
        ("3 tasks", Lang::En, false),
        ("three years", Lang::En, false),
        ("at least three tasks", Lang::En, false),
    ] {
        assert_eq!(single(text, lang).is_tally(text), is_tally, "{text}");
    }
}

#[test]
fn plan_periods_and_dates_tell_their_years() {
    assert_eq!(single("“十四五”时期", Lang::Zh).years(), Some((2021, 2025)));
    assert_eq!(single("1st Five-Year Plan", Lang::En).years(), Some((1953, 1957)));
    assert_eq!(single("2015—2017年", Lang::Zh).years(), Some((2015, 2017)));
    assert_eq!(single("2025", Lang::En).years(), Some((2025, 2025)));
    assert_eq!(single("5月27日", Lang::Zh).years(), None);
    assert_eq!(single("30个", Lang::Zh).years(), None);
}
