//! Turns an entry of a register that nothing refers to into a warning.
//! Knows nothing of what the entry says.
//!
//! Every entry has a page (a unit, a name in the data); one that no text names and no record refers to leads a reader to
//! an empty page. Mostly its name is written otherwise in the texts, and then nothing there is linked to it. An entry
//! that another one needs, as its parent, member, successor or place, is needed as long as that one is.

use crate::content::{Catalog, Identified, PlanFolder, Register};
use crate::record::At;
use crate::report::{Code, Diagnostic};
use crate::resolve::{EntityKind, Site};
use std::collections::BTreeSet;

/// Ids that something refers to, with the kind of register that they are in.
type Wanted<'a> = BTreeSet<(EntityKind, &'a str)>;

/// Asked once of the whole portal.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let catalog = &site.catalog;
    let mut wanted = Wanted::new();
    // The entry of a plan of this portal is there for other plans that may cite it.
    let own = catalog.documents.records.iter().filter(|document| document.plan.is_some());
    add(&mut wanted, EntityKind::Document, own.map(|document| &document.id));
    for (_, plan, skeleton) in site.plans() {
        by_records(&mut wanted, plan);
        let named = skeleton.clauses.iter().flat_map(|clause| &clause.mentions);
        wanted.extend(named.map(|mention| (mention.entity.parts().0, site.id(mention.entity))));
    }
    by_entries(&mut wanted, catalog);
    let mut faults = Vec::new();
    faults.extend(orphans(&catalog.departments, EntityKind::Department, &wanted));
    faults.extend(orphans(&catalog.partners, EntityKind::Partner, &wanted));
    faults.extend(orphans(&catalog.places, EntityKind::Place, &wanted));
    faults.extend(orphans(&catalog.documents, EntityKind::Document, &wanted));
    faults.extend(orphans(&catalog.terms, EntityKind::Term, &wanted));
    faults.extend(orphans(&catalog.topics, EntityKind::Topic, &wanted));
    faults.extend(unused_units(catalog));
    faults
}

fn orphans<T: Identified>(register: &Register<T>, kind: EntityKind, wanted: &Wanted<'_>) -> Vec<Diagnostic> {
    let alone =
        register.records.iter().map(Identified::id).filter(|id| !wanted.contains(&(kind, id.as_str())));
    alone.map(|id| fault(register, kind.scheme(), id)).collect()
}

fn fault<T>(register: &Register<T>, kind: &str, id: &At<String>) -> Diagnostic {
    let fault = Diagnostic::new(Code::Orphan).with("kind", kind).with("id", id.as_str());
    fault.at(id.place(&register.path))
}

fn add<'a>(wanted: &mut Wanted<'a>, kind: EntityKind, ids: impl IntoIterator<Item = &'a At<String>>) {
    wanted.extend(ids.into_iter().map(|id| (kind, id.as_str())));
}

fn by_records<'a>(wanted: &mut Wanted<'a>, plan: &'a PlanFolder) {
    let record = &plan.record;
    add(wanted, EntityKind::Department, record.plan.issuers.iter().chain(&record.plan.addressees));
    add(wanted, EntityKind::Place, &record.plan.region);
    add(wanted, EntityKind::Topic, record.topics.values().flatten());
    for target in record.target.iter().chain(&record.fact) {
        add(wanted, EntityKind::Department, target.departments.iter().map(|body| &body.id));
        add(wanted, EntityKind::Topic, &target.topics);
    }
    for duty in &record.duty {
        add(wanted, EntityKind::Department, &duty.departments);
    }
    for project in &record.project {
        for body in project.lead.iter().chain(&project.participants) {
            let partner = body.strip_prefix("partner:").map(|id| (EntityKind::Partner, id));
            wanted.insert(partner.unwrap_or((EntityKind::Department, body.as_str())));
        }
        add(wanted, EntityKind::Place, &project.places);
        add(wanted, EntityKind::Partner, &project.partners);
    }
}

/// What entries need that are themselves needed, and so on.
fn by_entries<'a>(wanted: &mut Wanted<'a>, catalog: &'a Catalog) {
    loop {
        let mut more = Wanted::new();
        for body in catalog
            .departments
            .records
            .iter()
            .filter(|d| wanted.contains(&(EntityKind::Department, d.id.as_str())))
        {
            add(
                &mut more,
                EntityKind::Department,
                body.parent.iter().chain(&body.members).chain(&body.succeeded_by),
            );
            add(&mut more, EntityKind::Place, &body.region);
        }
        for partner in
            catalog.partners.records.iter().filter(|p| wanted.contains(&(EntityKind::Partner, p.id.as_str())))
        {
            add(&mut more, EntityKind::Partner, partner.members.iter().map(|member| &member.id));
        }
        for place in
            catalog.places.records.iter().filter(|p| wanted.contains(&(EntityKind::Place, p.id.as_str())))
        {
            add(&mut more, EntityKind::Place, &place.parent);
        }
        for document in catalog
            .documents
            .records
            .iter()
            .filter(|d| wanted.contains(&(EntityKind::Document, d.id.as_str())))
        {
            add(&mut more, EntityKind::Department, &document.issuers);
        }
        let known = wanted.len();
        wanted.extend(more);
        if wanted.len() == known {
            return;
        }
    }
}

fn unused_units(catalog: &Catalog) -> Vec<Diagnostic> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for plan in &catalog.plans {
        let record = &plan.record;
        for target in record.target.iter().chain(&record.fact) {
            let baseline = target.baseline.iter().filter_map(|baseline| baseline.unit.as_ref());
            used.extend(target.unit.iter().chain(baseline).map(|unit| unit.as_str()));
        }
        let figures = record.project.iter().flat_map(|project| &project.figures);
        used.extend(figures.filter_map(|figure| figure.unit.as_ref()).map(|unit| unit.as_str()));
    }
    let ids = catalog.units.ids().zip(&catalog.units.records);
    let alone = ids.filter(|(id, _)| !used.contains(id));
    alone.map(|(_, unit)| fault(&catalog.units, "unit", &unit.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{of_site, plan};
    use super::check;

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
            of_site(&portal, |site, _| check(site)),
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
