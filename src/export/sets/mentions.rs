//! Turns what clauses name into `mentions.json` and its tables.
//! Knows nothing of how a name was found.

use super::super::list::DataSet;
use super::super::part::{Unit, Weight};
use super::super::portal::Portal;
use super::super::table::{Column, column, list};
use super::super::value::Pair;
use super::super::words::Word;
use super::by_plan;
use crate::lang::Lang;
use crate::resolve::{Clause, EntityKind, Mention, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// Bytes that a mention may have: four ids, two names, two addresses.
const MENTION: usize = 1_200;

/// `mentions.json`
pub(crate) struct Mentions;

/// A name in a clause, once however often the clause has it.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Named {
    /// `<plan>/<clause>/<kind>/<id>`
    pub(crate) id: String,
    /// The plan's id.
    pub(crate) plan: String,
    /// The clause's id in the plan.
    pub(crate) clause: String,
    /// What kind of thing is named.
    pub(crate) kind: Kind,
    /// Its id in the data set of its kind.
    pub(crate) named: String,
    /// In the text of which languages.
    pub(crate) langs: Vec<Lang>,
    /// The clause.
    pub(crate) url: Pair,
}

/// The kinds of things that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// A responsible Chinese body.
    Department,
    /// A partner.
    Partner,
    /// A place.
    Place,
    /// A cited document.
    Document,
    /// A term.
    Term,
    /// A policy field.
    Topic,
    /// A plan of this portal.
    Plan,
}

impl Kind {
    fn of(kind: EntityKind) -> Kind {
        match kind {
            EntityKind::Department => Kind::Department,
            EntityKind::Partner => Kind::Partner,
            EntityKind::Place => Kind::Place,
            EntityKind::Document => Kind::Document,
            EntityKind::Term => Kind::Term,
            EntityKind::Topic => Kind::Topic,
            EntityKind::Plan => Kind::Plan,
        }
    }

    fn entity(self) -> EntityKind {
        match self {
            Kind::Department => EntityKind::Department,
            Kind::Partner => EntityKind::Partner,
            Kind::Place => EntityKind::Place,
            Kind::Document => EntityKind::Document,
            Kind::Term => EntityKind::Term,
            Kind::Topic => EntityKind::Topic,
            Kind::Plan => EntityKind::Plan,
        }
    }
}

impl Word for Kind {
    fn zh(self) -> &'static str {
        match self {
            Kind::Department => "责任单位",
            Kind::Partner => "合作方",
            Kind::Place => "地域",
            Kind::Document => "引用文件",
            Kind::Term => "术语",
            Kind::Topic => "领域",
            Kind::Plan => "规划",
        }
    }

    fn code(self) -> &'static str {
        match self {
            Kind::Department => "department",
            Kind::Partner => "partner",
            Kind::Place => "place",
            Kind::Document => "document",
            Kind::Term => "term",
            Kind::Topic => "topic",
            Kind::Plan => "plan",
        }
    }
}

/// What the clauses of a plan name, in the order of ids.
pub(crate) fn of(portal: Portal<'_>, plan: usize) -> Vec<Named> {
    let clauses = portal.site.skeletons[plan].clauses.iter();
    let named = clauses.flat_map(|clause| clause.mentions.iter().map(move |mention| (clause, *mention)));
    let mut named: Vec<Named> = named.map(|(clause, mention)| name(portal, plan, clause, mention)).collect();
    named.sort_by(|a, b| a.id.cmp(&b.id));
    named
}

fn name(portal: Portal<'_>, plan: usize, clause: &Clause, mention: Mention) -> Named {
    let kind = Kind::of(mention.entity.parts().0);
    let (plan_id, id) = (portal.plan_id(plan), portal.site.id(mention.entity));
    let langs = [(mention.zh, Lang::Zh), (mention.en, Lang::En)];
    Named {
        id: format!("{plan_id}/{}/{}/{id}", clause.id, kind.code()),
        plan: plan_id.to_owned(),
        clause: clause.id.to_string(),
        kind,
        named: id.to_owned(),
        langs: langs.into_iter().filter_map(|(there, lang)| there.then_some(lang)).collect(),
        url: portal.clause(plan, &clause.id),
    }
}

impl DataSet for Mentions {
    type Record = Named;

    fn units(site: &Site) -> Vec<Unit> {
        by_plan(site, |_, skeleton| {
            let mentions: usize = skeleton.clauses.iter().map(|clause| clause.mentions.len()).sum();
            Weight::frame(MENTION * mentions)
        })
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Named>> {
        Ok(of(portal, unit))
    }

    fn columns() -> Vec<Column<Named>> {
        vec![
            column("编号", "ID", |r: &Named, _| r.id.clone()),
            column("规划", "Plan", |r, s| s.plan(&r.plan)),
            column("规划编号", "Plan ID", |r, _| r.plan.clone()),
            column("条款", "Clause", |r, _| r.clause.clone()),
            column("类别", "Kind", |r, s| s.word(r.kind)),
            column("名称", "Name", |r, s| s.names(r.kind.entity(), [&r.named])),
            column("名称编号", "Name ID", |r, _| r.named.clone()),
            column("文本语言", "Languages", |r, _| list(r.langs.iter().map(|lang| lang.code()))),
            column("网址", "URL", |r, s| s.pick(&r.url)),
        ]
    }
}
