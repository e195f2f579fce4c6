//! Turns the files of `content/` into a [`Catalog`]: registers, plans, pages, all typed, every value with its place.
//! Knows nothing of where links lead, of routes or of HTML.
//!
//! 1. [`words`], [`registry`], [`plan`] are the records of the TOML files.
//! 2. [`load()`] reads all of them and says which texts there are.
//! 3. [`text`] turns one Markdown text into clauses; [`Bodies`] supplies the texts of a plan when they are needed, so
//!    that no more than a few are ever in memory.

mod clause_id;
mod load;
pub mod plan;
pub mod registry;
mod schema;
pub mod text;
pub mod words;

pub use clause_id::{ClauseId, Segment, value_of};
pub use load::load;
pub use schema::{Schema, schemas};
pub use text::{Bodies, ClauseText, EditionKind, PlanText, TextFile};

use crate::config::Config;
use crate::lang::Texts;
use crate::record::At;
use crate::report::{Code, Diagnostic};
use crate::route::SourcePath;
use registry::{Department, Document, Partner, Place, Redirect, Term, Topic, Unit};
use std::collections::BTreeSet;

/// Everything that `content/` says, in the order of ids.
#[derive(Debug)]
pub struct Catalog {
    /// The owner's decisions.
    pub config: Config,
    /// Responsible Chinese bodies.
    pub departments: Register<Department>,
    /// Partners.
    pub partners: Register<Partner>,
    /// Places.
    pub places: Register<Place>,
    /// Policy fields.
    pub topics: Register<Topic>,
    /// Units.
    pub units: Register<Unit>,
    /// Cited documents.
    pub documents: Register<Document>,
    /// The termbase.
    pub terms: Register<Term>,
    /// The plans.
    pub plans: Vec<PlanFolder>,
    /// Pages that are not plans.
    pub pages: Vec<PageFolder>,
    /// Addresses that were published: from the portal's root, one per line of `published.txt`.
    pub published: Published,
    /// Addresses that moved.
    pub redirects: Register<Redirect>,
    /// Files that are copied as they are: where they lie, and their path below `content/static/`.
    pub statics: Vec<(SourcePath, String)>,
}

/// One register file.
#[derive(Debug, Clone)]
pub struct Register<T> {
    /// The file.
    pub path: SourcePath,
    /// Its records in the order of their ids.
    pub records: Vec<T>,
    /// The ids of records that could not be used. Whoever names one of them makes no second fault.
    pub unusable: BTreeSet<String>,
}

/// What has an id.
pub trait Identified {
    /// The id with its place.
    fn id(&self) -> &At<String>;
}

impl<T: Identified> Register<T> {
    /// The number of the record with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.records.binary_search_by(|record| record.id().value.as_str().cmp(id)).ok()
    }

    /// The fault of an id that no record has; none if one has it that could not be used, which is its own fault.
    pub fn unknown(&self, code: Code, id: &str) -> Option<Diagnostic> {
        let fault = || Diagnostic::new(code).with("id", id).nearest(id, self.ids());
        (!self.unusable.contains(id)).then(fault)
    }

    /// All ids in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.records.iter().map(|record| record.id().as_str())
    }
}

/// `published.txt`.
#[derive(Debug, Default)]
pub struct Published {
    /// The file, if there is one.
    pub path: Option<SourcePath>,
    /// Its lines: `/zh/plans/x/` or `/zh/plans/x/#c3`.
    pub lines: Vec<At<String>>,
}

/// One folder of `content/plans/`.
#[derive(Debug)]
pub struct PlanFolder {
    /// `plan.toml`.
    pub path: SourcePath,
    /// What it says.
    pub record: plan::PlanRecord,
    /// The texts there are, best first within a language.
    pub texts: Vec<TextFile>,
    /// The files in `media/`.
    pub media: Vec<SourcePath>,
}

impl PlanFolder {
    /// The plan's id, which is also the name of its folder.
    pub fn id(&self) -> &str {
        &self.record.plan.id
    }
}

/// One folder of `content/pages/`.
#[derive(Debug)]
pub struct PageFolder {
    /// The folder's name, which is the page's address.
    pub id: String,
    /// Its texts.
    pub texts: Texts<SourcePath>,
}

macro_rules! identified {
    ($($record:ty)*) => {$(
        impl Identified for $record {
            fn id(&self) -> &At<String> {
                &self.id
            }
        }
    )*};
}

identified!(Department Partner Place Topic Unit Document Term);

impl Identified for Redirect {
    fn id(&self) -> &At<String> {
        &self.from
    }
}
