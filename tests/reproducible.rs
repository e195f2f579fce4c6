//! Turns one portal into the same bytes, wherever, whenever and however often it is built.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::process::Command;

fn shipped() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Copies a folder, creating its files in an order turned around by `turn`, so that the disk lists them otherwise.
fn copy(from: &Path, to: &Path, turn: bool) {
    let mut files: Vec<_> = walkdir::WalkDir::new(from)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    files.sort();
    if turn {
        files.reverse();
    }
    for file in files {
        let target = to.join(file.strip_prefix(from).unwrap());
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::copy(&file, &target).unwrap();
    }
}

fn build(root: &Path, environment: &[(&str, &str)]) -> BTreeMap<String, String> {
    let built = Command::new(env!("CARGO_BIN_EXE_diptych"))
        .args(["build", "--root"])
        .arg(root)
        .env_clear()
        .envs(environment.iter().copied())
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let folder = root.join("output");
    let files =
        walkdir::WalkDir::new(&folder).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file());
    let hashed = files.map(|entry| {
        let name = entry.path().strip_prefix(&folder).unwrap().display().to_string();
        (name, blake3::hash(&std::fs::read(entry.path()).unwrap()).to_hex().to_string())
    });
    hashed.collect()
}

#[test]
fn the_same_portal_gives_the_same_bytes() {
    let roots =
        [tempfile::tempdir().unwrap(), tempfile::Builder::new().prefix("另一个 folder").tempdir().unwrap()];
    for (root, turn) in roots.iter().zip([false, true]) {
        for folder in ["content", "templates", "themes"] {
            copy(&shipped().join(folder), &root.path().join(folder), turn);
        }
    }
    let one = build(roots[0].path(), &[("RAYON_NUM_THREADS", "1"), ("LANG", "C"), ("TZ", "UTC")]);
    let many = build(
        roots[1].path(),
        &[
            ("RAYON_NUM_THREADS", "7"),
            ("LANG", "zh_CN.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("TZ", "Pacific/Auckland"),
        ],
    );
    let different: Vec<&String> =
        one.iter().filter(|(name, hash)| many.get(*name) != Some(hash)).map(|(n, _)| n).collect();
    assert!(different.is_empty(), "{different:?}");
    assert_eq!(one.len(), many.len());
    assert!(one.len() > 1000, "the shipped portal is there: {} files", one.len());
}

#[test]
fn the_day_comes_from_the_content_unless_asked() {
    let root = tempfile::tempdir().unwrap();
    let init = Command::new(env!("CARGO_BIN_EXE_diptych"))
        .arg("init")
        .arg(root.path())
        .env_clear()
        .output()
        .unwrap();
    assert!(init.status.success());
    let own = build(root.path(), &[]);
    let same_year = build(root.path(), &[("SOURCE_DATE_EPOCH", "1767225600")]);
    assert_eq!(own, same_year, "1 January 2026 is the portal's own day");
    let later = build(root.path(), &[("SOURCE_DATE_EPOCH", "2000000000")]);
    assert_ne!(own, later, "in 2033 the plan has ended");
}

/// Stands in every name that the test gives to people, folders and machines.
const TELLING: &str = "telltale";

/// The files below a folder that hold one of some names, in their bytes or packed in them.
fn telling(folder: &Path, names: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut look = |name: String, bytes: &[u8]| {
        let text = format!("{name}\n{}", String::from_utf8_lossy(bytes)).to_lowercase();
        found.extend(
            names.iter().filter(|one| text.contains(&one.to_lowercase())).map(|one| format!("{name}: {one}")),
        );
    };
    for entry in
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file())
    {
        let name = entry.path().strip_prefix(folder).unwrap().display().to_string();
        let bytes = std::fs::read(entry.path()).unwrap();
        look(name.clone(), &bytes);
        if name.ends_with(".gz") {
            let mut unpacked = Vec::new();
            flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut unpacked).unwrap();
            // The head of the format has a place for the name and the time of the file.
            assert_eq!(&bytes[3..8], [0; 5], "{name}");
            look(name, &unpacked);
        } else if name.ends_with(".zip") {
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
            for index in 0..archive.len() {
                let mut file = archive.by_index(index).unwrap();
                let inner = format!("{name}/{}", file.name().unwrap());
                let mut unpacked = Vec::new();
                file.read_to_end(&mut unpacked).unwrap();
                look(inner, &unpacked);
            }
        }
    }
    found
}

