//! Turns a text into the piece of it that shows why it was found.
//! Knows nothing of ranking.

use crate::search::analyzer::{Analyzer, Atom, Query};
use std::collections::BTreeSet;
use std::ops::Range;

/// A piece of a text of about so many characters with the most different terms of the query, and where they stand in it
/// (in characters, in order, without overlap).
pub fn excerpt(analyzer: &Analyzer, query: &Query, text: &str, length: usize) -> (String, Vec<Range<usize>>) {
    let atoms: Vec<&Atom> = query.runs.iter().flat_map(|run| &run.atoms).collect();
    let mut marks: Vec<(Range<usize>, usize)> = Vec::new();
    analyzer.each_term(text, |term| {
        let found = atoms.iter().position(|atom| match atom {
            Atom::Term(key, _) => key == term.text,
            Atom::Prefix(prefix) => term.text.starts_with(prefix.as_str()),
        });
        // Of what begins with a prefix only the prefix is marked.
        let to = |atom: usize| match atoms[atom] {
            Atom::Term(..) => term.to as usize,
            Atom::Prefix(prefix) => term.from as usize + prefix.chars().count(),
        };
        marks.extend(found.map(|atom| (term.from as usize..to(atom), atom)));
    });
    marks.sort_by_key(|(range, _)| (range.start, range.end));
    let chars: Vec<char> = text.chars().collect();
    let start = start(&chars, &marks, length);
    let end = chars.len().min(start + length);
    let piece = chars[start..end].iter().map(|char| if *char == '\n' { ' ' } else { *char }).collect();
    let inside =
        marks.into_iter().map(|(range, _)| range).filter(|range| start <= range.start && range.end <= end);
    (piece, joined(inside.map(|range| range.start - start..range.end - start)))
}

/// Where the piece begins: a little before the mark from which on most different atoms are in reach.
fn start(chars: &[char], marks: &[(Range<usize>, usize)], length: usize) -> usize {
    let reach = |first: usize| {
        let end = marks[first].0.start + length * 3 / 4;
        let near = marks[first..].iter().take_while(|(range, _)| range.end <= end);
        near.map(|(_, atom)| atom).collect::<BTreeSet<_>>().len()
    };
    // Of equals the first one.
    let best = (0..marks.len()).rev().max_by_key(|first| reach(*first));
    let start = best.map_or(0, |first| marks[first].0.start.saturating_sub(length / 4));
    start.min(chars.len().saturating_sub(length))
}

/// Ranges in order of their starts, those that touch made one.
fn joined(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}
