//! Turns all marks of a text into those that may be headings, each with what the choice between readings needs to know.
//! Knows nothing of how the choice is made.

use super::mark::{Kind, Mark, Place, is_han_digit};
use super::series::{self, plain_price};
use super::unit::Unit;
use std::collections::{BTreeMap, BTreeSet};

/// A mark that may be a heading.
pub(super) struct Seen {
    /// The unit that it stands in.
    pub(super) unit: usize,
    pub(super) mark: Mark,
    pub(super) view: series::Seen,
    /// The last gap before it: the number of its unit.
    pub(super) gap: Option<usize>,
}

/// The longest title that another heading may be glued to.
const LONGEST_GLUED: usize = 40;

/// The longest label that stands under every item: 建设目标.
const LONGEST_LABEL: usize = 12;

/// How often a label stands at least.
const LABELS: usize = 3;

/// What it costs to pass over a heading that the format marks, or a label.
const STYLED: u32 = 25;
const LABEL: u32 = 40;

/// The marks that may be headings, in reading order.
pub(super) fn seen(units: &[Unit], found: &[Vec<Mark>]) -> Vec<Seen> {
    let listed = enumerated(units, found);
    let labels = labels(units, found);
    let mut all = Vec::new();
    let (mut gaps, mut gap, mut text_since_gap) = (0, None, false);
    for (index, unit) in units.iter().enumerate() {
        let (text, styled) = match unit {
            Unit::Gap(_) => {
                (gaps, gap, text_since_gap) = (gaps + 1, Some(index), false);
                continue;
            }
            Unit::Text { strand, heading, .. } => (strand.text(), heading.is_some()),
            Unit::Table(_) | Unit::Note(_) => {
                text_since_gap = true;
                continue;
            }
        };
        for (nth, mark) in found[index].iter().enumerate() {
            let before = nth.checked_sub(1).map(|before| &found[index][before]);
            if listed.contains(&(index, nth)) || !joins(text, mark, before) {
                continue;
            }
            let price = match mark.kind {
                _ if label(text, mark).is_some_and(|label| labels.contains(&label)) => LABEL,
                _ if styled && mark.place == Place::Line => STYLED.max(plain_price(mark.kind, mark.place)),
                kind => plain_price(kind, mark.place),
            };
            let view = series::Seen {
                kind: mark.kind,
                value: mark.value,
                above: mark.above,
                place: mark.place,
                price,
                gaps,
                text_since_gap: text_since_gap || !text[..mark.start].trim().is_empty(),
            };
            all.push(Seen { unit: index, mark: mark.clone(), view, gap });
        }
        text_since_gap |= !text.trim().is_empty();
    }
    all
}

/// A heading without a number: what the format marks as one, or a short line without a stop.
pub(super) fn plain(text: &str, heading: Option<u8>) -> Option<Mark> {
    let words = text.trim();
    let length = words.chars().count();
    let short = (2..=20).contains(&length) && !words.contains(['。', '，', '；', '：', ':', '！', '\t', '|']);
    let numbered =
        words.starts_with(|char: char| char.is_ascii_digit() || is_han_digit(char) || char == '（');
    let is_one = (heading.is_some() && (1..=80).contains(&length)) || (short && !numbered);
    let start = text.len() - text.trim_start().len();
    is_one.then_some(Mark { start, end: start, kind: Kind::Plain, value: 0, above: None, place: Place::Line })
}

/// A mark in the middle of words is one only behind the short title of the mark before it.
fn joins(text: &str, mark: &Mark, before: Option<&Mark>) -> bool {
    mark.place != Place::Glued
        || before.is_some_and(|before| {
            let title = text.get(before.end..mark.start).unwrap_or_default();
            (2..=LONGEST_GLUED).contains(&title.chars().count()) && !title.contains(['。', '，', '；', '：'])
        })
}

/// The items of enumerations, which end with semicolons and go on, and the last item of each.
fn enumerated(units: &[Unit], found: &[Vec<Mark>]) -> BTreeSet<(usize, usize)> {
    let mut listed = BTreeSet::new();
    let mut next: Option<(Kind, u32)> = None;
    for (index, marks) in found.iter().enumerate() {
        let Unit::Text { strand, .. } = &units[index] else { continue };
        for (nth, mark) in marks.iter().enumerate() {
            let end = marks.get(nth + 1).map_or(strand.text().len(), |next| next.start);
            let item = strand.text()[mark.end..end].trim_end();
            let goes_on = item.ends_with(['；', ';']);
            if goes_on || next == Some((mark.kind, mark.value)) {
                listed.insert((index, nth));
                next = goes_on.then_some((mark.kind, mark.value + 1));
            }
        }
    }
    listed
}

type Label = (Kind, u32, String);

/// The labels that stand under one item after the other: 1.建设目标 2.建设任务.
fn labels(units: &[Unit], found: &[Vec<Mark>]) -> BTreeSet<Label> {
    let mut counts: BTreeMap<Label, usize> = BTreeMap::new();
    for (unit, marks) in units.iter().zip(found) {
        let Unit::Text { strand, .. } = unit else { continue };
        for label in marks.iter().filter_map(|mark| label(strand.text(), mark)) {
            *counts.entry(label).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count >= LABELS).map(|(label, _)| label).collect()
}

/// The words behind a mark up to a stop, if they are short enough for a label.
fn label(text: &str, mark: &Mark) -> Option<Label> {
    let rest = &text[mark.end..];
    let limit = rest.char_indices().nth(LONGEST_LABEL + 1).map_or(rest.len(), |(at, _)| at);
    let end = match rest[..limit].find(['。', '：']) {
        Some(end) => end,
        None if limit == rest.len() => rest.trim_end().len(),
        None => return None,
    };
    (end > 0 && mark.kind != Kind::Plain).then(|| (mark.kind, mark.value, rest[..end].to_owned()))
}
