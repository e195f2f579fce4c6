//! Turns bytes into a named file: named by what is in it, so that it may be kept for ever.
//! Knows nothing of what is in it.

use super::router::HASH;

/// One file below `/search/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFile {
    /// Its path there, without ending.
    pub name: String,
    /// What lies on the disk: a raw deflate stream.
    pub bytes: Vec<u8>,
}

impl IndexFile {
    pub(super) fn new(name: String, bytes: Vec<u8>) -> IndexFile {
        IndexFile { name, bytes }
    }

    /// A file of a folder with nothing but its hash for a name.
    pub(super) fn by_content(folder: &str, bytes: Vec<u8>) -> IndexFile {
        IndexFile { name: format!("{folder}/{}", hex(&hash(&bytes))), bytes }
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
