//! Turns documents into facets: of which plan, body and topic each is.
//! Knows nothing of terms.

use super::document::{Key, Keys};
use super::wire;
use crate::lang::Lang;
use crate::record::At;
use crate::resolve::{Entity, EntityKind, Site};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The numbers of the documents of each plan, body and topic.
pub(super) struct Facets {
    plans: Vec<Vec<usize>>,
    lists: BTreeMap<Entity, Vec<usize>>,
}

impl Facets {
    pub(super) fn new(site: &Site, keys: &Keys) -> Facets {
        let duties = duties(site);
        let mut facets = Facets { plans: vec![Vec::new(); site.catalog.plans.len()], lists: BTreeMap::new() };
        for (number, key) in keys.0.iter().enumerate() {
            if let Some(plan) = key.plan() {
                facets.plans[plan].push(number);
            }
            let mut entities = of(site, &duties, *key);
            entities.sort();
            entities.dedup();
            for entity in entities {
                facets.lists.entry(entity).or_default().push(number);
            }
        }
        facets
    }

    /// The file of the plans in a language.
    pub(super) fn plans(&self, site: &Site, lang: Lang) -> Vec<u8> {
        let entry = |(plan, numbers): (usize, &Vec<usize>)| {
            let meta = &site.catalog.plans[plan].record.plan;
            let issued = meta.issued.or(meta.published).map(|date| date.year);
            let year = issued.or(meta.period.map(|period| period.start));
            let name = meta.short.as_ref().unwrap_or(&meta.title).get(lang);
            let mut entry = vec![json!(site.catalog.plans[plan].id()), json!(name), json!(year)];
            entry.extend(runs(numbers).into_iter().flat_map(|(first, count)| [json!(first), json!(count)]));
            Value::Array(entry)
        };
        file(self.plans.iter().enumerate().map(entry).collect())
    }

    /// The file of the bodies or topics in a language.
    pub(super) fn of_kind(&self, site: &Site, kind: EntityKind, lang: Lang) -> Vec<u8> {
        let lists = self.lists.iter().filter(|(entity, _)| entity.parts().0 == kind);
        let entry = |(entity, numbers): (&Entity, &Vec<usize>)| {
            let mut entry = vec![json!(site.id(*entity)), json!(site.name(*entity, lang))];
            let mut behind = 0;
            for (first, count) in runs(numbers) {
                entry.extend([json!(first - behind), json!(count)]);
                behind = first + count;
            }
            Value::Array(entry)
        };
        file(lists.map(entry).collect())
    }
}

fn file(entries: Vec<Value>) -> Vec<u8> {
    wire::deflate(Value::Array(entries).to_string().as_bytes())
}

/// Sorted numbers as runs: the first number, and how many follow each other.
pub(super) fn runs(numbers: &[usize]) -> Vec<(usize, usize)> {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    runs.map(|run| (run[0], run.len())).collect()
}

type Duties<'s> = BTreeMap<(usize, &'s str), Vec<Entity>>;

/// The bodies with a duty in each clause.
fn duties(site: &Site) -> Duties<'_> {
    let mut duties = Duties::new();
    for (plan, folder, _) in site.plans() {
        for duty in &folder.record.duty {
            let bodies = duty.departments.iter().filter_map(|id| body(site, id));
            duties.entry((plan, &duty.clause)).or_default().extend(bodies);
        }
    }
    duties
}

fn body(site: &Site, id: &At<String>) -> Option<Entity> {
    site.entity(EntityKind::Department, id)
}

/// The bodies and topics of a document.
fn of(site: &Site, duties: &Duties<'_>, key: Key) -> Vec<Entity> {
    let topic = |id: &At<String>| site.entity(EntityKind::Topic, id);
    match key {
        Key::Thing(Entity::Plan(plan)) => {
            let issuers = &site.catalog.plans[plan].record.plan.issuers;
            issuers.iter().filter_map(|id| body(site, id)).collect()
        }
        Key::Thing(Entity::Term(index)) => {
            site.catalog.terms.records[index].topic.iter().filter_map(topic).collect()
        }
        Key::Thing(entity) => {
            let is_own = matches!(entity, Entity::Department(_) | Entity::Topic(_));
            is_own.then_some(entity).into_iter().collect()
        }
        Key::Record(at) => {
            let record = site.record(at);
            let bodies = record.departments.iter().filter_map(|assigned| body(site, &assigned.id));
            let own = record.topics.iter().filter_map(topic);
            bodies.chain(own).chain(site.topics(at.plan, &record.clause)).collect()
        }
        Key::Project(plan, index) => {
            let project = &site.catalog.plans[plan].record.project[index];
            let bodies = project.lead.iter().chain(&project.participants).filter_map(|id| body(site, id));
            bodies.chain(site.topics(plan, &project.clause)).collect()
        }
        Key::Clause(plan, index) => {
            let clause = &site.skeletons[plan].clauses[index];
            let named = clause.mentions.iter().map(|mention| mention.entity);
            let named = named.filter(|entity| entity.parts().0 == EntityKind::Department);
            let bound = duties.get(&(plan, &*clause.id)).into_iter().flatten().copied();
            named.chain(bound).chain(site.topics(plan, &clause.id)).collect()
        }
        Key::Page(_) => Vec::new(),
    }
}
