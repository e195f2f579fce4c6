//! Turns the metadata and outlines of plans into `plans.json` and its tables.
//! Knows nothing of the words of clauses.

use super::super::list::DataSet;
use super::super::part::Unit;
use super::super::portal::Portal;
use super::super::table::{Column, column, date, list, text};
use super::super::texts;
use super::super::value::{Edition, Grounded, Iso, Pair, id, ids, said};
use super::clauses::Heading;
use super::{FRAME, REFERENCE, by_entry};
use crate::content::plan::PlanMeta;
use crate::content::text::edition_note;
use crate::content::words::{Basis, How, Level, PlanKind, SourceLang, Status};
use crate::content::{PlanFolder, TextFile};
use crate::lang::Lang;
use crate::resolve::{Entity, EntityKind, Site};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// `plans.json`
pub(crate) struct Plans;

/// One policy document, without the words of its clauses.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Plan {
    #[serde(flatten)]
    pub(crate) meta: Meta,
    /// Its clauses in reading order.
    pub(crate) clauses: Vec<ClauseHead>,
}

/// A clause by its heading.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ClauseHead {
    /// Its id in the plan.
    pub(crate) id: String,
    #[serde(flatten)]
    pub(crate) heading: Heading,
}

/// The metadata of a plan.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Meta {
    /// Its id.
    pub(crate) id: String,
    /// Titles.
    pub(crate) title: Pair,
    /// Shorter titles.
    pub(crate) short: Option<Pair>,
    /// Document number.
    pub(crate) number: Option<String>,
    /// Department ids of those who issued it.
    pub(crate) issuers: Vec<String>,
    /// Department ids of those to whom it is addressed.
    pub(crate) addressees: Vec<String>,
    /// 成文日期: the date on the document.
    pub(crate) issued: Option<Iso>,
    /// 发布日期: when it was made public.
    pub(crate) published: Option<Iso>,
    /// The years that it covers.
    pub(crate) period: Option<Period>,
    /// The year to which it looks ahead.
    pub(crate) outlook: Option<i16>,
    /// Level of government.
    pub(crate) level: Level,
    /// The id of the place that it is for, where regional.
    pub(crate) region: Option<String>,
    /// Form.
    pub(crate) kind: PlanKind,
    /// In force or not. That its time is over follows from its dates.
    pub(crate) status: Status,
    /// When it is valid, where stated.
    pub(crate) valid: Valid,
    /// The id of the plan that took its place.
    pub(crate) superseded_by: Option<String>,
    /// Language of the official text.
    pub(crate) source_lang: SourceLang,
    /// The texts that this portal holds, best first within a language.
    pub(crate) editions: Vec<Text>,
    /// Where the official text was taken from.
    pub(crate) sources: Vec<Source>,
    /// The clauses of other plans that its clauses carry on.
    pub(crate) implements: Vec<Implements>,
    /// What its clauses put first along a corridor.
    pub(crate) priorities: Vec<Priority>,
    /// Ids of the documents that it cites.
    pub(crate) cites: Vec<String>,
    /// Ids of the plans of this portal that its text links to.
    pub(crate) cites_plans: Vec<String>,
    /// Its policy fields.
    pub(crate) topics: Vec<Grounded>,
    /// What a reader must know of the state of the text.
    pub(crate) note: Option<Pair>,
    /// Its page.
    pub(crate) url: Pair,
}

/// The years that a plan covers.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Period {
    /// First year.
    pub(crate) start: i16,
    /// Last year.
    pub(crate) end: i16,
}

/// From when to when a plan is valid.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Valid {
    /// From this date.
    pub(crate) from: Option<Iso>,
    /// To this date.
    pub(crate) to: Option<Iso>,
}

/// A text that this portal holds.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Text {
    /// Its language.
    pub(crate) lang: Lang,
    /// What it is.
    pub(crate) edition: Edition,
    /// SHA-256 of the text: UTF-8 without byte order mark, lines ending in LF.
    pub(crate) sha256: String,
    /// How it was made and by which kind of hand, where that is known.
    pub(crate) made: Option<Made>,
    /// The date of its last revision, where stated.
    pub(crate) revised: Option<Iso>,
}

/// How a text was made.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Made {
    /// How it came to be.
    pub(crate) how: How,
    /// By which kind of hand.
    pub(crate) by: Option<String>,
    /// Who reviewed it.
    pub(crate) reviewed: Option<String>,
}

