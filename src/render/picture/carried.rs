//! Turns what plans carry on of one another into lines from clause to clause.
//! Knows nothing of texts.

use super::super::context::Ctx;
use super::super::view::{Link, Picture, PictureRow};
use super::svg::{Drawing, lines};
use super::{Size, Told, framed};
use crate::resolve::ClauseRef;
use std::collections::BTreeMap;

/// More lines than this are no picture.
const MOST: usize = 120;
/// Width of the picture and of each column of headings.
const WIDTH: u32 = 900;
const COLUMN: u32 = 345;
/// Height of a line of text, and of the space after a heading.
const LINE: u32 = 17;
const SPACE: u32 = 9;
const TOP: u32 = 34;

/// A column of clauses: what is written, and where each stands.
struct Column {
    title: String,
    clauses: BTreeMap<ClauseRef, Placed>,
    height: u32,
}

/// A heading in lines, from some height on.
struct Placed {
    lines: Vec<String>,
    top: u32,
}

/// Clauses of a plan with clauses of plans that carry them on, or of those that it carries on.
pub(in super::super) fn picture(ctx: &Ctx<'_>, plan: usize) -> Option<Picture> {
    let ties = ties(ctx, plan);
    if ties.is_empty() || ties.len() > MOST {
        return None;
    }
    let upper = column(ctx, ties.iter().map(|(upper, _)| *upper));
    let lower = column(ctx, ties.iter().map(|(_, lower)| *lower));
    let height = upper.height.max(lower.height);
    let drawing = draw(&upper, &lower, &ties);
    let rows = ties
        .iter()
        .map(|(upper, lower)| PictureRow { name: named(ctx, *upper), cells: vec![named(ctx, *lower)] });
    let head = [ctx.word("picture-upper"), ctx.word("implemented-by")].map(str::to_owned).into();
    Some(framed(ctx, Told { id: "carried", head, rows: rows.collect() }, drawing, Size::Fixed(WIDTH, height)))
}

/// Each clause with one that carries it on, upper first, in the order of the texts.
fn ties(ctx: &Ctx<'_>, plan: usize) -> Vec<(ClauseRef, ClauseRef)> {
    let clauses = |plan: usize| {
        let plan = u32::try_from(plan).unwrap_or(u32::MAX);
        (0..ctx.site.skeletons[plan as usize].clauses.len())
            .map(move |clause| ClauseRef { plan, clause: u32::try_from(clause).unwrap_or(u32::MAX) })
    };
    let relations = &ctx.site.relations;
    let below = clauses(plan)
        .flat_map(|upper| relations.implemented_by(upper).iter().map(move |lower| (upper, *lower)));
    let above = ctx.record(plan).implements.iter().filter_map(|link| {
        let (other, clause) = link.to.split_once('#')?;
        Some((ctx.clause_at(ctx.site.plan(other)?, clause)?, ctx.clause_at(plan, &link.clause)?))
    });
    let mut ties: Vec<(ClauseRef, ClauseRef)> = below.chain(above).collect();
    ties.sort_unstable();
    ties.dedup();
    ties
}

fn named(ctx: &Ctx<'_>, at: ClauseRef) -> Link {
    let link = ctx.clause_link(at);
    let text = format!("{}{}{}", ctx.plan_title(at.plan as usize), ctx.word("colon"), link.text);
    Link { text, ..link }
}

fn column(ctx: &Ctx<'_>, clauses: impl Iterator<Item = ClauseRef>) -> Column {
    let mut titles: Vec<&str> = Vec::new();
    let mut column = Column { title: String::new(), clauses: BTreeMap::new(), height: TOP };
    let mut sorted: Vec<ClauseRef> = clauses.collect();
    sorted.sort_unstable();
    sorted.dedup();
    for at in sorted {
        let title = ctx.plan_title(at.plan as usize);
        if !titles.contains(&title) {
            titles.push(title);
        }
        let lines = lines(&ctx.clause_link(at).text, COLUMN);
        let top = column.height;
        column.height += LINE * u32::try_from(lines.len()).unwrap_or(1) + SPACE;
        column.clauses.insert(at, Placed { lines, top });
    }
    column.title = titles.join(ctx.word("list-separator"));
    column
}

fn draw(upper: &Column, lower: &Column, ties: &[(ClauseRef, ClauseRef)]) -> Drawing {
    let mut drawing = Drawing::default();
    let right = WIDTH - COLUMN;
    // The lines first, so that letters stand over them.
    for (from, to) in ties {
        if let (Some(from), Some(to)) = (upper.clauses.get(from), lower.clauses.get(to)) {
            drawing.line("tie", (COLUMN + 14, from.top + 11), (right - 14, to.top + 11));
        }
    }
    for (column, x, dot) in [(upper, 0, COLUMN + 10), (lower, right, right - 10)] {
        drawing.text("strong", x, 16, &column.title);
        for placed in column.clauses.values() {
            drawing.at(dot, placed.top + 11, |mark| mark.circle("on", 3.0));
            for (line, y) in placed.lines.iter().zip((placed.top + 16..).step_by(LINE as usize)) {
                drawing.text("", x, y, line);
            }
        }
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_leads_from_clause_to_clause() {
        let at = |plan, clause| ClauseRef { plan, clause };
        let column = |at: ClauseRef, top| Column {
            title: "T".to_owned(),
            clauses: BTreeMap::from([(at, Placed { lines: vec!["I".to_owned()], top })]),
            height: 80,
        };
        let ties = [(at(0, 1), at(1, 2)), (at(0, 1), at(1, 9))];
        let svg = format!("{:?}", draw(&column(at(0, 1), 34), &column(at(1, 2), 60), &ties));
        assert_eq!(
            svg.matches("class=\\\"tie\\\"").count(),
            1,
            "a clause that is not drawn has no line: {svg}"
        );
        assert!(svg.contains("y1=\\\"45\\\"") && svg.contains("y2=\\\"71\\\""), "{svg}");
    }
}
