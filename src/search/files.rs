//! Turns a site into all files below `/search/`: the whole making of an index on one page.
//! Knows nothing of who asks for them.
//!
//! 1. [`Keys`] numbers the documents. Fixed slices of them are made, indexed and cut into excerpts side by side.
//! 2. [`index::walk`] merges the terms of all slices, in order, with the numbers of all documents.
//! 3. [`router::parts`] says where shards part; they are written side by side, and two levels of router lead to them.
//! 4. The manifest names the rest.

use super::analyzer::{Analyzer, NAME};
use super::document::{Documents, Field, Key, Keys};
use super::excerpt::{self, BLOCK};
use super::facet::{Facets, runs};
use super::file::{Files, IndexFile, hash};
use super::index::{self, Lists, Slice, Writer};
use super::router::{self, Signpost};
use super::shard::{self, Entry};
use super::words::Words;
use super::{FORMAT, wire};
use crate::content::Bodies;
use crate::lang::{Bilingual, Lang};
use crate::resolve::{EntityKind, Site};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How large the parts of an index are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    /// So many documents are indexed at a time; whole blocks of excerpts. Changes nothing but the work.
    pub(super) slice: usize,
    /// A shard weighs so many bytes at most, unless one term alone does.
    pub(super) shard: usize,
    /// So many shards are named in one segment of the router.
    pub(super) segment: usize,
}

/// Small enough that a query asks for little besides what it needs, large enough that there are not too many.
const SIZES: Sizes = Sizes { slice: 4096 * BLOCK, shard: 4 << 10, segment: 64 };

/// All files, and the manifest that names them.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// What the files are, for `manifest.json`.
    pub manifest: Value,
    /// The files, each named once.
    pub files: Vec<IndexFile>,
    /// How many terms there are.
    pub terms: usize,
    /// How many postings they have: documents, counted in each field.
    pub postings: usize,
}

impl Index {
    /// Makes the index of a site.
    ///
    /// # Errors
    /// When tantivy cannot index in memory.
    pub fn new(site: &Site, bodies: Bodies<'_>) -> anyhow::Result<Index> {
        Index::of_sizes(site, bodies, SIZES)
    }

    pub(super) fn of_sizes(site: &Site, bodies: Bodies<'_>, sizes: Sizes) -> anyhow::Result<Index> {
        let analyzer = Analyzer::new()?;
        let keys = Keys::new(site);
        let documents = Documents::new(site, bodies);
        let Parts { slices, addresses, blocks, words } =
            Parts::new(&analyzer, documents, &keys, sizes.slice)?;
        let mut files = Files::default();
        let fields = fields(&slices);
        let Terms { signposts, stems, terms, postings, .. } = write_terms(slices, sizes.shard, &mut files)?;
        let router = write_router(&signposts, sizes.segment, &mut files);
        let Bilingual { zh, en } = blocks;
        let order = excerpt::order(&addresses);
        let excerpts = Bilingual {
            zh: excerpt::write(Lang::Zh, &order, zh, &mut files),
            en: excerpt::write(Lang::En, &order, en, &mut files),
        };
        let facets = Facets::new(site, &keys);
        let mut put = |bytes| files.add_by_content("f", bytes);
        let plans = Bilingual::from_fn(|lang| put(facets.plans(site, lang)));
        let bodies = Bilingual::from_fn(|lang| put(facets.of_kind(site, EntityKind::Department, lang)));
        let topics = Bilingual::from_fn(|lang| put(facets.of_kind(site, EntityKind::Topic, lang)));
        let words = put(wire::deflate(words.list(&analyzer, &stems).as_bytes()));
        let characters = put(characters(&analyzer));
        let manifest = json!({
            "format": FORMAT, "analyzer": NAME, "offline": false,
            "documents": keys.0.len(), "fields": fields, "kinds": kinds(&keys),
            "only": only(documents, &keys.0),
            "router": router, "block": BLOCK, "excerpts": excerpts,
            "plans": plans, "bodies": bodies, "topics": topics, "words": words, "characters": characters,
        });
        Ok(Index { manifest, files: files.finish()?, terms, postings })
    }
}

/// What the slices of the documents give, in order.
#[derive(Default)]
struct Parts {
    slices: Vec<Slice>,
    /// Where each document lies, line by line.
    addresses: String,
    blocks: Bilingual<Vec<Vec<u8>>>,
    words: Words,
}

impl Parts {
    fn new(analyzer: &Analyzer, documents: Documents<'_>, keys: &Keys, size: usize) -> anyhow::Result<Parts> {
        let slices = keys.0.par_chunks(size).enumerate();
        let parts = slices.map(|(number, keys)| Parts::of_slice(analyzer, documents, keys, number * size));
        let parts: Vec<Parts> = parts.collect::<anyhow::Result<_>>()?;
        let mut all = Parts::default();
        for part in parts {
            all.slices.extend(part.slices);
            all.addresses.push_str(&part.addresses);
            all.blocks.zh.extend(part.blocks.zh);
            all.blocks.en.extend(part.blocks.en);
            all.words.extend(part.words);
        }
        Ok(all)
    }