/// Where the official text was taken from.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Source {
    /// The address.
    pub(crate) url: Option<String>,
    /// Who published it there.
    pub(crate) publisher: Option<Pair>,
    /// When it was taken.
    pub(crate) retrieved: Option<Iso>,
    /// SHA-256 of the file.
    pub(crate) sha256: Option<String>,
}

/// A clause that carries on a clause of another plan.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub(crate) struct Implements {
    /// The clause here.
    pub(crate) clause: String,
    /// The clause there: `<plan>#<clause>`, or `<plan>` as a whole.
    pub(crate) to: String,
    /// Where that comes from.
    pub(crate) basis: Basis,
}

/// The regions, countries and mechanisms that a clause puts first along a corridor.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Priority {
    /// The clause.
    pub(crate) clause: String,
    /// The corridor's id among the places.
    pub(crate) along: String,
    /// Ids of partners.
    pub(crate) regions: Vec<String>,
    /// Ids of partners that the clause lists as countries; it may list a region or an organisation among them.
    pub(crate) countries: Vec<String>,
    /// Ids of partners.
    pub(crate) mechanisms: Vec<String>,
    /// Where that comes from.
    pub(crate) basis: Basis,
}

/// The metadata of a plan.
///
/// # Errors
/// When a text cannot be read.
pub(crate) fn meta(portal: Portal<'_>, plan: usize) -> anyhow::Result<Meta> {
    let folder = &portal.site.catalog.plans[plan];
    let meta = &folder.record.plan;
    Ok(Meta {
        id: folder.id().to_owned(),
        title: meta.title.clone(),
        short: meta.short.clone(),
        number: meta.number.clone(),
        issuers: ids(&meta.issuers),
        addressees: ids(&meta.addressees),
        issued: meta.issued.map(Iso::from),
        published: meta.published.map(Iso::from),
        period: meta.period.map(|period| Period { start: period.start, end: period.end }),
        outlook: meta.outlook,
        level: meta.level,
        region: id(meta.region.as_ref()),
        kind: meta.kind,
        status: meta.status,
        valid: Valid { from: meta.valid.from.map(Iso::from), to: meta.valid.to.map(Iso::from) },
        superseded_by: id(meta.superseded_by.as_ref()),
        source_lang: meta.source_lang,
        editions: editions(portal, plan)?,
        sources: sources(meta),
        implements: implements(folder),
        priorities: priorities(folder),
        cites: cited(portal.site, plan, EntityKind::Document),
        cites_plans: cited(portal.site, plan, EntityKind::Plan),
        topics: topics(folder),
        note: meta.note.clone(),
        url: portal.thing(Entity::Plan(plan)),
    })
}

fn editions(portal: Portal<'_>, plan: usize) -> anyhow::Result<Vec<Text>> {
    let folder = &portal.site.catalog.plans[plan];
    let checksums = texts::checksums(portal, plan)?;
    Ok(folder.texts.iter().zip(checksums).map(|(file, sha256)| edition(folder, file, sha256)).collect())
}

fn edition(folder: &PlanFolder, file: &TextFile, sha256: String) -> Text {
    let note = edition_note(folder, file);
    Text {
        lang: file.lang,
        edition: file.kind.into(),
        sha256,
        made: note.map(|note| Made {
            how: note.made.how,
            by: said(&note.made.by),
            reviewed: said(&note.made.reviewed),
        }),
        revised: note.and_then(|note| note.revised).map(Iso::from),
    }
}

fn sources(meta: &PlanMeta) -> Vec<Source> {
    let sources = meta.sources.iter().map(|source| Source {
        url: said(&source.url),
        publisher: source.publisher.clone(),
        retrieved: source.retrieved.map(Iso::from),
        sha256: said(&source.hash),
    });
    sources.collect()
}

fn implements(folder: &PlanFolder) -> Vec<Implements> {
    let links = folder.record.implements.iter();
    let links = links.map(|link| Implements {
        clause: link.clause.value.clone(),
        to: link.to.value.clone(),
        basis: link.basis,
    });
    let mut links: Vec<Implements> = links.collect();
    links.sort();
    links
}

/// In the order of the record, which is that of the text.
fn priorities(folder: &PlanFolder) -> Vec<Priority> {
    let priorities = folder.record.priority.iter();
    let priorities = priorities.map(|priority| Priority {
        clause: priority.clause.value.clone(),
        along: priority.along.value.clone(),
        regions: ids(&priority.regions),
        countries: ids(&priority.countries),
        mechanisms: ids(&priority.mechanisms),
        basis: priority.basis,
    });
    priorities.collect()
}

