//! Turns a query into ranked results with tantivy's own search: for the terminal, and for the reader in the browser to be
//! held against.
//! Knows nothing of files or of the terminal.
//!
//! Section 5 of the format's page in tantivy's words: `shape` makes the queries, one for each tier; `page` puts the
//! results of a page in order.

mod excerpt;
mod page;
mod shape;

use super::analyzer::{Analyzer, Query};
use super::document::{Document, Documents, Key, Keys};
use super::index::{Writer, merged};
use crate::content::Bodies;
use crate::lang::Lang;
use crate::resolve::Site;
use anyhow::Context;
use rayon::prelude::*;
use serde::Serialize;
use shape::{How, Part, Shape};
use std::convert::Infallible;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{EnableScoring, Query as _};
use tantivy::{DocAddress, DocSet as _, Searcher};

pub use excerpt::excerpt;
pub use page::{Found, PAGE};

/// So many documents are indexed at a time.
const SLICE: usize = 4096;

/// A site that can be asked.
pub struct Engine<'a> {
    analyzer: Analyzer,
    keys: Keys,
    documents: Documents<'a>,
    searcher: Searcher,
}

/// One result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The document's number.
    pub document: u32,
    /// How many runs of the query are complete in it.
    pub tier: usize,
    /// Its score.
    pub score: f32,
}

/// A part of a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    /// The field's name.
    pub field: &'static str,
    /// How it was looked for.
    how: How,
    /// What was looked for.
    pub what: String,
    /// What it counts.
    pub score: f32,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    /// How many documents, shown or not.
    pub total: usize,
    /// The first of them, best first.
    pub best: Vec<Hit>,
}

impl<'a> Engine<'a> {
    /// Indexes a site in memory.
    ///
    /// # Errors
    /// When tantivy cannot.
    pub fn new(site: &'a Site, bodies: Bodies<'a>) -> anyhow::Result<Engine<'a>> {
        let analyzer = Analyzer::new()?;
        let keys = Keys::new(site);
        let documents = Documents::new(site, bodies);
        let slices = keys.0.par_chunks(SLICE).map(|keys| {
            let mut writer = Writer::new(&analyzer)?;
            documents.each(keys, |document| writer.add(&document))?;
            writer.finish()
        });
        let slices: Vec<tantivy::Index> = slices.collect::<anyhow::Result<_>>()?;
        let index = if slices.is_empty() { Writer::new(&analyzer)?.finish()? } else { merged(slices)? };
        let searcher = index.reader().context("the index")?.searcher();
        Ok(Engine { analyzer, keys, documents, searcher })
    }

    /// The rules by which texts and queries are read.
    pub fn analyzer(&self) -> &Analyzer {
        &self.analyzer
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.keys.0.len()
    }

    /// True when there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.keys.0.is_empty()
    }

    /// What a document is made of.
    pub fn key(&self, document: u32) -> Key {
        self.keys.0[document as usize]
    }

    /// Makes a document.
    pub fn document(&self, number: u32) -> Option<Document> {
        let mut made = None;
        let Ok(()) = self.documents.each(&[self.key(number)], |document| {
            made = Some(document);
            Ok::<(), Infallible>(())
        });
        made
    }

    /// The best results of a query for readers of a language.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn search(&self, query: &Query, lang: Lang, limit: usize) -> anyhow::Result<Hits> {
        let mut hits = Hits::default();
        if query.runs.is_empty() || self.is_empty() {
            return Ok(hits);
        }
        let shape = Shape::new(query);
        let is_shown =
            |document: u32| self.documents.only(self.key(document)).is_none_or(|only| only == lang);
        for tier in (0..=query.runs.len()).rev() {
            let asked = shape.tier(tier);
            let count = self.searcher.search(&*asked, &Count)?;
            if count == 0 {
                continue;
            }
            // Those that this language does not show are taken out afterwards, so all are asked for.
            let best = self.searcher.search(&*asked, &TopDocs::with_limit(count).order_by_score())?;
            let shown = best.into_iter().filter(|(_, at)| is_shown(at.doc_id));
            for (score, DocAddress { doc_id: document, .. }) in shown {
                hits.total += 1;
                if hits.best.len() < limit {
                    hits.best.push(Hit { document, tier, score });
                }
            }
        }
        Ok(hits)
    }

    /// What a score is the sum of: each thing that was asked for and that a field of the document holds.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn explain(&self, query: &Query, document: u32) -> anyhow::Result<Vec<Reason>> {
        let mut reasons = Vec::new();
        for Part { field, what, how, query } in Shape::new(query).parts() {
            let weight = query.weight(EnableScoring::enabled_from_searcher(&self.searcher))?;
            let mut scorer = weight.scorer(self.searcher.segment_reader(0), 1.0)?;
            if scorer.doc() <= document && scorer.seek(document) == document {
                reasons.push(Reason { field: field.name(), how, what, score: scorer.score() });
            }
        }
        Ok(reasons)
    }
}
