//! Turns one place into its page.
//! Knows nothing of maps.

use super::super::context::Ctx;
use super::super::mentions::{self, Limits};
use super::super::rows;
use super::super::view::PlacePage;
use super::also_called;
use super::department::{projects, sorted};
use crate::resolve::{Entity, EntityKind};

/// The page of a place.
pub(super) fn page(ctx: &Ctx<'_>, index: usize) -> PlacePage {
    let record = &ctx.site.catalog.places.records[index];
    let here = Entity::Place(index);
    let relations = &ctx.site.relations;
    let lookups = &ctx.renderer.lookups;
    let mut limits = Limits::default();
    let plans = limits.cut(ctx, "count-plans", relations.plans(here));
    let page = PlacePage {
        title: ctx.site.name(here, ctx.lang).to_owned(),
        other_title: ctx.other_link(here),
        eyebrow: vec![ctx.term("place", record.kind.word())],
        aliases: also_called(ctx, &record.name, record.short.as_ref(), &record.aliases, &record.misprints),
        parent: rows::links(ctx, EntityKind::Place, &record.parent).pop(),
        children: sorted(ctx, lookups.children(here)),
        plans: plans.iter().map(|plan| rows::plan(ctx, *plan)).collect(),
        bodies: sorted(ctx, lookups.of_region(here)),
        projects: projects(ctx, &mut limits, relations.projects(here)),
        priorities: rows::priorities(ctx, relations.priorities(here)),
        mentions: mentions::plain(ctx, &mut limits, "mentions-in", relations.mentions(here)),
        files: ctx.data_files("places"),
        limits: Vec::new(),
    };
    PlacePage { limits: limits.0, ..page }
}
