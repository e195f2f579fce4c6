//! Turns one file into bytes or text, within limits.
//! Knows nothing of what the file is for.

use super::seen::Stamp;
use crate::report::{Code, Diagnostic, Place};
use crate::route::SourcePath;
use std::io::Read;
use std::path::Path;

/// The largest text, in bytes: some twenty times the longest plan known.
pub const MAX_TEXT: u64 = 8 << 20;

/// The largest other file, in bytes.
pub const MAX_ASSET: u64 = 256 << 20;

/// Why a file gave no text.
#[derive(Debug)]
pub enum Unreadable {
    /// There is no such file.
    Missing,
    /// It is larger than its kind may be, in bytes.
    TooLarge {
        /// The size found.
        size: u64,
        /// The size allowed.
        limit: u64,
    },
    /// It is not UTF-8 from this byte on.
    NotUtf8 {
        /// The first byte that is not.
        offset: usize,
        /// All bytes, for quoting.
        bytes: Vec<u8>,
    },
    /// The system says no.
    Io(std::io::Error),
}

impl Unreadable {
    /// The fault as data.
    pub fn diagnostic(&self, path: &SourcePath) -> Diagnostic {
        let fault = match self {
            Unreadable::Missing => Diagnostic::new(Code::MissingFile).with("name", path.as_str()),
            Unreadable::TooLarge { size, limit } => Diagnostic::new(Code::TooLarge)
                .with("size", size.to_string())
                .with("limit", limit.to_string()),
            Unreadable::NotUtf8 { offset, .. } => {
                return Diagnostic::new(Code::NotUtf8)
                    .with("offset", offset.to_string())
                    .at(Place::new(path, *offset..*offset));
            }
            Unreadable::Io(error) => Diagnostic::new(Code::Unreadable).with("why", error.to_string()),
        };
        fault.at(Place::file(path))
    }

    pub(super) fn lossy(self) -> String {
        match self {
            Unreadable::NotUtf8 { bytes, .. } => String::from_utf8_lossy(&bytes).into_owned(),
            _ => String::new(),
        }
    }
}

/// Reads a file that may have grown since it was listed: never more than `limit` bytes.
pub(super) fn file(path: &Path, limit: u64) -> Result<Vec<u8>, Unreadable> {
    stamped(path, limit).map(|(bytes, _)| bytes)
}

/// The same with what was to be seen of the file after its last byte was read: whatever was written to it before shows.
pub(super) fn stamped(path: &Path, limit: u64) -> Result<(Vec<u8>, Option<Stamp>), Unreadable> {
    let mut file = std::fs::File::open(path).map_err(Unreadable::Io)?;
    let size = file.metadata().map(|meta| meta.len()).unwrap_or(0);
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(limit)).unwrap_or(0) + 1);
    file.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(Unreadable::Io)?;
    match bytes.len() as u64 > limit {
        true => Err(Unreadable::TooLarge { size, limit }),
        false => Ok((bytes, file.metadata().ok().map(|meta| Stamp::of(&meta)))),
    }
}

/// A file that is no longer what was listed: nothing that was concluded from the listing holds for it.
pub(super) fn changed() -> Unreadable {
    Unreadable::Io(std::io::Error::other("it changed while it was read"))
}

/// Bytes to text: the byte order mark goes, CR LF becomes LF.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, Unreadable> {
    let text = match simdutf8::compat::from_utf8(&bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => return Err(Unreadable::NotUtf8 { offset: error.valid_up_to(), bytes }),
    };
    Ok(if text.contains('\r') { text.replace("\r\n", "\n") } else { text.to_owned() })
}
