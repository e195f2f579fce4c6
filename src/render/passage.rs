//! Turns the words that prove a record into the paragraph that holds them, in both languages.
//! Knows nothing of the record.

use super::context::{Ctx, numbered};
use super::view::{Link, Passage, Tag};
use crate::content::{ClauseText, EditionKind, PlanText};
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
    let of_lang = |lang: Lang| {
        let texts = texts(ctx, plan, clause, lang);
        let (text, found) = texts.iter().find_map(|text| Some((text, text.clause(clause)?)))?;
        let (html, anchor) = show(text, found)?;
        let page = PageKey::Thing(lang, Entity::Plan(plan));
        let name = numbered(&found.parsed.cited(lang), &found.heading);
        Some(Passage {
            lang: lang.tag().to_owned(),
            edition: edition(ctx, lang, text.file.kind),
            html,
            clause: Link { text: name, href: Some(format!("{}#{anchor}", ctx.href(&page))), lang: None },
        })
    };
    [ctx.lang, ctx.lang.other()].into_iter().filter_map(of_lang).collect()
}

/// The texts of a language that may have a clause: where there is only one, no more of it than the clause.
fn texts(ctx: &Ctx<'_>, plan: usize, clause: &str, lang: Lang) -> Vec<PlanText> {
    let folder = &ctx.site.catalog.plans[plan];
    let mut files = folder.texts.iter().filter(|file| file.lang == lang);
    if let (Some(file), None) = (files.next(), files.next()) {
        let skeleton = &ctx.site.skeletons[plan];
        let start = skeleton.find(clause).and_then(|at| skeleton.clauses[at].span.get(lang));
        let Some(start) = start.map(|span| span.range().start) else { return Vec::new() };
        let starts = skeleton.clauses.iter().filter_map(|clause| clause.span.get(lang));
        let next = starts.map(|span| span.range().start).filter(|next| *next > start).min();
        let end = next.unwrap_or(skeleton.best(lang).map_or(start, |edition| edition.bytes as usize));
        if let Some(text) = ctx.renderer.bodies.part(file, start..end) {
            return vec![text];
        }
    }
    let (texts, _) = ctx.renderer.bodies.of(folder);
    texts.into_iter().filter(|text| text.file.lang == lang).collect()
}

/// What a text is, in the text's own language, as it stands under it.
fn edition(ctx: &Ctx<'_>, lang: Lang, kind: EditionKind) -> Tag {
    let key = format!("edition-{}", kind.word());
    let text = ctx.renderer.theme.messages.get(lang).word(&key).to_owned();
    Tag { kind: kind.word().to_owned(), text, hint: String::new() }
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
