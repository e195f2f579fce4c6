//! Turns ranked results into a page: phrases are held to, and what holds a run whole stands first.
//! Knows nothing of how results were ranked.

use super::{Engine, Hit, Hits};
use crate::lang::Lang;
use crate::search::analyzer::{Analyzer, Query, Run, RunKind};
use crate::search::document::{Document, Shown};

/// So many results are on a page.
pub const PAGE: usize = 10;

/// While so many of a batch of ten hold everything whole, another one is looked at.
const SOME: usize = 3;

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
        let mut left = hits.best.chunks(PAGE);
        let whole = |batch: &[Found]| batch.iter().filter(|one| one.whole == query.runs.len()).count();
        let (mut shown, mut waiting, mut last) = (Vec::new(), Vec::new(), PAGE);
        while shown.len() < limit {
            // As long as a batch has some that are whole, one more may have the rest of a page.
            while waiting.len() < PAGE || (last >= SOME && whole(&waiting) < PAGE) {
                let Some(batch) = left.next() else { break };
                let batch: Vec<Found> = batch.iter().filter_map(|hit| self.look(query, *hit)).collect();
                last = whole(&batch);
                waiting.extend(batch);
            }
            if waiting.is_empty() {
                break;
            }
            waiting.sort_by_key(|found| std::cmp::Reverse(found.whole));
            shown.extend(waiting.drain(..PAGE.min(waiting.len())));
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
