//! Turns the editors' guide into commands, and a word processor's file into a published page by them alone.
//! Knows nothing of how a file is imported; the word processor is LibreOffice, the guide the one that the portal shows.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use diptych::lang::Lang;
use std::path::Path;
use std::process::{Command, Output};

/// The section of the guide on import.
fn guide(lang: Lang) -> &'static str {
    let (page, title) = match lang {
        Lang::Zh => (include_str!("../content/pages/editing/zh.md"), "{#import}"),
        Lang::En => (include_str!("../content/pages/editing/en.md"), "{#import}"),
    };
    let from = page.find(title).unwrap();
    let to = page[from..].find("\n## ").unwrap();
    &page[from..from + to]
}

/// The commands of a guide, in order: the lines of its code blocks.
fn commands(guide: &str) -> Vec<Vec<&str>> {
    let lines = guide.lines().filter_map(|line| line.trim().strip_prefix("diptych "));
    lines.map(|line| line.split_whitespace().collect()).collect()
}

/// What the guide says to change in `plan.toml`, and into what.
fn change(guide: &str) -> (&str, &str) {
    let mut code = guide.split('`').skip(1).step_by(2).filter(|code| code.starts_with("status = "));
    (code.next().unwrap(), code.next().unwrap())
}

/// The file that LibreOffice makes of our document.
fn write_with_libreoffice(root: &Path) {
    let profile = tempfile::tempdir().unwrap();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/scheme.fodt");
    let made = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.path().display()))
        .args(["--headless", "--convert-to", "docx", "--outdir"])
        .arg(root)
        .arg(&source)
        .output();
    let made = made.unwrap_or_else(|error| panic!("tests/run installs libreoffice-writer: {error}"));
    assert!(root.join("scheme.docx").is_file(), "{}", String::from_utf8_lossy(&made.stderr));
}

fn run(root: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_diptych")).env_clear().current_dir(root).args(args).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn published(lang: Lang) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    assert_eq!(run(root.path(), &["init", "."]).status.code(), Some(0));
    write_with_libreoffice(root.path());
    let (guide, plan) = (guide(lang), root.path().join("content/plans/health-2026-2030/plan.toml"));
    let commands = commands(guide);
    assert_eq!(
        commands.iter().map(|words| words[0]).collect::<Vec<_>>(),
        ["import", "review", "review", "review", "check", "build"]
    );
    for command in commands {
        if command[0] == "build" {
            let (from, to) = change(guide);
            let toml = std::fs::read_to_string(&plan).unwrap();
            assert_eq!(toml.matches(from).count(), 1, "{from}: {toml}");
            std::fs::write(&plan, toml.replace(from, to)).unwrap();
        }
        let done = run(root.path(), &command);
        assert_eq!(done.status.code(), Some(0), "{command:?}: {}", text(&done.stderr));
        if command == ["review", "health-2026-2030"] {
            let listed = text(&done.stdout);
            assert!(listed.contains("360") && listed.contains("plan.toml:"), "{listed}");
        }
    }
    root
}

#[test]
fn a_word_processors_file_becomes_a_published_page_by_the_guide_alone() {
    for lang in Lang::ALL {
        let root = published(lang);
        let file = |name: &str| std::fs::read_to_string(root.path().join(name)).unwrap();
        let page = file("output/zh/plans/health-2026-2030/index.html");
        let seen = [
            "总体目标",
            "合理布局",
            "丰富馆藏",
            "更新图书",
            "建成社区书房",
            "面积不小于八十平方米",
            "阅览座席",
            "id=\"c2-2-1\"",
        ];
        for words in seen {
            assert!(page.contains(words), "{words} is on the page: {page}");
        }
        for words in ["二百四十", "请再核对", "内部口径"] {
            assert!(!page.contains(words), "{words} is not for readers");
        }
        assert!(root.path().join("output/en/plans/health-2026-2030/index.html").is_file());
        let targets = file("output/data/targets.json");
        assert!(targets.contains("\"360\"") && targets.contains("\"9000\""), "{targets}");
        assert!(file("output/data/duties.json").contains("\"lead\""));
        let report: serde_json::Value = serde_json::from_str(&file("report.json")).unwrap();
        let unplaced: Vec<&str> =
            report["unplaced"].as_array().unwrap().iter().filter_map(|left| left["text"].as_str()).collect();
        assert!(unplaced.iter().any(|left| left.contains("二百四十")), "a deletion is counted: {unplaced:?}");
        assert!(!file("content/plans/health-2026-2030/plan.toml").contains("pending"));
    }
}
