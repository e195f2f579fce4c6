//! Turns one cited document into its page.
//! Knows nothing of what the document says.

use super::super::context::Ctx;
use super::super::mentions::{self, Limits};
use super::super::rows;
use super::super::view::DocumentPage;
use super::forms;
use crate::resolve::{Entity, EntityKind};

/// The page of a document.
pub(super) fn page(ctx: &Ctx<'_>, index: usize) -> DocumentPage {
    let record = &ctx.site.catalog.documents.records[index];
    let here = Entity::Document(index);
    let mut limits = Limits::default();
    let plan = record.plan.as_ref().and_then(|id| ctx.site.entity(EntityKind::Plan, id));
    let page = DocumentPage {
        title: ctx.site.name(here, ctx.lang).to_owned(),
        other_title: ctx.other_link(here),
        eyebrow: record.kind.as_deref().and_then(|kind| kind_word(ctx, kind)).into_iter().collect(),
        number: record.number.as_deref().map(|number| ctx.numbered(number)),
        issuers: rows::links(ctx, EntityKind::Department, &record.issuers),
        issued: record.issued.map(|date| ctx.date(date)),
        aliases: forms(&record.aliases, ctx.lang).to_vec(),
        plan: plan.map(|plan| rows::link(ctx, plan)),
        source: record.url.as_deref().and_then(|url| ctx.website(url)),
        note: rows::optional(ctx, record.note.as_ref()),
        mentions: mentions::plain(ctx, &mut limits, "mentions-cited", ctx.site.relations.mentions(here)),
        files: ctx.data_files("documents"),
        limits: Vec::new(),
    };
    DocumentPage { limits: limits.0, ..page }
}

/// Kinds of documents are an open list: one without a word is not shown rather than shown in the wrong language.
fn kind_word(ctx: &Ctx<'_>, kind: &str) -> Option<String> {
    let words = ctx.renderer.theme.messages.get(ctx.lang).plain();
    words.get(&format!("document-{kind}")).cloned()
}
