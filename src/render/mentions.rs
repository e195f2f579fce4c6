//! Turns clauses that name something into lists by plan, and keeps endless lists to a page's length.
//! Knows nothing of why they are listed.

use super::context::Ctx;
use super::rows;
use super::view::{Mention, MentionGroup, Mentions};
use crate::resolve::{ClauseRef, PAGE_ROWS};

/// What a page leaves out because a list is longer than a page, one sentence each.
#[derive(Debug, Default)]
pub(super) struct Limits(pub(super) Vec<String>);

impl Limits {
    /// The beginning of a list; what is left out is said.
    pub(super) fn cut<'i, T>(&mut self, ctx: &Ctx<'_>, what: &str, items: &'i [T]) -> &'i [T] {
        let Some(shown) = items.get(..PAGE_ROWS).filter(|_| items.len() > PAGE_ROWS) else { return items };
        self.0.push(sentence(ctx, what, items.len()));
        shown
    }
}

/// Shown here are the first 500 of 12,345 targets.
pub(super) fn sentence(ctx: &Ctx<'_>, what: &str, total: usize) -> String {
    let what = ctx.say(what, &[("n", &total.to_string())]);
    let (shown, total) = (ctx.format().count(PAGE_ROWS), ctx.format().count(total));
    ctx.say("first-of", &[("shown", &shown), ("total", &total), ("what", &what)])
}

/// One list under a heading; nothing without a clause.
pub(super) fn list(
    ctx: &Ctx<'_>,
    limits: &mut Limits,
    heading: &str,
    clauses: &[(ClauseRef, String)],
) -> Option<Mentions> {
    if clauses.is_empty() {
        return None;
    }
    let shown = limits.cut(ctx, "count-mentions", clauses);
    let note_key = format!("{heading}-note");
    let note = ctx.renderer.theme.messages.get(ctx.lang).plain().get(&note_key).cloned();
    Some(Mentions {
        id: heading.to_owned(),
        heading: ctx.renderer.theme.messages.get(ctx.lang).word(heading).to_owned(),
        note: note.unwrap_or_default(),
        groups: groups(ctx, shown),
    })
}

/// The same without notes.
pub(super) fn plain(
    ctx: &Ctx<'_>,
    limits: &mut Limits,
    heading: &str,
    clauses: &[ClauseRef],
) -> Vec<Mentions> {
    let clauses: Vec<(ClauseRef, String)> = clauses.iter().map(|at| (*at, String::new())).collect();
    list(ctx, limits, heading, &clauses).into_iter().collect()
}

fn groups(ctx: &Ctx<'_>, clauses: &[(ClauseRef, String)]) -> Vec<MentionGroup> {
    let by_plan = clauses.chunk_by(|(a, _), (b, _)| a.plan == b.plan);
    by_plan
        .filter_map(|chunk| {
            let plan = chunk.first()?.0.plan as usize;
            let mention =
                |(at, note): &(ClauseRef, String)| Mention { link: ctx.clause_link(*at), note: note.clone() };
            Some(MentionGroup {
                plan: ctx.plan_link(plan),
                period: rows::period(ctx, plan),
                clauses: chunk.iter().map(mention).collect(),
            })
        })
        .collect()
}
