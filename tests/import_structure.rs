//! Turns the five official files, where they lie beside the repository, into drafts and records, and counts them against
//! the portal's own independent reading of the same documents: the ids of its digests and the records of its plans.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "proof/official.rs"]
mod official;

use diptych::build::{self, Options};
use diptych::content::plan::PlanRecord;
use diptych::content::{Bodies, Catalog, load};
use diptych::import::attach;
use diptych::import::draft::Clause;
use diptych::import::propose::{Mention, Proposals, propose};
use diptych::lang::Lang;
use diptych::markup::plain;
use diptych::quantity::{self, Quantity, Unit};
use diptych::resolve::{EntityKind, Site};
use diptych::source::Sources;
use official::draft;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The beginning of each file's name, and the plan that it holds.
const PLANS: [(&str, &str); 5] = [
    ("000", "tcm-bri-2021-2025"),
    ("001", "inner-mongolia-tcm-bri-2022"),
    ("002", "tcm-major-projects-2023"),
    ("003", "bri-health-2015-2017"),
    ("004", "shanghai-tcm-2021-2025"),
];

/// How two readings of one thing agree.
#[derive(Debug, Default)]
struct Score {
    found: usize,
    missed: Vec<String>,
    invented: Vec<String>,
}

impl Score {
    fn of(expected: Vec<String>, got: Vec<String>) -> Score {
        let mut open: BTreeMap<String, usize> = BTreeMap::new();
        got.into_iter().for_each(|item| *open.entry(item).or_default() += 1);
        let mut score = Score::default();
        for item in expected {
            match open.get_mut(&item).filter(|count| **count > 0) {
                Some(count) => {
                    *count -= 1;
                    score.found += 1;
                }
                None => score.missed.push(item),
            }
        }
        score.invented = open.into_iter().flat_map(|(item, count)| vec![item; count]).collect();
        score
    }

    fn precision(&self) -> f64 {
        share(self.found, self.found + self.invented.len())
    }

