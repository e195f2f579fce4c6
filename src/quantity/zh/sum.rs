//! Turns the characters of one Chinese numeral, one after another, into its value.
//! Knows nothing of open numbers and of what stands around the numeral.

use super::numeral::{Form, han_digit, large_multiplier, small_multiplier};
use crate::lang::is_han;
use crate::quantity::digits::{self, Digits};
use crate::quantity::reader::Reader;
use crate::quantity::scale::{plus, times, whole};
use crate::quantity::value::{Comparator, Rational};

/// No numeral of a plan is longer; with the bound each look ahead is bounded too.
const LONGEST: usize = 48;

/// A numeral as far as it is read.
#[derive(Default)]
pub(super) struct Sum {
    /// What stands before the last 亿, before the last 万, and behind both.
    hundred_millions: Rational,
    ten_thousands: Rational,
    part: Rational,
    /// The digit or digits that no multiplier has taken yet.
    current: Option<Rational>,
    pub(super) digits: Option<Digits>,
    /// The last multiplier below 万 in this section, and the last of all.
    last_small: Option<i128>,
    last: Option<i128>,
    /// How many multipliers, 万 and 亿 there are.
    multipliers: u32,
    counts: (u32, u32),
    has_zero: bool,
    is_bare: bool,
    /// Whether two digits in a row give a range (三四十), and whether this reading takes the second.
    pub(super) paired: bool,
    takes_second: bool,
    pub(super) hint: Option<Comparator>,
    pub(super) trailing_scale: Rational,
}

impl Sum {
    /// Reads the numeral at `i` and where it ends. Of two digits in a row (三四十) it takes the first or the second.
    pub(super) fn read(reader: &Reader, i: usize, takes_second: bool) -> Option<(Self, usize)> {
        let mut sum = Self { takes_second, trailing_scale: whole(1), ..Self::default() };
        let mut end = i;
        while end - i < LONGEST {
            let next = sum.take(reader, end)?;
            if next == end {
                break;
            }
            end = next;
            if sum.hint.is_some() && !sum.awaits_scale(reader, end) {
                break;
            }
        }
        (end > i && (sum.current.is_some() || sum.multipliers > 0)).then_some((sum, end))
    }

    /// Takes the character or digits at `i`; returns `i` itself where the numeral ends.
    fn take(&mut self, reader: &Reader, i: usize) -> Option<usize> {
        let at = if self.digits.is_some() && self.awaits_scale(reader, i) { reader.gap(i) } else { i };
        let char = reader.at(at);
        if char.is_ascii_digit() || matches!(char, '½' | '⅓' | '⅔' | '¼' | '¾' | '⅕') {
            return self.take_digits(reader, i);
        }
        if let Some(tens) = match char {
            '廿' => Some(20),
            '卅' => Some(30),
            _ => None,
        } {
            return Some(self.take_tens(tens, i));
        }
        if let Some(digit) = han_digit(char) {
            return Some(self.take_han_digit(digit, i));
        }
        if let Some(multiplier) = small_multiplier(char) {
            return self.take_small(multiplier, at, i);
        }
        if let Some(multiplier) = large_multiplier(char) {
            return self.take_large(multiplier, at, i);
        }
        Some(self.take_hint(reader, i))
    }

    fn awaits_scale(&self, reader: &Reader, i: usize) -> bool {
        let char = reader.at(reader.gap(i));
        large_multiplier(char).is_some() || matches!(char, '百' | '千')
    }

    fn is_empty(&self) -> bool {
        self.current.is_none() && self.multipliers == 0 && !self.has_zero
    }

    fn take_digits(&mut self, reader: &Reader, i: usize) -> Option<usize> {
        // 5亿3000万 goes on with digits; 三5 and 3千5 do not.
        if self.current.is_some() || self.last_small.is_some() {
            return Some(i);
        }
        let Some(digits) = digits::number(reader, i) else {
            return if self.is_empty() { None } else { Some(i) };
        };
        self.current = Some(digits.value);
        self.digits = Some(digits);
        Some(digits.end)
    }

    fn take_tens(&mut self, tens: i128, i: usize) -> usize {
        if !self.is_empty() {
            return i;
        }
        self.part = whole(tens);
        self.last_small = Some(10);
        self.last = Some(10);
        self.multipliers += 1;
        i + 1
    }

    fn take_han_digit(&mut self, digit: i128, i: usize) -> usize {
        if digit == 0 {
            if self.is_empty() || self.current.is_some() {
                return i;
            }
            self.has_zero = true;
            return i + 1;
        }
        let Some(first) = self.current else {
            self.current = Some(whole(digit));
            return i + 1;
        };
        let is_pair = self.digits.is_none()
            && !self.paired
            && (whole(digit - 1) == first || (first == whole(3) && digit == 5));
        if !is_pair {
            return i;
        }
        self.paired = true;
        if self.takes_second {
            self.current = Some(whole(digit));
        }
        i + 1
    }

