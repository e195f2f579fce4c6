//! Turns pairs of a thing and what belongs to it into one list per thing, all in one piece of memory.
//! Knows nothing of what belongs to what.

use super::entity::Entity;
use std::collections::BTreeMap;

/// Pairs of a thing's number and a value, in order; what belongs to the same thing twice in a row is there once.
#[derive(Debug)]
pub(super) struct Pairs<V> {
    all: Vec<(u32, V)>,
    last: BTreeMap<u32, V>,
}

impl<V> Default for Pairs<V> {
    fn default() -> Self {
        Pairs { all: Vec::new(), last: BTreeMap::new() }
    }
}

impl<V: Copy + PartialEq> Pairs<V> {
    /// Adds a value to a thing that may not exist.
    pub(super) fn add(&mut self, thing: Option<Entity>, value: V) {
        let Some(number) = thing.map(Entity::number) else { return };
        if self.last.insert(number, value) != Some(value) {
            self.all.push((number, value));
        }
    }

    /// The pairs alone, without what was only needed to add to them.
    pub(super) fn done(self) -> Vec<(u32, V)> {
        self.all
    }
}

/// The values of every thing.
#[derive(Debug)]
pub(super) struct Lists<V> {
    /// Where the list of each number begins; one more for the end.
    starts: Vec<u32>,
    values: Vec<V>,
}

impl<V> Default for Lists<V> {
    fn default() -> Self {
        Lists { starts: Vec::new(), values: Vec::new() }
    }
}

impl<V: Copy> Lists<V> {
    /// Joins the pairs of all plans, in the order of plans: counted first, so that every value goes to its place at once.
    pub(super) fn join<'a>(parts: impl Iterator<Item = &'a [(u32, V)]> + Clone) -> Lists<V>
    where
        V: 'a,
    {
        let mut starts = vec![0u32];
        for (number, _) in parts.clone().flatten() {
            let after = *number as usize + 1;
            if starts.len() <= after {
                starts.resize(after + 1, 0);
            }
            starts[after] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let first = parts.clone().flatten().next().map(|(_, value)| *value);
        let total = starts.last().map_or(0, |end| *end as usize);
        let mut values: Vec<V> = first.map(|first| vec![first; total]).unwrap_or_default();
        for (number, value) in parts.flatten() {
            let at = &mut next[*number as usize];
            values[*at as usize] = *value;
            *at += 1;
        }
        Lists { starts, values }
    }

    /// The values of a thing.
    pub(super) fn of(&self, thing: Entity) -> &[V] {
        let number = thing.number() as usize;
        match self.starts.get(number..number + 2) {
            Some([start, end]) => &self.values[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thing_has_its_own_in_order() {
        let (a, b, c) = (Entity::Department(0), Entity::Place(1), Entity::Department(2));
        let mut first = Pairs::default();
        for (thing, value) in [(Some(b), 1), (Some(a), 2), (Some(b), 1), (None, 9), (Some(b), 3)] {
            first.add(thing, value);
        }
        let mut second = Pairs::default();
        second.add(Some(b), 3);
        let parts = [first.done(), Vec::new(), second.done()];
        let lists = Lists::join(parts.iter().map(Vec::as_slice));
        assert_eq!((lists.of(a), lists.of(b), lists.of(c)), (&[2][..], &[1, 3, 3][..], &[][..]));
        assert!(Lists::<u8>::default().of(a).is_empty());
    }
}
