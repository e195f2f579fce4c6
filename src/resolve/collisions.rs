//! Turns the routes of pages, static files and redirects into faults where two want one address.
//! Knows nothing of what stands there.

use super::Site;
use super::entity::Entity;
use super::page::PageKey;
use crate::content::Identified;
use crate::report::{Code, Diagnostic, Place};
use crate::route::{Route, folded};
use std::collections::BTreeSet;

/// Who wants an address that another has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Claim {
    /// A page.
    Page(PageKey),
    /// A static file, by its number.
    Static(usize),
    /// A file of a plan, by the numbers of both.
    Media(usize, usize),
    /// A redirect, by its number.
    Redirect(usize),
    /// A redirect whose address is none, by its number.
    NoAddress(usize),
}

/// Two at one address, also where only a disk takes them for one ([`folded`]).
pub(super) fn find(site: &Site, pages: &[PageKey]) -> Vec<Claim> {
    let mut taken = Taken::default();
    let mut claims = Vec::new();
    for page in pages {
        claims.extend((!taken.take(site.route(page).as_str())).then(|| Claim::Page(page.clone())));
    }
    for (index, (_, name)) in site.catalog.statics.iter().enumerate() {
        claims.extend((!taken.take(name)).then_some(Claim::Static(index)));
    }
    for (plan, folder) in site.catalog.plans.iter().enumerate() {
        for (file, (_, address)) in folder.media_files().enumerate() {
            claims.extend((!taken.take(&address)).then_some(Claim::Media(plan, file)));
        }
    }
    let redirects = site.catalog.redirects.records.iter().enumerate();
    for (index, redirect) in redirects.filter(|(_, redirect)| !redirect.from.contains('#')) {
        match Route::of_address(&redirect.from) {
            Ok(route) => claims.extend((!taken.take(route.as_str())).then_some(Claim::Redirect(index))),
            Err(_) => claims.push(Claim::NoAddress(index)),
        }
    }
    claims
}

/// The fault of a claim, where it is made.
pub(super) fn fault(site: &Site, claim: &Claim) -> Diagnostic {
    let catalog = &site.catalog;
    let redirect = |index: usize| {
        let from = &catalog.redirects.records[index].from;
        (from.as_str(), Some(from.place(&catalog.redirects.path)))
    };
    let collision = |route: &str| Diagnostic::new(Code::RouteCollision).with("route", route);
    let (fault, place) = match claim {
        Claim::Page(page) => (collision(site.route(page).as_str()), page_place(site, page)),
        Claim::Static(index) => {
            let (path, name) = &catalog.statics[*index];
            (collision(name), Some(Place::file(path)))
        }
        Claim::Media(plan, file) => match catalog.plans[*plan].media_files().nth(*file) {
            Some((path, address)) => (collision(&address), Some(Place::file(path))),
            None => (collision(""), None),
        },
        Claim::Redirect(index) => {
            let (from, place) = redirect(*index);
            let route = Route::of_address(from).map_or_else(|_| from.to_owned(), |route| route.to_string());
            (collision(&route), place)
        }
        Claim::NoAddress(index) => {
            let (from, place) = redirect(*index);
            (Diagnostic::new(Code::PathLeavesFolder).with("name", from), place)
        }
    };
    match place {
        Some(place) => fault.at(place),
        None => fault,
    }
}

/// Addresses, folded.
#[derive(Default)]
struct Taken(BTreeSet<String>);

impl Taken {
    /// Takes an address unless it is taken, be it that a file would have to be a folder too.
    fn take(&mut self, route: &str) -> bool {
        let small = folded(route);
        let folder = format!("{small}/");
        let is_folder = self.0.range(folder.clone()..).next().is_some_and(|next| next.starts_with(&folder));
        let in_file = small.match_indices('/').any(|(at, _)| self.0.contains(&small[..at]));
        self.0.insert(small) && !is_folder && !in_file
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
