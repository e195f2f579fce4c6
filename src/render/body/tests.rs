//! Turns clauses of a small portal into HTML and says what it must be.
//! Knows nothing of pages.

use super::marks::Marks;
use super::{Body, Writer};
use crate::content::Bodies;
use crate::lang::Lang;
use crate::markup::plain;
use crate::render::context::Ctx;
use crate::render::fixture::{PLAN, Portal, parts};
use crate::resolve::{Entity, PageKey};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A portal whose one plan has clauses `c1`, `c2`, … with these words, and targets in `c1` with these passages.
fn portal(lang: Lang, clauses: &[&str], passages: &[(&str, &str)]) -> Portal {
    let mut plan = PLAN.to_owned();
    for (id, words) in passages {
        let code = lang.code();
        let _ = write!(
            plan,
            "[[target]]\nid = \"{id}\"\nclause = \"c1\"\nsubject = {{ zh = \"事\", en = \"thing\" }}\n\
             extent = \"qualitative\"\npassage = {{ {code} = {words:?} }}\n"
        );
    }
    let _ = write!(plan, "-- content/plans/p/media/map.png --\nx\n");
    let _ = writeln!(plan, "-- content/plans/p/digest.{}.md --", lang.code());
    for (index, words) in clauses.iter().enumerate() {
        let _ = write!(plan, "## Head {{#c{}}}\n\n{words}\n\n", index + 1);
    }
    Portal::with(&plan)
}

/// All clauses as the plan's page shows them.
fn written(portal: &Portal, lang: Lang) -> Vec<String> {
    let renderer = portal.renderer();
    let page = PageKey::Thing(lang, Entity::Plan(0));
    let ctx = Ctx::new(&renderer, &page);
    let (texts, _) = Bodies::new(&portal.sources).of(&portal.site.catalog.plans[0]);
    let mut body = Body::new(&ctx, 0);
    texts[0].clauses.iter().map(|clause| body.clause(&texts[0], clause, "")).collect()
}

fn shown(lang: Lang, clauses: &[&str], passages: &[(&str, &str)]) -> Vec<String> {
    written(&portal(lang, clauses, passages), lang)
}

/// One paragraph, without its frame; `{nhc|words}` in what is expected is a link to the page of `nhc`.
fn check(lang: Lang, text: &str, passages: &[(&str, &str)], expected: &str) {
    let html = shown(lang, &[text], passages).remove(0);
    let inner = html.trim_end().trim_start_matches("<p>").trim_end_matches("</p>");
    assert_eq!(inner, expand(expected), "{text}");
}

fn expand(expected: &str) -> String {
    let mut out = String::new();
    for piece in expected.split_inclusive('}') {
        let Some((before, link)) = piece.split_once('{') else {
            out.push_str(piece);
            continue;
        };
        let (id, words) = link.trim_end_matches('}').split_once('|').expect("{id|words}");
        let (folder, class) = match id {
            "nhc" | "city-hospital" => ("departments", "dept"),
            "inner-mongolia" => ("places", "place"),
            "outline" => ("documents", "document"),
            "tcm" => ("glossary", "term"),
            "trade" => ("topics", "topic"),
            _ => ("partners", "partner"),
        };
        let _ = write!(out, "{before}<a href=\"../../{folder}/{id}/\" class=\"{class}\">{words}</a>");
    }
    out
}

