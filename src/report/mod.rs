//! Turns faults into data: [`Diagnostic`] says what is wrong, where, and what now; one file per output format.
//! Knows nothing of how things are made, and never prints.

mod code;
mod human;
mod json;
mod place;
mod sarif;
mod wording;

pub use code::{Code, Severity};
pub use human::{Look, human};
pub use json::{JsonReport, json};
pub use place::{Column, Place, column_of};
pub use sarif::sarif;
pub use wording::Wording;

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One fault, as data. Its wording in either language comes from the message files by its code and arguments.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Where: none for a fault of the portal as a whole.
    pub place: Option<Place>,
    /// What kind of fault.
    pub code: Code,
    /// What the message speaks of: names, values; `nearest` makes the hint.
    pub args: BTreeMap<Cow<'static, str>, String>,
}

impl Diagnostic {
    /// A fault of a kind, without place or arguments yet.
    pub fn new(code: Code) -> Self {
        Diagnostic { place: None, code, args: BTreeMap::new() }
    }

    /// The same fault, at a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same fault, with an argument of its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.insert(Cow::Borrowed(name), value.into());
        self
    }

    /// The same fault, with the candidate nearest to `given` as its hint, if one is near enough to be meant.
    #[must_use]
    pub fn nearest<'a>(self, given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(given, candidates) {
            Some(candidate) => self.with("nearest", candidate),
            None => self,
        }
    }

    /// How bad it is, by the one table in `code.rs`.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// All faults of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds the faults of a stage.
    pub fn extend(&mut self, more: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.extend(more);
    }

    /// Puts the faults in order of file, place and code, and drops repetitions.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.diagnostics.sort();
        self.diagnostics.dedup();
        self
    }

    /// The faults, in order once [`Report::sorted`].
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    /// How many faults of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
    }

    /// True when something false would be published.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

/// The candidate that the writer probably meant, by edit distance; ties go to the first in order.
pub fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (given.chars().count() / 3).max(2);
    let scored =
        candidates.into_iter().filter(|c| *c != given).map(|c| (strsim::damerau_levenshtein(given, c), c));
    let best = scored.filter(|(distance, _)| *distance <= limit).min();
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests;
