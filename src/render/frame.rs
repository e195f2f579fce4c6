//! Turns a page's place in the site into what surrounds every page.
//! Knows nothing of what the page itself shows.

use super::context::{Ctx, web_address};
use super::view::{Alternate, AssetLink, Footer, Frame, Link, NavItem, Rendition, Switch};
use super::{jsonld, meta, search};
use crate::lang::Lang;
use crate::record::PartialDate;
use crate::resolve::{ListKind, PageKey};
use crate::template::Asked;

/// What a builder says of its page.
#[derive(Debug, Default)]
pub(super) struct About {
    /// Class of `<body>`.
    pub(super) kind: &'static str,
    /// The page's own title; empty on home.
    pub(super) title: String,
    /// One or two sentences for search engines; may be empty.
    pub(super) description: String,
    /// From home to the page's parent; the page itself is added.
    pub(super) trail: Vec<Link>,
    /// The language of the article where it is not the page's.
    pub(super) main_lang: Option<Lang>,
    /// The page has no twin, though its kind has.
    pub(super) alone: bool,
    /// Kept out of search engines.
    pub(super) noindex: bool,
    /// Feeds besides the language's own.
    pub(super) renditions: Vec<Rendition>,
}

/// The main navigation, in order.
const NAV: [ListKind; 6] = [
    ListKind::Plans,
    ListKind::Targets,
    ListKind::Departments,
    ListKind::Partners,
    ListKind::Topics,
    ListKind::Glossary,
];

/// The frame of a page, as far as its template shows it.
pub(super) fn frame(ctx: &Ctx<'_>, about: About, asked: &Asked) -> Frame {
    let config = &ctx.site.catalog.config;
    let portal = ctx.text(&config.title).to_owned();
    let brand = config.short.as_ref().map_or(portal.as_str(), |short| ctx.text(short)).to_owned();
    let title = match about.title.as_str() {
        "" => portal.clone(),
        page => ctx.say("page-title", &[("page", page), ("site", &brand)]),
    };
    let has_twin = !about.alone && ctx.page.lang().is_some();
    // A page that shows the other language's text for want of its own still leads to where that text lives.
    let is_fallback = about.main_lang.is_some_and(|original| original != ctx.lang);
    let canonical = (!about.noindex).then(|| match about.main_lang {
        Some(original) if original != ctx.lang => ctx.absolute(&ctx.page.twin()),
        _ => ctx.absolute(ctx.page),
    });
    let trail = if about.title.is_empty() { Vec::new() } else { breadcrumbs(ctx, &about) };
    let icon = ctx.renderer.theme.icon.as_ref().and_then(|name| ctx.asset(name));
    Frame {
        lang: ctx.lang.code().to_owned(),
        html_lang: ctx.lang.tag().to_owned(),
        kind: about.kind.to_owned(),
        title,
        description: about.description.clone(),
        brand,
        portal,
        home: ctx.href(&PageKey::Home(ctx.lang)),
        canonical,
        alternates: if has_twin && !about.noindex { alternates(ctx) } else { Vec::new() },
        robots: about.noindex.then(|| "noindex".to_owned()),
        meta: asked.or_default("meta", || meta::of_page(ctx, &about.title, &about.description)),
        renditions: renditions(ctx, about.renditions),
        jsonld: asked.or_default("jsonld", || linked_data(ctx, &about.trail, &about.title)),
        styles: files(ctx, &ctx.renderer.theme.styles),
        scripts: files(ctx, &ctx.renderer.theme.scripts),
        icon: icon.map(|icon| icon.href).unwrap_or_default(),
        nav: asked.or_default("nav", || NAV.into_iter().map(|kind| nav_item(ctx, kind)).collect()),
        search: search::field(ctx),
        switch: ctx.page.lang().is_some().then(|| switch(ctx, has_twin || is_fallback)),
        breadcrumbs: trail,
        main_lang: about.main_lang.filter(|lang| *lang != ctx.lang).map(|lang| lang.tag().to_owned()),
        footer: asked.or_default("footer", || footer(ctx)),
    }
}

/// What machines are told, so that it cannot end the element in which it stands.
fn linked_data(ctx: &Ctx<'_>, trail: &[Link], title: &str) -> Option<String> {
    jsonld::of_page(ctx, trail, title).map(|value| value.to_string().replace('<', "\\u003c"))
}

/// Files of the theme that exist.
fn files(ctx: &Ctx<'_>, names: &[String]) -> Vec<AssetLink> {
    names.iter().filter_map(|name| ctx.asset(name)).collect()
}

fn alternates(ctx: &Ctx<'_>) -> Vec<Alternate> {
    let twin = ctx.page.twin();
    let mut pages = [(ctx.lang, ctx.page), (ctx.lang.other(), &twin)];
    pages.sort_by_key(|(lang, _)| *lang);
    let entry = |hreflang: &str, page: &PageKey| Alternate {
        hreflang: hreflang.to_owned(),
        href: ctx.absolute(page),
    };
    let mut alternates: Vec<Alternate> = pages.iter().map(|(lang, page)| entry(lang.tag(), page)).collect();
    alternates.push(entry("x-default", &ctx.site.default_page(ctx.page)));
    alternates
}

