//! Turns a plan, or one clause of it, into citations that can be copied.
//! Knows nothing of texts.
//!
//! What is cited is the issuers' document. A second line in each style cites this portal's digest, with the day for
//! which it is true.

use crate::lang::Lang;
use crate::record::PartialDate;
use crate::render::context::Ctx;
use crate::render::view::Citation;
use crate::resolve::{Clause, Entity, EntityKind, PageKey};

/// What is cited.
pub(crate) struct Cited<'s> {
    /// The plan.
    pub(crate) plan: usize,
    /// One clause of it; else the whole.
    pub(crate) clause: Option<&'s Clause>,
}

/// The citations in both styles: the official document, then this portal's text of it.
pub(crate) fn citations(ctx: &Ctx<'_>, cited: &Cited<'_>) -> Vec<Citation> {
    let lines = [
        ("cite-gb", Lang::Zh, official_zh(ctx, cited)),
        ("cite-gb-portal", Lang::Zh, portal_zh(ctx, cited)),
        ("cite-en", Lang::En, official_en(ctx, cited)),
        ("cite-en-portal", Lang::En, portal_en(ctx, cited)),
    ];
    let mut lines: Vec<_> = lines
        .into_iter()
        .map(|(style, lang, text)| {
            (lang, Citation { style: ctx.word(style).to_owned(), text, lang: ctx.foreign(lang) })
        })
        .collect();
    // The reader's own language first.
    lines.sort_by_key(|(lang, _)| *lang != ctx.lang);
    lines.into_iter().map(|(_, citation)| citation).collect()
}

/// The official document in the style of the page's language.
pub(crate) fn official(ctx: &Ctx<'_>, cited: &Cited<'_>) -> String {
    match ctx.lang {
        Lang::Zh => official_zh(ctx, cited),
        Lang::En => official_en(ctx, cited),
    }
}

/// GB/T 7714: 责任者. 题名: 文号[Z]. 发布日期.
fn official_zh(ctx: &Ctx<'_>, cited: &Cited<'_>) -> String {
    let meta = ctx.meta(cited.plan);
    let mut text = format!("{}. {}", issuers(ctx, cited.plan, Lang::Zh).join(", "), meta.title.zh);
    if let Some(number) = &meta.number {
        text.push_str(": ");
        text.push_str(number);
    }
    text.push_str(&locator(ctx, cited, Lang::Zh, ": "));
    let url = source_url(ctx, cited.plan);
    text.push_str(if url.is_some() { "[Z/OL]." } else { "[Z]." });
    if let Some(date) = meta.published.or(meta.issued) {
        text.push_str(&format!(" ({date})."));
    }
    if let Some(url) = url {
        text.push_str(&format!(" {url}."));
    }
    text
}

fn portal_zh(ctx: &Ctx<'_>, cited: &Cited<'_>) -> String {
    let config = &ctx.site.catalog.config;
    let title = &ctx.meta(cited.plan).title.zh;
    let edition = edition(ctx, cited.plan, Lang::Zh);
    let place = locator(ctx, cited, Lang::Zh, ": ");
    format!(
        "{}. 《{title}》{edition}{place}[DB/OL]//{}. ({}). {}.",
        config.organisation.name.zh,
        config.title.zh,
        config.as_of,
        address(ctx, cited, Lang::Zh)
    )
}

/// Issuers. (Date). *Title* [Chinese title] (Number).
fn official_en(ctx: &Ctx<'_>, cited: &Cited<'_>) -> String {
    let meta = ctx.meta(cited.plan);
    let mut text = format!("{}.", and(issuers(ctx, cited.plan, Lang::En)));
    if let Some(date) = meta.issued.or(meta.published) {
        text.push_str(&format!(" ({}).", english(ctx, date)));
    }
    text.push_str(&format!(" {} [{}]", meta.title.en, meta.title.zh));
    if let Some(number) = &meta.number {
        text.push_str(&format!(" ({number})"));
    }
    text.push_str(&locator(ctx, cited, Lang::En, ", "));
    text.push('.');
    if let Some(url) = source_url(ctx, cited.plan) {
        text.push_str(&format!(" {url}"));
    }
    text
}

fn portal_en(ctx: &Ctx<'_>, cited: &Cited<'_>) -> String {
    let config = &ctx.site.catalog.config;
    format!(
        "{}. {}: {}{}. In {}, content as of {}. {}",
        config.organisation.name.en,
        ctx.meta(cited.plan).title.en,
        edition(ctx, cited.plan, Lang::En),
        locator(ctx, cited, Lang::En, ", "),
        config.title.en,
        english(ctx, PartialDate::from(config.as_of)),
        address(ctx, cited, Lang::En)
    )
}

fn issuers(ctx: &Ctx<'_>, plan: usize, lang: Lang) -> Vec<String> {
    let ids = ctx.meta(plan).issuers.iter();
    let bodies = ids.filter_map(|id| ctx.site.entity(EntityKind::Department, id));
    bodies.map(|body| ctx.site.name(body, lang).to_owned()).collect()
}

/// A, B and C.
fn and(names: Vec<String>) -> String {
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// The clause, by its number or else its heading.
fn locator(ctx: &Ctx<'_>, cited: &Cited<'_>, lang: Lang, before: &str) -> String {
    let Some(clause) = cited.clause else { return String::new() };
    let number = ctx.site.cited(clause, lang);
    let place = match (number.as_str(), clause.heading.best(lang)) {
        ("", Some((_, heading))) => heading.to_string(),
        _ => number,
    };
    format!("{before}{place}")
}

/// What this portal's text in a language is.
fn edition(ctx: &Ctx<'_>, plan: usize, lang: Lang) -> String {
    let skeleton = &ctx.site.skeletons[plan];
    let edition = skeleton.best(lang).or_else(|| skeleton.best(lang.other()));
    let word = edition.map_or("digest", |edition| edition.kind.word());
    let key = format!("cite-edition-{word}");
    ctx.renderer.theme.messages.get(lang).word(&key).to_owned()
}

fn source_url<'a>(ctx: &Ctx<'a>, plan: usize) -> Option<&'a str> {
    ctx.meta(plan).sources.iter().map(|source| source.url.as_str()).find(|url| !url.is_empty())
}

fn address(ctx: &Ctx<'_>, cited: &Cited<'_>, lang: Lang) -> String {
    let page = ctx.absolute(&PageKey::Thing(lang, Entity::Plan(cited.plan)));
    cited.clause.map_or(page.clone(), |clause| format!("{page}#{}", clause.id))
}

fn english(ctx: &Ctx<'_>, date: PartialDate) -> String {
    ctx.renderer.format.get(Lang::En).date(date)
}
