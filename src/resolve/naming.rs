//! Turns the registers into one finder of names, and reports names that two claim.
//! Knows nothing of texts.

use super::entity::Entity;
use crate::content::registry::Aliases;
use crate::content::{Catalog, Identified, Register};
use crate::lang::Bilingual;
use crate::names::{LONGER, Name, Names, Use};
use crate::record::At;
use crate::report::{Code, Diagnostic, Place};

/// What an entry of a register is called.
struct Called<'a> {
    entity: Entity,
    id: &'a At<String>,
    names: Vec<&'a Bilingual<String>>,
    linked: Vec<&'a Aliases>,
    ambiguous: Option<&'a Aliases>,
}

/// All names of all registers; the order of the registers decides who keeps a name that two claim.
pub(super) fn names(catalog: &Catalog) -> (Names, Vec<Diagnostic>) {
    let called = called(catalog);
    let longer = LONGER.iter().map(|text| Name { text: (*text).to_owned(), owner: 0, usage: Use::Longer });
    let (names, clashes) = Names::new(longer.chain(called.iter().flat_map(names_of)));
    let by_number = |number: u32| called.iter().find(|entry| entry.entity.number() == number);
    let faults = clashes.iter().filter_map(|clash| {
        let (first, second) = (by_number(clash.first)?, by_number(clash.second)?);
        let fault = Diagnostic::new(Code::AliasClaimedTwice)
            .with("name", &clash.text)
            .with("first", label(first))
            .with("second", label(second));
        Some(fault.at(Place::new(path_of(catalog, second.entity), second.id.span.range())))
    });
    (names, faults.collect())
}

fn label(entry: &Called<'_>) -> String {
    format!("{}:{}", entry.entity.parts().0.scheme(), entry.id.as_str())
}

fn names_of<'a>(entry: &'a Called<'a>) -> impl Iterator<Item = Name> + 'a {
    let owner = entry.entity.number();
    let own = entry.names.iter().flat_map(|name| [&name.zh, &name.en]);
    let linked = entry.linked.iter().flat_map(|aliases| aliases.zh.iter().chain(&aliases.en));
    let ambiguous = entry.ambiguous.iter().flat_map(|aliases| aliases.zh.iter().chain(&aliases.en));
    let linked = own.chain(linked).map(move |text| Name { text: text.clone(), owner, usage: Use::Linked });
    linked.chain(ambiguous.map(move |text| Name { text: text.clone(), owner, usage: Use::Ambiguous }))
}

fn called(catalog: &Catalog) -> Vec<Called<'_>> {
    let mut all = Vec::new();
    all.extend(entries(&catalog.departments, Entity::Department, |d| {
        (
            std::iter::once(&d.name).chain(&d.short).collect(),
            vec![&d.aliases, &d.misprints],
            Some(&d.ambiguous),
        )
    }));
    all.extend(entries(&catalog.partners, Entity::Partner, |p| {
        (
            std::iter::once(&p.name).chain(&p.short).collect(),
            vec![&p.aliases, &p.misprints],
            Some(&p.ambiguous),
        )
    }));
    all.extend(entries(&catalog.places, Entity::Place, |p| {
        (
            std::iter::once(&p.name).chain(&p.short).collect(),
            vec![&p.aliases, &p.misprints],
            Some(&p.ambiguous),
        )
    }));
    all.extend(entries(&catalog.documents, Entity::Document, |d| (vec![&d.title], vec![&d.aliases], None)));
    all.extend(entries(&catalog.terms, Entity::Term, |t| (vec![&t.name], vec![&t.accepted], None)));
    all
}

type Forms<'a> = (Vec<&'a Bilingual<String>>, Vec<&'a Aliases>, Option<&'a Aliases>);

fn entries<'a, T: Identified>(
    register: &'a Register<T>,
    entity: impl Fn(usize) -> Entity + 'a,
    forms: impl Fn(&'a T) -> Forms<'a> + 'a,
) -> impl Iterator<Item = Called<'a>> {
    register.records.iter().enumerate().map(move |(index, record)| {
        let (names, linked, ambiguous) = forms(record);
        Called { entity: entity(index), id: record.id(), names, linked, ambiguous }
    })
}

fn path_of(catalog: &Catalog, entity: Entity) -> &crate::route::SourcePath {
    match entity {
        Entity::Department(_) => &catalog.departments.path,
        Entity::Partner(_) => &catalog.partners.path,
        Entity::Place(_) => &catalog.places.path,
        Entity::Document(_) => &catalog.documents.path,
        Entity::Topic(_) => &catalog.topics.path,
        Entity::Term(_) | Entity::Plan(_) => &catalog.terms.path,
    }
}
