//! Turns the English words around a numeral into its comparator, its change, its currency sign and its rate.
//! Knows nothing of how the numeral is read.

use super::token::{Kind, Token, Tokens};
use crate::quantity::currency::Currency;
use crate::quantity::value::{Change, Comparator};

use Comparator::{About, AtLeast, AtMost, LessThan, MoreThan, Nearly};

/// Longer phrases before those that they end with.
const BEFORE: &[(&str, Comparator)] = &[
    ("at least", AtLeast),
    ("no fewer than", AtLeast),
    ("not fewer than", AtLeast),
    ("no less than", AtLeast),
    ("not less than", AtLeast),
    ("no lower than", AtLeast),
    ("not lower than", AtLeast),
    ("not below", AtLeast),
    ("a minimum of", AtLeast),
    ("minimum of", AtLeast),
    ("as many as", AtMost),
    ("up to", AtMost),
    ("at most", AtMost),
    ("no more than", AtMost),
    ("not more than", AtMost),
    ("not exceeding", AtMost),
    ("not exceed", AtMost),
    ("no longer than", AtMost),
    ("no higher than", AtMost),
    ("not over", AtMost),
    ("a maximum of", AtMost),
    ("maximum of", AtMost),
    ("within", AtMost),
    ("just under", Nearly),
    ("nearly", Nearly),
    ("almost", Nearly),
    ("close to", Nearly),
    ("approaching", Nearly),
    ("more than", MoreThan),
    ("greater than", MoreThan),
    ("higher than", MoreThan),
    ("in excess of", MoreThan),
    ("upwards of", MoreThan),
    ("upward of", MoreThan),
    ("exceeding", MoreThan),
    ("exceeds", MoreThan),
    ("exceeded", MoreThan),
    ("exceed", MoreThan),
    ("surpassing", MoreThan),
    ("surpassed", MoreThan),
    ("surpass", MoreThan),
    ("over", MoreThan),
    ("above", MoreThan),
    ("beyond", MoreThan),
    ("less than", LessThan),
    ("fewer than", LessThan),
    ("lower than", LessThan),
    ("under", LessThan),
    ("below", LessThan),
    ("in the region of", About),
    ("on the order of", About),
    ("an estimated", About),
    ("about", About),
    ("around", About),
    ("approximately", About),
    ("approx", About),
    ("roughly", About),
    ("circa", About),
    ("some", About),
];

/// What stands before a numeral and belongs to its value.
#[derive(Clone, Copy)]
pub(super) struct Left {
    /// The first token of it.
    pub(super) start: usize,
    pub(super) comparator: Option<Comparator>,
    pub(super) currency: Option<Currency>,
    /// per, for every: what follows is the base of a rate.
    pub(super) is_rate: bool,
    /// between: the range that follows is joined by "and".
    pub(super) is_between: bool,
}

/// What stands before the numeral at `t`, not below `floor`.
pub(super) fn left(tokens: &Tokens, t: usize, floor: usize) -> Left {
    let mut left = Left { start: t, comparator: None, currency: None, is_rate: false, is_between: false };
    if !tokens.follows(t) {
        return left;
    }
    if let Some((currency, start)) = currency(tokens, t, floor) {
        (left.currency, left.start) = (Some(currency), start);
    }
    if let Some(start) =
        ["for every", "per"].iter().find_map(|word| tokens.phrase_before(left.start, floor, word))
    {
        left.is_rate = true;
        left.start = start;
        return left;
    }
    if let Some(start) = tokens.phrase_before(left.start, floor, "between") {
        left.is_between = true;
        left.start = start;
        return left;
    }
    let sign = left.start.checked_sub(1).filter(|before| *before >= floor).and_then(|before| {
        match tokens.sign(before) {
            '≥' => Some(AtLeast),
            '≤' => Some(AtMost),
            '>' => Some(MoreThan),
            '<' => Some(LessThan),
            '~' | '≈' => Some(About),
            _ => None,
        }
    });
    if let Some(comparator) = sign {
        left.comparator = Some(comparator);
        left.start -= 1;
        return left;
    }
    let bound = tokens.entry_before(left.start, floor, BEFORE);
    if let Some((comparator, start)) =
        bound.filter(|(_, start)| *start == 0 || !tokens.is_any(start - 1, &["the"]))
    {
        (left.comparator, left.start) = (Some(*comparator), start);
    }
    left
}

