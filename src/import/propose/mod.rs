//! Turns a draft into proposed records: targets, facts, indicators, projects, duties, citations, names.
//! Knows nothing of files and of how records are settled: all of it waits for review.
//!
//! 1. `known` makes the registers ready: whose name is this?
//! 2. `passage` lists the paragraphs, each with what its headings say of it;
//! 3. `aim` reads targets and facts, `table` indicators and columns of bodies, `duty` and `project` who answers for what,
//!    `citation` titles, and `mention` names.

mod aim;
mod citation;
mod duty;
mod figure;
mod known;
mod mention;
mod passage;
mod project;
mod record;
mod roles;
mod slogan;
mod table;
#[cfg(test)]
mod tests;
mod time;
mod verbs;
mod world;
mod write;

pub use write::tables;

pub use record::{
    Aim, Assigned, Citation, Duty, Indicator, Mention, Name, Origin, Pending, Project, Proposals, Row, Time,
    UnitName,
};

use super::draft::{Body, Clause, Draft};
use super::strand::Strand;
use crate::content::Catalog;
use crate::content::words::{Extent, Force};
use known::Known;
use passage::Context;
use record::zh;
use std::collections::{BTreeMap, BTreeSet};

/// Reads the records of a draft, with the names that the registers know.
pub fn propose(draft: &Draft, catalog: &Catalog) -> Proposals {
    read(draft, &Known::of(catalog))
}

fn read(draft: &Draft, known: &Known) -> Proposals {
    let paragraphs = passage::paragraphs(draft);
    let contexts: BTreeMap<&str, Context> =
        paragraphs.iter().map(|paragraph| (paragraph.clause.id.as_str(), paragraph.context)).collect();
    let context = |clause: &Clause| contexts.get(clause.id.as_str()).copied().unwrap_or_default();
    let mut proposals = Proposals::default();
    let projects = draft.clauses.iter().filter_map(|clause| project::project(clause, context(clause), known));
    proposals.projects = projects.collect();
    let numbered: BTreeSet<&str> =
        proposals.projects.iter().map(|project| project.origin.clause.as_str()).collect();
    let first_leads = duty::first_leads(draft);
    let duties = duty::Reader { known, first_leads };
    let frame = aim::Frame { goal: aim::goal(&paragraphs), ..frame(draft) };
    let mut aims = aim::Reader::new(known, frame);
    let mut mentions = mention::Reader::new(known);
    let mut citations = citation::Reader::new(known);
    for paragraph in &paragraphs {
        aims.read(paragraph);
        let is_project =
            numbered.contains(paragraph.clause.id.as_str()) && roles::is_label_line(paragraph.text());
        if !is_project {
            proposals.duties.extend(duties.read(paragraph));
        }
    }
    for clause in &draft.clauses {
        for table in tables_of(clause) {
            proposals.indicators.extend(table::indicators(clause, table));
            proposals.duties.extend(table::duties(clause, table, known, first_leads));
        }
        for strand in std::iter::once(&clause.heading).chain(strands(clause)) {
            mentions.read(clause, strand);
            proposals.citations.extend(citations.read(clause, strand));
        }
    }
    once(&mut proposals.duties);
    let aims = aims.finish();
    proposals.facts = aims.facts;
    proposals.targets =
        proposals.indicators.iter().map(|row| target(row, draft)).chain(aims.targets).collect();
    for (names, origin) in listed(&proposals) {
        names.into_iter().for_each(|name| mentions.listed(name, origin));
    }
    let found = mentions.found;
    (proposals.departments, proposals.partners, proposals.places) =
        (found.departments, found.partners, found.places);
    number(&mut proposals);
    proposals
}

/// What the plan says of its own time.
fn frame(draft: &Draft) -> aim::Frame {
    let metadata = &draft.metadata;
    let issued = metadata.issued.as_deref().and_then(|date| date.get(..4)?.parse().ok());
    let written = issued.or_else(|| metadata.period.map(|(start, _)| start));
    aim::Frame { period: metadata.period, written, goal: None }
}

fn tables_of(clause: &Clause) -> impl Iterator<Item = &super::flow::Table> {
    clause.body.iter().filter_map(|body| match body {
        Body::Table(table) => Some(table),
        _ => None,
    })
}

/// The text under a heading, cells of tables included.
fn strands(clause: &Clause) -> impl Iterator<Item = &Strand> {
    clause.body.iter().flat_map(|body| match body {
        Body::Paragraph(strand) | Body::Note(strand) => vec![strand],
        Body::Table(table) => table.rows.iter().flatten().flatten().collect(),
    })
}

/// A row of an indicator table is a target of the plan.
fn target(row: &Indicator, draft: &Draft) -> Aim {
    let full = row.unit.as_deref() == Some("%") && row.value.as_deref() == Some("100");
    let extent = match row.value {
        Some(_) if full => Extent::All,
        Some(_) => Extent::Figure,
        None => Extent::Qualitative,
    };
    let deadline = draft.metadata.period.map(|(_, end)| time::of_plan(end));
    Aim {
        id: String::new(),
        origin: row.origin.clone(),
        subject: zh(row.name.clone()),
        extent,
        value: row.value.clone(),
        upper: None,
        unit: row.unit.clone().map(|word| UnitName { code: None, zh: word, en: None }),
        per: None,
        comparator: row.comparator,
        change: row.change,
        deadline: Some(deadline.unwrap_or_else(time::none)),
        as_of: None,
        nature: row.nature,
        force: Force::Firm,
        indicator: Some(Row { number: row.number, category: zh(row.category.clone()) }),
        departments: Vec::new(),
    }
}

/// The bodies that lists name.
fn listed(proposals: &Proposals) -> Vec<(Vec<&Name>, &Origin)> {
    let duties = proposals.duties.iter().map(|duty| (vec![&duty.department], &duty.origin));
    let projects = proposals
        .projects
        .iter()
        .map(|project| (project.lead.iter().chain(&project.participants).collect(), &project.origin));
    duties.chain(projects).collect()
}

/// A body has a role in a clause once.
fn once(duties: &mut Vec<Duty>) {
    let mut said = BTreeSet::new();
    duties.retain(|duty| said.insert((duty.origin.clause.clone(), duty.department.clone(), duty.role)));
}

/// Gives targets and facts their ids.
fn number(proposals: &mut Proposals) {
    for (number, aim) in (1..).zip(&mut proposals.targets) {
        aim.id = format!("t{number}");
    }
    for (number, aim) in (1..).zip(&mut proposals.facts) {
        aim.id = format!("f{number}");
    }
}
