//! Turns how much a target or fact says into the fields that both share.
//! Knows nothing of deadlines, bodies or clauses.

use super::super::table::{Column, column, number, text};
use super::super::value::{Exact, Iso, Pair, UnitName, id};
use crate::content::Catalog;
use crate::content::plan::{self, Target};
use crate::content::words::{Basis, Change, Comparator, Extent, Measure, Reading, Role};
use schemars::JsonSchema;
use serde::Serialize;

/// How much.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Figure {
    /// Whether the plan gives a figure, speaks of all or of some, or of an end state.
    pub(crate) extent: Extent,
    /// The figure, or the lower end of a range.
    pub(crate) value: Option<Exact>,
    /// The upper end of a range.
    pub(crate) upper: Option<Exact>,
    /// What is counted in.
    pub(crate) unit: Option<UnitName>,
    /// Per what: per 1,000 residents.
    pub(crate) per: Option<Pair>,
    /// How the figure bounds the aim.
    pub(crate) comparator: Comparator,
    /// Whether the figure is a level, or a change by so much.
    pub(crate) change: Change,
    /// How an increase of a percentage is to be read.
    pub(crate) reading: Option<Reading>,
    /// Over what the figure is counted.
    pub(crate) measure: Option<Measure>,
    /// The value from which the aim starts.
    pub(crate) baseline: Option<Baseline>,
}

/// The value from which an aim starts.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Baseline {
    /// The value.
    pub(crate) value: Exact,
    /// What is counted in.
    pub(crate) unit: Option<UnitName>,
    /// When it was so.
    pub(crate) as_of: Option<Iso>,
    /// As the plan words it.
    pub(crate) text: Option<Pair>,
}

/// A row of a numbered indicator table.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Indicator {
    /// The row's number.
    pub(crate) number: u16,
    /// The row's category.
    pub(crate) category: Pair,
    /// The table's note on it.
    pub(crate) note: Option<Pair>,
}

/// A responsible body.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Assigned {
    /// The body's id.
    pub(crate) id: String,
    /// What it has to do.
    pub(crate) role: Role,
    /// Where that comes from.
    pub(crate) basis: Basis,
}

impl Figure {
    /// The figure of a record.
    pub(crate) fn of(catalog: &Catalog, record: &Target) -> Figure {
        Figure {
            extent: record.extent,
            value: record.value.as_ref().map(|value| Exact::from(&value.value)),
            upper: record.upper.as_ref().map(|upper| Exact::from(&upper.value)),
            unit: record.unit.as_ref().map(|unit| UnitName::of(catalog, unit)),
            per: record.per.as_deref().cloned(),
            comparator: record.comparator,
            change: record.change,
            reading: record.reading,
            measure: record.measure,
            baseline: record.baseline.as_ref().map(|baseline| Baseline::of(catalog, record, baseline)),
        }
    }
}

impl Baseline {
    /// A baseline without a unit of its own has the target's.
    fn of(catalog: &Catalog, record: &Target, baseline: &plan::Baseline) -> Baseline {
        let unit = id(baseline.unit.as_ref().or(record.unit.as_ref()));
        Baseline {
            value: Exact::from(&baseline.value.value),
            unit: unit.map(|unit| UnitName::of(catalog, &unit)),
            as_of: baseline.as_of.map(Iso::from),
            text: baseline.text.clone(),
        }
    }
}

impl From<&plan::Indicator> for Indicator {
    fn from(row: &plan::Indicator) -> Self {
        Indicator { number: row.number, category: row.category.clone(), note: row.note.clone() }
    }
}

/// The bodies that the record names.
pub(crate) fn assigned(record: &Target) -> Vec<Assigned> {
    let bodies = record.departments.iter();
    let mut bodies: Vec<Assigned> = bodies
        .map(|body| Assigned { id: body.id.value.clone(), role: body.role, basis: body.basis })
        .collect();
    bodies.sort_by(|a, b| (&a.id, a.role).cmp(&(&b.id, b.role)));
    bodies
}

/// The columns of a figure.
pub(crate) fn columns<R: AsRef<Figure>>() -> Vec<Column<R>> {
    vec![
        column("数字类型", "Extent", |r: &R, s| s.word(r.as_ref().extent)),
        column("比较", "Comparator", |r, s| {
            // Where no figure is given there is nothing to compare.
            s.maybe(r.as_ref().value.as_ref().map(|_| r.as_ref().comparator))
        }),
        column("数值", "Value", |r, _| number(r.as_ref().value.as_ref())),
        column("上限", "Upper end", |r, _| number(r.as_ref().upper.as_ref())),
        column("单位", "Unit", |r, s| s.unit(r.as_ref().unit.as_ref())),
        column("单位编号", "Unit ID", |r, _| text(r.as_ref().unit.as_ref().map(|unit| &unit.code))),
        column("每", "Per", |r, s| s.picked(r.as_ref().per.as_ref())),
        column("变化", "Change", |r, s| {
            let figure = r.as_ref();
            let said = figure.value.is_some() || figure.change != Change::Level;
            s.maybe(said.then_some(figure.change))
        }),
        column("增幅读法", "Reading", |r, s| s.maybe(r.as_ref().reading)),
        column("计量方式", "Measure", |r, s| s.maybe(r.as_ref().measure)),
        column("基期值", "Baseline", |r, _| {
            number(r.as_ref().baseline.as_ref().map(|baseline| &baseline.value))
        }),
        column("基期单位", "Baseline unit", |r, s| {
            s.unit(r.as_ref().baseline.as_ref().and_then(|baseline| baseline.unit.as_ref()))
        }),
        column("基期时点", "Baseline as of", |r, _| {
            let as_of = r.as_ref().baseline.as_ref().and_then(|baseline| baseline.as_of.as_ref());
            text(as_of.map(|date| &date.0))
        }),
    ]
}
