//! Turns the portal into the home page of a language.
//! Knows nothing of search: its form stands in the frame.

use super::context::Ctx;
use super::frame::About;
use super::list::{targets, things};
use super::rows;
use super::view::{Count, Due, Entry, HomePage, Link, Page, Timeline, TimelineRow};
use crate::content::words::{Extent, Level};
use crate::resolve::{Entity, EntityKind, ListKind, PageKey, RecordRef};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// So many plans stand on the home page; the newest.
const PLANS: usize = 12;
/// So many targets of the next deadline.
const DUE: usize = 6;
/// So many bodies and partners.
const MOST: usize = 8;
/// No more marks than this under the time line.
const TICKS: i16 = 12;

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
        timeline: timeline(ctx, shown),
        plans: shown.iter().map(|plan| rows::plan(ctx, *plan)).collect(),
        topics: all(ctx, EntityKind::Topic),
        bodies: most(ctx, EntityKind::Department),
        partners: most(ctx, EntityKind::Partner),
    };
    let about = About { kind: "home", description: page.description.clone(), ..About::default() };
    (about, Page::Home(page))
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

/// The plans with a term, on a line of whole years.
fn timeline(ctx: &Ctx<'_>, plans: &[usize]) -> Option<Timeline> {
    let terms: Vec<(usize, i16, i16)> = plans.iter().filter_map(|plan| term(ctx, *plan)).collect();
    let first = terms.iter().map(|(_, start, _)| *start).min()?;
    let last = terms.iter().map(|(_, _, end)| *end).max()?;
    // Each mark stands for as many years, so that the line is as long as its marks.
    let step = (last - first) / TICKS + 1;
    let ticks = (last - first) / step + 1;
    let line = Line { first, years: f64::from(step) * f64::from(ticks) };
    let now = ctx.site.now;
    let today = f64::from(now.year()) + (f64::from(now.month()) - 1.0) / 12.0 + f64::from(now.day()) / 366.0;
    let mut rows: Vec<(i16, TimelineRow)> =
        terms.iter().map(|(plan, start, end)| (*start, row(ctx, &line, *plan, *start, *end))).collect();
    rows.sort_by_key(|(start, _)| *start);
    Some(Timeline {
        ticks: (0..ticks).map(|tick| (first + tick * step).to_string()).collect(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        now: (line.share(today) <= 100.0).then(|| decimal(line.share(today))),
    })
}

/// First and last year; a plan without a term stands in its year of issue.
fn term(ctx: &Ctx<'_>, plan: usize) -> Option<(usize, i16, i16)> {
    let meta = ctx.meta(plan);
    let issued = meta.issued.or(meta.published).map(|date| (plan, date.year, date.year));
    meta.period.map(|period| (plan, period.start, period.end.max(period.start))).or(issued)
}

/// A line of years from 0 to 100.
struct Line {
    first: i16,
    years: f64,
}

impl Line {
    fn share(&self, year: f64) -> f64 {
        (year - f64::from(self.first)) / self.years * 100.0
    }
}

fn row(ctx: &Ctx<'_>, line: &Line, plan: usize, start: i16, end: i16) -> TimelineRow {
    let from = line.share(f64::from(start));
    let to = line.share(f64::from(end) + 1.0);
    let level = if ctx.meta(plan).level == Level::National { "national" } else { "regional" };
    let mut years: Vec<i16> = ctx
        .record(plan)
        .target
        .iter()
        .filter_map(|target| target.deadline.as_ref().and_then(|deadline| deadline.last_year()))
        .collect();
    years.sort_unstable();
    years.dedup();
    // A mark at the very end would lie outside the line.
    let ends = years.into_iter().map(|year| line.share(f64::from(year) + 1.0));
    TimelineRow {
        link: ctx.plan_link(plan),
        period: ctx.format().years(start, end),
        level: level.to_owned(),
        level_text: ctx.term("level", ctx.meta(plan).level.word()),
        start: decimal(from),
        width: decimal(to - from),
        deadlines: ends
            .filter(|share| (0.0..=100.0).contains(share))
            .map(|share| decimal(share.min(99.5)))
            .collect(),
    }
}

/// Two places are finer than any screen.
fn decimal(share: f64) -> String {
    let text = format!("{share:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
