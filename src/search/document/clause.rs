//! Turns a clause into a document: its text in both languages under its headings, and what the termbase adds.
//! Knows nothing of records.

use super::{Document, Documents, Field, Shown, lines, put};
use crate::content::{Bodies, PlanText};
use crate::lang::{Bilingual, Lang};
use crate::markup::plain;
use crate::resolve::{Clause, Entity, Site};
use std::collections::BTreeMap;

/// The texts of one plan, for its clauses.
pub(super) struct PlanTexts {
    pub(super) plan: usize,
    texts: Vec<PlanText>,
    /// For each language and clause, the best text that has it, and its number in that text.
    places: BTreeMap<(Lang, String), (usize, usize)>,
}

impl PlanTexts {
    pub(super) fn read(site: &Site, bodies: Bodies<'_>, plan: usize) -> PlanTexts {
        let (texts, _) = bodies.of(&site.catalog.plans[plan]);
        let mut places = BTreeMap::new();
        for (text_number, text) in texts.iter().enumerate() {
            for (number, clause) in text.clauses.iter().enumerate() {
                places.entry((text.file.lang, clause.id.clone())).or_insert((text_number, number));
            }
        }
        PlanTexts { plan, texts, places }
    }

    fn words(&self, lang: Lang, clause: &Clause) -> String {
        let place = self.places.get(&(lang, clause.id.to_string()));
        let words = place.map(|(text, number)| {
            let text = &self.texts[*text];
            plain::of_blocks(text.section(&text.clauses[*number]).blocks)
        });
        words.unwrap_or_default()
    }
}

impl Documents<'_> {
    pub(super) fn clause(self, texts: Option<&PlanTexts>, plan: usize, index: usize) -> Document {
        let skeleton = &self.site.skeletons[plan];
        let clause = &skeleton.clauses[index];
        let words =
            Bilingual::from_fn(|lang| texts.map(|texts| texts.words(lang, clause)).unwrap_or_default());
        let mut fields = Vec::new();
        for lang in Lang::ALL {
            put(&mut fields, Field::Title, lang, self.site.name(Entity::Plan(plan), lang));
            let heading = clause.heading.get(lang).map(|heading| heading.to_string());
            put(&mut fields, Field::Head, lang, lines(self.headings(plan, &clause.id, lang).chain(heading)));
            put(&mut fields, Field::of(lang), lang, words.get(lang).as_str());
            put(&mut fields, Field::Gloss, lang, self.gloss(clause, lang));
        }
        let shown = Bilingual::from_fn(|lang| {
            let own = !words.get(lang).is_empty() || words.get(lang.other()).is_empty();
            let source = if own { lang } else { lang.other() };
            let heading = clause.heading.best(source);
            Shown {
                url: self.clause_url(lang, plan, &clause.id),
                title: heading.map(|(_, heading)| heading.to_string()).unwrap_or_default(),
                path: self.path(plan, &clause.id, lang),
                text: words.get(source).clone(),
                lang: heading
                    .map(|(heading, _)| if own { heading } else { source })
                    .filter(|found| *found != lang),
            }
        });
        let names =
            Lang::ALL.iter().filter_map(|lang| clause.heading.get(*lang)).map(|name| name.to_string());
        Document { fields, names: names.collect(), shown }
    }

    /// The plan's name, then the headings above a clause.
    pub(super) fn path(self, plan: usize, clause: &str, lang: Lang) -> Vec<String> {
        std::iter::once(self.plan_name(plan, lang)).chain(self.headings(plan, clause, lang)).collect()
    }

    /// The headings above a clause, from the chapter down.
    pub(super) fn headings(self, plan: usize, clause: &str, lang: Lang) -> impl Iterator<Item = String> {
        let above = clause.match_indices('-').map(|(at, _)| &clause[..at]);
        let skeleton = &self.site.skeletons[plan];
        let found = above.filter_map(move |id| skeleton.clauses.iter().find(|clause| &*clause.id == id));
        found.filter_map(move |clause| Some(clause.heading.best(lang)?.1.to_string()))
    }

    /// All names of what the clause names, whichever of them and in whichever language.
    fn gloss(self, clause: &Clause, lang: Lang) -> String {
        let named = clause.mentions.iter().map(|mention| mention.entity);
        let named = named.filter(|entity| !matches!(entity, Entity::Plan(_) | Entity::Topic(_)));
        lines(named.map(|entity| lines(self.all_names(entity, lang))))
    }
}
