//! Turns sites into their pages and addresses.
//! Knows nothing of what stands on a page.

use crate::support::{Outcome, Portal};
use diptych::lang::Lang;
use diptych::resolve::{EntityKind, ListKind, PAGE_ROWS, PageKey};
use std::collections::BTreeSet;

fn routes(outcome: &Outcome) -> Vec<String> {
    let site = outcome.site();
    site.pages().iter().map(|page| site.route(page).as_str().to_owned()).collect()
}

#[test]
fn every_page_of_the_design_has_its_address() {
    let outcome = Portal::sound().outcome();
    let found = routes(&outcome);
    for page in [
        "index.html",
        "404.html",
        "zh/index.html",
        "zh/plans/index.html",
        "zh/plans/alpha/index.html",
        "zh/plans/alpha/parallel/index.html",
        "zh/targets/index.html",
        "zh/targets/due/2025/index.html",
        "zh/targets/alpha/centres/index.html",
        "zh/facts/index.html",
        "zh/departments/nhc/index.html",
        "zh/partners/who/index.html",
        "zh/places/inner-mongolia/index.html",
        "zh/topics/services/index.html",
        "zh/projects/index.html",
        "zh/projects/alpha/1/index.html",
        "zh/documents/health-law/index.html",
        "zh/glossary/tcm-culture/index.html",
        "zh/data/index.html",
        "zh/about/index.html",
        "zh/404.html",
    ] {
        assert!(found.contains(&page.to_owned()), "{page}");
        let twin = page.replacen("zh/", "en/", 1);
        assert!(found.contains(&twin), "{twin}");
    }
    let distinct: BTreeSet<&String> = found.iter().collect();
    assert_eq!(distinct.len(), found.len());
}

#[test]
fn a_twin_is_the_same_page_in_the_other_language_and_back() {
    let outcome = Portal::sound().outcome();
    let site = outcome.site();
    let pages = site.pages();
    for page in pages {
        let twin = page.twin();
        assert!(pages.contains(&twin) && twin.twin() == *page, "{page:?}");
        match page.lang() {
            None => assert_eq!(twin, *page),
            Some(lang) => {
                assert_eq!(twin.lang(), Some(lang.other()));
                let (here, there) = (site.route(page), site.route(&twin));
                assert_eq!(here.as_str()[2..], there.as_str()[2..]);
                assert!(here.as_str().starts_with(lang.code()));
            }
        }
    }
}

#[test]
fn the_owner_decides_what_is_made() {
    let without =
        "++ content/portal.toml ++\n[output]\nparallel = false\nsingle_records = false\nsearch = false\n";
    let found = routes(&Portal::sound().with(without).outcome());
    assert!(!found.iter().any(|route| route.contains("parallel") || route.contains("alpha/centres")));
    assert!(!found.contains(&"zh/projects/alpha/1/index.html".to_owned()));
    assert!(!found.contains(&"zh/search/index.html".to_owned()));
    assert!(found.contains(&"zh/targets/index.html".to_owned()));
}

#[test]
fn a_list_of_501_rows_has_two_pages() {
    let with = |rows: usize| {
        let more = (4..rows).map(|n| {
            format!("[[partner]]\nid = \"p{n}\"\nkind = \"company\"\nname = {{ zh = \"甲{n}号\", en = \"Company {n}\" }}\n")
        });
        let more: String = more.collect();
        Portal::sound().with(&format!("++ content/partners.toml ++\n{more}")).outcome()
    };
    for (rows, pages) in [(4, 1), (PAGE_ROWS, 1), (PAGE_ROWS + 1, 2), (2 * PAGE_ROWS + 1, 3)] {
        let outcome = with(rows);
        let site = outcome.site();
        assert_eq!((site.list_len(ListKind::Partners), site.list_pages(ListKind::Partners)), (rows, pages));
        let last = PageKey::List(Lang::En, ListKind::Partners, pages);
        let route = if pages == 1 {
            "en/partners/index.html"
        } else {
            &format!("en/partners/page/{pages}/index.html")
        };
        assert_eq!(site.route(&last).as_str(), route);
        assert!(site.pages().contains(&last));
        assert!(!site.pages().contains(&PageKey::List(Lang::En, ListKind::Partners, pages + 1)));
    }
}

