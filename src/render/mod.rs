//! Turns the site into pages: what a person sees.
//! Knows nothing of check, search, export or the disk.
//!
//! [`Renderer::render`] is the one way in: a page's key to its bytes, a pure function of the site, the texts and the
//! templates. Each page kind has a builder that turns the model into a view struct ([`view`]); templates see nothing
//! else.
//!
//! 1. [`context`] knows where the page lives and makes every link relative to it;
//! 2. `format` writes dates, numbers and order as the language does; `figure` and `times` write quantities and
//!    deadlines, `rows` puts them into rows;
//! 3. `body` turns a clause's text into HTML, with names linked and passages marked;
//! 4. `lookups` turns the site around once, so that no page reads all of it;
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
mod plan;
mod record;
mod redirect;
mod rows;
mod samples;
mod search;
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
use anyhow::Context;
use context::Ctx;
use format::Format;
use frame::About;
use lookups::Lookups;
use tera::Value;
use view::{Frame, Page};

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
    words: Bilingual<Value>,
    format: Bilingual<Format>,
    lookups: Lookups,
    titles: Vec<Bilingual<String>>,
}

impl<'a> Renderer<'a> {
    /// Gets ready to make pages of this site.
    pub fn new(site: &'a Site, bodies: Bodies<'a>, templates: &'a Templates, theme: &'a Theme) -> Self {
        let words = Bilingual::from_fn(|lang| Templates::words(theme.messages.get(lang).plain()));
        let format = Bilingual::from_fn(Format::new);
        let lookups = Lookups::new(site, &format);
        let titles = text::titles(site, bodies);
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
        let words = self.words.get(key.lang().unwrap_or(crate::lang::Lang::En));
        Ok(self.templates.render(page.template(), &frame, &page, words)?.into_bytes())
    }

    /// The page at an old address, by the redirect's number: it leads on to the new one.
    ///
    /// # Errors
    /// When there is no such redirect, or its addresses are none.
    pub fn redirect(&self, index: usize) -> anyhow::Result<Vec<u8>> {
        redirect::page(self.site, index).context("no such redirect")
    }

    /// What a page's template is given.
    ///
    /// # Errors
    /// When a text vanished since it was listed.
    pub fn view(&self, key: &PageKey) -> anyhow::Result<(Frame, Page)> {
        let ctx = Ctx::new(self, key);
        let (about, page) = self.build(&ctx, key)?;
        Ok((gateway::named(&ctx, frame::frame(&ctx, about)), page))
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
