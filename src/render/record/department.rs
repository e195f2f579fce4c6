//! Turns one responsible body into its page.
//! Knows nothing of duties' groups: [`super::duties`] makes them.

use super::super::context::Ctx;
use super::super::mentions::{self, Limits};
use super::super::view::{BodyPage, Link, ProjectRow, TargetRow};
use super::super::{picture, rows, times};
use super::{also_called, duties};
use crate::content::words::Level;
use crate::resolve::{Entity, EntityKind, ProjectRef};

/// The page of a body.
pub(super) fn page(ctx: &Ctx<'_>, index: usize) -> BodyPage {
    let record = &ctx.site.catalog.departments.records[index];
    let here = Entity::Department(index);
    let relations = &ctx.site.relations;
    let lookups = &ctx.renderer.lookups;
    let mut limits = Limits::default();
    let mut eyebrow = vec![ctx.term("department", record.kind.word())];
    eyebrow.extend((record.level != Level::None).then(|| ctx.term("level", record.level.word())));
    let asked = ctx.asked("department.html");
    let targets = asked.or_default("targets", || targets(ctx, &mut limits, here));
    let page = BodyPage {
        title: rows::headline(ctx.lang, ctx.site.name(here, ctx.lang)),
        other_title: ctx.other_link(here),
        eyebrow,
        aliases: also_called(ctx, &record.name, record.short.as_ref(), &record.aliases, &record.misprints),
        parent: rows::links(ctx, EntityKind::Department, &record.parent).pop(),
        region: rows::links(ctx, EntityKind::Place, &record.region).pop(),
        members: rows::links(ctx, EntityKind::Department, &record.members),
        member_of: lookups.memberships(here).iter().map(|other| rows::link(ctx, other.of)).collect(),
        children: sorted(ctx, lookups.children(here)),
        years: times::half_open(ctx, record.from, record.to),
        former: lookups.former(here).iter().map(|former| rows::link(ctx, *former)).collect(),
        later: rows::links(ctx, EntityKind::Department, &record.succeeded_by),
        website: record.website.as_deref().and_then(|url| ctx.website(url)),
        note: rows::optional(ctx, record.note.as_ref()),
        picture: asked.or_default("picture", || picture::share_of_body(ctx, here)),
        duties: duties::groups(ctx, here, &mut limits, asked),
        projects_led: projects(ctx, &mut limits, relations.projects_led(here)),
        projects_joined: projects(ctx, &mut limits, relations.projects_joined(here)),
        targets,
        issued: asked.or_default("issued", || {
            let shown = limits.cut(ctx, "count-plans", relations.plans(here));
            shown.iter().map(|plan| rows::plan(ctx, *plan)).collect()
        }),
        mentions: asked.or_default("mentions", || {
            mentions::plain(ctx, &mut limits, "mentions-in", relations.mentions(here))
        }),
        files: ctx.data_files("departments"),
        limits: Vec::new(),
    };
    BodyPage { limits: limits.0, ..page }
}

/// The targets that name a thing.
pub(super) fn targets(ctx: &Ctx<'_>, limits: &mut Limits, of: Entity) -> Vec<TargetRow> {
    let shown = limits.cut(ctx, "count-targets", ctx.site.relations.targets(of));
    shown.iter().map(|at| rows::target(ctx, *at)).collect()
}

/// Things by their short names, in the language's order.
pub(super) fn sorted(ctx: &Ctx<'_>, things: &[Entity]) -> Vec<Link> {
    let mut links: Vec<Link> = things.iter().map(|entity| rows::link(ctx, *entity)).collect();
    links.sort_by(|a, b| ctx.format().compare(&a.text, &b.text));
    links
}

/// Some projects as rows.
pub(super) fn projects(ctx: &Ctx<'_>, limits: &mut Limits, projects: &[ProjectRef]) -> Vec<ProjectRow> {
    let shown = limits.cut(ctx, "count-projects", projects);
    shown.iter().map(|(plan, index)| rows::project(ctx, *plan, *index)).collect()
}
