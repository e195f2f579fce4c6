//! Turns `diptych federate` into content that leads to the pages of many portals, and builds it.
//! Knows nothing of what is in their data.

use super::talk::{Talk, print};
use super::{Ending, build};
use crate::cli::{FederateArgs, Format, Global};
use crate::federate::{Clash, Published, Refusal, changes, federate};
use crate::output;
use crate::record::Date;
use crate::source::{self, MAX_ASSET, Sources};
use anyhow::{Context, anyhow};
use rayon::prelude::*;
use std::path::Path;

pub(super) fn run(
    global: &Global,
    args: &FederateArgs,
    now: Option<Date>,
    talk: &Talk,
) -> anyhow::Result<Ending> {
    let portals = args.portals.par_iter().map(|folder| published(folder)).collect::<Vec<_>>();
    let portals = portals.into_iter().map(|portal| portal.map_err(|refusal| refused(&refusal, talk)));
    let federated = federate(portals.collect::<anyhow::Result<_>>()?)?;
    let plans = federated.plans();
    let (own, _) = Sources::open(&global.root)?;
    let changes =
        changes(federated, &own).with_context(|| format!("no portal in {}", global.root.display()))?;
    let changes = match changes {
        Ok(changes) => changes,
        Err(clashes) => {
            show(&clashes, global.format, talk)?;
            talk.say("not-federated", &[]);
            return Ok(Ending::Faults);
        }
    };
    output::change(&global.root, &changes)?;
    let written = changes.iter().filter(|change| change.bytes.is_some()).count();
    let counts = [
        ("portals", args.portals.len()),
        ("plans", plans),
        ("written", written),
        ("removed", changes.len() - written),
    ];
    let counts = counts.map(|(name, count)| (name, count.to_string()));
    talk.say("federated", &counts.each_ref().map(|(name, count)| (*name, count.as_str())));
    build::run(global, &args.build, now, talk)
}

fn published(folder: &Path) -> Result<Published, Refusal> {
    let read = |path: &str| source::foreign(&folder.join(path), MAX_ASSET).ok();
    Published::read(&folder.display().to_string(), &read)
}

fn refused(refusal: &Refusal, talk: &Talk) -> anyhow::Error {
    let args: Vec<(&str, &str)> = refusal.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    anyhow!("{}", talk.wording().word(refusal.key, &args))
}

/// What stands in the way, a line each.
fn show(clashes: &[Clash], format: Format, talk: &Talk) -> anyhow::Result<()> {
    if format == Format::Json {
        return print(&format!("{}\n", serde_json::to_string_pretty(clashes)?));
    }
    for clash in clashes {
        let word = |key, args: &[(&str, &str)]| talk.wording().word(key, args);
        let line = match clash {
            Clash::Record { set, id, portals: [first, second], keys } => {
                let args = [("set", &**set), ("id", id), ("first", first), ("second", second)];
                word("clash-record", &[&args[..], &[("keys", &keys.join(", "))]].concat())
            }
            Clash::Plan { id, portals: [first, second] } => {
                word("clash-plan", &[("id", id), ("first", first), ("second", second)])
            }
            Clash::Here { id, portal } => word("clash-here", &[("id", id), ("portal", portal)]),
            Clash::Kept { file } => word("clash-kept", &[("file", file)]),
        };
        print(&format!("{line}\n"))?;
    }
    Ok(())
}