#[test]
fn names_lead_to_their_pages_once_per_clause() {
    let zh = |text: &str, expected: &str| check(Lang::Zh, text, &[], expected);
    zh("由国家卫生健康委办理。", "由{nhc|国家卫生健康委}办理。");
    zh("国家卫生健康委员会和国家卫生健康委", "{nhc|国家卫生健康委员会}和国家卫生健康委");
    zh("在内蒙古和蒙古国", "在{inner-mongolia|内蒙古}和{mongolia|蒙古国}");
    zh("内蒙古", "{inner-mongolia|内蒙古}");
    zh("印度尼西亚与印度", "{indonesia|印度尼西亚}与{india|印度}");
    zh("马来西亚", "马来西亚");
    zh("西亚", "{west-asia|西亚}");
    zh("《健康纲要》", "《{outline|健康纲要}》");
    zh("中阿合作", "中阿合作");
    zh("世卫组织，世界卫生组织", "{who|世卫组织}，世界卫生组织");
    let en = |text: &str, expected: &str| check(Lang::En, text, &[], expected);
    en("Who asks the WHO?", "Who asks the {who|WHO}?");
    en("Indonesia, not India", "{indonesia|Indonesia}, not {india|India}");
    en("Indians and Indian", "Indians and Indian");
    en("Inner Mongolia and Mongolia", "{inner-mongolia|Inner Mongolia} and {mongolia|Mongolia}");
    en("the World\nHealth Organization", "the {who|World Health Organization}");
    en("the world health organization", "the {who|world health organization}");
}

#[test]
fn terms_are_linked_once_per_page_and_names_once_per_clause() {
    let clauses = shown(Lang::Zh, &["中医药与中医药，印度。", "中医药，印度。"], &[]);
    assert_eq!(clauses[0], expand("<p>{tcm|中医药}与中医药，{india|印度}。</p>\n"));
    assert_eq!(clauses[1], expand("<p>中医药，{india|印度}。</p>\n"));
}

#[test]
fn hand_made_links_count_as_the_first_occurrence() {
    let zh = |text: &str, expected: &str| check(Lang::Zh, text, &[], expected);
    zh("印度与[印方](partner:india)", "印度与{india|印方}");
    zh("[中阿](partner:arab-states)合作", "{arab-states|中阿}合作");
    zh("[印度的国家卫生健康委](topic:trade)", "{trade|印度的国家卫生健康委}");
    zh("[药](term:tcm)是中医药", "{tcm|药}是中医药");
    zh("**[印度](partner:india)**", "<strong>{india|印度}</strong>");
}

#[test]
fn links_lead_where_they_say_or_keep_only_their_words() {
    let en = |text: &str, expected: &str| check(Lang::En, text, &[("aim", "no such words")], expected);
    en(
        "[site](https://a.test/?a=1&b=2)",
        "<a href=\"https://a.test/?a=1&amp;b=2\" class=\"out\" rel=\"noopener\">site</a>",
    );
    en("[mail](mailto:a@b.test)", "<a href=\"mailto:a@b.test\">mail</a>");
    en("[here](plan:p#c1)", "<a href=\"#c1\" class=\"plan\">here</a>");
    en("[here](#c1)", "<a href=\"#c1\" class=\"plan\">here</a>");
    en("[plan](plan:p)", "plan");
    en("[gone](plan:p#c9)", "gone");
    en("[gone](#c9)", "gone");
    en("[gone](dept:nobody)", "gone");
    en("[aim](target:p/aim)", "<a href=\"../../targets/p/aim/\" class=\"target\">aim</a>");
    en("[gone](target:p/none)", "gone");
    en("[data](/en/data/#files)", "<a href=\"../../data/#files\">data</a>");
    en("[up](../../../../etc)", "up");
    en("[bad](javascript:alert(1))", "bad");
    en("[this](doc:this-plan) and This Very Plan", "this and This Very Plan");
}

#[test]
fn pictures_come_from_the_folder_that_both_languages_share() {
    let html = shown(Lang::En, &["![A map](media/map.png \"The map\")\n\n![Lost](media/none.png)"], &[]);
    let map = "<img src=\"../../../media/p/map.png\" alt=\"A map\" loading=\"lazy\">";
    assert!(
        html[0].contains(&format!("<figure>{map}<figcaption>The map</figcaption></figure>")),
        "{}",
        html[0]
    );
    assert!(html[0].contains("<figure>Lost</figure>"), "{}", html[0]);
}

