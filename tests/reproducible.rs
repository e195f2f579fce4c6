//! Turns one portal into the same bytes, wherever, whenever and however often it is built.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

fn shipped() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Copies a folder, creating its files in an order turned around by `turn`, so that the disk lists them otherwise.
fn copy(from: &Path, to: &Path, turn: bool) {
    let mut files: Vec<_> = walkdir::WalkDir::new(from)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    files.sort();
    if turn {
        files.reverse();
    }
    for file in files {
        let target = to.join(file.strip_prefix(from).unwrap());
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::copy(&file, &target).unwrap();
    }
}

fn build(root: &Path, environment: &[(&str, &str)]) -> BTreeMap<String, String> {
    let built = Command::new(env!("CARGO_BIN_EXE_diptych"))
        .args(["build", "--root"])
        .arg(root)
        .env_clear()
        .envs(environment.iter().copied())
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let folder = root.join("output");
    let files =
        walkdir::WalkDir::new(&folder).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file());
    let hashed = files.map(|entry| {
        let name = entry.path().strip_prefix(&folder).unwrap().display().to_string();
        (name, blake3::hash(&std::fs::read(entry.path()).unwrap()).to_hex().to_string())
    });
    hashed.collect()
}

#[test]
fn the_same_portal_gives_the_same_bytes() {
    let roots =
        [tempfile::tempdir().unwrap(), tempfile::Builder::new().prefix("另一个 folder").tempdir().unwrap()];
    for (root, turn) in roots.iter().zip([false, true]) {
        for folder in ["content", "templates", "themes"] {
            copy(&shipped().join(folder), &root.path().join(folder), turn);
        }
    }
    let one = build(roots[0].path(), &[("RAYON_NUM_THREADS", "1"), ("LANG", "C"), ("TZ", "UTC")]);
    let many = build(
        roots[1].path(),
        &[
            ("RAYON_NUM_THREADS", "7"),
            ("LANG", "zh_CN.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("TZ", "Pacific/Auckland"),
        ],
    );
    let different: Vec<&String> =
        one.iter().filter(|(name, hash)| many.get(*name) != Some(hash)).map(|(n, _)| n).collect();
    assert!(different.is_empty(), "{different:?}");
    assert_eq!(one.len(), many.len());
    assert!(one.len() > 1000, "the shipped portal is there: {} files", one.len());
}

#[test]
fn the_day_comes_from_the_content_unless_asked() {
    let root = tempfile::tempdir().unwrap();
    let init = Command::new(env!("CARGO_BIN_EXE_diptych"))
        .arg("init")
        .arg(root.path())
        .env_clear()
        .output()
        .unwrap();
    assert!(init.status.success());
    let own = build(root.path(), &[]);
    let same_year = build(root.path(), &[("SOURCE_DATE_EPOCH", "1767225600")]);
    assert_eq!(own, same_year, "1 January 2026 is the portal's own day");
    let later = build(root.path(), &[("SOURCE_DATE_EPOCH", "2000000000")]);
    assert_ne!(own, later, "in 2033 the plan has ended");
}
