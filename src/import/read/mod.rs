//! Turns the bytes of a file into a [`Manuscript`], by what the file is: text, page, or word processor's document.
//! Knows nothing of what the text says.
//!
//! What is hostile ends here: every reader works within [`Limits`] and is linear in the length of its input.

mod decode;
mod page;
mod plain;
mod word;

use super::manuscript::{Block, Manuscript};
use sha2::{Digest, Sha256};

/// How much a reader takes. Official documents stay a hundred times below each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub file: usize,
    /// Bytes of a packed file, unpacked.
    pub unpacked: usize,
    /// Bytes of the decoded text.
    pub text: usize,
    /// Elements inside one another.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: 32 << 20, unpacked: 64 << 20, text: 4 << 20, depth: 400 }
    }
}

/// Why a file was not read. Nothing of it was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// More bytes than [`Limits::file`].
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// More bytes of text than [`Limits::text`].
    TooLong {
        /// The limit in bytes.
        limit: usize,
    },
    /// A packed file with more inside than [`Limits::unpacked`].
    Bomb {
        /// The limit in bytes.
        limit: usize,
    },
    /// More elements inside one another than [`Limits::depth`].
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// A format that must be saved as another one first.
    Format {
        /// Its usual name: `doc`, `pdf`, `ofd`, `wps`.
        name: &'static str,
    },
    /// XML with a document type: it could define entities.
    Entities,
    /// A file that is not what its name says, or is damaged.
    Damaged {
        /// What is wrong with it.
        why: String,
    },
    /// Nothing in it that people read.
    Empty,
}

impl Refusal {
    /// The key of the sentence that says so, and what stands in it.
    pub fn words(&self) -> (String, Vec<(&'static str, String)>) {
        let limit = |key: &str, limit: usize| (format!("import-{key}"), vec![("limit", limit.to_string())]);
        match self {
            Refusal::TooLarge { limit: bytes } => limit("too-large", *bytes),
            Refusal::TooLong { limit: bytes } => limit("too-long", *bytes),
            Refusal::Bomb { limit: bytes } => limit("bomb", *bytes),
            Refusal::TooDeep { limit: elements } => limit("too-deep", *elements),
            Refusal::Format { name } => ("import-format".to_owned(), vec![("format", (*name).to_owned())]),
            Refusal::Entities => ("import-entities".to_owned(), Vec::new()),
            Refusal::Damaged { why } => ("import-damaged".to_owned(), vec![("why", why.clone())]),
            Refusal::Empty => ("import-empty".to_owned(), Vec::new()),
        }
    }
}

/// Reads a file. `name` is its name without the folder; its ending counts only where the bytes say nothing.
///
/// # Errors
/// When the file is too large, hostile, damaged, empty, or of a format that must be saved as another one first.
pub fn read(name: &str, bytes: &[u8], limits: Limits) -> Result<Manuscript, Refusal> {
    if bytes.len() > limits.file {
        return Err(Refusal::TooLarge { limit: limits.file });
    }
    let read = match kind(name, bytes) {
        Kind::Text => plain::read(bytes),
        Kind::Page => page::read(bytes, limits)?,
        Kind::Packed => word::read(bytes, limits)?,
        Kind::Foreign(format) => return Err(Refusal::Format { name: format }),
    };
    if read.text.len() > limits.text {
        return Err(Refusal::TooLong { limit: limits.text });
    }
    if read.blocks.is_empty() {
        return Err(Refusal::Empty);
    }
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Manuscript {
        file: name.to_owned(),
        sha256,
        encoding: read.encoding,
        text: read.text,
        blocks: read.blocks,
    })
}

/// What a reader gives.
struct Read {
    encoding: String,
    text: String,
    blocks: Vec<Block>,
}

enum Kind {
    Text,
    Page,
    Packed,
    Foreign(&'static str),
}

/// What a file is: by its first bytes, then by the ending of its name.
fn kind(name: &str, bytes: &[u8]) -> Kind {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    let ending = ending.as_str();
    let compound = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    match ending {
        _ if bytes.starts_with(b"%PDF-") => Kind::Foreign("pdf"),
        _ if bytes.starts_with(b"{\\rtf") => Kind::Foreign("rtf"),
        _ if word::is_packed(bytes) => Kind::Packed,
        "docx" => Kind::Packed,
        "wps" => Kind::Foreign("wps"),
        _ if compound => Kind::Foreign("doc"),
        "doc" => Kind::Foreign("doc"),
        "pdf" => Kind::Foreign("pdf"),
        "ofd" => Kind::Foreign("ofd"),
        "html" | "htm" | "xhtml" | "shtml" => Kind::Page,
        _ if page::is_page(bytes) => Kind::Page,
        _ => Kind::Text,
    }
}
