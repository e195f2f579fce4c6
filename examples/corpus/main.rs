//! Turns a number into a corpus: so many bilingual plans of generated text, as a Diptych portal and, from the
//! same data, as a Hugo site.
//!
//! `cargo run --release --example corpus -- N DIR [--seed S] [--search] [--themed] [--full] [--stats]` writes
//! `DIR/diptych` and `DIR/hugo`. The portal is limited to the pages that both have, in the same layout: `--search` adds
//! search, `--themed` the look that Diptych carries, `--full` that and all there is; `--stats` also counts what was
//! written.
#![expect(clippy::print_stdout, reason = "it is what a program of its own says")]

mod both;
mod count;
mod draft;
mod han;
mod hugo;
mod lexicon;
mod markdown;
mod ours;
mod plan;
mod random;
mod sentences;
#[cfg(test)]
mod tests;

use anyhow::Context;
use clap::Parser;
use count::Counts;
use plan::World;
use rayon::prelude::*;
use std::path::PathBuf;

/// So many plans are in memory at once.
const BATCH: usize = 64;

/// Writes bilingual plans of generated text, for Diptych and for Hugo.
#[derive(Parser)]
struct Arguments {
    /// How many plans.
    plans: usize,
    /// Where to: `diptych` and `hugo` are made below it.
    folder: PathBuf,
    /// Another seed, another corpus.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Search too, beside what is compared.
    #[arg(long)]
    search: bool,
    /// The look that Diptych carries, not the layout that both have.
    #[arg(long)]
    themed: bool,
    /// Everything that Diptych makes, not only what is compared.
    #[arg(long)]
    full: bool,
    /// Count characters, words and distinct terms.
    #[arg(long)]
    stats: bool,
}

fn main() -> anyhow::Result<()> {
    let Arguments { plans, folder, seed, search, themed, full, stats } = Arguments::parse();
    let world = World::new(seed);
    let (ours, hugo) = (folder.join("diptych"), folder.join("hugo"));
    anyhow::ensure!(!ours.exists() && !hugo.exists(), "there is a corpus in {} already", folder.display());
    let cannot = || format!("cannot write to {}", folder.display());
    let switches: &[&str] = match (full, search) {
        (true, _) => &[],
        (false, true) => &[ours::LIMITED],
        (false, false) => &[ours::LIMITED, ours::UNSEARCHED],
    };
    ours::write_registers(&world, plans, switches, &ours).with_context(cannot)?;
    if !themed && !full {
        ours::write_layouts(&ours).with_context(cannot)?;
    }
    hugo::write_site(&world, &hugo).with_context(cannot)?;
    let mut counts = stats.then(Counts::new);
    let numbers: Vec<usize> = (0..plans).collect();
    for batch in numbers.chunks(BATCH) {
        let made = batch.par_iter().map(|number| {
            let plan = draft::plan(&world, *number);
            ours::write_plan(&plan, &ours)?;
            hugo::write_plan(&world, &plan, &hugo)?;
            Ok(plan)
        });
        let made: Vec<_> = made.collect::<anyhow::Result<_>>().with_context(cannot)?;
        if let Some(counts) = &mut counts {
            made.iter().for_each(|plan| counts.add(plan));
        }
    }
    println!("{plans} plans, seed {seed}: {}", folder.display());
    if let Some(counts) = counts {
        println!("{counts}");
    }
    Ok(())
}
