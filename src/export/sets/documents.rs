//! Turns the register of cited documents into `documents.json` and its tables, with the clauses that cite each.
//! Knows nothing of the documents' words.

use super::super::list::DataSet;
use super::super::part::Unit;
use super::super::portal::Portal;
use super::super::table::{Column, column, date, list, text};
use super::super::value::{ClauseName, Forms, Iso, Pair, id, ids};
use super::{FRAME, REFERENCE, by_entry, places};
use crate::resolve::{Entity, EntityKind, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// `documents.json`
pub(crate) struct Documents;

/// A work cited in 《》, in the portal or outside it.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Document {
    /// Its id.
    pub(crate) id: String,
    /// Titles.
    pub(crate) title: Pair,
    /// Other forms in which it is cited.
    pub(crate) aliases: Forms,
    /// Document number, where known for certain.
    pub(crate) number: Option<String>,
    /// Department ids of those who issued it.
    pub(crate) issuers: Vec<String>,
    /// When it was issued, where known for certain.
    pub(crate) issued: Option<Iso>,
    /// What kind of work: plan, opinion, law, standard, …
    pub(crate) kind: Option<String>,
    /// The id of the plan of this portal that it is.
    pub(crate) plan: Option<String>,
    /// Its text elsewhere.
    pub(crate) source_url: Option<String>,
    /// A stated uncertainty.
    pub(crate) note: Option<Pair>,
    /// The clauses that cite it.
    pub(crate) cited_by: Vec<ClauseName>,
    /// Its page.
    pub(crate) url: Pair,
}

fn document(portal: Portal<'_>, at: usize) -> Document {
    let record = &portal.site.catalog.documents.records[at];
    Document {
        id: record.id.value.clone(),
        title: record.title.clone(),
        aliases: Forms::from(&record.aliases),
        number: record.number.clone(),
        issuers: ids(&record.issuers),
        issued: record.issued.map(Iso::from),
        kind: record.kind.clone(),
        plan: id(record.plan.as_ref()),
        source_url: record.url.clone(),
        note: record.note.clone(),
        cited_by: places::clauses(portal, Entity::Document(at)),
        url: portal.thing(Entity::Document(at)),
    }
}

impl DataSet for Documents {
    type Record = Document;

    fn units(site: &Site) -> Vec<Unit> {
        by_entry(site.catalog.documents.records.len(), |at| {
            let record = &site.catalog.documents.records[at];
            let names = record.aliases.zh.len() + record.aliases.en.len() + record.issuers.len();
            2 * FRAME + REFERENCE * (site.relations.mentions(Entity::Document(at)).len() + names)
        })
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Document>> {
        Ok(vec![document(portal, unit)])
    }

    fn columns() -> Vec<Column<Document>> {
        vec![
            column("编号", "ID", |r: &Document, _| r.id.clone()),
            column("标题（中文）", "Title (Chinese)", |r, _| r.title.zh.clone()),
            column("标题（英文）", "Title (English)", |r, _| r.title.en.clone()),
            column("引用形式（中文）", "Cited as (Chinese)", |r, _| list(&r.aliases.zh)),
            column("引用形式（英文）", "Cited as (English)", |r, _| list(&r.aliases.en)),
            column("发文字号", "Document number", |r, _| text(r.number.as_ref())),
            column("发文机关", "Issuers", |r, s| s.names(EntityKind::Department, &r.issuers)),
            column("发文机关编号", "Issuer IDs", |r, _| list(&r.issuers)),
            column("发布日期", "Issued", |r, _| date(r.issued.as_ref())),
            column("类别", "Kind", |r, _| text(r.kind.as_ref())),
            column("本站规划编号", "Plan of this portal", |r, _| text(r.plan.as_ref())),
            column("引用数", "Citations", |r, _| r.cited_by.len().to_string()),
            column("引用之处", "Cited by", |r, _| {
                list(r.cited_by.iter().map(|clause| format!("{}#{}", clause.plan, clause.clause)))
            }),
            column("原文网址", "Source URL", |r, _| text(r.source_url.as_ref())),
            column("说明", "Note", |r, s| s.picked(r.note.as_ref())),
            column("网址", "URL", |r, s| s.pick(&r.url)),
        ]
    }
}
