//! Turns one plan into its reading page: metadata, clauses with what they commit to, lists, citations.
//! Knows nothing of how a record becomes a row and of how text becomes HTML.

mod cite;
mod clause;
mod edition;
mod head;
mod lists;
mod margin;
mod toc;

pub(super) use cite::{Cited, citations, official};
pub(super) use clause::{flag_note, flags, heading, level, number, unsummarised};
pub(super) use edition::notice;
pub(super) use head::eyebrow;
pub(super) use toc::toc;

use super::body::Body;
use super::context::Ctx;
use super::frame::{About, list_crumb};
use super::picture;
use super::view::{ClauseView, Flags, Link, PlanPage, Rendition, Tag};
use crate::content::words::SourceLang;
use crate::content::{ClauseText, PlanText};
use crate::lang::Lang;
use crate::resolve::{Clause, Entity, ListKind, PageKey};

/// The page of a plan.
///
/// # Errors
/// When a text vanished since it was listed.
pub(super) fn page(ctx: &Ctx<'_>, plan: usize) -> anyhow::Result<(About, PlanPage)> {
    let asked = ctx.asked("plan.html");
    let texts = texts(ctx, plan, shown_langs(ctx, plan))?;
    let mut body = Body::new(ctx, plan);
    let clauses = clause::clauses(ctx, plan, &texts, &mut body, asked);
    let mut page = head::head(ctx, plan);
    page.edition = notice(ctx, plan, shown_lang(ctx, plan), true);
    page.toc = asked.or_default("toc", || toc(ctx, plan));
    page.citations = asked.or_default("citations", || citations(ctx, &Cited { plan, clause: None }));
    lists::fill(ctx, plan, &mut page, asked);
    page.picture = asked.or_default("picture", || picture::carried(ctx, plan));
    page.flags = page_flags(&clauses, &page);
    page.clauses = clauses;
    Ok((about(ctx, plan), page))
}

/// What the frame says of the page.
fn about(ctx: &Ctx<'_>, plan: usize) -> About {
    let title = ctx.plan_title(plan).to_owned();
    let description = ctx.say("describe-plan", &[("title", &title)]);
    let trail = vec![list_crumb(ctx, ListKind::Plans)];
    About {
        kind: "plan",
        title,
        description,
        trail,
        main_lang: main_lang(ctx, plan),
        alone: alone(ctx, plan),
        noindex: false,
        renditions: renditions(ctx, plan),
    }
}

/// The plan in other formats.
pub(super) fn renditions(ctx: &Ctx<'_>, plan: usize) -> Vec<Rendition> {
    let data = |extension: &str, media| {
        let on = ctx.site.catalog.config.output.data;
        let path = format!("data/plans/{}.{extension}", ctx.meta(plan).id.as_str());
        let href = on.then(|| ctx.file_href(&path)).flatten()?;
        Some(Rendition { title: ctx.plan_title(plan).to_owned(), href, media })
    };
    // The plan's own language has the plain name; the other one carries its code.
    let own = if ctx.meta(plan).source_lang == SourceLang::En { Lang::En } else { Lang::Zh };
    let code = if ctx.lang == own { String::new() } else { format!("{}.", ctx.lang.code()) };
    let has_text = ctx.site.catalog.plans[plan].texts.iter().any(|text| text.lang == ctx.lang);
    let law = has_text.then(|| data(&format!("{code}akn.xml"), "application/akn+xml")).flatten();
    let linked = data("eli.jsonld", "application/ld+json");
    let json = data("json", "application/json");
    feed(ctx, plan).into_iter().chain(law).chain(linked).chain(json).collect()
}

/// The plan's own feed.
fn feed(ctx: &Ctx<'_>, plan: usize) -> Option<Rendition> {
    let id = ctx.meta(plan).id.as_str();
    let on = ctx.site.catalog.config.output.feeds;
    let href = on.then(|| ctx.file_href(&format!("{}/plans/{id}/feed.atom", ctx.lang.code()))).flatten()?;
    Some(Rendition { title: ctx.plan_title(plan).to_owned(), href, media: "application/atom+xml" })
}

/// The texts of a plan in some languages, best first within each.
pub(super) fn texts(ctx: &Ctx<'_>, plan: usize, langs: &[Lang]) -> anyhow::Result<Vec<PlanText>> {
    let folder = &ctx.site.catalog.plans[plan];
    let (texts, _) = ctx.renderer.bodies.some_of(folder, langs);
    let all = folder.texts.iter().filter(|text| langs.contains(&text.lang)).count();
    anyhow::ensure!(texts.len() == all, "a text of the plan {} cannot be read", folder.id());
    Ok(texts)
}

