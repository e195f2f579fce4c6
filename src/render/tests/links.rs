//! Turns every page into its links and sees whether each lands.

use super::{PORTAL, Portal};
use crate::resolve::PageKey;
use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The values of an attribute in a page.
fn values<'h>(html: &'h str, attribute: &'h str) -> impl Iterator<Item = &'h str> {
    html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next())
}

/// The path of a file below the output folder that an href on a page leads to, and the anchor.
fn landing(from: &str, href: &str) -> (String, Option<String>) {
    let (path, anchor) =
        href.split_once('#').map_or((href, None), |(path, anchor)| (path, Some(anchor.to_owned())));
    if path.is_empty() {
        return (from.to_owned(), anchor);
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{href} on {from} leaves the site"),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    if path.ends_with('/') || path == "." || path == ".." {
        parts.push("index.html");
    }
    (parts.join("/"), anchor)
}

fn every_link_lands(portal: &Portal) -> usize {
    let renderer = portal.renderer();
    let mut pages = BTreeMap::new();
    for key in portal.site.pages() {
        let route = portal.site.route(key).as_str().to_owned();
        let html = String::from_utf8(renderer.render(key).unwrap()).unwrap();
        let ids: Vec<String> = values(&html, " id=\"").map(str::to_owned).collect();
        let anchors: BTreeSet<String> = ids.iter().cloned().collect();
        let twice = ids.iter().find(|id| ids.iter().filter(|other| other == id).nth(1).is_some());
        assert_eq!(anchors.len(), ids.len(), "{twice:?} twice on {route}");
        pages.insert(route, (html, anchors));
    }
    let assets: BTreeSet<&str> = portal.theme.assets.iter().map(|asset| asset.path.as_str()).collect();
    let mut links = 0;
    for (route, (html, _)) in &pages {
        for href in values(html, " href=\"").chain(values(html, " src=\"")) {
            if href.starts_with("https://") || href.starts_with("http://") || href.starts_with("mailto:") {
                continue;
            }
            // A page for missing addresses is shown at any depth: only links from the host's root land.
            let is_missing = route.ends_with("404.html");
            let from_root = href.strip_prefix('/').filter(|_| is_missing);
            assert!(from_root.is_some() || !is_missing || href.starts_with('#'), "{href} on {route}");
            assert!(
                !href.is_empty() && (is_missing || !href.starts_with('/')) && !href.contains(':'),
                "{href} on {route}"
            );
            links += 1;
            let (path, anchor) = from_root.map_or_else(|| landing(route, href), |href| landing("", href));
            let is_file =
                assets.contains(path.as_str()) || path.starts_with("data/") || path.ends_with("feed.atom");
            let landed = pages.get(&path);
            assert!(landed.is_some() || is_file, "{href} on {route} leads to {path}");
            if let (Some((_, anchors)), Some(anchor)) = (landed, anchor) {
                assert!(anchors.contains(&anchor), "{href} on {route}: no such anchor");
            }
        }
    }
    links
}

#[test]
fn every_link_of_the_small_portal_lands() {
    assert!(every_link_lands(&Portal::from_string(PORTAL)) > 1_000);
}

#[test]
fn every_link_of_the_shipped_portal_lands() {
    let (sources, faults) = Sources::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(faults.is_empty());
    let portal = Portal::new(sources);
    assert!(portal.site.catalog.plans.len() >= 5);
    assert!(every_link_lands(&portal) > 50_000);
}

#[test]
fn without_pages_of_their_own_records_lead_to_their_clauses() {
    let text = PORTAL.replace(
        "-- content/departments.toml --",
        "[output]\nsingle_records = false\nparallel = false\ndata = false\nsearch = false\ncovers = false\n-- content/departments.toml --",
    );
    let portal = Portal::from_string(&text);
    every_link_lands(&portal);
    let html = portal.html(&PageKey::List(crate::lang::Lang::En, crate::resolve::ListKind::Targets, 1));
    assert!(html.contains("href=\"../plans/wood-plan/#c1-1\">newly planted trees</a>"));
    assert!(!html.contains("targets.json"));
    assert!(!html.contains("/search/") && !html.contains("og:image"));
}

#[test]
fn the_same_link_is_relative_to_each_page() {
    assert_eq!(
        landing("zh/plans/x/index.html", "../y/#c1"),
        ("zh/plans/y/index.html".to_owned(), Some("c1".to_owned()))
    );
    assert_eq!(landing("zh/index.html", "./").0, "zh/index.html");
    assert_eq!(landing("index.html", "zh/").0, "zh/index.html");
}

#[test]
fn a_missing_address_in_a_folder_of_a_host_leads_back_into_that_folder() {
    let portal = Portal::from_string(&PORTAL.replace("https://forest.test/", "https://host.test/forest/"));
    let html = portal.html(&PageKey::Missing(crate::lang::Lang::Zh));
    assert!(
        html.contains("href=\"/forest/zh/plans/\"") && html.contains("href=\"/forest/assets/site."),
        "{html}"
    );
    let root = portal.html(&PageKey::RootMissing);
    assert!(root.contains("href=\"/forest/en/\""), "{root}");
}
