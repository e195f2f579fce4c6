//! Turns the English names, terms and numbering that hold numerals into their extent, so that they are passed over.
//! Knows nothing of amounts.

use super::numeral::{self, Form};
use super::ordinal::{self, is_ending, ordinal};
use super::token::{Gap, Kind, Token, Tokens};
use super::{dash, date, unit};
use crate::quantity::value::Unit;

/// Names that begin with a numeral in words, whatever their case.
pub(super) const FIXED: &[&str] = &[
    "one belt one road",
    "one country two systems",
    "three medicines and three formulas",
    "three formulas and three medicines",
    "three medicines and three prescriptions",
    "three prescriptions and three medicines",
    "two sessions",
    "two centenary goals",
];

/// Words before a number in digits that make it the number of something.
pub(super) const LABELS: &[&str] = &[
    "article",
    "section",
    "chapter",
    "table",
    "figure",
    "fig",
    "annex",
    "appendix",
    "attachment",
    "paragraph",
    "subparagraph",
    "para",
    "clause",
    "item",
    "part",
    "page",
    "pp",
    "p",
    "step",
    "project",
    "task",
    "note",
    "column",
    "row",
    "box",
    "room",
    "building",
    "line",
    "route",
    "highway",
    "channel",
    "volume",
    "vol",
    "issue",
    "floor",
    "module",
    "lot",
    "batch",
    "group",
    "schedule",
    "rule",
    "point",
    "principle",
    "goal",
    "indicator",
    "ext",
];

/// Labels whose number belongs to the noun behind it: type 2 diabetes, level 3 hospitals.
pub(super) const KINDS: &[&str] = &["grade", "level", "class", "tier", "type", "phase", "stage", "category"];

/// Labels whose number may be long or have a stop.
pub(super) const STANDARDS: &[&str] = &[
    "ISO",
    "IEC",
    "TC",
    "SC",
    "GB",
    "DB",
    "SDG",
    "WHA",
    "Agenda",
    "Fortune",
    "Windows",
    "resolution",
    "version",
    "release",
];

/// Words before the digits of a call.
pub(super) const CALLS: &[&str] = &["tel", "telephone", "phone", "fax", "hotline", "postcode", "mobile"];

/// Where the name or number of something that begins at `t` ends.
pub(super) fn at(tokens: &Tokens, t: usize) -> Option<usize> {
    match tokens.get(t)?.kind {
        // 010 5995 7777
        Kind::Code if tokens.reader.at(tokens.start(t)) == '0' => Some(digits_end(tokens, t + 1)),
        Kind::Code => Some(t + 1),
        Kind::Word => word(tokens, t),
        Kind::Number => ordinal::at(tokens, t)
            .map(|(_, end)| end)
            .or_else(|| numbering(tokens, t))
            .or_else(|| tied(tokens, t))
            .or_else(|| named(tokens, t)),
        Kind::Sign(sign) => bracket(tokens, t, sign),
    }
}

fn word(tokens: &Tokens, t: usize) -> Option<usize> {
    if let Some(end) = FIXED.iter().find_map(|name| tokens.phrase(t, name)) {
        return Some(end);
    }
    // Group of 20, Group of Twenty, Group of 77 and China.
    if tokens.word(t) == "Group" && tokens.is(t + 1, "of") {
        return numeral::at(tokens, t + 2).map(|numeral| numeral.end);
    }
    // The top ten are ranks, not an amount.
    if tokens.is(t, "top") && tokens.follows(t + 1) {
        return numeral::at(tokens, t + 1).map(|numeral| numeral.end);
    }
    spelled_ordinal(tokens, t).or_else(|| call(tokens, t)).or_else(|| labelled(tokens, t))
}

/// twenty-first, one hundred and fiftieth: past the whole of it.
fn spelled_ordinal(tokens: &Tokens, t: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let is_long = tokens.sign(t + 1) == '-' || tokens.is_any(t + 1, &["hundred", "thousand"]);
    if !is_long || numeral::at(tokens, t).is_some_and(|numeral| numeral.form == Form::Share) {
        return None;
    }
    let joins = |at: usize| {
        (tokens.sign(at) == '-' && tokens.is_tied(at))
            || tokens.is_any(at, &["and", "hundred", "thousand"])
            || numeral::is_small(tokens.word(at))
    };
    let last = (t..t + LONGEST).find(|at| !joins(*at))?;
    (last > t + 1 && numeral::is_small(tokens.word(t)) && ordinal(tokens.word(last)).is_some())
        .then_some(last + 1)
}

/// Tel.: 010 1234 5678
fn call(tokens: &Tokens, t: usize) -> Option<usize> {
    if !tokens.is_any(t, CALLS) {
        return None;
    }
    let from = (t + 1..t + 4).find(|at| !matches!(tokens.sign(*at), '.' | ':' | '+'))?;
    let end = digits_end(tokens, from);
    // A plan for a hotline (2021–2025): in brackets, a year is a year.
    let is_year = tokens.sign(from) == '(' && super::date::year(tokens, from + 1).is_some();
    (end > from && !is_year).then_some(end)
}

/// Past a few groups of digits with nothing but spaces, hyphens and brackets between them.
fn digits_end(tokens: &Tokens, t: usize) -> usize {
    const LONGEST: usize = 12;
    let is_part = |at: usize| match tokens.get(at).map(|token| token.kind) {
        Some(Kind::Number) => tokens.digits(at).is_some_and(|digits| digits.is_plain),
        Some(Kind::Code) => true,
        Some(Kind::Sign(sign)) => matches!(sign, '-' | '(' | ')'),
        _ => false,
    };
    let end = (t..t + LONGEST).find(|at| !is_part(*at) || !tokens.follows(*at)).unwrap_or(t + LONGEST);
    // The line may go on with an amount after a bracket that closes behind the call.
    if end > t && matches!(tokens.sign(end - 1), ')' | '(') { end - 1 } else { end }
}

