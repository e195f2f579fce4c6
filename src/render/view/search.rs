//! Turns what can be searched into the page on which readers search, and the box in the bar that leads there.

use super::{AssetLink, Link, PlanItem};
use serde::Serialize;

/// The box in the bar of every page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SearchBox {
    /// The search page.
    pub href: String,
    /// The module that answers queries, fetched when the box is focused; none for pages of a folder.
    pub reader: Option<AssetLink>,
}

/// `/{lang}/search/`. Without script it leads to what there is: the plans and the terms.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SearchPage {
    /// Heading.
    pub title: String,
    /// The module that answers queries; none for pages of a folder, where it is one of the scripts.
    pub reader: Option<AssetLink>,
    /// What runs on this page alone, in order.
    pub scripts: Vec<AssetLink>,
    /// What results may be narrowed down by.
    pub facets: Vec<SearchFacet>,
    /// All plans.
    pub plans: Vec<PlanItem>,
    /// Terms, in the language's order.
    pub terms: Vec<Link>,
    /// Where all terms stand, when these are not all.
    pub more: Option<Link>,
}

/// One way to narrow results down. What other values there are, and how many results each has, is known with the index.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SearchFacet {
    /// Name in the address: `plan`, `body`, `topic`, `kind`, `year`.
    pub key: String,
    /// What is shown.
    pub label: String,
    /// Values that stand in the page, by id: the kinds.
    pub options: Vec<(String, String)>,
}
