//! Turns the portal into the home page of a language.
//! Knows nothing of search: its form stands in the frame.

use super::context::Ctx;
use super::frame::About;
use super::list::{targets, things};
use super::view::{Count, Due, Entry, HomePage, Link, Page};
use super::{picture, rows};
use crate::content::words::Extent;
use crate::resolve::{Entity, EntityKind, ListKind, PageKey, RecordRef};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// So many plans stand on the home page; the newest.
const PLANS: usize = 12;
/// So many targets of the next deadline.
const DUE: usize = 6;
/// So many bodies and partners.
const MOST: usize = 8;

/// The home page.
pub(super) fn page(ctx: &Ctx<'_>) -> (About, Page) {
    let config = &ctx.site.catalog.config;
    let newest = ctx.renderer.lookups.newest();
    let shown = &newest[..newest.len().min(PLANS)];
    let page = HomePage {
        title: ctx.text(&config.title).to_owned(),
        eyebrow: eyebrow(ctx),
        description: ctx.text(&config.description).to_owned(),
        counts: counts(ctx),
        due: due(ctx),
        years: targets::years(ctx, None),
        timeline: picture::timeline(ctx, shown),
        years_picture: picture::years(ctx),
        plans: shown.iter().map(|plan| rows::plan(ctx, *plan)).collect(),
        topics: all(ctx, EntityKind::Topic),
        bodies: most(ctx, EntityKind::Department),
        partners: most(ctx, EntityKind::Partner),
    };
    let about = About { kind: "home", description: page.description.clone(), ..About::default() };
    (about, Page::Home(Box::new(page)))
}

/// Five plans, 2015–2025, clause by clause, in two languages.
fn eyebrow(ctx: &Ctx<'_>) -> String {
    let plans = &ctx.site.catalog.plans;
    let terms = || plans.iter().filter_map(|plan| plan.record.plan.period);
    let start = terms().map(|period| period.start).min();
    let end = terms().map(|period| period.end).max();
    let Some((start, end)) = start.zip(end) else { return String::new() };
    let args = [plans.len().to_string(), start.to_string(), end.to_string()];
    ctx.say("home-eyebrow", &[("plans", &args[0]), ("start", &args[1]), ("end", &args[2])])
}

fn counts(ctx: &Ctx<'_>) -> Vec<Count> {
    let clauses: usize = ctx.site.skeletons.iter().map(|skeleton| skeleton.clauses.len()).sum();
    let counts = [
        ("count-plans", ctx.site.list_len(ListKind::Plans)),
        ("count-clauses", clauses),
        ("count-targets", ctx.site.list_len(ListKind::Targets)),
        ("count-facts", ctx.site.list_len(ListKind::Facts)),
        ("count-projects", ctx.site.list_len(ListKind::Projects)),
        ("count-bodies", ctx.site.list_len(ListKind::Departments)),
        ("count-partners", ctx.site.list_len(ListKind::Partners)),
    ];
    counts.into_iter().filter_map(|(key, n)| rows::count(ctx, key, n)).collect()
}

/// Targets of the next deadline, or of the last one where all have passed; those with a figure first.
fn due(ctx: &Ctx<'_>) -> Option<Due> {
    let due = ctx.renderer.lookups.due();
    let now = ctx.site.now.year();
    // A year that only holds aims without a figure tells a newcomer little: the next year with one, else the last.
    let has_figure =
        |targets: &[RecordRef]| targets.iter().any(|at| ctx.site.record(*at).extent == Extent::Figure);
    let next = due.range(now..).find(|(_, targets)| has_figure(targets));
    let last = || due.range(..now).rev().find(|(_, targets)| has_figure(targets));
    let (year, targets) = next.or_else(last).or_else(|| due.last_key_value())?;
    let mut targets: Vec<RecordRef> = targets.clone();
    targets.sort_by_key(|at| {
        let target = ctx.site.record(*at);
        (target.extent != Extent::Figure, target.nature.is_none())
    });
    // Each plan in turn, so that the one with the longest table does not fill the list.
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let mut turns: Vec<(bool, usize, RecordRef)> = Vec::with_capacity(targets.len());
    for at in targets {
        let turn = taken.entry(at.plan).or_default();
        *turn += 1;
        turns.push((ctx.site.record(at).extent != Extent::Figure, *turn, at));
    }
    turns.sort();
    let heading = if *year < now { "due-heading-past" } else { "due-heading" };
    let year_text = year.to_string();
    Some(Due {
        heading: ctx.say(heading, &[("year", &year_text)]),
        rows: turns.iter().take(DUE).map(|(_, _, at)| rows::target(ctx, *at)).collect(),
        more: Link {
            text: ctx.say("due-more", &[("year", &year_text)]),
            href: Some(ctx.href(&PageKey::Due(ctx.lang, *year))),
            lang: None,
        },
    })
}

fn all(ctx: &Ctx<'_>, kind: EntityKind) -> Vec<Entry> {
    let order = ctx.renderer.lookups.order(kind).map(|order| order.get(ctx.lang).as_slice());
    order.unwrap_or_default().iter().map(|entity| things::entry(ctx, *entity)).collect()
}

/// The things of a kind of which there is most, then a line that leads to all.
fn most(ctx: &Ctx<'_>, kind: EntityKind) -> Vec<Entry> {
    let relations = &ctx.site.relations;
    let weight = |entity: &Entity| match entity {
        Entity::Department(_) => {
            relations.duties(*entity).len()
                + relations.projects_led(*entity).len()
                + relations.projects_joined(*entity).len()
        }
        _ => relations.mentions(*entity).len(),
    };
    let order = ctx.renderer.lookups.order(kind).map(|order| order.get(ctx.lang).clone());
    let mut things: Vec<Entity> = order.unwrap_or_default();
    things.retain(|entity| weight(entity) > 0);
    things.sort_by_key(|entity| Reverse(weight(entity)));
    let (list, word) = match kind {
        EntityKind::Department => (ListKind::Departments, "all-departments"),
        _ => (ListKind::Partners, "all-partners"),
    };
    let href = Some(ctx.href(&PageKey::List(ctx.lang, list, 1)));
    let rest = Entry { link: Link { text: ctx.word(word).to_owned(), href, lang: None }, ..Entry::default() };
    let first = things.iter().take(MOST).map(|entity| brief(ctx, *entity));
    first.chain([rest]).collect()
}

/// A thing by its short name with its first counts.
fn brief(ctx: &Ctx<'_>, entity: Entity) -> Entry {
    let counts = things::counts(ctx, entity).into_iter().take(2).collect();
    Entry { link: rows::link(ctx, entity), counts, ..Entry::default() }
}
