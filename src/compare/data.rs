//! Turns the files of a portal's open data into records that can be laid side by side with those of another day.
//! Knows nothing of where the files are from: a published folder and a portal in memory give the same ones.

use super::kind::Kind;
use crate::lang::{Bilingual, Lang};
use anyhow::Context;
use quick_xml::Reader;
use quick_xml::events::Event;
use rayon::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a portal says of itself.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// The address of its root, with `/` at the end.
    pub base: String,
    /// Its name.
    pub title: Bilingual<String>,
    /// Who publishes it.
    pub publisher: Bilingual<String>,
    /// The day for which its content is true.
    pub as_of: String,
}

impl About {
    /// As `data/index.json` has it; none if it is something else.
    pub fn of_index(index: &Value) -> Option<About> {
        let about = index["url"]["zh"].as_str()?;
        Some(About {
            base: about.strip_suffix("zh/data/")?.to_owned(),
            title: pair(&index["title"]),
            publisher: pair(&index["publisher"]["name"]),
            as_of: index["as_of"].as_str()?.to_owned(),
        })
    }
}

/// The records of a portal, list by list, each in its own order.
#[derive(Debug, Default)]
pub struct Data {
    /// What the portal says of itself.
    pub about: About,
    /// The plans with all that they hold, by id.
    pub(super) plans: BTreeMap<String, Value>,
    /// The records of the registers.
    pub(super) registers: BTreeMap<Kind, Vec<Value>>,
    /// The units of figures, by code.
    pub(super) units: BTreeMap<String, Unit>,
    /// The pages of the sitemap, from the root.
    pub(super) pages: BTreeSet<String>,
}

/// What a figure counts in.
#[derive(Debug)]
pub(super) struct Unit {
    /// The measure word in Chinese, the singular in English.
    pub(super) name: Bilingual<String>,
    /// The English plural.
    pub(super) plural: Option<String>,
}

/// What one file gives.
enum Found {
    Plan(Value),
    Register(Kind, Vec<Value>),
    Units(Vec<Value>),
    Pages(Vec<String>),
    Nothing,
}

impl Data {
    /// Reads the files that are needed among these.
    ///
    /// # Errors
    /// When one cannot be read, or is not what its name says.
    pub fn read(
        about: About,
        names: &[String],
        read: &(dyn Fn(&str) -> anyhow::Result<Vec<u8>> + Sync),
    ) -> anyhow::Result<Data> {
        let found: Vec<anyhow::Result<Found>> = names
            .par_iter()
            .map(|name| find(name, read).with_context(|| format!("cannot understand {name}")))
            .collect();
        let mut data = Data { about, ..Data::default() };
        for found in found {
            match found? {
                Found::Plan(plan) => drop(data.plans.insert(id(&plan).to_owned(), plan)),
                Found::Register(kind, records) => data.registers.entry(kind).or_default().extend(records),
                Found::Units(units) => data.units.extend(units.iter().map(|unit| {
                    let plural = unit["plural"].as_str().map(str::to_owned);
                    (id(unit).to_owned(), Unit { name: pair(&unit["name"]), plural })
                })),
                Found::Pages(pages) => {
                    let base = &data.about.base;
                    data.pages
                        .extend(pages.iter().filter_map(|page| Some(page.strip_prefix(base)?.to_owned())));
                }
                Found::Nothing => {}
            }
        }
        Ok(data)
    }

    /// The name of a record of a register; its id where there is none.
    pub(super) fn name(&self, kind: Kind, wanted: &str, lang: Lang) -> String {
        let mut records = self.registers.get(&kind).into_iter().flatten();
        let named = records.find(|record| id(record) == wanted).map(|record| kind.name(record));
        named.map_or_else(|| wanted.to_owned(), |name| name.get(lang).clone())
    }
}

