//! Turns a small portal into builds of it by the real program, in processes that may be ended.
//! Knows nothing of what goes wrong with them.

use diptych::output::{MANIFEST, verify};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Which of two sites is to be built.
#[derive(Clone, Copy)]
pub(crate) enum Side {
    Old,
    New,
}

/// A portal with its output beside it.
pub(crate) struct Bench(tempfile::TempDir);

impl Bench {
    /// The sound portal of the tests without most of its pages, not built yet.
    pub(crate) fn new() -> Bench {
        let bench = Bench(tempfile::tempdir().unwrap());
        for part in include_str!("../support/sound.txt").split("\n-- ") {
            let (path, text) = part.trim_start_matches("-- ").split_once(" --\n").unwrap();
            bench.put(path, &format!("{}\n", text.trim_end()));
        }
        let config = std::fs::read_to_string(bench.folder("portal/content/portal.toml")).unwrap();
        bench
            .put("content/portal.toml", &format!("{config}[output]\nsingle_records = false\ndata = false\n"));
        bench
    }

    /// The same with its old site published, and the new one written.
    pub(crate) fn published() -> Bench {
        let bench = Bench::new();
        bench.write(Side::Old);
        assert!(bench.build().output().unwrap().status.success());
        bench.write(Side::New);
        bench
    }

    /// A place beside the portal.
    pub(crate) fn folder(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn output(&self) -> PathBuf {
        self.folder("output")
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        let path = self.folder("portal").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// Writes what tells the two sites apart: a name that stands on every page, and files that only one of them has.
    pub(crate) fn write(&self, side: Side) {
        let config = self.folder("portal/content/portal.toml");
        let text = std::fs::read_to_string(&config).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with("short ="));
        let rest: Vec<&str> = lines.collect();
        let (name, own, others) = match side {
            Side::Old => ("Old", "old", "new"),
            Side::New => ("New", "new", "old"),
        };
        let short = format!("short = {{ zh = \"{name}\", en = \"{name}\" }}\n");
        self.put("content/portal.toml", &format!("{short}{}\n", rest.join("\n")));
        for number in 0..8 {
            self.put(&format!("content/static/{own}/{number}.txt"), &format!("{own} {number}\n").repeat(400));
        }
        let _ = std::fs::remove_dir_all(self.folder("portal/content/static").join(others));
    }

    /// The program that builds the portal.
    pub(crate) fn build(&self) -> Command {
        self.build_in(&[])
    }

    /// The same, started by another program.
    pub(crate) fn build_in(&self, starter: &[&str]) -> Command {
        let program = env!("CARGO_BIN_EXE_diptych");
        let (first, rest) = starter.split_first().map_or((program, starter), |(first, rest)| (*first, rest));
        let mut command = Command::new(first);
        if !starter.is_empty() {
            command.args(rest).arg(program);
        }
        command.args(["--ui", "en", "build", "--root"]).arg(self.folder("portal"));
        command.arg("--output").arg(self.output()).env_remove("SOURCE_DATE_EPOCH");
        command
    }

    /// Runs a script that may mount, with nobody else seeing it: `$0` is a folder, `$1` the published site, and the rest
    /// the program that builds into `$0/output`. None where this machine allows no such thing.
    pub(crate) fn alone(&self, script: &str, disk: &Path) -> Option<Output> {
        std::fs::create_dir(disk).unwrap();
        let unshare = ["unshare", "--mount", "--map-root-user"];
        let can = Command::new(unshare[0])
            .args(&unshare[1..])
            .args(["sh", "-c", "mount -t tmpfs none \"$0\""])
            .arg(disk)
            .output();
        if !can.is_ok_and(|can| can.status.success()) {
            return None;
        }
        let mut command = Command::new(unshare[0]);
        command.args(&unshare[1..]).args(["sh", "-c", script]).arg(disk).arg(self.output());
        command.arg(env!("CARGO_BIN_EXE_diptych")).args(["--ui", "en", "build", "--root"]);
        command.arg(self.folder("portal")).arg("--output").arg(disk.join("output"));
        Some(command.env("AFTER", self.folder("after")).output().unwrap())
    }

    /// The manifest of what is published.
    pub(crate) fn manifest(&self) -> Vec<u8> {
        std::fs::read(self.output().join(MANIFEST)).unwrap_or_default()
    }

    /// Fails unless the site is the one with this manifest, whole, with nothing beside it.
    pub(crate) fn is_as_it_was(&self, before: &[u8]) {
        assert_eq!(self.manifest(), before);
        assert!(verify(&self.output()).unwrap().is_whole());
        assert_eq!(self.beside(), ["output", "portal"], "nothing is left beside the site");
    }

    /// What lies beside the site.
    pub(crate) fn beside(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// Numbers that look random, the same in every run (SplitMix64).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// A part of one.
    pub(crate) fn part(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as f64 / u64::MAX as f64
    }
}
