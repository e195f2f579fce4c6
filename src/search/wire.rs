//! Turns numbers and keys into the bytes of files.
//! Knows nothing of what they mean.

use flate2::{Compress, Compression, FlushCompress, Status};
use std::cell::RefCell;

thread_local! {
    /// Made ready once for each thread: an index has tens of thousands of small files, and getting ready was an eighth of
    /// the work on them.
    static DEFLATE: RefCell<Compress> = RefCell::new(Compress::new(Compression::best(), false));
}

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
    let mut deflated = Vec::with_capacity(bytes.len() / 2 + 64);
    DEFLATE.with_borrow_mut(|deflate| {
        deflate.reset();
        // Only a stream that is over refuses more, and this one is fresh.
        while let Ok(Status::Ok | Status::BufError) = deflate.compress_vec(
            &bytes[usize::try_from(deflate.total_in()).unwrap_or(bytes.len())..],
            &mut deflated,
            FlushCompress::Finish,
        ) {
            deflated.reserve(deflated.len().max(64));
        }
    });
    // Many of them are held until they are written.
    deflated.shrink_to_fit();
    deflated
}
