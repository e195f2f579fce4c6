//! Turns the portal into the page on which readers search it.
//! Knows nothing of the index: the page's script asks `/search/manifest.json` for it.

use super::context::Ctx;
use super::frame::{About, list_crumb};
use super::rows;
use super::view::{AssetLink, Page, SearchBox, SearchFacet, SearchPage};
use crate::resolve::{EntityKind, ListKind, PageKey};

/// So many terms stand on the page for those who come without script.
const TERMS: usize = 300;
/// What results may be narrowed down by, by its name in the address.
const FACETS: [&str; 5] = ["kind", "plan", "body", "topic", "year"];
/// What a result may be, by its name in the index and by the word for it.
const KINDS: [(&str, &str); 12] = [
    ("clause", "clause"),
    ("target", "target"),
    ("fact", "fact"),
    ("project", "project"),
    ("plan", "plan"),
    ("department", "department"),
    ("partner", "partner"),
    ("place", "place"),
    ("topic", "topic"),
    ("document", "document"),
    ("term", "term"),
    ("page", "page"),
];

/// The search page.
pub(super) fn page(ctx: &Ctx<'_>) -> (About, Page) {
    let title = ctx.word("search").to_owned();
    let terms = ctx.renderer.lookups.order(EntityKind::Term).map_or(&[][..], |order| order.get(ctx.lang));
    let newest = ctx.renderer.lookups.newest();
    // A page of a folder may load no module; there the reader is a script of its own.
    let scripts = [ctx.renderer.offline.then_some("reader-offline.js"), Some("search.js")];
    let scripts = scripts.map(|name| ctx.asset(name?));
    let page = SearchPage {
        title: title.clone(),
        reader: reader(ctx),
        scripts: scripts.into_iter().flatten().collect(),
        facets: FACETS.map(|key| facet(ctx, key)).into(),
        plans: newest.iter().map(|plan| rows::plan(ctx, *plan)).collect(),
        terms: terms.iter().take(TERMS).map(|term| ctx.link(*term)).collect(),
        more: (terms.len() > TERMS).then(|| list_crumb(ctx, ListKind::Glossary)),
    };
    let description = ctx.word("search-about").to_owned();
    (About { kind: "search", title, description, ..About::default() }, Page::Search(page))
}

/// The box in the bar; not on the search page, which has its own.
pub(super) fn field(ctx: &Ctx<'_>) -> Option<SearchBox> {
    let page = PageKey::Search(ctx.lang);
    let on = ctx.site.catalog.config.output.search;
    let href = (on && page != *ctx.page && ctx.page.lang().is_some()).then(|| ctx.href(&page))?;
    Some(SearchBox { href, reader: reader(ctx) })
}

fn reader(ctx: &Ctx<'_>) -> Option<AssetLink> {
    if ctx.renderer.offline { None } else { ctx.asset("reader.js") }
}

fn facet(ctx: &Ctx<'_>, key: &str) -> SearchFacet {
    let kinds = || KINDS.map(|(id, word)| (id.to_owned(), ctx.term("search-kind", word))).into();
    SearchFacet {
        key: key.to_owned(),
        label: ctx.term("search-by", key),
        options: if key == "kind" { kinds() } else { Vec::new() },
    }
}
