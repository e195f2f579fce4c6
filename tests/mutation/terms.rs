//! Turns the terms of a digest into mutants: renderings to avoid, and a second rendering beside the first.
//! Knows nothing of records.

use super::mutant::{Kind, Mutant};
use super::texts::Text;
use diptych::content::registry::Term;
use diptych::lang::Lang;
use diptych::names::Use;
use diptych::resolve::{Entity, Site};
use std::collections::BTreeMap;
use std::ops::Range;

/// A term with a word that renders it and where that stands.
type Rendering<'a> = (&'a Term, String, Range<usize>);

/// Where the running text renders each term.
fn uses<'s>(text: &Text<'_>, site: &'s Site) -> Vec<(&'s Term, String, Range<usize>)> {
    let mut uses = Vec::new();
    for run in text.runs().into_iter().filter(|run| !run.heading && !run.linked) {
        for hit in site.names.find(&text.source[run.bytes.clone()]) {
            let owner = hit.owners.first().map(|owner| Entity::from_number(*owner));
            if let (Use::Linked, Some(Entity::Term(term))) = (hit.usage, owner) {
                let bytes = run.bytes.start + hit.span.start..run.bytes.start + hit.span.end;
                uses.push((&site.catalog.terms.records[term], run.clause.clone(), bytes));
            }
        }
    }
    uses
}

/// A rendering to avoid for each use of a term that has one.
pub(crate) fn avoided(text: &Text<'_>, site: &Site) -> Vec<Mutant> {
    let of = |term: &Term| match text.lang {
        Lang::Zh => term.avoid.zh.clone(),
        Lang::En => term.avoid.en.clone(),
    };
    let mutants = uses(text, site).into_iter().flat_map(|(term, clause, bytes)| {
        let mutant = |words: String| text.mutant(Kind::AvoidedRendering, &clause, bytes.clone(), &words);
        of(term).into_iter().map(mutant).collect::<Vec<_>>()
    });
    mutants.collect()
}

/// Another accepted rendering for one use of each term that the text renders alike more than once.
pub(crate) fn second(text: &Text<'_>, site: &Site) -> Vec<Mutant> {
    let mut by_term: BTreeMap<&str, Vec<Rendering<'_>>> = BTreeMap::new();
    for (term, clause, bytes) in uses(text, site) {
        by_term.entry(term.id.as_str()).or_default().push((term, clause, bytes));
    }
    let mut mutants = Vec::new();
    for uses in by_term.values().filter(|uses| uses.len() > 1) {
        let (term, clause, bytes) = &uses[uses.len() - 1];
        let accepted = match text.lang {
            Lang::Zh => &term.accepted.zh,
            Lang::En => &term.accepted.en,
        };
        let forms = std::iter::once(term.name.get(text.lang)).chain(accepted);
        let used = &text.source[bytes.clone()];
        // It is to differ from every rendering that the text has, or there is nothing new in it.
        let is_new =
            |form: &&String| uses.iter().all(|(.., other)| are_two(&text.source[other.clone()], form));
        let mut forms = forms.filter(|form| are_two(used, form)).filter(is_new);
        // The plan's other uses have to stay what they were.
        mutants
            .extend(forms.next().map(|form| text.mutant(Kind::TwoRenderings, clause, bytes.clone(), form)));
    }
    mutants
}

/// True when two forms are two renderings, not the full and the short form of one.
fn are_two(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        if text.is_ascii() || text.contains(' ') {
            let text = text.replace("TCM", "traditional Chinese medicine");
            let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
            let stem = |word: String| word.trim_end_matches('s').chars().take(5).collect::<String>();
            words.map(stem).filter(|word| word.len() > 2).collect()
        } else {
            text.chars().map(String::from).collect()
        }
    };
    let (a_words, b_words) = (words(a), words(b));
    let lacks = |some: &[String], others: &[String]| some.iter().any(|word| !others.contains(word));
    let is_acronym =
        |text: &str| text.chars().filter(|c| c.is_uppercase()).count() > 1 && !text.contains(' ');
    !is_acronym(a) && !is_acronym(b) && lacks(&a_words, &b_words) && lacks(&b_words, &a_words)
}

#[test]
fn a_short_form_is_no_second_rendering() {
    assert!(are_two("decoction pieces", "prepared slices"));
    assert!(!are_two("TCM", "traditional Chinese medicine"));
    assert!(!are_two("overseas TCM centres", "overseas centres of traditional Chinese medicine"));
    assert!(!are_two("medical consortium", "medical consortia"));
    assert!(!are_two("医联体", "医疗联合体"));
    assert!(are_two("骨干", "栋梁"));
}
