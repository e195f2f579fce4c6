//! Turns numbers and keys into the bytes of files, and bytes that may be damaged back into numbers and keys.
//! Knows nothing of what they mean.

use anyhow::{Context, bail};
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use std::io::Read;

/// Appends a number, seven bits a byte.
pub(super) fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Appends the length of something.
pub(super) fn push_length(bytes: &mut Vec<u8>, length: usize) {
    push_number(bytes, u32::try_from(length).unwrap_or(u32::MAX));
}

/// Appends a key, without what it shares with the one before.
pub(super) fn push_key(bytes: &mut Vec<u8>, before: &[u8], key: &[u8]) {
    let shared = shared(before, key);
    push_length(bytes, shared);
    push_length(bytes, key.len() - shared);
    bytes.extend_from_slice(&key[shared..]);
}

/// How many bytes two keys share at their beginning.
pub(super) fn shared(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

/// A file as it lies on the disk: one raw deflate stream.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut deflated = Vec::with_capacity(bytes.len() / 2);
    // Reading from memory has no faults.
    let _ = DeflateEncoder::new(bytes, Compression::best()).read_to_end(&mut deflated);
    deflated
}

/// No file is larger than this when it is inflated.
const LARGEST: u64 = 1 << 28;

/// What is in a file.
///
/// # Errors
/// When it is damaged.
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
