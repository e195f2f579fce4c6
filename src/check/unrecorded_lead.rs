//! Turns a body that a clause says leads, and that no record of the clause has as a leader, into a warning.
//! Knows nothing of what there is to lead.
//!
//! A body's page shows what records say it leads, so a lead without a record is lost there. Chinese plans say it in one
//! of two ways: 甲部、乙部牵头, or, in a list of roles, 牵头：甲部、乙部.

use super::Subject;
use super::subject::Reading;
use crate::content::words::Role;
use crate::lang::Lang;
use crate::report::{Code, Diagnostic};
use crate::resolve::Entity;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Signs and words between the names of a list.
const BETWEEN: [&str; 5] = ["、", "和", "与", "及", "会同"];

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let recorded = recorded(subject);
    let mut faults = Vec::new();
    for clause in &subject.skeleton.clauses {
        let Some(reading) = subject.quoted(&clause.id, Lang::Zh) else { continue };
        for (body, words) in leaders(reading) {
            let known = recorded.get(&*clause.id).is_some_and(|ids| ids.contains(subject.world.id(body)));
            if !known {
                let fault = reading.fault(Code::UnrecordedLead, words);
                faults.push(fault.with("id", subject.world.id(body)));
            }
        }
    }
    faults
}

/// The ids of those who lead or answer for a clause, by its records.
fn recorded<'a>(subject: &Subject<'a>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let record = &subject.plan.record;
    let mut recorded: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for duty in record.duty.iter().filter(|duty| duty.role != Role::Participate) {
        recorded.entry(&duty.clause).or_default().extend(duty.departments.iter().map(|id| id.as_str()));
    }
    for target in &record.target {
        let leads = target.departments.iter().filter(|body| body.role != Role::Participate);
        recorded.entry(&target.clause).or_default().extend(leads.map(|body| body.id.as_str()));
    }
    for project in &record.project {
        recorded.entry(&project.clause).or_default().extend(project.lead.iter().map(|id| id.as_str()));
    }
    recorded
}

/// The bodies that a text says lead.
fn leaders<'r>(reading: &'r Reading<'_>) -> Vec<(Entity, &'r Range<usize>)> {
    let text = reading.words.text.as_str();
    let bodies: Vec<(Entity, &Range<usize>)> = reading
        .names
        .iter()
        .filter(|(entity, _)| matches!(entity, Entity::Department(_)))
        .map(|(entity, words)| (*entity, words))
        .collect();
    // Names that stand in one list lead together.
    let joined = |a: &Range<usize>, b: &Range<usize>| {
        text.get(a.end..b.start).is_some_and(|between| BETWEEN.contains(&between))
    };
    let lists = bodies.chunk_by(|(_, a), (_, b)| joined(a, b));
    let leads = lists.filter(|list| {
        let (Some((_, first)), Some((_, last))) = (list.first(), list.last()) else { return false };
        text[..first.start].ends_with("牵头：") || text[last.end..].starts_with("牵头")
    });
    leads.flatten().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::check;

    fn with(zh: &str, record: &str) -> Vec<String> {
        let registers = "-- content/departments.toml --\n\
            [[department]]\nid = \"one\"\nname = { zh = \"甲局\", en = \"Body One\" }\nkind = \"agency\"\nlevel = \"none\"\n\
            [[department]]\nid = \"two\"\nname = { zh = \"乙局\", en = \"Body Two\" }\nkind = \"agency\"\nlevel = \"none\"\n";
        let zh = format!("## 甲 {{#c1}}\n{zh}\n");
        let texts = [("digest.zh.md", zh.as_str()), ("digest.en.md", "## A {#c1}\nA.\n")];
        faults(check, &format!("{}{registers}", plan(record, &texts)))
    }

    #[test]
    fn whoever_leads_is_recorded_as_leading() {
        let duty = |role: &str, bodies: &str| {
            format!("[[duty]]\nclause = \"c1\"\ndepartments = [{bodies}]\nrole = \"{role}\"\n")
        };
        for text in ["甲局、乙局牵头办理。", "牵头：甲局、乙局。参与：各地。"] {
            assert_eq!(with(text, &duty("lead", "\"one\", \"two\"")), [""; 0], "{text}");
            let lost = ["unrecorded-lead digest.zh.md:2 c1 two zh 乙局"];
            assert_eq!(with(text, &duty("lead", "\"one\"")), lost, "{text}");
        }
        assert_eq!(with("甲局牵头。", &duty("participate", "\"one\"")).len(), 1);
        let project = "[[project]]\nnumber = 1\nclause = \"c1\"\ntitle = { zh = \"甲\", en = \"A\" }\nlead = [\"one\"]\n";
        assert_eq!(with("甲局牵头。", project), [""; 0]);
    }

    #[test]
    fn others_who_are_named_need_no_such_record() {
        assert_eq!(with("甲局参与，各地牵头。牵头：各地。参与：乙局。", ""), [""; 0]);
    }
}
