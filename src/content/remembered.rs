//! Turns what was read from files into what need not be read again while the files are the same.
//! Knows nothing of how files are read.

use super::registry::{Department, Document, Partner, Place, Redirect, Term, Topic, Unit};
use super::{PlanFolder, Register};
use crate::memory::{Key, Memory};
use crate::report::{Code, Diagnostic};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What some files say, with what is wrong in them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Read<T> {
    /// What they say.
    pub value: T,
    /// What is wrong.
    pub faults: Vec<Diagnostic>,
}

impl<T> Read<T> {
    /// True when the same files would be read in the same way again: a file that could not be read may be readable now.
    pub fn is_lasting(&self) -> bool {
        self.faults.iter().all(|fault| fault.code != Code::Unreadable)
    }
}

/// What [`super::load_after`] has read, by the hashes of the files.
#[derive(Debug, Default)]
pub struct Remembered {
    pub(super) departments: Memory<Read<Arc<Register<Department>>>>,
    pub(super) partners: Memory<Read<Arc<Register<Partner>>>>,
    pub(super) places: Memory<Read<Arc<Register<Place>>>>,
    pub(super) topics: Memory<Read<Arc<Register<Topic>>>>,
    pub(super) units: Memory<Read<Arc<Register<Unit>>>>,
    pub(super) documents: Memory<Read<Arc<Register<Document>>>>,
    pub(super) terms: Memory<Read<Arc<Register<Term>>>>,
    pub(super) redirects: Memory<Read<Arc<Register<Redirect>>>>,
    /// The folders of plans, by far the most of it.
    pub plans: Memory<Read<Option<Arc<PlanFolder>>>>,
}

/// Remembers what lasts.
pub(super) fn remember<T>(made: impl IntoIterator<Item = (Key, Arc<Read<T>>)>) -> Memory<Read<T>> {
    made.into_iter().filter(|(_, read)| read.is_lasting()).collect()
}
