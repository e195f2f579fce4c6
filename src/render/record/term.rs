//! Turns one term into its page.
//! Knows nothing of how terms are linked in texts.

use super::super::context::Ctx;
use super::super::mentions::{self, Limits};
use super::super::rows;
use super::super::view::{Link, TermPage};
use super::forms;
use crate::content::registry::Aliases;
use crate::resolve::{Entity, EntityKind};

/// The page of a term.
pub(super) fn page(ctx: &Ctx<'_>, index: usize) -> TermPage {
    let record = &ctx.site.catalog.terms.records[index];
    let here = Entity::Term(index);
    let other = ctx.lang.other();
    let mut limits = Limits::default();
    let page = TermPage {
        title: ctx.site.name(here, ctx.lang).to_owned(),
        other_title: ctx.other_link(here),
        accepted: both(ctx, &record.accepted),
        avoid: both(ctx, &record.avoid),
        definition: rows::optional(ctx, record.definition.as_ref()),
        other_definition: record.definition.as_ref().map(|definition| Link {
            text: definition.get(other).clone(),
            href: None,
            lang: Some(other.tag().to_owned()),
        }),
        topic: rows::links(ctx, EntityKind::Topic, &record.topic).pop(),
        source: rows::optional(ctx, record.source.as_ref()),
        mentions: mentions::plain(ctx, &mut limits, "mentions-in", ctx.site.relations.mentions(here)),
        files: ctx.data_files("glossary"),
        limits: Vec::new(),
    };
    TermPage { limits: limits.0, ..page }
}

/// The forms of both languages, the reader's first.
fn both(ctx: &Ctx<'_>, aliases: &Aliases) -> Vec<Link> {
    let of = |lang| {
        let form = move |text: &String| Link { text: text.clone(), href: None, lang: ctx.foreign(lang) };
        forms(aliases, lang).iter().map(form)
    };
    of(ctx.lang).chain(of(ctx.lang.other())).collect()
}
