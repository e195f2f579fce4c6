//! Turns runs of the real binary into exit codes, streams and folders.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::path::Path;
use std::process::{Command, Output};

/// A command with an empty environment, so that nothing of the machine's matters.
fn diptych(root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.env_clear().current_dir(root);
    command
}

fn run(root: &Path, args: &[&str]) -> Output {
    diptych(root).args(args).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn fresh() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    let made = run(root.path(), &["init", "."]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    assert!(made.stdout.is_empty(), "talk belongs on stderr");
    root
}

#[test]
fn a_new_portal_builds_without_this_repository() {
    let root = fresh();
    let built = run(root.path(), &["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    for page in
        ["index.html", "zh/index.html", "en/plans/libraries-2026-2030/parallel/index.html", "404.html"]
    {
        assert!(root.path().join("output").join(page).is_file(), "{page}");
    }
    let plan =
        std::fs::read_to_string(root.path().join("output/en/plans/libraries-2026-2030/index.html")).unwrap();
    assert!(
        plan.contains("id=\"c1-1\"") && plan.contains("id=\"m-branches\""),
        "the clause and the passage of its target"
    );
    assert!(root.path().join("output/.gitignore").is_file());
}

#[test]
fn building_twice_changes_nothing() {
    let root = fresh();
    run(root.path(), &["build"]);
    let again = run(root.path(), &["build", "--format", "json"]);
    let result: serde_json::Value = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!(result["written"], 0, "{result}");
    assert!(result["unchanged"].as_u64().unwrap() > 20, "{result}");
}

#[test]
fn a_new_plan_has_nothing_but_blanks_to_fill() {
    let root = fresh();
    assert_eq!(run(root.path(), &["new", "plan", "health-2026-2030"]).status.code(), Some(0));
    let checked = run(root.path(), &["check", "--format", "json"]);
    assert_eq!(checked.status.code(), Some(0));
    let report: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    let codes: Vec<&str> =
        report["diagnostics"].as_array().unwrap().iter().filter_map(|d| d["code"].as_str()).collect();
    assert!(codes.iter().all(|code| ["example-base-url", "empty-clause"].contains(code)), "{codes:?}");
    assert!(codes.contains(&"empty-clause"));
    let again = run(root.path(), &["new", "plan", "health-2026-2030"]);
    assert_eq!(again.status.code(), Some(2), "never over what is there");
    assert_eq!(run(root.path(), &["new", "plan", "../evil"]).status.code(), Some(2));
}

#[test]
fn faults_in_content_end_with_one_and_keep_the_old_site() {
    let root = fresh();
    run(root.path(), &["build"]);
    let plan = root.path().join("content/plans/libraries-2026-2030/plan.toml");
    let sound = std::fs::read_to_string(&plan).unwrap();
    std::fs::write(&plan, sound.replace("example-library-office", "exmaple-library-office")).unwrap();
    let built = run(root.path(), &["build"]);
    assert_eq!(built.status.code(), Some(1));
    let said = text(&built.stderr);
    assert!(said.contains("error[unknown-department]") && said.contains("plan.toml:5:"), "{said}");
    assert!(said.contains("`example-library-office`"), "the hint names the nearest id: {said}");
    assert!(!said.contains('\u{1b}'), "no colour in a pipe");
    let chinese = text(&run(root.path(), &["check", "--ui", "zh"]).stderr);
    assert!(chinese.contains("错误[unknown-department]") && chinese.contains("提示"), "{chinese}");
    assert!(root.path().join("output/index.html").is_file());
}

#[test]
fn faults_of_the_machine_end_with_two_and_a_plain_sentence() {
    let root = fresh();
    let nowhere = run(root.path(), &["build", "--output", "/proc/diptych/output"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(text(&nowhere.stderr).contains("/proc/diptych"), "{}", text(&nowhere.stderr));
    std::fs::create_dir(root.path().join("mine")).unwrap();
    std::fs::write(root.path().join("mine/thesis.txt"), "x").unwrap();
    let theirs = run(root.path(), &["build", "--output", "mine"]);
    assert_eq!(theirs.status.code(), Some(2));
    assert!(text(&theirs.stderr).contains("thesis.txt"));
    assert_eq!(std::fs::read_dir(root.path().join("mine")).unwrap().count(), 1);
    assert_eq!(run(root.path(), &["build", "--now", "tomorrow"]).status.code(), Some(2));
    assert_eq!(run(root.path(), &["no-such-command"]).status.code(), Some(2));
    let elsewhere = run(root.path(), &["check", "--root", "output"]);
    assert_eq!(elsewhere.status.code(), Some(1), "a folder without content is a fault that can be mended");
    assert!(text(&elsewhere.stderr).contains("content/portal.toml"));
}

/// A disk that takes no more: files may have four kilobytes and not a byte above.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_site_and_nothing_half_written() {
    let root = fresh();
    run(root.path(), &["build"]);
    let before = std::fs::read_to_string(root.path().join("output/zh/index.html")).unwrap();
    let portal = root.path().join("content/portal.toml");
    let changed = std::fs::read_to_string(&portal).unwrap().replace("（示例）", "（改名）");
    std::fs::write(&portal, changed).unwrap();
    let script = format!("trap '' XFSZ; ulimit -f 4; exec '{}' build", env!("CARGO_BIN_EXE_diptych"));
    let full = Command::new("bash").arg("-c").arg(script).current_dir(root.path()).output().unwrap();
    assert_eq!(full.status.code(), Some(2), "{}", text(&full.stderr));
    assert!(text(&full.stderr).contains("nothing was published"), "{}", text(&full.stderr));
    assert_eq!(std::fs::read_to_string(root.path().join("output/zh/index.html")).unwrap(), before);
    let left: Vec<String> = std::fs::read_dir(root.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with(".output"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_published_address_that_moved_leads_on_and_a_lost_one_stops_the_build() {
    let root = fresh();
    let write =
        |name: &str, text: &str| std::fs::write(root.path().join("content").join(name), text).unwrap();
    write("published.txt", "/en/plans/old-name/\n/en/plans/libraries-2026-2030/#c1-1\n");
    let lost = run(root.path(), &["build"]);
    assert_eq!(lost.status.code(), Some(1));
    assert!(text(&lost.stderr).contains("error[lost-url]"), "{}", text(&lost.stderr));
    let moved =
        "[[redirect]]\nfrom = \"/en/plans/old-name/\"\nto = \"/en/plans/libraries-2026-2030/#c1-1\"\n";
    write("redirects.toml", moved);
    let built = run(root.path(), &["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    let page = std::fs::read_to_string(root.path().join("output/en/plans/old-name/index.html")).unwrap();
    assert!(page.contains("content=\"0; url=../libraries-2026-2030/#c1-1\""), "{page}");
}

#[test]
fn a_static_file_never_takes_the_address_of_a_made_one() {
    let root = fresh();
    std::fs::create_dir_all(root.path().join("content/static/data")).unwrap();
    std::fs::write(root.path().join("content/static/data/own.json"), "{}").unwrap();
    assert_eq!(run(root.path(), &["check"]).status.code(), Some(0), "a name of its own is welcome");
    std::fs::write(root.path().join("content/static/Robots.txt"), "x").unwrap();
    let checked = run(root.path(), &["check"]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(text(&checked.stderr).contains("error[route-collision]"), "{}", text(&checked.stderr));
}

#[test]
fn a_site_stands_before_its_theme_and_the_theme_before_the_program() {
    let root = fresh();
    let write = |name: &str, text: &str| {
        let path = root.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    let about = || {
        let built = run(root.path(), &["build"]);
        assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
        std::fs::read_to_string(root.path().join("output/en/about/index.html")).unwrap()
    };
    assert!(about().contains("<h1>About this portal</h1>"), "the program's own template");
    let portal = std::fs::read_to_string(root.path().join("content/portal.toml")).unwrap();
    write("content/portal.toml", &portal.replace("theme = \"silk\"", "theme = \"mine\""));
    write("themes/mine/theme.toml", "extends = \"silk\"\n");
    write("themes/mine/messages/en.ftl", "plans = Schemes\n");
    let block = |layer: &str, name: &str| {
        format!(
            "{{% extends \"{layer}/content.html\" %}}{{% block main %}}<h1>{name}</h1>{{% endblock main %}}"
        )
    };
    write("themes/mine/templates/content.html", &block("builtin", "theme"));
    let themed = about();
    assert!(themed.contains("<h1>theme</h1>") && themed.contains(">Schemes</a>"), "{themed}");
    assert!(
        themed.contains("/assets/site."),
        "what the theme does not have comes from the one that it extends"
    );
    write("templates/content.html", &block("theme", "site"));
    assert!(about().contains("<h1>site</h1>"), "the site's own before both");
}

#[test]
fn explanations_schemas_and_completions_go_to_stdout() {
    let root = fresh();
    let explained = run(root.path(), &["check", "--explain", "missing-twin"]);
    assert!(text(&explained.stdout).starts_with("warning[missing-twin]\n"), "{}", text(&explained.stdout));
    let unknown = run(root.path(), &["check", "--explain", "mising-twin"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("missing-twin"));
    let schema: serde_json::Value = serde_json::from_slice(&run(root.path(), &["schema"]).stdout).unwrap();
    assert_eq!(schema.as_object().unwrap().len(), 11);
    let plan: serde_json::Value =
        serde_json::from_slice(&run(root.path(), &["schema", "plan.toml"]).stdout).unwrap();
    assert_eq!(plan, schema["plan.toml"]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(root.path(), &["completions", shell]);
        assert!(script.status.success() && text(&script.stdout).contains("diptych"), "{shell}");
    }
}

#[test]
fn what_files_hold_fits_their_schema() {
    let root = fresh();
    let schemas: serde_json::Value = serde_json::from_slice(&run(root.path(), &["schema"]).stdout).unwrap();
    let check = |file: &str, text: &str| {
        let value: toml::Value = toml::from_str(text).unwrap();
        let json = serde_json::to_value(value).unwrap();
        let validator = jsonschema::validator_for(&schemas[file]).unwrap();
        let faults: Vec<String> = validator.iter_errors(&json).map(|fault| fault.to_string()).collect();
        (json, faults, validator)
    };
    for file in ["units.toml", "topics.toml", "departments.toml", "glossary.toml"] {
        let text = std::fs::read_to_string(root.path().join("content").join(file)).unwrap();
        assert_eq!(check(file, &text).1, Vec::<String>::new(), "{file}");
    }
    let (_, faults, _) =
        check("units.toml", "[[unit]]\nid = \"x\"\nkind = \"cuont\"\nname = { zh = \"个\", en = \"x\" }\n");
    assert!(!faults.is_empty(), "a schema that accepts everything proves nothing");
}
