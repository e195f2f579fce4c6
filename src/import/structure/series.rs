//! Turns marks in reading order into headings: which of them go on with or open a series, and how deep they lie.
//! Knows nothing of texts and titles: it sees kinds, numbers, places and gaps.
//!
//! Each reading of the marks so far is a stack of open series with a price. A mark may be passed over, may go on with an
//! open series, or may open one; what fits the numbers is free, what does not has a price, and so has passing over a
//! mark that looks like a heading. Only the cheapest readings are kept, so the work grows in step with the marks.
//! Where text is known to be lost, a reading may also suppose headings that were lost with it.

use super::mark::{Kind, Place};
use std::collections::BTreeSet;

/// What the choice needs to know of a mark.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) kind: Kind,
    pub(super) value: u32,
    /// For 2.3.1 the number above it.
    pub(super) above: Option<u32>,
    pub(super) place: Place,
    /// What it costs to pass over the mark; see [`plain_price`].
    pub(super) price: u32,
    /// How many gaps lie before it.
    pub(super) gaps: usize,
    /// Whether text stands between the last gap and the mark.
    pub(super) text_since_gap: bool,
}

/// A mark that is a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The number of the mark in the list.
    pub(super) mark: usize,
    /// From 0.
    pub(super) depth: usize,
    /// Headings that were lost in the gap before it, the upper ones first: depth and number.
    pub(super) lost: Vec<(usize, u32)>,
}

/// How many readings are kept.
const READINGS: usize = 24;

/// How many series may lie in one another.
const DEEPEST: usize = 8;

/// What it costs to pass over a mark that has nothing special about it.
pub(super) fn plain_price(kind: Kind, place: Place) -> u32 {
    match (place, kind) {
        (Place::Line, Kind::Part | Kind::Chapter | Kind::Section | Kind::Article) => 60,
        (Place::Line, Kind::Comma) => 40,
        (Place::Line, Kind::Bracket) => 30,
        (Place::Line, Kind::Dot | Kind::Decimal(2..)) => 20,
        (Place::Line, Kind::DigitBracket) => 12,
        (Place::Line, Kind::Decimal(_)) => 2,
        (Place::Line, Kind::Circle) => 5,
        (Place::Sentence, Kind::Comma | Kind::Bracket) => 15,
        (Place::Sentence, Kind::Part | Kind::Chapter | Kind::Section | Kind::Article) => 10,
        (Place::Sentence, Kind::Dot | Kind::Decimal(_)) => 8,
        (Place::Glued, Kind::Bracket) => 6,
        (Place::Sentence | Place::Glued, _) | (_, Kind::Plain) => 0,
    }
}

/// An open series.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Level {
    kind: Kind,
    value: u32,
    /// Whether a second heading went on with it.
    goes_on: bool,
    /// Whether its first heading stood in the middle of a paragraph.
    inline: bool,
}

#[derive(Clone, Debug)]
struct Reading {
    price: u32,
    stack: Vec<Level>,
    /// The last number of the last closed series of each kind.
    closed: Vec<(Kind, u32)>,
    /// The gaps before the last heading.
    gaps: usize,
    /// The last step.
    step: Option<usize>,
}

struct Step {
    before: Option<usize>,
    heading: Heading,
}

/// The headings among the marks, in order.
pub(super) fn headings(seen: &[Seen]) -> Vec<Heading> {
    let mut steps: Vec<Step> = Vec::new();
    let mut readings = vec![Reading { price: 0, stack: Vec::new(), closed: Vec::new(), gaps: 0, step: None }];
    for (index, mark) in seen.iter().enumerate() {
        let mut next: Vec<(Reading, Option<Heading>)> = Vec::new();
        for reading in &readings {
            let mut passed = reading.clone();
            passed.price += mark.price;
            next.push((passed, None));
            next.extend(
                reading.with(index, mark).into_iter().map(|(reading, heading)| (reading, Some(heading))),
            );
        }
        next.sort_by_key(|(reading, _)| reading.price);
        readings = keep(next, &mut steps);
    }
    let best = readings.into_iter().min_by_key(|reading| reading.price + reading.closing(0));
    let mut step = best.and_then(|reading| reading.step);
    let mut chosen = Vec::new();
    while let Some(at) = step {
        chosen.push(steps[at].heading.clone());
        step = steps[at].before;
    }
    chosen.reverse();
    chosen
}

/// The cheapest readings, one for each state, with their steps written down.
fn keep(next: Vec<(Reading, Option<Heading>)>, steps: &mut Vec<Step>) -> Vec<Reading> {
    let mut states = BTreeSet::new();
    let mut kept = Vec::new();
    for (mut reading, heading) in next {
        if kept.len() == READINGS || !states.insert((reading.stack.clone(), reading.gaps)) {
            continue;
        }
        if let Some(heading) = heading {
            steps.push(Step { before: reading.step, heading });
            reading.step = Some(steps.len() - 1);
        }
        kept.push(reading);
    }
    kept
}

