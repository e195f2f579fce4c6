//! Turns a folder into all that lies below it, with what is to be seen of each file: folders side by side.
//! Knows nothing of what is looked for.

use super::seen::Stamp;
use anyhow::Context;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// So many folders in one another are looked into.
pub(super) const DEPTH: usize = 32;

/// Something that is no folder, or a folder that was not looked into.
#[derive(Debug)]
pub struct Listed {
    /// Its path below the folder, with `/`; bytes that are no text are U+FFFD.
    pub name: String,
    /// What it is.
    pub what: What,
}

/// What lies in a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A plain file.
    File(Stamp),
    /// A symbolic link, wherever it leads.
    Link,
    /// A pipe, a socket, a device.
    Other,
    /// A folder that lies too deep to be looked into.
    Deep,
}

/// Lists what lies below a folder and has a wanted name; of a folder whose own name is not wanted, nothing. In no order.
///
/// # Errors
/// When a folder cannot be listed, or something vanished meanwhile.
pub fn list(folder: &Path, wanted: &(dyn Fn(&str) -> bool + Sync)) -> anyhow::Result<Vec<Listed>> {
    below(folder, "", DEPTH, wanted).with_context(|| format!("cannot list {}", folder.display()))
}

fn below(
    folder: &Path,
    prefix: &str,
    depth: usize,
    wanted: &(dyn Fn(&str) -> bool + Sync),
) -> std::io::Result<Vec<Listed>> {
    let mut found = Vec::new();
    let mut folders: Vec<(PathBuf, String)> = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !wanted(&name) {
            continue;
        }
        let path = format!("{prefix}{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() && depth == 1 {
            found.push(Listed { name: path, what: What::Deep });
        } else if kind.is_dir() {
            folders.push((entry.path(), path + "/"));
        } else if kind.is_file() {
            found.push(Listed { name: path, what: What::File(Stamp::of(&entry.metadata()?)) });
        } else {
            let what = if kind.is_symlink() { What::Link } else { What::Other };
            found.push(Listed { name: path, what });
        }
    }
    let deeper = folders.into_par_iter();
    let deeper = deeper.map(|(folder, prefix)| below(&folder, &prefix, depth - 1, wanted));
    for more in deeper.collect::<Vec<std::io::Result<Vec<Listed>>>>() {
        found.extend(more?);
    }
    Ok(found)
}
