//! Turns the official files, where they are at hand, into a proof of the digests: nothing is missing, nothing was added.
//! Knows nothing of how a portal is made or shown.
//!
//! The official files are not ours to ship. Where their folder does not exist the proof says so and passes; that it bites
//! is proved on a fixture everywhere.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "proof/compare.rs"]
mod compare;
#[path = "proof/layout.rs"]
mod layout;
#[path = "proof/official.rs"]
mod official;
#[path = "proof/reviewed.rs"]
mod reviewed;

use compare::{Findings, compare};
use diptych::build::{Options, Portal, load};
use diptych::content::Bodies;
use diptych::lang::Lang;
use official::{Head, Official, Reading};
use reviewed::Reviewed;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The official files, by name.
fn official_files() -> BTreeMap<PathBuf, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/plans");
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(Result::unwrap);
    let paths = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// Whether a file is a plan's: it bears the number, or the title at its head.
fn is_of(file: &str, number: Option<&str>, title: &str) -> bool {
    let words: String = file.chars().filter(|sign| !sign.is_whitespace()).take(400).collect();
    let plain = |text: &str| text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
    words.contains(&plain(number.unwrap_or(title)))
}

/// The clauses of a plan's official file.
fn clauses_of(portal: &Portal, plan: usize, file: &str) -> BTreeMap<String, Official> {
    let folder = &portal.site.catalog.plans[plan];
    let heads = portal.site.skeletons[plan].clauses.iter().map(|clause| Head {
        id: clause.id.to_string(),
        heading: clause.heading.get(Lang::Zh).map(|heading| heading.to_string()).unwrap_or_default(),
    });
    let heads: Vec<Head> = heads.collect();
    let reading = reading();
    if reading.plan == folder.id() {
        return official::in_order(file, &reading, &heads);
    }
    official::official_clauses(file, &folder.record.plan.title.zh, &heads)
}

/// The order of the damaged file.
fn reading() -> Reading {
    toml::from_str(include_str!("proof/order.toml")).unwrap()
}

fn findings(portal: &Portal, plan: usize, file: &str) -> Findings {
    let clauses = clauses_of(portal, plan, file);
    compare(&portal.site, Bodies::new(&portal.sources), plan, &clauses)
}

#[test]
fn the_digests_say_what_the_official_texts_say() {
    let files = official_files();
    if files.is_empty() {
        eprintln!("the official files are not here: nothing to compare with");
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let portal = load(root, Options::default()).unwrap().portal.unwrap();
    let reviewed: Reviewed = toml::from_str(include_str!("proof/reviewed.toml")).unwrap();
    let mut open = Vec::new();
    for (plan, folder) in portal.site.catalog.plans.iter().enumerate() {
        let meta = &folder.record.plan;
        let mut own = files.values().filter(|file| is_of(file, meta.number.as_deref(), &meta.title.zh));
        let Some(file) = own.next() else {
            eprintln!("{}: no official file", folder.id());
            continue;
        };
        let found = findings(&portal, plan, file);
        eprintln!(
            "{}: {} clauses, {} figures, {} names, {} records compared; {} differences, {} of them reviewed",
            folder.id(),
            found.clauses,
            found.figures,
            found.names,
            found.records,
            found.differences.len(),
            reviewed.count(folder.id()),
        );
        open.extend(reviewed.open(folder.id(), &found.differences));
        if reading().plan == folder.id() {
            open.extend(official::unread(file, &reading()));
        }
    }
    assert_eq!(reviewed.without_reason(), 0);
    assert!(open.is_empty(), "{} differences nobody has looked at:\n{}", open.len(), open.join("\n"));
}
