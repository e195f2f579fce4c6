//! Turns the laws that hold for every quantity and every text into property tests.
//! Knows nothing of single cases; those are in the tables of `quantity.rs`.

use diptych::lang::Lang;
use diptych::quantity::{
    Change, Comparator, Currency, Date, Measure, Quantity, Rational, TimeUnit, Unit, decimal, format,
    format_number, parse, read_decimal,
};
use proptest::prelude::*;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

/// Numbers as plans write them: whole, with a few decimals, round with a large scale, and fractions.
fn value() -> impl Strategy<Value = Rational> {
    prop_oneof![
        4 => (1_i128..10_000).prop_map(Rational::from_integer),
        2 => (1_i128..1_000_000_000_000_000).prop_map(Rational::from_integer),
        3 => (1_i128..100_000, 0_u32..5).prop_map(|(number, places)| Rational::new(number, 10_i128.pow(places))),
        4 => (1_i128..100_000, 2_u32..11).prop_map(|(number, zeros)| Rational::from_integer(number * 10_i128.pow(zeros))),
        // "24/7" is an idiom in every text, and the one fraction that is not read.
        1 => (1_i128..60, 2_i128..60)
            .prop_map(|(numerator, denominator)| Rational::new(numerator, denominator))
            .prop_filter("the idiom", |value| *value != Rational::new(24, 7)),
    ]
}

fn currency() -> impl Strategy<Value = Currency> {
    let codes = ["CNY", "USD", "EUR", "GBP", "JPY", "HKD", "MOP", "RUB", "KRW", "SGD", "AUD", "CAD", "CHF"];
    prop::sample::select(codes.to_vec()).prop_filter_map("an unknown code", Currency::of)
}

fn measure() -> impl Strategy<Value = Measure> {
    use Measure::*;
    prop::sample::select(vec![
        SquareMetre,
        Mu,
        Hectare,
        SquareKilometre,
        Metre,
        Kilometre,
        Gram,
        Kilogram,
        Tonne,
        Millilitre,
        Litre,
    ])
}

fn time_unit() -> impl Strategy<Value = TimeUnit> {
    use TimeUnit::*;
    prop::sample::select(vec![Year, Quarter, Month, Week, Day, Hour, Minute])
}

fn count(lang: Lang) -> impl Strategy<Value = String> {
    let words = match lang {
        Lang::Zh => ["", "个", "家", "项", "所", "张", "种", "人次", "例", "场", "辆"],
        Lang::En => [
            "",
            "centres",
            "hospitals",
            "beds",
            "projects",
            "standards",
            "bases",
            "cases",
            "visits",
            "brands",
            "items",
        ],
    };
    prop::sample::select(words.to_vec()).prop_map(str::to_owned)
}

fn base(lang: Lang) -> impl Strategy<Value = String> {
    let words = match lang {
        Lang::Zh => ["", "人口", "人", "张"],
        Lang::En => ["", "population", "people", "beds"],
    };
    prop::sample::select(words.to_vec()).prop_map(str::to_owned)
}

/// Every unit that measures an amount, with words of `lang`.
fn unit(lang: Lang) -> impl Strategy<Value = Unit> {
    prop_oneof![
        4 => count(lang).prop_map(Unit::Count),
        2 => Just(Unit::People),
        1 => Just(Unit::Age),
        1 => Just(Unit::Times),
        2 => Just(Unit::Percent),
        1 => Just(Unit::PerMille),
        2 => Just(Unit::Points),
        2 => currency().prop_map(Unit::Money),
        2 => measure().prop_map(Unit::Measure),
        2 => time_unit().prop_map(Unit::Duration),
    ]
}

fn comparator() -> impl Strategy<Value = Comparator> {
    use Comparator::*;
    prop::sample::select(vec![Exactly, AtLeast, AtMost, About, Nearly, MoreThan, LessThan])
}

fn change() -> impl Strategy<Value = Change> {
    use Change::*;
    prop::sample::select(vec![Level, Level, Increase, Decrease, Add])
}

fn amount(lang: Lang) -> impl Strategy<Value = Quantity> {
    let span = 0..0;
    let plain = (value(), unit(lang), comparator(), change()).prop_map({
        let span = span.clone();
        move |(value, unit, comparator, change)| {
            let unit = counted(value, unit);
            Quantity { span: span.clone(), value, upper: None, comparator, change, unit }
        }
    });
    let range = (value(), value(), unit(lang), change()).prop_filter_map("equal ends", {
        let span = span.clone();
        move |(one, other, unit, change)| {
            let (value, upper) = if one < other { (one, Some(other)) } else { (other, Some(one)) };
            let unit = counted(value, unit);
            let comparator = Comparator::Range;
            // Both ends in the same notation: nobody writes 1/3 to 5,000.
            let is_even = one != other && is_decimal(one) && is_decimal(other);
            is_even.then(|| Quantity { span: span.clone(), value, upper, comparator, change, unit })
        }
    });
    let rate = (prop::sample::select(vec![100, 1000, 10_000, 100_000, 1_000_000, 30, 5000]), base(lang))
        .prop_map(|(value, word)| Quantity {
            span: 0..0,
            value: Rational::from_integer(value),
            upper: None,
            comparator: Comparator::Exactly,
            change: Change::Level,
            unit: Unit::Per(word),
        });
    let share = (1_i128..60, 2_i128..60, comparator()).prop_filter_map(
        "no share",
        |(numerator, denominator, comparator)| {
            let value = Rational::new(numerator, denominator);
            let unit = Unit::Fraction;
            let change = Change::Level;
            (numerator < denominator).then_some(Quantity {
                span: 0..0,
                value,
                upper: None,
                comparator,
                change,
                unit,
            })
        },
    );
    prop_oneof![6 => plain, 2 => range, 1 => rate, 1 => share]
}

