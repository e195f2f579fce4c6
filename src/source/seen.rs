//! Turns a listed file into its hash, and an earlier look at it into no need to read it again.
//! Knows nothing of what is in the files.
//!
//! A file is taken to be as it was when its size, times, inode and device are. The times of a file system are coarse: a
//! file that was written a moment before it was read may be written again without any of them changing. So of a file
//! that had not been left alone for [`QUIET`] when it was read, nothing is concluded: it is read again, and its bytes are
//! hashed each time that they are asked for. Who writes into a file later gives it a later time.

use super::read::{self, MAX_ASSET};
use crate::memory::Key;
use crate::route::SourcePath;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// For so long a file must have been left alone; no file system in use is coarser.
const QUIET: Duration = Duration::from_secs(2);

/// What an earlier look at a portal found: its files with their hashes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen(pub(super) BTreeMap<SourcePath, File>);

/// A file as it was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct File {
    /// Its length in bytes.
    pub(super) size: u64,
    /// Its hash; none where it could not be read.
    pub(super) key: Option<Key>,
    /// By what a later look knows that it is the same; none where nothing may be concluded.
    stamp: Option<Stamp>,
    /// Its bytes, where they are kept.
    #[serde(skip)]
    pub(super) kept: Option<Arc<[u8]>>,
}

/// What changes when a file does: times in nanoseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    size: u64,
    modified: i64,
    changed: i64,
    inode: u64,
    device: u64,
}

/// The moment of a look.
#[derive(Debug, Clone, Copy)]
pub struct Moment(i64);

impl Moment {
    #[expect(clippy::disallowed_methods, reason = "it decides what is read again, and never reaches output")]
    /// Now.
    pub fn now() -> Moment {
        Moment(nanoseconds(SystemTime::now()))
    }
}

#[cfg(test)]
impl Moment {
    /// The end of time, when everything has been left alone for long.
    pub(super) fn last() -> Moment {
        Moment(i64::MAX)
    }
}

impl Stamp {
    /// The stamp of a file.
    #[cfg(unix)]
    pub fn of(meta: &Metadata) -> Stamp {
        use std::os::unix::fs::MetadataExt;
        let time = |seconds: i64, rest: i64| seconds.saturating_mul(1_000_000_000).saturating_add(rest);
        Stamp {
            size: meta.len(),
            modified: time(meta.mtime(), meta.mtime_nsec()),
            changed: time(meta.ctime(), meta.ctime_nsec()),
            inode: meta.ino(),
            device: meta.dev(),
        }
    }

    /// The stamp of a file.
    #[cfg(not(unix))]
    pub fn of(meta: &Metadata) -> Stamp {
        let time = |time: std::io::Result<SystemTime>| time.map_or(0, nanoseconds);
        let (modified, changed) = (time(meta.modified()), time(meta.created()));
        Stamp { size: meta.len(), modified, changed, inode: 0, device: 0 }
    }

    /// All of it, for a hash.
    pub fn bytes(&self) -> impl Iterator<Item = u8> + use<> {
        let Stamp { size, modified, changed, inode, device } = *self;
        [size, modified.cast_unsigned(), changed.cast_unsigned(), inode, device]
            .into_iter()
            .flat_map(u64::to_le_bytes)
    }

    /// True when the file had been left alone for long enough that the stamp speaks for it.
    pub fn is_settled(&self, at: Moment) -> bool {
        let latest = self.modified.max(self.changed);
        latest.saturating_add(i64::try_from(QUIET.as_nanos()).unwrap_or(i64::MAX)) < at.0
    }
}

fn nanoseconds(time: SystemTime) -> i64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_nanos()).unwrap_or(i64::MAX)
}

impl Seen {
    /// The hash of a file, if it was seen and could be read.
    pub fn key(&self, path: &SourcePath) -> Option<Key> {
        self.0.get(path)?.key
    }

    /// True when the same files are seen with the same content, whatever their times. Files that could not be read are
    /// never the same.
    pub fn is_like(&self, other: &Seen) -> bool {
        let same = |(a, b): ((&SourcePath, &File), (&SourcePath, &File))| {
            a.0 == b.0 && a.1.key.is_some() && a.1.key == b.1.key
        };
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(same)
    }

    /// The file as it was seen, if it is the same still.
    pub(super) fn same(&self, path: &SourcePath, stamp: Stamp, keep: bool) -> Option<File> {
        let file = self.0.get(path)?;
        let is_there = !keep || file.kept.is_some() || !is_kept(path);
        (file.stamp == Some(stamp) && is_there).then(|| file.clone())
    }
}

impl File {
    /// Reads a file on the disk.
    pub(super) fn look(root: &Path, path: &SourcePath, stamp: Stamp, at: Moment, keep: bool) -> File {
        if stamp.size > MAX_ASSET {
            let key = Key::kind("too large").with(stamp.size.to_le_bytes()).done();
            return File { size: stamp.size, key: Some(key), stamp: Some(stamp), kept: None };
        }
        let stamp = Some(stamp).filter(|stamp| stamp.is_settled(at));
        match read::file(&root.join(path.as_str()), MAX_ASSET) {
            Ok(bytes) => File { stamp, ..File::of(&bytes, keep && is_kept(path)) },
            Err(_) => File { size: 0, key: None, stamp: None, kept: None },
        }
    }

    /// True when what is to be seen of it now is what was seen then, and speaks for it.
    pub(super) fn is_same(&self, now: Option<Stamp>) -> bool {
        self.stamp.is_some() && self.stamp == now
    }

    /// A file with these bytes.
    pub(super) fn of(bytes: &[u8], keep: bool) -> File {
        let (size, key) = (bytes.len() as u64, Some(Key::of(bytes)));
        File { size, key, stamp: None, kept: keep.then(|| bytes.into()) }
    }
}

/// Texts may be kept; what is copied as it is stays on the disk.
fn is_kept(path: &SourcePath) -> bool {
    let kind = path.file_name().rsplit_once('.').map_or("", |(_, kind)| kind);
    matches!(kind, "md" | "toml" | "txt" | "ftl" | "html") && path.below("content/static/").is_none()
}
