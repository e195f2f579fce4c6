//! Turns the site into an index that a reader's browser searches: tantivy's terms as small static files.
//! Knows nothing of HTML or of the disk.
//!
//! [`Index::new`] makes all files; its page says how. [`analyzer`] is what text and queries have in common with the
//! browser's reader; [`ask`] is tantivy's own search over the same documents.
//!
#![doc = include_str!("format.md")]

pub mod analyzer;
pub mod ask;
pub mod document;
mod excerpt;
mod facet;
mod file;
mod files;
mod index;
mod quantities;
mod router;
mod shard;
mod site;
mod wire;
mod words;

#[cfg(test)]
mod tests;

pub use file::IndexFile;
pub use files::Index;

/// The number of the format that the page above tells.
pub const FORMAT: u32 = 1;
