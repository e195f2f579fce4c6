//! Turns a change of one file into a mutant: what was done, and where it has to be reported.

use super::portal::{Fault, Part};
use std::ops::Range;

/// What is wrong with a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    ChangedDigit,
    ChangedScale,
    SwappedBody,
    DroppedParagraph,
    MovedRecord,
    FactTurnedTarget,
    AvoidedRendering,
    TwoRenderings,
    StaleTwin,
}

/// A plan with one fault.
pub(crate) struct Mutant {
    pub(crate) kind: Kind,
    pub(crate) plan: String,
    /// The changed file.
    pub(crate) path: String,
    /// The file as it was.
    pub(crate) before: String,
    /// The bytes that became other words.
    pub(crate) cut: Range<usize>,
    /// The words that stand there now.
    pub(crate) words: String,
    /// Where it has to be reported: in a text of one of these clauses, or in a record of them.
    pub(crate) clauses: Vec<String>,
    /// Or in this table of the plan's records.
    pub(crate) table: Option<usize>,
}

impl Mutant {
    /// The changed file.
    pub(crate) fn text(&self) -> String {
        format!("{}{}{}", &self.before[..self.cut.start], self.words, &self.before[self.cut.end..])
    }

    /// Whether a fault is reported where this one is.
    pub(crate) fn is_at(&self, fault: &Fault) -> bool {
        let Part { clause, table } = &fault.part;
        let folder = format!("content/plans/{}/", self.plan);
        let is_record = fault.file.ends_with("plan.toml") && Some(*table) == self.table;
        fault.file.starts_with(&folder) && (is_record || self.clauses.contains(clause))
    }

    /// What was done, in a line.
    pub(crate) fn describe(&self) -> String {
        let line = self.before[..self.cut.start].matches('\n').count() + 1;
        let short = |text: &str| text.chars().take(40).collect::<String>().replace('\n', " ");
        let around = |from: usize, to: usize| {
            let floor = self.before[..from].char_indices().rev().nth(12).map_or(0, |(at, _)| at);
            let ceiling =
                self.before[to..].char_indices().nth(12).map_or(self.before.len(), |(at, _)| to + at);
            (self.before[floor..from].replace('\n', " "), self.before[to..ceiling].replace('\n', " "))
        };
        let (left, right) = around(self.cut.start, self.cut.end);
        let (old, new) = (short(&self.before[self.cut.clone()]), short(&self.words));
        format!(
            "{:?} {}:{line} {} …{left}[{old} → {new}]{right}…",
            self.kind,
            self.path,
            self.clauses.join(" ")
        )
    }
}
