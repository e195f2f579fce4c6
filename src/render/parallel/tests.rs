//! Turns small plans into their parallel pages and says what these must be.
//! Knows nothing of the plan page but its anchors.

use super::{align, cells, page};
use crate::lang::Lang;
use crate::markup::{Block, parse, plain};
use crate::render::context::Ctx;
use crate::render::fixture::{Portal, parts};
use crate::render::view::ParallelPage;
use crate::resolve::{Entity, PageKey};

fn view(portal: &Portal, lang: Lang, plan: usize) -> ParallelPage {
    let renderer = portal.renderer();
    let key = PageKey::Parallel(lang, plan);
    page(&Ctx::new(&renderer, &key), plan).unwrap().1
}

#[test]
fn a_small_plan_side_by_side() {
    let portal = Portal::small();
    let text = |lang| serde_json::to_string_pretty(&view(&portal, lang, 0)).unwrap();
    insta::assert_snapshot!("parallel-zh", text(Lang::Zh));
    insta::assert_snapshot!("parallel-en", text(Lang::En));
}

#[test]
fn anchors_are_the_same_on_all_pages_of_a_plan() {
    let portal = Portal::small();
    for plan in 0..2 {
        let clauses = &portal.site.skeletons[plan].clauses;
        let expected: Vec<&str> = clauses.iter().map(|clause| &*clause.id).collect();
        for lang in Lang::ALL {
            for key in [PageKey::Thing(lang, Entity::Plan(plan)), PageKey::Parallel(lang, plan)] {
                let ids = parts(&portal.html(&key)).ids;
                let anchors: Vec<&str> =
                    ids.iter().map(String::as_str).filter(|id| expected.contains(id)).collect();
                assert_eq!(anchors, expected, "{key:?}");
            }
        }
    }
}

/// What stands left and right, as words.
fn rows(left: &str, right: &str) -> Vec<(String, String)> {
    let read = |text: &str| parse(text, Lang::En).0.blocks;
    let (left, right) = (read(left), read(right));
    let words = |block: Option<Block>| block.map(|block| plain::of_blocks(&[block])).unwrap_or_default();
    let pairs = align(&left, &right).into_iter().flat_map(|(a, b)| cells(a, b));
    pairs.map(|(a, b)| (words(a), words(b))).collect()
}

fn check(left: &str, right: &str, expected: &[(&str, &str)]) {
    let rows = rows(left, right);
    let rows: Vec<(&str, &str)> = rows.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(rows, expected);
}

#[test]
fn paragraphs_items_and_tables_are_aligned() {
    check("a\n\nb", "x\n\ny", &[("a", "x"), ("b", "y")]);
    check("a\n\nb", "x", &[("a", "x"), ("b", "")]);
    check("a", "x\n\ny", &[("a", "x"), ("", "y")]);
    check("a\n\n- 1\n- 2", "x\n\n- i\n- ii\n- iii", &[("a", "x"), ("1", "i"), ("2", "ii"), ("", "iii")]);
    check("- 1\n- 2\n\nb", "y", &[("1", ""), ("2", ""), ("b", "y")]);
    check("b", "- 1\n\ny", &[("", "1"), ("b", "y")]);
    check("a\n\n- 1\n\nb", "x\n\ny", &[("a", "x"), ("1", ""), ("b", "y")]);
    check("|h|\n|-|\n|1|", "|k|\n|-|\n|2|", &[("h\n1", "k\n2")]);
    check("", "x", &[("", "x")]);
    check("", "", &[]);
}

#[test]
fn a_single_item_keeps_its_number() {
    let (document, _) = parse("3. c\n4. d\n", Lang::En);
    let rows = cells(document.blocks.first(), None);
    let starts: Vec<Option<u64>> = rows
        .iter()
        .map(|(left, _)| match left {
            Some(Block::List(list)) => list.start,
            _ => None,
        })
        .collect();
    assert_eq!(starts, [Some(3), Some(4)]);
}
