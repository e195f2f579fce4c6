//! Turns `diptych check` into a list of faults, or into the meaning of one.
//! Knows nothing of the rules.

use super::Ending;
use super::talk::{Talk, print};
use crate::build::{self, Options};
use crate::cli::{CheckArgs, Format, Global};
use crate::record::Date;
use crate::report::{Code, nearest};
use anyhow::{Context, bail};

pub(super) fn run(
    global: &Global,
    args: &CheckArgs,
    now: Option<Date>,
    talk: &Talk,
) -> anyhow::Result<Ending> {
    if let Some(name) = &args.explain {
        return explain(name, talk);
    }
    let loaded =
        build::load(&global.root, Options { now, drafts: args.drafts, proposals: false, offline: false })?;
    let sources = loaded.portal.as_ref().map(|portal| &portal.sources).or(loaded.sources.as_ref());
    let sources = sources.context("files without a portal")?;
    talk.report(&loaded.report, sources, global.format)?;
    if let (Some(portal), Format::Human) = (&loaded.portal, global.format) {
        talk.say("checked", &[("plans", &portal.site.catalog.plans.len().to_string())]);
    }
    Ok(if loaded.report.has_errors() { Ending::Faults } else { Ending::Clean })
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
