//! Turns paragraphs that hold one text twice, mixed block by block, into one text with its losses shown.
//! Knows nothing of layout; a text without copies comes back as it was.
//!
//! 1. [`sentences`] cuts the paragraphs; [`chain`] finds sentences that stand twice, in the same order both times.
//! 2. [`unravel`] decides for every sentence which copy it belongs to: the one that runs ahead, or the one that follows.
//! 3. The copy that follows is kept; of the one that runs ahead, what the other lacks is put where it belongs. A
//!    sentence goes only if the other copy has it: what one copy says twice stays twice.

mod chain;
mod numbering;
mod unravel;

use super::script;
use crate::import::flow::{Flow, Left, Part};
use crate::import::strand::Strand;
use std::collections::BTreeMap;
use unravel::Side;

/// A sentence of the flow.
pub(super) struct Sentence {
    strand: Strand,
    /// The number of its part in the flow.
    part: usize,
    /// It begins its part, which the format marked as a heading or not.
    begins: Option<Option<u8>>,
}

impl Sentence {
    fn text(&self) -> &str {
        self.strand.text()
    }
}

/// More sentences than any plan has; beyond them nothing is compared.
const MOST_SENTENCES: usize = 5_000;

/// Separates the copies, if there are any.
pub(super) fn separate(flow: Flow) -> Flow {
    let sentences = sentences(&flow);
    let long = sentences.iter().filter(|sentence| chain::is_long(sentence.text())).count();
    let pairs = chain::chain(&sentences);
    let is_copied = pairs.len() >= 5 && pairs.len() * 5 >= long;
    if !is_copied || sentences.len() > MOST_SENTENCES {
        return flow;
    }
    let sides = unravel::unravel(&sentences, &pairs);
    join(flow, &sentences, &sides)
}

/// All sentences of all paragraphs. Headings of a format and tables are taken whole.
fn sentences(flow: &Flow) -> Vec<Sentence> {
    let mut found = Vec::new();
    for (part, content) in flow.parts.iter().enumerate() {
        let Part::Paragraph { text, heading } = content else { continue };
        for (number, range) in script::sentences(text.text()).into_iter().enumerate() {
            let begins = (number == 0).then_some(*heading);
            found.push(Sentence { strand: text.slice(range), part, begins });
        }
    }
    found
}

/// The flow of the sentences that stay, in the order of the text. What is not text of a paragraph follows the sentence
/// that it followed.
fn join(flow: Flow, sentences: &[Sentence], sides: &[Side]) -> Flow {
    let mut joined = Flow { parts: Vec::new(), left: flow.left };
    let mut others = others(flow.parts, sentences);
    joined.parts.extend(others.remove(&None).unwrap_or_default());
    let keeps = keeps_paragraphs(sentences, sides);
    let mut paragraph = (Strand::default(), None);
    let close = |paragraph: &mut (Strand, Option<u8>), parts: &mut Vec<Part>| {
        let (text, heading) = std::mem::take(paragraph);
        parts.extend((!text.is_empty()).then_some(Part::Paragraph { text, heading }));
    };
    for at in unravel::order(sides) {
        if sides[at].is_behind_gap() {
            close(&mut paragraph, &mut joined.parts);
            joined.parts.push(Part::Gap { why: LOST.to_owned() });
        }
        if let (true, Some(heading)) = (keeps, sentences[at].begins) {
            close(&mut paragraph, &mut joined.parts);
            paragraph.1 = heading;
        }
        paragraph.0.append(&sentences[at].strand);
        if let Some(parts) = others.remove(&Some(at)) {
            close(&mut paragraph, &mut joined.parts);
            joined.parts.extend(parts);
        }
    }
    close(&mut paragraph, &mut joined.parts);
    joined.parts.extend(others.into_values().flatten());
    for (sentence, _) in sentences.iter().zip(sides).filter(|(_, side)| side.is_duplicate()) {
        joined.left.extend(sentence.strand.sources().map(|span| (span, Left::Duplicate)));
    }
    joined.left.sort_by_key(|(span, _)| (span.start, span.end));
    joined
}

/// Whether the paragraphs are the text's own: copies that change in the middle of paragraphs were mixed after the lines
/// were cut, or the lines were cut anyhow.
fn keeps_paragraphs(sentences: &[Sentence], sides: &[Side]) -> bool {
    let changes = (1..sides.len()).filter(|at| sides[*at] == Side::Behind && sides[at - 1] != Side::Behind);
    let (whole, all) = changes
        .fold((0, 0), |(whole, all), at| (whole + usize::from(sentences[at].begins.is_some()), all + 1));
    whole * 2 >= all
}

/// Why there is a gap.
const LOST: &str = "one of the two copies lost text here, and the other does not reach so far";

/// Tables, notes and gaps, by the sentence that they follow.
fn others(parts: Vec<Part>, sentences: &[Sentence]) -> BTreeMap<Option<usize>, Vec<Part>> {
    let mut others: BTreeMap<Option<usize>, Vec<Part>> = BTreeMap::new();
    for (number, part) in parts.into_iter().enumerate() {
        if !matches!(part, Part::Paragraph { .. }) {
            let before = sentences.partition_point(|sentence| sentence.part < number).checked_sub(1);
            others.entry(before).or_default().push(part);
        }
    }
    others
}
