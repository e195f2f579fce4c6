//! Turns a plan into the resources, expressions and formats of the European Legislation Identifier's ontology,
//! `/data/plans/<plan>.eli.jsonld`.
//! Knows nothing of targets and duties, for which the ontology has no words.
//!
//! The plan is a legal resource of its issuers; its clauses are its subdivisions. An official text or a translation is
//! an expression of it. A digest is a resource of the portal's own that derives from the plan, with its own expressions.

use super::{context, date, id, language, media_type, put, said};
use crate::content::words::Status;
use crate::content::{EditionKind, PlanFolder};
use crate::export::portal::Portal;
use crate::export::{ExportKey, akn, json, route};
use crate::lang::Lang;
use crate::record::At;
use crate::resolve::{Clause, Entity, PageKey};
use serde_json::{Map, Value, json};
use std::io::Write;

/// Writes the resources of a plan.
pub(in crate::export) fn write(portal: Portal<'_>, plan: usize, out: &mut dyn Write) -> anyhow::Result<()> {
    let eli = Eli { portal, plan, folder: &portal.site.catalog.plans[plan] };
    let mut graph = vec![eli.resource()];
    graph.extend(portal.site.skeletons[plan].clauses.iter().map(|clause| eli.subdivision(clause)));
    graph.extend(eli.digest());
    graph.extend(
        portal.site.skeletons[plan]
            .editions
            .iter()
            .flat_map(|edition| eli.expression(edition.lang, edition.kind)),
    );
    json::pretty(&json!({ "@context": context(), "@graph": graph }), out)
}

struct Eli<'a> {
    portal: Portal<'a>,
    plan: usize,
    folder: &'a PlanFolder,
}

