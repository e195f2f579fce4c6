//! Turns targets into figures and deadlines in words, both languages.

use super::Portal;
use crate::lang::Lang;
use crate::render::context::Ctx;
use crate::render::{figure, rows};
use crate::resolve::{ListKind, PageKey, RecordRef};

const HEAD: &str = r#"
-- content/portal.toml --
title = { zh = "甲", en = "A" }
description = { zh = "甲", en = "A" }
base_url = "https://a.test/"
as_of = 2024-06-30
organisation = { name = { zh = "甲", en = "A" } }
-- content/plans/p/digest.zh.md --
# 一、甲 {#c1}

甲
-- content/plans/p/digest.en.md --
# A {#c1}

A
-- content/plans/p/plan.toml --
[plan]
id = "p"
title = { zh = "甲", en = "A" }
issuers = []
level = "national"
kind = "plan"
source_lang = "zh"
status = "in-force"
"#;

/// What each record says, in both languages.
fn said(cases: &[(&str, &str, &str)], show: impl Fn(&Ctx<'_>, RecordRef) -> String) {
    let units = super::PORTAL.split("-- content/units.toml --").nth(1).unwrap();
    let units = units.split("\n-- ").next().unwrap();
    let mut text = format!("-- content/units.toml --{units}{HEAD}");
    for (index, (record, ..)) in cases.iter().enumerate() {
        text += &format!(
            "[[target]]\nid = \"t{index}\"\nclause = \"c1\"\nsubject = {{ zh = \"甲\", en = \"A\" }}\npassage = {{ zh = \"甲\", en = \"A\" }}\n{record}\n"
        );
    }
    let portal = Portal::from_string(&text);
    let renderer = portal.renderer();
    assert_eq!(portal.site.catalog.plans[0].record.target.len(), cases.len(), "{:?}", portal.faults);
    for (index, (record, zh, en)) in cases.iter().enumerate() {
        for (lang, expected) in [(Lang::Zh, zh), (Lang::En, en)] {
            let page = PageKey::List(lang, ListKind::Targets, 1);
            let ctx = Ctx::new(&renderer, &page);
            assert_eq!(show(&ctx, RecordRef { plan: 0, index, fact: false }), *expected, "{record}");
        }
    }
}

/// A target's keys, and its figure in Chinese and English.
const FIGURES: &[(&str, &str, &str)] = &[
    ("value = \"30\"\nunit = \"tree\"", "30 棵", "30 trees"),
    ("value = \"1\"\nunit = \"tree\"", "1 棵", "1 tree"),
    ("value = \"0\"\nunit = \"tree\"", "0 棵", "0 trees"),
    ("value = \"1\"\nupper = \"2\"\nunit = \"tree\"\ncomparator = \"range\"", "1—2 棵", "1–2 trees"),
    ("value = \"1000\"\nunit = \"tree\"", "1000 棵", "1,000 trees"),
    ("value = \"3.5\"\nunit = \"tree\"", "3.5 棵", "3.5 trees"),
    ("value = \"12500\"\nunit = \"tree\"", "1.25 万棵", "12,500 trees"),
    ("value = \"28190000000\"\nunit = \"tree\"", "281.9 亿棵", "28.19 billion trees"),
    ("value = \"123456\"\nunit = \"tree\"", "123456 棵", "123,456 trees"),
    (
        "value = \"20000\"\nupper = \"30000\"\nunit = \"tree\"\ncomparator = \"range\"",
        "2—3 万棵",
        "20,000–30,000 trees",
    ),
    (
        "value = \"5000\"\nupper = \"1000000\"\nunit = \"tree\"\ncomparator = \"range\"",
        "5,000—1,000,000 棵",
        "5,000–1,000,000 trees",
    ),
    ("value = \"2000000\"\nunit = \"tree\"\nchange = \"add\"", "新增 200 万棵", "2 million new trees"),
    ("value = \"30\"", "30", "30"),
    ("value = \"30\"\nunit = \"tree\"\ncomparator = \"at-least\"", "不少于 30 棵", "at least 30 trees"),
    ("value = \"30\"\nunit = \"tree\"\ncomparator = \"at-most\"", "不超过 30 棵", "at most 30 trees"),
    ("value = \"30\"\nunit = \"tree\"\ncomparator = \"about\"", "约 30 棵", "about 30 trees"),
    ("value = \"30\"\nunit = \"tree\"\ncomparator = \"nearly\"", "近 30 棵", "nearly 30 trees"),
    ("value = \"30\"\nunit = \"tree\"\ncomparator = \"more-than\"", "超过 30 棵", "more than 30 trees"),
    ("value = \"30\"\nunit = \"tree\"\ncomparator = \"less-than\"", "少于 30 棵", "less than 30 trees"),
    ("value = \"30\"\nunit = \"tree\"\nchange = \"add\"", "新增 30 棵", "30 new trees"),
    (
        "value = \"30\"\nunit = \"tree\"\nchange = \"add\"\ncomparator = \"about\"",
        "新增约 30 棵",
        "about 30 new trees",
    ),
    ("value = \"1\"\nunit = \"tree\"\nchange = \"add\"", "新增 1 棵", "1 new tree"),
    ("value = \"30\"\nunit = \"tree\"\nchange = \"increase\"", "提高 30 棵", "up 30 trees"),
    ("value = \"60\"\nunit = \"percent\"", "60%", "60%"),
    ("value = \"60\"\nunit = \"percent\"\ncomparator = \"at-least\"", "不低于 60%", "at least 60%"),
    ("value = \"60\"\nunit = \"percent\"\ncomparator = \"less-than\"", "低于 60%", "less than 60%"),
    ("value = \"2\"\nupper = \"3\"\nunit = \"percent\"\ncomparator = \"range\"", "2%—3%", "2–3%"),
    ("value = \"10\"\nunit = \"percent\"\nchange = \"increase\"", "提高 10%", "up 10%"),
    (
        "value = \"10\"\nunit = \"percent\"\nchange = \"increase\"\ncomparator = \"at-least\"",
        "提高不低于 10%",
        "up at least 10%",
    ),
    ("value = \"10\"\nunit = \"percent\"\nchange = \"decrease\"", "降低 10%", "down 10%"),
    ("value = \"2\"\nunit = \"point\"\nchange = \"increase\"", "提高 2 个百分点", "up 2 percentage points"),
    ("value = \"1\"\nunit = \"point\"\nchange = \"increase\"", "提高 1 个百分点", "up 1 percentage point"),
    ("value = \"1/3\"\nunit = \"share\"\ncomparator = \"about\"", "约 1/3", "about 1/3"),
    ("value = \"2\"\nunit = \"times\"", "2 倍", "2 times"),
    (
        "value = \"3.5\"\nunit = \"tree\"\nper = { zh = \"每千人口\", en = \"per 1,000 residents\" }",
        "每千人口 3.5 棵",
        "3.5 trees per 1,000 residents",
    ),
    (
        "value = \"3.5\"\nunit = \"tree\"\ncomparator = \"at-least\"\nper = { zh = \"每千人口\", en = \"per 1,000 residents\" }",
        "每千人口不少于 3.5 棵",
        "at least 3.5 trees per 1,000 residents",
    ),
    (
        "value = \"10\"\nunit = \"percent\"\nchange = \"increase\"\nper = { zh = \"每千人口\", en = \"per 1,000 residents\" }",
        "提高 10%",
        "up 10%",
    ),
    ("extent = \"all\"", "全部", "all"),
    ("extent = \"all\"\nunit = \"tree\"", "全部", "all"),
    ("extent = \"all\"\nvalue = \"100\"\nunit = \"percent\"", "100%", "100%"),
    ("extent = \"some\"", "若干", "some"),
    ("extent = \"some\"\nunit = \"tree\"\nchange = \"add\"", "新增 若干 棵", "some new trees"),
    ("extent = \"qualitative\"", "", ""),
    ("extent = \"qualitative\"\nunit = \"tree\"", "", ""),
];

#[test]
fn figures_are_worded_as_each_language_does() {
    said(FIGURES, |ctx, at| figure::words(&figure::of_target(ctx, ctx.site.record(at))));
}

#[test]
fn deadlines_are_worded_as_each_language_does() {
    let cases = [
        ("deadline = { kind = \"by\", end = 2025 }", "到2025年", "by 2025"),
        ("deadline = { kind = \"by\", end = \"2025-06\" }", "到2025年6月", "by June 2025"),
        ("deadline = { kind = \"by\", end = 2025-06-30 }", "到2025年6月30日", "by 30 June 2025"),
        ("deadline = { kind = \"before\", end = 2025 }", "2025年前", "before 2025"),
        ("deadline = { kind = \"during\", start = 2021, end = 2025 }", "2021—2025年", "2021–2025"),
        ("deadline = { kind = \"during\", start = 2021, end = 2021 }", "2021年", "2021"),
        (
            "deadline = { kind = \"during\", start = \"2016-03\", end = \"2016-05\" }",
            "2016年3月—2016年5月",
            "March 2016 – May 2016",
        ),
        ("deadline = { kind = \"during\", start = \"2016-03\" }", "2016年3月起", "from March 2016"),
        ("deadline = { kind = \"within\", start = 2021, end = 2023 }", "2021—2023年", "2021–2023"),
        (
            "deadline = { kind = \"within\", text = { zh = \"3—5 年\", en = \"3–5 years\" } }",
            "3—5 年",
            "3–5 years",
        ),
        ("deadline = { kind = \"recurring\" }", "每年", "every year"),
        (
            "deadline = { kind = \"recurring\", text = { zh = \"每半年\", en = \"every half-year\" } }",
            "每半年",
            "every half-year",
        ),
        (
            "deadline = { kind = \"recurring\", start = 2021, end = 2025 }",
            "每年（2021—2025年）",
            "every year (2021–2025)",
        ),
        (
            "deadline = { kind = \"none\", text = { zh = \"逐步\", en = \"step by step\" } }",
            "未定期限",
            "no date",
        ),
        ("", "-", "-"),
    ];
    said(&cases, |ctx, at| rows::target(ctx, at).deadline.map_or("-".to_owned(), |when| when.text));
}

#[test]
fn the_plans_words_stand_beside_the_date_only_where_they_say_more() {
    let cases = [
        ("deadline = { kind = \"by\", end = 2025, text = { zh = \"到2025年\", en = \"by 2025\" } }", "", ""),
        (
            "deadline = { kind = \"during\", start = 2021, end = 2025, text = { zh = \"五年期\", en = \"the five years\" } }",
            "五年期",
            "the five years",
        ),
        (
            "deadline = { kind = \"by\", end = 2025, text = { zh = \"到 2025 年\", en = \"by 2025\" } }",
            "",
            "",
        ),
        ("deadline = { kind = \"recurring\", text = { zh = \"每半年\", en = \"every half-year\" } }", "", ""),
        (
            "deadline = { kind = \"none\", text = { zh = \"逐步\", en = \"step by step\" } }",
            "逐步",
            "step by step",
        ),
    ];
    said(&cases, |ctx, at| rows::target(ctx, at).deadline.unwrap().wording);
}
