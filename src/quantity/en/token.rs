//! Turns an English text into words, numbers and signs, with codes and names with digits set apart.
//! Knows nothing of what they mean together.

use super::starter::may_begin;
use crate::lang::is_han;
use crate::quantity::codes::{self, is_letter};
use crate::quantity::currency::Currency;
use crate::quantity::digits::{self, Digits};
use crate::quantity::reader::{Reader, is_blank};

/// What a token is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// A number in digits.
    Number(Digits),
    /// A name or code with digits: G20, ICD-11, 010-12345678.
    Code,
    /// Any other character.
    Sign(char),
}

/// What stands before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing: it is tied to the token before.
    None,
    /// Blanks, or one line end.
    Space,
    /// An empty line, a tab or the beginning of the text.
    Break,
}

/// One word, number or sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// The characters it covers.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) gap: Gap,
}

/// The text as tokens.
pub(super) struct Tokens<'r, 't> {
    pub(super) reader: &'r Reader<'t>,
    tokens: Vec<Token>,
}

/// Beginnings that leave the number behind their hyphen a number: mid-2025.
const TIME_PREFIXES: &[&str] = &["mid", "pre", "post", "early", "late", "since", "by", "until"];

impl<'r, 't> Tokens<'r, 't> {
    pub(super) fn new(reader: &'r Reader<'t>) -> Self {
        let mut tokens = Vec::new();
        let (mut i, mut gap) = (0, Gap::Break);
        while i < reader.len() {
            let (end, space) = space(reader, i);
            if end > i {
                gap = if gap == Gap::Break || space == Gap::Break { Gap::Break } else { space };
                i = end;
                continue;
            }
            let (kind, end) = token(reader, i);
            tokens.push(Token { kind, start: i, end, gap });
            (i, gap) = (end, Gap::None);
        }
        Self { reader, tokens }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token at `t`, if there is one.
    pub(super) fn get(&self, t: usize) -> Option<Token> {
        self.reader.step();
        self.tokens.get(t).copied()
    }

    /// The word at `t` as written, empty if there is none.
    pub(super) fn word(&self, t: usize) -> &'t str {
        match self.get(t) {
            Some(Token { kind: Kind::Word, start, end, .. }) => self.reader.slice(start, end),
            _ => "",
        }
    }

    /// Whether nothing that we read begins with the token at `t`.
    pub(super) fn is_idle(&self, t: usize) -> bool {
        match self.get(t).map(|token| token.kind) {
            Some(Kind::Word) => !may_begin(self.word(t)),
            Some(Kind::Sign(sign)) => !matches!(sign, '“' | '+' | '(' | '[' | '〔'),
            Some(Kind::Number(_)) => false,
            Some(Kind::Code) => self.reader.at(self.start(t)) != '0',
            None => true,
        }
    }

    /// Whether the word at `t` is `word`, whatever its case.
    pub(super) fn is(&self, t: usize, word: &str) -> bool {
        self.word(t).eq_ignore_ascii_case(word)
    }

    /// Whether the word at `t` is one of `words`, whatever its case.
    pub(super) fn is_any(&self, t: usize, words: &[&str]) -> bool {
        let found = self.word(t);
        !found.is_empty() && words.iter().any(|word| word.eq_ignore_ascii_case(found))
    }

    /// The sign at `t`, NUL if there is none.
    pub(super) fn sign(&self, t: usize) -> char {
        match self.get(t) {
            Some(Token { kind: Kind::Sign(sign), .. }) => sign,
            _ => '\0',
        }
    }

