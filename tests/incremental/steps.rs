//! Turns a choice into one change of a portal, of what builds left, or of the question.
//! Knows nothing of what a build makes of it.

use crate::bench::{Bench, day};
use crate::chance::Chance;
use crate::kept;

/// The plans that may be there.
const PLANS: [&str; 4] = ["alpha", "beta", "gamma", "delta"];

/// What a step is called, and what it does.
type Step = (&'static str, fn(&mut Bench, &mut Chance));

const STEPS: [Step; 27] = [
    ("edit a text", edit_text),
    ("edit a heading", edit_heading),
    ("add a clause", add_clause),
    ("take a clause out", |bench, chance| cut(bench, chance, "\n## ")),
    ("edit a record", edit_record),
    ("rename a plan", edit_title),
    ("draft or not", toggle_draft),
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
    ("delete the cache", kept::delete_cache),
    ("spoil the cache", kept::spoil_cache),
    ("the cache of another day", kept::old_cache),
    ("touch the output", kept::touch_output),
    ("a killed build", kept::killed_build),
    ("another day", |bench, chance| {
        let days = ["2025-06-01", "2026-01-01", "2031-01-01"];
        bench.options.now = if chance.below(3) == 0 { None } else { day(chance.of(&days)) };
    }),
];

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
    for part in include_str!("../support/sound.txt").split("-- content/plans/alpha/").skip(1) {
        let (name, text) = part.split_once(" --\n").unwrap();
        let text = text.split("\n-- ").next().unwrap().replace("\"alpha\"", &format!("\"{id}\""));
        bench.write(&format!("content/plans/{id}/{name}"), &format!("{text}\n"));
    }
}

fn move_plan(bench: &mut Bench, chance: &mut Chance) {
    let (from, to) = (chance.of(&PLANS), chance.of(&PLANS));
    let (old, new) =
        (bench.path(&format!("content/plans/{from}")), bench.path(&format!("content/plans/{to}")));
    if old.is_dir() && !new.exists() {
        std::fs::rename(old, new).unwrap();
        bench.swap(&format!("content/plans/{to}/plan.toml"), &format!("\"{from}\""), &format!("\"{to}\""));
    }
}

fn link_plans(bench: &mut Bench, chance: &mut Chance) {
    let path = format!("{}/plan.toml", plan(chance));
    let there = chance.of(&["beta#c1-1", "gamma#c2", "alpha#c9", "delta"]);
    if let Some(found) = bench.read(&path) {
        let target = chance.of(&["beta/centres", "alpha/bases", "alpha/none"]);
        let followed = found.replacen(
            "unit = \"centre\"\ndead",
            &format!("unit = \"centre\"\nfollows = [\"{target}\"]\ndead"),
            1,
        );
        bench.write(&path, &format!("{followed}\n[[implements]]\nclause = \"c2\"\nto = \"{there}\"\n"));
    }
}

fn restore_text(bench: &mut Bench, chance: &mut Chance) {
    let (folder, sound) = (plan(chance), include_str!("../support/sound.txt"));
    if bench.read(&format!("{folder}/plan.toml")).is_some() {
        for part in sound.split("-- content/plans/alpha/").skip(2) {
            let (name, text) = part.split_once(" --\n").unwrap();
            bench.write(&format!("{folder}/{name}"), text.split("\n-- ").next().unwrap());
        }
    }
}

fn edit_register(bench: &mut Bench, chance: &mut Chance) {
    let swaps = [
        ("departments", "National Health Commission", "Health Commission"),
        ("departments", "Health Commission", "Board of Health"),
        ("partners", "aliases = { zh = [\"蒙古\"], en = [] }\n", ""),
        ("partners", "id = \"mongolia\"", "id = \"mongolian\""),
        ("topics", "Medical services", "Services of all kinds"),
        ("topics", "id = \"research\"", "id = \"studies\""),
        ("units", "name = { zh = \"个\"", "name = { zh = \"所\""),
        ("glossary", "culture of", "the culture of"),
        ("documents", "Health Promotion Law", "Law on Health"),
        ("places", "Inner Mongolia\"", "Nei Menggu\""),
    ];
    let (name, old, new) = chance.of(&swaps);
    bench.swap(&format!("content/{name}.toml"), old, new);
}