    fn recall(&self) -> f64 {
        share(self.found, self.found + self.missed.len())
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

#[expect(clippy::print_stderr, reason = "the scores are what the test is run for")]
fn say(words: &str) {
    eprintln!("{words}");
}

/// Tells the scores of a plan, each with the least precision and recall that is good enough, and holds them to it.
fn judge(plan: &str, scores: impl IntoIterator<Item = (&'static str, Score, f64, f64)>) {
    for (kind, score, least_precision, least_recall) in scores {
        let (precision, recall) = (score.precision(), score.recall());
        say(&format!(
            "{plan}: {kind}: {} found, precision {precision:.3}, recall {recall:.3}, missed {:?}, invented {:?}",
            score.found, score.missed, score.invented
        ));
        assert!(precision >= least_precision && recall >= least_recall, "{plan}: {kind}: {score:?}");
    }
}

/// The five files with the plan that each holds; nothing where they are not beside the repository.
fn files() -> Vec<(Vec<u8>, &'static str)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/plans");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        say("the official files are not beside the repository; nothing to compare with");
        return Vec::new();
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let plan = |path: &Path| {
        let name = path.file_name()?.to_str()?;
        PLANS.iter().find(|(start, _)| name.starts_with(start)).map(|(_, plan)| *plan)
    };
    paths.iter().filter_map(|path| Some((std::fs::read(path).unwrap(), plan(path)?))).collect()
}

fn sources() -> Sources {
    Sources::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap().0
}

/// Ids and headings of a plan's Chinese digest.
fn digest(sources: &Sources, catalog: &Catalog, plan: &str) -> Vec<(String, String)> {
    let folder = catalog.plans.iter().find(|folder| folder.id() == plan).unwrap();
    let (texts, _) = Bodies::new(sources).of(folder);
    let digest = texts.iter().find(|text| text.file.path.as_str().ends_with("digest.zh.md")).unwrap();
    digest.clauses.iter().map(|clause| (clause.id.clone(), clause.heading.clone())).collect()
}

fn aims(record: &PlanRecord, proposals: &Proposals) -> [Score; 3] {
    let ours = |aims: &[diptych::content::plan::Target]| -> Vec<String> {
        let figures = aims
            .iter()
            .filter_map(|aim| Some(format!("{} {}", aim.clause.value, aim.value.as_ref()?.value.0)));
        figures.collect()
    };
    let theirs = |aims: &[diptych::import::propose::Aim]| -> Vec<String> {
        aims.iter().filter_map(|aim| Some(format!("{} {}", aim.origin.clause, aim.value.as_ref()?))).collect()
    };
    let rows = record.target.iter().filter_map(|target| {
        Some(format!("{} {}", target.indicator.as_ref()?.number, target.value.as_ref()?.value.0))
    });
    let found = proposals
        .indicators
        .iter()
        .map(|row| format!("{} {}", row.number, row.value.clone().unwrap_or_default()));
    [
        Score::of(ours(&record.target), theirs(&proposals.targets)),
        Score::of(ours(&record.fact), theirs(&proposals.facts)),
        Score::of(rows.collect(), found.collect()),
    ]
}

fn bodies(record: &PlanRecord, proposals: &Proposals, lists: &BTreeSet<String>) -> [Score; 2] {
    let name = |name: &diptych::import::propose::Name| name.id.clone().unwrap_or_else(|| name.text.clone());
    let ours = record.project.iter().flat_map(|project| {
        let lead = project.lead.iter().map(|id| format!("{} lead {}", project.number, id.value));
        let join = project.participants.iter().map(|id| format!("{} joins {}", project.number, id.value));
        lead.chain(join).collect::<Vec<_>>()
    });
    let theirs = proposals.projects.iter().flat_map(|project| {
        let lead = project.lead.iter().map(|body| format!("{} lead {}", project.number, name(body)));
        let join = project.participants.iter().map(|body| format!("{} joins {}", project.number, name(body)));
        lead.chain(join).collect::<Vec<_>>()
    });
    // What a label or a list states; what else a reader may infer from sentences is compared by nobody.
    let listed = |clause: &str, role: &str| format!("{clause} {role}");
    let is_list = |clause: &str| lists.contains(clause);
    let duties = record.duty.iter().filter(|duty| is_list(&duty.clause.value)).flat_map(|duty| {
        let role = duty.role.word();
        duty.departments.iter().map(move |id| format!("{} {}", listed(&duty.clause.value, role), id.value))
    });
    let found = proposals.duties.iter().filter(|duty| is_list(&duty.origin.clause));
    let found = found
        .map(|duty| format!("{} {}", listed(&duty.origin.clause, duty.role.word()), name(&duty.department)));
    [Score::of(ours.collect(), theirs.collect()), Score::of(duties.collect(), found.collect())]
}

#[test]
fn the_official_files_read_as_the_portal_reads_them() {
    let sources = sources();
    let catalog = load(&sources).0.unwrap();
    for (bytes, plan) in files() {
        let draft = draft(&bytes);
        let digest = digest(&sources, &catalog, plan);
        let outline = Score::of(
            digest.iter().map(|(id, _)| id.clone()).collect(),
            draft.clauses.iter().map(|clause| clause.id.clone()).collect(),
        );
        let record = &catalog.plans.iter().find(|folder| folder.id() == plan).unwrap().record;
        let proposals = propose(&draft, &catalog);
        let [targets, facts, indicators] = aims(record, &proposals);
        let is_list = |clause: &&Clause| clause.heading.text() == "部门分工";
        let lists = draft.clauses.iter().filter(is_list).map(|clause| clause.id.clone()).collect();
        let [projects, duties] = bodies(record, &proposals, &lists);
        // Each kind with the least precision and recall that is good enough.
        let scores = [
            ("outline", outline, 1.0, 0.99),
            ("targets", targets, 0.75, 0.6),
            ("facts", facts, 0.8, 0.8),
            ("indicators", indicators, 1.0, 1.0),
            ("projects", projects, 0.97, 0.97),
            ("duties of lists", duties, 0.99, 0.99),
        ];
        judge(plan, scores);
        assert_eq!(official::unread(&draft, &digest), [""; 0], "{plan}");
        let attachment = attach::attach(&draft, &digest);
        assert!(attachment.only_plan.len() <= 1, "{plan}: {attachment:?}");
    }
}

#[test]
fn the_metadata_of_the_official_files_is_that_of_the_plans() {
    let sources = sources();
    let catalog = load(&sources).0.unwrap();
    for (bytes, plan) in files() {
        let metadata = draft(&bytes).metadata;
        let meta = &catalog.plans.iter().find(|folder| folder.id() == plan).unwrap().record.plan;
        assert_eq!(metadata.title.as_deref(), Some(meta.title.zh.as_str()), "{plan}");
        assert_eq!(metadata.number, meta.number, "{plan}");
        assert_eq!(metadata.issued, meta.issued.map(|date| date.to_string()), "{plan}");
        assert_eq!(metadata.published, meta.published.map(|date| date.to_string()), "{plan}");
        assert_eq!(metadata.issuers.len(), meta.issuers.len(), "{plan}");
        let years = meta.period.map(|period| (i32::from(period.start), i32::from(period.end)));
        assert!(metadata.period.is_none() || metadata.period == years, "{plan}");
    }
}

/// What the Chinese digests name, clause by clause.
fn named(site: &Site, plan: usize, kind: EntityKind, id: impl Fn(usize) -> String) -> Vec<String> {
    let clauses = site.skeletons[plan].clauses.iter();
    let of_clause = clauses.flat_map(|clause| clause.mentions.iter().map(move |mention| (clause, mention)));
    let found = of_clause.filter_map(|(clause, mention)| {
        let (of, number) = mention.entity.parts();
        (mention.zh && of == kind).then(|| format!("{} {}", clause.id, id(number)))
    });
    found.collect()
}

fn mentioned(mentions: &[Mention]) -> Vec<String> {
    mentions
        .iter()
        .map(|found| format!("{} {}", found.origin.clause, found.id.as_ref().unwrap_or(&found.name)))
        .collect()
}

/// The kinds of quantities that are counted apart.
fn kind(quantity: &Quantity) -> &'static str {
    match quantity.unit {
        Unit::Count(_) | Unit::People | Unit::Age | Unit::Times => "numbers",
        Unit::Percent | Unit::PerMille | Unit::Points | Unit::Fraction | Unit::Per(_) => "shares and rates",
        Unit::Money(_) => "money",
        Unit::Measure(_) | Unit::Duration(_) => "measures and durations",
        Unit::Date { .. } | Unit::PlanPeriod(_) => "times",
    }
}

/// The quantities of a clause by kind, each value once, but for what a writer counts up for himself.
fn quantities(clause: &str, text: &str, found: &mut BTreeMap<&'static str, BTreeSet<String>>) {
    for quantity in quantity::parse(text, Lang::Zh).into_iter().filter(|found| !found.is_tally(text)) {
        found.entry(kind(&quantity)).or_default().insert(format!("{clause} {:?}", quantity.key()));
    }
}

/// Names and quantities of the files as `import` reads them, against those of our digests, which name each of them.
#[test]
fn the_official_files_name_and_count_what_the_digests_do() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let portal = build::load(root, Options::default()).unwrap().portal.unwrap();
    let (site, bodies) = (&portal.site, Bodies::new(&portal.sources));
    let catalog = &site.catalog;
    for (bytes, plan) in files() {
        let draft = draft(&bytes);
        let digest = digest(&portal.sources, catalog, plan);
        let proposals = propose(&draft, catalog);
        let number = site.plan(plan).unwrap();
        let departments = named(site, number, EntityKind::Department, |at| {
            catalog.departments.records[at].id.value.clone()
        });
        let partners =
            named(site, number, EntityKind::Partner, |at| catalog.partners.records[at].id.value.clone());
        let documents =
            named(site, number, EntityKind::Document, |at| catalog.documents.records[at].id.value.clone());
        let cited = proposals
            .citations
            .iter()
            .map(|found| format!("{} {}", found.origin.clause, found.id.as_ref().unwrap_or(&found.title)));
        let cited: BTreeSet<String> = cited.collect();
        // Each with the least precision and recall that is good enough. Digests name bodies that official texts only
        // mean (各省 in a list of addressees), and link works that stand in no 《》.
        let mut scores = vec![
            ("departments", Score::of(departments, mentioned(&proposals.departments)), 0.8, 0.5),
            ("partners", Score::of(partners, mentioned(&proposals.partners)), 0.95, 0.95),
            ("documents", Score::of(documents, cited.into_iter().collect()), 0.7, 0.3),
        ];
        let folder = &catalog.plans[number];
        // A table has its units in a column or a heading of their own: its rows are compared as indicators, above.
        let rows = folder.record.target.iter().filter(|target| target.indicator.is_some());
        let tables: BTreeSet<&str> = rows.map(|target| target.clause.value.as_str()).collect();
        let (mut ours, mut theirs) = (BTreeMap::new(), BTreeMap::new());
        let clauses = official::clauses(&draft, &digest).into_iter();
        for (id, official) in clauses.filter(|(id, _)| !tables.contains(id.as_str())) {
            quantities(&id, &format!("{}\n{}", official.heading, official.text), &mut theirs);
        }
        for text in bodies.of(folder).0.iter().filter(|text| text.file.lang == Lang::Zh) {
            for clause in text.clauses.iter().filter(|clause| !tables.contains(clause.id.as_str())) {
                let words = format!("{}\n{}", clause.heading, plain::of_blocks(text.section(clause).blocks));
                quantities(&clause.id, &words, &mut ours);
            }
        }
        for kind in ["numbers", "shares and rates", "money", "measures and durations", "times"] {
            let list = |of: &mut BTreeMap<_, BTreeSet<String>>| {
                of.remove(kind).unwrap_or_default().into_iter().collect()
            };
            scores.push((kind, Score::of(list(&mut ours), list(&mut theirs)), 0.7, 0.85));
        }
        judge(plan, scores);
    }
}
