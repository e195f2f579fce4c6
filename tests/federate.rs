//! Turns three portals into one that leads to all of them, and asks of the whole what a reader would.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod built;
#[path = "federate/command.rs"]
mod command;
#[path = "federate/hostile.rs"]
mod hostile;
#[expect(dead_code, reason = "no tag is taken apart here")]
mod html;
#[path = "federate/portals.rs"]
mod portals;

use built::Files;
use diptych::federate::Clash;
use portals::{NAMES, SITES, WHOLE, changed, load, national, portal, put_together, site};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The records of a set, by their ids.
fn data(files: &Files, set: &str) -> BTreeMap<String, Value> {
    let records: Vec<Value> = serde_json::from_slice(&files[&format!("data/{set}.json")]).unwrap();
    records.into_iter().map(|record| (record["id"].as_str().unwrap().to_owned(), record)).collect()
}

/// What a record says of itself, and not of what refers to it or of where its page is.
fn own(mut record: Value, keys: &[&str]) -> Value {
    record.as_object_mut().unwrap().retain(|key, _| keys.contains(&key.as_str()));
    record
}

fn all() -> Vec<(&'static str, &'static Files)> {
    SITES.iter().map(|(name, files)| (*name, files)).collect()
}

/// A record as both say it: a text is taken over clause by clause, so that its bytes may be others, and pictures stay
/// where they are.
fn told(record: &Value) -> String {
    let mut record = record.clone();
    for edition in record.get_mut("editions").and_then(Value::as_array_mut).into_iter().flatten() {
        edition["sha256"] = Value::Null;
    }
    record.to_string().replace("](media/", "](https://east.test/plans/media/east-plan/")
}

#[test]
fn the_data_of_the_whole_is_that_of_its_parts() {
    for set in ["plans", "targets", "facts", "indicators", "projects", "duties", "mentions", "clauses"] {
        let parts: BTreeMap<String, Value> = SITES.values().flat_map(|files| data(files, set)).collect();
        let whole = data(&WHOLE, set);
        assert_eq!(whole.keys().collect::<Vec<_>>(), parts.keys().collect::<Vec<_>>(), "{set}");
        for (id, part) in parts {
            assert_eq!(told(&whole[&id]), told(&part), "{set} {id}, its address too");
        }
    }
    assert_eq!(data(&WHOLE, "targets").len(), 4);
    assert!(data(&WHOLE, "clauses")["east-plan#c3-2"]["gap"].as_bool().unwrap());
    assert!(SITES["east"].contains_key("media/east-plan/map.txt"), "what texts lead to is there");
}

#[test]
fn registers_are_shared() {
    for set in ["departments", "partners", "places", "topics", "units", "documents", "glossary"] {
        let keys = ["id", "name", "title", "short", "aliases", "kind", "level", "topic", "description"];
        let of =
            |files: &Files| data(files, set).into_values().map(|one| own(one, &keys)).collect::<Vec<_>>();
        assert_eq!(of(&WHOLE), of(&SITES["west"]), "{set}");
        assert!(!of(&WHOLE).is_empty(), "{set}");
    }
    let led = &data(&WHOLE, "departments")["natcm"]["projects_led"];
    assert_eq!(*led, serde_json::json!(["east-plan/1", "north-plan/1", "west-plan/1"]));
}

#[test]
fn lists_and_bodies_lead_to_the_portals() {
    for lang in ["zh", "en"] {
        let links = |page: &str| -> BTreeSet<String> {
            let html = std::str::from_utf8(&WHOLE[&format!("{lang}/{page}index.html")]).unwrap();
            html::attributes(html, &["href"]).into_iter().map(|(_, href)| href).collect()
        };
        let (plans, targets, body) = (links("plans/"), links("targets/"), links("departments/natcm/"));
        let (partner, due) = (links("partners/who/"), links("targets/due/2025/"));
        for (name, _) in NAMES {
            let home = format!("https://{name}.test/plans/{lang}/");
            assert!(plans.contains(&format!("{home}plans/{name}-plan/")), "{plans:?}");
            for links in [&targets, &due] {
                assert!(links.contains(&format!("{home}targets/{name}-plan/centres/")), "{links:?}");
            }
            for links in [&body, &partner] {
                assert!(links.iter().any(|link| link.starts_with(&home)), "{name}: {links:?}");
            }
        }
    }
    let text = std::str::from_utf8(&WHOLE["en/targets/index.html"]).unwrap();
    for (_, figure) in NAMES {
        assert!(text.contains(figure), "the figure of each");
    }
}

