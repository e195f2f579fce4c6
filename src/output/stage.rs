//! Turns routes and their makers into a complete folder beside the published one.
//! Knows nothing of how the two change places.

use super::ledger::{Fingerprints, Ledger, Line};
use super::manifest::{Entry, Manifest};
use super::sidecar::{Coding, MADE_BY, is_text};
use super::{Make, Making, Published, Wanted};
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
    path: String,
    entry: Entry,
    unchanged: bool,
    fingerprint: Option<Key>,
}

/// The site as it is published now; what is the same is taken over from it.
pub(super) struct Before<'a> {
    pub(super) folder: &'a Path,
    pub(super) manifest: &'a Manifest,
    pub(super) known: &'a Ledger,
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
        before: &Before<'_>,
        wanted: &Wanted<'_>,
        make: &Make<'_>,
        made: &(dyn Fn() + Sync),
    ) -> anyhow::Result<(Manifest, Published, Fingerprints)> {
        let routes = wanted.routes;
        let names: BTreeSet<&str> = routes.iter().map(Route::as_str).collect();
        let files: Vec<anyhow::Result<Vec<File>>> = (0..routes.len())
            .into_par_iter()
            .map(|index| {
                let file = self.file(before, &routes[index], |key| make(index, key));
                made();
                let mut files = vec![file?];
                if wanted.sidecars && is_text(&files[0].path) {
                    let sidecars = self.sidecars(before, &files[0], &names)?;
                    files.extend(sidecars);
                }
                Ok(files)
            })
            .collect();
        let sidecars = if wanted.sidecars { MADE_BY.to_owned() } else { String::new() };
        let mut manifest = Manifest { version: 1, sidecars, ..Manifest::default() };
        let (mut done, mut fingerprints) = (Published::default(), Fingerprints::new());
        for files in files {
            for File { path, entry, unchanged, fingerprint } in files? {
                *(if unchanged { &mut done.unchanged } else { &mut done.written }) += 1;
                fingerprints.extend(fingerprint.map(|key| (path.clone(), key)));
                manifest.files.insert(path, entry);
            }
        }
        self.keep_past(before, &mut manifest)?;
        done.removed =
            before.manifest.files.keys().filter(|path| !manifest.files.contains_key(*path)).count();
        Ok((manifest, done, fingerprints))
    }

    /// A reader who holds a page of the site before still finds the styles and scripts that it names, until the next
    /// site takes the place of this one.
    fn keep_past(&self, before: &Before<'_>, manifest: &mut Manifest) -> anyhow::Result<()> {
        let Before { folder, manifest: last, .. } = before;
        let is_versioned = |path: &str| {
            let text =
                Coding::ALL.iter().find_map(|coding| path.strip_suffix(coding.ending())).unwrap_or(path);
            Route::file(text).is_ok_and(|route| route.is_versioned())
        };
        for (path, entry) in &last.files {
            let is_past = is_versioned(path) && !last.past.contains(path);
            if !is_past || manifest.files.contains_key(path) || !before.holds(path, entry) {
                continue;
            }
            let new = self.path.join(path);
            if in_folder(&new, || std::fs::hard_link(folder.join(path), &new)).is_ok() {
                manifest.past.insert(path.clone());
                manifest.files.insert(path.clone(), entry.clone());
            }
        }
        Ok(())
    }

    fn file(
        &self,
        before: &Before<'_>,
        route: &Route,
        make: impl Fn(Option<Key>) -> anyhow::Result<Making>,
    ) -> anyhow::Result<File> {
        let path = route.as_str().to_owned();
        let (old, new) = (before.folder.join(&path), self.path.join(&path));
        let make = |key| make(key).with_context(|| format!("cannot make {route}"));
        let known = before.known.intact(before.folder, route);
        let mut making = make(known.and_then(|line| line.fingerprint))?;
        if let (Making::Same, Some(line)) = (&making, known) {
            // Not every file system has links.
            let link = || std::fs::hard_link(&old, &new).or_else(|_| std::fs::copy(&old, &new).map(drop));
            if in_folder(&new, link).is_ok() {
                let Line { entry, fingerprint, .. } = line.clone();
                return Ok(File { path, entry, unchanged: true, fingerprint });
            }
            making = make(None)?;
        }
        let Making::Bytes(bytes, fingerprint) = making else { bail!("nobody knows what {route} holds") };
        let entry = Entry::of(&bytes);
        let unchanged = before.manifest.files.get(&path) == Some(&entry) && take_over(&old, &new, &bytes);
        if !unchanged {
            in_folder(&new, || std::fs::write(&new, &bytes)).map_err(|error| describe(&error, &path))?;
        }
        Ok(File { path, entry, unchanged, fingerprint })
    }

    /// The compressed copies of a text, unless a file of the site has their name. Those of an unchanged text are taken
    /// over: that there was none is known too.
    fn sidecars(
        &self,
        before: &Before<'_>,
        text: &File,
        names: &BTreeSet<&str>,
    ) -> anyhow::Result<Vec<File>> {
        let is_known = text.unchanged && before.manifest.sidecars == MADE_BY;
        let mut bytes = None;
        let mut sidecars = Vec::new();
        for coding in Coding::ALL {
            let path = format!("{}{}", text.path, coding.ending());
            let last = before.manifest.files.get(&path);
            if names.contains(path.as_str()) || (is_known && last.is_none()) {
                continue;
            }
            let new = self.path.join(&path);
            if let Some(entry) = last.filter(|entry| is_known && before.holds(&path, entry))
                && std::fs::hard_link(before.folder.join(&path), &new).is_ok()
            {
                sidecars.push(File { path, entry: entry.clone(), unchanged: true, fingerprint: None });
                continue;
            }
            if bytes.is_none() {
                let read = std::fs::read(self.path.join(&text.path));
                bytes = Some(read.with_context(|| format!("cannot read {}", text.path))?);
            }
            if let Some(copy) = coding.compress(bytes.as_deref().unwrap_or_default())? {
                std::fs::write(&new, &copy).map_err(|error| describe(&error, &path))?;
                sidecars.push(File { path, entry: Entry::of(&copy), unchanged: false, fingerprint: None });
            }
        }
        Ok(sidecars)
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
    intact && in_folder(to, || std::fs::hard_link(from, to)).is_ok()
}

/// Makes a file; its folder too, where that turns out to be missing. A hundred thousand folders made before the first
/// page would leave the processor with nothing to do.
fn in_folder<T>(path: &Path, make: impl Fn() -> std::io::Result<T>) -> std::io::Result<T> {
    match (make(), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == std::io::ErrorKind::NotFound => {
            std::fs::create_dir_all(folder)?;
            make()
        }
        (made, _) => made,
    }
}

/// Names the usual faults of the machine plainly.
fn describe(error: &std::io::Error, path: &str) -> anyhow::Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull => {
            anyhow!("the disk is full: cannot write {path}; nothing was published")
        }
        std::io::ErrorKind::PermissionDenied => {
            anyhow!("no permission to write {path}; nothing was published")
        }
        _ => anyhow!("cannot write {path}: {error}; nothing was published"),
    }
}

impl Before<'_> {
    /// True when a file is still what the manifest says.
    fn holds(&self, path: &str, entry: &Entry) -> bool {
        self.known.holds(self.folder, path, entry)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}
