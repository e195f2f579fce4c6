//! Turns stretches of the decoded text into one strand: spaces, widths and residue put right, each change a listed one.
//! Knows nothing of lines, paragraphs or meaning.
//!
//! The changes, and there are no others:
//! - line breaks and spaces go where one character is Han or a wide mark and the other is not Han; a space between two
//!   Han characters goes before 关于, in letter-spaced words, and where the same words stand without it elsewhere;
//! - a run of white space that stays is one space;
//! - full-width letters and digits are plain; half-width `,;:?!()` beside Han characters are full-width;
//! - residue (control characters, direction marks, `[bookmark: …]`) is left out.

use super::script::{is_han, is_residue, is_wide_mark};
use crate::import::strand::Strand;
use std::collections::BTreeSet;
use std::ops::Range;

/// What the whole text tells about its single spaces.
pub(super) struct Cleaner<'a> {
    text: &'a str,
    /// Three characters before and after a space between Han characters, where these six stand together elsewhere.
    together: BTreeSet<[char; 6]>,
}

/// A character with its place; `None` for what is a line break between stretches.
type Placed = (char, Range<usize>);

impl<'a> Cleaner<'a> {
    /// Looks the text over once.
    pub(super) fn new(text: &'a str) -> Self {
        let mut wanted = BTreeSet::new();
        let chars: Vec<char> = text.chars().collect();
        for at in 1..chars.len().saturating_sub(1) {
            if is_space(chars[at]) && is_han(chars[at - 1]) {
                wanted.extend(around(&chars, at));
            }
        }
        let mut together = BTreeSet::new();
        for six in chars.windows(6) {
            let six: [char; 6] = [six[0], six[1], six[2], six[3], six[4], six[5]];
            if wanted.contains(&six) {
                together.insert(six);
            }
        }
        Self { text, together }
    }

    /// One strand of several stretches of the text; between two of them a line ended.
    pub(super) fn strand(&self, stretches: &[Range<usize>]) -> Strand {
        let placed = self.placed(stretches);
        let spaced = is_letter_spaced(&placed);
        let mut strand = Strand::default();
        let mut depth = Brackets::of(&placed);
        let mut at = 0;
        while at < placed.len() {
            let (c, span) = &placed[at];
            if is_space(*c) {
                let end = at + placed[at..].iter().take_while(|(c, _)| is_space(*c)).count();
                if at > 0 && end < placed.len() && self.keeps_space(&placed, at, end, spaced) {
                    strand.push_as(" ", span.start..placed[end - 1].1.end.max(span.end));
                }
                at = end;
                continue;
            }
            let written = written(&placed, at, &mut depth);
            if written == *c {
                strand.push(self.text, span.clone());
            } else {
                strand.push_as(written.encode_utf8(&mut [0; 4]), span.clone());
            }
            at += 1;
        }
        strand
    }

    /// All characters of the stretches, without residue; the end of a stretch is a line break.
    fn placed(&self, stretches: &[Range<usize>]) -> Vec<Placed> {
        let mut placed: Vec<Placed> = Vec::new();
        for stretch in stretches {
            if let Some((_, last)) = placed.last() {
                placed.push(('\n', last.end..last.end));
            }
            let words = self.text.get(stretch.clone()).unwrap_or_default();
            let mut residue = bookmarks(words).into_iter().peekable();
            for (at, c) in words.char_indices() {
                while residue.next_if(|gone| gone.end <= at).is_some() {}
                if !is_residue(c) && residue.peek().is_none_or(|gone| at < gone.start) {
                    placed.push((c, stretch.start + at..stretch.start + at + c.len_utf8()));
                }
            }
        }
        placed
    }

    /// Whether white space between two characters means something.
    fn keeps_space(&self, placed: &[Placed], start: usize, end: usize, spaced: bool) -> bool {
        let (before, after) = (placed[start - 1].0, placed[end].0);
        let broken = placed[start..end].iter().any(|(c, _)| *c == '\n');
        let latin = |c: char| c.is_ascii_graphic() || c.is_alphabetic() && !is_han(c);
        match (is_han(before), is_han(after)) {
            (true, true) if broken || spaced => false,
            (true, true) => {
                let word: String = placed[end..].iter().take(2).map(|(c, _)| *c).collect();
                word != "关于" && !self.stands_together(placed, start, end)
            }
            _ if is_wide_mark(before) || is_wide_mark(after) => false,
            (false, false) if broken => {
                latin(before) && latin(after) && !(before.is_ascii_digit() && after.is_ascii_digit())
            }
            (false, false) => true,
            // The space behind `1.` parts a number from its heading.
            (false, true) => !broken && matches!(before, '.' | ',' | ';' | ')'),
            (true, false) => false,
        }
    }

