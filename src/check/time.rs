//! Turns a record whose time is not that of its words, or that has the time of the other kind, into a fault.
//! Knows nothing of values.
//!
//! A target says by when, a fact as of when, and neither says both: what is aimed at is never mistaken for what is
//! reached. A time that is `stated` stands in the clause; one that is `inherited` is the plan's period or stands
//! elsewhere in the plan; the words that go with a time speak of one of its years, where
//! they speak of any.

use super::Subject;
use super::subject::years_of;
use crate::content::plan::{Target, Time};
use crate::content::words::{Basis, Force};
use crate::lang::Lang;
use crate::quantity;
use crate::record::At;
use crate::report::{Code, Diagnostic};
use std::collections::BTreeSet;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let record = &subject.plan.record;
    let mut faults = Vec::new();
    for target in &record.target {
        faults.extend(aim(subject, target));
        let times =
            target.deadline.iter().filter_map(|time| untrue(subject, &target.clause, time, &target.id));
        faults.extend(times);
    }
    for fact in &record.fact {
        faults.extend(reached(subject, fact));
        faults.extend(fact.as_of.iter().filter_map(|time| untrue(subject, &fact.clause, time, &fact.id)));
    }
    for project in &record.project {
        let times = project.when.iter();
        faults.extend(times.filter_map(|time| untrue(subject, &project.clause, time, &project.clause)));
    }
    faults
}

/// A target is to be reached by some time, and has not been.
fn aim(subject: &Subject<'_>, target: &Target) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    if target.as_of.is_some() {
        faults.push(Diagnostic::new(Code::TargetOrFact).with("kind", "target").with("key", "as_of"));
    }
    if target.deadline.is_none() {
        faults.push(Diagnostic::new(Code::NoDeadline));
    }
    let at =
        |fault: Diagnostic| fault.with("record", target.id.as_str()).at(target.id.place(&subject.plan.path));
    faults.into_iter().map(at).collect()
}

/// A fact was reached when the plan was written: nobody is bound to it, and nothing remains to be done.
fn reached(subject: &Subject<'_>, fact: &Target) -> Vec<Diagnostic> {
    let keys = [
        ("deadline", fact.deadline.is_some()),
        ("nature", fact.nature.is_some()),
        ("force", fact.force != Force::Firm),
        ("indicator", fact.indicator.is_some()),
    ];
    let fault = |(key, _)| {
        let fault = Diagnostic::new(Code::TargetOrFact).with("kind", "fact").with("key", key);
        fault.with("record", fact.id.as_str()).at(fact.id.place(&subject.plan.path))
    };
    keys.into_iter().filter(|(_, is_there)| *is_there).map(fault).collect()
}

/// The fault of a time that neither its words nor the plan's bear out.
fn untrue(subject: &Subject<'_>, clause: &str, time: &Time, record: &At<String>) -> Option<Diagnostic> {
    let mut wanted: BTreeSet<i32> = BTreeSet::new();
    wanted.extend(time.start.iter().chain(&time.end).map(|date| i32::from(date.year)));
    let said: BTreeSet<i32> = match time.basis {
        Basis::Stated => years_in(subject, clause),
        Basis::Inherited => years_of_plan(subject),
        Basis::Editorial => wanted.clone(),
    };
    let years = |text: &str, lang| years_of(&quantity::parse(text, lang));
    let mut words = time.text.iter().flat_map(|text| Lang::ALL.map(|lang| years(text.get(lang), lang)));
    let is_said = wanted.is_subset(&said)
        && words.all(|words| words.is_empty() || wanted.is_empty() || !words.is_disjoint(&wanted));
    let list = |years: &BTreeSet<i32>| years.iter().map(ToString::to_string).collect::<Vec<_>>().join("–");
    let fault = Diagnostic::new(Code::TimeNotStated)
        .with("record", record.as_str())
        .with("clause", clause)
        .with("basis", time.basis.word())
        .with("time", list(&wanted));
    (!is_said).then(|| fault.at(record.place(&subject.plan.path)))
}

/// The years that the words of a clause say, in either language.
fn years_in(subject: &Subject<'_>, clause: &str) -> BTreeSet<i32> {
    let readings = Lang::ALL.into_iter().flat_map(|lang| subject.readings(clause, lang));
    readings.flat_map(|reading| reading.years.iter().copied()).collect()
}

/// The years of the plan's period, and those that any of its clauses says.
fn years_of_plan(subject: &Subject<'_>) -> BTreeSet<i32> {
    let meta = &subject.plan.record.plan;
    let period = meta.period.iter().flat_map(|period| [period.start, period.end]).chain(meta.outlook);
    let said = subject.skeleton.clauses.iter().flat_map(|clause| years_in(subject, &clause.id));
    period.map(i32::from).chain(said).collect()
}
