//! Turns the list of files and the archive against the files themselves.
//! Knows nothing of what the files say.

use super::Made;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use zip::{CompressionMethod, DateTime, ZipArchive};

#[test]
fn the_list_names_every_file_with_its_true_length_and_checksum() {
    let made = Made::portal();
    let files = made.files();
    let index = made.json("data/index.json");
    let mut listed = BTreeSet::new();
    for entry in index["files"].as_array().unwrap() {
        let path = entry["path"].as_str().unwrap();
        let bytes = &files[path];
        assert_eq!(entry["length"], bytes.len(), "{path}");
        let checksum: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(entry["sha256"], checksum.as_str(), "{path}");
        assert_eq!(entry["url"], format!("https://portal.test/sub/{path}"));
        assert_eq!(entry["licence"], "https://licence.test/");
        assert_eq!(entry["schema_version"], "1.0");
        let cite = entry["cite"]["en"].as_str().unwrap();
        assert!(cite.contains("Test Portal") && cite.contains("2026-01-02") && cite.contains(path), "{cite}");
        listed.insert(path.to_owned());
    }
    let there = files.keys().filter(|path| path.starts_with("data/"));
    let there: BTreeSet<String> =
        there.filter(|path| !["data/index.json", "data/all.zip"].contains(&path.as_str())).cloned().collect();
    assert_eq!(listed, there);
    assert_eq!(index["archives"][0]["url"], "https://portal.test/sub/data/all.zip");
    let sets = index["sets"].as_array().unwrap();
    let targets = sets.iter().find(|set| set["name"] == "targets").unwrap();
    assert_eq!(targets["records"], 4);
    assert_eq!(targets["columns"][0]["zh"], "编号");
    let parts =
        index["files"].as_array().unwrap().iter().find(|file| file["path"] == "data/targets.json").unwrap();
    assert_eq!((&parts["part"], &parts["parts"], &parts["records"]), (&1.into(), &1.into(), &4.into()));
    assert!(parts["schema"].as_str().unwrap().ends_with("/data/schema/targets.json"));
}

#[test]
fn the_archive_holds_the_files_and_the_list() {
    let made = Made::portal();
    let files = made.files();
    let mut archive = ZipArchive::new(Cursor::new(files["data/all.zip"].clone())).unwrap();
    let mut names = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        assert!(bytes == files[&name], "{name}");
        assert_eq!(entry.last_modified(), Some(DateTime::default()), "{name}: 1980-01-01");
        assert_eq!(entry.compression(), CompressionMethod::Deflated, "{name}");
        names.push(name);
    }
    let expected: Vec<&String> =
        files.keys().filter(|path| path.starts_with("data/") && *path != "data/all.zip").collect();
    assert_eq!(names.iter().collect::<Vec<_>>(), expected, "all of them, sorted");
    assert!(String::from_utf8_lossy(archive.comment()).contains("Attribution"), "the terms travel along");
}
