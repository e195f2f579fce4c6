//! Turns a choice into one change of a portal, of its output, of what is kept, or of the question.
//! Knows nothing of what a build makes of it.

use crate::bench::{Bench, day, put};
use crate::chance::Chance;

/// The plans that may be there.
const PLANS: [&str; 4] = ["alpha", "beta", "gamma", "delta"];

/// A kind of step: what it is called, and what it does.
type Step = (&'static str, fn(&mut Bench, &mut Chance));

const STEPS: [Step; 30] = [
    ("edit a text", edit_text),
    ("edit a text", edit_text),
    ("edit a heading", edit_heading),
    ("add a clause", add_clause),
    ("take a clause out", |bench, chance| cut(bench, chance, "\n## ")),
    ("edit a record", edit_record),
    ("edit a record", edit_record),
    ("rename a plan", edit_title),
    ("draft or not", toggle_draft),
    ("add a plan", add_plan),
    ("add a plan", add_plan),
    ("delete a plan", |bench, chance| bench.remove(&plan(chance))),
    ("move a plan", move_plan),
    ("link plans", link_plans),
    ("delete a text", |bench, chance| bench.remove(&text(chance))),
    ("write a text again", restore_text),
    ("edit a register", edit_register),
    ("add to a register", add_entry),
    ("template", template),
    ("theme", theme),
    ("configuration", configure),
    ("static file", static_file),
    ("page", page),
    ("published addresses", published),
    ("delete the cache", |bench, chance| bench.remove(chance.of(&[".diptych", CACHE[0], CACHE[1]]))),
    ("spoil the cache", spoil_cache),
    ("the cache of another day", old_cache),
    ("touch the output", touch_output),
    ("a killed build", killed_build),
    ("another day", |bench, chance| {
        let days = ["2025-06-01", "2026-01-01", "2031-01-01"];
        bench.options.now = if chance.below(3) == 0 { None } else { day(chance.of(&days)) };
    }),
];

const CACHE: [&str; 2] = [".diptych/cache/state", ".diptych/cache/parts"];

/// Takes one step and says which.
pub(crate) fn step(bench: &mut Bench, chance: &mut Chance) -> &'static str {
    let (name, take) = chance.of(&STEPS);
    take(bench, chance);
    // Many more steps would be on a portal that cannot be built, were it not mended now and then.
    if chance.below(3) == 0 {
        mend(bench);
    }
    name
}

fn plan(chance: &mut Chance) -> String {
    format!("content/plans/{}", chance.of(&PLANS))
}

fn text(chance: &mut Chance) -> String {
    let name = chance.of(&["digest.zh.md", "digest.en.md", "official.zh.md"]);
    format!("{}/{name}", plan(chance))
}

fn edit_text(bench: &mut Bench, chance: &mut Chance) {
    let words = [
        "由世卫组织支持。",
        "The NHC and WHO take part.",
        "See [there](plan:beta#c1).",
        "见[甲](plan:alpha#c1-1)。",
        "*健康促进法*",
        "[x](dept:nobody)",
        "- 一\n- 二",
        "中阿",
        "**《办法》**规定",
        "<b>raw</b>",
        "内蒙古",
        "2026年建设31个中心。",
    ];
    let path = text(chance);
    if let Some(found) = bench.read(&path) {
        bench.write(&path, &format!("{found}\n{}\n", chance.of(&words)));
    }
}

fn edit_heading(bench: &mut Bench, chance: &mut Chance) {
    let path = text(chance);
    bench.swap(&path, "Situation", chance.of(&["Where we are", "Situation now"]));
    bench.swap(&path, "现状", chance.of(&["现况", "现状（一）"]));
    if chance.below(4) == 0 {
        bench.swap(&path, "{#c2}", "{#c3}");
    }
}

fn add_clause(bench: &mut Bench, chance: &mut Chance) {
    let (folder, id) = (plan(chance), 4 + chance.below(3));
    for (name, words) in [("digest.zh.md", "新条款"), ("digest.en.md", "New clause")] {
        let path = format!("{folder}/{name}");
        if let Some(found) = bench.read(&path).filter(|_| chance.below(5) > 0) {
            bench.write(&path, &format!("{found}\n## {words} {{#c{id}}}\n\n{words} NHC。\n"));
        }
    }
}

/// Cuts a text off before its last part of a kind.
fn cut(bench: &mut Bench, chance: &mut Chance, before: &str) {
    let path = text(chance);
    if let Some(found) = bench.read(&path) {
        let end = found.rfind(before).unwrap_or(found.len());
        bench.write(&path, &found[..end]);
    }
}

fn edit_record(bench: &mut Bench, chance: &mut Chance) {
    let path = format!("{}/plan.toml", plan(chance));
    let swaps = [
        ("value = \"30\"", "value = \"31\""),
        ("value = \"31\"", "value = \"30\""),
        ("end = 2025 }", "end = 2026 }"),
        ("end = 2026 }", "end = 2025 }"),
        ("role = \"lead\"", "role = \"participate\""),
        ("id = \"centres\"", "id = \"centers\""),
        ("number = 1", "number = 2"),
        ("lead = [\"natcm\"]", "lead = []"),
        ("[[fact]]", "[[fact]]\nreview = \"pending\""),
        ("review = \"pending\"\n", ""),
        ("\"nhc\"", "\"natcm\""),
        ("\"services\"", "\"research\""),
        ("kind = \"plan\"", "kind = \"scheme\""),
        ("unit = \"centre\"", "unit = \"x\""),
    ];
    let (old, new) = chance.of(&swaps);
    bench.swap(&path, old, new);
}

fn edit_title(bench: &mut Bench, chance: &mut Chance) {
    let path = format!("{}/plan.toml", plan(chance));
    bench.swap(&path, "Plan ", chance.of(&["Great Plan ", "Plan of "]));
    bench.swap(&path, "规划\"", chance.of(&["方案\"", "行动规划\""]));
}

fn toggle_draft(bench: &mut Bench, chance: &mut Chance) {
    let path = format!("{}/plan.toml", plan(chance));
    match chance.below(3) {
        0 => bench.swap(&path, "\"in-force\"", "\"draft\""),
        1 => bench.swap(&path, "\"draft\"", "\"in-force\""),
        _ => bench.options.drafts = !bench.options.drafts,
    }
}

/// A plan as in the sound portal, under another id.
fn add_plan(bench: &mut Bench, chance: &mut Chance) {
    let id = chance.of(&PLANS);
    let parts =
        include_str!("../support/sound.txt").split("\n-- ").map(|part| part.trim_start_matches("-- "));
    let files = parts.filter_map(|part| part.split_once(" --\n"));
    for (path, text) in files.filter(|(path, _)| !path.contains("/pages/")) {
        bench.write(path, &format!("{}\n", text.trim_end()));
    }
    for name in ["beta", "gamma", "delta"] {
        bench.remove(&format!("content/plans/{name}/official.zh.md"));
        let path = format!("content/plans/{name}/plan.toml");
        if let Some(text) = bench.read(&path).filter(|text| text.contains("[[implements]]")) {
            bench.write(&path, text.split("[[implements]]").next().unwrap());
        }
    }
    let added = "templates content/static/robots.txt content/pages/plans content/published.txt content/redirects.toml";
    added.split(' ').for_each(|name| bench.remove(name));
}
