//! Turns what a page is about into meta tags: Dublin Core, Open Graph, and those of government sites.
//! Knows nothing of the page's content.
//!
//! The tags of Chinese government sites (国办发〔2017〕47号) are made only where the owner has given a site identification
//! code: they are never invented.

use super::context::Ctx;
use super::plan::{self, Cited};
use super::view::Meta;
use crate::config::GovernmentSite;
use crate::content::EditionKind;
use crate::lang::Lang;
use crate::resolve::{Entity, EntityKind, ListKind, PageKey};

/// The tags of a page by its title (empty on home) and description.
pub(super) fn of_page(ctx: &Ctx<'_>, title: &str, description: &str) -> Vec<Meta> {
    let mut tags = meta(ctx, title, description);
    if let PageKey::Thing(_, Entity::Plan(plan)) = ctx.page {
        tags.extend(plan_meta(ctx, *plan));
    }
    tags
}

/// The tags of any page.
fn meta(ctx: &Ctx<'_>, title: &str, description: &str) -> Vec<Meta> {
    let config = &ctx.site.catalog.config;
    let site = ctx.text(&config.title);
    let title = if title.is_empty() { site } else { title };
    let locale = match ctx.lang {
        Lang::Zh => "zh_CN",
        Lang::En => "en_GB",
    };
    let mut tags = vec![
        name("dcterms.title", title),
        name("dcterms.language", ctx.lang.tag()),
        name("dcterms.publisher", ctx.text(&config.organisation.name)),
    ];
    if !description.is_empty() {
        tags.push(name("dcterms.description", description));
    }
    let kind = if is_article(ctx.page) { "article" } else { "website" };
    tags.extend([
        property("og:title", title),
        property("og:type", kind),
        property("og:locale", locale),
        property("og:url", &ctx.absolute(ctx.page)),
        property("og:site_name", site),
    ]);
    if !description.is_empty() {
        tags.push(property("og:description", description));
    }
    if config.output.covers {
        tags.extend(cover(ctx, plan_of(ctx.page)));
    }
    if let Some(government) = &config.government_site {
        tags.extend(government_tags(ctx, government, title, description));
    }
    tags
}

/// The plan that a page is part of.
fn plan_of(page: &PageKey) -> Option<usize> {
    match page {
        PageKey::Thing(_, Entity::Plan(plan)) | PageKey::Parallel(_, plan) => Some(*plan),
        PageKey::Target(_, at) => Some(at.plan),
        _ => None,
    }
}

/// The picture of a plan, or of all: their addresses are a public contract.
fn cover(ctx: &Ctx<'_>, plan: Option<usize>) -> [Meta; 4] {
    let config = &ctx.site.catalog.config;
    let (name, shown) = match plan {
        Some(plan) => (ctx.site.catalog.plans[plan].id(), ctx.plan_title(plan)),
        None => ("all/plans", ctx.text(&config.title)),
    };
    let address = format!("{}covers/{name}.png", config.base_url.as_str());
    [
        property("og:image", &address),
        property("og:image:width", "1200"),
        property("og:image:height", "630"),
        property("og:image:alt", &ctx.say("cover-alt", &[("plan", shown)])),
    ]
}

/// The further tags of a plan. Its official text and a translation have the issuers as creators; a digest is the
/// portal's own and names the official document as its source.
fn plan_meta(ctx: &Ctx<'_>, plan: usize) -> Vec<Meta> {
    let meta = ctx.meta(plan);
    let mut tags = Vec::new();
    if is_digest(ctx, plan) {
        tags.push(name("dcterms.creator", ctx.text(&ctx.site.catalog.config.organisation.name)));
        tags.push(name("dcterms.source", &plan::official(ctx, &Cited { plan, clause: None })));
    } else {
        for issuer in meta.issuers.iter().filter_map(|id| ctx.site.entity(EntityKind::Department, id)) {
            tags.push(name("dcterms.creator", ctx.site.name(issuer, ctx.lang)));
        }
        tags.extend(meta.number.as_deref().map(|number| name("dcterms.identifier", number)));
        tags.extend(meta.issued.map(|date| name("dcterms.created", &date.to_string())));
        tags.extend(meta.published.map(|date| name("dcterms.issued", &date.to_string())));
    }
    tags.push(name("dcterms.type", &ctx.term("kind", meta.kind.word())));
    let period = meta.period.map(|period| format!("start={}; end={}", period.start, period.end));
    tags.extend(period.map(|period| name("dcterms.temporal", &period)));
    let region = meta.region.as_ref().and_then(|id| ctx.site.entity(EntityKind::Place, id));
    tags.extend(region.map(|region| name("dcterms.spatial", ctx.site.name(region, ctx.lang))));
    let by = meta.superseded_by.as_ref().and_then(|id| ctx.site.entity(EntityKind::Plan, id));
    tags.extend(by.map(|by| name("dcterms.isReplacedBy", &ctx.absolute(&PageKey::Thing(ctx.lang, by)))));
    tags
}

