//! Turns a site and its texts into what is wrong with them: is it good?
//! Knows nothing of how it is shown, searched or exported.
//!
//! Names, links and addresses are checked where they are tied, in [`crate::resolve`]; here stands what needs the words.
//! [`Asking::ask`] hands the texts of a plan to every rule in turn, while they are at hand for being tied. A rule is one
//! file: what it asks and why, the code that asks, the tests that prove it; `RULES` lists them. A rule sees one plan and
//! the registers, and of other plans the ids and those titles that it asks for (`Subject::name`), so that its answer
//! holds as long as those do. What must see the whole portal is asked of all that the plans use, joined.

mod bilingual;
mod bodies;
mod claim;
mod empty_clause;
pub mod external;
mod leaderless;
mod lexicon;
mod missing_twin;
mod numbering;
mod official;
mod orphan;
mod parity;
mod passage;
mod stale_twin;
mod structure;
mod subject;
mod terms;
mod time;
mod typography;
mod unrecorded;
mod unrecorded_lead;
mod untranslated;
mod value;

use crate::content::{Bodies, PlanFolder};
use crate::memory::{Key, Memory};
use crate::report::{Code, Diagnostic};
use crate::resolve::{AtHand, Site, Skeleton, World};
use lexicon::Lexicon;
use orphan::Uses;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};
use subject::Subject;
pub use typography::{Mend, Passage};

/// What is asked of a plan.
type Rule = fn(&Subject<'_>) -> Vec<Diagnostic>;

/// All rules, in the order in which a reader meets what they ask of.
const RULES: &[Rule] = &[
    missing_twin::check,
    empty_clause::check,
    stale_twin::check,
    structure::check,
    parity::figures,
    numbering::check,
    parity::names,
    terms::renderings,
    terms::consistency,
    untranslated::check,
    official::check,
    passage::check,
    value::check,
    time::check,
    bilingual::check,
    bodies::check,
    leaderless::check,
    unrecorded_lead::check,
    unrecorded::check,
    typography::check,
];

/// What [`Asking`] has found, plan by plan, by the hashes of what it looked at.
#[derive(Default)]
pub struct Remembered {
    /// The faults of each plan.
    pub plans: Memory<Found>,
    uses: Memory<Uses>,
    lexicon: Memory<Lexicon>,
}

/// What the rules found in a plan.
#[derive(Debug, Serialize, Deserialize)]
pub struct Found {
    faults: Vec<Diagnostic>,
    /// The titles of other plans that the faults name: the plans' numbers with the hashes of their titles.
    titles: Vec<(usize, Key)>,
}

/// Asks every rule of every plan. Faults come in the order of plans and rules.
pub fn check(site: &Site, bodies: Bodies<'_>) -> Vec<Diagnostic> {
    let before = Remembered::default();
    let asking = Asking::new(&before);
    let plans = (0..site.catalog.plans.len()).into_par_iter();
    let found = plans.map(|plan| asking.ask(&site.at_hand(plan, bodies))).collect();
    asking.done(site, found).0
}

/// Asks the rules, plan by plan, after an earlier run: of plans that are as they were nothing is asked again.
pub struct Asking<'a> {
    before: &'a Remembered,
    /// Made when the first plan needs it.
    lexicon: OnceLock<Arc<Lexicon>>,
}

