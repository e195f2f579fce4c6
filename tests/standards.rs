//! Turns the shipped portal, and one that attacks its readers, into what the standards' own schemas say of them.
//! Knows nothing of pages. The schemas come from registries: `tests/run` installs them.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod built;

use built::Files;
use diptych::build::{Options, Timings, load_sources};
use diptych::report::Report;
use diptych::source::Sources;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Runs a validator; what it says is the message of a failure.
fn passes(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("run tests/run first: {command:?}: {error}"));
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
    said
}

/// Lays the files of some kinds into a folder.
fn lay(files: &Files, endings: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files.iter().filter(|(path, _)| endings.iter().any(|ending| path.ends_with(ending)))
    {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

fn validate(files: &Files) -> String {
    let folder = lay(files, &[".akn.xml", ".jsonld"]);
    passes(Command::new(here(".venv/bin/python")).arg(here("tests/standards/validate.py")).arg(folder.path()))
}

#[test]
fn documents_and_linked_data_of_the_shipped_portal_are_valid() {
    let said = validate(&built::shipped());
    assert!(said.starts_with("10 Akoma Ntoso documents, 6 documents of linked data, 0 faults"), "{said}");
}

#[test]
fn words_that_attack_stay_words() {
    let attack = "<b>]]> & \"'\u{1}</num><script>x</script>";
    let sound = include_str!("support/sound.txt");
    let clause = format!("## Attack `{attack}` {{#c99}}\n\nWords `{attack}` here.\n");
    let opening = sound.lines().find(|line| line.ends_with("digest.en.md --")).unwrap();
    let portal = sound.replace(opening, &format!("{opening}\n{clause}"));
    let (sources, faults) = Sources::from_string(&portal);
    assert!(faults.is_empty(), "{faults:?}");
    let loaded = load_sources(sources, Options::default(), Report::default(), Timings::default());
    let said = validate(&built::site(loaded));
    assert!(said.contains(" 0 faults"), "{said}");
}

/// The JSON-LD of a page.
fn page_data(html: &str) -> Option<&str> {
    let start = "<script type=\"application/ld+json\">";
    let rest = &html[html.find(start)? + start.len()..];
    rest.split("</script>").next()
}

#[test]
fn what_pages_say_to_search_engines_is_of_schema_org() {
    let site = built::shipped();
    let kinds = [
        "plans/tcm-bri-2021-2025",
        "plans/bri-health-2015-2017/parallel",
        "departments/natcm",
        "data",
        "targets",
    ];
    let mut program = String::from("import type { Graph } from \"schema-dts\";\n");
    let mut types = BTreeSet::new();
    for (number, page) in
        kinds.iter().flat_map(|kind| ["zh", "en"].map(|lang| format!("{lang}/{kind}/index.html"))).enumerate()
    {
        let html = std::str::from_utf8(&site[&page]).unwrap();
        let data = page_data(html).unwrap_or_else(|| panic!("{page} says nothing"));
        let value: serde_json::Value = serde_json::from_str(data).unwrap();
        let nodes = value["@graph"].as_array().unwrap();
        types.extend(nodes.iter().map(|node| node["@type"].as_str().unwrap().to_owned()));
        program.push_str(&format!("export const page{number}: Graph = {data};\n"));
    }
    for kind in ["Legislation", "GovernmentOrganization", "Dataset", "BreadcrumbList", "CreativeWork"] {
        assert!(types.contains(kind), "{kind} is said nowhere: {types:?}");
    }
    // In node_modules, where the types are found.
    let folder = tempfile::Builder::new().prefix(".jsonld-").tempdir_in(here("node_modules")).unwrap();
    let file = folder.path().join("pages.ts");
    std::fs::write(&file, program).unwrap();
    let options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022"];
    passes(Command::new("node").arg(here("node_modules/typescript/bin/tsc")).args(options).arg(&file));
}