/// True when the page of a plan shows a digest.
fn is_digest(ctx: &Ctx<'_>, plan: usize) -> bool {
    let edition = ctx.site.skeletons[plan].best(plan::shown_lang(ctx, plan));
    edition.is_none_or(|edition| edition.kind == EditionKind::Digest)
}

/// The tags of government sites: on every page those of the site, on lists those of a column, on articles both.
fn government_tags(ctx: &Ctx<'_>, site: &GovernmentSite, title: &str, description: &str) -> Vec<Meta> {
    let config = &ctx.site.catalog.config;
    let mut tags = vec![
        name("SiteName", ctx.text(&config.title)),
        name("SiteDomain", &site.domain),
        name("SiteIDCode", &site.id_code),
    ];
    let Some((column, kind)) = column(ctx) else { return tags };
    tags.push(name("ColumnName", &column));
    tags.push(name("ColumnDescription", ctx.text(&config.description)));
    tags.push(name("ColumnKeywords", &column));
    tags.push(name("ColumnType", kind));
    if is_article(ctx.page) {
        let host = site.host.as_deref().unwrap_or_else(|| ctx.text(&config.organisation.name));
        let (date, source) = republished(ctx).unwrap_or((config.as_of.to_string(), host.to_owned()));
        tags.push(name("ArticleTitle", title));
        tags.push(name("PubDate", &format!("{date} 00:00")));
        tags.push(name("ContentSource", &source));
        if !description.is_empty() {
            tags.push(name("Description", description));
        }
        tags.push(name("Url", &ctx.absolute(ctx.page)));
    }
    tags
}

/// The column of a page by name, and its type in the words of the guidelines.
fn column(ctx: &Ctx<'_>) -> Option<(String, &'static str)> {
    let list = |kind: ListKind| ctx.word(kind.folder()).to_owned();
    Some(match ctx.page {
        PageKey::Home(_) => (ctx.word("home").to_owned(), "首页"),
        PageKey::List(_, kind, _) => (list(*kind), column_type(*kind)),
        PageKey::Due(..) | PageKey::Target(..) => (list(ListKind::Targets), column_type(ListKind::Targets)),
        PageKey::Project(..) => (list(ListKind::Projects), column_type(ListKind::Projects)),
        PageKey::Parallel(..) => (list(ListKind::Plans), column_type(ListKind::Plans)),
        PageKey::Thing(_, entity) => {
            let kind = ListKind::of(entity.parts().0);
            (list(kind), column_type(kind))
        }
        PageKey::Data(_) => (ctx.word("data").to_owned(), "数据开放"),
        PageKey::Text(_, index) => {
            let id = &ctx.site.catalog.pages[*index].id;
            (ctx.renderer.theme.messages.get(ctx.lang).word(id).to_owned(), "概况信息")
        }
        PageKey::Gateway | PageKey::RootMissing | PageKey::Search(_) | PageKey::Missing(_) => return None,
    })
}

fn column_type(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Plans | ListKind::Documents => "政策文件",
        ListKind::Targets | ListKind::Facts | ListKind::Projects => "数据发布",
        ListKind::Departments => "机构职能",
        ListKind::Partners | ListKind::Places | ListKind::Topics | ListKind::Glossary => "政策解读",
    }
}

/// Of a text that is the issuers': the day of its publication and who issued it. All else is the portal's own.
fn republished(ctx: &Ctx<'_>) -> Option<(String, String)> {
    let PageKey::Thing(_, Entity::Plan(plan)) = ctx.page else { return None };
    let meta = ctx.meta(*plan);
    let date = meta.published.or(meta.issued).filter(|date| date.day.is_some() && !is_digest(ctx, *plan))?;
    let issuers = meta.issuers.iter().filter_map(|id| ctx.site.entity(EntityKind::Department, id));
    let names: Vec<&str> = issuers.map(|issuer| ctx.site.name(issuer, ctx.lang)).collect();
    Some((date.to_string(), names.join(ctx.word("list-separator"))))
}

/// A page with a text of its own.
fn is_article(page: &PageKey) -> bool {
    matches!(page, PageKey::Thing(_, Entity::Plan(_)) | PageKey::Parallel(..) | PageKey::Text(..))
}

fn name(name: &str, content: &str) -> Meta {
    Meta { name: Some(name.to_owned()), property: None, content: content.to_owned() }
}

fn property(property: &str, content: &str) -> Meta {
    Meta { name: None, property: Some(property.to_owned()), content: content.to_owned() }
}

#[cfg(test)]
mod tests;
