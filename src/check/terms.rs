//! Turns a term that is not rendered as the glossary has it into a warning.
//! Knows nothing of grammar beyond the plural.
//!
//! Where the source of a clause uses a term, its twin has the words of one of the accepted forms, and neither has a form
//! to avoid. The full and the short form of a term are one rendering (traditional Chinese medicine, TCM); of accepted
//! forms that are two, a plan uses one throughout, so that a reader does not take them for two things.

use super::Subject;
use super::subject::{Pair, Reading};
use crate::content::words::SourceLang;
use crate::report::{Code, Diagnostic};
use crate::resolve::Entity;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What each clause renders, by its twin.
pub(super) fn renderings(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for pair in subject.pairs() {
        let (from, to) = direction(subject, &pair);
        let (in_from, in_to) = (avoided(subject, from, to), avoided(subject, to, from));
        faults.extend(in_from.iter().chain(&in_to).map(|(term, words, reading)| {
            let fault = reading.fault(Code::AvoidedTerm, words);
            fault.with("preferred", subject.site.name(Entity::Term(*term), reading.lang()))
        }));
        for (entity, words) in &from.named {
            let Entity::Term(term) = *entity else { continue };
            let is_rendered =
                to.speaks_of(*entity) || subject.lexicon.renders(term, &to.words.text, to.lang());
            if !is_rendered && !in_to.iter().any(|(other, ..)| *other == term) {
                let fault = from.fault(Code::TermNotRendered, words);
                faults.push(fault.with("preferred", subject.site.name(*entity, to.lang())));
            }
        }
    }
    faults
}

/// The forms to avoid in a text. A form inside another name is part of that name; a single word may be meant otherwise, so
/// that the twin must speak of the term.
fn avoided<'r, 'a>(
    subject: &Subject<'_>,
    here: &'r Reading<'a>,
    twin: &Reading<'_>,
) -> Vec<(usize, Range<usize>, &'r Reading<'a>)> {
    let mut found = Vec::new();
    for (words, terms) in subject.lexicon.avoided(&here.words.text) {
        let is_inside = here.names.iter().any(|(_, name)| name.start <= words.start && words.end <= name.end);
        let means = |term: &usize| {
            // Inside a longer word too: what the source says with it, the twin has to say.
            twin.speaks_of(Entity::Term(*term))
                || subject.lexicon.renders(*term, &twin.words.text, twin.lang())
        };
        // A phrase of several words means the term wherever it stands; a single word may mean something else.
        let is_phrase = here.cut(&words).contains(' ');
        let meant =
            terms.iter().copied().find(means).or_else(|| terms.first().copied().filter(|_| is_phrase));
        found.extend(meant.filter(|_| !is_inside).map(|term| (term, words, here)));
    }
    found
}

/// One use of a term in a translated clause.
struct Usage<'r, 'a> {
    rendering: usize,
    reading: &'r Reading<'a>,
    words: &'r Range<usize>,
    /// The forms that the source clause has of it.
    of: BTreeSet<&'r str>,
}

/// One rendering of each form of a term, throughout the plan. The source may well tell two forms apart (中药, 中药学).
pub(super) fn consistency(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let pairs: Vec<Pair<'_, '_>> = subject.pairs().collect();
    let mut terms: BTreeMap<usize, Vec<Usage<'_, '_>>> = BTreeMap::new();
    for pair in &pairs {
        let (from, to) = direction(subject, pair);
        for (entity, words) in &to.names {
            let Entity::Term(term) = *entity else { continue };
            // The words of a link are the editor's own, and a form in brackets explains the one before it.
            let rendering = subject.lexicon.rendering(term, to.cut(words), to.lang());
            if let Some(rendering) = rendering.filter(|_| !is_enclosed(&to.words.text, words)) {
                let of = from.names.iter().filter(|(other, _)| other == entity);
                let of = of.map(|(_, words)| from.cut(words)).collect();
                terms.entry(term).or_default().push(Usage { rendering, reading: to, words, of });
            }
        }
    }
    terms.values().flat_map(|uses| mixed(uses)).collect()
}

fn mixed(uses: &[Usage<'_, '_>]) -> Vec<Diagnostic> {
    let count =
        |usage: &Usage<'_, '_>| uses.iter().filter(|other| other.rendering == usage.rendering).count();
    // The first of those that are used most is the plan's.
    let Some(usual) = uses.iter().rev().max_by_key(|usage| count(usage)) else { return Vec::new() };
    let of: BTreeSet<&str> = uses
        .iter()
        .filter(|usage| usage.rendering == usual.rendering)
        .flat_map(|usage| usage.of.iter().copied())
        .collect();
    let others = uses.iter().filter(|usage| usage.rendering != usual.rendering && !usage.of.is_disjoint(&of));
    let fault = |usage: &Usage<'_, '_>| {
        let fault = usage.reading.fault(Code::TwoRenderings, usage.words);
        fault.with("usual", usual.reading.cut(usual.words))
    };
    others.map(fault).collect()
}

