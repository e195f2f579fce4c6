//! Turns values made before into values that need not be made again: each is known by the hash of all it was made from.
//! Knows nothing of what the values are.
//!
//! A stage that remembers takes the [`Memory`] of its last run and gives a new one, which holds what this run used and
//! nothing else. Equal keys mean equal inputs, so a run that remembers gives what a run from nothing gives.

use anyhow::Context;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The hash of everything that a value was made from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; 32]);

impl Key {
    /// The key of some bytes.
    pub fn of(bytes: &[u8]) -> Key {
        Key(*blake3::hash(bytes).as_bytes())
    }

    /// Starts the key of a value of a kind; kinds never share keys.
    pub fn kind(kind: &str) -> KeyMaker {
        KeyMaker(blake3::Hasher::new()).with(kind)
    }

    /// The hash itself.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl AsRef<[u8]> for Key {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Key {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        let hash = blake3::Hash::from_hex(text.as_bytes()).map_err(serde::de::Error::custom)?;
        Ok(Key(*hash.as_bytes()))
    }
}

/// A key in the making: parts are told apart by their lengths.
#[derive(Clone)]
pub struct KeyMaker(blake3::Hasher);

impl KeyMaker {
    /// Adds a part.
    #[must_use]
    pub fn with(mut self, part: impl AsRef<[u8]>) -> KeyMaker {
        self.add(part);
        self
    }

    /// Adds a part in place.
    pub fn add(&mut self, part: impl AsRef<[u8]>) {
        let part = part.as_ref();
        self.0.update(&(part.len() as u64).to_le_bytes()).update(part);
    }

    /// Adds a value as one part: whatever it serialises. It is hashed in one go, as small pieces cost ten times as much.
    ///
    /// # Errors
    /// When the value cannot be serialised without names, as an iterator of unknown length.
    pub fn add_value(&mut self, value: &impl Serialize) -> anyhow::Result<()> {
        BYTES.with_borrow_mut(|bytes| {
            let mut written =
                postcard::to_extend(value, std::mem::take(bytes)).context("a value cannot be hashed")?;
            self.add(&written);
            written.clear();
            *bytes = written;
            Ok(())
        })
    }

    /// The key of all parts.
    pub fn done(&self) -> Key {
        Key(*self.0.finalize().as_bytes())
    }
}

thread_local! {
    /// Where values are written before they are hashed: a page's takes a hundred kilobytes, again and again.
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Values by their keys.
#[derive(Debug)]
pub struct Memory<T>(BTreeMap<Key, Arc<T>>);

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Memory(BTreeMap::new())
    }
}

impl<T> Memory<T> {
    /// The value of a key, if it is remembered.
    pub fn get(&self, key: Key) -> Option<Arc<T>> {
        self.0.get(&key).map(Arc::clone)
    }

    /// The value of a key: remembered, or made now.
    pub fn recall_or(&self, key: Key, make: impl FnOnce() -> T) -> Arc<T> {
        self.get(key).unwrap_or_else(|| Arc::new(make()))
    }

    /// All keys in order.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        self.0.keys().copied()
    }

    /// Takes in what another process has made.
    pub fn insert(&mut self, key: Key, value: T) {
        self.0.insert(key, Arc::new(value));
    }

    /// All values with their keys, in order of keys.
    pub fn iter(&self) -> impl Iterator<Item = (Key, &T)> {
        self.0.iter().map(|(key, value)| (*key, &**value))
    }
}

impl<T> FromIterator<(Key, Arc<T>)> for Memory<T> {
    fn from_iter<I: IntoIterator<Item = (Key, Arc<T>)>>(values: I) -> Self {
        Memory(values.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_apart() {
        let key = |parts: &[&str]| parts.iter().fold(Key::kind("x"), |key, part| key.with(part)).done();
        assert_ne!(key(&["ab", "c"]), key(&["a", "bc"]));
        assert_ne!(key(&["a"]), key(&["a", ""]));
        assert_ne!(Key::kind("x").done(), Key::kind("y").done());
        assert_eq!(key(&["a", "b"]), key(&["a", "b"]));
    }

    #[test]
    fn values_are_told_apart_by_what_is_in_them() {
        let key = |value: &[(&str, Option<u8>)]| {
            let mut key = Key::kind("x");
            key.add_value(&value).unwrap();
            key.done()
        };
        assert_eq!(key(&[("ab", None), ("c", Some(1))]), key(&[("ab", None), ("c", Some(1))]));
        assert_ne!(key(&[("ab", None), ("c", None)]), key(&[("a", None), ("bc", None)]));
        assert_ne!(key(&[("a", None)]), key(&[("a", Some(0))]));
        assert_ne!(key(&[("a", None)]), key(&[]));
    }

    #[test]
    fn what_is_known_is_not_made_again() {
        let key = Key::of(b"1");
        let memory: Memory<u8> = [(key, Arc::new(1))].into_iter().collect();
        assert_eq!(*memory.recall_or(key, || unreachable!("it is known")), 1);
        assert_eq!(*memory.recall_or(Key::of(b"2"), || 2), 2);
    }

    #[test]
    fn a_key_is_the_same_after_a_round_trip() {
        let key = Key::of("甲".as_bytes());
        let text = serde_json::to_string(&key).unwrap();
        assert_eq!(serde_json::from_str::<Key>(&text).unwrap(), key);
        assert!(serde_json::from_str::<Key>("\"abc\"").is_err());
    }
}
