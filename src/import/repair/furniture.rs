//! Turns lines into a list of those that are no text: page numbers, running heads, tables of contents.
//! Knows nothing of paragraphs.

use super::line::Line;
use super::script::{Opening, ends_sentence, opening};
use std::collections::{BTreeMap, BTreeSet};

/// The numbers of the lines that are layout.
pub(super) fn furniture(lines: &[Line<'_>]) -> BTreeSet<usize> {
    let mut found = contents(lines);
    let pages = page_numbers(lines);
    found.extend(running_heads(lines, &pages));
    found.extend(pages);
    found
}

/// `— 3 —`, 第 3 页, 3/12; and bare numbers where they count the pages.
fn page_numbers(lines: &[Line<'_>]) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> = (0..lines.len()).filter(|at| is_page_number(lines[*at].text)).collect();
    let bare: Vec<(usize, u32)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.text.len() <= 3 && !line.text.contains('\t'))
        .filter_map(|(at, line)| Some((at, line.text.parse().ok()?)))
        .collect();
    let counts = bare.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1 && pair[1].0 > pair[0].0 + 4);
    if bare.len() >= 2 && counts {
        found.extend(bare.into_iter().map(|(at, _)| at));
    }
    found
}

fn is_page_number(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = bare.trim_matches(['-', '—', '–', '－', '·', '~', '～', '―', '─']);
    let number = |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let framed = inner.len() + 2 <= bare.len() && number(inner);
    let page =
        |text: &str| text.strip_prefix('第').and_then(|rest| rest.strip_suffix('页')).is_some_and(number);
    let of = bare.split_once('共').is_some_and(|(first, all)| {
        page(first.trim_end_matches(['，', '/'])) && all.strip_suffix('页').is_some_and(number)
    });
    let slash = bare
        .split_once('/')
        .is_some_and(|(page, all)| number(page) && number(all) && page.len() <= all.len());
    framed || page(&bare) || of || slash
}

/// Short lines that come back page after page: where a page ends, or in the middle of a sentence. A label that is
/// repeated under each item (建设目标) stands between whole sentences.
fn running_heads(lines: &[Line<'_>], pages: &BTreeSet<usize>) -> BTreeSet<usize> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let length = line.text.chars().count();
        if !pages.contains(&at)
            && (2..=40).contains(&length)
            && !ends_sentence(line.text)
            && !line.text.contains('\t')
        {
            let name: String =
                line.text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect();
            places.entry(name).or_default().push(at);
        }
    }
    let mut found = BTreeSet::new();
    for (name, places) in places {
        let apart = places.windows(2).all(|pair| pair[1] - pair[0] >= 3);
        let at_page = |at: usize| {
            let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            let by_number = near.into_iter().any(|near| pages.contains(&near));
            let cuts =
                at > 0 && !ends_sentence(lines[at - 1].text) && lines[at - 1].text.chars().count() > 20;
            by_number || lines[at].page || cuts
        };
        let pages = places.iter().filter(|at| at_page(**at)).count();
        let named = !name.is_empty() && opening(&name) == Opening::None;
        if named && places.len() >= 3 && apart && pages * 2 > places.len() {
            found.extend(places.into_iter().filter(|at| *at > 0 && at_page(*at)));
        }
    }
    found
}

/// The lines of a table of contents: under 目录, lines that lead to a page or come back as headings; anywhere, lines
/// with dots that lead to a page.
fn contents(lines: &[Line<'_>]) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> =
        (0..lines.len()).filter(|at| leader(lines[*at].text).is_some()).collect();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        places.insert(words_of(line.text), at);
    }
    let is_head = |line: &Line<'_>| ["目录", "目次"].contains(&words_of(line.text).as_str());
    let Some(head) = lines.iter().position(is_head) else { return found };
    found.insert(head);
    let mut entries = BTreeSet::new();
    for (at, line) in lines.iter().enumerate().skip(head + 1) {
        let words = words_of(line.text);
        let comes_back = places.get(&words).is_some_and(|last| *last > at);
        let listed = leader(line.text).is_some() || ends_with_page(line.text) || comes_back;
        if !listed || !entries.insert(words) {
            break;
        }
        found.insert(at);
    }
    found
}

/// The words of a line of a table of contents: without dots and page number.
fn words_of(text: &str) -> String {
    let bare = leader(text).unwrap_or(text);
    let bare = if ends_with_page(bare) { bare.trim_end_matches(|c: char| c.is_ascii_digit()) } else { bare };
    bare.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What stands before dots that lead to a page number.
fn leader(text: &str) -> Option<&str> {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit() || "-—() （）".contains(c));
    let words = bare.trim_end_matches(['.', '…', '·', '．', '⋯', '‥', ' ', '\t']);
    let dots = bare[words.len()..]
        .chars()
        .map(|c| if c == '…' || c == '⋯' { 3 } else { usize::from(!c.is_whitespace()) });
    (bare.len() < text.len() && dots.sum::<usize>() >= 3).then_some(words)
}

/// Whether a line ends with a page number behind white space.
fn ends_with_page(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    bare.len() < text.len() && text.len() - bare.len() <= 3 && bare.ends_with([' ', '\t', '\u{3000}'])
}
