//! Turns a published folder into what is not as its manifest says.
//! Knows nothing of how the folder came about.

use super::manifest::{Entry, MANIFEST, Manifest};
use super::stage::KEPT;
use anyhow::{Context, bail};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use walkdir::WalkDir;

/// What a look at a folder found.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Verified {
    /// So many files are as they were published.
    pub intact: usize,
    /// Files that hold something else, or are no plain files.
    pub altered: Vec<String>,
    /// Files that are gone.
    pub missing: Vec<String>,
    /// Files that were not published.
    pub extra: Vec<String>,
}

impl Verified {
    /// True when the folder is what was published.
    pub fn is_whole(&self) -> bool {
        self.altered.is_empty() && self.missing.is_empty() && self.extra.is_empty()
    }
}

/// Compares every file of a folder with its manifest.
///
/// # Errors
/// When there is no manifest that can be understood, or the folder cannot be read.
pub fn verify(folder: &Path) -> anyhow::Result<Verified> {
    let manifest = Manifest::read(folder);
    if manifest.files.is_empty() {
        bail!("{} has no {MANIFEST} of a published portal", folder.display());
    }
    let mut names = BTreeSet::new();
    let mut not_plain = BTreeSet::new();
    for entry in WalkDir::new(folder).min_depth(1) {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        let name = entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_string_lossy();
        let is_own = entry.depth() == 1 && (KEPT.contains(&&*name) || name == MANIFEST);
        if entry.file_type().is_dir() || is_own && entry.file_type().is_file() {
            continue;
        }
        let name = name.replace(std::path::MAIN_SEPARATOR, "/");
        if !entry.file_type().is_file() {
            not_plain.insert(name.clone());
        }
        names.insert(name);
    }
    let is_altered = |name: &&String, entry: &Entry| {
        let read = || std::fs::read(folder.join(name)).is_ok_and(|bytes| Entry::of(&bytes) == *entry);
        not_plain.contains(*name) || !read()
    };
    let there: Vec<(&String, &Entry)> =
        manifest.files.iter().filter(|(name, _)| names.contains(*name)).collect();
    let altered: Vec<String> = there
        .par_iter()
        .filter(|(name, entry)| is_altered(name, entry))
        .map(|(name, _)| (*name).clone())
        .collect();
    let missing = manifest.files.keys().filter(|name| !names.contains(*name)).cloned().collect();
    let intact = there.len() - altered.len();
    let extra = names.into_iter().filter(|name| !manifest.files.contains_key(name)).collect();
    Ok(Verified { intact, altered, missing, extra })
}
