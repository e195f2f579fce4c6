//! Turns one made page into answers about it: does what a norm asks of every page hold here?
//! Knows nothing of the norms; a question that does not concern a page has no answer.

use super::tree::{Element, Tree};
use crate::resolve::{Entity, EntityKind, PageKey};
use serde_json::Value;
use std::collections::BTreeSet;

/// A page that was made.
pub(super) struct Page<'a> {
    pub(super) key: &'a PageKey,
    pub(super) tree: Tree,
}

/// What is asked of a page.
pub(super) type Question = fn(&Page<'_>) -> Option<bool>;

impl Page<'_> {
    fn is_plan(&self) -> bool {
        matches!(self.key, PageKey::Thing(_, entity) if entity.parts().0 == EntityKind::Plan)
    }

    /// A page that stands in a list of pages for readers; not the gateway, not what is shown for a wrong address.
    fn is_listed(&self) -> bool {
        !matches!(self.key, PageKey::Gateway | PageKey::RootMissing | PageKey::Missing(_))
    }

    /// What it says to search engines, node by node.
    fn linked_data(&self) -> Option<Vec<Value>> {
        let is_data = |element: &Element| element.attribute("type") == Some("application/ld+json");
        let (number, _) = self.tree.all("script").find(|(_, element)| is_data(element))?;
        let data: Value = serde_json::from_str(&self.tree.words(number)).ok()?;
        if data["@context"] != "https://schema.org" {
            return None;
        }
        Some(data["@graph"].as_array().cloned().unwrap_or_else(|| vec![data]))
    }

    /// The nodes of a type.
    fn nodes(&self, kind: &str) -> Vec<Value> {
        self.linked_data().unwrap_or_default().into_iter().filter(|node| node["@type"] == kind).collect()
    }
}

pub(super) fn lang(page: &Page<'_>) -> Option<bool> {
    Some(page.tree.all("html").any(|(_, html)| html.attribute("lang").is_some_and(|lang| !lang.is_empty())))
}

pub(super) fn title(page: &Page<'_>) -> Option<bool> {
    let mut titles = page
        .tree
        .all("title")
        .filter(|(_, title)| title.parent.is_some_and(|parent| page.tree.elements[parent].name == "head"));
    Some(titles.next().is_some_and(|(number, _)| !page.tree.words(number).is_empty()))
}

/// One heading of the first level, and none that goes down by more than one. Where both languages share a page, each
/// has its own.
pub(super) fn headings(page: &Page<'_>) -> Option<bool> {
    if !page.is_listed() {
        return None;
    }
    let level = |element: &Element| element.name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
    let levels: Vec<u8> = page.tree.elements.iter().filter_map(level).collect();
    let goes_down = levels.windows(2).all(|pair| pair[1] <= pair[0] + 1);
    Some(levels.iter().filter(|level| **level == 1).count() == 1 && goes_down)
}

/// Pictures say in words what they show, or say that they show nothing.
pub(super) fn pictures(page: &Page<'_>) -> Option<bool> {
    let images = page.tree.all("img").map(|(_, image)| image.attribute("alt").is_some());
    let whole = page
        .tree
        .all("svg")
        .filter(|(number, _)| page.tree.around(*number).all(|around| around.name != "svg"));
    let drawings = whole.map(|(number, svg)| {
        svg.attribute("aria-hidden") == Some("true")
            || svg.attribute("aria-label").is_some()
            || svg.attribute("aria-labelledby").is_some()
            || page.tree.has_children(number, &["title"])
    });
    all(images.chain(drawings))
}

pub(super) fn landmarks(page: &Page<'_>) -> Option<bool> {
    let has = |name: &str| page.tree.all(name).next().is_some();
    page.is_listed().then(|| has("main") && has("nav") && has("header") && has("footer"))
}

/// The first link of a page leads to its text.
pub(super) fn skip(page: &Page<'_>) -> Option<bool> {
    if !page.is_listed() {
        return None;
    }
    let target = page.tree.all("a").next()?.1.attribute("href")?.strip_prefix('#')?.to_owned();
    Some(page.tree.all("main").any(|(_, main)| main.attribute("id") == Some(&target)))
}

