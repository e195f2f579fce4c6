//! Turns one plan into its reading page and its parallel page.

use super::{Count, Date, Entry, FactRow, FileLink, Link, Picture, ProjectRow, Tag, TargetRow, Who};
use crate::lang::Bilingual;
use serde::Serialize;

/// One plan, clause by clause.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PlanPage {
    /// Full title.
    pub title: Link,
    /// The title in the other language.
    pub other_title: Option<Link>,
    /// Level, kind and period.
    pub eyebrow: Vec<String>,
    /// In force, superseded, ended.
    pub status: Tag,
    /// Document number with its language; absent when the document bears none.
    pub number: Option<Link>,
    /// Who issued it.
    pub issuers: Vec<Link>,
    /// To whom it is addressed.
    pub addressees: Vec<Link>,
    /// Date of issue.
    pub issued: Option<Date>,
    /// Date of publication.
    pub published: Option<Date>,
    /// 2021–2025; may be empty.
    pub period: String,
    /// 2035; may be empty.
    pub outlook: String,
    /// Valid from … to …; may be empty.
    pub valid: String,
    /// The plan that replaced it.
    pub superseded_by: Option<Link>,
    /// National, provincial …
    pub level: String,
    /// Region, where there is one.
    pub region: Option<Link>,
    /// Plan, scheme, notice …
    pub kind: String,
    /// Language of the official text.
    pub source_lang: String,
    /// Policy fields.
    pub topics: Vec<Link>,
    /// Plans and documents that it carries on.
    pub implements: Vec<Link>,
    /// Where the official text can be read.
    pub sources: Vec<Source>,
    /// Clauses, targets, projects, bodies.
    pub counts: Vec<Count>,
    /// What this page shows.
    pub edition: EditionNotice,
    /// What a reader must know of the state of the text; may be empty.
    pub note: String,
    /// Side by side in both languages.
    pub parallel: Option<String>,
    /// JSON, CSV, Akoma Ntoso, Atom.
    pub files: Vec<FileLink>,
    /// How to cite the official document.
    pub citations: Vec<Citation>,
    /// Contents, nested.
    pub toc: Vec<TocItem>,
    /// Which marks occur on this page, so that they can be explained.
    pub flags: Flags,
    /// All clauses in reading order.
    pub clauses: Vec<ClauseView>,
    /// All targets of the plan.
    pub targets: Vec<TargetRow>,
    /// All facts of the plan.
    pub facts: Vec<FactRow>,
    /// All projects of the plan.
    pub projects: Vec<ProjectRow>,
    /// Responsible bodies with how often they lead, join …
    pub bodies: Vec<Entry>,
    /// Partners with how often they are named.
    pub partners: Vec<Entry>,
    /// Which clauses of plans carry on which: of this one, or by it.
    pub picture: Option<Picture>,
    /// Cited documents.
    pub documents: Vec<Entry>,
    /// What changed on this page.
    pub changes: Vec<Change>,
}

/// What a text is, and who made it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct EditionNotice {
    /// `official`, `translation` or `digest`; chooses the message that explains it.
    pub kind: String,
    /// The word: 概述, Digest.
    pub label: String,
    /// How, by whom and when it was made and reviewed; may be empty.
    pub made: String,
    /// The other texts there are, each by name.
    pub others: Vec<Link>,
}

/// Where the official text can be read.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Source {
    /// The publisher's name; leads there.
    pub link: Link,
    /// When it was fetched; may be empty.
    pub retrieved: String,
}

/// One citation in one style.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Citation {
    /// GB/T 7714, APA …
    pub style: String,
    /// The citation, ready to copy.
    pub text: String,
    /// Its language where it differs from the page.
    pub lang: Option<String>,
    /// The same in parts, so that a script can cite one clause. Its language: `zh` or `en`.
    pub written_in: String,
    /// Up to where the place of a clause goes.
    pub head: String,
    /// What stands before that place.
    pub joint: String,
    /// What follows, up to this portal's address.
    pub tail: String,
    /// This portal's address, after which the anchor of a clause goes; may be empty.
    pub address: String,
    /// What ends it.
    pub end: String,
}

