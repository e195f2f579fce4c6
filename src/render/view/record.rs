//! Turns one record (target, body, partner, place, topic, project, document, term) into its page.

use super::{Date, FactRow, FileLink, Link, Picture, PlanItem, ProjectRow, Tag, TargetRow, Who};
use serde::Serialize;

/// One target: what was promised, not whether it was met.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TargetPage {
    /// Everything that its row shows.
    pub row: TargetRow,
    /// The subject in the other language.
    pub other_title: Option<Link>,
    /// How to read the figure, one sentence each: comparator, change, measure, percent or points.
    pub readings: Vec<String>,
    /// Starting point, formatted; may be empty.
    pub baseline: String,
    /// Category in the indicator table; may be empty.
    pub category: String,
    /// The plan's own definition or note; may be empty.
    pub definition: String,
    /// The portal's remark; may be empty.
    pub note: String,
    /// Who issued the plan: shown where no body is named.
    pub issuers: Vec<Link>,
    /// Policy fields of its clause.
    pub topics: Vec<Link>,
    /// The passage in both languages, the reader's first.
    pub passages: Vec<Passage>,
    /// Facts and targets that it builds on.
    pub follows: Vec<TargetRow>,
    /// Facts that it builds on.
    pub follows_facts: Vec<FactRow>,
    /// Regional counterparts, or the national target that it answers to.
    pub counterparts: Vec<TargetRow>,
    /// JSON and CSV.
    pub files: Vec<FileLink>,
    /// Which lists are longer than a page and so not whole here, one sentence each.
    pub limits: Vec<String>,
    /// The target before it in the plan.
    pub prev: Option<Link>,
    /// The target after it in the plan.
    pub next: Option<Link>,
}

/// The words in which a clause says something.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Passage {
    /// BCP 47 language.
    pub lang: String,
    /// What the text is: digest, official text.
    pub edition: Tag,
    /// The sentence or paragraph with the passage in `<mark>`.
    pub html: String,
    /// The clause in that language; leads to the passage.
    pub clause: Link,
}

/// Clauses under one heading: 牵头, 作为“各地”之一.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DutyGroup {
    /// Anchor.
    pub id: String,
    /// Heading.
    pub heading: String,
    /// One sentence that keeps it apart from the body's own duties; may be empty.
    pub note: String,
    /// The duties.
    pub rows: Vec<DutyRow>,
}

/// One duty: clause × body × role.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DutyRow {
    /// The clause's number and heading; leads there.
    pub clause: Link,
    /// The plan.
    pub plan: Link,
    /// Term of the plan, with “ended” where it has ended; may be empty.
    pub period: String,
    /// Role; may be empty where the group says it.
    pub role: String,
    /// Shown where it is not stated in the clause itself.
    pub basis: Option<Tag>,
    /// Through which collective, bureau or predecessor.
    pub via: Option<Link>,
    /// Targets of the clause.
    pub targets: Vec<TargetRow>,
    /// A stated uncertainty; may be empty.
    pub note: String,
    /// Not reviewed yet.
    pub pending: bool,
}

/// Clauses that name something, under one heading.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Mentions {
    /// Anchor.
    pub id: String,
    /// Heading: Named directly, Through a mechanism.
    pub heading: String,
    /// A sentence; may be empty.
    pub note: String,
    /// By plan.
    pub groups: Vec<MentionGroup>,
}

/// Clauses of one plan.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MentionGroup {
    /// The plan.
    pub plan: Link,
    /// Term or state of the plan; may be empty.
    pub period: String,
    /// The clauses.
    pub clauses: Vec<Mention>,
}

/// One clause that names something.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Mention {
    /// Number and heading; leads there.
    pub link: Link,
    /// Role or mechanism; may be empty.
    pub note: String,
}

/// One responsible body.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BodyPage {
    /// Its name.
    pub title: String,
    /// Its name in the other language.
    pub other_title: Link,
    /// Kind and level.
    pub eyebrow: Vec<String>,
    /// Short forms and other names, former and wrong forms apart.
    pub aliases: Vec<String>,
    /// Under which body.
    pub parent: Option<Link>,
    /// Its region.
    pub region: Option<Link>,
    /// Members of a collective.
    pub members: Vec<Link>,
    /// Collectives that it belongs to.
    pub member_of: Vec<Link>,
    /// Bodies under it.
    pub children: Vec<Link>,
    /// From when to when it bore this name; may be empty.
    pub years: String,
    /// Bodies that it succeeded.
    pub former: Vec<Link>,
    /// Bodies that succeeded it.
    pub later: Vec<Link>,
    /// Its own site.
    pub website: Option<Link>,
    /// A stated uncertainty; may be empty.
    pub note: String,
    /// Its share of each field.
    pub picture: Option<Picture>,
    /// What it must do; own, bureaus' and predecessors' duties apart.
    pub duties: Vec<DutyGroup>,
    /// Projects that it leads.
    pub projects_led: Vec<ProjectRow>,
    /// Projects that it joins.
    pub projects_joined: Vec<ProjectRow>,
    /// Targets that name it.
    pub targets: Vec<TargetRow>,
    /// Plans that it issued.
    pub issued: Vec<PlanItem>,
    /// Where it is named.
    pub mentions: Vec<Mentions>,
    /// Data of all bodies.
    pub files: Vec<FileLink>,
    /// Which lists are longer than a page and so not whole here, one sentence each.
    pub limits: Vec<String>,
}

