//! Turns all facts and all projects into their lists.
//! Knows nothing of targets.

use super::super::context::Ctx;
use super::super::rows;
use super::super::view::{FactsPage, ProjectGroup, ProjectsPage};
use super::pager::pager;
use super::{intro, small};
use crate::resolve::{ListKind, RecordRef};

/// A page of the figures already reached.
pub(super) fn facts(ctx: &Ctx<'_>, number: usize) -> FactsPage {
    let all = ctx.renderer.lookups.facts();
    let here = all.range(super::rows(number)).into_iter();
    let here = here.map(|(plan, index)| RecordRef { plan, index, fact: true });
    FactsPage {
        title: ctx.word("facts").to_owned(),
        intro: intro(ctx, ListKind::Facts),
        total: small(all.len()),
        rows: here.map(|at| rows::fact(ctx, at)).collect(),
        files: ctx.data_files("facts"),
        pager: pager(ctx, ListKind::Facts, all.len(), number),
    }
}

/// A page of the projects, by plan; a plan's projects may go on on the next page.
pub(super) fn projects(ctx: &Ctx<'_>, number: usize) -> ProjectsPage {
    let all = ctx.renderer.lookups.projects();
    let shown = all.range(super::rows(number));
    let group = |chunk: &[(usize, usize)]| {
        let (plan, _) = *chunk.first()?;
        Some(ProjectGroup {
            id: ctx.site.catalog.plans[plan].id().to_owned(),
            plan: ctx.plan_link(plan),
            rows: chunk.iter().map(|(plan, index)| rows::project(ctx, *plan, *index)).collect(),
        })
    };
    ProjectsPage {
        title: ctx.word("projects").to_owned(),
        intro: intro(ctx, ListKind::Projects),
        total: small(all.len()),
        groups: shown.chunk_by(|(a, _), (b, _)| a == b).filter_map(group).collect(),
        files: ctx.data_files("projects"),
        pager: pager(ctx, ListKind::Projects, all.len(), number),
    }
}
