//! Turns a draft into an account of every character of the decoded text: what each range became.
//! Knows nothing of how the draft was made, nor of JSON.

use super::draft::{Body, Clause, Draft};
use super::flow::{Flow, Left};
use super::manuscript::Manuscript;
use super::repair::is_residue;
use super::strand::Strand;
use std::collections::BTreeMap;
use std::ops::Range;

/// What became of a range of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Text of a clause.
    Placed,
    /// Title, number, addressees, signature, dates.
    Metadata,
    /// The same words as in the other copy.
    Duplicate,
    /// White space, running heads, page numbers, contents, residue, chrome.
    Layout,
    /// Kept and listed.
    Unplaced,
}

impl Class {
    /// All classes, in the order in which the report sums them.
    pub const ALL: [Class; 5] =
        [Class::Placed, Class::Metadata, Class::Duplicate, Class::Layout, Class::Unplaced];

    /// The word in the report.
    pub fn word(self) -> &'static str {
        match self {
            Class::Placed => "placed",
            Class::Metadata => "metadata",
            Class::Duplicate => "duplicate",
            Class::Layout => "layout",
            Class::Unplaced => "unplaced",
        }
    }
}

/// A range of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Characters of the decoded text.
    pub chars: Range<usize>,
    /// Bytes of the decoded text.
    pub bytes: Range<usize>,
    /// What it became.
    pub class: Class,
    /// The line in which it begins, from 1.
    pub line: usize,
    /// Why it is not placed.
    pub why: Option<&'static str>,
}

/// All of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Ranges in the order of the text: without overlap, and every character is in one.
    pub entries: Vec<Entry>,
    /// The numbers of the placed ranges, in the order in which they are read.
    pub order: Vec<usize>,
    /// Characters that are written in another way: as they stood, as they stand, how often.
    pub rewritten: BTreeMap<(String, String), usize>,
    /// Characters that nobody sees and that were removed, with how often.
    pub removed: BTreeMap<char, usize>,
}

/// What nobody could say anything about.
const UNREAD: &str = "not understood";

/// A claim on bytes of the text: what they became, why, and their turn in reading order.
struct Claim {
    bytes: Range<usize>,
    class: Class,
    why: Option<&'static str>,
    turn: usize,
}

/// Draws the account.
pub fn account(manuscript: &Manuscript, flow: &Flow, draft: &Draft) -> Account {
    let text = &manuscript.text;
    let mut account = Account::default();
    for strand in strands(draft).chain(&draft.metadata.strands) {
        rewritten(text, strand, &mut account.rewritten);
    }
    for c in text.chars().filter(|c| is_residue(*c)) {
        *account.removed.entry(c).or_default() += 1;
    }
    let mut claims = claims(flow, draft);
    claims.retain(|claim| claim.bytes.start < claim.bytes.end && claim.bytes.end <= text.len());
    // Where two claim the same bytes, what is read goes before what is left out.
    claims.sort_by_key(|claim| (claim.bytes.start, claim.class, claim.turn));
    let mut turns = Vec::new();
    let mut lines = Places::new(text);
    let mut at = 0;
    for claim in settled(claims) {
        account.fill(&mut lines, at..claim.bytes.start);
        if claim.class == Class::Placed {
            turns.push((claim.turn, account.entries.len()));
        }
        at = claim.bytes.end;
        account.push(&mut lines, claim.bytes, claim.class, claim.why);
    }
    account.fill(&mut lines, at..text.len());
    turns.sort_unstable();
    account.order = turns.into_iter().map(|(_, number)| number).collect();
    account
}

/// The strands of the clauses in reading order.
pub fn strands(draft: &Draft) -> impl Iterator<Item = &Strand> {
    draft.clauses.iter().flat_map(clause_strands)
}

/// The strands of a clause in reading order: number, heading, body.
pub fn clause_strands(clause: &Clause) -> impl Iterator<Item = &Strand> {
    let head = [&clause.number, &clause.heading].into_iter();
    head.chain(clause.body.iter().flat_map(|body| -> Vec<&Strand> {
        match body {
            Body::Paragraph(strand) | Body::Note(strand) => vec![strand],
            Body::Table(table) => table.rows.iter().flatten().flatten().collect(),
        }
    }))
}

