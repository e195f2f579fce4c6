//! Turns the words that prove a record into the paragraph that holds them, in both languages.
//! Knows nothing of the record.

use super::context::Ctx;
use super::view::{Link, Passage};
use crate::content::{ClauseText, PlanText};
use crate::lang::{Lang, Texts};
use crate::markup::html::escape;
use crate::markup::{Block, Cell, plain};
use crate::resolve::{Entity, PageKey};

/// The paragraph of a clause that holds the words, marked, in each language that has them; the reader's first.
pub(super) fn marked(
    ctx: &Ctx<'_>,
    plan: usize,
    clause: &str,
    anchor: &str,
    words: &Texts<String>,
) -> Vec<Passage> {
    each(ctx, plan, clause, |text, found| {
        let wanted = words.get(text.file.lang)?;
        let pieces = pieces(text.section(found).blocks);
        let holder = pieces.iter().find_map(|piece| Some((piece, piece.find(wanted.as_str())?)));
        Some(match holder {
            Some((piece, at)) => (mark(piece, at..at + wanted.len()), anchor.to_owned()),
            // The words stand in the clause's heading, or the text moved on since: shown alone, and not as found.
            None => (paragraph(wanted), clause.to_owned()),
        })
    })
}

/// The beginning of a clause in each language that has it; the reader's first.
pub(super) fn opening(ctx: &Ctx<'_>, plan: usize, clause: &str) -> Vec<Passage> {
    each(ctx, plan, clause, |text, found| {
        let pieces = pieces(text.section(found).blocks);
        let html: String = pieces.iter().take(2).map(|piece| paragraph(piece)).collect();
        (!html.is_empty()).then(|| (html, clause.to_owned()))
    })
}

fn each(
    ctx: &Ctx<'_>,
    plan: usize,
    clause: &str,
    show: impl Fn(&PlanText, &ClauseText) -> Option<(String, String)>,
) -> Vec<Passage> {
    let (texts, _) = ctx.renderer.bodies.of(&ctx.site.catalog.plans[plan]);
    let of_lang = |lang: Lang| {
        let mut having = texts.iter().filter(|text| text.file.lang == lang);
        let (text, found) = having.find_map(|text| Some((text, text.clause(clause)?)))?;
        let (html, anchor) = show(text, found)?;
        let page = PageKey::Thing(lang, Entity::Plan(plan));
        let number = found.parsed.cited(lang);
        let heading = &found.heading;
        let name = if number.is_empty() { heading.clone() } else { format!("{number} {heading}") };
        Some(Passage {
            lang: lang.tag().to_owned(),
            edition: ctx.tag("edition", text.file.kind.word()),
            html,
            clause: Link { text: name, href: Some(format!("{}#{anchor}", ctx.href(&page))), lang: None },
        })
    };
    [ctx.lang, ctx.lang.other()].into_iter().filter_map(of_lang).collect()
}

/// The plain words of each paragraph, list item and table row.
fn pieces(blocks: &[Block]) -> Vec<String> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph { inlines, .. } => found.push(plain::of_inlines(inlines)),
            Block::List(list) => {
                for item in &list.items {
                    found.extend(pieces(&item.blocks));
                }
            }
            Block::Quote { blocks, .. } => found.extend(pieces(blocks)),
            Block::Table(table) => found.extend(table.rows.iter().map(|row| cells(row))),
            Block::Heading(_) | Block::Code { .. } | Block::Rule { .. } | Block::Figure(_) => {}
        }
    }
    found
}

fn cells(row: &[Cell]) -> String {
    let words: Vec<String> = row.iter().map(|cell| plain::of_inlines(&cell.inlines)).collect();
    words.join(" · ")
}

fn mark(piece: &str, at: std::ops::Range<usize>) -> String {
    let mut html = String::from("<p>");
    escape(&piece[..at.start], &mut html);
    html.push_str("<mark>");
    escape(&piece[at.clone()], &mut html);
    html.push_str("</mark>");
    escape(&piece[at.end..], &mut html);
    html.push_str("</p>");
    html
}

fn paragraph(piece: &str) -> String {
    let mut html = String::from("<p>");
    escape(piece, &mut html);
    html.push_str("</p>");
    html
}
