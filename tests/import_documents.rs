//! Turns official documents of many kinds, all of our own words, into drafts and records, and counts them against what
//! a reader said of each before it was read by the program: `documents/*.txt`, the expectation above the line `----`.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use diptych::content::{Catalog, load};
use diptych::import::propose::{Aim, Proposals, propose};
use diptych::import::read::Limits;
use diptych::import::{Import, import};
use diptych::source::Sources;
use std::collections::BTreeMap;
use std::path::Path;

/// A document with what a reader says of it.
struct Document {
    /// The name under which it is imported.
    file: String,
    bytes: Vec<u8>,
    /// `key: value` lines.
    facts: BTreeMap<String, String>,
    /// Lists below `key:` lines.
    lists: BTreeMap<String, Vec<String>>,
}

impl Document {
    fn read(path: &Path) -> Document {
        let text = std::fs::read_to_string(path).unwrap();
        let (head, body) = text.split_once("\n----\n").unwrap();
        let mut facts = BTreeMap::new();
        let mut lists: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut list = String::new();
        for line in head.lines() {
            let key =
                line.split_once(':').filter(|(key, _)| key.bytes().all(|byte| byte.is_ascii_lowercase()));
            match key {
                Some((key, "")) => {
                    list = key.to_owned();
                    lists.entry(list.clone()).or_default();
                }
                Some((key, value)) => drop(facts.insert(key.to_owned(), value.trim().to_owned())),
                None => lists.get_mut(&list).unwrap().push(line.to_owned()),
            }
        }
        let file = facts.remove("file").unwrap();
        let (file, encoding) = file.split_once(' ').unwrap_or((&file, "utf-8"));
        let bytes = match encoding {
            "gb18030" => encoding_rs::GB18030.encode(body).0.into_owned(),
            "utf-16" => [0xfffe_u16]
                .into_iter()
                .flat_map(u16::to_be_bytes)
                .chain(body.encode_utf16().flat_map(u16::to_le_bytes))
                .collect(),
            _ => body.as_bytes().to_vec(),
        };
        Document { file: file.to_owned(), bytes, facts, lists }
    }
}

/// Things of one kind that were found, that were missed, and that are not there.
#[derive(Default)]
struct Score {
    found: usize,
    missed: Vec<String>,
    invented: Vec<String>,
}

impl Score {
    fn of(expected: &[String], got: Vec<String>) -> Score {
        let mut invented = got;
        let mut score = Score::default();
        for item in expected {
            match invented.iter().position(|other| bare(other) == bare(item)) {
                Some(at) => {
                    invented.remove(at);
                    score.found += 1;
                }
                None => score.missed.push(item.clone()),
            }
        }
        Score { invented, ..score }
    }

    fn add(&mut self, other: Score) {
        self.found += other.found;
        self.missed.extend(other.missed);
        self.invented.extend(other.invented);
    }

    fn precision(&self) -> f64 {
        share(self.found, self.invented.len())
    }

    fn recall(&self) -> f64 {
        share(self.found, self.missed.len())
    }
}

fn share(found: usize, other: usize) -> f64 {
    if found + other == 0 { 1.0 } else { found as f64 / (found + other) as f64 }
}

fn bare(words: &str) -> String {
    words.chars().filter(|char| !char.is_whitespace()).collect()
}

/// Everything that is compared, by its kind.
fn said(found: &Import, records: &Proposals) -> BTreeMap<&'static str, Vec<String>> {
    let outline = found.draft.clauses.iter();
    let outline =
        outline.map(|clause| format!("{} {}{}", clause.id, clause.number.text(), clause.heading.text()));
    let duties = records.duties.iter();
    let duties =
        duties.map(|duty| format!("{} {} {}", duty.origin.clause, duty.role.word(), duty.department.text));
    let projects = records.projects.iter().flat_map(|project| {
        let line = |role: &str, name: &str| format!("{} {role} {name}", project.number);
        let lead = project.lead.iter().map(move |name| line("lead", &name.text));
        lead.chain(project.participants.iter().map(move |name| line("participate", &name.text)))
    });
    let indicators = records.indicators.iter().map(|row| {
        let nature = row.nature.map_or("-", diptych::content::words::Nature::word);
        let (value, unit) = (row.value.as_deref().unwrap_or("-"), row.unit.as_deref().unwrap_or("-"));
        format!("{} {nature} {value} {unit} {}", row.number, row.name)
    });
    let citations =
        records.citations.iter().map(|citation| format!("{} {}", citation.origin.clause, citation.title));
    let targets = records.targets.iter().filter(|target| target.indicator.is_none());
    BTreeMap::from([
        ("outline", outline.collect()),
        ("targets", targets.map(figure).collect()),
        ("facts", records.facts.iter().map(figure).collect()),
        ("duties", duties.collect()),
        ("projects", projects.collect()),
        ("indicators", indicators.collect()),
        ("citations", citations.collect()),
        ("metadata", metadata(found)),
    ])
}

