//! Turns a site and its texts into what is wrong with them: is it good?
//! Knows nothing of how it is shown, searched or exported.
//!
//! Names, links and addresses are checked where they are tied, in [`crate::resolve`]; here stands what needs the words.
//! [`check()`] reads the texts of each plan once, side by side, and hands them to every rule in turn. A rule is one
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
use crate::resolve::{Site, Skeleton};
use lexicon::Lexicon;
use orphan::Uses;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;
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

/// What [`check_after`] has found, plan by plan, by the hashes of what it looked at.
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
    check_after(site, bodies, &Remembered::default()).0
}

/// The same after an earlier run: of plans that are as they were nothing is asked again.
pub fn check_after(site: &Site, bodies: Bodies<'_>, before: &Remembered) -> (Vec<Diagnostic>, Remembered) {
    let lexicon = before.lexicon.recall_or(site.registers, || Lexicon::new(&site.catalog));
    let plans: Vec<(usize, &PlanFolder, &Skeleton)> = site.plans().collect();
    let ask = |(index, plan, skeleton): &(usize, &PlanFolder, &Skeleton)| {
        let key = site.keys[*index];
        let known = before.plans.get(key).filter(|found| found.holds(site));
        let make = || Arc::new(check_plan(RULES, site, &lexicon, plan, skeleton, bodies));
        let found = known.unwrap_or_else(make);
        let uses = before.uses.recall_or(key, || Uses::new(site, plan, skeleton));
        (key, found, uses)
    };
    let asked: Vec<(Key, Arc<Found>, Arc<Uses>)> = plans.par_iter().map(ask).collect();
    let mut faults: Vec<Diagnostic> =
        asked.iter().flat_map(|(_, found, _)| found.faults.iter().cloned()).collect();
    faults.extend(orphan::check(site, asked.iter().map(|(_, _, uses)| &**uses)));
    let is_lasting = |found: &Found| found.faults.iter().all(|fault| fault.code != Code::Unreadable);
    let lasting = asked.iter().filter(|(_, found, _)| is_lasting(found));
    let now = Remembered {
        plans: lasting.map(|(key, found, _)| (*key, Arc::clone(found))).collect(),
        uses: asked.iter().map(|(key, _, uses)| (*key, Arc::clone(uses))).collect(),
        lexicon: [(site.registers, lexicon)].into_iter().collect(),
    };
    (faults, now)
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
    typography::mends(&Subject::new(site, &lexicon, plan, skeleton, &texts))
}

impl Found {
    /// True when the titles are still the same.
    fn holds(&self, site: &Site) -> bool {
        self.titles.iter().all(|(plan, title)| title_key(site, *plan) == *title)
    }
}

fn title_key(site: &Site, plan: usize) -> Key {
    let title = &site.catalog.plans[plan].record.plan.title;
    Key::kind("title").with(&title.zh).with(&title.en).done()
}

/// Asks some rules of a plan.
fn check_plan(
    rules: &[Rule],
    site: &Site,
    lexicon: &Lexicon,
    plan: &PlanFolder,
    skeleton: &Skeleton,
    bodies: Bodies<'_>,
) -> Found {
    // What is wrong with a text as such was said when the skeleton was made from it, and of a plan whose texts are not
    // all there no more can be said that is true.
    let (texts, faults) = bodies.of(plan);
    if !skeleton.is_whole(plan) || texts.len() < plan.texts.len() {
        let unread = faults.into_iter().filter(|fault| fault.code == Code::Unreadable);
        return Found { faults: unread.collect(), titles: Vec::new() };
    }
    // What stands on another portal was looked over there, by whoever can mend it.
    if plan.record.plan.home.is_some() {
        return Found { faults: Vec::new(), titles: Vec::new() };
    }
    // A proposal says nothing yet that could be false.
    let settled = if plan.record.pending() == 0 { Cow::Borrowed(plan) } else { Cow::Owned(settled(plan)) };
    let subject = Subject::new(site, lexicon, &settled, skeleton, &texts);
    let faults = rules.iter().flat_map(|rule| rule(&subject)).collect();
    let titles = subject.titles().into_iter().map(|plan| (plan, title_key(site, plan))).collect();
    Found { faults, titles }
}

fn settled(plan: &PlanFolder) -> PlanFolder {
    let mut settled = plan.clone();
    settled.record.drop_pending();
    settled
}

#[cfg(test)]
mod tests;
