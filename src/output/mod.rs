//! Turns routes and whoever makes their bytes into files: the only door that writes.
//! Knows nothing of what the bytes are or who made them.
//!
//! A build never changes the folder that readers see. It fills a fresh folder beside it, taking over unchanged files
//! as hard links, and then the two change places in one step of the file system ([`publish`]). Whatever happens
//! before that step, a full disk or a killed process, leaves the old site as it was.

mod change;
mod create;
mod ledger;
mod lock;
mod manifest;
mod sidecar;
mod stage;
mod store;
mod swap;
mod verify;

pub use change::{Change, change};
pub use create::{create, replace};
pub use ledger::{Ledger, sight};
pub use manifest::{MANIFEST, Manifest};
pub use store::Store;
pub use verify::{Verified, verify};

use crate::memory::Key;
use crate::route::Route;
use anyhow::{Context, bail};
use std::path::{Path, PathBuf};

/// What a publish did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Published {
    /// Files with new bytes.
    pub written: usize,
    /// Files taken over from the folder as it was.
    pub unchanged: usize,
    /// Files of the last build that are gone.
    pub removed: usize,
    /// The new site took the place of the old one in one step; otherwise there was a moment without any.
    pub in_one_step: bool,
}

/// Makes the bytes of a file by its number in the list, unless their fingerprint is the one that is known. Called from
/// many threads at once.
pub type Make<'a> = dyn Fn(usize, Option<Key>) -> anyhow::Result<Making> + Sync + 'a;

/// What was made.
#[derive(Debug)]
pub enum Making {
    /// Nothing: what is known is the same.
    Same,
    /// Bytes, with the hash of all that they were made from, where their maker knows it.
    Bytes(Vec<u8>, Option<Key>),
}

/// What is to be published.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Every file; no two have the same route.
    pub routes: &'a [Route],
    /// Compressed copies stand beside texts.
    pub sidecars: bool,
}

/// Makes all files and puts them in the place of what was in `folder`; of what `known` says that it is there and the
/// same, nothing is made. `made` is told of each finished file.
///
/// # Errors
/// When the folder is not ours, another build holds it, a file cannot be made, or the disk says no; then the folder
/// is as it was.
pub fn publish(
    folder: &Path,
    wanted: &Wanted<'_>,
    known: &Ledger,
    make: &Make<'_>,
    made: &(dyn Fn() + Sync),
) -> anyhow::Result<(Published, Ledger)> {
    let folder = absolute(folder)?;
    check_ours(&folder)?;
    let _lock = lock::take(&folder)?;
    swap::recover(&folder)?;
    let last = Manifest::read(&folder);
    let before = stage::Before { folder: &folder, manifest: &last, known };
    let stage = stage::Stage::new(&folder)?;
    let (manifest, mut published, fingerprints) = stage.fill(&before, wanted, make, made)?;
    stage.keep_foreign_marks(&folder)?;
    stage.write_manifest(&manifest)?;
    published.in_one_step = swap::swap(stage, &folder, swap::exchange)?;
    Ok((published, Ledger::of(&folder, &manifest, fingerprints)?))
}

/// A folder is ours when it is missing, empty, fresh from a clone, or holds our manifest.
fn check_ours(folder: &Path) -> anyhow::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    if !folder.is_dir() {
        bail!("{} is a file; the output goes into a folder", folder.display());
    }
    if folder.join(MANIFEST).is_file() {
        return Ok(());
    }
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let name = entry.with_context(|| format!("cannot list {}", folder.display()))?.file_name();
        if !stage::KEPT.iter().any(|kept| name.to_str() == Some(kept)) {
            bail!(
                "{} holds files that this tool did not write ({}); name another folder with --output, or empty it",
                folder.display(),
                name.to_string_lossy()
            );
        }
    }
    Ok(())
}

fn absolute(folder: &Path) -> anyhow::Result<PathBuf> {
    let folder = std::path::absolute(folder).with_context(|| format!("cannot find {}", folder.display()))?;
    // A link to a folder stays a link: what it leads to is published.
    let folder = if folder.exists() { std::fs::canonicalize(&folder)? } else { folder };
    let parent = folder.parent().context("the output folder cannot be the root of the file system")?;
    std::fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
    Ok(folder)
}

#[cfg(test)]
mod tests;
