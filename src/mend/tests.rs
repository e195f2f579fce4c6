//! Turns small portals with faults of form into portals without, and random ones into laws.

use super::*;
use crate::content::twins::mark;

const PORTAL: &str = r#"-- content/portal.toml --
title = { zh = "门户", en = "Portal" }
description = { zh = "试验用", en = "For tests" }
base_url = "https://portal.test/"
as_of = 2026-01-01
organisation = { name = { zh = "机构", en = "Body" } }
-- content/units.toml --
[[unit]]
id = "item"
name = { zh = "个", en = "item" }
kind = "count"
-- content/plans/a/plan.toml --
[plan]
id = "a"
title = { zh = "规划", en = "Plan" }
issuers = []
level = "national"
kind = "plan"
source_lang = "zh"
status = "in-force"
"#;

fn portal(records: &str, zh: &str, en: &str) -> String {
    format!(
        "{PORTAL}{records}-- content/plans/a/digest.zh.md --\n{zh}-- content/plans/a/digest.en.md --\n{en}"
    )
}

fn mended(portal: &str) -> (Vec<String>, Texts) {
    let (sources, faults) = Sources::from_string(portal);
    assert_eq!(faults, []);
    let mended = mend(&sources, Options::default()).unwrap();
    let again = mend(&sources.with(&mended.texts), Options::default()).unwrap();
    assert!(again.texts.is_empty(), "doing it again does nothing: {:?}", again.texts);
    let show = |(fault, line): &(Diagnostic, usize)| {
        format!("{} {}:{line}", fault.code.name(), fault.place.as_ref().unwrap().path.file_name())
    };
    (mended.faults.iter().map(show).collect(), mended.texts)
}

fn of<'t>(texts: &'t Texts, name: &str) -> &'t str {
    texts.iter().find(|(path, _)| path.file_name() == name).map_or("unchanged", |(_, text)| text)
}

#[test]
fn width_and_spaces_are_put_right_with_the_passage_that_quotes_them() {
    let record = "[[target]]\nid = \"t\"\nclause = \"c1\"\nsubject = { zh = \"中心\", en = \"centres\" }\nvalue = \"30\"\nunit = \"item\"\n\
                  passage = { zh = \"建30个,都建\", en = \"30 items\" } # words\n";
    let zh = "## 甲 {#c1}\n\n要建30个,都建(在 2030 年 A 前)。到 5 年，共 6 天，见 B 处。\n";
    let en = "## A {#c1}\n\nBuild 30 items，by 2030, in 5 years, 6 days, see B.\n";
    let (faults, texts) = mended(&portal(record, zh, en));
    let mut kinds = faults.clone();
    kinds.dedup();
    assert_eq!(kinds, ["spacing digest.zh.md:3", "width digest.zh.md:3", "width digest.en.md:3"]);
    assert_eq!(faults.len(), 6, "{faults:?}");
    assert!(of(&texts, "digest.zh.md").contains("要建 30 个，都建（在 2030 年 A 前）。"), "{texts:?}");
    assert!(of(&texts, "digest.en.md").contains("Build 30 items, by 2030"), "{texts:?}");
    let toml = of(&texts, "plan.toml");
    assert!(toml.contains("passage = { zh = \"建 30 个，都建\", en = \"30 items\" } # words\n"), "{toml}");
}

#[test]
fn headings_get_the_id_of_their_number_or_of_their_twin() {
    let zh = "## 一、甲 {#c1}\n\n文。\n\n### （二）乙\n\n文。\n\n## 丙 {.gap}\n\n文。\n";
    let en = "## A {#c1}\n\nText.\n\n### B {#c1-2}\n\nText.\n\n## C {#c2}\n\nText.\n";
    let (faults, texts) = mended(&portal("", zh, en));
    assert_eq!(faults, ["heading-without-id digest.zh.md:5", "heading-without-id digest.zh.md:9"]);
    let text = of(&texts, "digest.zh.md");
    assert!(text.contains("### （二）乙 {#c1-2}\n") && text.contains("## 丙 {#c2 .gap}\n"), "{text}");
}

#[test]
fn an_id_that_would_be_a_guess_is_not_given() {
    let zh = "## 甲 {#c1}\n\n文。\n\n### （三）乙\n\n文。\n";
    let en = "## A {#c1}\n\nText.\n\n### B {#c1-2}\n\nText.\n";
    assert_eq!(mended(&portal("", zh, en)).0, [""; 0], "number and twin say different things");
    let en = "## A {#c1}\n\nText.\n";
    let zh = "## 甲 {#c1}\n\n文。\n\n### 乙\n\n文。\n";
    assert_eq!(mended(&portal("", zh, en)).0, [""; 0], "neither says anything");
}

#[test]
fn clauses_take_the_order_of_their_twins() {
    let zh = "## 甲 {#c1}\n\n文。\n\n### 乙 {#c1-1}\n\n文。\n\n## 丙 {#c2}\n\n文。\n";
    let en = "## C {#c2}\n\nText c.\n\n## A {#c1}\n\nText a.\n\n### B {#c1-1}\n\nText b.\n";
    let (faults, texts) = mended(&portal("", zh, en));
    assert_eq!(faults, ["twin-order digest.en.md:5"]);
    let right = "## A {#c1}\n\nText a.\n\n### B {#c1-1}\n\nText b.\n\n## C {#c2}\n\nText c.\n";
    assert_eq!(of(&texts, "digest.en.md"), right);
}