impl Reading {
    /// All ways to take the mark as a heading.
    fn with(&self, index: usize, mark: &Seen) -> Vec<(Reading, Heading)> {
        let mut ways = Vec::new();
        for kind in kinds(mark.kind) {
            let alias = if *kind == mark.kind { 0 } else { 8 };
            let open = self.stack.iter().position(|level| level.kind == *kind);
            if let Some(depth) = open {
                ways.push(self.going_on(index, mark, depth, alias));
            } else {
                ways.extend(self.opening(index, mark, *kind, self.stack.len(), alias));
            }
            if mark.gaps > self.gaps {
                ways.extend(self.supposing(index, mark, *kind, alias));
            }
        }
        ways
    }

    /// The mark goes on with the series at this depth.
    fn going_on(&self, index: usize, mark: &Seen, depth: usize, alias: u32) -> (Reading, Heading) {
        let mut reading = self.closed_to(depth + 1);
        let lossy = mark.gaps > self.gaps;
        let last = self.stack[depth].value;
        let value = if mark.kind == Kind::Plain { last + 1 } else { mark.value };
        let mut lost = Vec::new();
        reading.price += alias
            + match value.checked_sub(last) {
                Some(1) => 0,
                Some(0) => {
                    if mark.place == Place::Line {
                        18
                    } else {
                        30
                    }
                }
                Some(_) if lossy => {
                    lost.extend(mark.text_since_gap.then_some((depth, value - 1)));
                    3
                }
                Some(more) => 10 + 3 * (more - 1).min(8),
                None if value == 1 => 22,
                None => 25,
            };
        if mark.kind == Kind::Plain {
            reading.price += 2;
        }
        if let Some(level) = reading.stack.last_mut() {
            level.value = value;
            level.goes_on = true;
        }
        reading.gaps = mark.gaps;
        (reading, Heading { mark: index, depth, lost })
    }

    /// The mark opens a series below the first `depth` open ones.
    fn opening(
        &self,
        index: usize,
        mark: &Seen,
        kind: Kind,
        depth: usize,
        alias: u32,
    ) -> Option<(Reading, Heading)> {
        if depth >= DEEPEST {
            return None;
        }
        let mut reading = self.closed_to(depth);
        let lossy = mark.gaps > self.gaps;
        let value = if mark.kind == Kind::Plain { 1 } else { mark.value };
        let runs_on = reading.closed.iter().any(|(closed, last)| *closed == kind && last + 1 == value);
        let mut lost = Vec::new();
        reading.price += alias;
        reading.price += match value {
            1 => 0,
            _ if runs_on => 5,
            _ if lossy => {
                lost.extend(mark.text_since_gap.then_some((depth, value - 1)));
                4
            }
            _ => 20 + 3 * value.min(5),
        };
        if mark.kind == Kind::Plain {
            reading.price += 8;
        }
        if let Some(top) = reading.stack.last() {
            let nests = match kind {
                Kind::Decimal(2..) => mark.above == Some(top.value),
                _ => kind > top.kind || mark.kind == Kind::Plain || top.kind == Kind::Plain,
            };
            reading.price += if nests { 0 } else { 15 };
        }
        // Where text is lost, so may be what the series went on with.
        reading.stack.push(Level { kind, value, goes_on: lossy, inline: mark.place != Place::Line });
        reading.gaps = mark.gaps;
        Some((reading, Heading { mark: index, depth, lost }))
    }

    /// The mark opens a series below a heading that was lost: the next of an open series, or the first of a kind that
    /// stood between in other chapters.
    fn supposing(&self, index: usize, mark: &Seen, kind: Kind, alias: u32) -> Vec<(Reading, Heading)> {
        let mut ways = Vec::new();
        let mut suppose = |mut above: Reading, depth: usize, value: u32| {
            above.price += 6;
            if let Some((reading, mut heading)) = above.opening(index, mark, kind, depth + 1, alias) {
                heading.lost.insert(0, (depth, value));
                ways.push((reading, heading));
            }
        };
        for (depth, level) in self.stack.iter().enumerate().filter(|(_, level)| level.kind < kind) {
            let mut above = self.closed_to(depth + 1);
            let value = level.value + 1;
            if let Some(level) = above.stack.last_mut() {
                level.value = value;
                level.goes_on = true;
            }
            suppose(above, depth, value);
        }
        let depth = self.stack.len();
        for (between, _) in &self.closed {
            if self.stack.last().is_some_and(|top| top.kind < *between)
                && *between < kind
                && depth + 1 < DEEPEST
            {
                let mut above = self.clone();
                above.stack.push(Level { kind: *between, value: 1, goes_on: true, inline: false });
                suppose(above, depth, 1);
            }
        }
        ways
    }

