//! Turns `diptych build` into a published folder.
//! Knows nothing of what is in the files.

use super::Ending;
use super::talk::{Talk, print};
use crate::build::{self, Options, Timings};
use crate::cli::{BuildArgs, Format, Global};
use crate::output;
use crate::record::Date;
use serde::Serialize;

/// What was built, for machines.
#[derive(Serialize)]
struct Built {
    folder: String,
    written: usize,
    unchanged: usize,
    removed: usize,
    warnings: usize,
}

pub(super) fn run(
    global: &Global,
    args: &BuildArgs,
    now: Option<Date>,
    talk: &Talk,
) -> anyhow::Result<Ending> {
    let folder = args.output.clone().unwrap_or_else(|| global.root.join("output"));
    let options = Options {
        now,
        drafts: args.drafts,
        proposals: false,
        offline: args.offline,
        sidecars: !args.no_sidecars,
    };
    let built = build::publish(&global.root, &folder, options, |steps| {
        let bar = talk.progress(steps);
        move || bar.inc(1)
    })?;
    if global.format == Format::Human || built.published.is_none() {
        talk.report(&built.report, &built.sources, global.format)?;
    }
    if let Some(error) = &built.not_kept {
        talk.say("not-kept", &[("why", &format!("{error:#}"))]);
    }
    let Some(published) = built.published else {
        talk.say("not-built", &[]);
        return Ok(Ending::Faults);
    };
    if !published.in_one_step {
        talk.say("not-in-one-step", &[]);
    }
    if args.timings {
        show_timings(&built.timings, talk);
    }
    let folder = folder.display().to_string();
    if global.format == Format::Json {
        let warnings = built.report.count(crate::report::Severity::Warning);
        let output::Published { written, unchanged, removed, .. } = published;
        let built = Built { folder, written, unchanged, removed, warnings };
        print(&format!("{}\n", serde_json::to_string_pretty(&built)?))?;
    } else {
        let (written, unchanged) = (published.written.to_string(), published.unchanged.to_string());
        talk.say("built", &[("pages", &written), ("unchanged", &unchanged), ("folder", &folder)]);
    }
    Ok(Ending::Clean)
}

fn show_timings(timings: &Timings, talk: &Talk) {
    for stage in &timings.stages {
        let took = format!("{:.3}", stage.took.as_secs_f64());
        talk.say("timing", &[("stage", stage.name), ("seconds", &took)]);
    }
}
