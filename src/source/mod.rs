//! Turns the portal's folder into texts and bytes: the only door that reads the disk.
//! Knows nothing of what the files mean.

mod builtin;
mod folder;
mod list;
mod read;
mod revision;
mod seen;
mod walk;

pub use builtin::{Builtin, builtin};
pub use folder::Folder;
pub use list::{Listed, What, list};
pub use read::{MAX_ASSET, MAX_TEXT, Unreadable};
pub use seen::{Moment, Seen, Stamp};

use crate::memory::Key;
use crate::report::Diagnostic;
use crate::route::SourcePath;
use rayon::prelude::*;
use seen::File;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// The folders of a portal that are read; everything else at its root is left alone.
pub const FOLDERS: [&str; 3] = ["content", "templates", "themes"];

/// Every input file of a portal, in path order, with its hash. Texts are read when they are asked for, so that memory
/// does not grow with the portal, unless they are kept; a file that changed since it was listed cannot be read.
#[derive(Debug)]
pub struct Sources {
    place: Store,
    files: Seen,
    /// A file was found to be another than was listed.
    changed: AtomicBool,
}

#[derive(Debug)]
enum Store {
    Disk(PathBuf),
    Memory(BTreeMap<SourcePath, Vec<u8>>),
}

impl Sources {
    /// Lists the files of the portal at `root`. Links out of the folders and names that could leave them are
    /// reported and left out.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn open(root: &Path) -> anyhow::Result<(Sources, Vec<Diagnostic>)> {
        Sources::open_after(root, &Seen::default(), false)
    }

    /// The same after an earlier look: only what may have changed since is read. With `keep` the texts stay in memory,
    /// as they were when they were listed.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn open_after(root: &Path, before: &Seen, keep: bool) -> anyhow::Result<(Sources, Vec<Diagnostic>)> {
        let moment = Moment::now();
        let (stamps, faults) = walk::walk(root)?;
        let look = |(path, stamp)| {
            let file = before.same(&path, stamp, keep);
            let file = file.unwrap_or_else(|| File::look(root, &path, stamp, moment, keep));
            (path, file)
        };
        let files = stamps.into_par_iter().map(look).collect();
        Ok((
            Sources {
                place: Store::Disk(root.to_path_buf()),
                files: Seen(files),
                changed: AtomicBool::new(false),
            },
            faults,
        ))
    }

    /// A portal in memory, for tests and for what a command makes: paths and bytes.
    pub fn memory<'a>(files: impl IntoIterator<Item = (&'a str, Vec<u8>)>) -> (Sources, Vec<Diagnostic>) {
        let mut faults = Vec::new();
        let mut store = BTreeMap::new();
        for (name, bytes) in files {
            match SourcePath::new(name) {
                Ok(path) => drop(store.insert(path, bytes)),
                Err(_) => faults.push(walk::bad_name(name)),
            }
        }
        let files = store.iter().map(|(path, bytes)| (path.clone(), File::of(bytes, false))).collect();
        (Sources { place: Store::Memory(store), files: Seen(files), changed: AtomicBool::new(false) }, faults)
    }

    /// A portal in one string, for tests: `-- content/portal.toml --` starts a file.
    pub fn from_string(text: &str) -> (Sources, Vec<Diagnostic>) {
        let mut files: Vec<(&str, Vec<u8>)> = Vec::new();
        for line in text.split_inclusive('\n') {
            let name = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --"));
            match (name, files.last_mut()) {
                (Some(name), _) => files.push((name, Vec::new())),
                (None, Some((_, bytes))) => bytes.extend_from_slice(line.as_bytes()),
                (None, None) => {}
            }
        }
        Sources::memory(files)
    }

    /// The same files, some of them with other texts.
    #[must_use]
    pub fn with(&self, texts: &BTreeMap<SourcePath, String>) -> Sources {
        let place = match &self.place {
            Store::Disk(root) => Store::Disk(root.clone()),
            Store::Memory(store) => Store::Memory(store.clone()),
        };
        let mut files = self.files.clone();
        files.0.extend(texts.iter().map(|(path, text)| (path.clone(), File::of(text.as_bytes(), true))));
        Sources { place, files, changed: AtomicBool::new(false) }
    }

    /// All files in path order, with their sizes in bytes.
    pub fn files(&self) -> impl Iterator<Item = (&SourcePath, u64)> {
        self.files.0.iter().map(|(path, file)| (path, file.size))
    }

    /// The files below a folder (`content/plans/`), in path order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a SourcePath> {
        let start =
            self.files.0.range::<str, _>((Bound::Included(folder), Bound::Unbounded)).map(|(path, _)| path);
        start.take_while(move |path| path.as_str().starts_with(folder))
    }

    /// What was seen, for a later look.
    pub fn seen(&self) -> &Seen {
        &self.files
    }

    /// The hash of a file; none where there is none or it cannot be read.
    pub fn key(&self, path: &SourcePath) -> Option<Key> {
        self.files.key(path)
    }

    /// True when there is such a file.
    pub fn contains(&self, path: &SourcePath) -> bool {
        self.files.0.contains_key(path)
    }

    /// A text file: UTF-8 without its byte order mark, lines ending in LF. Spans count in this text.
    ///
    /// # Errors
    /// When the file is missing, too large, not UTF-8 or cannot be read.
    pub fn text(&self, path: &SourcePath) -> Result<String, Unreadable> {
        read::text(self.bytes_up_to(path, MAX_TEXT)?)
    }

    /// True once a file was found to be another than was listed: what was made since may lack it.
    pub fn have_changed(&self) -> bool {
        self.changed.load(Ordering::Relaxed)
    }

    /// A file as it is.
    ///
    /// # Errors
    /// When the file is missing, larger than [`MAX_ASSET`] or cannot be read.
    pub fn bytes(&self, path: &SourcePath) -> Result<Vec<u8>, Unreadable> {
        self.bytes_up_to(path, MAX_ASSET)
    }

    /// The text that a report quotes: unreadable bytes become replacement characters, a missing file nothing.
    pub fn quote(&self, path: &SourcePath) -> Option<String> {
        let bytes = self.bytes_up_to(path, MAX_TEXT).ok()?;
        Some(read::text(bytes).unwrap_or_else(|unreadable| unreadable.lossy()))
    }

    fn bytes_up_to(&self, path: &SourcePath, limit: u64) -> Result<Vec<u8>, Unreadable> {
        let file = self.files.0.get(path).ok_or(Unreadable::Missing)?;
        if file.size > limit {
            return Err(Unreadable::TooLarge { size: file.size, limit });
        }
        match (&self.place, &file.kept) {
            (_, Some(kept)) => Ok(kept.to_vec()),
            (Store::Disk(root), None) => {
                let (bytes, stamp) = read::stamped(&root.join(path.as_str()), limit)?;
                if file.is_same(stamp) || file.key == Some(Key::of(&bytes)) {
                    return Ok(bytes);
                }
                self.changed.store(true, Ordering::Relaxed);
                Err(read::changed())
            }
            (Store::Memory(store), None) => store.get(path).cloned().ok_or(Unreadable::Missing),
        }
    }
}

/// A file that somebody names and that is no part of the portal, up to a limit in bytes.
///
/// # Errors
/// When it is larger, or cannot be read.
pub fn foreign(path: &Path, limit: u64) -> Result<Vec<u8>, Unreadable> {
    read::file(path, limit)
}

#[cfg(test)]
mod tests;
