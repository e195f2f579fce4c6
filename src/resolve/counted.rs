//! Turns a plan into what of it counts, before it is tied to anything.
//! Knows nothing of other plans, nor of what the records name.

use crate::content::plan::PlanRecord;
use crate::content::{PlanFolder, Read};
use crate::memory::Key;
use crate::report::{Code, Diagnostic};
use crate::route::is_id;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What of a plan counts: proposed records only where its key says that they are shown, and of those with the same id
/// only the first, as it has the page. A plan of which everything counts is taken over as it is: so is nearly every one.
pub(super) fn counted(plan: &Arc<PlanFolder>, key: Key) -> Read<Arc<PlanFolder>> {
    let pending = plan.record.pending();
    if key == plan.key && pending == 0 && Homeless::of(plan).faults.is_empty() {
        return Read { value: Arc::clone(plan), faults: Vec::new() };
    }
    let mut counted = PlanFolder::clone(plan);
    if key == plan.key {
        counted.record.drop_pending();
    }
    counted.key = key;
    let mut faults = Homeless::of(&counted).leave(&mut counted.record);
    if pending > 0 {
        let fault = Diagnostic::new(Code::PendingRecords).with("plan", plan.id());
        let fault = fault.with("count", pending.to_string());
        faults.push(fault.at(plan.record.plan.id.place(&plan.path)));
    }
    Read { value: Arc::new(counted), faults }
}

/// What cannot have a page: records whose id is none, or that an earlier record of the plan has.
#[derive(Default)]
struct Homeless {
    targets: Vec<usize>,
    facts: Vec<usize>,
    projects: Vec<usize>,
    faults: Vec<Diagnostic>,
}

impl Homeless {
    fn of(plan: &PlanFolder) -> Homeless {
        let (path, record) = (&plan.path, &plan.record);
        let mut found = Homeless::default();
        let mut ids = BTreeSet::new();
        for (list, numbers) in [(&record.target, &mut found.targets), (&record.fact, &mut found.facts)] {
            for (number, target) in list.iter().enumerate() {
                let id = &target.id;
                let fault = if !is_id(id) {
                    Diagnostic::new(Code::MalformedId).with("value", id.as_str())
                } else if !ids.insert(id.as_str()) {
                    Diagnostic::new(Code::DuplicateId).with("id", id.as_str()).with("kind", "target")
                } else {
                    continue;
                };
                numbers.push(number);
                found.faults.push(fault.at(id.place(path)));
            }
        }
        let mut printed = BTreeSet::new();
        for (number, project) in record.project.iter().enumerate() {
            if !printed.insert(project.number) {
                let fault = Diagnostic::new(Code::DuplicateId).with("id", project.number.to_string());
                found.projects.push(number);
                found.faults.push(fault.with("kind", "project").at(project.clause.place(path)));
            }
        }
        found
    }

    /// Takes them out, and says so.
    fn leave(self, record: &mut PlanRecord) -> Vec<Diagnostic> {
        take_out(&mut record.target, &self.targets);
        take_out(&mut record.fact, &self.facts);
        take_out(&mut record.project, &self.projects);
        self.faults
    }
}

/// Takes some items out of a list, by their numbers in order.
fn take_out<T>(list: &mut Vec<T>, numbers: &[usize]) {
    let mut number = 0..;
    list.retain(|_| number.next().is_none_or(|number| numbers.binary_search(&number).is_err()));
}
