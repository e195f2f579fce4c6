//! Turns clauses with traps for names into what they mention, in both languages.
//! Knows nothing of how names are found.

use crate::support::{Outcome, Portal};
use diptych::resolve::{ClauseRef, Entity, EntityKind};

/// Names within names, beyond those of the sound portal.
const ATLAS: &str = r#"
++ content/partners.toml ++

[[partner]]
id = "indonesia"
kind = "country"
name = { zh = "印度尼西亚", en = "Indonesia" }

[[partner]]
id = "india"
kind = "country"
name = { zh = "印度", en = "India" }

[[partner]]
id = "west-asia"
kind = "region"
name = { zh = "西亚", en = "West Asia" }

[[partner]]
id = "asean"
kind = "organisation"
name = { zh = "东南亚国家联盟", en = "Association of Southeast Asian Nations" }
short = { zh = "东盟", en = "ASEAN" }

[[partner]]
id = "asean-forum"
kind = "forum"
name = { zh = "中国—东盟卫生合作论坛", en = "China–ASEAN Health Cooperation Forum" }
"#;

/// The atlas with a clause `c3` that says this.
fn with(zh: &str, en: &str) -> Outcome {
    let texts = [("zh", "## 世界卫生组织", zh), ("en", "## World Health Organization", en)];
    let texts = texts.map(|(lang, heading, text)| {
        format!("++ content/plans/alpha/digest.{lang}.md ++\n\n{heading} {{#c3}}\n\n{text}\n")
    });
    Portal::sound().with(ATLAS).with(&texts.concat()).outcome()
}

/// What a clause mentions: `id`, and the language where only one text does.
fn mentioned(outcome: &Outcome, clause: &str) -> Vec<String> {
    let site = outcome.site();
    let skeleton = &site.skeletons[0];
    let mentions = &skeleton.clauses[skeleton.find(clause).unwrap()].mentions;
    let show = |id: &str, zh: bool, en: bool| match (zh, en) {
        (true, true) => id.to_owned(),
        (true, false) => format!("{id} zh"),
        (false, true) => format!("{id} en"),
        (false, false) => format!("{id} nowhere"),
    };
    mentions.iter().map(|mention| show(site.id(mention.entity), mention.zh, mention.en)).collect()
}

#[test]
fn names_within_names_and_words_are_left_alone() {
    let cases: [(&str, &str, &[&str]); 16] = [
        ("内蒙古与蒙古国相邻。", "Inner Mongolia borders Mongolia.", &["mongolia", "inner-mongolia"]),
        ("内蒙古自治区。", "Inner Mongolia alone.", &["inner-mongolia"]),
        ("蒙古族医药。", "Mongolian medicine.", &[]),
        ("印度尼西亚和印度。", "Indonesia and India.", &["india", "indonesia"]),
        ("印度尼西亚。", "Indonesia.", &["indonesia"]),
        ("印度洋沿岸。", "The Indian Ocean.", &[]),
        ("中亚、西亚。", "Central and West Asia.", &["west-asia"]),
        ("马来西亚、密克罗尼西亚。", "Northwest Asia.", &[]),
        ("由WHO牵头。", "Those who know WHO.", &["who"]),
        ("谁知道who。", "Those who know.", &[]),
        ("WHOLE与AWHO。", "WHO-led, WHO's and (WHO).", &["who en"]),
        ("中国—东盟卫生合作论坛。", "The China–ASEAN Health Cooperation Forum.", &["asean-forum"]),
        ("东盟。", "the world health organization and ASEAN", &["asean", "who en"]),
        ("依《健康促进法》发展中医药文化。", "The Health Promotion Law.", &["health-law", "tcm-culture zh"]),
        ("国家卫生健康委、国家卫生健康委员会。", "The NHC, the National Health Commission.", &["nhc"]),
        ("只有`WHO`。", "Only the heading names it.", &[]),
    ];
    for (zh, en, expected) in cases {
        let outcome = with(zh, en);
        assert_eq!(mentioned(&outcome, "c3"), expected, "{zh} {en}");
        assert_eq!(outcome.faults(), [""; 0], "{zh} {en}");
    }
}

#[test]
fn a_name_goes_over_a_line_end() {
    let cases: [(&str, &str, &[&str]); 5] = [
        ("同世界卫\n生组织合作。", "With the World Health\nOrganization.", &["who"]),
        ("- 同世界卫\n  生组织合作。", "- With the World\n  Health Organization.", &["who"]),
        ("> 同世界卫\n> 生组织合作。", "> With the World\n> Health\n> Organization.", &["who"]),
        ("国家卫生\n健康委\n员会。", "National Health\nCommission.", &["nhc"]),
        // Another paragraph is another sentence.
        ("世界卫\n\n生组织。", "World Health\n\nOrganization.", &[]),
    ];
    for (zh, en, expected) in cases {
        assert_eq!(mentioned(&with(zh, en), "c3"), expected, "{zh} {en}");
        let windows = with(&zh.replace('\n', "\r\n"), &en.replace('\n', "\r\n"));
        assert_eq!(mentioned(&windows, "c3"), expected, "{zh} {en}, lines as Windows ends them");
    }
}

