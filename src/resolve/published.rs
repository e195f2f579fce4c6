//! Turns the list of published addresses into faults where one vanished without a redirect.
//! Knows nothing of what stood there.

use super::Site;
use super::entity::Entity;
use super::page::PageKey;
use crate::lang::Lang;
use crate::report::{Code, Diagnostic};
use std::collections::BTreeSet;

/// Addresses that vanished, redirects that lead nowhere.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let published = &site.catalog.published;
    let redirects = &site.catalog.redirects;
    if published.lines.is_empty() && redirects.records.is_empty() {
        return faults;
    }
    let addresses = Addresses::new(site);
    for line in &published.lines {
        if let (false, Some(path)) = (addresses.has(line) || addresses.moved(line), &published.path) {
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

    /// True when a redirect leads on. That of a page takes along the anchors that the new page has.
    fn moved(&self, address: &str) -> bool {
        let redirects = &self.site.catalog.redirects;
        let with_page = || {
            let (path, anchor) = address.split_once('#')?;
            let to = &redirects.records[redirects.find(path)?].to;
            let page = to.split_once('#').map_or(to.as_str(), |(page, _)| page);
            Some(self.has(&format!("{page}#{anchor}")))
        };
        redirects.find(address).is_some() || with_page().unwrap_or(false)
    }

    fn has(&self, address: &str) -> bool {
        let (path, anchor) =
            address.split_once('#').map_or((address, None), |(path, anchor)| (path, Some(anchor)));
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
