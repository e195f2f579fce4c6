//! Turns the text of a clause into HTML: names linked, passages marked, hand-made links led to their pages.
//! Knows nothing of the page around it, but for what it has linked and marked already.
//!
//! A [`Body`] is for one page: it remembers the terms that are linked (once per page) and the marks that have their id.
//! [`Body::open`] starts a clause, which remembers what is linked in it (once per clause).
//! 1. [`marks`] finds the passages of targets and facts and lays them on the text nodes;
//! 2. [`cut`] cuts a text node so that links and marks never cross;
//! 3. [`aim`] says where a hand-made link leads.

mod aim;
mod cut;
mod marks;

use super::context::Ctx;
use crate::content::{ClauseText, EditionKind, PlanText};
use crate::lang::Lang;
use crate::markup::html::{self, Hooks, Place, Resolved};
use crate::markup::{Block, Document, Highlight, Image, Inline, Link, Node, walk};
use crate::names::Use;
use crate::resolve::{self, Aim, Entity, EntityKind, Mention};
use cut::{Cutter, Linked};
use marks::Marks;
use std::collections::BTreeSet;

/// Writes texts for one page.
pub(super) struct Body<'c, 'a> {
    ctx: &'c Ctx<'a>,
    /// The plan whose texts are written.
    plan: usize,
    /// Terms that the page links already.
    terms: BTreeSet<Entity>,
    /// Targets and facts whose mark the page has already.
    marked: BTreeSet<String>,
    /// Marks carry ids.
    ids: bool,
    /// Links and marks say what they stand for, so that a script finds their counterpart in the other language.
    paired: bool,
    highlight: Highlight,
}

impl<'c, 'a> Body<'c, 'a> {
    /// For a page that shows texts of a plan.
    pub(super) fn new(ctx: &'c Ctx<'a>, plan: usize) -> Self {
        Body {
            ctx,
            plan,
            terms: BTreeSet::new(),
            marked: BTreeSet::new(),
            ids: true,
            paired: false,
            highlight: Highlight::new(),
        }
    }

    /// Marks get no ids: somewhere else on the page they have them.
    pub(super) fn without_ids(mut self) -> Self {
        self.ids = false;
        self
    }

    /// Links and marks say what they stand for (`data-m`).
    pub(super) fn paired(mut self) -> Self {
        self.paired = true;
        self
    }

    /// True when the page has the mark of a target or fact.
    pub(super) fn has_mark(&self, id: &str) -> bool {
        self.marked.contains(id)
    }

    /// Starts a clause. `suffix` sets its notes apart from those of other texts of the clause on the page.
    pub(super) fn open<'b>(
        &'b mut self,
        text: &PlanText,
        clause: &ClauseText,
        suffix: &str,
    ) -> Writer<'b, 'c, 'a> {
        let blocks = text.section(clause).blocks;
        let passages = self.passages(&clause.id, text.file.lang, text.file.kind);
        // A sign that no clause id has keeps the notes of `c2` and `c2-1` apart.
        let notes = format!("{}{suffix}_", clause.id);
        let linked = self.linked_by_hand(blocks);
        let has_names = self.has_names(text, clause);
        Writer { marks: Marks::find(blocks, &passages), body: self, linked, has_names, notes }
    }

    /// A whole clause with its notes.
    pub(super) fn clause(&mut self, text: &PlanText, clause: &ClauseText, suffix: &str) -> String {
        let mut writer = self.open(text, clause, suffix);
        let blocks = text.section(clause).blocks;
        let mut out = writer.blocks(blocks);
        out.push_str(&writer.notes(&text.document, blocks));
        out
    }

    /// Where a name leads; nowhere from its own page, and nowhere from a plan to the plan as a cited document.
    fn href(&self, entity: Entity) -> Option<String> {
        self.ctx.link(entity).href.filter(|_| !is_plan(self.ctx, self.plan, entity))
    }

    /// False of a clause in whose text tying found no name: most clauses name nothing, and need not be looked through
    /// again. What a note names counts for the first clause that refers to it, and is shown under all of them.
    fn has_names(&self, text: &PlanText, clause: &ClauseText) -> bool {
        let skeleton = &self.ctx.site.skeletons[self.plan];
        let mentions = skeleton.find(&clause.id).map(|at| &skeleton.clauses[at].mentions);
        let is_named = |mention: &Mention| match text.file.lang {
            Lang::Zh => mention.zh,
            Lang::En => mention.en,
        };
        !text.document.footnotes.is_empty() || mentions.is_none_or(|found| found.iter().any(is_named))
    }

    /// The targets and facts of a clause with the words that prove them in a text.
    fn passages(&self, clause: &str, lang: Lang, kind: EditionKind) -> Vec<(String, String)> {
        let record = self.ctx.record(self.plan);
        let of_clause =
            record.target.iter().chain(&record.fact).filter(|target| target.clause.as_str() == clause);
        let words = |target: &crate::content::plan::Target| {
            let official = target.official.as_ref().filter(|_| kind == EditionKind::Official);
            let words = official.and_then(|texts| texts.get(lang)).or_else(|| target.passage.get(lang))?;
            Some((target.id.value.clone(), words.clone()))
        };
        of_clause.filter_map(words).collect()
    }

    /// What the author links in some blocks: known from the start, so that no name before a link is linked as well.
    fn linked_by_hand(&mut self, blocks: &[Block]) -> BTreeSet<Entity> {
        let mut linked = BTreeSet::new();
        for node in walk(blocks) {
            let Node::Inline(Inline::Link(link)) = node else { continue };
            if let Ok(Aim::Entity(entity)) = resolve::aim(&self.ctx.site.catalog, &link.target) {
                linked.insert(entity);
            }
        }
        self.terms.extend(linked.iter().filter(|entity| matches!(entity, Entity::Term(_))));
        linked
    }
}

