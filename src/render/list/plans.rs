//! Turns all plans into the list of plans, newest first.
//! Knows nothing of their texts.

use super::super::context::Ctx;
use super::super::rows;
use super::super::view::PlansPage;
use super::pager::pager;
use super::{cut, intro};
use crate::resolve::ListKind;

/// A page of the list.
pub(super) fn page(ctx: &Ctx<'_>, number: usize) -> PlansPage {
    let newest = ctx.renderer.lookups.newest();
    PlansPage {
        title: ctx.word("plans").to_owned(),
        intro: intro(ctx, ListKind::Plans),
        plans: cut(newest, number).iter().map(|plan| rows::plan(ctx, *plan)).collect(),
        files: ctx.data_files("plans"),
        pager: pager(ctx, ListKind::Plans, newest.len(), number),
    }
}
