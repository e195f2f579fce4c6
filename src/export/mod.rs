//! Turns a [`Site`] into what machines read: open data, feeds, the sitemap.
//! Knows nothing of pages' HTML, of search, of checks or of the disk.
//!
//! 1. [`routes`] lists the files before any of them exists; a [`ExportKey`] says what each one is.
//! 2. [`produce`] makes the bytes of one file when it is asked for: the same site and texts give the same bytes.
//!
//! The data sets are one file each in `sets`: the shape of a record (which is also its JSON Schema), how it is made,
//! and the columns of its CSV. `list` writes any of them; `part` cuts what would grow too large to be fetched; `index`
//! says what there is, with checksums from `measure`; `archive` packs it. `atom` and `sitemap` write XML, `cover` draws. Every address in them is
//! absolute and made in `portal`.

mod akn;
mod archive;
mod atom;
mod cover;
mod index;
mod json;
mod linked;
mod list;
mod measure;
mod moment;
mod part;
mod portal;
mod schema;
mod set;
mod sets;
mod sitemap;
mod table;
mod texts;
mod value;
mod words;
pub(crate) mod xml;

#[cfg(test)]
mod tests;

pub use part::Part;
pub use schema::Shape;
pub use set::{Format, Set};
pub use words::{Word, label};

use crate::content::Bodies;
use crate::lang::Lang;
use crate::resolve::Site;
use crate::route::Route;
use portal::Portal;
use std::io::Write;

/// The version of the shapes of the open data: the first number would change if a field lost its name or meaning,
/// the second changes when something is added.
pub const SCHEMA_VERSION: &str = "1.0";

/// A file for machines, by what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExportKey {
    /// `/data/index.json`
    Index,
    /// `/data/all.zip`, then `/data/all-2.zip` and so on; the number counts from 0.
    Archive(usize),
    /// A data set in one format, or a part of it.
    Data(Set, Format, Part),
    /// `/data/plans/<plan>.json`, by the plan's number.
    Plan(usize),
    /// `/data/plans/<plan>.akn.xml` in the plan's own language, `/data/plans/<plan>.<lang>.akn.xml` in the other one.
    Akn(usize, Lang),
    /// `/data/plans/<plan>.eli.jsonld`, by the plan's number.
    Eli(usize),
    /// `/data/catalog.jsonld`: the open data as a catalogue of data sets.
    Catalog,
    /// `/data/schema/<name>.json`
    Schema(Shape),
    /// `/{lang}/feed.atom`
    Feed(Lang),
    /// `/{lang}/plans/<plan>/feed.atom`, by the plan's number.
    PlanFeed(Lang, usize),
    /// `/covers/<plan>.png`: the picture beside a shared address, by the plan's number.
    Cover(usize),
    /// `/covers/all/plans.png`: the picture of all plans, beside every other address.
    PortalCover,
    /// `/sitemap.xml`: the whole, or the list of the parts.
    Sitemap,
    /// `/sitemap-<n>.xml`; the number counts from 0.
    SitemapPart(usize),
    /// `/robots.txt`
    Robots,
}

impl ExportKey {
    /// The media type of the file.
    pub fn media_type(&self) -> &'static str {
        match self {
            ExportKey::Index | ExportKey::Plan(_) | ExportKey::Data(_, Format::Json, _) => "application/json",
            ExportKey::Schema(_) => "application/schema+json",
            ExportKey::Data(_, Format::Csv(_), _) => "text/csv; charset=utf-8",
            ExportKey::Archive(_) => "application/zip",
            ExportKey::Feed(_) | ExportKey::PlanFeed(..) => "application/atom+xml",
            ExportKey::Sitemap | ExportKey::SitemapPart(_) => "application/xml",
            ExportKey::Akn(..) => "application/akn+xml",
            ExportKey::Eli(_) | ExportKey::Catalog => "application/ld+json",
            ExportKey::Cover(_) | ExportKey::PortalCover => "image/png",
            ExportKey::Robots => "text/plain; charset=utf-8",
        }
    }
}

/// All files for machines, in the order of their routes. What the owner switched off is not there.
pub fn routes(site: &Site) -> Vec<(Route, ExportKey)> {
    let output = &site.catalog.config.output;
    // What belongs to the pages of a plan is where they are.
    let at_home =
        || site.plans().filter(|(_, plan, _)| plan.record.plan.home.is_none()).map(|(plan, ..)| plan);
    let mut keys = vec![ExportKey::Robots, ExportKey::Sitemap];
    keys.extend(sitemap::parts(site).map(ExportKey::SitemapPart));
    if output.covers {
        keys.push(ExportKey::PortalCover);
        keys.extend(at_home().map(ExportKey::Cover));
    }
    if output.data {
        keys.push(ExportKey::Index);
        keys.extend((0..archive::contents(site).len()).map(ExportKey::Archive));
        keys.extend(data_keys(site));
    }
    if output.feeds {
        for lang in Lang::ALL {
            keys.push(ExportKey::Feed(lang));
            keys.extend(at_home().map(|plan| ExportKey::PlanFeed(lang, plan)));
        }
    }
    by_route(site, keys)
}

