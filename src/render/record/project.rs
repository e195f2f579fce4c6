//! Turns one numbered project into its page.
//! Knows nothing of other projects but its neighbours.

use super::super::context::Ctx;
use super::super::frame::{About, list_crumb};
use super::super::view::{Link, Page, ProjectPage};
use super::super::{passage, rows};
use crate::resolve::ListKind;

/// The page of a project, by its number in the plan's list.
pub(in super::super) fn page(ctx: &Ctx<'_>, plan: usize, index: usize) -> (About, Page) {
    let project = &ctx.record(plan).project[index];
    let other = ctx.lang.other();
    let row = rows::project(ctx, plan, index);
    let title = format!("{}{}{}", row.number, ctx.word("colon"), row.title.text);
    let about = About {
        kind: "project",
        description: ctx.say("describe-project", &[("name", &title), ("plan", ctx.plan_title(plan))]),
        title: row.title.text.clone(),
        trail: vec![list_crumb(ctx, ListKind::Projects), ctx.plan_link(plan)],
        ..About::default()
    };
    let neighbour = |index: Option<usize>| {
        let index = index.filter(|index| *index < ctx.record(plan).project.len())?;
        Some(rows::project_link(ctx, plan, index))
    };
    let page = ProjectPage {
        other_title: Some(Link {
            text: project.title.get(other).clone(),
            href: None,
            lang: Some(other.tag().to_owned()),
        }),
        passages: passage::opening(ctx, plan, &project.clause),
        prev: neighbour(index.checked_sub(1)),
        next: neighbour(index.checked_add(1)),
        files: ctx.data_files("projects"),
        row,
    };
    (about, Page::Project(Box::new(page)))
}
