//! Turns the site into pages: what a person sees.
//! Knows nothing of check, search, export or the disk.
//!
//! [`Renderer::render`] is the one way in: a page's key to its bytes, a pure function of the site, the texts and the
//! templates. Each page kind has a builder that turns the model into a view struct ([`view`]); templates see nothing
//! else.
//!
//! 1. [`context`] knows where the page lives and makes every link relative to it;
//! 2. `format` writes dates, numbers and order as the language does; `figure` and `times` write quantities and
//!    deadlines, `rows` puts them into rows, `picture` draws what people would rather look at than read;
//! 3. `body` turns a clause's text into HTML, with names linked and passages marked;
//! 4. `lookups` turns the site around once, so that no page reads all of it; `shared` holds it with all else that is
//!    made ready once for all pages;
//! 5. `frame` and the page builders (`list`, `record`, `plan`, `parallel`, `home`, `data`, `text`, `gateway`) fill the
//!    views;
//! 6. [`crate::template`] writes them out.

mod body;
pub mod context;
mod data;
mod figure;
#[cfg(test)]
mod fixture;
pub mod format;
mod frame;
mod gateway;
mod home;
mod jsonld;
mod list;
mod lookups;
mod mentions;
mod meta;
mod parallel;
mod passage;
mod picture;
mod plan;
mod record;
mod redirect;
mod rows;
mod samples;
mod search;
mod shared;
mod text;
mod times;
pub mod view;

#[cfg(test)]
mod tests;

use crate::content::Bodies;
use crate::lang::Bilingual;
use crate::resolve::{Entity, PageKey, Site};
use crate::template::Templates;
use crate::theme::Theme;
pub use shared::Shared;

use crate::memory::Key;
use anyhow::Context;
use context::Ctx;
use format::Format;
use frame::About;
use lookups::Lookups;
use std::sync::Arc;
use tera::Value;
use view::{Frame, Page};

/// What pages may load: their own site's files, and nothing written into the page itself. Whoever serves them says so in
/// the header `Content-Security-Policy`.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                          font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
                          frame-ancestors 'none'";

/// Makes pages.
pub struct Renderer<'a> {
    /// The portal.
    pub site: &'a Site,
    /// Its texts.
    pub bodies: Bodies<'a>,
    /// Its templates.
    pub templates: &'a Templates,
    /// Its theme.
    pub theme: &'a Theme,
    /// The pages are for a folder that is opened without a server.
    pub offline: bool,
    words: Arc<Bilingual<Value>>,
    format: Arc<Bilingual<Format>>,
    lookups: Arc<Lookups>,
    titles: Arc<Vec<Bilingual<String>>>,
}

impl<'a> Renderer<'a> {
    /// Gets ready to make pages of this site.
    pub fn new(site: &'a Site, bodies: Bodies<'a>, templates: &'a Templates, theme: &'a Theme) -> Self {
        let shared = Shared::after(site, bodies, theme, &Shared::default());
        Renderer::with(site, bodies, templates, theme, &shared)
    }

    /// The same with what was made ready for this site before.
    pub fn with(
        site: &'a Site,
        bodies: Bodies<'a>,
        templates: &'a Templates,
        theme: &'a Theme,
        shared: &Shared,
    ) -> Self {
        let Shared { words, format, lookups, titles, .. } = shared.clone();
        Renderer { site, bodies, templates, theme, offline: false, words, format, lookups, titles }
    }

    /// Makes the pages for a folder that is opened without a server, or not.
    #[must_use]
    pub fn offline(self, offline: bool) -> Self {
        Renderer { offline, ..self }
    }

    /// The bytes of a page.
    ///
    /// # Errors
    /// When a template asks for what is not there, or a text vanished since it was listed.
    pub fn render(&self, key: &PageKey) -> anyhow::Result<Vec<u8>> {
        let (frame, page) = self.view(key)?;
        self.write(key, &frame, &page)
    }

    fn write(&self, key: &PageKey, frame: &Frame, page: &Page) -> anyhow::Result<Vec<u8>> {
        let words = self.words.get(key.lang().unwrap_or(crate::lang::Lang::En));
        self.templates.render(page.template(), frame, page, words)
    }

    /// The page at an old address, by the redirect's number: it leads on to the new one.
    ///
    /// # Errors
    /// When there is no such redirect, or its addresses are none.
    pub fn redirect(&self, index: usize) -> anyhow::Result<Vec<u8>> {
        redirect::page(self.site, index).context("no such redirect")
    }

    /// The bytes of a page, unless they are known by their fingerprint; and the fingerprint.
    ///
    /// # Errors
    /// When a template asks for what is not there, or a text vanished since it was listed.
    pub fn render_unless(&self, key: &PageKey, known: Option<Key>) -> anyhow::Result<(Key, Option<Vec<u8>>)> {
        let (frame, page) = self.view(key)?;
        let fingerprint = self.fingerprint_of(&frame, &page)?;
        if known == Some(fingerprint) {
            return Ok((fingerprint, None));
        }
        Ok((fingerprint, Some(self.write(key, &frame, &page)?)))
    }

    fn fingerprint_of(&self, frame: &Frame, page: &Page) -> anyhow::Result<Key> {
        let mut key = Key::kind("page").with(self.templates.fingerprint()).with(self.theme.fingerprint);
        key.add(page.template());
        let asked = self.templates.asked(page.template());
        key.add_value(&asked.of(frame))?;
        key.add_value(&asked.of(page))?;
        Ok(key.done())
    }

    /// What a page's template is given.
    ///
    /// # Errors
    /// When a text vanished since it was listed.
    pub fn view(&self, key: &PageKey) -> anyhow::Result<(Frame, Page)> {
        let ctx = Ctx::new(self, key);
        let (about, page) = self.build(&ctx, key)?;
        let frame = frame::frame(&ctx, about, ctx.asked(page.template()));
        Ok((gateway::named(&ctx, frame), page))
    }

    fn build(&self, ctx: &Ctx<'_>, key: &PageKey) -> anyhow::Result<(About, Page)> {
        Ok(match key {
            PageKey::Gateway => gateway::gateway(ctx),
            PageKey::RootMissing => gateway::root_missing(ctx),
            PageKey::Home(_) => home::page(ctx),
            PageKey::List(_, kind, number) => list::page(ctx, *kind, *number),
            PageKey::Due(_, year) => list::targets::due(ctx, *year),
            PageKey::Thing(_, Entity::Plan(plan)) => {
                let (about, page) = plan::page(ctx, *plan)?;
                (about, Page::Plan(Box::new(page)))
            }
            PageKey::Thing(_, entity) => record::thing(ctx, *entity).context("a plan is no record")?,
            PageKey::Parallel(_, plan) => {
                let (about, page) = parallel::page(ctx, *plan)?;
                (about, Page::Parallel(page))
            }
            PageKey::Target(_, at) => record::target(ctx, *at),
            PageKey::Project(_, plan, index) => record::project(ctx, *plan, *index),
            PageKey::Search(_) => search::page(ctx),
            PageKey::Data(_) => data::page(ctx)?,
            PageKey::Text(_, index) => text::page(ctx, *index)?,
            PageKey::Missing(_) => gateway::missing(ctx),
        })
    }
}
