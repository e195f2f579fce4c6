//! Turns an English figure with the words around it into a quantity, if it says an amount there.
//! Knows nothing of dates and fixed names.

use super::figure::{self, Figure, Joint};
use super::modifier::{self, Left};
use super::numeral::{self, Form};
use super::token::{Kind, Tokens};
use crate::quantity::scale::whole;
use crate::quantity::value::{Change, Comparator, Quantity, Rational, Unit};

/// The amount whose numeral begins at `t`, nothing of it before `floor`, and where it ends.
/// In a short quotation a numeral in words is part of a name, whatever its unit.
pub(super) fn at(tokens: &Tokens, t: usize, floor: usize, is_quoted: bool) -> Option<(Quantity, usize)> {
    // Most words that could begin a numeral begin none; the words before it are looked at only then.
    numeral::at(tokens, t)?;
    let from = if is_negative(tokens, t) { t - 1 } else { t };
    let left = modifier::left(tokens, from, floor);
    let joint = if left.is_between {
        Joint::And
    } else if modifier::steps_from(tokens, left.start, floor) {
        Joint::None
    } else {
        Joint::Usual
    };
    let figure = figure::at(tokens, t, joint)?;
    let left = fitting(tokens, t, &figure, left);
    if !stands(tokens, t, &figure, &left, is_quoted) {
        return None;
    }
    let right = modifier::right(tokens, figure.end);
    let mut end = right.map_or(figure.end, |(_, end)| end);
    let mut change = if figure.adds { Change::Add } else { modifier::change(tokens, left.start, end, floor) };
    if let Some(behind) = modifier::addition(tokens, end).filter(|_| !figure.adds && !left.is_rate) {
        (change, end) = (Change::Add, behind);
    }
    let bound = left.comparator.or(figure.hint).or(right.map(|(comparator, _)| comparator));
    let comparator = if figure.upper.is_some() { Comparator::Range } else { bound.unwrap_or_default() };
    let span = tokens.reader.bytes(tokens.start(left.start), tokens.end_before(end));
    // "increase threefold" reaches three times as much.
    let change = if tokens.is(end.saturating_sub(1), "fold") { Change::Level } else { change };
    let unit = unit(tokens, &figure, &left);
    let value = if from < t { -figure.value } else { figure.value };
    Some((Quantity { span, value, upper: figure.upper, comparator, change, unit }, end))
}

/// Whether a minus stands before the per cent at `t`, and no dash of a range or a name.
fn is_negative(tokens: &Tokens, t: usize) -> bool {
    let Some(sign) = t.checked_sub(1).filter(|sign| matches!(tokens.sign(*sign), '-' | '−')) else {
        return false;
    };
    let is_apart = !tokens.is_tied(sign) || (sign > 0 && tokens.sign(sign - 1) == '(');
    let is_share = tokens.sign(t + 1) == '%' || tokens.is_any(t + 1, &["percent", "per"]);
    tokens.is_tied(t) && is_apart && is_share
}

/// The words before the figure without those that mean something else there.
fn fitting(tokens: &Tokens, t: usize, figure: &Figure, left: Left) -> Left {
    let is_duration = matches!(figure.unit, Some(Unit::Duration(_)));
    let is_in_digits = figure.form == Form::Digits;
    let keeps = if tokens.is(left.start, "over") {
        // "over three years" is during them, "over 30 years" more than them.
        !is_duration || figure.value >= whole(10)
    } else if tokens.is(left.start, "under") {
        is_in_digits
            || matches!(figure.unit, Some(Unit::Percent | Unit::Money(_) | Unit::Age | Unit::Fraction))
    } else if tokens.is(left.start, "within") {
        is_duration || matches!(figure.unit, Some(Unit::Percent | Unit::Points))
    } else if left.is_between {
        figure.upper.is_some()
    } else if left.is_rate {
        !is_duration
    } else {
        true
    };
    if keeps {
        return left;
    }
    // The currency sign stays, whatever the word before it was.
    let start = if left.currency.is_some() { left.start + 1 } else { t };
    Left { start, comparator: None, is_rate: false, is_between: false, ..left }
}

fn unit(tokens: &Tokens, figure: &Figure, left: &Left) -> Unit {
    match (&figure.unit, left.currency) {
        (Some(unit), _) if left.is_rate => Unit::Per(match unit {
            Unit::Count(word) => word.clone(),
            _ => tokens.word(figure.end.saturating_sub(1)).to_owned(),
        }),
        (None, _) if left.is_rate => Unit::Per(String::new()),
        (Some(Unit::Money(_) | Unit::Count(_) | Unit::Fraction) | None, Some(currency)) => {
            Unit::Money(currency)
        }
        (Some(unit), _) => unit.clone(),
        (None, None) => Unit::Count(String::new()),
    }
}

