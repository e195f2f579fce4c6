//! Turns what a clause commits to into the notes beside it.
//! Knows nothing of the clause's words.

use super::has_kind;
use crate::content::plan::Duty;
use crate::content::words::{Basis, Review};
use crate::render::body::{Body, is_plan};
use crate::render::context::Ctx;
use crate::render::rows;
use crate::render::view::{FactRow, Link, Margin, ProjectRow, Tag, TargetRow, When, Who};
use crate::resolve::{Clause, ClauseRef, Entity, EntityKind, RecordRef};
use crate::template::Asked;

/// What a template can show of a margin; asked once for all clauses of a page.
pub(super) struct Parts {
    targets: bool,
    facts: bool,
    projects: bool,
    duties: bool,
    partners: bool,
    places: bool,
    documents: bool,
    implements: bool,
    implemented_by: bool,
}

impl Parts {
    /// Nothing where no template shows a margin.
    pub(super) fn asked(asked: &Asked) -> Option<Parts> {
        // The count is one of everything, and the marks of the page come from everything.
        let all = asked.holds("flags") || asked.holds_part("margin", "count");
        let is_asked = |part| all || asked.holds_part("margin", part);
        (all || asked.holds("margin")).then(|| Parts {
            targets: is_asked("targets"),
            facts: is_asked("facts"),
            projects: is_asked("projects"),
            duties: is_asked("duties"),
            partners: is_asked("partners"),
            places: is_asked("places"),
            documents: is_asked("documents"),
            implements: is_asked("implements"),
            implemented_by: is_asked("implemented_by"),
        })
    }
}

/// Everything beside one clause that a template can show. Its text is written already, so that it is known which passages
/// are marked.
pub(super) fn margin(
    ctx: &Ctx<'_>,
    at: ClauseRef,
    clause: &Clause,
    body: &Body<'_, '_>,
    parts: &Parts,
) -> Margin {
    let plan = at.plan as usize;
    let record = ctx.record(plan);
    let id = &*clause.id;
    let of_clause = |list: &[crate::content::plan::Target]| -> Vec<usize> {
        let found = list.iter().enumerate().filter(|(_, target)| target.clause.as_str() == id);
        found.map(|(index, _)| index).collect()
    };
    let mark = |at: RecordRef| {
        let id = ctx.site.record(at).id.as_str();
        body.has_mark(id).then(|| format!("#m-{id}"))
    };
    let targets = of_clause(&record.target).into_iter().map(|index| {
        let at = RecordRef { plan, index, fact: false };
        TargetRow { mark: mark(at), ..rows::target(ctx, at) }
    });
    let facts = of_clause(&record.fact).into_iter().map(|index| {
        let at = RecordRef { plan, index, fact: true };
        FactRow { mark: mark(at), ..rows::fact(ctx, at) }
    });
    let projects = record.project.iter().enumerate().filter(|(_, project)| project.clause.as_str() == id);
    let mut margin = Margin {
        count: 0,
        targets: some(parts.targets, || targets.collect()),
        facts: some(parts.facts, || facts.collect()),
        projects: some(parts.projects, || {
            projects.map(|(index, _)| rows::project(ctx, plan, index)).collect()
        }),
        duties: some(parts.duties, || duties(ctx, plan, id)),
        partners: some(parts.partners, || named(ctx, plan, clause, EntityKind::Partner)),
        places: some(parts.places, || named(ctx, plan, clause, EntityKind::Place)),
        documents: some(parts.documents, || named(ctx, plan, clause, EntityKind::Document)),
        implements: some(parts.implements, || implements(ctx, plan, id)),
        implemented_by: some(parts.implemented_by, || implemented_by(ctx, at)),
    };
    margin.count = u32::try_from(count(&margin)).unwrap_or(u32::MAX);
    margin
}

fn some<T>(is_asked: bool, make: impl FnOnce() -> Vec<T>) -> Vec<T> {
    if is_asked { make() } else { Vec::new() }
}

fn count(margin: &Margin) -> usize {
    let records = margin.targets.len() + margin.facts.len() + margin.projects.len() + margin.duties.len();
    let names = margin.partners.len() + margin.places.len() + margin.documents.len();
    records + names + margin.implements.len() + margin.implemented_by.len()
}

/// Who leads, joins, guides: as the duties stand in the record.
fn duties(ctx: &Ctx<'_>, plan: usize, clause: &str) -> Vec<Who> {
    let mut duties = Vec::new();
    for duty in ctx.record(plan).duty.iter().filter(|duty| duty.clause.as_str() == clause) {
        for id in &duty.departments {
            let Some(body) = ctx.site.entity(EntityKind::Department, id) else { continue };
            duties.push(Who {
                body: ctx.link_as(body, short_name(ctx, body)),
                role: ctx.term("role", duty.role.word()),
                basis: basis(ctx, duty),
                pending: duty.review == Review::Pending,
            });
        }
    }
    duties
}

