//! Turns "the same site, the same files" into tests: whatever the slices and threads, and after a small change all but a few.

use super::{PORTAL, Portal, SMALL, named, shards};
use crate::search::files::Sizes;
use crate::search::router;
use crate::search::{Index, IndexFile};
use std::collections::BTreeSet;

#[test]
fn slices_and_threads_change_nothing() {
    let portal = Portal::new(PORTAL);
    let in_threads = |threads: usize, slice: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| portal.index(Sizes { slice, ..SMALL }))
    };
    let one = in_threads(1, 4096);
    for other in [in_threads(1, 4096), in_threads(4, 8), in_threads(3, 16)] {
        assert_eq!(one.manifest, other.manifest);
        assert!(one.files == other.files, "the files differ");
    }
}

#[test]
fn an_empty_portal_has_an_index() {
    let portal = Portal::new(&PORTAL[..PORTAL.find("-- content/departments.toml --").unwrap()]);
    let index = portal.index(SMALL);
    assert_eq!(index.manifest["documents"], 0);
    assert!(shards(&index).is_empty());
}

fn names(index: &Index) -> BTreeSet<&str> {
    index.files.iter().map(|file: &IndexFile| file.name.as_str()).collect()
}

/// The shards of `index` that are not in `other`, each with its terms.
fn lost(index: &Index, other: &Index) -> Vec<(String, Vec<Vec<u8>>)> {
    let there = names(other);
    let gone = shards(index).into_iter().filter(|(name, _)| !there.contains(name.as_str()));
    gone.map(|(name, terms)| (name, terms.into_iter().map(|(term, _)| term).collect())).collect()
}

#[test]
fn a_changed_clause_changes_only_the_shards_of_its_terms() {
    let before = Portal::new(PORTAL).index(SMALL);
    let changed = PORTAL.replace("在乡镇推广拔罐与针刺，", "在乡镇推广拔罐与推拿，");
    let after = Portal::new(&changed).index(SMALL);
    assert_ne!(before.manifest, after.manifest);
    // All terms of the clause, before and after: where its length is noted, too.
    let clause = |index: &Index, text: &str| -> BTreeSet<Vec<u8>> {
        // The chapter stands before it.
        let number = index.manifest["kinds"][11][1].as_u64().unwrap() as u32 + 1;
        let of_clause =
            |lists: &super::Lists| lists.iter().flatten().any(|posting| posting.document == number);
        let terms = shards(index).into_values().flatten().filter(|(_, lists)| of_clause(lists));
        let terms: BTreeSet<Vec<u8>> = terms.map(|(term, _)| term).collect();
        assert!(terms.contains(text.as_bytes()), "{text}");
        terms
    };
    let touched = &clause(&before, "针刺") | &clause(&after, "推拿");
    let (gone, new) = (lost(&before, &after), lost(&after, &before));
    assert!(!gone.is_empty() && !new.is_empty());
    for (name, terms) in gone.iter().chain(&new) {
        assert!(terms.iter().any(|term| touched.contains(term)), "{name} changed without need");
    }
    assert!(gone.len() * 2 < shards(&before).len(), "{} shards changed", gone.len());
    // Of the rest, the block of the clause, the segment of the router above each shard, and the router's top.
    let others =
        before.files.iter().filter(|file| !file.name.starts_with("t/") && !after.files.contains(file));
    let others: Vec<&str> = others.map(|file| file.name.as_str()).collect();
    let (blocks, routers): (Vec<&str>, Vec<&str>) = others.iter().partition(|name| name.starts_with("x/"));
    let folder = named(&before, &["excerpts", "zh"]);
    let number = before.manifest["kinds"][11][1].as_u64().unwrap() + 1;
    assert_eq!(blocks, [format!("{folder}/{}", number / before.manifest["block"].as_u64().unwrap())]);
    assert!(routers.iter().all(|name| name.starts_with("r/")), "{others:?}");
    assert!(routers.len() <= 1 + gone.len(), "{others:?}");
    assert_eq!(named(&after, &["excerpts", "zh"]), folder);
}

#[test]
fn another_order_of_documents_has_other_blocks() {
    let before = Portal::new(PORTAL).index(SMALL);
    let after = Portal::new(&PORTAL.replace("id = \"cupping\"", "id = \"zz-cupping\"")).index(SMALL);
    assert_eq!(before.manifest["documents"], after.manifest["documents"]);
    assert_ne!(named(&before, &["excerpts", "zh"]), named(&after, &["excerpts", "zh"]));
}

#[test]
fn a_part_ends_where_its_keys_say() {
    let keys: Vec<String> =
        (0..2000_u32).map(|number| format!("{:08x}", number.wrapping_mul(0x9e37_79b9))).collect();
    let mut sorted: Vec<&[u8]> = keys.iter().map(String::as_bytes).collect();
    sorted.sort();
    let starts = |keys: &[&[u8]]| -> BTreeSet<Vec<u8>> {
        let parts = router::parts(keys, &vec![10; keys.len()], 400);
        assert!(parts.iter().all(|part| part.len() <= 40));
        assert_eq!(parts.iter().map(|part| part.len()).sum::<usize>(), keys.len());
        assert!(parts.windows(2).all(|pair| pair[0].end == pair[1].start));
        parts.into_iter().map(|part| keys[part.start].to_vec()).collect()
    };
    let all = starts(&sorted);
    for left_out in [0, 500, 1234, 1999] {
        let mut fewer = sorted.clone();
        fewer.remove(left_out);
        let differ = starts(&fewer).symmetric_difference(&all).count();
        assert!(differ <= 3, "without {left_out}, {differ} parts begin elsewhere");
    }
}

#[test]
fn a_key_that_begins_another_is_cut_from_it() {
    let keys: [&[u8]; 4] = ["中".as_bytes(), "中医".as_bytes(), "中医药".as_bytes(), "中国".as_bytes()];
    let mut keys = keys.to_vec();
    keys.sort();
    let parts = router::parts(&keys, &[100; 4], 100);
    assert_eq!(parts, [0..1, 1..2, 2..3, 3..4]);
    assert_eq!(router::separator(None, keys[0]), b"");
    assert_eq!(router::separator(Some("中".as_bytes()), "中国".as_bytes()), &"中国".as_bytes()[..4]);
}
