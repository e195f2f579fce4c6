//! Turns the official files, where they are at hand, into a proof of the digests: nothing is missing, nothing was added.
//! Knows nothing of how a portal is made or shown.
//!
//! The official files are not ours to ship. Where their folder does not exist the proof says so and passes; that it bites
//! is proved on a fixture everywhere.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "proof/compare.rs"]
mod compare;
#[path = "proof/official.rs"]
mod official;
#[path = "proof/reviewed.rs"]
mod reviewed;

use compare::compare;
use diptych::build::{Options, Portal, load};
use diptych::content::Bodies;
use diptych::import::draft::Draft;
use diptych::lang::Lang;
use diptych::resolve::Clause;
use reviewed::Reviewed;
use std::path::Path;

/// The official files as `import` reads them.
fn official_files() -> Vec<Draft> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/plans");
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(Result::unwrap);
    let paths = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.map(|path| official::draft(&std::fs::read(path).unwrap())).collect()
}

/// Ids and headings of a plan's Chinese digest, in order.
fn digest(portal: &Portal, plan: usize) -> Vec<(String, String)> {
    let clauses = portal.site.skeletons[plan].clauses.iter();
    let heading = |clause: &Clause| clause.heading.get(Lang::Zh).map(ToString::to_string).unwrap_or_default();
    clauses.map(|clause| (clause.id.to_string(), heading(clause))).collect()
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
        let is_of = |file: &&Draft| file.metadata.title.as_deref() == Some(&meta.title.zh);
        let Some(file) = files.iter().find(is_of) else {
            eprintln!("{}: no official file", folder.id());
            continue;
        };
        let digest = digest(&portal, plan);
        let official = official::clauses(file, &digest);
        let found = compare(&portal.site, Bodies::new(&portal.sources), plan, &official);
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
        let unread = official::unread(file, &digest).into_iter();
        open.extend(unread.map(|what| format!("{}: {what}", folder.id())));
    }
    assert_eq!(reviewed.without_reason(), 0);
    assert!(open.is_empty(), "{} differences nobody has looked at:\n{}", open.len(), open.join("\n"));
}
