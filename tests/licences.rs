//! Turns `deny.toml` into a test: every package that is built in may be, every licence allowed is met, and every package
//! comes from the registry, in a version that was chosen.
//! Knows nothing of advisories; those need a database, and `cargo deny`.
#![expect(clippy::expect_used, reason = "a test that cannot read what it checks has failed")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::iter::Peekable;
use std::process::Command;
use std::vec::IntoIter;

/// A licence expression (SPDX), read from left to right.
struct Expression<'a> {
    words: Peekable<IntoIter<String>>,
    allowed: &'a BTreeSet<String>,
    /// The allowed licences met on the way.
    met: BTreeSet<String>,
}

/// The allowed licences that make the expression true; `None` when it is false.
fn permits(expression: &str, allowed: &BTreeSet<String>) -> Option<BTreeSet<String>> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<String> = spaced.split_whitespace().map(str::to_owned).collect();
    let mut expression = Expression { words: words.into_iter().peekable(), allowed, met: BTreeSet::new() };
    let holds = expression.any() && expression.words.next().is_none();
    holds.then_some(expression.met)
}

impl Expression<'_> {
    fn any(&mut self) -> bool {
        let mut holds = self.all();
        while self.words.next_if_eq("OR").is_some() {
            holds |= self.all();
        }
        holds
    }

    fn all(&mut self) -> bool {
        let mut holds = self.one();
        while self.words.next_if_eq("AND").is_some() {
            holds &= self.one();
        }
        holds
    }

    fn one(&mut self) -> bool {
        let Some(mut licence) = self.words.next() else { return false };
        if licence == "(" {
            return self.any() && self.words.next_if_eq(")").is_some();
        }
        if self.words.next_if_eq("WITH").is_some() {
            licence = format!("{licence} WITH {}", self.words.next().unwrap_or_default());
        }
        let holds = self.allowed.contains(&licence);
        if holds {
            self.met.insert(licence);
        }
        holds
    }
}

/// What cargo knows of every package that is built on this machine.
fn packages() -> Vec<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let rustc = Command::new("rustc").arg("-vV").output().expect("rustc is where cargo is");
    let rustc = String::from_utf8_lossy(&rustc.stdout).into_owned();
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host");
    let arguments = ["metadata", "--locked", "--offline", "--format-version", "1", "--filter-platform", host];
    let output = Command::new(cargo).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let output = output.expect("cargo runs the tests");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("metadata is JSON");
    metadata["packages"].as_array().expect("metadata lists packages").clone()
}

/// A text of a package; empty where it has none.
fn text<'p>(package: &'p Value, key: &str) -> &'p str {
    package[key].as_str().unwrap_or_default()
}

/// What is wrong with where a package comes from and what it asks for.
fn misled(package: &Value) -> Option<&'static str> {
    let is_ours = text(package, "name") == env!("CARGO_PKG_NAME");
    // However a machine reaches the registry, this is what the lock file calls it.
    let registry = "registry+https://github.com/rust-lang/crates.io-index";
    let asked = package["dependencies"].as_array().into_iter().flatten();
    let is_open = |dependency: &Value| text(dependency, "req") == "*";
    match () {
        () if !is_ours && text(package, "source") != registry => Some("does not come from the registry"),
        () if is_ours && asked.into_iter().any(is_open) => Some("takes whatever version there is"),
        () => None,
    }
}

fn allowed() -> BTreeSet<String> {
    let rules: toml::Table = include_str!("../deny.toml").parse().expect("deny.toml is TOML");
    let licences = rules["licenses"]["allow"].as_array().expect("deny.toml lists the allowed licences");
    licences.iter().filter_map(|licence| licence.as_str().map(str::to_owned)).collect()
}

#[test]
fn every_package_has_an_allowed_licence_and_every_allowed_licence_is_met() {
    let allowed = allowed();
    let mut met = BTreeSet::new();
    for package in packages() {
        let (name, licence) = (text(&package, "name"), text(&package, "license"));
        match permits(licence, &allowed) {
            Some(licences) => met.extend(licences),
            None => panic!("`{name}` has the licence `{licence}`, which deny.toml does not allow"),
        }
    }
    assert_eq!(met, allowed);
}

#[test]
fn every_package_comes_from_the_registry_in_a_version_that_was_chosen() {
    for package in packages() {
        assert_eq!(misled(&package), None, "{}", text(&package, "name"));
    }
    let package = |name: &str, source: &str, version: &str| {
        let dependencies = [serde_json::json!({ "name": "other", "req": version })];
        misled(&serde_json::json!({ "name": name, "source": source, "dependencies": dependencies }))
    };
    let registry = "registry+https://github.com/rust-lang/crates.io-index";
    assert_eq!(package("one", registry, "^1"), None);
    assert!(package("one", "git+https://example.test/one", "^1").is_some());
    assert!(package("diptych", "", "*").is_some());
}

#[test]
fn expressions_are_read_as_spdx_means_them() {
    let allowed = ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).into_iter().collect();
    let permits = |expression| permits(expression, &allowed).is_some();
    for fine in ["MIT", "GPL-3.0-only OR MIT", "MIT/GPL-3.0-only", "(GPL-3.0-only OR MIT) AND Zlib"] {
        assert!(permits(fine), "{fine}");
    }
    assert!(permits("Apache-2.0 WITH LLVM-exception"));
    for refused in ["", "Apache-2.0", "MIT AND GPL-3.0-only", "MIT AND (Zlib", "MIT Zlib", "GPL-3.0-only"] {
        assert!(!permits(refused), "{refused}");
    }
    assert!(permits("GPL-3.0-only AND BSD-3-Clause OR MIT"), "AND binds before OR");
}
