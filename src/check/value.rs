//! Turns a record whose passage says another value into an error at the value.
//! Knows nothing of whether the passage stands where it should: that is asked of it first.
//!
//! The figure of a record is the one thing that lists, charts and data repeat without the words around it. So the
//! passage says it: the same value, bound and kind of unit, in each language. Where the words say outright that
//! something grows or shrinks, the record does not say otherwise. A record without a figure (`all`, `some`,
//! `qualitative`) has no value, and its passage none that would be its own.

use super::Subject;
use super::claim;
use super::subject::Reading;
use crate::content::plan::{Figure, Project, Target};
use crate::content::words::Extent;
use crate::lang::Lang;
use crate::quantity::{Change, Quantity, Unit};
use crate::report::{Code, Diagnostic};
use std::ops::Range;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let record = &subject.plan.record;
    let mut faults = Vec::new();
    for project in &record.project {
        faults.extend(project.figures.iter().filter_map(|figure| of_project(subject, project, figure)));
    }
    for target in record.target.iter().chain(&record.fact) {
        faults.extend(own(subject, target));
        for lang in Lang::ALL {
            let reading = subject.quoted(&target.clause, lang);
            let passage = target.passage.get(lang).filter(|passage| !passage.is_empty());
            // A passage that stands nowhere is an error of its own.
            if let (Some(reading), Some(passage)) = (reading, passage)
                && let Some(words) = reading.find(passage)
            {
                faults.extend(against(subject, target, reading, &words));
            }
        }
    }
    faults
}

/// A figure of a project that neither language of its clause says.
fn of_project(subject: &Subject<'_>, project: &Project, figure: &Figure) -> Option<Diagnostic> {
    let claim = claim::of_figure(subject.world.catalog, figure)?;
    let readings = || Lang::ALL.into_iter().filter_map(|lang| subject.quoted(&project.clause, lang));
    let says = |reading: &Reading<'_>| {
        let text = &reading.words.text;
        let is_it = |figure: &Quantity| figure.value == claim.value && figure.upper == claim.upper;
        reading.figures.iter().any(is_it) || is_spelled(&claim, text, reading.lang())
    };
    if readings().next().is_none() || readings().any(says) {
        return None;
    }
    let fault = Diagnostic::new(Code::ValueDiffers)
        .with("record", project.clause.as_str())
        .with("value", claim::words(&claim, Lang::Zh))
        .with("found", "")
        .with("count", "0")
        .with("lang", Lang::Zh.code());
    Some(fault.at(figure.value.place(&subject.plan.path)))
}

/// A record that contradicts itself: a figure without a value, or a value where there is said to be none.
fn own(subject: &Subject<'_>, target: &Target) -> Option<Diagnostic> {
    let path = &subject.plan.path;
    match (target.extent, &target.value) {
        (Extent::Figure, None) => {
            Some(Diagnostic::new(Code::MissingKey).with("key", "value").at(target.id.place(path)))
        }
        (Extent::Some | Extent::Qualitative, Some(value)) => {
            let fault = Diagnostic::new(Code::ValueWithoutExtent).with("extent", target.extent.word());
            Some(fault.with("value", &value.value.0).at(value.place(path)))
        }
        _ => None,
    }
}

fn against(
    subject: &Subject<'_>,
    target: &Target,
    reading: &Reading<'_>,
    words: &Range<usize>,
) -> Option<Diagnostic> {
    let value = target.value.as_ref()?;
    let claim = claim::of_target(subject.world.catalog, target)?;
    let said: Vec<&Quantity> =
        reading.figures_in(words).filter(|figure| !figure.unit.is_calendar()).collect();
    let agrees = |figure: &&Quantity| figure.same_value(&claim) && !is_other_way(figure, &claim);
    if said.iter().any(agrees) || (said.is_empty() && is_spelled(&claim, reading.cut(words), reading.lang()))
    {
        return None;
    }
    let found: Vec<&str> = said.iter().map(|figure| reading.cut(&figure.span)).collect();
    let fault = Diagnostic::new(Code::ValueDiffers)
        .with("record", target.id.as_str())
        .with("value", claim::words(&claim, reading.lang()))
        .with("found", found.join(" · "))
        .with("count", found.len().to_string())
        .with("lang", reading.lang().code());
    Some(fault.at(value.place(&subject.plan.path)))
}