impl Eli<'_> {
    /// The plan's address as a work; the same as in the pages' own markup.
    fn work(&self, plan: usize) -> String {
        let lang = akn::own_language(self.portal.site, plan);
        format!("{}#work", self.portal.thing(Entity::Plan(plan)).get(lang))
    }

    fn digest_work(&self) -> String {
        self.work(self.plan).replace("#work", "#digest")
    }

    fn resource(&self) -> Value {
        let meta = &self.folder.record.plan;
        let site = self.portal.site;
        let mut node = Map::new();
        node.insert("@id".to_owned(), json!(self.work(self.plan)));
        node.insert("@type".to_owned(), json!("eli:LegalResource"));
        node.insert("eli:id_local".to_owned(), json!(meta.id.as_str()));
        node.insert("eli:type_document".to_owned(), json!(meta.kind.word()));
        node.insert("eli:title".to_owned(), said(&meta.title));
        put(&mut node, "eli:number", meta.number.as_ref().map(|number| json!(number)));
        put(&mut node, "eli:date_document", meta.issued.map(date));
        put(&mut node, "eli:date_publication", meta.published.map(date));
        let issuers: Vec<Value> = meta.issuers.iter().filter_map(|issuer| self.body(issuer)).collect();
        put(&mut node, "eli:passed_by", (!issuers.is_empty()).then(|| json!(issuers)));
        let region = meta.region.as_ref().and_then(|region| site.catalog.places.find(region.as_str()));
        put(&mut node, "eli:jurisdiction", region.map(|place| self.page(Entity::Place(place))));
        put(
            &mut node,
            "eli:in_force",
            self.in_force().map(|word| id(&format!("http://data.europa.eu/eli/ontology#{word}"))),
        );
        put(&mut node, "eli:date_no_longer_in_force", meta.valid.to.map(date));
        let carried_on = self.implements(None);
        put(&mut node, "eli:implements", (!carried_on.is_empty()).then(|| json!(carried_on)));
        let parts: Vec<Value> =
            site.skeletons[self.plan].clauses.iter().map(|clause| id(&self.clause(&clause.id))).collect();
        node.insert("eli:has_part".to_owned(), json!(parts));
        Value::Object(node)
    }

    /// Whether it is in force, only where that is known: a plan whose term is over may or may not be.
    fn in_force(&self) -> Option<&'static str> {
        match self.folder.record.plan.status {
            Status::InForce if self.portal.site.has_ended(self.plan) => None,
            Status::InForce => Some("InForce-inForce"),
            Status::Superseded | Status::Repealed => Some("InForce-notInForce"),
            Status::Draft => None,
        }
    }

    /// What the plan, or one of its clauses, carries on: plans from the plan, clauses from the clause.
    fn implements(&self, clause: Option<&str>) -> Vec<Value> {
        let mut found = Vec::new();
        for link in &self.folder.record.implements {
            let (plan, there) = link.to.split_once('#').unwrap_or((link.to.as_str(), ""));
            let Some(plan) = self.portal.site.plan(plan) else { continue };
            let target = match clause {
                None => id(&self.work(plan)),
                Some(clause) if clause == link.clause.as_str() && !there.is_empty() => {
                    id(self.portal.clause(plan, there).get(akn::own_language(self.portal.site, plan)))
                }
                Some(_) => continue,
            };
            if !found.contains(&target) {
                found.push(target);
            }
        }
        found
    }

    fn clause(&self, clause: &str) -> String {
        let lang = akn::own_language(self.portal.site, self.plan);
        self.portal.clause(self.plan, clause).get(lang).clone()
    }

    fn subdivision(&self, clause: &Clause) -> Value {
        let parent = clause.id.rsplit_once('-').map(|(parent, _)| parent);
        let skeleton = &self.portal.site.skeletons[self.plan];
        let parent = parent.filter(|parent| skeleton.find(parent).is_some());
        let mut node = Map::new();
        node.insert("@id".to_owned(), json!(self.clause(&clause.id)));
        node.insert("@type".to_owned(), json!("eli:LegalResourceSubdivision"));
        node.insert("eli:id_local".to_owned(), json!(&*clause.id));
        let number = self.portal.site.cited(clause, akn::own_language(self.portal.site, self.plan));
        put(&mut node, "eli:number", (!number.is_empty()).then(|| json!(number)));
        let heading =
            |lang: Lang| Some(json!({ "@language": lang.tag(), "@value": clause.heading.get(lang)? }));
        node.insert("eli:title".to_owned(), Lang::ALL.into_iter().filter_map(heading).collect());
        node.insert(
            "eli:is_part_of".to_owned(),
            id(&parent.map_or_else(|| self.work(self.plan), |parent| self.clause(parent))),
        );
        let carried_on = self.implements(Some(&clause.id));
        put(&mut node, "eli:implements", (!carried_on.is_empty()).then(|| json!(carried_on)));
        let duties = self.folder.record.duty.iter().filter(|duty| duty.clause.as_str() == &*clause.id);
        let bodies: Vec<Value> =
            duties.flat_map(|duty| &duty.departments).filter_map(|body| self.body(body)).collect();
        put(&mut node, "eli:responsibility_of_agent", (!bodies.is_empty()).then(|| json!(bodies)));
        Value::Object(node)
    }

    /// The digest as a work, where there is one.
    fn digest(&self) -> Option<Value> {
        let config = &self.portal.site.catalog.config;
        let editions = &self.portal.site.skeletons[self.plan].editions;
        editions.iter().any(|edition| edition.kind == EditionKind::Digest).then(|| {
            json!({
                "@id": self.digest_work(),
                "@type": "eli:LegalResource",
                "eli:type_document": "digest",
                "eli:is_derivative_of": id(&self.work(self.plan)),
                "eli:publisher": said(&config.organisation.name),
            })
        })
    }

    /// A text, and the files that embody it.
    fn expression(&self, lang: Lang, kind: EditionKind) -> Vec<Value> {
        let page = self.portal.thing(Entity::Plan(self.plan)).get(lang).clone();
        let address = format!("{page}#{}-{}", kind.word(), lang.code());
        let realizes = if kind == EditionKind::Digest { self.digest_work() } else { self.work(self.plan) };
        let mut node = Map::new();
        node.insert("@id".to_owned(), json!(address));
        node.insert("@type".to_owned(), json!("eli:LegalExpression"));
        node.insert("eli:realizes".to_owned(), id(&realizes));
        node.insert("eli:language".to_owned(), language(lang));
        let title = self.folder.record.plan.title.get(lang);
        node.insert("eli:title".to_owned(), json!({ "@language": lang.tag(), "@value": title }));
        let source = format!("{page}#{}-{}", EditionKind::Official.word(), lang.other().code());
        put(&mut node, "eli:is_translation_of", (kind == EditionKind::Translation).then(|| id(&source)));
        let data = self.portal.absolute(&route(self.portal.site, &ExportKey::Akn(self.plan, lang)));
        let is_best = self.portal.site.skeletons[self.plan].best(lang).is_some_and(|best| best.kind == kind);
        let mut files = vec![(page, "text/html")];
        files.extend(is_best.then_some((data, "application/akn+xml")));
        let formats = files.iter().map(|(file, media)| {
            json!({
                "@id": format!("{file}#format-{}", kind.word()),
                "@type": "eli:Format",
                "eli:embodies": id(&address),
                "eli:media_type": media_type(media),
                "eli:is_exemplified_by": id(file),
                "eli:legal_value": id("http://data.europa.eu/eli/ontology#LegalValue-unofficial"),
            })
        });
        let formats: Vec<Value> = formats.collect();
        let embodied = formats.iter().filter_map(|format| Some(id(format.get("@id")?.as_str()?)));
        node.insert("eli:is_embodied_by".to_owned(), embodied.collect());
        std::iter::once(Value::Object(node)).chain(formats).collect()
    }

    /// A body by its address as an organisation; the same as in the pages' own markup.
    fn body(&self, body: &At<String>) -> Option<Value> {
        let index = self.portal.site.catalog.departments.find(body.as_str())?;
        let page = self.portal.page(|lang| PageKey::Thing(lang, Entity::Department(index)));
        Some(id(&format!("{}#body", page.get(Lang::Zh))))
    }

    fn page(&self, entity: Entity) -> Value {
        id(self.portal.thing(entity).get(akn::own_language(self.portal.site, self.plan)))
    }
}