#[test]
fn the_pages_of_plans_are_only_where_they_belong() {
    let of_plans = |path: &&String| {
        NAMES.iter().any(|(name, _)| path.contains(&format!("{name}-plan"))) && !path.starts_with("data/")
    };
    assert_eq!(WHOLE.keys().filter(of_plans).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(SITES["east"].keys().filter(of_plans).count() > 10, "they have names that this finds");
    let sitemap = std::str::from_utf8(&WHOLE["sitemap.xml"]).unwrap();
    assert!(!sitemap.contains("east.test") && sitemap.contains("https://nation.test/en/targets/"));
}

/// The site and the file in it that a link leads to.
fn target(page: &str, href: &str) -> Option<(&'static Files, String, Option<String>)> {
    let found = NAMES.iter().find_map(|(name, _)| {
        let path = href.strip_prefix(&format!("https://{name}.test/plans/"))?;
        Some((&SITES[name], html::land("index.html", &format!("./{path}"))?))
    });
    let nation = || Some((&*WHOLE, html::land("index.html", href.strip_prefix("https://nation.test/")?)?));
    let own = || html::is_internal(href).then(|| Some((&*WHOLE, html::land(page, href)?))).flatten();
    found.or_else(nation).or_else(own).map(|(site, (file, anchor))| (site, file, anchor))
}

#[test]
fn every_link_lands_here_or_there() {
    let (mut here, mut there, mut lost) = (0, 0, Vec::new());
    for (page, bytes) in WHOLE.iter().filter(|(path, _)| path.ends_with(".html")) {
        for (_, href) in html::attributes(std::str::from_utf8(bytes).unwrap(), &["href", "src"]) {
            let landed = target(page, &href).is_some_and(|(site, file, anchor)| {
                *(if std::ptr::eq(site, &*WHOLE) { &mut here } else { &mut there }) += 1;
                let bytes = site.get(&file);
                let has = |anchor: String| {
                    let text = bytes.map(|bytes| String::from_utf8_lossy(bytes));
                    text.is_some_and(|text| html::ids(&text).contains(&anchor))
                };
                bytes.is_some() && anchor.is_none_or(has)
            });
            if !landed {
                lost.push(format!("{page} → {href}"));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
    assert!(here > 1000 && there > 100, "{here} links here, {there} there");
}

#[test]
fn nothing_is_said_against_plans_that_were_checked_where_they_were_made() {
    let own = national(&[]);
    let loaded = load(changed(&own, put_together(&all(), &own).unwrap()));
    let faults: Vec<&str> = loaded.report.iter().map(|fault| fault.code.name()).collect();
    assert!(faults.iter().all(|code| *code == "orphan"), "{faults:?}");
}

#[test]
fn what_is_put_together_again_is_what_it_was() {
    let own = national(&[]);
    let once = changed(&own, put_together(&all(), &own).unwrap());
    assert_eq!(put_together(&all(), &once), Ok(Vec::new()));
    let mut turned = all();
    turned.reverse();
    assert_eq!(put_together(&turned, &once), Ok(Vec::new()), "in any order");
    // A portal of portals leads to where the pages are.
    let above = national(&[]);
    let whole = put_together(&[("whole", &WHOLE)], &above).unwrap();
    let above = built::site(load(changed(&above, whole)));
    assert_eq!(data(&above, "targets"), data(&WHOLE, "targets"));
}

#[test]
fn a_plan_that_is_gone_there_is_gone_here() {
    let own = national(&[
        ("content/plans/own-plan/plan.toml", "[plan]\n"),
        ("content/plans/own-plan/digest.zh.md", ""),
    ]);
    let once = changed(&own, put_together(&all(), &own).unwrap());
    let then = changed(&once, put_together(&all()[..2], &once).unwrap());
    let plans: Vec<&str> = then.below("content/plans/").map(|path| path.as_str()).collect();
    assert!(!plans.iter().any(|path| path.contains("west")), "{plans:?}");
    assert!(plans.contains(&"content/plans/north-plan/digest.zh.md"));
    assert!(plans.contains(&"content/plans/own-plan/plan.toml"), "what nobody federated stays: {plans:?}");
}

#[test]
fn the_shipped_portal_comes_through_whole() {
    let shipped = built::shipped();
    let own = national(&[]);
    let whole = built::site(load(changed(&own, put_together(&[("shipped", &shipped)], &own).unwrap())));
    for set in ["targets", "facts", "indicators", "projects", "duties", "clauses"] {
        let (part, found) = (data(&shipped, set), data(&whole, set));
        assert_eq!(found.len(), part.len(), "{set}");
        for (id, record) in &part {
            assert_eq!(&found[id], record, "{set} {id}");
        }
    }
}

#[test]
fn ids_that_clash_are_named_with_what_differs() {
    let with = |name: &str, path: &str, old: &str, new: &str| {
        let mut files = portal(name, "39");
        let text = String::from_utf8(files[path].clone()).unwrap();
        assert_eq!(text.matches(old).count(), 1);
        files.insert(path.to_owned(), text.replace(old, new).into_bytes());
        site(files)
    };
    let other = with("south", "content/topics.toml", "医疗服务", "修路");
    let mut sites = all();
    sites.push(("south", &other));
    sites.push(("west again", &SITES["west"]));
    let clashes = put_together(&sites, &national(&[])).unwrap_err();
    let pair = |first: &str, second: &str| [first.to_owned(), second.to_owned()];
    let topic = Clash::Record {
        set: "topics".to_owned(),
        id: "services".to_owned(),
        portals: pair("east", "south"),
        keys: vec!["description".to_owned()],
    };
    let plan = Clash::Plan { id: "west-plan".to_owned(), portals: pair("west", "west again") };
    assert_eq!(clashes, [topic, plan], "and nothing that all agree on");
}

#[test]
fn what_is_kept_by_hand_is_not_written_over() {
    let kept = national(&[
        ("content/topics.toml", "# ours\n"),
        ("content/plans/west-plan/plan.toml", "[plan]\nhome = \"https://elsewhere.test/\"\n"),
    ]);
    let clashes = put_together(&all(), &kept).unwrap_err();
    let portals = ["content/plans".to_owned(), "west".to_owned()];
    let plan = Clash::Plan { id: "west-plan".to_owned(), portals };
    assert_eq!(clashes, [plan, Clash::Kept { file: "content/topics.toml".to_owned() }]);
    // What would lead readers in a circle.
    let mut itself = portal("nation", "38");
    let config = String::from_utf8(itself["content/portal.toml"].clone()).unwrap();
    let config = config.replace("https://nation.test/plans/", "https://nation.test/");
    itself.insert("content/portal.toml".to_owned(), config.into_bytes());
    let clashes = put_together(&[("itself", &site(itself))], &national(&[])).unwrap_err();
    let here = Clash::Here { id: "nation-plan".to_owned(), portal: "itself".to_owned() };
    assert_eq!(clashes, [here]);
}
