//! Turns the open data into a DCAT catalogue, `/data/catalog.jsonld`: data sets, each with the files that hold it.
//! Knows nothing of what is in them.

use super::{context, date, id, language, media_type, put, said};
use crate::export::portal::Portal;
use crate::export::set::{Format, Set};
use crate::export::{ExportKey, json, route};
use crate::lang::{Bilingual, Lang};
use crate::resolve::{Entity, PageKey};
use serde_json::{Map, Value, json};
use std::io::Write;

/// Writes the catalogue.
pub(in crate::export) fn write(portal: Portal<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut graph = vec![catalog(portal), publisher(portal)];
    graph.extend(Set::ALL.map(|set| of_set(portal, set)));
    graph.extend((0..portal.site.catalog.plans.len()).map(|plan| of_plan(portal, plan)));
    json::pretty(&json!({ "@context": context(), "@graph": graph }), out)
}

fn catalog(portal: Portal<'_>) -> Value {
    let config = &portal.site.catalog.config;
    let sets = Set::ALL.map(|set| set_address(portal, set)).into_iter();
    let plans = (0..portal.site.catalog.plans.len()).map(|plan| plan_address(portal, plan));
    let mut node = Map::new();
    node.insert("@id".to_owned(), json!(portal.absolute(&route(portal.site, &ExportKey::Catalog))));
    node.insert("@type".to_owned(), json!("dcat:Catalog"));
    node.insert("dcterms:title".to_owned(), said(&config.title));
    node.insert("dcterms:description".to_owned(), said(&config.description));
    node.insert("dcterms:publisher".to_owned(), id(&publisher_address(portal)));
    node.insert("dcterms:language".to_owned(), json!(Lang::ALL.map(language)));
    node.insert("dcterms:modified".to_owned(), date(config.as_of.into()));
    node.insert("foaf:homepage".to_owned(), id(config.base_url.as_str()));
    put(&mut node, "dcterms:license", licence(portal));
    let sets: Vec<Value> = sets.chain(plans).map(|address| id(&address)).collect();
    node.insert("dcat:dataset".to_owned(), json!(sets));
    Value::Object(node)
}

fn publisher(portal: Portal<'_>) -> Value {
    let config = &portal.site.catalog.config;
    let mut node = Map::new();
    node.insert("@id".to_owned(), json!(publisher_address(portal)));
    node.insert("@type".to_owned(), json!("foaf:Agent"));
    node.insert("foaf:name".to_owned(), said(&config.organisation.name));
    let url = Some(&config.organisation.url).filter(|url| !url.is_empty());
    put(&mut node, "foaf:homepage", url.map(|url| id(url)));
    Value::Object(node)
}

/// A data set: one list of records, in all its formats.
fn of_set(portal: Portal<'_>, set: Set) -> Value {
    let page = portal.page(PageKey::Data);
    let mut files = Vec::new();
    for part in set.parts(portal.site) {
        for format in Format::ALL {
            let languages = format.lang().map_or(Lang::ALL.to_vec(), |lang| vec![lang]);
            files.push(file(portal, &ExportKey::Data(set, format, part), &languages));
        }
    }
    let about = About {
        title: set.title().map(|text| (*text).to_owned()),
        description: set.description().map(|text| (*text).to_owned()),
        page,
    };
    dataset(portal, &set_address(portal, set), &about, files)
}

/// A plan as a data set: all that the portal says of it.
fn of_plan(portal: Portal<'_>, plan: usize) -> Value {
    let meta = &portal.site.catalog.plans[plan].record.plan;
    let mut files = vec![
        file(portal, &ExportKey::Plan(plan), &Lang::ALL),
        file(portal, &ExportKey::Eli(plan), &Lang::ALL),
    ];
    for lang in crate::export::akn::languages(portal.site, plan) {
        files.push(file(portal, &ExportKey::Akn(plan, lang), &[lang]));
    }
    let about = About {
        title: meta.title.clone(),
        description: portal.site.catalog.config.title.clone(),
        page: portal.thing(Entity::Plan(plan)),
    };
    let mut node = dataset(portal, &plan_address(portal, plan), &about, files);
    if let (Value::Object(node), Some(period)) = (&mut node, meta.period) {
        let year = |year: i16| json!({ "@type": "xsd:gYear", "@value": year.to_string() });
        let span = json!({
            "@type": "dcterms:PeriodOfTime",
            "dcat:startDate": year(period.start),
            "dcat:endDate": year(period.end),
        });
        node.insert("dcterms:temporal".to_owned(), span);
    }
    node
}

/// What a data set is about, for people.
struct About {
    title: Bilingual<String>,
    description: Bilingual<String>,
    page: Bilingual<String>,
}

fn dataset(portal: Portal<'_>, address: &str, about: &About, files: Vec<Value>) -> Value {
    let pages = Lang::ALL.map(|lang| id(about.page.get(lang)));
    json!({
        "@id": address,
        "@type": "dcat:Dataset",
        "dcterms:title": said(&about.title),
        "dcterms:description": said(&about.description),
        "dcterms:publisher": id(&publisher_address(portal)),
        "dcterms:modified": date(portal.site.catalog.config.as_of.into()),
        "dcat:landingPage": pages,
        "dcat:distribution": files,
    })
}

fn file(portal: Portal<'_>, key: &ExportKey, languages: &[Lang]) -> Value {
    let address = portal.absolute(&route(portal.site, key));
    let languages: Vec<Value> = languages.iter().map(|lang| language(*lang)).collect();
    let mut node = Map::new();
    node.insert("@type".to_owned(), json!("dcat:Distribution"));
    node.insert("dcat:accessURL".to_owned(), id(&address));
    node.insert("dcat:downloadURL".to_owned(), id(&address));
    node.insert("dcat:mediaType".to_owned(), media_type(key.media_type()));
    node.insert("dcterms:language".to_owned(), json!(languages));
    put(&mut node, "dcterms:license", licence(portal));
    Value::Object(node)
}

fn licence(portal: Portal<'_>) -> Option<Value> {
    let licence = portal.site.catalog.config.licence.as_ref();
    licence.map(|licence| licence.url.as_str()).filter(|url| !url.is_empty()).map(id)
}

fn publisher_address(portal: Portal<'_>) -> String {
    format!("{}#publisher", portal.site.catalog.config.base_url.as_str())
}

fn set_address(portal: Portal<'_>, set: Set) -> String {
    format!("{}#{}", portal.absolute(&route(portal.site, &ExportKey::Catalog)), set.name())
}

fn plan_address(portal: Portal<'_>, plan: usize) -> String {
    format!("{}#plan-{}", portal.absolute(&route(portal.site, &ExportKey::Catalog)), portal.plan_id(plan))
}
