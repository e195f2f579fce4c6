//! Turns numbers of the site into what data says of them: ids, names, absolute addresses.
//! Knows nothing of the shapes in which they are said.

use crate::content::Bodies;
use crate::content::plan::Target;
use crate::lang::{Bilingual, Lang};
use crate::resolve::{ClauseRef, Entity, EntityKind, PageKey, ProjectRef, RecordRef, Site};
use crate::route::Route;

/// What every file is made from.
#[derive(Clone, Copy)]
pub(super) struct Portal<'a> {
    pub(super) site: &'a Site,
    pub(super) bodies: Bodies<'a>,
}

/// A clause by names: where something is said.
pub(super) struct Spot {
    pub(super) plan: String,
    pub(super) clause: String,
}

impl<'a> Portal<'a> {
    /// The address of a file.
    pub(super) fn absolute(self, route: &Route) -> String {
        format!("{}{}", self.site.catalog.config.base_url.as_str(), route.url_path())
    }

    /// The addresses of a page in both languages.
    pub(super) fn page(self, page: impl Fn(Lang) -> PageKey) -> Bilingual<String> {
        Bilingual::from_fn(|lang| self.site.address(&page(lang)))
    }

    /// The addresses of the page of a thing.
    pub(super) fn thing(self, entity: Entity) -> Bilingual<String> {
        self.page(|lang| PageKey::Thing(lang, entity))
    }

    /// The addresses of a clause: an anchor of its plan's page.
    pub(super) fn clause(self, plan: usize, clause: &str) -> Bilingual<String> {
        self.thing(Entity::Plan(plan)).map(|url| format!("{url}#{clause}"))
    }

    /// The addresses of a target or fact: its own page, or else its clause.
    pub(super) fn record(self, at: RecordRef) -> Bilingual<String> {
        match self.site.catalog.config.output.single_records && !at.fact {
            true => self.page(|lang| PageKey::Target(lang, at)),
            false => self.clause(at.plan, &self.site.record(at).clause),
        }
    }

    /// The addresses of a project: its own page, or else its clause.
    pub(super) fn project(self, (plan, index): ProjectRef) -> Bilingual<String> {
        match self.site.catalog.config.output.single_records {
            true => self.page(|lang| PageKey::Project(lang, plan, index)),
            false => self.clause(plan, &self.site.catalog.plans[plan].record.project[index].clause),
        }
    }

    /// A plan's id.
    pub(super) fn plan_id(self, plan: usize) -> &'a str {
        self.site.catalog.plans[plan].id()
    }

    /// The names of a clause.
    pub(super) fn spot(self, at: ClauseRef) -> Spot {
        let (plan, clause) = (at.plan as usize, at.clause as usize);
        let clause = &self.site.skeletons[plan].clauses[clause];
        Spot { plan: self.plan_id(plan).to_owned(), clause: clause.id.to_string() }
    }

    /// The id of a target or fact: `<plan>/<id>`.
    pub(super) fn record_id(self, plan: usize, record: &Target) -> String {
        format!("{}/{}", self.plan_id(plan), record.id.as_str())
    }

    /// The id of a project: `<plan>/<number>`.
    pub(super) fn project_id(self, (plan, index): ProjectRef) -> String {
        format!("{}/{}", self.plan_id(plan), self.site.catalog.plans[plan].record.project[index].number)
    }

    /// The ids of projects, sorted, each once.
    pub(super) fn project_ids<'p>(self, projects: impl IntoIterator<Item = &'p ProjectRef>) -> Vec<String> {
        let mut ids: Vec<String> = projects.into_iter().map(|project| self.project_id(*project)).collect();
        ids.sort();
        ids.dedup();
        ids
    }

    /// The plans in the order in which `<plan><separator>…` sorts.
    pub(super) fn plan_order(site: &Site, separator: char) -> Vec<usize> {
        let mut order: Vec<usize> = (0..site.catalog.plans.len()).collect();
        order.sort_by_cached_key(|plan| format!("{}{separator}", site.catalog.plans[*plan].id()));
        order
    }

    /// The name of what an id names; the id itself where nothing bears it.
    pub(super) fn name(self, kind: EntityKind, id: &str, lang: Lang) -> String {
        let entity = self.site.entity(kind, id);
        entity.map_or_else(|| id.to_owned(), |entity| self.site.name(entity, lang).to_owned())
    }

    /// The short title of a plan, or else its title; the id itself where nothing bears it.
    pub(super) fn short_title(self, id: &str, lang: Lang) -> String {
        let meta = self.site.plan(id).map(|plan| &self.site.catalog.plans[plan].record.plan);
        let title = meta.map(|meta| meta.short.as_ref().unwrap_or(&meta.title).get(lang));
        title.map_or_else(|| id.to_owned(), String::clone)
    }
}
