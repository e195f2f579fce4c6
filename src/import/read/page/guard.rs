//! Turns a page's source into a verdict: may a parser that builds a tree read it?
//! Knows nothing of what the page says.
//!
//! Three things make the work of an HTML parser grow faster than the page: depth, marks such as `<b>` that are never
//! closed and are opened again in every paragraph, and tags with very many attributes. One pass counts them.

use crate::import::read::{Limits, Refusal};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// Attributes of one tag.
const MOST_ATTRIBUTES: usize = 2_000;

/// Marks that are opened again, in all.
const MOST_REOPENED: usize = 2_000_000;

/// Elements that end by themselves.
const SELF_ENDING: [&str; 34] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img",
    "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td",
    "tfoot", "th", "thead", "tr", "track", "wbr", "script", "style",
];

/// Marks of words that go on until they are closed.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Refuses what would take too long.
pub(super) fn check(source: &str, limits: Limits) -> Result<(), Refusal> {
    check_attributes(source)?;
    let counter = Counter { limit: limits.depth, ..Counter::default() };
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(source));
    let tokenizer = Tokenizer::new(counter, Default::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let too_deep =
        tokenizer.sink.deepest.get() > limits.depth || tokenizer.sink.reopened.get() > MOST_REOPENED;
    if too_deep { Err(Refusal::TooDeep { limit: limits.depth }) } else { Ok(()) }
}

fn check_attributes(source: &str) -> Result<(), Refusal> {
    let (mut inside, mut count, mut quote, mut before) = (false, 0, None, ' ');
    for c in source.chars() {
        match (inside, quote) {
            (false, _) => inside = before == '<' && c.is_ascii_alphabetic(),
            (true, Some(mark)) if c == mark => quote = None,
            (true, Some(_)) => {}
            (true, None) if matches!(c, '"' | '\'') && before == '=' => quote = Some(c),
            (true, None) if c == '>' => (inside, count) = (false, 0),
            (true, None) => count += usize::from(c.is_whitespace() || c == '/'),
        }
        if count > MOST_ATTRIBUTES {
            return Err(Refusal::Damaged {
                why: format!("a tag with more than {MOST_ATTRIBUTES} attributes"),
            });
        }
        if !(inside && c.is_whitespace() && before == '=') {
            before = c;
        }
    }
    Ok(())
}

/// Counts open elements, each name by itself: an end tag closes nothing but its own kind.
#[derive(Default)]
struct Counter {
    limit: usize,
    open: RefCell<BTreeMap<String, usize>>,
    depth: Cell<usize>,
    deepest: Cell<usize>,
    formatting: Cell<usize>,
    reopened: Cell<usize>,
}

impl TokenSink for Counter {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::CharacterTokens(_) = token {
            self.reopened.set(self.reopened.get() + self.formatting.get());
        }
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        let name: &str = &tag.name;
        if tag.kind == TagKind::StartTag {
            match name {
                "script" | "style" | "iframe" | "noembed" | "noframes" | "xmp" => {
                    return TokenSinkResult::RawData(RawKind::Rawtext);
                }
                "title" | "textarea" => return TokenSinkResult::RawData(RawKind::Rcdata),
                _ => {}
            }
        }
        if !SELF_ENDING.contains(&name) && self.deepest.get() <= self.limit {
            self.count(name, tag.kind);
        }
        self.reopened.set(self.reopened.get() + self.formatting.get());
        TokenSinkResult::Continue
    }
}

impl Counter {
    fn count(&self, name: &str, kind: TagKind) {
        let formatting = usize::from(FORMATTING.contains(&name));
        let mut open = self.open.borrow_mut();
        let own = open.entry(name.to_owned()).or_default();
        if kind == TagKind::StartTag {
            *own += 1;
            self.depth.set(self.depth.get() + 1);
            self.formatting.set(self.formatting.get() + formatting);
        } else if *own > 0 {
            *own -= 1;
            self.depth.set(self.depth.get() - 1);
            self.formatting.set(self.formatting.get() - formatting);
        }
        self.deepest.set(self.deepest.get().max(self.depth.get()));
    }
}
