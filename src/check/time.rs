//! Turns a record whose time is not that of its words, or that has the time of the other kind, into a fault.
//! Knows nothing of values.
//!
//! A target says by when, a fact as of when, and neither says both: what is aimed at is never mistaken for what is
//! reached, and a deadline is not over before the plan. A time that is `stated` stands in the clause; one that is `inherited` is the plan's period or stands
//! elsewhere in the plan; the words that go with a time speak of one of its years, where
//! they speak of any.

use super::Subject;
use super::subject::years_of;
use crate::content::plan::{Target, Time};
use crate::content::words::{Basis, Force, TimeKind};
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
    match &target.deadline {
        None => faults.push(Diagnostic::new(Code::NoDeadline)),
        Some(time) if is_over(subject, time) => {
            faults.push(Diagnostic::new(Code::TargetOrFact).with("kind", "target").with("key", "deadline"));
        }
        Some(_) => {}
    }
    let at =
        |fault: Diagnostic| fault.with("record", target.id.as_str()).at(target.id.place(&subject.plan.path));
    faults.into_iter().map(at).collect()
}

/// True of a time that lies before the plan, or that only says since when: what was reached then is a fact.
fn is_over(subject: &Subject<'_>, time: &Time) -> bool {
    let meta = &subject.plan.record.plan;
    let issued = meta.issued.map(|date| date.year);
    let first = issued.into_iter().chain(meta.period.map(|period| period.start)).min();
    let is_before = |year: i16| first.is_some_and(|first| year < first);
    let has_span = matches!(time.kind, TimeKind::By | TimeKind::Before | TimeKind::During);
    match (time.start.map(|date| date.year), time.last_year()) {
        (_, Some(end)) => is_before(end),
        (Some(start), None) => is_before(start),
        (None, None) => has_span,
    }
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

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::check;

    /// The faults of one record of a clause that says 到2025年, in a plan for 2021 to 2030 that says 2028 elsewhere.
    fn with(record: &str, keys: &str) -> Vec<String> {
        let record = format!(
            "[[{record}]]\nid = \"t\"\nclause = \"c1\"\nsubject = {{ zh = \"甲\", en = \"a\" }}\npassage = {{}}\n{keys}\n"
        );
        let texts = [
            ("digest.zh.md", "## 甲 {#c1}\n到2025年建成。\n## 乙 {#c2}\n2028年评估。\n"),
            ("digest.en.md", "## A {#c1}\nBy 2025.\n## B {#c2}\nAssessed in 2028.\n"),
        ];
        let period = "issuers = []\nperiod = { start = 2021, end = 2030 }";
        faults(check, &plan(&record, &texts).replace("issuers = []", period))
    }

    #[test]
    fn a_target_says_by_when_and_a_fact_as_of_when() {
        let (by, as_of) =
            ("deadline = { kind = \"by\", end = 2025 }", "as_of = { kind = \"by\", end = 2025 }");
        assert_eq!(with("target", by), [""; 0]);
        assert_eq!(with("fact", as_of), [""; 0]);
        assert_eq!(with("fact", ""), [""; 0]);
        assert_eq!(with("target", "deadline = { kind = \"none\" }"), [""; 0]);
        assert_eq!(with("target", ""), ["no-deadline plan.toml:15 t"]);
        assert_eq!(
            with("target", as_of),
            ["target-or-fact plan.toml:15 as_of target t", "no-deadline plan.toml:15 t"]
        );
        assert_eq!(with("fact", by), ["target-or-fact plan.toml:15 deadline fact t"]);
        for key in ["nature = \"binding\"", "force = \"strive\""] {
            assert_eq!(with("fact", key).len(), 1, "{key}");
        }
    }

    #[test]
    fn a_time_stands_where_it_is_said_to_stand() {
        let by = |end: &str, basis: &str| {
            with("target", &format!("deadline = {{ kind = \"by\", end = {end}, basis = \"{basis}\" }}"))
        };
        assert_eq!(by("2025", "stated"), [""; 0]);
        assert_eq!(by("2026", "stated"), ["time-not-stated plan.toml:15 stated c1 t 2026"]);
        assert_eq!(by("2028", "stated"), ["time-not-stated plan.toml:15 stated c1 t 2028"]);
        assert_eq!(by("2028", "inherited"), [""; 0], "another clause says so");
        assert_eq!(by("2030", "inherited"), [""; 0], "the period says so");
        assert_eq!(by("2029", "inherited"), ["time-not-stated plan.toml:15 inherited c1 t 2029"]);
        assert_eq!(by("2029", "editorial"), [""; 0]);
    }

    #[test]
    fn the_words_of_a_time_speak_of_it() {
        let words = |zh: &str, en: &str| {
            let text = format!("text = {{ zh = \"{zh}\", en = \"{en}\" }}");
            with("target", &format!("deadline = {{ kind = \"by\", end = 2025, {text}, basis = \"stated\" }}"))
        };
        assert_eq!(words("到2025年", "by 2025"), [""; 0]);
        assert_eq!(words("“十四五”末", "end of the 14th Five-Year Plan period"), [""; 0]);
        assert_eq!(words("五年内", "within five years"), [""; 0]);
        assert_eq!(words("到2025年", "by 2026"), ["time-not-stated plan.toml:15 stated c1 t 2025"]);
    }
}
