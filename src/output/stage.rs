//! Turns routes and their makers into a complete folder beside the published one.
//! Knows nothing of how the two change places.

use super::ledger::{Fingerprints, Ledger, Line};
use super::manifest::{Entry, Manifest};
use super::{Make, Making, Published};
use crate::memory::Key;
use crate::route::Route;
use anyhow::{Context, anyhow, bail};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Files that may lie in the folder before the first build, and stay.
pub(super) const KEPT: [&str; 2] = [".gitignore", ".gitkeep"];

/// A file of the folder in the making.
struct File {
    entry: Entry,
    unchanged: bool,
    fingerprint: Option<Key>,
}

/// A folder in the making; removed again unless it is published.
pub(super) struct Stage {
    path: PathBuf,
}

/// A hidden name beside the folder: `.output.new`.
pub(super) fn beside(folder: &Path, what: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.{what}"))
}

impl Stage {
    /// A fresh folder; what a killed build left there goes first.
    pub(super) fn new(folder: &Path) -> anyhow::Result<Stage> {
        let path = beside(folder, "new");
        if path.exists() {
            std::fs::remove_dir_all(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
        std::fs::create_dir(&path).with_context(|| format!("cannot create {}", path.display()))?;
        Ok(Stage { path })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Makes every file, side by side, holding none; all faults of a run are not needed: the first in order ends it.
    pub(super) fn fill(
        &self,
        published: &Path,
        before: &Manifest,
        routes: &[Route],
        known: &Ledger,
        make: &Make<'_>,
        made: &(dyn Fn() + Sync),
    ) -> anyhow::Result<(Manifest, Published, Fingerprints)> {
        self.create_folders(routes)?;
        let files: Vec<anyhow::Result<File>> = (0..routes.len())
            .into_par_iter()
            .map(|index| {
                let route = &routes[index];
                let line = known.intact(published, route);
                let file = self.file(published, before, line, route, |key| make(index, key));
                made();
                file
            })
            .collect();
        let mut manifest = Manifest { version: 1, ..Manifest::default() };
        let (mut done, mut fingerprints) = (Published::default(), Fingerprints::new());
        for (route, file) in routes.iter().zip(files) {
            let File { entry, unchanged, fingerprint } = file?;
            *(if unchanged { &mut done.unchanged } else { &mut done.written }) += 1;
            fingerprints.extend(fingerprint.map(|key| (route.as_str().to_owned(), key)));
            manifest.files.insert(route.as_str().to_owned(), entry);
        }
        done.removed = before.files.keys().filter(|path| !manifest.files.contains_key(*path)).count();
        Ok((manifest, done, fingerprints))
    }

    /// All folders first: asking for every file whether its folder exists costs more than the file.
    fn create_folders(&self, routes: &[Route]) -> anyhow::Result<()> {
        let folders: BTreeSet<&str> =
            routes.iter().filter_map(|r| Some(r.as_str().rsplit_once('/')?.0)).collect();
        for folder in folders {
            let path = self.path.join(folder);
            std::fs::create_dir_all(&path).with_context(|| format!("cannot create {}", path.display()))?;
        }
        Ok(())
    }

    fn file(
        &self,
        published: &Path,
        before: &Manifest,
        known: Option<&Line>,
        route: &Route,
        make: impl Fn(Option<Key>) -> anyhow::Result<Making>,
    ) -> anyhow::Result<File> {
        let (old, new) = (published.join(route.as_str()), self.path.join(route.as_str()));
        let make = |key| make(key).with_context(|| format!("cannot make {route}"));
        let mut making = make(known.and_then(|line| line.fingerprint))?;
        if let (Making::Same, Some(line)) = (&making, known) {
            // Not every file system has links.
            if std::fs::hard_link(&old, &new).is_ok() || std::fs::copy(&old, &new).is_ok() {
                let Line { entry, fingerprint, .. } = line.clone();
                return Ok(File { entry, unchanged: true, fingerprint });
            }
            making = make(None)?;
        }
        let Making::Bytes(bytes, fingerprint) = making else { bail!("nobody knows what {route} holds") };
        let entry = Entry::of(&bytes);
        let unchanged = before.files.get(route.as_str()) == Some(&entry) && take_over(&old, &new, &bytes);
        if !unchanged {
            std::fs::write(&new, &bytes).map_err(|error| describe(&error, route))?;
        }
        Ok(File { entry, unchanged, fingerprint })
    }

    /// What a clone puts into the folder stays there.
    pub(super) fn keep_foreign_marks(&self, published: &Path) -> anyhow::Result<()> {
        for name in KEPT.iter().filter(|name| published.join(name).is_file()) {
            std::fs::copy(published.join(name), self.path.join(name))
                .with_context(|| format!("cannot keep {name}"))?;
        }
        Ok(())
    }

    pub(super) fn write_manifest(&self, manifest: &Manifest) -> anyhow::Result<()> {
        manifest.write(&self.path)
    }
}

/// A hard link keeps inode and time stamp, so that caches and mirrors see that nothing changed. A file that somebody
/// altered since the last build is not taken over.
fn take_over(from: &Path, to: &Path, bytes: &[u8]) -> bool {
    let plain = std::fs::symlink_metadata(from).is_ok_and(|meta| meta.is_file());
    let intact = plain && std::fs::read(from).is_ok_and(|found| found == bytes);
    intact && std::fs::hard_link(from, to).is_ok()
}

/// Names the usual faults of the machine plainly.
fn describe(error: &std::io::Error, route: &Route) -> anyhow::Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull => {
            anyhow!("the disk is full: cannot write {route}; nothing was published")
        }
        std::io::ErrorKind::PermissionDenied => {
            anyhow!("no permission to write {route}; nothing was published")
        }
        _ => anyhow!("cannot write {route}: {error}; nothing was published"),
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}
