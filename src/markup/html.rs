//! Turns a tree into HTML in which everything is escaped.
//! Knows nothing of pages, routes, or where a link leads: its [`Hooks`] do.

mod escape;
mod hooks;
mod notes;

pub use escape::{escape, push_url};
pub use hooks::{AsWritten, Hooks, Place, Resolved};
pub use notes::write_notes;

use super::tree::{Align, Block, Cell, Heading, Image, Inline, Link, List, Table};

/// Writes some blocks. The notes they refer to are written by [`write_notes`].
pub fn write(blocks: &[Block], out: &mut String, hooks: &mut dyn Hooks) {
    Writer { out, hooks, in_heading: false, in_link: false }.blocks(blocks);
}

/// Writes some inlines, as for a heading that a template frames.
pub fn write_inlines(inlines: &[Inline], out: &mut String, hooks: &mut dyn Hooks) {
    Writer { out, hooks, in_heading: false, in_link: false }.inlines(inlines);
}

/// What is being written to, and inside what.
struct Writer<'w> {
    out: &'w mut String,
    hooks: &'w mut dyn Hooks,
    in_heading: bool,
    in_link: bool,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph { inlines, .. } => {
                self.out.push_str("<p>");
                self.inlines(inlines);
                self.out.push_str("</p>\n");
            }
            Block::List(list) => self.list(list),
            Block::Quote { blocks, .. } => {
                self.out.push_str("<blockquote>\n");
                self.blocks(blocks);
                self.out.push_str("</blockquote>\n");
            }
            Block::Code { lang, text, .. } => self.code(lang.as_deref(), text),
            Block::Table(table) => self.table(table),
            Block::Rule { .. } => self.out.push_str("<hr>\n"),
            Block::Figure(image) => self.figure(image),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let level = heading.level.saturating_add(self.hooks.heading_shift()).clamp(1, 6);
        let digit = char::from(b'0' + level);
        self.out.push_str("<h");
        self.out.push(digit);
        if let Some(id) = &heading.id {
            self.attribute("id", id);
        }
        if !heading.classes.is_empty() {
            self.attribute("class", &heading.classes.join(" "));
        }
        for (key, value) in &heading.attrs {
            // Any other attribute could carry a script or a style.
            if key == "lang" || key == "dir" || is_data_key(key) {
                self.attribute(key, value.as_deref().unwrap_or(""));
            }
        }
        self.out.push('>');
        self.in_heading = true;
        self.inlines(&heading.inlines);
        self.in_heading = false;
        self.out.push_str("</h");
        self.out.push(digit);
        self.out.push_str(">\n");
    }

    fn list(&mut self, list: &List) {
        match list.start {
            None => self.out.push_str("<ul>\n"),
            Some(1) => self.out.push_str("<ol>\n"),
            Some(start) => {
                self.out.push_str("<ol");
                self.attribute("start", &start.to_string());
                self.out.push_str(">\n");
            }
        }
        for item in &list.items {
            self.out.push_str("<li>");
            for (n, block) in item.blocks.iter().enumerate() {
                match block {
                    Block::Paragraph { inlines, .. } if list.tight => self.inlines(inlines),
                    _ => {
                        if n == 0 || list.tight {
                            self.out.push('\n');
                        }
                        self.block(block);
                    }
                }
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str(if list.start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    fn code(&mut self, lang: Option<&str>, text: &str) {
        self.out.push_str("<pre><code");
        if let Some(lang) = lang {
            self.attribute("class", &format!("language-{lang}"));
        }
        self.out.push('>');
        self.hooks.code(lang.unwrap_or(""), text, self.out);
        self.out.push_str("</code></pre>\n");
    }

    fn table(&mut self, table: &Table) {
        self.out.push_str("<table>\n<thead>\n");
        self.row(&table.head, &table.aligns, "th");
        self.out.push_str("</thead>\n");
        if !table.rows.is_empty() {
            self.out.push_str("<tbody>\n");
            for row in &table.rows {
                self.row(row, &table.aligns, "td");
            }
            self.out.push_str("</tbody>\n");
        }
        self.out.push_str("</table>\n");
    }

    fn row(&mut self, cells: &[Cell], aligns: &[Align], tag: &str) {
        self.out.push_str("<tr>");
        for (column, align) in aligns.iter().enumerate() {
            self.out.push('<');
            self.out.push_str(tag);
            if tag == "th" {
                self.attribute("scope", "col");
            }
            match align {
                Align::None => {}
                Align::Start => self.attribute("class", "start"),
                Align::Centre => self.attribute("class", "centre"),
                Align::End => self.attribute("class", "end"),
            }
            self.out.push('>');
            if let Some(cell) = cells.get(column) {
                self.inlines(&cell.inlines);
            }
            self.out.push_str("</");
            self.out.push_str(tag);
            self.out.push('>');
        }
        self.out.push_str("</tr>\n");
    }

    fn figure(&mut self, image: &Image) {
        self.out.push_str("<figure>");
        self.image(image, false);
        if let Some(caption) = &image.title {
            self.out.push_str("<figcaption>");
            escape(caption, self.out);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text { text, span } => {
                    let place =
                        Place { span: span.clone(), in_link: self.in_link, in_heading: self.in_heading };
                    self.hooks.text(text, place, self.out);
                }
                Inline::Emph { children, .. } => self.wrap("em", children),
                Inline::Strong { children, .. } => self.wrap("strong", children),
                Inline::Strike { children, .. } => self.wrap("del", children),
                Inline::Code { text, .. } => {
                    self.out.push_str("<code>");
                    escape(text, self.out);
                    self.out.push_str("</code>");
                }
                Inline::Link(link) => self.link(link),
                Inline::Image(image) => self.image(image, true),
                Inline::HardBreak { .. } => self.out.push_str("<br>\n"),
                Inline::FootnoteRef { number, nth, .. } => self.note_reference(*number, *nth),
            }
        }
    }

    fn wrap(&mut self, tag: &str, children: &[Inline]) {
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push('>');
        self.inlines(children);
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    fn link(&mut self, link: &Link) {
        let Some(resolved) = self.hooks.link(link) else { return self.inlines(&link.children) };
        self.out.push_str("<a");
        self.url("href", &resolved.url);
        if let Some(title) = &link.title {
            self.attribute("title", title);
        }
        for (key, value) in &resolved.attributes {
            self.attribute(key, value);
        }
        self.out.push('>');
        let outer = std::mem::replace(&mut self.in_link, true);
        self.inlines(&link.children);
        self.in_link = outer;
        self.out.push_str("</a>");
    }

    /// An image; its title is shown on hovering unless a caption shows it.
    fn image(&mut self, image: &Image, titled: bool) {
        let Some(resolved) = self.hooks.image(image) else { return escape(&image.alt, self.out) };
        self.out.push_str("<img");
        self.url("src", &resolved.url);
        self.attribute("alt", &image.alt);
        if let Some(title) = image.title.as_ref().filter(|_| titled) {
            self.attribute("title", title);
        }
        for (key, value) in &resolved.attributes {
            self.attribute(key, value);
        }
        self.out.push('>');
    }

    fn attribute(&mut self, key: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(key);
        self.out.push_str("=\"");
        escape(value, self.out);
        self.out.push('"');
    }

    fn url(&mut self, key: &str, url: &str) {
        self.out.push(' ');
        self.out.push_str(key);
        self.out.push_str("=\"");
        push_url(url, self.out);
        self.out.push('"');
    }
}

fn is_data_key(key: &str) -> bool {
    let name = key.strip_prefix("data-").unwrap_or("");
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
