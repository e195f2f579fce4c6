//! Turns plans and the changes noted in them into Atom feeds: one per language, and one per language and plan.
//! Knows nothing of clocks: every date is one that the content states.
//!
//! A plan has one entry for itself, dated as the plan is, and one for each change of the portal's text.

use super::moment::Zone;
use super::portal::Portal;
use super::words::Word;
use super::xml::Xml;
use super::{ExportKey, route};
use crate::content::PlanFolder;
use crate::lang::{Bilingual, Lang};
use crate::record::PartialDate;
use crate::resolve::{Entity, EntityKind, PageKey};
use std::io::Write;

/// The feed of all plans tells of so many; each plan's own feed tells of everything.
const MOST_ENTRIES: usize = 500;

const ATOM: &str = "application/atom+xml";

/// Something that happened.
struct Entry {
    id: String,
    title: String,
    summary: String,
    updated: PartialDate,
    published: Option<PartialDate>,
    /// The plan that it is about.
    plan: usize,
    /// It is the plan itself and not a change.
    is_plan: bool,
}

/// Writes the feed of a language: of all plans, or of one.
///
/// # Errors
/// When the owner's time zone does not exist.
pub(super) fn write(
    portal: Portal<'_>,
    lang: Lang,
    plan: Option<usize>,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let zone = Zone::find(&portal.site.catalog.config.time_zone)?;
    let plans = plan.map_or(0..portal.site.catalog.plans.len(), |plan| plan..plan + 1);
    let mut entries: Vec<Entry> = plans.flat_map(|plan| entries(portal, lang, plan)).collect();
    entries.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.id.cmp(&b.id)));
    if plan.is_none() {
        entries.truncate(MOST_ENTRIES);
    }
    let mut xml = Xml::new(out)?;
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", lang.tag())];
    xml.open("feed", &attributes)?;
    head(portal, lang, plan, &mut xml)?;
    let as_of = portal.site.catalog.config.as_of.into();
    let newest = entries.first().map_or(as_of, |entry| entry.updated);
    xml.words("updated", &[], &zone.first_moment(newest)?)?;
    for entry in &entries {
        body(portal, lang, &zone, entry, &mut xml)?;
    }
    xml.close("feed")?;
    Ok(xml.finish()?)
}

/// What is said of the feed itself.
fn head(portal: Portal<'_>, lang: Lang, plan: Option<usize>, xml: &mut Xml<'_>) -> anyhow::Result<()> {
    let config = &portal.site.catalog.config;
    let address = |lang| {
        let key = plan.map_or(ExportKey::Feed(lang), |plan| ExportKey::PlanFeed(lang, plan));
        portal.absolute(&route(portal.site, &key))
    };
    let page = |lang| plan.map_or(PageKey::Home(lang), |plan| PageKey::Thing(lang, Entity::Plan(plan)));
    let title = config.title.get(lang);
    let name = plan.map(|plan| name(&portal.site.catalog.plans[plan], lang));
    let mark = if lang == Lang::Zh { "—" } else { " – " };
    xml.words("id", &[], &address(lang))?;
    xml.words("title", &[], &name.map_or_else(|| title.clone(), |name| format!("{name}{mark}{title}")))?;
    xml.words("subtitle", &[], config.description.get(lang))?;
    xml.empty("link", &[("rel", "self"), ("type", ATOM), ("href", &address(lang))])?;
    let home = portal.page(page);
    for other in [lang, lang.other()] {
        xml.empty("link", &link("text/html", other, home.get(other)))?;
    }
    xml.empty("link", &link(ATOM, lang.other(), &address(lang.other())))?;
    xml.open("author", &[])?;
    xml.words("name", &[], config.organisation.name.get(lang))?;
    for (element, value) in [("uri", &config.organisation.url), ("email", &config.contact.email)] {
        if !value.is_empty() {
            xml.words(element, &[], value)?;
        }
    }
    xml.close("author")?;
    if let Some(licence) = &config.licence {
        xml.words("rights", &[], licence.name.get(lang))?;
    }
    Ok(())
}

fn link<'a>(media: &'a str, lang: Lang, address: &'a str) -> [(&'a str, &'a str); 4] {
    [("rel", "alternate"), ("type", media), ("hreflang", lang.tag()), ("href", address)]
}

