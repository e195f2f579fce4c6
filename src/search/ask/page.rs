//! Turns ranked results into a page: phrases are held to, and what holds a run whole stands first.
//! Knows nothing of how results were ranked.

use super::{Engine, Hit, Hits};
use crate::lang::Lang;
use crate::search::analyzer::{Analyzer, Query, Run, RunKind};
use crate::search::document::{Document, Shown};

/// So many results are on a page.
pub const PAGE: usize = 10;

/// A result with what is shown of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its rank.
    pub hit: Hit,
    /// Its words.
    pub document: Document,
    /// How many runs it holds whole.
    pub whole: usize,
}

impl Engine<'_> {
    /// The results of a query in the order in which they are shown, cut after `limit`.
    pub fn show(&self, query: &Query, hits: &Hits, limit: usize) -> Vec<Found> {
        let found = hits.best.iter().filter_map(|hit| self.look(query, *hit));
        let mut shown: Vec<Found> = found.take(limit.div_ceil(PAGE) * PAGE).collect();
        for page in shown.chunks_mut(PAGE) {
            page.sort_by_key(|found| std::cmp::Reverse(found.whole));
        }
        shown.truncate(limit);
        shown
    }

    /// A result with its words; none if it lacks a phrase.
    fn look(&self, query: &Query, hit: Hit) -> Option<Found> {
        let document = self.document(hit.document)?;
        let holds = |run: &&Run| holds_whole(&self.analyzer, run, &document);
        let has_phrases = query.runs.iter().filter(|run| run.phrase).all(|run| holds(&run));
        let whole = query.runs.iter().filter(holds).count();
        has_phrases.then_some(Found { hit, document, whole })
    }
}

fn holds_whole(analyzer: &Analyzer, run: &Run, document: &Document) -> bool {
    match &run.kind {
        RunKind::Chain(chain) => texts(document.shown.get(Lang::Zh))
            .any(|text| analyzer.fold_text(text).text().contains(chain.as_str())),
        RunKind::Words(words) => texts(document.shown.get(Lang::En)).any(|text| {
            let sequence = analyzer.sequence(&analyzer.fold_text(text));
            sequence.windows(words.len()).any(|window| window == words.as_slice())
        }),
    }
}

/// The texts of a result that are looked at, each on its own.
fn texts(shown: &Shown) -> impl Iterator<Item = &String> {
    std::iter::once(&shown.title).chain(&shown.path).chain(std::iter::once(&shown.text))
}
