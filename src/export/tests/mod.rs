//! Turns a portal in a string into its files for machines, for the tests.
//! Knows nothing of the disk.

mod akn;
mod archives;
mod covers;
mod feeds;
mod records;
mod schemas;
mod sitemaps;
mod tables;

use super::{ExportKey, Portal, produce, routes};
use crate::content::{self, Bodies};
use crate::resolve::{self, Options, Site};
use crate::source::Sources;
use serde_json::Value;
use std::collections::BTreeMap;

/// Two plans: `a` in both languages, with an official text beside the digest and with words that attack whatever reads
/// them; `a-1` in Chinese only. (`a-1/…` sorts before `a/…`, and `a` before `a-1`.)
pub(super) const PORTAL: &str = include_str!("portal.txt");

pub(super) struct Made {
    sources: Sources,
    pub(super) site: Site,
}

impl Made {
    /// Reads a portal that has no fault that would stop a build.
    pub(super) fn from(text: &str) -> Made {
        let (sources, faults) = Sources::from_string(text);
        assert!(faults.is_empty(), "{faults:?}");
        let (catalog, faults) = content::load(&sources);
        assert!(faults.is_empty(), "{faults:?}");
        let catalog = catalog.unwrap();
        let options = Options { now: catalog.config.as_of, drafts: false, proposals: false };
        let (site, faults) = resolve::resolve(catalog, Bodies::new(&sources), options);
        assert!(faults.is_empty(), "{faults:?}");
        Made { sources, site }
    }

    pub(super) fn portal() -> Made {
        Made::from(PORTAL)
    }

    pub(super) fn view(&self) -> Portal<'_> {
        Portal { site: &self.site, bodies: Bodies::new(&self.sources) }
    }

    pub(super) fn produce(&self, key: &ExportKey) -> Vec<u8> {
        produce(&self.site, Bodies::new(&self.sources), key).unwrap()
    }

    /// All files by path.
    pub(super) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let routes = routes(&self.site);
        routes.iter().map(|(route, key)| (route.as_str().to_owned(), self.produce(key))).collect()
    }

    /// The file at a path.
    pub(super) fn bytes(&self, path: &str) -> Vec<u8> {
        let routes = routes(&self.site);
        let found = routes.iter().find(|(route, _)| route.as_str() == path);
        self.produce(&found.unwrap_or_else(|| panic!("no {path}")).1)
    }

    pub(super) fn text(&self, path: &str) -> String {
        String::from_utf8(self.bytes(path)).unwrap()
    }

    pub(super) fn json(&self, path: &str) -> Value {
        serde_json::from_slice(&self.bytes(path)).unwrap()
    }

    /// The record with an id in a list.
    pub(super) fn record(&self, path: &str, id: &str) -> Value {
        let list = self.json(path);
        let record = list.as_array().unwrap().iter().find(|record| record["id"] == id);
        record.unwrap_or_else(|| panic!("no {id} in {path}")).clone()
    }
}

fn paths(site: &Site) -> Vec<String> {
    routes(site).iter().map(|(route, _)| route.as_str().to_owned()).collect()
}

#[test]
fn every_file_has_a_place_of_its_own_and_they_are_in_order() {
    let paths = paths(&Made::portal().site);
    let mut sorted = paths.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(paths, sorted);
    for expected in [
        "data/all.zip",
        "data/index.json",
        "data/plans.json",
        "data/plans/a-1.json",
        "data/schema/plan.json",
        "data/schema/targets.json",
        "data/targets.en.csv",
        "data/targets.json",
        "data/targets.zh.csv",
        "en/feed.atom",
        "robots.txt",
        "sitemap.xml",
        "zh/plans/a/feed.atom",
    ] {
        assert!(paths.iter().any(|path| path == expected), "{expected}");
    }
}

#[test]
fn what_the_owner_switched_off_is_not_made() {
    let with =
        |switch: &str| {
            Made::from(&PORTAL.replace(
                "as_of = 2026-01-02",
                &format!("output = {{ {switch} = false }}\nas_of = 2026-01-02"),
            ))
        };
    let without_data = paths(&with("data").site);
    assert!(!without_data.iter().any(|path| path.starts_with("data/")), "{without_data:?}");
    assert!(without_data.iter().any(|path| path == "zh/feed.atom"));
    let without_feeds = paths(&with("feeds").site);
    assert!(!without_feeds.iter().any(|path| path.ends_with(".atom")), "{without_feeds:?}");
    assert!(without_feeds.iter().any(|path| path == "data/index.json"));
    // Without pages of their own, records lead to their clauses.
    let without_records = with("single_records");
    let target = without_records.record("data/targets.json", "a/centres");
    assert_eq!(target["url"]["en"], "https://portal.test/sub/en/plans/a/#c1-1");
    let project = without_records.record("data/projects.json", "a/10");
    assert_eq!(project["url"]["zh"], "https://portal.test/sub/zh/plans/a/#c1-2");
}

#[test]
fn the_same_portal_gives_the_same_bytes_in_one_thread_and_in_many() {
    let in_threads = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| Made::portal().files())
    };
    let (one, many) = (in_threads(1), in_threads(4));
    assert_eq!(one.keys().collect::<Vec<_>>(), many.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(*bytes == many[path], "{path}");
    }
}
