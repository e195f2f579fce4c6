//! Turns the portal into linked data that portals of data and of law read: DCAT and ELI, as JSON-LD.
//! Knows nothing of pages' own markup for search engines.
//!
//! Every document carries its whole context: nothing has to be fetched to read it.

mod dcat;
mod eli;

pub(super) use dcat::write as write_catalog;
pub(super) use eli::write as write_plan;

use crate::lang::{Bilingual, Lang};
use crate::record::PartialDate;
use serde_json::{Map, Value, json};

/// The prefixes of both vocabularies and of those that they lean on.
fn context() -> Value {
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "spdx": "http://spdx.org/rdf/terms#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

/// Adds a value where there is one.
fn put(node: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        node.insert(key.to_owned(), value);
    }
}

/// A reference to a thing by its address.
fn id(address: &str) -> Value {
    json!({ "@id": address })
}

/// A text in both languages.
fn said(text: &Bilingual<String>) -> Value {
    Value::Array(Lang::ALL.map(|lang| json!({ "@language": lang.tag(), "@value": text.get(lang) })).into())
}

/// A date, as exact as it is known.
fn date(date: PartialDate) -> Value {
    let kind = match (date.month, date.day) {
        (_, Some(_)) => "xsd:date",
        (Some(_), None) => "xsd:gYearMonth",
        (None, None) => "xsd:gYear",
    };
    json!({ "@type": kind, "@value": date.to_string() })
}

/// A language by the register of the European Union, which both vocabularies use.
fn language(lang: Lang) -> Value {
    let code = match lang {
        Lang::Zh => "ZHO",
        Lang::En => "ENG",
    };
    id(&format!("http://publications.europa.eu/resource/authority/language/{code}"))
}

/// A media type by the register of media types.
fn media_type(media: &str) -> Value {
    let plain = media.split(';').next().unwrap_or(media);
    id(&format!("https://www.iana.org/assignments/media-types/{plain}"))
}
