//! Turns `diptych import` into plan folders, a report and a few sentences: all files are taken, or none.
//! Knows nothing of how a file is understood.

use super::Ending;
use super::talk::{Talk, print};
use crate::cli::{Format, Global, ImportArgs};
use crate::content::{self, Catalog};
use crate::import::folder;
use crate::import::read::{Limits, Refusal};
use crate::import::stub::Stubs;
use crate::import::taken::{self, Taken};
use crate::import::{Import, import};
use crate::output::{self, Change};
use crate::route::{SourcePath, is_id};
use crate::source::{self, Sources, Unreadable};
use anyhow::{Context, bail};
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn run(global: &Global, args: &ImportArgs, talk: &Talk) -> anyhow::Result<Ending> {
    if let (Some(into), true) = (&args.into, args.files.len() > 1) {
        bail!("{}", talk.wording().word("import-into-one", &[("plan", into)]));
    }
    let (sources, _) = Sources::open(&global.root)?;
    let (catalog, _) = content::load(&sources);
    let catalog = catalog
        .with_context(|| format!("no portal in {}: content/portal.toml is missing", global.root.display()))?;
    let mut work = Work {
        sources: &sources,
        catalog: &catalog,
        force: args.force,
        stubs: Stubs::of(&catalog),
        changes: Vec::new(),
    };
    let mut taken = Vec::new();
    for file in &args.files {
        let found = read(file, talk)?;
        let done = work.take(found, args.into.as_deref(), talk)?;
        taken.push(done);
    }
    work.register(talk)?;
    let reports: Vec<&Value> = taken.iter().map(|taken| &taken.report).collect();
    let report = if let [one] = reports.as_slice() { (*one).clone() } else { json!(reports) };
    // The report first: an account that cannot be written is known before anything is changed.
    if let Some(path) = &args.report {
        write_report(path, &report)?;
    }
    output::change(&global.root, &work.changes)?;
    for taken in &taken {
        say(taken, talk);
    }
    for name in work.stubs.new_names() {
        talk.say("import-stub", &[("name", name)]);
    }
    if global.format == Format::Json {
        let result: Vec<Value> = taken.iter().map(Taken::summary).collect();
        print(&format!("{}\n", serde_json::to_string_pretty(&result)?))?;
    }
    Ok(Ending::Clean)
}

/// Reads and understands a file; what is refused is said in the person's language.
fn read(file: &Path, talk: &Talk) -> anyhow::Result<Import> {
    let limits = Limits::default();
    let shown = file.display().to_string();
    let refused = |refusal: &Refusal| {
        let (key, args) = refusal.words();
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        anyhow::anyhow!("{shown}: {}", talk.wording().word(&key, &args))
    };
    let bytes = match source::foreign(file, limits.file as u64) {
        Ok(bytes) => bytes,
        Err(Unreadable::TooLarge { .. }) => return Err(refused(&Refusal::TooLarge { limit: limits.file })),
        Err(Unreadable::Io(error)) => return Err(error).with_context(|| format!("cannot read {shown}")),
        Err(_) => bail!("cannot read {shown}"),
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    import(&name, &bytes, limits).map_err(|refusal| refused(&refusal))
}

/// The changes that a run makes, gathered before any of them is made.
struct Work<'a> {
    sources: &'a Sources,
    catalog: &'a Catalog,
    force: bool,
    stubs: Stubs,
    changes: Vec<Change>,
}

