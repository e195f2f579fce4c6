//! Turns small plans, and those of this repository, into their pages and says what these must be.
//! Knows nothing of how a record becomes a row: rows appear by their ids.

use super::{Cited, citations, page};
use crate::content::{Bodies, twins};
use crate::lang::Lang;
use crate::render::context::Ctx;
use crate::render::fixture::{PLAN, Portal, REGISTERS, SMALL, parts};
use crate::render::view::{ClauseView, PlanPage};
use crate::resolve::{Entity, PageKey};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn view(portal: &Portal, lang: Lang, plan: usize) -> PlanPage {
    let renderer = portal.renderer();
    let key = PageKey::Thing(lang, Entity::Plan(plan));
    page(&Ctx::new(&renderer, &key), plan).unwrap().1
}

/// The page with every row as its id or title.
fn outline(page: &PlanPage) -> String {
    let mut value = serde_json::to_value(page).unwrap();
    shorten(&mut value);
    serde_json::to_string_pretty(&value).unwrap()
}

fn shorten(value: &mut Value) {
    match value {
        Value::Array(entries) => entries.iter_mut().for_each(shorten),
        Value::Object(fields) => {
            for (key, field) in fields.iter_mut() {
                if let ("targets" | "facts" | "projects", Value::Array(rows)) = (key.as_str(), &mut *field) {
                    for row in rows {
                        *row = Value::Array(vec![
                            row["id"].take(),
                            row["title"]["text"].take(),
                            row["mark"].take(),
                        ]);
                    }
                    continue;
                }
                shorten(field);
            }
        }
        _ => {}
    }
}

fn clause<'p>(page: &'p PlanPage, id: &str) -> &'p ClauseView {
    page.clauses.iter().find(|clause| clause.id == id).unwrap()
}

#[test]
fn a_translation_whose_source_moved_on_is_marked_in_its_own_language() {
    let twin = |of: &str| {
        let twins = "-- content/plans/p/twins.toml --\n[[clause]]\nid = \"c1-1\"\nlang = \"en\"\ntext = \"旧\"\nby = \"portal\"\nat = 2026-01-02\n";
        let portal = Portal::with(&format!("{PLAN}{SMALL}{twins}of = \"{of}\"\n"));
        Lang::ALL.map(|lang| {
            let page = view(&portal, lang, 0);
            (page.flags.stale, clause(&page, "c1-1").flags.stale, clause(&page, "c1").flags.stale)
        })
    };
    assert_eq!(twin("0000000000000000"), [(false, false, false), (true, true, false)]);
    let portal = Portal::small();
    let (texts, _) = Bodies::new(&portal.sources).of(&portal.site.catalog.plans[0]);
    let source = twins::source_clause(&texts, "c1-1", Lang::En).unwrap();
    assert_eq!(twin(&twins::mark(source)), [(false, false, false); 2]);
}

#[test]
fn a_small_plan_in_both_languages() {
    let portal = Portal::small();
    insta::assert_snapshot!("plan-zh", outline(&view(&portal, Lang::Zh, 0)));
    insta::assert_snapshot!("plan-en", outline(&view(&portal, Lang::En, 0)));
}

#[test]
fn the_head_of_a_regional_plan() {
    let portal = Portal::small();
    let page = view(&portal, Lang::En, 1);
    assert_eq!(page.eyebrow, ["provincial", "scheme"]);
    assert_eq!((page.status.kind.as_str(), page.status.text.as_str()), ("superseded", "superseded"));
    assert_eq!(page.valid, "1 January 2022 to 31 December 2023");
    assert_eq!(page.superseded_by.unwrap().text, "Cooperation plan");
    assert_eq!(page.region.unwrap().text, "Inner Mongolia");
    assert_eq!(page.implements.len(), 1);
    assert_eq!(
        (page.sources[0].link.text.as_str(), page.sources[0].retrieved.as_str()),
        ("Gazette", "2 January 2024")
    );
    assert_eq!(page.note, "A note");
    assert!(page.number.is_none() && page.period.is_empty() && page.topics.is_empty());
}

