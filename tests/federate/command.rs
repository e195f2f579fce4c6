//! Turns folders of published portals into runs of the real program: what it says, how it ends, what is on the disk.
//! Knows nothing of what is in the data.

use crate::portals::{NATIONAL, SITES};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// The three portals, of each no more than its data, and the one that will lead to them.
fn bench() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let sites = SITES.iter().flat_map(|(name, files)| {
        let data = files.iter().filter(|(path, _)| path.starts_with("data/"));
        data.map(move |(path, bytes)| (format!("{name}/{path}"), bytes.clone()))
    });
    let national = NATIONAL.iter().map(|(path, text)| (format!("national/{path}"), text.as_bytes().to_vec()));
    for (path, bytes) in sites.chain(national) {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    root
}

fn run(root: &TempDir, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.env_clear().current_dir(root.path()).args(["--root", "national"]).args(args).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Every file below a folder, but for the cache.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let files = files.map(|entry| {
        let name = entry.path().strip_prefix(folder).unwrap().display().to_string();
        (name, std::fs::read(entry.path()).unwrap())
    });
    files.filter(|(name, _)| !name.contains(".diptych")).collect()
}

#[test]
fn three_portals_become_one_that_is_searched_as_one() {
    let root = bench();
    let ended = run(&root, &["federate", "east", "north", "west"]);
    let told = text(&ended.stderr);
    assert_eq!(ended.status.code(), Some(0), "{told}");
    assert!(
        told.contains("portals put together: 3; plans: 3; files of content/ written: 17, removed: 0"),
        "{told}"
    );
    for (query, lang) in [("中心", "zh"), ("centres", "en")] {
        let found = run(&root, &["search", query, "--lang", lang, "--limit", "50", "--format", "json"]);
        let found: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
        let urls: Vec<&str> =
            found["results"].as_array().unwrap().iter().filter_map(|result| result["url"].as_str()).collect();
        for name in ["east", "north", "west"] {
            let clause = format!("https://{name}.test/plans/{lang}/plans/{name}-plan/#c1-1");
            assert!(urls.contains(&clause.as_str()), "{clause}: {urls:?}");
        }
    }
    let first = tree(&root.path().join("national"));
    assert!(first.keys().any(|path| path.starts_with("output/search/")));
    let again = run(&root, &["federate", "west", "east", "north"]);
    assert!(text(&again.stderr).contains("written: 0, removed: 0"), "{}", text(&again.stderr));
    assert_eq!(tree(&root.path().join("national")), first);
    let fewer = run(&root, &["--ui", "zh", "federate", "west", "east"]);
    assert!(text(&fewer.stderr).contains("移除 3 个"), "{}", text(&fewer.stderr));
    let less = tree(&root.path().join("national"));
    assert!(!less.keys().any(|path| path.contains("north-plan")), "{:?}", less.keys());
    assert!(!root.path().join("national/content/plans/north-plan").exists());
}

#[test]
fn clashes_end_with_one_a_line_each_and_nothing_is_written() {
    let root = bench();
    let before = tree(root.path());
    let ended = run(&root, &["federate", "east", "west", "east"]);
    assert_eq!(ended.status.code(), Some(1));
    assert_eq!(text(&ended.stdout), "plans: the id `east-plan` is used by east and east\n");
    assert!(text(&ended.stderr).contains("nothing was written"), "{}", text(&ended.stderr));
    let ended = run(&root, &["--ui", "zh", "federate", "east", "east"]);
    assert_eq!(text(&ended.stdout), "plans：east 和 east 都使用规划编号 `east-plan`\n");
    let ended = run(&root, &["--format", "json", "federate", "east", "east"]);
    let clashes: serde_json::Value = serde_json::from_slice(&ended.stdout).unwrap();
    let plan = serde_json::json!([{ "kind": "plan", "id": "east-plan", "portals": ["east", "east"] }]);
    assert_eq!((ended.status.code(), clashes), (Some(1), plan));
    assert_eq!(tree(root.path()), before);
}

#[test]
fn what_cannot_be_read_ends_with_two_and_is_named() {
    let root = bench();
    let file = root.path().join("west/data/plans/west-plan.json");
    let whole = std::fs::read(&file).unwrap();
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let before = tree(root.path());
    let cases = [
        ("en", "west", "west: data/plans/west-plan.json is not the file that data/index.json lists"),
        ("zh", "west", "west：data/plans/west-plan.json 与 data/index.json 所列不符"),
        ("en", "national", "national: data/index.json cannot be read"),
        ("zh", "nowhere", "nowhere：无法读取 data/index.json"),
    ];
    for (ui, folder, why) in cases {
        let ended = run(&root, &["--ui", ui, "federate", "east", folder]);
        assert_eq!(ended.status.code(), Some(2), "{folder}");
        assert!(ended.stdout.is_empty() && text(&ended.stderr).contains(why), "{}", text(&ended.stderr));
    }
    std::fs::rename(root.path().join("national"), root.path().join("moved")).unwrap();
    let ended = run(&root, &["--ui", "en", "federate", "north"]);
    std::fs::rename(root.path().join("moved"), root.path().join("national")).unwrap();
    assert_eq!(ended.status.code(), Some(2), "a folder without a portal");
    assert!(text(&ended.stderr).contains("no portal in national"), "{}", text(&ended.stderr));
    assert_eq!(run(&root, &["federate"]).status.code(), Some(2), "nothing to put together");
    assert_eq!(tree(root.path()), before);
}
