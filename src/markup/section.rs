//! Turns a document into the parts between its headings.
//! Knows nothing of clauses, numbers or anchors.

use std::ops::Range;

use super::tree::{Block, Document, Heading, Span};
use super::walk::{Node, Walk, walk};

/// A heading and what stands under it, up to the next heading of whatever level.
///
/// Headings inside quotations and lists head nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Section<'d> {
    /// The heading; none before the first.
    pub heading: Option<&'d Heading>,
    /// What stands under it.
    pub blocks: &'d [Block],
    /// The place of `blocks` among the blocks of the document, for those who come again:
    /// [`Document::section_at`].
    pub at: Range<usize>,
}

/// The sections of a document, in reading order. See [`Document::sections`].
#[derive(Clone, Debug)]
pub struct Sections<'d> {
    document: &'d Document,
    from: usize,
}

/// How many there are of the parts by which two texts are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Paragraphs that are not in a list.
    pub paragraphs: usize,
    /// Items of lists, lists within lists included.
    pub items: usize,
    /// Rows of tables, heads not included.
    pub rows: usize,
    /// Figures.
    pub figures: usize,
}

impl Document {
    /// Cuts the text at its headings. What comes before the first heading is a section too,
    /// if there is anything.
    pub fn sections(&self) -> Sections<'_> {
        Sections { document: self, from: 0 }
    }

    /// The section whose heading has an identifier; the first, if several have it.
    pub fn section(&self, id: &str) -> Option<Section<'_>> {
        self.sections().find(|section| section.id() == Some(id))
    }

    /// The section whose blocks are at a place found before, in this document or in one that
    /// was parsed from the same text. Past the end it is empty.
    pub fn section_at(&self, at: Range<usize>) -> Section<'_> {
        let heading = at.start.checked_sub(1).and_then(|at| self.blocks.get(at)).and_then(heading);
        Section { heading, blocks: self.blocks.get(at.clone()).unwrap_or(&[]), at }
    }
}

impl<'d> Section<'d> {
    /// The identifier that the heading was given.
    pub fn id(&self) -> Option<&'d str> {
        self.heading?.id.as_deref()
    }

    /// Where the section stands, heading included; `None` if it is empty.
    pub fn span(&self) -> Option<Span> {
        let first = self.heading.map(|heading| heading.span.clone());
        let last = self.blocks.last().map(Block::span).or_else(|| first.clone())?;
        let start = first.or_else(|| self.blocks.first().map(Block::span))?.start;
        Some(start..last.end)
    }

    /// Goes through all nodes under the heading.
    pub fn walk(&self) -> Walk<'d> {
        walk(self.blocks)
    }

    /// Counts what is under the heading.
    pub fn counts(&self) -> Counts {
        Counts::of(self.blocks)
    }
}

impl Counts {
    /// Counts what some blocks hold.
    pub fn of(blocks: &[Block]) -> Counts {
        let mut counts = Counts { paragraphs: paragraphs(blocks), ..Counts::default() };
        for node in walk(blocks) {
            match node {
                Node::Item(_) => counts.items += 1,
                Node::Row(_) => counts.rows += 1,
                Node::Block(Block::Figure(_)) => counts.figures += 1,
                Node::Block(_) | Node::Cell(_) | Node::Inline(_) => {}
            }
        }
        counts
    }
}

/// The paragraphs outside lists: in a list, it is the items that count.
fn paragraphs(blocks: &[Block]) -> usize {
    let count = |block: &Block| match block {
        Block::Paragraph { .. } => 1,
        Block::Quote { blocks, .. } => paragraphs(blocks),
        _ => 0,
    };
    blocks.iter().map(count).sum()
}

impl<'d> Iterator for Sections<'d> {
    type Item = Section<'d>;

    fn next(&mut self) -> Option<Section<'d>> {
        let blocks = &self.document.blocks;
        let first = blocks.get(self.from)?;
        let start = self.from + usize::from(heading(first).is_some());
        let length = blocks[start..].iter().take_while(|block| heading(block).is_none()).count();
        self.from = start + length;
        Some(self.document.section_at(start..self.from))
    }
}

fn heading(block: &Block) -> Option<&Heading> {
    if let Block::Heading(heading) = block { Some(heading) } else { None }
}
