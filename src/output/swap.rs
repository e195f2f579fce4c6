//! Turns a finished folder into the published one, in one step where the file system can.
//! Knows nothing of what is in the folders.

use super::stage::{Stage, beside};
use anyhow::Context;
use std::io;
use std::path::Path;

/// Lets two folders change places in one step. An error of the kind `Unsupported` says that the file system cannot.
type Exchange = fn(&Path, &Path) -> io::Result<()>;

/// Lets the two folders change places; the old one is then removed with the stage. False when there was a moment
/// without a folder, as the file system knows no exchange.
pub(super) fn swap(stage: Stage, folder: &Path, exchange: Exchange) -> anyhow::Result<bool> {
    let publish = || format!("cannot publish {}", folder.display());
    if !folder.exists() {
        std::fs::rename(stage.path(), folder).with_context(publish)?;
        return Ok(true);
    }
    match exchange(stage.path(), folder) {
        Ok(()) => return Ok(true),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(error) => return Err(error).with_context(publish),
    }
    // The old one stays beside until the new one stands; `recover` puts it back if this ends in between.
    let old = beside(folder, "old");
    remove(&old)?;
    std::fs::rename(folder, &old).with_context(|| format!("cannot move {} aside", folder.display()))?;
    if let Err(error) = std::fs::rename(stage.path(), folder) {
        std::fs::rename(&old, folder).with_context(|| format!("cannot put {} back", folder.display()))?;
        return Err(error).with_context(publish);
    }
    remove(&old)?;
    Ok(false)
}

/// Puts right what a build left that was killed between two steps: the old site stands again where there is none, and
/// is gone where the new one stands.
pub(super) fn recover(folder: &Path) -> anyhow::Result<()> {
    let old = beside(folder, "old");
    if old.exists() && !folder.exists() {
        return std::fs::rename(&old, folder)
            .with_context(|| format!("cannot put {} back", folder.display()));
    }
    remove(&old)
}

fn remove(folder: &Path) -> anyhow::Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(target_os = "linux")]
pub(super) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(|error| match error {
        Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP => io::ErrorKind::Unsupported.into(),
        error => error.into(),
    })
}

#[cfg(not(target_os = "linux"))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
