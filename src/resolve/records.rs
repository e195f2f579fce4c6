//! Turns the ids that records name into faults where nothing bears them.
//! Knows nothing of texts: whether a passage stands in its clause is `check`'s to say.

use super::clauses::Skeleton;
use super::entity::{self, EntityKind};
use super::find_plan;
use super::links::unknown_clause;
use crate::content::plan::{Amount, Baseline, Project, Target};
use crate::content::{Catalog, PlanFolder};
use crate::record::At;
use crate::report::{Code, Diagnostic};
use crate::route::SourcePath;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The ids that the registers name.
pub(super) fn registers(catalog: &Catalog) -> Vec<Diagnostic> {
    let mut faults = Faults { catalog, found: Vec::new() };
    check_registers(&mut faults);
    faults.found
}

/// The ids that a plan's records name: of registers, of plans, of its own clauses.
pub(super) fn own(catalog: &Catalog, plan: &PlanFolder, skeleton: &Skeleton) -> Vec<Diagnostic> {
    let mut faults = Faults { catalog, found: Vec::new() };
    let mut checker = Plan { plan, skeleton, faults: &mut faults };
    checker.metadata();
    checker.unrecorded();
    checker.twins();
    checker.targets();
    checker.projects_and_duties();
    checker.relations();
    faults.found
}

/// The targets and clauses of other plans that a plan's records name.
pub(super) fn across(catalog: &Catalog, skeletons: &[Arc<Skeleton>], plan: usize) -> Vec<Diagnostic> {
    let (folder, mut faults) = (&catalog.plans[plan], Vec::new());
    let record = &folder.record;
    for target in record.target.iter().chain(&record.fact) {
        let others = target.follows.iter().chain(&target.regional);
        for other in others.filter(|other| !has_target(catalog, other)) {
            let fault = Diagnostic::new(Code::UnknownTarget).with("id", other.as_str());
            let known = targets_there(catalog, plan, other);
            let fault = fault.nearest(other, known.iter().map(String::as_str));
            faults.push(fault.at(other.place(&folder.path)));
        }
    }
    for link in &record.implements {
        let there = link.to.split_once('#').and_then(|(id, clause)| Some((find_plan(catalog, id)?, clause)));
        let fault = there
            .and_then(|(there, clause)| unknown_clause(&catalog.plans[there], &skeletons[there], clause));
        faults.extend(fault.map(|fault| fault.at(link.to.place(&folder.path))));
    }
    faults
}

fn has_target(catalog: &Catalog, path: &str) -> bool {
    let found = path.split_once('/').and_then(|(plan, id)| {
        let record = &catalog.plans[find_plan(catalog, plan)?].record;
        record.target.iter().chain(&record.fact).find(|target| target.id.as_str() == id)
    });
    found.is_some()
}

/// The targets and facts of the plan that a path names, or else of the plan that names it.
fn targets_there(catalog: &Catalog, plan: usize, path: &str) -> Vec<String> {
    let there = path.split_once('/').and_then(|(plan, _)| find_plan(catalog, plan));
    let plan = &catalog.plans[there.unwrap_or(plan)];
    let records = plan.record.target.iter().chain(&plan.record.fact);
    records.map(|target| format!("{}/{}", plan.id(), target.id.as_str())).collect()
}

struct Faults<'a> {
    catalog: &'a Catalog,
    found: Vec<Diagnostic>,
}

impl Faults<'_> {
    fn known(&mut self, kind: EntityKind, id: &At<String>, path: &SourcePath) {
        if entity::find(self.catalog, kind, id).is_none() {
            self.found.extend(kind.unknown(self.catalog, id).map(|fault| fault.at(id.place(path))));
        }
    }

    fn all_known<'i>(
        &mut self,
        kind: EntityKind,
        ids: impl IntoIterator<Item = &'i At<String>>,
        path: &SourcePath,
    ) {
        for id in ids {
            self.known(kind, id, path);
        }
    }

    /// A body of a project: a department, or a partner where the scheme says so.
    fn body_known(&mut self, body: &At<String>, path: &SourcePath) {
        match body.strip_prefix("partner:") {
            Some(id) if entity::find(self.catalog, EntityKind::Partner, id).is_none() => {
                let fault = EntityKind::Partner.unknown(self.catalog, id);
                self.found.extend(fault.map(|fault| fault.at(body.place(path))));
            }
            Some(_) => {}
            None => self.known(EntityKind::Department, body, path),
        }
    }

    fn unit(&mut self, unit: Option<&At<String>>, path: &SourcePath) {
        let Some(unit) = unit else { return };
        if self.catalog.units.find(unit).is_none() {
            let fault = self.catalog.units.unknown(Code::UnknownUnit, unit);
            self.found.extend(fault.map(|fault| fault.at(unit.place(path))));
        }
    }

    fn amount(&mut self, amount: Option<&At<Amount>>, path: &SourcePath) {
        let Some(amount) = amount else { return };
        if !is_number(&amount.0) {
            let fault = Diagnostic::new(Code::MalformedNumber).with("value", &amount.0);
            self.found.push(fault.at(amount.place(path)));
        }
    }
}

/// `12500`, `3.5`, `1/3`.
fn is_number(text: &str) -> bool {
    let whole = |part: &str| !part.is_empty() && part.len() <= 30 && part.bytes().all(|b| b.is_ascii_digit());
    match (text.split_once('/'), text.split_once('.')) {
        (Some((top, bottom)), _) => whole(top) && whole(bottom) && bottom.bytes().any(|b| b != b'0'),
        (None, Some((units, decimals))) => whole(units) && whole(decimals),
        (None, None) => whole(text),
    }
}

