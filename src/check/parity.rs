//! Turns what one language of a clause says and its twin does not into faults: figures, and the names of things.
//! Knows nothing of records.
//!
//! Figures are compared by value, because digits do not compare: 1.25万名 is 12,500 people. Each amount stands as often
//! in one language as in the other; a time stands there, once or more. A count of a few things that a writer makes in
//! passing (四个方面) may lack its twin, for languages differ in making them. Names are compared by what bears them:
//! each body, partner, place and document is named in both languages, however often and by whatever form, were it inside
//! a longer name. The place that the plan is for goes without saying, and is said in one language more than in the other.

use super::Subject;
use super::subject::{Pair, Reading};
use crate::quantity::{Key, Quantity};
use crate::report::{Code, Diagnostic};
use crate::resolve::{Entity, EntityKind};
use std::collections::BTreeSet;

/// The figures of each clause, by value.
pub(super) fn figures(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.pairs().flat_map(|pair| unequal(&pair)).collect()
}

fn unequal(pair: &Pair<'_, '_>) -> Vec<Diagnostic> {
    let (zh, en) = (unmatched(pair.zh, pair.en), unmatched(pair.en, pair.zh));
    let list = |reading: &Reading<'_>, figures: &[&Quantity]| {
        figures.iter().map(|figure| reading.cut(&figure.span)).collect::<Vec<_>>().join(" · ")
    };
    let (in_zh, in_en) = (list(pair.zh, &zh), list(pair.en, &en));
    let fault = |reading: &Reading<'_>, figure: &Quantity, others: &str| {
        let fault = reading.fault(Code::FigureWithoutTwin, &figure.span);
        if others.is_empty() { fault } else { fault.with("nearest", others) }
    };
    let of_zh = zh.iter().map(|figure| fault(pair.zh, figure, &in_en));
    of_zh.chain(en.iter().map(|figure| fault(pair.en, figure, &in_zh))).collect()
}

/// The figures of a text that the other one does not have.
fn unmatched<'r>(here: &'r Reading<'_>, there: &Reading<'_>) -> Vec<&'r Quantity> {
    let (times, amounts): (Vec<&Quantity>, Vec<&Quantity>) =
        there.figures.iter().partition(|figure| figure.unit.is_calendar());
    let times: BTreeSet<Key> = times.into_iter().map(Quantity::key).collect();
    let mut amounts: Vec<Key> = amounts.into_iter().map(Quantity::key).collect();
    let mut is_there = |figure: &Quantity| {
        let key = figure.key();
        if figure.unit.is_calendar() {
            return times.contains(&key);
        }
        let same = amounts.iter().position(|other| *other == key);
        same.map(|at| amounts.swap_remove(at)).is_some()
    };
    let figures = here.figures.iter().filter(|figure| !is_there(figure));
    figures.filter(|figure| !figure.is_tally(&here.words.text)).collect()
}

/// The bodies, partners, places and documents that each clause names.
pub(super) fn names(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let region = subject.plan.record.plan.region.as_ref();
    let region = region.and_then(|region| subject.site.entity(EntityKind::Place, region));
    let is_compared = |entity: Entity| {
        !matches!(entity.parts().0, EntityKind::Term | EntityKind::Topic) && Some(entity) != region
    };
    let mut faults = Vec::new();
    for pair in subject.pairs() {
        for (here, there) in [(pair.zh, pair.en), (pair.en, pair.zh)] {
            for (entity, words) in &here.named {
                if is_compared(*entity) && !there.speaks_of(*entity) {
                    let fault = here.fault(Code::NameWithoutTwin, words);
                    faults.push(fault.with("name", subject.site.name(*entity, there.lang())));
                }
            }
        }
    }
    faults
}
