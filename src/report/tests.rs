//! Turns rules of the reports into checks.

use super::*;
use crate::lang::Lang;
use crate::route::SourcePath;

fn sample(text: &str, needle: &str) -> (Diagnostic, String) {
    let start = text.find(needle).unwrap();
    let path = SourcePath::new("content/plans/x/plan.toml").unwrap();
    let place = Place::new(&path, start..start + needle.len());
    (
        Diagnostic::new(Code::UnknownKey).at(place).with("key", needle).nearest(needle, ["title", "short"]),
        text.to_owned(),
    )
}

#[test]
fn the_marker_stands_under_chinese_text() {
    let (diagnostic, text) = sample("# 注\n短题 = \"中医药海外中心\", titel = 1\n", "titel");
    for (lang, word) in [(Lang::En, "error"), (Lang::Zh, "错误")] {
        let shown = human(&diagnostic, &Wording::new(lang), Look::Plain, &|_| Some(text.clone()));
        assert!(shown.starts_with(&format!("{word}[unknown-key]")), "{shown}");
        assert!(shown.contains("content/plans/x/plan.toml:2:"), "{shown}");
        assert!(shown.contains("`title`"), "{shown}");
        let lines: Vec<&str> = shown.lines().collect();
        let quoted = lines.iter().position(|line| line.contains("titel = 1")).unwrap();
        let cell = |line: &str, needle: &str| {
            unicode_width::UnicodeWidthStr::width(&line[..line.find(needle).unwrap()])
        };
        assert_eq!(cell(lines[quoted], "titel"), cell(lines[quoted + 1], "^"), "{shown}");
    }
}

#[test]
fn every_code_has_words_in_both_languages() {
    for lang in Lang::ALL {
        let wording = Wording::new(lang);
        for code in Code::ALL {
            let message = wording.message(&Diagnostic::new(*code));
            assert_ne!(message, code.name(), "{lang:?} message");
            assert_ne!(wording.explain(*code), code.name(), "{lang:?} explain of {}", code.name());
            assert_eq!(Code::from_name(code.name()), Some(*code));
        }
    }
}

#[test]
fn the_nearest_name_is_meant_or_nothing() {
    assert_eq!(nearest("natmc", ["natcm", "nhc"]), Some("natcm"));
    assert_eq!(nearest("something-else", ["natcm", "nhc"]), None);
    assert_eq!(nearest("ab", ["ac", "aa"]), Some("aa"));
}

#[test]
fn columns_count_characters_and_cells() {
    let at = column_of("一行\n中文x", "一行\n中文".len());
    assert_eq!(at, Column { line: 2, column: 3, cell: 5 });
    assert_eq!(column_of("a", 99), Column { line: 1, column: 2, cell: 2 });
}

#[test]
fn a_very_long_line_is_cut_around_the_place() {
    let text = format!("{}fault{}", "长".repeat(5000), "尾".repeat(5000));
    let (diagnostic, text) = sample(&text, "fault");
    let shown = human(&diagnostic, &Wording::new(Lang::En), Look::Plain, &|_| Some(text.clone()));
    assert!(shown.contains("fault") && shown.len() < 6000, "{}", shown.len());
}