/// The languages whose texts a page shows: its own, and the other one where a clause has its text only there.
fn shown_langs(ctx: &Ctx<'_>, plan: usize) -> &'static [Lang] {
    let is_foreign =
        |clause: &Clause| !clause.flags.has_text(ctx.lang) && clause.flags.has_text(ctx.lang.other());
    match ctx.lang {
        _ if ctx.site.skeletons[plan].clauses.iter().any(is_foreign) => &Lang::ALL,
        Lang::Zh => &[Lang::Zh],
        Lang::En => &[Lang::En],
    }
}

/// The texts of a clause in a language that say something, best first.
pub(super) fn editions_of<'t>(
    texts: &'t [PlanText],
    lang: Lang,
    clause: &str,
) -> Vec<(&'t PlanText, &'t ClauseText)> {
    let of_lang = texts.iter().filter(|text| text.file.lang == lang);
    let found = of_lang.filter_map(|text| Some((text, text.clause(clause)?)));
    found.filter(|(text, clause)| !text.section(clause).blocks.is_empty()).collect()
}

/// The language of the text that a page shows: its own, if there is any text in it.
pub(super) fn shown_lang(ctx: &Ctx<'_>, plan: usize) -> Lang {
    main_lang(ctx, plan).unwrap_or(ctx.lang)
}

/// The language of the text where the plan has none in the page's.
pub(super) fn main_lang(ctx: &Ctx<'_>, plan: usize) -> Option<Lang> {
    let has = |lang| ctx.site.skeletons[plan].best(lang).is_some();
    (!has(ctx.lang) && has(ctx.lang.other())).then(|| ctx.lang.other())
}

/// True when the plan has a text in one language only, so that its two pages are no twins.
pub(super) fn alone(ctx: &Ctx<'_>, plan: usize) -> bool {
    Lang::ALL.into_iter().any(|lang| ctx.site.skeletons[plan].best(lang).is_none())
}

/// A title in the page's language, and in the other one.
pub(super) fn titles(ctx: &Ctx<'_>, plan: usize, other: &PageKey) -> (Link, Link) {
    let title = &ctx.meta(plan).title;
    let here = Link { text: ctx.text(title).to_owned(), href: None, lang: None };
    let there = Link {
        text: title.get(ctx.lang.other()).clone(),
        href: Some(ctx.href(other)),
        lang: ctx.foreign(ctx.lang.other()),
    };
    (here, there)
}

/// The address of the page of a plan that shows both languages, at a clause.
fn parallel_href(ctx: &Ctx<'_>, plan: usize, clause: Option<&str>) -> Option<String> {
    let on = ctx.site.catalog.config.output.parallel;
    let href = on.then(|| ctx.href(&PageKey::Parallel(ctx.lang, plan)))?;
    Some(clause.map_or(href.clone(), |clause| format!("{href}#{clause}")))
}

/// The name of a language in itself.
pub(super) fn lang_name(ctx: &Ctx<'_>, lang: Lang) -> String {
    ctx.word_in(lang, if lang == Lang::Zh { "lang-zh" } else { "lang-en" }).to_owned()
}

/// The same plan's page in the other language.
fn twin_page(ctx: &Ctx<'_>, plan: usize) -> PageKey {
    PageKey::Thing(ctx.lang.other(), Entity::Plan(plan))
}

/// Which marks occur on the page.
fn page_flags(clauses: &[ClauseView], page: &PlanPage) -> Flags {
    let any = |mark: fn(&Flags) -> bool| clauses.iter().any(|clause| mark(&clause.flags));
    let bases = margin::bases(&page.targets, &page.facts, &page.projects);
    Flags {
        gap: any(|flags| flags.gap),
        inferred: any(|flags| flags.inferred),
        stale: any(|flags| flags.stale),
        foreign: any(|flags| flags.foreign),
        editorial: any(|flags| flags.editorial) || has_kind(&bases, "editorial"),
        inherited: any(|flags| flags.inherited) || has_kind(&bases, "inherited"),
    }
}

fn has_kind(tags: &[&Tag], kind: &str) -> bool {
    tags.iter().any(|tag| tag.kind == kind)
}

#[cfg(test)]
mod tests;
