//! Turns `diptych build` into a published folder.
//! Knows nothing of what is in the files.

use super::Ending;
use super::talk::{Talk, print};
use crate::build::{self, Maker, Options, Timings};
use crate::cli::{BuildArgs, Format, Global};
use crate::output;
use crate::record::Date;
use crate::route::Route;
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
    let mut loaded = build::load(&global.root, Options { now, drafts: args.drafts, offline: args.offline })?;
    let faults = loaded.report.has_errors();
    let portal = match loaded.portal.filter(|_| !faults) {
        Some(portal) => portal,
        None => {
            let (sources, _) = crate::source::Sources::open(&global.root)?;
            talk.report(&loaded.report, &sources, global.format)?;
            talk.say("not-built", &[]);
            return Ok(Ending::Faults);
        }
    };
    if global.format == Format::Human {
        talk.report(&loaded.report, &portal.sources, global.format)?;
    }
    let search = loaded.timings.time("search", || build::search(&portal))?;
    let bundle = build::bundle(&portal, &search);
    let routes: Vec<Route> = bundle.iter().map(|(route, _)| route.clone()).collect();
    let folder = args.output.clone().unwrap_or_else(|| global.root.join("output"));
    let maker = Maker::new(&portal, &search).ok_or_else(|| anyhow::anyhow!("there are no templates"))?;
    let bar = talk.progress(routes.len());
    let published = loaded.timings.time("output", || {
        output::publish(&folder, &routes, &|index| maker.make(&bundle[index].1), &|| bar.inc(1))
    })?;
    bar.finish_and_clear();
    if args.timings {
        show_timings(&loaded.timings, talk);
    }
    let folder = folder.display().to_string();
    if global.format == Format::Json {
        let warnings = loaded.report.count(crate::report::Severity::Warning);
        let output::Published { written, unchanged, removed } = published;
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
