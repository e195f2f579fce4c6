//! Turns the facts of plans into `facts.json` and its tables.
//! Knows nothing of targets beyond the fields that both share: a fact has no deadline, no nature and no force.

use super::super::list::DataSet;
use super::super::part::Unit;
use super::super::portal::Portal;
use super::super::table::{Column, column, date, in_lang, list};
use super::super::value::{Grounded, Pair, When, ids};
use super::figure::{self, Assigned, Figure, Indicator};
use super::{by_plan, targets};
use crate::content::plan;
use crate::content::words::Basis;
use crate::lang::{Lang, Texts};
use crate::resolve::{EntityKind, RecordRef, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// `facts.json`
pub(crate) struct Facts;

/// A quantity already reached when the plan was written; never a target.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Fact {
    /// `<plan>/<fact>`
    pub(crate) id: String,
    /// The plan's id.
    pub(crate) plan: String,
    /// The id of the clause that says so.
    pub(crate) clause: String,
    /// What is counted or was reached.
    pub(crate) subject: Pair,
    #[serde(flatten)]
    pub(crate) figure: Figure,
    /// As of when.
    pub(crate) as_of: Option<When>,
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
    /// Its clause.
    pub(crate) url: Pair,
}

impl AsRef<Figure> for Fact {
    fn as_ref(&self) -> &Figure {
        &self.figure
    }
}

/// The facts of a plan, in the order of their ids.
pub(crate) fn of(portal: Portal<'_>, plan: usize) -> Vec<Fact> {
    let records = portal.site.catalog.plans[plan].record.fact.iter().enumerate();
    let mut facts: Vec<Fact> =
        records.map(|(index, record)| fact(portal, RecordRef { plan, index, fact: true }, record)).collect();
    facts.sort_by(|a, b| a.id.cmp(&b.id));
    facts
}

fn fact(portal: Portal<'_>, at: RecordRef, record: &plan::Target) -> Fact {
    Fact {
        id: portal.record_id(at.plan, record),
        plan: portal.plan_id(at.plan).to_owned(),
        clause: record.clause.value.clone(),
        subject: record.subject.clone(),
        figure: Figure::of(&portal.site.catalog, record),
        as_of: record.as_of.as_deref().map(When::from),
        indicator: record.indicator.as_deref().map(Indicator::from),
        departments: figure::assigned(record),
        passage: record.passage.value.clone(),
        official: record.official.clone(),
        follows: ids(&record.follows),
        regional: ids(&record.regional),
        relations_basis: Basis::Editorial,
        topics: targets::topics(portal, at.plan, record),
        note: record.note.clone(),
        url: portal.record(at),
    }
}

impl DataSet for Facts {
    type Record = Fact;

    fn units(site: &Site) -> Vec<Unit> {
        by_plan(site, |plan, _| plan.record.fact.iter().map(targets::weight).sum())
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Fact>> {
        Ok(of(portal, unit))
    }

    fn columns() -> Vec<Column<Fact>> {
        let mut columns = vec![
            column("编号", "ID", |r: &Fact, _| r.id.clone()),
            column("规划", "Plan", |r, s| s.plan(&r.plan)),
            column("规划编号", "Plan ID", |r, _| r.plan.clone()),
            column("条款", "Clause", |r, _| r.clause.clone()),
            column("内容", "Subject", |r, s| s.pick(&r.subject)),
        ];
        columns.extend(figure::columns());
        columns.extend([
            column("时点类型", "Time kind", |r: &Fact, s| {
                s.maybe(r.as_of.as_ref().map(|time| time.kind))
            }),
            column("起", "Start", |r, _| date(r.as_of.as_ref().and_then(|time| time.start.as_ref()))),
            column("止", "End", |r, _| date(r.as_of.as_ref().and_then(|time| time.end.as_ref()))),
            column("时点原话", "Time in words", |r, s| s.time_text(r.as_of.as_ref())),
            column("时点依据", "Basis of the time", |r, s| {
                s.maybe(r.as_of.as_ref().map(|time| time.basis))
            }),
            column("单位名称", "Bodies", |r, s| {
                s.names(EntityKind::Department, r.departments.iter().map(|body| &body.id))
            }),
            column("单位名称编号", "Body IDs", |r, _| list(r.departments.iter().map(|body| &body.id))),
            column("出处（中文）", "Passage (Chinese)", |r, _| in_lang(&r.passage, Lang::Zh)),
            column("出处（英文）", "Passage (English)", |r, _| in_lang(&r.passage, Lang::En)),
            column("承接", "Follows", |r, _| list(&r.follows)),
            column("领域", "Topics", |r, s| {
                s.names(EntityKind::Topic, r.topics.iter().map(|topic| &topic.id))
            }),
            column("说明", "Note", |r, s| s.picked(r.note.as_ref())),
            column("网址", "URL", |r, s| s.pick(&r.url)),
        ]);
        columns
    }
}
