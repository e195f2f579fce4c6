//! Turns the routes of pages, static files and redirects into faults where two want one address.
//! Knows nothing of what stands there.

use super::Site;
use super::entity::Entity;
use super::page::PageKey;
use crate::content::Identified;
use crate::report::{Code, Diagnostic, Place};
use crate::route::Route;
use std::collections::BTreeSet;

/// Two at one address, whatever the case of their letters: some disks know no case.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut taken = Taken::default();
    let mut faults = Vec::new();
    for page in site.pages() {
        faults.extend(taken.take(site.route(&page).as_str(), || page_place(site, &page)));
    }
    for (path, name) in &site.catalog.statics {
        faults.extend(taken.take(name, || Some(Place::file(path))));
    }
    let redirects = &site.catalog.redirects;
    for redirect in redirects.records.iter().filter(|redirect| !redirect.from.contains('#')) {
        let place = redirect.from.place(&redirects.path);
        match Route::of_address(&redirect.from) {
            Ok(route) => faults.extend(taken.take(route.as_str(), || Some(place))),
            Err(_) => {
                let fault = Diagnostic::new(Code::PathLeavesFolder).with("name", redirect.from.as_str());
                faults.push(fault.at(place));
            }
        }
    }
    faults
}

/// Addresses in small letters.
#[derive(Default)]
struct Taken(BTreeSet<String>);

impl Taken {
    /// Takes an address, or says that it is taken, be it that a file would have to be a folder too.
    fn take(&mut self, route: &str, place: impl FnOnce() -> Option<Place>) -> Option<Diagnostic> {
        let small = route.to_lowercase();
        let folder = format!("{small}/");
        let is_folder = self.0.range(folder.clone()..).next().is_some_and(|next| next.starts_with(&folder));
        let in_file = small.match_indices('/').any(|(at, _)| self.0.contains(&small[..at]));
        if self.0.insert(small) && !is_folder && !in_file {
            return None;
        }
        let fault = Diagnostic::new(Code::RouteCollision).with("route", route);
        Some(match place() {
            Some(place) => fault.at(place),
            None => fault,
        })
    }
}

fn page_place(site: &Site, page: &PageKey) -> Option<Place> {
    let catalog = &site.catalog;
    match page {
        PageKey::Text(lang, index) => {
            let texts = &catalog.pages[*index].texts;
            texts.best(*lang).map(|(_, path)| Place::file(path))
        }
        PageKey::Thing(_, Entity::Plan(plan)) => Some(Place::file(&catalog.plans[*plan].path)),
        PageKey::Thing(_, Entity::Term(term)) => {
            Some(catalog.terms.records[*term].id().place(&catalog.terms.path))
        }
        PageKey::Target(_, at) => Some(site.record(*at).id.place(&catalog.plans[at.plan].path)),
        PageKey::Project(_, plan, index) => {
            let plan = &catalog.plans[*plan];
            Some(plan.record.project[*index].clause.place(&plan.path))
        }
        _ => None,
    }
}
