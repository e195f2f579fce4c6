//! Turns one partner into its page: named directly, through mechanisms, with which Chinese bodies.
//! Knows nothing of bodies' own pages.

use super::super::context::Ctx;
use super::super::lookups::Membership;
use super::super::mentions::{self, Limits};
use super::super::view::{Link, Mentions, PartnerPage, TargetRow, Who};
use super::super::{picture, rows, times};
use super::also_called;
use super::department::projects;
use crate::content::words::{PartnerKind, Role};
use crate::record::PartialDate;
use crate::resolve::{ClauseRef, Entity, EntityKind, ProjectRef, RecordRef};
use std::collections::{BTreeMap, BTreeSet};

/// The page of a partner.
pub(super) fn page(ctx: &Ctx<'_>, index: usize) -> PartnerPage {
    let record = &ctx.site.catalog.partners.records[index];
    let here = Entity::Partner(index);
    let named = ctx.site.relations.mentions(here);
    let projects_with = all_projects(ctx, here);
    let mut limits = Limits::default();
    let country = record.country.as_deref().filter(|_| record.kind != PartnerKind::Country);
    let country = country.and_then(|code| ctx.renderer.lookups.country(code));
    let members = record.members.iter().filter_map(|member| {
        let entity = ctx.site.entity(EntityKind::Partner, &member.id)?;
        Some(dated(ctx, entity, member.from, member.to))
    });
    let memberships = ctx.renderer.lookups.memberships(here).iter();
    let page = PartnerPage {
        title: ctx.site.name(here, ctx.lang).to_owned(),
        other_title: ctx.other_link(here),
        eyebrow: vec![ctx.term("partner", record.kind.word())],
        aliases: also_called(ctx, &record.name, record.short.as_ref(), &record.aliases, &record.misprints),
        country: country.map(|country| rows::link(ctx, country)),
        members: members.collect(),
        member_of: memberships.map(|other| dated(ctx, other.of, other.from, other.to)).collect(),
        website: record.website.as_deref().and_then(|url| ctx.website(url)),
        note: rows::optional(ctx, record.note.as_ref()),
        picture: picture::share_of_partner(ctx, here),
        mentions: all_mentions(ctx, here, &mut limits),
        projects: projects(ctx, &mut limits, &projects_with),
        targets: targets_of(ctx, &mut limits, named),
        bodies: bodies(ctx, named, &projects_with),
        files: ctx.data_files("partners"),
        limits: Vec::new(),
    };
    PartnerPage { limits: limits.0, ..page }
}

/// A member or what it belongs to, with the years where known: Belarus (from 2024).
fn dated(ctx: &Ctx<'_>, entity: Entity, from: Option<PartialDate>, to: Option<PartialDate>) -> Link {
    let link = rows::link(ctx, entity);
    match times::half_open(ctx, from, to) {
        years if years.is_empty() => link,
        years => {
            let (open, close) = (ctx.word("open-bracket"), ctx.word("close-bracket"));
            Link { text: format!("{}{open}{years}{close}", link.text), ..link }
        }
    }
}

/// Projects with a partner, and those that it leads or joins itself.
fn all_projects(ctx: &Ctx<'_>, here: Entity) -> Vec<ProjectRef> {
    let relations = &ctx.site.relations;
    let lists = [relations.projects(here), relations.projects_led(here), relations.projects_joined(here)];
    let all: BTreeSet<ProjectRef> = lists.into_iter().flatten().copied().collect();
    all.into_iter().collect()
}

/// Put first along a corridor; named directly; then clauses that name a mechanism in which it was a member while the
/// plan ran.
fn all_mentions(ctx: &Ctx<'_>, here: Entity, limits: &mut Limits) -> Vec<Mentions> {
    let priorities = priorities(ctx, here);
    let mut found: Vec<Mentions> =
        mentions::list(ctx, limits, "mentions-priority", &priorities).into_iter().collect();
    let mut named = ctx.site.relations.mentions(here).to_vec();
    let direct: BTreeSet<ClauseRef> = named.iter().copied().collect();
    named.retain(|at| priorities.iter().all(|(clause, _)| clause != at));
    found.extend(mentions::plain(ctx, limits, "mentions-named", &named));
    let mut through: BTreeMap<ClauseRef, Vec<&str>> = BTreeMap::new();
    for membership in ctx.renderer.lookups.memberships(here) {
        for at in ctx.site.relations.mentions(membership.of) {
            if !direct.contains(at) && was_member(ctx, membership, at.plan as usize) {
                through.entry(*at).or_default().push(rows::short(ctx, membership.of));
            }
        }
    }
    let through: Vec<(ClauseRef, String)> =
        through.into_iter().map(|(at, names)| (at, names.join(ctx.word("list-separator")))).collect();
    found.extend(mentions::list(ctx, limits, "mentions-mechanism", &through));
    found
}

