//! Turns every file of an index back into what it was made from.

use super::{PORTAL, Portal, SMALL, inflated, json, named, reader, shards};
use crate::lang::Lang;
use crate::search::analyzer::Analyzer;
use crate::search::document::{Document, Documents, Field, Keys, Kind};
use crate::search::file::{hash, hex};
use crate::search::index::{Lists, Posting, padded};
use crate::search::quantities;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use tantivy::fieldnorm::FieldNormReader;

/// All documents of the portal.
fn documents(portal: &Portal) -> Vec<Document> {
    let mut all = Vec::new();
    let Ok(()) = Documents::new(&portal.site, portal.bodies()).each(&Keys::new(&portal.site).0, |document| {
        all.push(document);
        Ok::<(), Infallible>(())
    });
    all
}

/// The postings as they follow from the documents alone, counted without tantivy, and the length of each field.
fn counted(documents: &[Document]) -> (BTreeMap<Vec<u8>, Lists>, [usize; 5]) {
    let analyzer = Analyzer::new().unwrap();
    let mut terms: BTreeMap<Vec<u8>, Lists> = BTreeMap::new();
    let mut lengths = [0; 5];
    for (number, document) in (0..).zip(documents) {
        for field in Field::ALL {
            let mut counts: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
            for (_, lang, text) in document.fields.iter().filter(|(found, ..)| *found == field) {
                let values = quantities::values(&analyzer, text, *lang);
                for text in [text, &values] {
                    analyzer.each_term(text, |term| *counts.entry(term.text.into()).or_default() += 1);
                }
            }
            if field == Field::Title {
                let names = document.names.iter().filter_map(|name| analyzer.name(name));
                counts.extend(names.map(|name| (name.into_bytes(), 1)));
            }
            let length = padded(counts.values().sum::<u32>() as usize);
            let norm = FieldNormReader::fieldnorm_to_id(u32::try_from(length).unwrap());
            lengths[field as usize] += length;
            for (term, frequency) in counts {
                let posting = Posting { document: number, frequency, norm };
                terms.entry(term).or_default()[field as usize].push(posting);
            }
        }
    }
    (terms, lengths)
}

#[test]
fn shards_hold_exactly_the_terms_of_the_documents() {
    let portal = Portal::new(PORTAL);
    let index = portal.index(SMALL);
    let shards = shards(&index);
    assert!(shards.len() > 30, "{}", shards.len());
    let terms: Vec<(Vec<u8>, Lists)> = shards.into_values().flatten().collect();
    let count = terms.len();
    let found: BTreeMap<Vec<u8>, Lists> = terms.into_iter().collect();
    assert_eq!(found.len(), count, "no term is in two shards");
    let postings: usize = found.values().flatten().map(Vec::len).sum();
    assert_eq!((index.terms, index.postings), (count, postings));
    let (expected, lengths) = counted(&documents(&portal));
    let differ = |term: &&Vec<u8>| found.get(*term) != expected.get(*term);
    let differing = found.keys().chain(expected.keys()).find(differ);
    assert_eq!(differing.map(|term| String::from_utf8_lossy(term)), None);
    for (number, field) in Field::ALL.into_iter().enumerate() {
        assert_eq!(index.manifest["fields"][number]["name"], field.name());
        assert_eq!(index.manifest["fields"][number]["tokens"], lengths[number]);
    }
}

#[test]
fn lengths_have_two_significant_bits() {
    let lengths: Vec<usize> = (0..=33).map(padded).collect();
    assert_eq!(lengths[..9], [0, 1, 2, 3, 4, 6, 6, 8, 8]);
    assert_eq!([lengths[9], lengths[12], lengths[13], lengths[17], lengths[33]], [12, 12, 16, 24, 48]);
}

