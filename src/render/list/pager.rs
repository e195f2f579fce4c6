//! Turns the number of a page among many into the way to all others.
//! Knows nothing of what is listed.
//!
//! A short list names all its pages. A long one names its ends, the neighbours, and pages ten, a hundred, a thousand
//! away: any page is a few steps from any other, and no page carries the numbers of thousands.

use super::super::context::Ctx;
use super::super::view::{PageLink, Pager};
use super::small;
use crate::resolve::{ListKind, PageKey, pages_for};
use std::collections::BTreeSet;

/// So many pages are all named.
const FEW: usize = 12;

/// Where a list of so many rows goes on; nothing for one page.
pub(super) fn pager(ctx: &Ctx<'_>, kind: ListKind, rows: usize, number: usize) -> Option<Pager> {
    let of = pages_for(rows);
    let href = |page: usize| ctx.href(&PageKey::List(ctx.lang, kind, page));
    let link = |(page, far): (usize, bool)| PageLink {
        text: page.to_string(),
        href: (page != number).then(|| href(page)),
        far,
    };
    (of > 1).then(|| Pager {
        number: small(number),
        of: small(of),
        prev: (number > 1).then(|| href(number - 1)),
        next: (number < of).then(|| href(number + 1)),
        pages: named(number, of).into_iter().map(link).collect(),
    })
}

/// The pages that are named on a page, in order, each with whether some are left out before it.
fn named(number: usize, of: usize) -> Vec<(usize, bool)> {
    let mut pages: BTreeSet<usize> = if of <= FEW { (1..=of).collect() } else { [1, number, of].into() };
    let tens = std::iter::successors(Some(10), |tens| Some(tens * 10)).take_while(|tens| *tens < of);
    for distance in [1, 2].into_iter().chain(tens) {
        pages.extend(number.checked_sub(distance).filter(|page| *page > 0));
        pages.extend(Some(number + distance).filter(|page| *page <= of));
    }
    // A mark for one page takes as much room as the page.
    let alone: Vec<usize> =
        pages.iter().filter(|page| pages.contains(&(**page + 2))).map(|page| page + 1).collect();
    pages.extend(alone);
    let before = std::iter::once(0).chain(pages.iter().copied());
    before.zip(pages.iter().copied()).map(|(before, page)| (page, page > before + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::named;
    use std::collections::BTreeSet;

    fn shown(number: usize, of: usize) -> String {
        let page = |(page, far)| if far { format!("… {page}") } else { format!("{page}") };
        named(number, of).into_iter().map(page).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_short_list_names_all_pages_and_a_long_one_some_near_and_some_far() {
        assert_eq!(shown(2, 3), "1 2 3");
        assert_eq!(shown(1, 12), "1 2 3 4 5 6 7 8 9 10 11 12");
        assert_eq!(shown(1, 13), "1 2 3 … 11 12 13");
        assert_eq!(shown(7, 24), "1 … 5 6 7 8 9 … 17 … 24");
        assert_eq!(shown(5, 24), "1 2 3 4 5 6 7 … 15 … 24");
        assert_eq!(
            shown(1200, 2400),
            "1 … 200 … 1100 … 1190 … 1198 1199 1200 1201 1202 … 1210 … 1300 … 2200 … 2400"
        );
    }

    #[test]
    fn both_ends_and_both_neighbours_are_named_in_order() {
        for of in 2..=130 {
            for number in 1..=of {
                let pages: Vec<usize> = named(number, of).into_iter().map(|(page, _)| page).collect();
                assert!(pages.is_sorted_by(|a, b| a < b), "{number} of {of}: {pages:?}");
                assert_eq!((pages.first(), pages.last()), (Some(&1), Some(&of)));
                for wanted in [number - 1, number, number + 1] {
                    assert!(
                        wanted == 0 || wanted > of || pages.contains(&wanted),
                        "{number} of {of}: {pages:?}"
                    );
                }
                assert!(pages.len() <= 20, "{number} of {of}: {pages:?}");
            }
        }
    }

    #[test]
    fn any_page_is_a_few_steps_away() {
        let of = 2_400;
        let (mut seen, mut edge, mut steps) = (BTreeSet::from([1]), vec![1], 0);
        while !edge.is_empty() && seen.len() < of {
            let next = edge.iter().flat_map(|page| named(*page, of)).map(|(page, _)| page);
            edge = next.filter(|page| seen.insert(*page)).collect();
            steps += 1;
        }
        assert_eq!(seen.len(), of);
        assert!(steps <= 12, "{steps}");
    }
}
