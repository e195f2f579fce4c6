//! Turns plans and bodies into schema.org JSON-LD.
//! Knows nothing of templates and of the page's content.

use super::context::Ctx;
use super::view::{FileLink, Link};
use crate::content::EditionKind;
use crate::content::registry::Department;
use crate::content::words::{DepartmentKind, Level, SourceLang, Status};
use crate::lang::Lang;
use crate::resolve::{Edition, Entity, EntityKind, PageKey};
use serde_json::{Map, Value, json};

/// What a page is about, and the way to it from home; nothing at the gateway and on home.
pub(super) fn of_page(ctx: &Ctx<'_>, trail: &[Link], title: &str) -> Option<Value> {
    if title.is_empty() || ctx.page.lang().is_none() {
        return None;
    }
    let about = match ctx.page {
        PageKey::Thing(_, Entity::Plan(plan)) => plan_jsonld(ctx, *plan),
        PageKey::Thing(_, Entity::Department(body)) => body_jsonld(ctx, *body),
        PageKey::List(_, kind, 1) => dataset(ctx, title, &ctx.data_files(kind.folder())),
        PageKey::Data(_) => dataset(ctx, ctx.text(&ctx.site.catalog.config.title), &whole(ctx)),
        _ => Value::Null,
    };
    graph(vec![about, breadcrumbs(ctx, trail, title)])
}

/// Nodes as one document; nothing without any.
fn graph(nodes: Vec<Value>) -> Option<Value> {
    let flat = nodes.into_iter().flat_map(|node| match node {
        Value::Null => Vec::new(),
        Value::Array(nodes) => nodes,
        node => vec![node],
    });
    let nodes: Vec<Value> = flat.collect();
    (!nodes.is_empty()).then(|| json!({ "@context": "https://schema.org", "@graph": nodes }))
}

/// All open data as one download.
fn whole(ctx: &Ctx<'_>) -> Vec<FileLink> {
    let on = ctx.site.catalog.config.output.data;
    let href = on.then(|| ctx.file_href("data/all.zip")).flatten();
    let file = |href| FileLink {
        text: String::new(),
        href,
        media: "application/zip".to_owned(),
        size: String::new(),
    };
    href.map(file).into_iter().collect()
}

/// A list as a data set with its files; null where the data is switched off.
fn dataset(ctx: &Ctx<'_>, name: &str, files: &[FileLink]) -> Value {
    if files.is_empty() {
        return Value::Null;
    }
    let config = &ctx.site.catalog.config;
    let download = |file: &FileLink| {
        let url = absolute(ctx, &file.href);
        json!({ "@type": "DataDownload", "encodingFormat": file.media, "contentUrl": url })
    };
    let files: Vec<Value> = files.iter().map(download).collect();
    let page = ctx.absolute(ctx.page);
    let mut node = Map::new();
    node.insert("@type".to_owned(), json!("Dataset"));
    node.insert("@id".to_owned(), json!(format!("{page}#data")));
    node.insert("name".to_owned(), json!(name));
    node.insert("description".to_owned(), json!(ctx.text(&config.description)));
    node.insert("url".to_owned(), json!(page));
    node.insert("inLanguage".to_owned(), json!(Lang::ALL.map(Lang::tag)));
    node.insert("dateModified".to_owned(), json!(config.as_of.to_string()));
    let creator = json!({ "@type": "Organization", "name": ctx.text(&config.organisation.name) });
    node.insert("creator".to_owned(), creator);
    put(&mut node, "license", licence(ctx));
    node.insert("distribution".to_owned(), json!(files));
    Value::Object(node)
}

fn licence(ctx: &Ctx<'_>) -> Option<Value> {
    let licence = ctx.site.catalog.config.licence.as_ref().map(|licence| &licence.url);
    licence.filter(|url| !url.is_empty()).map(|url| json!(url))
}

