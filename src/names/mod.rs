//! Turns a text into the known names that occur in it: longest first, never inside a longer name or word.
//! Knows nothing of where names live or what bears them: owners are numbers of the caller's.
//!
//! All names of both languages are one Aho–Corasick automaton. Of the overlapping hits those are dropped that cut
//! a word (Latin names need word borders), then the leftmost and longest win. Chinese has no borders between words, so
//! longer words that are nobody's name are taken in too ([`Use::Longer`]: 马来西亚 holds 西亚): like an ambiguous name
//! they win their place, so that nothing shorter is linked inside them, and are not given out.

use crate::lang::is_han;
use daachorse::CharwiseDoubleArrayAhoCorasick;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How a name may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// It links to its owner.
    Linked,
    /// It may mean several and links only by hand.
    Ambiguous,
    /// It is nobody's: a longer word that holds a name.
    Longer,
}

/// Longer words that hold names of countries and regions, whoever the portal's partners are. Peoples of China have the
/// names of countries too.
pub const LONGER: [&str; 17] = [
    "马来西亚",
    "印度尼西亚",
    "密克罗尼西亚",
    "波利尼西亚",
    "美拉尼西亚",
    "印度洋",
    "印度支那",
    "内蒙古",
    "东南亚",
    "西南亚",
    "东北亚",
    "中东欧",
    "蒙古族",
    "朝鲜族",
    "俄罗斯族",
    "哈萨克族",
    "塔吉克族",
];

/// One form of a name.
#[derive(Debug, Clone)]
pub struct Name {
    /// The form, as it stands in texts.
    pub text: String,
    /// Whose name it is: a number of the caller's.
    pub owner: u32,
    /// How it may be used.
    pub usage: Use,
}

/// A known name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The bytes of the text.
    pub span: Range<usize>,
    /// Whose it is; several for an ambiguous name, in order.
    pub owners: Vec<u32>,
    /// How it may be used.
    pub usage: Use,
}

/// A name that two owners claim as linked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The form.
    pub text: String,
    /// Who has it: the first in order keeps it.
    pub first: u32,
    /// Who claims it too.
    pub second: u32,
}

/// All known names, ready to be looked for.
pub struct Names {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// By the number of the key that the automaton finds: the forms that are the same in small letters.
    forms: Vec<Vec<Form>>,
}

struct Form {
    owners: Vec<u32>,
    usage: Use,
    /// Matched as written: names without a small letter (WHO is no who; Han names have none).
    exact: Option<String>,
}

impl Names {
    /// Takes all names in. A form that two owners claim is the first one's and is reported; a form that anyone calls
    /// ambiguous is ambiguous for all.
    pub fn new(names: impl IntoIterator<Item = Name>) -> (Names, Vec<Clash>) {
        let mut keys: BTreeMap<String, BTreeMap<String, Form>> = BTreeMap::new();
        let mut clashes = Vec::new();
        for name in names {
            let text = name.text.trim();
            if text.is_empty() {
                continue;
            }
            let forms = keys.entry(text.to_ascii_lowercase()).or_default();
            let form = forms.entry(text.to_owned()).or_insert_with(|| Form::new(text, name.usage));
            if name.usage != Use::Longer && !form.owners.contains(&name.owner) {
                let both_linked = form.usage == Use::Linked && name.usage == Use::Linked;
                if let (true, Some(first)) = (both_linked, form.owners.first()) {
                    clashes.push(Clash { text: text.to_owned(), first: *first, second: name.owner });
                    continue;
                }
                form.owners.push(name.owner);
            }
            // A word that somebody bears is a name, whoever lists it as a longer word.
            form.usage = match (form.usage, name.usage) {
                (known, Use::Longer) => known,
                (Use::Longer, new) => new,
                (known, new) => known.max(new),
            };
        }
        // Keys differ, so that nothing else can be wrong with them. One of no names would still be asked of every text.
        let automaton =
            if keys.is_empty() { None } else { CharwiseDoubleArrayAhoCorasick::new(keys.keys()).ok() };
        let forms = keys.into_values().map(|forms| forms.into_values().collect()).collect();
        (Names { automaton, forms }, clashes)
    }

    /// The names in a text, from left to right, without overlap.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        self.find_outside(text, &[]).0
    }

    /// The names outside some ranges of a text, and the owners of all names that occur in it: inside those ranges and
    /// inside longer names too.
    pub fn find_outside(&self, text: &str, ranges: &[Range<usize>]) -> (Vec<Hit>, BTreeSet<u32>) {
        let Some(automaton) = &self.automaton else { return Default::default() };
        let mut hits: Vec<(Range<usize>, &Form)> = Vec::new();
        let mut owners = BTreeSet::new();
        // What is found in small letters stands at the same bytes.
        let has_capitals = text.bytes().any(|byte| byte.is_ascii_uppercase());
        let small = if has_capitals { Cow::Owned(text.to_ascii_lowercase()) } else { Cow::Borrowed(text) };
        for hit in automaton.find_overlapping_iter(small) {
            let span = hit.start()..hit.end();
            if !is_whole(text, &span) {
                continue;
            }
            let is_inside = |range: &Range<usize>| range.start < span.end && span.start < range.end;
            let is_free = !ranges.iter().any(is_inside);
            let forms = self.forms[hit.value() as usize].iter();
            for form in
                forms.filter(|form| form.exact.as_deref().is_none_or(|exact| exact == &text[span.clone()]))
            {
                owners.extend(&form.owners);
                if is_free {
                    hits.push((span.clone(), form));
                }
            }
        }
        (longest(hits), owners)
    }
}

/// The hits without overlap: the leftmost, and of those the longest.
fn longest(mut hits: Vec<(Range<usize>, &Form)>) -> Vec<Hit> {
    hits.sort_by(|(a, _), (b, _)| a.start.cmp(&b.start).then(b.end.cmp(&a.end)));
    let mut end = 0;
    let mut found = Vec::new();
    for (span, form) in hits {
        if span.start >= end {
            end = span.end;
            if form.usage != Use::Longer {
                found.push(Hit { span, owners: form.owners.clone(), usage: form.usage });
            }
        }
    }
    found
}

impl Form {
    fn new(text: &str, usage: Use) -> Form {
        let exact = (!text.chars().any(char::is_lowercase)).then(|| text.to_owned());
        Form { owners: Vec::new(), usage, exact }
    }
}

/// True when the name is no part of a longer word of an alphabet: letters or digits in a row are one word.
fn is_whole(text: &str, span: &Range<usize>) -> bool {
    let name = &text[span.clone()];
    let left = (text[..span.start].chars().next_back(), name.chars().next());
    let right = (name.chars().next_back(), text[span.end..].chars().next());
    let part_of_word = |c: char| c == '_' || (c.is_alphanumeric() && !is_han(c));
    let joins = |pair: (Option<char>, Option<char>)| matches!(pair, (Some(left), Some(right)) if part_of_word(left) && part_of_word(right));
    !joins(left) && !joins(right)
}

#[cfg(test)]
mod tests;