/// One entry of the contents.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TocItem {
    /// Printed number: （三）, (3).
    pub number: String,
    /// Heading.
    pub text: String,
    /// `#c2-3`.
    pub href: String,
    /// Language of the heading where it differs from the page.
    pub lang: Option<String>,
    /// How many targets lie in it; empty for none.
    pub targets: String,
    /// Entries below.
    pub children: Vec<TocItem>,
}

/// Marks of a clause, or of all clauses of a page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Flags {
    /// Text is lost in the file that we have.
    pub gap: bool,
    /// The heading is ours.
    pub inferred: bool,
    /// The source moved on since this text was made from it.
    pub stale: bool,
    /// Only in the other language.
    pub foreign: bool,
    /// Some value is our reading.
    pub editorial: bool,
    /// Some value follows from a rule of the plan.
    pub inherited: bool,
}

/// One clause with what it commits to.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ClauseView {
    /// Its id, the same in every text: `c2-3`.
    pub id: String,
    /// Full printed number: 二（三）, II (3); empty for unnumbered heads.
    pub number: String,
    /// Heading.
    pub heading: String,
    /// Heading level in the page, 2 to 4.
    pub level: u8,
    /// Language of heading and text where it differs from the page.
    pub lang: Option<String>,
    /// The text; empty where the clause has only its heading.
    pub html: String,
    /// Its marks.
    pub flags: Flags,
    /// What is known of a stale or lost text, in one sentence; may be empty.
    pub flag_note: String,
    /// What it commits to.
    pub margin: Margin,
    /// The same clause in the other language; its text is the language's own name.
    pub twin: Option<Link>,
    /// The same clause on the parallel page.
    pub parallel: Option<String>,
    /// Its number, or else its heading, in each language: for citing it.
    pub cited: Bilingual<String>,
    /// Where to report an error in this clause.
    pub report: Option<String>,
}

/// What stands beside a clause.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Margin {
    /// How many entries there are in all; nothing is drawn for 0.
    pub count: u32,
    /// Targets.
    pub targets: Vec<TargetRow>,
    /// Figures already reached.
    pub facts: Vec<FactRow>,
    /// Projects.
    pub projects: Vec<ProjectRow>,
    /// Who leads, joins, guides …
    pub duties: Vec<Who>,
    /// Partners.
    pub partners: Vec<Link>,
    /// Places.
    pub places: Vec<Link>,
    /// Cited documents.
    pub documents: Vec<Link>,
    /// Clauses that this one carries on.
    pub implements: Vec<Link>,
    /// Clauses elsewhere that carry this one on.
    pub implemented_by: Vec<Link>,
}

/// One revision of the page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Change {
    /// When.
    pub date: Date,
    /// What.
    pub summary: String,
}

/// Both languages side by side.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ParallelPage {
    /// Title in the reader's language.
    pub title: Link,
    /// Title in the other language.
    pub other_title: Link,
    /// Level, kind and period.
    pub eyebrow: Vec<String>,
    /// The plan page.
    pub plan: String,
    /// The column in the reader's language, then the other.
    pub sides: Vec<Side>,
    /// Contents, nested.
    pub toc: Vec<TocItem>,
    /// Which marks occur on this page.
    pub flags: Flags,
    /// The clauses.
    pub pairs: Vec<Pair>,
}

/// One column of the parallel page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Side {
    /// BCP 47 language.
    pub lang: String,
    /// The language's own name.
    pub label: String,
    /// What the text is.
    pub edition: EditionNotice,
}

/// One clause in both languages.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Pair {
    /// Its id.
    pub id: String,
    /// Heading level, 2 to 4.
    pub level: u8,
    /// Full printed number in the reader's language; empty for unnumbered heads.
    pub left_number: String,
    /// Heading in the reader's language.
    pub left: Link,
    /// Full printed number in the other language.
    pub right_number: String,
    /// Heading in the other language.
    pub right: Link,
    /// Its marks.
    pub flags: Flags,
    /// What is known of a stale or lost text; may be empty.
    pub flag_note: String,
    /// Its clause on the plan page.
    pub clause: String,
    /// Paragraphs, aligned.
    pub rows: Vec<PairRow>,
}

/// One paragraph, list item or table in both languages; a side may be empty.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PairRow {
    /// In the reader's language; a whole block (`<p>`, `<ul>`, `<table>`).
    pub left_html: String,
    /// In the other language.
    pub right_html: String,
}
