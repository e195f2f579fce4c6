//! Turns a word into what can begin with it of what we read, so that most words cost one look.
//! Knows nothing of what then begins; the tables it is built from belong to their readers.

use super::{amount, date, names, numeral, ordinal, share};
use crate::quantity::reader::Reader;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word can be the beginning of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Opens(u8);

impl Opens {
    /// Of what there is no telling without reading on.
    const ANYTHING: Opens = Opens(1);
    /// Of the number of something, as in article 14: a number has to follow.
    const LABEL: Opens = Opens(2);
    /// Of a share or a round number, as in a third and a hundred: one of these has to follow.
    const ARTICLE: Opens = Opens(4);
    /// Of nothing by itself, and of something after an article.
    const ARTICLED: Opens = Opens(8);

    /// True when nothing can begin with the word, whatever follows.
    pub(super) fn is_nothing(self) -> bool {
        self.0 & !Opens::ARTICLED.0 == 0
    }

    /// True of a word that begins something only if a number follows.
    pub(super) fn is_label(self) -> bool {
        self.0 & !Opens::ARTICLED.0 == Opens::LABEL.0
    }

    /// True of a word that begins something only before what follows an article.
    pub(super) fn is_article(self) -> bool {
        self.0 & !Opens::ARTICLED.0 == Opens::ARTICLE.0
    }

    /// True of a word that is something after an article.
    pub(super) fn follows_article(self) -> bool {
        self.0 & Opens::ARTICLED.0 != 0
    }
}

/// Words that begin something and stand in no table.
const OTHERS: &[&str] = &["half", "several", "group", "top", "no", "nos", "number", "numbers", "sept"];

const ARTICLES: &[&str] = &["a", "an"];

/// What follows an article and stands in no table.
const AFTER_ARTICLE: &[&str] = &["few", "dozen", "score"];

/// The tables of words, in what other length each is written too, and what they are the beginning of.
const TABLES: [(&[&str], Form, Opens); 15] = [
    (OTHERS, Form::Whole, Opens::ANYTHING),
    (names::FIXED, Form::Whole, Opens::ANYTHING),
    (names::LABELS, Form::Plural, Opens::LABEL),
    (names::KINDS, Form::Plural, Opens::LABEL),
    (names::STANDARDS, Form::Plural, Opens::LABEL),
    (names::CALLS, Form::Whole, Opens::LABEL),
    (numeral::ONES, Form::Whole, Opens::ANYTHING),
    (numeral::TENS, Form::Whole, Opens::ANYTHING),
    (ordinal::WORDS, Form::Whole, Opens::ANYTHING),
    (ordinal::ROUND, Form::Whole, Opens::ANYTHING),
    (date::MONTHS, Form::Short, Opens::ANYTHING),
    (amount::HALVING, Form::Whole, Opens::ANYTHING),
    (ARTICLES, Form::Whole, Opens::ARTICLE),
    (AFTER_ARTICLE, Form::Whole, Opens::ARTICLED),
    (share::LENGTHS, Form::Whole, Opens::ARTICLED),
];

/// Words with what they are worth.
type Values = &'static [(&'static str, i128)];

/// The tables of words with what they are worth.
const VALUES: [(Values, Form, Opens); 5] = [
    (numeral::PLURALS, Form::Whole, Opens::ANYTHING),
    (amount::SURE, Form::Whole, Opens::ANYTHING),
    (amount::UNSURE, Form::Whole, Opens::ANYTHING),
    (share::PARTS, Form::Plural, Opens::ARTICLED),
    (numeral::SCALES, Form::Whole, Opens::ARTICLED),
];

/// In what other length a word of a table is written too.
#[derive(Clone, Copy)]
enum Form {
    Whole,
    /// With an s.
    Plural,
    /// Cut to three letters.
    Short,
}

/// The longest word that begins anything, in bytes.
const LONGEST: usize = 15;

/// The words that begin anything.
pub(super) struct Starters {
    /// For the first two letters, the lengths of the words that begin with them, one bit each: nine words of ten are
    /// told by it alone.
    lengths: [[u16; 26]; 26],
    /// The words in small letters.
    words: FxHashMap<Box<[u8]>, Opens>,
}

