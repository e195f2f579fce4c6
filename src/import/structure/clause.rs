//! Turns the units of one text into clauses: headings by the series of their numbers, and the text under each.
//! Knows nothing of heads, signatures and other texts of the file.

use super::document::Text;
use super::mark::{Kind, Mark, marks};
use super::notes;
use super::series::{self, Heading, Seen};
use super::sight;
use super::title::{self, Around, Cut};
use super::unit::Unit;
use super::{ids::Ids, lead};
use crate::import::draft::{Body, Clause};
use crate::import::strand::Strand;
use std::collections::BTreeMap;

/// A heading at its place.
struct Opening {
    mark: Mark,
    heading: Heading,
    cut: Cut,
}

/// The clauses of a text in reading order.
pub(super) fn clauses(text: Text) -> Vec<Clause> {
    let Text { part, head, units } = text;
    let units = notes::in_boxes(notes::below_tables(units));
    let found: Vec<Vec<Mark>> = units.iter().map(unit_marks).collect();
    let seen = sight::seen(&units, &found);
    let views: Vec<Seen> = seen.iter().map(|seen| seen.view.clone()).collect();
    let headings = series::headings(&views);
    let mut openings: BTreeMap<usize, Vec<Opening>> = BTreeMap::new();
    let mut lost: BTreeMap<usize, Vec<(usize, u32)>> = BTreeMap::new();
    let cuts = cuts(&units, &seen, &headings);
    for (heading, cut) in headings.into_iter().zip(cuts) {
        let at = &seen[heading.mark];
        if let Some(gap) = at.gap.filter(|_| !heading.lost.is_empty()) {
            lost.entry(gap).or_default().extend(heading.lost.iter().copied());
        }
        let opening = Opening { mark: at.mark.clone(), heading, cut };
        openings.entry(at.unit).or_default().push(opening);
    }
    let mut builder = Builder::new(part, head);
    for (index, unit) in units.into_iter().enumerate() {
        match unit {
            Unit::Text { strand, .. } => {
                builder.paragraph(&strand, openings.remove(&index).unwrap_or_default());
            }
            Unit::Table(table) => builder.body(Body::Table(table)),
            Unit::Note(note) => builder.body(Body::Note(note)),
            Unit::Gap(why) => builder.gap(&why, lost.remove(&index).unwrap_or_default()),
        }
    }
    lead::split_all(builder.clauses)
}

fn unit_marks(unit: &Unit) -> Vec<Mark> {
    match unit {
        Unit::Text { strand, heading, listed: false } => {
            let mut found = marks(strand.text());
            if found.first().is_none_or(|mark| mark.start > 0) {
                found.splice(0..0, sight::plain(strand.text(), *heading));
            }
            found
        }
        _ => Vec::new(),
    }
}

/// What each heading's title is.
fn cuts(units: &[Unit], seen: &[sight::Seen], headings: &[Heading]) -> Vec<Cut> {
    let text_of = |at: usize| match &units[at] {
        Unit::Text { strand, .. } => strand.text(),
        _ => "",
    };
    let segment = |index: usize| {
        let at = &seen[headings[index].mark];
        let next = headings.get(index + 1).map(|next| &seen[next.mark]).filter(|next| next.unit == at.unit);
        let text = text_of(at.unit);
        &text[at.mark.end..next.map_or(text.len(), |next| next.mark.start)]
    };
    // The word that most titles of a series end with, where nothing else ends them.
    let mut votes: BTreeMap<(usize, Kind), BTreeMap<&str, usize>> = BTreeMap::new();
    for (index, heading) in headings.iter().enumerate() {
        for (_, ending) in title::endings(segment(index)).into_iter().take(3) {
            *votes
                .entry((heading.depth, seen[heading.mark].mark.kind))
                .or_default()
                .entry(ending)
                .or_default() += 1;
        }
    }
    let cut = |(index, heading): (usize, &Heading)| {
        let at = &seen[heading.mark];
        let next = headings.get(index + 1);
        let next_unit = next.map_or(units.len(), |next| seen[next.mark].unit);
        let ending = votes.get(&(heading.depth, at.mark.kind));
        let ending =
            ending.and_then(|votes| votes.iter().max_by_key(|(_, count)| **count)).map(|(word, _)| *word);
        let has_children = next.is_some_and(|next| next.depth > heading.depth);
        let follows = (at.unit + 1..=next_unit).any(|unit| match units.get(unit) {
            Some(Unit::Text { strand, .. }) => {
                let end = next
                    .filter(|_| unit == next_unit)
                    .map_or(strand.text().len(), |next| seen[next.mark].mark.start);
                !strand.text()[..end].trim().is_empty()
            }
            Some(Unit::Table(_)) => true,
            _ => false,
        });
        let around = Around { kind: at.mark.kind, goes_on: has_children || follows, has_children, ending };
        title::cut(segment(index), around)
    };
    let cuts: Vec<Cut> = headings.iter().enumerate().map(cut).collect();
    let series = |index: usize| (headings[index].depth, seen[headings[index].mark].mark.kind);
    alike(cuts, series, segment)
}

