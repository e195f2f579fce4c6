//! Turns the English words of all documents into the list from which "did you mean" is answered.
//! Knows nothing of what a reader typed.

use super::analyzer::Analyzer;
use super::document::Document;
use crate::lang::Lang;
use std::collections::BTreeMap;

/// Shorter words are all too near to each other.
const SHORTEST: usize = 4;

/// How often each English word is written.
#[derive(Debug, Default)]
pub(super) struct Words(BTreeMap<String, u32>);

impl Words {
    /// Counts the words of a document.
    pub(super) fn add(&mut self, analyzer: &Analyzer, document: &Document) {
        for (_, _, text) in document.fields.iter().filter(|(_, lang, _)| *lang == Lang::En) {
            analyzer.each_word(text, |word| {
                if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                    return;
                }
                match self.0.get_mut(word) {
                    Some(count) => *count += 1,
                    None => {
                        self.0.insert(word.to_owned(), 1);
                    }
                }
            });
        }
    }

    /// Takes the counts of others.
    pub(super) fn extend(&mut self, others: Words) {
        for (word, count) in others.0 {
            *self.0.entry(word).or_default() += count;
        }
    }

    /// The list: of each stem the most frequent word, with the size of how many documents hold the stem.
    pub(super) fn list(self, analyzer: &Analyzer, documents: &BTreeMap<String, u32>) -> String {
        let mut best: BTreeMap<String, (String, u32)> = BTreeMap::new();
        for (word, count) in self.0 {
            let Some(stem) = analyzer.word(&word) else { continue };
            let known = best.entry(stem).or_insert_with(|| (word.clone(), count));
            if known.1 < count {
                *known = (word, count);
            }
        }
        let line = |(stem, (word, _)): (String, (String, u32))| {
            let size = documents.get(&stem).and_then(|documents| documents.checked_ilog2()).unwrap_or(0);
            Some(format!("{word}{}\n", char::from_digit(size, 36)?))
        };
        let mut lines: Vec<String> = best.into_iter().filter_map(line).collect();
        lines.sort();
        lines.concat()
    }
}
