//! Turns a query into runs of atoms: what a result must hold, and how much each part counts.
//! Knows nothing of fields or of scores.

use super::text::{first_form, ordinal};
use super::unit::{Kind, Number, Unit, is_linked, multiplied, units};
use super::{Analyzer, Folded};

/// Of a query, so many code points are looked at.
const LONGEST: usize = 256;
/// What a pair counts that its neighbours cover.
const COVERED: f32 = 0.25;

/// What a reader asks for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// In the order of their first units, each once.
    pub runs: Vec<Run>,
    /// The term of what is called just that.
    pub name: Option<String>,
}

/// What should stand together.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Of what it is made.
    pub kind: RunKind,
    /// What to look for, each once.
    pub atoms: Vec<Atom>,
    /// It was set in quotation marks.
    pub phrase: bool,
}

/// Of what a run is made, as it is looked for in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunKind {
    /// Han characters, perhaps with numbers between them: the folded characters.
    Chain(String),
    /// Words and numbers: their terms in order.
    Words(Vec<String>),
}

/// One thing to look for.
#[derive(Debug, Clone, PartialEq)]
pub enum Atom {
    /// A term, and what it counts.
    Term(String, f32),
    /// Any term that begins so.
    Prefix(String),
}

impl Analyzer {
    /// Reads a query.
    pub fn query(&self, query: &str) -> Query {
        let query: Vec<char> = query.chars().take(LONGEST).collect();
        let mut runs: Vec<(usize, Run)> = Vec::new();
        let mut loose: Vec<(usize, String)> = Vec::new();
        let parts = parts(&query);
        let name = if parts.len() == 1 { self.name(&query.iter().collect::<String>()) } else { None };
        for part in parts {
            let folded = self.fold(&part.chars.iter().collect::<String>());
            let units = asked(&folded.chars, units(&folded.chars));
            let mut words = Vec::new();
            for group in units.chunk_by(is_linked) {
                let place = |unit: &Unit| part.at + folded.at[unit.from] as usize;
                if group.iter().any(|unit| unit.kind == Kind::Han) {
                    runs.push((place(&group[0]), chain(&folded.chars, group, part.phrase)));
                } else {
                    let terms = group.iter().map(|unit| (place(unit), self.term(&folded, unit)));
                    words.extend(terms.filter_map(|(at, term)| Some((at, term?))));
                }
            }
            if part.phrase {
                runs.extend(words_run(words, true));
            } else {
                loose.extend(words);
            }
        }
        runs.extend(words_run(loose, false));
        runs.sort_by_key(|(at, _)| *at);
        Query { runs: each_once(runs.into_iter().map(|(_, run)| run)), name }
    }

    /// The terms of a text's words and numbers in order, as a run of words asks for them.
    pub fn sequence(&self, folded: &Folded) -> Vec<String> {
        let units = asked(&folded.chars, units(&folded.chars));
        let words = units.iter().filter(|unit| unit.kind != Kind::Han);
        words.filter_map(|unit| self.term(folded, unit)).collect()
    }

    fn term(&self, folded: &Folded, unit: &Unit) -> Option<String> {
        let text = first_form(&folded.chars, unit);
        if unit.kind == Kind::Word { self.word(&text) } else { Some(text) }
    }
}

/// A piece of a query, by itself in quotation marks or not.
struct Part<'a> {
    chars: &'a [char],
    /// The number of its first code point.
    at: usize,
    phrase: bool,
}

/// Cuts a query at its quotation marks; one without its pair only sets apart.
fn parts(query: &[char]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(char) = query.get(at) {
        let close = match char {
            '"' => '"',
            '“' => '”',
            _ => {
                at += 1;
                continue;
            }
        };
        parts.push(Part { chars: &query[start..at], at: start, phrase: false });
        start = at + 1;
        if let Some(length) = query[start..].iter().position(|char| *char == close) {
            parts.push(Part { chars: &query[start..start + length], at: start, phrase: true });
            start += length + 1;
        }
        at = start;
    }
    parts.push(Part { chars: &query[start..], at: start, phrase: false });
    parts
}

/// Units as a query means them: a number takes up its multiplier.
fn asked(chars: &[char], units: Vec<Unit>) -> Vec<Unit> {
    let mut asked = Vec::with_capacity(units.len());
    let mut at = 0;
    while at < units.len() {
        let mut unit = units[at].clone();
        if let Some(found) = multiplied(chars, &units, at) {
            at += found.units;
            unit.to = units[at].to;
            unit.kind = Kind::Number(Number { forms: vec![found.value], is_plain: false });
        }
        asked.push(unit);
        at += 1;
    }
    asked
}

/// The run of a chain: its pairs, its numbers, its ordinals; or all that begins with its one character.
fn chain(chars: &[char], units: &[Unit], phrase: bool) -> Run {
    let forms: Vec<String> = units.iter().map(|unit| first_form(chars, unit)).collect();
    let text = chars[units[0].from..units[units.len() - 1].to].iter().collect();
    let is_number = |at: usize| units[at].kind != Kind::Han;
    let pairs = (0..units.len() - 1).filter(|at| !is_number(*at) || !is_number(at + 1)).map(|at| {
        let counts = units.len() < 4 || at % 2 == 0 || at == units.len() - 2;
        Atom::Term(format!("{}{}", forms[at], forms[at + 1]), if counts { 1.0 } else { COVERED })
    });
    let numbers = (0..units.len()).filter(|at| is_number(*at)).map(|at| Atom::Term(forms[at].clone(), 1.0));
    let ordinals = (0..units.len())
        .filter_map(|at| Some(Atom::Term(forms[at..ordinal(chars, units, at)?].concat(), 1.0)));
    let mut atoms: Vec<Atom> = pairs.chain(numbers).chain(ordinals).collect();
    if atoms.is_empty() {
        atoms.push(Atom::Prefix(forms.concat()));
    }
    Run { kind: RunKind::Chain(text), atoms: atoms_once(atoms), phrase }
}

/// The run of some words, with the place of the first of them; none without words.
fn words_run(words: Vec<(usize, String)>, phrase: bool) -> Option<(usize, Run)> {
    let at = words.first()?.0;
    let terms: Vec<String> = words.into_iter().map(|(_, term)| term).collect();
    let atoms = atoms_once(terms.iter().map(|term| Atom::Term(term.clone(), 1.0)).collect());
    Some((at, Run { kind: RunKind::Words(terms), atoms, phrase }))
}

fn atoms_once(atoms: Vec<Atom>) -> Vec<Atom> {
    let mut once: Vec<Atom> = Vec::with_capacity(atoms.len());
    for atom in atoms {
        if !once.iter().any(|known| known.key() == atom.key()) {
            once.push(atom);
        }
    }
    once
}

/// Each run once; it is a phrase if one of its kind is.
fn each_once(runs: impl Iterator<Item = Run>) -> Vec<Run> {
    let mut once: Vec<Run> = Vec::new();
    for run in runs {
        match once.iter_mut().find(|known| known.atoms == run.atoms) {
            Some(known) => known.phrase |= run.phrase,
            None => once.push(run),
        }
    }
    once
}

impl Atom {
    /// What to look for.
    pub fn key(&self) -> &str {
        match self {
            Atom::Term(key, _) | Atom::Prefix(key) => key,
        }
    }
}
