//! Turns the list of published addresses into faults where one vanished without a redirect.
//! Knows nothing of what stood there.

use super::Site;
use super::entity::Entity;
use super::page::PageKey;
use crate::lang::Lang;
use crate::report::{Code, Diagnostic};
use crate::route::Route;
use std::collections::BTreeMap;

/// What is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Loss {
    /// A published address, by its line's number in the list.
    Published(usize),
    /// What a redirect leads to, by its number.
    Redirect(usize),
}

/// Addresses that vanished, redirects that lead nowhere.
pub(super) fn find(site: &Site, pages: &BTreeMap<Route, PageKey>) -> Vec<Loss> {
    let published = &site.catalog.published;
    let redirects = &site.catalog.redirects;
    if published.lines.is_empty() && redirects.records.is_empty() {
        return Vec::new();
    }
    let addresses = Addresses { site, pages };
    let lines = published.lines.iter().enumerate();
    let lost = lines.filter(|(_, line)| !addresses.has(line) && !addresses.moved(line));
    let redirects = redirects.records.iter().enumerate();
    let broken = redirects.filter(|(_, redirect)| !addresses.has(&redirect.to));
    let lost = lost.map(|(index, _)| Loss::Published(index));
    lost.chain(broken.map(|(index, _)| Loss::Redirect(index))).collect()
}

/// The fault of a loss, where it is written.
pub(super) fn fault(site: &Site, loss: &Loss) -> Diagnostic {
    let catalog = &site.catalog;
    match loss {
        Loss::Published(index) => {
            let line = &catalog.published.lines[*index];
            let code = if line.contains('#') { Code::LostAnchor } else { Code::LostUrl };
            let fault = Diagnostic::new(code).with("url", line.as_str());
            match &catalog.published.path {
                Some(path) => fault.at(line.place(path)),
                None => fault,
            }
        }
        Loss::Redirect(index) => {
            let to = &catalog.redirects.records[*index].to;
            Diagnostic::new(Code::BrokenRedirect)
                .with("to", to.as_str())
                .at(to.place(&catalog.redirects.path))
        }
    }
}

struct Addresses<'a> {
    site: &'a Site,
    pages: &'a BTreeMap<Route, PageKey>,
}

impl Addresses<'_> {
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
        self.has_file(path) && anchor.is_none_or(|anchor| self.has_anchor(path, anchor))
    }

    fn has_file(&self, path: &str) -> bool {
        // An address is a page's only as readers see it: `/zh/index.html` was never published.
        let route = Route::of_address(path).ok().filter(|route| format!("/{}", route.url_path()) == path);
        let is_page = route.is_some_and(|route| self.pages.contains_key(&route));
        is_page || self.site.catalog.statics.iter().any(|(_, name)| path.strip_prefix('/') == Some(name))
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
