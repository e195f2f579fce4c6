//! Turns the clauses of a plan into what is shown of each: heading, text, marks, ways to its twin.
//! Knows nothing of what a clause commits to; its margin does.

use super::{cite, editions_of, lang_name, margin, parallel_href, twin_page};
use crate::content::{ClauseId, ClauseText, PlanText};
use crate::lang::{Bilingual, Lang};
use crate::markup::html::{escape, push_url};
use crate::render::body::Body;
use crate::render::context::{Ctx, web_address};
use crate::render::view::{ClauseView, Flags, Link, Margin};
use crate::resolve::{Clause, ClauseRef, PageKey};
use crate::template::Asked;

/// All clauses in reading order.
pub(super) fn clauses(
    ctx: &Ctx<'_>,
    plan: usize,
    texts: &[PlanText],
    body: &mut Body<'_, '_>,
    asked: &Asked,
) -> Vec<ClauseView> {
    let clauses = ctx.site.skeletons[plan].clauses.iter();
    let at = |index: usize| ClauseRef {
        plan: u32::try_from(plan).unwrap_or(u32::MAX),
        clause: u32::try_from(index).unwrap_or(u32::MAX),
    };
    let parts = margin::Parts::asked(asked);
    let view = |(index, clause)| view(ctx, at(index), clause, texts, body, asked, parts.as_ref());
    clauses.enumerate().map(view).collect()
}

fn view(
    ctx: &Ctx<'_>,
    at: ClauseRef,
    clause: &Clause,
    texts: &[PlanText],
    body: &mut Body<'_, '_>,
    asked: &Asked,
    parts: Option<&margin::Parts>,
) -> ClauseView {
    let plan = at.plan as usize;
    let (heading_lang, heading) = heading(ctx, clause);
    let (text_lang, html) = html(ctx, clause, texts, body);
    let text_lang = text_lang.unwrap_or(heading_lang);
    // Some marks come from the margin, which is told by the text what is marked.
    let margin = parts.map_or_else(Margin::default, |parts| margin::margin(ctx, at, clause, body, parts));
    let mut flags = flags(clause, &[text_lang], heading_lang != ctx.lang || text_lang != ctx.lang);
    let bases = margin::all_bases(&margin);
    flags.editorial = super::has_kind(&bases, "editorial");
    flags.inherited = super::has_kind(&bases, "inherited");
    ClauseView {
        id: clause.id.to_string(),
        number: number(clause, ctx.lang),
        heading,
        level: level(clause),
        // Where only the text is in the other language, the text says so itself.
        lang: ctx.foreign(heading_lang),
        html: if text_lang == heading_lang { html } else { in_lang(text_lang, &html) },
        flag_note: flag_note(ctx, &flags),
        flags,
        margin,
        twin: asked.or_default("twin", || twin(ctx, plan, clause)),
        parallel: asked.or_default("parallel", || parallel_href(ctx, plan, Some(&clause.id))),
        cited: asked.or_default("cited", || Bilingual::from_fn(|lang| cite::place(ctx, clause, lang))),
        report: asked.or_default("report", || report(ctx, plan, clause)),
    }
}

/// The heading in the page's language, else in the other one.
pub(crate) fn heading(ctx: &Ctx<'_>, clause: &Clause) -> (Lang, String) {
    clause.heading.best(ctx.lang).map_or((ctx.lang, String::new()), |(lang, text)| (lang, text.to_string()))
}

/// The whole number, from the chapter down: 二（三）, II (3); empty for heads without a number. A number that the Chinese
/// text prints in another way than its id is kept as printed.
pub(crate) fn number(clause: &Clause, lang: Lang) -> String {
    let id = ClauseId::parse(&clause.id);
    let usual = |id: &ClauseId| id.printed(Lang::Zh);
    match &clause.number {
        Some(number) if lang == Lang::Zh && **number != id.as_ref().map(usual).unwrap_or_default() => {
            number.to_string()
        }
        _ => id.filter(ClauseId::is_numbered).map(|id| id.cited(lang)).unwrap_or_default(),
    }
}

/// The number as printed before the heading: （三）, (3).
pub(super) fn printed(clause: &Clause, lang: Lang) -> String {
    match &clause.number {
        Some(number) if lang == Lang::Zh => number.to_string(),
        _ => ClauseId::parse(&clause.id).map(|id| id.printed(lang)).unwrap_or_default(),
    }
}

/// The level of the heading in the page, whose title is level 1.
pub(crate) fn level(clause: &Clause) -> u8 {
    clause.level.saturating_add(1).clamp(2, 5)
}

/// The marks of a clause on a page that shows its text in some languages.
pub(crate) fn flags(clause: &Clause, shown: &[Lang], foreign: bool) -> Flags {
    let stale = shown.iter().any(|lang| clause.stale.get(*lang) == Some(&true));
    Flags { gap: clause.flags.gap, inferred: clause.flags.inferred, stale, foreign, ..Flags::default() }
}