/// The longest currency sign right before the token at `t`, and the token it begins with.
fn currency(tokens: &Tokens, t: usize, floor: usize) -> Option<(Currency, usize)> {
    let reader = tokens.reader;
    let end = reader.gap_before(tokens.start(t), tokens.start(floor));
    let (currency, start) = Currency::signs()
        .filter_map(|(sign, currency)| Some((currency, reader.ends(end, tokens.start(floor), sign)?)))
        .min_by_key(|(_, start)| *start)?;
    // A sign covers at most a word and a character; one that begins inside a word (IRMB) is none.
    let first = (t.saturating_sub(3)..t).find(|at| tokens.start(*at) == start)?;
    Some((currency, first))
}

/// Phrases behind a figure that bound it.
const AFTER: &[(&str, Comparator)] = &[
    ("or more", AtLeast),
    ("and more", AtLeast),
    ("or above", AtLeast),
    ("and above", AtLeast),
    ("or over", AtLeast),
    ("and over", AtLeast),
    ("or older", AtLeast),
    ("and older", AtLeast),
    ("or higher", AtLeast),
    ("and higher", AtLeast),
    ("and up", AtLeast),
    ("or less", AtMost),
    ("and less", AtMost),
    ("or fewer", AtMost),
    ("or below", AtMost),
    ("and below", AtMost),
    ("or under", AtMost),
    ("and under", AtMost),
    ("or younger", AtMost),
    ("and younger", AtMost),
    ("or lower", AtMost),
    ("or so", About),
    ("or thereabouts", About),
];

/// The comparator behind the figure that ends before `t`, and where it ends.
pub(super) fn right(tokens: &Tokens, t: usize) -> Option<(Comparator, usize)> {
    if tokens.sign(t) == '+' && tokens.is_tied(t) {
        return Some((AtLeast, t + 1));
    }
    if tokens.sign(t) == '-' && tokens.is_tied(t) && tokens.is_any(t + 1, &["plus", "odd"]) {
        let comparator = if tokens.is(t + 1, "odd") { MoreThan } else { AtLeast };
        return Some((comparator, t + 2));
    }
    if !tokens.follows(t) {
        return None;
    }
    let (comparator, end) = tokens.entry(t, AFTER)?;
    // "30 hospitals and over 20 clinics", "or more than": there the words bound the next figure.
    let goes_on = matches!(tokens.get(end), Some(Token { kind: Kind::Number, .. })) || tokens.is(end, "than");
    (!goes_on).then_some((*comparator, end))
}

/// Words right behind a figure that say there are so many on top, and where they end.
pub(super) fn addition(tokens: &Tokens, t: usize) -> Option<usize> {
    let adds = tokens.is_any(t, &["more", "additional", "new", "further", "extra"]);
    (adds && tokens.follows(t) && !tokens.is_any(t + 1, &["than", "or"])).then_some(t + 1)
}

const UP: &[&str] = &[
    "increase",
    "increases",
    "increased",
    "increasing",
    "raise",
    "raises",
    "raised",
    "raising",
    "rise",
    "rises",
    "rose",
    "rising",
    "grow",
    "grows",
    "grew",
    "grown",
    "growing",
    "growth",
    "up",
    "expand",
    "expands",
    "expanded",
    "expanding",
    "expansion",
    "gain",
    "climb",
    "climbed",
    "lift",
    "lifted",
    "boost",
    "boosted",
    "improve",
    "improved",
    "higher",
    "hike",
    "scale",
];
const DOWN: &[&str] = &[
    "decrease",
    "decreases",
    "decreased",
    "decreasing",
    "reduce",
    "reduces",
    "reduced",
    "reducing",
    "reduction",
    "reductions",
    "cut",
    "cuts",
    "cutting",
    "lower",
    "lowers",
    "lowered",
    "lowering",
    "fall",
    "falls",
    "fell",
    "fallen",
    "falling",
    "drop",
    "drops",
    "dropped",
    "decline",
    "declines",
    "declined",
    "shorten",
    "shortened",
    "shortening",
    "down",
    "shrink",
    "shrank",
];
const ADDING: &[&str] = &["additional", "another", "further", "extra", "adding", "add", "adds", "added"];

