//! Turns what one language of a clause says and its twin does not into faults: figures, and the names of things.
//! Knows nothing of records.
//!
//! Figures are compared by value, because digits do not compare: 1.25万名 is 12,500 people. Each amount stands as often
//! in one language as in the other; a time stands there, once or more. A count of a few things that a writer makes in
//! passing (四个方面) may lack its twin, for languages differ in making them. Names are compared by what bears them:
//! each body, partner, place and document is named in both languages, however often and by whatever form, were it inside
//! a longer name. The place that the plan is for goes without saying, and is said in one language more than in the other.

use super::Subject;
use super::subject::{Pair, Reading};
use crate::quantity::{Key, Quantity};
use crate::report::{Code, Diagnostic};
use crate::resolve::{Entity, EntityKind};
use std::collections::BTreeSet;

/// The figures of each clause, by value.
pub(super) fn figures(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.pairs().flat_map(|pair| unequal(&pair)).collect()
}

fn unequal(pair: &Pair<'_, '_>) -> Vec<Diagnostic> {
    let zh = unmatched(&pair.zh.words.text, &pair.zh.figures, &pair.en.figures);
    let en = unmatched(&pair.en.words.text, &pair.en.figures, &pair.zh.figures);
    let list = |reading: &Reading<'_>, figures: &[&Quantity]| {
        figures.iter().map(|figure| reading.cut(&figure.span)).collect::<Vec<_>>().join(" · ")
    };
    let (in_zh, in_en) = (list(pair.zh, &zh), list(pair.en, &en));
    let fault = |reading: &Reading<'_>, figure: &Quantity, others: &str| {
        let fault = reading.fault(Code::FigureWithoutTwin, &figure.span);
        if others.is_empty() { fault } else { fault.with("nearest", others) }
    };
    let of_zh = zh.iter().map(|figure| fault(pair.zh, figure, &in_en));
    of_zh.chain(en.iter().map(|figure| fault(pair.en, figure, &in_zh))).collect()
}

/// The figures of a text that another one does not have.
pub(super) fn unmatched<'q>(text: &str, here: &'q [Quantity], there: &[Quantity]) -> Vec<&'q Quantity> {
    let (times, amounts): (Vec<&Quantity>, Vec<&Quantity>) =
        there.iter().partition(|figure| figure.unit.is_calendar());
    let times: BTreeSet<Key> = times.into_iter().map(Quantity::key).collect();
    let mut amounts: Vec<Key> = amounts.into_iter().map(Quantity::key).collect();
    let mut is_there = |figure: &Quantity| {
        let key = figure.key();
        if figure.unit.is_calendar() {
            return times.contains(&key);
        }
        let same = amounts.iter().position(|other| *other == key);
        same.map(|at| amounts.swap_remove(at)).is_some()
    };
    let figures = here.iter().filter(|figure| !is_there(figure));
    figures.filter(|figure| !figure.is_tally(text)).collect()
}

