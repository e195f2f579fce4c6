//! Turns text into comparable characters: one width, one case, no accents, simplified.
//! Knows nothing of words.

use super::unit::is_han;
use anyhow::Context;
use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use unicode_normalization::char::decompose_compatible;

/// Comparable characters, each with the place that it comes from.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    /// The characters.
    pub chars: Vec<char>,
    /// For each, the number of its code point in the text.
    pub at: Vec<u32>,
}

impl Folded {
    /// Takes the place of what was there.
    pub(super) fn fill(&mut self, text: &str, simplified: &Simplified) {
        self.chars.clear();
        self.at.clear();
        for (at, char) in (0..).zip(text.chars()) {
            let mut push = |folded| {
                self.chars.push(folded);
                self.at.push(at);
            };
            match char {
                _ if char.is_ascii() => push(char.to_ascii_lowercase()),
                '，' => push(char),
                // No ideograph of these blocks is made of others.
                '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => push(simplified.get(char)),
                _ => decompose_compatible(char, |part| {
                    if !is_mark(part) {
                        part.to_lowercase().for_each(|lower| push(simplified.get(lower)));
                    }
                }),
            }
        }
    }

    /// Drops the space that some writers set between digits and Chinese: 30 个 is 30个.
    pub(super) fn tighten(&mut self) {
        let is_number = |char: char| char.is_ascii_digit() || char == '%';
        let is_loose = |at: usize| match self.chars.get(at.wrapping_sub(1)..at + 2) {
            Some([before, ' ', after]) => {
                is_number(*before) && is_han(*after) || is_han(*before) && after.is_ascii_digit()
            }
            _ => false,
        };
        let is_kept = |at: &usize| self.chars[*at] != ' ' || !is_loose(*at);
        if !(0..self.chars.len()).all(|at| is_kept(&at)) {
            let kept: Vec<usize> = (0..self.chars.len()).filter(is_kept).collect();
            self.chars = kept.iter().map(|at| self.chars[*at]).collect();
            self.at = kept.iter().map(|at| self.at[*at]).collect();
        }
    }

    /// The characters as a text.
    pub fn text(&self) -> String {
        self.chars.iter().collect()
    }
}

/// Accents, and the voicing marks of kana.
fn is_mark(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}')
}

/// Where the table begins and ends: the ideographs of the basic plane.
const FIRST: u32 = 0x3400;
const END: u32 = 0xa000;

/// What each traditional character becomes.
pub struct Simplified(Vec<char>);

impl Simplified {
    /// Asks the dictionary for every character once.
    pub(super) fn new() -> anyhow::Result<Simplified> {
        let dictionary = OpenCC::from_config(BuiltinConfig::T2s).context("the table of characters")?;
        let one = |char: char| {
            let found = dictionary.convert(char.encode_utf8(&mut [0; 4]));
            let mut found = found.chars();
            // A character that becomes several, or leaves the table's plane, stays what it is.
            found
                .next()
                .filter(|found| place(*found).is_some())
                .filter(|_| found.next().is_none())
                .unwrap_or(char)
        };
        // 薴 becomes 苧, which becomes 苎; no way is longer.
        Ok(Simplified((FIRST..END).filter_map(char::from_u32).map(|char| one(one(char))).collect()))
    }

    /// The character to compare.
    pub fn get(&self, char: char) -> char {
        let char = if char == '’' { '\'' } else { char };
        place(char).and_then(|place| self.0.get(place)).copied().unwrap_or(char)
    }

    /// All pairs of a traditional character and another one that it becomes, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (char, char)> {
        let all = (FIRST..END).filter_map(char::from_u32).zip(self.0.iter().copied());
        all.filter(|(from, to)| from != to)
    }
}

fn place(char: char) -> Option<usize> {
    (FIRST..END).contains(&u32::from(char)).then(|| (u32::from(char) - FIRST) as usize)
}