    fn of_slice(
        analyzer: &Analyzer,
        documents: Documents<'_>,
        keys: &[Key],
        first: usize,
    ) -> anyhow::Result<Parts> {
        let mut writer = Writer::new(analyzer)?;
        let mut part = Parts::default();
        let mut shown = Vec::with_capacity(BLOCK);
        let mut left = keys.len();
        documents.each(keys, |document| {
            writer.add(&document)?;
            part.words.add(analyzer, &document);
            part.addresses.extend([&document.shown.zh.url, "\n"]);
            shown.push(document.shown);
            left -= 1;
            if shown.len() == BLOCK || left == 0 {
                for lang in Lang::ALL {
                    let shown: Vec<_> = shown.iter().map(|shown| shown.get(lang)).collect();
                    part.blocks.get_mut(lang).push(excerpt::block(&shown));
                }
                shown.clear();
            }
            anyhow::Ok(())
        })?;
        part.slices.push(Slice::open(&writer.finish()?, u32::try_from(first)?)?);
        Ok(part)
    }
}

/// What writing the terms gives.
#[derive(Default)]
struct Terms {
    /// What leads to each shard, in order.
    signposts: Vec<Signpost>,
    /// In how many documents each Latin term is.
    stems: BTreeMap<String, u32>,
    terms: usize,
    postings: usize,
    /// The last term that was written.
    last: Option<Box<[u8]>>,
}

/// Writes the shards. A few terms are held at a time: all that begin with the same byte.
fn write_terms(slices: Vec<Slice>, most: usize, files: &mut Files) -> anyhow::Result<Terms> {
    let mut written = Terms::default();
    let mut entries: Vec<Entry> = Vec::new();
    index::walk(&slices, |key, lists| {
        if entries.last().is_some_and(|last| last.key.first() != key.first()) {
            written.write(std::mem::take(&mut entries), most, files);
        }
        entries.push(Entry::new(key, lists));
        written.count(key, lists);
    })?;
    written.write(entries, most, files);
    Ok(written)
}

impl Terms {
    fn count(&mut self, key: &[u8], lists: &Lists) {
        self.terms += 1;
        self.postings += lists.iter().map(Vec::len).sum::<usize>();
        if key.is_ascii() {
            let most = lists.iter().map(Vec::len).max().and_then(|most| u32::try_from(most).ok());
            self.stems.insert(String::from_utf8_lossy(key).into_owned(), most.unwrap_or(u32::MAX));
        }
    }

    /// Writes the shards of some terms.
    fn write(&mut self, entries: Vec<Entry>, most: usize, files: &mut Files) {
        let keys: Vec<&[u8]> = entries.iter().map(|entry| &*entry.key).collect();
        let weights: Vec<usize> = entries.iter().map(Entry::weight).collect();
        let parts = router::parts(&keys, &weights, most);
        let shards: Vec<Vec<u8>> =
            parts.par_iter().map(|part| wire::deflate(&shard::write(&entries[part.clone()]))).collect();
        for (part, bytes) in parts.iter().zip(shards) {
            let before = part.start.checked_sub(1).map(|before| keys[before]).or(self.last.as_deref());
            let key = router::separator(before, keys[part.start]).to_vec();
            self.signposts.push(Signpost { key, hash: hash(&bytes) });
            files.add_by_content("t", bytes);
        }
        self.last = entries.into_iter().next_back().map(|entry| entry.key);
    }
}

/// Writes the segments that lead to the shards, and the top that leads to the segments; gives its name.
fn write_router(shards: &[Signpost], segment: usize, files: &mut Files) -> String {
    let keys: Vec<&[u8]> = shards.iter().map(|signpost| &*signpost.key).collect();
    let mut top = Vec::new();
    for part in router::parts(&keys, &vec![1; keys.len()], segment) {
        let bytes = wire::deflate(&router::write(&shards[part.clone()]));
        top.push(Signpost { key: shards[part.start].key.clone(), hash: hash(&bytes) });
        files.add_by_content("r", bytes);
    }
    files.add_by_content("r", wire::deflate(&router::write(&top)))
}

fn characters(analyzer: &Analyzer) -> Vec<u8> {
    let (from, to): (String, String) = analyzer.simplified().pairs().unzip();
    wire::deflate(format!("{from}\n{to}").as_bytes())
}

fn fields(slices: &[Slice]) -> Value {
    let field = |field: &Field| {
        let tokens: u64 = slices.iter().map(|slice| slice.tokens(*field)).sum();
        json!({ "name": field.name(), "boost": field.boost(), "tokens": tokens })
    };
    Field::ALL.iter().map(field).collect()
}

fn kinds(keys: &Keys) -> Value {
    keys.kinds().iter().map(|(kind, first)| json!([kind.name(), first])).collect()
}

/// The documents that only the search of one language shows, as runs.
fn only(documents: Documents<'_>, keys: &[Key]) -> Bilingual<Vec<usize>> {
    let mut only = Bilingual::<Vec<usize>>::default();
    for (number, key) in keys.iter().enumerate() {
        if let Some(lang) = documents.only(*key) {
            only.get_mut(lang).push(number);
        }
    }
    only.map(|numbers| runs(numbers).into_iter().flat_map(|(first, count)| [first, count]).collect())
}
