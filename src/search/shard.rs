//! Turns terms with their postings into shards, and a shard back into terms and postings.
//! Knows nothing of where shards part and of how they are named.

use super::document::Field;
use super::index::{Lists, Posting};
use super::wire::{self, Reader};
use anyhow::{Context, bail};

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

/// The terms of a shard's inflated bytes, for an index of so many documents.
///
/// # Errors
/// When they are damaged.
pub(super) fn read(bytes: &[u8], documents: u32) -> anyhow::Result<Vec<(Vec<u8>, Lists)>> {
    let mut reader = Reader::new(bytes);
    let mut heads: Vec<(Vec<u8>, usize)> = Vec::new();
    for _ in 0..reader.length()? {
        let before = heads.last().map_or(&[][..], |(key, _)| key);
        let key = reader.key(before)?;
        heads.push((key, reader.length()?));
    }
    let mut terms = Vec::with_capacity(heads.len());
    for (key, size) in heads {
        let lists = decode(reader.bytes(size)?, documents)?;
        terms.push((key, lists));
    }
    if !reader.is_empty() {
        bail!("damaged: it goes on behind its end");
    }
    Ok(terms)
}

fn decode(bytes: &[u8], documents: u32) -> anyhow::Result<Lists> {
    let mut reader = Reader::new(bytes);
    let mut lists = Lists::default();
    let mask = reader.bytes(1)?[0];
    for field in Field::ALL.into_iter().filter(|field| mask & 1 << *field as u8 != 0) {
        let list = &mut lists[field as usize];
        let mut before: u32 = 0;
        for _ in 0..reader.length()? {
            let number = reader.number()?;
            let document = before.checked_add(number >> 1).filter(|document| *document < documents);
            before = document.context("damaged: there is no such document")?;
            list.push(Posting { document: before, frequency: 1 + (number & 1), norm: 0 });
        }
        for posting in list.iter_mut().filter(|posting| posting.frequency > 1) {
            posting.frequency = reader.number()?.checked_add(2).context("damaged: a number is too large")?;
        }
        let norms = reader.bytes(list.len())?;
        list.iter_mut().zip(norms).for_each(|(posting, norm)| posting.norm = *norm);
    }
    if !reader.is_empty() {
        bail!("damaged: postings go on behind their end");
    }
    Ok(lists)
}
