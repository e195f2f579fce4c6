//! Turns a packed file into its parts, and counts what comes out of it while it comes.
//! Knows nothing of what the parts say.

use super::damaged;
use crate::import::read::{Limits, Refusal};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// A packed file. What its directory claims of sizes is not believed.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    limit: usize,
    left: usize,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: Limits) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error.to_string()))?;
        Ok(Self { archive, limit: limits.unpacked, left: limits.unpacked })
    }

    /// The text of a part, if there is one. All parts together stay within the limit.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(&error.to_string())),
        };
        let mut bytes = Vec::new();
        let most = u64::try_from(self.left).unwrap_or(u64::MAX);
        let count = file
            .take(most.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| damaged(&error.to_string()))?;
        self.left = self.left.checked_sub(count).ok_or(Refusal::Bomb { limit: self.limit })?;
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => crate::import::read::decode::decode(error.as_bytes(), None).0,
        };
        Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
    }

    /// The name of another format that is packed in the same way.
    pub(super) fn other_format(&self) -> Option<&'static str> {
        let has = |name: &str| self.archive.file_names().any(|known| known.is_ok_and(|known| known == name));
        let known = [
            ("OFD.xml", "ofd"),
            ("content.xml", "odt"),
            ("xl/workbook.xml", "xlsx"),
            ("ppt/presentation.xml", "pptx"),
        ];
        known.into_iter().find(|(part, _)| has(part)).map(|(_, format)| format)
    }
}
