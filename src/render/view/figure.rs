//! Turns targets, facts and projects into rows that lists, plan pages and body pages share.

use super::{Link, Tag};
use serde::Serialize;

/// A figure in three parts so that the number can stand out: 约 · 130 · 所; at least · 30 · centres.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Figure {
    /// `figure`, `all`, `some` or `qualitative`.
    pub kind: String,
    /// What stands before the number: comparator and change; may be empty.
    pub before: String,
    /// The number with sign and per cent; for `all` and `some` the word; empty when qualitative.
    pub value: String,
    /// What stands after it: unit, per, 以上; may be empty.
    pub after: String,
}

/// A deadline, a term or an as-of date.
#[derive(Debug, Clone, Default, Serialize)]
pub struct When {
    /// Short: 2025, 2021–2025, March 2016.
    pub text: String,
    /// As the plan words it (“十四五”时期); may be empty.
    pub wording: String,
    /// One of `by`, `before`, `during`, `within`, `recurring`, `none`.
    pub kind: String,
    /// Shown where the value is not stated in the clause itself: inherited or editorial.
    pub basis: Option<Tag>,
}

/// A body with what it does here.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Who {
    /// The body (or partner).
    pub body: Link,
    /// 牵头, participates …; may be empty.
    pub role: String,
    /// Shown where it is not stated in the clause itself.
    pub basis: Option<Tag>,
    /// Not reviewed yet.
    pub pending: bool,
}

/// A figure with what it counts.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SubjectFigure {
    /// The figure.
    pub figure: Figure,
    /// What it counts; leads to the target or fact where there is one.
    pub subject: Link,
    /// By when; absent for facts.
    pub deadline: Option<When>,
}

/// One target as a row of a table or a note in a margin.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TargetRow {
    /// `<plan>/<target>`.
    pub id: String,
    /// What is to be reached; leads to the target's page.
    pub subject: Link,
    /// How much.
    pub figure: Figure,
    /// By when.
    pub deadline: Option<When>,
    /// Binding or expected, where the plan says so.
    pub nature: Option<Tag>,
    /// How firm; absent when firm.
    pub force: Option<Tag>,
    /// Who; empty where the plan does not say.
    pub who: Vec<Who>,
    /// From which clause, named with its plan: “Belt and Road plan II (3)”.
    pub clause: Link,
    /// The plan alone.
    pub plan: Link,
    /// Number in the indicator table; may be empty.
    pub indicator: String,
    /// On a plan page: the passage (`#m-<target>`) in this clause's text.
    pub mark: Option<String>,
    /// Filter keys, `facet:value`, as used by [`super::FacetOption::value`].
    pub keys: Vec<String>,
    /// Not reviewed yet: seen in `serve` only.
    pub pending: bool,
}

/// One fact: a quantity already reached.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FactRow {
    /// `<plan>/<fact>`.
    pub id: String,
    /// What was reached; leads to the passage in its clause.
    pub subject: Link,
    /// How much.
    pub figure: Figure,
    /// When it held.
    pub as_of: Option<When>,
    /// From which clause, named with its plan.
    pub clause: Link,
    /// The plan alone.
    pub plan: Link,
    /// On a plan page: the passage in this clause's text.
    pub mark: Option<String>,
    /// Not reviewed yet.
    pub pending: bool,
}

/// One numbered project of a plan.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ProjectRow {
    /// Not reviewed yet.
    pub pending: bool,
    /// Its printed number (项目15, Project 15).
    pub number: String,
    /// Leads to the project's page.
    pub title: Link,
    /// The plan.
    pub plan: Link,
    /// Its clause, named with its plan.
    pub clause: Link,
    /// Who leads.
    pub lead: Vec<Who>,
    /// Who joins.
    pub participants: Vec<Who>,
    /// When.
    pub when: Vec<When>,
    /// With whom abroad.
    pub partners: Vec<Link>,
    /// Where.
    pub places: Vec<Link>,
    /// What is counted.
    pub figures: Vec<SubjectFigure>,
    /// How firm; absent when firm.
    pub force: Option<Tag>,
    /// A stated uncertainty; may be empty.
    pub note: String,
}