#[test]
fn what_is_said_of_a_relation_is_never_mixed_with_our_reading() {
    let portal = Portal::small();
    let page = view(&portal, Lang::En, 1);
    let texts: Vec<&str> =
        clause(&page, "c1").margin.implements.iter().map(|link| link.text.as_str()).collect();
    assert_eq!(texts, ["Cooperation plan, I (1) (our reading)", "Cooperation plan"]);
    let page = view(&portal, Lang::En, 0);
    let by = &clause(&page, "c1-1").margin.implemented_by;
    assert_eq!(by[0].text, "Regional Plan, I (our reading)");
    assert_eq!(by[0].href.as_deref(), Some("../q/#c1"));
    let duties = &clause(&page, "c1-2").margin.duties;
    assert!(duties[0].basis.is_none());
    assert_eq!(duties[1].basis.as_ref().unwrap().text, "by general rule, uncertain");
    assert!(clause(&page, "c1-2").flags.inherited && !clause(&page, "c1-2").flags.editorial);
}

#[test]
fn a_plan_in_one_language_only_is_shown_in_it() {
    let portal = Portal::small();
    let renderer = portal.renderer();
    let key = PageKey::Thing(Lang::En, Entity::Plan(1));
    let (about, page) = page(&Ctx::new(&renderer, &key), 1).unwrap();
    assert!(about.alone);
    assert_eq!(about.main_lang, Some(Lang::Zh));
    let clause = clause(&page, "c1");
    assert!(clause.flags.foreign && clause.twin.is_some());
    assert_eq!((clause.lang.as_deref(), clause.heading.as_str()), (Some("zh-Hans"), "首条"));
    assert_eq!(clause.html, "<p>文字。</p>\n");
    let html = portal.html(&key);
    assert!(html.contains("<link rel=\"canonical\" href=\"https://plans.test/zh/plans/q/\">"), "{html}");
    assert!(!html.contains("hreflang=\"x-default\""));
}

#[test]
fn the_best_text_is_shown_and_others_are_folded_in() {
    let page = view(&Portal::small(), Lang::Zh, 0);
    assert_eq!(page.edition.kind, "official");
    let notice = &clause(&page, "n").html;
    assert!(
        notice.starts_with("<p>官方文字。</p>\n<details class=\"other-text\"><summary>概述</summary>"),
        "{notice}"
    );
    // Where the official text lacks a clause, the digest stands open under its name.
    let targets = &clause(&page, "c1-1").html;
    assert!(targets.starts_with("<details class=\"other-text\" open><summary>概述</summary>"), "{targets}");
}

#[test]
fn text_in_the_other_language_only_says_so() {
    let mut site = format!("{REGISTERS}{PLAN}");
    site.push_str("-- content/plans/p/digest.zh.md --\n## 甲 {#c1}\n\n文字。\n");
    site.push_str("-- content/plans/p/digest.en.md --\n## First {#c1}\n");
    let page = view(&Portal::new(&site), Lang::En, 0);
    let clause = clause(&page, "c1");
    assert_eq!(clause.html, "<div lang=\"zh-Hans\"><p>文字。</p>\n</div>");
    assert!(clause.flags.foreign && clause.lang.is_none());
    assert_eq!(clause.flag_note, "This clause exists in the other language only.");
}

#[test]
fn an_error_is_reported_where_the_publisher_says() {
    let with = |contact: &str| {
        let registers =
            REGISTERS.replace("as_of = 2024-05-01", &format!("as_of = 2024-05-01\ncontact = {contact}"));
        let page = view(&Portal::new(&format!("{registers}{PLAN}{SMALL}")), Lang::En, 0);
        clause(&page, "c1-1").report.clone()
    };
    assert_eq!(with("{}"), None);
    assert_eq!(with("{ email = \"a@b.test\" }").as_deref(), Some("mailto:a@b.test?subject=p%20%23c1-1"));
    assert_eq!(with("{ url = \"https://c.test/\" }").as_deref(), Some("https://c.test/?title=p%20%23c1-1"));
    assert_eq!(
        with("{ url = \"https://c.test/?a=1\" }").as_deref(),
        Some("https://c.test/?a=1&title=p%20%23c1-1")
    );
}

#[test]
fn citations_are_of_the_issuers_document_and_then_of_this_text() {
    let portal = Portal::small();
    let renderer = portal.renderer();
    let key = PageKey::Thing(Lang::En, Entity::Plan(0));
    let ctx = Ctx::new(&renderer, &key);
    let text = |clause| {
        let clause = clause_of(&portal, clause);
        citations(&ctx, &Cited { plan: 0, clause })
            .into_iter()
            .map(|citation| citation.text)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        text(None),
        [
            "National Health Commission. (31 December 2021). Cooperation Plan (2021–2025) \
             [合作计划（2021—2025年）] (国卫发〔2021〕6号).",
            "Portal Group. Cooperation Plan (2021–2025): digest clause by clause. In Plan Portal, content as of \
             1 May 2024. https://plans.test/en/plans/p/",
            "国家卫生健康委员会. 合作计划（2021—2025年）: 国卫发〔2021〕6号[Z]. (2022-01-05).",
            "门户组. 《合作计划（2021—2025年）》转载文本[DB/OL]//规划门户. (2024-05-01). https://plans.test/zh/plans/p/.",
        ]
    );
    let of_clause = text(Some("c1-1"));
    assert!(of_clause[0].ends_with("(国卫发〔2021〕6号), I (1)."), "{}", of_clause[0]);
    assert!(of_clause[1].ends_with("https://plans.test/en/plans/p/#c1-1"), "{}", of_clause[1]);
    assert!(of_clause[2].contains("6号: 一（一）[Z]."), "{}", of_clause[2]);
    assert!(text(Some("n"))[0].ends_with("6号), Notice."));
}

