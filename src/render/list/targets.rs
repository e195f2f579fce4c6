//! Turns all targets into the index with its filters, and into one list per year in which they are due.
//! Knows nothing of whether a target was met.

use super::super::context::Ctx;
use super::super::frame::{About, list_crumb};
use super::super::view::{Counted, Facet, FacetOption, Link, Page, TargetRow, TargetsPage};
use super::super::{mentions, picture, rows};
use super::pager::pager;
use super::{cut, intro, small};
use crate::content::plan::Target;
use crate::content::words::{Extent, Force, Nature};
use crate::resolve::{Entity, EntityKind, ListKind, PAGE_ROWS, PageKey, RecordRef};
use std::collections::BTreeMap;

/// A page of the index. Filters need all rows on one page.
pub(super) fn index(ctx: &Ctx<'_>, number: usize) -> TargetsPage {
    let all = ctx.renderer.lookups.targets();
    let total = all.len();
    let filtered = total <= PAGE_ROWS;
    let here = all.range(super::rows(number)).into_iter();
    let here = here.map(|(plan, index)| RecordRef { plan, index, fact: false });
    let shown = figures_first(ctx, here.collect());
    let row = |at: &RecordRef| TargetRow {
        keys: if filtered { keys(ctx, *at) } else { Vec::new() },
        ..rows::target(ctx, *at)
    };
    TargetsPage {
        title: ctx.word("targets").to_owned(),
        intro: intro(ctx, ListKind::Targets),
        total: small(total),
        years: years(ctx, None),
        all: None,
        facets: if filtered { facets(ctx, &shown) } else { Vec::new() },
        picture: (number == 1).then(|| picture::years(ctx)).flatten(),
        rows: shown.iter().map(row).collect(),
        files: ctx.data_files("targets"),
        pager: pager(ctx, ListKind::Targets, total, number),
    }
}

/// What is counted stands before what is not; within both the order of the plans stays.
fn figures_first(ctx: &Ctx<'_>, mut targets: Vec<RecordRef>) -> Vec<RecordRef> {
    targets.sort_by_key(|at| ctx.site.record(*at).extent != Extent::Figure);
    targets
}

/// The targets that are due in a year.
pub(in super::super) fn due(ctx: &Ctx<'_>, year: i16) -> (About, Page) {
    let due = ctx.renderer.lookups.due().get(&year).map_or(&[][..], Vec::as_slice);
    let title = ctx.say("targets-due", &[("year", &year.to_string())]);
    let over = (year < ctx.site.now.year()).then(|| ctx.say("due-over", &[("year", &year.to_string())]));
    let limit = (due.len() > PAGE_ROWS).then(|| mentions::sentence(ctx, "count-targets", due.len()));
    let space = if ctx.lang == crate::lang::Lang::Zh { "" } else { " " };
    let intro: Vec<String> = over.into_iter().chain(limit).collect();
    let page = TargetsPage {
        title: title.clone(),
        intro: intro.join(space),
        total: small(due.len()),
        years: years(ctx, Some(year)),
        all: Some(ctx.href(&PageKey::List(ctx.lang, ListKind::Targets, 1))),
        facets: Vec::new(),
        picture: None,
        rows: figures_first(ctx, cut(due, 1).to_vec()).iter().map(|at| rows::target(ctx, *at)).collect(),
        files: ctx.data_files("targets"),
        pager: None,
    };
    let about = About {
        kind: "targets-due",
        description: format!("{title}{}{}", ctx.word("colon"), ctx.word("promised-not-met")),
        title,
        trail: vec![list_crumb(ctx, ListKind::Targets)],
        ..About::default()
    };
    (about, Page::TargetsDue(page))
}

/// The years with targets; the page's own has no link.
pub(in super::super) fn years(ctx: &Ctx<'_>, here: Option<i16>) -> Vec<Counted> {
    let year = |(year, targets): (&i16, &Vec<RecordRef>)| Counted {
        link: Link {
            text: year.to_string(),
            href: (here != Some(*year)).then(|| ctx.href(&PageKey::Due(ctx.lang, *year))),
            lang: None,
        },
        n: ctx.format().count(targets.len()),
    };
    ctx.renderer.lookups.due().iter().map(year).collect()
}