fn claims(flow: &Flow, draft: &Draft) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for bytes in strands(draft).flat_map(Strand::sources) {
        match claims.last_mut() {
            Some(last) if last.bytes.end == bytes.start => last.bytes.end = bytes.end,
            _ => claims.push(Claim { bytes, class: Class::Placed, why: None, turn: claims.len() }),
        }
    }
    let metadata = draft.metadata.strands.iter().flat_map(Strand::sources);
    claims.extend(metadata.map(|bytes| Claim { bytes, class: Class::Metadata, why: None, turn: 0 }));
    for (bytes, left) in flow.left.iter().chain(&draft.left) {
        let (class, why) = match left {
            Left::Layout => (Class::Layout, None),
            Left::Duplicate => (Class::Duplicate, None),
            Left::Unplaced(why) => (Class::Unplaced, Some(*why)),
        };
        claims.push(Claim { bytes: bytes.clone(), class, why, turn: 0 });
    }
    claims
}

/// Claims that do not overlap: the better class keeps what two want, and the other keeps what is left of it.
fn settled(claims: Vec<Claim>) -> Vec<Claim> {
    let mut settled: BTreeMap<usize, Claim> = BTreeMap::new();
    let mut by_class: Vec<Claim> = claims;
    by_class.sort_by_key(|claim| (claim.class, claim.turn, claim.bytes.start));
    for claim in by_class {
        let mut start = claim.bytes.start;
        if let Some((_, before)) = settled.range(..=start).next_back() {
            start = start.max(before.bytes.end);
        }
        if start >= claim.bytes.end {
            continue;
        }
        let inside: Vec<Range<usize>> =
            settled.range(start..claim.bytes.end).map(|(_, known)| known.bytes.clone()).collect();
        for known in inside.into_iter().chain(std::iter::once(claim.bytes.end..claim.bytes.end)) {
            if start < known.start {
                let piece = Claim { bytes: start..known.start, ..claim };
                settled.insert(start, piece);
            }
            start = start.max(known.end);
        }
    }
    settled.into_values().collect()
}

impl Account {
    /// What nobody claimed: white space and residue are layout, anything else is listed.
    fn fill(&mut self, places: &mut Places<'_>, bytes: Range<usize>) {
        let is_space = |c: char| c.is_whitespace() || is_residue(c);
        let mut start = bytes.start;
        while start < bytes.end {
            let rest = &places.text[start..bytes.end];
            let layout = rest.starts_with(is_space);
            let length = rest.find(|c| is_space(c) != layout).unwrap_or(rest.len());
            let (class, why) = if layout { (Class::Layout, None) } else { (Class::Unplaced, Some(UNREAD)) };
            self.push(places, start..start + length, class, why);
            start += length;
        }
    }

    fn push(
        &mut self,
        places: &mut Places<'_>,
        bytes: Range<usize>,
        class: Class,
        why: Option<&'static str>,
    ) {
        let (start, line) = places.reach(bytes.start);
        let (end, _) = places.reach(bytes.end);
        self.entries.push(Entry { chars: start..end, bytes, class, line, why });
    }

    /// How many characters became this.
    pub fn sum(&self, class: Class) -> usize {
        let of_class = self.entries.iter().filter(|entry| entry.class == class);
        of_class.map(|entry| entry.chars.len()).sum()
    }
}

/// Counts characters and lines up to a byte; bytes must not fall.
struct Places<'a> {
    text: &'a str,
    byte: usize,
    chars: usize,
    line: usize,
}

impl<'a> Places<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, byte: 0, chars: 0, line: 1 }
    }

    fn reach(&mut self, byte: usize) -> (usize, usize) {
        for c in self.text.get(self.byte..byte).unwrap_or_default().chars() {
            self.chars += 1;
            self.line += usize::from(c == '\n');
        }
        self.byte = byte.max(self.byte);
        (self.chars, self.line)
    }
}

/// Lists what stands in another writing than in the file.
fn rewritten(text: &str, strand: &Strand, found: &mut BTreeMap<(String, String), usize>) {
    for (words, source) in strand.pieces() {
        let stood = text.get(source).unwrap_or_default();
        if stood != words {
            *found.entry((stood.to_owned(), words.to_owned())).or_default() += 1;
        }
    }
}
