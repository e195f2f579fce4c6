//! Turns the numbers a text says into exact quantities, and quantities back into words.
//! Knows nothing of plans: it reads one text in one language and compares values.
//!
//! One text goes in, and the quantities come out in the order of the text:
//!
//! 1. `reader` lays the text out as characters, full-width forms folded, and counts every look at them;
//! 2. `digits` and `codes` read what both languages share: Arabic numerals, ISO dates, and the runs of
//!    digits that are names or numbering;
//! 3. `zh` and `en` read one language each: fixed names first, then plan periods, dates, and numerals with
//!    their range, unit, comparator and change;
//! 4. `key` says when two quantities are the same;
//! 5. `format` writes a quantity as a writer of the language would.
//!
//! All arithmetic is on exact fractions. Every step looks a bounded way ahead and back, so the work grows in
//! step with the text, whatever the text is.

mod codes;
mod currency;
mod digits;
mod en;
mod format;
mod key;
mod reader;
mod scale;
mod value;
mod zh;

pub use currency::Currency;
pub use format::{decimal, format, format_number, read_decimal};
pub use key::Key;
pub use value::{Change, Comparator, Date, Measure, Quantity, Rational, TimeUnit, Unit};

use crate::lang::Lang;

/// The quantities that `text` says, in the order of the text and without overlap.
///
/// Numbers inside names, terms and numbering say nothing, and give nothing.
pub fn parse(text: &str, lang: Lang) -> Vec<Quantity> {
    parse_counted(text, lang).0
}

/// [`parse`], with the number of looks at a character or word that it took.
///
/// The law that parsing is linear is tested on this count, because a clock would test the machine.
pub fn parse_counted(text: &str, lang: Lang) -> (Vec<Quantity>, u64) {
    let reader = reader::Reader::new(text);
    let found = match lang {
        Lang::Zh => zh::parse(&reader),
        Lang::En => en::parse(&reader),
    };
    (found, reader.steps())
}
