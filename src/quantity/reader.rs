//! Turns a text into characters with full-width forms folded, and counts every look at them.
//! Knows nothing of numbers.

use std::cell::Cell;
use std::ops::Range;

/// The text as characters, each with the byte it begins at.
pub(super) struct Reader<'t> {
    text: &'t str,
    chars: Vec<(char, u32)>,
    steps: Cell<u64>,
}

/// How far a look ahead skips blanks. More of them than this is layout, not a space that a PDF left.
const GAP: usize = 3;

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        // Texts of 4 GiB and more are refused where they are read.
        let at = |at| u32::try_from(at).unwrap_or(u32::MAX);
        let chars = if text.is_ascii() {
            // Each byte is a character, and none of them is folded.
            text.bytes().enumerate().map(|(byte, char)| (char::from(char), at(byte))).collect()
        } else {
            let mut chars = Vec::with_capacity(text.chars().count());
            chars.extend(text.char_indices().map(|(byte, char)| (fold(char), at(byte))));
            chars
        };
        Self { text, chars, steps: Cell::new(0) }
    }

    /// The number of characters.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The looks at a character so far.
    pub(super) fn steps(&self) -> u64 {
        self.steps.get()
    }

    /// One more look, for those who look at something larger than a character.
    pub(super) fn step(&self) {
        self.steps.set(self.steps.get() + 1);
    }

    /// The folded character at `i`, NUL behind the end.
    pub(super) fn at(&self, i: usize) -> char {
        self.step();
        self.chars.get(i).map_or('\0', |(char, _)| *char)
    }

    /// The first place from `i` on whose character is wanted, or the end. A look at each costs one step.
    pub(super) fn find(&self, i: usize, is_wanted: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(i..).unwrap_or_default();
        let passed = rest.iter().position(|(char, _)| is_wanted(*char)).unwrap_or(rest.len());
        self.steps.set(self.steps.get() + passed as u64 + 1);
        i + passed
    }

    /// The folded character before `i`, NUL at the beginning.
    pub(super) fn before(&self, i: usize) -> char {
        if i == 0 { '\0' } else { self.at(i - 1) }
    }

    /// Whether the character at `i` was full-width before it was folded.
    pub(super) fn is_wide(&self, i: usize) -> bool {
        let raw = self.chars.get(i).and_then(|(_, at)| self.text.get(*at as usize..)?.chars().next());
        raw.is_some_and(|char| ('\u{ff01}'..='\u{ff5e}').contains(&char))
    }

    /// The bytes of the characters `from..to`.
    pub(super) fn bytes(&self, from: usize, to: usize) -> Range<usize> {
        let byte = |i: usize| self.chars.get(i).map_or(self.text.len(), |(_, at)| *at as usize);
        byte(from)..byte(to)
    }

    /// The text of the characters `from..to`, as written.
    pub(super) fn slice(&self, from: usize, to: usize) -> &'t str {
        self.text.get(self.bytes(from, to)).unwrap_or_default()
    }

    /// Where `word` ends, if it stands at `i`.
    pub(super) fn starts(&self, i: usize, word: &str) -> Option<usize> {
        let mut end = i;
        for char in word.chars() {
            if self.at(end) != char {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// Where `word` begins, if it ends at `i` and begins at `floor` or later.
    pub(super) fn ends(&self, i: usize, floor: usize, word: &str) -> Option<usize> {
        let mut start = i;
        for char in word.chars().rev() {
            if start <= floor || self.before(start) != char {
                return None;
            }
            start -= 1;
        }
        Some(start)
    }

    /// The first entry of `table` whose word stands at `i`, and where it ends.
    pub(super) fn entry<'a, T>(&self, i: usize, table: &'a [(&'a str, T)]) -> Option<(&'a T, usize)> {
        table.iter().find_map(|(word, meaning)| Some((meaning, self.starts(i, word)?)))
    }

    /// The first entry of `table` whose word ends at `i`, and where it begins.
    pub(super) fn entry_before<'a, T>(
        &self,
        i: usize,
        floor: usize,
        table: &'a [(&'a str, T)],
    ) -> Option<(&'a T, usize)> {
        table.iter().find_map(|(word, meaning)| Some((meaning, self.ends(i, floor, word)?)))
    }

    /// Past the few blanks that may stand at `i`.
    pub(super) fn gap(&self, i: usize) -> usize {
        let blanks = (0..GAP).take_while(|k| is_blank(self.at(i + k))).count();
        i + blanks
    }

    /// Before the few blanks that may end at `i`, not below `floor`.
    pub(super) fn gap_before(&self, i: usize, floor: usize) -> usize {
        let mut start = i;
        while start > floor && i - start < GAP && is_blank(self.before(start)) {
            start -= 1;
        }
        start
    }

    /// Whether `i` begins a line, blanks aside.
    pub(super) fn begins_line(&self, i: usize) -> bool {
        matches!(self.before(self.gap_before(i, 0)), '\0' | '\n' | '\r')
    }
}

/// Whether `char` is a space within a line. Tabs part the cells of a table, and line ends part lines.
pub(super) fn is_blank(char: char) -> bool {
    matches!(char, ' ' | '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200a}' | '\u{202f}')
}

/// Folds full-width forms to ASCII, but for the stop and the comma: 21．2015年 is numbering and a year.
fn fold(char: char) -> char {
    // Most characters of either language stand before all of these.
    if char < '\u{fe00}' {
        return char;
    }
    match char {
        '．' | '，' => char,
        '￥' => '¥',
        '﹪' => '%',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        _ => char,
    }
}
