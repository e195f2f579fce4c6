//! Turns the editors' guide into what an editor does who follows it: its own blocks, in its order, in a new portal.
//! Knows nothing of what the guide says: a block that names a file goes into that file, a block of `sh` is run.
#![expect(clippy::unwrap_used, reason = "a step that cannot be taken fails the test")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use toml_edit::{DocumentMut, Item};

/// One step of the guide.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// A line of a block of `sh`.
    Run(String),
    /// A block whose fence names a file behind its language.
    Write { file: String, text: String },
}

fn steps(guide: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        let Some(fence) = line.strip_prefix("```") else { continue };
        let text: String =
            lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
        match fence.split_once(' ') {
            Some((_, file)) => steps.push(Step::Write { file: file.to_owned(), text }),
            None if fence == "sh" => steps.extend(text.lines().map(|line| Step::Run(line.to_owned()))),
            None => {}
        }
    }
    steps
}

fn guide(lang: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/pages/editing").join(format!("{lang}.md"));
    std::fs::read_to_string(path).unwrap()
}

fn diptych(root: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_diptych")).env_clear().current_dir(root).args(args).output().unwrap()
}

/// What an editor does with a block for a file: keys and records of TOML are put in, a clause takes the place of the one
/// with its id, any other file is that block.
fn write(path: &PathBuf, block: &str) {
    let before = std::fs::read_to_string(path).unwrap_or_default();
    let kind = path.extension().unwrap_or_default();
    let after = match kind.to_str() {
        Some("toml") => with_records(&before, block),
        Some("md") => with_clauses(&before, block),
        _ => block.to_owned(),
    };
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, after).unwrap();
}

fn with_records(before: &str, block: &str) -> String {
    let mut file: DocumentMut = before.parse().unwrap();
    let block: DocumentMut = block.parse().unwrap();
    for (key, item) in block.iter() {
        match item {
            Item::Table(table) => {
                for (name, value) in table {
                    file[key][name] = value.clone();
                }
            }
            // Records go behind those that are there.
            _ => return format!("{file}\n{block}"),
        }
    }
    file.to_string()
}

fn with_clauses(before: &str, block: &str) -> String {
    let id = |heading: &str| heading.split_once("{#").map(|(_, id)| id.to_owned());
    let cut = |text: &str| -> Vec<(Option<String>, String)> {
        let mut clauses: Vec<(Option<String>, String)> = Vec::new();
        for line in text.lines() {
            if line.starts_with('#') || clauses.is_empty() {
                clauses.push((id(line), String::new()));
            }
            clauses.last_mut().unwrap().1.push_str(&format!("{line}\n"));
        }
        clauses
    };
    let mut clauses = cut(before);
    for (id, text) in cut(block) {
        match clauses.iter_mut().find(|(known, _)| known.is_some() && *known == id) {
            Some((_, known)) => *known = text,
            None => clauses.push((id, text)),
        }
    }
    clauses.into_iter().map(|(_, text)| text).collect()
}

fn follow(lang: &str) {
    let root = tempfile::tempdir().unwrap();
    assert!(diptych(root.path(), &["init", "."]).status.success());
    let steps = steps(&guide(lang));
    assert!(steps.len() >= 10, "the guide lost its steps: {steps:?}");
    for step in &steps {
        match step {
            Step::Write { file, text } => write(&root.path().join(file), text),
            Step::Run(line) => {
                let mut words = line.split(' ');
                assert_eq!(words.next(), Some("diptych"), "{line}");
                let words: Vec<&str> = words.chain(["--ui", lang]).collect();
                let done = diptych(root.path(), &words);
                let said = String::from_utf8_lossy(&done.stderr);
                assert_eq!(done.status.code(), Some(0), "{lang}: {line}\n{said}");
            }
        }
    }
    let checked = diptych(root.path(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    let codes: Vec<&str> =
        report["diagnostics"].as_array().unwrap().iter().filter_map(|fault| fault["code"].as_str()).collect();
    assert_eq!(codes, ["example-base-url"], "who follows the guide has nothing left to do: {report:#}");
    let page = root.path().join("output").join(lang).join("targets/clinics-2031-2035/clinics/index.html");
    assert!(std::fs::read_to_string(page).unwrap().contains("20"), "the target has its page");
}

#[test]
fn the_english_guide_leads_to_a_sound_portal() {
    follow("en");
}

#[test]
fn the_chinese_guide_leads_to_a_sound_portal() {
    follow("zh");
}

#[test]
fn both_guides_take_the_same_steps() {
    assert_eq!(steps(&guide("zh")), steps(&guide("en")));
}
