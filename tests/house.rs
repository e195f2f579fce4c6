//! Turns the rules of the house into tests: floors, doors, heads and sizes, over every file of the repository.
//! Knows nothing of what the modules do; each rule is a function of a path and a text, and proves that it bites.

#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

#[path = "house/code.rs"]
mod code;
#[path = "house/doors.rs"]
mod doors;
#[path = "house/floors.rs"]
mod floors;
#[path = "house/machine.rs"]
mod machine;
#[path = "house/shape.rs"]
mod shape;

use std::path::Path;

/// Takes a path from the repository's root and a text, gives what breaks the rule there.
type Rule = fn(&str, &str) -> Vec<String>;

/// Folders that hold nothing of ours, wherever they lie.
const NOT_OURS: [&str; 6] = [".diptych", ".git", ".venv", "node_modules", "output", "target"];

/// Every text file of the repository, in path order.
fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut files);
    files.sort();
    assert!(files.iter().any(|(path, _)| path == "src/lib.rs"), "the walk lost its way");
    files
}

fn collect(folder: &Path, name: &str, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let file_name = entry.file_name().into_string().unwrap();
        let kind = entry.file_type().unwrap();
        if NOT_OURS.contains(&file_name.as_str()) || kind.is_symlink() {
            continue;
        }
        let path = format!("{name}{file_name}");
        if kind.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else if let Ok(text) = String::from_utf8(std::fs::read(entry.path()).unwrap()) {
            files.push((path, text));
        }
    }
}

/// True for what is written in Rust and kept by hand.
fn is_code(path: &str) -> bool {
    let folders = ["src/", "tests/", "examples/", "benches/"];
    path.ends_with(".rs") && folders.iter().any(|folder| path.starts_with(folder))
}

/// Fails with everything that breaks a rule, a line each.
fn keep(rule: Rule, concerns: fn(&str) -> bool) {
    let files = files();
    let concerned = files.iter().filter(|(path, _)| concerns(path));
    let broken: Vec<String> = concerned.flat_map(|(path, text)| rule(path, text)).collect();
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn a_use_goes_strictly_down() {
    keep(floors::downward, is_code);
}

#[test]
fn only_source_reads_and_only_output_writes() {
    keep(doors::disk, is_code);
}

#[test]
fn only_serve_and_the_external_link_check_open_sockets() {
    keep(doors::socket, is_code);
}

#[test]
fn only_command_prints() {
    keep(doors::printing, is_code);
}

#[test]
fn every_file_says_what_it_turns_into_what() {
    keep(shape::head, is_code);
}

#[test]
fn files_and_functions_are_short() {
    keep(shape::file_length, is_code);
    keep(shape::function_length, is_code);
}

#[test]
fn long_files_that_were_reviewed_are_still_long() {
    let files = files();
    for (path, reason) in shape::REVIEWED {
        let found = files.iter().find(|(known, _)| known == path);
        let lines = found.map_or(0, |(_, text)| text.lines().count());
        assert!(lines > shape::MOST_LINES, "{path} has {lines} lines; its exception ({reason}) may go");
    }
}

#[test]
fn no_test_is_ignored() {
    keep(shape::ignored, is_code);
}

#[test]
fn no_file_names_a_place_on_one_machine() {
    keep(machine::paths, |_| true);
}