/// Runs git in a folder with nothing of this machine's.
fn git(root: &Path, home: &Path, args: &[&str]) {
    let ended = Command::new("git").args(args).current_dir(root).env("HOME", home).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

/// The shipped portal in a repository of somebody, in a folder with a telling name; and that person's home.
fn telltale() -> (tempfile::TempDir, tempfile::TempDir) {
    let home = tempfile::Builder::new().prefix("telltale-home").tempdir().unwrap();
    let root = tempfile::Builder::new().prefix("telltale-portal").tempdir().unwrap();
    for folder in ["content", "templates", "themes"] {
        copy(&shipped().join(folder), &root.path().join(folder), false);
    }
    let person = "[user]\nname = Telltale Author\nemail = author@telltale.test\n";
    std::fs::write(home.path().join(".gitconfig"), person).unwrap();
    git(root.path(), home.path(), &["init", "--quiet"]);
    git(root.path(), home.path(), &["add", "content"]);
    git(root.path(), home.path(), &["commit", "--quiet", "--message", "Telltale message"]);
    (root, home)
}

/// Builds where every variable that knows somebody tells of it.
fn build_told(root: &Path, home: &Path, output: &Path) {
    let variables = "USER LOGNAME USERNAME NAME EMAIL HOST HOSTNAME COMPUTERNAME MAIL SUDO_USER SSH_CONNECTION \
                     GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL";
    let built = Command::new(env!("CARGO_BIN_EXE_diptych"))
        .args(["build", "--root"])
        .arg(root)
        .arg("--output")
        .arg(output)
        .current_dir(home)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", home)
        .env("PWD", home)
        .envs(variables.split_whitespace().map(|name| (name, format!("{TELLING}-{name}"))))
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
}

#[test]
fn nobody_and_no_machine_is_named_in_what_is_published() {
    let (root, home) = telltale();
    let output = root.path().join("telltale-output");
    build_told(root.path(), home.path(), &output);
    // Where the program was made is nobody's business either.
    let made = [env!("CARGO_MANIFEST_DIR"), env!("CARGO_BIN_EXE_diptych")];
    let temporary = root.path().parent().unwrap().join(".").display().to_string();
    let names = [TELLING, made[0], made[1], temporary.trim_end_matches('.')];
    assert_eq!(telling(&output, &names), [""; 0]);
    assert!(
        output.join("data/all.zip").is_file() && output.join("en/index.html.gz").is_file(),
        "all was looked at"
    );
    // What is there would be found: as it is, in an archive, in a copy.
    let content = root.path().join("content/pages/about/en.md");
    let text = std::fs::read_to_string(&content).unwrap();
    std::fs::write(&content, format!("{text}\nBy Telltale.\n")).unwrap();
    let register = root.path().join("content/topics.toml");
    let topics = std::fs::read_to_string(&register).unwrap();
    std::fs::write(&register, topics.replacen("en = \"", "en = \"Telltale ", 1)).unwrap();
    build(root.path(), &[]);
    let found = telling(&root.path().join("output"), &names);
    for file in [
        "en/about/index.html",
        "en/about/index.html.gz",
        "data/all.zip/data/topics.json",
        "data/topics.en.csv",
    ] {
        assert!(found.iter().any(|one| one.starts_with(&format!("{file}: "))), "{file}: {found:?}");
    }
}
