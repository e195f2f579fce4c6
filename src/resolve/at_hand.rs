//! Turns a plan into one whose texts are read when somebody first asks for them, and not again.
//! Knows nothing of what is asked of them.

use super::{Entity, EntityKind, Skeleton, entity, find_plan, links};
use crate::content::{Bodies, Catalog, PlanFolder, PlanText};
use crate::lang::Lang;
use crate::memory::Key;
use crate::names::Names;
use crate::report::Diagnostic;
use std::cell::OnceCell;

/// What all plans share: the registers, and which plans there are. Nothing of it comes from a text.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// What the files say.
    pub catalog: &'a Catalog,
    /// Finds known names in running text; owners are [`Entity::number`]s.
    pub names: &'a Names,
    /// The key of the registers.
    pub registers: Key,
}

impl<'a> World<'a> {
    /// The number of the plan with an id.
    pub fn plan(&self, id: &str) -> Option<usize> {
        find_plan(self.catalog, id)
    }

    /// The entity of a kind with an id.
    pub fn entity(&self, kind: EntityKind, id: &str) -> Option<Entity> {
        entity::find(self.catalog, kind, id)
    }

    /// The name of an entity in a language.
    pub fn name(&self, entity: Entity, lang: Lang) -> &'a str {
        let catalog = self.catalog;
        match entity {
            Entity::Department(i) => catalog.departments.records[i].name.get(lang),
            Entity::Partner(i) => catalog.partners.records[i].name.get(lang),
            Entity::Place(i) => catalog.places.records[i].name.get(lang),
            Entity::Topic(i) => catalog.topics.records[i].name.get(lang),
            Entity::Document(i) => catalog.documents.records[i].title.get(lang),
            Entity::Term(i) => catalog.terms.records[i].name.get(lang),
            Entity::Plan(i) => catalog.plans[i].record.plan.title.get(lang),
        }
    }

    /// The id of an entity.
    pub fn id(&self, entity: Entity) -> &'a str {
        links::id_of(self.catalog, entity)
    }
}

/// The texts of a plan, best first within a language, and what is wrong with them.
pub(super) type Opened = (Vec<PlanText>, Vec<Diagnostic>);

/// A plan with its skeleton, and its texts for whoever needs the words: whoever asks of a plan while it is tied has them
/// for nothing.
pub struct AtHand<'a> {
    /// What all plans share.
    pub world: World<'a>,
    /// The key of everything that the skeleton was made from.
    pub key: Key,
    /// The plan.
    pub plan: &'a PlanFolder,
    /// What is kept of its texts.
    pub skeleton: &'a Skeleton,
    bodies: Bodies<'a>,
    texts: OnceCell<Opened>,
}

impl<'a> AtHand<'a> {
    /// The texts are read when they are asked for, unless they were.
    pub(super) fn new(
        world: World<'a>,
        key: Key,
        plan: &'a PlanFolder,
        skeleton: &'a Skeleton,
        bodies: Bodies<'a>,
        texts: OnceCell<Opened>,
    ) -> AtHand<'a> {
        AtHand { world, key, plan, skeleton, bodies, texts }
    }

    /// The texts that can be read, best first within a language, and what is wrong with them.
    pub fn texts(&self) -> (&[PlanText], &[Diagnostic]) {
        let (texts, faults) = self.texts.get_or_init(|| self.bodies.of(self.plan));
        (texts, faults)
    }
}
