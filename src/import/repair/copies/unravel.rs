//! Turns mixed sentences into two copies: for each sentence, the copy that runs ahead or the one that follows.
//! Knows nothing of paragraphs.
//!
//! The copy ahead is a queue: whatever the follower says next is the sentence that waits longest there, or one that the
//! copy ahead lost. The search keeps the cheapest [`Reading`]s while it walks through the text; it pays for changing
//! from one copy to the other, for numbers that do not follow, and for sentences that have nothing in common with what
//! their copy said last.

use super::Sentence;
use super::chain;
use super::numbering::{Numbering, numbers};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Which copy a sentence belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The copy that runs ahead; `twin` is the same sentence of the follower, and `lost` says that text before it is
    /// lost in this copy.
    Ahead { twin: Option<usize>, lost: bool },
    /// The copy that follows.
    Behind,
}

impl Side {
    /// The other copy has it.
    pub(super) fn is_duplicate(self) -> bool {
        matches!(self, Side::Ahead { twin: Some(_), .. })
    }

    /// Only the copy ahead has it, and text before it is lost.
    pub(super) fn is_behind_gap(self) -> bool {
        matches!(self, Side::Ahead { twin: None, lost: true })
    }
}

/// What a reading pays, in hundredths of a change of copies.
mod price {
    pub(super) const CHANGE: i64 = 100;
    pub(super) const BROKEN: i64 = 250;
    /// A sentence of the follower that the copy ahead lacks: where it lost text, and where it did not.
    pub(super) const ONLY: i64 = 2;
    pub(super) const INSERTED: i64 = 400;
    /// A sentence of the copy ahead that the follower passed over.
    pub(super) const PASSED: i64 = 300;
    /// What a label is always followed by, read in the other copy.
    pub(super) const TORN: i64 = 80;
    /// The most that foreign words cost.
    pub(super) const FOREIGN: i64 = 100;
}

/// Readings kept at each sentence.
const BEAM: usize = 48;

/// Sentences of a copy that the next one is compared with.
const NEAR: usize = 4;

/// One way to read the text so far.
#[derive(Clone)]
struct Reading {
    cost: i64,
    ahead: bool,
    /// The stretches of the copy ahead: first sentence and the one behind the last.
    runs: Rc<Vec<(usize, usize)>>,
    /// The sentence that waits longest: its run and its place in it.
    front: (usize, usize),
    numbering: [Numbering; 2],
    near: [[usize; NEAR]; 2],
    trail: Option<Rc<Step>>,
}

struct Step {
    side: Side,
    /// The sentence of the copy ahead that this one of the follower repeats.
    twin: Option<usize>,
    before: Option<Rc<Step>>,
}

/// Reads the text.
pub(super) fn unravel(sentences: &[Sentence], pairs: &[(usize, usize)]) -> Vec<Side> {
    let text = Text::new(sentences, pairs);
    let even = text.walk(&BTreeMap::new());
    // Where the copies usually change is known only after a first reading.
    let habit = text.changes(&even);
    text.walk(&habit)
}

/// The sentences to keep, in the order of the text: the follower's, and between them what only the copy ahead has.
pub(super) fn order(sides: &[Side]) -> Vec<usize> {
    let mut ahead = sides.iter().enumerate().filter(|(_, side)| **side != Side::Behind).peekable();
    let twins: BTreeMap<usize, usize> = sides
        .iter()
        .enumerate()
        .filter_map(|(at, side)| match side {
            Side::Ahead { twin: Some(twin), .. } => Some((*twin, at)),
            _ => None,
        })
        .collect();
    let mut order = Vec::new();
    for (at, _) in sides.iter().enumerate().filter(|(_, side)| **side == Side::Behind) {
        if let Some(first) = twins.get(&at) {
            while let Some((passed, side)) = ahead.next_if(|(next, _)| next < first) {
                order.extend((!side.is_duplicate()).then_some(passed));
            }
        }
        order.push(at);
    }
    order.extend(ahead.filter(|(_, side)| !side.is_duplicate()).map(|(at, _)| at));
    order
}

struct Text<'a> {
    sentences: &'a [Sentence],
    numbers: Vec<Vec<(usize, u8)>>,
    /// Which copy is certain.
    certain: Vec<Option<bool>>,
    words: Vec<BTreeSet<(char, char)>>,
    /// In how many sentences a pair of characters stands.
    rarity: BTreeMap<(char, char), usize>,
    /// How nearly all sentences behind a label end.
    endings: BTreeMap<&'a str, String>,
}

