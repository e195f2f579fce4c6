//! Turns the files of the open data into `data/index.json`: what there is, how long, with which checksum, under which
//! terms, and what the columns of the tables are called.
//! Knows nothing of what the files say.

use super::measure::Measure;
use super::portal::Portal;
use super::schema::Shape;
use super::set::{Format, Set};
use super::table::SEPARATOR;
use super::value::{Iso, Pair, said};
use super::{ExportKey, Part, SCHEMA_VERSION, archive, data_files, json, part, route};
use crate::lang::{Bilingual, Lang};
use crate::resolve::PageKey;
use crate::route::Route;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;
use std::io::Write;

/// The list of the files of the open data.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Index {
    /// The version of the shapes: its first number changes if a field loses its name or meaning, its second when
    /// something is added.
    schema_version: String,
    /// The portal's name.
    title: Pair,
    /// What the portal is.
    description: Pair,
    /// The page about the data.
    url: Pair,
    /// Who publishes the portal.
    publisher: Publisher,
    /// The day for which the content is true.
    as_of: Iso,
    /// Under what terms the data may be used.
    licence: Option<Licence>,
    /// What the terms do not cover.
    rights: Pair,
    /// How to cite the data as a whole.
    cite: Pair,
    /// How the tables are written.
    csv: Csv,
    /// No file is longer, in bytes, unless a single record is; what would be is cut into parts.
    part_limit: usize,
    /// Archives of all files listed here, and of this list.
    archives: Vec<Address>,
    /// The data sets.
    sets: Vec<SetNote>,
    /// The files and parts, by path.
    files: Vec<File>,
}

/// Who publishes the portal.
#[derive(Debug, Serialize, JsonSchema)]
struct Publisher {
    /// Its name.
    name: Pair,
    /// Its own site.
    url: Option<String>,
}

/// Under what terms the data may be used.
#[derive(Debug, Serialize, JsonSchema)]
struct Licence {
    /// Its name.
    name: Pair,
    /// Its text.
    url: Option<String>,
}

/// How the tables are written.
#[derive(Debug, Serialize, JsonSchema)]
struct Csv {
    /// The character encoding.
    encoding: String,
    /// What parts two cells.
    delimiter: String,
    /// What ends a row.
    line_end: String,
    /// What parts the values of a list in one cell.
    list_separator: String,
    /// What else must be known.
    notes: Pair,
}

/// A file's place.
#[derive(Debug, Serialize, JsonSchema)]
struct Address {
    /// Its path from the portal's root.
    path: String,
    /// Its address.
    url: String,
}

/// A data set.
#[derive(Debug, Serialize, JsonSchema)]
struct SetNote {
    /// Its name in paths.
    name: String,
    /// Its name for people.
    title: Pair,
    /// What it holds.
    description: Pair,
    /// How many records it has.
    records: usize,
    /// The address of its JSON Schema.
    schema: String,
    /// The headings of its tables, column by column.
    columns: Vec<Pair>,
}

/// A file, or a part of one.
#[derive(Debug, Serialize, JsonSchema)]
struct File {
    /// Its path from the portal's root.
    path: String,
    /// Its address.
    url: String,
    /// Its media type.
    media_type: String,
    /// The data set that it belongs to.
    set: Option<String>,
    /// The language of a table.
    lang: Option<Lang>,
    /// The number of the part, from 1.
    part: usize,
    /// In how many parts the data set is.
    parts: usize,
    /// How many records are in it, where it is a list.
    records: Option<usize>,
    /// The address of its JSON Schema.
    schema: Option<String>,
    /// The version of its shape.
    schema_version: String,
    /// How many bytes it has.
    length: u64,
    /// Its SHA-256.
    sha256: String,
    /// The address of the terms of use, or else their name.
    licence: Option<String>,
    /// How to cite it.
    cite: Pair,
}

/// Writes the list. Every file is made once more for its checksum, and none is held.
///
/// # Errors
/// When a file cannot be made.
pub(super) fn write(portal: Portal<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
    let files = data_files(portal.site);
    let measures: Vec<anyhow::Result<Measure>> =
        files.par_iter().map(|(_, key)| Measure::of(portal, key)).collect();
    write_list(portal, measures.into_iter().collect::<anyhow::Result<Vec<Measure>>>()?, out)
}

/// Writes the list of files that are measured already, in the order of their routes.
pub(super) fn write_list(
    portal: Portal<'_>,
    measures: Vec<Measure>,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let files = data_files(portal.site);
    let entries = files.iter().zip(measures).map(|((route, key), measure)| file(portal, route, key, measure));
    json::pretty(&index(portal, entries.collect()), out)
}

