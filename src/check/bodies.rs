//! Turns a body that a record names and the text does not into a warning.
//! Knows nothing of what the bodies have to do.
//!
//! What is stated is never mixed with what was inferred. A body, partner or place that a record calls `stated` is named
//! in the record's clause, in one language at least, by whatever form; the bodies that it calls `inherited` come from one
//! clause of the plan that names them together. What is `editorial` is the editor's reading of a clause that names the
//! body too; where even that is `uncertain`, the plan names it somewhere.

use super::Subject;
use crate::content::words::Basis;
use crate::lang::Lang;
use crate::record::At;
use crate::report::{Code, Diagnostic};
use crate::resolve::{Clause, Entity, EntityKind, Site};

/// Something that a record names: how the file writes it, and what it is.
type Named<'a> = (&'a At<String>, Entity);

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let record = &subject.plan.record;
    let site = subject.site;
    let mut faults = Vec::new();
    for duty in &record.duty {
        let bodies = duty.departments.iter().filter_map(|id| department(site, id)).collect();
        // An uncertain reading needs no more than an inherited one: a clause that names its bodies.
        let basis = if duty.uncertain { Basis::Inherited } else { duty.basis };
        faults.extend(strangers(subject, &duty.clause, basis, bodies));
    }
    for target in &record.target {
        for basis in Basis::ALL.iter().copied() {
            let assigned = target.departments.iter().filter(|body| body.basis == basis);
            let bodies = assigned.filter_map(|body| department(site, &body.id)).collect();
            faults.extend(strangers(subject, &target.clause, basis, bodies));
        }
    }
    for project in &record.project {
        let mut named: Vec<Named<'_>> = Vec::new();
        named.extend(project.lead.iter().chain(&project.participants).filter_map(|id| body(site, id)));
        named.extend(project.places.iter().filter_map(|id| entity(site, EntityKind::Place, id)));
        named.extend(project.partners.iter().filter_map(|id| entity(site, EntityKind::Partner, id)));
        faults.extend(strangers(subject, &project.clause, Basis::Stated, named));
    }
    faults
}

fn entity<'a>(site: &Site, kind: EntityKind, id: &'a At<String>) -> Option<Named<'a>> {
    Some((id, site.entity(kind, id)?))
}

fn department<'a>(site: &Site, id: &'a At<String>) -> Option<Named<'a>> {
    entity(site, EntityKind::Department, id)
}

/// A body of a project is a department, or a partner where it says so.
fn body<'a>(site: &Site, id: &'a At<String>) -> Option<Named<'a>> {
    match id.strip_prefix("partner:") {
        Some(partner) => Some((id, site.entity(EntityKind::Partner, partner)?)),
        None => department(site, id),
    }
}

/// The faults of those that the words do not name.
fn strangers(subject: &Subject<'_>, clause: &str, basis: Basis, named: Vec<Named<'_>>) -> Vec<Diagnostic> {
    let missing: Vec<Named<'_>> = match basis {
        Basis::Stated | Basis::Editorial => {
            named.into_iter().filter(|(_, body)| !speaks(subject, clause, *body)).collect()
        }
        Basis::Inherited => {
            // The clause that names most of them is where they come from.
            let lacking = |clause: &Clause| -> Vec<Named<'_>> {
                named.iter().copied().filter(|(_, body)| !speaks(subject, &clause.id, *body)).collect()
            };
            let rests = subject.skeleton.clauses.iter().map(lacking);
            rests.min_by_key(Vec::len).unwrap_or_default()
        }
    };
    let fault = |(id, body): Named<'_>| {
        let fault = Diagnostic::new(Code::BodyNotNamed).with("clause", clause).with("basis", basis.word());
        let fault = fault.with("id", id.as_str()).with("name", subject.site.name(body, Lang::Zh));
        fault.at(id.place(&subject.plan.path))
    };
    missing.into_iter().map(fault).collect()
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
            "[[duty]]\nclause = \"c1\"\ndepartments = [{bodies}]\nrole = \"lead\"\nbasis = {basis}\n"
        ))
    }

    #[test]
    fn what_is_stated_is_named_in_the_clause() {
        assert_eq!(duty("\"stated\"", "\"one\""), [""; 0], "one language is enough");
        assert_eq!(
            duty("\"stated\"", "\"one\", \"two\""),
            ["body-not-named plan.toml:15 stated c1 two 乙局"]
        );
        assert_eq!(duty("\"editorial\"", "\"one\""), [""; 0]);
        assert_eq!(duty("\"editorial\"", "\"two\""), ["body-not-named plan.toml:15 editorial c1 two 乙局"]);
        assert_eq!(duty("\"editorial\"\nuncertain = true", "\"two\""), [""; 0]);
    }

    #[test]
    fn what_is_inherited_comes_from_one_clause() {
        assert_eq!(duty("\"inherited\"", "\"one\", \"two\""), [""; 0]);
        assert_eq!(
            duty("\"inherited\"", "\"one\", \"two\", \"three\""),
            ["body-not-named plan.toml:15 inherited c1 three 丙局"]
        );
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
