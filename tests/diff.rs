//! Turns two days of a portal into what `diff` tells, by the real binary: of built sites, of folders, of revisions.
//! Knows nothing of how portals are compared.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::path::Path;
use std::process::{Command, Output};

const PLAN: &str = "content/plans/libraries-2026-2030";

fn run(root: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    // `git` is looked for where programs are.
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.current_dir(root).args(args).output().unwrap()
}

fn said(root: &Path, args: &[&str]) -> String {
    let done = run(root, args);
    assert_eq!(done.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

fn git(root: &Path, args: &[&str]) {
    let who =
        ["-c", "user.name=Editor", "-c", "user.email=editor@portal.test", "-c", "init.defaultBranch=main"];
    let done = Command::new("git").arg("-C").arg(root).args(who).args(args).output().unwrap();
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

fn swap(root: &Path, name: &str, old: &str, new: &str) {
    let path = root.join(PLAN).join(name);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{old}");
    std::fs::write(path, text.replace(old, new)).unwrap();
}

/// A portal in a folder of a repository, with two revisions, both built.
fn two_days() -> tempfile::TempDir {
    let repository = tempfile::tempdir().unwrap();
    let root = repository.path().join("portal");
    said(repository.path(), &["init", "portal"]);
    std::fs::write(repository.path().join("notes.txt"), "not the portal's\n").unwrap();
    git(repository.path(), &["init", "--quiet"]);
    git(repository.path(), &["add", "."]);
    git(repository.path(), &["commit", "--quiet", "--message", "one"]);
    said(&root, &["build", "--output", "../one"]);
    swap(&root, "plan.toml", "value = \"12\"", "value = \"20\"");
    swap(
        &root,
        "plan.toml",
        "zh = \"新开 12 家分馆\", en = \"12 new branch libraries\"",
        "zh = \"新开 20 家分馆\", en = \"20 new branch libraries\"",
    );
    swap(&root, "digest.zh.md", "新开 12 家", "新开 20 家");
    swap(&root, "digest.en.md", "be 12 new", "be 20 new");
    git(repository.path(), &["add", "."]);
    git(repository.path(), &["commit", "--quiet", "--message", "two"]);
    said(&root, &["build", "--output", "../two"]);
    repository
}

#[test]
fn sites_folders_and_revisions_tell_the_same() {
    let repository = two_days();
    let root = repository.path().join("portal");
    let of_sites = said(&root, &["--ui", "en", "diff", "../one", "../two"]);
    assert!(of_sites.contains("figure 12 branches (add) → 20 branches (add)"), "{of_sites}");
    assert!(of_sites.contains("there are to be [-12-]{+20+} new branch libraries"), "{of_sites}");
    for (old, new) in [("HEAD~1", "HEAD"), ("HEAD~1", "."), ("../one", "HEAD"), ("HEAD~1", "../two")] {
        assert_eq!(said(&root, &["--ui", "en", "diff", old, new]), of_sites, "{old} {new}");
    }
    assert_eq!(said(&root, &["diff", "HEAD", "../two"]), "", "nothing changed");
    let from_elsewhere =
        said(repository.path(), &["--root", "portal", "--ui", "en", "diff", "HEAD~1", "HEAD"]);
    assert_eq!(from_elsewhere, of_sites);
}

#[test]
fn changes_are_told_in_either_language_and_as_data_and_as_a_feed() {
    let repository = two_days();
    let ask =
        |args: &[&str]| said(repository.path(), &[&["--ui", "en", "diff", "one", "two"], args].concat());
    let chinese = ask(&["--lang", "zh"]);
    assert!(chinese.contains("数值 12 家（新增） → 20 家（新增）"), "{chinese}");
    let data: serde_json::Value = serde_json::from_str(&ask(&["--format", "json"])).unwrap();
    let changes = data["changes"].as_array().unwrap();
    let target = changes.iter().find(|change| change["kind"] == "target").unwrap();
    assert_eq!(
        (&target["id"], &target["change"], &target["field"]),
        (&"branches".into(), &"became".into(), &"figure".into())
    );
    assert_eq!(
        (&target["from"]["en"], &target["to"]["zh"]),
        (&"12 branches (add)".into(), &"20 家（新增）".into())
    );
    let feed = ask(&["--format", "atom", "--lang", "zh"]);
    assert!(
        feed.contains("xml:lang=\"zh-Hans\"") && feed.contains("12 家（新增） → 20 家（新增）"),
        "{feed}"
    );
    assert_eq!(
        run(repository.path(), &["--root", "portal", "check", "--format", "atom"]).status.code(),
        Some(2)
    );
}

#[test]
fn what_is_no_day_of_the_portal_is_said_to_be_none() {
    let repository = two_days();
    let root = repository.path().join("portal");
    let refused = |old: &str| {
        let done = run(&root, &["--ui", "en", "diff", old, "HEAD"]);
        assert_eq!(done.status.code(), Some(2), "{old}");
        String::from_utf8(done.stderr).unwrap()
    };
    for name in ["no-such-branch", "--output=/tmp/x", "HEAD:portal", "..", "../notes.txt"] {
        let done = run(&root, &["--ui", "en", "diff", "--", name, "HEAD"]);
        assert_eq!(done.status.code(), Some(2), "{name}");
        assert!(String::from_utf8_lossy(&done.stderr).contains("is neither a built site"), "{name}");
    }
    std::fs::write(repository.path().join("one/data/index.json"), "{}").unwrap();
    assert!(refused("../one").contains("data/index.json"));
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(run(elsewhere.path(), &["diff", "HEAD~1", "HEAD"]).status.code(), Some(2), "no repository");
}