/// The files that the index lists and the archive holds.
fn data_files(site: &Site) -> Vec<(Route, ExportKey)> {
    by_route(site, data_keys(site))
}

fn data_keys(site: &Site) -> Vec<ExportKey> {
    let mut keys: Vec<ExportKey> = Shape::all().map(ExportKey::Schema).collect();
    keys.push(ExportKey::Catalog);
    for plan in 0..site.catalog.plans.len() {
        keys.extend([ExportKey::Plan(plan), ExportKey::Eli(plan)]);
        keys.extend(akn::languages(site, plan).map(|lang| ExportKey::Akn(plan, lang)));
    }
    for set in Set::ALL {
        let parts = set.parts(site);
        for format in Format::ALL {
            keys.extend(parts.iter().map(|part| ExportKey::Data(set, format, *part)));
        }
    }
    keys
}

fn by_route(site: &Site, keys: Vec<ExportKey>) -> Vec<(Route, ExportKey)> {
    let mut files: Vec<(Route, ExportKey)> = keys.into_iter().map(|key| (route(site, &key), key)).collect();
    files.sort();
    files
}

/// Where a file lives.
#[expect(
    clippy::expect_used,
    reason = "ids were checked when they were read, so no part can leave the folder"
)]
pub fn route(site: &Site, key: &ExportKey) -> Route {
    let plan = |index: usize| site.catalog.plans[index].id();
    let path = match key {
        ExportKey::Index => "data/index.json".to_owned(),
        ExportKey::Archive(0) => "data/all.zip".to_owned(),
        ExportKey::Archive(number) => format!("data/all-{}.zip", number + 1),
        ExportKey::Data(set, format, part) => {
            format!("data/{}{}.{}", set.name(), part.suffix(), format.extension())
        }
        ExportKey::Plan(index) => format!("data/plans/{}.json", plan(*index)),
        ExportKey::Akn(index, lang) if *lang == akn::own_language(site, *index) => {
            format!("data/plans/{}.akn.xml", plan(*index))
        }
        ExportKey::Akn(index, lang) => format!("data/plans/{}.{}.akn.xml", plan(*index), lang.code()),
        ExportKey::Eli(index) => format!("data/plans/{}.eli.jsonld", plan(*index)),
        ExportKey::Catalog => "data/catalog.jsonld".to_owned(),
        ExportKey::Schema(shape) => format!("data/schema/{}.json", shape.name()),
        ExportKey::Feed(lang) => format!("{}/feed.atom", lang.code()),
        ExportKey::PlanFeed(lang, index) => format!("{}/plans/{}/feed.atom", lang.code(), plan(*index)),
        ExportKey::Cover(index) => format!("covers/{}.png", plan(*index)),
        // No plan has this address: ids hold no slash.
        ExportKey::PortalCover => "covers/all/plans.png".to_owned(),
        ExportKey::Sitemap => "sitemap.xml".to_owned(),
        ExportKey::SitemapPart(number) => format!("sitemap-{}.xml", number + 1),
        ExportKey::Robots => "robots.txt".to_owned(),
    };
    Route::file(&path).expect("a route made of checked ids")
}

/// The bytes of one file.
///
/// # Errors
/// When a text of the content cannot be read, or the owner's time zone does not exist.
pub fn produce(site: &Site, bodies: Bodies<'_>, key: &ExportKey) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write(Portal { site, bodies }, key, &mut bytes)?;
    Ok(bytes)
}

/// Writes one file and says how many records it holds, if it holds records.
fn write(portal: Portal<'_>, key: &ExportKey, out: &mut dyn Write) -> anyhow::Result<Option<usize>> {
    let records = match key {
        ExportKey::Data(set, format, part) => Some(set.write(portal, *format, *part, out)?),
        _ => None,
    };
    match key {
        ExportKey::Data(..) => {}
        ExportKey::Index => index::write(portal, out)?,
        ExportKey::Archive(number) => archive::write(portal, *number, out)?,
        ExportKey::Plan(plan) => json::lines(&sets::whole::of(portal, *plan)?, out)?,
        ExportKey::Akn(plan, lang) => akn::write(portal, *plan, *lang, out)?,
        ExportKey::Eli(plan) => linked::write_plan(portal, *plan, out)?,
        ExportKey::Catalog => linked::write_catalog(portal, out)?,
        ExportKey::Schema(shape) => json::pretty(&schema::of(portal, *shape), out)?,
        ExportKey::Feed(lang) => atom::write(portal, *lang, None, out)?,
        ExportKey::PlanFeed(lang, plan) => atom::write(portal, *lang, Some(*plan), out)?,
        ExportKey::Cover(plan) => cover::write(&portal.site.catalog.plans[*plan..=*plan], out)?,
        ExportKey::PortalCover => cover::write(&portal.site.catalog.plans, out)?,
        ExportKey::Sitemap => sitemap::write(portal, out)?,
        ExportKey::SitemapPart(number) => sitemap::write_part(portal, *number, out)?,
        ExportKey::Robots => out.write_all(sitemap::robots(portal).as_bytes())?,
    }
    Ok(records)
}
