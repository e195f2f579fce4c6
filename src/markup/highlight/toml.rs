//! Turns TOML into parts with classes.
//! Knows nothing of what its keys mean.

use super::{Class, Spans};

/// Writes TOML. Strings, lists and tables over several lines are followed; whatever is not
/// TOML comes out plain.
pub(super) fn highlight(code: &str, spans: &mut Spans<'_>) {
    let mut rest = code;
    let mut reading = Reading { open: Vec::new(), in_value: false };
    while let Some(first) = rest.chars().next() {
        let (length, class) = reading.part(rest, first);
        let (part, after) = rest.split_at(length);
        spans.push(class, part);
        rest = after;
    }
}

/// How far TOML has been read.
struct Reading {
    /// The brackets that are open.
    open: Vec<char>,
    /// Whether a value is due, not a key.
    in_value: bool,
}

impl Reading {
    /// The length and class of the next part, which begins with `first`.
    fn part(&mut self, rest: &str, first: char) -> (usize, Option<Class>) {
        match first {
            '\n' => {
                self.in_value = self.in_list();
                (1, None)
            }
            c if c.is_whitespace() => (until(rest, |c| !c.is_whitespace() || c == '\n'), None),
            '#' => (until(rest, |c| c == '\n'), Some(Class::Comment)),
            '"' | '\'' if self.in_value => (string(rest, first), Some(Class::String)),
            '"' | '\'' => (string(rest, first), Some(Class::Attribute)),
            '[' if !self.in_value && self.open.is_empty() => {
                (until(rest, |c| c == '\n' || c == '#'), Some(Class::Tag))
            }
            '=' => {
                self.in_value = true;
                (1, Some(Class::Operator))
            }
            '[' | ']' | '{' | '}' | ',' => {
                match first {
                    '[' | '{' => self.open.push(first),
                    ']' | '}' => drop(self.open.pop()),
                    _ => {}
                }
                self.in_value = self.in_list();
                (1, Some(Class::Punctuation))
            }
            _ => {
                let length = until(rest, |c| c.is_whitespace() || "=,[]{}#".contains(c));
                let class = if self.in_value { value(&rest[..length]) } else { Class::Attribute };
                (length, Some(class))
            }
        }
    }

    /// Whether the innermost bracket is a list's, in which no keys stand.
    fn in_list(&self) -> bool {
        self.open.last() == Some(&'[')
    }
}

/// The class of a value without quotation marks.
fn value(word: &str) -> Class {
    match word {
        "true" | "false" => Class::Constant,
        _ if word.starts_with(|c: char| c.is_ascii_digit() || "+-".contains(c)) => Class::Number,
        _ => Class::Variable,
    }
}

/// How long the string at the beginning is, quotation marks included.
fn string(rest: &str, quote: char) -> usize {
    let triple = if quote == '"' { "\"\"\"" } else { "'''" };
    let (mark, ends_line) = if rest.starts_with(triple) { (triple, false) } else { (&triple[..1], true) };
    let mut at = mark.len();
    while let Some(c) = rest[at..].chars().next() {
        if rest[at..].starts_with(mark) {
            return at + mark.len();
        }
        if ends_line && c == '\n' {
            break;
        }
        at += c.len_utf8();
        if c == '\\' && quote == '"' {
            at += rest[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    at
}

fn until(rest: &str, ends: impl Fn(char) -> bool) -> usize {
    rest.find(ends).unwrap_or(rest.len())
}
