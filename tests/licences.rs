//! Turns `deny.toml` into a test: every package that is built in may be, and every licence allowed is met.
//! Knows nothing of advisories; those need a database, and `cargo deny`.
#![expect(clippy::expect_used, reason = "a test that cannot read what it checks has failed")]

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

/// Name and licence of every package that is built on this machine.
fn packages() -> Vec<(String, String)> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let rustc = Command::new("rustc").arg("-vV").output().expect("rustc is where cargo is");
    let rustc = String::from_utf8_lossy(&rustc.stdout).into_owned();
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host");
    let arguments = ["metadata", "--locked", "--offline", "--format-version", "1", "--filter-platform", host];
    let output = Command::new(cargo).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let output = output.expect("cargo runs the tests");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("metadata is JSON");
    let packages = metadata["packages"].as_array().expect("metadata lists packages");
    let text = |package: &serde_json::Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    packages.iter().map(|package| (text(package, "name"), text(package, "license"))).collect()
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
    for (name, licence) in packages() {
        match permits(&licence, &allowed) {
            Some(licences) => met.extend(licences),
            None => panic!("`{name}` has the licence `{licence}`, which deny.toml does not allow"),
        }
    }
    assert_eq!(met, allowed);
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
