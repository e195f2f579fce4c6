//! Turns a [`Catalog`] into a [`Site`]: what every name, link and record points to, and which pages there are.
//! Knows nothing of HTML, of search or of the disk's layout.
//!
//! [`resolve()`] goes in six steps:
//! 1. `naming` makes one finder of all names and reports clashes;
//! 2. `clauses` reads the texts of each plan once, side by side, into a skeleton: ids, headings, flags, and what
//!    `mentions` finds in them; `records` checks every id that its records name;
//! 3. `relations` turns records and mentions around: what leads to a body, a partner, a place, a document, a term;
//! 4. `links` and `records` check what leads from plan to plan, now that all are known;
//! 5. `page` lists the pages with their routes, `collisions` says where two want one address;
//! 6. `published` checks that nothing public was lost.
//!
//! Steps 2 to 4 go plan by plan, and what a plan gives is a pure function of its files, of the registers and of the ids
//! of the others (`tie`); 5 and 6 are one of ids alone (`addresses`). So [`resolve_with`] takes over from an earlier run
//! whatever was made from the same.
//!
//! The texts themselves are dropped again; whoever needs one asks [`crate::content::Bodies`]. Who has to see the texts of
//! every plan anyway does so while they are at hand ([`resolve_with`]).

mod addresses;
mod at_hand;
mod clauses;
mod collisions;
mod counted;
mod entity;
mod links;
mod lists;
mod mentions;
mod naming;
mod page;
mod published;
mod records;
mod relations;
mod tie;
mod twin;

pub use addresses::Addresses;
pub use at_hand::{AtHand, World};
pub use clauses::{Clause, Edition, Flags, Mention, Skeleton};
pub use entity::{Entity, EntityKind};
pub use links::{Aim, aim};
pub use page::{ListKind, PAGE_ROWS, PageKey, RecordRef, pages_for};
pub use relations::{ClauseRef, DutyRef, PriorityRef, ProjectRef, Relations};
pub use tie::{Remembered, Tied};

use crate::content::plan::Target;
use crate::content::words::Status;
use crate::content::{Bodies, Catalog, ClauseId, PlanFolder};
use crate::lang::Lang;
use crate::memory::{Key, Memory};
use crate::names::Names;
use crate::record::{Date, PartialDate};
use crate::report::{Code, Diagnostic};
use crate::route::SourcePath;
use relations::Ties;
use std::cell::OnceCell;
use std::sync::Arc;

/// How the portal is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The day for which "expired" is said.
    pub now: Date,
    /// Plans in draft are shown.
    pub drafts: bool,
    /// Proposed records are shown beside those that are settled.
    pub proposals: bool,
}

/// The portal as a skeleton: records, headings, mentions, relations; no text.
pub struct Site {
    /// What the files say.
    pub catalog: Catalog,
    /// One per plan of the catalog, in its order.
    pub skeletons: Vec<Arc<Skeleton>>,
    /// Finds known names in running text; owners are [`Entity::number`]s.
    pub names: Arc<Names>,
    /// What leads to what.
    pub relations: Relations,
    /// The day for which the pages are true.
    pub now: Date,
    /// For each plan the key of everything that its skeleton was made from: its files, the registers, the plans there are.
    pub keys: Vec<Key>,
    /// The key of the registers.
    pub registers: Key,
    /// Which page lives where.
    pub(crate) addresses: Arc<Addresses>,
}

/// Ties everything together. Always gives a site; what does not fit is reported and left out.
pub fn resolve(catalog: Catalog, bodies: Bodies<'_>, options: Options) -> (Site, Vec<Diagnostic>) {
    let Resolved { site, faults, .. } =
        resolve_with(catalog, bodies, options, &Remembered::default(), |_| ());
    (site, faults)
}

/// What tying gives.
pub struct Resolved<T> {
    /// The portal.
    pub site: Site,
    /// What does not fit.
    pub faults: Vec<Diagnostic>,
    /// What was said of each plan while its texts were at hand, in the order of the plans.
    pub seen: Vec<T>,
    /// What was made, for the next run.
    pub now: Remembered,
}

