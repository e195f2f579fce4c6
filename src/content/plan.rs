//! Turns `plan.toml` into typed records: metadata, editions, targets, facts, projects, duties, relations.
//! Knows nothing of texts, links' ends or pages.

use super::priority::Priority;
use super::words::{
    Basis, Change, Comparator, Extent, Force, How, Level, Measure, Nature, PlanKind, Reading, Review, Role,
    SourceLang, Status, TimeKind,
};
use crate::lang::{Bilingual, Texts};
use crate::record::{At, Date, PartialDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A number as text: a decimal (`12500`, `3.5`) or a fraction (`1/3`); exact.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Amount(pub String);

/// The years that a plan covers.
#[derive(Debug, Clone, Copy, Deserialize, Serialize, JsonSchema)]
pub struct Period {
    /// First year.
    pub start: i16,
    /// Last year.
    pub end: i16,
}

/// From when to when a plan is valid.
#[derive(Debug, Clone, Copy, Default, Deserialize, Serialize, JsonSchema)]
pub struct Valid {
    /// From this day, month or year.
    pub from: Option<PartialDate>,
    /// To the end of this day, month or year.
    pub to: Option<PartialDate>,
}

/// Where the official text was taken from.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct SourceNote {
    /// The address; empty rather than guessed.
    #[serde(default)]
    pub url: String,
    /// Who published it there.
    pub publisher: Option<Bilingual<String>>,
    /// When it was taken.
    pub retrieved: Option<Date>,
    /// SHA-256 of the file.
    #[serde(default)]
    pub hash: String,
}

/// The metadata of a plan.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct PlanMeta {
    /// Its id: the name of its folder, and its address.
    pub id: At<String>,
    /// Titles.
    pub title: Bilingual<String>,
    /// Shorter titles for lists; else the title.
    pub short: Option<Bilingual<String>>,
    /// Document number.
    pub number: Option<String>,
    /// Who issued it.
    pub issuers: Vec<At<String>>,
    /// To whom it is addressed.
    #[serde(default)]
    pub addressees: Vec<At<String>>,
    /// 成文日期.
    pub issued: Option<PartialDate>,
    /// 发布日期.
    pub published: Option<PartialDate>,
    /// The years that it covers.
    pub period: Option<Period>,
    /// The year to which it looks ahead.
    pub outlook: Option<i16>,
    /// Level of government.
    pub level: Level,
    /// The place that it is for, where regional.
    pub region: Option<At<String>>,
    /// Form.
    pub kind: PlanKind,
    /// Language of the official text.
    pub source_lang: SourceLang,
    /// In force or not.
    pub status: Status,
    /// Dates of validity, where stated.
    #[serde(default)]
    pub valid: Valid,
    /// The plan that took its place.
    pub superseded_by: Option<At<String>>,
    /// Where the official text was taken from.
    #[serde(default)]
    pub sources: Vec<SourceNote>,
    /// What a reader must know of the state of the text.
    pub note: Option<Bilingual<String>>,
    /// The portal on which the pages of the plan stand, ending in `/`; else this one.
    pub home: Option<At<String>>,
}

/// How a text was made and by which kind of hand.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Made {
    /// How it came to be.
    pub how: How,
    /// By which kind of hand: `portal`, `ministry`, …
    pub by: String,
    /// Who reviewed it, and when; empty when nobody has.
    #[serde(default)]
    pub reviewed: String,
}

/// What is said of one text of a plan.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct EditionNote {
    /// How it was made.
    pub made: Made,
    /// From when the revision is; else the plan's date.
    pub revised: Option<Date>,
}

/// What is said of the texts of a plan, each by what it is and its language: `[edition.digest-zh]`.
#[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct EditionNotes {
    /// `official.zh.md`.
    pub official_zh: Option<EditionNote>,
    /// `official.en.md`.
    pub official_en: Option<EditionNote>,
    /// `translation.zh.md`.
    pub translation_zh: Option<EditionNote>,
    /// `translation.en.md`.
    pub translation_en: Option<EditionNote>,
    /// `digest.zh.md`.
    pub digest_zh: Option<EditionNote>,
    /// `digest.en.md`.
    pub digest_en: Option<EditionNote>,
}

