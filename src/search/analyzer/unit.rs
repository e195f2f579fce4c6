//! Turns comparable characters into units: Han characters, numbers, words.
//! Knows nothing of terms.

/// A piece of a text that is looked at as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: Kind,
    /// Its first character.
    pub from: usize,
    /// Behind its last character.
    pub to: usize,
}

/// What a unit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One Chinese or Japanese character.
    Han,
    /// Letters, perhaps with digits.
    Word,
    /// A number, written with digits.
    Number(Number),
}

/// A number as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// All ways to say it; a query asks for the first.
    pub forms: Vec<String>,
    /// It may be multiplied by a word behind it.
    pub is_plain: bool,
}

/// True for characters that are written without spaces between words.
pub fn is_han(char: char) -> bool {
    matches!(u32::from(char),
        0x3005..=0x3007 | 0x3021..=0x3029 | 0x3031..=0x3035 | 0x3041..=0x30ff
        | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0x2_0000..=0x3_23af)
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() && !is_han(char)
}

/// True when a unit and the one behind it stand in one chain: nothing is between them, and neither is a word.
pub fn is_linked(here: &Unit, next: &Unit) -> bool {
    here.to == next.from && here.kind != Kind::Word && next.kind != Kind::Word
}

/// The units of some characters, from left to right.
pub fn units(chars: &[char]) -> Vec<Unit> {
    let mut units = Vec::with_capacity(chars.len());
    let mut at = 0;
    while let Some(char) = chars.get(at) {
        let found = match char {
            char if is_han(*char) => Some((Kind::Han, at + 1)),
            '0'..='9' => Some(number(chars, at).unwrap_or_else(|| (Kind::Word, word(chars, at)))),
            char if is_word(*char) => Some((Kind::Word, word(chars, at))),
            _ => None,
        };
        let to = found.as_ref().map_or(at + 1, |(_, to)| *to);
        units.extend(found.map(|(kind, to)| Unit { kind, from: at, to }));
        at = to;
    }
    units
}

/// Behind the word that begins here.
fn word(chars: &[char], from: usize) -> usize {
    let is_word_at = |at: usize| chars.get(at).is_some_and(|char| is_word(*char));
    let mut at = from + 1;
    while is_word_at(at) || (chars.get(at) == Some(&'\'') && is_word_at(at + 1)) {
        at += 1;
    }
    at
}

/// The number that begins here; none where the digits are the beginning of a word.
fn number(chars: &[char], from: usize) -> Option<(Kind, usize)> {
    let whole = digits(chars, from);
    let text = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
    if let Some(serial) = serial(chars, from, whole) {
        let end = digits(chars, serial);
        let (year, serial) = (text(from, whole), text(serial, end));
        let forms = vec![format!("{year}〕{serial}"), year, serial];
        return Some((Kind::Number(Number { forms, is_plain: false }), end));
    }
    let grouped = groups(chars, from, whole);
    let mut end = grouped.unwrap_or(whole);
    let decimal = fraction(chars, end).filter(|end| grouped.is_some() || fraction(chars, *end).is_none());
    if grouped.is_none() && decimal.is_none() && chars.get(end).is_some_and(|char| is_word(*char)) {
        return None;
    }
    end = decimal.unwrap_or(end);
    let mut written: String = chars[from..end].iter().filter(|char| **char != ',').collect();
    if decimal.is_some() {
        written.truncate(written.trim_end_matches('0').trim_end_matches('.').len());
    }
    if chars.get(end) == Some(&'%') {
        let forms = vec![format!("{written}%"), written];
        return Some((Kind::Number(Number { forms, is_plain: false }), end + 1));
    }
    let is_plain = !written.starts_with('0') || written.starts_with("0.") || written == "0";
    Some((Kind::Number(Number { forms: vec![written], is_plain }), end))
}

fn is_digit(chars: &[char], at: usize) -> bool {
    chars.get(at).is_some_and(char::is_ascii_digit)
}

/// Behind the digits that begin here.
fn digits(chars: &[char], from: usize) -> usize {
    (from..).find(|at| !is_digit(chars, *at)).unwrap_or(from)
}

/// Where the serial number behind a year in brackets begins: 〔2021〕6号.
fn serial(chars: &[char], from: usize, whole: usize) -> Option<usize> {
    let is_closed = matches!(chars.get(whole), Some('〕' | ']' | ')' | '】'));
    (whole - from == 4 && is_closed && is_digit(chars, whole + 1)).then_some(whole + 1)
}

/// Behind the groups of three digits that follow commas.
fn groups(chars: &[char], from: usize, whole: usize) -> Option<usize> {
    let mut end = whole;
    let is_group = |at: usize| {
        chars.get(at) == Some(&',')
            && (1..4).all(|step| is_digit(chars, at + step))
            && !is_digit(chars, at + 4)
    };
    while whole - from <= 3 && is_group(end) {
        end += 4;
    }
    (end > whole).then_some(end)
}

/// Behind the point that stands here and the digits after it.
fn fraction(chars: &[char], at: usize) -> Option<usize> {
    (chars.get(at) == Some(&'.') && is_digit(chars, at + 1)).then(|| digits(chars, at + 1))
}

/// What a word behind a number makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiplied {
    /// The number's value.
    pub value: String,
    /// How many units say the multiplier.
    pub units: usize,
}

/// The value of the number at a place, if a multiplier follows it: 1.25万, 12.5 million.
pub fn multiplied(chars: &[char], units: &[Unit], at: usize) -> Option<Multiplied> {
    let Kind::Number(Number { forms, is_plain: true }) = &units[at].kind else { return None };
    let touching = |step: usize| {
        let (before, unit) = (&units[at + step - 1], units.get(at + step)?);
        (before.to == unit.from && unit.kind == Kind::Han).then(|| chars[unit.from])
    };
    let (places, units) = match (touching(1), touching(1).and_then(|_| touching(2))) {
        (Some('万'), Some('亿')) => (12, 2),
        (Some('万'), _) => (4, 1),
        (Some('亿'), _) => (8, 1),
        (Some(_), _) => return None,
        (None, _) => (spelled(chars, &units[at], units.get(at + 1)?)?, 1),
    };
    Some(Multiplied { value: shifted(&forms[0], places), units })
}

/// By how many places an English word behind one space moves the point.
fn spelled(chars: &[char], number: &Unit, word: &Unit) -> Option<usize> {
    if word.kind != Kind::Word || word.from != number.to + 1 || chars[number.to] != ' ' {
        return None;
    }
    let words = [("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)];
    let here = &chars[word.from..word.to];
    words.into_iter().find(|(word, _)| here.iter().copied().eq(word.chars())).map(|(_, places)| places)
}

/// A decimal number with its point moved to the right.
fn shifted(number: &str, places: usize) -> String {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let mut digits = format!("{whole}{part:0<places$}");
    let rest = digits.split_off(whole.len() + places);
    let digits = digits.trim_start_matches('0');
    let whole = if digits.is_empty() { "0" } else { digits };
    if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") }
}