fn check_registers(faults: &mut Faults<'_>) {
    let catalog = faults.catalog;
    let path = &catalog.departments.path;
    for body in &catalog.departments.records {
        faults.all_known(EntityKind::Place, &body.region, path);
        faults.all_known(EntityKind::Department, body.parent.iter().chain(&body.members), path);
        faults.all_known(EntityKind::Department, &body.succeeded_by, path);
    }
    let path = &catalog.partners.path;
    for partner in &catalog.partners.records {
        faults.all_known(EntityKind::Partner, partner.members.iter().map(|member| &member.id), path);
    }
    let path = &catalog.places.path;
    for place in &catalog.places.records {
        faults.all_known(EntityKind::Place, &place.parent, path);
    }
    let path = &catalog.documents.path;
    for document in &catalog.documents.records {
        faults.all_known(EntityKind::Department, &document.issuers, path);
        faults.all_known(EntityKind::Plan, &document.plan, path);
    }
    let path = &catalog.terms.path;
    for term in &catalog.terms.records {
        faults.all_known(EntityKind::Topic, &term.topic, path);
    }
}

struct Plan<'a, 'f> {
    plan: &'a PlanFolder,
    skeleton: &'a Skeleton,
    faults: &'f mut Faults<'a>,
}

impl Plan<'_, '_> {
    fn metadata(&mut self) {
        let meta = &self.plan.record.plan;
        let path = &self.plan.path;
        self.faults.all_known(EntityKind::Department, meta.issuers.iter().chain(&meta.addressees), path);
        self.faults.all_known(EntityKind::Place, &meta.region, path);
        self.faults.all_known(EntityKind::Plan, &meta.superseded_by, path);
        let topics = &self.plan.record.topics;
        self.faults.all_known(EntityKind::Topic, topics.values().flatten(), path);
        for (clause, topics) in topics {
            let place = topics.first().map(|topic| topic.span).unwrap_or_default();
            self.clause(&At { value: clause.clone(), span: place });
        }
    }

    fn clause(&mut self, id: &At<String>) {
        let fault = unknown_clause(self.plan, self.skeleton, id);
        self.faults.found.extend(fault.map(|fault| fault.at(id.place(&self.plan.path))));
    }

    fn unrecorded(&mut self) {
        for (clause, values) in &self.plan.record.unrecorded {
            let place = values.first().map(|value| value.span).unwrap_or_default();
            self.clause(&At { value: clause.clone(), span: place });
            values.iter().for_each(|value| self.faults.amount(Some(value), &self.plan.path));
        }
    }

    fn twins(&mut self) {
        let Some(twins) = &self.plan.twins else { return };
        let mut seen = BTreeSet::new();
        for twin in &twins.clauses {
            let fault = if seen.insert((twin.id.as_str(), twin.lang)) {
                unknown_clause(self.plan, self.skeleton, &twin.id)
            } else {
                Some(Diagnostic::new(Code::DuplicateId).with("id", twin.id.as_str()).with("kind", "clause"))
            };
            self.faults.found.extend(fault.map(|fault| fault.at(twin.id.place(&twins.path))));
        }
    }

    fn targets(&mut self) {
        let record = &self.plan.record;
        for target in record.target.iter().chain(&record.fact) {
            self.clause(&target.clause);
            self.target(target);
        }
    }

    fn target(&mut self, target: &Target) {
        let path = &self.plan.path;
        self.faults.unit(target.unit.as_ref(), path);
        self.faults.amount(target.value.as_ref(), path);
        self.faults.amount(target.upper.as_deref(), path);
        if let Some(Baseline { value, unit, .. }) = target.baseline.as_deref() {
            self.faults.amount(Some(value), path);
            self.faults.unit(unit.as_ref(), path);
        }
        self.faults.all_known(EntityKind::Department, target.departments.iter().map(|body| &body.id), path);
        self.faults.all_known(EntityKind::Topic, &target.topics, path);
    }

    fn projects_and_duties(&mut self) {
        let path = &self.plan.path;
        for project in &self.plan.record.project {
            self.clause(&project.clause);
            self.project(project);
        }
        for duty in &self.plan.record.duty {
            self.clause(&duty.clause);
            self.faults.all_known(EntityKind::Department, &duty.departments, path);
        }
    }

    fn project(&mut self, project: &Project) {
        let path = &self.plan.path;
        for body in project.lead.iter().chain(&project.participants) {
            self.faults.body_known(body, path);
        }
        self.faults.all_known(EntityKind::Place, &project.places, path);
        self.faults.all_known(EntityKind::Partner, &project.partners, path);
        for figure in &project.figures {
            self.faults.unit(figure.unit.as_ref(), path);
            self.faults.amount(Some(&figure.value), path);
            self.faults.amount(figure.upper.as_ref(), path);
        }
    }

    fn relations(&mut self) {
        let (catalog, path) = (self.faults.catalog, &self.plan.path);
        for priority in &self.plan.record.priority {
            self.clause(&priority.clause);
            self.faults.known(EntityKind::Place, &priority.along, path);
            self.faults.all_known(EntityKind::Partner, priority.partners(), path);
        }
        for link in &self.plan.record.implements {
            self.clause(&link.clause);
            let plan = link.to.split_once('#').map_or(link.to.as_str(), |(plan, _)| plan);
            if find_plan(catalog, plan).is_none() {
                let fault = EntityKind::Plan.unknown(catalog, plan);
                self.faults.found.extend(fault.map(|fault| fault.at(link.to.place(path))));
            }
        }
    }
}
