//! Turns one text node with links and marks into HTML whose elements never cross.
//! Knows nothing of where links and marks come from.
//!
//! A link within a mark stays within it; a link that a mark's border crosses stays whole, and the mark is cut.

use super::marks::Part;
use crate::markup::html::{escape, push_url};
use std::collections::BTreeSet;
use std::ops::Range;

/// A name to link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Linked {
    /// Bytes of the node's text.
    pub(super) range: Range<usize>,
    /// Where it leads.
    pub(super) href: String,
    /// The class of the link.
    pub(super) kind: &'static str,
    /// What it stands for, where that must be said.
    pub(super) about: Option<String>,
}

/// A text node with all that lies on it; links and parts are in order and do not overlap their like.
pub(super) struct Cutter<'t> {
    /// The words.
    pub(super) text: &'t str,
    /// The names.
    pub(super) links: &'t [Linked],
    /// The marked parts.
    pub(super) parts: &'t [Part],
    /// The marks that have their id already; none where marks get no ids.
    pub(super) marked: Option<&'t mut BTreeSet<String>>,
    /// Marks say what they stand for.
    pub(super) paired: bool,
}

impl Cutter<'_> {
    /// Writes it, escaped.
    pub(super) fn write(mut self, out: &mut String) {
        let (links, parts) = (self.links, self.parts);
        let mut at = 0;
        for link in links.iter().filter(|link| !is_within_part(parts, &link.range)) {
            self.stretch(at..link.range.start, out);
            open_link(link, out);
            self.stretch(link.range.clone(), out);
            out.push_str("</a>");
            at = link.range.end;
        }
        self.stretch(at..self.text.len(), out);
    }

    /// Words that no link crosses the border of.
    fn stretch(&mut self, range: Range<usize>, out: &mut String) {
        let parts = self.parts;
        let mut at = range.start;
        for part in parts {
            let (start, end) = (part.range.start.max(at), part.range.end.min(range.end));
            if start < end {
                escape(&self.text[at..start], out);
                self.mark(part, start..end, out);
                at = end;
            }
        }
        escape(&self.text[at..range.end], out);
    }

    /// A mark with the links in it. The first mark of a passage bears its id; where several passages start, the others
    /// get an element of their own.
    fn mark(&mut self, part: &Part, range: Range<usize>, out: &mut String) {
        let new: Vec<&String> = match &mut self.marked {
            Some(marked) => part.ids.iter().filter(|id| marked.insert((*id).clone())).collect(),
            None => Vec::new(),
        };
        out.push_str("<mark");
        attribute("id", new.first().map(|id| format!("m-{id}")).as_deref(), out);
        attribute("data-m", part.ids.first().filter(|_| self.paired).map(String::as_str), out);
        out.push('>');
        for id in new.iter().skip(1) {
            out.push_str("<span");
            attribute("id", Some(&format!("m-{id}")), out);
            out.push('>');
        }
        let inside = |link: &&Linked| range.start <= link.range.start && link.range.end <= range.end;
        let mut at = range.start;
        for link in self.links.iter().filter(inside) {
            escape(&self.text[at..link.range.start], out);
            open_link(link, out);
            escape(&self.text[link.range.clone()], out);
            out.push_str("</a>");
            at = link.range.end;
        }
        escape(&self.text[at..range.end], out);
        for _ in new.iter().skip(1) {
            out.push_str("</span>");
        }
        out.push_str("</mark>");
    }
}

fn is_within_part(parts: &[Part], range: &Range<usize>) -> bool {
    parts.iter().any(|part| part.range.start <= range.start && range.end <= part.range.end)
}

fn open_link(link: &Linked, out: &mut String) {
    out.push_str("<a href=\"");
    push_url(&link.href, out);
    out.push('"');
    attribute("class", Some(link.kind), out);
    attribute("data-m", link.about.as_deref(), out);
    out.push('>');
}

fn attribute(name: &str, value: Option<&str>, out: &mut String) {
    if let Some(value) = value {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
    }
}
