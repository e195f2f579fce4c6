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
