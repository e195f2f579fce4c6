//! Turns a folder on the disk into a sorted list of its files.
//! Knows nothing of their content.

use super::FOLDERS;
use super::seen::Stamp;
use crate::report::{Code, Diagnostic};
use crate::route::SourcePath;
use anyhow::Context;
use std::collections::BTreeMap;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

type Listing = (BTreeMap<SourcePath, Stamp>, Vec<Diagnostic>);

/// All files below the portal's folders. Hidden files and editors' left-overs are not content.
pub(super) fn walk(root: &Path) -> anyhow::Result<Listing> {
    let mut files = BTreeMap::new();
    let mut faults = Vec::new();
    for folder in FOLDERS.map(|name| root.join(name)) {
        if !folder.is_dir() {
            continue;
        }
        let entries = WalkDir::new(&folder).max_depth(32).into_iter().filter_entry(is_content);
        for entry in entries {
            let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
            let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
            take(
                &entry,
                &relative.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"),
                &mut files,
                &mut faults,
            )?;
        }
    }
    Ok((files, faults))
}

fn take(
    entry: &DirEntry,
    name: &str,
    files: &mut BTreeMap<SourcePath, Stamp>,
    faults: &mut Vec<Diagnostic>,
) -> anyhow::Result<()> {
    if entry.file_type().is_symlink() {
        faults.push(Diagnostic::new(Code::SymlinkIgnored).with("name", name));
    } else if entry.file_type().is_file() {
        let stamp = Stamp::of(&entry.metadata().with_context(|| format!("cannot read {name}"))?);
        match SourcePath::new(name) {
            Ok(path) if !name.contains('\u{fffd}') => drop(files.insert(path, stamp)),
            _ => faults.push(bad_name(name)),
        }
    }
    Ok(())
}

fn is_content(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() == 0 || !(name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp"))
}

/// The fault of a name that no address can have.
pub(super) fn bad_name(name: &str) -> Diagnostic {
    Diagnostic::new(Code::PathLeavesFolder).with("name", name)
}