    /// The number in digits at `t`.
    pub(super) fn digits(&self, t: usize) -> Option<Digits> {
        match self.get(t)?.kind {
            Kind::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// What stands before the token at `t`; a break behind the end.
    pub(super) fn gap(&self, t: usize) -> Gap {
        self.get(t).map_or(Gap::Break, |token| token.gap)
    }

    /// Whether the token at `t` is tied to the one before.
    pub(super) fn is_tied(&self, t: usize) -> bool {
        self.gap(t) == Gap::None
    }

    /// Whether the token at `t` stands on the line of the one before.
    pub(super) fn follows(&self, t: usize) -> bool {
        self.gap(t) != Gap::Break
    }

    /// Where the tokens up to `t` end, as a character.
    pub(super) fn end_before(&self, t: usize) -> usize {
        t.checked_sub(1).and_then(|last| self.get(last)).map_or(0, |token| token.end)
    }

    /// Where the token at `t` begins, as a character.
    pub(super) fn start(&self, t: usize) -> usize {
        self.get(t).map_or(self.reader.len(), |token| token.start)
    }

    /// Past a phrase of several words at `t`, all on one line.
    pub(super) fn phrase(&self, t: usize, phrase: &str) -> Option<usize> {
        // Of most phrases of a table not even the first letter stands there.
        let initial = |word: &str| word.as_bytes().first().map(u8::to_ascii_lowercase);
        if initial(self.word(t)) != initial(phrase) {
            return None;
        }
        let mut at = t;
        for word in phrase.split(' ') {
            if !self.is(at, word) || (at > t && !self.follows(at)) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// The first token of a phrase that ends right before `t`, not below `floor`.
    pub(super) fn phrase_before(&self, t: usize, floor: usize, phrase: &str) -> Option<usize> {
        let mut at = t;
        for word in phrase.rsplit(' ') {
            if at <= floor || !self.is(at - 1, word) || !self.follows(at) {
                return None;
            }
            at -= 1;
        }
        Some(at)
    }

    /// Whether the word at `t` begins with a capital.
    pub(super) fn is_capital(&self, t: usize) -> bool {
        self.word(t).starts_with(|char: char| char.is_uppercase())
    }

    /// Whether the token at `t` begins a sentence, a line or a cell.
    pub(super) fn begins_sentence(&self, t: usize) -> bool {
        let Some(before) = t.checked_sub(1) else { return true };
        self.gap(t) == Gap::Break
            || matches!(self.sign(before), '.' | '!' | '?' | ':' | '“' | '"' | '(' | '•')
    }
}

/// The blanks and line ends at `i`, and what they amount to.
fn space(reader: &Reader, i: usize) -> (usize, Gap) {
    let (mut end, mut lines, mut tabs) = (i, 0, 0);
    loop {
        match reader.at(end) {
            '\n' => lines += 1,
            '\t' => tabs += 1,
            '\r' => {}
            char if is_blank(char) => {}
            _ => break,
        }
        end += 1;
    }
    (end, if lines > 1 || tabs > 0 { Gap::Break } else { Gap::Space })
}

fn token(reader: &Reader, i: usize) -> (Kind, usize) {
    let char = reader.at(i);
    if is_letter(char) {
        return word(reader, i);
    }
    if char.is_ascii_digit() {
        // Digits that touch Chinese characters belong to a Chinese name in an English text.
        let end = codes::chain_end(reader, i);
        if is_han(reader.before(i)) || is_han(reader.at(end)) {
            return (Kind::Code, end);
        }
        if digits::iso_date(reader, i).is_none()
            && let Some(end) = codes::code(reader, i)
        {
            return (Kind::Code, end);
        }
        return match digits::number(reader, i) {
            Some(digits) => (Kind::Number(digits), digits.end),
            None => (Kind::Code, end),
        };
    }
    match digits::number(reader, i) {
        Some(digits) => (Kind::Number(digits), digits.end),
        None => (Kind::Sign(char), i + 1),
    }
}

/// Letters, or a whole name if it holds digits.
fn word(reader: &Reader, i: usize) -> (Kind, usize) {
    let mut end = i;
    while is_letter(reader.at(end)) || (is_apostrophe(reader.at(end)) && is_letter(reader.at(end + 1))) {
        end += 1;
    }
    // Only what is tied to more can be a name with digits.
    let is_tied = reader.at(end).is_ascii_digit()
        || matches!(reader.at(end), '-' | '_' | '/' | '.' | '#' | '@' | ':' | '–' | '—');
    let name = if is_tied { codes::name(reader, i) } else { return (Kind::Word, end) };
    let is_sign = || Currency::signs().any(|(sign, _)| reader.starts(i, sign) == Some(end));
    let is_time = || {
        let word = reader.slice(i, end);
        reader.at(end) == '-' && TIME_PREFIXES.iter().any(|prefix| prefix.eq_ignore_ascii_case(word))
    };
    if name.has_digits && !is_sign() && !is_time() {
        return (Kind::Code, name.end);
    }
    (Kind::Word, end)
}

fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '’')
}
