//! Turns runs of `diptych import` into folders, reports and exit codes.
//! Knows nothing of how files are understood.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn run(root: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_diptych")).env_clear().current_dir(root).args(args).output().unwrap()
}

fn fresh() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    assert_eq!(run(root.path(), &["init", "."]).status.code(), Some(0));
    root
}

fn file(root: &Path, name: &str) -> String {
    std::fs::read_to_string(root.join(name)).unwrap()
}

/// All files below `content/` with what they hold.
fn content(root: &Path) -> Vec<(String, Vec<u8>)> {
    let entries =
        walkdir::WalkDir::new(root.join("content")).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().display().to_string(), std::fs::read(entry.path()).unwrap())).collect()
}

const PLAN: &str = "河川省图书馆局关于印发《河川省书房建设方案（2031—2033年）》的通知\n\n河图发〔2031〕12号\n\n各市图书馆局：\n\n\
    现将《河川省书房建设方案（2031—2033年）》印发给你们，请认真执行。\n\n河川省图书馆局\n\n2031年4月2日\n\n\
    河川省书房建设方案（2031—2033年）\n\n一、总体要求\n\n到2033年，全省建成社区书房360个。\n\n二、重点任务\n\n\
    （一）建设书房。合理布局，分批建设。\n\n（二）培训馆员。每年培训500人次。\n";

#[test]
fn a_new_plan_is_a_draft_that_builds_and_is_published_when_the_editor_says_so() {
    let root = fresh();
    std::fs::write(root.path().join("方案.txt"), PLAN).unwrap();
    let imported =
        run(root.path(), &["import", "方案.txt", "--into", "reading-rooms", "--report", "report.json"]);
    assert_eq!(imported.status.code(), Some(0), "{}", String::from_utf8_lossy(&imported.stderr));
    let toml = file(root.path(), "content/plans/reading-rooms/plan.toml");
    assert!(
        toml.contains("status = \"draft\"") && toml.contains("number = \"河图发〔2031〕12号\""),
        "{toml}"
    );
    let text = file(root.path(), "content/plans/reading-rooms/official.zh.md");
    assert!(text.contains("### 建设书房 {#c2-1}\n\n合理布局，分批建设。\n"), "{text}");
    let departments = file(root.path(), "content/departments.toml");
    assert!(
        departments.contains("河川省图书馆局"),
        "a body that no register knows gets a stub: {departments}"
    );
    let report: Value = serde_json::from_str(&file(root.path(), "report.json")).unwrap();
    assert_eq!(report["metadata"]["number"], "河图发〔2031〕12号");
    assert_eq!(report["account"]["unplaced"], 0, "{report}");
    let built = run(root.path(), &["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", String::from_utf8_lossy(&built.stderr));
    let page = "output/zh/plans/reading-rooms/index.html";
    assert!(!root.path().join(page).exists(), "a draft is not published");
    let settled = toml.replace("status = \"draft\"", "status = \"in-force\"");
    std::fs::write(root.path().join("content/plans/reading-rooms/plan.toml"), settled).unwrap();
    let built = run(root.path(), &["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", String::from_utf8_lossy(&built.stderr));
    assert!(file(root.path(), page).contains("合理布局，分批建设。"));
}

#[test]
fn the_text_of_a_plan_that_is_there_goes_to_it_and_nothing_of_the_editor_is_lost() {
    let root = fresh();
    std::fs::write(root.path().join("a.txt"), PLAN).unwrap();
    run(root.path(), &["import", "a.txt", "--into", "rooms"]);
    let folder = "content/plans/rooms";
    let digest = "## 要求 {#c1}\n\n建书房。\n\n## 任务 {#c2}\n\n### 建设 {#c2-1}\n\n建。\n\n### 培训 {#c2-3}\n\n训。\n";
    std::fs::write(root.path().join(folder).join("digest.zh.md"), digest).unwrap();
    std::fs::remove_file(root.path().join(folder).join("official.zh.md")).unwrap();
    let edited = file(root.path(), &format!("{folder}/plan.toml")).replace("[plan]", "# 编辑的注\n[plan]");
    let edited = edited.replace(
        "[edition.official-zh]\nmade = { how = \"imported\", by = \"portal\", reviewed = \"\" }\n",
        "",
    );
    std::fs::write(root.path().join(folder).join("plan.toml"), &edited).unwrap();
    let attached = run(root.path(), &["import", "a.txt", "--format", "json"]);
    assert_eq!(attached.status.code(), Some(0), "{}", String::from_utf8_lossy(&attached.stderr));
    let result: Value = serde_json::from_slice(&attached.stdout).unwrap();
    assert_eq!(
        (&result[0]["plan"], &result[0]["attached"]),
        (&"rooms".into(), &true.into()),
        "found by its number"
    );
    assert!(result[0]["only_plan"].as_array().unwrap().contains(&"c2-3".into()), "{result}");
    let toml = file(root.path(), &format!("{folder}/plan.toml"));
    assert!(toml.contains("# 编辑的注") && toml.contains("[edition.official-zh]"), "{toml}");
    assert_eq!(file(root.path(), &format!("{folder}/digest.zh.md")), digest);
    let theirs = file(root.path(), &format!("{folder}/official.zh.md")).replace("分批建设", "分期建设");
    std::fs::write(root.path().join(folder).join("official.zh.md"), &theirs).unwrap();
    let before = content(root.path());
    let refused = run(root.path(), &["import", "a.txt"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--force"));
    assert_eq!(content(root.path()), before);
    assert_eq!(run(root.path(), &["import", "a.txt", "--force"]).status.code(), Some(0));
    assert!(file(root.path(), &format!("{folder}/official.zh.md")).contains("分批建设"));
}

#[test]
fn one_file_that_cannot_be_taken_stops_all() {
    let root = fresh();
    std::fs::write(root.path().join("a.txt"), PLAN).unwrap();
    std::fs::write(root.path().join("b.pdf"), "%PDF-1.7").unwrap();
    let before = content(root.path());
    let refused = run(root.path(), &["import", "a.txt", "b.pdf"]);
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("b.pdf") && said.contains(".docx"), "{said}");
    let chinese = run(root.path(), &["import", "b.pdf", "--ui", "zh"]);
    assert!(String::from_utf8_lossy(&chinese.stderr).contains("另存为 .docx"));
    for args in [
        ["import", "a.txt", "--into", "../x"],
        ["import", "a.txt", "--into", "A B"],
        ["import", "none.txt", "--into", "x"],
    ] {
        assert_eq!(run(root.path(), &args).status.code(), Some(2), "{args:?}");
    }
    assert_eq!(content(root.path()), before);
}

#[test]
fn every_refusal_has_words_in_both_languages() {
    let keys = ["too-large", "too-long", "bomb", "too-deep", "entities", "damaged", "empty", "format"];
    for messages in
        [include_str!("../../src/report/messages/zh.ftl"), include_str!("../../src/report/messages/en.ftl")]
    {
        for key in keys {
            assert!(messages.contains(&format!("\nimport-{key} =")), "{key}");
        }
    }
}
