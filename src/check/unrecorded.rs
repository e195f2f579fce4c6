//! Turns the figures of a clause that are in no record into a warning, and marks that mark nothing into another.
//! Knows nothing of dates: times, lengths of time, ages, plan periods and counts made in passing need no record.
//!
//! Lists, charts and data show records, so a figure without one is lost to whoever does not read the clause. It is in a
//! target, fact, baseline or project of its clause, by value or by standing in the passage; or an editor has looked at it
//! and found that it needs none, and has said so in `[unrecorded]` of `plan.toml`: `"c1" = ["28", "150"]`.

use super::Subject;
use super::claim;
use super::subject::Reading;
use crate::content::plan::{Amount, Target};
use crate::lang::Lang;
use crate::quantity::{self, Key, Quantity, Rational, Unit};
use crate::record::At;
use crate::report::{Code, Diagnostic};
use std::collections::BTreeMap;
use std::ops::Range;

/// What the records of one clause account for.
#[derive(Default)]
struct Recorded<'a> {
    values: Vec<Key>,
    targets: Vec<&'a Target>,
}

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let recorded = recorded(subject);
    let none = Recorded::default();
    let mut faults = Vec::new();
    for clause in &subject.skeleton.clauses {
        // Both languages have the same figures, or another rule says so.
        let mut texts = Lang::ALL.into_iter().filter_map(|lang| subject.quoted(&clause.id, lang));
        let Some(reading) = texts.find(|reading| reading.has_text()) else { continue };
        let records = recorded.get(&*clause.id).unwrap_or(&none);
        let open = records.lacking(reading);
        let marks = subject.plan.record.unrecorded.get(&*clause.id).map_or(&[][..], Vec::as_slice);
        let is_marked = |figure: &Quantity| marks.iter().any(|mark| number(mark) == Some(figure.value));
        let left: Vec<&Quantity> = open.iter().copied().filter(|figure| !is_marked(figure)).collect();
        if let Some(first) = left.first() {
            let list: Vec<&str> = left.iter().map(|figure| reading.cut(&figure.span)).collect();
            let values: Vec<String> =
                left.iter().map(|f| format!("\"{}\"", quantity::decimal(f.value))).collect();
            let fault = Diagnostic::new(Code::UnrecordedFigure).with("clause", &*clause.id);
            let fault = fault.with("figures", list.join(" · ")).with("values", values.join(", "));
            faults.push(fault.at(reading.place(&first.span)));
        }
        let says = |value: Option<Rational>| open.iter().any(|figure| Some(figure.value) == value);
        for mark in marks.iter().filter(|mark| !says(number(mark))) {
            let fault =
                Diagnostic::new(Code::IdleMark).with("clause", &*clause.id).with("value", &mark.value.0);
            faults.push(fault.at(mark.place(&subject.plan.path)));
        }
    }
    faults
}

/// A number that cannot be read was reported where records are tied.
fn number(mark: &At<Amount>) -> Option<Rational> {
    quantity::read_decimal(&mark.value.0)
}

fn recorded<'a>(subject: &Subject<'a>) -> BTreeMap<&'a str, Recorded<'a>> {
    let (record, catalog) = (&subject.plan.record, subject.world.catalog);
    let mut recorded: BTreeMap<&str, Recorded<'_>> = BTreeMap::new();
    for target in record.target.iter().chain(&record.fact) {
        let entry = recorded.entry(&target.clause).or_default();
        let baseline = target.baseline.as_ref().and_then(|from| claim::of_baseline(catalog, target, from));
        let values = claim::of_target(catalog, target).into_iter().chain(baseline);
        entry.values.extend(values.map(|claim| claim.key()));
        entry.targets.push(target);
    }
    for project in &record.project {
        let entry = recorded.entry(&project.clause).or_default();
        let claims = project.figures.iter().filter_map(|figure| claim::of_figure(catalog, figure));
        entry.values.extend(claims.map(|claim| claim.key()));
    }
    recorded
}

impl Recorded<'_> {
    /// The figures of a text that no record accounts for.
    fn lacking<'r>(&self, reading: &'r Reading<'_>) -> Vec<&'r Quantity> {
        let lang = reading.lang();
        let passages = self.targets.iter().filter_map(|target| target.passage.get(lang));
        let passages: Vec<Range<usize>> = passages.filter_map(|passage| reading.find(passage)).collect();
        let is_quoted = |figure: &Quantity| {
            passages.iter().any(|words| words.start <= figure.span.start && figure.span.end <= words.end)
        };
        let needs_record = |figure: &&Quantity| {
            // 每千人口 belongs to the figure before it; ages and times say who and when, not how much.
            let is_side = matches!(figure.unit, Unit::Per(_) | Unit::Age | Unit::Duration(_));
            !is_side && !figure.unit.is_calendar() && !figure.is_tally(&reading.words.text)
        };
        let figures = reading.figures.iter().filter(needs_record);
        figures.filter(|figure| !is_quoted(figure) && !self.values.contains(&figure.key())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{UNITS, faults, plan};
    use super::check;

    fn with(zh: &str, records: &str) -> Vec<String> {
        let zh = format!("## 甲 {{#c1}}\n{zh}\n");
        let texts = [("digest.zh.md", zh.as_str()), ("digest.en.md", "## A {#c1}\nA.\n")];
        faults(check, &format!("{}{UNITS}", plan(records, &texts)))
    }

    fn record(value: &str, passage: &str) -> String {
        format!(
            "[[fact]]\nid = \"t\"\nclause = \"c1\"\nsubject = {{ zh = \"甲\", en = \"a\" }}\n\
             value = \"{value}\"\nunit = \"item\"\npassage = {{ zh = \"{passage}\", en = \"A\" }}\n"
        )
    }

    #[test]
    fn figures_without_a_record_are_listed_clause_by_clause() {
        assert_eq!(
            with("已有28个，另有1.5万人。", ""),
            ["unrecorded-figure digest.zh.md:2 c1 28个 · 1.5万人 \"28\", \"15000\""]
        );
    }

    #[test]
    fn a_record_accounts_for_its_value_and_its_passage() {
        assert_eq!(with("已有28个，其中9个在建。", &record("28", "已有28个，其中9个在建")), [""; 0]);
        assert_eq!(
            with("已有28个，其中9个在建。", &record("28", "已有28个")),
            ["unrecorded-figure digest.zh.md:2 c1 9个 \"9\""]
        );
        let project = "[[project]]\nnumber = 1\nclause = \"c1\"\ntitle = { zh = \"甲\", en = \"a\" }\n\
                       figures = [{ value = \"28\", unit = \"item\", subject = { zh = \"甲\", en = \"a\" } }]\n";
        assert_eq!(with("建设28个。", project), [""; 0]);
    }

    #[test]
    fn times_ages_and_counts_in_passing_need_no_record() {
        assert_eq!(with("到2025年，三年内，“十四五”期间，四个方面，65岁以上，0—36个月。", ""), [""; 0]);
    }

    #[test]
    fn a_mark_stands_for_a_figure_that_needs_none() {
        assert_eq!(with("已有28个。", "[unrecorded]\n\"c1\" = [\"28\"]\n"), [""; 0]);
        assert_eq!(
            with("已有28个。", "[unrecorded]\n\"c1\" = [\"28\", \"29\"]\n"),
            ["idle-mark plan.toml:14 c1 29"]
        );
        let recorded = format!("[unrecorded]\n\"c1\" = [\"28\"]\n{}", record("28", "已有28个"));
        assert_eq!(with("已有28个。", &recorded), ["idle-mark plan.toml:14 c1 28"]);
    }
}
