//! Turns a site and its theme into what all pages share, made ready once.
//! Knows nothing of single pages.

use super::format::Format;
use super::lookups::{Lookups, Registers};
use super::text;
use crate::content::Bodies;
use crate::lang::{Bilingual, Lang};
use crate::memory::{Key, Memory};
use crate::resolve::Site;
use crate::template::Templates;
use crate::theme::Theme;
use std::sync::Arc;
use tera::Value;

/// What all pages of a site share. Whatever was made from the same is taken over from an earlier one.
#[derive(Clone)]
pub struct Shared {
    pub(super) words: Arc<Bilingual<Value>>,
    pub(super) format: Arc<Bilingual<Format>>,
    pub(super) lookups: Arc<Lookups>,
    pub(super) titles: Arc<Vec<Bilingual<String>>>,
    made: Arc<Made>,
}

/// What the parts were made from, with the parts.
#[derive(Default)]
struct Made {
    words: Memory<Arc<Bilingual<Value>>>,
    registers: Memory<Arc<Registers>>,
    titles: Memory<Arc<Vec<Bilingual<String>>>>,
}

impl Default for Shared {
    fn default() -> Self {
        Shared {
            words: Arc::new(Bilingual::from_fn(|_| Value::none())),
            format: Arc::new(Bilingual::from_fn(Format::new)),
            lookups: Arc::default(),
            titles: Arc::default(),
            made: Arc::default(),
        }
    }
}

impl Shared {
    /// What all pages of this site share, after an earlier one.
    pub fn after(site: &Site, bodies: Bodies<'_>, theme: &Theme, before: &Shared) -> Shared {
        let format = Arc::clone(&before.format);
        let key = theme.fingerprint;
        let words = before.made.words.recall_or(key, || {
            Arc::new(Bilingual::from_fn(|lang| Templates::words(theme.messages.get(lang).plain())))
        });
        let made_words = [(key, Arc::clone(&words))].into_iter().collect();
        let key = site.registers;
        let registers = before.made.registers.recall_or(key, || Arc::new(Registers::new(site, &format)));
        let made_registers = [(key, Arc::clone(&registers))].into_iter().collect();
        let key = titles_key(site, bodies);
        let titles = before.made.titles.recall_or(key, || Arc::new(text::titles(site, bodies)));
        let made_titles = [(key, Arc::clone(&titles))].into_iter().collect();
        Shared {
            words: Arc::clone(&words),
            format,
            lookups: Arc::new(Lookups::new(site, Arc::clone(&registers))),
            titles: Arc::clone(&titles),
            made: Arc::new(Made { words: made_words, registers: made_registers, titles: made_titles }),
        }
    }
}

fn titles_key(site: &Site, bodies: Bodies<'_>) -> Key {
    let mut key = Key::kind("titles");
    for page in &site.catalog.pages {
        for path in Lang::ALL.into_iter().filter_map(|lang| page.texts.get(lang)) {
            key.add(path.as_str());
            key.add(bodies.key(path).map_or([0; 32], |key| *key.as_bytes()));
        }
    }
    key.done()
}
