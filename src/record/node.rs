//! Turns TOML text into a plain tree with places.
//! Knows nothing of types.

use super::fault::Step;
use crate::report::{Code, Diagnostic, Place};
use crate::route::SourcePath;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One TOML value with its bytes.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
}

/// What a TOML value is. Dates stay text: calendars are checked where they are read.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    String(String),
    Integer(i64),
    Float(f64),
    Boolean(bool),
    Date(String),
    Array(Vec<Node>),
    Table(Vec<(Key, Node)>),
}

/// A key with its bytes: a text like any other, as some records ask where it stands (`[topics]`, keyed by clause id).
#[derive(Debug, Clone)]
pub(super) struct Key(pub(super) Node);

impl Key {
    /// The key itself.
    pub(super) fn name(&self) -> &str {
        self.0.text().unwrap_or_default()
    }
}

/// Parses a file; syntax faults are reported and the rest is kept.
pub(super) fn parse(text: &str, path: &SourcePath) -> (Node, Vec<Diagnostic>) {
    let (root, faults) = DeTable::parse_recoverable(text);
    let diagnostics = faults.iter().map(|fault| {
        let span = fault.span().unwrap_or(0..0);
        let code = if looks_like_date(text, &span) { Code::MalformedDate } else { Code::TomlSyntax };
        let value = text.get(span.clone()).unwrap_or_default();
        Diagnostic::new(code)
            .with("why", fault.message().trim())
            .with("value", value)
            .with("form", "any")
            .at(Place::new(path, span))
    });
    let diagnostics = diagnostics.collect();
    let span = root.span();
    (Node { span, kind: table(root.into_inner()) }, diagnostics)
}

/// A bare value such as `2021-13-40` is a syntax fault to TOML and a date to whoever wrote it.
fn looks_like_date(text: &str, span: &Range<usize>) -> bool {
    let value = text.get(span.clone()).unwrap_or_default();
    let (mut digits, mut hyphens) = (0, 0);
    for byte in value.bytes() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'-' => hyphens += 1,
            _ => return false,
        }
    }
    digits >= 5 && hyphens >= 1
}

fn table(entries: DeTable<'_>) -> Kind {
    let mut entries: Vec<(Key, Node)> = entries
        .into_iter()
        .map(|(key, value)| {
            let span = key.span();
            (Key(Node { span, kind: Kind::String(key.into_inner().into_owned()) }), node(value))
        })
        .collect();
    entries.sort_by_key(|(key, _)| key.0.span.start);
    Kind::Table(entries)
}

fn node(value: Spanned<DeValue<'_>>) -> Node {
    let span = value.span();
    let kind = match value.into_inner() {
        DeValue::String(text) => Kind::String(text.into_owned()),
        DeValue::Integer(number) => {
            let parsed = i64::from_str_radix(number.as_str(), number.radix());
            parsed.map_or_else(|_| Kind::String(number.to_string()), Kind::Integer)
        }
        DeValue::Float(number) => {
            number.as_str().parse().map_or_else(|_| Kind::String(number.to_string()), Kind::Float)
        }
        DeValue::Boolean(flag) => Kind::Boolean(flag),
        DeValue::Datetime(date) => Kind::Date(date.to_string()),
        DeValue::Array(items) => Kind::Array(items.into_iter().map(node).collect()),
        DeValue::Table(entries) => table(entries),
    };
    Node { span, kind }
}

impl Node {
    /// Removes the value at a path; false when there is none.
    pub(super) fn remove(&mut self, path: &[Step]) -> bool {
        let Some((last, parents)) = path.split_last() else { return false };
        let mut node = self;
        for step in parents {
            match node.child(step) {
                Some(child) => node = child,
                None => return false,
            }
        }
        match (&mut node.kind, last) {
            (Kind::Table(entries), Step::Key(name)) => {
                let before = entries.len();
                entries.retain(|(key, _)| key.name() != name);
                entries.len() < before
            }
            (Kind::Array(items), Step::Index(index)) if *index < items.len() => {
                items.remove(*index);
                true
            }
            _ => false,
        }
    }

    /// The value of a key, if this is a table that has it.
    pub(super) fn entry(&self, name: &str) -> Option<&Node> {
        let Kind::Table(entries) = &self.kind else { return None };
        entries.iter().find(|(key, _)| key.name() == name).map(|(_, node)| node)
    }

    /// What an array holds; nothing, if this is none.
    pub(super) fn items(&self) -> &[Node] {
        if let Kind::Array(items) = &self.kind { items } else { &[] }
    }

    /// The text, if this is one.
    pub(super) fn text(&self) -> Option<&str> {
        if let Kind::String(text) = &self.kind { Some(text) } else { None }
    }

    fn child(&mut self, step: &Step) -> Option<&mut Node> {
        match (&mut self.kind, step) {
            (Kind::Table(entries), Step::Key(name)) => {
                entries.iter_mut().find(|(key, _)| key.name() == name).map(|(_, node)| node)
            }
            (Kind::Array(items), Step::Index(index)) => items.get_mut(*index),
            _ => None,
        }
    }
}