fn index(portal: Portal<'_>, files: Vec<File>) -> Index {
    let config = &portal.site.catalog.config;
    let archives = (0..archive::contents(portal.site).len()).map(ExportKey::Archive);
    Index {
        schema_version: SCHEMA_VERSION.to_owned(),
        title: config.title.clone(),
        description: config.description.clone(),
        url: portal.page(PageKey::Data),
        publisher: Publisher { name: config.organisation.name.clone(), url: said(&config.organisation.url) },
        as_of: config.as_of.into(),
        licence: config
            .licence
            .as_ref()
            .map(|licence| Licence { name: licence.name.clone(), url: said(&licence.url) }),
        rights: pair(
            "官方文件的权利属于其发文机关；使用许可只及于本站的概述和数据。",
            "The official documents belong to their issuers; the licence covers the portal's digests and data only.",
        ),
        cite: Pair::from_fn(|lang| cite(portal, lang, None)),
        csv: csv(),
        part_limit: part::MOST_BYTES,
        archives: archives.map(|key| address(portal, &route(portal.site, &key))).collect(),
        sets: Set::ALL.into_iter().map(|set| note(portal, set, &files)).collect(),
        files,
    }
}

fn pair(zh: &str, en: &str) -> Pair {
    Pair { zh: zh.to_owned(), en: en.to_owned() }
}

fn owned(words: Bilingual<&str>) -> Pair {
    words.map(|word| (*word).to_owned())
}

fn csv() -> Csv {
    Csv {
        encoding: "UTF-8 with byte order mark".to_owned(),
        delimiter: ",".to_owned(),
        line_end: "\r\n".to_owned(),
        list_separator: SEPARATOR.to_owned(),
        notes: pair(
            "首行为表头。缺失的值为空格子。以 = + - @（含全角）、制表符或换行开头而又不是数字的格子，前面加了一个撇号，以免被当作公式运行。",
            "The first row holds the headings. A missing value is an empty cell. A cell that begins with = + - @ (full-width ones included), a tab or a line break and is no number has an apostrophe before it, so that no spreadsheet runs it as a formula.",
        ),
    }
}

fn address(portal: Portal<'_>, route: &Route) -> Address {
    Address { path: route.as_str().to_owned(), url: portal.absolute(route) }
}

fn note(portal: Portal<'_>, set: Set, files: &[File]) -> SetNote {
    let json = files.iter().filter(|file| file.set.as_deref() == Some(set.name()) && file.lang.is_none());
    let schema = ExportKey::Schema(Shape::Set(set));
    SetNote {
        name: set.name().to_owned(),
        title: owned(set.title()),
        description: owned(set.description()),
        records: json.filter_map(|file| file.records).sum(),
        schema: portal.absolute(&route(portal.site, &schema)),
        columns: set.columns().into_iter().map(owned).collect(),
    }
}

fn file(portal: Portal<'_>, at: &Route, key: &ExportKey, measure: Measure) -> File {
    let licence = portal.site.catalog.config.licence.as_ref();
    let (set, format, part) = match key {
        ExportKey::Data(set, format, part) => (Some(*set), *format, Some(*part)),
        _ => (None, Format::Json, None),
    };
    let schema = Shape::of(key).filter(|_| format == Format::Json);
    File {
        path: at.as_str().to_owned(),
        url: portal.absolute(at),
        media_type: key.media_type().to_owned(),
        set: set.map(|set| set.name().to_owned()),
        lang: format.lang(),
        part: part.map_or(1, |part: Part| part.number),
        parts: part.map_or(1, |part| part.of),
        records: measure.records,
        schema: schema.map(|shape| portal.absolute(&route(portal.site, &ExportKey::Schema(shape)))),
        schema_version: SCHEMA_VERSION.to_owned(),
        length: measure.length,
        sha256: measure.sha256,
        licence: licence.map(|licence| said(&licence.url).unwrap_or_else(|| licence.name.en.clone())),
        cite: Pair::from_fn(|lang| cite(portal, lang, Some(at))),
    }
}

/// How to cite the data, or one file of it.
pub(super) fn cite(portal: Portal<'_>, lang: Lang, file: Option<&Route>) -> String {
    let config = &portal.site.catalog.config;
    let (who, title) = (config.organisation.name.get(lang), config.title.get(lang));
    let what = file.map_or("data", |route| route.as_str().rsplit('/').next().unwrap_or_default());
    let address =
        file.map_or_else(|| portal.page(PageKey::Data).get(lang).clone(), |route| portal.absolute(route));
    let licence = config.licence.as_ref().map(|licence| licence.name.get(lang).as_str());
    let as_of = config.as_of;
    match lang {
        Lang::Zh => {
            let what = if file.is_some() { what } else { "开放数据" };
            let licence = licence.map(|licence| format!("，{licence}")).unwrap_or_default();
            format!("{who}：《{title}》，{what}，截至{as_of}，{address}{licence}。")
        }
        Lang::En => {
            let what = if file.is_some() { what } else { "open data" };
            let licence = licence.map(|licence| format!(" {licence}.")).unwrap_or_default();
            format!("{who}. {title}: {what}, as of {as_of}. {address}.{licence}")
        }
    }
}
