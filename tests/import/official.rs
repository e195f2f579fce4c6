//! Turns drafts into Markdown and back: what was text stays text.
//! Knows nothing of how drafts come about.

use diptych::content::{self, Bodies, EditionKind};
use diptych::import::draft::{Body, Clause, Draft};
use diptych::import::official::official;
use diptych::import::strand::Strand;
use diptych::markup::plain;
use diptych::source::Sources;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn strand(text: &str) -> Strand {
    Strand::of(text, 0..text.len())
}

/// The headings and paragraphs of a Markdown text, and the codes of its faults.
fn read(markdown: &str) -> (Vec<(String, Vec<String>)>, Vec<&'static str>) {
    let portal = "-- content/portal.toml --\ntitle = { zh = \"甲\", en = \"A\" }\ndescription = { zh = \"甲\", en = \"A\" }\n\
                  base_url = \"https://a.cn/\"\nas_of = 2031-01-01\norganisation = { name = { zh = \"甲\", en = \"A\" } }\n\
                  -- content/plans/p/plan.toml --\n[plan]\nid = \"p\"\ntitle = { zh = \"甲\", en = \"A\" }\nissuers = []\n\
                  level = \"none\"\nkind = \"plan\"\nsource_lang = \"zh\"\nstatus = \"draft\"\n-- content/plans/p/official.zh.md --\n";
    let (sources, _) = Sources::from_string(&format!("{portal}{markdown}"));
    let (catalog, _) = content::load(&sources);
    let catalog = catalog.unwrap();
    let (texts, faults) = Bodies::new(&sources).of(&catalog.plans[0]);
    let text = texts.iter().find(|text| text.file.kind == EditionKind::Official).unwrap();
    let clauses = text.clauses.iter().map(|clause| {
        let blocks = text.section(clause).blocks.iter();
        let words = blocks.map(|block| plain::of_blocks(std::slice::from_ref(block)));
        (clause.heading.clone(), words.collect())
    });
    (clauses.collect(), faults.iter().map(|fault| fault.code.name()).collect())
}

fn draft(heading: &str, paragraphs: &[&str]) -> Draft {
    let body = paragraphs.iter().map(|text| Body::Paragraph(strand(text))).collect();
    let clause =
        Clause { id: "c1".to_owned(), level: 1, heading: strand(heading), body, ..Clause::default() };
    Draft { clauses: vec![clause], ..Draft::default() }
}

#[test]
fn text_that_looks_like_markup_is_text() {
    let paragraphs = [
        "1.选址。",
        "12)装修。",
        "- 配书",
        "+ 借书",
        "=====",
        "# 标题",
        "> 引用",
        "| 甲 | 乙 |",
        "*甲*_乙_`丙`~~丁~~",
        "<b>甲</b>&amp;",
        "[甲](https://a.cn)",
        "![甲](a.png)",
        "甲[^1]",
        "{#c2}",
        "\\*",
        "https://a.cn/x_y_z",
        "落实《关于<规划>的分工》",
        "—— 甲",
        "·乙",
        "$x^2$",
    ];
    let (clauses, faults) = read(&official(&draft("甲{乙}#丙*", &paragraphs), &BTreeMap::new()));
    assert_eq!(clauses, [("甲{乙}#丙*".to_owned(), paragraphs.map(str::to_owned).to_vec())]);
    assert_eq!(faults, [] as [&str; 0]);
}

#[test]
fn what_the_text_does_not_say_is_marked() {
    let clause = |id: &str, number: &str, heading: &str| Clause {
        id: id.to_owned(),
        level: 1,
        number: strand(number),
        heading: strand(heading),
        ..Clause::default()
    };
    let gap = Clause { gap: Some("lost".to_owned()), inferred: true, ..clause("c2", "", "") };
    let clauses = vec![
        clause("c0", "", ""),
        clause("c1", "一、", "总则"),
        gap,
        clause("c3", "第三条", "附则"),
        clause("c4", "第四条", ""),
    ];
    let draft = Draft { clauses, ..Draft::default() };
    let known = BTreeMap::from([("c2".to_owned(), "任务".to_owned())]);
    let lines: Vec<String> =
        official(&draft, &known).lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let expected = [
        "## 前言 {#c0 .inferred}",
        "## 总则 {#c1}",
        "## 任务 {#c2 .inferred .gap}",
        "## 附则 {#c3 number=\"第三条\"}",
        "## 第四条 {#c4}",
    ];
    assert_eq!(lines, expected);
}

proptest! {
    #[test]
    fn any_words_come_back_as_they_were(heading in "[甲乙A1.#*{}<>&|（）]{1,12}", words in "[甲乙，。A1.)(+=~^$!#*_`{}<>&|\\\\\\[\\]-]{1,40}") {
        let words = format!("书{words}");
        let heading = format!("甲{heading}乙");
        let (clauses, _) = read(&official(&draft(&heading, &[&words, "末。"]), &BTreeMap::new()));
        prop_assert_eq!(clauses, vec![(heading, vec![words, "末。".to_owned()])]);
    }
}
