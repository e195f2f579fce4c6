//! Turns `diptych new plan` into a plan folder with blanks to fill.
//! Knows nothing of the portal's other plans.

use super::Ending;
use super::talk::Talk;
use crate::cli::Global;
use crate::output;
use crate::route::is_id;
use anyhow::bail;

const PLAN: &str = include_str!("starter/plan.toml");
const ZH: &str = include_str!("starter/digest.zh.md");
const EN: &str = include_str!("starter/digest.en.md");

pub(super) fn plan(global: &Global, id: &str, talk: &Talk) -> anyhow::Result<Ending> {
    if !is_id(id) {
        bail!(
            "`{id}` is not an id: use lower-case letters, digits and single hyphens, such as `health-2026-2030`"
        );
    }
    let folder = format!("content/plans/{id}");
    let file =
        |name: &str, text: &str| (format!("{folder}/{name}"), text.replace("PLAN-ID", id).into_bytes());
    output::create(
        &global.root,
        &[file("plan.toml", PLAN), file("digest.zh.md", ZH), file("digest.en.md", EN)],
    )?;
    for name in ["plan.toml", "digest.zh.md", "digest.en.md"] {
        talk.say("created", &[("path", &format!("{folder}/{name}"))]);
    }
    talk.say("next-plan", &[("path", &folder)]);
    Ok(Ending::Clean)
}
