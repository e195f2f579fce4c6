//! Turns many records into the pages that list them, cut to a page's length.
//! Knows nothing of single records' pages.

mod pager;
pub(super) mod plans;
mod records;
pub(super) mod sequence;
pub(super) mod targets;
pub(super) mod things;

use super::context::Ctx;
use super::frame::About;
use super::view::Page;
use crate::resolve::{ListKind, PAGE_ROWS};

/// A page of a list, by its number from 1.
pub(super) fn page(ctx: &Ctx<'_>, kind: ListKind, number: usize) -> (About, Page) {
    let page = match kind {
        ListKind::Plans => Page::Plans(plans::page(ctx, number)),
        ListKind::Targets => Page::Targets(targets::index(ctx, number)),
        ListKind::Facts => Page::Facts(records::facts(ctx, number)),
        ListKind::Projects => Page::Projects(records::projects(ctx, number)),
        ListKind::Departments => Page::Departments(things::page(ctx, kind, number)),
        ListKind::Partners => Page::Partners(things::page(ctx, kind, number)),
        ListKind::Places => Page::Places(things::page(ctx, kind, number)),
        ListKind::Topics => Page::Topics(things::page(ctx, kind, number)),
        ListKind::Documents => Page::Documents(things::page(ctx, kind, number)),
        ListKind::Glossary => Page::Glossary(things::page(ctx, kind, number)),
    };
    let title = ctx.word(kind.folder());
    let title = match number {
        1 => title.to_owned(),
        _ => format!("{title}{}{number}{}", ctx.word("open-bracket"), ctx.word("close-bracket")),
    };
    let about = About { kind: kind.folder(), title, description: describe(ctx, kind), ..About::default() };
    (about, page)
}

/// What a list holds, in a sentence; of the theme, so it may be missing.
fn intro(ctx: &Ctx<'_>, kind: ListKind) -> String {
    let key = format!("intro-{}", kind.folder());
    ctx.renderer.theme.messages.get(ctx.lang).plain().get(&key).cloned().unwrap_or_default()
}

fn describe(ctx: &Ctx<'_>, kind: ListKind) -> String {
    match kind {
        ListKind::Targets => ctx.word("promised-not-met").to_owned(),
        ListKind::Facts => ctx.word("facts-hint").to_owned(),
        kind => intro(ctx, kind),
    }
}

/// The rows of a page.
fn rows(number: usize) -> std::ops::Range<usize> {
    let start = number.saturating_sub(1) * PAGE_ROWS;
    start..start + PAGE_ROWS
}

/// The part of a list that stands on a page.
fn cut<T>(items: &[T], number: usize) -> &[T] {
    let rows = rows(number);
    items.get(rows.start.min(items.len())..rows.end.min(items.len())).unwrap_or_default()
}

pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
