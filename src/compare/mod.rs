//! Turns two states of a portal into what changed between them.
//! Knows nothing of the disk, of the command line or of whoever is told.
//!
//! Two questions are answered. What must a translator follow? [`currency`] lays each translated clause beside its source
//! as it was when somebody last accepted the translation. And what is new for a reader? [`Data`] is the open data of a
//! portal on one day; [`changes`] finds what another day says otherwise, by the fields of each [`Kind`] that readers know;
//! [`Teller`] says it in sentences, [`atom`] in a feed. [`words`] compares two texts for both.

mod change;
pub mod currency;
mod data;
mod feed;
mod figure;
mod kind;
mod tell;
pub mod words;

#[cfg(test)]
mod tests;

pub use change::{Change, Held, What, changes};
pub use data::{About, Data};
pub use feed::atom;
pub use kind::Kind;
pub use tell::Teller;
