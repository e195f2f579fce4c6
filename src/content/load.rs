//! Turns the listed files of `content/` into a [`Catalog`]: which file is what, and all TOML read.
//! Knows nothing of Markdown: texts are read plan by plan, when they are needed.

use super::plan::PlanRecord;
use super::registry::{
    DepartmentsFile, DocumentsFile, GlossaryFile, PartnersFile, PlacesFile, RedirectsFile, RegisterFile,
    TopicsFile, UnitsFile,
};
use super::text::{TextFile, texts_of};
use super::twins::{Twins, TwinsFile};
use super::{Catalog, Identified, PageFolder, PlanFolder, Published, Register};
use crate::config;
use crate::lang::{Lang, Texts};
use crate::record::{self, At};
use crate::report::{Code, Diagnostic, Place};
use crate::route::{SourcePath, is_id};
use crate::source::Sources;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Reads the portal. `None` without a `portal.toml`; everything else degrades to what is sound, so that all faults of
/// all files are found in one run. What stands in for a `portal.toml` or a `plan.toml` that cannot be used comes with an
/// error, and so is never published.
pub fn load(sources: &Sources) -> (Option<Catalog>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let config = read_config(sources, &mut faults);
    let departments = register::<DepartmentsFile>(sources, "departments.toml", "department", &mut faults);
    let partners = register::<PartnersFile>(sources, "partners.toml", "partner", &mut faults);
    let places = register::<PlacesFile>(sources, "places.toml", "place", &mut faults);
    let topics = register::<TopicsFile>(sources, "topics.toml", "topic", &mut faults);
    let units = register::<UnitsFile>(sources, "units.toml", "unit", &mut faults);
    let documents = register::<DocumentsFile>(sources, "documents.toml", "document", &mut faults);
    let terms = register::<GlossaryFile>(sources, "glossary.toml", "term", &mut faults);
    let redirects = register::<RedirectsFile>(sources, "redirects.toml", "redirect", &mut faults);
    let plans = plans(sources, &mut faults);
    let pages = pages(sources, &mut faults);
    let published = published(sources, &mut faults);
    let statics = sources.below("content/static/");
    let statics =
        statics.filter_map(|path| Some((path.clone(), path.below("content/static/")?.to_owned()))).collect();
    unused(sources, &mut faults);
    let catalog = config.map(|config| Catalog {
        config,
        departments,
        partners,
        places,
        topics,
        units,
        documents,
        terms,
        plans,
        pages,
        published,
        redirects,
        statics,
    });
    (catalog, faults)
}

