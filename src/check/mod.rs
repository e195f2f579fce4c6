//! Turns a site and its texts into what is wrong with them: is it good?
//! Knows nothing of how it is shown, searched or exported.
//!
//! Names, links and addresses are checked where they are tied, in [`crate::resolve`]; here stands what needs the words.
//! [`check()`] reads the texts of each plan once, side by side, and hands them to every rule in turn. A rule is one
//! file: what it asks and why, the code that asks, the tests that prove it; `RULES` lists them. A rule sees one plan and
//! nothing of the others, so that its answer holds as long as the plan's [`crate::resolve::Site::keys`] does.

mod empty_clause;
mod missing_twin;
mod passage;

use crate::content::{Bodies, ClauseText, PlanFolder, PlanText};
use crate::lang::Lang;
use crate::memory::{Key, Memory};
use crate::report::{Diagnostic, Place};
use crate::resolve::{Site, Skeleton};
use rayon::prelude::*;
use std::sync::Arc;

/// What is asked of a plan.
type Rule = fn(&Subject<'_>) -> Vec<Diagnostic>;

/// All rules, in the order in which a reader meets what they ask of.
const RULES: [Rule; 3] = [missing_twin::check, empty_clause::check, passage::check];

/// What [`check_after`] has found, plan by plan, by the hashes of what it looked at.
#[derive(Debug, Default)]
pub struct Remembered {
    /// The faults of each plan.
    pub plans: Memory<Vec<Diagnostic>>,
}

/// Asks every rule of every plan. Faults come in the order of plans and rules.
pub fn check(site: &Site, bodies: Bodies<'_>) -> Vec<Diagnostic> {
    check_after(site, bodies, &Remembered::default()).0
}

/// The same after an earlier run: of plans that are as they were nothing is asked again.
pub fn check_after(site: &Site, bodies: Bodies<'_>, before: &Remembered) -> (Vec<Diagnostic>, Remembered) {
    let plans: Vec<(usize, &PlanFolder, &Skeleton)> = site.plans().collect();
    let ask = |(index, plan, skeleton): &(usize, &PlanFolder, &Skeleton)| {
        let key = Key::kind("check").with(site.keys[*index]).done();
        (key, before.plans.recall_or(key, || ask(plan, skeleton, bodies)))
    };
    let found: Vec<(Key, Arc<Vec<Diagnostic>>)> = plans.par_iter().map(ask).collect();
    let faults = found.iter().flat_map(|(_, found)| found.iter().cloned()).collect();
    (faults, Remembered { plans: found.into_iter().collect() })
}

/// What is wrong with a text as such was said when the skeleton was made from it, and of a plan whose texts are not all
/// there no more can be said that is true.
fn ask(plan: &PlanFolder, skeleton: &Skeleton, bodies: Bodies<'_>) -> Vec<Diagnostic> {
    let (texts, _) = bodies.of(plan);
    if !skeleton.is_whole(plan) || texts.len() < plan.texts.len() {
        return Vec::new();
    }
    let subject = Subject { plan, skeleton, texts: &texts };
    RULES.iter().flat_map(|rule| rule(&subject)).collect()
}

/// A plan as the rules see it.
struct Subject<'a> {
    plan: &'a PlanFolder,
    skeleton: &'a Skeleton,
    /// Best first within a language.
    texts: &'a [PlanText],
}

impl Subject<'_> {
    /// The clause where a reader of the language meets it: in the best text that has it.
    fn clause(&self, id: &str, lang: Lang) -> Option<(&PlanText, &ClauseText)> {
        let texts = self.texts.iter().filter(|text| text.file.lang == lang);
        texts.into_iter().find_map(|text| Some((text, text.clause(id)?)))
    }

    /// Where its heading stands.
    fn heading(&self, id: &str, lang: Lang) -> Option<Place> {
        let (text, clause) = self.clause(id, lang)?;
        Some(Place::new(&text.file.path, clause.span.clone()))
    }
}

#[cfg(test)]
mod tests;
