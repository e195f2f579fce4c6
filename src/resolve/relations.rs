//! Turns records and mentions around: from what a plan says of a body to where the body is spoken of.
//! Knows nothing of pages; whoever shows them asks here.

use super::clauses::Skeleton;
use super::entity::{Entity, EntityKind, find};
use super::find_plan;
use super::lists::{Lists, Pairs};
use super::page::RecordRef;
use crate::content::Catalog;
use crate::content::plan::Target;
use crate::content::words::Role;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A clause of a plan, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClauseRef {
    /// The plan's number.
    pub plan: u32,
    /// The clause's number in its skeleton.
    pub clause: u32,
}

/// A duty of a plan, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DutyRef {
    /// The plan's number.
    pub plan: u32,
    /// The duty's number in its plan.
    pub duty: u32,
    /// The role that it gives.
    pub role: Role,
}

/// A project of a plan: the plan's number and the project's number in its list.
pub type ProjectRef = (usize, usize);

/// A priority of a plan: the plan's number and the priority's number in its list.
pub type PriorityRef = (usize, usize);

/// What one plan leads to: pairs of a thing's number and a place in the plan.
#[derive(Debug)]
pub(super) struct Ties {
    mentions: Vec<(u32, ClauseRef)>,
    duties: Vec<(u32, DutyRef)>,
    led: Vec<(u32, ProjectRef)>,
    joined: Vec<(u32, ProjectRef)>,
    projects: Vec<(u32, ProjectRef)>,
    priorities: Vec<(u32, PriorityRef)>,
    targets: Vec<(u32, RecordRef)>,
    clauses: Vec<(u32, ClauseRef)>,
    issued: Vec<(u32, usize)>,
}

/// What leads to what. All lists are in the order of plans and of the records in them.
#[derive(Debug, Default)]
pub struct Relations {
    mentions: Lists<ClauseRef>,
    duties: Lists<DutyRef>,
    led: Lists<ProjectRef>,
    joined: Lists<ProjectRef>,
    projects: Lists<ProjectRef>,
    priorities: Lists<PriorityRef>,
    targets: Lists<RecordRef>,
    clauses: Lists<ClauseRef>,
    issued: Lists<usize>,
    implemented_by: BTreeMap<ClauseRef, Vec<ClauseRef>>,
    carried_on: BTreeMap<RecordRef, Vec<RecordRef>>,
}

impl Relations {
    /// Joins what each plan leads to. Only what leads from plan to plan is looked up anew.
    pub(super) fn new(catalog: &Catalog, skeletons: &[Arc<Skeleton>], ties: &[Arc<Ties>]) -> Relations {
        fn join<V: Copy>(ties: &[Arc<Ties>], part: fn(&Ties) -> &Vec<(u32, V)>) -> Lists<V> {
            Lists::join(ties.iter().map(|ties| part(ties).as_slice()))
        }
        // The two longest lists of all, and about as much again.
        let ((mentions, clauses), mut relations) = rayon::join(
            || (join(ties, |ties| &ties.mentions), join(ties, |ties| &ties.clauses)),
            || Relations {
                duties: join(ties, |ties| &ties.duties),
                led: join(ties, |ties| &ties.led),
                joined: join(ties, |ties| &ties.joined),
                projects: join(ties, |ties| &ties.projects),
                priorities: join(ties, |ties| &ties.priorities),
                targets: join(ties, |ties| &ties.targets),
                issued: join(ties, |ties| &ties.issued),
                ..Relations::default()
            },
        );
        (relations.mentions, relations.clauses) = (mentions, clauses);
        for plan in 0..skeletons.len() {
            relations.take_implements(catalog, skeletons, plan);
            relations.take_carried_on(catalog, plan);
        }
        relations
    }

    /// The clauses that name a thing.
    pub fn mentions(&self, entity: Entity) -> &[ClauseRef] {
        self.mentions.of(entity)
    }

    /// The duties of a body.
    pub fn duties(&self, body: Entity) -> &[DutyRef] {
        self.duties.of(body)
    }