#[test]
fn an_empty_list_has_one_page() {
    let outcome = Portal::sound().with("!! content/documents.toml !!\n").outcome();
    assert_eq!(
        (outcome.site().list_len(ListKind::Documents), outcome.site().list_pages(ListKind::Documents)),
        (0, 1)
    );
}

#[test]
fn targets_are_due_in_the_last_year_that_their_time_touches() {
    let due = |deadline: &str| {
        let change = format!(
            "~~ content/plans/alpha/plan.toml ~~\ndeadline = {{ kind = \"by\", end = 2025 }} =>{deadline}\n"
        );
        let outcome = Portal::sound().with(&change).outcome();
        assert_eq!(outcome.faults(), [""; 0], "{deadline}");
        outcome.site().due_years().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(due(" deadline = { kind = \"by\", end = 2025 }"), [(2025, 1)]);
    assert_eq!(due(" deadline = { kind = \"during\", start = 2021, end = \"2024-06\" }"), [(2024, 1)]);
    assert_eq!(due(" deadline = { kind = \"within\", start = 2022-01-31 }"), [(2022, 1)]);
    assert_eq!(due(" deadline = { kind = \"none\" }"), []);
    assert_eq!(due(""), []);
    // A fact is never due.
    let fact =
        "~~ content/plans/alpha/plan.toml ~~\nvalue = \"7.5\" => deadline = { kind = \"by\", end = 2030 }\n";
    let outcome = Portal::sound().with(fact).outcome();
    assert_eq!(outcome.site().due_years().into_keys().collect::<Vec<_>>(), [2025]);
}

#[test]
fn names_and_ids_of_things_are_those_of_their_registers() {
    let outcome = Portal::sound().outcome();
    let site = outcome.site();
    for (kind, id, zh, en) in [
        (EntityKind::Department, "nhc", "国家卫生健康委员会", "National Health Commission"),
        (EntityKind::Partner, "mongolia", "蒙古国", "Mongolia"),
        (EntityKind::Place, "inner-mongolia", "内蒙古自治区", "Inner Mongolia Autonomous Region"),
        (EntityKind::Topic, "research", "科研", "Research"),
        (EntityKind::Document, "health-law", "健康促进法", "Health Promotion Law"),
        (EntityKind::Term, "tcm-culture", "中医药文化", "culture of traditional medicine"),
        (EntityKind::Plan, "alpha", "甲规划", "Plan Alpha"),
    ] {
        let entity = site.entity(kind, id).unwrap();
        assert_eq!((site.id(entity), site.name(entity, Lang::Zh), site.name(entity, Lang::En)), (id, zh, en));
        assert_eq!(site.entity(kind, "nobody"), None);
        assert!(site.things().any(|thing| thing == entity));
    }
}

#[test]
fn clauses_stand_in_the_order_of_the_texts_with_both_headings() {
    let outcome = Portal::sound()
        .with("~~ content/plans/alpha/digest.zh.md ~~\n## 现状 => ### 仅中文 {#c1-2}\\n\\n文。\\n\\n## 现状\n")
        .with("~~ content/plans/alpha/digest.en.md ~~\n## Situation => ### Only here {#c1-3}\\n\\nText.\\n\\n## Situation\n")
        .outcome();
    let site = outcome.site();
    let clauses: Vec<(&str, u8, Option<&str>, Option<&str>)> = site.skeletons[0]
        .clauses
        .iter()
        .map(|clause| (&*clause.id, clause.level, clause.heading.zh.as_deref(), clause.heading.en.as_deref()))
        .collect();
    let expected = [
        ("c1", 1, Some("目标"), Some("Aims")),
        ("c1-1", 2, Some("中心"), Some("Centres")),
        ("c1-3", 2, None, Some("Only here")),
        ("c1-2", 2, Some("仅中文"), None),
        ("c2", 1, Some("现状"), Some("Situation")),
    ];
    assert_eq!(clauses, expected);
    let first = &site.skeletons[0].clauses[1];
    assert_eq!(
        (site.cited(first, Lang::Zh), site.cited(first, Lang::En)),
        ("一（一）".to_owned(), "I (1)".to_owned())
    );
}
