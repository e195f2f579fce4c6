//! Turns what a plan's register says of it into the head of an Akoma Ntoso document: identity, dates, references.
//! Knows nothing of the clauses' text.

use super::words::{Element, element, page, plan_of};
use super::{Document, eid};
use crate::content::EditionKind;
use crate::content::plan::PlanMeta;
use crate::export::portal::Portal;
use crate::export::xml::{Xml, escape};
use crate::lang::Lang;
use crate::record::PartialDate;
use crate::resolve::{Entity, EntityKind, ListKind, PageKey};
use std::collections::BTreeSet;
use std::io;

/// The date that the standard wants of a document whose date nobody knows.
const UNKNOWN_DATE: &str = "0001-01-01";

/// The address of a plan as a work, by the naming convention of the standard. It is a name, not a place on the net.
pub(super) fn work(portal: Portal<'_>, plan: usize) -> String {
    let meta = &portal.site.catalog.plans[plan].record.plan;
    format!("/akn/cn/doc/{}/{}/{}", meta.kind.word(), issued(meta).0, meta.id.as_str())
}

/// The date of a plan and what it is the date of.
fn issued(meta: &PlanMeta) -> (String, String) {
    match (meta.issued, meta.published) {
        (Some(date), _) => (first_day(date), named("issued", date)),
        (None, Some(date)) => (first_day(date), named("published", date)),
        (None, None) => (UNKNOWN_DATE.to_owned(), "unknown".to_owned()),
    }
}

/// The standard has no date without a day.
fn first_day(date: PartialDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

/// What a date is the date of, and how much of it is known where that is not all.
fn named(what: &str, date: PartialDate) -> String {
    if date.day.is_some() { what.to_owned() } else { format!("{what} in {date}") }
}

/// The standard writes languages by ISO 639-2.
fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zho",
        Lang::En => "eng",
    }
}