/// What is said of something that happened.
fn body(portal: Portal<'_>, lang: Lang, zone: &Zone, entry: &Entry, xml: &mut Xml<'_>) -> anyhow::Result<()> {
    xml.open("entry", &[])?;
    xml.words("id", &[], &entry.id)?;
    xml.words("title", &[], &entry.title)?;
    xml.words("updated", &[], &zone.first_moment(entry.updated)?)?;
    if let Some(published) = entry.published {
        xml.words("published", &[], &zone.first_moment(published)?)?;
    }
    let page = |lang| PageKey::Thing(lang, Entity::Plan(entry.plan));
    let pages = portal.page(page);
    xml.empty("link", &link("text/html", lang, pages.get(lang)))?;
    if portal.site.twin(&page(lang)).is_some() {
        xml.empty("link", &link("text/html", lang.other(), pages.get(lang.other())))?;
    }
    if entry.is_plan && portal.site.catalog.config.output.data {
        let data = portal.absolute(&route(portal.site, &ExportKey::Plan(entry.plan)));
        xml.empty("link", &[("rel", "alternate"), ("type", "application/json"), ("href", &data)])?;
    }
    for topic in super::sets::plans::topics(&portal.site.catalog.plans[entry.plan]) {
        let label = portal.name(EntityKind::Topic, &topic.id, lang);
        xml.empty("category", &[("term", &topic.id), ("label", &label)])?;
    }
    xml.words("summary", &[], &entry.summary)?;
    xml.close("entry")?;
    Ok(())
}

/// What happened to a plan: it was issued, and its text here changed.
fn entries(portal: Portal<'_>, lang: Lang, plan: usize) -> Vec<Entry> {
    let folder = &portal.site.catalog.plans[plan];
    let meta = &folder.record.plan;
    let dated = meta.published.or(meta.issued);
    let mut entries = vec![Entry {
        id: portal.thing(Entity::Plan(plan)).get(lang).clone(),
        title: meta.title.get(lang).clone(),
        summary: summary(portal, lang, folder),
        // A plan that bears no date came here with the rest of the content.
        updated: dated.unwrap_or_else(|| portal.site.catalog.config.as_of.into()),
        published: dated.filter(|date| date.day.is_some()),
        plan,
        is_plan: true,
    }];
    for (index, change) in folder.record.change.iter().enumerate() {
        let same_day = folder.record.change[..index].iter().filter(|other| other.date == change.date).count();
        let words = change.summary.get(lang);
        entries.push(Entry {
            id: change_id(portal, lang, folder.id(), &change.date.to_string(), same_day + 1),
            title: format!("{}{}{words}", name(folder, lang), if lang == Lang::Zh { "：" } else { ": " }),
            summary: words.clone(),
            updated: change.date.into(),
            published: Some(change.date.into()),
            plan,
            is_plan: false,
        });
    }
    entries
}

fn name(folder: &PlanFolder, lang: Lang) -> &str {
    let meta = &folder.record.plan;
    meta.short.as_ref().unwrap_or(&meta.title).get(lang)
}

/// A `tag:` URI (RFC 4151): who had the name `host` on that day says that this is the change's name.
fn change_id(portal: Portal<'_>, lang: Lang, plan: &str, date: &str, nth: usize) -> String {
    let base = portal.site.catalog.config.base_url.as_str();
    let address = base.split_once("://").map_or(base, |(_, address)| address);
    let (authority, path) = address.split_once('/').unwrap_or((address, ""));
    let host = authority.split(':').next().unwrap_or(authority);
    format!("tag:{host},{date}:{path}{}/plans/{plan}/change/{nth}", lang.code())
}

/// Form, number, issuers and period of a plan, and what its text here is.
fn summary(portal: Portal<'_>, lang: Lang, folder: &PlanFolder) -> String {
    let meta = &folder.record.plan;
    let issuers = meta.issuers.iter().map(|id| portal.name(EntityKind::Department, id, lang));
    let issuers = issuers.collect::<Vec<String>>();
    let words = |zh: &'static str, en: &'static str| *Bilingual { zh, en }.get(lang);
    let (colon, stop) = (words("：", ": "), words("；", "; "));
    let mut parts = Vec::new();
    if !issuers.is_empty() {
        parts.push(format!("{}{colon}{}", words("发文机关", "Issued by"), issuers.join(words("、", ", "))));
    }
    if let Some(number) = &meta.number {
        parts.push(format!("{}{colon}{number}", words("发文字号", "Document number")));
    }
    if let Some(period) = meta.period {
        let dash = words("—", "–");
        parts.push(format!("{}{colon}{}{dash}{}", words("规划期", "Period"), period.start, period.end));
    }
    if let Some(text) = folder.texts.iter().find(|text| text.lang == lang) {
        let edition = super::value::Edition::from(text.kind).label(lang);
        parts.push(format!("{}{colon}{edition}", words("本站文本", "Text here")));
    }
    parts.push(words("以发文机关公布的文件为准", "the issuer's document prevails").to_owned());
    format!("{}{}", parts.join(stop), words("。", "."))
}
