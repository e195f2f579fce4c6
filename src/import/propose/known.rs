//! Turns the registers into what a reader of a text needs of them: whose name is this, and which id has this unit?
//! Knows nothing of drafts and records.

use crate::content::Catalog;
use crate::content::registry::Aliases;
use crate::lang::Bilingual;
use crate::names::{LONGER, Name, Names, Use};
use std::collections::BTreeMap;
use std::ops::Range;

/// The register that an owner of a name stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shelf {
    Department,
    Partner,
    Place,
    Document,
}

/// Who bears a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Owner {
    pub(super) shelf: Shelf,
    pub(super) id: String,
}

/// A known name in a text.
#[derive(Clone, Debug)]
pub(super) struct Found<'k> {
    pub(super) span: Range<usize>,
    pub(super) owner: &'k Owner,
}

/// What the registers know.
pub(super) struct Known {
    names: Names,
    owners: Vec<Owner>,
    exact: BTreeMap<String, usize>,
    units: BTreeMap<String, Option<String>>,
}

impl Known {
    /// Reads the registers.
    pub(super) fn of(catalog: &Catalog) -> Known {
        let mut shelves = Shelves::default();
        for body in &catalog.departments.records {
            let names = std::iter::once(&body.name).chain(&body.short);
            let other = [&body.aliases, &body.misprints];
            shelves.put(Shelf::Department, body.id.as_str(), names, &other, &body.ambiguous);
        }
        for partner in &catalog.partners.records {
            let names = std::iter::once(&partner.name).chain(&partner.short);
            let other = [&partner.aliases, &partner.misprints];
            shelves.put(Shelf::Partner, partner.id.as_str(), names, &other, &partner.ambiguous);
        }
        for place in &catalog.places.records {
            let names = std::iter::once(&place.name).chain(&place.short);
            let other = [&place.aliases, &place.misprints];
            shelves.put(Shelf::Place, place.id.as_str(), names, &other, &place.ambiguous);
        }
        for work in &catalog.documents.records {
            let none = Aliases::default();
            shelves.put(
                Shelf::Document,
                work.id.as_str(),
                std::iter::once(&work.title),
                &[&work.aliases],
                &none,
            );
        }
        let mut units: BTreeMap<String, Option<String>> = BTreeMap::new();
        for unit in &catalog.units.records {
            let id = Some(unit.id.as_str().to_owned());
            units.entry(unit.name.zh.clone()).and_modify(|known| *known = None).or_insert(id);
        }
        shelves.ready(units)
    }

    /// A few names for a test.
    #[cfg(test)]
    pub(super) fn some(names: &[(Shelf, &str, &str)]) -> Known {
        let mut shelves = Shelves::default();
        for (shelf, id, name) in names {
            let name = Bilingual { zh: (*name).to_owned(), en: String::new() };
            shelves.put(*shelf, id, std::iter::once(&name), &[], &Aliases::default());
        }
        shelves.ready(BTreeMap::from([("张".to_owned(), Some("bed".to_owned()))]))
    }

    /// The known names in a text, from left to right.
    pub(super) fn find(&self, text: &str) -> Vec<Found<'_>> {
        let linked = self.names.find(text).into_iter().filter(|hit| hit.usage == Use::Linked);
        let owner = |number: &u32| self.owners.get(usize::try_from(*number).ok()?);
        linked
            .filter_map(|hit| {
                Some(Found { span: hit.span.clone(), owner: hit.owners.first().and_then(owner)? })
            })
            .collect()
    }

    /// Who bears exactly this name.
    pub(super) fn owner(&self, name: &str) -> Option<&Owner> {
        self.exact.get(name).and_then(|number| self.owners.get(*number))
    }

    /// The longest known body whose name stands at the beginning of another name.
    pub(super) fn body_before(&self, name: &str) -> Option<usize> {
        let ends = name.char_indices().map(|(at, _)| at).skip(2);
        let is_body =
            |end: &usize| self.owner(&name[..*end]).is_some_and(|owner| owner.shelf == Shelf::Department);
        ends.take(24).filter(is_body).last()
    }

    /// The id of the one unit with this word.
    pub(super) fn unit(&self, word: &str) -> Option<String> {
        self.units.get(word).cloned().flatten()
    }
}

#[derive(Default)]
struct Shelves {
    names: Vec<Name>,
    owners: Vec<Owner>,
    exact: BTreeMap<String, usize>,
}

impl Shelves {
    fn ready(mut self, units: BTreeMap<String, Option<String>>) -> Known {
        let longer =
            LONGER.iter().map(|word| Name { text: (*word).to_owned(), owner: 0, usage: Use::Longer });
        self.names.extend(longer);
        Known { names: Names::new(self.names).0, owners: self.owners, exact: self.exact, units }
    }

    fn put<'a>(
        &mut self,
        shelf: Shelf,
        id: &str,
        names: impl Iterator<Item = &'a Bilingual<String>>,
        other: &[&Aliases],
        ambiguous: &Aliases,
    ) {
        let number = self.owners.len();
        self.owners.push(Owner { shelf, id: id.to_owned() });
        let Ok(owner) = u32::try_from(number) else { return };
        let linked = names.map(|name| &name.zh).chain(other.iter().flat_map(|aliases| &aliases.zh));
        for text in linked {
            self.exact.entry(text.clone()).or_insert(number);
            self.names.push(Name { text: text.clone(), owner, usage: Use::Linked });
        }
        // In a list of bodies an ambiguous name is as good as any: there the context says what it means.
        for text in &ambiguous.zh {
            self.names.push(Name { text: text.clone(), owner, usage: Use::Ambiguous });
        }
    }
}