static STARTERS: LazyLock<Starters> = LazyLock::new(|| {
    let mut starters = Starters { lengths: [[0; 26]; 26], words: FxHashMap::default() };
    for (table, form, opens) in TABLES {
        table.iter().for_each(|name| starters.note(name, form, opens));
    }
    for (table, form, opens) in VALUES {
        table.iter().for_each(|(name, _)| starters.note(name, form, opens));
    }
    starters
});

impl Starters {
    pub(super) fn all() -> &'static Starters {
        &STARTERS
    }

    /// Of what the word that stands at `start..end` can be the beginning: a quantity, a name with a number, numbering.
    pub(super) fn open(&self, reader: &Reader, start: usize, end: usize) -> Opens {
        // All starters are ASCII, so that as many characters are as many bytes.
        let length = end - start;
        let second = if length > 1 { reader.at(start + 1) } else { 'a' };
        if length > LONGEST || self.lengths[letter(reader.at(start))][letter(second)] & (1 << length) == 0 {
            return Opens::default();
        }
        let word = reader.slice(start, end).as_bytes();
        if word.len() > LONGEST {
            return Opens::default();
        }
        let mut small = [0; LONGEST];
        let small = &mut small[..word.len()];
        small.copy_from_slice(word);
        small.make_ascii_lowercase();
        self.words.get(&*small).copied().unwrap_or_default()
    }

    /// Notes the first word of a name.
    fn note(&mut self, name: &str, form: Form, opens: Opens) {
        let first = name.split(' ').next().unwrap_or_default().to_ascii_lowercase();
        let other = match form {
            Form::Whole => first.clone(),
            Form::Plural => format!("{first}s"),
            Form::Short => first.chars().take(3).collect(),
        };
        for word in [first, other] {
            debug_assert!(word.len() <= LONGEST, "{word}");
            let bytes = word.into_bytes();
            let at = |at| letter(bytes.get(at).map_or('a', |byte| char::from(*byte)));
            self.lengths[at(0)][at(1)] |= 1 << bytes.len();
            self.words.entry(bytes.into()).or_default().0 |= opens.0;
        }
    }
}

/// A letter as a number; any other character counts as the first letter, which only costs a look.
fn letter(char: char) -> usize {
    let small = char.to_ascii_lowercase();
    if small.is_ascii_lowercase() { usize::from(small as u8 - b'a') } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::super::{Scan, Tokens};
    use super::*;

    /// What stands behind a word in any of these makes something of many words.
    const BEHIND: [&str; 24] = [
        "",
        "third of it",
        "third",
        "-third of",
        "quarter of",
        "few dozen",
        "hundred and five",
        "dozen",
        "million",
        "year and a half",
        "half",
        "5 hospitals",
        "of 20",
        "of Twenty",
        "2021",
        "May 2021",
        ". 5",
        "-5",
        ": 010 1234",
        "five",
        "twenty-first",
        "the number",
        "(2021) plans",
        "hospital 5",
    ];

    #[test]
    fn most_words_begin_nothing() {
        let is_idle = |text: &str| {
            let reader = Reader::new(text);
            Tokens::new(&reader).is_idle(0)
        };
        for text in ["the hospital", "Hospitals", "part of", "Levels rise", "a hospital", "an aim"] {
            assert!(is_idle(text), "{text}");
        }
        for text in ["part 5", "Levels one", "a third", "A hundred", "a-third", "half", "one", "May", "5"] {
            assert!(!is_idle(text), "{text}");
        }
    }

    #[test]
    fn what_can_begin_nothing_begins_nothing() {
        let tables = TABLES.into_iter().flat_map(|(table, ..)| table.iter().copied());
        let values = VALUES.into_iter().flat_map(|(table, ..)| table.iter().map(|(word, _)| *word));
        let words: Vec<&str> = tables.chain(values).chain(["the", "hospital", "of"]).collect();
        for word in
            words.iter().flat_map(|word| [(*word).to_owned(), format!("{word}s"), word.to_uppercase()])
        {
            for text in
                BEHIND.iter().flat_map(|behind| [format!("{word} {behind}"), format!("{word}{behind}")])
            {
                let reader = Reader::new(&text);
                let tokens = Tokens::new(&reader);
                let mut scan = Scan { tokens: &tokens, found: Vec::new(), floor: 0, quoted_to: 0 };
                if tokens.is_idle(0) {
                    assert_eq!(scan.read(0), 1, "{text}");
                    assert!(scan.found.is_empty(), "{text}");
                }
            }
        }
    }
}