fn clause_of<'p>(portal: &'p Portal, id: Option<&str>) -> Option<&'p crate::resolve::Clause> {
    let skeleton = &portal.site.skeletons[0];
    Some(&skeleton.clauses[skeleton.find(id?)?])
}

#[test]
fn contents_are_nested_even_where_a_level_is_skipped() {
    let site = format!(
        "{PLAN}-- content/plans/p/digest.en.md --\n## A {{#c1}}\n#### B {{#c1-1-1}}\n### C {{#c1-2}}\n## D {{#c2}}\n"
    );
    let page = view(&Portal::with(&site), Lang::En, 0);
    let ids = |items: &[crate::render::view::TocItem]| {
        items.iter().map(|item| item.href.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&page.toc), ["#c1", "#c2"]);
    assert_eq!(ids(&page.toc[0].children), ["#c1-1-1", "#c1-2"]);
}

/// The plans of this repository: every passage is marked exactly once, HTML is whole, anchors are the same everywhere.
#[test]
fn the_real_plans_are_whole() {
    let portal = Portal::open(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(portal.site.catalog.plans.len() >= 5);
    for (plan, folder, skeleton) in portal.site.plans() {
        let clauses: BTreeSet<&str> = skeleton.clauses.iter().map(|clause| &*clause.id).collect();
        for key in Lang::ALL
            .into_iter()
            .flat_map(|lang| [PageKey::Thing(lang, Entity::Plan(plan)), PageKey::Parallel(lang, plan)])
        {
            let parts = parts(&portal.html(&key));
            assert!(parts.broken.is_empty(), "{key:?}: {:?}", parts.broken);
            let ids: BTreeSet<&str> = parts.ids.iter().map(String::as_str).collect();
            assert_eq!(ids.len(), parts.ids.len(), "{key:?}: an id stands twice");
            assert!(clauses.is_subset(&ids), "{key:?}: {:?}", clauses.difference(&ids));
            for record in folder.record.target.iter().chain(&folder.record.fact) {
                let lang = key.lang().unwrap();
                let mark = format!("m-{}", record.id.as_str());
                if record.passage.get(lang).is_some() {
                    assert!(ids.contains(mark.as_str()), "{key:?}: no {mark}");
                }
            }
        }
    }
}

#[test]
fn what_no_template_shows_is_not_made() {
    let with = |template: &str| {
        let own = format!(
            "-- templates/plan.html --\n{{% extends \"bare.html\" %}}{{% block main %}}{template}{{% endblock %}}\n"
        );
        view(&Portal::with(&format!("{PLAN}{SMALL}{own}")), Lang::Zh, 0)
    };
    let whole = view(&Portal::small(), Lang::Zh, 0);
    let is_empty = |page: &PlanPage| {
        let beside = page.clauses.iter().all(|clause| clause.margin.count == 0);
        (beside, page.citations.is_empty(), page.toc.is_empty(), page.targets.is_empty())
    };
    assert_eq!(is_empty(&whole), (false, false, false, false));
    let lean = with("{% for it in page.clauses %}{{ it.html | safe }}{% endfor %}");
    assert_eq!(is_empty(&lean), (true, true, true, true));
    let texts = |page: &PlanPage| page.clauses.iter().map(|clause| clause.html.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&lean), texts(&whole), "what it shows is the same");
    assert_eq!(
        is_empty(&with("{{ page.toc | length }}{{ page.targets | length }}")),
        (true, true, false, false)
    );
    assert_eq!(is_empty(&with("{% include \"builtin/plan.html\" %}")), is_empty(&whole));
    let marked = with("{{ page.flags.inferred }}");
    assert_eq!(marked.flags.inferred, whole.flags.inferred, "marks come from what stands beside");
}
