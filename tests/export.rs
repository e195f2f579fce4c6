//! Turns the shipped portal into its files for machines and holds them against each other and against what they promise.
//! Knows nothing of how they are made.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod built;
#[expect(dead_code, reason = "other tests follow links, this one does not")]
mod html;

use built::Files;
use diptych::build::{self, Loaded, Options, Timings};
use diptych::export::{self, ExportKey, Format, Shape};
use diptych::report::Report;
use diptych::resolve::Site;
use diptych::source::Sources;
use html::{attributes, tags};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A portal with its files for machines.
struct Portal {
    site: Site,
    keys: BTreeMap<String, ExportKey>,
    files: Files,
}

impl Portal {
    fn shipped() -> Portal {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let files = built::shipped();
        let site = build::load(root, Options::default()).unwrap().portal.unwrap().site;
        let keys = export::routes(&site).into_iter().map(|(route, key)| (route.as_str().to_owned(), key));
        let keys: BTreeMap<String, ExportKey> = keys.collect();
        let files = files.into_iter().filter(|(path, _)| keys.contains_key(path)).collect();
        Portal { site, keys, files }
    }

    fn json(&self, path: &str) -> Value {
        serde_json::from_slice(&self.files[path]).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn list(&self, name: &str) -> Vec<Value> {
        self.json(&format!("data/{name}.json")).as_array().unwrap().clone()
    }
}

fn ids(records: &[Value]) -> BTreeSet<&str> {
    records.iter().map(|record| record["id"].as_str().unwrap()).collect()
}

/// The schema file that a JSON file is to be held against.
fn schema(key: &ExportKey) -> Option<String> {
    let name = match key {
        ExportKey::Index => Shape::Index.name(),
        ExportKey::Plan(_) => Shape::Plan.name(),
        ExportKey::Data(set, Format::Json, _) => set.name(),
        _ => return None,
    };
    Some(format!("data/schema/{name}.json"))
}

#[test]
fn the_shipped_portal_has_sound_data() {
    let portal = Portal::shipped();
    every_json_file_is_what_its_schema_says(&portal);
    every_table_has_the_rows_of_its_list(&portal);
    the_index_is_true(&portal);
    ids_lead_somewhere(&portal);
}

fn every_json_file_is_what_its_schema_says(portal: &Portal) {
    for (path, key) in &portal.keys {
        let Some(schema) = schema(key) else { continue };
        let validator = jsonschema::validator_for(&portal.json(&schema)).unwrap();
        let data = portal.json(path);
        let fault = validator.iter_errors(&data).next();
        assert!(fault.is_none(), "{path}: {fault:?}");
    }
}

fn every_table_has_the_rows_of_its_list(portal: &Portal) {
    let tables = portal.keys.iter().filter_map(|(path, key)| match key {
        ExportKey::Data(set, Format::Csv(_), _) => Some((path, set.name())),
        _ => None,
    });
    for (path, name) in tables {
        let rest = portal.files[path].strip_prefix(b"\xef\xbb\xbf").unwrap();
        let mut reader = csv::Reader::from_reader(rest);
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let records = portal.list(name);
        assert_eq!(rows.len(), records.len(), "{path}");
        for (row, record) in rows.iter().zip(&records) {
            assert_eq!(&row[0], record["id"].as_str().unwrap(), "{path}");
        }
    }
}

fn the_index_is_true(portal: &Portal) {
    let index = portal.json("data/index.json");
    for file in index["files"].as_array().unwrap() {
        let path = file["path"].as_str().unwrap();
        let bytes = &portal.files[path];
        let checksum: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((&file["length"], &file["sha256"]), (&bytes.len().into(), &checksum.into()), "{path}");
    }
    let listed = index["files"].as_array().unwrap().len();
    let data = portal.keys.keys().filter(|path| path.starts_with("data/") && !path.ends_with(".zip")).count();
    assert_eq!(listed + 1, data);
}

/// What one list calls by an id is in the list of its kind; every address of the portal is the address of a page.
fn ids_lead_somewhere(portal: &Portal) {
    let (plans, clauses) = (portal.list("plans"), portal.list("clauses"));
    let (departments, partners) = (portal.list("departments"), portal.list("partners"));
    let (plan_ids, clause_ids) = (ids(&plans), ids(&clauses));
    let body_ids: BTreeSet<&str> = ids(&departments).union(&ids(&partners)).copied().collect();
    for name in ["targets", "facts", "projects", "duties", "mentions", "indicators"] {
        for record in portal.list(name) {
            let (plan, clause) = (record["plan"].as_str().unwrap(), record["clause"].as_str().unwrap());
            assert!(plan_ids.contains(plan), "{name}: {record}");
            assert!(clause_ids.contains(format!("{plan}#{clause}").as_str()), "{name}: {record}");
            for list in ["lead", "participants"] {
                for body in record[list].as_array().into_iter().flatten() {
                    assert!(body_ids.contains(body.as_str().unwrap()), "{name}: {record}");
                }
            }
        }
    }
    let base = portal.site.catalog.config.base_url.as_str();
    let pages: BTreeSet<String> = portal
        .site
        .pages()
        .iter()
        .map(|page| format!("{base}{}", portal.site.route(page).url_path()))
        .collect();
    for name in ["plans", "clauses", "targets", "facts", "projects", "departments", "partners", "glossary"] {
        for record in portal.list(name) {
            for lang in ["zh", "en"] {
                let url = record["url"][lang].as_str().unwrap();
                let page = url.split('#').next().unwrap();
                assert!(pages.contains(page), "{name}: {url}");
            }
        }
    }
}

/// Of a page in a language: what its head says of its own address and of the others, by language.
type Head = (Option<String>, BTreeMap<String, String>);

fn head(html: &str) -> Head {
    let mut head = Head::default();
    let mut hidden = false;
    for tag in tags(html).filter(|tag| tag.starts_with("<link") || tag.starts_with("<meta")) {
        let values: BTreeMap<String, String> =
            attributes(tag, &["rel", "hreflang", "href", "name"]).into_iter().collect();
        let value = |name: &str| values.get(name).cloned().unwrap_or_default();
        match (value("rel").as_str(), value("hreflang").as_str()) {
            ("canonical", _) => head.0 = Some(value("href")),
            ("alternate", tag) if !tag.is_empty() => drop(head.1.insert(tag.to_owned(), value("href"))),
            _ => hidden |= value("name") == "robots",
        }
    }
    if hidden { Head::default() } else { head }
}

/// What the sitemap says of the same.
fn listed(sitemap: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let urls = sitemap.split("<url>").skip(1).map(|url| {
        let address = url.split("<loc>").nth(1).unwrap().split("</loc>").next().unwrap();
        let links = tags(url).filter(|tag| tag.starts_with("<xhtml:link"));
        let links = links.map(|tag| {
            let found: Vec<String> =
                attributes(tag, &["hreflang", "href"]).into_iter().map(|(_, v)| v).collect();
            (found[0].clone(), found[1].clone())
        });
        (address.to_owned(), links.collect())
    });
    urls.collect()
}

/// The sitemap lists the pages that call themselves the original, and says of each what its head says.
fn sitemap_and_heads_agree(files: &Files, base: &str) {
    let listed = listed(std::str::from_utf8(&files["sitemap.xml"]).unwrap());
    let mut originals = BTreeSet::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let address = format!("{base}{}", path.strip_suffix("index.html").unwrap_or(path));
        let (canonical, alternates) = head(std::str::from_utf8(bytes).unwrap());
        if canonical.as_ref() == Some(&address) {
            // The gateway is no page of either language; its head leaves the choice to the reader.
            if path != "index.html" {
                assert_eq!(listed.get(&address), Some(&alternates), "{address}");
            }
            originals.insert(address);
        }
    }
    assert_eq!(listed.into_keys().collect::<BTreeSet<_>>(), originals);
}

#[test]
fn the_sitemap_says_what_the_heads_of_pages_say() {
    let site = build::load(Path::new(env!("CARGO_MANIFEST_DIR")), Options::default()).unwrap();
    let base = site.portal.as_ref().unwrap().site.catalog.config.base_url.value.clone();
    sitemap_and_heads_agree(&built::site(site), &base);
    // A portal with a plan and a page that are in one language only.
    let (sources, _) = Sources::from_string(include_str!("../src/export/tests/portal.txt"));
    let loaded = build::load_sources(sources, Options::default(), Report::default(), Timings::default());
    let files = built::site(Loaded { report: Report::default(), ..loaded });
    assert!(files.contains_key("en/plans/a-1/index.html") && files.contains_key("en/note/index.html"));
    sitemap_and_heads_agree(&files, "https://portal.test/sub/");
}