#[test]
fn everything_is_escaped() {
    check(
        Lang::En,
        "a &lt;b> \\<i\\> \"x\" & y",
        &[("a", "<b> <i>")],
        "a <mark id=\"m-a\">&lt;b&gt; &lt;i&gt;</mark> &quot;x&quot; &amp; y",
    );
    check(Lang::En, "<script>alert(1)</script>", &[], "&lt;script&gt;alert(1)&lt;/script&gt;");
}

#[test]
fn passages_are_marked_through_stress_and_links() {
    let en =
        |text: &str, passages: &[(&str, &str)], expected: &str| check(Lang::En, text, passages, expected);
    en("build 30 centres soon", &[("a", "30 centres")], "build <mark id=\"m-a\">30 centres</mark> soon");
    en(
        "build **30** *new* centres",
        &[("a", "30 new centres")],
        "build <strong><mark id=\"m-a\">30</mark></strong><mark> </mark><em><mark>new</mark></em><mark> centres</mark>",
    );
    en(
        "so [many](https://a.test/) there",
        &[("a", "many there")],
        "so <a href=\"https://a.test/\" class=\"out\" rel=\"noopener\"><mark id=\"m-a\">many</mark></a><mark> there</mark>",
    );
    en(
        "10 in India by 2025",
        &[("a", "10 in India by")],
        "<mark id=\"m-a\">10 in {india|India} by</mark> 2025",
    );
    en(
        "with India, 10 more",
        &[("a", "dia, 10")],
        "with {india|In<mark id=\"m-a\">dia</mark>}<mark>, 10</mark> more",
    );
    en("India", &[("a", "India")], "<mark id=\"m-a\">{india|India}</mark>");
    en("in India", &[("a", "ndi")], "in {india|I<mark id=\"m-a\">ndi</mark>a}");
    en("the `x` y", &[("a", "the x y")], "<mark id=\"m-a\">the </mark><code>x</code><mark> y</mark>");
    en("nothing here", &[("a", "elsewhere")], "nothing here");
    check(
        Lang::Zh,
        "建成 30 个中心，印度。",
        &[("a", "30 个中心")],
        "建成 <mark id=\"m-a\">30 个中心</mark>，{india|印度}。",
    );
}

#[test]
fn overlapping_and_shared_passages_split_cleanly() {
    let en =
        |passages: &[(&str, &str)], expected: &str| check(Lang::En, "one two three four", passages, expected);
    en(
        &[("a", "one two"), ("b", "two three")],
        "<mark id=\"m-a\">one </mark><mark id=\"m-b\">two</mark><mark> three</mark> four",
    );
    en(
        &[("a", "two three"), ("b", "two three")],
        "one <mark id=\"m-a\"><span id=\"m-b\">two three</span></mark> four",
    );
    en(
        &[("a", "one two three"), ("b", "two")],
        "<mark id=\"m-a\">one </mark><mark id=\"m-b\">two</mark><mark> three</mark> four",
    );
    en(&[("a", "one"), ("b", "two")], "<mark id=\"m-a\">one</mark> <mark id=\"m-b\">two</mark> three four");
}

#[test]
fn marks_reach_into_lists_and_tables_and_stand_once_on_the_page() {
    let html = shown(
        Lang::En,
        &["- first\n- second 20\n\n| a | b |\n|---|--:|\n| c | 20 d |"],
        &[("x", "20 d"), ("y", "second 20")],
    );
    assert!(html[0].contains("<li><mark id=\"m-y\">second 20</mark></li>"), "{}", html[0]);
    assert!(html[0].contains("<td class=\"end\"><mark id=\"m-x\">20 d</mark></td>"), "{}", html[0]);
    let portal = portal(Lang::En, &["twice"], &[("a", "twice")]);
    let renderer = portal.renderer();
    let page = PageKey::Thing(Lang::En, Entity::Plan(0));
    let ctx = Ctx::new(&renderer, &page);
    let (texts, _) = Bodies::new(&portal.sources).of(&portal.site.catalog.plans[0]);
    let mut body = Body::new(&ctx, 0);
    assert!(!body.has_mark("a"));
    assert_eq!(body.clause(&texts[0], &texts[0].clauses[0], ""), "<p><mark id=\"m-a\">twice</mark></p>\n");
    assert!(body.has_mark("a"));
    assert_eq!(body.clause(&texts[0], &texts[0].clauses[0], "-x"), "<p><mark>twice</mark></p>\n");
    let mut paired = Body::new(&ctx, 0).paired().without_ids();
    assert_eq!(
        paired.clause(&texts[0], &texts[0].clauses[0], ""),
        "<p><mark data-m=\"a\">twice</mark></p>\n"
    );
}

