//! Turns the list of published addresses into faults where one vanished without a redirect.
//! Knows nothing of what stood there.

use super::Site;
use super::entity::Entity;
use super::page::{PageKey, collisions};
use crate::lang::Lang;
use crate::record::At;
use crate::report::{Code, Diagnostic};
use std::collections::BTreeSet;

/// Addresses that collide, that vanished, redirects that lead nowhere.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut faults = collisions(site);
    let published = &site.catalog.published;
    let redirects = &site.catalog.redirects;
    if published.lines.is_empty() && redirects.records.is_empty() {
        return faults;
    }
    let addresses = Addresses::new(site);
    for line in &published.lines {
        let moved = redirects.find(line).is_some();
        if let (false, false, Some(path)) = (addresses.has(line), moved, &published.path) {
            let code = if line.contains('#') { Code::LostAnchor } else { Code::LostUrl };
            faults.push(Diagnostic::new(code).with("url", line.as_str()).at(line.place(path)));
        }
    }
    for redirect in &redirects.records {
        if !addresses.has(&redirect.to) {
            let fault = Diagnostic::new(Code::BrokenRedirect).with("to", redirect.to.as_str());
            faults.push(fault.at(redirect.to.place(&redirects.path)));
        }
    }
    faults
}

struct Addresses<'a> {
    site: &'a Site,
    pages: BTreeSet<String>,
}

impl<'a> Addresses<'a> {
    fn new(site: &'a Site) -> Self {
        let mut pages: BTreeSet<String> =
            site.pages().iter().map(|page| format!("/{}", site.route(page).url_path())).collect();
        pages.extend(site.catalog.statics.iter().map(|(_, name)| format!("/{name}")));
        Addresses { site, pages }
    }

    fn has(&self, address: &At<String>) -> bool {
        let (path, anchor) = address.split_once('#').map_or((address.as_str(), None), |(p, a)| (p, Some(a)));
        self.pages.contains(path) && anchor.is_none_or(|anchor| self.has_anchor(path, anchor))
    }

    /// Clauses are the anchors that the portal promises; other pages promise none.
    fn has_anchor(&self, path: &str, anchor: &str) -> bool {
        let mut plans = self.site.plans();
        let plan = plans.find(|(index, ..)| {
            let route = |lang| self.site.route(&PageKey::Thing(lang, Entity::Plan(*index)));
            Lang::ALL.iter().any(|lang| path.trim_start_matches('/').starts_with(route(*lang).url_path()))
        });
        plan.is_none_or(|(_, _, skeleton)| skeleton.find(anchor).is_some())
    }
}
