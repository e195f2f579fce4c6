//! Turns the site around once, before any page is made: children, members, fields, years, the order of lists.
//! Knows nothing of pages' looks. Without it, every page of a long list would read the whole site again.

use super::format::Format;
use super::list::sequence::Sequence;
use super::list::things;
use crate::content::PlanFolder;
use crate::content::plan::PlanMeta;
use crate::lang::Bilingual;
use crate::record::PartialDate;
use crate::resolve::{ClauseRef, Entity, EntityKind, RecordRef, Site, Skeleton};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A body or partner in something that has members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Membership {
    /// What has the member: a collective, a mechanism, an organisation.
    pub(super) of: Entity,
    /// Since when.
    pub(super) from: Option<PartialDate>,
    /// Until when.
    pub(super) to: Option<PartialDate>,
}

/// What many pages ask for.
#[derive(Debug, Default)]
pub(super) struct Lookups {
    registers: Arc<Registers>,
    due: BTreeMap<i16, Vec<RecordRef>>,
    newest: Vec<usize>,
    targets: Sequence,
    facts: Sequence,
    projects: Sequence,
    /// For each topic: in how many clauses some body has a task, and how many name some partner.
    shares: Vec<(usize, usize)>,
}

/// What follows from the registers alone, whatever the plans say.
#[derive(Debug, Default)]
pub(super) struct Registers {
    children: BTreeMap<Entity, Vec<Entity>>,
    former: BTreeMap<Entity, Vec<Entity>>,
    memberships: BTreeMap<Entity, Vec<Membership>>,
    of_region: BTreeMap<Entity, Vec<Entity>>,
    countries: BTreeMap<String, Entity>,
    order: BTreeMap<EntityKind, Bilingual<Vec<Entity>>>,
}

impl Lookups {
    pub(super) fn new(site: &Site, registers: Arc<Registers>) -> Lookups {
        let records = || site.catalog.plans.iter().map(|plan| &plan.record);
        let mut lookups = Lookups {
            registers,
            due: BTreeMap::new(),
            newest: newest(site),
            targets: Sequence::new(records().map(|record| record.target.len())),
            facts: Sequence::new(records().map(|record| record.fact.len())),
            projects: Sequence::new(records().map(|record| record.project.len())),
            shares: shares(site),
        };
        for (plan, folder) in site.catalog.plans.iter().enumerate() {
            for (index, target) in folder.record.target.iter().enumerate() {
                if let Some(year) = target.deadline.as_ref().and_then(|deadline| deadline.last_year()) {
                    lookups.due.entry(year).or_default().push(RecordRef { plan, index, fact: false });
                }
            }
        }
        lookups
    }

