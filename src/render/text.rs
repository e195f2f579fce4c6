//! Turns a page of `content/pages/` into HTML: about, accessibility, corrections.
//! Knows nothing of plans' texts.

use super::context::{Ctx, web_address};
use super::frame::{About, text_title};
use super::view::{ContentPage, Page, TocItem};
use crate::content::PageFolder;
use crate::lang::Lang;
use crate::markup::html::{self, Hooks, Resolved};
use crate::markup::{Block, Document, Highlight, Link, plain};
use crate::resolve::{Aim, Entity, PageKey, aim};
use crate::route::Route;

/// From so many sections on, a page has contents.
const LONG: usize = 4;
/// So many characters of the beginning describe a page.
const DESCRIPTION: usize = 160;

/// A text in the best language there is.
pub(super) struct Text {
    /// The language that it is in.
    pub(super) lang: Lang,
    /// Its heading; none if it has none.
    pub(super) title: Option<String>,
    /// The rest.
    pub(super) html: String,
    /// Its sections.
    pub(super) toc: Vec<TocItem>,
    /// Its beginning.
    pub(super) opening: String,
}

/// A page of text, by its number.
pub(super) fn page(ctx: &Ctx<'_>, index: usize) -> anyhow::Result<(About, Page)> {
    let folder = &ctx.site.catalog.pages[index];
    let text = text(ctx, folder)?;
    let title = text.title.unwrap_or_else(|| text_title(ctx, &folder.id));
    let about = About {
        kind: "content",
        title: title.clone(),
        description: text.opening,
        main_lang: Some(text.lang),
        alone: Lang::ALL.iter().any(|lang| folder.texts.get(*lang).is_none()),
        ..About::default()
    };
    let toc = if text.toc.len() >= LONG { text.toc } else { Vec::new() };
    Ok((about, Page::Content(ContentPage { title, html: text.html, toc })))
}

/// The text of a page folder in the page's language, else in the other.
pub(super) fn text(ctx: &Ctx<'_>, folder: &PageFolder) -> anyhow::Result<Text> {
    let (lang, path) =
        folder.texts.best(ctx.lang).ok_or_else(|| anyhow::anyhow!("no text of page {}", folder.id))?;
    let (document, _) = ctx.renderer.bodies.page(path, lang);
    let document = document.ok_or_else(|| anyhow::anyhow!("cannot read {path}"))?;
    let (title, rest) = match document.blocks.split_first() {
        Some((Block::Heading(heading), rest)) if heading.level == 1 => {
            (Some(plain::of_inlines(&heading.inlines)), rest)
        }
        _ => (None, &document.blocks[..]),
    };
    Ok(Text {
        lang,
        title,
        html: html_of(ctx, &document, rest),
        toc: rest.iter().filter_map(toc_item).collect(),
        opening: plain::excerpt(rest, DESCRIPTION),
    })
}

fn html_of(ctx: &Ctx<'_>, document: &Document, blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut hooks = PageHooks { ctx, highlight: Highlight::new() };
    html::write(blocks, &mut out, &mut hooks);
    html::write_notes(document, blocks, &mut out, &mut hooks);
    out
}

fn toc_item(block: &Block) -> Option<TocItem> {
    let Block::Heading(heading) = block else { return None };
    let id = heading.id.as_deref().filter(|_| heading.level == 2)?;
    Some(TocItem { text: plain::of_inlines(&heading.inlines), href: format!("#{id}"), ..TocItem::default() })
}

/// What the writer of HTML asks of a page.
struct PageHooks<'c, 'a> {
    ctx: &'c Ctx<'a>,
    highlight: Highlight,
}

impl Hooks for PageHooks<'_, '_> {
    fn link(&mut self, link: &Link) -> Option<Resolved> {
        let ctx = self.ctx;
        let href = match aim(&ctx.site.catalog, &link.target).ok()? {
            Aim::Entity(entity) => ctx.href(&PageKey::Thing(ctx.lang, entity)),
            Aim::Clause(plan, clause) => {
                let known = ctx.site.skeletons[plan].find(&clause);
                let anchor = known.map_or(String::new(), |_| format!("#{clause}"));
                format!("{}{anchor}", ctx.href(&PageKey::Thing(ctx.lang, Entity::Plan(plan))))
            }
            Aim::Target(path) => super::rows::record_link(ctx, ctx.site.target(&path)?).href?,
            Aim::Elsewhere => return Some(self.elsewhere(&link.target)),
        };
        Some(Resolved::to(&href))
    }

    fn code(&mut self, lang: &str, code: &str, out: &mut String) {
        self.highlight.write(lang, code, out);
    }

    fn back_words(&self) -> &str {
        self.ctx.word("back-to-text")
    }
}

impl PageHooks<'_, '_> {
    /// Other sites; addresses from the portal's root, which become relative; mail, anchors and relative paths as
    /// they are.
    fn elsewhere(&self, target: &str) -> Resolved {
        if web_address(target).is_some() {
            return Resolved::to(target).with("rel", "noopener");
        }
        let Some(path) = target.strip_prefix('/') else { return Resolved::to(target) };
        let (path, anchor) = path.split_once('#').map_or((path, None), |(path, anchor)| (path, Some(anchor)));
        let file = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        match (Route::file(&file), anchor) {
            (Ok(route), None) => Resolved::to(&self.ctx.route.href_to(&route)),
            (Ok(route), Some(anchor)) => {
                Resolved::to(&format!("{}#{anchor}", self.ctx.route.href_to(&route)))
            }
            (Err(_), _) => Resolved::to(target),
        }
    }
}
