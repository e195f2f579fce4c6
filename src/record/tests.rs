//! Turns faulty TOML into the faults that it must give.

use super::*;
use crate::lang::Bilingual;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Plan,
    Notice,
}

#[derive(Debug, Deserialize)]
struct Entry {
    id: At<String>,
    name: Option<Bilingual<String>>,
    issued: Option<Date>,
    from: Option<PartialDate>,
    kind: Option<Kind>,
    #[serde(default)]
    rank: u8,
}

#[derive(Debug, Deserialize)]
struct File {
    #[serde(default)]
    entry: Vec<Entry>,
    #[serde(default)]
    topics: BTreeMap<String, Vec<At<String>>>,
}

fn faults(text: &str) -> (File, Vec<(&'static str, String)>) {
    let path = SourcePath::new("content/x.toml").unwrap();
    let (file, diagnostics) = read::<File>(text, &path);
    let shown = diagnostics.iter().map(|d| {
        let span = d.place.clone().unwrap().span;
        (d.code.name(), text[span].to_owned())
    });
    let shown = shown.collect();
    (file.unwrap(), shown)
}

#[test]
fn every_value_keeps_its_place() {
    let text = "[[entry]]\nid = \"中医\"\n[topics]\n\"c1\" = [\"a\", \"b\"]\n";
    let (file, none) = faults(text);
    assert!(none.is_empty(), "{none:?}");
    assert_eq!(&text[file.entry[0].id.span.range()], "\"中医\"");
    assert_eq!(&text[file.topics["c1"][1].span.range()], "\"b\"");
}

#[test]
fn all_faults_of_a_file_are_found_in_one_run() {
    let text = "[[entry]]\nid = \"a\"\nnmae = 1\nrank = \"x\"\nissued = \"2021-02-30\"\n\
                [[entry]]\nid = \"b\"\nkind = \"paln\"\nfrom = 20210\n\
                [[entry]]\nrank = 1\n[[entry]]\nid = 5\n[[entry]]\nid = \"c\"\nname = { zh = \"名\" }\n";
    let (file, mut found) = faults(text);
    found.sort();
    assert_eq!(
        found,
        [
            ("malformed-date", "\"2021-02-30\"".to_owned()),
            ("malformed-date", "20210".to_owned()),
            ("missing-key", "[[entry]]".to_owned()),
            ("missing-key", "{ zh = \"名\" }".to_owned()),
            ("unknown-key", "nmae".to_owned()),
            ("unknown-value", "\"paln\"".to_owned()),
            ("wrong-type", "\"x\"".to_owned()),
            ("wrong-type", "5".to_owned()),
        ]
    );
    let ids: Vec<&str> = file.entry.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    assert!(file.entry[0].issued.is_none() && file.entry[0].name.is_none());
}

#[test]
fn ids_of_unusable_records_are_known() {
    let text = "[[entry]]\nid = \"a\"\nrank = \"x\"\n[[entry]]\nid = 5\n[[entry]]\nid = \"b\"\n[other]\nid = \"c\"\n";
    let path = SourcePath::new("content/x.toml").unwrap();
    assert_eq!(ids(text, &path, "entry").into_iter().collect::<Vec<_>>(), ["a", "b"]);
    assert!(ids(text, &path, "other").is_empty() && ids(text, &path, "none").is_empty());
}

#[test]
fn what_is_taken_out_for_one_fault_is_not_missed_as_another() {
    #[derive(Debug, Deserialize)]
    struct Whole {
        entry: Entry,
    }
    let path = SourcePath::new("content/x.toml").unwrap();
    for (text, code) in [
        ("[entry]\nid = 5\n", Code::WrongType),
        ("[entry]\nrank = 1\n", Code::MissingKey),
        ("[entry]\nid = \"a\"\nname = { zh = \"名\", en = 1 }\n", Code::WrongType),
        ("[other]\n", Code::MissingKey),
    ] {
        let (whole, faults) = read::<Whole>(text, &path);
        let sound = whole.is_some_and(|whole| whole.entry.id.as_str() == "a");
        let codes: Vec<Code> =
            faults.iter().map(|fault| fault.code).filter(|code| *code != Code::UnknownKey).collect();
        assert_eq!((codes, sound), (vec![code], text.contains("\"a\"")), "{text}");
    }
}

#[test]
fn near_misses_are_no_faults() {
    let text = "[[entry]]\nid = \"a\"\nissued = 2020-02-29\nfrom = \"2016-03\"\nkind = \"notice\"\nrank = 3\n\
                name = { zh = \"名\", en = \"name\" }\n[[entry]]\nid = \"b\"\nfrom = 2016\nkind = \"plan\"\n";
    let (file, none) = faults(text);
    assert!(none.is_empty(), "{none:?}");
    assert_eq!(file.entry[0].rank, 3);
    assert_eq!(file.entry[0].from.map(|d| d.to_string()).as_deref(), Some("2016-03"));
    assert!(
        matches!(file.entry[1].kind, Some(Kind::Plan)) && matches!(file.entry[0].kind, Some(Kind::Notice))
    );
}

#[test]
fn an_impossible_bare_date_is_a_date_fault() {
    let (_, found) = faults("[[entry]]\nid = \"a\"\nissued = 2021-13-40\n");
    assert_eq!(found.iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["malformed-date"]);
}

#[test]
fn broken_syntax_is_one_fault_and_no_echo() {
    let (_, found) = faults("[[entry]]\nid = \"a\nrank = 1\n[[entry]]\nid = \"b\"\n");
    assert_eq!(found.first().map(|(code, _)| *code), Some("toml-syntax"), "{found:?}");
}

proptest::proptest! {
    #[test]
    fn reading_never_panics(text in "\\PC{0,200}") {
        let path = SourcePath::new("x.toml").unwrap();
        let _ = read::<File>(&text, &path);
    }

    #[test]
    fn dates_are_written_as_they_are_read(year in 1000i16..9999, month in 1u8..13, day in 1u8..29) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        proptest::prop_assert_eq!(Date::parse(&text).unwrap().to_string(), text.clone());
        proptest::prop_assert_eq!(PartialDate::parse(&text[..7]).unwrap().to_string(), text[..7].to_owned());
    }
}
