//! Turns the glossary into renderings that can be found in texts and told apart.
//! Knows nothing of any text.

use crate::content::Catalog;
use crate::content::registry::Term;
use crate::lang::Lang;
use crate::names::{Name, Names, Use};
use std::collections::BTreeSet;
use std::ops::Range;

/// How many other words may stand between those of a rendering.
const APART: usize = 4;

/// What the glossary says of renderings; terms by their number.
pub(super) struct Lexicon {
    /// Finds the forms to avoid.
    avoided: Names,
    terms: Vec<[Vec<Form>; 2]>,
}

/// An accepted form of a term.
struct Form {
    /// As it stands in texts, in small letters.
    text: String,
    stems: Vec<String>,
    /// Which rendering of the term it is: full and short forms have one number.
    rendering: usize,
}

impl Lexicon {
    pub(super) fn new(catalog: &Catalog) -> Lexicon {
        let terms = &catalog.terms.records;
        let avoided = terms.iter().enumerate().flat_map(|(term, entry)| {
            let forms = entry.avoid.zh.iter().chain(&entry.avoid.en);
            let owner = u32::try_from(term).unwrap_or(u32::MAX);
            // Two terms may avoid one form.
            forms.map(move |text| Name { text: text.clone(), owner, usage: Use::Ambiguous })
        });
        let avoided = Names::new(avoided).0;
        let terms = terms.iter().map(|term| Lang::ALL.map(|lang| forms(term, lang))).collect();
        Lexicon { avoided, terms }
    }

    /// The forms to avoid that stand in a text, each with the terms that it should not render.
    pub(super) fn avoided(&self, text: &str) -> Vec<(Range<usize>, Vec<usize>)> {
        let hits = self.avoided.find(text).into_iter();
        hits.map(|hit| (hit.span, hit.owners.iter().map(|owner| *owner as usize).collect())).collect()
    }

    /// True when some words hold those of an accepted form close together, in whatever number, letter case and order:
    /// trade in services is rendered by trade in its services.
    pub(super) fn renders(&self, term: usize, words: &str, lang: Lang) -> bool {
        let forms = self.forms(term, lang);
        match lang {
            Lang::Zh => forms.iter().any(|form| words.contains(&form.text)),
            Lang::En => {
                let stems = stems(words);
                forms.iter().any(|form| {
                    let reach = (form.stems.len() + APART).min(stems.len().max(1));
                    stems.windows(reach).any(|near| form.stems.iter().all(|stem| near.contains(stem)))
                })
            }
        }
    }

    /// Which rendering of a term some words are.
    pub(super) fn rendering(&self, term: usize, words: &str, lang: Lang) -> Option<usize> {
        let words = words.to_lowercase();
        self.forms(term, lang).iter().find(|form| form.text == words).map(|form| form.rendering)
    }

    fn forms(&self, term: usize, lang: Lang) -> &[Form] {
        self.terms.get(term).map_or(&[], |forms| forms[lang as usize].as_slice())
    }
}

/// The accepted forms of a term in a language, each with the rendering that it belongs to.
fn forms(term: &Term, lang: Lang) -> Vec<Form> {
    let accepted = match lang {
        Lang::Zh => &term.accepted.zh,
        Lang::En => &term.accepted.en,
    };
    let mut forms: Vec<Form> = Vec::new();
    for text in std::iter::once(term.name.get(lang)).chain(accepted) {
        let stems = match lang {
            Lang::Zh => text.chars().map(String::from).collect(),
            Lang::En => stems(text),
        };
        let same = forms.iter().find(|known| is_one(&known.stems, &stems));
        let rendering = same.map_or(forms.len(), |known| known.rendering);
        forms.push(Form { text: text.to_lowercase(), stems, rendering });
    }
    forms
}

/// True when two forms are one rendering: the shorter one has no word that the longer one has not, written out or as
/// its first letter.
fn is_one(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let initials: String = long.iter().filter_map(|stem| stem.chars().next()).collect();
    let words: BTreeSet<&str> = long.iter().map(String::as_str).collect();
    short
        .iter()
        .all(|stem| words.contains(stem.as_str()) || (stem.len() > 1 && initials.contains(stem.as_str())))
}

/// The words of an English text without case, plural and the small words that bind them.
fn stems(text: &str) -> Vec<String> {
    const SMALL: [&str; 6] = ["of", "the", "for", "and", "a", "an"];
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.map(str::to_lowercase).filter(|word| !SMALL.contains(&word.as_str()));
    words.map(|word| singular(&word).to_owned()).collect()
}

/// Good enough to set one number of a word beside the other, not to spell it.
fn singular(word: &str) -> &str {
    let plural = ["ies", "es", "s"].iter().find_map(|ending| word.strip_suffix(ending));
    match plural {
        Some(stem) if stem.len() > 2 && !word.ends_with("ss") => stem,
        _ => word.strip_suffix(['y', 'e']).filter(|stem| stem.len() > 2).unwrap_or(word),
    }
}
