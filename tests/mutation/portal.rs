//! Turns the shipped portal, with one file changed, into what is reported of one of its plans.
//! Knows nothing of why the file was changed.

use diptych::check;
use diptych::content::{self, Bodies};
use diptych::report::Diagnostic;
use diptych::resolve;
use diptych::source::Sources;
use std::collections::BTreeMap;
use std::path::Path;

/// The texts of a portal, by path.
pub(crate) struct Portal {
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
        let concerns = |path: &str| {
            let dull =
                ["content/pages/", "content/static/", "content/published.txt", "content/redirects.toml"];
            path.starts_with("content/") && !dull.iter().any(|dull| path.starts_with(dull))
        };
        let paths = sources.files().map(|(path, _)| path).filter(|path| concerns(path.as_str()));
        let files = paths.map(|path| (path.as_str().to_owned(), sources.text(path).unwrap()));
        Portal { files: files.collect() }
    }

    /// A file of a plan.
    pub(crate) fn text(&self, plan: &str, name: &str) -> &str {
        &self.files[&format!("content/plans/{plan}/{name}")]
    }

    /// The portal with a file more, or in another version.
    pub(crate) fn with(&self, path: &str, text: &str) -> Portal {
        let mut files = self.files.clone();
        files.insert(path.to_owned(), text.to_owned());
        Portal { files }
    }

    /// What is reported of a portal that has only this plan.
    pub(crate) fn faults(&self, plan: &str) -> Vec<Fault> {
        let own = format!("content/plans/{plan}/");
        let is_here = |path: &&String| !path.starts_with("content/plans/") || path.starts_with(&own);
        let paths = self.files.keys().filter(is_here);
        let (sources, mut found) =
            Sources::memory(paths.map(|path| (path.as_str(), self.files[path].clone().into_bytes())));
        let (catalog, faults) = content::load(&sources);
        found.extend(faults);
        let catalog = catalog.unwrap();
        let bodies = Bodies::new(&sources);
        let options = resolve::Options { now: catalog.config.as_of, drafts: false };
        let (site, faults) = resolve::resolve(catalog, bodies, options);
        found.extend(faults);
        found.extend(check::check(&site, bodies));
        found.iter().map(|fault| self.known(fault)).collect()
    }

    fn known(&self, fault: &Diagnostic) -> Fault {
        let said = format!("{} {:?}", fault.code.name(), fault.args);
        let Some(place) = &fault.place else {
            return Fault { said, file: String::new(), part: Part::default() };
        };
        let file = place.path.as_str().to_owned();
        let text = self.files.get(&file).map(String::as_str).unwrap_or_default();
        let part = if file.ends_with(".md") {
            Part { clause: clause_at(text, place.span.start), table: 0 }
        } else {
            table_at(text, place.span.start)
        };
        Fault { said, file, part }
    }
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
