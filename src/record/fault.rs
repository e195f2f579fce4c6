//! Turns serde's complaints into faults with a path, a place and a code.
//! Knows nothing of the records.

use super::date::{EXPECTED_DATE, EXPECTED_PARTIAL_DATE};
use crate::report::{Code, Diagnostic, Place};
use crate::route::SourcePath;
use serde::de::{Error, Expected, Unexpected};
use std::fmt;
use std::ops::Range;

/// One step from a table or list to a value in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

/// What does not fit.
#[derive(Debug, Clone)]
pub(super) enum FaultKind {
    UnknownKey { key: String, known: &'static [&'static str] },
    MissingKey(&'static str),
    WrongType { found: String, expected: String },
    UnknownValue { value: String, known: &'static [&'static str] },
    Other(String),
}

/// A fault on its way up: the innermost value sets path and place, tables above it add nothing.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    pub(super) kind: FaultKind,
    pub(super) path: Vec<Step>,
    pub(super) span: Option<Range<usize>>,
}

impl Fault {
    fn new(kind: FaultKind) -> Self {
        Fault { kind, path: Vec::new(), span: None }
    }

    /// Gives the fault its place, unless a deeper value has done so.
    pub(super) fn at(mut self, path: impl FnOnce() -> Vec<Step>, span: &Range<usize>) -> Self {
        if self.span.is_none() {
            self.path = path();
            self.span = Some(span.clone());
        }
        self
    }

    /// True when the fault lies in bytes that were no TOML to begin with.
    pub(super) fn overlaps(&self, bad: &Range<usize>) -> bool {
        self.span.as_ref().is_some_and(|span| span.start < bad.end && bad.start < span.end)
    }

    pub(super) fn missing_key(&self) -> Option<&str> {
        match self.kind {
            FaultKind::MissingKey(key) => Some(key),
            _ => None,
        }
    }

    pub(super) fn unknown_key(
        key: &str,
        known: &'static [&'static str],
        path: Vec<Step>,
        span: Range<usize>,
    ) -> Self {
        Fault { kind: FaultKind::UnknownKey { key: key.to_owned(), known }, path, span: Some(span) }
    }

    pub(super) fn diagnostic(&self, path: &SourcePath) -> Diagnostic {
        let place = Place::new(path, self.span.clone().unwrap_or(0..0));
        let diagnostic = match &self.kind {
            FaultKind::UnknownKey { key, known } => {
                Diagnostic::new(Code::UnknownKey).with("key", key).nearest(key, known.iter().copied())
            }
            FaultKind::MissingKey(key) => Diagnostic::new(Code::MissingKey).with("key", *key),
            FaultKind::WrongType { found, expected } if is_date(expected) => {
                let form = if expected == EXPECTED_DATE { "day" } else { "any" };
                Diagnostic::new(Code::MalformedDate).with("value", bare(found)).with("form", form)
            }
            FaultKind::WrongType { found, expected } => {
                Diagnostic::new(Code::WrongType).with("found", found).with("expected", expected)
            }
            FaultKind::UnknownValue { value, known } => Diagnostic::new(Code::UnknownValue)
                .with("value", value)
                .with("expected", known.join(", "))
                .nearest(value, known.iter().copied()),
            FaultKind::Other(why) => Diagnostic::new(Code::TomlSyntax).with("why", why),
        };
        diagnostic.at(place)
    }
}

fn is_date(expected: &str) -> bool {
    [EXPECTED_DATE, EXPECTED_PARTIAL_DATE].contains(&expected)
}

/// `string "x"` → `x`, as a person would quote it.
fn bare(found: &str) -> String {
    let inner = found.split_once('"').and_then(|(_, rest)| rest.strip_suffix('"'));
    let number = found.split_once('`').and_then(|(_, rest)| rest.strip_suffix('`'));
    inner.or(number).unwrap_or(found).to_owned()
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Fault::new(FaultKind::Other(message.to_string()))
    }
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Fault::new(FaultKind::WrongType { found: found.to_string(), expected: expected.to_string() })
    }
    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }
    fn unknown_variant(value: &str, known: &'static [&'static str]) -> Self {
        Fault::new(FaultKind::UnknownValue { value: value.to_owned(), known })
    }
    fn missing_field(key: &'static str) -> Self {
        Fault::new(FaultKind::MissingKey(key))
    }
}
