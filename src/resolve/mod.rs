//! Turns a [`Catalog`] into a [`Site`]: what every name, link and record points to, and which pages there are.
//! Knows nothing of HTML, of search or of the disk's layout.
//!
//! [`resolve()`] goes in six steps:
//! 1. [`naming`] makes one finder of all names and reports clashes;
//! 2. [`clauses`] reads the texts of each plan once, side by side, into a skeleton: ids, headings, flags, mentions;
//! 3. [`records`] checks every id that a record names;
//! 4. [`relations`] turns records and mentions around: what leads to a body, a partner, a place, a document, a term;
//! 5. [`page`] lists the pages with their routes;
//! 6. [`published`] checks that nothing public was lost.
//!
//! The texts themselves are dropped again; whoever needs one asks [`crate::content::Bodies`].

mod clauses;
mod entity;
mod links;
mod naming;
mod page;
mod published;
mod records;
mod relations;
mod twin;

pub use clauses::{Clause, Edition, Flags, Mention, Skeleton};
pub use entity::{Entity, EntityKind};
pub use links::{Aim, aim};
pub use page::{ListKind, PAGE_ROWS, PageKey, RecordRef};
pub use relations::{ClauseRef, DutyRef, ProjectRef, Relations};

use crate::content::plan::Target;
use crate::content::words::{Review, Status};
use crate::content::{Bodies, Catalog, ClauseId, Identified, PlanFolder};
use crate::lang::Lang;
use crate::names::Names;
use crate::record::{Date, PartialDate};
use crate::report::Diagnostic;
use rayon::prelude::*;

/// How the portal is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The day for which "expired" is said.
    pub now: Date,
    /// Plans in draft are shown.
    pub drafts: bool,
}

/// The portal as a skeleton: records, headings, mentions, relations; no text.
pub struct Site {
    /// What the files say.
    pub catalog: Catalog,
    /// One per plan of the catalog, in its order.
    pub skeletons: Vec<Skeleton>,
    /// Finds known names in running text; owners are [`Entity::number`]s.
    pub names: Names,
    /// What leads to what.
    pub relations: Relations,
    /// The day for which the pages are true.
    pub now: Date,
}

/// Ties everything together. Always gives a site; what does not fit is reported and left out.
pub fn resolve(mut catalog: Catalog, bodies: Bodies<'_>, options: Options) -> (Site, Vec<Diagnostic>) {
    if !options.drafts {
        catalog.plans.retain(|plan| plan.record.plan.status != Status::Draft);
    }
    for plan in &mut catalog.plans {
        drop_pending(plan);
    }
    let (names, mut faults) = naming::names(&catalog);
    let read: Vec<(Skeleton, Vec<Diagnostic>)> =
        catalog.plans.par_iter().map(|plan| clauses::skeleton(&catalog, &names, plan, bodies)).collect();
    let mut skeletons = Vec::with_capacity(read.len());
    for (skeleton, more) in read {
        skeletons.push(skeleton);
        faults.extend(more);
    }
    faults.extend(records::check(&catalog, &skeletons));
    let relations = Relations::new(&catalog, &skeletons);
    let site = Site { catalog, skeletons, names, relations, now: options.now };
    faults.extend(links::check_pages(&site, bodies));
    faults.extend(published::check(&site));
    (site, faults)
}

/// Proposed records are never published.
fn drop_pending(plan: &mut PlanFolder) {
    let record = &mut plan.record;
    record.target.retain(|target| target.review == Review::Accepted);
    record.fact.retain(|fact| fact.review == Review::Accepted);
    record.project.retain(|project| project.review == Review::Accepted);
    record.duty.retain(|duty| duty.review == Review::Accepted);
}

impl Site {
    /// The plans in order of id, each with its skeleton.
    pub fn plans(&self) -> impl Iterator<Item = (usize, &PlanFolder, &Skeleton)> {
        let plans = self.catalog.plans.iter().zip(&self.skeletons).enumerate();
        plans.map(|(index, (plan, skeleton))| (index, plan, skeleton))
    }

