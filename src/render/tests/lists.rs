//! Turns long lists into pages, and looks at what stands on which.

use super::{PORTAL, Portal};
use crate::lang::Lang;
use crate::render::view::{Page, Pager};
use crate::resolve::{EntityKind, ListKind, PageKey};

/// The small portal with so many targets more, all of one clause and year.
fn with_targets(n: usize) -> Portal {
    let mut more = String::new();
    for index in 0..n {
        more += &format!(
            "\n[[target]]\nid = \"more-{index}\"\nclause = \"c2\"\nsubject = {{ zh = \"甲{index}\", en = \"A{index}\" }}\nvalue = \"1\"\nunit = \"tree\"\ndeadline = {{ kind = \"by\", end = 2025 }}\ndepartments = [{{ id = \"seed-station\", role = \"lead\" }}]\npassage = {{ zh = \"办好林学教育\", en = \"teach forestry well\" }}\n"
        );
    }
    Portal::from_string(
        &PORTAL.replace("\n[[fact]]\nid = \"old-trees\"", &format!("{more}\n[[fact]]\nid = \"old-trees\"")),
    )
}

fn targets(portal: &Portal, number: usize) -> (Vec<String>, Option<Pager>, usize) {
    let page = portal.view(&PageKey::List(Lang::En, ListKind::Targets, number)).1;
    let Page::Targets(page) = page else { panic!("another page") };
    (page.rows.iter().map(|row| row.id.clone()).collect(), page.pager, page.facets.len())
}

#[test]
fn five_hundred_rows_fit_and_one_more_does_not() {
    // The small portal has four targets of its own.
    let portal = with_targets(496);
    let (rows, pager, facets) = targets(&portal, 1);
    assert_eq!((rows.len(), pager.is_none(), facets > 0), (500, true, true));

    let portal = with_targets(497);
    let (first, pager, facets) = targets(&portal, 1);
    let pager = pager.unwrap();
    assert_eq!((first.len(), facets, pager.number, pager.of), (500, 0, 1, 2));
    assert_eq!((pager.prev.as_deref(), pager.next.as_deref()), (None, Some("page/2/")));
    let hrefs: Vec<Option<&str>> = pager.pages.iter().map(|page| page.href.as_deref()).collect();
    assert_eq!(hrefs, [None, Some("page/2/")]);
    let (second, pager, _) = targets(&portal, 2);
    let pager = pager.unwrap();
    assert_eq!((second.len(), pager.prev.as_deref(), pager.next), (1, Some("../../"), None));
    assert!(!first.contains(&second[0]));
    assert_eq!(
        portal.view(&PageKey::List(Lang::En, ListKind::Targets, 2)).0.title,
        "Targets (2) · Forest Plans"
    );
}

#[test]
fn where_pages_are_left_out_a_mark_stands() {
    let portal = with_targets(497);
    let key = PageKey::List(Lang::En, ListKind::Targets, 1);
    let (frame, mut page) = portal.view(&key);
    let mut html = |far| {
        let Page::Targets(targets) = &mut page else { panic!("another page") };
        targets.pager.as_mut().unwrap().pages[1].far = far;
        String::from_utf8(portal.renderer().write(&key, &frame, &page).unwrap()).unwrap()
    };
    let mark = "<li aria-hidden=\"true\"><span>…</span></li><li><a href=\"page/2/\">2</a></li>";
    assert!(html(true).contains(mark));
    assert!(!html(false).contains("<span>…</span>"));
}

#[test]
fn what_a_page_leaves_out_it_says() {
    let portal = with_targets(501);
    let station = portal.site.entity(EntityKind::Department, "seed-station").unwrap();
    let Page::Department(page) = portal.view(&PageKey::Thing(Lang::En, station)).1 else {
        panic!("another page")
    };
    assert_eq!(page.targets.len(), 500);
    assert!(page.limits[0].contains("first 500 of 501 targets"), "{:?}", page.limits);
    let Page::TargetsDue(due) = portal.view(&PageKey::Due(Lang::Zh, 2025)).1 else { panic!("another page") };
    assert_eq!((due.rows.len(), due.total), (500, 503));
    assert!(due.intro.contains("前 500"), "{}", due.intro);
    assert!(portal.html(&PageKey::Thing(Lang::En, station)).contains("first 500 of 501 targets"));
}

#[test]
fn lists_are_in_the_languages_order() {
    let portal = Portal::from_string(PORTAL);
    let names = |lang| {
        let Page::Departments(page) = portal.view(&PageKey::List(lang, ListKind::Departments, 1)).1 else {
            panic!("another page")
        };
        let entries = page.groups.into_iter().flat_map(|group| {
            let heading = group.heading;
            group.entries.into_iter().map(move |entry| format!("{heading}: {}", entry.link.text))
        });
        entries.collect::<Vec<_>>()
    };
    assert_eq!(
        names(Lang::Zh),
        [
            "国家层面: 国家林务局",
            "国家层面: 国家森林局",
            "省级: 东州林务局",
            "机构、社会团体、企业等: 种苗站",
            "泛指的各类单位: 各级林务部门"
        ]
    );
    assert_eq!(names(Lang::En)[1], "National bodies: National Woods Bureau");
}

#[test]
fn the_newest_plan_stands_first_and_says_that_its_time_is_over() {
    let portal = Portal::from_string(PORTAL);
    let Page::Plans(page) = portal.view(&PageKey::List(Lang::En, ListKind::Plans, 1)).1 else {
        panic!("another page")
    };
    let plans: Vec<(&str, &str)> =
        page.plans.iter().map(|plan| (plan.link.text.as_str(), plan.status.kind.as_str())).collect();
    assert_eq!(
        plans,
        [("Eastland Planting Scheme", "ended"), ("National Planting Plan (2021–2025)", "in-force")]
    );
}

#[test]
fn home_shows_the_next_deadline_and_else_the_last() {
    let heading = |portal: &Portal| {
        let Page::Home(page) = portal.view(&PageKey::Home(Lang::En)).1 else { panic!("another page") };
        page.due.unwrap().heading
    };
    assert_eq!(heading(&Portal::from_string(PORTAL)), "Due by the end of 2025");
    let later = PORTAL.replace("as_of = 2024-06-30", "as_of = 2026-01-01");
    assert_eq!(heading(&Portal::from_string(&later)), "Was due by the end of 2025");
}

#[test]
fn filters_name_only_what_occurs() {
    let portal = Portal::from_string(PORTAL);
    let Page::Targets(page) = portal.view(&PageKey::List(Lang::En, ListKind::Targets, 1)).1 else {
        panic!("another page")
    };
    let keys: std::collections::BTreeSet<&String> = page.rows.iter().flat_map(|row| &row.keys).collect();
    for facet in &page.facets {
        for option in &facet.options {
            let having = page.rows.iter().filter(|row| row.keys.contains(&option.value)).count();
            assert_eq!(having, option.count as usize, "{}", option.value);
            assert!(keys.contains(&option.value));
        }
    }
    let due = page.facets.iter().find(|facet| facet.key == "due").unwrap();
    let labels: Vec<&str> = due.options.iter().map(|option| option.label.as_str()).collect();
    assert_eq!(labels, ["2023", "2025", "no date"]);
}
