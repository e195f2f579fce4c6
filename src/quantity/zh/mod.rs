//! Turns a Chinese text into its quantities.
//! Knows nothing of English.
//!
//! At each place of the text the first that applies is taken: a plan period, a name or numbering that is passed
//! over, a date, an amount. What is passed over or found is never read again.

mod amount;
mod date;
mod figure;
mod modifier;
mod names;
mod numeral;
mod sum;
mod unit;

use super::codes::{self, is_letter};
use super::reader::Reader;
use super::value::Quantity;
use std::sync::LazyLock;

/// The quantities of a Chinese text.
pub(super) fn parse(reader: &Reader) -> Vec<Quantity> {
    let mut scan = Scan { reader, found: Vec::new(), floor: 0, quoted_to: 0 };
    let mut i = 0;
    let openings = &*OPENINGS;
    loop {
        i = reader.find(i, |char| openings.hold(char));
        if i >= reader.len() {
            return scan.found;
        }
        // Whatever is read, the next look is farther on.
        i = scan.advance(i).max(i + 1);
    }
}

/// The characters with which anything that we read can begin, one bit each: most of a text is none of them.
struct Openings(Box<[u64]>);

static OPENINGS: LazyLock<Openings> = LazyLock::new(|| {
    let mut bits = vec![0; 0x1_0000 / 64].into_boxed_slice();
    for char in '\0'..='\u{ffff}' {
        if opens(char) {
            bits[char as usize / 64] |= 1 << (char as usize % 64);
        }
    }
    Openings(bits)
});

impl Openings {
    fn hold(&self, char: char) -> bool {
        let bits = self.0.get(char as usize / 64);
        bits.is_some_and(|bits| bits & (1 << (char as usize % 64)) != 0)
    }
}

/// Whether [`Scan::advance`] reads anything that begins with `char`.
fn opens(char: char) -> bool {
    is_letter(char)
        || numeral::begins(char)
        || matches!(char, '“' | '"' | '「' | '‘' | '第' | '半' | '过' | '减' | '翻')
        || matches!(char, '(' | '[' | '〔' | '【' | '﹝')
}

/// The longest quotation that is taken for a name: “一中心、二平台、三基地、四园区”.
const LONGEST_QUOTATION: usize = 24;

struct Scan<'r, 't> {
    reader: &'r Reader<'t>,
    found: Vec<Quantity>,
    /// Where the last quantity ended: nothing before it belongs to the next.
    floor: usize,
    /// The end of the short quotation that we are in.
    quoted_to: usize,
}

impl Scan<'_, '_> {
    /// Reads what begins at `i` and returns where to go on.
    fn advance(&mut self, i: usize) -> usize {
        let reader = self.reader;
        let char = reader.at(i);
        if is_letter(char) {
            return names::word(reader, i);
        }
        if matches!(char, '“' | '"' | '「' | '‘' | '十' | '第')
            && let Some(found) = date::plan_period(reader, i)
        {
            return self.keep(found);
        }
        if char == '“' {
            self.quoted_to = quotation_end(reader, i).unwrap_or(i);
        }
        let wordless = || amount::wordless(reader, i, self.floor);
        if matches!(char, '半' | '一' | '过' | '减' | '翻')
            && let Some(found) = wordless()
        {
            return self.keep(found);
        }
        if let Some(end) = names::at(reader, i).filter(|_| !self.is_year(i)) {
            return end;
        }
        if !numeral::begins(char) {
            return i + 1;
        }
        self.number(i)
    }

    /// Reads the numeral at `i`.
    fn number(&mut self, i: usize) -> usize {
        let reader = self.reader;
        if let Some(found) = date::at(reader, i) {
            return self.keep(found);
        }
        let is_digit = reader.at(i).is_ascii_digit();
        if is_digit && let Some(end) = codes::code(reader, i) {
            return end;
        }
        if let Some(found) = amount::at(reader, i, self.floor, i < self.quoted_to) {
            return self.keep(found);
        }
        let end = if is_digit { codes::chain_end(reader, i) } else { i + 1 };
        numeral::at(reader, i).map_or(end, |numeral| numeral.end.max(end))
    }

    /// 二〇二二年 is spelled digits, but a date.
    fn is_year(&self, i: usize) -> bool {
        !self.reader.at(i).is_ascii_digit() && date::at(self.reader, i).is_some()
    }

    fn keep(&mut self, (quantity, end): (Quantity, usize)) -> usize {
        self.found.push(quantity);
        self.floor = end;
        end
    }
}

/// Where the quotation that opens at `i` closes, if it is short enough for a name.
fn quotation_end(reader: &Reader, i: usize) -> Option<usize> {
    (i + 1..=i + LONGEST_QUOTATION).find(|end| reader.at(*end) == '”')
}

/// Past the connector of a range at `i`, blanks on both sides passed over: —, -, ～, 至, 到.
fn connector(reader: &Reader, i: usize) -> Option<usize> {
    let at = reader.gap(i);
    let is_dash = |i| matches!(reader.at(i), '-' | '–' | '—' | '―' | '~' | '−' | '‐' | '‑' | '─');
    let end = match reader.at(at) {
        '至' | '到' => at + 1,
        _ if is_dash(at) && is_dash(at + 1) => at + 2,
        _ if is_dash(at) => at + 1,
        _ => return None,
    };
    Some(reader.gap(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_nothing_is_nothing_at_its_place() {
        for char in '\0'..='\u{ffff}' {
            for behind in ["5个", "三十年", "“3”", "1）第2条", "半年"] {
                let text = format!("{char}{behind}");
                let reader = Reader::new(&text);
                let mut scan = Scan { reader: &reader, found: Vec::new(), floor: 0, quoted_to: 0 };
                if !opens(reader.at(0)) {
                    assert_eq!(scan.advance(0), 1, "{text}");
                    assert!(scan.found.is_empty(), "{text}");
                }
            }
        }
    }
}
