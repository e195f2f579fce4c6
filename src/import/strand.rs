//! Turns pieces of a decoded text into one text that still knows where each piece came from.
//! Knows nothing of lines, headings or meaning.

use std::ops::Range;

/// A text made of pieces of the decoded text, in order. Characters that stand in no piece were put there by a
/// normalisation that the account lists; pieces that were cut out are simply missing from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strand {
    text: String,
    pieces: Vec<Piece>,
}

/// A run that is the same in both texts but for listed normalisations of single characters.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// Bytes of the strand's text.
    here: Range<usize>,
    /// Bytes of the decoded text. The same length as `here` unless the piece is one normalised run.
    source: Range<usize>,
}

impl Strand {
    /// A strand of one piece: `source` of the decoded text, as it stands.
    pub fn of(decoded: &str, source: Range<usize>) -> Self {
        let mut strand = Self::default();
        strand.push(decoded, source);
        strand
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds a piece of the decoded text as it stands.
    pub fn push(&mut self, decoded: &str, source: Range<usize>) {
        let words = decoded.get(source.clone()).unwrap_or_default();
        self.push_as(words, source);
    }

    /// Adds a piece of the decoded text in another writing: a listed normalisation, such as a full-width digit as a
    /// plain one. Empty `words` still account for the source.
    pub fn push_as(&mut self, words: &str, source: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(words);
        match self.pieces.last_mut() {
            Some(last)
                if last.source.end == source.start
                    && last.here.len() == last.source.len()
                    && words.len() == source.len() =>
            {
                last.here.end = self.text.len();
                last.source.end = source.end;
            }
            _ => self.pieces.push(Piece { here: start..self.text.len(), source }),
        }
    }

    /// Adds another strand.
    pub fn append(&mut self, other: &Self) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.iter().map(|piece| Piece {
            here: piece.here.start + start..piece.here.end + start,
            source: piece.source.clone(),
        }));
    }

    /// The part of the strand that holds these bytes of its text. A normalised run is never cut: it goes to the part
    /// that holds its first byte.
    pub fn slice(&self, range: Range<usize>) -> Self {
        let mut part =
            Self { text: self.text.get(range.clone()).unwrap_or_default().to_owned(), pieces: Vec::new() };
        for piece in &self.pieces {
            let inside = piece.here.start >= range.start && piece.here.start < range.end;
            if piece.here.len() != piece.source.len() {
                if inside
                    || (piece.here.is_empty()
                        && piece.here.start == range.end
                        && range.end == self.text.len())
                {
                    let here = piece.here.start - range.start..piece.here.end.min(range.end) - range.start;
                    part.pieces.push(Piece { here, source: piece.source.clone() });
                }
                continue;
            }
            let (start, end) = (piece.here.start.max(range.start), piece.here.end.min(range.end));
            if start < end {
                let from = piece.source.start + (start - piece.here.start);
                part.pieces.push(Piece {
                    here: start - range.start..end - range.start,
                    source: from..from + (end - start),
                });
            }
        }
        part
    }

    /// The pieces in order: the words, and the bytes of the decoded text that they stand for.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, Range<usize>)> + '_ {
        let words = |piece: &Piece| self.text.get(piece.here.clone()).unwrap_or_default();
        self.pieces.iter().map(move |piece| (words(piece), piece.source.clone()))
    }

    /// Where the text came from: ranges of bytes of the decoded text, in the order of the strand.
    pub fn sources(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.pieces.iter().map(|piece| piece.source.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `甲,1２乙` with the mark and the wide digit written as the plan writes them.
    fn strand() -> (&'static str, Strand) {
        let decoded = "甲,1２乙";
        let mut strand = Strand::of(decoded, 0..3);
        strand.push_as("，", 3..4);
        strand.push(decoded, 4..5);
        strand.push_as("2", 5..8);
        strand.push(decoded, 8..11);
        (decoded, strand)
    }

    #[test]
    fn pieces_know_where_they_came_from() {
        let (_, strand) = strand();
        assert_eq!(strand.text(), "甲，12乙");
        let pieces: Vec<_> = strand.pieces().collect();
        assert_eq!(pieces, [("甲", 0..3), ("，", 3..4), ("1", 4..5), ("2", 5..8), ("乙", 8..11)]);
    }

    #[test]
    fn neighbours_that_stand_as_they_are_make_one_piece() {
        let mut strand = Strand::of("甲乙丙", 0..3);
        strand.push("甲乙丙", 3..6);
        strand.push("甲乙丙", 6..9);
        assert_eq!(strand.sources().collect::<Vec<_>>(), vec![0..9; 1]);
    }

    #[test]
    fn the_parts_of_a_strand_account_for_all_of_it() {
        let (_, strand) = strand();
        for cut in [0, 3, 6, 7, 8, 11] {
            let (first, second) = (strand.slice(0..cut), strand.slice(cut..strand.text().len()));
            let mut joined = first.clone();
            joined.append(&second);
            assert_eq!(joined.text(), strand.text(), "{cut}");
            let length = |strand: &Strand| strand.sources().map(|range| range.len()).sum::<usize>();
            assert_eq!(length(&first) + length(&second), 11, "{cut}");
        }
    }

    #[test]
    fn what_was_left_out_is_accounted_for_and_says_nothing() {
        let mut strand = Strand::of("甲。乙", 0..3);
        strand.push_as("", 3..6);
        strand.push("甲。乙", 6..9);
        assert_eq!(strand.text(), "甲乙");
        assert_eq!(strand.slice(0..3).sources().collect::<Vec<_>>(), vec![0..3; 1]);
        assert_eq!(strand.slice(3..6).sources().collect::<Vec<_>>(), [3..6, 6..9]);
        assert_eq!(strand.sources().collect::<Vec<_>>(), [0..3, 3..6, 6..9]);
    }
}
