//! Turns the weights of what a file would hold into parts that can be fetched one by one.
//! Knows nothing of what is weighed.
//!
//! Which files there are is fixed before their bytes exist, so parts are cut by estimates that are never too low.

use std::iter::Sum;
use std::ops::Range;

/// No file of the open data is larger, in bytes, unless a single record is.
pub(super) const MOST_BYTES: usize = 50_000_000;

/// What records are made from: a plan, an entry of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// Its number in its list.
    pub(super) at: usize,
    /// How many bytes its records may have in the largest format.
    pub(super) weight: Weight,
}

/// Bytes, by how well they pack.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Weight {
    /// Keys, ids, addresses, names: said again and again.
    pub(super) frame: usize,
    /// Running text: said once.
    pub(super) words: usize,
}

impl Weight {
    /// Bytes without running text.
    pub(super) fn frame(frame: usize) -> Weight {
        Weight { frame, words: 0 }
    }

    /// All bytes.
    pub(super) fn bytes(self) -> usize {
        self.frame + self.words
    }

    /// How many bytes there may be of it in an archive. Estimates from above pack better than what they estimate.
    pub(super) fn packed(self) -> usize {
        self.frame / 16 + self.words / 2
    }
}

impl Sum for Weight {
    fn sum<I: Iterator<Item = Weight>>(weights: I) -> Weight {
        weights.fold(Weight::default(), |sum, next| Weight {
            frame: sum.frame + next.frame,
            words: sum.words + next.words,
        })
    }
}

/// A part of a data set: the units from `start` to `end` in the set's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Its number, from 1.
    pub number: usize,
    /// How many parts there are.
    pub of: usize,
    start: usize,
    end: usize,
}

impl Part {
    /// What the file's name says of it. The first part keeps the name of the whole: an address that was published
    /// when the portal was small stays alive when it grows.
    pub(super) fn suffix(self) -> String {
        if self.number > 1 { format!("-{}", self.number) } else { String::new() }
    }

    /// The units in it.
    pub(super) fn units(self) -> Range<usize> {
        self.start..self.end
    }
}

/// Cuts a list so that no part weighs more than `limit`, but for a part of one unit. An empty list has one part.
pub(super) fn cut(weights: impl IntoIterator<Item = usize>, limit: usize) -> Vec<Part> {
    let mut starts = vec![0];
    let (mut weight, mut count) = (0, 0);
    for next in weights {
        if weight + next > limit && weight > 0 {
            starts.push(count);
            weight = 0;
        }
        weight += next;
        count += 1;
    }
    let ends = starts[1..].iter().copied().chain([count]);
    let parts = starts.iter().zip(ends).enumerate();
    parts.map(|(at, (start, end))| Part { number: at + 1, of: starts.len(), start: *start, end }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(weights: &[usize], limit: usize) -> Vec<(usize, usize)> {
        let parts = cut(weights.iter().copied(), limit).into_iter();
        parts.map(|part| (part.units().start, part.units().end)).collect()
    }

    #[test]
    fn parts_follow_one_another_and_hold_no_more_than_they_may() {
        assert_eq!(ranges(&[4, 4, 4], 100), [(0, 3)]);
        assert_eq!(ranges(&[4, 4, 4], 8), [(0, 2), (2, 3)]);
        assert_eq!(ranges(&[4, 99, 4], 8), [(0, 1), (1, 2), (2, 3)]);
        assert_eq!(ranges(&[99, 4], 8), [(0, 1), (1, 2)]);
        assert_eq!(ranges(&[], 8), [(0, 0)]);
    }

    #[test]
    fn the_first_part_keeps_the_name_of_the_whole() {
        let names = |weights: &[usize]| -> Vec<String> {
            cut(weights.iter().copied(), 5).into_iter().map(Part::suffix).collect()
        };
        assert_eq!(names(&[1]), [""]);
        assert_eq!(names(&[4, 4]), ["", "-2"]);
    }
}
