//! Turns a link target as written (`dept:nhc`, `plan:x#c3-1`, `https://…`) into what it means.
//! Knows nothing of hrefs: those depend on the page that shows the link.

use super::Site;
use super::clauses::Skeleton;
use super::entity::{self, Entity, EntityKind};
use crate::content::{Bodies, Catalog, Identified, PlanFolder};
use crate::lang::Lang;
use crate::markup::{Inline, Node};
use crate::report::{Code, Diagnostic, Place};
use crate::route::SourcePath;
use serde::{Deserialize, Serialize};

/// What a link means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aim {
    /// A thing with a page.
    Entity(Entity),
    /// A clause of a plan: the plan's number and the clause's id.
    Clause(usize, String),
    /// A target or fact by `<plan>/<id>`.
    Target(String),
    /// Another site, mail, an anchor of the same page, or a record that could not be used.
    Elsewhere,
}

/// A link to a clause or target, found before those of all plans are known.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct OpenLink {
    pub(super) aim: Aim,
    pub(super) place: Place,
}

/// Takes a target apart; an id that does not exist is a fault (without place). Whether a clause or a target exists is
/// known only when the texts of all plans have been read.
///
/// # Errors
/// When the id is in no register.
pub fn aim(catalog: &Catalog, target: &str) -> Result<Aim, Box<Diagnostic>> {
    let Some((scheme, rest)) = target.split_once(':') else { return Ok(Aim::Elsewhere) };
    if scheme == "target" {
        return Ok(Aim::Target(rest.to_owned()));
    }
    let Some(kind) = EntityKind::from_scheme(scheme) else { return Ok(Aim::Elsewhere) };
    let (id, clause) = rest.split_once('#').map_or((rest, None), |(id, clause)| (id, Some(clause)));
    let unknown = || kind.unknown(catalog, id).map_or(Ok(Aim::Elsewhere), |fault| Err(Box::new(fault)));
    match (entity::find(catalog, kind, id), clause) {
        (Some(Entity::Plan(plan)), Some(clause)) => Ok(Aim::Clause(plan, clause.to_owned())),
        (Some(entity), _) => Ok(Aim::Entity(entity)),
        (None, _) => unknown(),
    }
}

/// The fault of a clause or target that does not exist, if so.
fn missing(site: &Site, aim: &Aim) -> Option<Diagnostic> {
    match aim {
        Aim::Clause(plan, clause) => {
            let skeleton = &site.skeletons[*plan];
            unknown_clause(&site.catalog.plans[*plan], skeleton, clause)
        }
        Aim::Target(path) => site.target(path).is_none().then(|| unknown_target(site, path)),
        Aim::Entity(_) | Aim::Elsewhere => None,
    }
}

/// The fault of a clause that a plan does not have. A plan with a text that cannot be read may have it.
pub(super) fn unknown_clause(plan: &PlanFolder, skeleton: &Skeleton, clause: &str) -> Option<Diagnostic> {
    if skeleton.find(clause).is_some() || !skeleton.is_whole(plan) {
        return None;
    }
    let known = skeleton.clauses.iter().map(|clause| &*clause.id);
    let fault = Diagnostic::new(Code::UnknownClause).with("id", clause).with("plan", plan.id());
    Some(fault.nearest(clause, known))
}

fn unknown_target(site: &Site, path: &str) -> Diagnostic {
    let all: Vec<String> = site
        .catalog
        .plans
        .iter()
        .flat_map(|plan| {
            let records = plan.record.target.iter().chain(&plan.record.fact);
            records.map(|target| format!("{}/{}", plan.id(), target.id.as_str()))
        })
        .collect();
    Diagnostic::new(Code::UnknownTarget).with("id", path).nearest(path, all.iter().map(String::as_str))
}

/// The id of an entity, for whoever has no site yet too.
pub(super) fn id_of(catalog: &Catalog, entity: Entity) -> &str {
    match entity {
        Entity::Department(i) => &catalog.departments.records[i].id().value,
        Entity::Partner(i) => &catalog.partners.records[i].id().value,
        Entity::Place(i) => &catalog.places.records[i].id().value,
        Entity::Topic(i) => &catalog.topics.records[i].id().value,
        Entity::Document(i) => &catalog.documents.records[i].id().value,
        Entity::Term(i) => &catalog.terms.records[i].id().value,
        Entity::Plan(i) => catalog.plans[i].id(),
    }
}

/// Checks the links to clauses and targets that the texts of plans hold, now that all are known.
pub(super) fn check_open(site: &Site, links: &[OpenLink]) -> Vec<Diagnostic> {
    links.iter().filter_map(|link| Some(missing(site, &link.aim)?.at(link.place.clone()))).collect()
}

/// Checks the links of a page that is no plan's, and the page itself.
pub(super) fn check_page(site: &Site, path: &SourcePath, lang: Lang, bodies: Bodies<'_>) -> Vec<Diagnostic> {
    let (document, mut faults) = bodies.page(path, lang);
    for node in document.iter().flat_map(|document| document.walk()) {
        if let Node::Inline(Inline::Link(link)) = node {
            let place = Place::new(path, link.span.start as usize..link.span.end as usize);
            let fault = match aim(&site.catalog, &link.target) {
                Ok(aim) => missing(site, &aim),
                Err(fault) => Some(*fault),
            };
            faults.extend(fault.map(|fault| fault.at(place)));
        }
    }
    faults
}
