//! Turns a word into whether anything that we read can begin with it, so that most words cost one look.
//! Knows nothing of what then begins; the tables it is built from belong to their readers.

use super::{amount, date, names, numeral, ordinal};
use std::collections::BTreeSet;
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
    words: BTreeSet<Box<[u8]>>,
}

static STARTERS: LazyLock<Starters> = LazyLock::new(|| {
    let mut starters = Starters { lengths: [[0; 26]; 26], words: BTreeSet::new() };
    for (table, form) in TABLES {
        table.iter().for_each(|name| starters.note(name, form));
    }
    for (name, _) in VALUES.into_iter().flatten() {
        starters.note(name, Form::Whole);
    }
    starters
});

/// Whether a quantity, a name with a number or numbering can begin with `word`.
pub(super) fn may_begin(word: &str) -> bool {
    let word = word.as_bytes();
    let starters = &*STARTERS;
    if word.len() > LONGEST || starters.lengths[letter(word, 0)][letter(word, 1)] & (1 << word.len()) == 0 {
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
            self.lengths[letter(&bytes, 0)][letter(&bytes, 1)] |= 1 << bytes.len();
            self.words.insert(bytes.into());
        }
    }
}

/// The letter at `at` as a number; any other character counts as the first letter, which only costs a look.
fn letter(word: &[u8], at: usize) -> usize {
    let small = word.get(at).map_or(b'a', u8::to_ascii_lowercase);
    if small.is_ascii_lowercase() { usize::from(small - b'a') } else { 0 }
}
