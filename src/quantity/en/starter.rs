//! Turns a word into whether anything that we read can begin with it, so that most words cost one look.
//! Knows nothing of what then begins; the tables it is built from belong to their readers.

use super::{amount, date, names, numeral, ordinal};

/// For the first two letters, the lengths of the words that begin with them, one bit each.
type Table = [[u16; 26]; 26];

/// Words that begin something and stand in no table.
const OTHERS: &[&str] =
    &["a", "an", "half", "several", "group", "top", "no", "nos", "number", "numbers", "sept"];

const TABLE: Table = build();

/// Whether a quantity, a name with a number or numbering can begin with `word`.
pub(super) fn may_begin(word: &str) -> bool {
    lengths(&TABLE, word.as_bytes()) & bit(word.len()) != 0
}

const fn build() -> Table {
    let mut table = [[0; 26]; 26];
    note_all(&mut table, OTHERS, Form::Whole);
    note_all(&mut table, names::FIXED, Form::Whole);
    note_all(&mut table, names::LABELS, Form::Plural);
    note_all(&mut table, names::KINDS, Form::Plural);
    note_all(&mut table, names::STANDARDS, Form::Plural);
    note_all(&mut table, names::CALLS, Form::Whole);
    note_all(&mut table, numeral::ONES, Form::Whole);
    note_all(&mut table, numeral::TENS, Form::Whole);
    note_pairs(&mut table, numeral::PLURALS);
    note_all(&mut table, ordinal::WORDS, Form::Whole);
    note_all(&mut table, ordinal::ROUND, Form::Whole);
    note_all(&mut table, date::MONTHS, Form::Short);
    note_pairs(&mut table, amount::SURE);
    note_pairs(&mut table, amount::UNSURE);
    note_all(&mut table, amount::HALVING, Form::Whole);
    table
}

/// In what other length a word of a table is written too.
#[derive(Clone, Copy)]
enum Form {
    Whole,
    /// With an s.
    Plural,
    /// Cut to three letters.
    Short,
}

const fn note_all(table: &mut Table, words: &[&str], form: Form) {
    let mut at = 0;
    while at < words.len() {
        note(table, words[at], form);
        at += 1;
    }
}

const fn note_pairs(table: &mut Table, pairs: &[(&str, i128)]) {
    let mut at = 0;
    while at < pairs.len() {
        note(table, pairs[at].0, Form::Whole);
        at += 1;
    }
}

/// Notes the first word of a name.
const fn note(table: &mut Table, name: &str, form: Form) {
    let bytes = name.as_bytes();
    let mut length = 0;
    while length < bytes.len() && bytes[length] != b' ' {
        length += 1;
    }
    let other = match form {
        Form::Whole => length,
        Form::Plural => length + 1,
        Form::Short => 3,
    };
    table[letter(bytes, 0)][letter(bytes, 1)] |= bit(length) | bit(other);
}

const fn lengths(table: &Table, word: &[u8]) -> u16 {
    table[letter(word, 0)][letter(word, 1)]
}

/// The letter at `at` as a number; any other character counts as the first letter, which only costs a look.
const fn letter(word: &[u8], at: usize) -> usize {
    if at >= word.len() {
        return 0;
    }
    let small = word[at] | 0x20;
    if small >= b'a' && small <= b'z' { (small - b'a') as usize } else { 0 }
}

const fn bit(length: usize) -> u16 {
    if length < 16 { 1 << length } else { 0 }
}
