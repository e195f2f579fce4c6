//! Turns the clauses of a plan into its nested contents.
//! Knows nothing of texts.

use super::clause::{heading, printed};
use crate::render::context::Ctx;
use crate::render::view::TocItem;
use crate::resolve::Clause;

/// The contents, nested by the depth of the clauses.
pub(crate) fn toc(ctx: &Ctx<'_>, plan: usize) -> Vec<TocItem> {
    let mut rest = ctx.site.skeletons[plan].clauses.as_slice();
    let mut items = Vec::new();
    while !rest.is_empty() {
        items.extend(level(ctx, plan, &mut rest, 1));
    }
    items
}

/// The clauses of one depth and what lies under them, up to the first that is less deep.
fn level(ctx: &Ctx<'_>, plan: usize, rest: &mut &[Clause], depth: u8) -> Vec<TocItem> {
    let mut items: Vec<TocItem> = Vec::new();
    while let Some((clause, after)) = rest.split_first() {
        if clause.level < depth {
            break;
        }
        // What skips a depth lies under the clause before it; without one it stands here.
        if clause.level > depth
            && let Some(parent) = items.last_mut()
        {
            parent.children.extend(level(ctx, plan, rest, clause.level));
            continue;
        }
        *rest = after;
        items.push(item(ctx, plan, clause));
    }
    items
}

fn item(ctx: &Ctx<'_>, plan: usize, clause: &Clause) -> TocItem {
    let (lang, text) = heading(ctx, clause);
    let targets = ctx.record(plan).target.iter().filter(|target| is_in(&target.clause, &clause.id)).count();
    TocItem {
        number: printed(clause, ctx.lang),
        text,
        href: format!("#{}", clause.id),
        lang: ctx.foreign(lang),
        targets: if targets == 0 { String::new() } else { ctx.format().count(targets) },
        children: Vec::new(),
    }
}

/// True for a clause and all that lies under it.
fn is_in(id: &str, parent: &str) -> bool {
    id.strip_prefix(parent).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
