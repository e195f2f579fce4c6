//! Turns a word into whether anything that we read can begin with it, so that most words cost one look.
//! Knows nothing of what then begins; the tables it is built from belong to their readers.

use super::{amount, date, names, numeral, ordinal};
use crate::quantity::reader::Reader;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Words that begin something and stand in no table.
const OTHERS: &[&str] =
    &["a", "an", "half", "several", "group", "top", "no", "nos", "number", "numbers", "sept"];

/// The tables of words, in what other length each is written too.
const TABLES: [(&[&str], Form); 12] = [
    (OTHERS, Form::Whole),
    (names::FIXED, Form::Whole),
    (names::LABELS, Form::Plural),
    (names::KINDS, Form::Plural),
    (names::STANDARDS, Form::Plural),
    (names::CALLS, Form::Whole),
    (numeral::ONES, Form::Whole),
    (numeral::TENS, Form::Whole),
    (ordinal::WORDS, Form::Whole),
    (ordinal::ROUND, Form::Whole),
    (date::MONTHS, Form::Short),
    (amount::HALVING, Form::Whole),
];

/// The tables of words with what they are worth.
const VALUES: [&[(&str, i128)]; 3] = [numeral::PLURALS, amount::SURE, amount::UNSURE];

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

struct Starters {
    /// For the first two letters, the lengths of the words that begin with them, one bit each: nine words of ten are
    /// told by it alone.
    lengths: [[u16; 26]; 26],
    /// The words in small letters.
    words: FxHashSet<Box<[u8]>>,
}

static STARTERS: LazyLock<Starters> = LazyLock::new(|| {
    let mut starters = Starters { lengths: [[0; 26]; 26], words: FxHashSet::default() };
    for (table, form) in TABLES {
        table.iter().for_each(|name| starters.note(name, form));
    }
    for (name, _) in VALUES.into_iter().flatten() {
        starters.note(name, Form::Whole);
    }
    starters
});

/// Whether a quantity, a name with a number or numbering can begin with the word that stands at `start..end`.
pub(super) fn may_begin(reader: &Reader, start: usize, end: usize) -> bool {
    let starters = &*STARTERS;
    // All starters are ASCII, so that as many characters are as many bytes.
    let length = end - start;
    let second = if length > 1 { reader.at(start + 1) } else { 'a' };
    if length > LONGEST || starters.lengths[letter(reader.at(start))][letter(second)] & (1 << length) == 0 {
        return false;
    }
    let word = reader.slice(start, end).as_bytes();
    if word.len() > LONGEST {
        return false;
    }
    let mut small = [0; LONGEST];
    let small = &mut small[..word.len()];
    small.copy_from_slice(word);
    small.make_ascii_lowercase();
    starters.words.contains(&*small)
}

impl Starters {
    /// Notes the first word of a name.
    fn note(&mut self, name: &str, form: Form) {
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
            self.words.insert(bytes.into());
        }
    }
}

/// A letter as a number; any other character counts as the first letter, which only costs a look.
fn letter(char: char) -> usize {
    let small = char.to_ascii_lowercase();
    if small.is_ascii_lowercase() { usize::from(small as u8 - b'a') } else { 0 }
}