fn add_entry(bench: &mut Bench, chance: &mut Chance) {
    let id = chance.of(&["aa", "mm", "zz"]);
    let entries = [
        (
            "topics",
            format!(
                "\n[[topic]]\nid = \"{id}\"\nname = {{ zh = \"{id}\", en = \"{id}\" }}\ndescription = {{ zh = \"a\", en = \"a\" }}\n"
            ),
        ),
        (
            "departments",
            format!(
                "\n[[department]]\nid = \"{id}\"\nname = {{ zh = \"基地{id}\", en = \"bases {id}\" }}\nkind = \"agency\"\nlevel = \"national\"\n"
            ),
        ),
        (
            "partners",
            format!(
                "\n[[partner]]\nid = \"{id}\"\nkind = \"country\"\nname = {{ zh = \"基地\", en = \"bases\" }}\n"
            ),
        ),
        ("departments", "not toml\n".to_owned()),
    ];
    let (name, entry) = &entries[chance.below(entries.len())];
    let path = format!("content/{name}.toml");
    if let Some(found) = bench.read(&path) {
        bench.write(&path, &format!("{found}{entry}"));
    }
}

fn template(bench: &mut Bench, chance: &mut Chance) {
    let words = chance.of(&["one", "two"]);
    let good = format!(
        "{{% extends \"builtin/content.html\" %}}{{% block main %}}<h1>{words}</h1>{{% endblock main %}}"
    );
    match chance.below(4) {
        0 => bench.remove("templates"),
        1 => bench.write("templates/content.html", "{% if %}"),
        2 => bench.write("themes/silk/templates/content.html", &good),
        _ => bench.write("templates/content.html", &good),
    }
}

fn theme(bench: &mut Bench, chance: &mut Chance) {
    match chance.below(5) {
        0 => bench.remove("themes"),
        1 => bench.write("themes/mine/messages/en.ftl", &format!("plans = Plans {}\n", chance.below(9))),
        2 => bench.write("themes/silk/assets/site.css", &format!("a {{ top: {}px }}\n", chance.below(9))),
        3 => bench.write("themes/silk/assets/more.txt", "more\n"),
        _ => bench.write("themes/mine/theme.toml", "extends = \"silk\"\n"),
    }
}

fn configure(bench: &mut Bench, chance: &mut Chance) {
    let swaps = [
        ("Portal\"", "Gate\""),
        ("Gate\"", "Portal\""),
        ("as_of = 2026", "theme = \"mine\"\nas_of = 2026"),
        ("theme = \"mine\"\n", ""),
        ("as_of = 2026", "output = { data = false, parallel = false }\nas_of = 2026"),
        ("output = { data = false, parallel = false }\n", ""),
        ("as_of = 2026", "output = { search = false, covers = false }\nas_of = 2026"),
        ("output = { search = false, covers = false }\n", ""),
        ("as_of = 2026-01-01", "as_of = 2026-01-02"),
        ("portal.test", "www.portal.test"),
        ("title = {", "titel = {"),
    ];
    let (old, new) = chance.of(&swaps);
    bench.swap("content/portal.toml", old, new);
}

fn static_file(bench: &mut Bench, chance: &mut Chance) {
    let path = chance.of(&[
        "content/static/a.txt",
        "content/static/文.pdf",
        "content/static/robots.txt",
        "content/plans/alpha/media/a.png",
    ]);
    if chance.below(3) == 0 { bench.remove(path) } else { bench.write(path, &format!("{}", chance.below(3))) }
}

fn page(bench: &mut Bench, chance: &mut Chance) {
    let path = chance.of(&[
        "content/pages/about/zh.md",
        "content/pages/about/en.md",
        "content/pages/more/en.md",
        "content/pages/plans/en.md",
    ]);
    let words = ["# More\n\nText.\n", "See [it](plan:alpha#c1).\n", "See [it](plan:beta#c7).\n"];
    if chance.below(3) == 0 { bench.remove(path) } else { bench.write(path, chance.of(&words)) }
}

fn published(bench: &mut Bench, chance: &mut Chance) {
    match chance.below(4) {
        0 => bench.remove("content/published.txt"),
        1 => bench.remove("content/redirects.toml"),
        2 => bench.write(
            "content/published.txt",
            chance.of(&["/en/plans/alpha/#c2\n", "/zh/plans/beta/\n", "# none\n"]),
        ),
        _ => {
            let to = chance.of(&["/en/plans/alpha/", "/en/plans/delta/#c1"]);
            bench.write(
                "content/redirects.toml",
                &format!("[[redirect]]\nfrom = \"/en/old/\"\nto = \"{to}\"\n"),
            );
        }
    }
}

/// Puts back what makes a portal sound, but not all that was changed.
fn mend(bench: &mut Bench) {
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