/// One partner.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PartnerPage {
    /// Its name.
    pub title: String,
    /// Its name in the other language.
    pub other_title: Link,
    /// Kind.
    pub eyebrow: Vec<String>,
    /// Short forms and other names.
    pub aliases: Vec<String>,
    /// Its country, for institutions.
    pub country: Option<Link>,
    /// Members, with years in the text where known.
    pub members: Vec<Link>,
    /// Mechanisms and organisations that it belongs to.
    pub member_of: Vec<Link>,
    /// Its own site.
    pub website: Option<Link>,
    /// A stated uncertainty; may be empty.
    pub note: String,
    /// Its share of each field.
    pub picture: Option<Picture>,
    /// Named directly, then through mechanisms.
    pub mentions: Vec<Mentions>,
    /// Projects with it; intended ones are tagged.
    pub projects: Vec<ProjectRow>,
    /// Targets of clauses that name it.
    pub targets: Vec<TargetRow>,
    /// Chinese bodies involved.
    pub bodies: Vec<Who>,
    /// Data of all partners.
    pub files: Vec<FileLink>,
    /// Which lists are longer than a page and so not whole here, one sentence each.
    pub limits: Vec<String>,
}

/// One place.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PlacePage {
    /// Its name.
    pub title: String,
    /// Its name in the other language.
    pub other_title: Link,
    /// Kind.
    pub eyebrow: Vec<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// In which place.
    pub parent: Option<Link>,
    /// Places in it.
    pub children: Vec<Link>,
    /// Plans of this region.
    pub plans: Vec<PlanItem>,
    /// Bodies of this region.
    pub bodies: Vec<Link>,
    /// Projects here.
    pub projects: Vec<ProjectRow>,
    /// What plans put first along it.
    pub priorities: Vec<PriorityRow>,
    /// Where it is named.
    pub mentions: Vec<Mentions>,
    /// Data of all places.
    pub files: Vec<FileLink>,
    /// Which lists are longer than a page and so not whole here, one sentence each.
    pub limits: Vec<String>,
}

/// What a clause puts first along a corridor.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PriorityRow {
    /// The clause.
    pub clause: Link,
    /// Regions.
    pub regions: Vec<Link>,
    /// Countries.
    pub countries: Vec<Link>,
    /// Mechanisms.
    pub mechanisms: Vec<Link>,
    /// Where that comes from, unless the clause states it.
    pub basis: Option<Tag>,
}

/// One policy field.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TopicPage {
    /// Its name.
    pub title: String,
    /// Its name in the other language.
    pub other_title: Link,
    /// What it covers.
    pub description: String,
    /// Its targets.
    pub targets: Vec<TargetRow>,
    /// Its clauses, by plan.
    pub mentions: Vec<Mentions>,
    /// Its projects.
    pub projects: Vec<ProjectRow>,
    /// Bodies that lead or join.
    pub bodies: Vec<Who>,
    /// Data of all topics.
    pub files: Vec<FileLink>,
    /// Which lists are longer than a page and so not whole here, one sentence each.
    pub limits: Vec<String>,
}

/// One numbered project.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ProjectPage {
    /// Everything that its row shows.
    pub row: ProjectRow,
    /// The title in the other language.
    pub other_title: Option<Link>,
    /// Its clause in both languages, the reader's first.
    pub passages: Vec<Passage>,
    /// The project before it in the plan.
    pub prev: Option<Link>,
    /// The project after it in the plan.
    pub next: Option<Link>,
    /// Data of all projects.
    pub files: Vec<FileLink>,
}

/// One cited document.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DocumentPage {
    /// Its title.
    pub title: String,
    /// Its title in the other language.
    pub other_title: Link,
    /// Kind.
    pub eyebrow: Vec<String>,
    /// Document number with its language; absent when the document bears none.
    pub number: Option<Link>,
    /// Who issued it.
    pub issuers: Vec<Link>,
    /// When.
    pub issued: Option<Date>,
    /// Other forms in which it is cited.
    pub aliases: Vec<String>,
    /// The plan in this portal, where it is one.
    pub plan: Option<Link>,
    /// Where it can be read.
    pub source: Option<Link>,
    /// A stated uncertainty; may be empty.
    pub note: String,
    /// Clauses that cite it.
    pub mentions: Vec<Mentions>,
    /// Data of all documents.
    pub files: Vec<FileLink>,
    /// Which lists are longer than a page and so not whole here, one sentence each.
    pub limits: Vec<String>,
}

/// One term.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TermPage {
    /// Preferred form in the reader's language.
    pub title: String,
    /// Preferred form in the other language.
    pub other_title: Link,
    /// Other accepted forms, both languages.
    pub accepted: Vec<Link>,
    /// Renderings to avoid, both languages.
    pub avoid: Vec<Link>,
    /// Definition in our own words; may be empty.
    pub definition: String,
    /// The definition in the other language.
    pub other_definition: Option<Link>,
    /// Policy field.
    pub topic: Option<Link>,
    /// Where the rendering comes from; may be empty.
    pub source: String,
    /// Where it occurs.
    pub mentions: Vec<Mentions>,
    /// Data of all terms.
    pub files: Vec<FileLink>,
    /// Which lists are longer than a page and so not whole here, one sentence each.
    pub limits: Vec<String>,
}
