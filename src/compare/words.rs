//! Turns two texts into what one has and the other has not: word by word, in Chinese character by character.
//! Knows nothing of what the texts are.

use serde::Serialize;
use similar::utils::diff_unicode_words;
use similar::{Algorithm, ChangeTag};

/// Of what both have, so many characters are shown on either side of a change.
const CONTEXT: usize = 40;

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Piece {
    /// Both texts have it.
    Kept(String),
    /// The earlier one has it.
    Removed(String),
    /// The later one has it.
    Added(String),
}

/// What of a text is kept, what is gone and what is new, in reading order.
pub fn difference(before: &str, after: &str) -> Vec<Piece> {
    let changes = diff_unicode_words(Algorithm::Patience, before, after).into_iter();
    let pieces = changes.map(|(tag, words)| match tag {
        ChangeTag::Equal => Piece::Kept(words.to_owned()),
        ChangeTag::Delete => Piece::Removed(words.to_owned()),
        ChangeTag::Insert => Piece::Added(words.to_owned()),
    });
    pieces.collect()
}

/// The changes in one line that needs no colour: `built [-30-]{+50+} centres`. Far from any change, words are left out.
pub fn marked(pieces: &[Piece]) -> String {
    let last = pieces.len().saturating_sub(1);
    let mark = |(at, piece): (usize, &Piece)| match piece {
        Piece::Kept(words) => near(words, at > 0, at < last),
        Piece::Removed(words) => format!("[-{words}-]"),
        Piece::Added(words) => format!("{{+{words}+}}"),
    };
    let line: String = pieces.iter().enumerate().map(mark).collect();
    line.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The beginning of words where a change stands before them, and the end where one follows.
fn near(words: &str, has_before: bool, has_after: bool) -> String {
    let count = words.chars().count();
    let head = if has_before { CONTEXT } else { 0 };
    let tail = if has_after { CONTEXT } else { 0 };
    if count <= head + tail + 1 {
        return words.to_owned();
    }
    let head: String = words.chars().take(head).collect();
    let tail: String = words.chars().skip(count - tail).collect();
    format!("{head}…{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(before: &str, after: &str) -> String {
        marked(&difference(before, after))
    }

    #[test]
    fn a_word_that_changed_stands_alone() {
        assert_eq!(
            line("Build 30 centres by 2025.", "Build 50 centres by 2025."),
            "Build [-30-]{+50+} centres by 2025."
        );
        assert_eq!(
            line("到2025年建设30个中心。", "到2025年建设50个中心。"),
            "到2025年建设[-30-]{+50+}个中心。"
        );
        assert_eq!(line("建成三十个中心", "建成五十个中心"), "建成[-三-]{+五+}十个中心");
    }

    #[test]
    fn what_is_only_in_one_text_is_marked_whole() {
        assert_eq!(line("甲。", "甲。\n\n乙。"), "甲。{+ 乙。+}");
        assert_eq!(line("甲。乙。", "甲。"), "甲。[-乙。-]");
        assert_eq!(line("", "甲"), "{+甲+}");
        assert_eq!(difference("甲", "甲"), [Piece::Kept("甲".to_owned())]);
    }

    #[test]
    fn words_far_from_any_change_are_left_out() {
        let long = "很".repeat(200);
        let shown = line(&format!("{long}一{long}三{long}"), &format!("{long}二{long}四{long}"));
        let far = "很".repeat(CONTEXT);
        assert_eq!(shown, format!("…{far}[-一-]{{+二+}}{far}…{far}[-三-]{{+四+}}{far}…"));
    }

    #[test]
    fn pieces_put_together_are_the_texts() {
        let (before, after) = ("The NHC leads, 30% more; 到2025年。", "The WHO leads 31% more； 到2030年！");
        let pieces = difference(before, after);
        let of = |is_before: bool| -> String {
            let words = pieces.iter().map(|piece| match piece {
                Piece::Kept(words) => words.as_str(),
                Piece::Removed(words) if is_before => words,
                Piece::Added(words) if !is_before => words,
                _ => "",
            });
            words.collect()
        };
        assert_eq!((of(true).as_str(), of(false).as_str()), (before, after));
    }
}
