//! Turns portals in memory into sites: what leads to what, which pages there are, what stays unseen.
//! Knows nothing of HTML.

#![expect(clippy::unwrap_used, reason = "a fixture that does not resolve fails the test")]

#[path = "resolve/mentions.rs"]
mod mentions;
#[path = "resolve/pages.rs"]
mod pages;
#[path = "resolve/relations.rs"]
mod relations;
mod support;
