//! Turns a data set into the bytes of a file: JSON with one record a line, CSV with one record a row.
//! Knows nothing of what the records say.

use super::part::Unit;
use super::portal::Portal;
use super::table::{Column, Sheet};
use crate::lang::Lang;
use crate::resolve::Site;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;
use std::io::Write;
use std::ops::Range;

/// So many units are made side by side and written before the next are begun.
const BATCH: usize = 64;

/// A data set: what it lists, in which order, and how its records look in a spreadsheet.
pub(super) trait DataSet {
    /// One entry, whose fields are those of the JSON and whose schema is published.
    type Record: Serialize + JsonSchema;

    /// What the records are made from (a plan, an entry of a register), such that all records of a unit come before
    /// those of the next in the order of ids.
    fn units(site: &Site) -> Vec<Unit>;

    /// The records of a unit in the order of their ids.
    ///
    /// # Errors
    /// When a text cannot be read.
    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Self::Record>>;

    /// The columns of the CSV.
    fn columns() -> Vec<Column<Self::Record>>;
}

/// Writes the units of a part as a JSON array; gives the number of records.
pub(super) fn write_json<S: DataSet>(
    portal: Portal<'_>,
    part: Range<usize>,
    out: &mut dyn Write,
) -> anyhow::Result<usize> {
    let mut written = 0;
    out.write_all(b"[")?;
    each_batch(
        &S::units(portal.site)[part],
        |unit| {
            let mut bytes = Vec::new();
            let records = S::records(portal, unit)?;
            for record in &records {
                bytes.extend(b",\n");
                serde_json::to_writer(&mut bytes, record)?;
            }
            Ok((bytes, records.len()))
        },
        &mut |bytes: &[u8], records| {
            // The first record has no comma before it.
            let skipped = usize::from(written == 0 && records > 0);
            written += records;
            out.write_all(&bytes[skipped..])
        },
    )?;
    out.write_all(if written > 0 { b"\n]\n" } else { b"]\n" })?;
    Ok(written)
}

/// Writes the units of a part as CSV; gives the number of records.
pub(super) fn write_csv<S: DataSet>(
    portal: Portal<'_>,
    lang: Lang,
    part: Range<usize>,
    out: &mut dyn Write,
) -> anyhow::Result<usize> {
    let columns = S::columns();
    let sheet = Sheet { portal, lang };
    let mut written = 0;
    out.write_all(&sheet.head(&columns)?)?;
    each_batch(
        &S::units(portal.site)[part],
        |unit| {
            let mut bytes = Vec::new();
            let records = S::records(portal, unit)?;
            for record in &records {
                bytes.extend(sheet.row(&columns, record)?);
            }
            Ok((bytes, records.len()))
        },
        &mut |bytes: &[u8], records| {
            written += records;
            out.write_all(bytes)
        },
    )?;
    Ok(written)
}

/// Makes the bytes of units side by side and hands them over in order; no more than a batch is held.
fn each_batch(
    units: &[Unit],
    make: impl Fn(usize) -> anyhow::Result<(Vec<u8>, usize)> + Sync,
    take: &mut dyn FnMut(&[u8], usize) -> std::io::Result<()>,
) -> anyhow::Result<()> {
    for batch in units.chunks(BATCH) {
        let made: Vec<anyhow::Result<(Vec<u8>, usize)>> =
            batch.par_iter().map(|unit| make(unit.at)).collect();
        for unit in made {
            let (bytes, records) = unit?;
            take(&bytes, records)?;
        }
    }
    Ok(())
}
