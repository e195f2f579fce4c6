//! Turns bytes into named files: named by what is in them, so that they may be kept for ever.
//! Knows nothing of what is in them.

use anyhow::bail;

/// So many bytes of a hash name a file.
pub(super) const HASH: usize = 6;

/// One file below `/search/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFile {
    /// Its path there, without ending.
    pub name: String,
    /// What lies on the disk: a raw deflate stream.
    pub bytes: Vec<u8>,
}

/// The files of an index as they are made.
#[derive(Default)]
pub(super) struct Files(Vec<IndexFile>);

impl Files {
    /// Adds a file that has a name.
    pub(super) fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.0.push(IndexFile { name, bytes });
    }

    /// Adds a file of a folder with nothing but its hash for a name; gives the name.
    pub(super) fn add_by_content(&mut self, folder: &str, bytes: Vec<u8>) -> String {
        let name = format!("{folder}/{}", hex(&hash(&bytes)));
        self.add(name.clone(), bytes);
        name
    }

    /// All of them by name; what is the same is there once.
    pub(super) fn finish(self) -> anyhow::Result<Vec<IndexFile>> {
        let mut files = self.0;
        files.sort_by(|one, other| one.name.cmp(&other.name));
        files.dedup();
        if let Some(pair) = files.windows(2).find(|pair| pair[0].name == pair[1].name) {
            bail!("two files of the search index would both be named {}", pair[0].name);
        }
        Ok(files)
    }
}

/// The hash of a file as it lies on the disk.
pub(super) fn hash(bytes: &[u8]) -> [u8; HASH] {
    let mut short = [0; HASH];
    short.copy_from_slice(&blake3::hash(bytes).as_bytes()[..HASH]);
    short
}

/// A hash as it stands in names.
pub(super) fn hex(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
