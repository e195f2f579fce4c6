//! Turns targets, facts, projects and plans into the rows that lists, plan pages and record pages share.
//! Knows nothing of which page shows them.

use super::context::{Ctx, numbered};
use super::view::{
    Count, FactRow, Link, PlanItem, PriorityRow, ProjectRow, SubjectFigure, Tag, TargetRow, Who,
};
use super::{figure, times};
use crate::content::plan::{Project, Target};
use crate::content::words::{Force, Review, Role, Status};
use crate::lang::{Bilingual, Lang};
use crate::record::{At, PartialDate};
use crate::resolve::{Clause, ClauseRef, Entity, EntityKind, PageKey, PriorityRef, RecordRef};
use std::collections::BTreeMap;

/// One target.
pub(super) fn target(ctx: &Ctx<'_>, at: RecordRef) -> TargetRow {
    let target = ctx.site.record(at);
    TargetRow {
        id: path(ctx, at),
        subject: record_link(ctx, at),
        figure: figure::of_target(ctx, target),
        deadline: target.deadline.as_ref().map(|time| times::deadline(ctx, time)),
        nature: target.nature.map(|nature| ctx.tag("nature", nature.word())),
        force: force(ctx, target.force),
        who: who(ctx, target),
        clause: ctx.clause_of_plan(at.plan, &target.clause),
        plan: ctx.plan_link(at.plan),
        indicator: target.indicator.as_ref().map_or(String::new(), |indicator| {
            ctx.say("indicator-number", &[("n", &indicator.number.to_string())])
        }),
        mark: None,
        keys: Vec::new(),
        pending: target.review == Review::Pending,
    }
}

/// One fact.
pub(super) fn fact(ctx: &Ctx<'_>, at: RecordRef) -> FactRow {
    let fact = ctx.site.record(at);
    FactRow {
        id: path(ctx, at),
        subject: record_link(ctx, at),
        figure: figure::of_target(ctx, fact),
        as_of: fact.as_of.as_ref().map(|time| times::as_of(ctx, time)),
        clause: ctx.clause_of_plan(at.plan, &fact.clause),
        plan: ctx.plan_link(at.plan),
        mark: None,
        pending: fact.review == Review::Pending,
    }
}

/// One project of a plan, by its number in the plan's list.
pub(super) fn project(ctx: &Ctx<'_>, plan: usize, index: usize) -> ProjectRow {
    let project = &ctx.record(plan).project[index];
    ProjectRow {
        pending: project.review == Review::Pending,
        number: ctx.say("project-number", &[("n", &project.number.to_string())]),
        title: project_link(ctx, plan, index),
        plan: ctx.plan_link(plan),
        clause: ctx.clause_of_plan(plan, &project.clause),
        lead: bodies(ctx, &project.lead),
        participants: bodies(ctx, &project.participants),
        when: project.when.iter().map(|time| times::deadline(ctx, time)).collect(),
        partners: links(ctx, EntityKind::Partner, &project.partners),
        places: links(ctx, EntityKind::Place, &project.places),
        figures: figures(ctx, project),
        force: force(ctx, project.force),
        note: optional(ctx, project.note.as_ref()),
    }
}

/// What clauses put first along a corridor.
pub(super) fn priorities(ctx: &Ctx<'_>, priorities: &[PriorityRef]) -> Vec<PriorityRow> {
    let row = |(plan, index): &PriorityRef| {
        let priority = &ctx.record(*plan).priority[*index];
        let partners = |ids: &[At<String>]| links(ctx, EntityKind::Partner, ids);
        PriorityRow {
            clause: ctx.clause_of_plan(*plan, &priority.clause),
            regions: partners(&priority.regions),
            countries: partners(&priority.countries),
            mechanisms: partners(&priority.mechanisms),
            basis: ctx.basis(priority.basis),
        }
    };
    priorities.iter().map(row).collect()
}

