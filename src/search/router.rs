//! Turns a list of keys into parts that a change elsewhere does not move, and parts into the files that lead to them.
//! Knows nothing of what the parts hold.

use super::file::HASH;
use super::wire;
use std::ops::Range;

/// Cuts keys, each with its weight, into parts that weigh at most `most` or hold one key.
///
/// The space of all keys is halved, by the first bit, then by the second, and so on, as long as a half is too heavy; what
/// meets in the middle and is light enough is joined again. So where a part ends depends on what is in it and beside it,
/// not on all that comes before.
pub(super) fn parts(keys: &[&[u8]], weights: &[usize], most: usize) -> Vec<Range<usize>> {
    let mut parts: Vec<Part> = Vec::new();
    cut(keys, weights, 0..keys.len(), 0, most, &mut parts);
    parts.into_iter().map(|part| part.keys).collect()
}

struct Part {
    keys: Range<usize>,
    weight: usize,
}

/// Adds the parts of a range of keys that agree in all bits before `bit`; the first may be joined to the last of those
/// before.
fn cut(
    keys: &[&[u8]],
    weights: &[usize],
    range: Range<usize>,
    bit: usize,
    most: usize,
    parts: &mut Vec<Part>,
) {
    let weight: usize = weights[range.clone()].iter().sum();
    if range.len() > 1 && weight > most {
        let zeros = keys[range.clone()].partition_point(|key| !is_set(key, bit));
        let middle = range.start + zeros;
        cut(keys, weights, range.start..middle, bit + 1, most, parts);
        return cut(keys, weights, middle..range.end, bit + 1, most, parts);
    }
    match parts.last_mut() {
        _ if range.is_empty() => {}
        Some(last) if last.weight + weight <= most => {
            last.keys.end = range.end;
            last.weight += weight;
        }
        _ => parts.push(Part { keys: range, weight }),
    }
}

/// A bit of a key. Behind its end a key goes on with zeros, after a zero byte that no key holds.
fn is_set(key: &[u8], bit: usize) -> bool {
    key.get(bit / 8).is_some_and(|byte| byte & (0x80 >> (bit % 8)) != 0)
}

/// The shortest key that lies behind `before` and not behind `first`.
pub(super) fn separator<'k>(before: Option<&[u8]>, first: &'k [u8]) -> &'k [u8] {
    before.map_or(&first[..0], |before| &first[..wire::shared(before, first) + 1])
}

/// One line of a router file: from which key on, and the hash of the file that holds what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Signpost {
    pub(super) key: Vec<u8>,
    pub(super) hash: [u8; HASH],
}

/// The inflated bytes of a router file.
pub(super) fn write(signposts: &[Signpost]) -> Vec<u8> {
    let mut bytes = Vec::new();
    wire::push_length(&mut bytes, signposts.len());
    let mut before: &[u8] = &[];
    for signpost in signposts {
        wire::push_key(&mut bytes, before, &signpost.key);
        bytes.extend_from_slice(&signpost.hash);
        before = &signpost.key;
    }
    bytes
}
