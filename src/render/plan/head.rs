//! Turns the metadata of a plan into the block at the head of its page.
//! Knows nothing of clauses and records.

use super::{parallel_href, titles, twin_page};
use crate::content::plan::{PlanMeta, SourceNote, Valid};
use crate::record::{At, PartialDate};
use crate::render::context::Ctx;
use crate::render::rows;
use crate::render::view::{FileLink, Link, PlanPage, Rendition, Source};
use crate::resolve::{Entity, EntityKind};
use std::collections::BTreeSet;

/// The page with all that follows from the metadata.
pub(super) fn head(ctx: &Ctx<'_>, plan: usize) -> PlanPage {
    let meta = ctx.meta(plan);
    let (title, other_title) = titles(ctx, plan, &twin_page(ctx, plan));
    let bodies = |ids: &[At<String>]| -> Vec<Link> {
        ids.iter().filter_map(|id| link_to(ctx, EntityKind::Department, id)).collect()
    };
    PlanPage {
        title,
        other_title: Some(other_title),
        eyebrow: eyebrow(ctx, plan),
        status: rows::status(ctx, plan),
        number: meta.number.as_deref().map(|number| ctx.numbered(number)),
        issuers: bodies(&meta.issuers),
        addressees: bodies(&meta.addressees),
        issued: meta.issued.map(|date| ctx.date(date)),
        published: meta.published.map(|date| ctx.date(date)),
        period: period(ctx, meta),
        outlook: meta.outlook.map(|year| ctx.format().years(year, year)).unwrap_or_default(),
        valid: valid(ctx, meta.valid),
        superseded_by: meta.superseded_by.as_ref().and_then(|id| link_to(ctx, EntityKind::Plan, id)),
        level: ctx.term("level", meta.level.word()),
        region: meta.region.as_ref().and_then(|id| link_to(ctx, EntityKind::Place, id)),
        kind: ctx.term("kind", meta.kind.word()),
        source_lang: ctx.term("source-lang", meta.source_lang.word()),
        topics: topics(ctx, plan),
        implements: implements(ctx, plan),
        sources: meta.sources.iter().filter_map(|source| self::source(ctx, source)).collect(),
        note: meta.note.as_ref().map(|note| ctx.text(note).to_owned()).unwrap_or_default(),
        parallel: parallel_href(ctx, plan, None),
        files: files(ctx, plan),
        ..PlanPage::default()
    }
}

/// Level, kind and period.
pub(crate) fn eyebrow(ctx: &Ctx<'_>, plan: usize) -> Vec<String> {
    let meta = ctx.meta(plan);
    let parts = [ctx.term("level", meta.level.word()), ctx.term("kind", meta.kind.word()), period(ctx, meta)];
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

fn period(ctx: &Ctx<'_>, meta: &PlanMeta) -> String {
    meta.period.map(|period| ctx.format().years(period.start, period.end)).unwrap_or_default()
}

fn valid(ctx: &Ctx<'_>, valid: Valid) -> String {
    let date = |date: Option<PartialDate>| date.map(|date| ctx.format().date(date)).unwrap_or_default();
    let (from, to) = (date(valid.from), date(valid.to));
    let key = match (from.is_empty(), to.is_empty()) {
        (true, true) => return String::new(),
        (false, true) => "valid-from",
        (true, false) => "valid-until",
        (false, false) => "valid-between",
    };
    ctx.say(key, &[("from", &from), ("to", &to)])
}

fn link_to(ctx: &Ctx<'_>, kind: EntityKind, id: &str) -> Option<Link> {
    let entity = ctx.site.entity(kind, id)?;
    Some(if let Entity::Plan(plan) = entity { ctx.plan_link(plan) } else { ctx.link(entity) })
}

fn topics(ctx: &Ctx<'_>, plan: usize) -> Vec<Link> {
    let ids: BTreeSet<&str> = ctx.record(plan).topics.values().flatten().map(|id| id.as_str()).collect();
    let mut links: Vec<Link> = ids.iter().filter_map(|id| link_to(ctx, EntityKind::Topic, id)).collect();
    links.sort_by(|a, b| ctx.format().compare(&a.text, &b.text));
    links
}

/// The plans that this one carries on, in the order in which its clauses say so.
fn implements(ctx: &Ctx<'_>, plan: usize) -> Vec<Link> {
    let mut plans: Vec<usize> = Vec::new();
    for link in &ctx.record(plan).implements {
        let there = link.to.split_once('#').map_or(link.to.as_str(), |(plan, _)| plan);
        plans.extend(ctx.site.plan(there).filter(|there| !plans.contains(there)));
    }
    plans.into_iter().map(|plan| ctx.plan_link(plan)).collect()
}

fn source(ctx: &Ctx<'_>, source: &SourceNote) -> Option<Source> {
    let web = ["https://", "http://"].iter().find_map(|scheme| source.url.strip_prefix(scheme));
    let host = web.map(|rest| rest.split('/').next().unwrap_or(rest));
    let name = source.publisher.as_ref().map(|name| ctx.text(name)).or(host)?;
    let href = web.map(|_| source.url.clone());
    let retrieved = source.retrieved.map(|date| ctx.format().date(PartialDate::from(date)));
    let link = Link { text: name.to_owned(), href, lang: None };
    Some(Source { link, retrieved: retrieved.unwrap_or_default() })
}

/// The plan in other formats, each under a name that makes sense alone.
fn files(ctx: &Ctx<'_>, plan: usize) -> Vec<FileLink> {
    let (open, close) = (ctx.word("open-bracket"), ctx.word("close-bracket"));
    let name = |media: &str| match media {
        "application/atom+xml" => "Atom",
        "application/akn+xml" => "Akoma Ntoso",
        "application/ld+json" => "ELI",
        _ => "JSON",
    };
    let file = |rendition: Rendition| FileLink {
        text: format!("{}{open}{}{close}", rendition.title, name(rendition.media)),
        href: rendition.href,
        media: rendition.media.to_owned(),
        size: String::new(),
    };
    super::renditions(ctx, plan).into_iter().map(file).collect()
}
