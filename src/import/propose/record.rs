//! Turns what was found in a draft into records in the shapes of the open data, each with its passage and place.
//! Knows nothing of how it was found.

use crate::content::words::{Basis, Change, Comparator, Extent, Force, Nature, Review, Role, TimeKind};
use crate::lang::Texts;
use serde::{Serialize, Serializer};
use std::ops::Range;

/// Everything that is proposed from one draft. None of it is published before an editor settles it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Proposals {
    /// What the plan commits to, the rows of its indicator tables included.
    pub targets: Vec<Aim>,
    /// Quantities already reached when the plan was written.
    pub facts: Vec<Aim>,
    /// The rows of the indicator tables.
    pub indicators: Vec<Indicator>,
    /// Numbered projects with bodies of their own.
    pub projects: Vec<Project>,
    /// Clause × body × role.
    pub duties: Vec<Duty>,
    /// Works in 《》.
    pub citations: Vec<Citation>,
    /// Chinese bodies, once for each clause that names them.
    pub departments: Vec<Mention>,
    /// Countries, regions, international organisations and the like, once for each clause.
    pub partners: Vec<Mention>,
    /// Places, once for each clause.
    pub places: Vec<Mention>,
}

/// Where a record comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The id of the clause.
    pub clause: String,
    /// The words that say it.
    pub passage: Texts<String>,
    /// The line of the decoded text on which the passage begins, from 1; see [`Proposals::with_lines`].
    pub line: Option<usize>,
    /// The bytes of the decoded text from the passage's beginning to its end.
    #[serde(skip)]
    pub bytes: Range<usize>,
    /// Proposed, always.
    pub review: Pending,
}

/// A proposed record waits for review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pending;

impl Serialize for Pending {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Review::Pending.serialize(serializer)
    }
}

/// A name as the text writes it, and who bears it where a register knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// As written; a part of a body that leaves its parent out has it put before it.
    pub text: String,
    /// The id in `departments.toml`, or `partner:` and that in `partners.toml`.
    pub id: Option<String>,
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

/// A unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct UnitName {
    /// Its id in `units.toml`, where the word has only one.
    pub code: Option<String>,
    /// The word of the text.
    pub zh: String,
    /// Nothing: it is the register that knows it.
    pub en: Option<String>,
}

/// A target or a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Aim {
    /// Unique in the plan: `t1`, `f1`.
    pub id: String,
    /// Where it stands.
    #[serde(flatten)]
    pub origin: Origin,
    /// What is counted or reached.
    pub subject: Texts<String>,
    /// A figure, all, some.
    pub extent: Extent,
    /// The number, as a decimal or a fraction.
    pub value: Option<String>,
    /// The upper end of a range.
    pub upper: Option<String>,
    /// What is counted in.
    pub unit: Option<UnitName>,
    /// Per what.
    pub per: Option<Texts<String>>,
    /// How the figure bounds what is meant.
    pub comparator: Comparator,
    /// Level or change.
    pub change: Change,
    /// By when; targets only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Time>,
    /// As of when; facts only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Time>,
    /// Binding or expected, where a table says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// How firmly.
    pub force: Force,
    /// The row of the indicator table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<Row>,
    /// The bodies that the clause names for it.
    pub departments: Vec<Assigned>,
}

/// A row's number and category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The printed number, or the row's place.
    pub number: u16,
    /// The category.
    pub category: Texts<String>,
}

/// A body with its role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assigned {
    /// The body, as written.
    pub id: Name,
    /// What it has to do.
    pub role: Role,
    /// Where that comes from.
    pub basis: Basis,
}

/// A time as the text bounds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Time {
    /// How it is bounded.
    pub kind: TimeKind,
    /// First year or month.
    pub start: Option<String>,
    /// Last year or month.
    pub end: Option<String>,
    /// As the text words it.
    pub text: Texts<String>,
    /// Where it comes from.
    pub basis: Basis,
}

/// A row of an indicator table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Indicator {
    /// The printed number, or the row's place.
    pub number: u16,
    /// The category; empty where there is none.
    pub category: String,
    /// What is measured.
    pub name: String,
    /// Binding or expected.
    pub nature: Option<Nature>,
    /// The number, as a decimal.
    pub value: Option<String>,
    /// The unit's word.
    pub unit: Option<String>,
    /// How the number bounds what is meant.
    pub comparator: Comparator,
    /// Level or change.
    pub change: Change,
    /// The value from which it starts, as the table gives it.
    pub baseline: Option<String>,
    /// Where it stands.
    #[serde(flatten)]
    pub origin: Origin,
}

/// A numbered project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Project {
    /// The printed number.
    pub number: u16,
    /// Its title.
    pub title: Texts<String>,
    /// Who leads.
    pub lead: Vec<Name>,
    /// Who joins.
    pub participants: Vec<Name>,
    /// How firmly.
    pub force: Force,
    /// Where it stands.
    #[serde(flatten)]
    pub origin: Origin,
}

/// A body's duty in a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// The body, as written.
    pub department: Name,
    /// What it has to do.
    pub role: Role,
    /// Where that comes from.
    pub basis: Basis,
    /// Where it stands.
    #[serde(flatten)]
    pub origin: Origin,
}

/// A work cited in 《》.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// Its title as written, without the outer marks.
    pub title: String,
    /// Its id in `documents.toml`.
    pub id: Option<String>,
    /// Where it stands.
    #[serde(flatten)]
    pub origin: Origin,
}

/// A name in a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mention {
    /// As written.
    pub name: String,
    /// Its id in the register; none for a name that the registers do not know.
    pub id: Option<String>,
    /// Where it stands.
    #[serde(flatten)]
    pub origin: Origin,
}

impl Proposals {
    /// The proposals with the lines of the decoded text on which they stand.
    pub fn with_lines(mut self, decoded: &str) -> Proposals {
        let starts: Vec<usize> =
            std::iter::once(0).chain(decoded.match_indices('\n').map(|(at, _)| at + 1)).collect();
        for origin in self.origins_mut() {
            origin.line = Some(starts.partition_point(|start| *start <= origin.bytes.start));
        }
        self
    }

    fn origins_mut(&mut self) -> impl Iterator<Item = &mut Origin> {
        let aims = self.targets.iter_mut().chain(&mut self.facts).map(|aim| &mut aim.origin);
        let rows = self.indicators.iter_mut().map(|row| &mut row.origin);
        let projects = self.projects.iter_mut().map(|project| &mut project.origin);
        let duties = self.duties.iter_mut().map(|duty| &mut duty.origin);
        let citations = self.citations.iter_mut().map(|citation| &mut citation.origin);
        let mentions = self.departments.iter_mut().chain(&mut self.partners).chain(&mut self.places);
        let mentions = mentions.map(|mention| &mut mention.origin);
        aims.chain(rows).chain(projects).chain(duties).chain(citations).chain(mentions)
    }
}

/// A Chinese text; what is not written is missing.
pub(super) fn zh(text: impl Into<String>) -> Texts<String> {
    Texts { zh: Some(text.into()), en: None }
}