impl Work<'_> {
    fn take(&mut self, found: Import, into: Option<&str>, talk: &Talk) -> anyhow::Result<Taken> {
        let plans = || self.catalog.plans.iter().map(|plan| &**plan);
        let named = |id: &str| plans().find(|plan| plan.id() == id);
        let plan = into.map_or_else(|| folder::counterpart(self.catalog, &found.draft), named);
        let id = match (plan, into) {
            (Some(plan), _) => plan.id().to_owned(),
            (None, Some(id)) if !is_id(id) => {
                bail!("`{id}` is not an id: use lower-case letters, digits and single hyphens")
            }
            (None, Some(id)) => id.to_owned(),
            (None, None) => folder::new_id(self.catalog, &found.draft, &found.manuscript),
        };
        let base = format!("content/plans/{id}");
        if self.changes.iter().any(|change| change.path == format!("{base}/official.zh.md")) {
            bail!("{}", talk.wording().word("import-same-plan", &[("plan", &id)]));
        }
        let taken = match plan {
            Some(plan) => {
                let clauses = taken::clauses(plan, self.sources);
                let toml = self.text(&format!("{base}/plan.toml"))?;
                Taken::attached(found, &id, &toml, &clauses, self.catalog)?
            }
            None => Taken::new(found, &id, self.catalog, &mut self.stubs),
        };
        for (name, text) in &taken.files {
            self.change(format!("{base}/{name}"), text, talk)?;
        }
        Ok(taken)
    }

    /// A file that will hold this text. What an editor may have written is not lost.
    fn change(&mut self, path: String, text: &str, talk: &Talk) -> anyhow::Result<()> {
        let source =
            SourcePath::new(&path).map_err(|_| anyhow::anyhow!("`{path}` is no path of the portal"))?;
        let before = if self.sources.contains(&source) { self.sources.bytes(&source).ok() } else { None };
        let edits = path.ends_with(".toml");
        match &before {
            Some(bytes) if bytes == text.as_bytes() => return Ok(()),
            Some(_) if !edits && !self.force => {
                bail!("{}", talk.wording().word("import-exists", &[("path", &path)]))
            }
            _ => {}
        }
        self.changes.push(Change { path, bytes: Some(text.as_bytes().to_vec()), before });
        Ok(())
    }

    fn text(&self, path: &str) -> anyhow::Result<String> {
        let source =
            SourcePath::new(path).map_err(|_| anyhow::anyhow!("`{path}` is no path of the portal"))?;
        let bytes = self.sources.bytes(&source).map_err(|_| anyhow::anyhow!("cannot read {path}"))?;
        String::from_utf8(bytes).with_context(|| format!("{path} is not UTF-8"))
    }

    /// Puts the stubs behind the register of bodies; nothing that stands there is touched.
    fn register(&mut self, talk: &Talk) -> anyhow::Result<()> {
        let Some(stubs) = self.stubs.stubs() else { return Ok(()) };
        let path = "content/departments.toml";
        let before = if SourcePath::new(path).is_ok_and(|path| self.sources.contains(&path)) {
            self.text(path)?
        } else {
            String::new()
        };
        let parted = if before.is_empty() || before.ends_with("\n\n") {
            ""
        } else if before.ends_with('\n') {
            "\n"
        } else {
            "\n\n"
        };
        self.change(path.to_owned(), &format!("{before}{parted}{stubs}"), talk)
    }
}

/// The report lies where the person wants it, and replaces an older one.
fn write_report(path: &Path, report: &Value) -> anyhow::Result<()> {
    let mut text = serde_json::to_string_pretty(report)?;
    text.push('\n');
    output::replace(path, text.as_bytes())
}

fn say(taken: &Taken, talk: &Talk) {
    let key = if taken.attached { "import-attached" } else { "import-new" };
    let clauses = taken.report["clauses"].as_array().map_or(0, Vec::len).to_string();
    talk.say(key, &[("file", &taken.file), ("plan", &taken.plan), ("clauses", &clauses)]);
    let account = &taken.report["account"];
    let count = |class: &str| account[class].as_u64().unwrap_or(0).to_string();
    let counts = ["placed", "metadata", "duplicate", "layout", "unplaced"].map(|class| (class, count(class)));
    talk.say("import-account", &counts.each_ref().map(|(class, count)| (*class, count.as_str())));
    let list = |key: &str, ids: &[String]| {
        if !ids.is_empty() {
            talk.say(key, &[("clauses", &ids.join(", "))]);
        }
    };
    list("import-only-official", &taken.only_official);
    list("import-only-plan", &taken.only_plan);
}
