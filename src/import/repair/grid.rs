//! Turns rows of cells, merged ones too, into a [`Table`]: a grid whose rows have the same number of places.
//! Knows nothing of how the cells were found.

use super::clean::Cleaner;
use crate::import::flow::Table;
use crate::import::manuscript::Cell;

/// No table is wider; a cell that claims more columns is damaged.
const WIDEST: usize = 200;

/// The grid of the rows of one table. A merged cell stands in its first place.
pub(super) fn grid(rows: &[&[Cell]], cleaner: &Cleaner<'_>) -> Table {
    let mut table = Table::default();
    // How many more rows a cell from above reaches into each column.
    let mut reach: Vec<usize> = Vec::new();
    for cells in rows {
        let mut row = Vec::new();
        let covered = |row: &Vec<_>, reach: &Vec<usize>| reach.get(row.len()).is_some_and(|rows| *rows > 0);
        for cell in *cells {
            while covered(&row, &reach) {
                row.push(None);
            }
            let columns = cell.columns.clamp(1, WIDEST);
            if row.len() + columns > WIDEST {
                break;
            }
            for column in 0..columns {
                let at = row.len();
                reach.resize(reach.len().max(at + 1), 0);
                reach[at] = cell.rows.max(1);
                row.push((column == 0).then(|| cleaner.strand(std::slice::from_ref(&cell.span))));
            }
        }
        row.resize(row.len().max(reach.len()), None);
        reach.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        table.rows.push(row);
    }
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    table.rows.iter_mut().for_each(|row| row.resize(columns, None));
    table
}
