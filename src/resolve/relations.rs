//! Turns records and mentions around: from what a plan says of a body to where the body is spoken of.
//! Knows nothing of pages; whoever shows them asks here.

use super::clauses::Skeleton;
use super::entity::{Entity, EntityKind, find};
use super::find_plan;
use super::page::RecordRef;
use crate::content::Catalog;
use crate::content::plan::Target;
use crate::content::words::Role;
use std::collections::BTreeMap;

/// A clause of a plan, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClauseRef {
    /// The plan's number.
    pub plan: u32,
    /// The clause's number in its skeleton.
    pub clause: u32,
}

/// A duty of a plan, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DutyRef {
    /// The plan's number.
    pub plan: u32,
    /// The duty's number in its plan.
    pub duty: u32,
    /// The role that it gives.
    pub role: Role,
}

/// A project of a plan: the plan's number and the project's number in its list.
pub type ProjectRef = (usize, usize);

/// What leads to what. All lists are in the order of plans and of the records in them.
#[derive(Debug, Default)]
pub struct Relations {
    mentions: BTreeMap<Entity, Vec<ClauseRef>>,
    duties: BTreeMap<Entity, Vec<DutyRef>>,
    led: BTreeMap<Entity, Vec<ProjectRef>>,
    joined: BTreeMap<Entity, Vec<ProjectRef>>,
    projects: BTreeMap<Entity, Vec<ProjectRef>>,
    targets: BTreeMap<Entity, Vec<RecordRef>>,
    issued: BTreeMap<Entity, Vec<usize>>,
    implemented_by: BTreeMap<ClauseRef, Vec<ClauseRef>>,
    carried_on: BTreeMap<RecordRef, Vec<RecordRef>>,
}

impl Relations {
    pub(super) fn new(catalog: &Catalog, skeletons: &[Skeleton]) -> Relations {
        let mut relations = Relations::default();
        for (plan, skeleton) in skeletons.iter().enumerate() {
            relations.take_mentions(plan, skeleton);
            relations.take_metadata(catalog, plan);
            relations.take_records(catalog, plan);
            relations.take_implements(catalog, skeletons, plan);
        }
        relations
    }

    /// The clauses that name a thing.
    pub fn mentions(&self, entity: Entity) -> &[ClauseRef] {
        self.mentions.get(&entity).map_or(&[], Vec::as_slice)
    }

    /// The duties of a body.
    pub fn duties(&self, body: Entity) -> &[DutyRef] {
        self.duties.get(&body).map_or(&[], Vec::as_slice)
    }

    /// The projects that a body or partner leads.
    pub fn projects_led(&self, body: Entity) -> &[ProjectRef] {
        self.led.get(&body).map_or(&[], Vec::as_slice)
    }

    /// The projects that a body or partner joins.
    pub fn projects_joined(&self, body: Entity) -> &[ProjectRef] {
        self.joined.get(&body).map_or(&[], Vec::as_slice)
    }

    /// The projects at a place or with a partner.
    pub fn projects(&self, entity: Entity) -> &[ProjectRef] {
        self.projects.get(&entity).map_or(&[], Vec::as_slice)
    }

    /// The targets that name a body as theirs, or that a topic holds.
    pub fn targets(&self, entity: Entity) -> &[RecordRef] {
        self.targets.get(&entity).map_or(&[], Vec::as_slice)
    }

    /// The plans that a body issued, or that are for a place.
    pub fn plans(&self, entity: Entity) -> &[usize] {
        self.issued.get(&entity).map_or(&[], Vec::as_slice)
    }

    /// The clauses of other plans that carry a clause on.
    pub fn implemented_by(&self, clause: ClauseRef) -> &[ClauseRef] {
        self.implemented_by.get(&clause).map_or(&[], Vec::as_slice)
    }

    /// The targets that name this one as what they follow or as their national counterpart.
    pub fn carried_on(&self, record: RecordRef) -> &[RecordRef] {
        self.carried_on.get(&record).map_or(&[], Vec::as_slice)
    }

    fn take_mentions(&mut self, plan: usize, skeleton: &Skeleton) {
        for (at, clause) in skeleton.clauses.iter().enumerate() {
            for mention in &clause.mentions {
                self.mentions.entry(mention.entity).or_default().push(clause_ref(plan, at));
            }
        }
    }

    fn take_metadata(&mut self, catalog: &Catalog, plan: usize) {
        let meta = &catalog.plans[plan].record.plan;
        for issuer in &meta.issuers {
            self.issued.entry_for(find(catalog, EntityKind::Department, issuer), plan);
        }
        let region = meta.region.as_ref().and_then(|region| find(catalog, EntityKind::Place, region));
        self.issued.entry_for(region, plan);
    }

