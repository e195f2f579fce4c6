//! Turns an entry of a register that nothing refers to into a warning.
//! Knows nothing of what the entry says.
//!
//! Every entry has a page (a unit, a name in the data); one that no text names and no record refers to leads a reader to
//! an empty page. Mostly its name is written otherwise in the texts, and then nothing there is linked to it. An entry
//! that another one needs, as its parent, member, successor or place, is needed as long as that one is.

use crate::content::{Catalog, Identified, PlanFolder, Register};
use crate::record::At;
use crate::report::{Code, Diagnostic};
use crate::resolve::{Entity, EntityKind, Site, Skeleton};
use std::collections::BTreeSet;

/// What one plan refers to, of the entries that there are.
#[derive(Debug, Default)]
pub(super) struct Uses {
    entries: BTreeSet<Entity>,
    /// Units, by their numbers.
    units: BTreeSet<usize>,
}

/// Asked once of the whole portal, by what all plans use.
pub(super) fn check<'a>(site: &Site, plans: impl Iterator<Item = &'a Uses>) -> Vec<Diagnostic> {
    let catalog = &site.catalog;
    let mut all = Uses::default();
    for uses in plans {
        all.entries.extend(&uses.entries);
        all.units.extend(&uses.units);
    }
    // The entry of a plan of this portal is there for other plans that may cite it.
    let own = catalog.documents.records.iter().enumerate().filter(|(_, document)| document.plan.is_some());
    all.entries.extend(own.map(|(index, _)| Entity::Document(index)));
    by_entries(site, &mut all.entries);
    let mut faults = Vec::new();
    faults.extend(orphans(&catalog.departments, EntityKind::Department, &all.entries));
    faults.extend(orphans(&catalog.partners, EntityKind::Partner, &all.entries));
    faults.extend(orphans(&catalog.places, EntityKind::Place, &all.entries));
    faults.extend(orphans(&catalog.documents, EntityKind::Document, &all.entries));
    faults.extend(orphans(&catalog.terms, EntityKind::Term, &all.entries));
    faults.extend(orphans(&catalog.topics, EntityKind::Topic, &all.entries));
    let units = catalog.units.records.iter().enumerate().filter(|(index, _)| !all.units.contains(index));
    faults.extend(units.map(|(_, unit)| fault(&catalog.units, "unit", &unit.id)));
    faults
}

fn orphans<T: Identified>(
    register: &Register<T>,
    kind: EntityKind,
    used: &BTreeSet<Entity>,
) -> Vec<Diagnostic> {
    let records = register.records.iter().enumerate();
    let alone = records.filter(|(index, _)| !used.contains(&Entity::new(kind, *index)));
    alone.map(|(_, record)| fault(register, kind.scheme(), record.id())).collect()
}

fn fault<T>(register: &Register<T>, kind: &str, id: &At<String>) -> Diagnostic {
    let fault = Diagnostic::new(Code::Orphan).with("kind", kind).with("id", id.as_str());
    fault.at(id.place(&register.path))
}

impl Uses {
    /// What the records of a plan refer to and its texts name.
    pub(super) fn new(site: &Site, plan: &PlanFolder, skeleton: &Skeleton) -> Uses {
        let mut uses = Uses::default();
        let mentions = skeleton.clauses.iter().flat_map(|clause| &clause.mentions);
        uses.entries.extend(mentions.map(|mention| mention.entity));
        uses.take_records(site, plan);
        uses.take_units(&site.catalog, plan);
        uses
    }

    fn take_records(&mut self, site: &Site, plan: &PlanFolder) {
        let record = &plan.record;
        let used = &mut self.entries;
        add(used, site, EntityKind::Department, record.plan.issuers.iter().chain(&record.plan.addressees));
        add(used, site, EntityKind::Place, &record.plan.region);
        add(used, site, EntityKind::Topic, record.topics.values().flatten());
        for target in record.target.iter().chain(&record.fact) {
            add(used, site, EntityKind::Department, target.departments.iter().map(|body| &body.id));
            add(used, site, EntityKind::Topic, &target.topics);
        }
        for duty in &record.duty {
            add(used, site, EntityKind::Department, &duty.departments);
        }
        for project in &record.project {
            for body in project.lead.iter().chain(&project.participants) {
                used.extend(match body.strip_prefix("partner:") {
                    Some(id) => site.entity(EntityKind::Partner, id),
                    None => site.entity(EntityKind::Department, body),
                });
            }
            add(used, site, EntityKind::Place, &project.places);
            add(used, site, EntityKind::Partner, &project.partners);
        }
    }

