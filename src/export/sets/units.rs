//! Turns the register of units into `units.json` and its tables.
//! Knows nothing of figures.

use super::super::list::DataSet;
use super::super::part;
use super::super::portal::Portal;
use super::super::table::{Column, column, text};
use super::super::value::Pair;
use super::{FRAME, by_entry};
use crate::content::words::UnitKind;
use crate::resolve::Site;
use schemars::JsonSchema;
use serde::Serialize;

/// `units.json`
pub(crate) struct Units;

/// A unit of figures.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Unit {
    /// Its id: the `code` of units in other data sets.
    pub(crate) id: String,
    /// The measure word in Chinese, the singular in English.
    pub(crate) name: Pair,
    /// The English plural.
    pub(crate) plural: Option<String>,
    /// What it counts.
    pub(crate) kind: UnitKind,
}

impl DataSet for Units {
    type Record = Unit;

    fn units(site: &Site) -> Vec<part::Unit> {
        by_entry(site.catalog.units.records.len(), |_| FRAME)
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Unit>> {
        let record = &portal.site.catalog.units.records[unit];
        Ok(vec![Unit {
            id: record.id.value.clone(),
            name: record.name.clone(),
            plural: record.plural.clone(),
            kind: record.kind,
        }])
    }

    fn columns() -> Vec<Column<Unit>> {
        vec![
            column("编号", "ID", |r: &Unit, _| r.id.clone()),
            column("中文", "Chinese", |r, _| r.name.zh.clone()),
            column("英文", "English", |r, _| r.name.en.clone()),
            column("英文复数", "English plural", |r, _| text(r.plural.as_ref())),
            column("类别", "Kind", |r, s| s.word(r.kind)),
        ]
    }
}
