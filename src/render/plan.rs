//! Turns one plan into its reading page.
//! Knows nothing of the parallel page.

use super::context::Ctx;
use super::frame::About;
use super::view::PlanPage;

/// The page of a plan.
pub(super) fn page(_ctx: &Ctx<'_>, _plan: usize) -> anyhow::Result<(About, PlanPage)> {
    anyhow::bail!("the plan page is written elsewhere")
}