/// The clauses that put a partner first, each with the corridors along which.
fn priorities(ctx: &Ctx<'_>, here: Entity) -> Vec<(ClauseRef, String)> {
    let mut along: BTreeMap<ClauseRef, Vec<&str>> = BTreeMap::new();
    for (plan, index) in ctx.site.relations.priorities(here) {
        let priority = &ctx.record(*plan).priority[*index];
        let clause = ctx.site.skeletons[*plan].find(&priority.clause);
        let corridor = ctx.site.entity(EntityKind::Place, &priority.along);
        if let (Some(clause), Some(corridor)) = (clause, corridor) {
            let at = ClauseRef { plan: *plan as u32, clause: clause as u32 };
            along.entry(at).or_default().push(rows::short(ctx, corridor));
        }
    }
    along.into_iter().map(|(at, names)| (at, names.join(ctx.word("list-separator")))).collect()
}

/// A member is one while the plan runs; a plan without a term runs in its year of issue.
fn was_member(ctx: &Ctx<'_>, membership: &Membership, plan: usize) -> bool {
    let meta = ctx.meta(plan);
    let issued = meta.issued.or(meta.published).map(|date| (date.year, date.year));
    let term = meta.period.map(|period| (period.start, period.end)).or(issued);
    term.is_none_or(|(start, end)| {
        membership.from.is_none_or(|from| from.year <= end) && membership.to.is_none_or(|to| to.year >= start)
    })
}

/// The targets of some clauses.
pub(super) fn targets_of(ctx: &Ctx<'_>, limits: &mut Limits, clauses: &[ClauseRef]) -> Vec<TargetRow> {
    let mut found = Vec::new();
    for chunk in clauses.chunk_by(|a, b| a.plan == b.plan) {
        let ids: BTreeSet<&str> = chunk.iter().map(|at| &*ctx.clause(*at).id).collect();
        let Some(plan) = chunk.first().map(|at| at.plan as usize) else { continue };
        for (index, target) in ctx.record(plan).target.iter().enumerate() {
            if ids.contains(target.clause.as_str()) {
                found.push(RecordRef { plan, index, fact: false });
            }
        }
    }
    limits.cut(ctx, "count-targets", &found).iter().map(|at| rows::target(ctx, *at)).collect()
}

/// Chinese bodies of projects with the partner and of duties in clauses that name it, each with its roles.
fn bodies(ctx: &Ctx<'_>, clauses: &[ClauseRef], projects: &[ProjectRef]) -> Vec<Who> {
    let mut roles = roles_in(ctx, clauses);
    for (plan, index) in projects {
        let project = &ctx.record(*plan).project[*index];
        for (role, ids) in [(Role::Lead, &project.lead), (Role::Participate, &project.participants)] {
            for body in ids.iter().filter_map(|id| ctx.site.entity(EntityKind::Department, id)) {
                roles.entry(body).or_default().insert(role);
            }
        }
    }
    with_roles(ctx, roles)
}

/// The bodies that have a duty in some clauses, with their roles there.
pub(super) fn roles_in(ctx: &Ctx<'_>, clauses: &[ClauseRef]) -> BTreeMap<Entity, BTreeSet<Role>> {
    let mut roles: BTreeMap<Entity, BTreeSet<Role>> = BTreeMap::new();
    for chunk in clauses.chunk_by(|a, b| a.plan == b.plan) {
        let ids: BTreeSet<&str> = chunk.iter().map(|at| &*ctx.clause(*at).id).collect();
        let duties = chunk.first().map_or(&[][..], |at| &ctx.record(at.plan as usize).duty);
        for duty in duties.iter().filter(|duty| ids.contains(duty.clause.as_str())) {
            for body in duty.departments.iter().filter_map(|id| ctx.site.entity(EntityKind::Department, id)) {
                roles.entry(body).or_default().insert(duty.role);
            }
        }
    }
    roles
}

/// Bodies with all their roles, in the language's order.
pub(super) fn with_roles(ctx: &Ctx<'_>, roles: BTreeMap<Entity, BTreeSet<Role>>) -> Vec<Who> {
    let who = |(body, roles): (Entity, BTreeSet<Role>)| {
        let words: Vec<String> = roles.into_iter().map(|role| rows::role(ctx, role)).collect();
        Who { body: rows::link(ctx, body), role: words.join(ctx.word("list-separator")), ..Who::default() }
    };
    let mut all: Vec<Who> = roles.into_iter().map(who).collect();
    all.sort_by(|a, b| ctx.format().compare(&a.body.text, &b.body.text));
    all
}
