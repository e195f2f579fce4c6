//! Turns a choice into one change of what earlier builds left: what they kept, and what they published.
//! Knows nothing of the portal's own files.

use crate::bench::{Bench, put};
use crate::chance::Chance;

const CACHE: [&str; 3] = [".diptych/cache/state", ".diptych/cache/ledger", ".diptych/cache/parts"];

pub(crate) fn delete_cache(bench: &mut Bench, chance: &mut Chance) {
    bench.remove(chance.of(&[".diptych", CACHE[0], CACHE[1], CACHE[2]]));
}

pub(crate) fn spoil_cache(bench: &mut Bench, chance: &mut Chance) {
    let path = bench.path(chance.of(&CACHE));
    let Ok(mut bytes) = std::fs::read(&path) else { return };
    match chance.below(3) {
        0 => bytes.truncate(chance.below(bytes.len().max(1))),
        1 => bytes.extend_from_slice(b"{}\n"),
        _ => {
            let at = chance.below(bytes.len().max(1));
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1;
            }
        }
    }
    put(&path, &bytes);
}

/// A build was killed before it kept anything, or somebody brought back an old copy.
pub(crate) fn old_cache(bench: &mut Bench, chance: &mut Chance) {
    for name in CACHE {
        let (path, copy) =
            (bench.path(name), bench.path(&format!("{name}.copy").replace(".diptych", "copies")));
        match (chance.below(2), std::fs::read(&copy)) {
            (0, Ok(bytes)) => put(&path, &bytes),
            _ => std::fs::read(&path).into_iter().for_each(|bytes| put(&copy, &bytes)),
        }
    }
}

pub(crate) fn touch_output(bench: &mut Bench, chance: &mut Chance) {
    let path = bench.output(chance.of(&[
        "en/index.html",
        "zh/plans/index.html",
        "robots.txt",
        ".diptych.json",
        "foreign.txt",
    ]));
    match chance.below(3) {
        0 => drop(std::fs::remove_file(path)),
        1 => put(&path, b"{}"),
        _ => drop(std::fs::remove_dir_all(bench.output(""))),
    }
    // A folder without manifest is not ours, and no build goes there.
    if !bench.output(".diptych.json").exists() {
        let _ = std::fs::remove_dir_all(bench.output(""));
    }
}

/// What a build leaves that is killed on the way.
pub(crate) fn killed_build(bench: &mut Bench, chance: &mut Chance) {
    put(&bench.output("../.output.new/en/index.html"), b"half");
    put(&bench.path(".diptych/cache/parts.99999"), b"half");
    if chance.below(2) == 0 {
        // It was killed after the site was published: what was kept is older than the output.
        let state = std::fs::read(bench.path(CACHE[0])).ok();
        drop(bench.build());
        state.into_iter().for_each(|state| put(&bench.path(CACHE[0]), &state));
    }
}
