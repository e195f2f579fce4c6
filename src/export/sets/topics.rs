//! Turns the register of policy fields into `topics.json` and its tables.
//! Knows nothing of clauses, which name their topics themselves.

use super::super::list::DataSet;
use super::super::part::Unit;
use super::super::portal::Portal;
use super::super::table::{Column, column, list};
use super::super::value::{Grounded, Pair};
use super::{FRAME, REFERENCE, by_entry};
use crate::content::words::Basis;
use crate::resolve::{Entity, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// `topics.json`
pub(crate) struct Topics;

/// A policy field that cuts across plans.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Topic {
    /// Its id.
    pub(crate) id: String,
    /// Names.
    pub(crate) name: Pair,
    /// What it takes in.
    pub(crate) description: Pair,
    /// The plans with clauses in it.
    pub(crate) plans: Vec<Grounded>,
    /// Its page.
    pub(crate) url: Pair,
}

impl DataSet for Topics {
    type Record = Topic;

    fn units(site: &Site) -> Vec<Unit> {
        let plans = site.catalog.plans.len();
        by_entry(site.catalog.topics.records.len(), |_| 2 * FRAME + REFERENCE * plans)
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Topic>> {
        let record = &portal.site.catalog.topics.records[unit];
        let plans = portal.site.catalog.plans.iter();
        let plans = plans
            .filter(|plan| plan.record.topics.values().flatten().any(|topic| topic.value == record.id.value));
        Ok(vec![Topic {
            id: record.id.value.clone(),
            name: record.name.clone(),
            description: record.description.clone(),
            plans: plans.map(|plan| Grounded { id: plan.id().to_owned(), basis: Basis::Editorial }).collect(),
            url: portal.thing(Entity::Topic(unit)),
        }])
    }

    fn columns() -> Vec<Column<Topic>> {
        vec![
            column("编号", "ID", |r: &Topic, _| r.id.clone()),
            column("名称（中文）", "Name (Chinese)", |r, _| r.name.zh.clone()),
            column("名称（英文）", "Name (English)", |r, _| r.name.en.clone()),
            column("说明", "Description", |r, s| s.pick(&r.description)),
            column("规划", "Plans", |r, s| list(r.plans.iter().map(|plan| s.plan(&plan.id)))),
            column("规划编号", "Plan IDs", |r, _| list(r.plans.iter().map(|plan| &plan.id))),
            column("网址", "URL", |r, s| s.pick(&r.url)),
        ]
    }
}