/// Links and buttons have names.
pub(super) fn names(page: &Page<'_>) -> Option<bool> {
    let links = page.tree.all("a").filter(|(_, link)| link.attribute("href").is_some());
    let named = links.chain(page.tree.all("button")).map(|(number, element)| {
        let in_pictures = page.tree.below(number).any(|(_, inner)| {
            ["alt", "aria-label"]
                .iter()
                .any(|name| inner.attribute(name).is_some_and(|words| !words.is_empty()))
        });
        element.attribute("aria-label").is_some_and(|words| !words.is_empty())
            || in_pictures
            || !page.tree.words(number).is_empty()
    });
    all(named)
}

/// What is filled in has a label.
pub(super) fn labels(page: &Page<'_>) -> Option<bool> {
    let tree = &page.tree;
    let fields = ["input", "select", "textarea"].into_iter().flat_map(|name| tree.all(name));
    let asked =
        fields.filter(|(_, field)| !matches!(field.attribute("type"), Some("hidden" | "submit" | "button")));
    let labelled = asked.map(|(number, field)| {
        let has_label = tree.all("label").any(|(_, label)| {
            label.attribute("for").is_some() && label.attribute("for") == field.attribute("id")
        });
        has_label
            || ["aria-label", "aria-labelledby"].iter().any(|name| field.attribute(name).is_some())
            || tree.around(number).any(|around| around.name == "label")
    });
    all(labelled)
}

pub(super) fn tables(page: &Page<'_>) -> Option<bool> {
    all(page.tree.all("table").map(|(number, _)| page.tree.below(number).any(|(_, cell)| cell.name == "th")))
}

/// Nobody is kept from enlarging the page.
pub(super) fn zoom(page: &Page<'_>) -> Option<bool> {
    let viewport = page.tree.meta("viewport").unwrap_or_default();
    Some(!viewport.contains("user-scalable=no") && !viewport.contains("maximum-scale"))
}

pub(super) fn ids(page: &Page<'_>) -> Option<bool> {
    let mut seen = BTreeSet::new();
    Some(page.tree.elements.iter().filter_map(|element| element.attribute("id")).all(|id| seen.insert(id)))
}

/// Nothing in a page is run or painted but the site's own files.
pub(super) fn policy(page: &Page<'_>) -> Option<bool> {
    let fits = |element: &Element| {
        let is_data = element.attribute("type").is_some_and(|kind| kind.contains("json"));
        let inline = match element.name.as_str() {
            "script" => !is_data && element.attribute("src").is_none(),
            "style" | "base" => true,
            _ => false,
        };
        let handlers = element.attributes().any(|name| name == "style" || name.starts_with("on"));
        let loads = match element.name.as_str() {
            "link"
                if element
                    .attribute("rel")
                    .is_some_and(|rel| rel.contains("stylesheet") || rel.contains("icon")) =>
            {
                element.attribute("href")
            }
            "script" | "img" | "iframe" | "source" | "video" | "audio" | "embed" => element.attribute("src"),
            "form" => element.attribute("action"),
            _ => None,
        };
        !inline && !handlers && loads.is_none_or(|target| !target.contains("//"))
    };
    Some(page.tree.elements.iter().all(fits))
}

/// A page that exists in both languages says so, itself among them, with one for all others.
pub(super) fn alternates(page: &Page<'_>) -> Option<bool> {
    let links: Vec<&Element> = page.tree.all("link").map(|(_, link)| link).collect();
    let own = links.iter().find(|link| link.attribute("rel") == Some("canonical"))?.attribute("href")?;
    let alternates: Vec<&&Element> =
        links.iter().filter(|link| link.attribute("hreflang").is_some()).collect();
    let names_itself = alternates.iter().any(|link| link.attribute("href") == Some(own));
    let has_default = alternates.iter().any(|link| link.attribute("hreflang") == Some("x-default"));
    (!alternates.is_empty()).then_some(names_itself && has_default)
}

pub(super) fn dublin_core(page: &Page<'_>) -> Option<bool> {
    page.is_listed().then(|| has(page, &["dcterms.title", "dcterms.language", "dcterms.publisher"]))
}

