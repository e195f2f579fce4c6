//! Turns the files of the open data into archives: one, unless it would be too large.
//! Knows nothing of what the files say.
//!
//! The same files give the same archive: sorted, without a time, compressed in one way. The files are made and packed
//! side by side, and measured on the way, so that the list of files in the archive costs nothing more.

use super::index;
use super::measure::Measure;
use super::part::{MOST_BYTES, Weight, cut};
use super::portal::Portal;
use super::set::Set;
use super::{ExportKey, data_files, route};
use crate::lang::Lang;
use crate::resolve::Site;
use crate::route::Route;
use rayon::prelude::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

/// Bytes that a schema may have.
const SCHEMA: usize = 60_000;

/// The files of each archive, in the order of their routes; the list of files is in the first.
pub(super) fn contents(site: &Site) -> Vec<Vec<(Route, ExportKey)>> {
    let files = data_files(site);
    let parts = cut(weights(site, &files).map(Weight::packed), MOST_BYTES);
    let mut archives: Vec<Vec<(Route, ExportKey)>> =
        parts.into_iter().map(|part| files[part.units()].to_vec()).collect();
    if let Some(first) = archives.first_mut() {
        first.push((route(site, &ExportKey::Index), ExportKey::Index));
        first.sort();
    }
    archives
}

/// How many bytes each file may have. A plan's file says again what the lists say of the plan.
fn weights(site: &Site, files: &[(Route, ExportKey)]) -> impl Iterator<Item = Weight> {
    let of_plans = [Set::Clauses, Set::Targets, Set::Facts, Set::Projects, Set::Duties, Set::Mentions];
    let parts =
        of_plans.iter().flat_map(|set| set.parts(site).into_iter().map(|part| set.weight(site, part)));
    let all: Weight = parts.sum();
    let plans = site.catalog.plans.len().max(1);
    let plan = Weight { frame: all.frame / plans, words: all.words / plans };
    files.iter().map(move |(_, key)| match key {
        ExportKey::Data(set, _, part) => set.weight(site, *part),
        ExportKey::Plan(_) | ExportKey::Akn(..) | ExportKey::Eli(_) => plan,
        _ => Weight::frame(SCHEMA),
    })
}

/// Writes an archive.
///
/// # Errors
/// When a file cannot be made.
pub(super) fn write(portal: Portal<'_>, number: usize, out: &mut dyn Write) -> anyhow::Result<()> {
    let files = contents(portal.site).into_iter().nth(number).unwrap_or_default();
    let (lists, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|(_, key)| *key == ExportKey::Index);
    let packed: Vec<anyhow::Result<Packed>> =
        files.par_iter().map(|(route, key)| pack(portal, route, key)).collect();
    let mut entries: Vec<(Route, Vec<u8>)> = Vec::with_capacity(files.len() + 1);
    let mut measures = Vec::with_capacity(files.len());
    for ((route, _), packed) in files.into_iter().zip(packed) {
        let (bytes, measure) = packed?;
        entries.push((route, bytes));
        measures.push(measure);
    }
    for (route, _) in lists {
        let bytes = pack_list(portal, &route, std::mem::take(&mut measures))?;
        entries.push((route, bytes));
    }
    entries.sort();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.set_comment(index::cite(portal, Lang::En, None))?;
    for (_, bytes) in entries {
        archive.raw_copy_file(ZipArchive::new(Cursor::new(bytes))?.by_index_raw(0)?)?;
    }
    out.write_all(&archive.finish()?.into_inner())?;
    Ok(())
}

/// An archive of one file, and the file's measure.
type Packed = (Vec<u8>, Measure);

fn pack(portal: Portal<'_>, route: &Route, key: &ExportKey) -> anyhow::Result<Packed> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(route.as_str(), options())?;
    let measure = Measure::writing(portal, key, &mut archive)?;
    Ok((archive.finish()?.into_inner(), measure))
}

/// Packs the list of all files, of which the first are measured: the others are in other archives.
fn pack_list(portal: Portal<'_>, route: &Route, mut measures: Vec<Measure>) -> anyhow::Result<Vec<u8>> {
    let rest = data_files(portal.site).split_off(measures.len());
    let rest: Vec<anyhow::Result<Measure>> =
        rest.par_iter().map(|(_, key)| Measure::of(portal, key)).collect();
    for measure in rest {
        measures.push(measure?);
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(route.as_str(), options())?;
    index::write_list(portal, measures, &mut archive)?;
    Ok(archive.finish()?.into_inner())
}

/// No time, no rights of a particular machine.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::Made;

    #[test]
    fn an_archive_is_no_larger_than_was_thought() {
        let made = Made::portal();
        let files = data_files(&made.site);
        let thought: usize = weights(&made.site, &files).map(Weight::packed).sum();
        let bytes = made.produce(&ExportKey::Archive(0));
        assert!(bytes.len() < thought, "{} < {thought}", bytes.len());
    }
}
