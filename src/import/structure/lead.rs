//! Turns a clause whose paragraphs begin with titles of their own into that clause and one below it for each title.
//! Knows nothing of printed numbers but 一是, 二是.

use super::mark::{Kind, is_blank, is_han_digit};
use super::title::{self, Around};
use super::unit::cut;
use crate::content::value_of;
use crate::import::draft::{Body, Clause};
use crate::import::strand::Strand;
use std::collections::BTreeSet;

/// A title at the beginning of a paragraph or in it.
#[derive(Clone, Debug)]
struct Lead {
    /// The bytes of its number or dash, of the title, and where the text begins.
    number: (usize, usize),
    title: (usize, usize),
    text: usize,
    /// The value of its number; nothing where it has none.
    value: Option<u32>,
}

/// The longest title of this kind.
const LONGEST: usize = 20;

/// The clauses, each followed by those that its paragraphs open.
pub(super) fn split_all(clauses: Vec<Clause>) -> Vec<Clause> {
    // A clause may have children by printed numbers too, and these keep their ids.
    let mut taken: BTreeSet<String> = clauses.iter().map(|clause| clause.id.clone()).collect();
    clauses.into_iter().flat_map(|clause| split(clause, &mut taken)).collect()
}

fn split(clause: Clause, taken: &mut BTreeSet<String>) -> Vec<Clause> {
    let leads = leads(&clause);
    if leads.iter().map(Vec::len).sum::<usize>() < 2 {
        return vec![clause];
    }
    let mut upper = Clause { body: Vec::new(), ..clause.clone() };
    let mut lower: Vec<Clause> = Vec::new();
    for (body, leads) in clause.body.into_iter().zip(leads) {
        let Body::Paragraph(strand) = body else {
            lower.last_mut().unwrap_or(&mut upper).body.push(body);
            continue;
        };
        let bounds: Vec<usize> = leads.iter().map(|lead| lead.number.0).collect();
        let pieces = cut(&strand, &bounds);
        let whole = pieces.len() > leads.len();
        for (index, piece) in pieces.into_iter().enumerate() {
            let lead = index.checked_sub(usize::from(whole)).and_then(|index| leads.get(index));
            match lead {
                Some(lead) => lower.push(open(&upper, lead, &piece, taken)),
                None => lower.last_mut().unwrap_or(&mut upper).body.push(Body::Paragraph(piece)),
            }
        }
    }
    std::iter::once(upper).chain(lower).collect()
}

/// The clause that a title opens; `piece` begins with its number.
fn open(upper: &Clause, lead: &Lead, piece: &Strand, taken: &mut BTreeSet<String>) -> Clause {
    let from = lead.number.0;
    let part = |start: usize, end: usize| piece.slice(start - from..end - from);
    let mut heading = part(lead.title.0, lead.title.1);
    for source in part(lead.title.1, lead.text).sources() {
        heading.push_as("", source);
    }
    let text = piece.slice(lead.text - from..piece.text().len());
    let body = if text.text().trim().is_empty() { Vec::new() } else { vec![Body::Paragraph(text)] };
    Clause {
        id: free_id(&upper.id, lead.value, taken),
        level: upper.level + 1,
        number: part(lead.number.0, lead.number.1),
        heading,
        inferred: false,
        gap: None,
        body,
    }
}

/// The id below `upper` by the printed number; without one, or where it is taken, by the first free letter, and when
/// these are used up, by the first free number.
fn free_id(upper: &str, value: Option<u32>, taken: &mut BTreeSet<String>) -> String {
    let printed = value.map(|value| value.to_string());
    let letters = ('a'..='z').map(String::from);
    let numbers = (1_u32..).map(|number| number.to_string());
    let ids = printed.into_iter().chain(letters).chain(numbers).map(|suffix| format!("{upper}-{suffix}"));
    let id = ids.into_iter().find(|id| !taken.contains(id)).unwrap_or_default();
    taken.insert(id.clone());
    id
}

