//! Turns a duty that bodies share and none of them leads into a warning.
//! Knows nothing of texts.
//!
//! A plan that says who takes part mostly says who leads, so a clause or project with participants and nobody in charge
//! has most likely lost a line. Only what the plan states counts: a participation that is the editor's reading says
//! nothing of leaders. Collectives (各地, 有关部门) take part in everything and need nobody at their head.

use super::Subject;
use crate::content::words::{Basis, DepartmentKind, Role};
use crate::record::At;
use crate::report::{Code, Diagnostic};
use std::collections::BTreeMap;

/// What the records of a clause say of who does it.
#[derive(Default)]
struct Roles<'a> {
    is_led: bool,
    participant: Option<&'a At<String>>,
}

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let record = &subject.plan.record;
    let mut clauses: BTreeMap<&str, Roles<'_>> = BTreeMap::new();
    for duty in &record.duty {
        let roles = clauses.entry(&duty.clause).or_default();
        duty.departments.iter().for_each(|body| roles.take(subject, body, duty.role, duty.basis));
    }
    for target in &record.target {
        let roles = clauses.entry(&target.clause).or_default();
        target.departments.iter().for_each(|body| roles.take(subject, &body.id, body.role, body.basis));
    }
    for project in &record.project {
        let roles = clauses.entry(&project.clause).or_default();
        project.lead.iter().for_each(|body| roles.take(subject, body, Role::Lead, Basis::Stated));
        project
            .participants
            .iter()
            .for_each(|body| roles.take(subject, body, Role::Participate, Basis::Stated));
    }
    let fault = |(clause, roles): (&str, Roles<'_>)| {
        let body = roles.participant.filter(|_| !roles.is_led)?;
        let fault = Diagnostic::new(Code::NoLead).with("clause", clause).with("id", body.as_str());
        Some(fault.at(body.place(&subject.plan.path)))
    };
    clauses.into_iter().filter_map(fault).collect()
}

impl<'a> Roles<'a> {
    fn take(&mut self, subject: &Subject<'_>, body: &'a At<String>, role: Role, basis: Basis) {
        let departments = &subject.world.catalog.departments;
        let found = departments.find(body).map(|index| &departments.records[index]);
        let is_collective = found.is_some_and(|body| body.kind == DepartmentKind::Collective);
        self.is_led |= role != Role::Participate;
        if basis == Basis::Stated && !is_collective && !self.is_led {
            self.participant = self.participant.or(Some(body));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::check;

    fn with(duties: &[(&str, &str, &str)]) -> Vec<String> {
        let registers = "-- content/departments.toml --\n\
            [[department]]\nid = \"one\"\nname = { zh = \"甲局\", en = \"Body One\" }\nkind = \"agency\"\nlevel = \"none\"\n\
            [[department]]\nid = \"all\"\nname = { zh = \"各地\", en = \"Localities\" }\nkind = \"collective\"\nlevel = \"none\"\n";
        let duty = |(body, role, basis): &(&str, &str, &str)| {
            format!(
                "[[duty]]\nclause = \"c1\"\ndepartments = [\"{body}\"]\nrole = \"{role}\"\nbasis = \"{basis}\"\n"
            )
        };
        let records: String = duties.iter().map(duty).collect();
        let texts = [("digest.zh.md", "## 甲 {#c1}\n甲。\n"), ("digest.en.md", "## A {#c1}\nA.\n")];
        faults(check, &format!("{}{registers}", plan(&records, &texts)))
    }

    #[test]
    fn participants_have_somebody_in_charge() {
        let joins = ("one", "participate", "stated");
        assert_eq!(with(&[joins]), ["no-lead plan.toml:15 c1 one"]);
        for role in ["lead", "responsible", "coordinate", "guide"] {
            assert_eq!(with(&[joins, ("one", role, "editorial")]), [""; 0], "{role}");
            assert_eq!(with(&[("one", role, "editorial"), joins]), [""; 0], "{role}");
        }
    }

    #[test]
    fn collectives_and_our_own_readings_need_no_leader() {
        assert_eq!(with(&[("all", "participate", "stated")]), [""; 0]);
        assert_eq!(with(&[("one", "participate", "editorial")]), [""; 0]);
    }
}
