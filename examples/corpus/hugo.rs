//! Turns plans into a Hugo site with the pages that Diptych makes of them: plans, sections, departments.
//! Knows nothing of Diptych. Names are linked beforehand, since Hugo does not look for them.

use crate::both::{Both, Lang};
use crate::markdown;
use crate::plan::{Duty, Head, Piece, Plan, Target, World, department_id, plan_id, topic_id};
use anyhow::Result;
use std::fmt::{Error, Write};
use std::fs;
use std::path::Path;

/// The site's settings and layouts.
const FIXED: &[(&str, &str)] = &[
    ("hugo.toml", include_str!("hugo/hugo.toml")),
    ("layouts/baseof.html", include_str!("hugo/baseof.html")),
    ("layouts/home.html", include_str!("hugo/home.html")),
    ("layouts/page.html", include_str!("hugo/page.html")),
    ("layouts/section.html", include_str!("hugo/section.html")),
    ("layouts/taxonomy.html", include_str!("hugo/taxonomy.html")),
    ("layouts/term.html", include_str!("hugo/term.html")),
];

/// Writes settings, layouts, sections and departments.
pub(crate) fn write_site(world: &World, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder.join("layouts"))?;
    for (name, text) in FIXED {
        fs::write(folder.join(name), text)?;
    }
    for lang in Lang::ALL {
        let content = folder.join("content").join(lang.code());
        for (index, name) in world.topics.iter().enumerate() {
            write_index(&content.join(topic_id(index)), name.of(lang))?;
        }
        for (index, department) in world.departments.iter().enumerate() {
            write_index(&content.join("departments").join(department_id(index)), department.full.of(lang))?;
        }
    }
    Ok(())
}

/// Writes both pages of one plan.
pub(crate) fn write_plan(world: &World, plan: &Plan, folder: &Path) -> Result<()> {
    for lang in Lang::ALL {
        let mut text = front_matter(world, plan, lang)?;
        markdown::write(&mut text, plan, lang, |piece| link(world, piece, lang))?;
        let section = folder.join("content").join(lang.code()).join(topic_id(plan.head.topic));
        fs::write(section.join(format!("{}.md", plan.head.id)), text)?;
    }
    Ok(())
}

fn write_index(folder: &Path, title: &str) -> Result<()> {
    fs::create_dir_all(folder)?;
    Ok(fs::write(folder.join("_index.md"), format!("+++\ntitle = \"{title}\"\n+++\n"))?)
}

fn link(world: &World, piece: &Piece, lang: Lang) -> String {
    let code = lang.code();
    let address = |plan: usize| format!("/{code}/{}/{}/", topic_id(world.head(plan).topic), plan_id(plan));
    match piece {
        Piece::Text(words) => words.clone(),
        Piece::Department { index, name } => {
            format!("[{name}](/{code}/departments/{}/)", department_id(*index))
        }
        Piece::Clause { plan, clause, words } => format!("[{words}]({}#{clause})", address(*plan)),
        Piece::Title { plan, title } => match lang {
            Lang::Zh => format!("[《{title}》]({})", address(*plan)),
            Lang::En => format!("[*{title}*]({})", address(*plan)),
        },
    }
}

fn front_matter(world: &World, plan: &Plan, lang: Lang) -> Result<String, Error> {
    let Head { title, number, year, month, .. } = &plan.head;
    let name = |index: usize| world.departments[index].full.of(lang);
    let mut text = String::with_capacity(40 << 10);
    writeln!(text, "+++\ntitle = \"{}\"\ndate = {year}-{month:02}-15", title.of(lang))?;
    let ids: Vec<String> = plan.duties.iter().map(|duty| department_id(duty.lead)).collect();
    writeln!(text, "departments = [\"{}\"]\n[params]", ids.join("\", \""))?;
    writeln!(text, "number = \"{number}\"\nissuer = \"{}\"", name(plan.issuer))?;
    writeln!(text, "start = {year}\nend = {}", plan.head.end())?;
    for it in &plan.targets {
        target(&mut text, it, lang)?;
    }
    for Duty { clause, lead, participant } in &plan.duties {
        for (department, role) in [(*lead, "lead"), (*participant, "participate")] {
            let (id, name) = (department_id(department), name(department));
            writeln!(text, "[[params.duties]]\ndepartment = \"{id}\"\nname = \"{name}\"")?;
            writeln!(text, "clause = \"{clause}\"\nrole = \"{role}\"")?;
        }
    }
    text.push_str("+++\n\n");
    Ok(text)
}

fn target(text: &mut String, it: &Target, lang: Lang) -> Result<(), Error> {
    let Target { clause, subject, value, unit, year, passage, .. } = it;
    let unit = Both { zh: unit.zh, en: unit.plural };
    writeln!(text, "[[params.targets]]\nclause = \"{clause}\"\nsubject = \"{}\"", subject.of(lang))?;
    writeln!(text, "figure = \"{value} {}\"\nyear = {year}", unit.of(lang))?;
    writeln!(text, "passage = \"{}\"", passage.of(lang))
}