/// The titles of each piece of a clause's body.
fn leads(clause: &Clause) -> Vec<Vec<Lead>> {
    let texts: Vec<&str> = clause
        .body
        .iter()
        .map(|body| match body {
            Body::Paragraph(strand) => strand.text(),
            _ => "",
        })
        .collect();
    let each = |rule: &dyn Fn(&str) -> Option<Lead>| -> Vec<Vec<Lead>> {
        texts.iter().map(|text| rule(text).into_iter().collect()).collect()
    };
    let count = |leads: &[Vec<Lead>]| leads.iter().map(Vec::len).sum::<usize>();
    let ordinals = each(&ordinal);
    if is_series(&ordinals) {
        return ordinals;
    }
    let named = each(&named);
    if count(&named) >= 2 && count(&named) <= 26 && share_ending(&texts, &named) {
        return named;
    }
    if clause.heading.text().contains("原则") {
        let sentences = each(&sentence);
        let enough = count(&sentences) >= 2 && count(&sentences) <= 26 && count(&sentences) * 2 > texts.len();
        if enough {
            return sentences;
        }
        let couplets: Vec<Vec<Lead>> = texts.iter().map(|text| couplets(text)).collect();
        if (2..=26).contains(&count(&couplets)) {
            return couplets;
        }
    }
    texts.iter().map(|_| Vec::new()).collect()
}

/// 一是 with a title, at the beginning of a paragraph.
fn ordinal(text: &str) -> Option<Lead> {
    let start = text.len() - text.trim_start_matches(is_blank).len();
    let digits: usize =
        text[start..].chars().take_while(|char| is_han_digit(*char)).map(char::len_utf8).sum();
    let end = start + digits;
    let value = value_of(&text[start..end]).filter(|_| digits > 0 && text[end..].starts_with('是'))?;
    let end = end + '是'.len_utf8();
    let around = Around { kind: Kind::Dot, goes_on: false, has_children: false, ending: None };
    let cut = title::cut(&text[end..], around);
    let fits = !cut.title.is_empty() && !cut.rest.is_empty();
    fits.then(|| Lead {
        number: (start, end),
        title: (end, end + cut.title.end),
        text: end + cut.rest.start,
        value: Some(u32::from(value)),
    })
}

/// One after the other from 一 on.
fn is_series(leads: &[Vec<Lead>]) -> bool {
    let values: Vec<u32> = leads.iter().flatten().filter_map(|lead| lead.value).collect();
    values.len() >= 2 && values.iter().zip(1..).all(|(value, expected)| *value == expected)
}

/// 近期目标：…
fn named(text: &str) -> Option<Lead> {
    let start = past_dash(text);
    let (colon, _) = text.char_indices().find(|(_, char)| matches!(char, '：' | '。' | '，' | '、'))?;
    let title = text.get(start..colon)?.trim();
    let excluded = ["单位", "部门", "联系人", "电话", "时间", "地点", "地址", "要求如下", "下"];
    let fits = text[colon..].starts_with('：')
        && (2..=10).contains(&title.chars().count())
        && !excluded.iter().any(|word| title.ends_with(word));
    let end = colon + '：'.len_utf8();
    fits.then_some(Lead { number: (0, start), title: (start, colon), text: end, value: None })
}

/// Titles of one series end alike: 近期目标, 中期目标.
fn share_ending(texts: &[&str], leads: &[Vec<Lead>]) -> bool {
    let endings: Vec<String> = texts
        .iter()
        .zip(leads)
        .flat_map(|(text, leads)| leads.iter().map(|lead| &text[lead.title.0..lead.title.1]))
        .map(|title| title.chars().rev().take(2).collect())
        .collect();
    endings.windows(2).all(|pair| pair[0] == pair[1])
}

/// A short sentence that opens a paragraph.
fn sentence(text: &str) -> Option<Lead> {
    let start = past_dash(text);
    let (stop, sign) = text[start..].char_indices().find(|(_, char)| matches!(char, '。' | '：' | '；'))?;
    let end = start + stop;
    let rest = text[end + sign.len_utf8()..].trim();
    let fits = (3..=LONGEST).contains(&text[start..end].chars().count()) && !rest.is_empty() && sign != '；';
    fits.then_some(Lead { number: (0, start), title: (start, end), text: end + sign.len_utf8(), value: None })
}

/// Sentences of two halves of the same length, with text behind them: 量水而行，以水定城。
fn couplets(text: &str) -> Vec<Lead> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices('。') {
        let title = text[start..at].trim_start();
        let from = at - title.len();
        let halves: Vec<usize> = title.split(['，', '、']).map(|half| half.chars().count()).collect();
        let even = halves.len() == 2 && halves[0] == halves[1] && (2..=8).contains(&halves[0]);
        let text_at = at + '。'.len_utf8();
        if even && !text[text_at..].trim().is_empty() {
            found.push(Lead { number: (from, from), title: (from, at), text: text_at, value: None });
        }
        start = text_at;
    }
    found
}

/// Past a dash or bullet at the beginning.
fn past_dash(text: &str) -> usize {
    let title = text.trim_start_matches(|char: char| is_blank(char) || "—-–●•■◆·▪".contains(char));
    text.len() - title.len()
}