/// Why a clause bears its marks, in a sentence or two.
pub(crate) fn flag_note(ctx: &Ctx<'_>, flags: &Flags) -> String {
    let notes = [
        (flags.inferred, "flag-inferred-hint"),
        (flags.gap, "flag-gap-hint"),
        (flags.stale, "flag-stale-hint"),
        (flags.foreign, "flag-foreign-hint"),
    ];
    let sentences: Vec<&str> = notes.iter().filter(|(on, _)| *on).map(|(_, key)| ctx.word(key)).collect();
    sentences.join(if ctx.lang == Lang::En { " " } else { "" })
}

/// The text with its language: the best one of the page's language, the others folded in; else that of the other
/// language; else a word on why there is none.
fn html(
    ctx: &Ctx<'_>,
    clause: &Clause,
    texts: &[PlanText],
    body: &mut Body<'_, '_>,
) -> (Option<Lang>, String) {
    let lang = [ctx.lang, ctx.lang.other()]
        .into_iter()
        .find(|lang| !editions_of(texts, *lang, &clause.id).is_empty());
    let Some(lang) = lang else {
        let html = if clause.flags.parent { String::new() } else { unsummarised(ctx, clause) };
        return (None, html);
    };
    let mut html = String::new();
    for (place, (text, words)) in editions_of(texts, lang, &clause.id).into_iter().enumerate() {
        let best = texts.iter().find(|text| text.file.lang == lang);
        let is_best = best.is_some_and(|best| best.file == text.file);
        if is_best {
            html.push_str(&body.clause(text, words, ""));
        } else {
            html.push_str(&folded(ctx, text, words, place == 0, body));
        }
    }
    (Some(lang), html)
}

/// A text that is not the page's best, under its name.
fn folded(ctx: &Ctx<'_>, text: &PlanText, words: &ClauseText, open: bool, body: &mut Body<'_, '_>) -> String {
    let kind = text.file.kind.word();
    let mut html = format!("<details class=\"other-text\"{}><summary>", if open { " open" } else { "" });
    escape(&ctx.term("edition", kind), &mut html);
    html.push_str("</summary>\n");
    html.push_str(&body.clause(text, words, &format!("-{kind}")));
    html.push_str("</details>\n");
    html
}

/// What is said where a clause has only its heading.
pub(crate) fn unsummarised(ctx: &Ctx<'_>, clause: &Clause) -> String {
    let key = if clause.flags.gap { "clause-lost" } else { "clause-not-summarised" };
    let mut html = "<p class=\"remark\">".to_owned();
    escape(ctx.word(key), &mut html);
    html.push_str("</p>\n");
    html
}

fn in_lang(lang: Lang, html: &str) -> String {
    if html.is_empty() { String::new() } else { format!("<div lang=\"{}\">{html}</div>", lang.tag()) }
}

/// The same clause in the other language, where that has it.
fn twin(ctx: &Ctx<'_>, plan: usize, clause: &Clause) -> Option<Link> {
    let other = ctx.lang.other();
    clause.heading.get(other)?;
    let href = format!("{}#{}", ctx.href(&twin_page(ctx, plan)), clause.id);
    Some(Link { text: lang_name(ctx, other), href: Some(href), lang: Some(other.tag().to_owned()) })
}

/// Where to report an error, with the clause as subject; nothing where the publisher gives no contact.
fn report(ctx: &Ctx<'_>, plan: usize, clause: &Clause) -> Option<String> {
    let contact = &ctx.site.catalog.config.contact;
    let subject = format!("{} #{}", ctx.meta(plan).id.as_str(), clause.id);
    let encoded = percent(&subject);
    match (contact.url.as_str(), contact.email.as_str()) {
        ("", "") => corrections(ctx),
        ("", email) => Some(format!("mailto:{email}?subject={encoded}")),
        (url, _) => {
            let url = web_address(url)?;
            let join = if url.contains('?') { '&' } else { '?' };
            Some(format!("{url}{join}title={encoded}"))
        }
    }
}

/// The page that says how errors are put right, for a portal without a contact.
fn corrections(ctx: &Ctx<'_>) -> Option<String> {
    let page = ctx.site.catalog.pages.iter().position(|page| page.id == "corrections")?;
    Some(ctx.href(&PageKey::Text(ctx.lang, page)))
}

/// Words as a value in an address.
fn percent(words: &str) -> String {
    let mut encoded = String::new();
    for c in words.chars() {
        match c {
            '#' => encoded.push_str("%23"),
            '&' => encoded.push_str("%26"),
            '%' => encoded.push_str("%25"),
            '+' => encoded.push_str("%2B"),
            c => push_url(c.encode_utf8(&mut [0; 4]), &mut encoded),
        }
    }
    encoded
}