/// Where in its paragraph a sentence stands: first, second, further on. Copies that were mixed by a machine change at
/// the same places.
type Spot = (usize, bool);

impl<'a> Text<'a> {
    fn new(sentences: &'a [Sentence], pairs: &[(usize, usize)]) -> Self {
        let mut certain = vec![None; sentences.len()];
        for (first, second) in pairs {
            certain[*first] = Some(true);
            certain[*second] = Some(false);
        }
        let words: Vec<BTreeSet<(char, char)>> =
            sentences.iter().map(|sentence| words(sentence.text())).collect();
        let mut rarity = BTreeMap::new();
        for word in words.iter().flatten() {
            *rarity.entry(*word).or_default() += 1;
        }
        let numbers = sentences.iter().map(|sentence| numbers(sentence.text())).collect();
        Self { sentences, numbers, certain, words, rarity, endings: endings(sentences) }
    }

    fn spot(&self, at: usize, ahead: bool) -> Spot {
        let part = self.sentences[at].part;
        let place = (0..3).take_while(|back| at >= *back && self.sentences[at - back].part == part).count();
        (place, ahead)
    }

    /// What a change to a copy costs at each spot, from how often it happened there.
    fn changes(&self, sides: &[Side]) -> BTreeMap<Spot, i64> {
        let mut counts: BTreeMap<Spot, (i64, i64)> = BTreeMap::new();
        for at in 1..sides.len() {
            let ahead = sides[at] != Side::Behind;
            let was_ahead = sides[at - 1] != Side::Behind;
            // A spot is one where the other copy was read before.
            let count = counts.entry(self.spot(at, !was_ahead)).or_default();
            count.0 += i64::from(ahead != was_ahead);
            count.1 += 1;
        }
        let price = |(changed, all): (i64, i64)| {
            let often = changed * 100 / all.max(1);
            price::CHANGE * 2 - often * 2
        };
        counts.into_iter().map(|(spot, count)| (spot, price(count))).collect()
    }

    fn walk(&self, habit: &BTreeMap<Spot, i64>) -> Vec<Side> {
        let start = Reading {
            cost: 0,
            ahead: true,
            runs: Rc::new(vec![(0, 0)]),
            front: (0, 0),
            numbering: [Numbering::default(); 2],
            near: [[usize::MAX; NEAR]; 2],
            trail: None,
        };
        let mut readings = vec![start];
        for at in 0..self.sentences.len() {
            let mut next: Vec<Reading> = Vec::new();
            for reading in &readings {
                if self.certain[at] != Some(false) {
                    next.push(self.ahead(reading, at, habit));
                }
                if self.certain[at] != Some(true) {
                    next.push(self.behind(reading, at, habit));
                }
            }
            next.sort_by_key(|reading| reading.cost);
            let mut seen = BTreeSet::new();
            next.retain(|reading| seen.insert((reading.ahead, reading.front, reading.numbering)));
            next.truncate(BEAM);
            readings = next;
        }
        readings.first().map_or_else(Vec::new, |best| sides(best, self.sentences.len()))
    }

    fn change(&self, reading: &Reading, at: usize, ahead: bool, habit: &BTreeMap<Spot, i64>) -> i64 {
        if reading.ahead == ahead || at == 0 {
            return 0;
        }
        let price = habit.get(&self.spot(at, ahead)).copied().unwrap_or(price::CHANGE);
        price + if self.belongs_to_label(at) { price::TORN } else { 0 }
    }

    /// Whether a sentence ends as nearly all sentences behind the label before it do: 部门分工 and …负责。
    fn belongs_to_label(&self, at: usize) -> bool {
        let usual = at.checked_sub(1).and_then(|label| self.endings.get(self.sentences[label].text()));
        usual.is_some_and(|usual| ending(self.sentences[at].text()) == *usual)
    }

    fn ahead(&self, reading: &Reading, at: usize, habit: &BTreeMap<Spot, i64>) -> Reading {
        let mut next = reading.clone();
        next.cost += self.change(reading, at, true, habit) + self.strangeness(reading, at, 0);
        let lost = !reading.ahead;
        let runs = Rc::make_mut(&mut next.runs);
        match runs.last_mut() {
            Some(run) if !lost => run.1 = at + 1,
            _ => runs.push((at, at + 1)),
        }
        if lost {
            next.numbering[0].lose();
        }
        next.cost += price::BROKEN * i64::from(next.numbering[0].read(&self.numbers[at]));
        next.step(at, Side::Ahead { twin: None, lost }, None);
        next
    }