    fn stands_together(&self, placed: &[Placed], start: usize, end: usize) -> bool {
        let chars: Vec<char> = placed[start.saturating_sub(3)..start]
            .iter()
            .chain(placed[end..].iter().take(3))
            .map(|(c, _)| *c)
            .collect();
        <[char; 6]>::try_from(chars).is_ok_and(|six| self.together.contains(&six))
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace()
}

/// The three characters before and after a run of white space that begins here.
fn around(chars: &[char], at: usize) -> Option<[char; 6]> {
    let end = at + chars[at..].iter().take(16).take_while(|c| is_space(**c)).count();
    let six: Vec<char> =
        chars[at.saturating_sub(3)..at].iter().chain(chars[end..].iter().take(3)).copied().collect();
    <[char; 6]>::try_from(six).ok().filter(|six| six.iter().all(|c| !is_space(*c)))
}

/// Whether most Han characters stand alone between spaces: 目 录, 附 件.
fn is_letter_spaced(placed: &[Placed]) -> bool {
    let (mut apart, mut joined) = (0, 0);
    let mut before: Option<char> = None;
    let mut space = false;
    for (c, _) in placed {
        if *c == '\n' {
            before = None;
        } else if is_space(*c) {
            space = true;
            continue;
        } else {
            if before.is_some_and(is_han) && is_han(*c) {
                *(if space { &mut apart } else { &mut joined }) += 1;
            }
            before = Some(*c);
        }
        space = false;
    }
    apart > joined
}

/// Where `[bookmark: …]` stands: what a word processor's cross-references leave behind.
pub(super) fn bookmarks(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = words[from..].find("[bookmark:") {
        let start = from + at;
        let Some(length) = words[start..].char_indices().take(80).find(|(_, c)| *c == ']') else { break };
        from = start + length.0 + 1;
        found.push(start..from);
    }
    found
}

/// Which half-width brackets stand for full-width ones: both of a pair, when one of them stands beside Han text.
struct Brackets {
    wide: BTreeSet<usize>,
}

impl Brackets {
    fn of(placed: &[Placed]) -> Self {
        let is_wide = |c: &Placed| is_han(c.0) || is_wide_mark(c.0);
        let beside = |at: usize| {
            let mut before = placed[..at].iter().rev().skip_while(|(c, _)| is_space(*c));
            let mut after = placed[at + 1..].iter().skip_while(|(c, _)| is_space(*c));
            before.next().is_some_and(is_wide) || after.next().is_some_and(is_wide)
        };
        let mut open: Vec<usize> = Vec::new();
        let mut wide = BTreeSet::new();
        for (at, (c, _)) in placed.iter().enumerate() {
            match c {
                '(' | '（' => open.push(at),
                ')' | '）' => {
                    let Some(start) = open.pop() else { continue };
                    if beside(start) || beside(at) || placed[start].0 == '（' || *c == '）' {
                        wide.extend([start, at]);
                    }
                }
                _ => {}
            }
        }
        Self { wide }
    }
}

/// A character as it is written in the plan.
fn written(placed: &[Placed], at: usize, brackets: &mut Brackets) -> char {
    let c = placed[at].0;
    let plain = |c: char| char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
    let near =
        |at: Option<usize>| at.and_then(|at| placed.get(at)).map(|(c, _)| *c).filter(|c| !is_space(*c));
    let (before, after) = (near(at.checked_sub(1)), near(Some(at + 1)));
    let han = |c: Option<char>| c.is_some_and(|c| is_han(c) || is_wide_mark(c));
    let before_is_wide = han(before) || at > 0 && brackets.wide.contains(&(at - 1));
    let wide = char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c);
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => plain(c),
        '(' | ')' if brackets.wide.contains(&at) => wide,
        ',' | ';' | ':' | '?' | '!' if before_is_wide && !matches!(after, Some('/')) => wide,
        ',' | ';' if han(after) => wide,
        _ => c,
    }
}
