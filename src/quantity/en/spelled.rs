//! Turns English number words, one after another, into an exact number.
//! Knows nothing of digits, shares and open numbers.

use super::numeral::{Form, Numeral, scale, small};
use super::ordinal::ordinal;
use super::token::Tokens;
use crate::quantity::scale::{plus, times, whole};
use crate::quantity::value::Rational;

/// A number in words as far as it is read.
#[derive(Default)]
pub(super) struct Spelled {
    /// What thousand and the larger scales have taken, and what they have not.
    total: Rational,
    section: Rational,
    last_scale: Option<i128>,
    has_ones: bool,
    has_tens: bool,
}

impl Spelled {
    fn take_small(&mut self, number: i128) -> Option<()> {
        // twenty five and one hundred five go on, five twenty and ten five do not.
        let is_tens = number >= 20;
        let fits = if is_tens { !self.has_tens && !self.has_ones } else { !self.has_ones };
        let fits = fits && (!self.has_tens || number < 10);
        if !fits {
            return None;
        }
        self.has_tens |= is_tens || number >= 10;
        self.has_ones |= !is_tens;
        self.section = plus(self.section, whole(number))?;
        Some(())
    }

    pub(super) fn take_scale(&mut self, scale: i128) -> Option<()> {
        let section = if self.section == whole(0) { whole(1) } else { self.section };
        if scale == 100 {
            if section >= whole(100) {
                return None;
            }
            self.section = times(section, whole(100))?;
        } else {
            if self.last_scale.is_some_and(|last| scale >= last) {
                return None;
            }
            self.total = plus(self.total, times(section, whole(scale))?)?;
            self.section = whole(0);
            self.last_scale = Some(scale);
        }
        (self.has_ones, self.has_tens) = (false, false);
        Some(())
    }

    /// Reads on at `t` and closes the number.
    pub(super) fn finish(mut self, tokens: &Tokens, t: usize) -> Option<Numeral> {
        let mut end = t;
        // No number in words is longer than a line.
        for _ in 0..24 {
            let Some(next) = self.next(tokens, end) else { break };
            end = next;
        }
        if is_ordinal_behind(tokens, end) {
            return None;
        }
        let value = plus(self.total, self.section)?;
        let form = if value == whole(1) && self.last_scale.is_none() { Form::One } else { Form::Words };
        Numeral::new(value, end, form)
    }

    /// Takes the next word of the number, over a hyphen or "and".
    fn next(&mut self, tokens: &Tokens, t: usize) -> Option<usize> {
        let is_hyphen = tokens.sign(t) == '-' && tokens.is_tied(t) && tokens.is_tied(t + 1);
        let has_scale = self.section >= whole(100) || self.last_scale.is_some();
        let is_and = tokens.is(t, "and") && has_scale && !self.has_ones && !self.has_tens;
        let at = if is_hyphen || is_and { t + 1 } else { t };
        if !tokens.follows(at) {
            return None;
        }
        let word = tokens.word(at);
        if let Some(number) = small(word) {
            // One hundred and fifty, but "two million and three partners" counts twice.
            let is_apart = is_and && self.section == whole(0) && self.last_scale != Some(1000);
            if is_apart || (!self.has_tens && !self.has_ones && !has_scale) {
                return None;
            }
            self.take_small(number)?;
        } else {
            let scale = scale(word, false).filter(|_| !is_and)?;
            self.take_scale(scale)?;
        }
        Some(at + 1)
    }
}

/// five, twenty-five, one hundred and thirty, two and a half.
pub(super) fn at(tokens: &Tokens, t: usize) -> Option<Numeral> {
    let mut number = Spelled::default();
    number.take_small(small(tokens.word(t))?)?;
    let mut numeral = number.finish(tokens, t + 1)?;
    if let Some(end) = half_behind(tokens, numeral.end) {
        numeral.value = plus(numeral.value, Rational::new(1, 2))?;
        numeral.end = end;
        numeral.form = Form::Words;
    }
    Some(numeral)
}

/// Past "and a half" or "-and-a-half".
pub(super) fn half_behind(tokens: &Tokens, t: usize) -> Option<usize> {
    let hyphen = |at: usize| tokens.sign(at) == '-' && tokens.is_tied(at) && tokens.is_tied(at + 1);
    let is_tied =
        hyphen(t) && tokens.is(t + 1, "and") && hyphen(t + 2) && tokens.is(t + 3, "a") && hyphen(t + 4);
    if is_tied && tokens.is(t + 5, "half") { Some(t + 6) } else { tokens.phrase(t, "and a half") }
}

/// twenty-first, one hundred and fiftieth: the numeral is the beginning of an ordinal.
fn is_ordinal_behind(tokens: &Tokens, t: usize) -> bool {
    let is_joined = (tokens.sign(t) == '-' && tokens.is_tied(t)) || tokens.is(t, "and");
    is_joined && ordinal(tokens.word(t + 1)).is_some()
}
