//! Turns a page of plain text into a document.
//! Knows nothing of plans.

use super::{Document, Documents, Field, Shown, put};
use crate::lang::{Bilingual, Lang};
use crate::markup::{Block, plain};
use crate::resolve::PageKey;

impl Documents<'_> {
    pub(super) fn page(self, index: usize) -> Document {
        let folder = &self.site.catalog.pages[index];
        let words = Bilingual::from_fn(|lang| {
            let document = folder.texts.get(lang).and_then(|path| self.bodies.page(path, lang).0)?;
            let is_title = |block: &&Block| matches!(block, Block::Heading(_));
            let title = document.blocks.iter().take(1).find(is_title);
            let title = title.map(|block| plain::of_blocks(std::slice::from_ref(block)));
            let rest = document.blocks.get(usize::from(title.is_some())..).unwrap_or_default();
            Some((title.unwrap_or_else(|| folder.id.clone()), plain::of_blocks(rest)))
        });
        let mut fields = Vec::new();
        for lang in Lang::ALL {
            if let Some((title, text)) = words.get(lang) {
                put(&mut fields, Field::Title, lang, title.as_str());
                put(&mut fields, Field::of(lang), lang, text.as_str());
            }
        }
        let shown = Bilingual::from_fn(|lang| {
            let page = if folder.id == "data" { PageKey::Data(lang) } else { PageKey::Text(lang, index) };
            let source = if words.get(lang).is_some() { lang } else { lang.other() };
            let (title, text) = words.get(source).clone().unwrap_or_default();
            let lang = Some(source).filter(|source| *source != lang);
            Shown { url: self.url(&page), title, path: Vec::new(), text, lang }
        });
        let names =
            Lang::ALL.iter().filter_map(|lang| words.get(*lang).as_ref()).map(|(title, _)| title.clone());
        Document { fields, names: names.collect(), shown }
    }
}
