//! Turns a finished folder into the published one, in one step where the file system can.
//! Knows nothing of what is in the folders.

use super::stage::{Stage, beside};
use anyhow::Context;
use std::path::Path;

/// Lets the two folders change places; the old one is then removed with the stage.
pub(super) fn swap(stage: Stage, folder: &Path) -> anyhow::Result<()> {
    if !folder.exists() {
        std::fs::rename(stage.path(), folder)
            .with_context(|| format!("cannot publish {}", folder.display()))?;
        return Ok(());
    }
    if exchange(stage.path(), folder) {
        return Ok(());
    }
    // Without an exchange there is a moment without a folder; the old one stays beside until the new one stands.
    let old = beside(folder, "old");
    if old.exists() {
        std::fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    std::fs::rename(folder, &old).with_context(|| format!("cannot move {} aside", folder.display()))?;
    if let Err(error) = std::fs::rename(stage.path(), folder) {
        std::fs::rename(&old, folder).with_context(|| format!("cannot put {} back", folder.display()))?;
        return Err(error).with_context(|| format!("cannot publish {}", folder.display()));
    }
    std::fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))
}

#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}
