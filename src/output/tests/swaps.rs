//! Turns file systems that cannot do everything, and builds that ended too early, into whole sites.

use super::*;
use stage::{Stage, beside};
use std::io;

fn staged(folder: &Path, text: &str) -> Stage {
    let stage = Stage::new(folder).unwrap();
    std::fs::write(stage.path().join("a.html"), text).unwrap();
    stage
}

fn unsupported(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[test]
fn where_folders_cannot_be_exchanged_the_old_one_is_moved_aside() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    assert!(swap::swap(staged(&folder, "1"), &folder, unsupported).unwrap(), "there was nothing to exchange");
    assert!(!swap::swap(staged(&folder, "2"), &folder, unsupported).unwrap(), "and it says so");
    assert_eq!(tree(&folder), strings(&[("a.html", "2")]));
    assert_eq!(std::fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left beside the folder");
}

#[test]
fn another_fault_of_the_exchange_ends_the_build() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    build(&folder, &[("a.html", "1")]).unwrap();
    let busy = |_: &Path, _: &Path| Err(io::Error::other("it is busy"));
    let fault = swap::swap(staged(&folder, "2"), &folder, busy).unwrap_err();
    assert!(format!("{fault:#}").contains("it is busy"), "{fault:#}");
    assert_eq!(tree(&folder), strings(&[("a.html", "1")]));
}

#[test]
fn a_build_that_ended_between_two_steps_is_put_right_by_the_next() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    build(&folder, &[("a.html", "1")]).unwrap();
    std::fs::rename(&folder, beside(&folder, "old")).unwrap();
    let stage = staged(&folder, "2");
    std::mem::forget(stage);
    let make = |_, _| bail!("no");
    let routes = routes(&["a.html"]);
    assert!(publish(&folder, &wanted(&routes), &Ledger::default(), &make, &|| {}).is_err());
    assert_eq!(tree(&folder), strings(&[("a.html", "1")]), "the old site stands again");
    std::fs::create_dir(beside(&folder, "old")).unwrap();
    build(&folder, &[("a.html", "3")]).unwrap();
    assert_eq!(tree(&folder), strings(&[("a.html", "3")]));
    assert_eq!(std::fs::read_dir(root.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_one() {
    let root = tempfile::tempdir().unwrap();
    let (folder, link) = (root.path().join("site"), root.path().join("output"));
    std::fs::create_dir(&folder).unwrap();
    std::os::unix::fs::symlink("site", &link).unwrap();
    build(&link, &[("a.html", "1")]).unwrap();
    build(&link, &[("a.html", "2")]).unwrap();
    assert!(link.is_symlink());
    assert_eq!(tree(&folder), strings(&[("a.html", "2")]));
}

#[cfg(unix)]
#[test]
fn a_lock_whose_name_was_taken_away_holds_nobody() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    let path = beside(&folder, "lock");
    let old = lock::take(&folder).unwrap();
    std::fs::remove_file(&path).unwrap();
    let new = lock::take(&folder).unwrap();
    assert!(lock::take(&folder).is_err(), "the new one holds");
    drop((old, new));
    assert!(!path.exists());
}
