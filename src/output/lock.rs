//! Turns "may I build here?" into a lock that ends with the process, however it ends.
//! Knows nothing of what is built.

use anyhow::{Context, bail};
use std::fs::File;
use std::path::{Path, PathBuf};

/// Holds the folder until dropped.
pub(super) struct Lock {
    _file: File,
    path: PathBuf,
}

/// Takes the lock beside the folder.
pub(super) fn take(folder: &Path) -> anyhow::Result<Lock> {
    let path = super::stage::beside(folder, "lock");
    loop {
        let file = File::create(&path).with_context(|| {
            format!("cannot write beside {}: is the folder above it writable?", folder.display())
        })?;
        match file.try_lock() {
            // A build that ended just now may have taken the name away: then the lock would hold nobody off.
            Ok(()) if is_at(&file, &path) => return Ok(Lock { _file: file, path }),
            Ok(()) => {}
            Err(std::fs::TryLockError::WouldBlock) => {
                bail!(
                    "another build is writing to {}; wait for it or name another folder with --output",
                    folder.display()
                )
            }
            Err(std::fs::TryLockError::Error(error)) => {
                return Err(error).with_context(|| format!("cannot lock {}", path.display()));
            }
        }
    }
}

/// True when the path still leads to the file.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |meta: std::fs::Metadata| (meta.dev(), meta.ino());
    let (held, named) = (file.metadata().map(place), std::fs::metadata(path).map(place));
    matches!((held, named), (Ok(held), Ok(named)) if held == named)
}

/// Elsewhere a file that is open cannot be taken away.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

impl Drop for Lock {
    /// Nothing of ours stays beside the folder. A build that waits for the same name opens a file of its own.
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