    /// Bodies under a body, places in a place.
    pub(super) fn children(&self, of: Entity) -> &[Entity] {
        self.registers.children.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The bodies that a body succeeded.
    pub(super) fn former(&self, of: Entity) -> &[Entity] {
        self.registers.former.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The collectives, mechanisms and organisations that something belongs to.
    pub(super) fn memberships(&self, of: Entity) -> &[Membership] {
        self.registers.memberships.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The bodies of a place.
    pub(super) fn of_region(&self, place: Entity) -> &[Entity] {
        self.registers.of_region.get(&place).map_or(&[], Vec::as_slice)
    }

    /// The partner that is the country with a code.
    pub(super) fn country(&self, code: &str) -> Option<Entity> {
        self.registers.countries.get(code).copied()
    }

    /// In how many clauses of a topic some body has a task.
    pub(super) fn tasks(&self, topic: Entity) -> usize {
        self.shares.get(topic.parts().1).map_or(0, |(tasks, _)| *tasks)
    }

    /// How many clauses of a topic name some partner.
    pub(super) fn naming(&self, topic: Entity) -> usize {
        self.shares.get(topic.parts().1).map_or(0, |(_, naming)| *naming)
    }

    /// The targets by the year in which they are due.
    pub(super) fn due(&self) -> &BTreeMap<i16, Vec<RecordRef>> {
        &self.due
    }

    /// The plans, newest first.
    pub(super) fn newest(&self) -> &[usize] {
        &self.newest
    }

    /// All targets, plan after plan.
    pub(super) fn targets(&self) -> &Sequence {
        &self.targets
    }

    /// All facts, plan after plan.
    pub(super) fn facts(&self) -> &Sequence {
        &self.facts
    }

    /// All projects, plan after plan.
    pub(super) fn projects(&self) -> &Sequence {
        &self.projects
    }

    /// The things of a kind in the order in which a language lists them.
    pub(super) fn order(&self, kind: EntityKind) -> Option<&Bilingual<Vec<Entity>>> {
        self.registers.order.get(&kind)
    }
}

impl Registers {
    pub(super) fn new(site: &Site, format: &Bilingual<Format>) -> Registers {
        let mut registers = Registers { order: things::order(site, format), ..Registers::default() };
        registers.take_bodies(site);
        registers.take_partners(site);
        for (index, place) in site.catalog.places.records.iter().enumerate() {
            let parent = place.parent.as_ref().and_then(|id| site.entity(EntityKind::Place, id));
            add(&mut registers.children, parent, Entity::Place(index));
        }
        registers
    }

    fn take_bodies(&mut self, site: &Site) {
        let body = |id: &str| site.entity(EntityKind::Department, id);
        for (index, record) in site.catalog.departments.records.iter().enumerate() {
            let here = Entity::Department(index);
            add(&mut self.children, record.parent.as_ref().and_then(|id| body(id)), here);
            let region = record.region.as_ref().and_then(|id| site.entity(EntityKind::Place, id));
            add(&mut self.of_region, region, here);
            for later in &record.succeeded_by {
                add(&mut self.former, body(later), here);
            }
            for member in &record.members {
                let membership = Membership { of: here, from: None, to: None };
                add(&mut self.memberships, body(member), membership);
            }
        }
    }

    fn take_partners(&mut self, site: &Site) {
        for (index, record) in site.catalog.partners.records.iter().enumerate() {
            let here = Entity::Partner(index);
            if let (crate::content::words::PartnerKind::Country, Some(code)) = (record.kind, &record.country)
            {
                self.countries.entry(code.clone()).or_insert(here);
            }
            for member in &record.members {
                let membership = Membership { of: here, from: member.from, to: member.to };
                add(&mut self.memberships, site.entity(EntityKind::Partner, &member.id), membership);
            }
        }
    }
}

/// Adds to a thing's list, if there is such a thing, once.
fn add<V: PartialEq>(map: &mut BTreeMap<Entity, Vec<V>>, key: Option<Entity>, value: V) {
    if let Some(key) = key {
        let list = map.entry(key).or_default();
        if list.last() != Some(&value) {
            list.push(value);
        }
    }
}

fn shares(site: &Site) -> Vec<(usize, usize)> {
    let plans = site.catalog.plans.par_iter().zip(&site.skeletons);
    let given: Vec<BTreeSet<u32>> = plans.map(|(plan, skeleton)| given(plan, skeleton)).collect();
    let names_partner = |at: &&ClauseRef| {
        let clause = &site.skeletons[at.plan as usize].clauses[at.clause as usize];
        clause.mentions.iter().any(|mention| matches!(mention.entity, Entity::Partner(_)))
    };
    let topics = (0..site.catalog.topics.records.len()).map(Entity::Topic);
    topics
        .map(|topic| {
            let clauses = site.relations.clauses(topic);
            let tasks = clauses.iter().filter(|at| given[at.plan as usize].contains(&at.clause)).count();
            (tasks, clauses.iter().filter(names_partner).count())
        })
        .collect()
}

/// The clauses of a plan that give some body a task.
fn given(plan: &PlanFolder, skeleton: &Skeleton) -> BTreeSet<u32> {
    let duties = plan.record.duty.iter().map(|duty| duty.clause.as_str());
    let ids: BTreeSet<&str> =
        duties.chain(plan.record.project.iter().map(|project| project.clause.as_str())).collect();
    (0..).zip(&skeleton.clauses).filter(|(_, clause)| ids.contains(&*clause.id)).map(|(at, _)| at).collect()
}

fn newest(site: &Site) -> Vec<usize> {
    let plans = &site.catalog.plans;
    let date = |meta: &PlanMeta| {
        let term = meta.period.map(|period| PartialDate::of_year(period.start));
        meta.issued.or(meta.published).or(term)
    };
    let mut order: Vec<usize> = (0..plans.len()).collect();
    order.sort_by_key(|plan| Reverse(date(&plans[*plan].record.plan)));
    order
}
