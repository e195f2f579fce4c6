//! Turns an English text into words, numbers and signs, with codes and names with digits set apart.
//! Knows nothing of what they mean together.

use super::starter::{Opens, Starters};
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
    /// A number in digits: [`Tokens::digits`] knows which.
    Number,
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
    /// Of what a word can be the beginning.
    opens: Opens,
}

/// The text as tokens.
pub(super) struct Tokens<'r, 't> {
    pub(super) reader: &'r Reader<'t>,
    tokens: Vec<Token>,
    /// The numbers by their tokens, in order: few tokens are one, and all are handed about.
    numbers: Vec<(usize, Digits)>,
}

/// Beginnings that leave the number behind their hyphen a number: mid-2025.
const TIME_PREFIXES: &[&str] = &["mid", "pre", "post", "early", "late", "since", "by", "until"];

impl<'r, 't> Tokens<'r, 't> {
    pub(super) fn new(reader: &'r Reader<'t>) -> Self {
        // A word has five letters and a space, more or less.
        let mut tokens = Vec::with_capacity(reader.len() / 5 + 1);
        let mut numbers = Vec::new();
        let starters = Starters::all();
        let (mut i, mut gap) = (0, Gap::Break);
        while i < reader.len() {
            let (kind, end) = if let Some(end) = plain_word(reader, i) {
                (Kind::Word, end)
            } else {
                let (end, space) = space(reader, i);
                if end > i {
                    gap = if gap == Gap::Break || space == Gap::Break { Gap::Break } else { space };
                    i = end;
                    continue;
                }
                match token(reader, i) {
                    Read::Number(digits) => {
                        numbers.push((tokens.len(), digits));
                        (Kind::Number, digits.end)
                    }
                    Read::Other(kind, end) => (kind, end),
                }
            };
            let is_word = matches!(kind, Kind::Word);
            let opens = if is_word { starters.open(reader, i, end) } else { Opens::default() };
            tokens.push(Token { kind, start: i, end, gap, opens });
            (i, gap) = (end, Gap::None);
        }
        Self { reader, tokens, numbers }
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
        let Some(Token { kind, start, opens, .. }) = self.get(t) else { return true };
        match kind {
            Kind::Word if opens.is_nothing() => true,
            Kind::Word if opens.is_label() => self.is_plain(t + 1, Opens::is_nothing),
            Kind::Word if opens.is_article() => self.is_plain(t + 1, |opens| !opens.follows_article()),
            Kind::Word => false,
            Kind::Sign(sign) => !matches!(sign, '“' | '+' | '(' | '[' | '〔'),
            Kind::Number => false,
            Kind::Code => self.reader.at(start) != '0',
        }
    }

    /// Whether a word stands at `t`, and one of which something is true.
    fn is_plain(&self, t: usize, is_so: impl Fn(Opens) -> bool) -> bool {
        matches!(self.get(t), Some(Token { kind: Kind::Word, opens, .. }) if is_so(opens))
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
        if !matches!(self.get(t)?.kind, Kind::Number) {
            return None;
        }
        let at = self.numbers.binary_search_by_key(&t, |(token, _)| *token).ok()?;
        Some(self.numbers[at].1)
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

    /// The first entry of `table` whose phrase stands at `t`, and where it ends.
    pub(super) fn entry<'a, T>(&self, t: usize, table: &'a [(&'a str, T)]) -> Option<(&'a T, usize)> {
        let initial = |word: &str| word.as_bytes().first().map(u8::to_ascii_lowercase);
        let here = initial(self.word(t))?;
        let near = table.iter().filter(|(phrase, _)| initial(phrase) == Some(here));
        near.into_iter().find_map(|(phrase, meaning)| Some((meaning, self.phrase(t, phrase)?)))
    }

    /// The first entry of `table` whose phrase ends right before `t`, and where it begins, not below `floor`.
    pub(super) fn entry_before<'a, T>(
        &self,
        t: usize,
        floor: usize,
        table: &'a [(&'a str, T)],
    ) -> Option<(&'a T, usize)> {
        let last = |word: &str| word.as_bytes().last().map(u8::to_ascii_lowercase);
        let here = last(self.word(t.checked_sub(1)?))?;
        let near = table.iter().filter(|(phrase, _)| last(phrase) == Some(here));
        near.into_iter().find_map(|(phrase, meaning)| Some((meaning, self.phrase_before(t, floor, phrase)?)))
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
    if reader.at(i) == ' ' && is_letter(reader.at(i + 1)) {
        return (i + 1, Gap::Space);
    }
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

/// A token as it is read: a number with all that it says.
enum Read {
    Number(Digits),
    Other(Kind, usize),
}

fn token(reader: &Reader, i: usize) -> Read {
    let char = reader.at(i);
    if is_letter(char) {
        let (kind, end) = word(reader, i);
        return Read::Other(kind, end);
    }
    if char.is_ascii_digit() {
        // Digits that touch Chinese characters belong to a Chinese name in an English text.
        let end = codes::chain_end(reader, i);
        if is_han(reader.before(i)) || is_han(reader.at(end)) {
            return Read::Other(Kind::Code, end);
        }
        if digits::iso_date(reader, i).is_none()
            && let Some(end) = codes::code(reader, i)
        {
            return Read::Other(Kind::Code, end);
        }
        return digits::number(reader, i).map_or(Read::Other(Kind::Code, end), Read::Number);
    }
    digits::number(reader, i).map_or(Read::Other(Kind::Sign(char), i + 1), Read::Number)
}

/// Where a word ends that nothing is tied to, as most are.
fn plain_word(reader: &Reader, i: usize) -> Option<usize> {
    let end = reader.find(i, |char| !char.is_ascii_alphabetic());
    let is_over = match reader.at(end) {
        ' ' | ',' | ';' | ')' | '\n' | '\0' => true,
        // A stop ties a word to a letter or digit behind it.
        '.' => matches!(reader.at(end + 1), ' ' | '\n' | '\0'),
        _ => false,
    };
    (end > i && is_over).then_some(end)
}

/// Letters, or a whole name if it holds digits.
fn word(reader: &Reader, i: usize) -> (Kind, usize) {
    let mut end = reader.find(i, |char| !is_letter(char));
    while is_apostrophe(reader.at(end)) && is_letter(reader.at(end + 1)) {
        end = reader.find(end + 1, |char| !is_letter(char));
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
