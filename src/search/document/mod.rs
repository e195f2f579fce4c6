//! Turns the site into what can be found: a numbered list of documents, each made when it is asked for.
//! Knows nothing of terms or of files.
//!
//! A document holds both languages. [`Keys`] numbers all of them; [`Documents`] makes the words by which each is found
//! ([`Document::fields`]) and what a result shows of it ([`Document::shown`]).

mod clause;
mod page;
mod record;
mod thing;

use crate::content::Bodies;
use crate::lang::{Bilingual, Lang};
use crate::resolve::{Entity, EntityKind, PageKey, RecordRef, Site};
use clause::PlanTexts;

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A plan as a whole.
    Plan,
    /// A target.
    Target,
    /// A fact.
    Fact,
    /// A project.
    Project,
    /// A responsible body.
    Department,
    /// A partner.
    Partner,
    /// A place.
    Place,
    /// A policy field.
    Topic,
    /// A cited work.
    Document,
    /// An entry of the termbase.
    Term,
    /// A page of plain text.
    Page,
    /// A clause.
    Clause,
}

impl Kind {
    /// All kinds, in the order of their documents.
    pub const ALL: [Kind; 12] = [
        Kind::Plan,
        Kind::Target,
        Kind::Fact,
        Kind::Project,
        Kind::Department,
        Kind::Partner,
        Kind::Place,
        Kind::Topic,
        Kind::Document,
        Kind::Term,
        Kind::Page,
        Kind::Clause,
    ];

    /// The name in the manifest, in messages and in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Plan => "plan",
            Kind::Target => "target",
            Kind::Fact => "fact",
            Kind::Project => "project",
            Kind::Department => "department",
            Kind::Partner => "partner",
            Kind::Place => "place",
            Kind::Topic => "topic",
            Kind::Document => "document",
            Kind::Term => "term",
            Kind::Page => "page",
            Kind::Clause => "clause",
        }
    }
}

/// Where words of a document stand: some count more than others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Names and titles.
    Title,
    /// What stands above: headings, other names.
    Head,
    /// The Chinese text.
    Zh,
    /// The English text.
    En,
    /// What the termbase adds.
    Gloss,
}

impl Field {
    /// All fields, in the order of their bits.
    pub const ALL: [Field; 5] = [Field::Title, Field::Head, Field::Zh, Field::En, Field::Gloss];

    /// The name in the manifest.
    pub fn name(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Head => "head",
            Field::Zh => "zh",
            Field::En => "en",
            Field::Gloss => "gloss",
        }
    }

    /// How much a term in this field counts.
    pub fn boost(self) -> f32 {
        match self {
            Field::Title => 3.0,
            Field::Head => 1.5,
            Field::Zh | Field::En => 1.0,
            Field::Gloss => 0.5,
        }
    }

    /// The field of running text in a language.
    pub fn of(lang: Lang) -> Field {
        match lang {
            Lang::Zh => Field::Zh,
            Lang::En => Field::En,
        }
    }
}

/// What a document is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A thing with a page of its own.
    Thing(Entity),
    /// A target or fact.
    Record(RecordRef),
    /// A project: its plan and its number in the plan's list.
    Project(usize, usize),
    /// A page of plain text, by number.
    Page(usize),
    /// A clause: its plan and its number in the skeleton.
    Clause(usize, usize),
}

impl Key {
    /// What the document is.
    pub fn kind(self) -> Kind {
        match self {
            Key::Thing(entity) => match entity.parts().0 {
                EntityKind::Plan => Kind::Plan,
                EntityKind::Department => Kind::Department,
                EntityKind::Partner => Kind::Partner,
                EntityKind::Place => Kind::Place,
                EntityKind::Topic => Kind::Topic,
                EntityKind::Document => Kind::Document,
                EntityKind::Term => Kind::Term,
            },
            Key::Record(at) if at.fact => Kind::Fact,
            Key::Record(_) => Kind::Target,
            Key::Project(..) => Kind::Project,
            Key::Page(_) => Kind::Page,
            Key::Clause(..) => Kind::Clause,
        }
    }

    /// The plan that the document is of.
    pub fn plan(self) -> Option<usize> {
        match self {
            Key::Thing(Entity::Plan(plan)) | Key::Project(plan, _) | Key::Clause(plan, _) => Some(plan),
            Key::Record(at) => Some(at.plan),
            Key::Thing(_) | Key::Page(_) => None,
        }
    }
}

/// All documents by number: kind after kind, plan after plan.
pub struct Keys(pub Vec<Key>);

