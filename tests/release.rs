//! Turns the bill of materials of a release into proofs: all that is linked, nothing else, each with licence and checksum.
//! Knows nothing of how the program is built.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};

fn cargo(arguments: &[&str]) -> Vec<u8> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(arguments)
        .args(["--locked", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The kind of machine that this is.
fn host() -> String {
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let told = String::from_utf8(rustc.stdout).unwrap();
    told.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// The packages that are linked, as `docs/release` asks for them.
fn tree() -> String {
    let linked = ["tree", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"];
    String::from_utf8(cargo(&[&linked[..], &["--target", &host()]].concat())).unwrap()
}

fn bill(folder: &Path) -> Vec<u8> {
    let (metadata, list) = (folder.join("metadata.json"), folder.join("tree"));
    std::fs::write(&metadata, cargo(&["metadata", "--format-version", "1", "--filter-platform", &host()]))
        .unwrap();
    std::fs::write(&list, tree()).unwrap();
    let output = Command::new("python3")
        .args(["docs/sbom.py", "Cargo.lock"])
        .arg(&list)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::from(std::fs::File::open(&metadata).unwrap()))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} of {value}"))
}

/// Checksums by name and version, from the lock file itself.
fn locked() -> BTreeMap<String, String> {
    let lock: toml::Table = include_str!("../Cargo.lock").parse().unwrap();
    let packages = lock["package"].as_array().unwrap().iter().filter_map(|package| {
        let word = |key: &str| package.get(key)?.as_str();
        Some((format!("{} v{}", word("name")?, word("version")?), word("checksum")?.to_owned()))
    });
    packages.collect()
}

#[test]
fn the_bill_lists_all_that_is_linked_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = bill(folder.path());
    assert_eq!(bytes, bill(folder.path()), "the same bill, byte for byte");
    assert!(!String::from_utf8_lossy(&bytes).contains(env!("CARGO_MANIFEST_DIR")), "no path of the machine");
    let bill: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!([text(&bill, "bomFormat"), text(&bill, "specVersion")], ["CycloneDX", "1.5"]);
    let own = &bill["metadata"]["component"];
    assert_eq!([text(own, "type"), text(own, "name")], ["application", "diptych"]);
    assert_eq!(text(own, "version"), env!("CARGO_PKG_VERSION"));
    let components = bill["components"].as_array().unwrap();
    let named = |component: &Value| format!("{} v{}", text(component, "name"), text(component, "version"));
    let listed: BTreeSet<String> = components.iter().map(named).collect();
    let tree = tree();
    let linked = tree.lines().filter(|line| !line.is_empty() && !line.starts_with("diptych "));
    let linked: BTreeSet<String> =
        linked.map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(listed, linked);
    assert_eq!(listed.len(), components.len(), "each once");
    let has = |name: &str| listed.iter().any(|one| one.starts_with(&format!("{name} v")));
    assert!(has("tantivy") && has("serde") && has("tera"));
    assert!(!has("proptest") && !has("serde_derive"), "tests and macros are no part of the program");
}

#[test]
fn each_part_has_its_licence_its_checksum_and_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let bill: Value = serde_json::from_slice(&bill(folder.path())).unwrap();
    let (components, locked) = (bill["components"].as_array().unwrap(), locked());
    for component in components {
        let name = format!("{} v{}", text(component, "name"), text(component, "version"));
        let [licence] = component["licenses"].as_array().unwrap().as_slice() else { panic!("{name}") };
        let licence = text(licence, "expression");
        assert!(
            !licence.is_empty() && !licence.contains('/') && !licence.contains("  "),
            "{name}: {licence}"
        );
        let [hash] = component["hashes"].as_array().unwrap().as_slice() else { panic!("{name}") };
        assert_eq!((text(hash, "alg"), text(hash, "content")), ("SHA-256", &*locked[&name]), "{name}");
        let address = format!("pkg:cargo/{}", name.replace(" v", "@"));
        assert_eq!([text(component, "purl"), text(component, "bom-ref")], [&address; 2]);
        assert_eq!(text(component, "type"), "library");
    }
    let own = text(&bill["metadata"]["component"], "bom-ref");
    let known: BTreeSet<&str> = components.iter().map(|one| text(one, "bom-ref")).chain([own]).collect();
    let places = bill["dependencies"].as_array().unwrap();
    assert_eq!(places.iter().map(|place| text(place, "ref")).collect::<BTreeSet<_>>(), known);
    let needed: Vec<&str> = places
        .iter()
        .flat_map(|place| place["dependsOn"].as_array().unwrap())
        .map(|one| one.as_str().unwrap())
        .collect();
    let reached: BTreeSet<&str> = needed.into_iter().chain([own]).collect();
    assert_eq!(reached, known, "all of it is there because something needs it");
}
