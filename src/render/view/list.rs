//! Turns many records into the pages that list them.

use super::{FactRow, FileLink, Link, Picture, ProjectRow, Tag, TargetRow};
use serde::Serialize;

/// Where a long list goes on.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Pager {
    /// Number of this page, from 1.
    pub number: u32,
    /// How many pages there are.
    pub of: u32,
    /// The page before.
    pub prev: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The pages by number, of a long list only some; the current one has no href.
    pub pages: Vec<PageLink>,
}

/// One page of a long list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PageLink {
    /// Its number.
    pub text: String,
    /// Where it lies.
    pub href: Option<String>,
    /// Pages are left out between the one before and this.
    pub far: bool,
}

/// A list of departments, partners, places, topics, documents or terms.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ListPage {
    /// Heading.
    pub title: String,
    /// One or two sentences; may be empty.
    pub intro: String,
    /// How many entries there are on all pages.
    pub total: u32,
    /// The entries, grouped.
    pub groups: Vec<Group>,
    /// Bodies: who leads and who takes part, by field.
    pub picture: Option<Picture>,
    /// CSV and JSON of the whole list.
    pub files: Vec<FileLink>,
    /// Where the list goes on.
    pub pager: Option<Pager>,
}

/// Entries that belong together.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Group {
    /// Anchor.
    pub id: String,
    /// Heading; empty where the list has one group only.
    pub heading: String,
    /// A sentence; may be empty.
    pub note: String,
    /// The entries in the language's order.
    pub entries: Vec<Entry>,
}

/// One line of a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Entry {
    /// Its name; leads to its page.
    pub link: Link,
    /// Its name in the other language.
    pub other: Option<Link>,
    /// Kind, years, issuer …, or a term's definition; may be empty.
    pub detail: String,
    /// Former, ended, part of the portal …
    pub tags: Vec<Tag>,
    /// What there is of it.
    pub counts: Vec<Count>,
}

/// A counted thing, formatted: 牵头 · 41.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Count {
    /// What is counted.
    pub label: String,
    /// How many, formatted.
    pub n: String,
}

/// A link with a number: 2025 · 16.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Counted {
    /// What is counted.
    pub link: Link,
    /// How many, formatted.
    pub n: String,
}

/// The list of plans.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PlansPage {
    /// Heading.
    pub title: String,
    /// One or two sentences; may be empty.
    pub intro: String,
    /// The plans, newest first.
    pub plans: Vec<PlanItem>,
    /// Files of all plans.
    pub files: Vec<FileLink>,
    /// Where the list goes on.
    pub pager: Option<Pager>,
}

/// One plan in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PlanItem {
    /// Full title; leads to the plan.
    pub link: Link,
    /// Level, kind and period.
    pub eyebrow: Vec<String>,
    /// Document number with its language; absent when the document bears none.
    pub number: Option<Link>,
    /// Who issued it.
    pub issuers: Vec<Link>,
    /// Date of issue; may be empty.
    pub issued: String,
    /// In force, superseded, ended.
    pub status: Tag,
    /// Clauses, targets, projects.
    pub counts: Vec<Count>,
    /// Topics.
    pub topics: Vec<Link>,
    /// Side by side in both languages.
    pub parallel: Option<String>,
}

/// The target index, and the targets due in one year.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TargetsPage {
    /// Heading: Targets, Targets due in 2025.
    pub title: String,
    /// One or two sentences; may be empty.
    pub intro: String,
    /// How many targets there are on all pages.
    pub total: u32,
    /// Years with targets, each with its count; the current one has no href.
    pub years: Vec<Counted>,
    /// On a year page: the whole index.
    pub all: Option<String>,
    /// Filters; need script, so empty where the list is paged.
    pub facets: Vec<Facet>,
    /// Targets by field and year.
    pub picture: Option<Picture>,
    /// The targets.
    pub rows: Vec<TargetRow>,
    /// CSV and JSON.
    pub files: Vec<FileLink>,
    /// Where the list goes on.
    pub pager: Option<Pager>,
}

/// One way to narrow a list down.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Facet {
    /// Name in the address (`plan`, `topic`, `body`, `due`, `nature`, `force`, `extent`).
    pub key: String,
    /// What is shown.
    pub label: String,
    /// The values.
    pub options: Vec<FacetOption>,
}

/// One value of a facet.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FacetOption {
    /// `facet:value`, one of [`TargetRow::keys`].
    pub value: String,
    /// What is shown.
    pub label: String,
    /// How many rows have it.
    pub count: u32,
}

/// Figures already reached.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FactsPage {
    /// Heading.
    pub title: String,
    /// One or two sentences; may be empty.
    pub intro: String,
    /// How many there are on all pages.
    pub total: u32,
    /// The facts.
    pub rows: Vec<FactRow>,
    /// CSV and JSON.
    pub files: Vec<FileLink>,
    /// Where the list goes on.
    pub pager: Option<Pager>,
}

/// All numbered projects.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ProjectsPage {
    /// Heading.
    pub title: String,
    /// One or two sentences; may be empty.
    pub intro: String,
    /// How many there are on all pages.
    pub total: u32,
    /// By plan.
    pub groups: Vec<ProjectGroup>,
    /// CSV and JSON.
    pub files: Vec<FileLink>,
    /// Where the list goes on.
    pub pager: Option<Pager>,
}

/// The projects of one plan.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ProjectGroup {
    /// Anchor.
    pub id: String,
    /// The plan.
    pub plan: Link,
    /// Its projects in printed order.
    pub rows: Vec<ProjectRow>,
}
