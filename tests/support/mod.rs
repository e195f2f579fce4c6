//! Turns a small sound portal, changed a little, into its site and its faults.
//! Knows nothing of what the changes are for.

use diptych::build::{Loaded, Options, Timings, load_sources};
use diptych::report::{Code, Diagnostic, Report, column_of};
use diptych::resolve::Site;
use diptych::source::Sources;
use std::collections::BTreeMap;

/// The portal that every test starts from: sound, without a single fault.
const SOUND: &str = include_str!("sound.txt");

/// What variants of the sound portal leave undone, because they say no more than they have to: they list what no text
/// names, or say in one language what they do not say in the other.
const UNDONE: [Code; 7] = [
    Code::BodyNotNamed,
    Code::NameWithoutTwin,
    Code::NoDeadline,
    Code::Orphan,
    Code::StructureDiffers,
    Code::TermNotRendered,
    Code::UnrecordedFigure,
];

/// A portal in memory, file by file.
pub(crate) struct Portal {
    files: BTreeMap<String, Vec<u8>>,
}

/// What a portal comes to.
pub(crate) struct Outcome(Loaded);

impl Portal {
    /// The sound portal.
    pub(crate) fn sound() -> Portal {
        Portal { files: BTreeMap::new() }.with(SOUND)
    }

    /// The portal with changes, one after the other, each opened by a line:
    /// - `-- path --` and a text: the file is that text;
    /// - `++ path ++` and a text: the file ends with that text too;
    /// - `~~ path ~~` and lines `old => new`: each `old`, which stands there once, becomes `new`, and `\n` a line end;
    /// - `!! path !!`: the file is gone.
    pub(crate) fn with(mut self, changes: &str) -> Portal {
        let mut blocks: Vec<(&str, &str, String)> = Vec::new();
        for line in changes.split_inclusive('\n') {
            match (opening(line), blocks.last_mut()) {
                (Some((sign, path)), _) => blocks.push((sign, path, String::new())),
                (None, Some((.., text))) => text.push_str(line),
                (None, None) => assert_eq!(line.trim(), "", "a change begins with its file"),
            }
        }
        for (sign, path, text) in blocks {
            match sign {
                "--" => self = self.file(path, text),
                "++" => self.files.entry(path.to_owned()).or_default().extend_from_slice(text.as_bytes()),
                "~~" => self.swap(path, &text),
                _ => assert!(self.files.remove(path).is_some(), "{path} was there"),
            }
        }
        self
    }

    /// The portal with a file that is no text.
    pub(crate) fn file(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Portal {
        self.files.insert(path.to_owned(), bytes.into());
        self
    }

    /// The files in path order.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    fn swap(&mut self, path: &str, lines: &str) {
        let bytes = self.files.remove(path).unwrap_or_default();
        let mut text = String::from_utf8_lossy(&bytes).into_owned();
        for line in lines.lines() {
            let (old, new) = line.split_once(" =>").unwrap_or_else(|| panic!("`old => new`: {line}"));
            let new = new.strip_prefix(' ').unwrap_or(new);
            let (old, new) = (old.replace("\\n", "\n"), new.replace("\\n", "\n"));
            assert_eq!(text.matches(&old).count(), 1, "{old:?} stands in {path} once");
            text = text.replace(&old, &new);
        }
        self.files.insert(path.to_owned(), text.into_bytes());
    }

    /// Everything up to the last check.
    pub(crate) fn outcome(self) -> Outcome {
        self.outcome_with(Options::default())
    }

    /// The same, looked at in another way.
    pub(crate) fn outcome_with(self, options: Options) -> Outcome {
        let files = self.files().map(|(path, bytes)| (path, bytes.to_vec()));
        let (sources, faults) = Sources::memory(files);
        outcome(sources, faults, options)
    }
}

/// What listed files come to.
pub(crate) fn outcome(sources: Sources, faults: Vec<Diagnostic>, options: Options) -> Outcome {
    let mut report = Report::default();
    report.extend(faults);
    Outcome(load_sources(sources, options, report, Timings::default()))
}

impl Outcome {
    /// All faults of all stages, sorted.
    pub(crate) fn report(&self) -> &Report {
        &self.0.report
    }

    /// The faults, a line each: code, file and line, and the first forty characters of the line that stand there. What
    /// a portal of a few lines leaves undone is put aside: see [`Outcome::faults_and`].
    pub(crate) fn faults(&self) -> Vec<String> {
        self.faults_and(&[])
    }

    /// The same, with faults of some kinds that are otherwise put aside.
    pub(crate) fn faults_and(&self, kinds: &[Code]) -> Vec<String> {
        let faults = self.report().iter();
        let told = faults.filter(|fault| !UNDONE.contains(&fault.code) || kinds.contains(&fault.code));
        told.map(|fault| self.show(fault)).collect()
    }

    /// The site of a portal that has one.
    pub(crate) fn site(&self) -> &Site {
        let portal = self.0.portal.as_ref().unwrap_or_else(|| panic!("no site: {:?}", self.faults()));
        &portal.site
    }

    fn show(&self, fault: &Diagnostic) -> String {
        let Some(place) = &fault.place else { return fault.code.name().to_owned() };
        let name = place.path.as_str().trim_start_matches("content/");
        let sources = self.0.portal.as_ref().map(|portal| &portal.sources);
        let quoted = sources.and_then(|sources| sources.quote(&place.path));
        let Some(text) = quoted.filter(|_| !place.span.is_empty()) else {
            return format!("{} {name}", fault.code.name());
        };
        let line = column_of(&text, place.span.start).line;
        let quoted: String =
            text[place.span.clone()].lines().next().unwrap_or_default().chars().take(40).collect();
        format!("{} {name}:{line} {quoted}", fault.code.name())
    }
}

fn opening(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_end();
    ["--", "++", "~~", "!!"].into_iter().find_map(|sign| {
        let path = line.strip_prefix(sign)?.strip_suffix(sign)?;
        Some((sign, path.trim()))
    })
}
