//! Turns English ordinals into numbers, for the few places where an ordinal says something.
//! Knows nothing of what it orders.

use super::token::Tokens;

/// The small ones, each at its number.
pub(super) const WORDS: &[&str] = &[
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// Ordinals that no plan period has.
pub(super) const ROUND: &[&str] = &[
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
    "hundredth",
    "thousandth",
];

/// The number of an ordinal in one word; 0 for the round ones, which are only recognised.
pub(super) fn ordinal(word: &str) -> Option<u8> {
    let is = |known: &&str| known.eq_ignore_ascii_case(word);
    let small = WORDS.iter().position(is).and_then(|number| u8::try_from(number).ok());
    small.or_else(|| ROUND.iter().any(is).then_some(0))
}

/// The ordinal at `t`, in digits (14th) or in a word, and where it ends.
pub(super) fn at(tokens: &Tokens, t: usize) -> Option<(u8, usize)> {
    if let Some(number) = ordinal(tokens.word(t)) {
        return Some((number, t + 1));
    }
    let digits = tokens.digits(t)?;
    let is_ordinal = digits.is_plain && tokens.is_tied(t + 1) && is_ending(tokens.word(t + 1));
    let number = u8::try_from(digits.value.to_integer()).unwrap_or_default();
    is_ordinal.then_some((number, t + 2))
}

/// Whether `word` is the ending of an ordinal in digits.
pub(super) fn is_ending(word: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|ending| ending.eq_ignore_ascii_case(word))
}
