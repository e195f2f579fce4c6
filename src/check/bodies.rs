//! Turns a body that a record names and the text does not into a warning.
//! Knows nothing of what the bodies have to do.
//!
//! What is stated is never mixed with what was inferred. A body, partner or place that a record calls `stated` is named
//! in the record's clause, in one language at least, by whatever form. The bodies that a target calls `inherited` have a
//! duty, in the same role, in the part of the plan around it; where the records say of no such duty, one clause of the
//! plan names them together. What is `editorial` is the editor's reading and is said to be.

use super::Subject;
use crate::content::plan::Assigned;
use crate::content::words::{Basis, Role};
use crate::lang::Lang;
use crate::record::At;
use crate::report::{Code, Diagnostic};
use crate::resolve::{Clause, Entity, EntityKind, World};
use std::collections::{BTreeMap, BTreeSet};

/// Something that a record names: how the file writes it, and what it is.
type Named<'a> = (&'a At<String>, Entity);

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let record = &subject.plan.record;
    let world = subject.world;
    let mut faults = Vec::new();
    for duty in &record.duty {
        let bodies: Vec<Named<'_>> = duty.departments.iter().filter_map(|id| department(world, id)).collect();
        // The role may follow from a rule elsewhere; a body is named where it has the duty.
        let lacking = bodies.into_iter().filter(|(_, body)| !speaks(subject, &duty.clause, *body));
        let lacking = lacking.filter(|_| duty.basis != Basis::Editorial);
        faults.extend(lacking.map(|named| fault(subject, &duty.clause, Basis::Stated, named)));
    }
    faults.extend(twice(subject));
    for target in &record.target {
        let of = |basis| target.departments.iter().filter(move |body| body.basis == basis);
        let stated = of(Basis::Stated).filter_map(|body| department(world, &body.id)).collect();
        faults.extend(strangers(subject, &target.clause, Basis::Stated, stated));
        let inherited: Vec<&Assigned> = of(Basis::Inherited).collect();
        let clauses = duties_around(subject, &target.clause).into_iter();
        let lacking = clauses.map(|duties| -> Vec<&Assigned> {
            let has = |body: &&&Assigned| duties.contains(&(body.id.as_str(), body.role));
            inherited.iter().filter(|body| !has(body)).copied().collect()
        });
        // The clause that gives most of them their duties is where they come from.
        let lacking: Vec<&Assigned> = match lacking.min_by_key(Vec::len) {
            Some(lacking) => lacking,
            None => {
                let bodies = inherited.iter().filter_map(|body| department(world, &body.id)).collect();
                faults.extend(strangers(subject, &target.clause, Basis::Inherited, bodies));
                Vec::new()
            }
        };
        let lacking = lacking.into_iter().filter_map(|body| department(world, &body.id));
        faults.extend(lacking.map(|named| fault(subject, &target.clause, Basis::Inherited, named)));
    }
    for project in &record.project {
        let mut named: Vec<Named<'_>> = Vec::new();
        named.extend(project.lead.iter().chain(&project.participants).filter_map(|id| body(world, id)));
        named.extend(project.places.iter().filter_map(|id| entity(world, EntityKind::Place, id)));
        named.extend(project.partners.iter().filter_map(|id| entity(world, EntityKind::Partner, id)));
        faults.extend(strangers(subject, &project.clause, Basis::Stated, named));
    }
    for priority in &record.priority {
        let mut named: Vec<Named<'_>> = Vec::new();
        named.extend(entity(world, EntityKind::Place, &priority.along));
        named.extend(priority.partners().filter_map(|id| entity(world, EntityKind::Partner, id)));
        faults.extend(strangers(subject, &priority.clause, priority.basis, named));
    }
    faults
}

fn entity<'a>(world: World<'_>, kind: EntityKind, id: &'a At<String>) -> Option<Named<'a>> {
    Some((id, world.entity(kind, id)?))
}

fn department<'a>(world: World<'_>, id: &'a At<String>) -> Option<Named<'a>> {
    entity(world, EntityKind::Department, id)
}

