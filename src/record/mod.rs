//! Turns TOML text into typed records: every value keeps its place, and all faults of a file are found in one run.
//! Knows nothing of what the records mean.
//!
//! [`read`] parses the text with `toml` (which recovers from syntax faults), walks it with a serde deserializer of
//! its own (`walk`) and, when a value does not fit, notes the fault, takes that value out and tries again. So a
//! file with five faults is reported with five, and the records without a fault are still used.

mod date;
mod fault;
mod node;
mod walk;

pub use date::{Date, PartialDate};

use crate::report::{Code, Diagnostic, Place};
use crate::route::SourcePath;
use fault::{Fault, Step};
use node::Node;
use serde::Serialize;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, SeqAccess, Visitor};
use std::collections::BTreeSet;
use std::ops::{Deref, Range};

/// More faults than this in one file are not looked for: the file is something else.
const MOST_FAULTS: usize = 200;

/// A value with the bytes of the file that it was read from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A range of bytes, small enough to be kept for every value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, serde::Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Span {
    /// The same range for slicing and for places.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: small(range.start), end: small(range.end) }
    }
}

impl<T> At<T> {
    /// The place of this value in its file.
    pub fn place(&self, path: &SourcePath) -> Place {
        Place::new(path, self.span.range())
    }
}

impl<T> Deref for At<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// The name by which [`walk`] knows that a value wants its place.
const AT: &str = "$diptych::At";

impl<'de, T: Deserialize<'de>> Deserialize<'de> for At<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Triple<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Triple<T> {
            type Value = At<T>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a value with its place")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let lost = || serde::de::Error::custom("a value without its place");
                let start = seq.next_element()?.ok_or_else(lost)?;
                let end = seq.next_element()?.ok_or_else(lost)?;
                let value = seq.next_element()?.ok_or_else(lost)?;
                Ok(At { value, span: Span { start, end } })
            }
        }
        deserializer.deserialize_tuple_struct(AT, 3, Triple(std::marker::PhantomData))
    }
}

/// The same three, so that what was read can be kept and read again.
impl<T: Serialize> Serialize for At<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.span.start, self.span.end, &self.value).serialize(serializer)
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for At<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}

/// Reads a whole file as one record. `None` when even the top level is unusable.
pub fn read<T: DeserializeOwned>(text: &str, path: &SourcePath) -> (Option<T>, Vec<Diagnostic>) {
    let (mut root, mut diagnostics) = node::parse(text, path);
    let broken: Vec<Range<usize>> =
        diagnostics.iter().filter_map(|d| Some(d.place.as_ref()?.span.clone())).collect();
    let mut removed: Vec<(Vec<Step>, String)> = Vec::new();
    for _ in 0..MOST_FAULTS {
        let mut unknown = Vec::new();
        let read = T::deserialize(walk::Walk::new(&root, &mut unknown));
        note_unknown(&mut root, unknown, path, &mut diagnostics);
        let fault = match read {
            Ok(value) => return (Some(value), diagnostics),
            Err(fault) => fault,
        };
        let echo = broken.iter().any(|bad| fault.overlaps(bad));
        let known_cause = fault.missing_key().is_some_and(|key| {
            !broken.is_empty() || removed.iter().any(|(parent, name)| *parent == fault.path && name == key)
        });
        if !known_cause && !echo {
            diagnostics.push(fault.diagnostic(path));
        }
        if !take_out(&mut root, &fault, &mut removed) {
            return (None, diagnostics);
        }
    }
    (None, diagnostics)
}

/// Unknown keys do not stop the reading of their table; they are noted and taken out, so they are noted once.
fn note_unknown(root: &mut Node, unknown: Vec<Fault>, path: &SourcePath, diagnostics: &mut Vec<Diagnostic>) {
    for fault in unknown {
        diagnostics.push(fault.diagnostic(path));
        root.remove(&fault.path);
    }
}

/// Removes what a fault makes unusable: the value itself, or for a missing key the record around it.
fn take_out(root: &mut Node, fault: &Fault, removed: &mut Vec<(Vec<Step>, String)>) -> bool {
    let Some((last, parent)) = fault.path.split_last() else { return false };
    if let Step::Key(key) = last {
        removed.push((parent.to_vec(), key.clone()));
    }
    root.remove(&fault.path)
}

/// The ids in a list of tables (`[[department]]`), be the rest of the tables usable or not: who names one of them names
/// something that is there.
pub fn ids(text: &str, path: &SourcePath, list: &str) -> BTreeSet<String> {
    let (root, _) = node::parse(text, path);
    let tables = root.entry(list).map(Node::items).unwrap_or_default();
    let ids = tables.iter().filter_map(|table| table.entry("id")?.text());
    ids.map(str::to_owned).collect()
}

/// A fault of a value that was well formed TOML but says nothing usable.
pub fn bad_value(code: Code, value: &str, place: Place) -> Diagnostic {
    Diagnostic::new(code).with("value", value).at(place)
}

#[cfg(test)]
mod tests;
