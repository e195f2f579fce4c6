//! Turns the portal into the pages outside its content: the language choice and missing addresses.
//! Knows nothing of plans.

use super::context::Ctx;
use super::frame::{About, list_crumb};
use super::view::{Frame, GatewayChoice, GatewayPage, Link, MissingPage, Page};
use crate::lang::Lang;
use crate::resolve::{ListKind, PageKey};

/// `/`
pub(super) fn gateway(ctx: &Ctx<'_>) -> (About, Page) {
    let description = &ctx.site.catalog.config.description;
    let about = About {
        kind: "gateway",
        description: format!("{} {}", description.zh, description.en),
        ..About::default()
    };
    (about, Page::Gateway(choices(ctx)))
}

/// `/404.html`
pub(super) fn root_missing(ctx: &Ctx<'_>) -> (About, Page) {
    let about = About { kind: "missing", noindex: true, ..About::default() };
    (about, Page::MissingRoot(choices(ctx)))
}

/// `/{lang}/404.html`
pub(super) fn missing(ctx: &Ctx<'_>) -> (About, Page) {
    let home = Link {
        text: ctx.word("home").to_owned(),
        href: Some(ctx.href(&PageKey::Home(ctx.lang))),
        lang: None,
    };
    let lists = [ListKind::Plans, ListKind::Targets, ListKind::Departments, ListKind::Partners];
    let lists = lists.into_iter().map(|kind| list_crumb(ctx, kind));
    let about = About {
        kind: "missing",
        title: ctx.word("missing").to_owned(),
        alone: true,
        noindex: true,
        ..About::default()
    };
    (about, Page::Missing(MissingPage { links: std::iter::once(home).chain(lists).collect() }))
}

/// Pages outside both languages bear the portal's name in both.
pub(super) fn named(ctx: &Ctx<'_>, frame: Frame) -> Frame {
    if ctx.page.lang().is_some() {
        return frame;
    }
    let title = &ctx.site.catalog.config.title;
    let names = if title.zh == title.en { title.zh.clone() } else { format!("{} · {}", title.zh, title.en) };
    let missing = *ctx.page == PageKey::RootMissing;
    Frame { title: if missing { format!("404 · {names}") } else { names }, ..frame }
}

fn choices(ctx: &Ctx<'_>) -> GatewayPage {
    GatewayPage { choices: Lang::ALL.into_iter().map(|lang| choice(ctx, lang)).collect() }
}

fn choice(ctx: &Ctx<'_>, lang: Lang) -> GatewayChoice {
    let config = &ctx.site.catalog.config;
    let word = |key| ctx.word_in(lang, key).to_owned();
    GatewayChoice {
        lang: lang.tag().to_owned(),
        href: ctx.href(&PageKey::Home(lang)),
        label: word(if lang == Lang::Zh { "lang-zh" } else { "lang-en" }),
        title: config.title.get(lang).clone(),
        description: config.description.get(lang).clone(),
        enter: word("enter"),
        not_government: word("not-government"),
        missing: word("missing"),
    }
}