    /// The projects that a body or partner leads.
    pub fn projects_led(&self, body: Entity) -> &[ProjectRef] {
        self.led.of(body)
    }

    /// The projects that a body or partner joins.
    pub fn projects_joined(&self, body: Entity) -> &[ProjectRef] {
        self.joined.of(body)
    }

    /// The projects at a place or with a partner.
    pub fn projects(&self, entity: Entity) -> &[ProjectRef] {
        self.projects.of(entity)
    }

    /// The priorities along a corridor, or that put a partner first.
    pub fn priorities(&self, entity: Entity) -> &[PriorityRef] {
        self.priorities.of(entity)
    }

    /// The clauses of a topic.
    pub fn clauses(&self, topic: Entity) -> &[ClauseRef] {
        self.clauses.of(topic)
    }

    /// The targets that name a body as theirs, or that a topic holds: by their clause or by themselves.
    pub fn targets(&self, entity: Entity) -> &[RecordRef] {
        self.targets.of(entity)
    }

    /// The plans that a body issued, or that are for a place.
    pub fn plans(&self, entity: Entity) -> &[usize] {
        self.issued.of(entity)
    }

    /// The clauses of other plans that carry a clause on.
    pub fn implemented_by(&self, clause: ClauseRef) -> &[ClauseRef] {
        self.implemented_by.get(&clause).map_or(&[], Vec::as_slice)
    }

    /// The targets that name this one as what they follow or as their national counterpart.
    pub fn carried_on(&self, record: RecordRef) -> &[RecordRef] {
        self.carried_on.get(&record).map_or(&[], Vec::as_slice)
    }

    fn take_carried_on(&mut self, catalog: &Catalog, plan: usize) {
        let record = &catalog.plans[plan].record;
        for (fact, list) in [(false, &record.target), (true, &record.fact)] {
            for (index, target) in list.iter().enumerate() {
                let here = RecordRef { plan, index, fact };
                for other in target.follows.iter().chain(&target.regional) {
                    let list =
                        record_of(catalog, other).map(|there| self.carried_on.entry(there).or_default());
                    if let Some(list) = list.filter(|list| list.last() != Some(&here)) {
                        list.push(here);
                    }
                }
            }
        }
    }

    fn take_implements(&mut self, catalog: &Catalog, skeletons: &[Arc<Skeleton>], plan: usize) {
        for link in &catalog.plans[plan].record.implements {
            let there = link.to.split_once('#').and_then(|(plan, clause)| {
                let plan = find_plan(catalog, plan)?;
                Some(clause_ref(plan, skeletons[plan].find(clause)?))
            });
            let here = skeletons[plan].find(&link.clause).map(|clause| clause_ref(plan, clause));
            if let (Some(there), Some(here)) = (there, here) {
                self.implemented_by.entry(there).or_default().push(here);
            }
        }
    }
}

impl Ties {
    /// What a plan's metadata, records and texts lead to, by the ids of the registers.
    pub(super) fn new(catalog: &Catalog, plan: usize, skeleton: &Skeleton) -> Ties {
        let record = &catalog.plans[plan].record;
        let mut open = OpenTies::default();
        for (at, clause) in skeleton.clauses.iter().enumerate() {
            for mention in &clause.mentions {
                open.mentions.add(Some(mention.entity), clause_ref(plan, at));
            }
            for topic in topics(catalog, plan, &clause.id) {
                open.clauses.add(Some(topic), clause_ref(plan, at));
            }
        }
        for issuer in &record.plan.issuers {
            open.issued.add(find(catalog, EntityKind::Department, issuer), plan);
        }
        let region = record.plan.region.as_ref().and_then(|region| find(catalog, EntityKind::Place, region));
        open.issued.add(region, plan);
        open.take_records(catalog, plan);
        Ties {
            mentions: open.mentions.done(),
            duties: open.duties.done(),
            led: open.led.done(),
            joined: open.joined.done(),
            projects: open.projects.done(),
            priorities: open.priorities.done(),
            targets: open.targets.done(),
            clauses: open.clauses.done(),
            issued: open.issued.done(),
        }
    }
}

