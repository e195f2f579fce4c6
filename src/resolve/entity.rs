//! Turns "which thing has this name, id or link?" into a number that all later stages share.
//! Knows nothing of texts.

use crate::content::Catalog;
use crate::report::{Code, Diagnostic};
use serde::{Deserialize, Serialize};

/// A thing with a page: its kind and its number in its register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Entity {
    /// A responsible Chinese body.
    Department(usize),
    /// A partner.
    Partner(usize),
    /// A place.
    Place(usize),
    /// A cited document.
    Document(usize),
    /// A term.
    Term(usize),
    /// A policy field.
    Topic(usize),
    /// A plan of the portal.
    Plan(usize),
}

/// The kinds of things with a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntityKind {
    /// A responsible Chinese body.
    Department,
    /// A partner.
    Partner,
    /// A place.
    Place,
    /// A cited document.
    Document,
    /// A term.
    Term,
    /// A policy field.
    Topic,
    /// A plan of the portal.
    Plan,
}

impl EntityKind {
    /// All kinds; the position is the kind's number.
    const ALL: [EntityKind; 7] = [
        EntityKind::Department,
        EntityKind::Partner,
        EntityKind::Place,
        EntityKind::Document,
        EntityKind::Term,
        EntityKind::Topic,
        EntityKind::Plan,
    ];

    /// The kind that a link scheme names: `dept`, `partner`, …
    pub fn from_scheme(scheme: &str) -> Option<EntityKind> {
        Some(match scheme {
            "dept" => EntityKind::Department,
            "partner" => EntityKind::Partner,
            "place" => EntityKind::Place,
            "doc" => EntityKind::Document,
            "term" => EntityKind::Term,
            "topic" => EntityKind::Topic,
            "plan" => EntityKind::Plan,
            _ => return None,
        })
    }

    /// The link scheme of the kind.
    pub fn scheme(self) -> &'static str {
        match self {
            EntityKind::Department => "dept",
            EntityKind::Partner => "partner",
            EntityKind::Place => "place",
            EntityKind::Document => "doc",
            EntityKind::Term => "term",
            EntityKind::Topic => "topic",
            EntityKind::Plan => "plan",
        }
    }

    /// The fault of an id that this kind does not have; none if a record has it that could not be used.
    pub(super) fn unknown(self, catalog: &Catalog, id: &str) -> Option<Diagnostic> {
        match self {
            EntityKind::Department => catalog.departments.unknown(Code::UnknownDepartment, id),
            EntityKind::Partner => catalog.partners.unknown(Code::UnknownPartner, id),
            EntityKind::Place => catalog.places.unknown(Code::UnknownPlace, id),
            EntityKind::Document => catalog.documents.unknown(Code::UnknownDocument, id),
            EntityKind::Term => catalog.terms.unknown(Code::UnknownTerm, id),
            EntityKind::Topic => catalog.topics.unknown(Code::UnknownTopic, id),
            EntityKind::Plan => {
                let known = catalog.plans.iter().map(|plan| plan.id());
                Some(Diagnostic::new(Code::UnknownPlan).with("id", id).nearest(id, known))
            }
        }
    }
}

impl Entity {
    /// The kind and the number in its register.
    pub fn parts(self) -> (EntityKind, usize) {
        match self {
            Entity::Department(i) => (EntityKind::Department, i),
            Entity::Partner(i) => (EntityKind::Partner, i),
            Entity::Place(i) => (EntityKind::Place, i),
            Entity::Document(i) => (EntityKind::Document, i),
            Entity::Term(i) => (EntityKind::Term, i),
            Entity::Topic(i) => (EntityKind::Topic, i),
            Entity::Plan(i) => (EntityKind::Plan, i),
        }
    }

    /// The entity of a kind with a number.
    pub fn new(kind: EntityKind, index: usize) -> Entity {
        match kind {
            EntityKind::Department => Entity::Department(index),
            EntityKind::Partner => Entity::Partner(index),
            EntityKind::Place => Entity::Place(index),
            EntityKind::Document => Entity::Document(index),
            EntityKind::Term => Entity::Term(index),
            EntityKind::Topic => Entity::Topic(index),
            EntityKind::Plan => Entity::Plan(index),
        }
    }

    /// One number for kind and index, for [`crate::names`].
    pub fn number(self) -> u32 {
        let (kind, index) = self.parts();
        let kind = EntityKind::ALL.iter().position(|known| *known == kind).unwrap_or(0);
        u32::try_from(index * EntityKind::ALL.len() + kind).unwrap_or(u32::MAX)
    }

    /// The entity of a number that [`Entity::number`] gave.
    pub fn from_number(number: u32) -> Entity {
        let number = number as usize;
        Entity::new(EntityKind::ALL[number % EntityKind::ALL.len()], number / EntityKind::ALL.len())
    }
}

pub(super) fn find(catalog: &Catalog, kind: EntityKind, id: &str) -> Option<Entity> {
    let index = match kind {
        EntityKind::Department => catalog.departments.find(id),
        EntityKind::Partner => catalog.partners.find(id),
        EntityKind::Place => catalog.places.find(id),
        EntityKind::Document => catalog.documents.find(id),
        EntityKind::Term => catalog.terms.find(id),
        EntityKind::Topic => catalog.topics.find(id),
        EntityKind::Plan => super::find_plan(catalog, id),
    };
    index.map(|index| Entity::new(kind, index))
}
