//! Turns awkward folders into listings.

use super::*;
use crate::report::Code;

fn codes(faults: &[Diagnostic]) -> Vec<Code> {
    faults.iter().map(|fault| fault.code).collect()
}

#[test]
fn a_site_in_a_string_is_a_folder() {
    let (sources, faults) = Sources::from_string("-- content/a.toml --\nx = 1\n-- content/b/c.md --\n# 中\n");
    assert!(faults.is_empty());
    let listed: Vec<&str> = sources.files().map(|(path, _)| path.as_str()).collect();
    assert_eq!(listed, ["content/a.toml", "content/b/c.md"]);
    let path = SourcePath::new("content/b/c.md").unwrap();
    assert_eq!(sources.text(&path).unwrap(), "# 中\n");
    assert_eq!(sources.below("content/b/").count(), 1);
}

#[test]
fn a_name_that_leaves_its_folder_is_a_fault_and_its_neighbour_is_not() {
    let (sources, faults) =
        Sources::from_string("-- content/static/../../x --\n1\n-- content/static/..x --\n2\n");
    assert_eq!(codes(&faults), [Code::PathLeavesFolder]);
    assert_eq!(sources.files().count(), 1);
}

#[test]
fn byte_order_mark_and_crlf_are_no_text() {
    let (sources, _) = Sources::memory([("content/a.md", b"\xef\xbb\xbfa\r\nb".to_vec())]);
    assert_eq!(sources.text(&SourcePath::new("content/a.md").unwrap()).unwrap(), "a\nb");
}

#[test]
fn what_is_not_utf8_is_a_fault_with_its_place() {
    let (sources, _) = Sources::memory([("content/a.md", b"ab\nc\xd6\xd0".to_vec())]);
    let path = SourcePath::new("content/a.md").unwrap();
    let fault = sources.text(&path).unwrap_err().diagnostic(&path);
    assert_eq!((fault.code, fault.place.unwrap().span.start), (Code::NotUtf8, 4));
    assert!(sources.quote(&path).unwrap().starts_with("ab\nc"));
}

#[test]
fn fifty_megabytes_of_text_are_refused_and_the_limit_is_not() {
    let limit = usize::try_from(MAX_TEXT).unwrap();
    let (sources, _) =
        Sources::memory([("content/big.md", vec![b'a'; 50 << 20]), ("content/full.md", vec![b'a'; limit])]);
    let big = SourcePath::new("content/big.md").unwrap();
    assert_eq!(sources.text(&big).unwrap_err().diagnostic(&big).code, Code::TooLarge);
    assert_eq!(sources.text(&SourcePath::new("content/full.md").unwrap()).unwrap().len(), limit);
}

#[test]
fn links_out_of_the_folder_are_not_followed() {
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(root.path().join("content/static")).unwrap();
    std::fs::write(root.path().join("content/static/a.txt"), "a").unwrap();
    std::fs::write(root.path().join("content/.hidden"), "x").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc", root.path().join("content/static/etc")).unwrap();
    let (sources, faults) = Sources::open(root.path()).unwrap();
    assert_eq!(sources.files().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["content/static/a.txt"]);
    #[cfg(unix)]
    assert_eq!(codes(&faults), [Code::SymlinkIgnored]);
}

/// A portal of one file, listed when the file had been left alone for long.
fn listed_late(root: &Path, text: &str) -> (Sources, SourcePath) {
    let path = SourcePath::new("content/a.md").unwrap();
    std::fs::create_dir_all(root.join("content")).unwrap();
    std::fs::write(root.join("content/a.md"), text).unwrap();
    let stamp = Stamp::of(&std::fs::metadata(root.join("content/a.md")).unwrap());
    let file = File::look(root, &path, stamp, Moment::last(), false);
    let files = Seen([(path.clone(), file)].into_iter().collect());
    (Sources { place: Store::Disk(root.to_path_buf()), files, changed: AtomicBool::new(false) }, path)
}

#[test]
fn a_file_that_was_written_since_it_was_listed_is_not_given_out() {
    let root = tempfile::tempdir().unwrap();
    let file = || std::fs::OpenOptions::new().write(true).open(root.path().join("content/a.md")).unwrap();
    let (sources, path) = listed_late(root.path(), "one");
    assert_eq!(sources.text(&path).unwrap(), "one");
    file().set_modified(std::time::UNIX_EPOCH).unwrap();
    assert_eq!(sources.text(&path).unwrap(), "one", "another time, the same words");
    assert!(!sources.have_changed());
    std::fs::write(root.path().join("content/a.md"), "two").unwrap();
    file().set_modified(std::time::UNIX_EPOCH).unwrap();
    assert!(matches!(sources.text(&path), Err(Unreadable::Io(_))), "other words of the same length");
    assert!(sources.have_changed());
}

#[test]
fn a_file_that_was_left_alone_is_not_hashed_again() {
    let root = tempfile::tempdir().unwrap();
    let (mut sources, path) = listed_late(root.path(), "one");
    sources.files.0.get_mut(&path).unwrap().key = None;
    assert_eq!(sources.text(&path).unwrap(), "one");
    std::fs::write(root.path().join("content/a.md"), "longer").unwrap();
    assert!(sources.text(&path).is_err());
}