/// [`Ties`] in the making.
#[derive(Default)]
struct OpenTies {
    mentions: Pairs<ClauseRef>,
    duties: Pairs<DutyRef>,
    led: Pairs<ProjectRef>,
    joined: Pairs<ProjectRef>,
    projects: Pairs<ProjectRef>,
    priorities: Pairs<PriorityRef>,
    targets: Pairs<RecordRef>,
    clauses: Pairs<ClauseRef>,
    issued: Pairs<usize>,
}

impl OpenTies {
    fn take_records(&mut self, catalog: &Catalog, plan: usize) {
        let record = &catalog.plans[plan].record;
        for (duty, entry) in record.duty.iter().enumerate() {
            for body in &entry.departments {
                let duty = DutyRef { plan: small(plan), duty: small(duty), role: entry.role };
                self.duties.add(find(catalog, EntityKind::Department, body), duty);
            }
        }
        for (at, project) in record.project.iter().enumerate() {
            for body in &project.lead {
                self.led.add(body_of(catalog, body), (plan, at));
            }
            for body in &project.participants {
                self.joined.add(body_of(catalog, body), (plan, at));
            }
            for place in &project.places {
                self.projects.add(find(catalog, EntityKind::Place, place), (plan, at));
            }
            for partner in &project.partners {
                self.projects.add(find(catalog, EntityKind::Partner, partner), (plan, at));
            }
        }
        for (at, priority) in record.priority.iter().enumerate() {
            self.priorities.add(find(catalog, EntityKind::Place, &priority.along), (plan, at));
            for partner in priority.first() {
                self.priorities.add(find(catalog, EntityKind::Partner, partner), (plan, at));
            }
        }
        for (index, target) in record.target.iter().enumerate() {
            let here = RecordRef { plan, index, fact: false };
            for body in &target.departments {
                self.targets.add(find(catalog, EntityKind::Department, &body.id), here);
            }
            for topic in topics_of(catalog, plan, target) {
                self.targets.add(Some(topic), here);
            }
        }
    }
}

/// A body of a project: a department's id, or a partner's after `partner:`.
pub(super) fn body_of(catalog: &Catalog, body: &str) -> Option<Entity> {
    match body.strip_prefix("partner:") {
        Some(id) => find(catalog, EntityKind::Partner, id),
        None => find(catalog, EntityKind::Department, body),
    }
}

/// The topics of a clause: its own, or else its nearest parent's.
pub(super) fn topics(catalog: &Catalog, plan: usize, clause: &str) -> Vec<Entity> {
    let table = &catalog.plans[plan].record.topics;
    let mut id = clause;
    loop {
        if let Some(topics) = table.get(id) {
            return topics.iter().filter_map(|topic| find(catalog, EntityKind::Topic, topic)).collect();
        }
        match id.rsplit_once('-') {
            Some((parent, _)) => id = parent,
            None => return Vec::new(),
        }
    }
}

/// The topics of a target: those of its clause, and its own beyond them.
fn topics_of(catalog: &Catalog, plan: usize, target: &Target) -> Vec<Entity> {
    let mut all = topics(catalog, plan, &target.clause);
    let own = target.topics.iter().filter_map(|topic| find(catalog, EntityKind::Topic, topic));
    all.extend(own);
    all.sort();
    all.dedup();
    all
}

fn record_of(catalog: &Catalog, path: &str) -> Option<RecordRef> {
    let (plan, id) = path.split_once('/')?;
    let plan = find_plan(catalog, plan)?;
    let record = &catalog.plans[plan].record;
    let target = record.target.iter().position(|target| target.id.as_str() == id);
    let fact = || record.fact.iter().position(|fact| fact.id.as_str() == id);
    let here = target.map(|index| RecordRef { plan, index, fact: false });
    here.or_else(|| fact().map(|index| RecordRef { plan, index, fact: true }))
}

fn clause_ref(plan: usize, clause: usize) -> ClauseRef {
    ClauseRef { plan: small(plan), clause: small(clause) }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