/// A time as the plan bounds it.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Time {
    /// How it is bounded.
    pub kind: TimeKind,
    /// First date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// Last date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// As the plan words it, short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Bilingual<String>>,
    /// Where the time comes from.
    #[serde(default = "editorial")]
    pub basis: Basis,
}

impl Time {
    /// The last year that the time touches.
    pub fn last_year(&self) -> Option<i16> {
        self.end.or(self.start).map(|date| date.year)
    }
}

/// A value from which an aim starts.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Baseline {
    /// The number.
    pub value: At<Amount>,
    /// Its unit; else the target's.
    pub unit: Option<At<String>>,
    /// When it was so.
    pub as_of: Option<PartialDate>,
    /// As the plan words it.
    pub text: Option<Bilingual<String>>,
}

/// A row of a numbered indicator table.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Indicator {
    /// The row's number.
    pub number: u16,
    /// The row's category.
    pub category: Bilingual<String>,
    /// The table's note on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual<String>>,
}

/// A body with a role in a record.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Assigned {
    /// The body.
    pub id: At<String>,
    /// What it has to do.
    pub role: Role,
    /// Where that comes from.
    #[serde(default = "stated")]
    pub basis: Basis,
}

/// An aim or a fact: what is counted, how much, until or as of when, and the words that say so.
// What few records say is boxed: a portal may hold a million of them, and all are in memory.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Target {
    /// Its id within the plan.
    pub id: At<String>,
    /// The clause that says so.
    pub clause: At<String>,
    /// What is counted or reached.
    pub subject: Bilingual<String>,
    /// A figure, all, some, or an end state.
    #[serde(default = "figure")]
    pub extent: Extent,
    /// The figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<At<Amount>>,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<Box<At<Amount>>>,
    /// The unit's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<At<String>>,
    /// Per what: 每千人口.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<Box<Bilingual<String>>>,
    /// How the figure bounds the aim.
    #[serde(default = "exactly")]
    pub comparator: Comparator,
    /// Level or change.
    #[serde(default = "level")]
    pub change: Change,
    /// How an increase of a percentage is to be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
    /// Over what it is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// From where it starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Box<Baseline>>,
    /// By when; targets only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Time>,
    /// As of when; facts only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Box<Time>>,
    /// Binding or expected; targets only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// How firmly; targets only.
    #[serde(default = "firm")]
    pub force: Force,
    /// Its row in the indicator table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<Box<Indicator>>,
    /// Who.
    #[serde(default)]
    pub departments: Vec<Assigned>,
    /// The words of the text that prove it, in each language that has the clause.
    pub passage: At<Texts<String>>,
    /// The words of the official text, where that is attached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official: Option<Texts<String>>,
    /// What it carries on: `<plan>/<id>`.
    #[serde(default)]
    pub follows: Vec<At<String>>,
    /// Its regional counterparts: `<plan>/<id>`.
    #[serde(default)]
    pub regional: Vec<At<String>>,
    /// Topics beyond those of its clause.
    #[serde(default)]
    pub topics: Vec<At<String>>,
    /// Settled or proposed.
    #[serde(default = "accepted")]
    pub review: Review,
    /// A stated uncertainty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual<String>>,
}

/// A figure of a project.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Figure {
    /// The number.
    pub value: At<Amount>,
    /// The upper end of a range.
    pub upper: Option<At<Amount>>,
    /// The unit's id.
    pub unit: Option<At<String>>,
    /// What is counted.
    pub subject: Bilingual<String>,
    /// How the figure bounds it.
    #[serde(default = "exactly")]
    pub comparator: Comparator,
}

/// A numbered project with lead and participating bodies.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Project {
    /// Its printed number, unique in the plan.
    pub number: u16,
    /// Its clause.
    pub clause: At<String>,
    /// Its title.
    pub title: Bilingual<String>,
    /// Who leads: department ids, or `partner:<id>`.
    #[serde(default)]
    pub lead: Vec<At<String>>,
    /// Who joins: department ids, or `partner:<id>`.
    #[serde(default)]
    pub participants: Vec<At<String>>,
    /// When.
    #[serde(default)]
    pub when: Vec<Time>,
    /// Where.
    #[serde(default)]
    pub places: Vec<At<String>>,
    /// With whom.
    #[serde(default)]
    pub partners: Vec<At<String>>,
    /// How firmly.
    #[serde(default = "firm")]
    pub force: Force,
    /// Its figures.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// Settled or proposed.
    #[serde(default = "accepted")]
    pub review: Review,
    /// A stated uncertainty.
    pub note: Option<Bilingual<String>>,
}