/// One plan in a list.
pub(super) fn plan(ctx: &Ctx<'_>, plan: usize) -> PlanItem {
    let meta = ctx.meta(plan);
    let record = ctx.record(plan);
    let mut eyebrow = vec![ctx.term("level", meta.level.word()), ctx.term("kind", meta.kind.word())];
    eyebrow.extend(meta.period.map(|period| ctx.format().years(period.start, period.end)));
    let counts = [
        ("count-clauses", ctx.site.skeletons[plan].clauses.len()),
        ("count-targets", record.target.len()),
        ("count-facts", record.fact.len()),
        ("count-projects", record.project.len()),
    ];
    let parallel = ctx.site.catalog.config.output.parallel;
    PlanItem {
        link: ctx.link(Entity::Plan(plan)),
        eyebrow,
        number: meta.number.as_deref().map(|number| ctx.numbered(number)),
        issuers: links(ctx, EntityKind::Department, &meta.issuers),
        issued: meta.issued.map(|date| ctx.format().date(date)).unwrap_or_default(),
        status: status(ctx, plan),
        counts: counts.into_iter().filter_map(|(key, n)| count(ctx, key, n)).collect(),
        topics: topics(ctx, plan),
        parallel: parallel.then(|| ctx.href(&PageKey::Parallel(ctx.lang, plan))),
    }
}

/// In force, superseded; "period ended" where nothing else is known and the dates say so.
pub(super) fn status(ctx: &Ctx<'_>, plan: usize) -> Tag {
    match ctx.meta(plan).status {
        Status::InForce if ctx.site.has_ended(plan) => ctx.tag("status", "ended"),
        status => ctx.tag("status", status.word()),
    }
}

/// The term of a plan, and that it is over: 2021–2025 (period ended). Empty where the plan has no term and is in force.
pub(super) fn period(ctx: &Ctx<'_>, plan: usize) -> String {
    let years = ctx
        .meta(plan)
        .period
        .map(|period| times::span(ctx, PartialDate::of_year(period.start), PartialDate::of_year(period.end)));
    let status = status(ctx, plan);
    match (years, status.kind == Status::InForce.word()) {
        (Some(years), true) => years,
        (Some(years), false) => {
            format!("{years}{}{}{}", ctx.word("open-bracket"), status.text, ctx.word("close-bracket"))
        }
        (None, true) => String::new(),
        (None, false) => status.text,
    }
}

/// A number with its label; nothing for none.
pub(super) fn count(ctx: &Ctx<'_>, key: &str, n: usize) -> Option<Count> {
    let label = || ctx.say(key, &[("n", &n.to_string())]);
    (n > 0).then(|| Count { label: label(), n: ctx.format().count(n) })
}

/// The usual short name of a thing.
pub(super) fn short<'a>(ctx: &Ctx<'a>, entity: Entity) -> &'a str {
    let catalog = &ctx.site.catalog;
    let short = match entity {
        Entity::Department(i) => catalog.departments.records[i].short.as_ref(),
        Entity::Partner(i) => catalog.partners.records[i].short.as_ref(),
        Entity::Place(i) => catalog.places.records[i].short.as_ref(),
        Entity::Plan(i) => catalog.plans[i].record.plan.short.as_ref(),
        Entity::Document(_) | Entity::Term(_) | Entity::Topic(_) => None,
    };
    short.map_or_else(|| ctx.site.name(entity, ctx.lang), |short| short.get(ctx.lang))
}

/// A thing by its short name, leading to its page.
pub(super) fn link(ctx: &Ctx<'_>, entity: Entity) -> Link {
    ctx.link_as(entity, short(ctx, entity))
}

/// Things of a kind by their ids, in the order given; unknown ids are left out, as they are reported elsewhere.
pub(super) fn links<'i>(
    ctx: &Ctx<'_>,
    kind: EntityKind,
    ids: impl IntoIterator<Item = &'i At<String>>,
) -> Vec<Link> {
    ids.into_iter().filter_map(|id| ctx.site.entity(kind, id)).map(|entity| link(ctx, entity)).collect()
}

/// How firm; nothing where firm.
pub(super) fn force(ctx: &Ctx<'_>, force: Force) -> Option<Tag> {
    (force != Force::Firm).then(|| ctx.tag("force", force.word()))
}

/// A clause as number and heading; a heading that the plan uses again is told apart by the heading above it.
pub(super) fn clause_link(ctx: &Ctx<'_>, at: ClauseRef) -> Link {
    let link = ctx.clause_link(at);
    let skeleton = &ctx.site.skeletons[at.plan as usize];
    let clause = ctx.clause(at);
    let Some((lang, heading)) = clause.heading.best(ctx.lang) else { return link };
    let same = |other: &&Clause| other.heading.get(lang) == Some(heading);
    let parent = clause.id.rsplit_once('-').and_then(|(parent, _)| skeleton.find(parent));
    let above = parent.and_then(|parent| skeleton.clauses[parent].heading.get(lang));
    match above {
        Some(above) if skeleton.clauses.iter().filter(same).nth(1).is_some() => {
            let number = ctx.site.cited(clause, ctx.lang);
            let heading = format!("{above}{}{heading}", ctx.word_in(lang, "colon"));
            Link { text: numbered(&number, &heading), ..link }
        }
        _ => link,
    }
}

