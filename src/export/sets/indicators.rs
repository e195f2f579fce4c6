//! Turns the targets that stand in numbered tables into `indicators.json` and its tables.
//! Knows nothing of other targets.

use super::super::list::DataSet;
use super::super::part::Unit;
use super::super::portal::Portal;
use super::super::table::{Column, column, date};
use super::super::value::{Pair, When};
use super::figure::{self, Figure};
use super::{by_plan, targets};
use crate::content::words::Nature;
use crate::resolve::{RecordRef, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// `indicators.json`
pub(crate) struct Indicators;

/// A row of a plan's table of indicators.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Row {
    /// The id of the target: `<plan>/<target>`
    pub(crate) id: String,
    /// The plan's id.
    pub(crate) plan: String,
    /// The id of the clause with the table.
    pub(crate) clause: String,
    /// The row's number.
    pub(crate) number: u16,
    /// The row's category.
    pub(crate) category: Pair,
    /// What is counted or reached.
    pub(crate) name: Pair,
    #[serde(flatten)]
    pub(crate) figure: Figure,
    /// By when.
    pub(crate) deadline: Option<When>,
    /// Binding or expected, where the plan says so.
    pub(crate) nature: Option<Nature>,
    /// The table's note on it.
    pub(crate) note: Option<Pair>,
    /// The target's page.
    pub(crate) url: Pair,
}

impl AsRef<Figure> for Row {
    fn as_ref(&self) -> &Figure {
        &self.figure
    }
}

/// The indicators of a plan, in the order of the targets' ids.
pub(crate) fn of(portal: Portal<'_>, plan: usize) -> Vec<Row> {
    let records = portal.site.catalog.plans[plan].record.target.iter().enumerate();
    let rows = records.filter_map(|(index, record)| {
        let row = record.indicator.as_ref()?;
        Some(Row {
            id: portal.record_id(plan, record),
            plan: portal.plan_id(plan).to_owned(),
            clause: record.clause.value.clone(),
            number: row.number,
            category: row.category.clone(),
            name: record.subject.clone(),
            figure: Figure::of(&portal.site.catalog, record),
            deadline: record.deadline.as_ref().map(When::from),
            nature: record.nature,
            note: row.note.clone(),
            url: portal.record(RecordRef { plan, index, fact: false }),
        })
    });
    let mut rows: Vec<Row> = rows.collect();
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    rows
}

impl DataSet for Indicators {
    type Record = Row;

    fn units(site: &Site) -> Vec<Unit> {
        by_plan(site, |plan, _| {
            let rows = plan.record.target.iter().filter(|target| target.indicator.is_some());
            rows.map(targets::weight).sum()
        })
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Row>> {
        Ok(of(portal, unit))
    }

    fn columns() -> Vec<Column<Row>> {
        let mut columns = vec![
            column("编号", "ID", |r: &Row, _| r.id.clone()),
            column("规划", "Plan", |r, s| s.plan(&r.plan)),
            column("规划编号", "Plan ID", |r, _| r.plan.clone()),
            column("条款", "Clause", |r, _| r.clause.clone()),
            column("序号", "Number", |r, _| r.number.to_string()),
            column("类别", "Category", |r, s| s.pick(&r.category)),
            column("指标", "Indicator", |r, s| s.pick(&r.name)),
        ];
        columns.extend(figure::columns());
        columns.extend([
            column("止", "End", |r: &Row, _| date(r.deadline.as_ref().and_then(|time| time.end.as_ref()))),
            column("属性", "Nature", |r, s| s.maybe(r.nature)),
            column("说明", "Note", |r, s| s.picked(r.note.as_ref())),
            column("网址", "URL", |r, s| s.pick(&r.url)),
        ]);
        columns
    }
}