/// The values by which a target can be found, as `facet:value`.
fn keys(ctx: &Ctx<'_>, at: RecordRef) -> Vec<String> {
    let target = ctx.site.record(at);
    let mut keys = vec![format!("plan:{}", ctx.site.catalog.plans[at.plan].id())];
    let fields = fields(ctx, at, target);
    keys.extend(fields.iter().map(|topic| format!("topic:{}", ctx.site.id(*topic))));
    let bodies = target.departments.iter();
    keys.extend(bodies.filter(|body| known(ctx, &body.id)).map(|body| format!("body:{}", body.id.as_str())));
    let year = target.deadline.as_ref().and_then(|deadline| deadline.last_year());
    keys.push(format!("due:{}", year.map_or("none".to_owned(), |year| year.to_string())));
    keys.extend(target.nature.map(|nature| format!("nature:{}", nature.word())));
    keys.push(format!("force:{}", target.force.word()));
    keys.push(format!("extent:{}", target.extent.word()));
    keys
}

fn fields(ctx: &Ctx<'_>, at: RecordRef, target: &Target) -> Vec<Entity> {
    let mut fields = ctx.site.topics(at.plan, &target.clause);
    let own = target.topics.iter().filter_map(|topic| ctx.site.entity(EntityKind::Topic, topic));
    fields.extend(own);
    fields.sort_unstable();
    fields.dedup();
    fields
}

fn known(ctx: &Ctx<'_>, body: &str) -> bool {
    ctx.site.entity(EntityKind::Department, body).is_some()
}

/// The filters with only those values that occur.
fn facets(ctx: &Ctx<'_>, shown: &[RecordRef]) -> Vec<Facet> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for key in shown.iter().flat_map(|at| keys(ctx, *at)) {
        *counts.entry(key).or_default() += 1;
    }
    let keys = ["plan", "topic", "body", "due", "nature", "force", "extent"];
    let facet = |key: &'static str| Facet {
        key: key.to_owned(),
        label: ctx.term("facet", key),
        options: options(ctx, key, &counts),
    };
    // One value is no choice.
    keys.into_iter().map(facet).filter(|facet| facet.options.len() > 1).collect()
}

fn options(ctx: &Ctx<'_>, key: &str, counts: &BTreeMap<String, u32>) -> Vec<FacetOption> {
    let of_key = counts.iter().filter_map(|(value, count)| Some((value, value.strip_prefix(key)?, count)));
    let mut options: Vec<(String, FacetOption)> = of_key
        .filter_map(|(value, rest, count)| {
            let word = rest.strip_prefix(':')?;
            let option = FacetOption { value: value.clone(), label: label(ctx, key, word), count: *count };
            Some((word.to_owned(), option))
        })
        .collect();
    match key {
        "plan" | "topic" | "body" => {
            options.sort_by(|(_, a), (_, b)| ctx.format().compare(&a.label, &b.label))
        }
        "nature" => by_word(&mut options, &Nature::ALL.iter().map(|word| word.word()).collect::<Vec<_>>()),
        "force" => by_word(&mut options, &Force::ALL.iter().map(|word| word.word()).collect::<Vec<_>>()),
        "extent" => by_word(&mut options, &Extent::ALL.iter().map(|word| word.word()).collect::<Vec<_>>()),
        _ => {}
    }
    options.into_iter().map(|(_, option)| option).collect()
}

/// The order of the vocabulary.
fn by_word(options: &mut [(String, FacetOption)], order: &[&str]) {
    options.sort_by_key(|(word, _)| order.iter().position(|known| known == word));
}

fn label(ctx: &Ctx<'_>, key: &str, word: &str) -> String {
    let kind = match key {
        "plan" => EntityKind::Plan,
        "topic" => EntityKind::Topic,
        "body" => EntityKind::Department,
        "due" if word == "none" => return ctx.word("when-none").to_owned(),
        "due" => return word.to_owned(),
        _ => return ctx.term(key, word),
    };
    ctx.site.entity(kind, word).map_or(word, |entity| rows::short(ctx, entity)).to_owned()
}
