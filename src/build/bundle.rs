//! Turns a site into routes and producers, and a producer into bytes.
//! Knows nothing of where the bytes go.

use super::Portal;
use crate::content::Bodies;
use crate::export::{self, ExportKey};
use crate::memory::Key;
use crate::output::Making;
use crate::render::Renderer;
use crate::report::{Code, Diagnostic, Place};
use crate::resolve::PageKey;
use crate::route::{Route, SourcePath};
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
    /// A page at an old address that leads on, by its number in `redirects.toml`.
    Redirect(usize),
}

/// Every file of the site. No two have the same route: `resolve` and the loading of the portal have checked that.
pub fn bundle(portal: &Portal) -> Vec<(Route, Producer)> {
    let site = &portal.site;
    let pages = site.pages().iter().map(|page| (site.route(page), Producer::Page(page.clone())));
    pages.chain(files(portal)).collect()
}

/// The files that are no pages.
pub fn files(portal: &Portal) -> impl Iterator<Item = (Route, Producer)> {
    let site = &portal.site;
    let exports = export::routes(site).into_iter().map(|(route, key)| (route, Producer::Export(key)));
    let assets = portal.theme.assets.iter().enumerate();
    let assets =
        assets.filter_map(|(index, asset)| Some((Route::file(&asset.path).ok()?, Producer::Asset(index))));
    let statics = site.catalog.statics.iter();
    let statics =
        statics.filter_map(|(path, name)| Some((Route::file(name).ok()?, Producer::Copy(path.clone()))));
    let media = site.catalog.plans.iter().flat_map(|plan| {
        plan.media.iter().filter_map(|path| {
            let name = path.as_str().rsplit_once("/media/")?.1;
            let route = Route::file(&format!("media/{}/{name}", plan.id())).ok()?;
            Some((route, Producer::Copy(path.clone())))
        })
    });
    // An anchor that moved has no file of its own; the page it stood on is there.
    let redirects =
        site.catalog.redirects.records.iter().enumerate().filter(|(_, moved)| !moved.from.contains('#'));
    let redirects = redirects
        .filter_map(|(index, moved)| Some((Route::of_address(&moved.from).ok()?, Producer::Redirect(index))));
    exports.chain(assets).chain(statics).chain(media).chain(redirects)
}

/// Static files that want the address of a file for machines or of the theme: two makers of one file would make the
/// site depend on which came last.
pub(super) fn taken(portal: &Portal) -> Vec<Diagnostic> {
    let exports = export::routes(&portal.site).into_iter().map(|(route, _)| route.as_str().to_lowercase());
    let assets = portal.theme.assets.iter().map(|asset| asset.path.to_lowercase());
    let taken: BTreeSet<String> = exports.chain(assets).collect();
    let statics = portal.site.catalog.statics.iter().filter(|(_, name)| taken.contains(&name.to_lowercase()));
    let fault = |(path, name): &(SourcePath, String)| {
        Diagnostic::new(Code::RouteCollision).with("route", name).at(Place::file(path))
    };
    statics.map(fault).collect()
}

/// Makes the files of one portal.
pub struct Maker<'a> {
    portal: &'a Portal,
    renderer: Renderer<'a>,
}

impl<'a> Maker<'a> {
    /// Gets ready; there is nothing to make without templates.
    pub fn new(portal: &'a Portal) -> Option<Maker<'a>> {
        let Portal { sources, site, theme, shared, .. } = portal;
        let templates = portal.templates.as_deref()?;
        let renderer = Renderer::with(site, Bodies::new(sources), templates, theme, shared);
        Some(Maker { portal, renderer })
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
            Producer::Export(_) | Producer::Asset(_) | Producer::Redirect(_) => None,
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
            Producer::Copy(path) => self.renderer.bodies.bytes(path),
            Producer::Redirect(index) => self.renderer.redirect(*index),
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
