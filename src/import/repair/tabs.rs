//! Turns lines whose cells are parted by tabs into tables: shifted columns put back, half rows joined to their row.
//! Knows nothing of what the cells say.
//!
//! 1. [`runs`] finds the lines that make up a table, blank lines and all.
//! 2. The rows that have as many cells as most rows have teach what each column holds ([`Column`]).
//! 3. A row that fits no better elsewhere stays where its tabs put it; else its cells go, in their order, where they
//!    fit best. What does not fit stays a row of its own.

use super::clean::Cleaner;
use super::line::Line;
use crate::import::flow::Table;
use crate::import::strand::Strand;
use std::collections::BTreeMap;
use std::ops::Range;

/// A row as the file has it: its cells' bytes, empty ones included.
type Row = Vec<Range<usize>>;

/// Tables with more columns are left as their tabs put them.
const MOST_COLUMNS: usize = 40;

/// The lines of each table, by their numbers among `lines`.
pub(super) fn runs(text: &str, lines: &[&Line<'_>]) -> Vec<Range<usize>> {
    let cells = |at: usize| cells(text, lines[at]).len();
    let inner = |at: usize| lines[at].text.matches('\t').count();
    let is_row = |at: usize| at < lines.len() && inner(at) + 1 >= 2;
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let next = at + 1 + usize::from(at + 1 < lines.len() && !is_row(at + 1) && is_section(lines, at + 1));
        let starts =
            inner(at) >= 2 && is_row(next) || inner(at) == 1 && is_row(at + 1) && cells(at) == cells(at + 1);
        if !starts {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < lines.len() && (is_row(end) || is_section(lines, end) && is_row(end + 1)) {
            end += 1;
        }
        found.push(at..end);
        at = end;
    }
    found
}

/// A short line without tabs right between two rows: the head of a section of the table.
fn is_section(lines: &[&Line<'_>], at: usize) -> bool {
    let next_is_near = lines.get(at + 1).is_some_and(|next| next.blank == 0);
    lines[at].blank == 0 && next_is_near && lines[at].text.chars().count() <= 30
}

/// The cells of a line: leading tabs are empty cells, trailing ones are nothing.
fn cells(text: &str, line: &Line<'_>) -> Row {
    let start = line.start;
    let mut cells = Vec::new();
    let mut from = start;
    for cell in text[start..line.span.end].split('\t') {
        let bare = cell.trim();
        let at = from + (cell.len() - cell.trim_start().len());
        cells.push(at..at + bare.len());
        from += cell.len() + 1;
    }
    cells
}

/// The table of a run of lines.
pub(super) fn table(text: &str, lines: &[&Line<'_>], cleaner: &Cleaner<'_>) -> Table {
    let rows: Vec<Row> = lines.iter().map(|line| cells(text, line)).collect();
    let strand = |cell: &Range<usize>| cleaner.strand(std::slice::from_ref(cell));
    let rows: Vec<Vec<Strand>> = rows.iter().map(|row| row.iter().map(strand).collect()).collect();
    let columns = usual_length(&rows);
    let longest = rows.iter().map(Vec::len).max().unwrap_or(0);
    if columns > MOST_COLUMNS || longest > 2 * MOST_COLUMNS {
        return whole(rows.into_iter().map(|row| row.into_iter().map(Some).collect()).collect());
    }
    let learned = learn(&rows, columns);
    let mut grid: Vec<Vec<Strand>> = Vec::new();
    for row in rows {
        let as_it_stands = padded(row.clone(), columns);
        if !grid.is_empty() && is_half(&as_it_stands, &learned) {
            join(&mut grid, as_it_stands);
        } else {
            grid.push(align(row, &learned));
        }
    }
    let mut held: Vec<bool> = vec![false; columns];
    let merged = |row: Vec<Strand>, held: &mut Vec<bool>| -> Vec<Option<Strand>> {
        let section = row.iter().filter(|cell| !cell.is_empty()).count() == 1;
        let place = |(at, cell): (usize, Strand)| {
            let reaches_in = cell.is_empty() && learned.get(at).is_some_and(|c| c.merges) && held[at];
            held[at] |= !cell.is_empty();
            let beside_section = section && cell.is_empty();
            (!reaches_in && !beside_section).then_some(cell)
        };
        row.into_iter().enumerate().map(place).collect()
    };
    whole(grid.into_iter().map(|row| merged(row, &mut held)).collect())
}

/// A table with rows of one length.
fn whole(mut rows: Vec<Vec<Option<Strand>>>) -> Table {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    rows.iter_mut().for_each(|row| row.resize(columns, None));
    Table { rows }
}

/// What a column holds, as the rows of usual length have it.
#[derive(Debug, Default)]
struct Column {
    /// Nearly every row has something here.
    always: bool,
    /// Nearly everything here begins with a digit or holds one.
    numeric: bool,
    /// Words; some rows have none, and then the one above holds for them too.
    merges: bool,
    /// How often each content occurs.
    values: BTreeMap<String, usize>,
}

/// The number of cells that most rows have: the header's, where it is full.
fn usual_length(rows: &[Vec<Strand>]) -> usize {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(filled_length(row)).or_default() += 1;
    }
    let header = rows.first().map(|row| row.iter().take_while(|cell| !cell.is_empty()).count()).unwrap_or(0);
    let usual =
        counts.iter().max_by_key(|(length, count)| (**count, **length)).map_or(0, |(length, _)| *length);
    if header >= 3 && header == rows.first().map_or(0, |row| filled_length(row)) {
        header
    } else {
        usual.max(1)
    }
}

fn filled_length(row: &[Strand]) -> usize {
    row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

fn learn(rows: &[Vec<Strand>], columns: usize) -> Vec<Column> {
    let regular: Vec<&Vec<Strand>> =
        rows.iter().skip(1).filter(|row| filled_length(row) == columns && !row[0].is_empty()).collect();
    let learned = (0..columns).map(|at| {
        let cells: Vec<&str> = regular.iter().map(|row| row[at].text()).collect();
        let filled: Vec<&&str> = cells.iter().filter(|cell| !cell.is_empty()).collect();
        let numbers = filled.iter().filter(|cell| is_number(cell)).count();
        let mut column = Column {
            always: !regular.is_empty() && filled.len() * 10 >= cells.len() * 8,
            numeric: !filled.is_empty() && numbers * 10 >= filled.len() * 8,
            ..Column::default()
        };
        column.merges = !column.always && !column.numeric && !filled.is_empty();
        for cell in filled {
            *column.values.entry((*cell).to_owned()).or_default() += 1;
        }
        column
    });
    learned.collect()
}

/// Whether a cell holds a figure and little else: `12`, `增加 10%`, `50 个`; 0-36个月儿童管理率 is words.
fn is_number(cell: &str) -> bool {
    cell.chars().any(|c| c.is_ascii_digit()) && cell.chars().count() <= 10
}

/// How well a cell fits a column.
fn fit(cell: &str, column: &Column) -> i32 {
    let known = column.values.get(cell).is_some_and(|count| *count > 1);
    let kind = match (column.numeric, is_number(cell)) {
        (true, true) | (false, false) => 2,
        (true, false) | (false, true) => -4,
    };
    kind + if known { 3 } else { 0 }
}

/// What an empty place costs.
fn empty(column: &Column) -> i32 {
    if column.always { -3 } else { 0 }
}

/// The row with its cells where they fit best, in their order.
fn align(row: Vec<Strand>, columns: &[Column]) -> Vec<Strand> {
    let cells: Vec<&Strand> = row.iter().filter(|cell| !cell.is_empty()).collect();
    let count = columns.len();
    let fits = cells.len() <= count;
    let straight = filled_length(&row) <= count;
    if !fits || cells.len() < 2 {
        return padded(row, count);
    }
    // best[c][k]: the first c cells stand in the first k columns.
    let worst = i32::MIN / 2;
    let mut best = vec![vec![worst; count + 1]; cells.len() + 1];
    best[0][0] = 0;
    for used in 0..=cells.len() {
        for at in 0..count {
            let value = best[used][at];
            best[used][at + 1] = best[used][at + 1].max(value + empty(&columns[at]));
            if let Some(cell) = cells.get(used) {
                best[used + 1][at + 1] = best[used + 1][at + 1].max(value + fit(cell.text(), &columns[at]));
            }
        }
    }
    let as_it_stands: i32 = (row.iter().take(count).zip(columns))
        .map(|(cell, column)| if cell.is_empty() { empty(column) } else { fit(cell.text(), column) })
        .chain(columns.iter().skip(row.len()).map(empty))
        .sum();
    if straight && best[cells.len()][count] <= as_it_stands {
        return padded(row, count);
    }
    let mut placed = vec![Strand::default(); count];
    let (mut used, mut at) = (cells.len(), count);
    while at > 0 {
        at -= 1;
        let skips = best[used][at].saturating_add(empty(&columns[at])) == best[used][at + 1];
        if used > 0 && !skips {
            used -= 1;
            placed[at] = cells[used].clone();
        }
    }
    placed
}

/// The row as its tabs have it, as long as the others; cells beyond stand together in the last place.
fn padded(mut row: Vec<Strand>, count: usize) -> Vec<Strand> {
    row.truncate(filled_length(&row).max(1));
    row.resize(row.len().max(count), Strand::default());
    for extra in row.split_off(count.max(1)) {
        if let Some(last) = row.last_mut() {
            last.append(&extra);
        }
    }
    row
}

/// The second half of a row that was broken by its page: it lacks the number, and more that every row has.
fn is_half(row: &[Strand], columns: &[Column]) -> bool {
    let lacks = |at: usize| columns[at].always && row[at].is_empty();
    let has_key = columns.first().is_some_and(|first| first.always && first.numeric);
    let others = (1..columns.len()).filter(|at| lacks(*at)).count();
    let words = row.iter().filter(|cell| !cell.is_empty()).count();
    has_key && lacks(0) && others > 0 && words > 1
}

/// Puts each part of a half row behind what stands above it.
fn join(grid: &mut [Vec<Strand>], row: Vec<Strand>) {
    for (at, part) in row.into_iter().enumerate().filter(|(_, part)| !part.is_empty()) {
        let above = grid.iter_mut().rev().filter_map(|row| row.get_mut(at)).find(|cell| !cell.is_empty());
        if let Some(cell) = above {
            cell.append(&part);
        }
    }
}
