//! Turns the units of a file into its texts: covering notice, plan, annexes; and its head and signatures into metadata.
//! Knows nothing of clauses inside a text.

use super::head::{Head, is_spread, names_title, signed_date};
use super::landmark::{carried, is_title, openness};
use super::mark::{Kind, Place, is_blank, marks};
use super::unit::Unit;
use crate::import::bodies::looks_like_body;
use crate::import::draft::Metadata;
use crate::import::strand::Strand;
use std::collections::BTreeSet;

/// A text with clauses of its own.
#[derive(Debug)]
pub(super) struct Text {
    /// `n`, `c`, `a1`.
    pub(super) part: String,
    /// Of an annex: the words 附件1 and its title.
    pub(super) head: Option<(Strand, Strand)>,
    pub(super) units: Vec<Unit>,
}

/// How many lines of names may stand above the date of a signature.
const SIGNERS: usize = 12;

/// The texts of a file, the plan's own metadata, and the clause-less rest.
pub(super) fn texts(mut units: Vec<Unit>) -> (Metadata, Vec<Text>) {
    let mut head = Head::default();
    head.read(&mut units);
    let inner = head.metadata.title.as_deref().and_then(carried).map(str::to_owned);
    let (mut body, rest) = split_notice(&mut head, units, inner.as_deref());
    list_annexes(&mut body);
    let (mut first, annexes) = split_annexes(rest);
    if !is_document(&first) {
        head.sign(std::mem::take(&mut first));
    }
    let mut annexes = annexes.into_iter();
    let covers = inner.is_some() || (!has_headings(&body) && !first.is_empty());
    let mut texts = Vec::new();
    let mut plan = first;
    if covers && plan.is_empty() {
        // The plan that a notice prints is now and then called its annex.
        if let Some((marker, units)) = annexes.next() {
            head.metadata.strands.push(marker);
            plan = units;
        }
    }
    if plan.is_empty() {
        texts.push(Text { part: "c".to_owned(), head: None, units: body });
    } else {
        texts.push(Text { part: "n".to_owned(), head: None, units: body });
        head.carry(&mut plan);
        let end = last_signature(&plan);
        head.sign(end.map_or_else(Vec::new, |start| plan.split_off(start)));
        texts.push(Text { part: "c".to_owned(), head: None, units: plan });
    }
    let mut used = BTreeSet::new();
    for (index, (marker, units)) in annexes.enumerate() {
        texts.push(annex(&mut head, &mut used, index, marker, units));
    }
    texts.retain(|text| text.head.is_some() || !text.units.is_empty());
    (head.finish(), texts)
}

/// The text up to the signature, the signature itself taken off, and what follows.
fn split_notice(head: &mut Head, mut units: Vec<Unit>, inner: Option<&str>) -> (Vec<Unit>, Vec<Unit>) {
    let title_at = |units: &[Unit]| {
        let inner = inner?;
        (1..units.len()).find(|at| {
            let line = units[*at].words().unwrap_or_default();
            let joined = || units.get(at + 1).and_then(Unit::words).map(|next| format!("{line}{next}"));
            names_title(line, inner)
                || (!line.contains('。') && joined().is_some_and(|joined| names_title(&joined, inner)))
        })
    };
    let signed = first_signature(&units);
    let titled = title_at(&units);
    match (signed, titled) {
        (Some((start, end)), titled) if titled.is_none_or(|at| at >= end) => {
            let rest = units.split_off(end);
            let signature = units.split_off(start);
            head.sign(signature);
            (units, rest)
        }
        (_, Some(at)) => {
            let rest = units.split_off(at);
            (units, rest)
        }
        _ => (units, Vec::new()),
    }
}

/// The first signature: the lines of names above a date and what is said of openness below it.
fn first_signature(units: &[Unit]) -> Option<(usize, usize)> {
    let date =
        (0..units.len()).find(|at| units[*at].words().is_some_and(|line| signed_date(line).is_some()))?;
    let mut start = date;
    while start > 0 && date - start < SIGNERS && units[start - 1].words().is_some_and(is_signer) {
        start -= 1;
    }
    let mut end = date + 1;
    while units.get(end).and_then(Unit::words).is_some_and(is_tail) {
        end += 1;
    }
    Some((start, end))
}

/// The signature at the end of a text, and all below it.
fn last_signature(units: &[Unit]) -> Option<usize> {
    let from = units.len().saturating_sub(SIGNERS);
    let (start, end) = first_signature(&units[from..])?;
    (from + end == units.len()).then_some(from + start)
}

fn is_signer(line: &str) -> bool {
    let plain = !line.contains(['。', '；', '：', '，']) && line.chars().count() <= 60;
    let numbered = marks(line).first().is_some_and(|mark| mark.start == 0);
    plain
        && !numbered
        && (line.is_empty()
            || is_spread(line)
            || line.split(is_blank).filter(|name| !name.is_empty()).all(looks_like_body))
}

