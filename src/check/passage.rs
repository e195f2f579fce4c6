//! Turns a record whose passage does not stand in its clause into an error at the passage.
//! Knows nothing of numbers: whether the passage says what the record says is for the rules of quantities.
//!
//! No figure without its clause: every target and fact quotes words of its clause, in each language that has the
//! clause, and a reader finds them there. So they stand there exactly once. `passage` quotes the digest, or the best
//! text where there is no digest; `official` quotes the official text, where that is attached.

use super::Subject;
use crate::content::plan::Target;
use crate::content::{ClauseText, EditionKind, PlanText};
use crate::lang::Lang;
use crate::markup::plain;
use crate::report::{Code, Diagnostic};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let record = &subject.plan.record;
    let mut faults = Vec::new();
    for target in record.target.iter().chain(&record.fact) {
        // A clause that no text has was reported with the record's other names.
        if subject.skeleton.find(&target.clause).is_some() {
            faults.extend(Lang::ALL.into_iter().filter_map(|lang| in_text(subject, target, lang)));
            faults.extend(Lang::ALL.into_iter().filter_map(|lang| in_official(subject, target, lang)));
        }
    }
    faults
}

fn in_text(subject: &Subject<'_>, target: &Target, lang: Lang) -> Option<Diagnostic> {
    let reading = subject.quoted(&target.clause, lang);
    let clause = reading.map(|reading| (reading.text, reading.clause));
    match (target.passage.get(lang), clause) {
        (Some(passage), clause) => miscounted(subject, target, passage, clause, lang),
        (None, Some((text, clause))) if !text.section(clause).blocks.is_empty() => {
            let key = format!("passage.{}", lang.code());
            let fault = Diagnostic::new(Code::MissingKey).with("key", key);
            Some(fault.at(target.passage.place(&subject.plan.path)))
        }
        (None, _) => None,
    }
}

fn in_official(subject: &Subject<'_>, target: &Target, lang: Lang) -> Option<Diagnostic> {
    let passage = target.official.as_ref()?.get(lang)?;
    let is_official = |text: &&PlanText| text.file.lang == lang && text.file.kind == EditionKind::Official;
    let text = subject.texts.iter().find(is_official)?;
    let clause = text.clause(&target.clause).map(|clause| (text, clause));
    miscounted(subject, target, passage, clause, lang)
}

/// The fault of a passage that does not stand in the clause exactly once.
fn miscounted(
    subject: &Subject<'_>,
    target: &Target,
    passage: &str,
    clause: Option<(&PlanText, &ClauseText)>,
    lang: Lang,
) -> Option<Diagnostic> {
    let words =
        clause.map(|(text, clause)| plain::of_blocks(text.section(clause).blocks)).unwrap_or_default();
    let count = if passage.is_empty() { 0 } else { words.matches(passage).count() };
    let fault = Diagnostic::new(Code::Passage)
        .with("passage", passage)
        .with("count", count.to_string())
        .with("clause", target.clause.as_str())
        .with("lang", lang.code());
    (count != 1).then(|| fault.at(target.passage.place(&subject.plan.path)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::check;

    const ZH: &str =
        "## 甲 {#c1}\n到2025年，建设30个\n[海外中心](https://a.cn)。\n\n- 建设基地\n- 建设基地\n";
    const EN: &str = "## A {#c1}\nBy 2025, build 30 *overseas\ncentres*.\n\n- build bases\n- build bases\n";

    fn with(record: &str, passage: &str) -> Vec<String> {
        let record = format!(
            "[[{record}]]\nid = \"t\"\nclause = \"c1\"\nsubject = {{ zh = \"甲\", en = \"a\" }}\npassage = {passage}\n"
        );
        faults(check, &plan(&record, &[("digest.zh.md", ZH), ("digest.en.md", EN)]))
    }

    #[test]
    fn words_that_stand_in_the_clause_once_are_proof() {
        for record in ["target", "fact"] {
            let passage = "{ zh = \"建设30个海外中心\", en = \"build 30 overseas centres\" }";
            assert_eq!(with(record, passage), [""; 0], "across links, emphasis and line ends");
        }
    }

    #[test]
    fn words_that_stand_elsewhere_or_twice_are_none() {
        let cases = [
            ("{ zh = \"建设31个\", en = \"build 30\" }", "passage plan.toml:17 c1 0 zh 建设31个"),
            ("{ zh = \"建设基地\", en = \"build 30\" }", "passage plan.toml:17 c1 2 zh 建设基地"),
            ("{ zh = \"建设30个\", en = \"build bases\" }", "passage plan.toml:17 c1 2 en build bases"),
            ("{ zh = \"\", en = \"build 30\" }", "passage plan.toml:17 c1 0 zh "),
            ("{ zh = \"甲\", en = \"build 30\" }", "passage plan.toml:17 c1 0 zh 甲"),
        ];
        for (passage, fault) in cases {
            assert_eq!(with("target", passage), [fault], "{passage}");
            assert_eq!(with("fact", passage), [fault], "{passage}");
        }
    }

    #[test]
    fn each_language_that_has_the_clause_needs_its_words() {
        assert_eq!(with("target", "{ zh = \"建设30个\" }"), ["missing-key plan.toml:17 passage.en"]);
    }

    #[test]
    fn a_language_without_the_clause_has_no_words_of_it() {
        let record = "[[target]]\nid = \"t\"\nclause = \"c1\"\nsubject = { zh = \"甲\", en = \"a\" }\n";
        let texts = [("digest.zh.md", ZH), ("digest.en.md", "## B {#c2}\nbuild 30\n")];
        let zh_only = format!("{record}passage = {{ zh = \"建设30个\" }}\n");
        assert_eq!(faults(check, &plan(&zh_only, &texts)), [""; 0]);
        let both = format!("{record}passage = {{ zh = \"建设30个\", en = \"build 30\" }}\n");
        assert_eq!(faults(check, &plan(&both, &texts)), ["passage plan.toml:17 c1 0 en build 30"]);
    }

    #[test]
    fn the_digest_and_the_official_text_each_prove_their_own() {
        let official = "## 甲 {#c1}\n二〇二五年前建成三十个中心。\n";
        let texts = [("official.zh.md", official), ("digest.zh.md", ZH), ("digest.en.md", EN)];
        let record = |zh: &str, official: &str| {
            format!(
                "[[target]]\nid = \"t\"\nclause = \"c1\"\nsubject = {{ zh = \"甲\", en = \"a\" }}\n\
                 passage = {{ zh = \"{zh}\", en = \"build 30\" }}\nofficial = {{ zh = \"{official}\" }}\n"
            )
        };
        assert_eq!(faults(check, &plan(&record("建设30个", "建成三十个"), &texts)), [""; 0]);
        assert_eq!(
            faults(check, &plan(&record("建成三十个", "建设30个"), &texts)),
            ["passage plan.toml:17 c1 0 zh 建成三十个", "passage plan.toml:17 c1 0 zh 建设30个"]
        );
        let without = &texts[1..];
        assert_eq!(faults(check, &plan(&record("建设30个", "建成三十个"), without)), [""; 0]);
    }
}
