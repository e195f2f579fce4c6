//! Turns the words of a clause into Akoma Ntoso inlines: names refer to what they name, figures to their records.
//! Knows nothing of blocks.
//!
//! A figure is marked where a target or fact quotes it: `quantity` with the exact value, referring to the record.

use super::{Document, eid};
use crate::content::ClauseText;
use crate::content::plan::Target;
use crate::export::portal::Portal;
use crate::export::xml::{attribute, escape};
use crate::names::Use;
use crate::resolve::{self, Aim, Entity, PageKey};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

/// Marks the words of one clause.
pub(super) struct Marker<'a> {
    document: &'a Document<'a>,
    passages: Vec<Passage<'a>>,
    /// Words inside a link are not marked again.
    pub(super) silent: usize,
}

/// Words that prove a record.
struct Passage<'a> {
    words: &'a str,
    /// The eId of the record.
    record: String,
    value: Option<&'a str>,
}

/// The two ends of an inline.
#[derive(Default)]
pub(super) struct Ends {
    pub(super) start: String,
    pub(super) end: &'static str,
}

/// A marked part of a text.
struct Mark {
    span: Range<usize>,
    ends: Ends,
}

impl<'a> Marker<'a> {
    /// For a clause of a document.
    pub(super) fn of(document: &'a Document<'a>, clause: &ClauseText) -> Self {
        let record = &document.portal.site.catalog.plans[document.plan].record;
        let in_clause = |target: &&Target| target.clause.as_str() == clause.id;
        let passage = |kind: &str, target: &'a Target| {
            let official = target.official.as_ref().and_then(|texts| texts.get(document.lang));
            let is_official = document.text.file.kind == crate::content::EditionKind::Official;
            let words = official.filter(|_| is_official).or_else(|| target.passage.get(document.lang))?;
            let value = target.value.as_ref().map(|value| value.0.as_str());
            Some(Passage { words, record: format!("{kind}-{}", target.id.as_str()), value })
        };
        let targets = record.target.iter().filter(in_clause).filter_map(|target| passage("target", target));
        let facts = record.fact.iter().filter(in_clause).filter_map(|target| passage("fact", target));
        Marker { document, passages: targets.chain(facts).collect(), silent: 0 }
    }

    /// Writes a text with what it says marked; what it names is added to `named`.
    pub(super) fn text(&self, text: &str, named: &mut BTreeSet<Entity>, out: &mut String) {
        let mut marks = if self.silent == 0 { self.figures(text) } else { Vec::new() };
        if self.silent == 0 {
            for (span, entity) in self.names(text) {
                if marks.iter().all(|mark| mark.span.end <= span.start || span.end <= mark.span.start) {
                    marks.push(Mark { span, ends: self.name(entity) });
                    named.insert(entity);
                }
            }
        }
        marks.sort_by_key(|mark| mark.span.start);
        let mut from = 0;
        for Mark { span, ends } in marks {
            out.push_str(&escape(&text[from..span.start]));
            let _ = write!(out, "{}{}{}", ends.start, escape(&text[span.clone()]), ends.end);
            from = span.end;
        }
        out.push_str(&escape(&text[from..]));
    }

    /// The passages that stand in a text whole. One that a link cuts is not marked; its record says all of it.
    fn figures(&self, text: &str) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for passage in &self.passages {
            let Some(start) = text.find(passage.words).filter(|_| !passage.words.is_empty()) else {
                continue;
            };
            let span = start..start + passage.words.len();
            if marks.iter().any(|mark| mark.span.start < span.end && span.start < mark.span.end) {
                continue;
            }
            let record = attribute(&passage.record);
            let ends = match passage.value {
                Some(value) => {
                    let value = attribute(value);
                    let start = format!("<quantity refersTo=\"#{record}\" normalized=\"{value}\">");
                    Ends { start, end: "</quantity>" }
                }
                None => Ends { start: format!("<concept refersTo=\"#{record}\">"), end: "</concept>" },
            };
            marks.push(Mark { span, ends });
        }
        marks
    }

    fn names(&self, text: &str) -> Vec<(Range<usize>, Entity)> {
        let linked = |hit: crate::names::Hit| {
            let owner = hit.owners.first().filter(|_| hit.usage == Use::Linked)?;
            Some((hit.span, Entity::from_number(*owner)))
        };
        self.document.portal.site.names.find(text).into_iter().filter_map(linked).collect()
    }

    fn name(&self, entity: Entity) -> Ends {
        let portal = self.document.portal;
        if let Some(plan) = plan_of(portal, entity) {
            return reference(&super::head::work(portal, plan));
        }
        let tag = match element(portal, entity) {
            Element::Organization => ("<organization", "</organization>"),
            Element::Location => ("<location", "</location>"),
            Element::Term => ("<term", "</term>"),
            Element::Concept => ("<concept", "</concept>"),
        };
        Ends { start: format!("{} refersTo=\"#{}\">", tag.0, attribute(&eid(portal, entity))), end: tag.1 }
    }

    /// A link made by hand.
    pub(super) fn link(&self, target: &str, named: &mut BTreeSet<Entity>) -> Ends {
        let portal = self.document.portal;
        match resolve::aim(&portal.site.catalog, target) {
            Ok(Aim::Entity(entity)) => {
                named.insert(entity);
                self.name(entity)
            }
            Ok(Aim::Clause(plan, clause)) => {
                reference(&format!("{}~{clause}", super::head::work(portal, plan)))
            }
            Ok(Aim::Target(path)) => match portal.site.target(&path) {
                Some(at) => reference(portal.record(at).get(self.document.lang)),
                None => Ends::default(),
            },
            Ok(Aim::Elsewhere) if target.starts_with("http") => {
                Ends { start: format!("<a href=\"{}\">", attribute(target)), end: "</a>" }
            }
            Ok(Aim::Elsewhere) | Err(_) => Ends::default(),
        }
    }
}

fn reference(href: &str) -> Ends {
    Ends { start: format!("<ref href=\"{}\">", attribute(href)), end: "</ref>" }
}

/// What the standard calls a thing.
pub(super) enum Element {
    Organization,
    Location,
    Term,
    Concept,
}

/// The plan that a thing is, itself or as a cited document.
pub(super) fn plan_of(portal: Portal<'_>, entity: Entity) -> Option<usize> {
    match entity {
        Entity::Plan(plan) => Some(plan),
        Entity::Document(index) => {
            let plan = portal.site.catalog.documents.records[index].plan.as_ref()?;
            portal.site.plan(plan.as_str())
        }
        _ => None,
    }
}

/// The element that a thing is named by. A cited document outside the portal has no address of the standard's kind.
pub(super) fn element(portal: Portal<'_>, entity: Entity) -> Element {
    use crate::content::words::PartnerKind;
    match entity {
        Entity::Department(_) => Element::Organization,
        Entity::Place(_) => Element::Location,
        Entity::Partner(index) => match portal.site.catalog.partners.records[index].kind {
            PartnerKind::Country | PartnerKind::Region => Element::Location,
            _ => Element::Organization,
        },
        Entity::Term(_) => Element::Term,
        Entity::Document(_) | Entity::Topic(_) | Entity::Plan(_) => Element::Concept,
    }
}

/// Where a thing has its page.
pub(super) fn page(portal: Portal<'_>, entity: Entity, lang: crate::lang::Lang) -> String {
    portal.site.address(&PageKey::Thing(lang, entity))
}
