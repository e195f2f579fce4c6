//! Turns the clauses of a text into nested containers of Akoma Ntoso.
//! Knows nothing of what stands around them.

use super::Document;
use super::words::Marker;
use crate::content::ClauseText;
use crate::export::xml::{attribute, escape};
use crate::markup::{Block, Image, Inline, Item, List, Table};
use crate::resolve::Entity;
use std::collections::BTreeSet;
use std::fmt::Write;

impl Document<'_> {
    /// The clauses, nested by their ids; what they name is added to `named`.
    pub(super) fn body(&self, named: &mut BTreeSet<Entity>) -> String {
        let mut out = String::new();
        let mut open: Vec<&str> = Vec::new();
        let clauses = &self.text.clauses;
        for (at, clause) in clauses.iter().enumerate() {
            while open.last().is_some_and(|parent| !is_below(&clause.id, parent)) {
                open.pop();
                out.push_str("</hcontainer>\n");
            }
            let is_parent = clauses.get(at + 1).is_some_and(|next| is_below(&next.id, &clause.id));
            self.clause(clause, is_parent, named, &mut out);
            if is_parent { open.push(&clause.id) } else { out.push_str("</hcontainer>\n") }
        }
        open.iter().for_each(|_| out.push_str("</hcontainer>\n"));
        out
    }

    /// A clause without its end: its children may follow.
    fn clause(&self, clause: &ClauseText, is_parent: bool, named: &mut BTreeSet<Entity>, out: &mut String) {
        let id = attribute(&clause.id);
        let _ = write!(out, "<hcontainer eId=\"{id}\" name=\"clause\"{}>", status(clause));
        let number = clause.number.clone().unwrap_or_else(|| clause.parsed.printed(self.lang));
        if !number.is_empty() {
            let _ = write!(out, "<num>{}</num>", escape(&number));
        }
        let _ = write!(out, "<heading>{}</heading>", escape(&clause.heading));
        let mut blocks = Blocks { marker: Marker::of(self, clause), named, id: &clause.id, tables: 0, out };
        let content = self.text.section(clause).blocks;
        // A parent's own text comes before its children; every other clause has content, were it empty.
        let tag = if is_parent { "intro" } else { "content" };
        if !is_parent || !content.is_empty() {
            let _ = write!(blocks.out, "<{tag} eId=\"{id}__{tag}\">");
            blocks.all(content);
            let _ = write!(blocks.out, "</{tag}>");
        }
    }
}

/// Whether a clause lies under another, were it by more than one step: texts have lost headings.
fn is_below(id: &str, parent: &str) -> bool {
    id.strip_prefix(parent).is_some_and(|rest| rest.starts_with('-'))
}

/// The standard's own words for a clause whose text, or whose heading, is not as the issuers made it.
fn status(clause: &ClauseText) -> &'static str {
    match (clause.gap, clause.inferred) {
        (true, _) => " status=\"incomplete\"",
        (false, true) => " status=\"edited\"",
        (false, false) => "",
    }
}

/// Writes the blocks of one clause.
struct Blocks<'w> {
    marker: Marker<'w>,
    named: &'w mut BTreeSet<Entity>,
    id: &'w str,
    tables: usize,
    out: &'w mut String,
}

impl Blocks<'_> {
    fn all(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.paragraph(&heading.inlines),
            Block::Paragraph { inlines, .. } => self.paragraph(inlines),
            Block::List(list) => self.list(list),
            Block::Quote { blocks, .. } => self.all(blocks),
            Block::Code { text, .. } => {
                let _ = write!(self.out, "<p>{}</p>", escape(text));
            }
            Block::Table(table) => self.table(table),
            Block::Figure(image) => self.figure(image),
            Block::Rule { .. } => {}
        }
    }

    fn paragraph(&mut self, inlines: &[Inline]) {
        self.out.push_str("<p>");
        self.inlines(inlines);
        self.out.push_str("</p>");
    }

    fn list(&mut self, list: &List) {
        let tag = if list.start.is_some() { "ol" } else { "ul" };
        let _ = write!(self.out, "<{tag}>");
        for item in &list.items {
            self.item(item);
        }
        let _ = write!(self.out, "</{tag}>");
    }

    /// An item holds paragraphs and lists only; a table in one becomes its cells' text.
    fn item(&mut self, item: &Item) {
        self.out.push_str("<li>");
        for block in &item.blocks {
            match block {
                Block::Table(table) => {
                    table.rows.iter().flatten().for_each(|cell| self.paragraph(&cell.inlines));
                }
                other => self.block(other),
            }
        }
        self.out.push_str("</li>");
    }

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let _ = write!(self.out, "<table eId=\"{}__table_{}\">", attribute(self.id), self.tables);
        let rows = table.rows.iter().map(|row| (row, "td"));
        for (row, tag) in std::iter::once((&table.head, "th")).chain(rows) {
            self.out.push_str("<tr>");
            for cell in row {
                let _ = write!(self.out, "<{tag}>");
                self.paragraph(&cell.inlines);
                let _ = write!(self.out, "</{tag}>");
            }
            self.out.push_str("</tr>");
        }
        self.out.push_str("</table>");
    }

    /// A picture lives with the page, not with the data: what it shows is said in words.
    fn figure(&mut self, image: &Image) {
        let _ = write!(self.out, "<p>{}</p>", escape(image.title.as_deref().unwrap_or(&image.alt)));
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text { text, .. } => self.marker.text(text, self.named, self.out),
                Inline::Emph { children, .. } => self.within("i", children),
                Inline::Strong { children, .. } => self.within("b", children),
                Inline::Strike { children, .. } => self.within("del", children),
                Inline::Code { text, .. } => self.out.push_str(&escape(text)),
                Inline::Link(link) => {
                    let tag = self.marker.link(&link.target, self.named);
                    let _ = write!(self.out, "{}", tag.start);
                    self.marker.silent += 1;
                    self.inlines(&link.children);
                    self.marker.silent -= 1;
                    let _ = write!(self.out, "{}", tag.end);
                }
                Inline::Image(image) => self.out.push_str(&escape(&image.alt)),
                Inline::HardBreak { .. } => self.out.push_str("<br/>"),
                Inline::FootnoteRef { .. } => {}
            }
        }
    }

    fn within(&mut self, tag: &str, children: &[Inline]) {
        let _ = write!(self.out, "<{tag}>");
        self.inlines(children);
        let _ = write!(self.out, "</{tag}>");
    }
}
