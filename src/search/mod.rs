//! Turns the site into an index that a reader's browser searches: tantivy's terms as small static files.
//! Knows nothing of HTML or of the disk.
//!
#![doc = include_str!("format.md")]
