//! Turns a number that one language writes in digits and the other writes in no way into an error.
//! Knows nothing of quantities but where they stand: those are compared by value.
//!
//! Not every number is a quantity: the 19th committee, No. 22 of a year, the second row of a table, the two sides of a
//! formula. They are written in digits here and in words there, and say the same. So each number in digits that is
//! neither in a quantity nor in a name stands in the twin, by its value, as often.

use super::Subject;
use super::subject::Reading;
use crate::lang::Lang;
use crate::quantity::{self, Rational};
use crate::report::{Code, Diagnostic};
use std::ops::Range;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for pair in subject.pairs() {
        for (here, there) in [(pair.zh, pair.en), (pair.en, pair.zh)] {
            let open = digits(here);
            if open.is_empty() {
                continue;
            }
            let mut others = numbers(there);
            for (words, number) in open {
                match others.iter().position(|other| *other == number) {
                    Some(at) => drop(others.swap_remove(at)),
                    None => faults.push(here.fault(Code::FigureWithoutTwin, &words)),
                }
            }
        }
    }
    faults
}

/// The numbers in digits that nothing else has read.
fn digits(reading: &Reading<'_>) -> Vec<(Range<usize>, Rational)> {
    let is_read = |words: &Range<usize>| {
        let in_figure = reading.figures.iter().any(|figure| touches(&figure.span, words));
        // A name that was known by its words has the right digits; those of a link are the editor's own.
        let is_link = |name: &Range<usize>| reading.words.links.iter().any(|(link, _)| link == name);
        in_figure || reading.names.iter().any(|(_, name)| touches(name, words) && !is_link(name))
    };
    let runs = runs_of_digits(&reading.words.text).into_iter();
    let open = runs.filter(|words| !is_read(words));
    open.filter_map(|words| Some((words.clone(), value(reading.cut(&words))?))).collect()
}

fn touches(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// All numbers that a text writes, in digits or in words, in quantities and names too.
fn numbers(reading: &Reading<'_>) -> Vec<Rational> {
    let text = &reading.words.text;
    let runs_in_digits = runs_of_digits(text);
    let mut numbers: Vec<Rational> =
        runs_in_digits.iter().filter_map(|run| value(reading.cut(run))).collect();
    if reading.lang() == Lang::Zh {
        let is_numeral = |sign: char| "零〇一二三四五六七八九十百千".contains(sign);
        numbers.extend(runs(text, is_numeral).iter().filter_map(|run| value(reading.cut(run))));
    }
    numbers
}

/// A wide digit is of the wrong width, and says what a narrow one says.
fn is_digit(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '０'..='９')
}

/// By the first byte of a character, how far to go on from it; no way where it may be a digit. Wide digits begin with a
/// byte that few other characters have.
const STEPS: [u8; 256] = {
    let mut steps = [1; 256];
    let mut byte = 0;
    while byte < steps.len() {
        match byte {
            0x30..=0x39 | 0xEF => steps[byte] = 0,
            0xE0..=0xEE => steps[byte] = 3,
            _ => {}
        }
        byte += 1;
    }
    steps
};

/// The longest runs of digits.
fn runs_of_digits(text: &str) -> Vec<Range<usize>> {
    let (bytes, mut runs, mut at) = (text.as_bytes(), Vec::new(), 0);
    while let Some(byte) = bytes.get(at) {
        let step = STEPS[usize::from(*byte)];
        if step > 0 {
            at += usize::from(step);
            continue;
        }
        let length = text[at..].find(|sign| !is_digit(sign)).unwrap_or(text.len() - at);
        if length > 0 {
            runs.push(at..at + length);
        }
        at += length.max(text[at..].chars().next().map_or(1, char::len_utf8));
    }
    runs
}

/// The longest runs of some signs.
fn runs(text: &str, is_one: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, sign) in text.char_indices().filter(|(_, sign)| is_one(*sign)) {
        let end = at + sign.len_utf8();
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = end,
            _ => runs.push(at..end),
        }
    }
    runs
}

/// So many digits are a number and nothing else, unless the first is a zero.
const FEW: usize = 6;

/// What a numeral of either script is worth.
fn value(numeral: &str) -> Option<Rational> {
    // So it reads a number of a few digits, years among them, and most are no longer.
    if numeral.len() <= FEW && !numeral.starts_with('0') && numeral.bytes().all(|byte| byte.is_ascii_digit())
    {
        return numeral.parse().ok().map(Rational::from_integer);
    }
    let counted = quantity::parse(&format!("{numeral}个"), Lang::Zh);
    counted.first().map(|number| number.value)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::*;

    #[test]
    fn a_few_digits_are_worth_what_a_text_says_with_them() {
        for number in (0..=9_999).chain((9_999..=999_999).step_by(331)) {
            let said = quantity::parse(&format!("{number}个"), Lang::Zh);
            assert_eq!(value(&number.to_string()), said.first().map(|said| said.value), "{number}");
        }
    }

    fn with(zh: &str, en: &str) -> Vec<String> {
        let (zh, en) = (format!("## 甲 {{#c1}}\n{zh}\n"), format!("## A {{#c1}}\n{en}\n"));
        faults(check, &plan("", &[("digest.zh.md", &zh), ("digest.en.md", &en)]))
    }

    #[test]
    fn a_number_that_is_no_quantity_has_its_twin() {
        assert_eq!(with("第十六届大会，5+3 模式。", "The 16th congress, the 5+3 model."), [""; 0]);
        assert_eq!(
            with("第十六届大会。", "The 18th congress."),
            ["figure-without-twin digest.en.md:2 c1 en 18"]
        );
        assert_eq!(with("第十六届大会。", "The model x１６."), [""; 0]);
        assert_eq!(with("大会。", "The model x１."), ["figure-without-twin digest.en.md:2 c1 en １"]);
        assert_eq!(
            with("5+3 模式。", "The 5+8 model."),
            ["figure-without-twin digest.en.md:2 c1 en 8", "figure-without-twin digest.zh.md:2 c1 zh 3",]
        );
    }

    #[test]
    fn the_rows_of_a_table_are_numbered_alike() {
        let rows = |second: &str| format!("| 1 | x |\n|---|---|\n| 2 | x |\n| {second} | x |");
        assert_eq!(with(&rows("3"), &rows("3")), [""; 0]);
        assert_eq!(
            with(&rows("3"), &rows("2")),
            ["figure-without-twin digest.en.md:5 c1 en 2", "figure-without-twin digest.zh.md:5 c1 zh 3",]
        );
    }

    #[test]
    fn a_short_number_is_worth_what_is_read_in_it() {
        let read =
            |numeral: &str| quantity::parse(&format!("{numeral}个"), Lang::Zh).first().map(|q| q.value);
        for number in 0..20_000 {
            let numeral = number.to_string();
            assert_eq!(value(&numeral), read(&numeral), "{numeral}");
        }
        assert_eq!(value("007"), read("007"));
    }

    #[test]
    fn quantities_are_compared_elsewhere() {
        assert_eq!(with("30 个中心。", "50 centres."), [""; 0]);
    }
}
