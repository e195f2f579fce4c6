//! Turns the listed files of `content/` into a [`Catalog`]: which file is what, and all TOML read.
//! Knows nothing of Markdown: texts are read plan by plan, when they are needed.

use super::plan::PlanRecord;
use super::register::register;
use super::registry::{
    DepartmentsFile, DocumentsFile, GlossaryFile, PartnersFile, PlacesFile, RedirectsFile, TopicsFile,
    UnitsFile,
};
use super::remembered::{Read, Remembered, remember};
use super::text::{TextFile, texts_of};
use super::twins::{Twins, TwinsFile};
use super::{Catalog, PageFolder, PlanFolder, Published};
use crate::config;
use crate::lang::{Lang, Texts};
use crate::memory::{Key, Memory};
use crate::record::{self, At};
use crate::report::{Code, Diagnostic, Place};
use crate::route::{SourcePath, is_home, is_id};
use crate::source::Sources;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Reads the portal. `None` without a `portal.toml`; everything else degrades to what is sound, so that all faults of
/// all files are found in one run. What stands in for a `portal.toml` or a `plan.toml` that cannot be used comes with an
/// error, and so is never published.
pub fn load(sources: &Sources) -> (Option<Catalog>, Vec<Diagnostic>) {
    let (catalog, faults, _) = load_after(sources, &Remembered::default());
    (catalog, faults)
}

/// The same after an earlier run: files that are as they were are not read again.
pub fn load_after(sources: &Sources, before: &Remembered) -> (Option<Catalog>, Vec<Diagnostic>, Remembered) {
    let mut faults = Vec::new();
    let mut now = Remembered::default();
    macro_rules! register {
        ($field:ident: $file:ty, $name:literal, $kind:literal) => {{
            let path = path(concat!("content/", $name));
            let (register, kept) = register::<$file>(sources, &path, $kind, &before.$field, &mut faults);
            now.$field = kept;
            register
        }};
    }
    let config = read_config(sources, &mut faults);
    let departments = register!(departments: DepartmentsFile, "departments.toml", "department");
    let partners = register!(partners: PartnersFile, "partners.toml", "partner");
    let places = register!(places: PlacesFile, "places.toml", "place");
    let topics = register!(topics: TopicsFile, "topics.toml", "topic");
    let units = register!(units: UnitsFile, "units.toml", "unit");
    let documents = register!(documents: DocumentsFile, "documents.toml", "document");
    let terms = register!(terms: GlossaryFile, "glossary.toml", "term");
    let redirects = register!(redirects: RedirectsFile, "redirects.toml", "redirect");
    let plans = plans(sources, &before.plans, &mut now.plans, &mut faults);
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
    (catalog, faults, now)
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

/// The folders of `content/plans/`, read side by side and joined in order.
fn plans(
    sources: &Sources,
    before: &Memory<Read<Option<Arc<PlanFolder>>>>,
    now: &mut Memory<Read<Option<Arc<PlanFolder>>>>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Arc<PlanFolder>> {
    let mut folders: BTreeMap<&str, Vec<(&str, &SourcePath)>> = BTreeMap::new();
    for path in sources.below("content/plans/") {
        if let Some((folder, name)) = path.below("content/plans/").and_then(|rest| rest.split_once('/')) {
            folders.entry(folder).or_default().push((name, path));
        }
    }
    let folders: Vec<_> = folders.into_iter().collect();
    let read: Vec<(Key, Arc<PlanRead>)> = folders
        .par_iter()
        .map(|(folder, files)| {
            let key = plan_key(sources, folder, files);
            (key, before.recall_or(key, || plan(sources, folder, files, key)))
        })
        .collect();
    let mut plans = Vec::with_capacity(read.len());
    for (_, plan) in &read {
        plans.extend(plan.value.clone());
        faults.extend_from_slice(&plan.faults);
    }
    *now = remember(read);
    plans
}

/// What a plan folder is made from: its name, the names of its files, and what its records say.
fn plan_key(sources: &Sources, folder: &str, files: &[(&str, &SourcePath)]) -> Key {
    let mut key = Key::kind("plan folder").with(folder);
    for (name, path) in files {
        key.add(name);
        if name.ends_with(".toml") {
            key.add(sources.key(path).map_or([0; 32], |key| *key.as_bytes()));
        }
    }
    key.done()
}

fn plan(sources: &Sources, folder: &str, files: &[(&str, &SourcePath)], key: Key) -> PlanRead {
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
    let Some(mut record) = record else { return Read { value: None, faults } };
    let id = &mut record.plan.id;
    if !is_id(id) || id.as_str() != folder {
        let fault = Diagnostic::new(Code::MalformedId).with("value", id.as_str()).with("nearest", folder);
        faults.push(fault.at(id.place(&toml_path)));
        folder.clone_into(&mut id.value);
    }
    if let Some(home) = record.plan.home.take_if(|home| !is_home(home)) {
        let fault = Diagnostic::new(Code::MalformedAddress).with("value", home.as_str());
        faults.push(fault.at(home.place(&toml_path)));
    }
    let twins = twins(sources, folder, &mut faults);
    let value =
        is_id(folder).then(|| Arc::new(PlanFolder { key, path: toml_path, record, texts, twins, media }));
    Read { value, faults }
}

/// What `twins.toml` says, where the tool has written one.
fn twins(sources: &Sources, folder: &str, faults: &mut Vec<Diagnostic>) -> Option<Twins> {
    let path = path(&format!("content/plans/{folder}/twins.toml"));
    let (file, more) = sources.contains(&path).then(|| toml::<TwinsFile>(sources, &path))?;
    faults.extend(more);
    Some(Twins { path, clauses: file.unwrap_or_default().clause })
}

/// A plan folder as it was read; none where it cannot be used.
type PlanRead = Read<Option<Arc<PlanFolder>>>;

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
    Published { key: sources.key(&path), path: Some(path), lines }
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
