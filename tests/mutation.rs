//! Turns the shipped content, broken in a thousand ways, into a score: is every fault reported, and at the right place?
//! Knows nothing of how the rules work.
//!
//! The mutants are made by program from all plans and both languages, with one seed; nothing is written to the disk. What
//! slips through is listed in the output.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "mutation/mutant.rs"]
mod mutant;
#[path = "mutation/portal.rs"]
mod portal;
#[path = "mutation/random.rs"]
mod random;
#[path = "mutation/records.rs"]
mod records;
#[path = "mutation/terms.rs"]
mod terms;
#[path = "mutation/texts.rs"]
mod texts;
#[path = "mutation/twins.rs"]
mod twins;

use diptych::build::{self, Options};
use diptych::content::Bodies;
use diptych::lang::Lang;
use diptych::resolve::Site;
use mutant::{Kind, Mutant};
use portal::{Fault, Portal, new_faults};
use random::Random;
use rayon::prelude::*;
use records::Records;
use std::collections::BTreeMap;
use std::path::Path;
use texts::Text;

/// The run is the same whenever it is made.
const SEED: u64 = 2026;

/// How many mutants there are at most of each kind; of some there are only a few to be made.
const MOST: [(Kind, usize); 9] = [
    (Kind::ChangedDigit, 450),
    (Kind::ChangedScale, 40),
    (Kind::SwappedBody, 300),
    (Kind::DroppedParagraph, 240),
    (Kind::MovedRecord, 240),
    (Kind::FactTurnedTarget, 60),
    (Kind::AvoidedRendering, 90),
    (Kind::TwoRenderings, 60),
    (Kind::StaleTwin, 60),
];

/// Every mutant that there is, of all plans.
fn all(site: &Site, portal: &Portal, random: &mut Random) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (_, plan, skeleton) in site.plans() {
        for lang in Lang::ALL {
            let name = format!("digest.{}.md", lang.code());
            let path = format!("content/plans/{}/{name}", plan.id());
            let text = Text { plan: plan.id(), lang, path, source: portal.text(plan.id(), &name) };
            mutants.extend(texts::digits(&text, random));
            mutants.extend(texts::scales(&text));
            mutants.extend(texts::bodies(&text, site, random));
            mutants.extend(texts::paragraphs(&text));
            mutants.extend(terms::avoided(&text, site));
            mutants.extend(terms::second(&text, site));
            if lang == Lang::Zh {
                mutants.extend(twins::moved_on(&text));
            }
        }
        let clauses = skeleton.clauses.iter().filter(|clause| clause.flags.zh_text);
        let clauses = clauses.map(|clause| clause.id.to_string()).collect();
        let records = Records { plan: plan.id(), source: portal.text(plan.id(), "plan.toml"), clauses };
        mutants.extend(records::digits(&records, random));
        mutants.extend(records::bodies(&records, random));
        mutants.extend(records::clauses(&records, random));
        mutants.extend(records::facts(&records));
    }
    mutants
}

/// The mutants of this run.
fn chosen(site: &Site, portal: &Portal) -> Vec<Mutant> {
    let mut random = Random::new(SEED);
    let mut by_kind: BTreeMap<Kind, Vec<Mutant>> = BTreeMap::new();
    for mutant in all(site, portal, &mut random) {
        by_kind.entry(mutant.kind).or_default().push(mutant);
    }
    let most = |kind: &Kind| MOST.iter().find(|(known, _)| known == kind).map_or(0, |(_, most)| *most);
    by_kind.into_iter().flat_map(|(kind, mutants)| random.some(mutants, most(&kind))).collect()
}

#[test]
fn what_is_false_is_reported_where_it_stands() {
    let loaded = build::load(Path::new(env!("CARGO_MANIFEST_DIR")), Options::default()).unwrap();
    let loaded = loaded.portal.unwrap();
    let site = &loaded.site;
    let mut portal = Portal::shipped();
    for (_, plan, _) in site.plans() {
        let (texts, _) = Bodies::new(&loaded.sources).of(plan);
        let source = texts.iter().find(|text| text.file.lang == Lang::Zh).unwrap();
        portal.add(format!("content/plans/{}/twins.toml", plan.id()), twins::accepted(source, site.now));
    }
    let before: BTreeMap<&str, Vec<Fault>> =
        site.plans().map(|(_, plan, _)| (plan.id(), portal.faults(plan.id(), None))).collect();
    let mutants = chosen(site, &portal);
    let reported: Vec<bool> = mutants
        .par_iter()
        .map(|mutant| {
            let text = mutant.text();
            let after = portal.faults(&mutant.plan, Some((&mutant.path, &text)));
            new_faults(&before[mutant.plan.as_str()], &after).iter().any(|fault| mutant.is_at(fault))
        })
        .collect();
    let mut score: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
    for (mutant, reported) in mutants.iter().zip(&reported) {
        let (found, total) = score.entry(mutant.kind).or_default();
        *found += usize::from(*reported);
        *total += 1;
    }
    for (kind, (found, total)) in &score {
        eprintln!("{kind:?}: {found} of {total}");
    }
    for (mutant, _) in mutants.iter().zip(&reported).filter(|(_, reported)| !**reported) {
        eprintln!("slipped through: {}", mutant.describe());
    }
    let found = reported.iter().filter(|reported| **reported).count();
    eprintln!("all: {found} of {}", mutants.len());
    assert!(mutants.len() >= 1000, "only {} mutants", mutants.len());
    assert!(found * 100 >= mutants.len() * 99, "{found} of {} were reported", mutants.len());
}