#[test]
fn a_name_in_a_note_is_linked_under_every_clause_that_refers_to_it() {
    let clauses = shown(Lang::En, &["a[^x]\n\n[^x]: India", "b[^x]"], &[]);
    for clause in clauses {
        assert!(clause.contains(">India</a>"), "{clause}");
    }
}

#[test]
fn notes_of_all_clauses_have_ids_of_their_own() {
    let clauses = shown(Lang::En, &["a[^x] b[^x]\n\n[^x]: India", "c[^y]\n\n[^y]: note"], &[]);
    let all = parts(&clauses.concat());
    let unique: BTreeSet<&String> = all.ids.iter().collect();
    assert_eq!(unique.len(), all.ids.len(), "{:?}", all.ids);
    assert!(
        clauses[0].contains("id=\"fn-c1_-1\"") && clauses[1].contains("id=\"fnref-c2_-2\""),
        "{clauses:?}"
    );
    assert!(clauses[0].contains(&expand("{india|India}")), "{}", clauses[0]);
    assert!(clauses[0].contains("aria-label=\"Back to the text\""), "{}", clauses[0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_marked_html_stays_whole(cuts in prop::collection::vec((0_usize..200, 1_usize..40), 0..6)) {
        let text = "NHC *and the **WHO** of* India & <x>, [West Asia](partner:west-asia) `code` \\\nnext\n\n\
                    - item *one* Mongolia\n- two[^n]\n\n| h | India |\n|---|---|\n| 1 | 中医药 *e* |\n\n> quoted\n\n[^n]: noted\n";
        let portal = portal(Lang::En, &[text], &[]);
        let renderer = portal.renderer();
        let page = PageKey::Thing(Lang::En, Entity::Plan(0));
        let ctx = Ctx::new(&renderer, &page);
        let (texts, _) = Bodies::new(&portal.sources).of(&portal.site.catalog.plans[0]);
        let blocks = texts[0].section(&texts[0].clauses[0]).blocks;
        let words = plain::of_blocks(blocks);
        let chars: Vec<char> = words.chars().collect();
        let passages: Vec<(String, String)> = cuts
            .iter()
            .enumerate()
            .filter(|(_, (start, _))| *start < chars.len())
            .map(|(n, (start, length))| (format!("t{n}"), chars[*start..(start + length).min(chars.len())].iter().collect()))
            .collect();
        let mut body = Body::new(&ctx, 0);
        let marks = Marks::find(blocks, &passages);
        let linked = BTreeSet::new();
        let mut writer = Writer { marks, body: &mut body, linked, has_names: true, notes: "n".to_owned() };
        let html = writer.blocks(blocks);
        let parts = parts(&html);
        prop_assert!(parts.broken.is_empty(), "{:?} in {html}", parts.broken);
        let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        // The number of the note is no word of the text.
        prop_assert_eq!(squeeze(&parts.words).replace("two1", "two"), squeeze(&words));
        let unique: BTreeSet<&String> = parts.ids.iter().collect();
        prop_assert_eq!(unique.len(), parts.ids.len());
        for (id, passage) in &passages {
            // Only words can be marked: no breaks, no code.
            if passage.chars().any(|c| c.is_alphabetic()) && !"code".contains(passage.trim()) {
                prop_assert!(body.has_mark(id), "{passage:?} in {html}");
            }
        }
    }
}
