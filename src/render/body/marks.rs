//! Turns the passages of a clause's targets and facts into marked parts of its text nodes.
//! Knows nothing of HTML and of links.
//!
//! A passage is found in the clause's plain text, where it may run through stressed words and links; each text node
//! that it touches gets its part. Passages may overlap or be the same: a part knows all that it belongs to.

use crate::markup::{Block, Inline, Node, plain, walk};
use std::collections::BTreeMap;
use std::ops::Range;

/// A marked part of a text node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Bytes of the node's text.
    pub(super) range: Range<usize>,
    /// The targets and facts whose passage it belongs to, in the order of the records.
    pub(super) ids: Vec<String>,
}

/// The marked parts of some blocks.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// By where a text node starts in its file.
    nodes: BTreeMap<u32, Vec<Part>>,
}

/// A piece of text within the plain text.
struct Piece {
    /// Where it starts there.
    at: usize,
    length: usize,
    /// Where its text node starts in the file; none for code and pictures, which cannot be marked.
    node: Option<u32>,
}

impl Marks {
    /// Finds passages (id and words) in some blocks; the first occurrence counts.
    pub(super) fn find(blocks: &[Block], passages: &[(String, String)]) -> Marks {
        if passages.is_empty() {
            return Marks::default();
        }
        let words = plain::of_blocks(blocks);
        let found: Vec<(Range<usize>, &str)> = passages
            .iter()
            .filter(|(_, passage)| !passage.is_empty())
            .filter_map(|(id, passage)| {
                let start = words.find(passage.as_str())?;
                Some((start..start + passage.len(), id.as_str()))
            })
            .collect();
        let mut nodes = BTreeMap::new();
        for piece in pieces(blocks, &words) {
            let Some(node) = piece.node else { continue };
            let parts = parts(&piece, &found);
            if !parts.is_empty() {
                nodes.insert(node, parts);
            }
        }
        Marks { nodes }
    }

    /// The parts of the text node that starts there.
    pub(super) fn of(&self, node: u32) -> &[Part] {
        self.nodes.get(&node).map_or(&[], Vec::as_slice)
    }
}

/// The pieces of the plain text, in order. Between them stand line ends and tabs only.
fn pieces(blocks: &[Block], words: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for node in walk(blocks) {
        let (text, node) = match node {
            Node::Inline(Inline::Text { text, span }) => (text.as_str(), Some(span.start)),
            Node::Inline(Inline::Code { text, .. }) => (text.as_str(), None),
            Node::Inline(Inline::Image(image)) => (image.alt.as_str(), None),
            Node::Block(Block::Figure(image)) => (image.alt.as_str(), None),
            Node::Block(Block::Code { text, .. }) => (text.trim_end(), None),
            _ => continue,
        };
        let rest = &words[at..];
        let skipped = if rest.starts_with(text) {
            0
        } else {
            let separators = rest.len() - rest.trim_start_matches(['\n', '\t']).len();
            if rest[separators..].starts_with(text) { separators } else { rest.find(text).unwrap_or(0) }
        };
        at = (at + skipped).min(words.len());
        pieces.push(Piece { at, length: text.len(), node });
        at = (at + text.len()).min(words.len());
    }
    pieces
}

/// Where passages lie in a piece, cut where another one starts or ends.
fn parts(piece: &Piece, found: &[(Range<usize>, &str)]) -> Vec<Part> {
    let inside: Vec<(Range<usize>, &str)> = found
        .iter()
        .filter_map(|(range, id)| {
            let start = range.start.max(piece.at);
            let end = range.end.min(piece.at + piece.length);
            (start < end).then(|| (start - piece.at..end - piece.at, *id))
        })
        .collect();
    let mut borders: Vec<usize> = inside.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
    borders.sort_unstable();
    borders.dedup();
    let between = borders.windows(2).map(|pair| {
        let covering = inside.iter().filter(|(range, _)| range.start <= pair[0] && pair[1] <= range.end);
        Part { range: pair[0]..pair[1], ids: covering.map(|(_, id)| (*id).to_owned()).collect() }
    });
    between.filter(|part| !part.ids.is_empty()).collect()
}
