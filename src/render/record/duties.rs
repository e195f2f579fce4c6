//! Turns duties into groups: a body's own by role, those of its kind, of bodies under it, of its predecessors.
//! Knows nothing of the rest of a body's page.

use super::super::context::Ctx;
use super::super::mentions::Limits;
use super::super::rows;
use super::super::view::{DutyGroup, DutyRow, TargetRow};
use crate::content::plan::Duty;
use crate::content::words::{Review, Role};
use crate::resolve::{ClauseRef, DutyRef, Entity, RecordRef};
use crate::template::Asked;

/// All groups of a body that have a duty.
pub(super) fn groups(ctx: &Ctx<'_>, body: Entity, limits: &mut Limits, asked: &Asked) -> Vec<DutyGroup> {
    let mut groups = own(ctx, body, limits, asked);
    for membership in ctx.renderer.lookups.memberships(body) {
        let duties = through(ctx, &[membership.of]);
        let heading = ctx.say("duties-collective", &[("name", rows::short(ctx, membership.of))]);
        let id = format!("as-{}", ctx.site.id(membership.of));
        groups.extend(group(ctx, limits, asked, (&id, &heading, "duties-collective-note"), &duties));
    }
    let under = through(ctx, ctx.renderer.lookups.children(body));
    let heading = ctx.word("duties-bureaus");
    groups.extend(group(ctx, limits, asked, ("duties-bureaus", heading, "duties-bureaus-note"), &under));
    let before = through(ctx, &predecessors(ctx, body));
    let heading = ctx.word("duties-predecessors");
    groups.extend(group(
        ctx,
        limits,
        asked,
        ("duties-predecessors", heading, "duties-predecessors-note"),
        &before,
    ));
    groups
}

/// The body's own duties, one group a role.
fn own(ctx: &Ctx<'_>, body: Entity, limits: &mut Limits, asked: &Asked) -> Vec<DutyGroup> {
    let all = ctx.site.relations.duties(body);
    let of_role = |role: Role| {
        let duties: Vec<DutyRef> = all.iter().filter(|duty| duty.role == role).copied().collect();
        let id = format!("duties-{}", role.word());
        (!duties.is_empty()).then(|| DutyGroup {
            heading: ctx.term("duties", role.word()),
            note: String::new(),
            rows: limits
                .cut(ctx, "count-duties", &duties)
                .iter()
                .filter_map(|duty| row(ctx, *duty, None, asked))
                .collect(),
            id,
        })
    };
    Role::ALL.iter().copied().filter_map(of_role).collect()
}

/// The duties of others, each with the one that has it.
fn through(ctx: &Ctx<'_>, others: &[Entity]) -> Vec<(DutyRef, Entity)> {
    let duties = |other: &Entity| {
        let other = *other;
        ctx.site.relations.duties(other).iter().map(move |duty| (*duty, other))
    };
    let mut all: Vec<(DutyRef, Entity)> = others.iter().flat_map(duties).collect();
    all.sort_unstable();
    all
}

fn group(
    ctx: &Ctx<'_>,
    limits: &mut Limits,
    asked: &Asked,
    (id, heading, note): (&str, &str, &'static str),
    duties: &[(DutyRef, Entity)],
) -> Option<DutyGroup> {
    if duties.is_empty() {
        return None;
    }
    let shown = limits.cut(ctx, "count-duties", duties);
    Some(DutyGroup {
        id: id.to_owned(),
        heading: heading.to_owned(),
        note: ctx.renderer.theme.messages.get(ctx.lang).word(note).to_owned(),
        rows: shown.iter().filter_map(|(duty, via)| row(ctx, *duty, Some(*via), asked)).collect(),
    })
}

/// The bodies before a body, and those before them.
fn predecessors(ctx: &Ctx<'_>, body: Entity) -> Vec<Entity> {
    let mut found: Vec<Entity> = Vec::new();
    let mut ahead = vec![body];
    while let Some(next) = ahead.pop() {
        for former in ctx.renderer.lookups.former(next) {
            if *former != body && !found.contains(former) {
                found.push(*former);
                ahead.push(*former);
            }
        }
    }
    found
}

/// One duty; the role is said where the group does not say it.
fn row(ctx: &Ctx<'_>, at: DutyRef, via: Option<Entity>, asked: &Asked) -> Option<DutyRow> {
    let plan = at.plan as usize;
    let duty = &ctx.record(plan).duty[at.duty as usize];
    let clause = ctx.site.skeletons[plan].find(&duty.clause)?;
    let clause = ClauseRef { plan: at.plan, clause: u32::try_from(clause).ok()? };
    Some(DutyRow {
        clause: rows::clause_link(ctx, clause),
        plan: ctx.plan_link(plan),
        period: asked.or_default("period", || rows::period(ctx, plan)),
        role: via.map_or(String::new(), |_| rows::role(ctx, at.role)),
        basis: asked.or_default("basis", || ctx.basis(duty.basis)),
        via: via.map(|via| rows::link(ctx, via)),
        targets: asked.or_default("targets", || targets(ctx, plan, &duty.clause)),
        note: note(ctx, duty),
        pending: duty.review == Review::Pending,
    })
}

fn targets(ctx: &Ctx<'_>, plan: usize, clause: &str) -> Vec<TargetRow> {
    let all = ctx.record(plan).target.iter().enumerate();
    let here = all.filter(|(_, target)| target.clause.as_str() == clause);
    here.map(|(index, _)| rows::target(ctx, RecordRef { plan, index, fact: false })).collect()
}

fn note(ctx: &Ctx<'_>, duty: &Duty) -> String {
    let note = rows::optional(ctx, duty.note.as_ref());
    match (duty.uncertain, note.is_empty()) {
        (false, _) => note,
        (true, true) => ctx.word("flag-uncertain").to_owned(),
        (true, false) => format!("{}{}{note}", ctx.word("flag-uncertain"), ctx.word("colon")),
    }
}
