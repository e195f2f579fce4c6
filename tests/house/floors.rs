//! Turns the floors of the house into a rule: what a module uses lies strictly below it.
//! Knows nothing of what the modules do.

use crate::code;

/// Every top module with its rank: ten times its floor, and its step where a floor is a ladder.
const RANKS: [(&str, u32); 31] = [
    ("lang", 0),
    ("memory", 0),
    ("message", 1),
    ("route", 2),
    ("report", 3),
    ("record", 4),
    ("config", 10),
    ("source", 10),
    ("markup", 20),
    ("names", 20),
    ("quantity", 20),
    ("template", 20),
    ("theme", 20),
    ("content", 30),
    ("resolve", 40),
    ("check", 50),
    ("export", 50),
    ("output", 50),
    ("render", 50),
    ("search", 50),
    ("build", 60),
    ("compare", 60),
    ("federate", 60),
    ("import", 60),
    ("conformance", 61),
    ("mend", 61),
    ("serve", 70),
    ("cli", 80),
    ("command", 81),
    ("main", 82),
    // The list of modules, which may also name what it lists.
    ("lib", 100),
];

/// A module uses what lies below it, whatever the way: `use`, a path in a function, `super` past the top.
pub(crate) fn downward(path: &str, text: &str) -> Vec<String> {
    let Some(module) = top_module(path) else { return Vec::new() };
    let Some(own) = rank(module) else {
        return vec![format!(
            "{path}: the module `{module}` stands on no floor; give it one in tests/house/floors.rs"
        )];
    };
    let used = code::paths(text).into_iter().filter_map(|used| Some((head(path, &used)?, used.line)));
    let broken = used.filter_map(|(name, line)| {
        let why = match (rank(&name), name == module) {
            (_, true) => return None,
            (Some(below), _) if below < own => return None,
            (Some(same), _) if same == own => "stands on the same floor",
            (Some(_), _) => "stands higher",
            (None, _) if is_glob(&name) => "hides what is used",
            (None, _) => return None,
        };
        Some(format!("{path}:{line}: `{module}` uses `{name}`, which {why}"))
    });
    broken.collect()
}

fn rank(module: &str) -> Option<u32> {
    RANKS.iter().find(|(name, _)| *name == module).map(|(_, rank)| *rank)
}

fn is_glob(name: &str) -> bool {
    ["*", "self"].contains(&name)
}

/// `src/content/load.rs` → `content`; nothing for files outside `src/`, which use the library as strangers do.
fn top_module(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    inside.split(['/', '.']).next()
}

/// What a path leads to at the top of the crate, if it starts or arrives there.
fn head(path: &str, used: &code::Path) -> Option<String> {
    let supers =
        used.parts.iter().skip_while(|part| *part == "self").take_while(|part| *part == "super").count();
    let from_top = match used.parts.first()?.as_str() {
        "crate" | "diptych" => 1,
        "self" | "super" if supers > 0 && supers >= depth(path) + used.mods => {
            used.parts.iter().position(|part| part == "super")? + supers
        }
        _ => return None,
    };
    used.parts.get(from_top).cloned()
}

/// How many `super` lead from a file to the top of the crate.
fn depth(path: &str) -> usize {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    let parts = inside.split('/').count();
    parts - usize::from(inside.ends_with("/mod"))
}

#[test]
fn up_and_sideways_are_caught_and_down_is_not() {
    let guilty = [
        ("src/content/load.rs", "use crate::resolve::Site;", "stands higher"),
        ("src/check/mod.rs", "use crate::render::page;", "same floor"),
        ("src/check.rs", "use crate::{lang::Lang, search::Index};", "same floor"),
        ("src/markup/plain.rs", "fn f() { let x = crate::content::load(); }", "stands higher"),
        ("src/lang.rs", "use crate::route::Route;", "stands higher"),
        ("src/report/mod.rs", "use crate::record::At;", "stands higher"),
        ("src/cli.rs", "use crate::command::build;", "stands higher"),
        ("src/route.rs", "use super::report::Code;", "stands higher"),
        ("src/content/load.rs", "use super::super::check::Rule;", "stands higher"),
        ("src/content/mod.rs", "use super::{lang::Lang, export::Data};", "stands higher"),
        ("src/content/load.rs", "mod tests { use super::super::super::build::Bundle; }", "stands higher"),
        ("src/content/load.rs", "#[cfg(test)]\nmod tests { use crate::render::page; }", "stands higher"),
        ("src/output.rs", "macro_rules! m { () => { $crate::build::Bundle } }", "stands higher"),
        ("src/source.rs", "use diptych::content::load;", "stands higher"),
        ("src/source.rs", "use crate::*;", "hides"),
        ("src/source.rs", "use crate::{self as all};", "hides"),
        ("src/attic/mod.rs", "", "no floor"),
    ];
    for (path, text, why) in guilty {
        let found = downward(path, text);
        assert!(found.len() == 1 && found[0].contains(why), "{path}: {text}: {found:?}");
    }
    let innocent = [
        (
            "src/resolve/page.rs",
            "use crate::content::Catalog; use crate::{lang::Lang, markup::{Block, Inline}};",
        ),
        ("src/record/mod.rs", "use crate::report::Code;"),
        ("src/report/mod.rs", "use crate::message::Messages; use crate::route::Route;"),
        ("src/command/build.rs", "use crate::cli::Asked; use crate::build::build;"),
        ("src/main.rs", "use diptych::command;"),
        (
            "src/content/load.rs",
            "//! [`crate::resolve`] ties this.\nuse super::plan; use crate::content::text;",
        ),
        ("src/content/load.rs", "use super::super::lang::Lang; const WHY: &str = \"crate::render::page\";"),
        // A module of one's own with the name of a top module.
        ("src/command/check.rs", "use super::build; mod tests { use super::super::build; }"),
        ("tests/codes.rs", "use diptych::check; use crate::support;"),
        ("src/lib.rs", "pub mod check; pub use crate::build::Bundle;"),
    ];
    for (path, text) in innocent {
        assert_eq!(downward(path, text), [""; 0], "{path}: {text}");
    }
}
