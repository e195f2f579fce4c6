//! Turns quantities and numbers into the words of either language.
//! Knows nothing of the text that a quantity was read from.

mod en;
mod number;
mod zh;

use super::value::{Quantity, Rational};
use crate::lang::Lang;

/// A quantity as a writer of the language would put it: 1.25万人 and 12,500 people, 281.9亿美元 and
/// US$28.19 billion.
///
/// Parsing the result gives the quantity back. The word of a count is written in its own language only.
pub fn format(quantity: &Quantity, lang: Lang) -> String {
    match lang {
        Lang::Zh => zh::format(quantity),
        Lang::En => en::format(quantity),
    }
}

/// A number alone: 万 and 亿 in Chinese, thousands separators and million in English, and a fraction where
/// decimals would not end.
pub fn format_number(value: Rational, lang: Lang) -> String {
    match lang {
        Lang::Zh => number::zh(value),
        Lang::En => number::en(value),
    }
}

/// A number as the records and the open data hold it: digits with decimals, or `1/3` where they would not end.
pub fn decimal(value: Rational) -> String {
    number::plain(value)
}

/// The number that [`decimal`] wrote, or that a hand wrote in its place; nothing else is a number there.
pub fn read_decimal(text: &str) -> Option<Rational> {
    number::read_plain(text)
}
