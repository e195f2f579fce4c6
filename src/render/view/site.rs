//! Turns the portal as a whole into its gateway, home, data, plain and missing pages.

use super::{Count, Counted, Entry, FileLink, Link, Picture, PlanItem, TargetRow, TocItem};
use serde::Serialize;

/// The language choice at `/`, and the page for a missing address outside a language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GatewayPage {
    /// One per language.
    pub choices: Vec<GatewayChoice>,
}

/// One language at the gateway.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GatewayChoice {
    /// BCP 47 language.
    pub lang: String,
    /// Home page of that language.
    pub href: String,
    /// The language's own name.
    pub label: String,
    /// The portal's name in that language.
    pub title: String,
    /// The portal's description in that language.
    pub description: String,
    /// 进入中文版, Enter in English.
    pub enter: String,
    /// That this is not a government site, in that language.
    pub not_government: String,
    /// "This page does not exist" in that language; used by `/404.html`.
    pub missing: String,
}

/// The home page of one language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HomePage {
    /// The portal's name.
    pub title: String,
    /// One line above the lead: “Five plans, 2015–2025, clause by clause, in two languages”.
    pub eyebrow: String,
    /// The portal's description.
    pub description: String,
    /// Plans, clauses, targets, bodies, partners.
    pub counts: Vec<Count>,
    /// Targets of the next deadline, or of the last one where all have passed.
    pub due: Option<Due>,
    /// Deadline years, each with its count.
    pub years: Vec<Counted>,
    /// Plans on a time line.
    pub timeline: Option<Picture>,
    /// Targets by field and year.
    pub years_picture: Option<Picture>,
    /// Plans.
    pub plans: Vec<PlanItem>,
    /// Policy fields.
    pub topics: Vec<Entry>,
    /// Bodies with the most duties, then all.
    pub bodies: Vec<Entry>,
    /// Partners most often named, then all.
    pub partners: Vec<Entry>,
}

/// A few targets of one deadline.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Due {
    /// “Due by the end of 2025”; says so when the year has passed.
    pub heading: String,
    /// The targets.
    pub rows: Vec<TargetRow>,
    /// All of them.
    pub more: Link,
}

/// The open-data page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DataPage {
    /// Heading.
    pub title: String,
    /// The editor's text from `content/pages/data`.
    pub html: String,
    /// Everything in one archive.
    pub archive: Option<FileLink>,
    /// The index file.
    pub index: Option<FileLink>,
    /// One per data set.
    pub sets: Vec<DataFile>,
    /// One per plan.
    pub plans: Vec<DataFile>,
    /// Worked examples, highlighted.
    pub samples: Vec<Sample>,
    /// Licence.
    pub licence: Option<Link>,
    /// How to cite the data; may be empty.
    pub cite: String,
}

/// One data set.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DataFile {
    /// Its name for people.
    pub title: String,
    /// `targets`.
    pub id: String,
    /// What it holds.
    pub description: String,
    /// How many records, formatted; may be empty.
    pub records: String,
    /// JSON, CSV in both languages, Akoma Ntoso, schema.
    pub files: Vec<FileLink>,
}

/// One worked example.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Sample {
    /// Heading.
    pub title: String,
    /// `<pre>` with highlighted code.
    pub html: String,
}

/// A page of plain text: about, accessibility, corrections.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ContentPage {
    /// Heading.
    pub title: String,
    /// The text.
    pub html: String,
    /// Contents, for long pages.
    pub toc: Vec<TocItem>,
}

/// A missing page inside a language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MissingPage {
    /// Where to go instead.
    pub links: Vec<Link>,
}
