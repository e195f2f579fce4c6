//! Turns a folder on the disk into a sorted list of its files.
//! Knows nothing of their content.

use super::FOLDERS;
use super::list::{DEPTH, What, list};
use super::seen::Stamp;
use crate::report::{Code, Diagnostic};
use crate::route::SourcePath;
use std::collections::BTreeMap;
use std::path::Path;

type Listing = (BTreeMap<SourcePath, Stamp>, Vec<Diagnostic>);

/// All files below the portal's folders. Hidden files and editors' left-overs are not content.
pub(super) fn walk(root: &Path) -> anyhow::Result<Listing> {
    let mut files = BTreeMap::new();
    let mut faults = Vec::new();
    for top in FOLDERS.into_iter().filter(|name| root.join(name).is_dir()) {
        for found in list(&root.join(top), &is_content)? {
            let name = format!("{top}/{}", found.name);
            match (found.what, SourcePath::new(&name)) {
                (What::Deep, _) => faults.push(
                    Diagnostic::new(Code::FolderTooDeep).with("name", name).with("limit", DEPTH.to_string()),
                ),
                (What::Link, _) => faults.push(Diagnostic::new(Code::SymlinkIgnored).with("name", name)),
                (What::File(stamp), Ok(path)) if !name.contains('\u{fffd}') => {
                    files.insert(path, stamp);
                }
                (What::File(_), _) => faults.push(bad_name(&name)),
                (What::Other, _) => {}
            }
        }
    }
    faults.sort();
    Ok((files, faults))
}

fn is_content(name: &str) -> bool {
    !(name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp"))
}

/// The fault of a name that no address can have.
pub(super) fn bad_name(name: &str) -> Diagnostic {
    Diagnostic::new(Code::PathLeavesFolder).with("name", name)
}
