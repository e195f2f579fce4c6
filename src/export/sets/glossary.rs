//! Turns the termbase into `glossary.json` and its tables.
//! Knows nothing of where terms occur: `mentions` says so.

use super::super::list::DataSet;
use super::super::part::Unit;
use super::super::portal::Portal;
use super::super::table::{Column, column, list, text};
use super::super::value::{Forms, Pair, id};
use super::{FRAME, REFERENCE, by_entry};
use crate::resolve::{Entity, EntityKind, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// `glossary.json`
pub(crate) struct Glossary;

/// One entry of the bilingual termbase.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Term {
    /// Its id.
    pub(crate) id: String,
    /// The preferred term.
    pub(crate) name: Pair,
    /// Other accepted forms.
    pub(crate) accepted: Forms,
    /// Renderings to avoid.
    pub(crate) avoid: Forms,
    /// What it means, in the portal's own words.
    pub(crate) definition: Option<Pair>,
    /// The id of its policy field.
    pub(crate) topic: Option<String>,
    /// Where the rendering comes from.
    pub(crate) source: Option<Pair>,
    /// Its page.
    pub(crate) url: Pair,
}

impl DataSet for Glossary {
    type Record = Term;

    fn units(site: &Site) -> Vec<Unit> {
        by_entry(site.catalog.terms.records.len(), |at| {
            let record = &site.catalog.terms.records[at];
            let forms =
                [&record.accepted, &record.avoid].into_iter().map(|forms| forms.zh.len() + forms.en.len());
            let definition = record.definition.as_ref().map_or(0, |text| text.zh.len() + text.en.len());
            FRAME + REFERENCE * forms.sum::<usize>() + 2 * definition
        })
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Term>> {
        let record = &portal.site.catalog.terms.records[unit];
        Ok(vec![Term {
            id: record.id.value.clone(),
            name: record.name.clone(),
            accepted: Forms::from(&record.accepted),
            avoid: Forms::from(&record.avoid),
            definition: record.definition.clone(),
            topic: id(record.topic.as_ref()),
            source: record.source.clone(),
            url: portal.thing(Entity::Term(unit)),
        }])
    }

    fn columns() -> Vec<Column<Term>> {
        vec![
            column("编号", "ID", |r: &Term, _| r.id.clone()),
            column("中文", "Chinese", |r, _| r.name.zh.clone()),
            column("英文", "English", |r, _| r.name.en.clone()),
            column("也可用（中文）", "Also accepted (Chinese)", |r, _| list(&r.accepted.zh)),
            column("也可用（英文）", "Also accepted (English)", |r, _| list(&r.accepted.en)),
            column("不宜用（中文）", "To avoid (Chinese)", |r, _| list(&r.avoid.zh)),
            column("不宜用（英文）", "To avoid (English)", |r, _| list(&r.avoid.en)),
            column("释义", "Definition", |r, s| s.picked(r.definition.as_ref())),
            column("领域", "Topic", |r, s| s.names(EntityKind::Topic, &r.topic)),
            column("领域编号", "Topic ID", |r, _| text(r.topic.as_ref())),
            column("译法来源", "Source", |r, s| s.picked(r.source.as_ref())),
            column("网址", "URL", |r, s| s.pick(&r.url)),
        ]
    }
}