fn is_decimal(value: Rational) -> bool {
    let mut denominator = *value.denom();
    for prime in [2, 5] {
        while denominator % prime == 0 {
            denominator /= prime;
        }
    }
    denominator == 1
}

/// A number without a word that would not end in decimals is a share.
fn counted(value: Rational, unit: Unit) -> Unit {
    match unit {
        Unit::Count(_) if !is_decimal(value) => Unit::Fraction,
        unit => unit,
    }
}

fn date() -> impl Strategy<Value = Date> {
    let year = 1900..2100_i32;
    prop_oneof![
        year.clone().prop_map(Date::year),
        (year.clone(), 1..13_u8).prop_map(|(year, month)| Date {
            year: Some(year),
            month: Some(month),
            day: None
        }),
        (year, 1..13_u8, 1..29_u8).prop_map(|(year, month, day)| Date {
            year: Some(year),
            month: Some(month),
            day: Some(day)
        }),
        (1..13_u8, 1..29_u8).prop_map(|(month, day)| Date { year: None, month: Some(month), day: Some(day) }),
        (1..13_u8).prop_map(|month| Date { year: None, month: Some(month), day: None }),
    ]
}

fn calendar() -> impl Strategy<Value = Quantity> {
    let dated = |start: Date, end: Option<Date>, comparator| {
        let leading = |date: Date| {
            let number = date.year.or(date.month.map(i32::from)).or(date.day.map(i32::from));
            Rational::from_integer(i128::from(number.unwrap_or_default()))
        };
        let upper = end.map(leading);
        let unit = Unit::Date { start, end };
        Quantity { span: 0..0, value: leading(start), upper, comparator, change: Change::Level, unit }
    };
    let plan = (1..31_u8).prop_map(|number| Quantity {
        span: 0..0,
        value: Rational::from_integer(i128::from(number)),
        upper: None,
        comparator: Comparator::Exactly,
        change: Change::Level,
        unit: Unit::PlanPeriod(number),
    });
    prop_oneof![
        date().prop_map(move |start| dated(start, None, Comparator::Exactly)),
        date().prop_map(move |start| dated(start, None, Comparator::About)),
        (date(), date()).prop_filter_map("no range", move |(one, other)| {
            let shape = |date: Date| (date.year.is_some(), date.month.is_some(), date.day.is_some());
            let (start, end) = if one < other { (one, other) } else { (other, one) };
            (start != end && shape(start) == shape(end)).then(|| dated(start, Some(end), Comparator::Range))
        }),
        plan,
    ]
}

fn says(quantity: Quantity) -> Quantity {
    Quantity { span: 0..0, ..quantity }
}

fn check_identity(quantity: Quantity, lang: Lang) -> Result<(), TestCaseError> {
    let text = format(&quantity, lang);
    let found: Vec<_> = parse(&text, lang).into_iter().map(says).collect();
    prop_assert_eq!(found, [quantity], "{}", text);
    Ok(())
}

/// Pieces that parsers trip over.
const PIECES: &str = concat!(
    "3|12|2025|1,000|1.5|1/3|010|第|年|月|日|万|亿|百|千|十|三|五|两|零|〇|余|多|几|数|半|一|个|家|人|名|％|%|‰|成|",
    "倍|分之|百分之|点|至|到|—|-|–|～|约|近|逾|超过|不少于|以上|左右|内|增加|新增|翻|番|每|人民币|元|美元|US$|$|“|”|十四五|时期|〔|",
    "〕|号|（|）|(|)| |\u{3000}|\u{a0}|\n|\t|。|.|，|,|、|+|/|:|a|ISO|G20|one|two|twenty|",
    "hundred|thousand|million|half|a|third|thirds|of|and|to|between|from|by|at least|",
    "more|than|over|per|cent|percentage points|people|years|beds|May|March|31|th|14th|",
    "Five-Year Plan|period|No.|Article|dozen|dozens|several|increase|new|RMB|yuan|'|’|é|½|",
    "😀|\u{0}|http://|www.|@",
);

