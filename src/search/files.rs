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
use super::file::{IndexFile, hash};
use super::index::{self, Slice, Writer};
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
const SIZES: Sizes = Sizes { slice: 512 * BLOCK, shard: 6 << 10, segment: 64 };

/// All files, and the manifest that names them.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// What the files are, for `manifest.json`.
    pub manifest: Value,
    /// The files, each named once.
    pub files: Vec<IndexFile>,
}

/// What one slice of the documents gives.
struct Part {
    slice: Slice,
    blocks: Bilingual<Vec<Vec<u8>>>,
    words: Words,
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
        let slices = keys.0.par_chunks(sizes.slice).enumerate();
        let made = slices.map(|(number, keys)| Part::new(&analyzer, documents, keys, number * sizes.slice));
        let parts: Vec<Part> = made.collect::<anyhow::Result<_>>()?;
        let mut slices = Vec::with_capacity(parts.len());
        let mut blocks = Bilingual::<Vec<Vec<u8>>>::default();
        let mut words = Words::default();
        for part in parts {
            slices.push(part.slice);
            blocks.zh.extend(part.blocks.zh);
            blocks.en.extend(part.blocks.en);
            words.extend(part.words);
        }
        let mut files = Vec::new();
        let (router, stems) = terms(&slices, sizes, &mut files)?;
        let mut named = |bytes: Vec<u8>| {
            let file = IndexFile::by_content("f", bytes);
            let name = file.name.clone();
            files.push(file);
            name
        };
        let facets = Facets::new(site, &keys);
        let plans = Bilingual::from_fn(|lang| named(facets.plans(site, lang)));
        let mut of = |kind| Bilingual::from_fn(|lang| named(facets.of_kind(site, kind, lang)));
        let (bodies, topics) = (of(EntityKind::Department), of(EntityKind::Topic));
        let words = named(wire::deflate(words.list(&analyzer, &stems).as_bytes()));
        let characters = named(characters(&analyzer));
        let Bilingual { zh, en } = blocks;
        let excerpts = Bilingual {
            zh: excerpt::files(Lang::Zh, zh, &mut files),
            en: excerpt::files(Lang::En, en, &mut files),
        };
        // Two languages may share a facet's file.
        files.sort_by(|one, other| one.name.cmp(&other.name));
        files.dedup_by(|one, other| one.name == other.name);
        let fields = Field::ALL.map(|field| {
            let tokens: u64 = slices.iter().map(|slice| slice.tokens(field)).sum();
            json!({ "name": field.name(), "boost": field.boost(), "tokens": tokens })
        });
        let kinds: Vec<Value> =
            keys.kinds().iter().map(|(kind, first)| json!([kind.name(), first])).collect();
        let manifest = json!({
            "format": FORMAT, "analyzer": NAME, "offline": false,
            "documents": keys.0.len(), "fields": fields, "kinds": kinds, "only": only(documents, &keys.0),
            "router": router, "block": BLOCK, "segment": excerpt::SEGMENT, "excerpts": excerpts,
            "plans": plans, "bodies": bodies, "topics": topics, "words": words, "characters": characters,
        });
        Ok(Index { manifest, files })
    }
}

impl Part {
    fn new(
        analyzer: &Analyzer,
        documents: Documents<'_>,
        keys: &[Key],
        first: usize,
    ) -> anyhow::Result<Part> {
        let mut writer = Writer::new(analyzer)?;
        let mut words = Words::default();
        let mut blocks = Bilingual::<Vec<Vec<u8>>>::default();
        let mut shown = Vec::with_capacity(BLOCK);
        let mut left = keys.len();
        documents.each(keys, |document| {
            writer.add(&document)?;
            words.add(analyzer, &document);
            shown.push(document.shown);
            left -= 1;
            if shown.len() == BLOCK || left == 0 {
                for lang in Lang::ALL {
                    let shown: Vec<_> = shown.iter().map(|shown| shown.get(lang)).collect();
                    blocks.get_mut(lang).push(excerpt::block(&shown));
                }
                shown.clear();
            }
            anyhow::Ok(())
        })?;
        let slice = Slice::open(&writer.finish()?, u32::try_from(first)?)?;
        Ok(Part { slice, blocks, words })
    }
}

/// Writes the shards and the router; gives the name of its top, and in how many documents each Latin term is.
fn terms(
    slices: &[Slice],
    sizes: Sizes,
    files: &mut Vec<IndexFile>,
) -> anyhow::Result<(String, BTreeMap<String, u32>)> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut stems = BTreeMap::new();
    index::walk(slices, |key, lists| {
        entries.push(Entry::new(key, lists));
        if key.is_ascii() {
            let most = lists.iter().map(Vec::len).max().and_then(|most| u32::try_from(most).ok());
            stems.insert(String::from_utf8_lossy(key).into_owned(), most.unwrap_or(u32::MAX));
        }
    })?;
    let keys: Vec<&[u8]> = entries.iter().map(|entry| &*entry.key).collect();
    let weights: Vec<usize> = entries.iter().map(Entry::weight).collect();
    let parts = router::parts(&keys, &weights, sizes.shard);
    let shards: Vec<Vec<u8>> =
        parts.par_iter().map(|part| wire::deflate(&shard::write(&entries[part.clone()]))).collect();
    let mut signposts = Vec::with_capacity(parts.len());
    for (part, bytes) in parts.iter().zip(shards) {
        let before = part.start.checked_sub(1).map(|before| keys[before]);
        let key = router::separator(before, keys[part.start]).to_vec();
        signposts.push(Signpost { key, hash: hash(&bytes) });
        files.push(IndexFile::by_content("t", bytes));
    }
    let keys: Vec<&[u8]> = signposts.iter().map(|signpost| &*signpost.key).collect();
    let mut top = Vec::new();
    for part in router::parts(&keys, &vec![1; keys.len()], sizes.segment) {
        let file = IndexFile::by_content("r", wire::deflate(&router::write(&signposts[part.clone()])));
        top.push(Signpost { key: signposts[part.start].key.clone(), hash: hash(&file.bytes) });
        files.push(file);
    }
    let top = IndexFile::by_content("r", wire::deflate(&router::write(&top)));
    let name = top.name.clone();
    files.push(top);
    Ok((name, stems))
}

fn characters(analyzer: &Analyzer) -> Vec<u8> {
    let (from, to): (String, String) = analyzer.simplified().pairs().unzip();
    wire::deflate(format!("{from}\n{to}").as_bytes())
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
