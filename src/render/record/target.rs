//! Turns one target into its page: what was promised, how to read it, and the words that say so.
//! Knows nothing of whether it was met.

use super::super::context::Ctx;
use super::super::frame::{About, list_crumb};
use super::super::mentions::Limits;
use super::super::view::{FactRow, Link, Page, TargetPage, TargetRow};
use super::super::{figure, passage, rows};
use crate::content::plan::Target;
use crate::content::words::{Change, Comparator, UnitKind};
use crate::resolve::{EntityKind, ListKind, RecordRef};
use std::collections::BTreeSet;

/// The page of a target.
pub(in super::super) fn page(ctx: &Ctx<'_>, at: RecordRef) -> (About, Page) {
    let target = ctx.site.record(at);
    let other = ctx.lang.other();
    let mut row = rows::target(ctx, at);
    row.subject.text = rows::headline(ctx.lang, &row.subject.text);
    let (follows, follows_facts) = follows(ctx, target);
    let indicator = target.indicator.as_ref();
    let issuers = if row.who.is_empty() { &ctx.meta(at.plan).issuers[..] } else { &[] };
    let mut limits = Limits::default();
    let page = TargetPage {
        other_title: Some(Link {
            text: rows::headline(other, target.subject.get(other)),
            href: None,
            lang: Some(other.tag().to_owned()),
        }),
        readings: readings(ctx, target),
        baseline: baseline(ctx, target),
        category: indicator.map_or("", |indicator| ctx.text(&indicator.category)).to_owned(),
        definition: rows::optional(ctx, indicator.and_then(|indicator| indicator.note.as_ref())),
        note: rows::optional(ctx, target.note.as_ref()),
        issuers: rows::links(ctx, EntityKind::Department, issuers),
        topics: topics(ctx, at, target),
        passages: passage::marked(
            ctx,
            at.plan,
            &target.clause,
            &format!("m-{}", target.id.as_str()),
            &target.passage,
        ),
        follows,
        follows_facts,
        counterparts: counterparts(ctx, &mut limits, at, target),
        files: ctx.data_files("targets"),
        limits: Vec::new(),
        prev: neighbour(ctx, at, at.index.checked_sub(1)),
        next: neighbour(ctx, at, at.index.checked_add(1)),
        row,
    };
    let page = TargetPage { limits: limits.0, ..page };
    (about(ctx, at, &page), Page::Target(Box::new(page)))
}

fn about(ctx: &Ctx<'_>, at: RecordRef, page: &TargetPage) -> About {
    let mut said = vec![figure::words(&page.row.figure)];
    said.extend(page.row.deadline.as_ref().map(|deadline| deadline.text.clone()));
    said.retain(|part| !part.is_empty());
    let said = said.join(ctx.word("list-separator"));
    let subject = &page.row.subject.text;
    let what =
        if said.is_empty() { subject.clone() } else { format!("{subject}{}{said}", ctx.word("colon")) };
    let args = [("what", what.as_str()), ("plan", ctx.plan_title(at.plan))];
    About {
        kind: "target",
        title: subject.clone(),
        description: ctx.say("describe-target", &args),
        trail: vec![list_crumb(ctx, ListKind::Targets), ctx.plan_link(at.plan)],
        ..About::default()
    }
}

/// How to read the figure; nothing where there is none.
fn readings(ctx: &Ctx<'_>, target: &Target) -> Vec<String> {
    let mut keys = Vec::new();
    if target.value.is_some() {
        keys.extend(match target.comparator {
            Comparator::AtLeast | Comparator::MoreThan => Some("reading-at-least"),
            Comparator::AtMost | Comparator::LessThan => Some("reading-at-most"),
            Comparator::About | Comparator::Nearly => Some("reading-about"),
            Comparator::Exactly | Comparator::Range => None,
        });
        keys.extend((target.change == Change::Add).then_some("reading-add"));
    }
    let mut sentences: Vec<String> = keys.into_iter().map(|key| ctx.word(key).to_owned()).collect();
    sentences.extend(target.reading.map(|reading| ctx.term("reading", reading.word())));
    sentences.extend(target.measure.map(|measure| ctx.term("measure", measure.word())));
    sentences.extend(per_of_a_share(ctx, target));
    sentences
}

/// "10% more per 1,000 residents" is no rate of the percentage, so it is said apart.
fn per_of_a_share(ctx: &Ctx<'_>, target: &Target) -> Option<String> {
    let per = target.per.as_ref()?;
    let units = &ctx.site.catalog.units;
    let unit = &units.records[units.find(target.unit.as_ref()?)?];
    let share = matches!(unit.kind, UnitKind::Percent | UnitKind::Points);
    share.then(|| ctx.say("reading-per", &[("per", ctx.text(per))]))
}

/// 42 centres (2020).
fn baseline(ctx: &Ctx<'_>, target: &Target) -> String {
    let Some(baseline) = &target.baseline else { return String::new() };
    let figure = figure::words(&figure::of_baseline(ctx, target, baseline));
    let date = baseline.as_of.map(|date| ctx.format().date(date));
    let words = baseline.text.as_ref().map(|text| ctx.text(text).to_owned());
    let extra: Vec<String> = date.into_iter().chain(words).collect();
    if extra.is_empty() {
        return figure;
    }
    let (open, close) = (ctx.word("open-bracket"), ctx.word("close-bracket"));
    format!("{figure}{open}{}{close}", extra.join(ctx.word("list-separator")))
}

fn topics(ctx: &Ctx<'_>, at: RecordRef, target: &Target) -> Vec<Link> {
    let mut topics = ctx.site.topics(at.plan, &target.clause);
    for topic in target.topics.iter().filter_map(|id| ctx.site.entity(EntityKind::Topic, id)) {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics.into_iter().map(|topic| rows::link(ctx, topic)).collect()
}

/// What a target builds on: targets and facts apart.
fn follows(ctx: &Ctx<'_>, target: &Target) -> (Vec<TargetRow>, Vec<FactRow>) {
    let known = target.follows.iter().filter_map(|path| ctx.site.target(path));
    let (facts, targets): (Vec<RecordRef>, Vec<RecordRef>) = known.partition(|at| at.fact);
    let targets = targets.into_iter().map(|at| rows::target(ctx, at)).collect();
    (targets, facts.into_iter().map(|at| rows::fact(ctx, at)).collect())
}

/// Regional counterparts, the national target that names this one, and targets elsewhere that build on it.
fn counterparts(ctx: &Ctx<'_>, limits: &mut Limits, at: RecordRef, target: &Target) -> Vec<TargetRow> {
    let named = target.regional.iter().filter_map(|path| ctx.site.target(path));
    let naming = ctx.site.relations.carried_on(at).iter().copied();
    let mut seen = BTreeSet::new();
    let others = named.chain(naming).filter(|other| !other.fact && *other != at);
    let all: Vec<RecordRef> = others.filter(|other| seen.insert(*other)).collect();
    limits.cut(ctx, "count-targets", &all).iter().map(|at| rows::target(ctx, *at)).collect()
}

fn neighbour(ctx: &Ctx<'_>, at: RecordRef, index: Option<usize>) -> Option<Link> {
    let index = index.filter(|index| *index < ctx.record(at.plan).target.len())?;
    Some(rows::record_link(ctx, RecordRef { index, ..at }))
}
