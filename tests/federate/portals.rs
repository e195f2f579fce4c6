//! Turns one small portal into three that share its registers, builds them, and puts what they publish together.
//! Knows nothing of what is asked of the whole.

use crate::built::{self, Files};
use diptych::build::{Loaded, Options, Timings, load_sources};
use diptych::federate::{Clash, Published, Refusal, changes, federate};
use diptych::output::Change;
use diptych::report::Report;
use diptych::source::Sources;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The portal that all three are made from.
const SOUND: &str = include_str!("../support/sound.txt");

/// The three, with the figure that is their own.
pub(crate) const NAMES: [(&str, &str); 3] = [("east", "31"), ("north", "32"), ("west", "33")];

/// What each of them has published.
pub(crate) static SITES: LazyLock<BTreeMap<&str, Files>> =
    LazyLock::new(|| NAMES.iter().map(|(name, figure)| (*name, site(portal(name, figure)))).collect());

/// The portal that leads to them, as it is before: its name and a page.
pub(crate) const NATIONAL: [(&str, &str); 3] = [
    (
        "content/portal.toml",
        "title = { zh = \"全国\", en = \"The Nation\" }\ndescription = { zh = \"全部\", en = \"All\" }\n\
         base_url = \"https://nation.test/\"\nas_of = 2026-01-01\n\
         organisation = { name = { zh = \"机构\", en = \"Body\" } }\n",
    ),
    ("content/pages/about/zh.md", "关于。\n"),
    ("content/pages/about/en.md", "About.\n"),
];

/// One of the portals: its address, the id and title of its plan and its figure are its own. The plan of the east has
/// all that a plan can have.
pub(crate) fn portal(name: &str, figure: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for part in SOUND.split("\n-- ") {
        let (path, text) = part.trim_start_matches("-- ").split_once(" --\n").unwrap();
        let text = text.replace("https://portal.test/", &format!("https://{name}.test/plans/"));
        let text = text
            .replace("Plan Alpha", &format!("Plan of the {name}"))
            .replace("甲规划", &format!("{name}规划"));
        let text = text.replace("alpha", &format!("{name}-plan")).replace("30", figure);
        let text = text.replace("中心 {", &format!("{name}中心 {{"));
        files.insert(
            path.replace("alpha", &format!("{name}-plan")),
            format!("{}\n", text.trim_end()).into_bytes(),
        );
    }
    if name == "east" {
        for part in include_str!("rich.txt").split("\n++ ") {
            let (path, text) = part.trim_start_matches("++ ").split_once(" ++\n").unwrap();
            files
                .entry(path.to_owned())
                .or_default()
                .extend_from_slice(format!("{}\n", text.trim_end()).as_bytes());
        }
        files.insert("content/plans/east-plan/media/map.txt".to_owned(), b"a map\n".to_vec());
    }
    files
}

/// What a portal publishes.
pub(crate) fn site(files: BTreeMap<String, Vec<u8>>) -> Files {
    built::site(load(Sources::memory(files.iter().map(|(path, bytes)| (path.as_str(), bytes.clone()))).0))
}

pub(crate) fn load(sources: Sources) -> Loaded {
    load_sources(sources, Options::default(), Report::default(), Timings::default())
}

/// What federation reads of a published portal.
pub(crate) fn published(name: &str, files: &Files) -> Result<Published, Refusal> {
    Published::read(name, &|path| files.get(path).cloned())
}

/// The national portal with these files beside its own.
pub(crate) fn national(more: &[(&str, &str)]) -> Sources {
    let files = NATIONAL.iter().chain(more).map(|(path, text)| (*path, text.as_bytes().to_vec()));
    let (sources, faults) = Sources::memory(files);
    assert!(faults.is_empty());
    sources
}

/// What has to change in a portal so that it leads to these; or what stands in the way.
pub(crate) fn put_together(sites: &[(&str, &Files)], own: &Sources) -> Result<Vec<Change>, Vec<Clash>> {
    let portals = sites.iter().map(|(name, files)| published(name, files).unwrap()).collect();
    changes(federate(portals).unwrap(), own).unwrap()
}

/// A portal after changes.
pub(crate) fn changed(own: &Sources, changes: Vec<Change>) -> Sources {
    let mut files: BTreeMap<String, Vec<u8>> =
        own.files().map(|(path, _)| (path.to_string(), own.bytes(path).unwrap())).collect();
    for change in changes {
        assert_eq!(files.get(&change.path), change.before.as_ref(), "{}", change.path);
        match change.bytes {
            Some(bytes) => drop(files.insert(change.path, bytes)),
            None => drop(files.remove(&change.path)),
        }
    }
    let (sources, faults) = Sources::memory(files.iter().map(|(path, bytes)| (path.as_str(), bytes.clone())));
    assert!(faults.is_empty(), "every name is a plain one");
    sources
}

/// All three, put together and built.
pub(crate) static WHOLE: LazyLock<Files> = LazyLock::new(|| {
    let own = national(&[]);
    let sites: Vec<(&str, &Files)> = SITES.iter().map(|(name, files)| (*name, files)).collect();
    built::site(load(changed(&own, put_together(&sites, &own).unwrap())))
});
