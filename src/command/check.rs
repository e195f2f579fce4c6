//! Turns `diptych check` into a list of faults, or into the meaning of one.
//! Knows nothing of the rules.

use super::talk::{Talk, print};
use super::{Ending, fix};
use crate::build::{self, Options, Portal};
use crate::check::external::{self, Manners};
use crate::cli::{CheckArgs, Format, Global};
use crate::conformance::conformance;
use crate::content;
use crate::output::Store;
use crate::record::Date;
use crate::report::{Code, Report, nearest};
use crate::source::Sources;
use anyhow::{Context, bail};

/// Under this name the answers of other hosts are kept.
const LINKS: &str = "links";

pub(super) fn run(
    global: &Global,
    args: &CheckArgs,
    now: Option<Date>,
    talk: &Talk,
) -> anyhow::Result<Ending> {
    if let Some(name) = &args.explain {
        return explain(name, talk);
    }
    let options = Options { now, drafts: args.drafts, ..Options::default() };
    if args.fix {
        fix::run(global, args.dry_run, options, talk)?;
    }
    let mut loaded = build::load(&global.root, options)?;
    if args.external {
        loaded.report = ask_outside(global, loaded.report, talk)?;
    }
    if args.conformance && !loaded.report.has_errors() {
        let portal = loaded.portal.as_ref().context("no portal without content/portal.toml")?;
        return report_conformance(portal, global.format, talk);
    }
    let sources = loaded.portal.as_ref().map(|portal| &portal.sources).or(loaded.sources.as_ref());
    let sources = sources.context("files without a portal")?;
    talk.report(&loaded.report, sources, global.format)?;
    if let (Some(portal), Format::Human) = (&loaded.portal, global.format) {
        talk.say("checked", &[("plans", &portal.site.catalog.plans.len().to_string())]);
    }
    Ok(if loaded.report.has_errors() { Ending::Faults } else { Ending::Clean })
}

/// The report with what is wrong with links that lead outside; answers are kept for the next time.
fn ask_outside(global: &Global, mut report: Report, talk: &Talk) -> anyhow::Result<Report> {
    let (sources, _) = Sources::open(&global.root)?;
    let (catalog, _) = content::load(&sources);
    let base_url = catalog.map(|catalog| catalog.config.base_url.value).unwrap_or_default();
    let store = Store::new(&global.root, LINKS);
    let known = store.read(LINKS).and_then(|file| serde_json::from_reader(file).ok()).unwrap_or_default();
    let links = external::links(&sources);
    talk.say("external", &[("count", &links.len().to_string())]);
    let answers = external::ask(links.keys().cloned(), &known, &Manners::of(&base_url));
    store.write(LINKS, |out| Ok(serde_json::to_writer(out, &answers)?))?;
    let silent = |answer: &&(u64, external::Answer)| matches!(answer.1, external::Answer::Silent(_));
    let silent = answers.values().filter(silent).count();
    if silent > 0 {
        talk.say("external-silent", &[("count", &silent.to_string())]);
    }
    report.extend(external::faults(&links, &answers));
    Ok(report.sorted())
}

/// The report on norms; whatever it finds wanting ends as a fault does.
fn report_conformance(portal: &Portal, format: Format, talk: &Talk) -> anyhow::Result<Ending> {
    let lang = talk.wording().lang();
    let report = conformance(portal, lang)?;
    match format {
        Format::Human => print(&report.text(lang))?,
        Format::Json => print(&format!("{}\n", serde_json::to_string_pretty(&report)?))?,
        Format::Sarif | Format::Atom => bail!("{}", talk.wording().word("sarif-for-faults", &[])),
    }
    Ok(if report.has_faults() { Ending::Faults } else { Ending::Clean })
}

fn explain(name: &str, talk: &Talk) -> anyhow::Result<Ending> {
    let Some(code) = Code::from_name(name) else {
        let near = nearest(name, Code::ALL.iter().map(|code| code.name()));
        let hint =
            near.map(|near| format!(" ({}: {near})", talk.wording().word("hint", &[]))).unwrap_or_default();
        bail!("{}{hint}", talk.wording().word("unknown-code", &[("code", name)]));
    };
    let wording = talk.wording();
    let severity = wording.severity(code.severity());
    print(&format!("{}[{}]\n{}\n", severity, code.name(), wording.explain(code)))?;
    Ok(Ending::Clean)
}
