//! Turns code into HTML whose parts have classes by what they are.
//! Knows nothing of colours; a style sheet gives each class its own.

mod scopes;
mod toml;

use std::fmt::Write;

use self::scopes::Scopes;
use super::html::escape;

/// Code longer than this is written plain: the grammars take milliseconds for each kilobyte.
const LONGEST: usize = 64 * 1024;

/// What a part of code is. Twelve kinds are as many as readers tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A comment.
    Comment,
    /// A word of the language itself.
    Keyword,
    /// Quoted text.
    String,
    /// A number.
    Number,
    /// The name of a type.
    Type,
    /// The name of a function.
    Function,
    /// A named value of the language, or an escape in a string.
    Constant,
    /// A sign that does something.
    Operator,
    /// A sign that sets apart.
    Punctuation,
    /// The name of a value.
    Variable,
    /// The name of an element or a table.
    Tag,
    /// The name of an attribute or a key.
    Attribute,
}

impl Class {
    /// All classes, so that a style sheet can be checked for them.
    pub const ALL: [Class; 12] = [
        Class::Comment,
        Class::Keyword,
        Class::String,
        Class::Number,
        Class::Type,
        Class::Function,
        Class::Constant,
        Class::Operator,
        Class::Punctuation,
        Class::Variable,
        Class::Tag,
        Class::Attribute,
    ];

    /// The class in HTML.
    pub fn name(self) -> &'static str {
        match self {
            Class::Comment => "hl-comment",
            Class::Keyword => "hl-keyword",
            Class::String => "hl-string",
            Class::Number => "hl-number",
            Class::Type => "hl-type",
            Class::Function => "hl-function",
            Class::Constant => "hl-constant",
            Class::Operator => "hl-operator",
            Class::Punctuation => "hl-punctuation",
            Class::Variable => "hl-variable",
            Class::Tag => "hl-tag",
            Class::Attribute => "hl-attribute",
        }
    }
}

/// Highlights code. Grammars are loaded when the first code needs one, and kept, so keep it
/// for as many blocks as there are.
#[derive(Debug, Default)]
pub struct Highlight {
    scopes: Option<Scopes>,
}

impl Highlight {
    /// A highlighter that has loaded nothing yet.
    pub fn new() -> Self {
        Highlight::default()
    }

    /// Writes code in a language named as on a fence (`json`, `py`, `rust`); code in an unknown
    /// language, or too long, is written plain. All of it is escaped.
    pub fn write(&mut self, lang: &str, code: &str, out: &mut String) {
        let lang = lang.to_ascii_lowercase();
        if lang.is_empty() || code.len() > LONGEST {
            return escape(code, out);
        }
        let mut spans = Spans::new(out);
        // The grammars that come with syntect do without TOML.
        if matches!(lang.as_str(), "toml" | "ini") {
            toml::highlight(code, &mut spans);
        } else {
            self.scopes.get_or_insert_with(Scopes::load).highlight(&lang, code, &mut spans);
        }
        spans.finish();
    }
}

/// Code that is being written; neighbours of one class share an element.
struct Spans<'o> {
    out: &'o mut String,
    open: Option<Class>,
    /// Space that came last: it has no colour, so an element takes it in only if it goes on.
    space: String,
}

impl<'o> Spans<'o> {
    fn new(out: &'o mut String) -> Self {
        Spans { out, open: None, space: String::new() }
    }

    fn push(&mut self, class: Option<Class>, code: &str) {
        let words = code.trim_start();
        self.space.push_str(&code[..code.len() - words.len()]);
        let words = words.trim_end();
        if words.is_empty() {
            return;
        }
        if class != self.open {
            self.close();
        }
        self.out.push_str(&self.space);
        if class != self.open
            && let Some(class) = class
        {
            let _ = write!(self.out, "<span class=\"{}\">", class.name());
            self.open = Some(class);
        }
        escape(words, self.out);
        self.space.clear();
        self.space.push_str(&code[code.trim_end().len()..]);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.out.push_str("</span>");
        }
    }

    fn finish(mut self) {
        self.close();
        self.out.push_str(&self.space);
    }
}
