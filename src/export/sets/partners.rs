//! Turns the register of partners into `partners.json` and its tables, with the clauses that name each.
//! Knows nothing of Chinese bodies.

use super::super::list::DataSet;
use super::super::part::Unit;
use super::super::portal::Portal;
use super::super::table::{Column, column, list, text};
use super::super::value::{Forms, Iso, Pair};
use super::{FRAME, REFERENCE, by_entry};
use crate::content::words::PartnerKind;
use crate::resolve::{Entity, EntityKind, ProjectRef, Site};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// `partners.json`
pub(crate) struct Partners;

/// A country, region, international organisation, mechanism, forum, foreign institution or company.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Partner {
    /// Its id.
    pub(crate) id: String,
    /// What kind of partner.
    pub(crate) kind: PartnerKind,
    /// Official names.
    pub(crate) name: Pair,
    /// Usual short names.
    pub(crate) short: Option<Pair>,
    /// Other names.
    pub(crate) aliases: Forms,
    /// ISO 3166-1 alpha-2, for countries and for what lies in one.
    pub(crate) country: Option<String>,
    /// Members, with dates where certain.
    pub(crate) members: Vec<Member>,
    /// Its own site.
    pub(crate) website: Option<String>,
    /// A stated uncertainty.
    pub(crate) note: Option<Pair>,
    /// The clauses that name it.
    pub(crate) mentions: Vec<Mention>,
    /// The ids of the projects with it.
    pub(crate) projects: Vec<String>,
    /// Its page.
    pub(crate) url: Pair,
}

/// A member of a mechanism or organisation.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Member {
    /// The member's id.
    pub(crate) id: String,
    /// Since when.
    pub(crate) from: Option<Iso>,
    /// Until when.
    pub(crate) to: Option<Iso>,
}

/// A clause that names a partner.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub(crate) struct Mention {
    /// The plan's id.
    pub(crate) plan: String,
    /// The clause's id in the plan.
    pub(crate) clause: String,
    /// As what the clause names it.
    pub(crate) role: Part,
}

/// As what a clause names a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Part {
    /// It is named.
    Named,
    /// It is among those to which priority is given.
    Priority,
    /// It is the host.
    #[expect(dead_code, reason = "a value of the published vocabulary that no record states yet")]
    Host,
    /// A project of the clause is carried out by it or with it.
    Party,
}

fn partner(portal: Portal<'_>, at: usize) -> Partner {
    let record = &portal.site.catalog.partners.records[at];
    let members = record.members.iter().map(|member| Member {
        id: member.id.value.clone(),
        from: member.from.map(Iso::from),
        to: member.to.map(Iso::from),
    });
    let mut members: Vec<Member> = members.collect();
    members.sort_by(|a, b| a.id.cmp(&b.id));
    Partner {
        id: record.id.value.clone(),
        kind: record.kind,
        name: record.name.clone(),
        short: record.short.clone(),
        aliases: Forms::from(&record.aliases),
        country: record.country.clone(),
        members,
        website: record.website.clone(),
        note: record.note.clone(),
        mentions: mentions(portal, Entity::Partner(at)),
        projects: portal.project_ids(projects(portal.site, Entity::Partner(at))),
        url: portal.thing(Entity::Partner(at)),
    }
}

/// The projects that a partner leads or joins, or that are carried out with it.
fn projects(site: &Site, partner: Entity) -> impl Iterator<Item = &ProjectRef> {
    let relations = &site.relations;
    let own = relations.projects_led(partner).iter().chain(relations.projects_joined(partner));
    own.chain(relations.projects(partner))
}

fn mentions(portal: Portal<'_>, partner: Entity) -> Vec<Mention> {
    let clauses: BTreeSet<(usize, &str)> = projects(portal.site, partner)
        .map(|(plan, index)| {
            let project = &portal.site.catalog.plans[*plan].record.project[*index];
            (*plan, project.clause.as_str())
        })
        .collect();
    let priorities = portal.site.relations.priorities(partner).iter();
    let first: BTreeSet<(usize, &str)> = priorities
        .map(|(plan, index)| {
            (*plan, portal.site.catalog.plans[*plan].record.priority[*index].clause.as_str())
        })
        .collect();
    let mentions = portal.site.relations.mentions(partner).iter().map(|at| {
        let spot = portal.spot(*at);
        let here = (at.plan as usize, spot.clause.as_str());
        let role = match (clauses.contains(&here), first.contains(&here)) {
            (true, _) => Part::Party,
            (false, true) => Part::Priority,
            (false, false) => Part::Named,
        };
        Mention { role, plan: spot.plan, clause: spot.clause }
    });
    let mut mentions: Vec<Mention> = mentions.collect();
    mentions.sort();
    mentions
}

impl DataSet for Partners {
    type Record = Partner;

    fn units(site: &Site) -> Vec<Unit> {
        by_entry(site.catalog.partners.records.len(), |at| {
            let partner = Entity::Partner(at);
            let record = &site.catalog.partners.records[at];
            let linked = site.relations.mentions(partner).len() + projects(site, partner).count();
            let names = record.aliases.zh.len() + record.aliases.en.len() + record.members.len();
            2 * FRAME + REFERENCE * (linked + names)
        })
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Partner>> {
        Ok(vec![partner(portal, unit)])
    }

    fn columns() -> Vec<Column<Partner>> {
        vec![
            column("编号", "ID", |r: &Partner, _| r.id.clone()),
            column("名称（中文）", "Name (Chinese)", |r, _| r.name.zh.clone()),
            column("名称（英文）", "Name (English)", |r, _| r.name.en.clone()),
            column("简称", "Short name", |r, s| s.picked(r.short.as_ref())),
            column("别称（中文）", "Other names (Chinese)", |r, _| list(&r.aliases.zh)),
            column("别称（英文）", "Other names (English)", |r, _| list(&r.aliases.en)),
            column("类别", "Kind", |r, s| s.word(r.kind)),
            column("国家代码", "Country code", |r, _| text(r.country.as_ref())),
            column("成员", "Members", |r, s| {
                s.names(EntityKind::Partner, r.members.iter().map(|member| &member.id))
            }),
            column("成员编号", "Member IDs", |r, _| list(r.members.iter().map(|member| &member.id))),
            column("提及数", "Mentions", |r, _| r.mentions.len().to_string()),
            column("提及之处", "Mentioned in", |r, _| {
                list(r.mentions.iter().map(|mention| format!("{}#{}", mention.plan, mention.clause)))
            }),
            column("项目", "Projects", |r, _| list(&r.projects)),
            column("官方网站", "Website", |r, _| text(r.website.as_ref())),
            column("说明", "Note", |r, s| s.picked(r.note.as_ref())),
            column("网址", "URL", |r, s| s.pick(&r.url)),
        ]
    }
}