    fn take_units(&mut self, catalog: &Catalog, plan: &PlanFolder) {
        let record = &plan.record;
        let targets = record.target.iter().chain(&record.fact);
        let of_targets = targets.flat_map(|target| {
            let baseline = target.baseline.iter().filter_map(|baseline| baseline.unit.as_ref());
            target.unit.iter().chain(baseline)
        });
        let figures = record.project.iter().flat_map(|project| &project.figures);
        let units = of_targets.chain(figures.filter_map(|figure| figure.unit.as_ref()));
        self.units.extend(units.filter_map(|unit| catalog.units.find(unit)));
    }
}

fn add<'a>(
    used: &mut BTreeSet<Entity>,
    site: &Site,
    kind: EntityKind,
    ids: impl IntoIterator<Item = &'a At<String>>,
) {
    used.extend(ids.into_iter().filter_map(|id| site.entity(kind, id)));
}

/// What entries need that are themselves needed, and so on.
fn by_entries(site: &Site, used: &mut BTreeSet<Entity>) {
    let mut ahead: Vec<Entity> = used.iter().copied().collect();
    while let Some(entity) = ahead.pop() {
        let mut needed = BTreeSet::new();
        needs(site, entity, &mut needed);
        ahead.extend(needed.into_iter().filter(|entity| used.insert(*entity)));
    }
}

fn needs(site: &Site, entity: Entity, needed: &mut BTreeSet<Entity>) {
    let catalog = &site.catalog;
    match entity {
        Entity::Department(index) => {
            let body = &catalog.departments.records[index];
            let bodies = body.parent.iter().chain(&body.members).chain(&body.succeeded_by);
            add(needed, site, EntityKind::Department, bodies);
            add(needed, site, EntityKind::Place, &body.region);
        }
        Entity::Partner(index) => {
            let members = catalog.partners.records[index].members.iter().map(|member| &member.id);
            add(needed, site, EntityKind::Partner, members);
        }
        Entity::Place(index) => add(needed, site, EntityKind::Place, &catalog.places.records[index].parent),
        Entity::Document(index) => {
            add(needed, site, EntityKind::Department, &catalog.documents.records[index].issuers);
        }
        Entity::Term(_) | Entity::Topic(_) | Entity::Plan(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{of_site, plan};
    use super::{Uses, check};

    const REGISTERS: &str = r#"-- content/departments.toml --
[[department]]
id = "bureau"
name = { zh = "甲局", en = "Bureau" }
kind = "bureau"
level = "none"
region = "city"
parent = "ministry"
[[department]]
id = "lost"
name = { zh = "乙局", en = "Lost Bureau" }
kind = "bureau"
level = "none"
parent = "lost-ministry"
[[department]]
id = "lost-ministry"
name = { zh = "乙部", en = "Lost Ministry" }
kind = "ministry"
level = "none"
[[department]]
id = "ministry"
name = { zh = "甲部", en = "Ministry" }
kind = "ministry"
level = "none"
-- content/places.toml --
[[place]]
id = "city"
kind = "city"
name = { zh = "甲市", en = "City" }
parent = "province"
[[place]]
id = "province"
kind = "province"
name = { zh = "甲省", en = "Province" }
[[place]]
id = "waste"
kind = "area"
name = { zh = "荒地", en = "Waste" }
-- content/units.toml --
[[unit]]
id = "item"
name = { zh = "个", en = "item" }
kind = "count"
-- content/topics.toml --
[[topic]]
id = "used"
name = { zh = "用", en = "Used" }
description = { zh = "用", en = "Used" }
-- content/documents.toml --
[[document]]
id = "own"
title = { zh = "本规划", en = "Own Plan" }
plan = "a"
"#;

    #[test]
    fn what_nothing_refers_to_is_listed() {
        let texts = [("digest.zh.md", "## 甲 {#c1}\n甲局办理。\n"), ("digest.en.md", "## A {#c1}\nA.\n")];
        let portal = format!("{}{REGISTERS}", plan("[topics]\n\"c1\" = [\"used\"]\n", &texts));
        assert_eq!(
            of_site(&portal, |site, _| {
                let uses: Vec<Uses> =
                    site.plans().map(|(_, plan, skeleton)| Uses::new(site, plan, skeleton)).collect();
                check(site, uses.iter())
            }),
            [
                "orphan departments.toml:9 lost dept",
                "orphan departments.toml:15 lost-ministry dept",
                "orphan places.toml:11 waste place",
                "orphan units.toml:2 item unit",
            ],
            "the bureau's ministry and city, and the city's province, are needed as long as the bureau is"
        );
    }
}
