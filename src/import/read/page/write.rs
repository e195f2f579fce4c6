//! Turns the nodes of a page into text and blocks, in the order of the page.
//! Knows nothing of how roles were found.

use super::article::Role;
use super::tree::Tree;
use crate::import::manuscript::{Block, BlockKind, CHROME, Cell, HIDDEN};
use crate::import::repair::is_han;
use std::collections::BTreeMap;

/// Elements that stand in a line of text.
const INLINE: [&str; 30] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark",
    "nobr", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "img",
    "ruby",
];

/// The text of a page and its blocks.
pub(super) fn write(tree: &Tree, roles: &BTreeMap<usize, Role>) -> (String, Vec<Block>) {
    let mut writer = Writer::default();
    let tables = data_tables(tree, roles);
    let mut open: Vec<(usize, Role, Option<u8>)> = vec![(usize::MAX, Role::Chrome, None)];
    // Open numbered lists, each with its last number: browsers print it.
    let mut lists: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < tree.nodes.len() {
        lists.retain(|(end, _)| *end > at);
        while open.last().is_some_and(|(end, ..)| *end <= at) {
            open.pop();
            writer.close();
        }
        let node = &tree.nodes[at];
        let (_, outer, heading) = open.last().copied().unwrap_or((0, Role::Chrome, None));
        let role = roles.get(&at).copied().unwrap_or(outer);
        writer.enter(role, heading);
        if let Some(table) = tables.get(&at).filter(|_| role == Role::Article) {
            writer.close();
            writer.table(tree, table);
            at = node.end;
            continue;
        }
        match node.name.as_str() {
            "" => writer.words(&node.text),
            "br" => writer.close(),
            name if INLINE.contains(&name) && role == outer => {}
            name => {
                writer.close();
                match (name, lists.last_mut()) {
                    ("ol", _) => lists.push((node.end, 0)),
                    ("ul", _) => lists.push((node.end, usize::MAX)),
                    ("li", Some((_, count))) if *count < usize::MAX => {
                        *count += 1;
                        writer.words(&format!("{count}."));
                    }
                    _ => {}
                }
                let depth = name
                    .strip_prefix('h')
                    .and_then(|depth| depth.parse().ok())
                    .filter(|d| (1..=6).contains(d));
                open.push((node.end, role, depth.or(heading)));
            }
        }
        at += 1;
    }
    writer.close();
    (writer.text, writer.blocks)
}

/// A table of the document: its rows, each with its cells as ranges of nodes, and how far each reaches.
struct Grid {
    rows: Vec<Vec<(usize, usize, usize)>>,
}

/// The tables that hold data; others only lay the page out.
fn data_tables(tree: &Tree, roles: &BTreeMap<usize, Role>) -> BTreeMap<usize, Grid> {
    let tables: Vec<usize> = tree
        .named("table")
        .filter(|at| !matches!(roles.get(at), Some(Role::Chrome | Role::Hidden)))
        .collect();
    let holds_table = |at: usize| {
        let next = tables.partition_point(|table| *table <= at);
        tables.get(next).is_some_and(|table| *table < tree.nodes[at].end)
    };
    let mut found = BTreeMap::new();
    for at in tables.iter().copied().filter(|at| !holds_table(*at)) {
        let grid = grid(tree, at);
        let columns = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
        let is_prose = |(cell, ..): &(usize, usize, usize)| tree.text(*cell).matches('。').count() > 12;
        if columns >= 2 && !grid.rows.iter().flatten().any(is_prose) {
            found.insert(at, grid);
        }
    }
    found
}

fn grid(tree: &Tree, table: usize) -> Grid {
    let mut rows: Vec<Vec<(usize, usize, usize)>> = Vec::new();
    let mut at = table + 1;
    while at < tree.nodes[table].end {
        let node = &tree.nodes[at];
        let span = |name| {
            node.attribute(name).and_then(|value| value.trim().parse().ok()).unwrap_or(1).clamp(1, 100)
        };
        match node.name.as_str() {
            "tr" => rows.push(Vec::new()),
            "td" | "th" => {
                let cell = (at, span("colspan"), span("rowspan"));
                match rows.last_mut() {
                    Some(row) => row.push(cell),
                    None => rows.push(vec![cell]),
                }
                at = node.end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    rows.retain(|row| !row.is_empty());
    Grid { rows }
}

#[derive(Default)]
struct Writer {
    text: String,
    blocks: Vec<Block>,
    /// Where the block that is being written began.
    start: usize,
    role: Option<Role>,
    heading: Option<u8>,
    tables: usize,
}

impl Writer {
    /// What follows has this role.
    fn enter(&mut self, role: Role, heading: Option<u8>) {
        if self.role != Some(role) {
            self.close();
        }
        (self.role, self.heading) = (Some(role), heading);
    }

    /// Words of a line: white space is one space, and a line of the source that ends between Han characters is nothing.
    fn words(&mut self, words: &str) {
        let mut pending: Option<char> = None;
        for c in words.chars() {
            if matches!(c, ' ' | '\n' | '\r' | '\t' | '\u{c}') {
                pending = Some(if c == '\n' || pending == Some('\n') { '\n' } else { ' ' });
                continue;
            }
            let before = self.text[self.start..].chars().next_back();
            match (pending.take(), before) {
                (Some('\n'), Some(before)) if is_han(before) && is_han(c) => {}
                (Some(_), Some(before)) if !before.is_whitespace() => self.text.push(' '),
                _ => {}
            }
            self.text.push(c);
        }
        if pending.is_some()
            && self.text[self.start..].chars().next_back().is_some_and(|c| !c.is_whitespace())
        {
            self.text.push(' ');
        }
    }

    /// Ends the block.
    fn close(&mut self) {
        let span = self.start..self.text.len();
        if self.text[span.clone()].trim().is_empty() {
            self.text.truncate(self.start);
            return;
        }
        let kind = match self.role {
            Some(Role::Article) => BlockKind::Paragraph { heading: self.heading },
            Some(Role::Hidden) => BlockKind::Unseen { why: HIDDEN },
            _ => BlockKind::Unseen { why: CHROME },
        };
        self.blocks.push(Block { span, kind });
        self.text.push('\n');
        self.start = self.text.len();
    }

    fn table(&mut self, tree: &Tree, grid: &Grid) {
        self.tables += 1;
        for row in &grid.rows {
            let row_start = self.text.len();
            let mut cells = Vec::new();
            for (at, columns, rows) in row {
                self.start = self.text.len();
                for node in &tree.nodes[*at..tree.nodes[*at].end] {
                    if ["p", "div", "br", "li"].contains(&node.name.as_str()) && self.text.len() > self.start
                    {
                        self.text.push('\n');
                    }
                    self.words(&node.text);
                }
                let length = self.text[self.start..].trim_end().len();
                self.text.truncate(self.start + length);
                cells.push(Cell { span: self.start..self.text.len(), columns: *columns, rows: *rows });
                self.text.push('\t');
            }
            self.text.pop();
            let kind = BlockKind::Row { table: self.tables, cells };
            self.blocks.push(Block { span: row_start..self.text.len(), kind });
            self.text.push('\n');
        }
        self.start = self.text.len();
    }
}
