//! Turns one policy field into its page: its targets, clauses, projects and bodies.
//! Knows nothing of which clause belongs to it: the relations do.

use super::super::context::Ctx;
use super::super::mentions::{self, Limits};
use super::super::view::TopicPage;
use super::department::{projects, targets};
use super::partner::{roles_in, with_roles};
use crate::resolve::{ClauseRef, Entity, ProjectRef};
use std::collections::BTreeSet;

/// The page of a topic.
pub(super) fn page(ctx: &Ctx<'_>, index: usize) -> TopicPage {
    let record = &ctx.site.catalog.topics.records[index];
    let here = Entity::Topic(index);
    let clauses = ctx.site.relations.clauses(here);
    let mut limits = Limits::default();
    let asked = ctx.asked("topic.html");
    let page = TopicPage {
        title: ctx.site.name(here, ctx.lang).to_owned(),
        other_title: ctx.other_link(here),
        description: ctx.text(&record.description).to_owned(),
        targets: asked.or_default("targets", || targets(ctx, &mut limits, here)),
        mentions: mentions::plain(ctx, &mut limits, "mentions-topic", clauses),
        projects: projects(ctx, &mut limits, &projects_of(ctx, clauses)),
        bodies: asked.or_default("bodies", || with_roles(ctx, roles_in(ctx, clauses))),
        files: ctx.data_files("topics"),
        limits: Vec::new(),
    };
    TopicPage { limits: limits.0, ..page }
}

/// The projects that stand in some clauses.
fn projects_of(ctx: &Ctx<'_>, clauses: &[ClauseRef]) -> Vec<ProjectRef> {
    let mut found = Vec::new();
    for chunk in clauses.chunk_by(|a, b| a.plan == b.plan) {
        let ids: BTreeSet<&str> = chunk.iter().map(|at| &*ctx.clause(*at).id).collect();
        let Some(plan) = chunk.first().map(|at| at.plan as usize) else { continue };
        let projects = ctx.record(plan).project.iter().enumerate();
        let here = projects.filter(|(_, project)| ids.contains(project.clause.as_str()));
        found.extend(here.map(|(index, _)| (plan, index)));
    }
    found
}
