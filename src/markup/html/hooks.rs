//! Turns what only the caller knows into what the writer needs.
//! Knows nothing of how the writer uses it.

use super::escape;
use crate::markup::tree::{Image, Link, Span};

/// What the writer asks its caller.
pub trait Hooks {
    /// Where a link leads from this page; `None` to keep only its words.
    fn link(&mut self, link: &Link) -> Option<Resolved>;

    /// Where an image comes from; `None` to keep only its alternative text.
    fn image(&mut self, image: &Image) -> Option<Resolved> {
        Some(Resolved::to(&image.src))
    }

    /// Writes words. Whoever overrides this, as to link names, escapes them.
    fn text(&mut self, text: &str, place: Place, out: &mut String) {
        let _ = place;
        escape(text, out);
    }

    /// Writes the code of a block whose language is `lang`, empty if none is given. Whoever
    /// overrides this, as with [`Highlight`](crate::markup::Highlight), escapes it.
    fn code(&mut self, lang: &str, code: &str, out: &mut String) {
        let _ = lang;
        escape(code, out);
    }

    /// What sets the notes of this text apart from those of other texts on the page. It
    /// becomes part of identifiers.
    fn note_prefix(&self) -> &str {
        ""
    }

    /// What is read aloud for the link from a note back to its reference.
    fn back_words(&self) -> &str {
        ""
    }

    /// By how many levels headings sink, because the page has headings above them.
    fn heading_shift(&self) -> u8 {
        0
    }
}

/// Where a link or an image leads, with the attributes that its element is to have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// The value of `href` or `src`, not yet escaped.
    pub url: String,
    /// Names and values, not yet escaped: `class`, `lang`, `width` and so on.
    pub attributes: Vec<(&'static str, String)>,
}

impl Resolved {
    /// Leads to a URL, without further attributes.
    pub fn to(url: &str) -> Self {
        Resolved { url: url.to_owned(), attributes: Vec::new() }
    }

    /// Adds an attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }
}

/// Where words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where in the text that was parsed.
    pub span: Span,
    /// Whether a link holds them, so that no other link may.
    pub in_link: bool,
    /// Whether a heading holds them.
    pub in_heading: bool,
}

/// Takes every target as it was written.
#[derive(Clone, Copy, Debug, Default)]
pub struct AsWritten;

impl Hooks for AsWritten {
    fn link(&mut self, link: &Link) -> Option<Resolved> {
        Some(Resolved::to(&link.target))
    }
}