/// A plan says who made its text and what it was made from.
pub(super) fn dublin_core_plan(page: &Page<'_>) -> Option<bool> {
    let origin = has(page, &["dcterms.source"])
        || has(page, &["dcterms.identifier"])
        || has(page, &["dcterms.created"]);
    page.is_plan().then(|| has(page, &["dcterms.type", "dcterms.creator"]) && origin)
}

/// The four properties that every object must have are title, type, image and address.
pub(super) fn open_graph(page: &Page<'_>) -> Option<bool> {
    page.is_listed().then(|| has(page, &["og:title", "og:type", "og:url"]))
}

pub(super) fn open_graph_image(page: &Page<'_>) -> Option<bool> {
    page.is_listed().then(|| has(page, &["og:image"]))
}

pub(super) fn site_tags(page: &Page<'_>) -> Option<bool> {
    page.is_listed().then(|| has(page, &["SiteName", "SiteDomain", "SiteIDCode"]))
}

pub(super) fn column_tags(page: &Page<'_>) -> Option<bool> {
    let names = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"];
    (page.is_listed() && !matches!(page.key, PageKey::Search(_))).then(|| has(page, &names))
}

pub(super) fn article_tags(page: &Page<'_>) -> Option<bool> {
    page.is_plan().then(|| has(page, &["ArticleTitle", "PubDate", "ContentSource"]))
}

/// The reference names the kind of the document, its date, and for the portal's own text the address.
pub(super) fn reference(page: &Page<'_>) -> Option<bool> {
    if !page.is_plan() {
        return None;
    }
    let quotes = page
        .tree
        .elements
        .iter()
        .enumerate()
        .filter(|(_, element)| element.attribute("class") == Some("quote"));
    let quotes: Vec<String> = quotes.map(|(number, _)| page.tree.words(number)).collect();
    let official =
        quotes.iter().any(|quote| quote.contains("[Z") || quote.contains("[S") || quote.contains("[EB/OL]"));
    let own = quotes.iter().any(|quote| quote.contains("/OL]") && quote.contains("https://"));
    Some(official && own)
}

pub(super) fn trail(page: &Page<'_>) -> Option<bool> {
    let is_inner = page.is_listed() && !matches!(page.key, PageKey::Home(_) | PageKey::Search(_));
    is_inner.then(|| {
        let trails = page.nodes("BreadcrumbList");
        trails.iter().any(|trail| trail["itemListElement"].as_array().is_some_and(|items| !items.is_empty()))
    })
}

pub(super) fn legislation(page: &Page<'_>) -> Option<bool> {
    page.is_plan().then(|| {
        let has = |node: &Value, key: &str| !node[key].is_null();
        page.nodes("Legislation").iter().any(|node| {
            ["name", "legislationType", "legislationPassedBy", "legislationJurisdiction", "inLanguage"]
                .iter()
                .all(|key| has(node, key))
        })
    })
}

/// A digest is based on the work and is never called a translation of it.
pub(super) fn based_on(page: &Page<'_>) -> Option<bool> {
    page.is_plan().then(|| {
        let texts = page.nodes("CreativeWork");
        texts.iter().all(|text| text["isBasedOn"]["@id"].is_string() && text["translationOfWork"].is_null())
    })
}

/// A body of government is called one only on the page of such a body.
pub(super) fn bodies(page: &Page<'_>) -> Option<bool> {
    let PageKey::Thing(_, entity) = page.key else { return None };
    let is_body = matches!(entity, Entity::Department(_));
    let is_named = |node: &Value| {
        node["@id"].as_str().is_some_and(|id| id.ends_with("#body")) && node["name"].is_string()
    };
    is_body.then(|| page.linked_data().is_some_and(|nodes| nodes.iter().any(is_named)))
}

fn has(page: &Page<'_>, keys: &[&str]) -> bool {
    keys.iter().all(|key| page.tree.meta(key).is_some())
}

/// Nothing where there is nothing to ask about.
fn all(answers: impl Iterator<Item = bool>) -> Option<bool> {
    answers.reduce(|so_far, answer| so_far && answer)
}
