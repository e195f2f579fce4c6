//! Turns a thing with a page of its own (a plan, a body, a partner, a place, a topic, a work, a term) into a document.
//! Knows nothing of clauses.

use super::{Document, Documents, Field, Shown, lines, list_mark, put};
use crate::content::registry::Aliases;
use crate::lang::{Bilingual, Lang};
use crate::resolve::{Entity, PageKey};

/// The words of a thing in one language.
#[derive(Clone, Default)]
struct Words {
    name: String,
    short: String,
    /// Other names, shown.
    others: Vec<String>,
    /// Names that only help to find it.
    hidden: Vec<String>,
    text: String,
}

impl Words {
    fn names(self) -> impl Iterator<Item = String> {
        let names = [self.name, self.short].into_iter().chain(self.others).chain(self.hidden);
        names.filter(|name| !name.is_empty())
    }
}

impl Documents<'_> {
    pub(super) fn thing(self, entity: Entity) -> Document {
        let words = Bilingual::from_fn(|lang| self.words(entity, lang));
        let mut fields = Vec::new();
        for lang in Lang::ALL {
            let Words { name, short, others, hidden, text } = words.get(lang);
            put(&mut fields, Field::Title, lang, lines([name, short].into_iter().chain(others).cloned()));
            put(&mut fields, Field::Head, lang, lines(hidden.iter().cloned()));
            put(&mut fields, Field::of(lang), lang, text.as_str());
        }
        let shown = Bilingual::from_fn(|lang| {
            let Words { name, short, others, text, .. } = words.get(lang);
            let names: Vec<&str> = std::iter::once(short)
                .chain(others)
                .filter(|name| !name.is_empty())
                .map(String::as_str)
                .collect();
            Shown {
                url: self.url(&PageKey::Thing(lang, entity)),
                title: name.clone(),
                path: Vec::new(),
                text: lines([names.join(list_mark(lang)), text.clone()]),
                lang: None,
            }
        });
        let names = Lang::ALL.into_iter().flat_map(|lang| words.get(lang).clone().names());
        Document { fields, names: names.collect(), shown }
    }

    /// All names of a thing in a language.
    pub(super) fn all_names(self, entity: Entity, lang: Lang) -> impl Iterator<Item = String> {
        let Words { name, short, others, .. } = self.words(entity, lang);
        [name, short].into_iter().chain(others)
    }

    fn words(self, entity: Entity, lang: Lang) -> Words {
        let catalog = &self.site.catalog;
        let name = self.site.name(entity, lang).to_owned();
        let said = |text: &Option<Bilingual<String>>| {
            text.as_ref().map(|text| text.get(lang).clone()).unwrap_or_default()
        };
        let forms = |aliases: &Aliases| match lang {
            Lang::Zh => aliases.zh.clone(),
            Lang::En => aliases.en.clone(),
        };
        match entity {
            Entity::Department(index) => {
                let record = &catalog.departments.records[index];
                let hidden = [forms(&record.ambiguous), forms(&record.misprints)].concat();
                let (short, text) = (said(&record.short), said(&record.note));
                Words { name, short, others: forms(&record.aliases), hidden, text }
            }
            Entity::Partner(index) => {
                let record = &catalog.partners.records[index];
                let hidden = [forms(&record.ambiguous), forms(&record.misprints)].concat();
                let (short, text) = (said(&record.short), said(&record.note));
                Words { name, short, others: forms(&record.aliases), hidden, text }
            }
            Entity::Place(index) => {
                let record = &catalog.places.records[index];
                let hidden = [forms(&record.ambiguous), forms(&record.misprints)].concat();
                Words {
                    name,
                    others: forms(&record.aliases),
                    hidden,
                    text: said(&record.note),
                    ..Words::default()
                }
            }
            Entity::Topic(index) => {
                let text = catalog.topics.records[index].description.get(lang).clone();
                Words { name, text, ..Words::default() }
            }
            Entity::Document(index) => {
                let record = &catalog.documents.records[index];
                let others = record.number.iter().cloned().chain(forms(&record.aliases)).collect();
                Words { name, others, text: said(&record.note), ..Words::default() }
            }
            Entity::Term(index) => {
                let record = &catalog.terms.records[index];
                let (others, hidden) = (forms(&record.accepted), forms(&record.avoid));
                Words { name, others, hidden, text: said(&record.definition), ..Words::default() }
            }
            Entity::Plan(index) => {
                let meta = &catalog.plans[index].record.plan;
                let issuers = self.names(meta.issuers.iter().map(|id| id.as_str()), lang);
                let others = meta.number.iter().cloned().chain([issuers]).collect();
                Words { name, short: said(&meta.short), others, text: said(&meta.note), ..Words::default() }
            }
        }
    }
}
