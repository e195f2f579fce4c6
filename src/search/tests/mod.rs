//! Turns the laws of the index into tests, on a small portal in a string and on bytes that were tampered with.

mod files;
mod find;
mod laws;
mod reader;

use super::Index;
use super::files::Sizes;
use super::index::Lists;
use crate::content::{self, Bodies};
use crate::report::Code;
use crate::resolve::{self, Site};
use crate::source::Sources;
use serde_json::Value;
use std::collections::BTreeMap;

/// Two plans, one of them in Chinese only, with all kinds of records; and what must never be found: a draft, a
/// record that nobody has accepted.
const PORTAL: &str = include_str!("portal.txt");

/// Small, so that even a small portal has many shards and segments.
const SMALL: Sizes = Sizes { slice: 8, shard: 200, segment: 4 };

/// A portal in memory.
struct Portal {
    sources: Sources,
    site: Site,
}

impl Portal {
    /// Reads a portal from a string of files; faults in its records fail the test.
    fn new(text: &str) -> Portal {
        let (sources, faults) = Sources::from_string(text);
        assert!(faults.is_empty(), "{faults:?}");
        let (catalog, faults) = content::load(&sources);
        assert!(faults.is_empty(), "{faults:?}");
        let catalog = catalog.unwrap();
        let options = resolve::Options { now: catalog.config.as_of, drafts: false, proposals: false };
        let (site, mut faults) = resolve::resolve(catalog, Bodies::new(&sources), options);
        // One record is proposed, so that it can be seen not to be found.
        faults.retain(|fault| fault.code != Code::PendingRecords);
        assert!(faults.is_empty(), "{faults:?}");
        Portal { sources, site }
    }

    fn bodies(&self) -> Bodies<'_> {
        Bodies::new(&self.sources)
    }

    fn index(&self, sizes: Sizes) -> Index {
        Index::of_sizes(&self.site, self.bodies(), sizes).unwrap()
    }
}

/// The file with a name, inflated.
fn inflated(index: &Index, name: &str) -> Vec<u8> {
    let file = index.files.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("no file {name}"));
    reader::inflate(&file.bytes).unwrap()
}

/// The name in the manifest at a path.
fn named(index: &Index, path: &[&str]) -> String {
    let value = path.iter().fold(&index.manifest, |value, key| &value[*key]);
    value.as_str().unwrap().to_owned()
}

/// A file of JSON that the manifest names.
fn json(index: &Index, path: &[&str]) -> Value {
    serde_json::from_slice(&inflated(index, &named(index, path))).unwrap()
}

/// All terms with their postings, found by way of the router, shard by shard: its name, and what it holds.
fn shards(index: &Index) -> BTreeMap<String, Vec<(Vec<u8>, Lists)>> {
    let documents = u32::try_from(index.manifest["documents"].as_u64().unwrap()).unwrap();
    let hex = |hash: &[u8]| hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut shards = BTreeMap::new();
    for segment in reader::router(&inflated(index, &named(index, &["router"]))).unwrap() {
        for shard in reader::router(&inflated(index, &format!("r/{}", hex(&segment.hash)))).unwrap() {
            let name = format!("t/{}", hex(&shard.hash));
            let terms = reader::shard(&inflated(index, &name), documents).unwrap();
            assert!(shard.key <= terms[0].0, "the router leads before the first term");
            shards.insert(name, terms);
        }
    }
    shards
}