/// Clause × bodies × role.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Duty {
    /// The clause.
    pub clause: At<String>,
    /// The bodies.
    pub departments: Vec<At<String>>,
    /// What they have to do.
    pub role: Role,
    /// Where that comes from.
    #[serde(default = "stated")]
    pub basis: Basis,
    /// True where the damaged text leaves a doubt.
    #[serde(default)]
    pub uncertain: bool,
    /// Settled or proposed.
    #[serde(default = "accepted")]
    pub review: Review,
    /// What is doubtful.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual<String>>,
}

/// A clause that carries on a clause of another plan.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Implements {
    /// The clause here.
    pub clause: At<String>,
    /// The clause there: `<plan>#<clause>`, or `<plan>` as a whole.
    pub to: At<String>,
    /// Where that comes from.
    #[serde(default = "editorial")]
    pub basis: Basis,
}

/// A change of the portal's text, for the feed.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct ChangeNote {
    /// When.
    pub date: Date,
    /// What changed.
    pub summary: Bilingual<String>,
}

/// An earlier or later version of the plan.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Version {
    /// When.
    pub date: PartialDate,
    /// What it is.
    pub title: Bilingual<String>,
}

/// The whole of a `plan.toml`.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct PlanRecord {
    /// The metadata.
    pub plan: PlanMeta,
    /// What is said of the texts.
    #[serde(default)]
    pub edition: EditionNotes,
    /// Clause id → topics; a clause without an entry has its parent's.
    #[serde(default)]
    pub topics: BTreeMap<String, Vec<At<String>>>,
    /// Clause id → values of figures that an editor has looked at and that need no record: `"c1" = ["28", "150"]`.
    #[serde(default)]
    pub unrecorded: BTreeMap<String, Vec<At<Amount>>>,
    /// The aims.
    #[serde(default)]
    pub target: Vec<Target>,
    /// What was reached when the plan was written.
    #[serde(default)]
    pub fact: Vec<Target>,
    /// The projects.
    #[serde(default)]
    pub project: Vec<Project>,
    /// The duties.
    #[serde(default)]
    pub duty: Vec<Duty>,
    /// The clauses elsewhere that clauses here carry on.
    #[serde(default)]
    pub implements: Vec<Implements>,
    /// What clauses put first along a corridor.
    #[serde(default)]
    pub priority: Vec<Priority>,
    /// Versions.
    #[serde(default)]
    pub version: Vec<Version>,
    /// Changes of the portal's text.
    #[serde(default)]
    pub change: Vec<ChangeNote>,
}

impl PlanRecord {
    /// How many records wait for review.
    pub fn pending(&self) -> usize {
        let aims = self.target.iter().chain(&self.fact).map(|aim| aim.review);
        let projects = self.project.iter().map(|project| project.review);
        let all = aims.chain(projects).chain(self.duty.iter().map(|duty| duty.review));
        all.filter(|review| *review == Review::Pending).count()
    }

    /// Leaves only what is settled.
    pub fn drop_pending(&mut self) {
        self.target.retain(|target| target.review == Review::Accepted);
        self.fact.retain(|fact| fact.review == Review::Accepted);
        self.project.retain(|project| project.review == Review::Accepted);
        self.duty.retain(|duty| duty.review == Review::Accepted);
    }
}

fn stated() -> Basis {
    Basis::Stated
}

fn editorial() -> Basis {
    Basis::Editorial
}

fn figure() -> Extent {
    Extent::Figure
}

fn exactly() -> Comparator {
    Comparator::Exactly
}

fn level() -> Change {
    Change::Level
}

fn firm() -> Force {
    Force::Firm
}

fn accepted() -> Review {
    Review::Accepted
}