/// Texts of the pieces that parsers trip over.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(PIECES.split('|').collect::<Vec<_>>()).prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec((piece, prop::bool::ANY), 0..40).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, has_space)| piece + if has_space { " " } else { "" }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(600), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn chinese_amounts_come_back(quantity in amount(Lang::Zh)) {
        check_identity(quantity, Lang::Zh)?;
    }

    #[test]
    fn english_amounts_come_back(quantity in amount(Lang::En)) {
        check_identity(quantity, Lang::En)?;
    }

    #[test]
    fn dates_and_periods_come_back(quantity in calendar()) {
        for lang in BOTH {
            check_identity(quantity.clone(), lang)?;
        }
    }

    #[test]
    fn both_languages_say_the_same(quantity in prop_oneof![amount(Lang::Zh), amount(Lang::En), calendar()]) {
        let read = BOTH.map(|lang| parse(&format(&quantity, lang), lang));
        for found in &read {
            prop_assert_eq!(found.len(), 1, "{:?}", quantity);
            prop_assert!(found[0].same_claim(&quantity), "{:?} is not {:?}", found[0], quantity);
        }
        prop_assert!(read[0][0].same_value(&read[1][0]));
    }

    #[test]
    fn numbers_come_back(value in value()) {
        for lang in BOTH {
            let text = format_number(value, lang);
            let found = parse(&text, lang);
            prop_assert_eq!(found.len(), 1, "{}", text);
            prop_assert_eq!(found[0].value, value, "{}", text);
        }
    }

    #[test]
    fn decimals_come_back(value in value(), is_negative in prop::bool::ANY) {
        let value = if is_negative { -value } else { value };
        prop_assert_eq!(read_decimal(&decimal(value)), Some(value));
    }

    #[test]
    fn only_decimals_are_read_as_such(text in "[-+0-9./e ]{0,12}|\\PC{0,8}") {
        if let Some(value) = read_decimal(&text) {
            prop_assert!(text.chars().all(|char| char.is_ascii_digit() || "-./".contains(char)), "{} is {}", text, value);
        }
    }

    #[test]
    fn spans_cut_the_text(text in pieces()) {
        for lang in BOTH {
            check_spans(&text, lang)?;
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        for lang in BOTH {
            check_spans(&text, lang)?;
        }
    }

    /// The cut alone says the same value, whatever stood around it.
    #[test]
    fn cuts_say_what_they_said(
        quantities in prop::collection::vec(amount(Lang::Zh), 1..5),
        joint in prop::sample::select(vec!["，", "；其中", "。", "、", "，达到", "，共有"]),
    ) {
        let text = quantities.iter().map(|quantity| format(quantity, Lang::Zh)).collect::<Vec<_>>().join(joint);
        let found = parse(&text, Lang::Zh);
        prop_assert_eq!(found.len(), quantities.len(), "{}", text);
        for (found, quantity) in found.iter().zip(&quantities) {
            prop_assert!(found.same_value(quantity), "{}: {:?}", text, found);
            let again = parse(&text[found.span.clone()], Lang::Zh);
            prop_assert_eq!(again.len(), 1);
            // The verb before a figure is no part of it, so the cut cannot tell the change.
            let alone = Quantity { span: 0..found.span.len(), change: again[0].change, ..found.clone() };
            prop_assert_eq!(&again[0], &alone);
        }
    }

    #[test]
    fn english_cuts_say_what_they_said(
        quantities in prop::collection::vec(amount(Lang::En), 1..5),
        joint in prop::sample::select(vec![", ", "; of these ", ". There were ", ", reaching ", " with "]),
    ) {
        let text = quantities.iter().map(|quantity| format(quantity, Lang::En)).collect::<Vec<_>>().join(joint);
        // A number and a stop at the beginning of a line would be numbering.
        let text = format!("It counts {text}");
        let found = parse(&text, Lang::En);
        prop_assert_eq!(found.len(), quantities.len(), "{}", text);
        for (found, quantity) in found.iter().zip(&quantities) {
            prop_assert!(found.same_value(quantity), "{}: {:?}", text, found);
            let again = parse(&text[found.span.clone()], Lang::En);
            prop_assert_eq!(again.len(), 1);
            // The verb before a figure is no part of it, so the cut cannot tell the change.
            let alone = Quantity { span: 0..found.span.len(), change: again[0].change, ..found.clone() };
            prop_assert_eq!(&again[0], &alone);
        }
    }
}

/// Spans are on character boundaries, not empty, in order and apart.
fn check_spans(text: &str, lang: Lang) -> Result<(), TestCaseError> {
    let mut behind = 0;
    for quantity in parse(text, lang) {
        let cut = text.get(quantity.span.clone());
        prop_assert!(
            cut.is_some_and(|cut| !cut.is_empty() && cut.trim() == cut),
            "{:?} in {:?}",
            quantity,
            text
        );
        prop_assert!(quantity.span.start >= behind, "{:?} overlaps in {:?}", quantity, text);
        prop_assert!(
            quantity.upper.is_none_or(|upper| upper > quantity.value) || quantity.unit.is_calendar()
        );
        // What is read can be written and compared.
        for lang in BOTH {
            prop_assert!(!format(&quantity, lang).is_empty());
        }
        prop_assert!(quantity.same_claim(&quantity.clone()));
        behind = quantity.span.end;
    }
    Ok(())
}