    /// 十, 百, 千 at `at`, behind the numeral that ends at `i`.
    fn take_small(&mut self, multiplier: i128, at: usize, i: usize) -> Option<usize> {
        let is_in_order = self.last_small.is_none_or(|last| multiplier < last);
        let is_after_digits = self.digits.is_some() && self.current.is_some();
        if !is_in_order || (is_after_digits && multiplier == 10) {
            return Some(i);
        }
        let factor = match self.current.take() {
            Some(current) => current,
            None if multiplier == 10 => whole(1),
            None if self.is_empty() => {
                self.is_bare = true;
                whole(1)
            }
            None => return Some(i),
        };
        self.part = plus(self.part, times(factor, whole(multiplier))?)?;
        self.last_small = Some(multiplier);
        self.note(multiplier);
        Some(at + 1)
    }

    /// 万 or 亿 at `at`, behind the numeral that ends at `i`.
    fn take_large(&mut self, multiplier: i128, at: usize, i: usize) -> Option<usize> {
        let is_ten_thousand = multiplier == 10_000;
        let used = if is_ten_thousand { &mut self.counts.0 } else { &mut self.counts.1 };
        *used += 1;
        // 1万亿2000亿: each at most twice, so that the value stays in bounds.
        if *used > 2 {
            return Some(i);
        }
        let mut section = plus(self.part, self.current.unwrap_or_default())?;
        if !is_ten_thousand {
            section = plus(section, self.ten_thousands)?;
        }
        if section == whole(0) {
            if !self.is_empty() {
                return Some(i);
            }
            self.is_bare = true;
            section = whole(1);
        }
        let product = times(section, whole(multiplier))?;
        if is_ten_thousand {
            self.ten_thousands = plus(self.ten_thousands, product)?;
        } else {
            self.hundred_millions = plus(self.hundred_millions, product)?;
            self.ten_thousands = whole(0);
        }
        self.part = whole(0);
        self.current = None;
        self.last_small = None;
        self.has_zero = false;
        self.note(multiplier);
        Some(at + 1)
    }

    fn note(&mut self, multiplier: i128) {
        // 三至五百万 gives 万 and 百 to both ends; 一百三十 and 三十 have nothing to give.
        self.trailing_scale = match multiplier {
            10_000.. => self.trailing_scale * whole(multiplier),
            100.. if self.multipliers == 0 => whole(multiplier),
            _ => whole(1),
        };
        self.last = Some(multiplier);
        self.multipliers += 1;
    }

    /// 余, 多, 来, 几 behind a numeral, if what follows shows that they belong to it; 500 余例 keeps its space.
    fn take_hint(&mut self, reader: &Reader, i: usize) -> usize {
        let at = if self.digits.is_some() { reader.gap(i) } else { i };
        let ends_in_ten = self.current.is_none() && self.last == Some(10);
        let hint = match reader.at(at) {
            '余' | '馀' => Comparator::MoreThan,
            '多' if !matches!(reader.at(at + 1), '边' | '元' | '样' | '方' | '数' | '层' | '用') => {
                Comparator::MoreThan
            }
            // 50+家
            '+' if self.digits.is_some() && is_han(reader.at(at + 1)) => Comparator::AtLeast,
            '几' if ends_in_ten => Comparator::MoreThan,
            '来' if ends_in_ten => Comparator::About,
            _ => return i,
        };
        if self.is_empty() || self.hint.is_some() {
            return i;
        }
        self.hint = Some(hint);
        at + 1
    }

    /// The whole numeral, with the short form 一万二 for 一万二千.
    pub(super) fn total(&self) -> Option<Rational> {
        let mut current = self.current.unwrap_or_default();
        let is_short = self.digits.is_none() && !self.has_zero && self.hint.is_none();
        if let Some(last) = self.last
            && is_short
        {
            current = times(current, whole(last / 10))?;
        }
        let sum = plus(plus(self.hundred_millions, self.ten_thousands)?, self.part)?;
        plus(sum, current)
    }

    pub(super) fn form(&self) -> Form {
        let multiplies_past_ten = self.last.is_some_and(|last| last > 10) || self.multipliers > 1;
        match (self.digits.is_some(), self.is_bare) {
            (true, _) => Form::Digits,
            (_, true) => Form::Bare,
            _ if multiplies_past_ten => Form::LargeHan,
            _ => Form::SmallHan,
        }
    }
}
