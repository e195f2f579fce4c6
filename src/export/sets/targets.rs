//! Turns the targets of plans into `targets.json` and its tables.
//! Knows nothing of facts, which are never mistaken for targets.

use super::super::list::DataSet;
use super::super::part::{Unit, Weight};
use super::super::portal::Portal;
use super::super::table::{Column, column, date, in_lang, list, text};
use super::super::value::{Grounded, Pair, When, ids};
use super::figure::{self, Assigned, Figure, Indicator};
use super::{FRAME, REFERENCE, by_plan};
use crate::content::plan;
use crate::content::words::{Basis, Force, Nature};
use crate::lang::{Lang, Texts};
use crate::resolve::{EntityKind, RecordRef, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// `targets.json`
pub(crate) struct Targets;

/// An end state that a plan commits to. It says what was promised, not whether it was met.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Target {
    /// `<plan>/<target>`
    pub(crate) id: String,
    /// The plan's id.
    pub(crate) plan: String,
    /// The id of the clause that says so.
    pub(crate) clause: String,
    /// What is counted or reached.
    pub(crate) subject: Pair,
    #[serde(flatten)]
    pub(crate) figure: Figure,
    /// By when.
    pub(crate) deadline: Option<When>,
    /// Binding or expected, where the plan says so.
    pub(crate) nature: Option<Nature>,
    /// How firmly the plan commits.
    pub(crate) force: Force,
    /// Its row in the plan's indicator table.
    pub(crate) indicator: Option<Indicator>,
    /// The bodies that the plan names for it.
    pub(crate) departments: Vec<Assigned>,
    /// The words of the text that prove it.
    pub(crate) passage: Texts<String>,
    /// The words of the official text, where that is attached.
    pub(crate) official: Option<Texts<String>>,
    /// The targets and facts that it carries on.
    pub(crate) follows: Vec<String>,
    /// Its regional counterparts.
    pub(crate) regional: Vec<String>,
    /// Where `follows` and `regional` come from.
    pub(crate) relations_basis: Basis,
    /// Policy fields: those of its clause, and its own.
    pub(crate) topics: Vec<Grounded>,
    /// A stated uncertainty.
    pub(crate) note: Option<Pair>,
    /// Its page.
    pub(crate) url: Pair,
}

impl AsRef<Figure> for Target {
    fn as_ref(&self) -> &Figure {
        &self.figure
    }
}

/// The targets of a plan, in the order of their ids.
pub(crate) fn of(portal: Portal<'_>, plan: usize) -> Vec<Target> {
    let records = portal.site.catalog.plans[plan].record.target.iter().enumerate();
    let mut targets: Vec<Target> = records
        .map(|(index, record)| target(portal, RecordRef { plan, index, fact: false }, record))
        .collect();
    targets.sort_by(|a, b| a.id.cmp(&b.id));
    targets
}

fn target(portal: Portal<'_>, at: RecordRef, record: &plan::Target) -> Target {
    Target {
        id: portal.record_id(at.plan, record),
        plan: portal.plan_id(at.plan).to_owned(),
        clause: record.clause.value.clone(),
        subject: record.subject.clone(),
        figure: Figure::of(&portal.site.catalog, record),
        deadline: record.deadline.as_ref().map(When::from),
        nature: record.nature,
        force: record.force,
        indicator: record.indicator.as_deref().map(Indicator::from),
        departments: figure::assigned(record),
        passage: record.passage.value.clone(),
        official: record.official.clone(),
        follows: ids(&record.follows),
        regional: ids(&record.regional),
        relations_basis: Basis::Editorial,
        topics: topics(portal, at.plan, record),
        note: record.note.clone(),
        url: portal.record(at),
    }
}

/// The policy fields of a record's clause and its own; which ones they are is the portal's reading.
pub(crate) fn topics(portal: Portal<'_>, plan: usize, record: &plan::Target) -> Vec<Grounded> {
    let site = portal.site;
    let clause = site.topics(plan, &record.clause);
    let mut all: Vec<String> = clause.into_iter().map(|topic| site.id(topic).to_owned()).collect();
    all.extend(ids(&record.topics));
    all.sort();
    all.dedup();
    all.into_iter().map(|id| Grounded { id, basis: Basis::Editorial }).collect()
}