/// How far before "by" its verb may stand.
const REACH: usize = 10;

/// What the words around the figure `start..end` say of its change.
pub(super) fn change(tokens: &Tokens, start: usize, end: usize, floor: usize) -> Change {
    let Some(before) = start.checked_sub(1).filter(|before| *before >= floor && tokens.follows(start)) else {
        return behind(tokens, end);
    };
    if tokens.is_any(before, ADDING) {
        return Change::Add;
    }
    if tokens.is_any(before, &["by"]) {
        let reach = before.saturating_sub(REACH).max(floor);
        for at in (reach..before).rev() {
            if matches!(tokens.sign(at), '.' | ';' | ':') || !tokens.follows(at + 1) {
                break;
            }
            if let Some(change) = direction(tokens, at) {
                return change;
            }
        }
        return behind(tokens, end);
    }
    // "a rise of 5 per cent", "up 5 per cent", "grew 5 per cent"
    let verb = if tokens.is(before, "of") { before.checked_sub(1) } else { Some(before) };
    match verb.filter(|verb| *verb >= floor).and_then(|verb| direction(tokens, verb)) {
        // "expand 30 centres" and "cut 3 ribbons" are no steps unless the verb says so of itself.
        Some(change)
            if tokens.is(before, "of") || !tokens.is_any(before, &["expand", "improve", "cut", "scale"]) =>
        {
            change
        }
        _ => behind(tokens, end),
    }
}

/// "a 10 per cent increase", "5 per cent higher"
fn behind(tokens: &Tokens, t: usize) -> Change {
    if tokens
        .is_any(t, &["up", "improve", "raise", "expand", "scale", "down", "cut", "fall", "lift", "boost"])
    {
        return Change::Level;
    }
    if !tokens.follows(t) {
        return Change::Level;
    }
    if tokens.is_any(t, LARGER) {
        return Change::Increase;
    }
    if tokens.is_any(t, SMALLER) {
        return Change::Decrease;
    }
    direction(tokens, t).unwrap_or_default()
}

fn direction(tokens: &Tokens, t: usize) -> Option<Change> {
    // "make up 5%", "set up 30 centres", "lay down 3 rules": the little word belongs to the verb.
    const MOVING: &[&str] =
        &["is", "are", "was", "were", "be", "been", "go", "goes", "went", "gone", "going"];
    if tokens.is_any(t, &["up", "down"])
        && t > 0
        && tokens.follows(t)
        && !tokens.word(t - 1).is_empty()
        && !tokens.is_any(t - 1, MOVING)
    {
        return None;
    }
    if tokens.is_any(t, UP) {
        Some(Change::Increase)
    } else if tokens.is_any(t, DOWN) {
        Some(Change::Decrease)
    } else {
        None
    }
}

/// Comparatives right behind a figure: 50% larger.
const LARGER: &[&str] = &["larger", "bigger", "greater", "longer"];
const SMALLER: &[&str] = &["smaller", "fewer", "less", "shorter"];

/// Whether "from" stands before the figure at `t` with a verb of stepping before it: from 10% to 15% is then a
/// step between two levels and no range.
pub(super) fn steps_from(tokens: &Tokens, t: usize, floor: usize) -> bool {
    let Some(from) = tokens.phrase_before(t, floor, "from") else { return false };
    let reach = from.saturating_sub(REACH).max(floor);
    (reach..from).rev().take_while(|at| tokens.sign(*at) != '.').any(|at| direction(tokens, at).is_some())
}
