//! Turns a text into its terms, for indexing and for marking what was found.
//! Knows nothing of queries.

use super::unit::{Kind, Multiplied, Unit, is_linked, multiplied, units};
use super::{Analyzer, Folded};
use std::collections::BTreeMap;

/// One term of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term<'a> {
    /// The term.
    pub text: &'a str,
    /// The first of its code points in the text.
    pub from: u32,
    /// Behind its last code point in the text.
    pub to: u32,
}

/// What is needed while the terms of one text are made; kept to be used again.
#[derive(Clone, Default)]
pub(crate) struct Room {
    folded: Folded,
    term: String,
    /// The word that the term is made from.
    word: String,
    /// The terms of the words so far: most words of a text were met before. None for those that say nothing.
    known: BTreeMap<String, Option<String>>,
}

impl Analyzer {
    /// Hands every term of a text to `take`.
    pub fn each_term(&self, text: &str, take: impl FnMut(Term<'_>)) {
        self.each_term_in(&mut Room::default(), text, take);
    }

    /// The term of a name as a whole, however it is set apart: 《草药条例》 is 草药条例.
    pub fn name(&self, name: &str) -> Option<String> {
        let folded = self.fold_text(name);
        let mut term = String::new();
        let mut behind = None;
        for unit in units(&folded.chars) {
            term.extend(behind.filter(|behind| *behind != unit.from).map(|_| ' '));
            term.extend(&folded.chars[unit.from..unit.to]);
            behind = Some(unit.to);
        }
        behind.map(|_| term + "=")
    }

    /// Hands every word of a text, folded, to `take`.
    pub(crate) fn each_word(&self, text: &str, mut take: impl FnMut(&str)) {
        let folded = self.fold_text(text);
        let mut word = String::new();
        for unit in units(&folded.chars).iter().filter(|unit| unit.kind == Kind::Word) {
            word.clear();
            word.extend(&folded.chars[unit.from..unit.to]);
            take(&word);
        }
    }

    /// [`Analyzer::each_term`] without asking for new memory each time.
    pub(crate) fn each_term_in(&self, room: &mut Room, text: &str, take: impl FnMut(Term<'_>)) {
        room.folded.fill(text, &self.simplified);
        room.folded.tighten();
        let units = units(&room.folded.chars);
        let Room { folded, term, word, known } = room;
        let mut terms = Terms { analyzer: self, folded, units: &units, term, word, known, take };
        for at in 0..units.len() {
            terms.unit(at);
        }
    }
}

/// The terms of one text on their way.
struct Terms<'a, F> {
    analyzer: &'a Analyzer,
    folded: &'a Folded,
    units: &'a [Unit],
    /// The term that is being made.
    term: &'a mut String,
    word: &'a mut String,
    known: &'a mut BTreeMap<String, Option<String>>,
    take: F,
}

impl<F: FnMut(Term<'_>)> Terms<'_, F> {
    /// The terms that begin at a unit.
    fn unit(&mut self, at: usize) {
        let Unit { kind, from, to } = &self.units[at];
        match kind {
            Kind::Word => {
                if self.word(*from, *to) {
                    self.give(*from, *to);
                }
            }
            Kind::Number(number) => {
                for form in &number.forms {
                    self.say(&[form], *from, *to);
                }
                self.pair(at);
                self.value(at);
            }
            Kind::Han => {
                self.pair(at);
                if !self.is_linked(at) {
                    self.say(&[&self.folded.chars[*from].to_string()], *from, *to);
                }
                self.ordinal(at);
            }
        }
    }

    /// Makes the term of a word, if it has one.
    fn word(&mut self, from: usize, to: usize) -> bool {
        self.word.clear();
        self.word.extend(&self.folded.chars[from..to]);
        self.term.clear();
        if let Some(term) = self.known.get(self.word.as_str()) {
            self.term.extend(term.as_deref());
            return term.is_some();
        }
        let term = self.analyzer.word(self.word);
        self.term.extend(term.as_deref());
        let is_some = term.is_some();
        self.known.insert(self.word.clone(), term);
        is_some
    }

    /// A unit and its neighbour in the chain.
    fn pair(&mut self, at: usize) {
        if !self.is_linked(at) {
            return;
        }
        let (here, next) = (&self.units[at], &self.units[at + 1]);
        if here.kind == Kind::Han && next.kind == Kind::Han {
            self.term.clear();
            self.term.extend(&self.folded.chars[here.from..next.to]);
            return self.give(here.from, next.to);
        }
        if here.kind != Kind::Han && next.kind != Kind::Han {
            return;
        }
        for form in &self.forms(here) {
            for next_form in &self.forms(next) {
                self.say(&[form, next_form], here.from, next.to);
            }
        }
    }

    /// The value of a number with a multiplier, alone and with its neighbours.
    fn value(&mut self, at: usize) {
        let chars = &self.folded.chars;
        let Some(Multiplied { value, units }) = multiplied(chars, self.units, at) else { return };
        let (from, last) = (self.units[at].from, at + units);
        let to = self.units[last].to;
        self.say(&[&value], from, to);
        if at > 0 && self.is_linked(at - 1) && self.units[at - 1].kind == Kind::Han {
            let before = self.units[at - 1].from;
            self.say(&[&chars[before].to_string(), &value], before, to);
        }
        if self.is_linked(last) && self.units[last + 1].kind == Kind::Han {
            let next = self.units[last + 1].from;
            self.say(&[&value, &chars[next].to_string()], from, next + 1);
        }
    }

    fn ordinal(&mut self, at: usize) {
        let chars = &self.folded.chars;
        if let Some(end) = ordinal(chars, self.units, at) {
            let parts: Vec<String> = self.units[at..end].iter().map(|unit| first_form(chars, unit)).collect();
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            self.say(&parts, self.units[at].from, self.units[end - 1].to);
        }
    }

    fn forms(&self, unit: &Unit) -> Vec<String> {
        match &unit.kind {
            Kind::Number(number) => number.forms.clone(),
            _ => vec![first_form(&self.folded.chars, unit)],
        }
    }

    /// True when a unit and the next one stand in one chain.
    fn is_linked(&self, at: usize) -> bool {
        links(self.units, at)
    }

    fn say(&mut self, parts: &[&str], from: usize, to: usize) {
        self.term.clear();
        self.term.extend(parts.iter().copied());
        self.give(from, to);
    }

    fn give(&mut self, from: usize, to: usize) {
        let at = &self.folded.at;
        (self.take)(Term { text: self.term, from: at[from], to: at[to - 1] + 1 });
    }
}

fn links(units: &[Unit], at: usize) -> bool {
    units.get(at + 1).is_some_and(|next| is_linked(&units[at], next))
}

/// A unit as a query asks for it.
pub(super) fn first_form(chars: &[char], unit: &Unit) -> String {
    match &unit.kind {
        Kind::Number(number) => number.forms[0].clone(),
        _ => chars[unit.from..unit.to].iter().collect(),
    }
}

/// Behind the last unit of 第十四条 or 第42号, where one begins at a unit.
pub(super) fn ordinal(chars: &[char], units: &[Unit], at: usize) -> Option<usize> {
    if units[at].kind != Kind::Han || chars[units[at].from] != '第' || !links(units, at) {
        return None;
    }
    let is_numeral = |at: usize| units[at].kind == Kind::Han && NUMERALS.contains(chars[units[at].from]);
    let mut last = at + 1;
    if units[last].kind == Kind::Han {
        if !is_numeral(last) {
            return None;
        }
        while links(units, last) && is_numeral(last + 1) {
            last += 1;
        }
    }
    (links(units, last) && units[last + 1].kind == Kind::Han).then_some(last + 2)
}

const NUMERALS: &str = "〇零一二三四五六七八九十百千万两";