/// Writes one clause.
pub(super) struct Writer<'b, 'c, 'a> {
    body: &'b mut Body<'c, 'a>,
    marks: Marks,
    /// What the clause links already.
    linked: BTreeSet<Entity>,
    /// Its text names something.
    has_names: bool,
    /// What sets its notes apart.
    notes: String,
}

impl Writer<'_, '_, '_> {
    /// Some blocks of the clause.
    pub(super) fn blocks(&mut self, blocks: &[Block]) -> String {
        let mut out = String::new();
        html::write(blocks, &mut out, self);
        out
    }

    /// The notes that some blocks of the clause refer to; empty without any.
    pub(super) fn notes(&mut self, document: &Document, blocks: &[Block]) -> String {
        let mut out = String::new();
        html::write_notes(document, blocks, &mut out, self);
        out
    }

    /// The names to link in words that no link and no heading holds.
    fn names(&mut self, text: &str) -> Vec<Linked> {
        let mut names = Vec::new();
        for hit in self.body.ctx.site.names.find(text) {
            let Some(owner) = hit.owners.first().filter(|_| hit.usage == Use::Linked) else { continue };
            let entity = Entity::from_number(*owner);
            let Some(href) = self.body.href(entity) else { continue };
            let known = if let Entity::Term(_) = entity { &mut self.body.terms } else { &mut self.linked };
            if known.insert(entity) {
                names.push(Linked { range: hit.span, href, kind: class(entity), about: self.about(entity) });
            }
        }
        names
    }

    fn about(&self, entity: Entity) -> Option<String> {
        let site = self.body.ctx.site;
        self.body.paired.then(|| format!("{}:{}", entity.parts().0.scheme(), site.id(entity)))
    }
}

/// True for a cited document that is this plan.
pub(super) fn is_plan(ctx: &Ctx<'_>, plan: usize, entity: Entity) -> bool {
    let Entity::Document(index) = entity else { return false };
    let is = ctx.site.catalog.documents.records[index].plan.as_ref();
    is.is_some_and(|is| is.as_str() == ctx.meta(plan).id.as_str())
}

/// The class of a link to a thing.
fn class(entity: Entity) -> &'static str {
    match entity.parts().0 {
        // `doc` is the class of the whole article.
        EntityKind::Document => "document",
        kind => kind.scheme(),
    }
}

impl Hooks for Writer<'_, '_, '_> {
    fn link(&mut self, link: &Link) -> Option<Resolved> {
        match resolve::aim(&self.body.ctx.site.catalog, &link.target).ok()? {
            Aim::Entity(entity) => {
                let resolved = Resolved::to(&self.body.href(entity)?).with("class", class(entity));
                Some(match self.about(entity) {
                    Some(about) => resolved.with("data-m", about),
                    None => resolved,
                })
            }
            other => aim::link(self.body.ctx, self.body.plan, other, &link.target),
        }
    }

    fn image(&mut self, image: &Image) -> Option<Resolved> {
        aim::image(self.body.ctx, self.body.plan, &image.src)
    }

    fn text(&mut self, text: &str, place: Place, out: &mut String) {
        let is_open = self.has_names && !place.in_link && !place.in_heading;
        let links = if is_open { self.names(text) } else { Vec::new() };
        let parts = self.marks.of(place.span.start);
        let marked = self.body.ids.then_some(&mut self.body.marked);
        Cutter { text, links: &links, parts, marked, paired: self.body.paired }.write(out);
    }

    fn code(&mut self, lang: &str, code: &str, out: &mut String) {
        self.body.highlight.write(lang, code, out);
    }

    fn note_prefix(&self) -> &str {
        &self.notes
    }

    fn back_words(&self) -> &str {
        self.body.ctx.word("back-to-text")
    }
}

#[cfg(test)]
mod tests;
