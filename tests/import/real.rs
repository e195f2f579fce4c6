//! Turns the official files that an editor holds, where they lie beside this repository, into plans of this portal.
//! Knows nothing of their words: what they say stays outside the repository.

use diptych::import::account::Class;
use diptych::import::read::Limits;
use diptych::import::{Import, import};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The files, if they are there.
#[expect(clippy::print_stderr, reason = "a test that compares nothing says so")]
fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/plans");
    let entries = std::fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    files.sort();
    if files.is_empty() {
        eprintln!("no official files in {}: nothing to compare", folder.display());
    }
    files
}

fn imported(path: &Path) -> Import {
    let name = path.file_name().unwrap().to_string_lossy();
    import(&name, &std::fs::read(path).unwrap(), Limits::default()).unwrap()
}

#[test]
fn every_character_of_the_official_files_is_placed_or_explained() {
    for path in files() {
        let found = imported(&path);
        let count = found.manuscript.text.chars().count();
        let sums = Class::ALL.map(|class| found.account.sum(class));
        assert_eq!(sums.iter().sum::<usize>(), count, "{}", path.display());
        assert_eq!(found.account.sum(Class::Unplaced), 0, "{}", path.display());
    }
}

#[test]
fn the_official_files_go_to_their_plans_and_the_portal_builds() {
    let files = files();
    if files.is_empty() {
        return;
    }
    let root = tempfile::tempdir().unwrap();
    for folder in ["content", "templates", "themes"] {
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &root.path().join(folder));
    }
    let run = |args: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_diptych"))
            .env_clear()
            .current_dir(root.path())
            .args(args)
            .output()
            .unwrap()
    };
    let args: Vec<&str> = files.iter().map(|path| path.to_str().unwrap()).collect();
    let done = run(&[&["import", "--format", "json"], args.as_slice()].concat());
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    let result: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    let plans = result.as_array().unwrap();
    assert!(plans.iter().all(|plan| plan["attached"] == true), "{result:#}");
    assert_eq!(plans.len(), files.len());
    let built = run(&["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", String::from_utf8_lossy(&built.stderr));
    // A digest stands beside its official text from now on: a figure that is not there is told.
    let digest = root.path().join("content/plans/tcm-bri-2021-2025/digest.zh.md");
    let text = std::fs::read_to_string(&digest).unwrap();
    assert!(text.contains("30 个"), "{text}");
    std::fs::write(&digest, text.replacen("30 个", "31 个", 1)).unwrap();
    let told = run(&["--format", "json", "check"]).stdout;
    let told: serde_json::Value = serde_json::from_slice(&told).unwrap();
    let is_told = |fault: &&serde_json::Value| {
        fault["code"] == "digest-adds" && fault["args"]["clause"] == "c1" && fault["args"]["words"] == "31 个"
    };
    assert_eq!(told["diagnostics"].as_array().unwrap().iter().filter(is_told).count(), 1, "{told:#}");
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
        let place = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(place).unwrap();
        } else {
            std::fs::copy(entry.path(), place).unwrap();
        }
    }
}
