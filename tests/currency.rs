//! Turns edits of a source into what `accept`, `status`, `check` and the page say of its translation, by the real binary.
//! Knows nothing of how texts are compared.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::path::PathBuf;
use std::process::{Command, Output};

const PLAN: &str = "libraries-2026-2030";

/// A fresh portal whose plan has two more clauses, the last one only in Chinese.
struct Portal(tempfile::TempDir);

impl Portal {
    fn fresh() -> Portal {
        let portal = Portal(tempfile::tempdir().unwrap());
        assert!(portal.run(&["init", "."]).status.success());
        portal.add(
            "digest.zh.md",
            "\n### 阅读推广 {#c1-2}\n\n每年举办 30 场读书会。\n\n### 数字资源 {#c1-3}\n\n共享数字资源。\n",
        );
        portal
            .add("digest.en.md", "\n### Reading {#c1-2}\n\nThere are to be 30 reading circles every year.\n");
        portal
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(format!("content/plans/{PLAN}/{name}"))
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    fn add(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), self.read(name) + text).unwrap();
    }

    fn swap(&self, name: &str, old: &str, new: &str) {
        let text = self.read(name);
        assert!(text.contains(old), "{old}");
        std::fs::write(self.path(name), text.replace(old, new)).unwrap();
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
        command.env_clear().current_dir(self.0.path()).args(args).output().unwrap()
    }

    /// What a command that ends well prints.
    fn said(&self, args: &[&str]) -> String {
        let done = self.run(args);
        assert_eq!(done.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    }

    /// Why a command ends badly.
    fn refused(&self, args: &[&str]) -> String {
        let done = self.run(args);
        assert_eq!(done.status.code(), Some(2), "{args:?}");
        String::from_utf8(done.stderr).unwrap()
    }

    /// Current, stale, never accepted, missing.
    fn counts(&self) -> [u64; 4] {
        let status: serde_json::Value =
            serde_json::from_str(&self.said(&["status", "--format", "json"])).unwrap();
        let row = &status["plans"][0];
        assert_eq!(status["plans"].as_array().unwrap().len(), 1);
        assert_eq!((row["plan"].as_str(), row["lang"].as_str()), (Some(PLAN), Some("en")));
        assert_eq!(row["clauses"], 3, "a heading without words has nothing to follow");
        ["current", "stale", "unaccepted", "missing"].map(|word| row[word].as_u64().unwrap())
    }

    /// The clauses of which `check` says that they are stale.
    fn stale(&self) -> Vec<String> {
        let report: serde_json::Value =
            serde_json::from_str(&self.said(&["check", "--format", "json"])).unwrap();
        let faults = report["diagnostics"].as_array().unwrap();
        let stale = faults.iter().filter(|fault| fault["code"] == "stale-twin");
        stale.map(|fault| fault["args"]["clause"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn a_translation_goes_stale_with_its_source_and_is_settled_by_accepting_it() {
    let portal = Portal::fresh();
    assert_eq!(portal.counts(), [0, 0, 2, 1]);
    portal.said(&["accept", PLAN, "--all", "--now", "2026-03-04", "--by", "editor"]);
    assert_eq!(portal.counts(), [2, 0, 0, 1]);
    assert!(portal.stale().is_empty());

    portal.swap("digest.zh.md", "读书会。", "读书会和讲座。");
    assert_eq!(portal.counts(), [1, 1, 0, 1]);
    assert_eq!(portal.stale(), ["c1-2"]);
    portal.said(&["build"]);
    let page = |lang: &str| {
        std::fs::read_to_string(portal.0.path().join(format!("output/{lang}/plans/{PLAN}/index.html")))
            .unwrap()
    };
    let marks = |lang: &str, words: &str| page(lang).matches(words).count();
    assert!(marks("en", "to be updated") > 0, "the page says so");
    let said = portal.said(&["status", "--stale"]);
    assert!(said.contains("accepted on 2026-03-04 by editor"), "{said}");
    assert!(said.contains("30 场读书会{+和讲座+}。"), "{said}");
    assert!(said.contains("c1-2 Reading") && said.contains("digest.en.md:7"), "{said}");
    let chinese = portal.said(&["--ui", "zh", "status", "--stale"]);
    assert!(chinese.contains("待更新 1") && chinese.contains("editor 于 2026-03-04 确认"), "{chinese}");

    portal.swap("digest.en.md", "reading circles", "reading circles and talks");
    assert_eq!(portal.stale(), ["c1-2"], "an edit alone settles nothing: nobody has said that it agrees");
    portal.said(&["accept", PLAN, "c1-2"]);
    assert_eq!(portal.counts(), [2, 0, 0, 1]);
    assert!(portal.stale().is_empty());
    portal.said(&["build"]);
    assert_eq!(marks("en", "to be updated"), 0, "and its mark goes");
    let file = portal.read("twins.toml");
    assert!(file.contains("2026-03-04"), "the other clause is as it was accepted: {file}");
    assert!(file.find("c1-1") < file.find("c1-2"), "in reading order");
}

#[test]
fn the_difference_is_data_too() {
    let portal = Portal::fresh();
    portal.said(&["accept", PLAN, "c1-2"]);
    portal.swap("digest.zh.md", "每年举办 30 场读书会。", "每年举办 30 场读书会和讲座。");
    let status: serde_json::Value =
        serde_json::from_str(&portal.said(&["status", "--stale", "--format", "json", PLAN])).unwrap();
    let clauses = status["plans"][0]["stale_clauses"].as_array().unwrap();
    assert_eq!(clauses.len(), 1);
    assert_eq!((&clauses[0]["clause"], &clauses[0]["line"]), (&"c1-2".into(), &7.into()));
    assert_eq!(clauses[0]["accepted_by"], "portal");
    let pieces = clauses[0]["difference"].as_array().unwrap();
    assert!(pieces.contains(&serde_json::json!({ "added": "和讲座" })), "{pieces:?}");
}

#[test]
fn all_that_is_named_is_accepted_or_nothing() {
    let portal = Portal::fresh();
    let unknown = portal.refused(&["accept", PLAN, "c1-1", "c1-22"]);
    assert!(unknown.contains("`c1-22`") && unknown.contains("c1-2)"), "with the nearest: {unknown}");
    let missing = portal.refused(&["accept", PLAN, "c1-1", "c1-3"]);
    assert!(missing.contains("`c1-3` is not translated"), "{missing}");
    assert!(portal.refused(&["--ui", "zh", "accept", PLAN, "c1"]).contains("没有译文"));
    assert!(portal.refused(&["accept", "library-2026-2030", "--all"]).contains(PLAN));
    portal.refused(&["accept", PLAN]);
    assert_eq!(portal.read("twins.toml"), "", "nothing was written");
    portal.said(&["accept", PLAN, "c1-1"]);
    assert_eq!(portal.counts(), [1, 0, 1, 1]);
    let before = portal.read("twins.toml");
    portal.said(&["accept", PLAN, "c1-1", "--now", "2030-01-01"]);
    assert_eq!(portal.read("twins.toml"), before, "what is current was accepted when it was");
}

#[test]
fn what_is_gone_is_forgotten_when_something_is_accepted() {
    let portal = Portal::fresh();
    portal.said(&["accept", PLAN, "--all"]);
    for (name, start) in [("digest.zh.md", "\n### 阅读推广"), ("digest.en.md", "\n### Reading")] {
        let text = portal.read(name);
        std::fs::write(portal.path(name), text.split(start).next().unwrap()).unwrap();
    }
    assert_eq!(portal.run(&["check"]).status.code(), Some(1), "twins.toml speaks of a clause that is gone");
    let done = portal.run(&["accept", PLAN, "--all"]);
    assert!(String::from_utf8_lossy(&done.stderr).contains("`c1-2` is gone"));
    assert!(!portal.read("twins.toml").contains("c1-2"));
    portal.said(&["check"]);
}

#[test]
fn of_two_official_texts_neither_is_a_translation() {
    let portal = Portal::fresh();
    portal.swap("plan.toml", "source_lang = \"zh\"", "source_lang = \"both\"");
    assert_eq!(portal.said(&["status"]), "");
    assert!(portal.refused(&["accept", PLAN, "c1-1"]).contains("`c1-1` is not translated"));
    portal.swap("plan.toml", "source_lang = \"both\"", "source_lang = \"en\"");
    assert!(portal.said(&["status"]).contains("Chinese: 2 clauses"));
}
