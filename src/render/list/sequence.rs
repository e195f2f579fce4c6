//! Turns how many records each plan has into the records that stand on a page of the list of all.
//! Knows nothing of what a record is: it is the plan's number and its own in that plan.

use std::ops::Range;

/// The records of all plans in a row, plan after plan: found without counting those before.
#[derive(Debug, Default)]
pub(in super::super) struct Sequence {
    /// Where each plan's records end.
    ends: Vec<usize>,
}

impl Sequence {
    /// From the number of records of each plan.
    pub(in super::super) fn new(lengths: impl Iterator<Item = usize>) -> Sequence {
        let add = |end: &mut usize, length: usize| {
            *end += length;
            Some(*end)
        };
        Sequence { ends: lengths.scan(0, add).collect() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    /// Those of a range, each by the plan's number and its own.
    pub(super) fn range(&self, range: Range<usize>) -> Vec<(usize, usize)> {
        let mut plan = self.ends.partition_point(|end| *end <= range.start);
        let find = |at: usize| {
            while *self.ends.get(plan)? <= at {
                plan += 1;
            }
            let start = plan.checked_sub(1).map_or(0, |before| self.ends[before]);
            Some((plan, at - start))
        };
        range.map_while(find).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Sequence;

    #[test]
    fn any_range_is_that_part_of_all() {
        let lengths = [0, 3, 0, 0, 1, 2, 0];
        let sequence = Sequence::new(lengths.into_iter());
        let all: Vec<(usize, usize)> = lengths
            .into_iter()
            .enumerate()
            .flat_map(|(plan, length)| (0..length).map(move |index| (plan, index)))
            .collect();
        assert_eq!(sequence.len(), all.len());
        for start in 0..=all.len() + 1 {
            for end in start..=all.len() + 2 {
                let part = all.iter().copied().skip(start).take(end - start).collect::<Vec<_>>();
                assert_eq!(sequence.range(start..end), part, "{start}..{end}");
            }
        }
    }

    #[test]
    fn without_plans_there_is_nothing() {
        let sequence = Sequence::new([].into_iter());
        assert_eq!((sequence.len(), sequence.range(0..500)), (0, Vec::new()));
    }
}
