//! Turns a [`Manuscript`] into a [`Flow`]: lines into paragraphs, rows into tables, what is no text left out.
//! Knows nothing of headings, clauses or what the text says.
//!
//! 1. `furniture` leaves page numbers, running heads and tables of contents out.
//! 2. `tabs` and `grid` make tables.
//! 3. `wrap` decides which lines belong to one paragraph; `clean` puts its characters right.
//! 4. `copies` separates a text that the file holds twice.

mod clean;
mod copies;
mod furniture;
mod grid;
mod line;
mod script;
mod tabs;
mod wrap;

pub use script::sentences;
pub(super) use script::{is_han, is_residue, is_wide_mark};

use super::flow::{Flow, Left, Part};
use super::manuscript::{BlockKind, CHROME, Cell, Manuscript};
use clean::Cleaner;
use line::Line;
use std::collections::BTreeMap;
use std::ops::Range;
use wrap::{Habit, Paragraph};

/// Puts the layout right.
pub fn repair(manuscript: &Manuscript) -> Flow {
    let lines = line::lines(manuscript);
    let bare: Vec<Line<'_>> = lines.iter().map(|(_, line)| line.clone()).collect();
    let furniture = furniture::furniture(&bare);
    let kept = lines.iter().enumerate().filter(|(at, _)| !furniture.contains(at));
    let kept: Vec<&(usize, Line<'_>)> = kept.map(|(_, line)| line).collect();
    let text: Vec<&Line<'_>> = kept.iter().map(|(_, line)| line).collect();
    let cleaner = Cleaner::new(&manuscript.text);
    let mut parts = Parts::new(manuscript, &cleaner);
    parts.flow.left.extend(furniture.iter().map(|at| (bare[*at].span.clone(), Left::Layout)));
    let residue = clean::bookmarks(&manuscript.text).into_iter();
    parts.flow.left.extend(residue.map(|span| (span, Left::Layout)));
    let tables = tabs::runs(&manuscript.text, &text);
    let in_table = |at: usize| tables.iter().any(|run| run.contains(&at));
    let prose: Vec<&Line<'_>> = (0..text.len()).filter(|at| !in_table(*at)).map(|at| text[at]).collect();
    let habit = Habit::of(&prose);
    let mut numbers = kept.iter().map(|(number, _)| *number);
    parts.lines(&text, &tables, &habit, &mut numbers);
    parts.rest(manuscript);
    copies::separate(parts.flow())
}

/// Parts by the numbers of the blocks in which they begin, so that text, tables and notes come back in order.
struct Parts<'a> {
    manuscript: &'a Manuscript,
    cleaner: &'a Cleaner<'a>,
    by_block: BTreeMap<usize, Part>,
    flow: Flow,
}

impl<'a> Parts<'a> {
    fn new(manuscript: &'a Manuscript, cleaner: &'a Cleaner<'a>) -> Self {
        Self { manuscript, cleaner, by_block: BTreeMap::new(), flow: Flow::default() }
    }

    /// Paragraphs and flattened tables from lines.
    fn lines(
        &mut self,
        lines: &[&Line<'_>],
        tables: &[Range<usize>],
        habit: &Habit,
        numbers: &mut dyn Iterator<Item = usize>,
    ) {
        let numbers: Vec<usize> = numbers.collect();
        let mut tables = tables.iter().peekable();
        let mut at = 0;
        while at < lines.len() {
            if let Some(run) = tables.next_if(|run| run.start == at) {
                let table = tabs::table(&self.manuscript.text, &lines[run.clone()], self.cleaner);
                self.by_block.insert(numbers[at], Part::Table(table));
                at = run.end;
                continue;
            }
            let limit = tables.peek().map_or(lines.len(), |run| run.start);
            let mut paragraph = Paragraph::new(lines[at]);
            let mut end = at + 1;
            while end < limit
                && self.is_next(numbers[end - 1], numbers[end])
                && habit.joins(&paragraph, lines[end])
            {
                paragraph.add(lines[end]);
                end += 1;
            }
            let stretches: Vec<Range<usize>> = lines[at..end].iter().map(|line| line.span.clone()).collect();
            let text = self.cleaner.strand(&stretches);
            if !text.is_empty() {
                let heading = lines[at].paragraph.flatten();
                self.by_block.insert(numbers[at], Part::Paragraph { text, heading });
            }
            at = end;
        }
    }

    /// Whether nothing that people read stands between two blocks.
    fn is_next(&self, first: usize, second: usize) -> bool {
        let between = self.manuscript.blocks[first + 1..second].iter();
        between.into_iter().all(|block| !matches!(block.kind, BlockKind::Row { .. }))
    }

    /// Tables, notes, and what a reader does not see.
    fn rest(&mut self, manuscript: &Manuscript) {
        let mut rows: BTreeMap<usize, (usize, Vec<&[Cell]>)> = BTreeMap::new();
        for (number, block) in manuscript.blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Row { table, cells } => {
                    rows.entry(*table).or_insert_with(|| (number, Vec::new())).1.push(cells);
                }
                BlockKind::Note => {
                    let text = self.cleaner.strand(std::slice::from_ref(&block.span));
                    self.by_block.insert(number, Part::Note(text));
                }
                BlockKind::Unseen { why } => {
                    let left = if *why == CHROME { Left::Layout } else { Left::Unplaced(why) };
                    self.flow.left.push((block.span.clone(), left));
                }
                BlockKind::Line | BlockKind::Paragraph { .. } => {}
            }
        }
        for (number, rows) in rows.into_values() {
            self.by_block.insert(number, Part::Table(grid::grid(&rows, self.cleaner)));
        }
    }

    fn flow(mut self) -> Flow {
        self.flow.parts = self.by_block.into_values().collect();
        self.flow.left.sort_by_key(|(span, _)| (span.start, span.end));
        self.flow
    }
}
