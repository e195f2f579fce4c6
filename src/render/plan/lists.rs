//! Turns all records of a plan into the lists at the end of its page, and counts them.
//! Knows nothing of clauses' texts.

use crate::content::words::Role;
use crate::lang::Lang;
use crate::record::PartialDate;
use crate::render::body::is_plan;
use crate::render::context::Ctx;
use crate::render::rows;
use crate::render::view::{Change, Count, Entry, PlanPage};
use crate::resolve::{Entity, EntityKind, RecordRef};
use crate::template::Asked;
use std::collections::BTreeMap;

/// Fills in targets, facts, projects, bodies, partners, documents, changes and counts, as far as the template shows them.
pub(super) fn fill(ctx: &Ctx<'_>, plan: usize, page: &mut PlanPage, asked: &Asked) {
    let record = ctx.record(plan);
    let at = |fact: bool| move |index: usize| RecordRef { plan, index, fact };
    // The marks of a page are those of its rows, and the counts those of its lists.
    let needs = |field: &str, other: &str| asked.holds(field) || asked.holds(other);
    if needs("targets", "flags") {
        page.targets = (0..record.target.len()).map(at(false)).map(|at| rows::target(ctx, at)).collect();
    }
    if needs("facts", "flags") {
        page.facts = (0..record.fact.len()).map(at(true)).map(|at| rows::fact(ctx, at)).collect();
    }
    if needs("projects", "flags") {
        page.projects = (0..record.project.len()).map(|index| rows::project(ctx, plan, index)).collect();
    }
    if needs("bodies", "counts") {
        page.bodies = bodies(ctx, plan);
    }
    if needs("partners", "counts") {
        page.partners = mentioned(ctx, plan, EntityKind::Partner);
    }
    page.documents = asked.or_default("documents", || mentioned(ctx, plan, EntityKind::Document));
    page.changes = asked.or_default("changes", || changes(ctx, plan));
    page.counts = asked.or_default("counts", || counts(ctx, plan, page));
}

fn changes(ctx: &Ctx<'_>, plan: usize) -> Vec<Change> {
    let changes = ctx.record(plan).change.iter();
    changes
        .map(|change| Change {
            date: ctx.date(PartialDate::from(change.date)),
            summary: ctx.text(&change.summary).to_owned(),
        })
        .collect()
}

fn counts(ctx: &Ctx<'_>, plan: usize, page: &PlanPage) -> Vec<Count> {
    let record = ctx.record(plan);
    let of = [
        ("count-clauses", ctx.site.skeletons[plan].clauses.len()),
        ("count-targets", record.target.len()),
        ("count-facts", record.fact.len()),
        ("count-projects", record.project.len()),
        ("count-bodies", page.bodies.len()),
        ("count-partners", page.partners.len()),
    ];
    of.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| count(ctx, key, n)).collect()
}

fn count(ctx: &Ctx<'_>, key: &str, n: usize) -> Count {
    Count { label: ctx.say(key, &[("n", &n.to_string())]), n: ctx.format().count(n) }
}

/// How often a body leads, joins, and does anything else.
#[derive(Debug, Default, Clone, Copy)]
struct Tasks {
    leads: usize,
    joins: usize,
    others: usize,
}

impl Tasks {
    fn add(&mut self, role: Role) {
        match role {
            Role::Lead => self.leads += 1,
            Role::Participate => self.joins += 1,
            Role::Responsible | Role::Guide | Role::Coordinate => self.others += 1,
        }
    }
}

/// The responsible bodies, by duties and projects, in the order of the language. A duty of a project's clause and the
/// project itself are one task.
fn bodies(ctx: &Ctx<'_>, plan: usize) -> Vec<Entry> {
    let record = ctx.record(plan);
    let mut tasks: BTreeMap<(Entity, &str), Vec<Role>> = BTreeMap::new();
    let mut add = |id: &str, clause, role| {
        if let Some(body) = ctx.site.entity(EntityKind::Department, id) {
            let roles: &mut Vec<Role> = tasks.entry((body, clause)).or_default();
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
    };
    for duty in &record.duty {
        duty.departments.iter().for_each(|id| add(id, duty.clause.as_str(), duty.role));
    }
    for project in &record.project {
        project.lead.iter().for_each(|id| add(id, project.clause.as_str(), Role::Lead));
        project.participants.iter().for_each(|id| add(id, project.clause.as_str(), Role::Participate));
    }
    for target in &record.target {
        target.departments.iter().for_each(|body| add(&body.id, target.clause.as_str(), body.role));
    }
    let mut sums: BTreeMap<Entity, Tasks> = BTreeMap::new();
    for ((body, _), roles) in tasks {
        roles.into_iter().for_each(|role| sums.entry(body).or_default().add(role));
    }
    let entries = sums.into_iter().map(|(body, tasks)| {
        let of = [("count-leads", tasks.leads), ("count-joins", tasks.joins), ("count-duties", tasks.others)];
        let counts = of.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| count(ctx, key, n)).collect();
        Entry { link: ctx.link(body), counts, ..Entry::default() }
    });
    sorted(ctx, entries.collect())
}

/// What the clauses name of a kind, each with how many clauses name it.
fn mentioned(ctx: &Ctx<'_>, plan: usize, kind: EntityKind) -> Vec<Entry> {
    let mut sums: BTreeMap<Entity, usize> = BTreeMap::new();
    let mentions = ctx.site.skeletons[plan].clauses.iter().flat_map(|clause| &clause.mentions);
    for mention in mentions.filter(|mention| mention.entity.parts().0 == kind) {
        if is_plan(ctx, plan, mention.entity) {
            continue;
        }
        *sums.entry(mention.entity).or_default() += 1;
    }
    let entries = sums.into_iter().map(|(entity, n)| Entry {
        link: ctx.link(entity),
        detail: document_number(ctx, entity),
        counts: vec![count(ctx, "count-mentions", n)],
        ..Entry::default()
    });
    sorted(ctx, entries.collect())
}

fn document_number(ctx: &Ctx<'_>, entity: Entity) -> String {
    match entity {
        Entity::Document(index) if ctx.lang == Lang::Zh => {
            ctx.site.catalog.documents.records[index].number.clone().unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn sorted(ctx: &Ctx<'_>, mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by(|a, b| ctx.format().compare(&a.link.text, &b.link.text));
    entries
}