    fn behind(&self, reading: &Reading, at: usize, habit: &BTreeMap<Spot, i64>) -> Reading {
        let mut next = reading.clone();
        next.cost += self.change(reading, at, false, habit) + self.strangeness(reading, at, 1);
        let (twin, price) =
            next.follow(|waiting| self.sentences[waiting].text() == self.sentences[at].text());
        next.cost += price + price::BROKEN * i64::from(next.numbering[1].read(&self.numbers[at]));
        next.step(at, Side::Behind, twin);
        next
    }

    /// What it costs that a sentence shares its words with the other copy rather than with its own.
    fn strangeness(&self, reading: &Reading, at: usize, own: usize) -> i64 {
        if self.certain[at].is_some() || self.words[at].is_empty() {
            return 0;
        }
        let shared = |near: &[usize; NEAR]| -> i64 {
            let known = near.iter().filter_map(|place| self.words.get(*place));
            let words: BTreeSet<&(char, char)> =
                known.flat_map(|words| words.intersection(&self.words[at])).collect();
            let weight = |word: &&(char, char)| self.rarity.get(*word).map_or(0, |count| 100 / (count + 1));
            words.iter().map(weight).sum::<usize>().try_into().unwrap_or(i64::MAX)
        };
        (shared(&reading.near[1 - own]) - shared(&reading.near[own])).clamp(0, price::FOREIGN)
    }
}

impl Reading {
    fn step(&mut self, at: usize, side: Side, twin: Option<usize>) {
        let own = usize::from(side == Side::Behind);
        self.ahead = own == 0;
        self.near[own].rotate_right(1);
        self.near[own][0] = at;
        self.trail = Some(Rc::new(Step { side, twin, before: self.trail.take() }));
    }

    /// The sentence in the copy ahead that the follower repeats here, and what that costs.
    fn follow(&mut self, is_same: impl Fn(usize) -> bool) -> (Option<usize>, i64) {
        let (mut run, mut at) = self.front;
        let mut price = 0;
        for _ in 0..6 {
            while run + 1 < self.runs.len() && at >= self.runs[run].1 {
                run += 1;
                at = self.runs[run].0;
            }
            if at >= self.runs[run].1 {
                break;
            }
            if is_same(at) {
                self.front = (run, at + 1);
                return (Some(at), price);
            }
            price += price::PASSED;
            at += 1;
        }
        let (run, at) = self.front;
        let at_loss = at >= self.runs[run].1 || at == self.runs[run].0;
        (None, if at_loss { price::ONLY } else { price::INSERTED })
    }
}

/// The sides along the trail of a reading.
fn sides(reading: &Reading, count: usize) -> Vec<Side> {
    let mut sides = vec![Side::Behind; count];
    let mut twins = BTreeMap::new();
    let mut step = reading.trail.as_ref();
    for at in (0..count).rev() {
        let Some(found) = step else { break };
        sides[at] = found.side;
        twins.extend(found.twin.map(|twin| (twin, at)));
        step = found.before.as_ref();
    }
    for (first, second) in twins {
        if let Side::Ahead { twin, .. } = &mut sides[first] {
            *twin = Some(second);
        }
    }
    sides
}

/// The pairs of neighbouring characters of a sentence, labels and numbers left out.
fn words(text: &str) -> BTreeSet<(char, char)> {
    let chars: Vec<char> = text.chars().filter(|c| super::script::is_han(*c)).collect();
    if chars.len() < 8 { BTreeSet::new() } else { chars.windows(2).map(|pair| (pair[0], pair[1])).collect() }
}

/// The last characters of a sentence, its full stop left out.
fn ending(text: &str) -> String {
    let mut last: Vec<char> = text.trim_end_matches('。').chars().rev().take(2).collect();
    last.reverse();
    last.into_iter().collect()
}

/// For each label that comes back, how the sentences behind it end, where most end alike.
fn endings(sentences: &[Sentence]) -> BTreeMap<&str, String> {
    let mut counts: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for pair in sentences.windows(2).filter(|pair| !chain::is_long(pair[0].text())) {
        *counts.entry(pair[0].text()).or_default().entry(ending(pair[1].text())).or_default() += 1;
    }
    let usual = counts.into_iter().filter_map(|(label, endings)| {
        let all: usize = endings.values().sum();
        let (ending, count) = endings.into_iter().max_by_key(|(_, count)| *count)?;
        (count >= 4 && count * 4 >= all * 3).then_some((label, ending))
    });
    usual.collect()
}
