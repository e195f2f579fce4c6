//! Turns `diptych accept` into a new `twins.toml`: the clauses that are named, or all, or none.
//! Knows nothing of how clauses are compared.

use super::Ending;
use super::talk::{Talk, print};
use crate::build::{self, Options};
use crate::cli::{AcceptArgs, Format, Global};
use crate::compare::currency::{Refusal, accept};
use crate::content::Bodies;
use crate::output::{self, Change};
use crate::record::Date;
use crate::report::nearest;
use crate::route::SourcePath;
use anyhow::{Context, bail};
use serde_json::json;

pub(super) fn run(
    global: &Global,
    args: &AcceptArgs,
    now: Option<Date>,
    talk: &Talk,
) -> anyhow::Result<Ending> {
    let loaded = build::load(&global.root, Options { now, drafts: true, ..Options::default() })?;
    let portal = loaded.portal.context(talk.wording().word("no-portal", &[]))?;
    let site = &portal.site;
    let Some(plan) = site.plan(&args.plan) else {
        let known = site.catalog.plans.iter().map(|plan| plan.id());
        bail!("{}", unknown("no-plan", "plan", &args.plan, nearest(&args.plan, known), talk));
    };
    let (plan, skeleton) = (&site.catalog.plans[plan], &site.skeletons[plan]);
    let named = (!args.all).then_some(args.clauses.as_slice());
    let accepted = accept(plan, skeleton, Bodies::new(&portal.sources), named, &args.by, site.now);
    let accepted = accepted.map_err(|refusal| match refusal {
        Refusal::Unknown(id, near) => {
            anyhow::anyhow!("{}", unknown("no-clause", "clause", &id, near.as_deref(), talk))
        }
        Refusal::NotTranslated(id) => {
            anyhow::anyhow!("{}", talk.wording().word("not-translated", &[("clause", &id)]))
        }
    })?;
    if !(accepted.clauses.is_empty() && accepted.gone.is_empty()) {
        let path = format!("content/plans/{}/twins.toml", plan.id());
        let place = SourcePath::new(&path).ok();
        let before = place.and_then(|place| portal.sources.bytes(&place).ok());
        output::change(&global.root, &[Change { path, bytes: Some(accepted.file.into_bytes()), before }])?;
    }
    if global.format == Format::Json {
        let said = json!({ "plan": plan.id(), "accepted": accepted.clauses, "gone": accepted.gone });
        print(&format!("{}\n", serde_json::to_string_pretty(&said)?))?;
    } else {
        talk.say("accepted", &[("plan", plan.id()), ("clauses", &accepted.clauses.len().to_string())]);
        for clause in &accepted.gone {
            talk.say("accepted-gone", &[("clause", clause)]);
        }
    }
    Ok(Ending::Clean)
}

/// A sentence about an id that nothing bears, with the one that was probably meant.
pub(super) fn unknown(key: &str, kind: &str, id: &str, near: Option<&str>, talk: &Talk) -> String {
    let said = talk.wording().word(key, &[(kind, id)]);
    let hint = near.map(|near| format!(" ({}: {near})", talk.wording().word("hint", &[])));
    format!("{said}{}", hint.unwrap_or_default())
}