/// A body of a project is a department, or a partner where it says so.
fn body<'a>(world: World<'_>, id: &'a At<String>) -> Option<Named<'a>> {
    match id.strip_prefix("partner:") {
        Some(partner) => Some((id, world.entity(EntityKind::Partner, partner)?)),
        None => department(world, id),
    }
}

/// The faults of those that the words do not name.
fn strangers(subject: &Subject<'_>, clause: &str, basis: Basis, named: Vec<Named<'_>>) -> Vec<Diagnostic> {
    let missing: Vec<Named<'_>> = match basis {
        Basis::Editorial => Vec::new(),
        Basis::Stated => named.into_iter().filter(|(_, body)| !speaks(subject, clause, *body)).collect(),
        Basis::Inherited => {
            // The clause that names most of them is where they come from.
            let lacking = |clause: &Clause| -> Vec<Named<'_>> {
                named.iter().copied().filter(|(_, body)| !speaks(subject, &clause.id, *body)).collect()
            };
            let rests = subject.skeleton.clauses.iter().map(lacking);
            rests.min_by_key(Vec::len).unwrap_or_default()
        }
    };
    missing.into_iter().map(|named| fault(subject, clause, basis, named)).collect()
}

fn fault(subject: &Subject<'_>, clause: &str, basis: Basis, (id, body): Named<'_>) -> Diagnostic {
    let fault = Diagnostic::new(Code::BodyNotNamed).with("clause", clause).with("basis", basis.word());
    let fault = fault.with("id", id.as_str()).with("name", subject.name(body, Lang::Zh));
    fault.at(id.place(&subject.plan.path))
}

/// Bodies with a second duty in a clause.
fn twice(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut known: BTreeSet<(&str, &str)> = BTreeSet::new();
    let duties = subject.plan.record.duty.iter();
    let bodies = duties.flat_map(|duty| duty.departments.iter().map(|id| (&duty.clause, id)));
    let again = bodies.filter(|(clause, id)| !known.insert((clause.as_str(), id.as_str())));
    let fault = |(clause, id): (&At<String>, &At<String>)| {
        let (_, body) = department(subject.world, id)?;
        let fault = Diagnostic::new(Code::DutyTwice).with("clause", clause.as_str()).with("id", id.as_str());
        let fault = fault.with("name", subject.name(body, Lang::Zh));
        Some(fault.at(id.place(&subject.plan.path)))
    };
    again.filter_map(fault).collect()
}

/// Who does what by the clauses in the part of the plan around a clause (三（一） for 三（一）2), each for itself.
fn duties_around<'s>(subject: &Subject<'s>, clause: &str) -> Vec<Vec<(&'s str, Role)>> {
    let around = clause.match_indices('-').nth(1).map_or(clause, |(end, _)| &clause[..end]);
    let record = &subject.plan.record;
    let of_duties = record
        .duty
        .iter()
        .flat_map(|duty| duty.departments.iter().map(|id| (duty.clause.as_str(), id.as_str(), duty.role)));
    let of_projects = record.project.iter().flat_map(|project| {
        let lead = project.lead.iter().map(|id| (id, Role::Lead));
        let others = project.participants.iter().map(|id| (id, Role::Participate));
        lead.chain(others).map(|(id, role)| (project.clause.as_str(), id.as_str(), role))
    });
    let is_around =
        |at: &str| at.strip_prefix(around).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let mut clauses: BTreeMap<&str, Vec<(&str, Role)>> = BTreeMap::new();
    for (at, id, role) in of_duties.chain(of_projects).filter(|(at, ..)| is_around(at)) {
        clauses.entry(at).or_default().push((id, role));
    }
    clauses.into_values().collect()
}

