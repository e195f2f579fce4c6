//! Turns plans into a Diptych portal: `content/` with its registers and plan folders.
//! Knows nothing of Hugo.

use crate::both::{Both, Lang};
use crate::markdown;
use crate::plan::{CENTRE, PERCENT, PERSON, STANDARD, Unit, department_id, plan_id, topic_id};
use crate::plan::{DOCUMENTS, Department, Duty, Head, Piece, Plan, Target, World};
use anyhow::Result;
use std::fmt::{Error, Write};
use std::fs;
use std::path::Path;

/// The layouts that Hugo has, for what is compared: the same parts of the same pages.
const LAYOUTS: &[(&str, &str)] = &[
    ("base.html", include_str!("ours/base.html")),
    ("department.html", include_str!("ours/department.html")),
    ("list.html", include_str!("ours/list.html")),
    ("plan.html", include_str!("ours/plan.html")),
    ("plans.html", include_str!("ours/plans.html")),
    ("targets.html", include_str!("ours/targets.html")),
    ("topic.html", include_str!("ours/topic.html")),
];

/// What is compared with other generators and searched: plan pages, lists, departments, search.
pub(crate) const LIMITED: &str = "\n[output]\nparallel = false\nsingle_records = false\ndata = false\nfeeds = false\n\
                                  sidecars = false\ncovers = false\n";

/// The same without search: the line that goes on from there.
pub(crate) const UNSEARCHED: &str = "search = false\n";

const PORTAL: &str = r#"title = { zh = "测试规划库", en = "Test plans" }
description = { zh = "由语料生成器写成的规划，供测量之用。", en = "Plans written by the corpus maker, for measuring." }
base_url = "https://corpus.invalid/"
time_zone = "Asia/Shanghai"
theme = "silk"
as_of = 2026-11-01

[organisation]
name = { zh = "语料生成器", en = "Corpus maker" }
url = ""
"#;

/// Writes what all plans share.
pub(crate) fn write_registers(world: &World, plans: usize, switches: &[&str], folder: &Path) -> Result<()> {
    let content = folder.join("content");
    fs::create_dir_all(&content)?;
    fs::write(content.join("portal.toml"), [PORTAL, &switches.concat()].concat())?;
    let units = [CENTRE, STANDARD, PERSON, PERCENT];
    fs::write(content.join("units.toml"), join(units.iter().map(unit)))?;
    let departments = world.departments.iter().enumerate();
    fs::write(content.join("departments.toml"), join(departments.map(|(index, it)| department(index, it))))?;
    let topics = world.topics.iter().enumerate();
    fs::write(content.join("topics.toml"), join(topics.map(|(index, it)| topic(index, it))))?;
    let documents = (0..plans.min(DOCUMENTS)).map(|plan| document(plan, &world.head(plan)));
    Ok(fs::write(content.join("documents.toml"), join(documents))?)
}

/// Writes the layouts of Hugo in the place of Diptych's own.
pub(crate) fn write_layouts(folder: &Path) -> Result<()> {
    let templates = folder.join("templates");
    fs::create_dir_all(&templates)?;
    LAYOUTS.iter().try_for_each(|(name, text)| Ok(fs::write(templates.join(name), text)?))
}

/// Writes the folder of one plan.
pub(crate) fn write_plan(plan: &Plan, folder: &Path) -> Result<()> {
    let folder = folder.join("content/plans").join(&plan.head.id);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("plan.toml"), record(plan)?)?;
    for lang in Lang::ALL {
        let mut text = String::with_capacity(32 << 10);
        markdown::write(&mut text, plan, lang, |piece| link(piece, lang))?;
        fs::write(folder.join(format!("digest.{}.md", lang.code())), text)?;
    }
    Ok(())
}

fn join(entries: impl Iterator<Item = String>) -> String {
    entries.collect::<Vec<_>>().join("\n")
}

fn unit(Unit { id, zh, plural, kind }: &Unit) -> String {
    let name = Both { zh: (*zh).to_owned(), en: if *kind == "percent" { plural } else { id }.to_string() };
    format!("[[unit]]\nid = \"{id}\"\nname = {}\nplural = \"{plural}\"\nkind = \"{kind}\"\n", name.toml())
}

