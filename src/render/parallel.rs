//! Turns one plan into its parallel page.
//! Knows nothing of the reading page.

use super::context::Ctx;
use super::frame::About;
use super::view::ParallelPage;

/// The parallel page of a plan.
pub(super) fn page(_ctx: &Ctx<'_>, _plan: usize) -> anyhow::Result<(About, ParallelPage)> {
    anyhow::bail!("the parallel page is written elsewhere")
}
