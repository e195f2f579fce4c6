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
mod priority;
mod register;
pub mod registry;
mod remembered;
mod schema;
pub mod text;
pub mod twins;
pub mod words;

pub use clause_id::{ClauseId, Segment, is_same_id, printed_number, value_of};
pub use load::{load, load_after};
pub use priority::Priority;
pub use remembered::{Read, Remembered};
pub use schema::{Schema, for_editors, schemas};
pub use text::{Bodies, ClauseText, EditionKind, PlanText, TextFile};

use crate::config::Config;
use crate::lang::Texts;
use crate::memory::Key;
use crate::record::At;
use crate::report::{Code, Diagnostic};
use crate::route::SourcePath;
use registry::{Department, Document, Partner, Place, Redirect, Term, Topic, Unit};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Everything that `content/` says, in the order of ids.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// The owner's decisions.
    pub config: Config,
    /// Responsible Chinese bodies.
    pub departments: Arc<Register<Department>>,
    /// Partners.
    pub partners: Arc<Register<Partner>>,
    /// Places.
    pub places: Arc<Register<Place>>,
    /// Policy fields.
    pub topics: Arc<Register<Topic>>,
    /// Units.
    pub units: Arc<Register<Unit>>,
    /// Cited documents.
    pub documents: Arc<Register<Document>>,
    /// The termbase.
    pub terms: Arc<Register<Term>>,
    /// The plans.
    pub plans: Vec<Arc<PlanFolder>>,
    /// Pages that are not plans.
    pub pages: Vec<PageFolder>,
    /// Addresses that were published: from the portal's root, one per line of `published.txt`.
    pub published: Published,
    /// Addresses that moved.
    pub redirects: Arc<Register<Redirect>>,
    /// Files that are copied as they are: where they lie, and their path below `content/static/`.
    pub statics: Vec<(SourcePath, String)>,
}

/// One register file.
#[derive(Debug, Clone)]
pub struct Register<T> {
    /// The file.
    pub path: SourcePath,
    /// The hash of the file, whether or not there is one.
    pub key: Key,
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
#[derive(Debug, Clone, Default)]
pub struct Published {
    /// The file, if there is one.
    pub path: Option<SourcePath>,
    /// The hash of the file.
    pub key: Option<Key>,
    /// Its lines: `/zh/plans/x/` or `/zh/plans/x/#c3`.
    pub lines: Vec<At<String>>,
}

/// One folder of `content/plans/`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PlanFolder {
    /// The hash of its records and of the names of all its files; texts have hashes of their own.
    pub key: Key,
    /// `plan.toml`.
    pub path: SourcePath,
    /// What it says.
    pub record: plan::PlanRecord,
    /// The texts there are, best first within a language.
    pub texts: Vec<TextFile>,
    /// What its translated clauses were made from, once somebody has accepted any.
    pub twins: Option<twins::Twins>,
    /// The files in `media/`.
    pub media: Vec<SourcePath>,
}

impl PlanFolder {
    /// The plan's id, which is also the name of its folder.
    pub fn id(&self) -> &str {
        &self.record.plan.id
    }

    /// The files in `media/`, each with the path at which the site has it.
    pub fn media_files(&self) -> impl Iterator<Item = (&SourcePath, String)> {
        let folder = self.path.as_str().trim_end_matches("plan.toml");
        self.media.iter().filter_map(move |path| {
            let name = path.below(folder)?.strip_prefix("media/")?;
            Some((path, format!("media/{}/{name}", self.id())))
        })
    }
}

/// One folder of `content/pages/`.
#[derive(Debug, Clone)]
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
