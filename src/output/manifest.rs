//! Turns the list of what was published into a file of its own, and back.
//! Knows nothing of how files come about.

use anyhow::Context;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The manifest's name in the output folder.
pub const MANIFEST: &str = ".diptych.json";

/// What a build published: every file with its hash and length.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of this file.
    pub version: u32,
    /// By what the compressed copies beside texts were made; nothing where there are none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sidecars: String,
    /// Files that only the site before had, for readers who still hold its pages.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub past: BTreeSet<String>,
    /// Path below the folder → what the file holds.
    pub files: BTreeMap<String, Entry>,
}

/// One published file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// BLAKE3 in hexadecimal.
    pub blake3: String,
    /// Length in bytes.
    pub bytes: u64,
}

impl Entry {
    /// The entry of some bytes.
    pub fn of(bytes: &[u8]) -> Entry {
        Entry { blake3: blake3::hash(bytes).to_hex().to_string(), bytes: bytes.len() as u64 }
    }
}

impl Manifest {
    /// The manifest of a folder; an empty one where there is none or it cannot be understood, so that everything is
    /// made again.
    pub fn read(folder: &Path) -> Manifest {
        let text = std::fs::read(folder.join(MANIFEST)).unwrap_or_default();
        let manifest: Manifest = serde_json::from_slice(&text).unwrap_or_default();
        if manifest.version == 1 { manifest } else { Manifest::default() }
    }

    pub(super) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let path = folder.join(MANIFEST);
        let text = serde_json::to_vec(self).context("cannot write the manifest as JSON")?;
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
    }
}
