//! Turns each kind of page of the small portal into what its template is given, without what is empty.

use super::{PORTAL, Portal};
use crate::lang::Lang;
use crate::render::view::Page;
use crate::resolve::{Entity, EntityKind, ListKind, PageKey};
use serde_json::Value;

/// A view without nulls, empty strings and empty lists.
fn compact(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.values_mut().for_each(compact);
            map.retain(|_, value| !is_empty(value));
        }
        Value::Array(list) => list.iter_mut().for_each(compact),
        _ => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

/// One value a line, lists of plain values on one.
fn outline(value: &Value, path: &str, out: &mut String) {
    match value {
        Value::Object(map) if map.contains_key("text") && !map.values().any(Value::is_object) => {
            let words: Vec<&str> = map.values().filter_map(Value::as_str).collect();
            *out += &format!("{path} = {}\n", words.join(" | "));
        }
        Value::Object(map) => {
            for (key, value) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                outline(value, &path, out);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                outline(value, &format!("{path}[{index}]"), out);
            }
        }
        Value::String(text) => *out += &format!("{path} = {}\n", text.trim_end()),
        other => *out += &format!("{path} = {other}\n"),
    }
}

fn shown(portal: &Portal, page: &PageKey) -> String {
    let (frame, page) = portal.view(page);
    let mut view = serde_json::to_value(&page).unwrap();
    compact(&mut view);
    let trail: Vec<&str> = frame.breadcrumbs.iter().map(|crumb| crumb.text.as_str()).collect();
    let mut out = format!(
        "title: {}\ndescription: {}\ntrail: {}\n\n",
        frame.title,
        frame.description,
        trail.join(" / ")
    );
    outline(&view, "", &mut out);
    out
}

fn entity(portal: &Portal, kind: EntityKind, id: &str) -> Entity {
    portal.site.entity(kind, id).unwrap()
}

/// One page of each kind.
fn kinds(portal: &Portal, lang: Lang) -> Vec<(&'static str, PageKey)> {
    let thing = |kind, id| PageKey::Thing(lang, entity(portal, kind, id));
    let trees = portal.site.target("wood-plan/trees").unwrap();
    let about = portal.site.catalog.pages.iter().position(|page| page.id == "about").unwrap();
    vec![
        ("home", PageKey::Home(lang)),
        ("plans", PageKey::List(lang, ListKind::Plans, 1)),
        ("targets", PageKey::List(lang, ListKind::Targets, 1)),
        ("targets-due", PageKey::Due(lang, 2023)),
        ("target", PageKey::Target(lang, trees)),
        ("facts", PageKey::List(lang, ListKind::Facts, 1)),
        ("projects", PageKey::List(lang, ListKind::Projects, 1)),
        ("project", PageKey::Project(lang, trees.plan, 0)),
        ("departments", PageKey::List(lang, ListKind::Departments, 1)),
        ("department", thing(EntityKind::Department, "forest-bureau")),
        ("partners", PageKey::List(lang, ListKind::Partners, 1)),
        ("partner", thing(EntityKind::Partner, "ruritania")),
        ("places", PageKey::List(lang, ListKind::Places, 1)),
        ("place", thing(EntityKind::Place, "eastland")),
        ("topics", PageKey::List(lang, ListKind::Topics, 1)),
        ("topic", thing(EntityKind::Topic, "planting")),
        ("documents", PageKey::List(lang, ListKind::Documents, 1)),
        ("document", thing(EntityKind::Document, "tree-law")),
        ("glossary", PageKey::List(lang, ListKind::Glossary, 1)),
        ("term", thing(EntityKind::Term, "ring")),
        ("data", PageKey::Data(lang)),
        ("content", PageKey::Text(lang, about)),
        ("missing", PageKey::Missing(lang)),
    ]
}

#[test]
fn each_kind_of_page_shows_what_it_should() {
    let portal = Portal::from_string(PORTAL);
    for lang in Lang::ALL {
        for (name, page) in kinds(&portal, lang) {
            insta::assert_snapshot!(format!("{name}-{}", lang.code()), shown(&portal, &page));
        }
    }
    insta::assert_snapshot!("gateway", shown(&portal, &PageKey::Gateway));
}

#[test]
fn every_page_passes_its_template_with_its_own_title() {
    let portal = Portal::from_string(PORTAL);
    let renderer = portal.renderer();
    let mut titles = std::collections::BTreeSet::new();
    for page in portal.site.pages() {
        let html = String::from_utf8(renderer.render(page).unwrap()).unwrap();
        let title = html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned();
        assert!(html.contains("<main") && !title.is_empty(), "{page:?}");
        assert!(titles.insert((page.lang(), title.clone())), "{title} twice");
    }
}

#[test]
fn a_page_in_one_language_keeps_its_frame_and_says_what_it_is() {
    let portal = Portal::from_string(PORTAL);
    let history = portal.site.catalog.pages.iter().position(|page| page.id == "history").unwrap();
    let (en, page) = portal.view(&PageKey::Text(Lang::En, history));
    let Page::Content(page) = page else { panic!("another page") };
    assert_eq!((page.title.as_str(), en.html_lang.as_str()), ("沿革", "en"));
    assert_eq!(en.main_lang.as_deref(), Some("zh-Hans"));
    assert_eq!(en.canonical.as_deref(), Some("https://forest.test/zh/history/"));
    assert!(en.alternates.is_empty() && en.robots.is_none());
    assert_eq!(en.switch.map(|switch| switch.href).as_deref(), Some("../../zh/history/"));
    let (zh, _) = portal.view(&PageKey::Text(Lang::Zh, history));
    assert_eq!(zh.canonical.as_deref(), Some("https://forest.test/zh/history/"));
    assert!(zh.alternates.is_empty() && zh.main_lang.is_none());
    assert_eq!(zh.switch.map(|switch| switch.href).as_deref(), Some("../../en/"));
}

#[test]
fn members_count_only_while_they_are_members() {
    let portal = Portal::from_string(PORTAL);
    let ruritania = entity(&portal, EntityKind::Partner, "ruritania");
    let Page::Partner(page) = portal.view(&PageKey::Thing(Lang::En, ruritania)).1 else {
        panic!("another page")
    };
    let groups: Vec<(&str, usize)> = page
        .mentions
        .iter()
        .map(|list| (list.id.as_str(), list.groups.iter().map(|group| group.clauses.len()).sum()))
        .collect();
    // The Tree League stands in the same clause as Ruritania itself; the Late League takes it in only in 2030.
    assert_eq!(groups, [("mentions-priority", 1)]);
}
