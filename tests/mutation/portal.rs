//! Turns the shipped portal, with one file of a plan changed, into what is reported of that plan.
//! Knows nothing of why the file was changed.

use diptych::check;
use diptych::content::{self, Bodies, Catalog, Published};
use diptych::report::Diagnostic;
use diptych::resolve;
use diptych::source::Sources;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The plans of a portal, file by file, and its registers, which are read once.
pub(crate) struct Portal {
    registers: Catalog,
    files: BTreeMap<String, String>,
}

/// A fault as it is known again when the text before it has grown: what it says and in which part of which file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fault {
    said: String,
    pub(crate) file: String,
    pub(crate) part: Part,
}

/// A part of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part {
    /// Of a text the clause; of a record the clause that it names.
    pub(crate) clause: String,
    /// Of a file of records the number of the table from its top.
    pub(crate) table: usize,
}

impl Portal {
    /// The portal of this repository, without its pages: they are no plan's.
    pub(crate) fn shipped() -> Portal {
        let (sources, _) = Sources::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let mut registers = content::load(&sources).0.unwrap();
        registers.plans.clear();
        registers.pages.clear();
        registers.published = Published::default();
        Arc::make_mut(&mut registers.redirects).records.clear();
        let paths = sources.below("content/plans/").chain(sources.below("content/portal.toml"));
        let files = paths.map(|path| (path.as_str().to_owned(), sources.text(path).unwrap()));
        Portal { registers, files: files.collect() }
    }

    /// A file of a plan.
    pub(crate) fn text(&self, plan: &str, name: &str) -> &str {
        &self.files[&format!("content/plans/{plan}/{name}")]
    }

    /// Adds a file.
    pub(crate) fn add(&mut self, path: String, text: String) {
        self.files.insert(path, text);
    }

    /// What is reported of a portal that has only this plan, one of its files in another version.
    pub(crate) fn faults(&self, plan: &str, change: Option<(&str, &str)>) -> Vec<Fault> {
        let folder = format!("content/plans/{plan}/");
        let is_here = |path: &str| !path.starts_with("content/plans/") || path.starts_with(&folder);
        let mut files: BTreeMap<&str, &str> = BTreeMap::new();
        let own = self.files.iter().filter(|(path, _)| is_here(path));
        files.extend(own.map(|(path, text)| (path.as_str(), text.as_str())));
        files.extend(change);
        let (sources, mut found) =
            Sources::memory(files.iter().map(|(path, text)| (*path, text.as_bytes().to_vec())));
        let (read, faults) = content::load(&sources);
        found.extend(faults);
        let catalog = Catalog { plans: read.unwrap().plans, ..self.registers.clone() };
        let bodies = Bodies::new(&sources);
        let options = resolve::Options { now: catalog.config.as_of, drafts: false, proposals: false };
        let (site, faults) = resolve::resolve(catalog, bodies, options);
        found.extend(faults);
        found.extend(check::check(&site, bodies));
        // What is reported of the registers is not reported of the plan.
        let own =
            found.iter().filter_map(|fault| Some((fault, files.get(fault.place.as_ref()?.path.as_str())?)));
        own.map(|(fault, text)| known(fault, text)).collect()
    }
}

fn known(fault: &Diagnostic, text: &str) -> Fault {
    let said = format!("{} {:?}", fault.code.name(), fault.args);
    let Some(place) = &fault.place else { return Fault { said, file: String::new(), part: Part::default() } };
    let file = place.path.as_str().to_owned();
    let part = if file.ends_with(".md") {
        Part { clause: clause_at(text, place.span.start), table: 0 }
    } else {
        table_at(text, place.span.start)
    };
    Fault { said, file, part }
}

/// What is reported more often than before.
pub(crate) fn new_faults(before: &[Fault], after: &[Fault]) -> Vec<Fault> {
    let mut known = before.to_vec();
    let is_new = |fault: &&Fault| match known.iter().position(|other| other == *fault) {
        Some(at) => {
            known.swap_remove(at);
            false
        }
        None => true,
    };
    after.iter().filter(is_new).cloned().collect()
}

/// The id of a heading: `## 目标 {#c1 .gap}`.
pub(crate) fn id_of(line: &str) -> Option<&str> {
    let (_, attributes) = line.strip_prefix('#')?.split_once("{#")?;
    attributes.split([' ', '}']).next()
}

/// The clause that a byte of a text stands in.
fn clause_at(text: &str, at: usize) -> String {
    let mut start = 0;
    let mut clause = "";
    for line in text.split_inclusive('\n').take_while(|line| {
        start += line.len();
        start - line.len() <= at
    }) {
        clause = id_of(line).unwrap_or(clause);
    }
    clause.to_owned()
}

/// The table that a byte of a file of records stands in.
pub(crate) fn table_at(text: &str, at: usize) -> Part {
    let mut part = Part::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with('[') {
            if start > at {
                break;
            }
            part.table += 1;
            part.clause.clear();
        }
        if let Some(clause) = line.strip_prefix("clause = \"") {
            part.clause = clause.split('"').next().unwrap_or_default().to_owned();
        }
        start += line.len();
    }
    part
}
