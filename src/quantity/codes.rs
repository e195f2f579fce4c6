//! Turns runs of letters and digits that are names or numbering into their extent, so that they are passed over.
//! Knows nothing of either language.

use super::digits::{number, run};
use super::reader::Reader;

/// The longest name that is looked at as one. Longer ones are read in pieces.
const LONGEST: usize = 64;

/// A run that begins with a letter.
pub(super) struct Name {
    /// Behind its last character.
    pub(super) end: usize,
    /// Whether it holds digits: ICD-11, COVID-19, G20, c3-1-1.
    pub(super) has_digits: bool,
}

/// The name that begins with the letter at `i`: letters, and whatever is tied to them without a space.
pub(super) fn name(reader: &Reader, i: usize) -> Name {
    let mut end = i;
    let mut has_digits = false;
    while end - i < LONGEST {
        let char = reader.at(end);
        if is_letter(char) || char.is_ascii_digit() {
            has_digits |= char.is_ascii_digit();
            end += 1;
        } else if end > i && ties(reader, end) {
            end += 1;
        } else if char == ':' && reader.at(end + 1) == '/' && reader.at(end + 2) == '/' {
            return address(reader, end);
        } else {
            break;
        }
    }
    Name { end, has_digits }
}

/// The rest of an address behind `://`: up to a space or a character that addresses do not hold.
fn address(reader: &Reader, i: usize) -> Name {
    let mut end = i;
    while reader.at(end).is_ascii_graphic() {
        end += 1;
    }
    Name { end, has_digits: true }
}

/// Whether the sign at `i` holds together what stands on both sides of it.
fn ties(reader: &Reader, i: usize) -> bool {
    let next = reader.at(i + 1);
    match reader.at(i) {
        '-' | '_' | '/' | '.' | '#' | '@' => is_letter(next) || next.is_ascii_digit(),
        ':' => is_letter(next),
        // ICD—11: a dash ties a short number to capitals; APEC—2015 is left alone.
        '–' | '—' => {
            let is_acronym = reader.before(i).is_ascii_uppercase() && next.is_ascii_digit();
            is_acronym && !reader.at(i + 3).is_ascii_digit()
        }
        _ => false,
    }
}

/// Whether `char` is a letter of a European alphabet.
pub(super) fn is_letter(char: char) -> bool {
    char.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&char)
}

/// Past the digits at `i` and all that is tied to them, if together they are a code and not a number:
/// 1.2.3, 5+3, 1:30, 010-12345678, 13800001111, 007.
pub(super) fn code(reader: &Reader, i: usize) -> Option<usize> {
    let first = run(reader, i);
    let (end, ties) = chain(reader, i);
    let has_leading_zero = reader.at(i) == '0' && first > i + 1;
    let is_mobile = end == first && first - i == 11 && reader.at(i) == '1' && reader.at(i + 1) >= '3';
    // 24/7 and 50/50 are no fractions, and no two numbers either.
    let is_stroke = reader.at(first) == '/'
        && reader.at(first + 1).is_ascii_digit()
        && !number(reader, i).is_some_and(|digits| digits.is_fraction);
    let is_code = has_leading_zero || is_mobile || is_stroke || ties.is_code();
    is_code.then_some(end)
}

/// Past the digits at `i` and every further run of digits tied to them.
pub(super) fn chain_end(reader: &Reader, i: usize) -> usize {
    chain(reader, i).0
}

#[derive(Default)]
struct Ties {
    stops: u32,
    hyphens: u32,
    strokes: u32,
    others: u32,
}

impl Ties {
    fn is_code(&self) -> bool {
        self.stops > 2 || self.hyphens > 1 || self.strokes > 1 || self.others > 0
    }
}

fn chain(reader: &Reader, i: usize) -> (usize, Ties) {
    let mut ties = Ties::default();
    let mut end = run(reader, i);
    let mut last = '\0';
    loop {
        let sign = reader.at(end);
        let next = reader.at(end + 1);
        let is_tied = next.is_ascii_digit() || (sign == '+' && is_letter(next));
        if !is_tied {
            return (end, ties);
        }
        match sign {
            // Two stops in a row part the numbers of a section; 1.5-2.5 is a range.
            '.' => ties.stops += if last == '.' { 3 } else { 1 },
            '-' => ties.hyphens += 1,
            '/' => ties.strokes += 1,
            '·' | ':' | '+' | '×' | '*' | '_' | '#' | '@' | '=' => ties.others += 1,
            _ => return (end, ties),
        }
        last = sign;
        end = run(reader, end + 1);
    }
}
