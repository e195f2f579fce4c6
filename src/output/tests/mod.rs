//! Turns builds, good and bad, into the state of a folder.

mod sites;
mod swaps;

use super::*;
use std::collections::BTreeMap;

fn routes(names: &[&str]) -> Vec<Route> {
    names.iter().map(|name| Route::file(name).unwrap()).collect()
}

fn wanted(routes: &[Route]) -> Wanted<'_> {
    Wanted { routes, sidecars: true }
}

fn build(folder: &Path, files: &[(&str, &str)]) -> anyhow::Result<Published> {
    let routes = routes(&files.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    let make = |index: usize, _| Ok(Making::Bytes(files[index].1.as_bytes().to_vec(), None));
    Ok(publish(folder, &wanted(&routes), &Ledger::default(), &make, &|| {})?.0)
}

fn tree(folder: &Path) -> BTreeMap<String, String> {
    let entries =
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file());
    let name = |entry: &walkdir::DirEntry| entry.path().strip_prefix(folder).unwrap().display().to_string();
    let entries = entries.map(|entry| (name(&entry), std::fs::read_to_string(entry.path()).unwrap()));
    entries.filter(|(name, _)| name != MANIFEST).collect()
}

fn strings(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn did(written: usize, unchanged: usize, removed: usize) -> Published {
    Published { written, unchanged, removed, in_one_step: true }
}

#[test]
fn a_build_replaces_the_last_one_whole() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    let first = [("a.html", "1"), ("b/c.html", "2")];
    assert_eq!(build(&folder, &first).unwrap(), did(2, 0, 0));
    let second = [("a.html", "1"), ("d.html", "3")];
    assert_eq!(build(&folder, &second).unwrap(), did(1, 1, 1));
    assert_eq!(tree(&folder), strings(&second));
    assert_eq!(std::fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left beside the folder");
}

#[cfg(unix)]
#[test]
fn an_unchanged_file_keeps_inode_and_time() {
    use std::os::unix::fs::MetadataExt;
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    build(&folder, &[("a.html", "1"), ("b.html", "1")]).unwrap();
    let before = std::fs::metadata(folder.join("a.html")).unwrap();
    build(&folder, &[("a.html", "1"), ("b.html", "2")]).unwrap();
    let after = std::fs::metadata(folder.join("a.html")).unwrap();
    assert_eq!((before.ino(), before.mtime_nsec()), (after.ino(), after.mtime_nsec()));
}

#[test]
fn a_tampered_file_is_made_again() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    build(&folder, &[("a.html", "same")]).unwrap();
    std::fs::write(folder.join("a.html"), "tame").unwrap();
    build(&folder, &[("a.html", "same")]).unwrap();
    assert_eq!(tree(&folder), strings(&[("a.html", "same")]));
}

#[test]
fn a_fault_leaves_the_old_site_and_nothing_beside_it() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    build(&folder, &[("a.html", "old")]).unwrap();
    let make = |index: usize, _| {
        if index == 1 { bail!("no") } else { Ok(Making::Bytes(b"new".to_vec(), None)) }
    };
    let routes = routes(&["a.html", "b.html"]);
    let fault = publish(&folder, &wanted(&routes), &Ledger::default(), &make, &|| {}).unwrap_err();
    assert!(format!("{fault:#}").contains("b.html"), "{fault:#}");
    assert_eq!(tree(&folder), strings(&[("a.html", "old")]));
    assert_eq!(std::fs::read_dir(root.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_is_not_ours_is_refused_and_a_fresh_clone_is_not() {
    let root = tempfile::tempdir().unwrap();
    let (theirs, clone) = (root.path().join("theirs"), root.path().join("clone"));
    std::fs::create_dir_all(&theirs).unwrap();
    std::fs::create_dir_all(&clone).unwrap();
    std::fs::write(theirs.join("thesis.doc"), "x").unwrap();
    std::fs::write(clone.join(".gitignore"), "*").unwrap();
    assert!(build(&theirs, &[("a.html", "1")]).unwrap_err().to_string().contains("thesis.doc"));
    assert_eq!(tree(&theirs), strings(&[("thesis.doc", "x")]));
    build(&clone, &[("a.html", "1")]).unwrap();
    assert_eq!(tree(&clone), strings(&[(".gitignore", "*"), ("a.html", "1")]));
}

#[test]
fn two_builds_at_once_are_told_apart() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    let held = lock::take(&folder).unwrap();
    assert!(build(&folder, &[("a.html", "1")]).unwrap_err().to_string().contains("another build"));
    drop(held);
    build(&folder, &[("a.html", "1")]).unwrap();
}

#[test]
fn new_files_never_overwrite() {
    let root = tempfile::tempdir().unwrap();
    let file = |name: &str| (name.to_owned(), b"x".to_vec());
    create(root.path(), &[file("a/b.txt")]).unwrap();
    assert!(create(root.path(), &[file("c.txt"), file("a/b.txt")]).is_err());
    assert!(!root.path().join("c.txt").exists());
}

/// Publishes files whose fingerprint is the hash of their text, and gives what had to be made.
fn build_after(folder: &Path, files: &[(&str, &str)], known: &Ledger) -> (Vec<String>, Ledger) {
    let made = std::sync::Mutex::new(Vec::new());
    let make = |index: usize, known: Option<Key>| {
        let (name, text) = files[index];
        let key = Key::of(text.as_bytes());
        if known == Some(key) {
            return Ok(Making::Same);
        }
        made.lock().unwrap().push(name.to_owned());
        Ok(Making::Bytes(text.as_bytes().to_vec(), Some(key)))
    };
    let routes = routes(&files.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    let (_, ledger) = publish(folder, &wanted(&routes), known, &make, &|| {}).unwrap();
    (made.into_inner().unwrap(), ledger)
}

#[test]
fn what_is_known_and_whole_is_not_made_again() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    let first = [("a.html", "1"), ("b.html", "2"), ("c.html", "3")];
    let (made, ledger) = build_after(&folder, &first, &Ledger::default());
    assert_eq!(made.len(), 3);
    assert!(ledger.confirm(&folder).is_some());
    std::fs::write(folder.join("c.html"), "x").unwrap();
    let second = [("a.html", "1"), ("b.html", "4"), ("c.html", "3")];
    let (mut made, _) = build_after(&folder, &second, &ledger);
    made.sort();
    assert_eq!(made, ["b.html", "c.html"], "what changed, and what somebody touched");
    assert_eq!(tree(&folder), strings(&second));
}

#[test]
fn a_folder_is_confirmed_only_as_it_was_published() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    let (_, ledger) = build_after(&folder, &[("a.html", "1"), ("b/c.html", "2")], &Ledger::default());
    let confirmed = |at: &str, text: Option<&str>| {
        let path = folder.join(at);
        let before = std::fs::read(&path).ok();
        match text {
            Some(text) => std::fs::write(&path, text).unwrap(),
            None => std::fs::remove_file(&path).unwrap(),
        }
        let confirmed = ledger.confirm(&folder).is_some();
        match before {
            Some(before) => std::fs::write(&path, before).unwrap(),
            None => std::fs::remove_file(&path).unwrap(),
        }
        confirmed
    };
    assert!(confirmed(".gitkeep", Some("")) && confirmed("a.html", Some("1")));
    for (at, text) in
        [("a.html", Some("9")), ("b/c.html", None), ("b/d.html", Some("")), (MANIFEST, Some("{}"))]
    {
        assert!(!confirmed(at, text), "{at} {text:?}");
    }
    assert!(ledger.confirm(&folder).is_some() && ledger.confirm(root.path()).is_none());
}