#[test]
fn a_heavy_shard_holds_one_term_and_a_light_one_is_not_cut() {
    let index = Portal::new(PORTAL).index(SMALL);
    let mut light = 0;
    for terms in shards(&index).values() {
        let size = |lists: &Lists| lists.iter().map(|list| 2 + 3 * list.len()).sum::<usize>();
        let weight: usize = terms.iter().map(|(key, lists)| key.len() + 3 + size(lists)).sum();
        assert!(terms.len() == 1 || weight <= 2 * SMALL.shard, "{} terms weigh {weight}", terms.len());
        light += usize::from(weight < SMALL.shard / 4);
    }
    assert!(light * 3 < shards(&index).len(), "{light} of the shards are light");
}

#[test]
fn files_are_named_by_what_is_in_them_and_blocks_by_number() {
    let index = Portal::new(PORTAL).index(SMALL);
    let names: BTreeSet<&str> = index.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names.len(), index.files.len());
    for file in &index.files {
        let hash = hex(&hash(&file.bytes));
        let (folder, name) = file.name.rsplit_once('/').unwrap();
        match folder {
            "r" | "t" | "f" => assert_eq!(name, hash, "{}", file.name),
            _ => assert!(name.parse::<usize>().is_ok_and(|number| number < 12), "{}", file.name),
        }
    }
}

#[test]
fn the_blocks_hold_what_every_result_shows() {
    let portal = Portal::new(PORTAL);
    let index = portal.index(SMALL);
    let documents = documents(&portal);
    for lang in Lang::ALL {
        let folder = named(&index, &["excerpts", lang.code()]);
        let block = index.manifest["block"].as_u64().unwrap() as usize;
        let blocks = index.files.iter().filter(|file| file.name.starts_with(&folder)).count();
        assert_eq!(blocks, documents.len().div_ceil(block));
        for (number, document) in documents.iter().enumerate() {
            let at = number % block;
            let block = inflated(&index, &format!("{folder}/{}", number / block));
            let block: Value = serde_json::from_slice(&block).unwrap();
            let shown = document.shown.get(lang);
            let mut expected =
                vec![json!(shown.url), json!(shown.title), json!(shown.path), json!(shown.text)];
            expected.extend(shown.lang.map(|lang| json!(lang.code())));
            assert_eq!(block[at], Value::Array(expected));
        }
    }
}

#[test]
fn facets_say_which_documents_are_theirs() {
    let portal = Portal::new(PORTAL);
    let index = portal.index(SMALL);
    let documents = documents(&portal);
    let titles = |runs: &[Value], is_gap: bool| {
        let mut titles = Vec::new();
        let mut behind = 0;
        for run in runs.chunks(2) {
            let (first, count) = (run[0].as_u64().unwrap() as usize, run[1].as_u64().unwrap() as usize);
            let first = if is_gap { behind + first } else { first };
            behind = first + count;
            titles.extend(documents[first..behind].iter().map(|document| document.shown.en.title.clone()));
        }
        titles.join(" | ")
    };
    let plans = json(&index, &["plans", "en"]);
    assert_eq!(
        plans[0].as_array().unwrap()[..3],
        [json!("herbs"), json!("Five-Year Herb Plan"), json!(2021)]
    );
    assert_eq!(
        titles(&plans[0].as_array().unwrap()[3..], false),
        "Five-Year Herb Plan | output of herbs | healers so far | Seedling project | Care | Spread therapies | \
         Train healers | Trade | Raise output | 只有中文的一条"
    );
    assert_eq!(titles(&plans[1].as_array().unwrap()[3..], false), "Monologue Scheme | 独白一章");
    let bodies = json(&index, &["bodies", "en"]);
    assert_eq!(bodies[0].as_array().unwrap()[..2], [json!("herb-office"), json!("National Herb Office")]);
    assert_eq!(
        titles(&bodies[0].as_array().unwrap()[2..], true),
        "Five-Year Herb Plan | Monologue Scheme | output of herbs | Seedling project | National Herb Office | Spread therapies"
    );
    let topics = json(&index, &["topics", "zh"]);
    assert_eq!(topics[0][1], "诊疗");
    assert_eq!(
        titles(&topics[0].as_array().unwrap()[2..], true),
        "healers so far | Care | Lark Scholar | Care | Spread therapies | Train healers"
    );
}

