//! Turns one plan into its page of both languages side by side, aligned by clause and paragraph.
//! Knows nothing of what clauses commit to.
//!
//! The reader's language stands left. Blocks of one kind are aligned in order, lists item by item, tables as a whole; what
//! has no counterpart leaves the other side empty. Clause anchors are those of the plan page; of the two sides only the
//! reader's bears ids for passages, so that they stay unique.

use super::body::{Body, Writer};
use super::context::Ctx;
use super::frame::{About, list_crumb};
use super::plan;
use super::view::{Flags, Link, Pair, PairRow, ParallelPage, Side};
use crate::content::{ClauseText, PlanText};
use crate::lang::Lang;
use crate::markup::{Block, List};
use crate::resolve::{Clause, Entity, ListKind, PageKey};
use std::mem::{Discriminant, discriminant};

/// More pairs of blocks than this are aligned by place alone.
const MOST_PAIRS: usize = 1_000_000;

/// The page of a plan in both languages.
///
/// # Errors
/// When a text vanished since it was listed.
pub(super) fn page(ctx: &Ctx<'_>, plan: usize) -> anyhow::Result<(About, ParallelPage)> {
    let texts = plan::texts(ctx, plan, &Lang::ALL)?;
    let (title, mut other_title) = plan::titles(ctx, plan, ctx.page);
    other_title.href = None;
    let mut sides = Sides {
        left: Body::new(ctx, plan).paired(),
        right: Body::new(ctx, plan).paired().without_ids(),
        texts: &texts,
    };
    let clauses = &ctx.site.skeletons[plan].clauses;
    let pairs: Vec<Pair> = clauses.iter().map(|clause| pair(ctx, plan, clause, &mut sides)).collect();
    let any = |mark: fn(&Flags) -> bool| pairs.iter().any(|pair| mark(&pair.flags));
    let page = ParallelPage {
        title,
        other_title,
        eyebrow: plan::eyebrow(ctx, plan),
        plan: ctx.href(&PageKey::Thing(ctx.lang, Entity::Plan(plan))),
        sides: [ctx.lang, ctx.lang.other()].map(|lang| side(ctx, plan, lang)).into(),
        toc: plan::toc(ctx, plan),
        flags: Flags {
            gap: any(|flags| flags.gap),
            inferred: any(|flags| flags.inferred),
            stale: any(|flags| flags.stale),
            foreign: any(|flags| flags.foreign),
            ..Flags::default()
        },
        pairs,
    };
    Ok((about(ctx, plan), page))
}

fn about(ctx: &Ctx<'_>, plan: usize) -> About {
    let title = ctx.say("edition-parallel", &[("label", ctx.plan_title(plan))]);
    let description = ctx.say("describe-parallel", &[("title", ctx.plan_title(plan))]);
    let trail = vec![list_crumb(ctx, ListKind::Plans), ctx.plan_link(plan)];
    About {
        kind: "parallel",
        renditions: plan::renditions(ctx, plan),
        title,
        description,
        trail,
        ..About::default()
    }
}

fn side(ctx: &Ctx<'_>, plan: usize, lang: Lang) -> Side {
    Side {
        lang: lang.tag().to_owned(),
        label: plan::lang_name(ctx, lang),
        edition: plan::notice(ctx, plan, lang, false),
    }
}

/// The writers of both sides, with the texts that they write.
struct Sides<'c, 'a> {
    left: Body<'c, 'a>,
    right: Body<'c, 'a>,
    texts: &'c [PlanText],
}

fn pair(ctx: &Ctx<'_>, plan: usize, clause: &Clause, sides: &mut Sides<'_, '_>) -> Pair {
    let foreign = !clause.flags.has_text(ctx.lang)
        && (clause.flags.has_text(ctx.lang.other()) || clause.heading.get(ctx.lang).is_none());
    let flags = plan::flags(clause, &Lang::ALL, foreign);
    Pair {
        id: clause.id.to_string(),
        level: plan::level(clause),
        left_number: plan::number(clause, ctx.lang),
        left: head(ctx, clause),
        right_number: plan::number(clause, ctx.lang.other()),
        right: other_head(ctx, clause),
        flag_note: plan::flag_note(ctx, &flags),
        flags,
        clause: ctx.clause_href(plan, &clause.id),
        rows: rows(ctx, clause, sides),
    }
}

fn head(ctx: &Ctx<'_>, clause: &Clause) -> Link {
    let (lang, text) = plan::heading(ctx, clause);
    Link { text, href: None, lang: ctx.foreign(lang) }
}

/// The heading in the other language; empty where that has none.
fn other_head(ctx: &Ctx<'_>, clause: &Clause) -> Link {
    let text = clause.heading.get(ctx.lang.other()).map(|heading| heading.to_string());
    Link { text: text.unwrap_or_default(), href: None, lang: ctx.foreign(ctx.lang.other()) }
}

/// The best text of a clause in a language with its blocks.
fn best<'t>(texts: &'t [PlanText], lang: Lang, clause: &Clause) -> Option<(&'t PlanText, &'t ClauseText)> {
    plan::editions_of(texts, lang, &clause.id).into_iter().next()
}