fn read_config(sources: &Sources, faults: &mut Vec<Diagnostic>) -> Option<config::Config> {
    let path = path("content/portal.toml");
    let stand_in = "title = { zh = \"\", en = \"\" }\ndescription = { zh = \"\", en = \"\" }\nas_of = 1970-01-01\n\
                    base_url = \"\"\norganisation = { name = { zh = \"\", en = \"\" } }\n";
    match sources.text(&path) {
        Ok(text) => {
            let (config, more) = config::read(&text, &path);
            faults.extend(more);
            config.or_else(|| config::read(stand_in, &path).0)
        }
        Err(unreadable) => {
            faults.push(unreadable.diagnostic(&path));
            None
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "literal paths of this file and listed paths are valid by construction"
)]
fn path(name: &str) -> SourcePath {
    SourcePath::new(name).expect("a plain relative path")
}

/// Reads a TOML file that may be missing.
fn toml<T: serde::de::DeserializeOwned>(
    sources: &Sources,
    path: &SourcePath,
) -> (Option<T>, Vec<Diagnostic>) {
    match sources.text(path) {
        Ok(text) => record::read(&text, path),
        Err(unreadable) => (None, vec![unreadable.diagnostic(path)]),
    }
}

fn register<F>(sources: &Sources, name: &str, kind: &str, faults: &mut Vec<Diagnostic>) -> Register<F::Record>
where
    F: RegisterFile,
    F::Record: Identified,
{
    let path = path(&format!("content/{name}"));
    let (mut records, mut unusable) = (Vec::new(), BTreeSet::new());
    if sources.contains(&path) {
        match sources.text(&path) {
            Ok(text) => {
                let (file, more) = record::read::<F>(&text, &path);
                records = file.map(F::into_records).unwrap_or_default();
                if !more.is_empty() {
                    let sound: BTreeSet<&str> = records.iter().map(|record| record.id().as_str()).collect();
                    unusable = record::ids(&text, &path, kind);
                    unusable.retain(|id| !sound.contains(id.as_str()));
                }
                faults.extend(more);
            }
            Err(unreadable) => faults.push(unreadable.diagnostic(&path)),
        }
    }
    check_ids(&mut records, kind, &path, faults);
    Register { path, records, unusable }
}

/// Sorts by id; malformed and repeated ids are reported, and of a repeated one the first is kept.
fn check_ids<T: Identified>(
    records: &mut Vec<T>,
    kind: &str,
    path: &SourcePath,
    faults: &mut Vec<Diagnostic>,
) {
    for record in records.iter().filter(|record| kind != "redirect" && !is_id(record.id())) {
        let fault = Diagnostic::new(Code::MalformedId).with("value", record.id().as_str());
        faults.push(fault.at(record.id().place(path)));
    }
    records.retain(|record| kind == "redirect" || is_id(record.id()));
    records.sort_by(|a, b| a.id().value.cmp(&b.id().value).then(a.id().span.cmp(&b.id().span)));
    records.dedup_by(|later, first| {
        let same = later.id().value == first.id().value;
        if same {
            let fault = Diagnostic::new(Code::DuplicateId).with("id", later.id().as_str()).with("kind", kind);
            faults.push(fault.at(later.id().place(path)));
        }
        same
    });
}

/// The folders of `content/plans/`, read side by side and joined in order.
fn plans(sources: &Sources, faults: &mut Vec<Diagnostic>) -> Vec<PlanFolder> {
    let mut folders: BTreeMap<&str, Vec<(&str, &SourcePath)>> = BTreeMap::new();
    for path in sources.below("content/plans/") {
        if let Some((folder, name)) = path.below("content/plans/").and_then(|rest| rest.split_once('/')) {
            folders.entry(folder).or_default().push((name, path));
        }
    }
    let folders: Vec<_> = folders.into_iter().collect();
    let read: Vec<(Option<PlanFolder>, Vec<Diagnostic>)> =
        folders.par_iter().map(|(folder, files)| plan(sources, folder, files)).collect();
    let mut plans = Vec::with_capacity(read.len());
    for (plan, more) in read {
        plans.extend(plan);
        faults.extend(more);
    }
    plans
}

fn plan(
    sources: &Sources,
    folder: &str,
    files: &[(&str, &SourcePath)],
) -> (Option<PlanFolder>, Vec<Diagnostic>) {
    let toml_path = path(&format!("content/plans/{folder}/plan.toml"));
    let (record, mut faults) = toml::<PlanRecord>(sources, &toml_path);
    let (texts, rest): (Vec<TextFile>, Vec<_>) = texts_of(files);
    let media =
        rest.iter().filter(|(name, _)| name.starts_with("media/")).map(|(_, path)| (*path).clone()).collect();
    let known = ["plan.toml", "twins.toml"];
    for (name, path) in rest {
        if !known.contains(&name) && !name.starts_with("media/") {
            let near = ["digest.zh.md", "digest.en.md", "official.zh.md", "translation.en.md", "plan.toml"];
            faults.push(Diagnostic::new(Code::UnusedFile).nearest(name, near).at(Place::file(path)));
        }
    }
    if texts.is_empty() {
        let fault =
            Diagnostic::new(Code::MissingFile).with("name", format!("content/plans/{folder}/digest.zh.md"));
        faults.push(fault.at(Place::file(&toml_path)));
    }
    let record = record.or_else(|| is_id(folder).then(|| stand_in(folder, &toml_path)).flatten());
    let Some(mut record) = record else { return (None, faults) };
    let id = &mut record.plan.id;
    if !is_id(id) || id.as_str() != folder {
        let fault = Diagnostic::new(Code::MalformedId).with("value", id.as_str()).with("nearest", folder);
        faults.push(fault.at(id.place(&toml_path)));
        folder.clone_into(&mut id.value);
    }
    let twins = twins(sources, folder, &mut faults);
    (is_id(folder).then_some(PlanFolder { path: toml_path, record, texts, twins, media }), faults)
}

/// What `twins.toml` says, where the tool has written one.
fn twins(sources: &Sources, folder: &str, faults: &mut Vec<Diagnostic>) -> Option<Twins> {
    let path = path(&format!("content/plans/{folder}/twins.toml"));
    let (file, more) = sources.contains(&path).then(|| toml::<TwinsFile>(sources, &path))?;
    faults.extend(more);
    Some(Twins { path, clauses: file.unwrap_or_default().clause })
}

/// What stands in for a `plan.toml` that cannot be used: the texts are read all the same, and links lead to the plan.
fn stand_in(folder: &str, path: &SourcePath) -> Option<PlanRecord> {
    let text = format!(
        "[plan]\nid = \"{folder}\"\ntitle = {{ zh = \"{folder}\", en = \"{folder}\" }}\nissuers = []\nlevel = \"none\"\n\
         kind = \"plan\"\nsource_lang = \"zh\"\nstatus = \"in-force\"\n"
    );
    record::read(&text, path).0
}

fn pages(sources: &Sources, faults: &mut Vec<Diagnostic>) -> Vec<PageFolder> {
    let mut pages: BTreeMap<String, Texts<SourcePath>> = BTreeMap::new();
    for path in sources.below("content/pages/") {
        let Some((folder, name)) = path.below("content/pages/").and_then(|rest| rest.split_once('/')) else {
            continue;
        };
        let lang = name.strip_suffix(".md").and_then(Lang::from_code);
        match lang {
            Some(lang) if is_id(folder) => {
                *pages.entry(folder.to_owned()).or_default().slot(lang) = Some(path.clone())
            }
            Some(_) => {
                faults.push(Diagnostic::new(Code::MalformedId).with("value", folder).at(Place::file(path)));
            }
            None => faults.push(Diagnostic::new(Code::UnusedFile).at(Place::file(path))),
        }
    }
    pages.into_iter().map(|(id, texts)| PageFolder { id, texts }).collect()
}

/// One published address per line; empty lines and lines that begin with `#` are for people. A line that is no address
/// is kept, so that it is reported as lost and not silently passed over.
fn published(sources: &Sources, faults: &mut Vec<Diagnostic>) -> Published {
    let path = path("content/published.txt");
    if !sources.contains(&path) {
        return Published::default();
    }
    let text = sources.text(&path).unwrap_or_else(|unreadable| {
        faults.push(unreadable.diagnostic(&path));
        String::new()
    });
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let value = line.trim();
        if !value.is_empty() && !value.starts_with('#') {
            lines.push(At { value: value.to_owned(), span: (start..start + line.trim_end().len()).into() });
        }
        start += line.len();
    }
    Published { path: Some(path), lines }
}

/// Files right below `content/` that nothing reads are misspelt registers.
fn unused(sources: &Sources, faults: &mut Vec<Diagnostic>) {
    let known = [
        "portal.toml",
        "departments.toml",
        "partners.toml",
        "places.toml",
        "topics.toml",
        "units.toml",
        "documents.toml",
        "glossary.toml",
        "published.txt",
        "redirects.toml",
    ];
    let folders: BTreeSet<&str> = ["plans", "pages", "static"].into();
    for path in sources.below("content/") {
        let rest = path.below("content/").unwrap_or_default();
        let stray = match rest.split_once('/') {
            None => !known.contains(&rest),
            Some((folder, inner)) => {
                !folders.contains(folder) || (folder != "static" && !inner.contains('/'))
            }
        };
        if stray {
            faults.push(Diagnostic::new(Code::UnusedFile).nearest(rest, known).at(Place::file(path)));
        }
    }
}