#[test]
fn the_manifest_says_what_is_where() {
    let portal = Portal::new(PORTAL);
    let index = portal.index(SMALL);
    let kinds: Vec<(String, u64)> = serde_json::from_value(index.manifest["kinds"].clone()).unwrap();
    let counts: Vec<u64> = kinds.windows(2).map(|pair| pair[1].1 - pair[0].1).collect();
    assert_eq!(kinds.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(), Kind::ALL.map(Kind::name));
    assert_eq!(counts, [2, 1, 1, 1, 1, 1, 1, 2, 1, 3, 2]);
    assert_eq!(index.manifest["documents"], json!(kinds[11].1 + 7));
    // The plan in Chinese only, the page in Chinese only, and the one clause of that plan.
    assert_eq!(index.manifest["only"], json!({ "zh": [1, 1, 15, 1, 22, 1], "en": [] }));
    assert_eq!(index.manifest["analyzer"], "zhen-1");
    assert_eq!(index.manifest["format"], 1);
}

#[test]
fn words_are_those_that_somebody_may_misspell() {
    let index = Portal::new(PORTAL).index(SMALL);
    let words = String::from_utf8(inflated(&index, &named(&index, &["words"]))).unwrap();
    let words: Vec<&str> = words.lines().collect();
    assert!(words.is_sorted(), "{words:?}");
    assert!(words.contains(&"ruritania0") && words.contains(&"office1"), "{words:?}");
    let too_short = words.iter().find(|word| word.len() < 5);
    assert_eq!(too_short, None);
    // Of one stem one form, and no other.
    let herbs: Vec<&&str> = words.iter().filter(|word| word.starts_with("herb")).collect();
    assert_eq!(herbs.len(), 1, "{herbs:?}");
}

#[test]
fn the_table_of_characters_has_two_lines_of_one_length() {
    let index = Portal::new(PORTAL).index(SMALL);
    let table = String::from_utf8(inflated(&index, &named(&index, &["characters"]))).unwrap();
    let (from, to) = table.split_once('\n').unwrap();
    let pairs: BTreeMap<char, char> = from.chars().zip(to.chars()).collect();
    assert_eq!(from.chars().count(), to.chars().count());
    assert_eq!((pairs[&'醫'], pairs[&'藥']), ('医', '药'));
}

#[test]
fn damage_is_said_and_never_read_as_if_it_were_whole() {
    let index = Portal::new(PORTAL).index(SMALL);
    let documents = index.manifest["documents"].as_u64().unwrap() as u32;
    let names: Vec<String> = shards(&index).into_keys().take(8).collect();
    for name in names.iter().map(String::as_str) {
        let sound = inflated(&index, name);
        for length in 0..sound.len() {
            assert!(reader::shard(&sound[..length], documents).is_err(), "{name} cut at {length}");
        }
        assert!(reader::shard(&[sound.as_slice(), &[0]].concat(), documents).is_err(), "{name} with more");
        assert!(reader::shard(&sound, 0).is_err(), "{name} of another index");
        let terms = reader::shard(&sound, documents).unwrap();
        for at in 0..sound.len() {
            let mut bytes = sound.clone();
            bytes[at] ^= 0x55;
            // A change of a norm or a letter may go unseen here, but it is always read to the end.
            assert!(
                reader::shard(&bytes, documents).is_err()
                    || reader::shard(&bytes, documents).unwrap() != terms
            );
        }
        let file = &index.files.iter().find(|file| file.name == name).unwrap().bytes;
        assert!(reader::inflate(&file[..file.len() / 2]).is_err());
    }
    let router = inflated(&index, &named(&index, &["router"]));
    for length in 0..router.len() {
        assert!(reader::router(&router[..length]).is_err(), "the router cut at {length}");
    }
}