/// A phrase as a heading: English ones begin with a capital.
pub(super) fn headline(lang: Lang, phrase: &str) -> String {
    let mut chars = phrase.chars();
    match (lang, chars.next()) {
        (Lang::En, Some(first)) => first.to_uppercase().chain(chars).collect(),
        _ => phrase.to_owned(),
    }
}

/// The word of a role.
pub(super) fn role(ctx: &Ctx<'_>, role: Role) -> String {
    ctx.term("role", role.word())
}

/// A pair that may be missing, in the page's language; else empty.
pub(super) fn optional(ctx: &Ctx<'_>, pair: Option<&Bilingual<String>>) -> String {
    pair.map_or(String::new(), |pair| ctx.text(pair).to_owned())
}

/// `<plan>/<id>`.
pub(super) fn path(ctx: &Ctx<'_>, at: RecordRef) -> String {
    format!("{}/{}", ctx.site.catalog.plans[at.plan].id(), ctx.site.record(at).id.as_str())
}

/// What a record counts; leads to the target's page, for a fact to its passage, else to the clause.
pub(super) fn record_link(ctx: &Ctx<'_>, at: RecordRef) -> Link {
    let record = ctx.site.record(at);
    let page = PageKey::Target(ctx.lang, at);
    let own_page = !at.fact && ctx.site.catalog.config.output.single_records;
    let href = match own_page {
        true => (page != *ctx.page).then(|| ctx.href(&page)),
        false if at.fact && record.passage.get(ctx.lang).is_some() => {
            Some(ctx.clause_href(at.plan, &format!("m-{}", record.id.as_str())))
        }
        false => Some(ctx.clause_href(at.plan, &record.clause)),
    };
    Link { text: ctx.text(&record.subject).to_owned(), href, lang: None }
}

/// A project's title; leads to its page, else to the clause.
pub(super) fn project_link(ctx: &Ctx<'_>, plan: usize, index: usize) -> Link {
    let project = &ctx.record(plan).project[index];
    let page = PageKey::Project(ctx.lang, plan, index);
    let href = match ctx.site.catalog.config.output.single_records {
        true => (page != *ctx.page).then(|| ctx.href(&page)),
        false => Some(ctx.clause_href(plan, &project.clause)),
    };
    Link { text: ctx.text(&project.title).to_owned(), href, lang: None }
}

/// A body of a project: a department's id, or a partner's after `partner:`.
pub(super) fn body(ctx: &Ctx<'_>, id: &str) -> Option<Entity> {
    match id.strip_prefix("partner:") {
        Some(partner) => ctx.site.entity(EntityKind::Partner, partner),
        None => ctx.site.entity(EntityKind::Department, id),
    }
}

fn bodies(ctx: &Ctx<'_>, ids: &[At<String>]) -> Vec<Who> {
    let found = ids.iter().filter_map(|id| body(ctx, id));
    found.map(|entity| Who { body: link(ctx, entity), ..Who::default() }).collect()
}

fn who(ctx: &Ctx<'_>, target: &Target) -> Vec<Who> {
    let known = target.departments.iter().filter_map(|assigned| {
        let entity = ctx.site.entity(EntityKind::Department, &assigned.id)?;
        Some(Who {
            body: link(ctx, entity),
            role: role(ctx, assigned.role),
            basis: ctx.basis(assigned.basis),
            pending: false,
        })
    });
    known.collect()
}

fn figures(ctx: &Ctx<'_>, project: &Project) -> Vec<SubjectFigure> {
    let figure = |figure| SubjectFigure {
        figure: figure::of_project(ctx, figure),
        subject: Link { text: ctx.text(&figure.subject).to_owned(), href: None, lang: None },
        deadline: None,
    };
    project.figures.iter().map(figure).collect()
}

/// The fields of a plan, the most frequent first.
pub(super) fn topics(ctx: &Ctx<'_>, plan: usize) -> Vec<Link> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for topic in ctx.record(plan).topics.values().flatten() {
        *times.entry(topic).or_default() += 1;
    }
    let mut topics: Vec<(&str, usize)> = times.into_iter().collect();
    topics.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let known = topics.iter().filter_map(|(id, _)| ctx.site.entity(EntityKind::Topic, id));
    known.map(|entity| link(ctx, entity)).collect()
}
