//! Turns sentences into pairs: the same sentence in both copies, in the same order in both.
//! Knows nothing of what stands between them.

use super::Sentence;
use std::collections::BTreeMap;

/// Whether a sentence is long enough to be no label and no formula.
pub(super) fn is_long(text: &str) -> bool {
    text.chars().count() > 12
}

/// The longest chain of pairs `(first, second)` in which both rise. Only sentences that stand exactly twice are taken.
pub(super) fn chain(sentences: &[Sentence]) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, sentence) in sentences.iter().enumerate().filter(|(_, sentence)| is_long(sentence.text())) {
        places.entry(sentence.text()).or_default().push(at);
    }
    let mut pairs: Vec<(usize, usize)> = places
        .into_values()
        .filter(|places| places.len() == 2)
        .map(|places| (places[0], places[1]))
        .collect();
    pairs.sort_unstable();
    rising(&pairs)
}

/// The longest subsequence whose second members rise.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // ends[n]: the pair that ends the chain of n + 1 pairs with the lowest end.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (number, (_, second)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *second);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = number,
            None => ends.push(number),
        }
    }
    let mut chain = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(number) = next {
        chain.push(pairs[number]);
        next = before[number];
    }
    chain.reverse();
    chain
}