impl<'a> Asking<'a> {
    /// Gets ready.
    pub fn new(before: &'a Remembered) -> Asking<'a> {
        Asking { before, lexicon: OnceLock::new() }
    }

    /// Asks every rule of a plan.
    pub fn ask(&self, plan: &AtHand<'_>) -> Arc<Found> {
        let known = self.before.plans.get(plan.key).filter(|found| found.holds(plan.world));
        known.unwrap_or_else(|| Arc::new(check_plan(RULES, self.lexicon(plan.world), plan)))
    }

    fn lexicon(&self, World { catalog, registers, .. }: World<'_>) -> &Lexicon {
        self.lexicon.get_or_init(|| self.before.lexicon.recall_or(registers, || Lexicon::new(catalog)))
    }

    /// All that was found of the plans of a site, in their order, and what must be asked of the whole.
    pub fn done(self, site: &Site, found: Vec<Arc<Found>>) -> (Vec<Diagnostic>, Remembered) {
        let mut faults: Vec<Diagnostic> =
            found.iter().flat_map(|found| found.faults.iter().cloned()).collect();
        let use_of = |(key, (plan, skeleton)): (&Key, (&Arc<PlanFolder>, &Arc<Skeleton>))| {
            (*key, self.before.uses.recall_or(*key, || Uses::new(site, plan, skeleton)))
        };
        let plans = site.catalog.plans.par_iter().zip(&site.skeletons);
        let uses: Vec<(Key, Arc<Uses>)> = site.keys.par_iter().zip(plans).map(use_of).collect();
        faults.extend(orphan::check(site, uses.iter().map(|(_, uses)| &**uses)));
        let is_lasting = |found: &Found| found.faults.iter().all(|fault| fault.code != Code::Unreadable);
        let lasting = site.keys.iter().copied().zip(found).filter(|(_, found)| is_lasting(found));
        // One that nobody needed now is kept for whoever needs it next.
        let lexicon = self.lexicon.into_inner().or_else(|| self.before.lexicon.get(site.registers));
        let lexicon = lexicon.map(|lexicon| (site.registers, lexicon)).into_iter().collect();
        (faults, Remembered { plans: lasting.collect(), uses: uses.into_iter().collect(), lexicon })
    }
}

/// What to write where in the texts of a plan to put right what needs no judgement, and the passages of its records
/// that change with it.
pub fn mends(
    site: &Site,
    bodies: Bodies<'_>,
    plan: &PlanFolder,
    skeleton: &Skeleton,
) -> (Vec<Mend>, Vec<Passage>) {
    let (texts, _) = bodies.of(plan);
    if !skeleton.is_whole(plan) || texts.len() < plan.texts.len() {
        return (Vec::new(), Vec::new());
    }
    let lexicon = Lexicon::new(&site.catalog);
    typography::mends(&Subject::new(site.world(), &lexicon, plan, skeleton, &texts))
}

impl Found {
    /// True when the titles are still the same.
    fn holds(&self, world: World<'_>) -> bool {
        self.titles.iter().all(|(plan, title)| title_key(world, *plan) == *title)
    }
}

fn title_key(world: World<'_>, plan: usize) -> Key {
    let title = &world.catalog.plans[plan].record.plan.title;
    Key::kind("title").with(&title.zh).with(&title.en).done()
}

/// Asks some rules of a plan.
fn check_plan(rules: &[Rule], lexicon: &Lexicon, at_hand: &AtHand<'_>) -> Found {
    let AtHand { world, plan, skeleton, .. } = at_hand;
    // What is wrong with a text as such was said when the skeleton was made from it, and of a plan whose texts are not
    // all there no more can be said that is true.
    let (texts, faults) = at_hand.texts();
    if !skeleton.is_whole(plan) || texts.len() < plan.texts.len() {
        let unread = faults.iter().filter(|fault| fault.code == Code::Unreadable).cloned();
        return Found { faults: unread.collect(), titles: Vec::new() };
    }
    // What stands on another portal was looked over there, by whoever can mend it.
    if plan.record.plan.home.is_some() {
        return Found { faults: Vec::new(), titles: Vec::new() };
    }
    // A proposal says nothing yet that could be false.
    let settled = if plan.record.pending() == 0 { Cow::Borrowed(*plan) } else { Cow::Owned(settled(plan)) };
    let subject = Subject::new(*world, lexicon, &settled, skeleton, texts);
    let faults = rules.iter().flat_map(|rule| rule(&subject)).collect();
    let titles = subject.titles().into_iter().map(|plan| (plan, title_key(*world, plan))).collect();
    Found { faults, titles }
}

fn settled(plan: &PlanFolder) -> PlanFolder {
    let mut settled = plan.clone();
    settled.record.drop_pending();
    settled
}

#[cfg(test)]
mod tests;
