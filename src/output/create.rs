//! Turns new files into files on the disk, never over what is there.
//! Knows nothing of what they are for.

use anyhow::{Context, bail};
use std::io::Write;
use std::path::Path;

/// Writes files that must not exist yet: all of them or none. Paths are relative to `root`, with `/`.
///
/// # Errors
/// When one of them exists already or cannot be written; then none is left behind.
pub fn create(root: &Path, files: &[(String, Vec<u8>)]) -> anyhow::Result<()> {
    if let Some((name, _)) = files.iter().find(|(name, _)| root.join(name).exists()) {
        bail!("{} exists already; nothing was written", root.join(name).display());
    }
    let mut done = Vec::new();
    for (name, bytes) in files {
        let path = root.join(name);
        if let Err(error) = write(&path, bytes) {
            done.iter().for_each(|path| drop(std::fs::remove_file(path)));
            return Err(error);
        }
        done.push(path);
    }
    Ok(())
}

/// Writes a file that a person asked for by its path, over an older one.
///
/// # Errors
/// When the disk says no.
pub fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
    }
    let mut file =
        std::fs::File::create_new(path).with_context(|| format!("cannot create {}", path.display()))?;
    file.write_all(bytes).with_context(|| format!("cannot write {}", path.display()))
}
