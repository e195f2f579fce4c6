//! Turns a site into routes and producers, and a producer into bytes.
//! Knows nothing of where the bytes go.

use super::{Portal, headers};
use crate::content::Bodies;
use crate::export::{self, ExportKey};
use crate::memory::Key;
use crate::output::Making;
use crate::render::Renderer;
use crate::report::{Code, Diagnostic, Place};
use crate::resolve::PageKey;
use crate::route::{Route, SourcePath, folded};
use crate::search::Index;
use anyhow::Context;
use std::collections::BTreeSet;

/// Who makes the bytes of a route.
#[derive(Debug, Clone)]
pub enum Producer {
    /// A page for people.
    Page(PageKey),
    /// A file for machines.
    Export(ExportKey),
    /// A style, script or icon, by its number in the theme.
    Asset(usize),
    /// A file that is copied as it is.
    Copy(SourcePath),
    /// A file of the search index, by its number in it.
    Search(usize),
    /// A page at an old address that leads on, by its number in `redirects.toml`.
    Redirect(usize),
    /// What a host should say with every answer.
    Headers,
}

/// The files of the search index: their names follow from what is in them, so they are all made at once, or none is.
#[derive(Default)]
pub struct SearchFiles {
    /// The hash of all that they are made from, where it is known.
    key: Option<Key>,
    /// Each with its bytes, or none where the published folder has them.
    files: Vec<(Route, Option<Vec<u8>>)>,
}

impl SearchFiles {
    /// Those that the published folder holds, made from what this is the hash of.
    pub(super) fn published(key: Key, files: Vec<Route>) -> SearchFiles {
        SearchFiles { key: Some(key), files: files.into_iter().map(|route| (route, None)).collect() }
    }

    /// The same, to be known by the hash of all that they were made from.
    pub(super) fn with(self, key: Option<Key>) -> SearchFiles {
        SearchFiles { key, ..self }
    }

    /// Where they lie.
    pub fn routes(&self) -> impl Iterator<Item = &Route> {
        self.files.iter().map(|(route, _)| route)
    }

    /// True without any; an index has at least its manifest.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The number of the file at a route.
    pub fn position(&self, route: &Route) -> Option<usize> {
        self.files.iter().position(|(known, _)| known == route)
    }
}

/// Where all of them lie.
pub const SEARCH_FOLDER: &str = "search/";

/// Makes the search index; none where the portal wants none.
///
/// # Errors
/// When it cannot be made in memory.
pub fn search(portal: &Portal) -> anyhow::Result<SearchFiles> {
    if !portal.site.catalog.config.output.search {
        return Ok(SearchFiles::default());
    }
    let index = Index::new(&portal.site, Bodies::new(&portal.sources))?;
    let files = index.into_site(portal.offline).into_iter().map(|(route, bytes)| (route, Some(bytes)));
    Ok(SearchFiles { key: None, files: files.collect() })
}

/// Every file of the site. No two have the same route: `resolve` and the loading of the portal have checked that. What is
/// made of the whole portal stands before the pages of single plans: the last files of a build are small ones, so that
/// no long list is still being written when there is nothing left for anybody else.
pub fn bundle(portal: &Portal, search: &SearchFiles) -> Vec<(Route, Producer)> {
    let site = &portal.site;
    let (of_plans, others): (Vec<&PageKey>, Vec<&PageKey>) =
        site.pages().iter().partition(|page| page.is_of_one_plan());
    let file = |page: &PageKey| (site.route(page), Producer::Page(page.clone()));
    let search = search.files.iter().enumerate();
    let search = search.map(|(index, (route, _))| (route.clone(), Producer::Search(index)));
    let whole = files(portal).chain(others.into_iter().map(file));
    whole.chain(of_plans.into_iter().map(file)).chain(search).collect()
}

/// The files that are neither pages nor of the search index.
pub fn files(portal: &Portal) -> impl Iterator<Item = (Route, Producer)> {
    let site = &portal.site;
    let exports = export::routes(site).into_iter().map(|(route, key)| (route, Producer::Export(key)));
    let assets = portal.theme.assets.iter().enumerate();
    let assets =
        assets.filter_map(|(index, asset)| Some((Route::file(&asset.path).ok()?, Producer::Asset(index))));
    let statics = site.catalog.statics.iter();
    let statics =
        statics.filter_map(|(path, name)| Some((Route::file(name).ok()?, Producer::Copy(path.clone()))));
    let media = site.catalog.plans.iter().flat_map(|plan| plan.media_files());
    let media =
        media.filter_map(|(path, address)| Some((Route::file(&address).ok()?, Producer::Copy(path.clone()))));
    // An anchor that moved has no file of its own; the page it stood on is there.
    let redirects =
        site.catalog.redirects.records.iter().enumerate().filter(|(_, moved)| !moved.from.contains('#'));
    let redirects = redirects
        .filter_map(|(index, moved)| Some((Route::of_address(&moved.from).ok()?, Producer::Redirect(index))));
    // The owner's own is not touched, and without a server there is no answer.
    let own = site.catalog.statics.iter().any(|(_, name)| name == headers::FILE);
    let headers = Route::file(headers::FILE).ok().filter(|_| !own && !portal.offline);
    let headers = headers.map(|route| (route, Producer::Headers));
    exports.chain(assets).chain(statics).chain(media).chain(redirects).chain(headers)
}

