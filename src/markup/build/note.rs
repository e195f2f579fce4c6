//! Turns the labels of notes into numbers.
//! Knows nothing of what a note says.

use std::collections::BTreeMap;

use crate::markup::fault::{Fault, FaultKind};
use crate::markup::tree::{Block, Footnote, Span};

/// The notes of a text that is being read.
#[derive(Default)]
pub(super) struct Notes {
    /// By label, case aside: the number, and how many references there were.
    referred: BTreeMap<String, (u32, u32)>,
    defined: Vec<Footnote>,
}

impl Notes {
    /// Counts a reference: the number of its note, and the how-manieth it is.
    pub(super) fn refer(&mut self, label: &str) -> (u32, u32) {
        let next = self.referred.len() as u32 + 1;
        let (number, count) = self.referred.entry(label.to_lowercase()).or_insert((next, 0));
        *count += 1;
        (*number, *count)
    }

    /// Takes a definition; its number is not known yet.
    pub(super) fn define(&mut self, label: String, blocks: Vec<Block>, span: Span) {
        self.defined.push(Footnote { number: 0, label, blocks, span });
    }

    /// The notes by number. A definition that nothing refers to, or that repeats a label,
    /// comes after the others; a reference whose definition is lost gets an empty note, so
    /// that numbers and notes always agree.
    pub(super) fn finish(mut self) -> (Vec<Footnote>, Vec<Fault>) {
        let mut notes: Vec<Option<Footnote>> = Vec::new();
        notes.resize_with(self.referred.len(), || None);
        let mut others = Vec::new();
        for note in self.defined {
            let number = self.referred.get(&note.label.to_lowercase()).map(|(number, _)| *number as usize);
            match number.and_then(|number| notes.get_mut(number - 1)) {
                Some(place @ None) => *place = Some(note),
                _ => others.push(note),
            }
        }
        for (label, (number, _)) in std::mem::take(&mut self.referred) {
            if let Some(place @ None) = notes.get_mut(number as usize - 1) {
                *place = Some(Footnote { number, label, blocks: Vec::new(), span: 0..0 });
            }
        }
        let unused = |note: &Footnote| Fault { kind: FaultKind::UnusedFootnote, span: note.span.clone() };
        let faults = others.iter().map(unused).collect();
        let numbered = notes.into_iter().flatten().chain(others).zip(1..);
        (numbered.map(|(note, number)| Footnote { number, ..note }).collect(), faults)
    }
}