/// The bodies, partners, places and documents that each clause names.
pub(super) fn names(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let region = subject.plan.record.plan.region.as_ref();
    let region = region.and_then(|region| subject.world.entity(EntityKind::Place, region));
    let is_compared = |entity: Entity| {
        !matches!(entity.parts().0, EntityKind::Term | EntityKind::Topic) && Some(entity) != region
    };
    let mut faults = Vec::new();
    for pair in subject.pairs() {
        for (here, there) in [(pair.zh, pair.en), (pair.en, pair.zh)] {
            for (entity, words) in &here.named {
                if is_compared(*entity) && !there.speaks_of(*entity) {
                    let fault = here.fault(Code::NameWithoutTwin, words);
                    faults.push(fault.with("name", subject.name(*entity, there.lang())));
                }
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::{figures, names};

    const REGISTERS: &str = r#"-- content/departments.toml --
[[department]]
id = "nhc"
name = { zh = "国家卫生健康委员会", en = "National Health Commission" }
short = { zh = "国家卫生健康委", en = "NHC" }
kind = "commission"
level = "national"
[[department]]
id = "nhc-office"
name = { zh = "国家卫生健康委办公厅", en = "Office of the NHC" }
kind = "office"
level = "national"
-- content/places.toml --
[[place]]
id = "shanghai"
kind = "province"
name = { zh = "上海市", en = "Shanghai" }
short = { zh = "上海", en = "Shanghai" }
-- content/documents.toml --
[[document]]
id = "outline"
title = { zh = "规划纲要（2021—2025年）", en = "Outline Plan (2021–2025)" }
aliases = { zh = ["纲要"], en = ["Outline"] }
[[document]]
id = "hundred"
title = { zh = "百人计划", en = "Programme of Talents" }
-- content/glossary.toml --
[[term]]
id = "fourteenth"
name = { zh = "“十四五”", en = "14th Five-Year Plan" }
"#;

    fn with(rule: super::super::Rule, zh: &str, en: &str) -> Vec<String> {
        let (zh, en) = (format!("## 甲 {{#c1}}\n{zh}\n"), format!("## A {{#c1}}\n{en}\n"));
        let texts = [("digest.zh.md", zh.as_str()), ("digest.en.md", en.as_str())];
        faults(rule, &format!("{}{REGISTERS}", plan("", &texts)))
    }

    #[test]
    fn equal_values_are_equal_however_they_are_written() {
        for (zh, en) in [
            ("培训1.25万人，贸易281.9亿美元。", "Trade of US$28.19 billion; 12,500 people are trained."),
            ("到2025年，“十四五”期间再到2025年。", "By 2025, in 2021–2025."),
            ("“十四五”时期。", "In the 14th Five-Year Plan period."),
            ("逾百万人，3—5家，不少于30%。", "More than 1 million people, 3–5 of them, at least 30%."),
            ("做好四个方面的工作。", "The work is to be done well."),
            (
                "落实《规划纲要（2021—2025年）》和百人计划。",
                "It follows the *Outline* and the *Programme of Talents*.",
            ),
            ("[三十个中心](doc:outline)要建。", "The *Outline* is carried out."),
        ] {
            assert_eq!(with(figures, zh, en), [""; 0], "{zh}");
        }
    }

    #[test]
    fn unequal_values_are_named_in_both_texts() {
        for (zh, en, in_zh, in_en) in [
            ("贸易281.9万美元。", "US$28.19 billion.", "281.9万美元", "US$28.19 billion"),
            ("建30个。", "Build 31.", "30个", "31"),
            ("不少于30个。", "At most 30.", "不少于30个", "At most 30"),
            ("到2025年。", "By 2026.", "2025年", "2026"),
        ] {
            let faults = [
                format!("figure-without-twin digest.en.md:2 c1 en {in_zh} {in_en}"),
                format!("figure-without-twin digest.zh.md:2 c1 zh {in_en} {in_zh}"),
            ];
            assert_eq!(with(figures, zh, en), faults);
        }
        assert_eq!(
            with(figures, "建30个，又建30个。", "Build 30."),
            ["figure-without-twin digest.zh.md:2 c1 zh 30个"]
        );
    }

    #[test]
    fn what_one_text_names_the_other_names() {
        assert_eq!(with(names, "国家卫生健康委牵头。", "The NHC leads."), [""; 0]);
        assert_eq!(with(names, "由[该委](dept:nhc)牵头。", "The NHC leads."), [""; 0]);
        assert_eq!(
            with(names, "国家卫生健康委办公厅牵头。", "The [Office](dept:nhc-office) of the NHC leads."),
            [""; 0]
        );
        assert_eq!(
            with(names, "国家卫生健康委在上海牵头。", "It leads."),
            [
                "name-without-twin digest.zh.md:2 c1 zh National Health Commission 国家卫生健康委",
                "name-without-twin digest.zh.md:2 c1 zh Shanghai 上海"
            ]
        );
        assert_eq!(
            with(names, "由上海办理。", "Shanghai and the NHC do it."),
            ["name-without-twin digest.en.md:2 c1 en 国家卫生健康委员会 NHC"]
        );
    }

    #[test]
    fn the_place_that_a_plan_is_for_goes_without_saying() {
        let texts = [
            ("digest.zh.md", "## 甲 {#c1}\n全市推行。\n"),
            ("digest.en.md", "## A {#c1}\nAll of Shanghai.\n"),
        ];
        let portal = format!("{}{REGISTERS}", plan("", &texts));
        assert_eq!(faults(names, &portal).len(), 1);
        assert_eq!(
            faults(names, &portal.replace("issuers = []", "issuers = []\nregion = \"shanghai\"")),
            [""; 0]
        );
    }
}
