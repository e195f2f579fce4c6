//! Turns what is known of a text into the notice that says what the page shows.
//! Knows nothing of what the text says.

use super::parallel_href;
use crate::content::text::edition_note;
use crate::content::words::How;
use crate::content::{EditionKind, TextFile};
use crate::lang::Lang;
use crate::render::context::Ctx;
use crate::render::view::{EditionNotice, Link};
use crate::resolve::{Edition, Entity, PageKey};

/// What the best text of a language is, how it was made, and, where asked for, which others there are.
pub(crate) fn notice(ctx: &Ctx<'_>, plan: usize, lang: Lang, others: bool) -> EditionNotice {
    let Some(edition) = ctx.site.skeletons[plan].best(lang) else { return EditionNotice::default() };
    EditionNotice {
        kind: edition.kind.word().to_owned(),
        label: ctx.term("edition", edition.kind.word()),
        made: made(ctx, plan, edition),
        others: if others { other_texts(ctx, plan, edition) } else { Vec::new() },
    }
}

/// How a text was made and reviewed, as far as its plan says so.
fn made(ctx: &Ctx<'_>, plan: usize, edition: &Edition) -> String {
    let folder = &ctx.site.catalog.plans[plan];
    let is_it = |text: &&TextFile| (text.lang, text.kind) == (edition.lang, edition.kind);
    let note = folder.texts.iter().find(is_it).and_then(|text| edition_note(folder, text));
    let Some(made) = note.map(|note| &note.made) else { return String::new() };
    let how = match made.how {
        How::Written => ctx.word("made-written"),
        How::Translated => ctx.word("made-translated"),
        How::Machine => ctx.word("made-machine"),
        How::Imported => ctx.word("made-imported"),
    };
    let sentence = match made.reviewed.as_str() {
        "" => vec![how.to_owned(), ctx.word("made-unreviewed").to_owned()],
        by => vec![how.to_owned(), ctx.say("made-reviewed", &[("by", by)])],
    };
    format!("{}{}", sentence.join(ctx.word("made-join")), ctx.word("full-stop"))
}

/// The other texts, each by name. Those in the page's language are folded in under each clause.
fn other_texts(ctx: &Ctx<'_>, plan: usize, shown: &Edition) -> Vec<Link> {
    let mut links = Vec::new();
    for edition in &ctx.site.skeletons[plan].editions {
        if edition == shown {
            continue;
        }
        let page = PageKey::Thing(edition.lang, Entity::Plan(plan));
        let (open, close) = (ctx.word("open-bracket"), ctx.word("close-bracket"));
        let text = format!(
            "{}{open}{}{close}",
            label(ctx, edition.kind),
            ctx.term("source-lang", edition.lang.code())
        );
        links.push(Link { text, href: (page != *ctx.page).then(|| ctx.href(&page)), lang: None });
    }
    let text = ctx.say("edition-parallel", &[("label", &label(ctx, shown.kind))]);
    links.extend(parallel_href(ctx, plan, None).map(|href| Link { text, href: Some(href), lang: None }));
    links
}

fn label(ctx: &Ctx<'_>, kind: EditionKind) -> String {
    ctx.term("edition", kind.word())
}
