//! Turns XML into a list of what begins, ends and is said, without document types and without end.
//! Knows nothing of the names in it.

use super::damaged;
use crate::import::read::{Limits, Refusal};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// A piece of XML.
#[derive(Debug)]
pub(super) enum Piece {
    /// An element begins.
    Start(Element),
    /// An element ends.
    End(String),
    /// Text.
    Text(String),
}

/// An element's name, as it is usually prefixed, and its attributes.
#[derive(Debug)]
pub(super) struct Element {
    /// `w:p`, `mc:Fallback`.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute, whatever its prefix.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let known = |key: &str| key.rsplit(':').next() == Some(name);
        self.attributes.iter().find(|(key, _)| known(key)).map(|(_, value)| value.as_str())
    }

    /// Whether a property is on: `<w:vanish/>`, unless its value says no.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value("val"), Some("0" | "false" | "off" | "none"))
    }

    /// A whole number.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.value(name).and_then(|value| value.trim().parse().ok())
    }
}

/// The attributes of one element that are read.
const MOST_ATTRIBUTES: usize = 60;

/// Calls `each` with every piece in order.
pub(super) fn read(xml: &str, limits: Limits, each: &mut dyn FnMut(Piece)) -> Result<(), Refusal> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut depth = 0usize;
    loop {
        match reader.read_event().map_err(|error| damaged(&error.to_string()))? {
            Event::Start(start) => {
                depth += 1;
                if depth > limits.depth {
                    return Err(Refusal::TooDeep { limit: limits.depth });
                }
                each(Piece::Start(element(&start)));
            }
            Event::Empty(start) => {
                let element = element(&start);
                let name = element.name.clone();
                each(Piece::Start(element));
                each(Piece::End(name));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                each(Piece::End(end.name().0.to_owned()));
            }
            Event::Text(text) => each(Piece::Text(text.into_inner().into_owned())),
            Event::CData(text) => each(Piece::Text(text.into_inner().into_owned())),
            Event::GeneralRef(name) => each(Piece::Text(resolved(&name.into_inner()))),
            Event::DocType(_) => return Err(Refusal::Entities),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let mut attributes = start.attributes();
    // Looking for attributes that are there twice takes longer the more there are.
    let attributes = attributes.with_checks(false).flatten().take(MOST_ATTRIBUTES);
    let attributes = attributes.map(|attribute| {
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map(|value| value.into_owned())
            .unwrap_or_default();
        (attribute.key.0.to_owned(), value)
    });
    Element { name: start.name().0.to_owned(), attributes: attributes.collect() }
}

/// The characters that XML itself names; nothing else is defined.
fn resolved(name: &str) -> String {
    let code = name.strip_prefix('#').and_then(|code| match code.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => code.parse().ok(),
    });
    match (name, code.and_then(char::from_u32)) {
        ("lt", _) => "<".to_owned(),
        ("gt", _) => ">".to_owned(),
        ("amp", _) => "&".to_owned(),
        ("quot", _) => "\"".to_owned(),
        ("apos", _) => "'".to_owned(),
        (_, Some(character)) => character.to_string(),
        _ => String::new(),
    }
}
