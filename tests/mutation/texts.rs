//! Turns the words of a digest into mutants: digits, scales, bodies, paragraphs.
//! Knows nothing of records and of the glossary.

use super::mutant::{Kind, Mutant};
use super::portal::id_of;
use super::random::Random;
use diptych::content::registry::Department;
use diptych::lang::Lang;
use diptych::names::Use;
use diptych::resolve::{Entity, Site};
use std::ops::Range;

/// A text of a plan.
pub(crate) struct Text<'a> {
    pub(crate) plan: &'a str,
    pub(crate) lang: Lang,
    pub(crate) path: String,
    pub(crate) source: &'a str,
}

/// A run of words that a reader sees.
#[derive(Clone)]
pub(crate) struct Run {
    pub(crate) clause: String,
    pub(crate) bytes: Range<usize>,
    /// They are a heading's.
    pub(crate) heading: bool,
    /// They are a link's.
    pub(crate) linked: bool,
}

impl<'a> Text<'a> {
    /// A mutant of this text.
    pub(crate) fn mutant(&self, kind: Kind, clause: &str, cut: Range<usize>, words: &str) -> Mutant {
        Mutant {
            kind,
            plan: self.plan.to_owned(),
            path: self.path.clone(),
            before: self.source.to_owned(),
            cut,
            words: words.to_owned(),
            clauses: vec![clause.to_owned()],
            table: None,
        }
    }

    fn lines(&self) -> Vec<(String, Range<usize>)> {
        let mut start = 0;
        let mut clause = String::new();
        let mut lines = Vec::new();
        for line in self.source.split_inclusive('\n') {
            if let Some(id) = id_of(line) {
                id.clone_into(&mut clause);
            }
            lines.push((clause.clone(), start..start + line.len()));
            start += line.len();
        }
        lines
    }

    /// The words that a reader sees, without the marks around them.
    pub(crate) fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for (clause, line) in self.lines() {
            let text = &self.source[line.clone()];
            let heading = text.starts_with('#');
            let end = if heading { text.find("{#").unwrap_or(text.len()) } else { text.len() };
            let mut at = 0;
            let mut push = |from: usize, to: usize, linked| {
                let bytes = line.start + from..line.start + to;
                runs.push(Run { clause: clause.clone(), bytes, heading, linked });
            };
            while let Some(open) = text[at..end].find('[').map(|open| at + open) {
                let close = text[open..end].find("](").map(|close| open + close);
                let Some(close) = close else { break };
                let last = text[close..end].find(')').map_or(end, |last| close + last + 1);
                push(at, open, false);
                push(open + 1, close, true);
                at = last;
            }
            push(at, end, false);
        }
        runs
    }
}

/// Another digit for each digit.
pub(crate) fn digits(text: &Text<'_>, random: &mut Random) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for run in text.runs() {
        for (at, digit) in text.source[run.bytes.clone()].char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            let at = run.bytes.start + at;
            mutants.push(text.mutant(
                Kind::ChangedDigit,
                &run.clause,
                at..at + 1,
                &other_digit(digit, random),
            ));
        }
    }
    mutants
}

/// A digit that is not this one, nor a nought where there was none.
pub(crate) fn other_digit(digit: char, random: &mut Random) -> String {
    let others: Vec<char> = ('1'..='9').filter(|other| *other != digit).collect();
    random.pick(&others).map(char::to_string).unwrap_or_default()
}

/// 亿 for 万 and 万 for 亿, billion for million and million for billion.
pub(crate) fn scales(text: &Text<'_>) -> Vec<Mutant> {
    let pairs = match text.lang {
        Lang::Zh => [("万", "亿"), ("亿", "万")],
        Lang::En => [("million", "billion"), ("billion", "million")],
    };
    let mut mutants = Vec::new();
    for run in text.runs() {
        let words = &text.source[run.bytes.clone()];
        for (old, new) in pairs {
            for (at, _) in words.match_indices(old) {
                let cut = run.bytes.start + at..run.bytes.start + at + old.len();
                let before = words[..at].trim_end().chars().next_back();
                let counts =
                    before.is_some_and(|c| c.is_ascii_digit() || "一二三四五六七八九十百千a".contains(c));
                mutants.extend(counts.then(|| text.mutant(Kind::ChangedScale, &run.clause, cut, new)));
            }
        }
    }
    mutants
}

/// Another body of the same plan for each body that the running text names.
pub(crate) fn bodies(text: &Text<'_>, site: &Site, random: &mut Random) -> Vec<Mutant> {
    let Some(plan) = site.plan(text.plan) else { return Vec::new() };
    let skeleton = &site.skeletons[plan];
    let departments = |mentions: &[diptych::resolve::Mention]| -> Vec<usize> {
        let of = mentions.iter().filter_map(|mention| match mention.entity {
            Entity::Department(at) => Some(at),
            _ => None,
        });
        of.collect()
    };
    let mut known: Vec<usize> =
        skeleton.clauses.iter().flat_map(|clause| departments(&clause.mentions)).collect();
    known.sort_unstable();
    known.dedup();
    let mut mutants = Vec::new();
    for run in text.runs().into_iter().filter(|run| !run.heading && !run.linked) {
        let here = skeleton.find(&run.clause).map(|at| departments(&skeleton.clauses[at].mentions));
        let here = here.unwrap_or_default();
        let others: Vec<usize> = known.iter().copied().filter(|other| !here.contains(other)).collect();
        for hit in site.names.find(&text.source[run.bytes.clone()]) {
            let owner = hit.owners.first().map(|owner| Entity::from_number(*owner));
            if hit.usage != Use::Linked || !matches!(owner, Some(Entity::Department(_))) {
                continue;
            }
            let cut = run.bytes.start + hit.span.start..run.bytes.start + hit.span.end;
            let other = random.pick(&others).map(|other| &site.catalog.departments.records[*other]);
            let swap = |other: &Department| {
                text.mutant(Kind::SwappedBody, &run.clause, cut.clone(), other.name.get(text.lang))
            };
            mutants.extend(other.map(swap));
        }
    }
    mutants
}

/// The text without one of its paragraphs, items or rows.
pub(crate) fn paragraphs(text: &Text<'_>) -> Vec<Mutant> {
    let lines = text.lines();
    let is_part = |at: usize| {
        let line = &text.source[lines[at].1.clone()];
        let is_rule = line.starts_with("| ---");
        let is_head =
            lines.get(at + 1).is_some_and(|(_, next)| text.source[next.clone()].starts_with("| ---"));
        !line.trim().is_empty() && !line.starts_with('#') && !is_rule && !is_head
    };
    let parts = (0..lines.len()).filter(|at| is_part(*at));
    parts.map(|at| text.mutant(Kind::DroppedParagraph, &lines[at].0, lines[at].1.clone(), "")).collect()
}