#[test]
fn a_name_inside_a_link_is_the_links() {
    let cases: [(&str, &str, &[&str]); 6] = [
        ("[世界卫生组织](https://a.cn)。", "[The **WHO** there](https://a.cn).", &[]),
        ("[世界卫生组织](dept:nhc)。", "[WHO](dept:nhc).", &["nhc"]),
        ("[世界卫生组织](https://a.cn)与世卫组织。", "[WHO](https://a.cn) and the WHO.", &["who"]),
        ("[那里](partner:who)。", "[There](partner:who), at the WHO.", &["who"]),
        ("[见前](plan:alpha#c1)。", "[See above](#c1-1), [there](target:alpha/centres).", &[]),
        ("[**拼**[音](https://a.cn)](dept:nhc)。", "![WHO](https://a.cn/a.png)", &[]),
    ];
    for (zh, en, expected) in cases {
        let outcome = with(zh, en);
        assert_eq!(mentioned(&outcome, "c3"), expected, "{zh} {en}");
        assert_eq!(outcome.faults(), [""; 0], "{zh} {en}");
    }
}

#[test]
fn an_ambiguous_name_is_whose_it_is_said_to_be() {
    let by_hand = with("[中阿](partner:albania)合作，中阿论坛。", "China and Albania.");
    assert_eq!(mentioned(&by_hand, "c3"), ["albania"]);
    assert_eq!(by_hand.faults(), [""; 0]);
    let unsaid = with("中阿合作，蒙古国。", "China and Mongolia.");
    assert_eq!(mentioned(&unsaid, "c3"), ["mongolia"]);
    assert_eq!(unsaid.faults(), ["ambiguous-alias plans/alpha/digest.zh.md:13 中阿"]);
    // What one clause says does not hold for the next, nor for the other language.
    let elsewhere =
        with("[中阿](partner:albania)合作。\n\n## 另 {#c4}\n\n中阿合作。", "Text.\n\n## More {#c4}\n\nText.");
    assert_eq!(elsewhere.faults(), ["ambiguous-alias plans/alpha/digest.zh.md:17 中阿"]);
}

#[test]
fn names_are_found_wherever_words_stand() {
    let zh = "- 项\n  - **世界卫生组织**\n\n| 印度 | 乙 |\n|---|---|\n| 丙 | 印度尼西亚 |\n\n> 西亚\n\n注[^1]\n\n[^1]: 同东盟。\n";
    let en = "- item\n  - *World Health Organization*\n\n| India | B |\n|---|---|\n| C | Indonesia |\n\n> West Asia\n\nNote[^1]\n\n[^1]: With ASEAN.\n";
    let expected = ["asean", "india", "indonesia", "west-asia", "who"];
    assert_eq!(mentioned(&with(zh, en), "c3"), expected);
}

#[test]
fn every_text_of_a_language_counts() {
    let outcome = Portal::sound()
        .with(ATLAS)
        .with("-- content/plans/alpha/official.zh.md --\n## 现状 {#c2}\n\n同印度。\n")
        .with("++ content/plans/alpha/digest.zh.md ++\n\n同西亚。\n")
        .outcome();
    assert_eq!(mentioned(&outcome, "c2"), ["india zh", "west-asia zh"]);
}

#[test]
fn a_thing_knows_the_clauses_that_name_it() {
    let outcome = with("世卫组织。\n\n### 小 {#c3-1}\n\n再同WHO。", "Text.\n\n### Small {#c3-1}\n\nText.");
    let site = outcome.site();
    let clauses = |id: &str| -> Vec<&str> {
        let at = site.entity(EntityKind::Partner, id).unwrap();
        let named = site.relations.mentions(at).iter();
        named
            .map(|ClauseRef { plan, clause }| &*site.skeletons[*plan as usize].clauses[*clause as usize].id)
            .collect()
    };
    assert_eq!(clauses("who"), ["c3", "c3-1"]);
    assert_eq!(clauses("india"), [""; 0]);
    assert_eq!(site.relations.mentions(Entity::Plan(0)), []);
}

#[test]
fn a_plan_that_another_links_to_is_mentioned_there() {
    let beta = r#"
-- content/plans/beta/plan.toml --
[plan]
id = "beta"
title = { zh = "乙规划", en = "Plan Beta" }
issuers = []
level = "none"
kind = "plan"
source_lang = "zh"
status = "in-force"
-- content/plans/beta/digest.zh.md --
## 甲 {#c1}

承接[前一规划](plan:alpha#c1-1)。
-- content/plans/beta/digest.en.md --
## A {#c1}

Carries on [the former plan](plan:alpha).
"#;
    let outcome = Portal::sound().with(beta).outcome();
    assert_eq!(outcome.faults(), [""; 0]);
    assert_eq!(outcome.site().relations.mentions(Entity::Plan(0)), [ClauseRef { plan: 1, clause: 0 }]);
}