/// True when a text of the clause speaks of a thing.
fn speaks(subject: &Subject<'_>, clause: &str, thing: Entity) -> bool {
    let mut readings = Lang::ALL.into_iter().flat_map(|lang| subject.readings(clause, lang));
    readings.any(|reading| reading.speaks_of(thing))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::check;

    fn with(records: &str) -> Vec<String> {
        let body = |id: &str, zh: &str, en: &str| {
            format!(
                "[[department]]\nid = \"{id}\"\nname = {{ zh = \"{zh}\", en = \"{en}\" }}\nkind = \"agency\"\nlevel = \"none\"\n"
            )
        };
        let registers = [
            body("one", "甲局", "Body One"),
            body("two", "乙局", "Body Two"),
            body("three", "丙局", "Body Three"),
        ];
        let texts = [
            (
                "digest.zh.md",
                "## 子 {#c1}\n甲局办理。\n## 丑 {#c2}\n甲局、乙局负责。\n## 寅 {#c3}\n丙局办理。\n",
            ),
            ("digest.en.md", "## A {#c1}\nDone.\n## B {#c2}\nDone.\n## C {#c3}\nDone.\n"),
        ];
        faults(
            check,
            &format!("{}-- content/departments.toml --\n{}", plan(records, &texts), registers.concat()),
        )
    }

    fn duty(basis: &str, bodies: &str) -> Vec<String> {
        with(&format!(
            "[[duty]]\nclause = \"c1\"\ndepartments = [{bodies}]\nrole = \"lead\"\nbasis = \"{basis}\"\n"
        ))
    }

    #[test]
    fn what_is_stated_is_named_in_the_clause() {
        assert_eq!(duty("stated", "\"one\""), [""; 0], "one language is enough");
        assert_eq!(duty("stated", "\"one\", \"two\""), ["body-not-named plan.toml:15 stated c1 two 乙局"]);
        assert_eq!(duty("editorial", "\"two\""), [""; 0]);
    }

    #[test]
    fn a_role_is_inherited_and_the_body_is_named_all_the_same() {
        assert_eq!(duty("inherited", "\"one\""), [""; 0]);
        assert_eq!(duty("inherited", "\"one\", \"two\""), ["body-not-named plan.toml:15 stated c1 two 乙局"]);
    }

    fn target(duty: &str, bodies: &str) -> Vec<String> {
        with(&format!(
            "{duty}[[target]]\nid = \"t\"\nclause = \"c2\"\nsubject = {{ zh = \"项\", en = \"P\" }}\npassage = {{}}\n\
             departments = [{bodies}]\n"
        ))
    }

    #[test]
    fn what_is_inherited_comes_from_one_clause() {
        let body = |id: &str| format!("{{ id = \"{id}\", role = \"lead\", basis = \"inherited\" }}");
        assert_eq!(target("", &[body("one"), body("two")].join(", ")), [""; 0]);
        let all = [body("one"), body("two"), body("three")].join(", ");
        assert_eq!(target("", &all), ["body-not-named plan.toml:18 inherited c2 three 丙局"]);
    }

    #[test]
    fn what_is_inherited_is_a_duty_of_the_part() {
        let duty = "[[duty]]\nclause = \"c2\"\ndepartments = [\"two\"]\nrole = \"lead\"\n";
        let body =
            |id: &str, role: &str| format!("{{ id = \"{id}\", role = \"{role}\", basis = \"inherited\" }}");
        assert_eq!(target(duty, &body("two", "lead")), [""; 0]);
        assert_eq!(
            target(duty, &body("two", "participate")),
            ["body-not-named plan.toml:22 inherited c2 two 乙局"]
        );
        assert_eq!(target(duty, &body("one", "lead")), ["body-not-named plan.toml:22 inherited c2 one 甲局"]);
    }

    #[test]
    fn projects_and_targets_name_what_their_clauses_name() {
        let project = "[[project]]\nnumber = 1\nclause = \"c1\"\ntitle = { zh = \"项\", en = \"P\" }\nlead = [\"three\"]\n";
        assert_eq!(with(project), ["body-not-named plan.toml:17 stated c1 three 丙局"]);
        let target = "[[target]]\nid = \"t\"\nclause = \"c3\"\nsubject = { zh = \"项\", en = \"P\" }\npassage = {}\n\
                      departments = [{ id = \"three\", role = \"lead\" }, { id = \"one\", role = \"lead\", basis = \"inherited\" }]\n";
        assert_eq!(with(target), [""; 0]);
    }
}
