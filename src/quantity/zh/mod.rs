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

/// The quantities of a Chinese text.
pub(super) fn parse(reader: &Reader) -> Vec<Quantity> {
    let mut scan = Scan { reader, found: Vec::new(), floor: 0, quoted_to: 0 };
    let mut i = 0;
    while i < reader.len() {
        // Whatever is read, the next look is farther on.
        i = scan.advance(i).max(i + 1);
    }
    scan.found
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