/// What stands below a signature and is no text: openness, copies, contacts.
fn is_tail(line: &str) -> bool {
    const WORDS: [&str; 9] =
        ["抄送", "主送", "分送", "联系人", "联系电话", "信息公开", "公开属性", "公开方式", "校对"];
    let line = line.trim_start_matches(['（', '(']);
    let printed = line.ends_with("印发") && line.chars().count() <= 50;
    line.is_empty() || openness(line).is_some() || printed || WORDS.iter().any(|word| line.starts_with(word))
}

/// Numbers in the list of annexes at the end of a notice are no headings.
fn list_annexes(body: &mut [Unit]) {
    let mut listing = false;
    for unit in body {
        let Some(line) = unit.words() else { continue };
        let starts = annex_marker(line).is_some() && marks(line).len() <= 1;
        let goes_on = listing && line.chars().count() <= 60 && !line.contains('。');
        listing = starts || goes_on;
        if let (true, Unit::Text { listed, .. }) = (listing, unit) {
            *listed = true;
        }
    }
}

/// The units before the first annex, and the annexes with their markers.
fn split_annexes(units: Vec<Unit>) -> (Vec<Unit>, Vec<(Strand, Vec<Unit>)>) {
    let mut first = Vec::new();
    let mut annexes: Vec<(Strand, Vec<Unit>)> = Vec::new();
    for unit in units {
        let marker = unit.words().and_then(annex_marker).is_some();
        match (unit, annexes.last_mut()) {
            (Unit::Text { strand, heading, .. }, _) if marker => {
                let lead = strand.text().len() - strand.text().trim_start().len();
                let end = lead + annex_marker(strand.text().trim()).unwrap_or_default();
                let title = strand.slice(end..strand.text().len());
                let title = Unit::Text { strand: title, heading, listed: false };
                let title = title.words().is_some_and(|words| !words.is_empty()).then_some(title);
                annexes.push((strand.slice(0..end), title.into_iter().collect()));
            }
            (unit, Some((_, units))) => units.push(unit),
            (unit, None) => first.push(unit),
        }
    }
    (first, annexes)
}

/// The length of 附件, 附件2：, 附表一 at the beginning of a line that holds no more than a title.
fn annex_marker(line: &str) -> Option<usize> {
    let word = ["附件", "附 件", "附表", "附录", "附："].iter().find(|word| line.starts_with(**word))?;
    let rest = &line[word.len()..];
    let number: usize = rest
        .chars()
        .take_while(|char| char.is_ascii_digit() || is_blank(*char) || "一二三四五六七八九十".contains(*char))
        .map(char::len_utf8)
        .sum();
    let sign = rest[number..].chars().next().filter(|char| matches!(char, '：' | ':' | '.' | '．' | '、'));
    let end = word.len() + number + sign.map_or(0, char::len_utf8);
    let title = line[end..].trim();
    let is_line = title.chars().count() <= 60 && !title.contains(['。', '；', '，']);
    let apart = number > 0 || sign.is_some() || title.is_empty() || word.ends_with('：');
    (is_line && apart).then_some(end)
}

fn annex(
    head: &mut Head,
    used: &mut BTreeSet<usize>,
    index: usize,
    marker: Strand,
    mut units: Vec<Unit>,
) -> Text {
    let digits: String = marker.text().chars().filter(char::is_ascii_digit).collect();
    let printed = digits.parse().ok().filter(|number| (1..100).contains(number));
    let mut number: usize = printed.unwrap_or(index + 1);
    if !used.insert(number) {
        // Two annexes with one number: the second gets the next that is free for sure.
        number = used.last().map_or(number, |last| last + 1);
        used.insert(number);
    }
    let named =
        |line: &str| is_title(line) || (line.chars().count() <= 40 && !line.contains(['。', '：', '；']));
    let numbered = |line: &str| marks(line).first().is_some_and(|mark| mark.start == 0);
    let has_title = units.first().and_then(Unit::words).is_some_and(|line| named(line) && !numbered(line));
    let mut title = Strand::default();
    if has_title {
        for strand in units.remove(0).into_strands() {
            title.append(&strand);
        }
    }
    let end = last_signature(&units);
    head.sign(end.map_or_else(Vec::new, |start| units.split_off(start)));
    Text { part: format!("a{number}"), head: Some((marker, title)), units }
}

/// Whether what follows a signature is a document of its own, and no remark on the one above.
fn is_document(units: &[Unit]) -> bool {
    let titled = units.iter().take(3).filter_map(Unit::words).any(is_title);
    titled || has_headings(units) || units.len() > 3
}

/// Whether a text has chapters of its own.
fn has_headings(units: &[Unit]) -> bool {
    let chapter = |line: &str| {
        marks(line).iter().any(|mark| {
            mark.value == 1
                && mark.place >= Place::Sentence
                && matches!(
                    mark.kind,
                    Kind::Comma | Kind::Chapter | Kind::Bracket | Kind::Article | Kind::Part
                )
        })
    };
    units
        .iter()
        .any(|unit| matches!(unit, Unit::Text { listed: false, .. }) && unit.words().is_some_and(chapter))
}