/// True when brackets or quotation marks stand around some words.
fn is_enclosed(text: &str, words: &Range<usize>) -> bool {
    text[..words.start].ends_with(['(', '（', '“', '‘'])
        && text[words.end..].starts_with([')', '）', '”', '’'])
}

/// The source of a clause, and what was made from it.
fn direction<'s, 'a>(subject: &Subject<'_>, pair: &Pair<'s, 'a>) -> (&'s Reading<'a>, &'s Reading<'a>) {
    match subject.plan.record.plan.source_lang {
        SourceLang::Zh | SourceLang::Both => (pair.zh, pair.en),
        SourceLang::En => (pair.en, pair.zh),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Rule;
    use super::super::tests::{faults, plan};
    use super::{consistency, renderings};

    const GLOSSARY: &str = r#"-- content/glossary.toml --
[[term]]
id = "medicine"
name = { zh = "中医药", en = "traditional Chinese medicine" }
accepted = { zh = [], en = ["TCM"] }
avoid = { zh = ["中国医药"], en = ["Chinese drugs", "recipe"] }
[[term]]
id = "centre"
name = { zh = "海外中心", en = "overseas TCM centre" }
accepted = { zh = [], en = ["overseas centre", "centre abroad"] }
[[term]]
id = "shop"
name = { zh = "药店", en = "shop for Chinese drugs" }
"#;

    fn with(rule: Rule, clauses: &[(&str, &str)]) -> Vec<String> {
        let text = |lang: fn(&(&str, &str)) -> String| -> String {
            let clause =
                |(at, pair): (usize, &(&str, &str))| format!("## H {{#c{}}}\n{}\n", at + 1, lang(pair));
            clauses.iter().enumerate().map(clause).collect()
        };
        let (zh, en) = (text(|pair| pair.0.to_owned()), text(|pair| pair.1.to_owned()));
        let texts = [("digest.zh.md", zh.as_str()), ("digest.en.md", en.as_str())];
        faults(rule, &format!("{}{GLOSSARY}", plan("", &texts)))
    }

    #[test]
    fn a_term_is_rendered_by_an_accepted_form() {
        for en in [
            "Traditional Chinese medicine.",
            "TCM.",
            "medicine, Chinese and traditional",
            "[it](term:medicine)",
        ] {
            assert_eq!(with(renderings, &[("中医药。", en)]), [""; 0], "{en}");
        }
        assert_eq!(with(renderings, &[("海外中心。", "Many overseas centres.")]), [""; 0], "in the plural");
        assert_eq!(
            with(renderings, &[("中医药。", "Native medicine.")]),
            ["term-not-rendered digest.zh.md:2 c1 zh traditional Chinese medicine 中医药"]
        );
    }

    #[test]
    fn forms_to_avoid_are_avoided() {
        assert_eq!(
            with(renderings, &[("中医药。", "Chinese drugs.")]),
            ["avoided-term digest.en.md:2 c1 en traditional Chinese medicine Chinese drugs"]
        );
        assert_eq!(
            with(renderings, &[("中国医药。", "TCM.")]),
            ["avoided-term digest.zh.md:2 c1 zh 中医药 中国医药"]
        );
        assert_eq!(
            with(renderings, &[("药店和中医药。", "A shop for Chinese drugs, and TCM.")]),
            [""; 0],
            "in a name"
        );
        assert_eq!(with(renderings, &[("药。", "A recipe.")]), [""; 0], "of something else");
    }

    #[test]
    fn full_and_short_forms_are_one_and_others_are_two() {
        let long = ("中医药。", "Traditional Chinese medicine.");
        assert_eq!(with(consistency, &[long, ("中医药。", "TCM.")]), [""; 0]);
        let (usual, other) = (("海外中心。", "An overseas TCM centre."), ("海外中心。", "A centre abroad."));
        assert_eq!(with(consistency, &[usual, ("海外中心。", "An overseas centre.")]), [""; 0]);
        assert_eq!(
            with(consistency, &[usual, usual, other]),
            ["two-renderings digest.en.md:6 c3 en overseas TCM centre centre abroad"]
        );
        assert_eq!(
            with(consistency, &[usual, ("海外中心。", "An overseas TCM centre (centre abroad).")]),
            [""; 0]
        );
        assert_eq!(with(consistency, &[usual, ("站点。", "A centre abroad.")]), [""; 0], "of something else");
    }
}
