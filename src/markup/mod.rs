//! Turns the Markdown of one text into a tree that says where each part stands.
//! Knows nothing of other documents, routes, or the disk.
//!
//! [`parse()`] is the one way in. It reads the text in three steps:
//!
//! 1. [`cjk`] finds the `*` and `~` that CommonMark would misread beside Chinese
//!    punctuation and marks them;
//! 2. pulldown-cmark turns the marked text into events;
//! 3. `build` turns the events into a [`Document`] of bounded depth, takes the marks out
//!    again, refuses what is unsafe and says so in [`Fault`]s.
//!
//! Everything else reads the tree: [`Document::sections`] cuts it at its headings,
//! [`walk`](Document::walk) goes through it, [`plain`] takes its words, [`html`] writes it.

mod build;
pub mod cjk;
mod fault;
pub mod highlight;
pub mod html;
mod parse;
pub mod plain;
mod scheme;
mod section;
mod tree;
mod walk;

#[cfg(test)]
mod tests;

pub use fault::{Fault, FaultKind};
pub use highlight::Highlight;
pub use parse::{DEPTH, parse};
pub use section::{Counts, Section, Sections};
pub use tree::{
    Align, Block, Cell, Document, Footnote, Heading, Image, Inline, Item, Link, List, Span, Table,
};
pub use walk::{Node, Walk, walk};