    /// The number of the plan with an id.
    pub fn plan(&self, id: &str) -> Option<usize> {
        find_plan(&self.catalog, id)
    }

    /// A target or fact by `<plan>/<id>`.
    pub fn target(&self, path: &str) -> Option<RecordRef> {
        let (plan, id) = path.split_once('/')?;
        let plan = self.plan(plan)?;
        let record = &self.catalog.plans[plan].record;
        let in_list = |list: &[Target]| list.iter().position(|target| target.id.as_str() == id);
        let target = in_list(&record.target).map(|index| RecordRef { plan, index, fact: false });
        target.or_else(|| in_list(&record.fact).map(|index| RecordRef { plan, index, fact: true }))
    }

    /// The record of a reference.
    pub fn record(&self, at: RecordRef) -> &Target {
        let record = &self.catalog.plans[at.plan].record;
        if at.fact { &record.fact[at.index] } else { &record.target[at.index] }
    }

    /// The name of an entity in a language.
    pub fn name(&self, entity: Entity, lang: Lang) -> &str {
        let catalog = &self.catalog;
        match entity {
            Entity::Department(i) => catalog.departments.records[i].name.get(lang),
            Entity::Partner(i) => catalog.partners.records[i].name.get(lang),
            Entity::Place(i) => catalog.places.records[i].name.get(lang),
            Entity::Topic(i) => catalog.topics.records[i].name.get(lang),
            Entity::Document(i) => catalog.documents.records[i].title.get(lang),
            Entity::Term(i) => catalog.terms.records[i].name.get(lang),
            Entity::Plan(i) => catalog.plans[i].record.plan.title.get(lang),
        }
    }

    /// The id of an entity.
    pub fn id(&self, entity: Entity) -> &str {
        let catalog = &self.catalog;
        match entity {
            Entity::Department(i) => &catalog.departments.records[i].id().value,
            Entity::Partner(i) => &catalog.partners.records[i].id().value,
            Entity::Place(i) => &catalog.places.records[i].id().value,
            Entity::Topic(i) => &catalog.topics.records[i].id().value,
            Entity::Document(i) => &catalog.documents.records[i].id().value,
            Entity::Term(i) => &catalog.terms.records[i].id().value,
            Entity::Plan(i) => catalog.plans[i].id(),
        }
    }

    /// The entity of a kind with an id.
    pub fn entity(&self, kind: EntityKind, id: &str) -> Option<Entity> {
        entity::find(&self.catalog, kind, id)
    }

    /// The topics of a clause: its own, or else its nearest parent's.
    pub fn topics(&self, plan: usize, clause: &str) -> Vec<Entity> {
        let table = &self.catalog.plans[plan].record.topics;
        let mut id = clause;
        loop {
            if let Some(topics) = table.get(id) {
                return topics.iter().filter_map(|topic| self.entity(EntityKind::Topic, topic)).collect();
            }
            match id.rsplit_once('-') {
                Some((parent, _)) => id = parent,
                None => return Vec::new(),
            }
        }
    }

    /// The number of a clause for citing it: as printed, from the chapter down; the preamble and heads without a
    /// number are cited by their heading.
    pub fn cited(&self, clause: &Clause, lang: Lang) -> String {
        ClauseId::parse(&clause.id).map(|id| id.cited(lang)).unwrap_or_default()
    }

    /// True when the plan's time is over on the day of the site, by its dates.
    pub fn has_ended(&self, plan: usize) -> bool {
        let meta = &self.catalog.plans[plan].record.plan;
        let last_year = meta.period.map(|period| PartialDate::of_year(period.end));
        match (meta.valid.to, last_year) {
            (Some(to), _) => to < self.now,
            (None, Some(year)) => year.year < self.now.year(),
            (None, None) => false,
        }
    }
}

fn find_plan(catalog: &Catalog, id: &str) -> Option<usize> {
    catalog.plans.binary_search_by(|plan| plan.id().cmp(id)).ok()
}