fn rows(ctx: &Ctx<'_>, clause: &Clause, sides: &mut Sides<'_, '_>) -> Vec<PairRow> {
    let left = best(sides.texts, ctx.lang, clause);
    let right = best(sides.texts, ctx.lang.other(), clause);
    if left.is_none() && right.is_none() && !clause.flags.parent {
        let left_html = plan::unsummarised(ctx, clause);
        return vec![PairRow { left_html, right_html: String::new() }];
    }
    fn blocks<'t>(text: Option<(&'t PlanText, &'t ClauseText)>) -> &'t [Block] {
        text.map_or(&[], |(text, clause)| text.section(clause).blocks)
    }
    let mut writers = [
        left.map(|(text, clause)| sides.left.open(text, clause, "")),
        right.map(|(text, clause)| sides.right.open(text, clause, "-other")),
    ];
    let mut rows = Vec::new();
    for (a, b) in align(blocks(left), blocks(right)) {
        rows.extend(cells(a, b).into_iter().map(|(a, b)| PairRow {
            left_html: write(&mut writers[0], a),
            right_html: write(&mut writers[1], b),
        }));
    }
    let notes = [notes(&mut writers[0], left), notes(&mut writers[1], right)];
    if notes.iter().any(|notes| !notes.is_empty()) {
        let [left_html, right_html] = notes;
        rows.push(PairRow { left_html, right_html });
    }
    rows
}

fn write(writer: &mut Option<Writer<'_, '_, '_>>, block: Option<Block>) -> String {
    writer.as_mut().zip(block).map(|(writer, block)| writer.blocks(&[block])).unwrap_or_default()
}

fn notes(writer: &mut Option<Writer<'_, '_, '_>>, text: Option<(&PlanText, &ClauseText)>) -> String {
    let written = writer
        .as_mut()
        .zip(text)
        .map(|(writer, (text, clause))| writer.notes(&text.document, text.section(clause).blocks));
    written.unwrap_or_default()
}

/// Pairs the blocks of both sides: the longest common order of kinds; the rest stand alone.
fn align<'l, 'r>(left: &'l [Block], right: &'r [Block]) -> Vec<(Option<&'l Block>, Option<&'r Block>)> {
    let kinds = |blocks: &[Block]| blocks.iter().map(discriminant).collect::<Vec<Discriminant<Block>>>();
    let (left_kinds, right_kinds) = (kinds(left), kinds(right));
    if left_kinds == right_kinds || left.len().saturating_mul(right.len()) > MOST_PAIRS {
        let rows = left.len().max(right.len());
        return (0..rows).map(|at| (left.get(at), right.get(at))).collect();
    }
    let longest = common(&left_kinds, &right_kinds);
    let (mut a, mut b) = (0, 0);
    let mut pairs = Vec::new();
    while a < left.len() || b < right.len() {
        let same = a < left.len() && b < right.len() && left_kinds[a] == right_kinds[b];
        if same {
            pairs.push((Some(&left[a]), Some(&right[b])));
            (a, b) = (a + 1, b + 1);
        } else if b == right.len() || (a < left.len() && longest[a + 1][b] >= longest[a][b + 1]) {
            pairs.push((Some(&left[a]), None));
            a += 1;
        } else {
            pairs.push((None, Some(&right[b])));
            b += 1;
        }
    }
    pairs
}

/// For each pair of places, how many kinds the two rests have in common.
fn common<T: PartialEq>(left: &[T], right: &[T]) -> Vec<Vec<usize>> {
    let mut longest = vec![vec![0; right.len() + 1]; left.len() + 1];
    for a in (0..left.len()).rev() {
        for b in (0..right.len()).rev() {
            longest[a][b] = if left[a] == right[b] {
                longest[a + 1][b + 1] + 1
            } else {
                longest[a + 1][b].max(longest[a][b + 1])
            };
        }
    }
    longest
}

/// A pair of blocks as rows: two lists row by row, a list without counterpart too, everything else as it is.
fn cells(left: Option<&Block>, right: Option<&Block>) -> Vec<(Option<Block>, Option<Block>)> {
    match (left, right) {
        (Some(Block::List(a)), Some(Block::List(b))) => {
            let rows = a.items.len().max(b.items.len());
            (0..rows).map(|at| (item(a, at), item(b, at))).collect()
        }
        (Some(Block::List(a)), None) => (0..a.items.len()).map(|at| (item(a, at), None)).collect(),
        (None, Some(Block::List(b))) => (0..b.items.len()).map(|at| (None, item(b, at))).collect(),
        (left, right) => vec![(left.cloned(), right.cloned())],
    }
}

/// A list of one item, which keeps its number.
fn item(list: &List, at: usize) -> Option<Block> {
    let item = list.items.get(at)?.clone();
    let start = list.start.map(|start| start.saturating_add(at as u64));
    Some(Block::List(List { start, tight: list.tight, items: vec![item], span: list.span.clone() }))
}

#[cfg(test)]
mod tests;
