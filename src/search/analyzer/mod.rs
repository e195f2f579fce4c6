//! Turns text into the terms that it is found by, and a query into the terms that it asks for: `zhen-1`.
//! Knows nothing of documents, of indexes or of ranking.
//!
//! The page of the module above says each step (section 3); the reader in the browser takes the same ones.
//! `fold` makes characters comparable, `unit` cuts them into Han characters, numbers and words, `text` makes the
//! terms of a text, [`query`] the runs of a query.

pub mod fold;
pub mod query;
pub mod text;
pub mod unit;

#[cfg(test)]
mod tests;

pub use fold::{Folded, Simplified};
pub use query::{Atom, Query, Run, RunKind};
pub use text::Term;

use std::sync::Arc;

/// The name of these rules; readers refuse an index that was made by others.
pub const NAME: &str = "zhen-1";

/// The rules with their tables, cheap to clone.
#[derive(Clone)]
pub struct Analyzer {
    simplified: Arc<Simplified>,
    stemmer: frostem::Stemmer,
}

impl Analyzer {
    /// Gets the tables ready.
    ///
    /// # Errors
    /// When the table of characters that is built in cannot be read.
    pub fn new() -> anyhow::Result<Analyzer> {
        let stemmer = frostem::Stemmer::new(frostem::Algorithm::English);
        Ok(Analyzer { simplified: Arc::new(Simplified::new()?), stemmer })
    }

    /// The traditional characters and what they become.
    pub fn simplified(&self) -> &Simplified {
        &self.simplified
    }

    /// A text with comparable characters, digits close to the Chinese beside them.
    pub fn fold_text(&self, text: &str) -> Folded {
        let mut folded = self.fold(text);
        folded.tighten();
        folded
    }

    /// A query with comparable characters.
    pub fn fold(&self, text: &str) -> Folded {
        let mut folded = Folded::default();
        folded.fill(text, &self.simplified);
        folded
    }

    /// The term of a word; none for those that say nothing.
    pub fn word(&self, word: &str) -> Option<String> {
        if is_stop_word(word) || word.chars().nth(LONGEST_WORD).is_some() {
            return None;
        }
        let is_english = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'\'');
        Some(if is_english { self.stemmer.stem(word).into_owned() } else { word.to_owned() })
    }
}

/// Longer words are none that anybody types.
const LONGEST_WORD: usize = 40;

/// Words that say nothing, in order.
const STOP_WORDS: [&str; 33] = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no",
    "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to",
    "was", "will", "with",
];

fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}