/// True when a passage that says no figure holds the number as a word: 一中心、二平台 is a name, and its numbers are
/// records all the same.
fn is_spelled(claim: &Quantity, passage: &str, lang: Lang) -> bool {
    const ZH: [&[&str]; 9] =
        [&["一"], &["二", "两"], &["三"], &["四"], &["五"], &["六"], &["七"], &["八"], &["九"]];
    const EN: [&[&str]; 9] = [
        &["one", "once"],
        &["two", "twice"],
        &["three"],
        &["four"],
        &["five"],
        &["six"],
        &["seven"],
        &["eight"],
        &["nine"],
    ];
    let number = usize::try_from(claim.value.to_integer()).ok().filter(|_| claim.value.is_integer());
    let at = number.and_then(|number| number.checked_sub(1));
    let spelled =
        |words: &[&[&'static str]]| at.and_then(|at| words.get(at).copied()).unwrap_or_default().to_vec();
    match lang {
        Lang::Zh => spelled(&ZH).iter().any(|word| passage.contains(word)),
        Lang::En => {
            let mut words = passage.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
            let spelled = spelled(&EN);
            words.any(|word| spelled.contains(&word.as_str()))
        }
    }
}

/// True when the words say outright that something grows or shrinks and the record says otherwise. That something is
/// added, words mostly leave to the verb; and 两倍 is a level that tells the step.
fn is_other_way(figure: &Quantity, claim: &Quantity) -> bool {
    let up = |change| matches!(change, Change::Increase | Change::Add);
    match figure.change {
        _ if figure.unit == Unit::Times => false,
        Change::Level => claim.change == Change::Decrease,
        Change::Decrease => claim.change != Change::Decrease,
        Change::Increase | Change::Add => !up(claim.change),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{UNITS, faults, plan};
    use super::check;

    /// The faults of one record of a clause.
    fn with(zh: &str, en: &str, record: &str) -> Vec<String> {
        let (digest_zh, digest_en) = (format!("## 甲 {{#c1}}\n{zh}。\n"), format!("## A {{#c1}}\n{en}.\n"));
        let record = format!(
            "[[target]]\nid = \"t\"\nclause = \"c1\"\nsubject = {{ zh = \"甲\", en = \"a\" }}\n\
             deadline = {{ kind = \"none\" }}\npassage = {{ zh = \"{zh}\", en = \"{en}\" }}\n{record}\n"
        );
        let texts = [("digest.zh.md", digest_zh.as_str()), ("digest.en.md", digest_en.as_str())];
        faults(check, &format!("{}{UNITS}", plan(&record, &texts)))
    }

    #[test]
    fn the_record_says_what_the_passage_says() {
        for (zh, en, record) in [
            ("建设1.25万张床位", "build 12,500 beds", "value = \"12500\"\nunit = \"item\""),
            ("贸易281.9亿美元", "trade of US$28.19 billion", "value = \"28190000000\"\nunit = \"usd\""),
            (
                "提高10%以上",
                "rise by at least 10%",
                "value = \"10\"\nunit = \"percent\"\ncomparator = \"at-least\"\nchange = \"increase\"",
            ),
            (
                "建2—3家",
                "build 2–3 hospitals",
                "value = \"2\"\nupper = \"3\"\nunit = \"item\"\ncomparator = \"range\"\nchange = \"add\"",
            ),
            ("占三分之一", "one third of them", "value = \"1/3\"\nunit = \"ratio\""),
            ("为期6个月", "for 6 months", "value = \"6\"\nunit = \"month\""),
            ("全部设置", "in all of them", "extent = \"all\""),
        ] {
            assert_eq!(with(zh, en, record), [""; 0], "{zh}");
        }
    }

    #[test]
    fn another_value_bound_unit_or_direction_is_a_fault_in_each_language() {
        for (record, value) in [
            ("value = \"31\"\nunit = \"percent\"", "31%"),
            ("value = \"30\"\nunit = \"percent\"\ncomparator = \"at-least\"", "30%"),
            ("value = \"30\"\nunit = \"points\"", "30"),
            ("value = \"30\"\nunit = \"item\"", "30"),
            ("value = \"30\"\nunit = \"percent\"\nchange = \"decrease\"", "30%"),
        ] {
            let found = with("达到30%", "to reach 30%", record);
            assert_eq!(found.len(), 2, "{record}");
            for (fault, lang) in found.iter().zip(["en", "zh"]) {
                assert!(fault.starts_with("value-differs plan.toml:"), "{fault}");
                assert!(fault.contains(lang) && fault.contains(value), "{fault}");
            }
        }
    }

    #[test]
    fn a_passage_without_the_figure_is_no_proof_of_it() {
        let found = with("建设基地", "build bases", "value = \"30\"\nunit = \"item\"");
        assert_eq!(found, ["value-differs plan.toml:19 0  en t 30", "value-differs plan.toml:19 0  zh t 30"]);
    }

    #[test]
    fn a_record_does_not_contradict_itself() {
        assert_eq!(with("建设基地", "build bases", ""), ["missing-key plan.toml:14 value"]);
        assert_eq!(
            with("建设30个", "build 30", "extent = \"qualitative\"\nvalue = \"30\"\nunit = \"item\""),
            ["value-without-extent plan.toml:20 qualitative 30"]
        );
    }
}
