//! Turns the site around once, before any page is made: children, members, fields, years, the order of lists.
//! Knows nothing of pages' looks. Without it, every page of a long list would read the whole site again.

use super::format::Format;
use super::list::things;
use crate::content::plan::PlanMeta;
use crate::lang::Bilingual;
use crate::record::PartialDate;
use crate::resolve::{ClauseRef, Entity, EntityKind, RecordRef, Site};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

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
    children: BTreeMap<Entity, Vec<Entity>>,
    former: BTreeMap<Entity, Vec<Entity>>,
    memberships: BTreeMap<Entity, Vec<Membership>>,
    of_region: BTreeMap<Entity, Vec<Entity>>,
    countries: BTreeMap<String, Entity>,
    clauses: BTreeMap<Entity, Vec<ClauseRef>>,
    targets: BTreeMap<Entity, Vec<RecordRef>>,
    tasks: BTreeMap<Entity, usize>,
    naming: BTreeMap<Entity, usize>,
    due: BTreeMap<i16, Vec<RecordRef>>,
    newest: Vec<usize>,
    order: BTreeMap<EntityKind, Bilingual<Vec<Entity>>>,
}

impl Lookups {
    pub(super) fn new(site: &Site, format: &Bilingual<Format>) -> Lookups {
        let mut lookups = Lookups::default();
        lookups.take_bodies(site);
        lookups.take_partners(site);
        for (index, place) in site.catalog.places.records.iter().enumerate() {
            let parent = place.parent.as_ref().and_then(|id| site.entity(EntityKind::Place, id));
            add(&mut lookups.children, parent, Entity::Place(index));
        }
        for plan in 0..site.catalog.plans.len() {
            lookups.take_plan(site, plan);
        }
        lookups.newest = newest(site);
        lookups.order = things::order(site, format);
        lookups
    }

    /// Bodies under a body, places in a place.
    pub(super) fn children(&self, of: Entity) -> &[Entity] {
        self.children.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The bodies that a body succeeded.
    pub(super) fn former(&self, of: Entity) -> &[Entity] {
        self.former.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The collectives, mechanisms and organisations that something belongs to.
    pub(super) fn memberships(&self, of: Entity) -> &[Membership] {
        self.memberships.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The bodies of a place.
    pub(super) fn of_region(&self, place: Entity) -> &[Entity] {
        self.of_region.get(&place).map_or(&[], Vec::as_slice)
    }

    /// The partner that is the country with a code.
    pub(super) fn country(&self, code: &str) -> Option<Entity> {
        self.countries.get(code).copied()
    }

    /// The clauses of a topic.
    pub(super) fn clauses(&self, topic: Entity) -> &[ClauseRef] {
        self.clauses.get(&topic).map_or(&[], Vec::as_slice)
    }

    /// The targets of a topic: of its clauses, and those that name it themselves.
    pub(super) fn targets(&self, topic: Entity) -> &[RecordRef] {
        self.targets.get(&topic).map_or(&[], Vec::as_slice)
    }

    /// In how many clauses of a topic some body has a task.
    pub(super) fn tasks(&self, topic: Entity) -> usize {
        self.tasks.get(&topic).copied().unwrap_or(0)
    }

    /// How many clauses of a topic name some partner.
    pub(super) fn naming(&self, topic: Entity) -> usize {
        self.naming.get(&topic).copied().unwrap_or(0)
    }

    /// The targets by the year in which they are due.
    pub(super) fn due(&self) -> &BTreeMap<i16, Vec<RecordRef>> {
        &self.due
    }

    /// The plans, newest first.
    pub(super) fn newest(&self) -> &[usize] {
        &self.newest
    }

    /// The things of a kind in the order in which a language lists them.
    pub(super) fn order(&self, kind: EntityKind) -> Option<&Bilingual<Vec<Entity>>> {
        self.order.get(&kind)
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

    fn take_plan(&mut self, site: &Site, plan: usize) {
        let record = &site.catalog.plans[plan].record;
        let given = record.duty.iter().map(|duty| duty.clause.as_str());
        let tasks: BTreeSet<&str> =
            given.chain(record.project.iter().map(|project| project.clause.as_str())).collect();
        let mut fields: BTreeMap<&str, Vec<Entity>> = BTreeMap::new();
        for (clause, skeleton) in (0..).zip(&site.skeletons[plan].clauses) {
            let topics = site.topics(plan, &skeleton.id);
            for topic in &topics {
                let here = ClauseRef { plan: u32::try_from(plan).unwrap_or(u32::MAX), clause };
                add(&mut self.clauses, Some(*topic), here);
                *self.tasks.entry(*topic).or_default() += usize::from(tasks.contains(&*skeleton.id));
                let names_partner =
                    skeleton.mentions.iter().any(|mention| matches!(mention.entity, Entity::Partner(_)));
                *self.naming.entry(*topic).or_default() += usize::from(names_partner);
            }
            fields.insert(&skeleton.id, topics);
        }
        for (index, target) in record.target.iter().enumerate() {
            let here = RecordRef { plan, index, fact: false };
            if let Some(year) = target.deadline.as_ref().and_then(|deadline| deadline.last_year()) {
                self.due.entry(year).or_default().push(here);
            }
            let of_clause = fields.get(target.clause.as_str()).into_iter().flatten().copied();
            let own = target.topics.iter().filter_map(|topic| site.entity(EntityKind::Topic, topic));
            for topic in of_clause.chain(own) {
                add(&mut self.targets, Some(topic), here);
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
