//! Turns all that the portal says of one plan into `plans/<plan>.json`: metadata, texts, records.
//! Knows nothing of other plans.

use super::super::portal::Portal;
use super::super::texts;
use super::super::value::{Iso, Pair};
use super::clauses::{Heading, Words};
use super::duties::{self, Duty};
use super::facts::{self, Fact};
use super::indicators;
use super::mentions::{self, Named};
use super::plans::{self, Meta};
use super::projects::{self, Project};
use super::targets::{self, Target};
use crate::content::plan;
use schemars::JsonSchema;
use serde::Serialize;

/// All of a plan. The records are those of the data sets of the same names.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Plan {
    #[serde(flatten)]
    meta: Meta,
    /// Its clauses in reading order.
    clauses: Vec<Clause>,
    /// Its targets.
    targets: Vec<Target>,
    /// What was reached when it was written.
    facts: Vec<Fact>,
    /// Those of its targets that stand in a numbered table.
    indicators: Vec<indicators::Row>,
    /// Its numbered projects.
    projects: Vec<Project>,
    /// What its clauses give bodies to do.
    duties: Vec<Duty>,
    /// What its clauses name.
    mentions: Vec<Named>,
    /// Earlier and later versions of it.
    versions: Vec<Version>,
    /// Changes of the portal's text.
    changes: Vec<Change>,
}

/// A clause with its texts.
#[derive(Debug, Serialize, JsonSchema)]
struct Clause {
    /// Its id in the plan.
    id: String,
    #[serde(flatten)]
    heading: Heading,
    #[serde(flatten)]
    words: Words,
}

/// An earlier or later version of a plan.
#[derive(Debug, Serialize, JsonSchema)]
struct Version {
    /// When it is from.
    date: Iso,
    /// What it is.
    title: Pair,
}

/// A change of the portal's text.
#[derive(Debug, Serialize, JsonSchema)]
struct Change {
    /// When it was made.
    date: Iso,
    /// What changed.
    summary: Pair,
}

/// All of a plan.
///
/// # Errors
/// When a text cannot be read.
pub(crate) fn of(portal: Portal<'_>, plan: usize) -> anyhow::Result<Plan> {
    let record = &portal.site.catalog.plans[plan].record;
    Ok(Plan {
        meta: plans::meta(portal, plan)?,
        clauses: clauses(portal, plan)?,
        targets: targets::of(portal, plan),
        facts: facts::of(portal, plan),
        indicators: indicators::of(portal, plan),
        projects: projects::of(portal, plan),
        duties: duties::of(portal, plan),
        mentions: mentions::of(portal, plan),
        versions: record.version.iter().map(version).collect(),
        changes: record.change.iter().map(change).collect(),
    })
}

fn clauses(portal: Portal<'_>, plan: usize) -> anyhow::Result<Vec<Clause>> {
    let texts = texts::of(portal, plan)?;
    let clauses = portal.site.skeletons[plan].clauses.iter();
    let clauses = clauses.map(|clause| Clause {
        id: clause.id.to_string(),
        heading: Heading::of(portal, plan, clause),
        words: Words::of(portal, plan, clause, &texts),
    });
    Ok(clauses.collect())
}

fn version(version: &plan::Version) -> Version {
    Version { date: version.date.into(), title: version.title.clone() }
}

fn change(change: &plan::ChangeNote) -> Change {
    Change { date: change.date.into(), summary: change.summary.clone() }
}