/// The basis of a duty; a doubt about a stated one is said in its place, a note explains either.
fn basis(ctx: &Ctx<'_>, duty: &Duty) -> Option<Tag> {
    let uncertain = duty.uncertain.then(|| ctx.tag("flag", "uncertain"));
    let mut tag = match (ctx.basis(duty.basis), uncertain) {
        (Some(mut basis), Some(uncertain)) => {
            basis.text = [basis.text, uncertain.text].join(ctx.word("list-separator"));
            basis
        }
        (basis, uncertain) => basis.or(uncertain)?,
    };
    if let Some(note) = &duty.note {
        tag.hint = ctx.text(note).to_owned();
    }
    Some(tag)
}

/// What the clause names of a kind, in the order of the language.
fn named(ctx: &Ctx<'_>, plan: usize, clause: &Clause, kind: EntityKind) -> Vec<Link> {
    let of_kind = clause.mentions.iter().map(|mention| mention.entity).filter(|e| e.parts().0 == kind);
    let others = of_kind.filter(|entity| !is_plan(ctx, plan, *entity));
    let mut links: Vec<Link> = others.map(|entity| ctx.link_as(entity, short_name(ctx, entity))).collect();
    links.sort_by(|a, b| ctx.format().compare(&a.text, &b.text));
    links
}

/// The usual short name of a thing, which is enough beside the clause that names it.
fn short_name<'a>(ctx: &Ctx<'a>, entity: Entity) -> &'a str {
    let catalog = &ctx.site.catalog;
    let short = match entity {
        Entity::Department(index) => catalog.departments.records[index].short.as_ref(),
        Entity::Partner(index) => catalog.partners.records[index].short.as_ref(),
        Entity::Place(index) => catalog.places.records[index].short.as_ref(),
        _ => None,
    };
    short.map_or_else(|| ctx.site.name(entity, ctx.lang), |short| short.get(ctx.lang))
}

/// The clauses elsewhere that this one carries on.
fn implements(ctx: &Ctx<'_>, plan: usize, clause: &str) -> Vec<Link> {
    let here = ctx.record(plan).implements.iter().filter(|link| link.clause.as_str() == clause);
    here.filter_map(|link| {
        let (there, at) = link.to.split_once('#').map_or((link.to.as_str(), None), |(p, c)| (p, Some(c)));
        let there = ctx.site.plan(there)?;
        let to = match at {
            Some(at) => ctx.clause_of_plan(there, at),
            None => ctx.plan_link(there),
        };
        Some(with_basis(ctx, to, link.basis))
    })
    .collect()
}

/// The clauses elsewhere that carry this one on.
fn implemented_by(ctx: &Ctx<'_>, at: ClauseRef) -> Vec<Link> {
    let here = format!("{}#{}", ctx.meta(at.plan as usize).id.as_str(), ctx.clause(at).id);
    let by = ctx.site.relations.implemented_by(at).iter();
    by.map(|by| {
        let clause = &ctx.clause(*by).id;
        let record = ctx.record(by.plan as usize);
        let says = |link: &&crate::content::plan::Implements| {
            link.clause.as_str() == &**clause && link.to.as_str() == here
        };
        let basis = record.implements.iter().find(says).map_or(Basis::Editorial, |link| link.basis);
        with_basis(ctx, ctx.clause_of_plan(by.plan as usize, clause), basis)
    })
    .collect()
}

/// A relation that is our reading says so.
fn with_basis(ctx: &Ctx<'_>, mut link: Link, basis: Basis) -> Link {
    if let Some(tag) = ctx.basis(basis) {
        let (open, close) = (ctx.word("open-bracket"), ctx.word("close-bracket"));
        link.text = format!("{}{open}{}{close}", link.text, tag.text);
    }
    link
}

/// The tags of all values of a margin that are not stated in the clause itself.
pub(super) fn all_bases(margin: &Margin) -> Vec<&Tag> {
    let mut tags = bases(&margin.targets, &margin.facts, &margin.projects);
    tags.extend(margin.duties.iter().filter_map(|who| who.basis.as_ref()));
    tags
}

/// The same of rows.
pub(super) fn bases<'r>(
    targets: &'r [TargetRow],
    facts: &'r [FactRow],
    projects: &'r [ProjectRow],
) -> Vec<&'r Tag> {
    let when = |when: &'r When| when.basis.as_ref();
    let who = |who: &'r Who| who.basis.as_ref();
    let mut tags: Vec<&Tag> = Vec::new();
    for row in targets {
        tags.extend(row.deadline.iter().filter_map(when));
        tags.extend(row.who.iter().filter_map(who));
    }
    tags.extend(facts.iter().flat_map(|row| &row.as_of).filter_map(when));
    for row in projects {
        tags.extend(row.when.iter().filter_map(when));
        tags.extend(row.lead.iter().chain(&row.participants).filter_map(who));
    }
    tags.retain(|tag| has_kind(&[tag], "editorial") || has_kind(&[tag], "inherited"));
    tags
}
