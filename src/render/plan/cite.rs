//! Turns a plan, or one clause of it, into citations that can be copied.
//! Knows nothing of texts.
//!
//! What is cited is the issuers' document. A second line in each style cites this portal's digest, with the day for
//! which it is true.

use crate::content::TextFile;
use crate::content::text::edition_note;
use crate::lang::Lang;
use crate::record::PartialDate;
use crate::render::context::Ctx;
use crate::render::view::Citation;
use crate::resolve::{Clause, Edition, Entity, EntityKind, PageKey};

/// What is cited.
pub(crate) struct Cited<'s> {
    /// The plan.
    pub(crate) plan: usize,
    /// One clause of it; else the whole.
    pub(crate) clause: Option<&'s Clause>,
}

/// A citation of the whole, cut where a clause's place and its anchor go.
struct Line {
    head: String,
    /// What stands before the place of a clause.
    joint: &'static str,
    tail: String,
    /// This portal's address, to which the anchor of a clause is added; empty where the document is cited.
    address: String,
    end: &'static str,
}

impl Line {
    /// The citation of what is cited.
    fn of(&self, ctx: &Ctx<'_>, cited: &Cited<'_>, lang: Lang) -> String {
        let place =
            cited.clause.map_or(String::new(), |clause| self.joint.to_owned() + &place(ctx, clause, lang));
        let anchor = cited.clause.filter(|_| !self.address.is_empty());
        let anchor = anchor.map_or(String::new(), |clause| format!("#{}", clause.id));
        [&self.head, &place, &self.tail, &self.address, &anchor, self.end].concat()
    }
}

/// The citations in both styles: the official document, then this portal's text of it.
pub(crate) fn citations(ctx: &Ctx<'_>, cited: &Cited<'_>) -> Vec<Citation> {
    let lines = [
        ("cite-gb", Lang::Zh, official_zh(ctx, cited.plan)),
        ("cite-gb-portal", Lang::Zh, portal_zh(ctx, cited.plan)),
        ("cite-en", Lang::En, official_en(ctx, cited.plan)),
        ("cite-en-portal", Lang::En, portal_en(ctx, cited.plan)),
    ];
    let mut lines: Vec<_> = lines
        .into_iter()
        .map(|(style, lang, line)| {
            let citation = Citation {
                style: ctx.word(style).to_owned(),
                text: line.of(ctx, cited, lang),
                lang: ctx.foreign(lang),
                written_in: lang.code().to_owned(),
                head: line.head,
                joint: line.joint.to_owned(),
                tail: line.tail,
                address: line.address,
                end: line.end.to_owned(),
            };
            (lang, citation)
        })
        .collect();
    // The reader's own language first.
    lines.sort_by_key(|(lang, _)| *lang != ctx.lang);
    lines.into_iter().map(|(_, citation)| citation).collect()
}

/// The official document in the style of the page's language.
pub(crate) fn official(ctx: &Ctx<'_>, cited: &Cited<'_>) -> String {
    let line = match ctx.lang {
        Lang::Zh => official_zh(ctx, cited.plan),
        Lang::En => official_en(ctx, cited.plan),
    };
    line.of(ctx, cited, ctx.lang)
}

/// GB/T 7714: 责任者. 题名: 文号[Z]. 发布日期.
fn official_zh(ctx: &Ctx<'_>, plan: usize) -> Line {
    let meta = ctx.meta(plan);
    let mut head = format!("{}. {}", issuers(ctx, plan, Lang::Zh).join(", "), meta.title.zh);
    if let Some(number) = &meta.number {
        head.push_str(": ");
        head.push_str(number);
    }
    let url = source_url(ctx, plan);
    let mut tail = if url.is_some() { "[Z/OL]." } else { "[Z]." }.to_owned();
    if let Some(date) = meta.published.or(meta.issued) {
        tail.push_str(&format!(" ({date})."));
    }
    if let Some(url) = url {
        tail.push_str(&format!(" {url}."));
    }
    Line { head, joint: ": ", tail, address: String::new(), end: "" }
}

fn portal_zh(ctx: &Ctx<'_>, plan: usize) -> Line {
    let config = &ctx.site.catalog.config;
    let title = &ctx.meta(plan).title.zh;
    let edition = edition(ctx, plan, Lang::Zh);
    let revised = revised(ctx, plan, Lang::Zh);
    Line {
        head: format!("{}. 《{title}》{edition}", config.organisation.name.zh),
        joint: ": ",
        tail: format!("[DB/OL]//{}. ({revised}). ", config.title.zh),
        address: address(ctx, plan, Lang::Zh),
        end: ".",
    }
}

/// Issuers. (Date). *Title* [Chinese title] (Number).
fn official_en(ctx: &Ctx<'_>, plan: usize) -> Line {
    let meta = ctx.meta(plan);
    let mut head = format!("{}.", and(issuers(ctx, plan, Lang::En)));
    if let Some(date) = meta.issued.or(meta.published) {
        head.push_str(&format!(" ({}).", english(ctx, date)));
    }
    head.push_str(&format!(" {} [{}]", meta.title.en, meta.title.zh));
    if let Some(number) = &meta.number {
        head.push_str(&format!(" ({number})"));
    }
    let tail = source_url(ctx, plan).map_or(".".to_owned(), |url| format!(". {url}"));
    Line { head, joint: ", ", tail, address: String::new(), end: "" }
}

fn portal_en(ctx: &Ctx<'_>, plan: usize) -> Line {
    let config = &ctx.site.catalog.config;
    let (title, edition) = (&ctx.meta(plan).title.en, edition(ctx, plan, Lang::En));
    let revised = english(ctx, revised(ctx, plan, Lang::En));
    Line {
        head: format!("{}. {title}: {edition}", config.organisation.name.en),
        joint: ", ",
        tail: format!(". In {}, content as of {revised}. ", config.title.en),
        address: address(ctx, plan, Lang::En),
        end: "",
    }
}

/// The day of the text: of its last revision where that is said, else of the content.
fn revised(ctx: &Ctx<'_>, plan: usize, lang: Lang) -> PartialDate {
    let folder = &ctx.site.catalog.plans[plan];
    let is_it = |text: &&TextFile, edition: &Edition| (text.lang, text.kind) == (edition.lang, edition.kind);
    let edition = ctx.site.skeletons[plan].best(lang);
    let file = edition.and_then(|edition| folder.texts.iter().find(|text| is_it(text, edition)));
    let note = file.and_then(|file| edition_note(folder, file));
    let date = note.and_then(|note| note.revised).unwrap_or(ctx.site.catalog.config.as_of);
    PartialDate::from(date)
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

/// Where a clause stands: its number, else its heading.
pub(super) fn place(ctx: &Ctx<'_>, clause: &Clause, lang: Lang) -> String {
    let number = ctx.site.cited(clause, lang);
    match (number.as_str(), clause.heading.best(lang)) {
        ("", Some((_, heading))) => heading.to_string(),
        _ => number,
    }
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

fn address(ctx: &Ctx<'_>, plan: usize, lang: Lang) -> String {
    ctx.absolute(&PageKey::Thing(lang, Entity::Plan(plan)))
}

fn english(ctx: &Ctx<'_>, date: PartialDate) -> String {
    ctx.renderer.format.get(Lang::En).date(date)
}