/// The page in other formats, then the feed of all plans.
fn renditions(ctx: &Ctx<'_>, own: Vec<Rendition>) -> Vec<Rendition> {
    let on = ctx.site.catalog.config.output.feeds;
    let href = on.then(|| ctx.file_href(&format!("{}/feed.atom", ctx.lang.code()))).flatten();
    let all = href.map(|href| Rendition {
        title: ctx.text(&ctx.site.catalog.config.title).to_owned(),
        href,
        media: "application/atom+xml",
    });
    own.into_iter().chain(all).collect()
}

fn nav_item(ctx: &Ctx<'_>, kind: ListKind) -> NavItem {
    let list = PageKey::List(ctx.lang, kind, 1);
    let section = match ctx.page {
        PageKey::List(_, kind, _) => Some(*kind),
        PageKey::Due(..) | PageKey::Target(..) => Some(ListKind::Targets),
        PageKey::Project(..) => Some(ListKind::Projects),
        PageKey::Parallel(..) => Some(ListKind::Plans),
        PageKey::Thing(_, entity) => Some(ListKind::of(entity.parts().0)),
        _ => None,
    };
    NavItem {
        label: ctx.word(kind.folder()).to_owned(),
        href: ctx.href(&list),
        current: section == Some(kind),
        here: *ctx.page == list,
    }
}

fn switch(ctx: &Ctx<'_>, has_twin: bool) -> Switch {
    let other = ctx.lang.other();
    let target = if has_twin { ctx.page.twin() } else { PageKey::Home(other) };
    let label = ctx.word_in(other, if other == Lang::Zh { "lang-zh" } else { "lang-en" });
    Switch { href: ctx.href(&target), label: label.to_owned(), lang: other.tag().to_owned(), twin: has_twin }
}

fn breadcrumbs(ctx: &Ctx<'_>, about: &About) -> Vec<Link> {
    let home = Link {
        text: ctx.word("home").to_owned(),
        href: Some(ctx.href(&PageKey::Home(ctx.lang))),
        lang: None,
    };
    let here = Link { text: about.title.clone(), href: None, lang: None };
    std::iter::once(home).chain(about.trail.iter().cloned()).chain([here]).collect()
}

fn footer(ctx: &Ctx<'_>) -> Footer {
    let config = &ctx.site.catalog.config;
    let outside = |text: &str, url: &str| Link {
        text: text.to_owned(),
        href: web_address(url).map(str::to_owned),
        lang: None,
    };
    let contact = match (config.contact.url.as_str(), config.contact.email.as_str()) {
        ("", "") => None,
        ("", email) => Some(Link { href: Some(format!("mailto:{email}")), ..outside(email, "") }),
        (url, _) => Some(outside(url, url)),
    };
    let lists = [ListKind::Facts, ListKind::Projects, ListKind::Places, ListKind::Documents];
    let lists = lists.map(|kind| (ctx.word(kind.folder()).to_owned(), PageKey::List(ctx.lang, kind, 1)));
    let data = (ctx.word("data").to_owned(), PageKey::Data(ctx.lang));
    let texts = ctx.site.catalog.pages.iter().enumerate().filter(|(_, page)| page.id != "data");
    let texts = texts.map(|(index, page)| (text_title(ctx, index, &page.id), PageKey::Text(ctx.lang, index)));
    let links = lists.into_iter().chain([data]).chain(texts).map(|(text, page)| Link {
        text,
        href: (page != *ctx.page).then(|| ctx.href(&page)),
        lang: None,
    });
    Footer {
        organisation: Some(outside(ctx.text(&config.organisation.name), &config.organisation.url)),
        contact,
        licence: config.licence.as_ref().map(|licence| outside(ctx.text(&licence.name), &licence.url)),
        links: links.collect(),
        as_of: ctx.say("as-of-date", &[("date", &ctx.format().date(PartialDate::from(config.as_of)))]),
    }
}

/// The name of a page of plain text: a word of the theme, else its own heading.
fn text_title(ctx: &Ctx<'_>, index: usize, id: &str) -> String {
    let word = ctx.renderer.theme.messages.get(ctx.lang).plain().get(id);
    word.unwrap_or_else(|| ctx.renderer.titles[index].get(ctx.lang)).clone()
}

/// The link to a list, for breadcrumbs.
pub(super) fn list_crumb(ctx: &Ctx<'_>, kind: ListKind) -> Link {
    let page = PageKey::List(ctx.lang, kind, 1);
    Link { text: ctx.word(kind.folder()).to_owned(), href: Some(ctx.href(&page)), lang: None }
}
