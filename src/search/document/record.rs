//! Turns a target, fact or project into a document.
//! Knows nothing of texts: a record has the words that prove it.

use super::{Document, Documents, Field, Shown, lines, put};
use crate::content::plan::{Amount, Project};
use crate::lang::{Bilingual, Lang};
use crate::record::At;
use crate::resolve::{EntityKind, PageKey, RecordRef};

impl Documents<'_> {
    pub(super) fn record(self, at: RecordRef) -> Document {
        let record = self.site.record(at);
        let mut fields = Vec::new();
        let note = |lang| record.note.as_ref().map(|note| note.get(lang).clone()).unwrap_or_default();
        for lang in Lang::ALL {
            put(&mut fields, Field::Title, lang, record.subject.get(lang).as_str());
            put(&mut fields, Field::Head, lang, lines(self.full_path(at.plan, &record.clause, lang)));
            let passage = record.passage.get(lang).cloned().unwrap_or_default();
            let figure =
                self.figure(record.value.as_ref(), record.upper.as_deref(), record.unit.as_ref(), lang);
            put(&mut fields, Field::of(lang), lang, lines([passage, figure, note(lang)]));
        }
        let own_page = self.site.catalog.config.output.single_records && !at.fact;
        let shown = Bilingual::from_fn(|lang| Shown {
            url: match own_page {
                true => self.url(&PageKey::Target(lang, at)),
                false => self.clause_url(lang, at.plan, &record.clause),
            },
            title: record.subject.get(lang).clone(),
            path: self.full_path(at.plan, &record.clause, lang),
            text: lines(record.passage.get(lang).cloned().into_iter().chain([note(lang)])),
            lang: None,
        });
        let names = Lang::ALL.map(|lang| record.subject.get(lang).clone()).into();
        Document { fields, names, shown }
    }

    pub(super) fn project(self, plan: usize, index: usize) -> Document {
        let folder = &self.site.catalog.plans[plan];
        let project = &folder.record.project[index];
        let bodies = |lang| {
            let ids = project.lead.iter().chain(&project.participants).map(|id| id.as_str());
            self.names(ids, lang)
        };
        let words = Bilingual::from_fn(|lang| self.project_words(project, lang));
        let mut fields = Vec::new();
        for lang in Lang::ALL {
            put(&mut fields, Field::Title, lang, project.title.get(lang).as_str());
            let path = lines(self.full_path(plan, &project.clause, lang));
            put(&mut fields, Field::Head, lang, lines([path, bodies(lang)]));
            put(&mut fields, Field::of(lang), lang, words.get(lang).as_str());
            let places = project.places.iter().filter_map(|id| self.site.entity(EntityKind::Place, id));
            let partners = project.partners.iter().filter_map(|id| self.site.entity(EntityKind::Partner, id));
            let gloss = places.chain(partners).map(|entity| lines(self.all_names(entity, lang)));
            put(&mut fields, Field::Gloss, lang, lines(gloss));
        }
        let own_page = self.site.catalog.config.output.single_records;
        let shown = Bilingual::from_fn(|lang| Shown {
            url: match own_page {
                true => self.url(&PageKey::Project(lang, plan, index)),
                false => self.clause_url(lang, plan, &project.clause),
            },
            title: project.title.get(lang).clone(),
            path: self.full_path(plan, &project.clause, lang),
            text: lines([bodies(lang), words.get(lang).clone()]),
            lang: None,
        });
        let names = Lang::ALL.map(|lang| project.title.get(lang).clone()).into();
        Document { fields, names, shown }
    }

    /// The plan's name, the headings above the clause of a record, and the clause's own.
    fn full_path(self, plan: usize, clause: &str, lang: Lang) -> Vec<String> {
        let mut path = self.path(plan, clause, lang);
        let own = self.site.skeletons[plan].clauses.iter().find(|known| &*known.id == clause);
        path.extend(own.and_then(|clause| Some(clause.heading.best(lang)?.1.to_string())));
        path
    }

    fn project_words(self, project: &Project, lang: Lang) -> String {
        let figures = project.figures.iter().map(|figure| {
            let amount = self.figure(Some(&figure.value), figure.upper.as_ref(), figure.unit.as_ref(), lang);
            format!("{} {amount}", figure.subject.get(lang))
        });
        let note = project.note.as_ref().map(|note| note.get(lang).clone());
        lines(figures.chain(note))
    }

    /// Numbers with their unit.
    fn figure(
        self,
        value: Option<&At<Amount>>,
        upper: Option<&At<Amount>>,
        unit: Option<&At<String>>,
        lang: Lang,
    ) -> String {
        let units = &self.site.catalog.units;
        let unit = unit.and_then(|id| units.find(id)).map(|unit| {
            let unit = &units.records[unit];
            match (lang, &unit.plural) {
                (Lang::En, Some(plural)) => plural.clone(),
                _ => unit.name.get(lang).clone(),
            }
        });
        let unit = unit.unwrap_or_default();
        let gap = if lang == Lang::Zh || unit == "%" { "" } else { " " };
        let amounts = value.into_iter().chain(upper);
        lines(amounts.map(|amount| format!("{}{gap}{unit}", amount.value.0)))
    }
}