impl Document<'_> {
    fn meta(&self) -> &PlanMeta {
        &self.portal.site.catalog.plans[self.plan].record.plan
    }

    fn is_digest(&self) -> bool {
        self.text.file.kind == EditionKind::Digest
    }

    /// The day from which the portal's own words are.
    fn written(&self) -> String {
        let record = &self.portal.site.catalog.plans[self.plan].record;
        let last = record.change.iter().map(|change| change.date).max();
        last.unwrap_or(self.portal.site.catalog.config.as_of).to_string()
    }

    /// The head of the document.
    pub(super) fn head(&self, named: &BTreeSet<Entity>, xml: &mut Xml<'_>) -> io::Result<()> {
        xml.open("meta", &[])?;
        self.identification(xml)?;
        self.publication(xml)?;
        self.classification(xml)?;
        self.references(named, xml)?;
        self.proprietary(xml)?;
        xml.close("meta")
    }

    fn identification(&self, xml: &mut Xml<'_>) -> io::Result<()> {
        let plan = work(self.portal, self.plan);
        let work = if self.is_digest() { format!("{plan}/digest") } else { plan };
        let expression = format!("{work}/{}@{}", code(self.lang), self.written());
        let (date, name) = match self.is_digest() {
            true => (self.written(), "written".to_owned()),
            false => issued(self.meta()),
        };
        xml.open("identification", &[("source", "#portal")])?;
        xml.open("FRBRWork", &[])?;
        core(&work, &date, &name, &self.authors(), xml)?;
        xml.empty("FRBRcountry", &[("value", "cn")])?;
        xml.empty(
            "FRBRsubtype",
            &[("value", if self.is_digest() { "digest" } else { self.meta().kind.word() })],
        )?;
        if let Some(number) = self.meta().number.as_ref().filter(|_| !self.is_digest()) {
            xml.empty("FRBRnumber", &[("value", number)])?;
        }
        xml.empty("FRBRname", &[("value", self.meta().title.get(self.lang))])?;
        xml.empty("FRBRprescriptive", &[("value", "false")])?;
        xml.empty("FRBRauthoritative", &[("value", "false")])?;
        xml.close("FRBRWork")?;
        xml.open("FRBRExpression", &[])?;
        core(&expression, &self.written(), "text", &["#portal".to_owned()], xml)?;
        xml.empty("FRBRlanguage", &[("language", code(self.lang))])?;
        if self.text.file.kind == EditionKind::Translation {
            let from = format!("{work}/{}@", code(self.lang.other()));
            let attributes = [
                ("href", from.as_str()),
                ("fromLanguage", code(self.lang.other())),
                ("authoritative", "false"),
            ];
            xml.empty("FRBRtranslation", &attributes)?;
        }
        xml.close("FRBRExpression")?;
        xml.open("FRBRManifestation", &[])?;
        core(&format!("{expression}.akn"), &self.written(), "markup", &["#portal".to_owned()], xml)?;
        xml.empty("FRBRformat", &[("value", "application/akn+xml")])?;
        xml.close("FRBRManifestation")?;
        xml.close("identification")
    }

    /// Whose work it is: a digest is the portal's own.
    fn authors(&self) -> Vec<String> {
        let issuers: Vec<String> =
            self.issuers().map(|body| format!("#{}", eid(self.portal, body))).collect();
        if self.is_digest() || issuers.is_empty() { vec!["#portal".to_owned()] } else { issuers }
    }

    fn issuers(&self) -> impl Iterator<Item = Entity> + '_ {
        let find = |id: &crate::record::At<String>| {
            self.portal.site.catalog.departments.find(id.as_str()).map(Entity::Department)
        };
        self.meta().issuers.iter().filter_map(find)
    }

    fn publication(&self, xml: &mut Xml<'_>) -> io::Result<()> {
        let Some(published) = self.meta().published else { return Ok(()) };
        let (date, name) = (first_day(published), named("published", published));
        let title = self.meta().title.get(self.lang);
        let mut attributes =
            vec![("date", date.as_str()), ("name", name.as_str()), ("showAs", title.as_str())];
        attributes.extend(self.meta().number.as_deref().map(|number| ("number", number)));
        xml.empty("publication", &attributes)
    }

    /// The topics of the plan's clauses.
    fn classification(&self, xml: &mut Xml<'_>) -> io::Result<()> {
        let topics = &self.portal.site.catalog.plans[self.plan].record.topics;
        let topics: BTreeSet<&str> = topics.values().flatten().map(|id| id.as_str()).collect();
        let site = self.portal.site;
        let known: Vec<Entity> =
            topics.iter().filter_map(|id| site.catalog.topics.find(id)).map(Entity::Topic).collect();
        if known.is_empty() {
            return Ok(());
        }
        xml.open("classification", &[("source", "#portal")])?;
        for topic in known {
            let href = page(self.portal, topic, self.lang);
            let attributes = [
                ("value", site.id(topic)),
                ("showAs", site.name(topic, self.lang)),
                ("dictionary", "#topics"),
                ("href", &href),
            ];
            xml.empty("keyword", &attributes)?;
        }
        xml.close("classification")
    }

    /// What the document refers to: the plan itself, those who speak, and all that the text names.
    fn references(&self, named: &BTreeSet<Entity>, xml: &mut Xml<'_>) -> io::Result<()> {
        let config = &self.portal.site.catalog.config;
        xml.open("references", &[("source", "#portal")])?;
        let plan = work(self.portal, self.plan);
        let title = self.meta().title.get(self.lang);
        xml.empty("original", &[("eId", "plan"), ("href", &plan), ("showAs", title)])?;
        let name = config.organisation.name.get(self.lang);
        xml.empty(
            "TLCOrganization",
            &[("eId", "portal"), ("href", config.base_url.as_str()), ("showAs", name)],
        )?;
        let list = PageKey::List(self.lang, ListKind::of(EntityKind::Topic), 1);
        let topics = self.portal.absolute(&self.portal.site.route(&list));
        xml.empty(
            "TLCReference",
            &[("eId", "topics"), ("name", "topics"), ("href", &topics), ("showAs", "topics")],
        )?;
        let all: BTreeSet<Entity> = self.issuers().chain(named.iter().copied()).collect();
        for entity in all.into_iter().filter(|entity| plan_of(self.portal, *entity).is_none()) {
            let tag = match element(self.portal, entity) {
                Element::Organization => "TLCOrganization",
                Element::Location => "TLCLocation",
                Element::Term => "TLCTerm",
                Element::Concept => "TLCConcept",
            };
            let href = page(self.portal, entity, self.lang);
            let shown = self.portal.site.name(entity, self.lang);
            xml.empty(tag, &[("eId", &eid(self.portal, entity)), ("href", &href), ("showAs", shown)])?;
        }
        for (at, target) in self.records() {
            let kind = if at.fact { "fact" } else { "target" };
            let href = self.portal.record(at).get(self.lang).clone();
            let id = format!("{kind}-{}", target.id.as_str());
            xml.empty(
                "TLCConcept",
                &[("eId", &id), ("href", &href), ("showAs", target.subject.get(self.lang))],
            )?;
        }
        xml.close("references")
    }

    /// The title block.
    pub(super) fn preface(&self, xml: &mut Xml<'_>) -> io::Result<()> {
        let title = format!("<docTitle>{}</docTitle>", escape(self.meta().title.get(self.lang)));
        xml.open("preface", &[])?;
        xml.raw("p", &[], &title)?;
        if let Some(number) = &self.meta().number {
            xml.raw("p", &[], &format!("<docNumber>{}</docNumber>", escape(number)))?;
        }
        xml.close("preface")
    }
}

/// What all levels of identity say.
fn core(address: &str, date: &str, name: &str, authors: &[String], xml: &mut Xml<'_>) -> io::Result<()> {
    xml.empty("FRBRthis", &[("value", &format!("{address}/!main"))])?;
    xml.empty("FRBRuri", &[("value", address)])?;
    xml.empty("FRBRdate", &[("date", date), ("name", name)])?;
    for author in authors {
        xml.empty("FRBRauthor", &[("href", author)])?;
    }
    Ok(())
}
