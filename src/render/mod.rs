//! Turns the site into pages: what a person sees.
//! Knows nothing of check, search, export or the disk.
//!
//! [`Renderer::render`] is the one way in: a page's key to its bytes, a pure function of the site, the texts and the
//! templates. Each page kind has a builder that turns the model into a view struct ([`view`]); templates see nothing
//! else.
//!
//! 1. [`context`] knows where the page lives and makes every link relative to it;
//! 2. [`format`] writes dates, numbers and order as the language does;
//! 3. [`body`] turns a clause's text into HTML, with names linked and passages marked;
//! 4. `frame` and the page builders fill the views;
//! 5. [`crate::template`] writes them out.

mod body;
pub mod context;
#[cfg(test)]
mod fixture;
pub mod format;
mod frame;
mod jsonld;
mod meta;
mod parallel;
mod plan;
mod rows;
pub mod view;

use crate::content::Bodies;
use crate::lang::Bilingual;
use crate::resolve::{Entity, PageKey, Site};
use crate::template::Templates;
use crate::theme::Theme;
use context::Ctx;
use format::Format;
use tera::Value;

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
    words: Bilingual<Value>,
    format: Bilingual<Format>,
}

impl<'a> Renderer<'a> {
    /// Gets ready to make pages of this site.
    pub fn new(site: &'a Site, bodies: Bodies<'a>, templates: &'a Templates, theme: &'a Theme) -> Self {
        let words = Bilingual::from_fn(|lang| Templates::words(theme.messages.get(lang).plain()));
        Renderer { site, bodies, templates, theme, words, format: Bilingual::from_fn(Format::new) }
    }

    /// The bytes of a page.
    ///
    /// # Errors
    /// When a template asks for what is not there, or a text vanished since it was listed.
    pub fn render(&self, page: &PageKey) -> anyhow::Result<Vec<u8>> {
        let ctx = Ctx::new(self, page);
        let (about, page) = match page {
            PageKey::Thing(_, Entity::Plan(plan)) => {
                let (about, page) = plan::page(&ctx, *plan)?;
                (about, view::Page::Plan(Box::new(page)))
            }
            PageKey::Parallel(_, plan) => {
                let (about, page) = parallel::page(&ctx, *plan)?;
                (about, view::Page::Parallel(page))
            }
            _ => anyhow::bail!("the other page builders come here"),
        };
        let frame = frame::frame(&ctx, about);
        let html = self.templates.render(page.template(), &frame, &page, self.words.get(ctx.lang))?;
        Ok(html.into_bytes())
    }
}
