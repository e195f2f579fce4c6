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
    let file = File::create(&path).with_context(|| {
        format!("cannot write beside {}: is the folder above it writable?", folder.display())
    })?;
    match file.try_lock() {
        Ok(()) => Ok(Lock { _file: file, path }),
        Err(std::fs::TryLockError::WouldBlock) => {
            bail!(
                "another build is writing to {}; wait for it or name another folder with --output",
                folder.display()
            )
        }
        Err(std::fs::TryLockError::Error(error)) => {
            Err(error).with_context(|| format!("cannot lock {}", path.display()))
        }
    }
}

impl Drop for Lock {
    /// Nothing of ours stays beside the folder. A build that waits for the same name opens a file of its own.
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
