//! Turns one made file for machines into answers about it: does what a norm asks of such files hold here?
//! Knows nothing of the norms.

use super::tree::Tree;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The files that were made, but for pages, pictures and the search index.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// What is asked of a file: its words, and all files.
pub(super) type Question = fn(&str, &Files) -> bool;

/// The nodes of a type in a document of linked data, wherever they stand.
fn nodes(text: &str, kind: &str) -> Vec<Value> {
    let document: Value = serde_json::from_str(text).unwrap_or_default();
    let mut found = Vec::new();
    let mut ahead = vec![&document];
    while let Some(value) = ahead.pop() {
        if value["@type"] == kind {
            found.push(value.clone());
        }
        match value {
            Value::Array(items) => ahead.extend(items),
            Value::Object(entries) => ahead.extend(entries.values()),
            _ => {}
        }
    }
    found
}

fn has(node: &Value, keys: &[&str]) -> bool {
    keys.iter().all(|key| !node[*key].is_null())
}

/// True when there is a node of the type, and every one has something at each of the keys.
fn each(text: &str, kind: &str, keys: &[&str]) -> bool {
    let nodes = nodes(text, kind);
    !nodes.is_empty() && nodes.iter().all(|node| has(node, keys))
}

/// A plan is a resource; a digest of it is another, without a number of its own.
pub(super) fn legal_resource(text: &str, _: &Files) -> bool {
    let keys = ["eli:type_document", "eli:id_local", "eli:title"];
    nodes(text, "eli:LegalResource").iter().any(|node| has(node, &keys))
}

pub(super) fn legal_expression(text: &str, _: &Files) -> bool {
    each(text, "eli:LegalExpression", &["eli:language", "eli:title", "eli:realizes", "eli:is_embodied_by"])
}

pub(super) fn legal_format(text: &str, _: &Files) -> bool {
    each(text, "eli:Format", &["eli:media_type", "eli:legal_value", "eli:is_exemplified_by"])
}

pub(super) fn legal_part(text: &str, _: &Files) -> bool {
    each(text, "eli:LegalResourceSubdivision", &["eli:is_part_of", "eli:id_local"])
}

/// The template of ELI for addresses: `/eli/` stands in them.
pub(super) fn legal_address(text: &str, _: &Files) -> bool {
    let works = nodes(text, "eli:LegalResource");
    works.iter().all(|node| node["@id"].as_str().is_some_and(|id| id.contains("/eli/")))
}

pub(super) fn dataset(text: &str, _: &Files) -> bool {
    each(text, "dcat:Dataset", &["dcterms:title", "dcterms:description", "dcat:distribution"])
}

pub(super) fn distribution(text: &str, _: &Files) -> bool {
    each(text, "dcat:Distribution", &["dcat:accessURL"])
}

pub(super) fn catalogue(text: &str, _: &Files) -> bool {
    each(text, "dcat:Catalog", &["dcterms:title", "dcterms:description", "dcterms:publisher", "dcat:dataset"])
}

fn xml(text: &str, question: impl Fn(&Tree) -> bool) -> bool {
    Tree::xml(text).is_some_and(|tree| question(&tree))
}

pub(super) fn well_formed(text: &str, _: &Files) -> bool {
    xml(text, |tree| !tree.elements.is_empty())
}

pub(super) fn frbr(text: &str, _: &Files) -> bool {
    let levels = ["FRBRWork", "FRBRExpression", "FRBRManifestation"];
    let parts = ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor"];
    xml(text, |tree| {
        levels.iter().all(|level| tree.all(level).next().is_some_and(|(at, _)| tree.has_children(at, &parts)))
    })
}

/// Every unit has an address of its own.
pub(super) fn addressed(text: &str, _: &Files) -> bool {
    xml(text, |tree| {
        let mut seen = BTreeSet::new();
        let units = tree
            .elements
            .iter()
            .filter(|e| ["chapter", "section", "article", "hcontainer"].contains(&e.name.as_str()));
        let units_have = units.into_iter().all(|unit| unit.attribute("eId").is_some());
        units_have
            && tree.elements.iter().filter_map(|element| element.attribute("eId")).all(|id| seen.insert(id))
    })
}

/// What is referred to is declared.
pub(super) fn declared(text: &str, _: &Files) -> bool {
    xml(text, |tree| {
        let ids: BTreeSet<&str> =
            tree.elements.iter().filter_map(|element| element.attribute("eId")).collect();
        let refers = tree.elements.iter().filter_map(|element| element.attribute("refersTo"));
        refers
            .flat_map(str::split_whitespace)
            .all(|id| id.strip_prefix('#').is_some_and(|id| ids.contains(id)))
    })
}

pub(super) fn feed(text: &str, _: &Files) -> bool {
    xml(text, |tree| {
        let Some((feed, _)) = tree.all("feed").next() else { return false };
        let is_self = |(_, link): (usize, &super::tree::Element)| link.attribute("rel") == Some("self");
        tree.has_children(feed, &["id", "title", "updated", "author"]) && tree.all("link").any(is_self)
    })
}

pub(super) fn entries(text: &str, _: &Files) -> bool {
    xml(text, |tree| {
        let mut ids = BTreeSet::new();
        tree.all("entry").all(|(entry, _)| {
            let id = tree.below(entry).find(|(_, e)| e.name == "id").map(|(at, _)| tree.words(at));
            tree.has_children(entry, &["id", "title", "updated"]) && id.is_some_and(|id| ids.insert(id))
        })
    })
}

/// Every address of the map is there, and names its other languages, itself among them.
pub(super) fn mapped(text: &str, files: &Files) -> bool {
    xml(text, |tree| {
        let is_there = |address: &str| {
            let path = address.splitn(4, '/').nth(3).unwrap_or_default();
            let file = if path.is_empty() || path.ends_with('/') {
                format!("{path}index.html")
            } else {
                path.to_owned()
            };
            files.contains_key(&file) || files.keys().any(|name| file.ends_with(name.as_str()))
        };
        tree.all("url").all(|(url, _)| {
            let own = tree
                .below(url)
                .find(|(_, e)| e.name == "loc")
                .map(|(at, _)| tree.words(at))
                .unwrap_or_default();
            let links: Vec<&str> = tree
                .below(url)
                .filter(|(_, e)| e.name == "xhtml:link")
                .filter_map(|(_, e)| e.attribute("href"))
                .collect();
            is_there(&own) && (links.is_empty() || links.contains(&own.as_str()))
        })
    })
}

/// Length and hash of every listed file are those of the file.
pub(super) fn hashes(text: &str, files: &Files) -> bool {
    let index: Value = serde_json::from_str(text).unwrap_or_default();
    let listed = index["files"].as_array().map(Vec::as_slice).unwrap_or_default();
    let fits = |entry: &Value| {
        let file = entry["path"].as_str().and_then(|path| files.get(path));
        file.is_some_and(|bytes| {
            let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            entry["length"] == bytes.len() && entry["sha256"] == hash
        })
    };
    !listed.is_empty() && listed.iter().all(fits)
}
