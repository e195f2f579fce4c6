//! Turns small documents of every kind, in our own words, into drafts, and holds them to what a reader sees.
//! Knows nothing of records.

mod damaged;
mod kinds;
mod notices;
mod plans;

use crate::import::fixture::{body, draft, outline};