fn department(index: usize, Department { full, short }: &Department) -> String {
    let (id, name, short) = (department_id(index), full.toml(), short.toml());
    format!(
        "[[department]]\nid = \"{id}\"\nname = {name}\nshort = {short}\nkind = \"agency\"\nlevel = \"national\"\n"
    )
}

fn topic(index: usize, name: &Both<String>) -> String {
    let (id, name) = (topic_id(index), name.toml());
    format!("[[topic]]\nid = \"{id}\"\nname = {name}\ndescription = {name}\n")
}

fn document(plan: usize, head: &Head) -> String {
    let (id, title, year) = (plan_id(plan), head.title.toml(), head.year);
    format!(
        "[[document]]\nid = \"{id}\"\ntitle = {title}\nissued = {year}\nkind = \"plan\"\nplan = \"{id}\"\n"
    )
}

/// Names of departments and titles are found by the generator; clauses of other plans are linked by hand.
fn link(piece: &Piece, lang: Lang) -> String {
    match (piece, lang) {
        (Piece::Text(words), _) => words.clone(),
        (Piece::Department { name, .. }, _) => name.clone(),
        (Piece::Clause { plan, clause, words }, _) => format!("[{words}](plan:{}#{clause})", plan_id(*plan)),
        (Piece::Title { title, .. }, Lang::Zh) => format!("《{title}》"),
        (Piece::Title { title, .. }, Lang::En) => format!("*{title}*"),
    }
}

fn record(plan: &Plan) -> Result<String, Error> {
    let Head { id, title, number, topic, year, month, .. } = &plan.head;
    let end = plan.head.end();
    let mut text = String::new();
    writeln!(text, "[plan]\nid = \"{id}\"\ntitle = {}\nnumber = \"{number}\"", title.toml())?;
    writeln!(text, "issuers = [\"{}\"]\nissued = {year}-{month:02}-15", department_id(plan.issuer))?;
    writeln!(text, "period = {{ start = {year}, end = {end} }}\nlevel = \"national\"\nkind = \"plan\"")?;
    writeln!(text, "source_lang = \"zh\"\nstatus = \"in-force\"")?;
    for lang in Lang::ALL.map(Lang::code) {
        writeln!(text, "\n[edition.digest-{lang}]")?;
        writeln!(text, "made = {{ how = \"written\", by = \"portal\", reviewed = \"\" }}")?;
    }
    writeln!(text, "\n[topics]\n\"c1\" = [\"{}\"]", topic_id(*topic))?;
    plan.targets.iter().enumerate().try_for_each(|(index, it)| target(&mut text, index, it, &plan.duties))?;
    plan.duties.iter().try_for_each(|it| duty(&mut text, it))?;
    Ok(text)
}

fn target(text: &mut String, index: usize, it: &Target, duties: &[Duty]) -> Result<(), Error> {
    let Target { clause, subject, value, unit, comparator, year, passage } = it;
    writeln!(text, "\n[[target]]\nid = \"target-{:02}\"\nclause = \"{clause}\"", index + 1)?;
    writeln!(text, "subject = {}\nvalue = \"{value}\"\nunit = \"{}\"", subject.toml(), unit.id)?;
    writeln!(text, "comparator = \"{comparator}\"")?;
    let words = Both { zh: format!("到 {year} 年"), en: format!("by {year}") };
    let deadline = format!("{{ kind = \"by\", end = {year}, text = {}, basis = \"stated\" }}", words.toml());
    writeln!(text, "deadline = {deadline}")?;
    for duty in duties.iter().filter(|duty| duty.clause == *clause) {
        let lead = department_id(duty.lead);
        writeln!(text, "departments = [{{ id = \"{lead}\", role = \"lead\", basis = \"stated\" }}]")?;
    }
    writeln!(text, "passage = {}", passage.toml())
}

fn duty(text: &mut String, Duty { clause, lead, participant }: &Duty) -> Result<(), Error> {
    for (department, role) in [(lead, "lead"), (participant, "participate")] {
        let department = department_id(*department);
        writeln!(
            text,
            "\n[[duty]]\nclause = \"{clause}\"\ndepartments = [\"{department}\"]\nrole = \"{role}\""
        )?;
    }
    Ok(())
}