/// A series has titles or has none: among sentences without, one that is no shorter is no title either.
fn alike<'t>(
    mut cuts: Vec<Cut>,
    series: impl Fn(usize) -> (usize, Kind),
    segment: impl Fn(usize) -> &'t str,
) -> Vec<Cut> {
    let mut counts: BTreeMap<(usize, Kind), (usize, usize)> = BTreeMap::new();
    for (index, cut) in cuts.iter().enumerate() {
        let (without, all) = counts.entry(series(index)).or_default();
        *without += usize::from(cut.title.is_empty());
        *all += 1;
    }
    for (index, cut) in cuts.iter_mut().enumerate() {
        let (without, all) = counts.get(&series(index)).copied().unwrap_or_default();
        let text = segment(index);
        if without * 2 > all && title::is_sentence(&text[cut.title.clone()]) {
            *cut = title::none(text);
        }
    }
    cuts
}

struct Builder {
    ids: Ids,
    clauses: Vec<Clause>,
}

impl Builder {
    fn new(part: String, head: Option<(Strand, Strand)>) -> Builder {
        let mut clauses = Vec::new();
        if part == "n" || head.is_some() {
            let (number, heading) = head.unwrap_or_default();
            clauses.push(Clause { id: part.clone(), level: 1, number, heading, ..Clause::default() });
        }
        Builder { ids: Ids::new(part), clauses }
    }

    /// The clause that text belongs to now: before any heading, the preamble.
    fn current(&mut self) -> &mut Clause {
        if self.clauses.is_empty() {
            self.clauses.push(Clause { id: self.ids.preamble(), level: 1, ..Clause::default() });
        }
        let last = self.clauses.len() - 1;
        &mut self.clauses[last]
    }

    fn body(&mut self, body: Body) {
        self.current().body.push(body);
    }

    fn words(&mut self, words: Strand) {
        if words.text().trim().is_empty() {
            return;
        }
        let preface =
            ["前言", "引言", "序言", "导言"].contains(&words.text().replace([' ', '\u{3000}'], "").as_str());
        if preface && self.clauses.is_empty() {
            self.current().heading = words;
        } else {
            self.body(Body::Paragraph(words));
        }
    }

    /// A paragraph with the headings in it.
    fn paragraph(&mut self, strand: &Strand, openings: Vec<Opening>) {
        let first = openings.first().map_or(strand.text().len(), |opening| opening.mark.start);
        self.words(strand.slice(0..first));
        let ends: Vec<usize> =
            openings.iter().skip(1).map(|opening| opening.mark.start).chain([strand.text().len()]).collect();
        for (opening, end) in openings.into_iter().zip(ends) {
            let Opening { mark, heading, cut } = opening;
            let segment = strand.slice(mark.end..end);
            let value = (mark.kind != Kind::Plain).then_some(mark.value);
            let id = self.ids.heading(heading.depth, value);
            let level = u8::try_from(heading.depth + 1).unwrap_or(u8::MAX) + self.ids.base();
            let mut title = segment.slice(cut.title);
            // The full stop that closed the title is accounted for, but no part of it.
            for source in segment.slice(cut.stop).sources() {
                title.push_as("", source);
            }
            let number = strand.slice(mark.start..mark.end);
            let number = number.slice(0..number.text().trim_end().len());
            self.clauses.push(Clause { id, level, number, heading: title, ..Clause::default() });
            self.words(segment.slice(cut.rest));
        }
    }

    /// Text is lost here, and with it, maybe, headings.
    fn gap(&mut self, why: &str, lost: Vec<(usize, u32)>) {
        self.current().gap = Some(why.to_owned());
        for (depth, value) in lost {
            let id = self.ids.heading(depth, Some(value));
            let level = u8::try_from(depth + 1).unwrap_or(u8::MAX) + self.ids.base();
            let gap = Some(why.to_owned());
            self.clauses.push(Clause { id, level, inferred: true, gap, ..Clause::default() });
        }
    }
}