/// The way from home to this page, absolute.
fn breadcrumbs(ctx: &Ctx<'_>, trail: &[Link], title: &str) -> Value {
    let home = (ctx.word("home").to_owned(), ctx.absolute(&PageKey::Home(ctx.lang)));
    let parents =
        trail.iter().filter_map(|link| Some((link.text.clone(), absolute(ctx, link.href.as_ref()?))));
    let here = (title.to_owned(), ctx.absolute(ctx.page));
    let items = std::iter::once(home).chain(parents).chain([here]).enumerate().map(|(place, (name, item))| {
        json!({ "@type": "ListItem", "position": place + 1, "name": name, "item": item })
    });
    json!({ "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<Value>>() })
}

/// A link of this page, absolute.
fn absolute(ctx: &Ctx<'_>, href: &str) -> String {
    if href.contains("://") {
        return href.to_owned();
    }
    let mut folder = ctx.route.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut rest = href.strip_prefix("./").unwrap_or(href);
    while let Some(shorter) = rest.strip_prefix("../") {
        rest = shorter;
        folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
    }
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{}{folder}{slash}{rest}", ctx.site.catalog.config.base_url.as_str())
}

/// A plan as the work that its issuers made, with this portal's texts of it.
fn plan_jsonld(ctx: &Ctx<'_>, plan: usize) -> Value {
    let meta = ctx.meta(plan);
    let mut node = Map::new();
    node.insert("@type".to_owned(), json!("Legislation"));
    node.insert("@id".to_owned(), json!(work_id(ctx, plan)));
    node.insert("name".to_owned(), json!(ctx.text(&meta.title)));
    let others = [Some(&meta.title), meta.short.as_ref()]
        .into_iter()
        .flatten()
        .flat_map(|title| [&title.zh, &title.en]);
    let others: Vec<&String> = others.filter(|name| *name != ctx.text(&meta.title)).collect();
    node.insert("alternateName".to_owned(), json!(others));
    node.insert("url".to_owned(), json!(ctx.absolute(&PageKey::Thing(ctx.lang, Entity::Plan(plan)))));
    put(&mut node, "legislationIdentifier", meta.number.as_ref().map(|number| json!(number)));
    put(&mut node, "legislationDate", meta.issued.map(|date| json!(date.to_string())));
    put(&mut node, "datePublished", meta.published.map(|date| json!(date.to_string())));
    let issuers: Vec<Value> = meta.issuers.iter().filter_map(|id| passed_by(ctx, id)).collect();
    node.insert("legislationPassedBy".to_owned(), json!(issuers));
    put(&mut node, "legislationJurisdiction", jurisdiction(ctx, plan));
    node.insert("legislationType".to_owned(), json!(ctx.term("kind", meta.kind.word())));
    let period = meta.period.map(|period| json!(format!("{}/{}", period.start, period.end)));
    put(&mut node, "temporalCoverage", period);
    node.insert("inLanguage".to_owned(), json!(languages(meta.source_lang)));
    put(&mut node, "legislationLegalForce", force(ctx, plan).map(|force| json!(force)));
    let source = meta.sources.iter().map(|source| &source.url).find(|url| !url.is_empty());
    put(&mut node, "sameAs", source.map(|url| json!(url)));
    let carried_on = carried_on(ctx, plan);
    put(&mut node, "legislationEnsuresImplementationOf", (!carried_on.is_empty()).then(|| json!(carried_on)));
    let mut nodes = Vec::new();
    let mut encodings = Vec::new();
    for edition in &ctx.site.skeletons[plan].editions {
        match edition.kind {
            EditionKind::Digest => nodes.push(digest(ctx, plan, edition)),
            kind => encodings.push(encoding(ctx, plan, edition, kind)),
        }
    }
    put(&mut node, "encoding", (!encodings.is_empty()).then(|| json!(encodings)));
    nodes.insert(0, Value::Object(node));
    Value::Array(nodes)
}

/// A republished official text, or a translation of it: neither has legal standing here.
fn encoding(ctx: &Ctx<'_>, plan: usize, edition: &Edition, kind: EditionKind) -> Value {
    let mut node = text_node(ctx, plan, edition, "LegislationObject");
    node.insert("legislationLegalValue".to_owned(), json!("https://schema.org/UnofficialLegalValue"));
    if kind == EditionKind::Translation {
        node.insert("translationOfWork".to_owned(), json!({ "@id": work_id(ctx, plan) }));
    }
    Value::Object(node)
}

/// A digest is a work of this portal that is based on the plan, and no form of the plan.
fn digest(ctx: &Ctx<'_>, plan: usize, edition: &Edition) -> Value {
    let config = &ctx.site.catalog.config;
    let mut node = text_node(ctx, plan, edition, "CreativeWork");
    let name = format!(
        "{}{}{}{}",
        ctx.meta(plan).title.get(edition.lang),
        ctx.word_in(edition.lang, "open-bracket"),
        ctx.word_in(edition.lang, "edition-digest"),
        ctx.word_in(edition.lang, "close-bracket")
    );
    node.insert("name".to_owned(), json!(name));
    node.insert("isBasedOn".to_owned(), json!({ "@id": work_id(ctx, plan) }));
    let publisher = json!({ "@type": "Organization", "name": config.organisation.name.get(edition.lang) });
    node.insert("publisher".to_owned(), publisher);
    put(&mut node, "license", licence(ctx));
    Value::Object(node)
}

fn text_node(ctx: &Ctx<'_>, plan: usize, edition: &Edition, kind: &str) -> Map<String, Value> {
    let page = ctx.absolute(&PageKey::Thing(edition.lang, Entity::Plan(plan)));
    let mut node = Map::new();
    node.insert("@type".to_owned(), json!(kind));
    node.insert("@id".to_owned(), json!(format!("{page}#{}-{}", edition.kind.word(), edition.lang.code())));
    node.insert("inLanguage".to_owned(), json!(edition.lang.tag()));
    node.insert("contentUrl".to_owned(), json!(page));
    node.insert("encodingFormat".to_owned(), json!("text/html"));
    if kind == "CreativeWork" {
        // These two are properties of media objects only.
        node.remove("encodingFormat");
        let url = node.remove("contentUrl");
        put(&mut node, "url", url);
    }
    node
}

/// One name for the work in all pages.
fn work_id(ctx: &Ctx<'_>, plan: usize) -> String {
    let lang = if ctx.meta(plan).source_lang == SourceLang::En { Lang::En } else { Lang::Zh };
    format!("{}#work", ctx.absolute(&PageKey::Thing(lang, Entity::Plan(plan))))
}

fn passed_by(ctx: &Ctx<'_>, id: &str) -> Option<Value> {
    let body = ctx.site.entity(EntityKind::Department, id)?;
    let Entity::Department(index) = body else { return None };
    let kind = body_type(ctx.site.catalog.departments.records[index].kind)?;
    Some(json!({ "@type": kind, "@id": body_id(ctx, body), "name": ctx.site.name(body, ctx.lang) }))
}

/// The region of a regional plan, the country of a national one.
fn jurisdiction(ctx: &Ctx<'_>, plan: usize) -> Option<Value> {
    let meta = ctx.meta(plan);
    let region = meta.region.as_ref().and_then(|id| ctx.site.entity(EntityKind::Place, id));
    match (region, meta.level) {
        (Some(region), _) => {
            Some(json!({ "@type": "AdministrativeArea", "name": ctx.site.name(region, ctx.lang) }))
        }
        (None, Level::National) => {
            Some(json!({ "@type": "Country", "name": ctx.word("country-china"), "identifier": "CN" }))
        }
        (None, _) => None,
    }
}

/// Whether it is in force, only where that is known: a plan whose term is over may or may not be.
fn force(ctx: &Ctx<'_>, plan: usize) -> Option<&'static str> {
    match ctx.meta(plan).status {
        Status::InForce if ctx.site.has_ended(plan) => None,
        Status::InForce => Some("https://schema.org/InForce"),
        Status::Superseded | Status::Repealed => Some("https://schema.org/NotInForce"),
        Status::Draft => None,
    }
}

fn carried_on(ctx: &Ctx<'_>, plan: usize) -> Vec<Value> {
    let mut plans: Vec<usize> = Vec::new();
    for link in &ctx.record(plan).implements {
        let there = link.to.split_once('#').map_or(link.to.as_str(), |(plan, _)| plan);
        plans.extend(ctx.site.plan(there).filter(|there| !plans.contains(there)));
    }
    plans.into_iter().map(|plan| json!({ "@id": work_id(ctx, plan) })).collect()
}

fn languages(lang: SourceLang) -> Vec<&'static str> {
    match lang {
        SourceLang::Zh => vec![Lang::Zh.tag()],
        SourceLang::En => vec![Lang::En.tag()],
        SourceLang::Both => Lang::ALL.map(Lang::tag).into(),
    }
}

/// A responsible body; null for a class of bodies, which is no organisation.
fn body_jsonld(ctx: &Ctx<'_>, body: usize) -> Value {
    let record = &ctx.site.catalog.departments.records[body];
    let entity = Entity::Department(body);
    let Some(kind) = body_type(record.kind) else { return Value::Null };
    let mut node = Map::new();
    node.insert("@type".to_owned(), json!(kind));
    node.insert("@id".to_owned(), json!(body_id(ctx, entity)));
    node.insert("name".to_owned(), json!(ctx.text(&record.name)));
    let mut names = vec![record.name.get(ctx.lang.other()).as_str()];
    names.extend(other_names(record));
    put(&mut node, "alternateName", (!names.is_empty()).then(|| json!(names)));
    let parent = record.parent.as_ref().and_then(|id| ctx.site.entity(EntityKind::Department, id));
    put(&mut node, "parentOrganization", parent.map(|parent| json!({ "@id": body_id(ctx, parent) })));
    put(&mut node, "foundingDate", record.from.map(|date| json!(date.to_string())));
    put(&mut node, "dissolutionDate", record.to.map(|date| json!(date.to_string())));
    put(&mut node, "url", record.website.as_ref().map(|url| json!(url)));
    node.insert("mainEntityOfPage".to_owned(), json!(ctx.absolute(&PageKey::Thing(ctx.lang, entity))));
    Value::Object(node)
}

/// The schema.org type of a kind; none for a class of bodies.
fn body_type(kind: DepartmentKind) -> Option<&'static str> {
    Some(match kind {
        DepartmentKind::Ministry
        | DepartmentKind::Commission
        | DepartmentKind::Agency
        | DepartmentKind::Bureau
        | DepartmentKind::Office
        | DepartmentKind::LeadingGroup
        | DepartmentKind::Government
        | DepartmentKind::Court => "GovernmentOrganization",
        DepartmentKind::Hospital => "Hospital",
        DepartmentKind::University => "CollegeOrUniversity",
        DepartmentKind::Collective => return None,
        _ => "Organization",
    })
}

/// Short forms and aliases in both languages; forms that may mean others, and misprints, are none.
fn other_names(record: &Department) -> Vec<&str> {
    let short = record.short.iter().flat_map(|short| [&short.zh, &short.en]);
    let aliases = record.aliases.zh.iter().chain(&record.aliases.en);
    let mut names: Vec<&str> = Vec::new();
    for name in short.chain(aliases) {
        let is_new = !names.contains(&name.as_str()) && *name != record.name.zh && *name != record.name.en;
        names.extend(is_new.then_some(name.as_str()));
    }
    names
}

fn body_id(ctx: &Ctx<'_>, body: Entity) -> String {
    format!("{}#body", ctx.absolute(&PageKey::Thing(Lang::Zh, body)))
}

fn put(node: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        node.insert(key.to_owned(), value);
    }
}

#[cfg(test)]
mod tests;
