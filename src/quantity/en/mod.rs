//! Turns an English text into its quantities.
//! Knows nothing of Chinese.
//!
//! At each word of the text the first that applies is taken: a plan period, a date, a name or numbering that is
//! passed over, an amount. What is passed over or found is never read again.

mod amount;
mod date;
mod figure;
mod modifier;
mod names;
mod numeral;
mod ordinal;
mod share;
mod spelled;
mod starter;
mod token;
mod unit;

use super::reader::Reader;
use super::value::Quantity;
use token::Tokens;

/// The quantities of an English text.
pub(super) fn parse(reader: &Reader) -> Vec<Quantity> {
    let tokens = Tokens::new(reader);
    let mut scan = Scan { tokens: &tokens, found: Vec::new(), floor: 0, quoted_to: 0 };
    let mut t = 0;
    while t < tokens.len() {
        // Whatever is read, the next look is farther on.
        t = if tokens.is_idle(t) { t + 1 } else { scan.read(t).max(t + 1) };
    }
    scan.found
}

/// The longest quotation, in words and signs, that is taken for a name.
const LONGEST_QUOTATION: usize = 20;

struct Scan<'s, 'r, 't> {
    tokens: &'s Tokens<'r, 't>,
    found: Vec<Quantity>,
    /// Where the last quantity ended: nothing before it belongs to the next.
    floor: usize,
    /// The end of the short quotation that we are in.
    quoted_to: usize,
}

impl Scan<'_, '_, '_> {
    /// Reads what begins at `t` and returns where to go on.
    fn read(&mut self, t: usize) -> usize {
        let tokens = self.tokens;
        if tokens.sign(t) == '“' {
            self.quoted_to = quotation_end(tokens, t).unwrap_or(t);
        }
        let calendar = date::plan_period(tokens, t).or_else(|| date::at(tokens, t));
        if let Some(found) = calendar {
            return self.keep(found);
        }
        if let Some(end) = names::at(tokens, t) {
            return end;
        }
        let is_quoted = t < self.quoted_to;
        let amount = if is_quoted { None } else { amount::verb(tokens, t, self.floor) };
        let amount = amount.or_else(|| amount::at(tokens, t, self.floor, is_quoted));
        if let Some(found) = amount {
            return self.keep(found);
        }
        numeral::at(tokens, t).map_or(t + 1, |numeral| numeral.end)
    }

    fn keep(&mut self, (quantity, end): (Quantity, usize)) -> usize {
        self.found.push(quantity);
        self.floor = end;
        end
    }
}

/// Where the quotation that opens at `t` closes, if it is short enough for a name.
fn quotation_end(tokens: &Tokens, t: usize) -> Option<usize> {
    (t + 1..=t + LONGEST_QUOTATION).find(|end| tokens.sign(*end) == '”')
}

/// Past the dash of a range at `t`.
fn dash(tokens: &Tokens, t: usize) -> Option<usize> {
    let is_dash = matches!(tokens.sign(t), '-' | '–' | '—' | '−' | '~' | '‐' | '‑');
    // A hyphen with a space on one side is a list mark or a break in the sentence.
    let is_even = tokens.is_tied(t) == tokens.is_tied(t + 1);
    (is_dash && is_even && tokens.follows(t) && tokens.follows(t + 1)).then_some(t + 1)
}