/// The same after an earlier run: what was made from the same is not made again. `look` is shown every plan, many at a
/// time.
pub fn resolve_with<T: Send>(
    mut catalog: Catalog,
    bodies: Bodies<'_>,
    options: Options,
    before: &Remembered,
    look: impl Fn(&AtHand<'_>) -> T + Sync,
) -> Resolved<T> {
    let mut now = Remembered::default();
    let mut faults = count(&mut catalog, options, before, &mut now);
    let names = tie::names(&catalog, before, &mut now);
    faults.extend_from_slice(&names.faults);
    let world = tie::world(&catalog);
    let registers = before.registers.recall_or(world, || records::registers(&catalog));
    faults.extend_from_slice(&registers);
    now.registers = [(world, registers)].into_iter().collect();
    let registers_key = tie::registers_key(&catalog);
    let shared = World { catalog: &catalog, names: &names.value, registers: registers_key };
    let (tied, seen) = tie::tied(shared, bodies, world, &before.tied, look);
    tied.iter().for_each(|(_, tied)| faults.extend_from_slice(tied.faults()));
    let ties = tie::ties(&catalog, &tied, &before.ties);
    let skeletons: Vec<Arc<Skeleton>> = tied.iter().map(|(_, tied)| Arc::clone(&tied.skeleton)).collect();
    let parts: Vec<Arc<Ties>> = ties.iter().map(|(_, ties)| Arc::clone(ties)).collect();
    let relations = Relations::new(&catalog, &skeletons, &parts);
    let (names, keys) = (Arc::clone(&names.value), tied.iter().map(|(key, _)| *key).collect());
    let (registers, addresses) = (registers_key, Arc::default());
    let now_day = options.now;
    let mut site = Site { catalog, skeletons, names, relations, now: now_day, keys, registers, addresses };
    let shapes = tie::shapes(&tied);
    let across = tie::across(&site, &tied, shapes, &before.across);
    across.iter().for_each(|(_, found)| faults.extend_from_slice(found));
    let pages = check_pages(&site, bodies, world, shapes, &before.pages);
    pages.iter().for_each(|(_, found)| faults.extend_from_slice(found));
    let key = addresses::key(&site, world, shapes);
    site.addresses = before.addresses.recall_or(key, || Addresses::new(&site));
    faults.extend(site.addresses.faults(&site));
    now.addresses = [(key, Arc::clone(&site.addresses))].into_iter().collect();
    now.tied = tied.into_iter().filter(|(_, tied)| tied.is_lasting()).collect();
    now.ties = ties.into_iter().collect();
    now.across = across.into_iter().collect();
    let is_lasting = |found: &[Diagnostic]| found.iter().all(|fault| fault.code != Code::Unreadable);
    now.pages = pages.into_iter().filter(|(_, found)| is_lasting(found)).collect();
    Resolved { site, faults, seen, now }
}

/// Leaves of the plans what counts.
fn count(
    catalog: &mut Catalog,
    options: Options,
    before: &Remembered,
    now: &mut Remembered,
) -> Vec<Diagnostic> {
    if !options.drafts {
        catalog.plans.retain(|plan| plan.record.plan.status != Status::Draft);
    }
    let count = |plan: &Arc<PlanFolder>| {
        // A plan with its proposals is another one than without: nothing that is made of it may be taken for the other.
        let key = if options.proposals { Key::kind("proposals").with(plan.key).done() } else { plan.key };
        (key, before.counted.recall_or(key, || counted::counted(plan, key)))
    };
    let counted: Vec<_> = catalog.plans.iter().map(count).collect();
    catalog.plans = counted.iter().map(|(_, counted)| Arc::clone(&counted.value)).collect();
    let faults = counted.iter().flat_map(|(_, counted)| counted.faults.clone()).collect();
    now.counted = counted.into_iter().collect();
    faults
}

/// The pages of plain text, with what is wrong in them.
fn check_pages(
    site: &Site,
    bodies: Bodies<'_>,
    world: Key,
    shapes: Key,
    before: &Memory<Vec<Diagnostic>>,
) -> Vec<(Key, Arc<Vec<Diagnostic>>)> {
    let texts = site
        .catalog
        .pages
        .iter()
        .flat_map(|page| Lang::ALL.into_iter().filter_map(|lang| Some((lang, page.texts.get(lang)?))));
    let check = |(lang, path): (Lang, &SourcePath)| {
        let text = bodies.key(path).map_or([0; 32], |key| *key.as_bytes());
        let key = Key::kind("page").with(path.as_str()).with(text).with(world).with(shapes).done();
        (key, before.recall_or(key, || links::check_page(site, path, lang, bodies)))
    };
    texts.map(check).collect()
}

impl Site {
    /// The plans in order of id, each with its skeleton.
    pub fn plans(&self) -> impl Iterator<Item = (usize, &PlanFolder, &Skeleton)> {
        let plans = self.catalog.plans.iter().zip(&self.skeletons).enumerate();
        plans.map(|(index, (plan, skeleton))| (index, &**plan, &**skeleton))
    }

    /// What all plans share.
    pub fn world(&self) -> World<'_> {
        World { catalog: &self.catalog, names: &self.names, registers: self.registers }
    }

    /// A plan by its number, whose texts are read when they are asked for.
    pub fn at_hand<'a>(&'a self, plan: usize, bodies: Bodies<'a>) -> AtHand<'a> {
        let (folder, skeleton) = (&self.catalog.plans[plan], &self.skeletons[plan]);
        AtHand::new(self.world(), self.keys[plan], folder, skeleton, bodies, OnceCell::new())
    }

    /// The number of the plan with an id.
    pub fn plan(&self, id: &str) -> Option<usize> {
        self.world().plan(id)
    }

    /// A target or fact by `<plan>/<id>`.
    pub fn target(&self, path: &str) -> Option<RecordRef> {
        let (plan, id) = path.split_once('/')?;
        let plan = self.plan(plan)?;
        let record = &self.catalog.plans[plan].record;
        let in_list = |list: &[Target]| list.iter().position(|target| target.id.as_str() == id);
        let target = in_list(&record.target).map(|index| RecordRef { plan, index, fact: false });
        target.or_else(|| in_list(&record.fact).map(|index| RecordRef { plan, index, fact: true }))
    }

    /// The record of a reference.
    pub fn record(&self, at: RecordRef) -> &Target {
        let record = &self.catalog.plans[at.plan].record;
        if at.fact { &record.fact[at.index] } else { &record.target[at.index] }
    }

    /// The name of an entity in a language.
    pub fn name(&self, entity: Entity, lang: Lang) -> &str {
        self.world().name(entity, lang)
    }

    /// The id of an entity.
    pub fn id(&self, entity: Entity) -> &str {
        self.world().id(entity)
    }

    /// The entity of a kind with an id.
    pub fn entity(&self, kind: EntityKind, id: &str) -> Option<Entity> {
        self.world().entity(kind, id)
    }

    /// The topics of a clause: its own, or else its nearest parent's.
    pub fn topics(&self, plan: usize, clause: &str) -> Vec<Entity> {
        relations::topics(&self.catalog, plan, clause)
    }

    /// The number of a clause for citing it: as printed, from the chapter down; the preamble and heads without a
    /// number are cited by their heading.
    pub fn cited(&self, clause: &Clause, lang: Lang) -> String {
        ClauseId::parse(&clause.id).map(|id| id.cited(lang)).unwrap_or_default()
    }

    /// True when the plan's time is over on the day of the site, by its dates.
    pub fn has_ended(&self, plan: usize) -> bool {
        let meta = &self.catalog.plans[plan].record.plan;
        let last_year = meta.period.map(|period| PartialDate::of_year(period.end));
        meta.valid.to.or(last_year).is_some_and(|end| end.is_before(self.now))
    }
}

fn find_plan(catalog: &Catalog, id: &str) -> Option<usize> {
    catalog.plans.binary_search_by(|plan| plan.id().cmp(id)).ok()
}
