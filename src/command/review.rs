//! Turns `diptych review` into a list of what import has proposed, or into a plan in which some of it is settled.
//! Knows nothing of how a plan is written.

use super::Ending;
use super::talk::{Talk, print};
use crate::cli::{Format, Global, ReviewArgs};
use crate::import::review::{Proposal, Verdict, means, proposals, settle};
use crate::output::{self, Change};
use crate::route::SourcePath;
use crate::source::Sources;
use anyhow::{Context, bail};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write;

pub(super) fn run(global: &Global, args: &ReviewArgs, talk: &Talk) -> anyhow::Result<Ending> {
    let (sources, _) = Sources::open(&global.root)?;
    let verdict = match (args.accept, args.reject) {
        (true, _) => Some(Verdict::Accept),
        (_, true) => Some(Verdict::Reject),
        _ => None,
    };
    match (&args.plan, verdict) {
        (None, _) => list(&Plan::all(&sources)?, &[], global.format, talk)?,
        (Some(id), None) if args.all => {
            bail!("{}", talk.wording().word("review-how-settled", &[("plan", id)]))
        }
        (Some(id), None) => list(&[Plan::named(&sources, id, talk)?], &args.ids, global.format, talk)?,
        (Some(id), Some(verdict)) => {
            let plan = Plan::named(&sources, id, talk)?;
            let chosen = plan.chosen(&args.ids, args.all, talk)?;
            plan.settle(global, &chosen, verdict, talk)?;
        }
    }
    Ok(Ending::Clean)
}

/// A plan with its proposals.
struct Plan {
    id: String,
    path: String,
    toml: String,
    proposals: Vec<Proposal>,
}

impl Plan {
    fn read(sources: &Sources, path: &SourcePath) -> anyhow::Result<Plan> {
        let bytes = sources.bytes(path).map_err(|_| anyhow::anyhow!("cannot read {}", path.as_str()))?;
        let toml = String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8", path.as_str()))?;
        let proposals = proposals(&toml).with_context(|| path.as_str().to_owned())?;
        let id = path.as_str().trim_start_matches("content/plans/").trim_end_matches("/plan.toml");
        Ok(Plan { id: id.to_owned(), path: path.as_str().to_owned(), toml, proposals })
    }

    fn named(sources: &Sources, id: &str, talk: &Talk) -> anyhow::Result<Plan> {
        let path = SourcePath::new(&format!("content/plans/{id}/plan.toml"));
        match path.ok().filter(|path| sources.contains(path)) {
            Some(path) => Plan::read(sources, &path),
            None => bail!("{}", talk.wording().word("review-no-plan", &[("plan", id)])),
        }
    }

    /// All plans with proposals.
    fn all(sources: &Sources) -> anyhow::Result<Vec<Plan>> {
        let files = sources.below("content/plans/").filter(|path| path.as_str().ends_with("/plan.toml"));
        let plans: Vec<Plan> = files.map(|path| Plan::read(sources, path)).collect::<anyhow::Result<_>>()?;
        Ok(plans.into_iter().filter(|plan| !plan.proposals.is_empty()).collect())
    }

    /// The proposals that are meant. Every id means at least one.
    fn chosen(&self, ids: &[String], all: bool, talk: &Talk) -> anyhow::Result<BTreeSet<&str>> {
        if ids.is_empty() && !all {
            bail!("{}", talk.wording().word("review-which", &[]));
        }
        let known = |wanted: &&String| self.proposals.iter().any(|proposal| means(wanted, proposal));
        if let Some(id) = ids.iter().find(|id| !known(id)) {
            bail!("{}", talk.wording().word("review-unknown", &[("plan", &self.id), ("id", id)]));
        }
        let chosen = self.proposals.iter().filter(|proposal| all || ids.iter().any(|id| means(id, proposal)));
        Ok(chosen.map(|proposal| proposal.id.as_str()).collect())
    }

    fn settle(
        &self,
        global: &Global,
        chosen: &BTreeSet<&str>,
        verdict: Verdict,
        talk: &Talk,
    ) -> anyhow::Result<()> {
        let toml = settle(&self.toml, chosen, verdict)?;
        let before = Some(self.toml.clone().into_bytes());
        output::change(
            &global.root,
            &[Change { path: self.path.clone(), bytes: Some(toml.into_bytes()), before }],
        )?;
        let done = self.proposals.iter().filter(|proposal| chosen.contains(proposal.id.as_str())).count();
        let left = self.proposals.len() - done;
        let word = match verdict {
            Verdict::Accept => "accepted",
            Verdict::Reject => "rejected",
        };
        if global.format == Format::Json {
            let result = json!({ "plan": self.id, word: chosen, "left": left });
            print(&format!("{}\n", serde_json::to_string_pretty(&result)?))?;
        }
        let (done, left) = (done.to_string(), left.to_string());
        talk.say(&format!("review-{word}"), &[("plan", &self.id), ("count", &done), ("left", &left)]);
        Ok(())
    }
}

/// What waits; of one plan maybe only what some ids mean.
fn list(plans: &[Plan], ids: &[String], format: Format, talk: &Talk) -> anyhow::Result<()> {
    let is_meant = |proposal: &&Proposal| ids.is_empty() || ids.iter().any(|id| means(id, proposal));
    if format == Format::Json {
        let of = |plan: &Plan| -> Value {
            let waiting: Vec<&Proposal> = plan.proposals.iter().filter(is_meant).collect();
            json!({ "plan": plan.id, "file": plan.path, "proposals": waiting })
        };
        let plans: Vec<Value> = plans.iter().map(of).collect();
        return print(&format!("{}\n", serde_json::to_string_pretty(&plans)?));
    }
    for plan in plans {
        let mut page = String::new();
        for proposal in plan.proposals.iter().filter(is_meant) {
            let value = proposal.value.as_ref().map_or(String::new(), |value| format!("  {value}"));
            writeln!(page, "{}{value}  {}", proposal.id, proposal.subject)?;
            writeln!(page, "    {}:{}  {}", plan.path, proposal.line, proposal.clause)?;
            proposal.passage.iter().try_for_each(|passage| writeln!(page, "    {passage}"))?;
        }
        print(&page)?;
        let count = plan.proposals.iter().filter(is_meant).count().to_string();
        talk.say("review-waits", &[("plan", &plan.id), ("count", &count)]);
    }
    match plans {
        [plan] if !plan.proposals.is_empty() => talk.say("review-how", &[("plan", &plan.id)]),
        [] => talk.say("review-none", &[]),
        _ => {}
    }
    Ok(())
}
