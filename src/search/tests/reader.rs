//! Turns the files of an index back into terms and postings, as a reader does, and says what is damaged.
//! Knows nothing of how they were made.

use crate::search::document::Field;
use crate::search::file::HASH;
use crate::search::index::{Lists, Posting};
use crate::search::router::Signpost;
use anyhow::{Context, bail};
use flate2::read::DeflateDecoder;
use std::io::Read;

/// No file is larger than this when it is inflated.
const LARGEST: u64 = 1 << 28;

/// What is in a file.
pub(super) fn inflate(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut inflated = Vec::new();
    let mut decoder = DeflateDecoder::new(bytes).take(LARGEST);
    decoder.read_to_end(&mut inflated).context("damaged: it does not inflate")?;
    Ok(inflated)
}

/// Reads bytes from the first to the last; every step says so when there are too few.
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader(bytes)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn bytes(&mut self, length: usize) -> anyhow::Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).context("damaged: it ends too early")?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn number(&mut self) -> anyhow::Result<u32> {
        let mut number: u64 = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.bytes(1)?[0];
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(number).context("damaged: a number is too large");
            }
        }
        bail!("damaged: a number does not end")
    }

    pub(super) fn length(&mut self) -> anyhow::Result<usize> {
        Ok(self.number()? as usize)
    }

    /// The next key; it must lie behind the one before.
    pub(super) fn key(&mut self, before: &[u8]) -> anyhow::Result<Vec<u8>> {
        let shared = self.length()?;
        let mut key = before.get(..shared).context("damaged: a key shares too much")?.to_vec();
        let length = self.length()?;
        key.extend_from_slice(self.bytes(length)?);
        if !before.is_empty() && key.as_slice() <= before {
            bail!("damaged: keys are out of order");
        }
        Ok(key)
    }
}

/// The terms of a shard's inflated bytes, for an index of so many documents.
pub(super) fn shard(bytes: &[u8], documents: u32) -> anyhow::Result<Vec<(Vec<u8>, Lists)>> {
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

/// The lines of a router file's inflated bytes.
pub(super) fn router(bytes: &[u8]) -> anyhow::Result<Vec<Signpost>> {
    let mut reader = Reader::new(bytes);
    let mut signposts: Vec<Signpost> = Vec::new();
    for _ in 0..reader.length()? {
        let before = signposts.last().map_or(&[][..], |signpost| &signpost.key);
        let key = reader.key(before)?;
        let mut hash = [0; HASH];
        hash.copy_from_slice(reader.bytes(HASH)?);
        signposts.push(Signpost { key, hash });
    }
    Ok(signposts)
}
