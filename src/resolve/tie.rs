//! Turns the plans of a catalog into what is kept of each, one by one: what an earlier run made is taken over where
//! everything that it was made from is the same.
//! Knows nothing of what leads from plan to plan; [`across`] looks at that alone.

use super::at_hand::{AtHand, Opened, World};
use super::clauses::{self, Skeleton};
use super::links::{self, OpenLink};
use super::naming;
use super::records;
use super::relations::Ties;
use super::{Addresses, Site};
use crate::content::{Bodies, Catalog, PlanFolder, Read};
use crate::memory::{Key, Memory};
use crate::names::Names;
use crate::report::Diagnostic;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;
use std::sync::Arc;

/// What [`super::resolve_with`] has made, by the hashes of what it was made from.
#[derive(Default)]
pub struct Remembered {
    pub(super) counted: Memory<Read<Arc<PlanFolder>>>,
    pub(super) names: Memory<Read<Arc<Names>>>,
    /// What was read of the texts of each plan, by far the most of it.
    pub tied: Memory<Tied>,
    pub(super) ties: Memory<Ties>,
    pub(super) across: Memory<Vec<Diagnostic>>,
    pub(super) registers: Memory<Vec<Diagnostic>>,
    pub(super) pages: Memory<Vec<Diagnostic>>,
    pub(super) addresses: Memory<Addresses>,
}

/// What is kept of one plan.
#[derive(Debug, Serialize, Deserialize)]
pub struct Tied {
    pub(super) skeleton: Arc<Skeleton>,
    open: Vec<OpenLink>,
    faults: Vec<Diagnostic>,
    /// The hash of everything that other plans can refer to.
    shape: Key,
}

/// A plan, tied, with the key of everything that it was made from.
pub(super) type Keyed = (Key, Arc<Tied>);

/// The names of all registers: one finder, and the names that two claim.
pub(super) fn names(catalog: &Catalog, before: &Remembered, now: &mut Remembered) -> Arc<Read<Arc<Names>>> {
    let key = registers_key(catalog);
    let names = before.names.recall_or(key, || {
        let (names, faults) = naming::names(catalog);
        Read { value: Arc::new(names), faults }
    });
    now.names = [(key, Arc::clone(&names))].into_iter().collect();
    names
}

/// The key of all registers that a text can name.
pub(super) fn registers_key(catalog: &Catalog) -> Key {
    let key = Key::kind("registers").with(catalog.departments.key).with(catalog.partners.key);
    let key = key.with(catalog.places.key).with(catalog.topics.key).with(catalog.units.key);
    key.with(catalog.documents.key).with(catalog.terms.key).done()
}

/// Everything outside a plan that reading it can see: the registers, and which plans there are.
pub(super) fn world(catalog: &Catalog) -> Key {
    let mut key = Key::kind("world").with(registers_key(catalog));
    catalog.plans.iter().for_each(|plan| key.add(plan.id()));
    key.done()
}

/// Reads the texts of every plan, side by side, but for those that are known, and shows each plan to `look`.
pub(super) fn tied<T: Send>(
    world: World<'_>,
    bodies: Bodies<'_>,
    world_key: Key,
    before: &Memory<Tied>,
    look: impl Fn(&AtHand<'_>) -> T + Sync,
) -> (Vec<Keyed>, Vec<T>) {
    let tie = |plan: &Arc<PlanFolder>| {
        let mut key = Key::kind("tied").with(world_key).with(plan.key);
        for text in &plan.texts {
            key.add(bodies.key(&text.path).map_or([0; 32], |key| *key.as_bytes()));
        }
        let key = key.done();
        let texts = OnceCell::new();
        let tied = before.recall_or(key, || Tied::new(world, plan, texts.get_or_init(|| bodies.of(plan))));
        let seen = look(&AtHand::new(world, key, plan, &tied.skeleton, bodies, texts));
        ((key, tied), seen)
    };
    world.catalog.plans.par_iter().map(tie).unzip()
}

impl Tied {
    fn new(world: World<'_>, plan: &PlanFolder, (texts, unread): &Opened) -> Tied {
        let clauses::Reading { skeleton, open, faults: more } = clauses::read(world, plan, texts);
        let mut faults = unread.clone();
        faults.extend(more);
        faults.extend(records::own(world.catalog, plan, &skeleton));
        let shape = shape(plan, &skeleton);
        Tied { skeleton: Arc::new(skeleton), open, faults, shape }
    }

    /// What is wrong with the plan, whatever the other plans say.
    pub(super) fn faults(&self) -> &[Diagnostic] {
        &self.faults
    }

    /// False where a text could not be read, but may be by now.
    pub(super) fn is_lasting(&self) -> bool {
        self.faults.iter().all(|fault| fault.code != crate::report::Code::Unreadable)
    }
}

fn shape(plan: &PlanFolder, skeleton: &Skeleton) -> Key {
    let record = &plan.record;
    let mut key = Key::kind("shape").with(plan.id()).with([u8::from(skeleton.is_whole(plan))]);
    for target in record.target.iter().chain(&record.fact) {
        key.add(target.id.as_str());
        let year = target.deadline.as_ref().and_then(|deadline| deadline.last_year());
        key.add(year.map_or(Vec::new(), |year| year.to_le_bytes().to_vec()));
    }
    key.add(record.target.len().to_le_bytes());
    record.project.iter().for_each(|project| key.add(project.number.to_le_bytes()));
    key.add(record.project.len().to_le_bytes());
    skeleton.clauses.iter().for_each(|clause| key.add(clause.id.as_bytes()));
    key.done()
}

/// What each plan leads to.
pub(super) fn ties(catalog: &Catalog, tied: &[Keyed], before: &Memory<Ties>) -> Vec<(Key, Arc<Ties>)> {
    let ties = |(plan, (key, tied)): (usize, &Keyed)| {
        (*key, before.recall_or(*key, || Ties::new(catalog, plan, &tied.skeleton)))
    };
    tied.par_iter().enumerate().map(ties).collect()
}

/// The shapes of all plans: what the addresses and the links between plans depend on.
pub(super) fn shapes(tied: &[Keyed]) -> Key {
    tied.iter().fold(Key::kind("shapes"), |key, (_, tied)| key.with(tied.shape)).done()
}

/// What is wrong with what each plan says of others.
pub(super) fn across(
    site: &Site,
    tied: &[Keyed],
    shapes: Key,
    before: &Memory<Vec<Diagnostic>>,
) -> Vec<(Key, Arc<Vec<Diagnostic>>)> {
    let look = |(plan, (key, tied)): (usize, &Keyed)| {
        let key = Key::kind("across").with(key).with(shapes).done();
        let found = before.recall_or(key, || {
            let mut faults = links::check_open(site, &tied.open);
            faults.extend(records::across(&site.catalog, &site.skeletons, plan));
            faults
        });
        (key, found)
    };
    tied.par_iter().enumerate().map(look).collect()
}
