//! Turns a tree into the sequence of its nodes.
//! Knows nothing of what is done with them.

use std::slice::Iter;

use super::tree::{Block, Cell, Document, Footnote, Image, Inline, Item, Link};

/// A node of a tree.
#[derive(Clone, Copy, Debug)]
pub enum Node<'d> {
    /// A block.
    Block(&'d Block),
    /// An item of a list.
    Item(&'d Item),
    /// A row of a table, without the head.
    Row(&'d [Cell]),
    /// A cell of a table, of the head too.
    Cell(&'d Cell),
    /// A part of a line.
    Inline(&'d Inline),
}

/// All nodes of some blocks, each before what it holds, in reading order.
#[derive(Clone, Debug)]
pub struct Walk<'d> {
    /// What is still to come, nearest last.
    ahead: Vec<Ahead<'d>>,
}

#[derive(Clone, Debug)]
enum Ahead<'d> {
    Blocks(Iter<'d, Block>),
    Items(Iter<'d, Item>),
    Rows(Iter<'d, Vec<Cell>>),
    Cells(Iter<'d, Cell>),
    Inlines(Iter<'d, Inline>),
    Notes(Iter<'d, Footnote>),
}

/// Goes through all nodes of some blocks.
pub fn walk(blocks: &[Block]) -> Walk<'_> {
    // A word of a list lies three deep, and few lie deeper.
    let mut ahead = Vec::with_capacity(4);
    ahead.push(Ahead::Blocks(blocks.iter()));
    Walk { ahead }
}

impl Document {
    /// Goes through all nodes of the text, then through those of its notes.
    pub fn walk(&self) -> Walk<'_> {
        Walk { ahead: vec![Ahead::Notes(self.footnotes.iter()), Ahead::Blocks(self.blocks.iter())] }
    }

    /// All links of the text, then those of its notes. Refused links are not among them.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.walk().links()
    }

    /// All images of the text, figures among them, then those of its notes.
    pub fn images(&self) -> impl Iterator<Item = &Image> {
        self.walk().images()
    }
}

impl<'d> Walk<'d> {
    /// The links among the nodes.
    pub fn links(self) -> impl Iterator<Item = &'d Link> {
        self.filter_map(|node| match node {
            Node::Inline(Inline::Link(link)) => Some(&**link),
            _ => None,
        })
    }

    /// The images among the nodes, figures too.
    pub fn images(self) -> impl Iterator<Item = &'d Image> {
        self.filter_map(|node| match node {
            Node::Block(Block::Figure(image)) => Some(image),
            Node::Inline(Inline::Image(image)) => Some(&**image),
            _ => None,
        })
    }

    fn enter_block(&mut self, block: &'d Block) {
        match block {
            Block::Heading(heading) => self.ahead.push(Ahead::Inlines(heading.inlines.iter())),
            Block::Paragraph { inlines, .. } => self.ahead.push(Ahead::Inlines(inlines.iter())),
            Block::List(list) => self.ahead.push(Ahead::Items(list.items.iter())),
            Block::Quote { blocks, .. } => self.ahead.push(Ahead::Blocks(blocks.iter())),
            Block::Table(table) => {
                self.ahead.push(Ahead::Rows(table.rows.iter()));
                self.ahead.push(Ahead::Cells(table.head.iter()));
            }
            Block::Code { .. } | Block::Rule { .. } | Block::Figure(_) => {}
        }
    }

    fn enter_inline(&mut self, inline: &'d Inline) {
        match inline {
            Inline::Emph { children, .. }
            | Inline::Strong { children, .. }
            | Inline::Strike { children, .. } => self.ahead.push(Ahead::Inlines(children.iter())),
            Inline::Link(link) => self.ahead.push(Ahead::Inlines(link.children.iter())),
            Inline::Text { .. }
            | Inline::Code { .. }
            | Inline::Image(_)
            | Inline::HardBreak { .. }
            | Inline::FootnoteRef { .. } => {}
        }
    }
}

impl<'d> Iterator for Walk<'d> {
    type Item = Node<'d>;

    fn next(&mut self) -> Option<Node<'d>> {
        loop {
            let node = match self.ahead.last_mut()? {
                Ahead::Blocks(blocks) => blocks.next().map(Node::Block),
                Ahead::Items(items) => items.next().map(Node::Item),
                Ahead::Rows(rows) => rows.next().map(|row| Node::Row(row)),
                Ahead::Cells(cells) => cells.next().map(Node::Cell),
                Ahead::Inlines(inlines) => inlines.next().map(Node::Inline),
                Ahead::Notes(notes) => {
                    // A note is no node of its own; what it says is.
                    let note = notes.next();
                    if let Some(note) = note {
                        self.ahead.push(Ahead::Blocks(note.blocks.iter()));
                        continue;
                    }
                    None
                }
            };
            match node {
                None => drop(self.ahead.pop()),
                Some(Node::Block(block)) => self.enter_block(block),
                Some(Node::Item(item)) => self.ahead.push(Ahead::Blocks(item.blocks.iter())),
                Some(Node::Row(row)) => self.ahead.push(Ahead::Cells(row.iter())),
                Some(Node::Cell(cell)) => self.ahead.push(Ahead::Inlines(cell.inlines.iter())),
                Some(Node::Inline(inline)) => self.enter_inline(inline),
            }
            if node.is_some() {
                return node;
            }
        }
    }
}