#[test]
fn marks_that_mark_nothing_go() {
    let records = "[unrecorded]\n# looked at\n\"c1\" = [\"28\", \"3\"]\n\"c2\" = [\"9\"]\n";
    let zh = "## 甲 {#c1}\n\n有 28 个。\n\n## 乙 {#c2}\n\n文。\n";
    let en = "## A {#c1}\n\n28 items.\n\n## B {#c2}\n\nText.\n";
    let (faults, texts) = mended(&portal(records, zh, en));
    assert_eq!(faults, ["idle-mark plan.toml:11", "idle-mark plan.toml:12"]);
    let toml = of(&texts, "plan.toml");
    assert!(toml.ends_with("[unrecorded]\n# looked at\n\"c1\" = [\"28\"]\n"), "{toml}");
}

#[test]
fn a_mark_stays_while_a_text_has_errors() {
    let zh = "## 甲 {#c1}\n\n文。\n\n### 乙\n\n有 9 个。\n";
    let en = "## A {#c1}\n\nText.\n";
    assert_eq!(mended(&portal("[unrecorded]\n\"c1\" = [\"9\"]\n", zh, en)).0, [""; 0]);
}

#[test]
fn a_translation_is_no_older_for_a_comma() {
    let twin = |of: &str| {
        format!(
            "-- content/plans/a/twins.toml --\n[[clause]]\nid = \"c1\"\nlang = \"en\"\nof = \"{}\"\ntext = \"{of}\"\nby = \"portal\"\nat = 2026-01-02\n",
            mark(of)
        )
    };
    let made = portal("", "## 甲 {#c1}\n\n甲,乙。\n", "## A {#c1}\n\nA, b.\n");
    let (_, texts) = mended(&format!("{made}{}", twin("甲,乙。")));
    let twins = of(&texts, "twins.toml");
    assert!(twins.contains(&mark("甲，乙。")) && twins.contains("text = \"甲，乙。\""), "{twins}");
    let (_, texts) = mended(&format!("{made}{}", twin("旧文。")));
    assert_eq!(of(&texts, "twins.toml"), "unchanged", "one that was stale stays so");
}

#[test]
fn an_official_text_is_never_touched() {
    let made = portal("", "## 甲 {#c1}\n\n文。\n", "## A {#c1}\n\nText.\n");
    let official = "-- content/plans/a/official.zh.md --\n## 甲 {#c1}\n\n甲,乙(丙)３。\n";
    assert!(mended(&format!("{made}{official}")).1.is_empty());
}

/// The letters and digits of a text, narrow, without ids: what no mending changes.
fn essence(text: &str) -> String {
    let narrow = |char: char| match char {
        '！'..='～' => char::from_u32(u32::from(char) - 0xFEE0).unwrap(),
        _ => char,
    };
    let lines = text.lines().map(|line| line.split(" {#").next().unwrap());
    let mut lines: Vec<String> =
        lines.map(|line| line.chars().map(narrow).filter(|c| c.is_alphanumeric()).collect()).collect();
    lines.sort();
    lines.concat()
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 100, ..Default::default() })]

    #[test]
    fn no_word_and_no_figure_changes_and_once_is_enough(
        zh in proptest::collection::vec("[甲乙建年个与0-9０-９a-zＡ-Ｚ%％ ,.;:!?()（），。“”《》\\-*`]{1,24}", 1..5),
        en in proptest::collection::vec("[a-z0-9０-９ ,.;()（），。；“”%％*甲]{1,24}", 1..5),
        numbered in proptest::bool::ANY,
        swapped in proptest::bool::ANY,
    ) {
        let head = if numbered { "### （二）乙\n\n文。\n\n" } else { "### 乙 {#c1-2}\n\n文。\n\n" };
        let zh = format!("## 甲 {{#c1}}\n\n{}\n\n{head}## 丙 {{#c2}}\n\n文。\n", zh.join("\n"));
        let (a, b) = (format!("## A {{#c1}}\n\n{}\n\n### B {{#c1-2}}\n\nText.\n\n", en.join("\n")), "## C {#c2}\n\nText.\n\n");
        let en = if swapped { format!("{b}{a}") } else { format!("{a}{b}") };
        let (_, texts) = mended(&portal("", &zh, &en));
        for (path, after) in &texts {
            let (before, lang) = if path.file_name() == "digest.zh.md" { (&zh, Lang::Zh) } else { (&en, Lang::En) };
            proptest::prop_assert_eq!(essence(before), essence(after));
            let figures = |text: &str| {
                let mut figures: Vec<String> = text.lines().flat_map(|line| quantity::parse(line, lang)).map(|figure| format!("{:?}", figure.key())).collect();
                figures.sort();
                figures
            };
            let is_reordered = swapped && lang == Lang::En;
            proptest::prop_assert!(is_reordered || figures(before) == figures(after), "{before}\n{after}");
        }
    }
}
