//! Turns elements and words into well-formed XML.
//! Knows nothing of which elements there are.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io::{self, Write};

/// The attributes of an element.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// An XML document that is being written, one element a line.
pub(crate) struct Xml<'o> {
    writer: Writer<&'o mut dyn Write>,
}

impl<'o> Xml<'o> {
    /// Begins a document.
    pub(crate) fn new(out: &'o mut dyn Write) -> io::Result<Self> {
        let mut writer = Writer::new_with_indent(out, b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        Ok(Xml { writer })
    }

    /// Begins an element.
    pub(crate) fn open(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.writer.write_event(Event::Start(start(name, attributes)))
    }

    /// Ends an element.
    pub(crate) fn close(&mut self, name: &str) -> io::Result<()> {
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element without content.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.writer.write_event(Event::Empty(start(name, attributes)))
    }

    /// An element with words.
    pub(crate) fn words(&mut self, name: &str, attributes: Attributes<'_>, words: &str) -> io::Result<()> {
        self.writer.write_event(Event::Start(start(name, attributes)))?;
        self.writer.write_event(Event::Text(BytesText::new(&allowed(words))))?;
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element whose content is markup already: mixed content must not be indented.
    pub(crate) fn raw(&mut self, name: &str, attributes: Attributes<'_>, content: &str) -> io::Result<()> {
        self.writer.write_event(Event::Start(start(name, attributes)))?;
        self.writer.write_event(Event::Text(BytesText::from_escaped(content)))?;
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    /// Ends the document.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.writer.get_mut().write_all(b"\n")
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, allowed(value).as_str()));
    }
    start
}

/// Words as content of an element.
pub(super) fn escape(words: &str) -> String {
    quick_xml::escape::partial_escape(allowed(words)).into_owned()
}

/// Words as the value of an attribute, to stand between double quotes.
pub(super) fn attribute(words: &str) -> String {
    quick_xml::escape::escape(allowed(words)).into_owned()
}

/// XML has no place for some control characters, not even escaped.
fn allowed(words: &str) -> String {
    let is_allowed =
        |c: char| !matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    words.chars().map(|c| if is_allowed(c) { c } else { '\u{fffd}' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_and_what_xml_cannot_hold_is_replaced() {
        let mut bytes: Vec<u8> = Vec::new();
        let mut xml = Xml::new(&mut bytes).unwrap();
        xml.words("a", &[("b", "\"<&\u{1}")], "]]> & </script>\u{8}甲").unwrap();
        xml.finish().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("b=\"&quot;&lt;&amp;\u{fffd}\""), "{text}");
        assert!(text.contains(">]]&gt; &amp; &lt;/script&gt;\u{fffd}甲</a>"), "{text}");
    }
}