impl Keys {
    /// Numbers what there is to find.
    pub fn new(site: &Site) -> Keys {
        let catalog = &site.catalog;
        let mut keys: Vec<Key> = site.things().map(Key::Thing).collect();
        keys.extend((0..catalog.pages.len()).map(Key::Page));
        for (plan, folder, skeleton) in site.plans() {
            let record = |fact| move |index| Key::Record(RecordRef { plan, index, fact });
            keys.extend((0..folder.record.target.len()).map(record(false)));
            keys.extend((0..folder.record.fact.len()).map(record(true)));
            keys.extend((0..folder.record.project.len()).map(|index| Key::Project(plan, index)));
            keys.extend((0..skeleton.clauses.len()).map(|index| Key::Clause(plan, index)));
        }
        // Of one kind, keys compare by plan and by number in it, or by number, which is the order of ids.
        keys.sort_by_key(|key| (key.kind(), *key));
        Keys(keys)
    }

    /// The number of the first document of each kind.
    pub fn kinds(&self) -> Vec<(Kind, usize)> {
        let first = |kind: Kind| self.0.partition_point(|key| key.kind() < kind);
        Kind::ALL.into_iter().map(|kind| (kind, first(kind))).collect()
    }
}

/// What is found, and how it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The words by which it is found: where, in which language, and which.
    pub fields: Vec<(Field, Lang, String)>,
    /// What it is called: who asks for just that is led there first.
    pub names: Vec<String>,
    /// What a result shows to readers of each language.
    pub shown: Bilingual<Shown>,
}

/// What a result shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// Its address from the site's root.
    pub url: String,
    /// Its name.
    pub title: String,
    /// What stands above it, from the plan down.
    pub path: Vec<String>,
    /// Its words.
    pub text: String,
    /// The language of title and text, where it is not the reader's.
    pub lang: Option<Lang>,
}

/// Makes documents.
#[derive(Clone, Copy)]
pub struct Documents<'a> {
    site: &'a Site,
    bodies: Bodies<'a>,
}

impl<'a> Documents<'a> {
    /// From a site and its texts.
    pub fn new(site: &'a Site, bodies: Bodies<'a>) -> Documents<'a> {
        Documents { site, bodies }
    }

    /// Makes the documents of some keys, one after the other; the texts of a plan are read once for its clauses.
    ///
    /// # Errors
    /// When `take` has one.
    pub fn each<E>(self, keys: &[Key], mut take: impl FnMut(Document) -> Result<(), E>) -> Result<(), E> {
        let mut texts: Option<PlanTexts> = None;
        for key in keys {
            take(match *key {
                Key::Thing(entity) => self.thing(entity),
                Key::Record(at) => self.record(at),
                Key::Project(plan, index) => self.project(plan, index),
                Key::Page(index) => self.page(index),
                Key::Clause(plan, clause) => {
                    if texts.as_ref().is_none_or(|texts| texts.plan != plan) {
                        texts = Some(PlanTexts::read(self.site, self.bodies, plan));
                    }
                    self.clause(texts.as_ref(), plan, clause)
                }
            })?;
        }
        Ok(())
    }

    /// The languages whose search shows a document: where its page exists in one only, not the other.
    pub fn only(self, key: Key) -> Option<Lang> {
        let page = |lang| match key {
            Key::Page(index) => Some(PageKey::Text(lang, index)),
            Key::Clause(plan, _) | Key::Thing(Entity::Plan(plan)) => {
                Some(PageKey::Thing(lang, Entity::Plan(plan)))
            }
            _ => None,
        };
        let speaks = |lang| page(lang).is_none_or(|page| self.site.speaks(&page));
        Lang::ALL.into_iter().find(|lang| speaks(*lang) && !speaks(lang.other()))
    }

    fn url(self, page: &PageKey) -> String {
        match self.site.home(page) {
            Some(_) => self.site.address(page),
            None => self.site.route(page).url_path().to_owned(),
        }
    }

    fn clause_url(self, lang: Lang, plan: usize, clause: &str) -> String {
        format!("{}#{clause}", self.url(&PageKey::Thing(lang, Entity::Plan(plan))))
    }

    /// The plan's name in a list.
    fn plan_name(self, plan: usize, lang: Lang) -> String {
        let meta = &self.site.catalog.plans[plan].record.plan;
        meta.short.as_ref().unwrap_or(&meta.title).get(lang).clone()
    }

    /// The names of some departments, or partners after `partner:`, joined.
    fn names<'i>(self, ids: impl IntoIterator<Item = &'i str>, lang: Lang) -> String {
        let entity = |id: &str| match id.strip_prefix("partner:") {
            Some(id) => self.site.entity(EntityKind::Partner, id),
            None => self.site.entity(EntityKind::Department, id),
        };
        let names: Vec<&str> =
            ids.into_iter().filter_map(entity).map(|entity| self.site.name(entity, lang)).collect();
        names.join(list_mark(lang))
    }
}

/// What sets names of a list apart.
fn list_mark(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

/// The parts that there are, one a line.
fn lines(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

/// Adds words to a field, if there are any.
fn put(fields: &mut Vec<(Field, Lang, String)>, field: Field, lang: Lang, words: impl Into<String>) {
    let words = words.into();
    if !words.is_empty() {
        fields.push((field, lang, words));
    }
}