    /// The reading with only the first `depth` series left open.
    fn closed_to(&self, depth: usize) -> Reading {
        let mut reading = self.clone();
        reading.price += self.closing(depth);
        for level in reading.stack.drain(depth.min(self.stack.len())..) {
            reading.closed.retain(|(kind, _)| *kind != level.kind);
            reading.closed.push((level.kind, level.value));
        }
        reading
    }

    /// What it costs to close all series below the first `depth`: one heading alone is no series.
    fn closing(&self, depth: usize) -> u32 {
        let lonely = self.stack.iter().skip(depth).filter(|level| !level.goes_on);
        lonely.map(|level| if level.inline { 10 } else { 4 }).sum()
    }
}

/// The kinds that a mark may stand for: （1） is now and then misprinted for （一）.
fn kinds(kind: Kind) -> &'static [Kind] {
    match kind {
        Kind::Part => &[Kind::Part],
        Kind::Chapter => &[Kind::Chapter],
        Kind::Section => &[Kind::Section],
        Kind::Article => &[Kind::Article],
        Kind::Comma => &[Kind::Comma],
        Kind::Bracket => &[Kind::Bracket],
        Kind::Plain => &[Kind::Plain],
        Kind::Dot => &[Kind::Dot],
        Kind::DigitBracket => &[Kind::DigitBracket, Kind::Bracket],
        Kind::Circle => &[Kind::Circle],
        Kind::Decimal(1) => &[Kind::Decimal(1)],
        Kind::Decimal(2) => &[Kind::Decimal(2)],
        Kind::Decimal(3) => &[Kind::Decimal(3)],
        Kind::Decimal(4) => &[Kind::Decimal(4)],
        Kind::Decimal(_) => &[Kind::Decimal(5)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Kind::{Bracket, Comma, DigitBracket, Dot};

    fn line(kind: Kind, value: u32) -> Seen {
        let price = plain_price(kind, Place::Line);
        Seen { kind, value, above: None, place: Place::Line, price, gaps: 0, text_since_gap: true }
    }

    fn depths(seen: &[Seen]) -> Vec<(usize, usize)> {
        headings(seen).iter().map(|heading| (heading.mark, heading.depth)).collect()
    }

    #[test]
    fn series_lie_in_one_another_and_run_on() {
        let seen: Vec<Seen> = [
            (Comma, 1),
            (Bracket, 1),
            (Dot, 1),
            (Dot, 2),
            (Bracket, 2),
            (Dot, 3),
            (Dot, 4),
            (Comma, 2),
            (Bracket, 3),
        ]
        .map(|(kind, value)| line(kind, value))
        .to_vec();
        let expected = [0, 1, 2, 2, 1, 2, 2, 0, 1];
        assert_eq!(depths(&seen).iter().map(|(_, depth)| *depth).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_number_in_the_wrong_brackets_is_one_of_its_siblings() {
        let seen = [(Comma, 1), (DigitBracket, 1), (Dot, 1), (Dot, 2), (Bracket, 2), (Dot, 3), (Bracket, 3)]
            .map(|(kind, value)| line(kind, value));
        assert_eq!(depths(&seen).iter().map(|(_, depth)| *depth).collect::<Vec<_>>(), [0, 1, 2, 2, 1, 2, 1]);
    }

    #[test]
    fn a_number_that_fits_nowhere_is_no_heading() {
        let mut odd = line(Dot, 14);
        odd.price = plain_price(Dot, Place::Sentence);
        odd.place = Place::Sentence;
        let seen = [line(Comma, 1), line(Bracket, 1), odd, line(Bracket, 2), line(Comma, 2)];
        assert_eq!(depths(&seen).iter().map(|(mark, _)| *mark).collect::<Vec<_>>(), [0, 1, 3, 4]);
    }

    #[test]
    fn headings_that_were_lost_are_supposed_only_where_text_is_lost() {
        let label = |value, gaps| Seen { price: 40, gaps, ..line(Dot, value) };
        let whole = |kind, value, gaps| Seen { gaps, ..line(kind, value) };
        let seen = [
            whole(Comma, 1, 0),
            whole(Bracket, 1, 0),
            label(1, 0),
            label(2, 0),
            label(3, 0),
            label(2, 1),
            label(3, 1),
            whole(Bracket, 3, 1),
        ];
        let lost: Vec<_> = headings(&seen).into_iter().flat_map(|heading| heading.lost).collect();
        assert_eq!(lost, [(1, 2), (2, 1)]);
        let unbroken: Vec<Seen> = seen.iter().map(|seen| Seen { gaps: 0, ..seen.clone() }).collect();
        assert!(headings(&unbroken).iter().all(|heading| heading.lost.is_empty()));
    }

    #[test]
    fn the_work_grows_in_step_with_the_marks() {
        let seen: Vec<Seen> =
            (0..3000).map(|at| line(if at % 2 == 0 { Dot } else { Bracket }, at % 7 + 1)).collect();
        assert!(headings(&seen).len() <= seen.len());
    }
}
