//! Turns the titles in 《》 into citations, those inside others too.
//! Knows nothing of bodies and figures.

use super::known::{Known, Shelf};
use super::passage::origin;
use super::record::Citation;
use crate::import::draft::Clause;
use crate::import::strand::Strand;
use std::collections::BTreeSet;
use std::ops::Range;

/// The longest title.
const LONGEST: usize = 120;

/// Reads the citations of one clause after the other; each title counts once for a clause.
pub(super) struct Reader<'k> {
    known: &'k Known,
    /// Short forms that the plan gives to titles: 以下简称《…》.
    short: BTreeSet<String>,
    said: BTreeSet<(String, String)>,
}

impl<'k> Reader<'k> {
    pub(super) fn new(known: &'k Known) -> Self {
        Reader { known, short: BTreeSet::new(), said: BTreeSet::new() }
    }

    pub(super) fn read(&mut self, clause: &Clause, strand: &Strand) -> Vec<Citation> {
        let text = strand.text();
        let mut found = Vec::new();
        for span in titles(text) {
            let title = text[span.clone()].trim().to_owned();
            if is_short_form(&text[..span.start]) {
                self.short.insert(title);
                continue;
            }
            let known = self.short.contains(&title) || title.is_empty() || title.chars().count() > LONGEST;
            if known || !self.said.insert((clause.id.clone(), title.clone())) {
                continue;
            }
            let owner = self.known.owner(&title).filter(|owner| owner.shelf == Shelf::Document);
            let id = owner.map(|owner| owner.id.clone());
            found.push(Citation { title, id, origin: origin(clause, strand, span) });
        }
        found
    }
}

/// Whether what follows is a short form of the title before: （以下简称《…, （简称《….
fn is_short_form(before: &str) -> bool {
    let before = before.trim_end_matches(['《', '〈', '<', '“']);
    ["简称", "简称为", "以下称"].iter().any(|word| before.ends_with(word))
}

/// The insides of 《》, and of 《》, 〈〉 and <> within them, in the order in which they open.
fn titles(text: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, char) in text.char_indices() {
        match char {
            '《' => open.push((at + char.len_utf8(), '》')),
            '〈' | '<' | '＜' if !open.is_empty() => {
                let close = match char {
                    '〈' => '〉',
                    '<' => '>',
                    _ => '＞',
                };
                open.push((at + char.len_utf8(), close));
            }
            '》' | '〉' | '>' | '＞' => {
                // What closes without having opened closes nothing.
                if let Some(level) = open.iter().rposition(|(_, close)| *close == char) {
                    found.push(open[level].0..at);
                    open.truncate(level);
                }
            }
            '。' if open.len() > 4 => open.clear(),
            _ => {}
        }
    }
    found.sort_by_key(|span| span.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_lie_in_one_another() {
        let text = "依据《关于落实<节水规划>的分工方案》和《节水〈修订〉办法》，见《修《渠》记》。";
        let found: Vec<&str> = titles(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(
            found,
            ["关于落实<节水规划>的分工方案", "节水规划", "节水〈修订〉办法", "修订", "修《渠》记", "渠"]
        );
        assert!(titles("》a<b>《").is_empty());
    }

    #[test]
    fn a_short_form_is_no_title() {
        assert!(is_short_form("《节水方案》（以下简称《"));
        assert!(!is_short_form("依据《"));
    }
}
