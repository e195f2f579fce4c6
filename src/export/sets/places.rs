//! Turns the register of places into `places.json` and its tables, with the clauses that name each.
//! Knows nothing of countries as partners.

use super::super::list::DataSet;
use super::super::part::Unit;
use super::super::portal::Portal;
use super::super::table::{Column, column, list, text};
use super::super::value::{ClauseName, Forms, Pair, id};
use super::{FRAME, REFERENCE, by_entry};
use crate::content::words::PlaceKind;
use crate::resolve::{Entity, EntityKind, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// `places.json`
pub(crate) struct Places;

/// A province, city, area, zone or foreign place.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Place {
    /// Its id.
    pub(crate) id: String,
    /// What kind of place.
    pub(crate) kind: PlaceKind,
    /// Names.
    pub(crate) name: Pair,
    /// Usual short names.
    pub(crate) short: Option<Pair>,
    /// Other names.
    pub(crate) aliases: Forms,
    /// The id of the place that it lies in.
    pub(crate) parent: Option<String>,
    /// ISO 3166-1 alpha-2, for places abroad.
    pub(crate) country: Option<String>,
    /// A stated uncertainty.
    pub(crate) note: Option<Pair>,
    /// The ids of the plans that are for it.
    pub(crate) plans: Vec<String>,
    /// The clauses that name it.
    pub(crate) mentions: Vec<ClauseName>,
    /// The ids of the projects there.
    pub(crate) projects: Vec<String>,
    /// Its page.
    pub(crate) url: Pair,
}

fn place(portal: Portal<'_>, at: usize) -> Place {
    let record = &portal.site.catalog.places.records[at];
    let (place, relations) = (Entity::Place(at), &portal.site.relations);
    Place {
        id: record.id.value.clone(),
        kind: record.kind,
        name: record.name.clone(),
        short: record.short.clone(),
        aliases: Forms::from(&record.aliases),
        parent: id(record.parent.as_ref()),
        country: record.country.clone(),
        note: record.note.clone(),
        plans: relations.plans(place).iter().map(|plan| portal.plan_id(*plan).to_owned()).collect(),
        mentions: clauses(portal, place),
        projects: portal.project_ids(relations.projects(place)),
        url: portal.thing(place),
    }
}

/// The clauses that name a thing, sorted.
pub(crate) fn clauses(portal: Portal<'_>, named: Entity) -> Vec<ClauseName> {
    let clauses = portal.site.relations.mentions(named).iter();
    let mut clauses: Vec<ClauseName> = clauses.map(|at| ClauseName::from(portal.spot(*at))).collect();
    clauses.sort();
    clauses
}

impl DataSet for Places {
    type Record = Place;

    fn units(site: &Site) -> Vec<Unit> {
        by_entry(site.catalog.places.records.len(), |at| {
            let place = Entity::Place(at);
            let record = &site.catalog.places.records[at];
            let linked = site.relations.mentions(place).len() + site.relations.projects(place).len();
            let names = record.aliases.zh.len() + record.aliases.en.len();
            FRAME + REFERENCE * (linked + names + site.relations.plans(place).len())
        })
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Place>> {
        Ok(vec![place(portal, unit)])
    }

    fn columns() -> Vec<Column<Place>> {
        vec![
            column("编号", "ID", |r: &Place, _| r.id.clone()),
            column("名称（中文）", "Name (Chinese)", |r, _| r.name.zh.clone()),
            column("名称（英文）", "Name (English)", |r, _| r.name.en.clone()),
            column("简称", "Short name", |r, s| s.picked(r.short.as_ref())),
            column("别称（中文）", "Other names (Chinese)", |r, _| list(&r.aliases.zh)),
            column("别称（英文）", "Other names (English)", |r, _| list(&r.aliases.en)),
            column("类别", "Kind", |r, s| s.word(r.kind)),
            column("所在地", "Lies in", |r, s| s.names(EntityKind::Place, &r.parent)),
            column("所在地编号", "Lies in (ID)", |r, _| text(r.parent.as_ref())),
            column("国家代码", "Country code", |r, _| text(r.country.as_ref())),
            column("规划", "Plans", |r, s| list(r.plans.iter().map(|plan| s.plan(plan)))),
            column("提及数", "Mentions", |r, _| r.mentions.len().to_string()),
            column("提及之处", "Mentioned in", |r, _| {
                list(r.mentions.iter().map(|mention| format!("{}#{}", mention.plan, mention.clause)))
            }),
            column("项目", "Projects", |r, _| list(&r.projects)),
            column("说明", "Note", |r, s| s.picked(r.note.as_ref())),
            column("网址", "URL", |r, s| s.pick(&r.url)),
        ]
    }
}
