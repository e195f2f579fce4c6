//! Turns the shape of a site into its pages, each at its address, and into the clashes and losses of addresses.
//! Knows nothing of what pages show. An edit that changes no id changes nothing here.

use super::Site;
use super::collisions::{self, Claim};
use super::page::PageKey;
use super::published::{self, Loss};
use crate::memory::Key;
use crate::report::Diagnostic;
use crate::route::Route;
use std::collections::BTreeMap;

/// All pages, in a fixed order, and what is wrong with their addresses.
#[derive(Debug, Default)]
pub struct Addresses {
    pages: Vec<PageKey>,
    by_route: BTreeMap<Route, PageKey>,
    clashes: Vec<Claim>,
    losses: Vec<Loss>,
}

impl Addresses {
    /// Everything that follows from the ids alone.
    pub(super) fn new(site: &Site) -> Addresses {
        let pages = site.all_pages();
        let by_route: BTreeMap<Route, PageKey> =
            pages.iter().map(|page| (site.route(page), page.clone())).collect();
        let clashes = collisions::find(site, &pages);
        let losses = published::find(site, &by_route);
        Addresses { pages, by_route, clashes, losses }
    }

    /// All pages in order.
    pub(super) fn pages(&self) -> &[PageKey] {
        &self.pages
    }

    /// The page that lives at a route.
    pub(super) fn page(&self, route: &Route) -> Option<&PageKey> {
        self.by_route.get(route)
    }

    /// The clashes and losses, where they stand in the files now.
    pub(super) fn faults(&self, site: &Site) -> Vec<Diagnostic> {
        let clashes = self.clashes.iter().map(|claim| collisions::fault(site, claim));
        let losses = self.losses.iter().map(|loss| published::fault(site, loss));
        clashes.chain(losses).collect()
    }
}

/// What the addresses depend on: ids and their order, what the owner switched off, what was published.
pub(super) fn key(site: &Site, world: Key, shapes: Key) -> Key {
    let catalog = &site.catalog;
    let mut key = Key::kind("addresses").with(world).with(shapes).with(catalog.redirects.key);
    key.add(format!("{:?}", catalog.config.output));
    key.add(catalog.published.key.map_or([0; 32], |key| *key.as_bytes()));
    for page in &catalog.pages {
        key.add(&page.id);
    }
    for (_, name) in &catalog.statics {
        key.add(name);
    }
    for (_, address) in catalog.plans.iter().flat_map(|plan| plan.media_files()) {
        key.add(address);
    }
    key.done()
}
