//! Turns what was made of each plan into a file of the cache, a line for each part, and back.
//! Knows nothing of what the parts are made from; their keys say it.

use super::Remembered;
use crate::check::Found;
use crate::content::{PlanFolder, Read};
use crate::memory::{Key, Memory};
use crate::output::Store;
use crate::resolve::Tied;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::io::{BufRead, Write};
use std::sync::Arc;

/// The name of the file.
const PARTS: &str = "parts";

/// So many lines are read side by side.
const BATCH: usize = 512;

/// A part as it is written.
#[derive(Serialize)]
enum Part<'a> {
    Plan(Key, &'a Read<Option<Arc<PlanFolder>>>),
    Tied(Key, &'a Tied),
    Checked(Key, &'a Found),
}

/// A part as it is read.
#[derive(Deserialize)]
enum KnownPart {
    Plan(Key, Read<Option<Arc<PlanFolder>>>),
    Tied(Key, Box<Tied>),
    Checked(Key, Found),
}

/// What an earlier process has made; nothing where it cannot be understood.
pub(super) fn read(store: &Store) -> Remembered {
    let mut remembered = Remembered::default();
    let Some(file) = store.read(PARTS) else { return remembered };
    let mut lines = file.lines().map_while(Result::ok);
    loop {
        let batch: Vec<String> = lines.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            return remembered;
        }
        let parts: Vec<Option<KnownPart>> =
            batch.par_iter().map(|line| serde_json::from_str(line).ok()).collect();
        for part in parts.into_iter().flatten() {
            match part {
                KnownPart::Plan(key, plan) => remembered.content.plans.insert(key, plan),
                KnownPart::Tied(key, tied) => remembered.resolve.tied.insert(key, *tied),
                KnownPart::Checked(key, found) => remembered.check.plans.insert(key, found),
            }
        }
    }
}

/// Keeps what was made, unless that is what is kept already.
pub(super) fn write(store: &Store, before: &Remembered, now: &Remembered) -> anyhow::Result<()> {
    if keys(before) == keys(now) {
        return Ok(());
    }
    store.write(PARTS, |out| {
        for_each(&now.content.plans, out, Part::Plan)?;
        for_each(&now.resolve.tied, out, Part::Tied)?;
        for_each(&now.check.plans, out, Part::Checked)
    })
}

/// Writes the parts of a kind. One by one: there are pages to be made meanwhile.
fn for_each<'a, T>(
    memory: &'a Memory<T>,
    out: &mut dyn Write,
    part: impl Fn(Key, &'a T) -> Part<'a>,
) -> anyhow::Result<()> {
    let mut line = Vec::new();
    for (key, value) in memory.iter() {
        line.clear();
        serde_json::to_writer(&mut line, &part(key, value))?;
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}

fn keys(remembered: &Remembered) -> Vec<Key> {
    let Remembered { content, resolve, check, .. } = remembered;
    content.plans.keys().chain(resolve.tied.keys()).chain(check.plans.keys()).collect()
}