    fn take_records(&mut self, catalog: &Catalog, plan: usize) {
        let record = &catalog.plans[plan].record;
        for (duty, entry) in record.duty.iter().enumerate() {
            for body in &entry.departments {
                let duty = DutyRef { plan: small(plan), duty: small(duty), role: entry.role };
                self.duties.entry_for(find(catalog, EntityKind::Department, body), duty);
            }
        }
        for (at, project) in record.project.iter().enumerate() {
            for body in &project.lead {
                self.led.entry_for(body_of(catalog, body), (plan, at));
            }
            for body in &project.participants {
                self.joined.entry_for(body_of(catalog, body), (plan, at));
            }
            for place in &project.places {
                self.projects.entry_for(find(catalog, EntityKind::Place, place), (plan, at));
            }
            for partner in &project.partners {
                self.projects.entry_for(find(catalog, EntityKind::Partner, partner), (plan, at));
            }
        }
        let lists = [(false, &record.target), (true, &record.fact)];
        for (fact, list) in lists {
            for (index, target) in list.iter().enumerate() {
                let here = RecordRef { plan, index, fact };
                for body in target.departments.iter().filter(|_| !fact) {
                    self.targets.entry_for(find(catalog, EntityKind::Department, &body.id), here);
                }
                for topic in topics_of(catalog, plan, target).into_iter().filter(|_| !fact) {
                    self.targets.entry_for(Some(topic), here);
                }
                for other in target.follows.iter().chain(&target.regional) {
                    self.carried_on.entry_for(record_of(catalog, other), here);
                }
            }
        }
    }

    fn take_implements(&mut self, catalog: &Catalog, skeletons: &[Skeleton], plan: usize) {
        for link in &catalog.plans[plan].record.implements {
            let there = link.to.split_once('#').and_then(|(plan, clause)| {
                let plan = find_plan(catalog, plan)?;
                Some(clause_ref(plan, skeletons[plan].find(clause)?))
            });
            let here = skeletons[plan].find(&link.clause).map(|clause| clause_ref(plan, clause));
            if let (Some(there), Some(here)) = (there, here) {
                self.implemented_by.entry(there).or_default().push(here);
            }
        }
    }
}

/// Adds to the list of a thing that may not exist, once.
trait EntryFor<K, V> {
    fn entry_for(&mut self, key: Option<K>, value: V);
}

impl<K: Ord, V: PartialEq> EntryFor<K, V> for BTreeMap<K, Vec<V>> {
    fn entry_for(&mut self, key: Option<K>, value: V) {
        if let Some(key) = key {
            let list = self.entry(key).or_default();
            if list.last() != Some(&value) {
                list.push(value);
            }
        }
    }
}

/// A body of a project: a department's id, or a partner's after `partner:`.
pub(super) fn body_of(catalog: &Catalog, body: &str) -> Option<Entity> {
    match body.strip_prefix("partner:") {
        Some(id) => find(catalog, EntityKind::Partner, id),
        None => find(catalog, EntityKind::Department, body),
    }
}

/// The topics of a clause: its own, or else its nearest parent's.
pub(super) fn topics(catalog: &Catalog, plan: usize, clause: &str) -> Vec<Entity> {
    let table = &catalog.plans[plan].record.topics;
    let mut id = clause;
    loop {
        if let Some(topics) = table.get(id) {
            return topics.iter().filter_map(|topic| find(catalog, EntityKind::Topic, topic)).collect();
        }
        match id.rsplit_once('-') {
            Some((parent, _)) => id = parent,
            None => return Vec::new(),
        }
    }
}

/// The topics of a target: those of its clause, and its own beyond them.
fn topics_of(catalog: &Catalog, plan: usize, target: &Target) -> Vec<Entity> {
    let mut all = topics(catalog, plan, &target.clause);
    let own = target.topics.iter().filter_map(|topic| find(catalog, EntityKind::Topic, topic));
    all.extend(own);
    all.sort();
    all.dedup();
    all
}

fn record_of(catalog: &Catalog, path: &str) -> Option<RecordRef> {
    let (plan, id) = path.split_once('/')?;
    let plan = find_plan(catalog, plan)?;
    let record = &catalog.plans[plan].record;
    let target = record.target.iter().position(|target| target.id.as_str() == id);
    let fact = || record.fact.iter().position(|fact| fact.id.as_str() == id);
    let here = target.map(|index| RecordRef { plan, index, fact: false });
    here.or_else(|| fact().map(|index| RecordRef { plan, index, fact: true }))
}

fn clause_ref(plan: usize, clause: usize) -> ClauseRef {
    ClauseRef { plan: small(plan), clause: small(clause) }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
