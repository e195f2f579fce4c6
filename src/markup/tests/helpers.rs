//! Turns trees into sections, counts, links, plain words and excerpts.
//! Knows nothing of HTML.

use super::*;
use crate::markup::{Counts, plain};

const PLAN: &str = "前言[委](dept:nhc)\n\n# 一 {#c1}\n\n甲\n\n- 子\n- 丑\n  1. 寅\n\n## （一） {#c1-1}\n\n> 乙\n>\n> # 引\n\n## 无号\n\n\
                    |a|b|\n|-|-|\n|[1](/1)|2|\n|3|![四](4.png)|\n\n![五](5.png)\n\n# 二 {#c2}\n\n丙[^1]\n\n[^1]: 注[六](/6)";

fn plan() -> Document {
    parse(PLAN, Lang::Zh).0
}

#[test]
fn a_text_is_cut_at_its_headings() {
    let plan = plan();
    let sections: Vec<_> =
        plan.sections().map(|section| (section.id(), plain::of_blocks(section.blocks))).collect();
    assert_eq!(
        sections,
        [
            (None, "前言委".to_owned()),
            (Some("c1"), "甲\n子\n丑\n寅".to_owned()),
            (Some("c1-1"), "乙\n引".to_owned()),
            (None, "a\tb\n1\t2\n3\t四\n五".to_owned()),
            (Some("c2"), "丙".to_owned()),
        ]
    );
    let levels: Vec<_> =
        plan.sections().map(|section| section.heading.map(|heading| heading.level)).collect();
    assert_eq!(levels, [None, Some(1), Some(2), Some(2), Some(1)]);
}

#[test]
fn a_section_is_found_again() {
    let plan = plan();
    let section = plan.section("c1-1").unwrap();
    assert_eq!(plan.section_at(section.at.clone()), section);
    let span = section.span().unwrap();
    assert_eq!(&PLAN[span.start as usize..span.end as usize], "## （一） {#c1-1}\n\n> 乙\n>\n> # 引");
    assert_eq!(plan.section("c9"), None);
    assert_eq!(plan.section_at(90..99).blocks, []);
    let empty = parse("# 甲\n# 乙", Lang::Zh).0;
    assert_eq!(empty.sections().map(|section| section.blocks.len()).collect::<Vec<_>>(), [0, 0]);
    assert_eq!(empty.sections().next().unwrap().span(), Some(0..5));
    assert_eq!(Document::default().sections().count(), 0);
}

#[test]
fn parts_are_counted() {
    let plan = plan();
    let counts: Vec<_> = plan.sections().map(|section| section.counts()).collect();
    let of = |paragraphs, items, rows, figures| Counts { paragraphs, items, rows, figures };
    assert_eq!(counts, [of(1, 0, 0, 0), of(1, 3, 0, 0), of(1, 0, 0, 0), of(0, 0, 2, 1), of(1, 0, 0, 0)]);
}

#[test]
fn links_and_images_are_listed_in_order() {
    let plan = plan();
    assert_eq!(plan.links().map(|link| link.target.as_str()).collect::<Vec<_>>(), ["dept:nhc", "/1", "/6"]);
    assert_eq!(plan.images().map(|image| image.src.as_str()).collect::<Vec<_>>(), ["4.png", "5.png"]);
    let first = plan.links().next().unwrap();
    assert_eq!(&PLAN[first.span.start as usize..first.span.end as usize], "[委](dept:nhc)");
    assert_eq!(plan.section("c2").unwrap().walk().links().count(), 0);
}

#[test]
fn words_without_markup() {
    let (document, _) = parse(
        "# **《甲》**乙\n\n丙 `丁` ![戊](x)[^1]  \n己 &lt;\n\n---\n\n```\n庚\n```\n\n[^1]: 注",
        Lang::Zh,
    );
    assert_eq!(plain::of_blocks(&document.blocks), "《甲》乙\n丙 丁 戊\n己 <\n庚");
}

fn excerpt(text: &str, limit: usize) -> String {
    plain::excerpt(&parse(text, Lang::Zh).0.blocks, limit)
}

#[test]
fn an_excerpt_is_short_and_whole() {
    for (text, limit, expected) in [
        ("到二〇二五年，建成中心。", 20, "到二〇二五年，建成中心。"),
        ("到二〇二五年，建成中心。", 12, "到二〇二五年，建成中心。"),
        ("到二〇二五年，建成中心。", 11, "到二〇二五年，建成中…"),
        ("到二〇二五年，建成中心。", 8, "到二〇二五年…"),
        ("建成中心。推出标准。形成品牌。", 12, "建成中心。推出标准。"),
        ("他说：“建成中心。”然后推出三十项标准。", 14, "他说：“建成中心。”"),
        ("# 标题\n\n甲。\n\n- 乙\n- 丙", 20, "甲。乙 丙"),
        ("Build 30 centres abroad by 2025.", 20, "Build 30 centres…"),
        ("It rose 3.5 per cent. Then it fell, and fell again.", 30, "It rose 3.5 per cent."),
        ("It rose by 3.5678 per cent", 16, "It rose by…"),
        ("Donaudampfschifffahrt", 8, "Donauda…"),
        ("甲  \n乙", 9, "甲 乙"),
        ("甲乙", 1, "…"),
        ("甲", 1, "甲"),
        ("甲", 0, ""),
        ("", 9, ""),
    ] {
        let found = excerpt(text, limit);
        assert_eq!(found, expected, "{text} {limit}");
        assert!(found.chars().count() <= limit, "{text} {limit}");
    }
}
