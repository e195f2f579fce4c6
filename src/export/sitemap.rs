//! Turns the list of pages into `sitemap.xml` and `robots.txt`.
//! Knows nothing of what pages show.

use super::portal::Portal;
use super::xml::Xml;
use super::{ExportKey, route};
use crate::lang::Lang;
use crate::record::Date;
use crate::resolve::{Entity, PageKey, Site};
use std::io::Write;
use std::ops::Range;

/// So many addresses are in one file: the protocol allows 50,000, and 50 MB.
const MOST_URLS: usize = 45_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The numbers of the parts, where there are too many pages for one file.
pub(super) fn parts(site: &Site) -> Range<usize> {
    part_count(pages(site).len(), MOST_URLS)
}

fn part_count(pages: usize, most: usize) -> Range<usize> {
    if pages > most { 0..pages.div_ceil(most) } else { 0..0 }
}

/// The pages that are themselves: not those that say that something is missing, and not the frames in one language
/// around what exists only in the other.
fn pages(site: &Site) -> Vec<PageKey> {
    let is_listed =
        |page: &&PageKey| !matches!(page, PageKey::RootMissing | PageKey::Missing(_)) && site.speaks(page);
    site.pages().iter().filter(is_listed).cloned().collect()
}

/// Writes all pages, or the list of the parts.
pub(super) fn write(portal: Portal<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
    let parts = parts(portal.site);
    if parts.is_empty() {
        return urls(portal, &pages(portal.site), out);
    }
    let mut xml = Xml::new(out)?;
    xml.open("sitemapindex", &[("xmlns", NAMESPACE)])?;
    let as_of = portal.site.catalog.config.as_of.to_string();
    for part in parts {
        xml.open("sitemap", &[])?;
        let address = portal.absolute(&route(portal.site, &ExportKey::SitemapPart(part)));
        xml.words("loc", &[], &address)?;
        xml.words("lastmod", &[], &as_of)?;
        xml.close("sitemap")?;
    }
    xml.close("sitemapindex")?;
    Ok(xml.finish()?)
}

/// Writes one part.
pub(super) fn write_part(portal: Portal<'_>, part: usize, out: &mut dyn Write) -> anyhow::Result<()> {
    let pages = pages(portal.site);
    urls(portal, pages.chunks(MOST_URLS).nth(part).unwrap_or_default(), out)
}

fn urls(portal: Portal<'_>, pages: &[PageKey], out: &mut dyn Write) -> anyhow::Result<()> {
    let mut xml = Xml::new(out)?;
    xml.open("urlset", &[("xmlns", NAMESPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")])?;
    for page in pages {
        xml.open("url", &[])?;
        xml.words("loc", &[], &address(portal, page))?;
        xml.words("lastmod", &[], &last_change(portal.site, page).to_string())?;
        for (tag, alternate) in alternates(portal.site, page) {
            let address = address(portal, &alternate);
            xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", tag), ("href", &address)])?;
        }
        xml.close("url")?;
    }
    xml.close("urlset")?;
    Ok(xml.finish()?)
}

fn address(portal: Portal<'_>, page: &PageKey) -> String {
    portal.absolute(&portal.site.route(page))
}

/// The same page in both languages and for readers of neither, where it truly is in both.
fn alternates(site: &Site, page: &PageKey) -> Vec<(&'static str, PageKey)> {
    // The gateway stands for the homes.
    let page = if *page == PageKey::Gateway { PageKey::Home(Lang::Zh) } else { page.clone() };
    let Some(twin) = site.twin(&page) else { return Vec::new() };
    let (zh, en) = if page.lang() == Some(Lang::Zh) { (page, twin) } else { (twin, page) };
    let default = site.default_page(&en);
    vec![(Lang::Zh.tag(), zh), (Lang::En.tag(), en), ("x-default", default)]
}

/// The last change that the content tells of: the plan's, or else the day for which the content is true.
fn last_change(site: &Site, page: &PageKey) -> Date {
    let plan = match page {
        PageKey::Thing(_, Entity::Plan(plan)) | PageKey::Parallel(_, plan) | PageKey::Project(_, plan, _) => {
            Some(*plan)
        }
        PageKey::Target(_, at) => Some(at.plan),
        _ => None,
    };
    let changes =
        plan.and_then(|plan| site.catalog.plans[plan].record.change.iter().map(|change| change.date).max());
    changes.unwrap_or(site.catalog.config.as_of)
}

/// Everything may be read; the sitemap says what there is.
pub(super) fn robots(portal: Portal<'_>) -> String {
    let sitemap = portal.absolute(&route(portal.site, &ExportKey::Sitemap));
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_no_more_addresses_than_it_may() {
        assert_eq!(part_count(45_000, MOST_URLS), 0..0);
        assert_eq!(part_count(45_001, MOST_URLS), 0..2);
        assert_eq!(part_count(90_000, MOST_URLS), 0..2);
        assert_eq!(part_count(0, MOST_URLS), 0..0);
    }
}
