//! Turns terms with their postings into shards.
//! Knows nothing of where shards part and of how they are named.

use super::index::Lists;
use super::wire;

/// A term with its postings as they lie in a shard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The term.
    pub(super) key: Box<[u8]>,
    /// Its encoded postings.
    pub(super) postings: Box<[u8]>,
}

impl Entry {
    pub(super) fn new(key: &[u8], lists: &Lists) -> Entry {
        Entry { key: key.into(), postings: encode(lists).into() }
    }

    /// About how many bytes it adds to a shard.
    pub(super) fn weight(&self) -> usize {
        self.key.len() + self.postings.len() + 3
    }
}

fn encode(lists: &Lists) -> Vec<u8> {
    let filled = lists.iter().enumerate().filter(|(_, list)| !list.is_empty());
    let mut bytes = vec![filled.clone().fold(0, |mask, (field, _)| mask | 1 << field)];
    for (_, list) in filled {
        wire::push_length(&mut bytes, list.len());
        let mut before = 0;
        for posting in list {
            let more = u32::from(posting.frequency > 1);
            wire::push_number(&mut bytes, (posting.document - before) << 1 | more);
            before = posting.document;
        }
        for posting in list.iter().filter(|posting| posting.frequency > 1) {
            wire::push_number(&mut bytes, posting.frequency - 2);
        }
        bytes.extend(list.iter().map(|posting| posting.norm));
    }
    bytes
}

/// The inflated bytes of a shard.
pub(super) fn write(entries: &[Entry]) -> Vec<u8> {
    let mut bytes = Vec::new();
    wire::push_length(&mut bytes, entries.len());
    let mut before: &[u8] = &[];
    for entry in entries {
        wire::push_key(&mut bytes, before, &entry.key);
        wire::push_length(&mut bytes, entry.postings.len());
        before = &entry.key;
    }
    for entry in entries {
        bytes.extend_from_slice(&entry.postings);
    }
    bytes
}
