//! Turns runs and atoms into tantivy's queries: one that scores, and for each tier one that chooses.
//! Knows nothing of documents.

use crate::search::analyzer::{Atom, Query, Run, RunKind};
use crate::search::document::Field;
use crate::search::index::handle;
use serde::Serialize;
use std::ops::Bound;
use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, InvertedIndexRangeQuery, Occur, TermQuery};
use tantivy::schema::IndexRecordOption;

type Boxed = Box<dyn tantivy::query::Query>;

/// What counts to be called just as the query says.
const NAME: f32 = 4.0;

/// One thing that counts: a term or a whole run in a field.
pub(super) struct Part {
    pub(super) field: Field,
    /// The term, the letters or the Han character that terms begin with, or the run.
    pub(super) what: String,
    /// How it is looked for.
    pub(super) how: How,
    pub(super) query: Boxed,
}

/// How a part is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum How {
    /// As a term.
    Term,
    /// As the beginning of terms.
    Prefix,
    /// As all terms of a run in one field.
    All,
    /// As what something is called.
    Name,
}

/// A query in tantivy's words.
pub(super) struct Shape<'q>(&'q Query);

impl<'q> Shape<'q> {
    pub(super) fn new(query: &'q Query) -> Shape<'q> {
        Shape(query)
    }

    /// All that counts.
    pub(super) fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        for run in &self.0.runs {
            for field in Field::ALL {
                parts.extend(run.atoms.iter().map(|atom| {
                    let (how, what) = match atom {
                        Atom::Term(term, _) => (How::Term, term.clone()),
                        Atom::Prefix(text) => (How::Prefix, text.clone()),
                    };
                    Part { field, what, how, query: scored(atom, field) }
                }));
            }
            if run.atoms.len() > 1 {
                let what = match &run.kind {
                    RunKind::Chain(chain) => chain.clone(),
                    RunKind::Words(words) => words.join(" "),
                };
                parts.extend(Field::ALL.map(|field| Part {
                    field,
                    what: what.clone(),
                    how: How::All,
                    query: whole(run, field),
                }));
            }
        }
        if let Some(name) = &self.0.name {
            let atom = Atom::Term(name.clone(), NAME);
            parts.extend(Field::ALL.map(|field| Part {
                field,
                what: name.clone(),
                how: How::Name,
                query: scored(&atom, field),
            }));
        }
        parts
    }

    /// The sum of all that counts.
    fn score(&self) -> BooleanQuery {
        BooleanQuery::union(self.parts().into_iter().map(|part| part.query).collect())
    }

    /// What has exactly so many complete runs, those of phrases among them.
    pub(super) fn tier(&self, tier: usize) -> Boxed {
        let mut parts: Vec<(Occur, Boxed)> = vec![(Occur::Must, Box::new(self.score()))];
        let silent = |query: Boxed| -> Boxed { Box::new(ConstScoreQuery::new(query, 0.0)) };
        for run in self.0.runs.iter().filter(|run| run.phrase) {
            parts.push((Occur::Must, silent(complete(run))));
        }
        if tier > 0 {
            parts.push((Occur::Must, silent(self.at_least(tier))));
        }
        if tier < self.0.runs.len() {
            parts.push((Occur::MustNot, silent(self.at_least(tier + 1))));
        }
        Box::new(BooleanQuery::new(parts))
    }

    fn at_least(&self, runs: usize) -> Boxed {
        let all = self.0.runs.iter().map(complete).collect();
        Box::new(BooleanQuery::union_with_minimum_required_clauses(all, runs))
    }
}

/// A run is complete where one field that is the document's own holds all of it.
fn complete(run: &Run) -> Boxed {
    let own = Field::ALL.into_iter().filter(|field| *field != Field::Gloss);
    Box::new(BooleanQuery::union(own.map(|field| whole(run, field)).collect()))
}

/// All atoms of a run in one field.
fn whole(run: &Run, field: Field) -> Boxed {
    Box::new(BooleanQuery::intersection(run.atoms.iter().map(|atom| scored(atom, field)).collect()))
}

/// An atom in one field, with what it counts there.
fn scored(atom: &Atom, field: Field) -> Boxed {
    let term = |text: &str| Term::from_field_text(handle(field), text);
    match atom {
        Atom::Term(text, weight) => {
            let found = TermQuery::new(term(text), IndexRecordOption::WithFreqs);
            Box::new(BoostQuery::new(Box::new(found), field.boost() * weight))
        }
        Atom::Prefix(text) => {
            let range = InvertedIndexRangeQuery::new(
                Bound::Included(term(text)),
                Bound::Excluded(term(&behind(text))),
            );
            Box::new(ConstScoreQuery::new(Box::new(range), field.boost()))
        }
    }
}

/// The first text behind all that begin so.
fn behind(prefix: &str) -> String {
    let mut text: Vec<char> = prefix.chars().collect();
    let next = text.pop().and_then(|last| (u32::from(last) + 1..).find_map(char::from_u32));
    text.extend(next);
    text.into_iter().collect()
}