fn figure(aim: &Aim) -> String {
    let unit = aim.unit.as_ref().map_or("", |unit| unit.zh.as_str());
    let subject = || format!("{} {}", aim.extent.word(), aim.subject.zh.clone().unwrap_or_default());
    let value = aim.value.as_ref().map_or_else(subject, |value| format!("{value} {unit}"));
    format!("{} {value}", aim.origin.clause)
}

fn metadata(found: &Import) -> Vec<String> {
    let metadata = &found.draft.metadata;
    let period = metadata.period.map(|(start, end)| format!("{start}-{end}"));
    let list = |names: &[String]| (!names.is_empty()).then(|| names.join("、"));
    let all = [
        ("title", metadata.title.clone()),
        ("number", metadata.number.clone()),
        ("issuers", list(&metadata.issuers)),
        ("addressees", list(&metadata.addressees)),
        ("issued", metadata.issued.clone()),
        ("published", metadata.published.clone()),
        ("period", period),
    ];
    all.into_iter().filter_map(|(key, value)| Some(format!("{key}: {}", value?))).collect()
}

fn catalog() -> Catalog {
    let portal = "-- content/portal.toml --\ntitle = { zh = \"门户\", en = \"Portal\" }\n\
        description = { zh = \"说明\", en = \"About\" }\nbase_url = \"https://plans.test/\"\ntime_zone = \"Asia/Shanghai\"\n\
        theme = \"silk\"\nas_of = 2031-01-01\norganisation = { name = { zh = \"主办\", en = \"Owner\" }, url = \"\" }\n\
        contact = { email = \"a@plans.test\", url = \"\" }\nlicence = { name = { zh = \"许可\", en = \"Licence\" }, url = \"\" }\n";
    let (sources, _) = Sources::from_string(portal);
    load(&sources).0.unwrap()
}

#[expect(clippy::print_stderr, reason = "the scores are what the test is run for")]
fn say(words: &str) {
    eprintln!("{words}");
}

fn scores() -> BTreeMap<&'static str, Score> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/documents");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let catalog = catalog();
    let mut all: BTreeMap<&'static str, Score> = BTreeMap::new();
    for path in &paths {
        let document = Document::read(path);
        let found = import(&document.file, &document.bytes, Limits::default()).unwrap();
        let records = propose(&found.draft, &catalog);
        for (kind, got) in said(&found, &records) {
            let facts = || document.facts.iter().map(|(key, value)| format!("{key}: {value}")).collect();
            let expected: Vec<String> = match kind {
                "metadata" => facts(),
                _ => document.lists.get(kind).cloned().unwrap_or_default(),
            };
            let score = Score::of(&expected, got);
            for (sign, items) in [("-", &score.missed), ("+", &score.invented)] {
                items.iter().for_each(|item| say(&format!("{} {kind}: {sign} {item}", document.file)));
            }
            all.entry(kind).or_default().add(score);
        }
        let kinds: Vec<&str> =
            document.lists.keys().map(String::as_str).filter(|kind| !all.contains_key(kind)).collect();
        assert!(kinds.is_empty(), "{}: nothing is called {kinds:?}", document.file);
    }
    say(&format!("{} documents", paths.len()));
    all
}

#[test]
fn documents_of_many_kinds_are_read_as_a_reader_reads_them() {
    let floors = BTreeMap::from([("outline", 0.98), ("targets", 0.95), ("facts", 0.95)]);
    for (kind, score) in scores() {
        let (precision, recall) = (score.precision(), score.recall());
        let (found, missed, invented) = (score.found, score.missed.len(), score.invented.len());
        say(&format!(
            "{kind}: {found} found, {missed} missed, {invented} invented; {precision:.3} / {recall:.3}"
        ));
        let floor = floors.get(kind).copied().unwrap_or(0.95);
        assert!(precision >= floor && recall >= floor, "{kind}: {precision:.3} / {recall:.3}");
    }
}