/// Article 14, Nos. 3 and 5, Chapters 2–4, No. 6.
fn labelled(tokens: &Tokens, t: usize) -> Option<usize> {
    let word = tokens.word(t);
    let stem = word.strip_suffix('s').unwrap_or(word);
    let is_among = |labels: &[&str]| {
        [word, stem].iter().any(|word| labels.iter().any(|label| label.eq_ignore_ascii_case(word)))
    };
    let is_standard = is_among(STANDARDS) && tokens.follows(t + 1) && date::at(tokens, t + 1).is_none();
    if is_standard && tokens.digits(t + 1).is_some() {
        return Some(digits_end(tokens, t + 1).max(t + 2));
    }
    // "Numbers 4 and 13 are binding": in small letters, or before an amount of something, a number is only a count.
    let is_number =
        matches!(stem, "Number") || (matches!(stem, "No" | "no" | "NO") && tokens.sign(t + 1) == '.');
    // "Project 211 universities": a label with a capital takes the noun along.
    let is_kind = is_among(KINDS) || (word.starts_with("Project") && !tokens.begins_sentence(t));
    if !(is_number || is_kind || is_among(LABELS)) {
        return None;
    }
    let from = if matches!(tokens.sign(t + 1), '.' | '-') && tokens.is_tied(t + 1) { t + 2 } else { t + 1 };
    let mut end = number_of(tokens, from, is_kind)?;
    // A list of numbers goes on after a plural or a dash, and is short.
    for _ in 0..16 {
        let goes_on =
            word.ends_with('s') && (tokens.is_any(end, &["and", "to", "or"]) || tokens.sign(end) == ',');
        let next = goes_on.then_some(end + 1);
        let next = dash(tokens, end).or(next);
        let Some(next) = next.and_then(|next| number_of(tokens, next, is_kind)) else { break };
        end = next;
    }
    Some(end)
}

/// Past a small whole number that counts nothing, in digits or in a word: level 2, levels one and two.
fn number_of(tokens: &Tokens, t: usize, takes_noun: bool) -> Option<usize> {
    let is_small = match tokens.get(t)?.kind {
        // Table 2.1
        Kind::Number => {
            tokens.digits(t).is_some_and(|digits| !digits.is_fraction && digits.end - tokens.start(t) <= 4)
        }
        Kind::Word => numeral::is_small(tokens.word(t)),
        _ => false,
    };
    let counts = unit::at(tokens, t + 1)
        .is_some_and(|found| found.end > t + 1 && !(takes_noun && matches!(found.unit, Unit::Count(_))))
        || tokens.is_any(t + 1, &["hundred", "thousand", "million", "billion", "trillion"]);
    let is_tied = tokens.is_tied(t) && !matches!(tokens.sign(t.wrapping_sub(1)), '.' | '-' | '–');
    (is_small && !counts && !is_tied).then_some(t + 1)
}

/// 1. and 2) in front of what they number, and the first cell of a table row.
fn numbering(tokens: &Tokens, t: usize) -> Option<usize> {
    let token = tokens.get(t)?;
    let is_short = tokens.digits(t).is_some_and(|digits| digits.is_plain) && token.end - token.start <= 3;
    if !is_short || !tokens.reader.begins_line(token.start) {
        return None;
    }
    let is_stop =
        matches!(tokens.sign(t + 1), '.' | ')') && tokens.is_tied(t + 1) && tokens.gap(t + 2) == Gap::Space;
    if is_stop && tokens.get(t + 2).is_some() {
        return Some(t + 2);
    }
    (tokens.reader.at(token.end) == '\t').then_some(t + 1)
}

/// 5G, 3D: letters that follow digits without a space and are no unit.
fn tied(tokens: &Tokens, t: usize) -> Option<usize> {
    let is_word =
        matches!(tokens.get(t + 1), Some(Token { kind: Kind::Word | Kind::Code, gap: Gap::None, .. }));
    let word = tokens.word(t + 1);
    let is_known = is_ending(word)
        || word == "s"
        || unit::at(tokens, t + 1).is_some()
        || numeral::at(tokens, t).is_some_and(|numeral| numeral.end > t + 1);
    (is_word && !is_known).then_some(t + 2)
}

/// 211 Project, the 863 Programme, at 9.30 a.m.
fn named(tokens: &Tokens, t: usize) -> Option<usize> {
    let is_name =
        tokens.is_capital(t + 1) && tokens.is_any(t + 1, &["Project", "Program", "Programme", "Hotline"]);
    let is_half_day = tokens.is_any(t + 1, &["am", "pm"])
        || (tokens.is_any(t + 1, &["a", "p"]) && tokens.sign(t + 2) == '.' && tokens.is(t + 3, "m"));
    ((is_name || is_half_day) && tokens.follows(t + 1)).then_some(t + 1)
}

/// (1), `[3]`, `[2021] No. 6`, +86 10: numbering in brackets and the prefix of a call.
fn bracket(tokens: &Tokens, t: usize, sign: char) -> Option<usize> {
    if sign == '+' && tokens.is_tied(t + 1) && tokens.digits(t + 1).is_some() {
        return Some(digits_end(tokens, t + 1));
    }
    let close = match sign {
        '(' => ')',
        '[' => ']',
        '〔' => '〕',
        _ => return None,
    };
    let digits = tokens.digits(t + 1).filter(|digits| digits.is_plain)?;
    let length = digits.end - tokens.start(t + 1);
    let is_number = tokens.sign(t + 2) == close && (length <= 2 || (sign != '(' && length <= 4));
    is_number.then_some(t + 3)
}
