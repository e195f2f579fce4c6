//! Turns edits into proofs: a build after an earlier one gives what a build from nothing gives, byte for byte, faults and
//! all, whatever happened in between.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "incremental/bench.rs"]
mod bench;
#[path = "incremental/chance.rs"]
mod chance;
#[path = "incremental/kept.rs"]
mod kept;
#[path = "incremental/named.rs"]
mod named;
#[path = "incremental/steps.rs"]
mod steps;

use bench::Bench;
use chance::Chance;
use rayon::prelude::*;
use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};

/// Walks: so many, each from the sound portal, with so many steps.
const WALKS: u64 = 8;
const STEPS: usize = 130;

fn walk(seed: u64, goes_on: impl Fn(usize) -> bool) {
    let (mut bench, mut chance) = (Bench::sound(), Chance::new(seed));
    let mut done = Vec::new();
    for number in (0..).take_while(|number| goes_on(*number)) {
        done.push(format!("{number}: {}", steps::step(&mut bench, &mut chance)));
        if let Some(difference) = bench.compare() {
            let last = done.len().saturating_sub(12);
            panic!("seed {seed}: {difference}\nafter\n{}", done[last..].join("\n"));
        }
    }
}

#[test]
fn a_thousand_random_steps_give_what_clean_builds_give() {
    (0..WALKS).into_par_iter().for_each(|seed| walk(seed, |number| number < STEPS));
}

#[test]
fn so_do_random_steps_that_nobody_has_seen() {
    let start = Instant::now();
    let seed = RandomState::new().hash_one("seed");
    walk(seed, |number| number < STEPS && start.elapsed() < Duration::from_secs(20));
}
