//! Turns "is this page truly in this language, and is there the same one in the other?" into an answer that heads,
//! sitemap and search share.
//! Knows nothing of how it is said.

use super::Site;
use super::entity::Entity;
use super::page::PageKey;
use crate::lang::Lang;

impl Site {
    /// True when what a page is about is in the page's language. Where a text exists in one language only, the page
    /// in the other is a frame around it: it has no twin, is canonical to the original and stays out of lists.
    pub fn speaks(&self, page: &PageKey) -> bool {
        match page {
            PageKey::Text(lang, index) => self.catalog.pages[*index].texts.get(*lang).is_some(),
            PageKey::Thing(lang, Entity::Plan(plan)) => self.skeletons[*plan].best(*lang).is_some(),
            _ => true,
        }
    }

    /// The same page in the other language, if both are what they claim to be.
    pub fn twin(&self, page: &PageKey) -> Option<PageKey> {
        let twin = page.lang().map(|_| page.twin())?;
        (self.speaks(page) && self.speaks(&twin)).then_some(twin)
    }

    /// The page for readers of neither language, of a page that has a twin: the gateway for the homes, else the
    /// English one.
    pub fn default_page(&self, page: &PageKey) -> PageKey {
        match page {
            PageKey::Home(_) => PageKey::Gateway,
            page if page.lang() == Some(Lang::Zh) => page.twin(),
            page => page.clone(),
        }
    }
}
