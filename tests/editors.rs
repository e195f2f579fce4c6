//! Turns the files of the content into what an editor's tools say of them: the schemas, and Taplo as editors run it.
//! Knows nothing of the fields; the schemas come from the content model.
#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use diptych::content::{for_editors, schemas};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// TOML as JSON, as editors see it: a date is a text.
fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => items.iter().map(json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.iter().map(|(key, value)| (key.clone(), json(value))).collect())
        }
        other => serde_json::to_value(other).unwrap(),
    }
}

/// What the schema of a kind of file says of a text.
fn faults(file: &str, text: &str) -> Vec<String> {
    let schemas = schemas();
    let schema = &schemas.iter().find(|schema| schema.file == file).unwrap().schema;
    let validator = jsonschema::validator_for(schema).unwrap();
    let json = json(&text.parse::<toml::Table>().map(toml::Value::Table).unwrap());
    validator
        .iter_errors(&json)
        .map(|fault| format!("{file}: {} at {}", fault, fault.instance_path()))
        .collect()
}

/// The TOML files of a portal.
fn files(root: &Path) -> Vec<(String, String)> {
    let plans = std::fs::read_dir(root.join("content/plans")).unwrap().map(|entry| entry.unwrap().path());
    let folders = plans.chain([root.join("content")]);
    let inside =
        folders.flat_map(|folder| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    let toml = inside.filter(|path| path.extension().is_some_and(|kind| kind == "toml"));
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    toml.map(|path| (name(&path), std::fs::read_to_string(&path).unwrap())).collect()
}

#[test]
fn every_file_of_the_shipped_portal_follows_its_schema() {
    let files = files(&here(""));
    assert!(files.len() >= 13, "nine files and five plans: {}", files.len());
    let faults: Vec<String> = files.iter().flat_map(|(name, text)| faults(name, text)).collect();
    assert_eq!(faults, [""; 0]);
}

/// A sound file of each kind, with a key at the top and one in a table that a slip of the hand may spoil.
const KINDS: [(&str, &str, &[&str]); 11] = [
    (
        "portal.toml",
        "title = { zh = \"门\", en = \"P\" }\ndescription = { zh = \"门\", en = \"P\" }\nbase_url = \"https://p.test/\"\nas_of = 2026-01-01\norganisation = { name = { zh = \"门\", en = \"P\" } }\n",
        &["as_of", "name"],
    ),
    (
        "departments.toml",
        "[[department]]\nid = \"a\"\nname = { zh = \"甲\", en = \"A\" }\nkind = \"office\"\nlevel = \"national\"\nfrom = 2018\n",
        &["department", "from", "level"],
    ),
    (
        "partners.toml",
        "[[partner]]\nid = \"a\"\nname = { zh = \"甲\", en = \"A\" }\nkind = \"country\"\ncountry = \"XA\"\n",
        &["partner", "country"],
    ),
    (
        "places.toml",
        "[[place]]\nid = \"a\"\nname = { zh = \"甲\", en = \"A\" }\nkind = \"city\"\nparent = \"b\"\n",
        &["place", "parent"],
    ),
    (
        "topics.toml",
        "[[topic]]\nid = \"a\"\nname = { zh = \"甲\", en = \"A\" }\ndescription = { zh = \"甲\", en = \"A\" }\n",
        &["topic", "description"],
    ),
    (
        "units.toml",
        "[[unit]]\nid = \"a\"\nname = { zh = \"个\", en = \"a\" }\nplural = \"as\"\nkind = \"count\"\n",
        &["unit", "plural"],
    ),
    (
        "documents.toml",
        "[[document]]\nid = \"a\"\ntitle = { zh = \"甲\", en = \"A\" }\nissued = \"2016-03\"\n",
        &["document", "issued"],
    ),
    (
        "glossary.toml",
        "[[term]]\nid = \"a\"\nname = { zh = \"甲\", en = \"A\" }\navoid = { zh = [], en = [\"b\"] }\n",
        &["term", "avoid"],
    ),
    (
        "redirects.toml",
        "[[redirect]]\nfrom = \"/zh/a/\"\nto = \"/zh/b/\"\nsince = 2026-01-01\n",
        &["redirect", "since"],
    ),
    (
        "plan.toml",
        "[plan]\nid = \"a\"\ntitle = { zh = \"甲\", en = \"A\" }\nissuers = []\nissued = 2021-12-31\nlevel = \"national\"\nkind = \"plan\"\nsource_lang = \"zh\"\nstatus = \"draft\"\n[[target]]\nid = \"t\"\nclause = \"c1\"\nsubject = { zh = \"甲\", en = \"A\" }\nvalue = \"30\"\npassage = { zh = \"三十\", en = \"thirty\" }\ndeadline = { kind = \"by\", end = 2030 }\n",
        &["target", "issued", "value", "end", "passage"],
    ),
    (
        "twins.toml",
        "[[clause]]\nid = \"c1\"\nlang = \"en\"\nof = \"0123456789abcdef\"\ntext = \"甲\"\nby = \"p\"\nat = 2026-01-01\n",
        &["clause", "text"],
    ),
];

#[test]
fn a_misspelt_key_is_marked_in_every_kind_of_file() {
    assert_eq!(KINDS.len(), schemas().len());
    for (file, sound, keys) in KINDS {
        assert_eq!(faults(file, sound), [""; 0]);
        for key in keys {
            let at =
                if sound.contains(&format!("[[{key}]]")) { format!("[[{key}]]") } else { format!("{key} =") };
            assert!(sound.contains(&at), "{file}: {key}");
            let broken = sound.replacen(&at, &at.replace(key, &format!("{key}x")), 1);
            assert_ne!(faults(file, &broken), [""; 0], "{file}: {key}x");
        }
    }
}

#[test]
fn what_editors_need_is_what_the_program_writes() {
    for (path, text) in for_editors() {
        let kept = std::fs::read_to_string(here(&path)).unwrap_or_default();
        assert!(kept == text, "{path} is another; run `diptych schema --write`");
    }
}

/// Taplo over a portal, as editors run it.
fn taplo(root: &Path) -> Output {
    let taplo = here(".venv/bin/taplo");
    let mut command = Command::new(&taplo);
    let output = command.current_dir(root).args(["lint", "--colors", "never"]).output();
    output.unwrap_or_else(|error| panic!("run tests/run first: {}: {error}", taplo.display()))
}

#[test]
fn taplo_finds_the_schemas_of_a_new_portal_and_of_the_shipped_one() {
    let shipped = taplo(&here(""));
    assert!(shipped.status.success(), "{}", String::from_utf8_lossy(&shipped.stderr));
    let root = tempfile::tempdir().unwrap();
    let made =
        Command::new(env!("CARGO_BIN_EXE_diptych")).env_clear().args(["init"]).arg(root.path()).output();
    assert!(made.unwrap().status.success());
    let fresh = taplo(root.path());
    assert!(fresh.status.success(), "{}", String::from_utf8_lossy(&fresh.stderr));
    let plan = root.path().join("content/plans/libraries-2026-2030/plan.toml");
    let text = std::fs::read_to_string(&plan).unwrap().replace("issuers =", "isuers =");
    std::fs::write(&plan, text).unwrap();
    let broken = taplo(root.path());
    let said = String::from_utf8_lossy(&broken.stderr).into_owned();
    assert!(!broken.status.success() && said.contains("isuers"), "{said}");
}
