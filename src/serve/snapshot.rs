//! Turns a loaded portal into a snapshot that does not change, and faults into what a browser shows.
//! Knows nothing of requests.

use crate::build::{self, Maker, Portal, Producer, SearchFiles};
use crate::report::{Look, Report, Severity, Wording, human};
use crate::resolve::PageKey;
use crate::route::Route;
use crate::source::Sources;
use serde::Serialize;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// No more faults than this are shown at once; the terminal has all of them.
const MOST: usize = 50;

/// So many pages that were made are kept: browsers ask for the same few again and again.
const RECENT: usize = 16;

/// What browsers are shown.
#[derive(Default)]
pub(super) struct State {
    /// Grows with everything that browsers must hear of.
    pub(super) version: u64,
    /// The last good portal; none before the first.
    pub(super) snapshot: Option<Arc<Snapshot>>,
    /// What is wrong with what is on the disk now.
    pub(super) faults: Faults,
}

/// A portal that does not change.
pub(super) struct Snapshot {
    /// The version that it came with.
    pub(super) version: u64,
    portal: Portal,
    /// Who makes the files that are no pages.
    files: BTreeMap<Route, Producer>,
    /// The search index: made when a reader first searches, off the path of an edit.
    search: OnceLock<SearchFiles>,
    /// The pages that were made last, the latest at the end.
    recent: Mutex<VecDeque<(PageKey, Vec<u8>)>>,
}

/// What stands over the pages, in the editor's language; nothing without errors.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Faults {
    /// How many there are, in a sentence.
    title: String,
    /// What to close it with.
    close: String,
    /// The faults, each as the terminal shows it.
    blocks: Vec<String>,
}

impl Snapshot {
    pub(super) fn new(version: u64, portal: Portal) -> Snapshot {
        let files = build::files(&portal).collect();
        Snapshot { version, portal, files, search: OnceLock::new(), recent: Mutex::default() }
    }

    /// Who makes the file at a route.
    pub(super) fn producer(&self, route: &Route) -> Option<Producer> {
        let page = || self.portal.site.page_at(route).cloned().map(Producer::Page);
        self.files.get(route).cloned().or_else(page).or_else(|| self.search_file(route))
    }

    fn search_file(&self, route: &Route) -> Option<Producer> {
        let is_search = route.as_str().starts_with(build::SEARCH_FOLDER);
        is_search.then(|| self.search().position(route)).flatten().map(Producer::Search)
    }

    fn search(&self) -> &SearchFiles {
        self.search.get_or_init(|| build::search(&self.portal).unwrap_or_default())
    }

    /// The bytes of a file. A page that was made for this snapshot is not made again.
    ///
    /// # Errors
    /// When a template asks for what is not there, or a static file vanished.
    pub(super) fn make(&self, producer: &Producer) -> anyhow::Result<Vec<u8>> {
        let Producer::Page(page) = producer else { return self.make_anew(producer) };
        let recent = || self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        let known = recent().iter().find(|(known, _)| known == page).map(|(_, bytes)| bytes.clone());
        if let Some(bytes) = known {
            return Ok(bytes);
        }
        let bytes = self.make_anew(producer)?;
        let mut recent = recent();
        recent.push_back((page.clone(), bytes.clone()));
        if recent.len() > RECENT {
            recent.pop_front();
        }
        Ok(bytes)
    }

    fn make_anew(&self, producer: &Producer) -> anyhow::Result<Vec<u8>> {
        let none = SearchFiles::default();
        let tells_of_search = matches!(producer, Producer::Search(_) | Producer::Headers);
        let search = if tells_of_search { self.search() } else { &none };
        let maker =
            Maker::new(&self.portal, search).ok_or_else(|| anyhow::anyhow!("there are no templates"))?;
        maker.make(producer)
    }
}

impl Faults {
    /// The errors, then the warnings, of a report with errors.
    pub(super) fn of(report: &Report, sources: &Sources, wording: &Wording) -> Faults {
        if !report.has_errors() {
            return Faults::default();
        }
        let mut found: Vec<_> = report.iter().collect();
        found.sort_by_key(|fault| fault.severity());
        let quote = |path: &crate::route::SourcePath| sources.quote(path);
        let blocks = found.iter().take(MOST).map(|fault| human(fault, wording, Look::Plain, &quote));
        let count = |severity| report.count(severity).to_string();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        Faults {
            title: wording.word("preview-faults", &[("errors", &errors), ("warnings", &warnings)]),
            close: wording.word("preview-close", &[]),
            blocks: blocks.collect(),
        }
    }
}
