//! Turns plans into counts: Han characters, English words, distinct bigrams and words.
//! Knows nothing of files.

use crate::plan::Plan;
use std::collections::BTreeSet;
use std::fmt;

/// The first character of the CJK Unified Ideographs, and how many there are.
const FIRST: u32 = 0x4e00;
const IDEOGRAPHS: u32 = 0x5200;

/// Counts over all plans seen.
pub(crate) struct Counts {
    pub(crate) plans: usize,
    pub(crate) characters: usize,
    pub(crate) english: usize,
    /// One bit for each pair of characters.
    pairs: Vec<u64>,
    words: BTreeSet<String>,
}

impl Counts {
    pub(crate) fn new() -> Counts {
        let bits = (IDEOGRAPHS * IDEOGRAPHS) as usize;
        Counts {
            plans: 0,
            characters: 0,
            english: 0,
            pairs: vec![0; bits.div_ceil(64)],
            words: BTreeSet::new(),
        }
    }

    pub(crate) fn add(&mut self, plan: &Plan) {
        self.plans += 1;
        for clause in &plan.clauses {
            self.zh(&clause.heading.zh);
            self.en(&clause.heading.en);
            for block in &clause.blocks {
                self.zh(&block.text.zh.iter().map(|piece| piece.words()).collect::<String>());
                self.en(&block.text.en.iter().map(|piece| piece.words()).collect::<String>());
            }
        }
    }

    fn zh(&mut self, text: &str) {
        self.characters += han(text);
        let mut before = None;
        for character in text.chars() {
            let here = place(character);
            if let (Some(one), Some(two)) = (before, here) {
                let bit = (one * IDEOGRAPHS + two) as usize;
                self.pairs[bit / 64] |= 1 << (bit % 64);
            }
            before = here;
        }
    }

    fn en(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
            self.english += 1;
            let word = word.to_ascii_lowercase();
            if !self.words.contains(&word) {
                self.words.insert(word);
            }
        }
    }

    /// Pairs of neighbouring Han characters.
    pub(crate) fn distinct_pairs(&self) -> usize {
        self.pairs.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// English words, case ignored.
    pub(crate) fn distinct_words(&self) -> usize {
        self.words.len()
    }
}

fn place(character: char) -> Option<u32> {
    u32::from(character).checked_sub(FIRST).filter(|place| *place < IDEOGRAPHS)
}

/// How many Han characters there are.
pub(crate) fn han(text: &str) -> usize {
    text.chars().filter(|character| place(*character).is_some()).count()
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plans = self.plans.max(1);
        writeln!(f, "Han characters per plan   {}", self.characters / plans)?;
        writeln!(f, "English words per plan    {}", self.english / plans)?;
        writeln!(f, "distinct pairs            {}", self.distinct_pairs())?;
        writeln!(f, "distinct English words    {}", self.distinct_words())?;
        write!(f, "distinct terms            {}", self.distinct_pairs() + self.distinct_words())
    }
}
