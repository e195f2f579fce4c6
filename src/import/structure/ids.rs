//! Turns headings in reading order into clause ids by their printed numbers (`c3-1-1`), each unique.
//! Knows nothing of texts.

use std::collections::BTreeSet;

/// Gives the ids of one text.
pub(super) struct Ids {
    part: String,
    levels: Vec<Level>,
}

/// The series that is open at one depth.
#[derive(Default)]
struct Level {
    /// The last part of the id of its last heading.
    current: String,
    used: BTreeSet<String>,
    largest: u32,
    letters: u8,
}

impl Ids {
    pub(super) fn new(part: String) -> Ids {
        Ids { part, levels: Vec::new() }
    }

    /// The id of the text before the first heading.
    pub(super) fn preamble(&self) -> String {
        format!("{}0", self.part)
    }

    /// How many levels lie above the first series: the annex itself.
    pub(super) fn base(&self) -> u8 {
        u8::from(self.part != "c")
    }

    /// The id of the next heading. A number that a sibling has gets the next free one, a heading without a number a
    /// letter; a chapter without a number is counted.
    pub(super) fn heading(&mut self, depth: usize, value: Option<u32>) -> String {
        self.levels.truncate(depth + 1);
        while self.levels.len() <= depth {
            self.levels.push(Level::default());
        }
        let lettered = depth > 0 || self.part != "c";
        let level = &mut self.levels[depth];
        let letter = (value.is_none() && lettered && level.letters < 26).then_some(level.letters);
        let free = |level: &Level, value: u32| !level.used.contains(&value.to_string());
        level.current = match (letter, value) {
            (Some(letter), _) => {
                level.letters += 1;
                char::from(b'a' + letter).to_string()
            }
            (None, Some(value)) if free(level, value) => value.to_string(),
            (None, _) => (level.largest + 1).to_string(),
        };
        level.largest = level.largest.max(level.current.parse().unwrap_or(0));
        level.used.insert(level.current.clone());
        self.id()
    }

    fn id(&self) -> String {
        let mut id = self.part.clone();
        for (depth, level) in self.levels.iter().enumerate() {
            if depth > 0 || self.part != "c" {
                id.push('-');
            }
            id.push_str(&level.current);
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_the_printed_numbers() {
        let mut ids = Ids::new("c".to_owned());
        let given: Vec<String> =
            [(0, Some(1)), (1, Some(1)), (1, Some(2)), (2, Some(6)), (0, Some(2)), (1, None), (1, None)]
                .map(|(depth, value)| ids.heading(depth, value))
                .to_vec();
        assert_eq!(given, ["c1", "c1-1", "c1-2", "c1-2-6", "c2", "c2-a", "c2-b"]);
        assert_eq!(ids.preamble(), "c0");
    }

    #[test]
    fn ids_are_unique_whatever_is_printed() {
        let mut ids = Ids::new("a1".to_owned());
        let given: Vec<String> =
            [Some(1), Some(2), Some(2), Some(4), Some(3)].map(|value| ids.heading(0, value)).to_vec();
        assert_eq!(given, ["a1-1", "a1-2", "a1-3", "a1-4", "a1-5"]);
        let mut chapters = Ids::new("c".to_owned());
        assert_eq!([chapters.heading(0, None), chapters.heading(0, None)], ["c1", "c2"]);
    }
}