/// Whether the figure says an amount here, and is no part of a name.
fn stands(tokens: &Tokens, t: usize, figure: &Figure, left: &Left, is_quoted: bool) -> bool {
    if matches!(figure.form, Form::Digits | Form::Share | Form::Vague) {
        return true;
    }
    let numeral_end = figure.end;
    // "Three Medicines" inside a sentence is a name; at its beginning the plural with a capital tells.
    let is_title = tokens.is_capital(numeral_end) && tokens.word(numeral_end).ends_with('s');
    let is_name = is_quoted || (tokens.is_capital(t) && (!tokens.begins_sentence(t) || is_title));
    // two-way, three-dimensional, one-stop
    let is_compound =
        figure.unit.is_none() && tokens.sign(numeral_end) == '-' && tokens.is_tied(numeral_end + 1);
    if is_name || (is_compound && tokens.is_tied(numeral_end)) {
        return false;
    }
    let is_pronoun = figure.unit.is_none() && stands_alone(tokens, t, numeral_end);
    if is_pronoun && figure.upper.is_none() && left.comparator.is_none() {
        return false;
    }
    figure.form != Form::One
        || figure.upper.is_some()
        || left.comparator.is_some()
        || counts_one(tokens, t, figure)
}

/// "the two are linked", "the first two": the numeral stands for things already named.
fn stands_alone(tokens: &Tokens, t: usize, end: usize) -> bool {
    const BEHIND: &[&str] = &[
        "are", "is", "was", "were", "will", "have", "has", "can", "must", "should", "may", "already", "so",
        "that", "to", "and", "or", "in", "on", "at", "for", "with",
    ];
    let is_before =
        t > 0 && tokens.is_any(t - 1, &["the", "these", "those", "first", "last", "other", "latter"]);
    let is_end = tokens.get(end).is_none_or(|token| matches!(token.kind, Kind::Sign(sign) if sign != '-'));
    is_before && (is_end || tokens.is_any(end, BEHIND))
}

/// Whether "one" counts: before a noun, not as a pronoun.
fn counts_one(tokens: &Tokens, t: usize, figure: &Figure) -> bool {
    const BEFORE: &[&str] = &[
        "no",
        "any",
        "every",
        "each",
        "this",
        "that",
        "the",
        "which",
        "another",
        "number",
        "only",
        "another's",
        "such",
        "by",
        "as",
        "last",
        "next",
    ];
    const BEHIND: &[&str] = &[
        "of", "another", "or", "and", "that", "who", "which", "in", "is", "was", "has", "to", "for", "with",
        "as", "by", "on", "at", "from", "after", "can", "may", "should", "must", "will", "side", "hand",
        "day", "thing", "way", "such", "where", "when", "but",
    ];
    if figure.unit.is_some() {
        return !(t > 0 && tokens.is_any(t - 1, &["the", "every", "each", "any"]));
    }
    let is_pronoun = (t > 0 && tokens.is_any(t - 1, BEFORE)) || tokens.is_any(t + 1, BEHIND);
    // "one led by": the participle describes what one stands for.
    let is_pronoun = is_pronoun || tokens.word(t + 1).ends_with("ed");
    let has_noun =
        tokens.get(t + 1).is_some_and(|token| matches!(token.kind, Kind::Word)) && tokens.follows(t + 1);
    !is_pronoun && has_noun
}

/// Verbs and adverbs of a factor.
pub(super) const SURE: &[(&str, i128)] = &[
    ("doubled", 2),
    ("doubling", 2),
    ("doubles", 2),
    ("twofold", 2),
    ("tripled", 3),
    ("tripling", 3),
    ("triples", 3),
    ("trebled", 3),
    ("threefold", 3),
    ("quadrupled", 4),
    ("quadrupling", 4),
    ("fourfold", 4),
    ("fivefold", 5),
    ("sixfold", 6),
    ("eightfold", 8),
    ("tenfold", 10),
];
/// Words of a factor that are more often something else.
pub(super) const UNSURE: &[(&str, i128)] =
    &[("double", 2), ("twice", 2), ("triple", 3), ("treble", 3), ("quadruple", 4)];

/// Verbs that halve.
pub(super) const HALVING: &[&str] = &["halve", "halved", "halving", "halves"];

/// doubled, twofold, halve: the amount in the verb at `t`, and where it ends.
pub(super) fn verb(tokens: &Tokens, t: usize, floor: usize) -> Option<(Quantity, usize)> {
    let find =
        |table: &[(&str, i128)]| table.iter().find(|(word, _)| tokens.is(t, word)).map(|(_, factor)| *factor);
    let is_halving = tokens.is_any(t, HALVING);
    let (value, unit) = if let Some(factor) = find(SURE) {
        (whole(factor), Unit::Times)
    } else if let Some(factor) = find(UNSURE).filter(|_| doubles(tokens, t)) {
        (whole(factor), Unit::Times)
    } else if is_halving {
        (Rational::new(1, 2), Unit::Fraction)
    } else {
        return None;
    };
    let left = modifier::left(tokens, t, floor);
    let comparator = left.comparator.unwrap_or_default();
    let start = if left.comparator.is_some() { left.start } else { t };
    let span = tokens.reader.bytes(tokens.start(start), tokens.end_before(t + 1));
    let change = if is_halving { Change::Decrease } else { Change::Level };
    Some((Quantity { span, value, upper: None, comparator, change, unit }, t + 1))
}

/// Whether "double" is a verb or a factor here: double the number, will double; not double-blind, twice a year.
fn doubles(tokens: &Tokens, t: usize) -> bool {
    let is_before = t > 0
        && tokens
            .is_any(t - 1, &["to", "will", "would", "should", "must", "can", "than", "nearly", "almost"]);
    let is_verb = is_before && !tokens.is(t, "twice");
    let takes_object = tokens.is_any(t + 1, &["the", "its", "their", "our", "as"]);
    is_verb && tokens.sign(t + 1) != '-' || takes_object
}