fn find(name: &str, read: &dyn Fn(&str) -> anyhow::Result<Vec<u8>>) -> anyhow::Result<Found> {
    let json = || -> anyhow::Result<Value> { Ok(serde_json::from_slice(&read(name)?)?) };
    let records = || -> anyhow::Result<Vec<Value>> { Ok(serde_json::from_slice(&read(name)?)?) };
    if name.starts_with("sitemap") && name.ends_with(".xml") {
        return Ok(Found::Pages(pages(&String::from_utf8(read(name)?)?)?));
    }
    let Some(stem) = name.strip_prefix("data/").and_then(|name| name.strip_suffix(".json")) else {
        return Ok(Found::Nothing);
    };
    if stem.starts_with("plans/") {
        return Ok(Found::Plan(json()?));
    }
    // The first part of a list has the name of the whole; the others are numbered.
    let set = stem.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
    match Kind::REGISTERS.into_iter().find(|kind| kind.set() == set) {
        Some(kind) => Ok(Found::Register(kind, records()?)),
        None if set == "units" => Ok(Found::Units(records()?)),
        None => Ok(Found::Nothing),
    }
}

/// The addresses of pages in a sitemap; none in one that lists others.
fn pages(sitemap: &str) -> anyhow::Result<Vec<String>> {
    let mut reader = Reader::from_str(sitemap);
    let mut open: Vec<String> = Vec::new();
    let mut pages = Vec::new();
    loop {
        match reader.read_event()? {
            Event::Start(start) => open.push(start.name().0.to_owned()),
            Event::End(_) => drop(open.pop()),
            // Addresses are made of ids, which need no escapes.
            Event::Text(text) if open.ends_with(&["url".to_owned(), "loc".to_owned()]) => {
                pages.push(text.into_inner().trim().to_owned());
            }
            Event::Eof => return Ok(pages),
            _ => {}
        }
    }
}

/// A record's id.
pub(super) fn id(record: &Value) -> &str {
    record["id"].as_str().unwrap_or_default()
}

/// A text in both languages; where one is missing, the other stands for it.
pub(super) fn pair(value: &Value) -> Bilingual<String> {
    let text = |lang: Lang| value[lang.code()].as_str().or_else(|| value[lang.other().code()].as_str());
    Bilingual::from_fn(|lang| text(lang).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitemap_gives_pages_and_a_list_of_sitemaps_none() {
        let url = "<url><loc>https://a.test/zh/</loc><lastmod>2026-01-01</lastmod></url>";
        assert_eq!(pages(&format!("<urlset>{url}</urlset>")).unwrap(), ["https://a.test/zh/"]);
        let list = "<sitemapindex><sitemap><loc>https://a.test/sitemap-1.xml</loc></sitemap></sitemapindex>";
        assert_eq!(pages(list).unwrap(), [""; 0]);
        assert!(pages("<urlset><url></loc>").is_err());
    }

    #[test]
    fn parts_of_a_list_are_one_list_and_other_files_are_left_alone() {
        let read = |name: &str| -> anyhow::Result<Vec<u8>> {
            let text = match name {
                "data/partners.json" => r#"[{ "id": "a", "name": { "zh": "甲", "en": "A" } }]"#,
                "data/partners-2.json" => r#"[{ "id": "b", "name": { "zh": "乙", "en": "B" } }]"#,
                "data/plans/p.json" => r#"{ "id": "p" }"#,
                _ => anyhow::bail!("nobody asked for {name}"),
            };
            Ok(text.as_bytes().to_vec())
        };
        let names =
            ["data/partners.json", "data/partners-2.json", "data/plans/p.json", "data/plans/p.akn.xml"];
        let more = ["data/plans.json", "data/partners.zh.csv", "data/schema/partners.json", "robots.txt"];
        let names: Vec<String> = names.iter().chain(&more).map(|name| (*name).to_owned()).collect();
        let data = Data::read(About::default(), &names, &read).unwrap();
        assert_eq!(data.name(Kind::Partner, "b", Lang::En), "B");
        assert_eq!(data.name(Kind::Partner, "c", Lang::En), "c");
        assert_eq!((data.plans.len(), data.registers[&Kind::Partner].len()), (1, 2));
    }
}
