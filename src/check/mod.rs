//! Turns a site and its texts into what is wrong with them: is it good?
//! Knows nothing of how it is shown, searched or exported.
//!
//! Names, links and addresses are checked where they are tied, in [`crate::resolve`]; here stands what needs the words.
//! [`check()`] reads the texts of each plan once, side by side, and hands them to every rule in turn. A rule is one
//! file: what it asks and why, the code that asks, the tests that prove it; `RULES` lists them.

mod bilingual;
mod bodies;
mod claim;
mod empty_clause;
mod leaderless;
mod lexicon;
mod missing_twin;
mod official;
mod orphan;
mod parity;
mod passage;
mod stale_twin;
mod structure;
mod subject;
mod terms;
mod time;
mod unrecorded;
mod unrecorded_lead;
mod untranslated;
mod value;

use crate::content::{Bodies, PlanFolder};
use crate::report::Diagnostic;
use crate::resolve::{Site, Skeleton};
use lexicon::Lexicon;
use rayon::prelude::*;
use subject::Subject;

/// What is asked of a plan.
type Rule = fn(&Subject<'_>) -> Vec<Diagnostic>;

/// All rules, in the order in which a reader meets what they ask of.
const RULES: [Rule; 18] = [
    missing_twin::check,
    empty_clause::check,
    stale_twin::check,
    structure::check,
    parity::figures,
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
];

/// Asks every rule of every plan, and of the portal as a whole what no plan can answer. Faults come in the order of
/// plans and rules.
pub fn check(site: &Site, bodies: Bodies<'_>) -> Vec<Diagnostic> {
    let mut found = ask(&RULES, site, bodies);
    found.extend(orphan::check(site));
    found
}

/// Asks some rules of every plan, side by side.
fn ask(rules: &[Rule], site: &Site, bodies: Bodies<'_>) -> Vec<Diagnostic> {
    let lexicon = Lexicon::new(&site.catalog);
    let plans: Vec<(&PlanFolder, &Skeleton)> =
        site.plans().map(|(_, plan, skeleton)| (plan, skeleton)).collect();
    let of_plan = |(plan, skeleton): &(&PlanFolder, &Skeleton)| {
        // What is wrong with a text as such was said when the skeleton was made from it, and of a plan whose texts are
        // not all there no more can be said that is true.
        let (texts, _) = bodies.of(plan);
        if !skeleton.is_whole(plan) || texts.len() < plan.texts.len() {
            return Vec::new();
        }
        let subject = Subject::new(site, &lexicon, plan, skeleton, &texts);
        rules.iter().flat_map(|rule| rule(&subject)).collect()
    };
    let found: Vec<Vec<Diagnostic>> = plans.par_iter().map(of_plan).collect();
    found.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
