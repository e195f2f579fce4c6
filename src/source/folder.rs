//! Turns a published folder, this portal's or somebody else's, into files by name.
//! Knows nothing of what was published.

use super::read::{self, MAX_ASSET, Unreadable};
use crate::route::SourcePath;
use std::path::{Path, PathBuf};

/// A folder whose files are asked for by name. What it says of itself is not believed: no name leads out of it.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder at a place.
    pub fn new(place: &Path) -> Folder {
        Folder(place.to_path_buf())
    }

    /// True when it has a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.place(name).is_some_and(|place| place.is_file())
    }

    /// A file of it.
    ///
    /// # Errors
    /// When there is none of this name, it is too large, or it cannot be read.
    pub fn read(&self, name: &str) -> Result<Vec<u8>, Unreadable> {
        read::file(&self.place(name).ok_or(Unreadable::Missing)?, MAX_ASSET)
    }

    fn place(&self, name: &str) -> Option<PathBuf> {
        SourcePath::new(name).ok().map(|path| self.0.join(path.as_str()))
    }
}
