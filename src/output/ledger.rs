//! Turns a published folder into what is known of each file of it: what it was made from, what it holds, and by what one
//! sees that nobody touched it.
//! Knows nothing of how files are made.

use super::manifest::{Entry, MANIFEST, Manifest};
use super::stage::KEPT;
use crate::memory::Key;
use crate::route::Route;
use crate::source::{self, Listed, Moment, Stamp, What};
use anyhow::Context;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// Fingerprints by path below the folder.
pub(super) type Fingerprints = BTreeMap<String, Key>;

/// What is known of a published folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger(BTreeMap<String, Line>);

/// What is known of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    /// What it holds.
    pub(super) entry: Entry,
    /// The hash of all that it was made from, where its maker knows it.
    pub(super) fingerprint: Option<Key>,
    /// By what one sees that it is the same; none where it was too young to tell, and must be read.
    stamp: Option<Stamp>,
}

impl Ledger {
    /// What is known of a folder that was just published.
    pub(super) fn of(
        folder: &Path,
        manifest: &Manifest,
        mut fingerprints: Fingerprints,
    ) -> anyhow::Result<Ledger> {
        let moment = Moment::now();
        let path = folder.join(MANIFEST);
        let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let own = (MANIFEST.to_owned(), Entry::of(&bytes));
        let files: Vec<(String, Entry, Option<Key>)> = manifest
            .files
            .iter()
            .map(|(path, entry)| (path.clone(), entry.clone()))
            .chain([own])
            .map(|(path, entry)| {
                let fingerprint = fingerprints.remove(&path);
                (path, entry, fingerprint)
            })
            .collect();
        let line = |(path, entry, fingerprint): (String, Entry, Option<Key>)| {
            let stamp = stamp(&folder.join(&path)).filter(|stamp| stamp.is_settled(moment));
            (path, Line { entry, fingerprint, stamp })
        };
        Ok(Ledger(files.into_par_iter().map(line).collect()))
    }

    /// The same ledger with what is to be seen of the files now, if the folder holds all of them and nothing else; and
    /// the sight by which that is known next time.
    pub fn confirm(&self, folder: &Path) -> Option<(Ledger, Option<Key>)> {
        let moment = Moment::now();
        let found = files_of(folder)?;
        if found.len() != self.0.len() || self.0.is_empty() {
            return None;
        }
        let sight = sight_of(&found, moment);
        let confirm = |found: Listed| {
            let line = self.0.get(&found.name)?;
            // What is to be seen was seen before the file is read: what comes after must show.
            let What::File(now) = found.what else { return None };
            let stamp = Some(now).filter(|stamp| stamp.is_settled(moment));
            let holds = line.holds(now, &folder.join(&found.name));
            holds.then(|| (found.name, Line { stamp, ..line.clone() }))
        };
        let lines = found.into_par_iter().map(confirm).collect::<Option<BTreeMap<String, Line>>>()?;
        Some((Ledger(lines), sight))
    }

    /// The files of a folder that were made from what this is the hash of; none at all where one of them is no longer what
    /// it was.
    pub fn made_from(&self, fingerprint: Key, folder: &Path) -> Vec<Route> {
        let lines = self.0.iter().filter(|(_, line)| line.fingerprint == Some(fingerprint));
        let routes: Option<Vec<Route>> = lines
            .map(|(path, line)| {
                line.is_intact(&folder.join(path)).then(|| Route::file(path)).and_then(Result::ok)
            })
            .collect();
        routes.unwrap_or_default()
    }

    /// How many files were published.
    pub fn files(&self) -> usize {
        self.0.keys().filter(|name| *name != MANIFEST).count()
    }

    /// What is known of a file, if it is still so.
    pub(super) fn intact(&self, folder: &Path, route: &Route) -> Option<&Line> {
        let line = self.0.get(route.as_str()).filter(|line| line.fingerprint.is_some())?;
        line.is_intact(&folder.join(route.as_str())).then_some(line)
    }

    /// True when a file holds what an entry says: known if nobody touched it, else read.
    pub(super) fn holds(&self, folder: &Path, path: &str, entry: &Entry) -> bool {
        let line = Line { entry: entry.clone(), fingerprint: None, stamp: None };
        let known = self.0.get(path).filter(|known| known.entry == *entry);
        known.unwrap_or(&line).is_intact(&folder.join(path))
    }
}

impl Line {
    /// True when the file is what it was.
    fn is_intact(&self, path: &Path) -> bool {
        stamp(path).is_some_and(|now| self.holds(now, path))
    }

    /// True when nobody touched the file, or it holds the same.
    fn holds(&self, now: Stamp, path: &Path) -> bool {
        self.stamp == Some(now) || std::fs::read(path).is_ok_and(|bytes| Entry::of(&bytes) == self.entry)
    }
}

/// The hash of what is to be seen of all files of a folder, none of them opened; none where one of them was too young for
/// that to speak for it. Equal sights are equal folders.
pub fn sight(folder: &Path) -> Option<Key> {
    let moment = Moment::now();
    sight_of(&files_of(folder)?, moment)
}

/// What was published into a folder, by name.
fn files_of(folder: &Path) -> Option<Vec<Listed>> {
    let mut found = source::list(folder, &|_| true).ok()?;
    found.retain(|found| !KEPT.contains(&found.name.as_str()));
    found.par_sort_unstable_by(|a, b| a.name.cmp(&b.name));
    Some(found)
}

/// The hash of what is to be seen of files in the order of their names.
fn sight_of(found: &[Listed], moment: Moment) -> Option<Key> {
    let mut seen = Vec::with_capacity(found.len() * 96);
    for Listed { name, what } in found {
        let What::File(stamp) = what else { return None };
        if !stamp.is_settled(moment) {
            return None;
        }
        seen.extend_from_slice(name.as_bytes());
        // No name holds a null.
        seen.push(0);
        seen.extend(stamp.bytes());
    }
    Some(Key::kind("sight").with(seen).done())
}

/// The stamp of a plain file.
fn stamp(path: &Path) -> Option<Stamp> {
    let meta = std::fs::symlink_metadata(path).ok()?;
    meta.is_file().then(|| Stamp::of(&meta))
}