/// Bytes that a target or fact may have.
pub(crate) fn weight(record: &plan::Target) -> Weight {
    let both = |pair: &Pair| pair.zh.len() + pair.en.len();
    let note = record.note.as_ref().map_or(0, both);
    let passage =
        record.passage.zh.as_ref().map_or(0, String::len) + record.passage.en.as_ref().map_or(0, String::len);
    let references = record.departments.len() + record.follows.len() + record.regional.len();
    let words = 2 * (both(&record.subject) + passage + note);
    Weight { frame: FRAME + REFERENCE * references, words }
}

impl DataSet for Targets {
    type Record = Target;

    fn units(site: &Site) -> Vec<Unit> {
        by_plan(site, |plan, _| plan.record.target.iter().map(weight).sum())
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Target>> {
        Ok(of(portal, unit))
    }

    fn columns() -> Vec<Column<Target>> {
        let mut columns = vec![
            column("编号", "ID", |r: &Target, _| r.id.clone()),
            column("规划", "Plan", |r, s| s.plan(&r.plan)),
            column("规划编号", "Plan ID", |r, _| r.plan.clone()),
            column("条款", "Clause", |r, _| r.clause.clone()),
            column("内容", "Subject", |r, s| s.pick(&r.subject)),
        ];
        columns.extend(figure::columns());
        columns.extend(deadline_columns());
        columns.extend([
            column("指标编号", "Indicator number", |r: &Target, _| {
                text(r.indicator.as_ref().map(|row| row.number.to_string()).as_ref())
            }),
            column("指标类别", "Indicator category", |r, s| {
                s.picked(r.indicator.as_ref().map(|row| &row.category))
            }),
            column("责任单位", "Responsible bodies", |r, s| {
                s.names(EntityKind::Department, r.departments.iter().map(|body| &body.id))
            }),
            column("责任单位编号", "Body IDs", |r, _| list(r.departments.iter().map(|body| &body.id))),
            column("职责", "Roles", |r, s| list(r.departments.iter().map(|body| s.word(body.role)))),
            column("职责依据", "Basis of the roles", |r, s| {
                list(r.departments.iter().map(|body| s.word(body.basis)))
            }),
            column("出处（中文）", "Passage (Chinese)", |r, _| in_lang(&r.passage, Lang::Zh)),
            column("出处（英文）", "Passage (English)", |r, _| in_lang(&r.passage, Lang::En)),
            column("承接", "Follows", |r, _| list(&r.follows)),
            column("地方对应目标", "Regional counterparts", |r, _| list(&r.regional)),
            column("领域", "Topics", |r, s| {
                s.names(EntityKind::Topic, r.topics.iter().map(|topic| &topic.id))
            }),
            column("说明", "Note", |r, s| s.picked(r.note.as_ref())),
            column("网址", "URL", |r, s| s.pick(&r.url)),
        ]);
        columns
    }
}

fn deadline_columns() -> [Column<Target>; 7] {
    [
        column("期限类型", "Deadline kind", |r: &Target, s| {
            s.maybe(r.deadline.as_ref().map(|time| time.kind))
        }),
        column("起", "Start", |r, _| date(r.deadline.as_ref().and_then(|time| time.start.as_ref()))),
        column("止", "End", |r, _| date(r.deadline.as_ref().and_then(|time| time.end.as_ref()))),
        column("期限原话", "Deadline in words", |r, s| s.time_text(r.deadline.as_ref())),
        column("期限依据", "Basis of the deadline", |r, s| {
            s.maybe(r.deadline.as_ref().map(|time| time.basis))
        }),
        column("属性", "Nature", |r, s| s.maybe(r.nature)),
        column("力度", "Force", |r, s| s.word(r.force)),
    ]
}
