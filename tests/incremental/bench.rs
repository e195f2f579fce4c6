//! Turns a portal on the disk into two builds of it: one after the other builds, one from nothing.
//! Knows nothing of what is changed in between.

use diptych::build::{self, Built, Maker, Options};
use diptych::output::{MANIFEST, Manifest};
use diptych::record::Date;
use diptych::report::Report;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A portal with its output.
pub(crate) struct Bench {
    folder: tempfile::TempDir,
    pub(crate) options: Options,
}

impl Bench {
    /// The sound portal of the tests.
    pub(crate) fn sound() -> Bench {
        Bench::of(include_str!("../support/sound.txt"))
    }

    /// A portal in a string.
    pub(crate) fn of(text: &str) -> Bench {
        let folder = tempfile::tempdir().unwrap();
        let bench = Bench { folder, options: Options::default() };
        for part in text.split("\n-- ").map(|part| part.trim_start_matches("-- ")) {
            let (path, text) = part.split_once(" --\n").unwrap();
            bench.write(path, &format!("{}\n", text.trim_end()));
        }
        bench
    }

    /// Where a file of the portal lies.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("portal").join(name)
    }

    /// Where a file of the output lies.
    pub(crate) fn output(&self, name: &str) -> PathBuf {
        self.folder.path().join("output").join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        put(&self.path(name), text.as_bytes());
    }

    pub(crate) fn read(&self, name: &str) -> Option<String> {
        std::fs::read_to_string(self.path(name)).ok()
    }

    /// Replaces words of a file, where they stand.
    pub(crate) fn swap(&self, name: &str, old: &str, new: &str) {
        if let Some(text) = self.read(name) {
            self.write(name, &text.replacen(old, new, 1));
        }
    }

    /// Takes a file or folder away, where there is one.
    pub(crate) fn remove(&self, name: &str) {
        let path = self.path(name);
        let _ = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
    }

    /// Builds after the earlier builds.
    pub(crate) fn build(&self) -> Built {
        build::publish(&self.path(""), &self.output(""), self.options, |_| || ()).unwrap()
    }

    /// Builds both ways and says where they differ. Where nothing may be published, the output stays as it was.
    pub(crate) fn compare(&self) -> Option<String> {
        let mut expected = tree(&self.output(""));
        let built = self.build();
        let (report, files) = clean(&self.path(""), self.options);
        if built.report != report {
            return Some(format!("faults: {:?}\nclean: {report:?}", built.report));
        }
        if let Some(error) = built.not_kept {
            return Some(format!("not kept: {error:#}"));
        }
        match (built.published, files) {
            (Some(_), Some(files)) => expected = files,
            (None, None) => {}
            (published, files) => return Some(format!("{published:?}, clean: {}", files.is_some())),
        }
        let found = tree(&self.output(""));
        let differs = |name: &&String| found.get(*name) != expected.get(*name);
        found.keys().chain(expected.keys()).find(differs).map(|name| {
            let text = |tree: &BTreeMap<String, Vec<u8>>| {
                tree.get(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
            };
            format!("{name}:\n{:?}\nclean:\n{:?}", text(&found), text(&expected))
        })
    }

    /// Fails unless both builds are the same.
    pub(crate) fn agree(&self, what: &str) {
        if let Some(difference) = self.compare() {
            panic!("{what}: {difference}");
        }
    }

    /// A page as it was published.
    pub(crate) fn page(&self, name: &str) -> String {
        std::fs::read_to_string(self.output(name)).unwrap_or_default()
    }
}

pub(crate) fn put(path: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// The day of a text.
pub(crate) fn day(text: &str) -> Option<Date> {
    Some(Date::parse(text).unwrap())
}

/// A build from nothing, in memory: its faults, and its files where there are no errors.
fn clean(root: &Path, options: Options) -> (Report, Option<BTreeMap<String, Vec<u8>>>) {
    let loaded = build::load(root, options).unwrap();
    let portal = loaded.portal.filter(|_| !loaded.report.has_errors());
    let files = portal.map(|portal| {
        let search = build::search(&portal).unwrap();
        let maker = Maker::new(&portal, &search).unwrap();
        let bundle = build::bundle(&portal, &search);
        bundle.iter().map(|(route, producer)| (route.to_string(), maker.make(producer).unwrap())).collect()
    });
    (loaded.report, files)
}

/// Every file of a folder but the manifest, and what stays of the site before for a generation.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let past = Manifest::read(folder).past;
    let mut ahead = vec![folder.to_path_buf()];
    while let Some(folder_) = ahead.pop() {
        for entry in std::fs::read_dir(&folder_).into_iter().flatten().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                ahead.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            if name != MANIFEST && !past.contains(&name) {
                files.insert(name, std::fs::read(path).unwrap());
            }
        }
    }
    files
}