/// The ids of the things of a kind that a plan's text names.
fn cited(site: &Site, plan: usize, kind: EntityKind) -> Vec<String> {
    let mentions = site.skeletons[plan].clauses.iter().flat_map(|clause| &clause.mentions);
    let named = mentions.map(|mention| mention.entity);
    let named = named.filter(|entity| entity.parts().0 == kind && *entity != Entity::Plan(plan));
    let ids: BTreeSet<&str> = named.map(|entity| site.id(entity)).collect();
    ids.into_iter().map(str::to_owned).collect()
}

/// The topics of all clauses; which ones they are is the portal's reading.
pub(crate) fn topics(folder: &PlanFolder) -> Vec<Grounded> {
    let ids: BTreeSet<&str> = folder.record.topics.values().flatten().map(|topic| topic.as_str()).collect();
    ids.into_iter().map(|id| Grounded { id: id.to_owned(), basis: Basis::Editorial }).collect()
}

impl DataSet for Plans {
    type Record = Plan;

    fn units(site: &Site) -> Vec<Unit> {
        by_entry(site.catalog.plans.len(), |plan| {
            let mentions: usize =
                site.skeletons[plan].clauses.iter().map(|clause| clause.mentions.len()).sum();
            let clauses = site.skeletons[plan].clauses.iter().map(super::clauses::head_weight);
            8 * FRAME + clauses.sum::<usize>() + REFERENCE * mentions
        })
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Plan>> {
        let heads = portal.site.skeletons[unit].clauses.iter();
        let heads = heads.map(|clause| ClauseHead {
            id: clause.id.to_string(),
            heading: Heading::of(portal, unit, clause),
        });
        Ok(vec![Plan { meta: meta(portal, unit)?, clauses: heads.collect() }])
    }

    fn columns() -> Vec<Column<Plan>> {
        let mut columns = vec![
            column("编号", "ID", |r: &Plan, _| r.meta.id.clone()),
            column("标题（中文）", "Title (Chinese)", |r, _| r.meta.title.zh.clone()),
            column("标题（英文）", "Title (English)", |r, _| r.meta.title.en.clone()),
            column("简称", "Short title", |r, s| s.picked(r.meta.short.as_ref())),
            column("发文字号", "Document number", |r, _| text(r.meta.number.as_ref())),
            column("发文机关", "Issuers", |r, s| s.names(EntityKind::Department, &r.meta.issuers)),
            column("发文机关编号", "Issuer IDs", |r, _| list(&r.meta.issuers)),
            column("主送机关", "Addressees", |r, s| s.names(EntityKind::Department, &r.meta.addressees)),
            column("主送机关编号", "Addressee IDs", |r, _| list(&r.meta.addressees)),
            column("成文日期", "Issued", |r, _| date(r.meta.issued.as_ref())),
            column("发布日期", "Published", |r, _| date(r.meta.published.as_ref())),
            column("起始年", "First year", |r, _| {
                r.meta.period.as_ref().map(|period| period.start.to_string()).unwrap_or_default()
            }),
            column("终止年", "Last year", |r, _| {
                r.meta.period.as_ref().map(|period| period.end.to_string()).unwrap_or_default()
            }),
            column("展望", "Outlook", |r, _| text(r.meta.outlook.map(|year| year.to_string()).as_ref())),
        ];
        columns.extend(state_columns());
        columns
    }
}

fn state_columns() -> [Column<Plan>; 12] {
    [
        column("层级", "Level", |r: &Plan, s| s.word(r.meta.level)),
        column("地区", "Region", |r, s| s.names(EntityKind::Place, &r.meta.region)),
        column("文种", "Kind", |r, s| s.word(r.meta.kind)),
        column("状态", "Status", |r, s| s.word(r.meta.status)),
        column("原文语言", "Source language", |r, s| s.word(r.meta.source_lang)),
        column("文本", "Texts", |r, s| {
            list(r.meta.editions.iter().map(|text| format!("{} {}", text.lang.code(), s.word(text.edition))))
        }),
        column("引用文件", "Cited documents", |r, s| s.names(EntityKind::Document, &r.meta.cites)),
        column("引用文件编号", "Cited document IDs", |r, _| list(&r.meta.cites)),
        column("领域", "Topics", |r, s| {
            s.names(EntityKind::Topic, r.meta.topics.iter().map(|topic| &topic.id))
        }),
        column("条款数", "Clauses", |r, _| r.clauses.len().to_string()),
        column("说明", "Note", |r, s| s.picked(r.meta.note.as_ref())),
        column("网址", "URL", |r, s| s.pick(&r.meta.url)),
    ]
}