/// Static files that want the address of a file for machines or of the theme: two makers of one file would make the
/// site depend on which came last.
pub(super) fn taken(portal: &Portal) -> Vec<Diagnostic> {
    let exports = export::routes(&portal.site).into_iter().map(|(route, _)| folded(route.as_str()));
    let assets = portal.theme.assets.iter().map(|asset| folded(&asset.path));
    let taken: BTreeSet<String> = exports.chain(assets).collect();
    let is_taken = |name: String| taken.contains(&name) || name.starts_with(SEARCH_FOLDER);
    let statics = portal.site.catalog.statics.iter().filter(|(_, name)| is_taken(folded(name)));
    let fault = |(path, name): &(SourcePath, String)| {
        Diagnostic::new(Code::RouteCollision).with("route", name).at(Place::file(path))
    };
    statics.map(fault).collect()
}

/// Makes the files of one portal.
pub struct Maker<'a> {
    portal: &'a Portal,
    search: &'a SearchFiles,
    renderer: Renderer<'a>,
}

impl<'a> Maker<'a> {
    /// Gets ready; there is nothing to make without templates.
    pub fn new(portal: &'a Portal, search: &'a SearchFiles) -> Option<Maker<'a>> {
        let Portal { sources, site, theme, shared, .. } = portal;
        let templates = portal.templates.as_deref()?;
        let renderer =
            Renderer::with(site, Bodies::new(sources), templates, theme, shared).offline(portal.offline);
        Some(Maker { portal, search, renderer })
    }

    /// The bytes of one file, unless it is known by its fingerprint: the hash of all that it is made from. Only what is
    /// cheaper to look at than to make has one.
    ///
    /// # Errors
    /// As [`Maker::make`].
    pub fn make_unless(&self, producer: &Producer, known: Option<Key>) -> anyhow::Result<Making> {
        let fingerprint = match producer {
            Producer::Page(page) => {
                let (key, bytes) = self.renderer.render_unless(page, known)?;
                self.unchanged()?;
                return Ok(bytes.map_or(Making::Same, |bytes| Making::Bytes(bytes, Some(key))));
            }
            Producer::Copy(path) => self.portal.sources.key(path),
            Producer::Search(_) => self.search.key,
            Producer::Export(_) | Producer::Asset(_) | Producer::Redirect(_) | Producer::Headers => None,
        };
        if fingerprint.is_some() && fingerprint == known {
            return Ok(Making::Same);
        }
        Ok(Making::Bytes(self.make(producer)?, fingerprint))
    }

    /// The bytes of one file.
    ///
    /// # Errors
    /// When a template asks for what is not there, or a file vanished since it was listed.
    pub fn make(&self, producer: &Producer) -> anyhow::Result<Vec<u8>> {
        let bytes = match producer {
            Producer::Page(page) => self.renderer.render(page),
            Producer::Export(key) => export::produce(&self.portal.site, self.renderer.bodies, key),
            Producer::Asset(index) => {
                let asset = self.portal.theme.assets.get(*index).context("no such asset")?;
                Ok(asset.bytes.to_vec())
            }
            Producer::Search(index) => {
                let (_, bytes) = self.search.files.get(*index).context("no such file of the index")?;
                bytes.clone().context("the published index vanished while the site was made")
            }
            Producer::Copy(path) => self.renderer.bodies.bytes(path),
            Producer::Redirect(index) => self.renderer.redirect(*index),
            Producer::Headers => {
                Ok(headers::write(&self.portal.site.catalog.config.base_url, self.search).into_bytes())
            }
        }?;
        self.unchanged()?;
        Ok(bytes)
    }

    /// What was made from a file that changed since it was listed is not given out.
    fn unchanged(&self) -> anyhow::Result<()> {
        anyhow::ensure!(!self.portal.sources.have_changed(), "a file changed while the site was made");
        Ok(())
    }
}
