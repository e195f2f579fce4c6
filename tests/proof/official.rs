//! Turns an official file into its clauses, found by printed number and heading.
//! Knows nothing of what the digests say. A file that is damaged is read in the order that a hand gave it.

use super::layout;
use diptych::content::{ClauseId, Segment};
use diptych::lang::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A heading as the digest has it, by which the official one is known again.
pub(crate) struct Head {
    pub(crate) id: String,
    pub(crate) heading: String,
}

/// A clause of an official file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Official {
    /// The heading as printed, without its number.
    pub(crate) heading: String,
    /// What stands under it, a paragraph or row a line.
    pub(crate) text: String,
}

/// How alike a printed heading and ours must be: a source may misprint a word of it.
const ALIKE: f64 = 0.75;

/// The clauses of a file that is whole, by id.
pub(crate) fn official_clauses(file: &str, title: &str, outline: &[Head]) -> BTreeMap<String, Official> {
    let text = layout::paragraphs(file);
    let view = View::new(&text);
    let mut found: Vec<(&str, Cut)> = Vec::new();
    let mut from = 0;
    for head in outline {
        if let Some(cut) = view.head(from, head) {
            from = cut.body;
            found.push((&head.id, cut));
        }
    }
    if let Some(first) = found.first().map(|(_, cut)| cut.start) {
        let start = view.after_title(first, title);
        let has = |id: &str| outline.iter().any(|head| head.id == id);
        let mut ahead = Vec::new();
        if has("n") {
            ahead.push(("n", Cut { start: 0, heading: 0, body: 0 }));
        }
        if has("c0") {
            let start = if has("n") { start } else { view.after_addressees(start, first) };
            ahead.push(("c0", Cut { start, heading: start, body: start }));
        }
        found.splice(0..0, ahead);
    }
    let mut clauses = BTreeMap::new();
    for (at, (id, cut)) in found.iter().enumerate() {
        let end = found.get(at + 1).map_or(view.signs.len(), |(_, next)| next.start);
        let mut body = view.cut(&text, cut.body, end).trim().to_owned();
        if end == view.signs.len() {
            body = without_signature(&body);
        }
        let heading = view.cut(&text, cut.heading, cut.body).trim_end_matches(['。', '：']).to_owned();
        clauses.insert((*id).to_owned(), Official { heading, text: body });
    }
    clauses
}

/// The order in which a hand read a damaged file: for each clause the numbers of its sentences.
#[derive(Deserialize)]
pub(crate) struct Reading {
    /// The plan.
    pub(crate) plan: String,
    /// Clause by clause; what is only a heading is not listed.
    pub(crate) clauses: BTreeMap<String, Vec<usize>>,
}

/// The clauses of a damaged file, by id, put in order by a hand. A chapter's heading opens its first sentence.
pub(crate) fn in_order(file: &str, reading: &Reading, outline: &[Head]) -> BTreeMap<String, Official> {
    let sentences = layout::sentences(file);
    let words = |number: &usize| {
        let sentence = number.checked_sub(1).and_then(|at| sentences.get(at));
        sentence.map(String::as_str).unwrap_or_default()
    };
    let clause = |(id, numbers): (&String, &Vec<usize>)| {
        let text: String = numbers.iter().map(words).collect();
        let printed = ClauseId::parse(id).map(|id| id.printed(Lang::Zh)).unwrap_or_default();
        let head = outline.iter().find(|head| head.id == *id).map(|head| head.heading.as_str());
        let text = head.and_then(|head| text.strip_prefix(&format!("{printed}{head}"))).unwrap_or(&text);
        (id.clone(), Official { heading: String::new(), text: text.to_owned() })
    };
    reading.clauses.iter().map(clause).collect()
}

/// The sentences of a damaged file that no clause has, each once; headings and labels are none.
pub(crate) fn unread(file: &str, reading: &Reading) -> Vec<String> {
    let sentences = layout::sentences(file);
    let listed: Vec<&String> = reading
        .clauses
        .values()
        .flatten()
        .filter_map(|number| sentences.get(number.checked_sub(1)?))
        .collect();
    let is_head = |text: &str| {
        let number = |sign: char| sign == '（' || sign.is_ascii_digit();
        let opens = text.starts_with(number) || text.chars().nth(1) == Some('、');
        text.chars().count() < if opens { 30 } else { 12 }
    };
    let mut open = Vec::new();
    for (at, text) in sentences.iter().enumerate() {
        if !listed.contains(&text) && !is_head(text) {
            open.push(format!("no clause has sentence {}", at + 1));
        }
    }
    open
}

/// Signs of a text without the white space, with the byte where each stands, each in one writing.
struct View {
    signs: Vec<char>,
    bytes: Vec<usize>,
    folded: Vec<char>,
}

/// Where a heading stands, in signs: its number, its words, what comes after it.
struct Cut {
    start: usize,
    heading: usize,
    body: usize,
}

impl View {
    fn new(text: &str) -> View {
        let (bytes, signs): (Vec<usize>, Vec<char>) =
            text.char_indices().filter(|(_, sign)| !sign.is_whitespace()).unzip();
        let folded = signs.iter().map(|sign| fold(*sign)).collect();
        View { signs, bytes, folded }
    }

    fn cut<'t>(&self, text: &'t str, start: usize, end: usize) -> &'t str {
        let byte = |at: usize| self.bytes.get(at).copied().unwrap_or(text.len());
        &text[byte(start)..byte(end)]
    }

    /// The first place from `from` on where the heading's number and its words, or words very like them, stand.
    fn head(&self, from: usize, head: &Head) -> Option<Cut> {
        let words = folded(&head.heading);
        let numbers = numbers(&head.id)?;
        let mut places = (from..self.folded.len()).flat_map(|at| numbers.iter().map(move |n| (at, n)));
        places.find_map(|(start, number)| {
            let heading = start + number.len();
            let end = heading + words.len();
            let printed = self.folded.get(heading..end)?;
            let numbered = self.folded[start..heading] == number[..];
            let opens = start == from || "。：".contains(self.signs[start - 1]) || !number.is_empty();
            let least = if number.is_empty() { 1.0 } else { ALIKE };
            let alike = || strsim::normalized_levenshtein(&text_of(printed), &text_of(&words)) >= least;
            let body = end + usize::from(self.signs.get(end).is_some_and(|sign| "。：".contains(*sign)));
            (numbered && opens && alike()).then_some(Cut { start, heading, body })
        })
    }

    /// Where the plan begins behind its own title, which may stand in 《》 before.
    fn after_title(&self, before: usize, title: &str) -> usize {
        let words = folded(title);
        let is_title = |at: &usize| {
            self.folded[*at..].starts_with(&words) && self.signs.get(at + words.len()) != Some(&'》')
        };
        (0..before).rev().find(is_title).map_or(0, |at| at + words.len())
    }

    /// Where a document without notice begins to speak: behind those whom it addresses.
    fn after_addressees(&self, from: usize, before: usize) -> usize {
        let end = (from..before).find(|at| "：。".contains(self.signs[*at]));
        end.filter(|at| self.signs[*at] == '：').map_or(from, |at| at + 1)
    }
}

fn text_of(signs: &[char]) -> String {
    signs.iter().collect()
}

fn folded(text: &str) -> Vec<char> {
    text.chars().filter(|sign| !sign.is_whitespace()).map(fold).collect()
}

/// One writing of signs that files mix.
fn fold(sign: char) -> char {
    match sign {
        '（' => '(',
        '）' => ')',
        '．' => '.',
        '，' => ',',
        '—' | '–' | '－' => '-',
        sign => sign,
    }
}

/// The ways in which the number of a clause may be printed; none for the notice and the preamble.
fn numbers(id: &str) -> Option<Vec<Vec<char>>> {
    let parsed = ClauseId::parse(id)?;
    match parsed.segments.last()? {
        Segment::Number(0) => None,
        Segment::Number(number) if parsed.level() == 2 => {
            Some(vec![folded(&parsed.printed(Lang::Zh)), folded(&format!("({number})"))])
        }
        Segment::Number(_) => Some(vec![folded(&parsed.printed(Lang::Zh))]),
        _ => Some(vec![Vec::new()]),
    }
}

/// The last clause without the names and the date under it.
fn without_signature(body: &str) -> String {
    let end = body.rfind('。').map_or(body.len(), |at| at + '。'.len_utf8());
    body[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads(ids: &[(&str, &str)]) -> Vec<Head> {
        ids.iter()
            .map(|(id, heading)| Head { id: (*id).to_owned(), heading: (*heading).to_owned() })
            .collect()
    }

    #[test]
    fn clauses_are_cut_at_their_headings() {
        let file = "关于印发《花园 规划》的通知\n各区：\n现把《花园规划》发给你们。\n花园规划\n为种花，定本规划。\n一、总则\n\
                    （一）种树。每年种20棵。\n（1） 浇 水\n早晚各一次。\n先易后难。先浇近处。\n二、附则\n1．修枝。剪3枝。\n某某局\n2030年1月2日\n";
        let outline = heads(&[
            ("n", "印发通知"),
            ("c0", "前言"),
            ("c1", "总则"),
            ("c1-1", "种树"),
            ("c1-1-1", "没有这一条"),
            ("c1-1-a", "先易后难"),
            ("c2", "附则"),
            ("c2-1-1", "修枝"),
        ]);
        let clauses = official_clauses(file, "花园规划", &outline);
        let texts: Vec<(&str, &str)> = clauses.iter().map(|(id, c)| (id.as_str(), c.text.as_str())).collect();
        assert_eq!(
            texts,
            [
                ("c0", "为种花，定本规划。"),
                ("c1", ""),
                ("c1-1", "每年种20棵。（1）浇 水早晚各一次。"),
                ("c1-1-a", "先浇近处。"),
                ("c2", ""),
                ("c2-1-1", "剪3枝。"),
                ("n", "关于印发《花园 规划》的通知各区：\n现把《花园规划》发给你们。花园规划"),
            ]
        );
    }

    #[test]
    fn a_misprinted_heading_is_found_and_given_as_printed() {
        let file = "一、建好大花原\n栽花。\n（1） 浇水\n早晚。";
        let clauses = official_clauses(file, "花园规划", &heads(&[("c1", "建好大花园"), ("c1-1", "浇水")]));
        assert_eq!(clauses["c1"].heading, "建好大花原");
        assert_eq!(clauses["c1-1"].text, "早晚。");
    }

    #[test]
    fn a_damaged_file_is_read_as_the_hand_says() {
        let reading = Reading {
            plan: String::new(),
            clauses: BTreeMap::from([("c1".to_owned(), vec![3, 1]), ("c2".to_owned(), vec![9])]),
        };
        let file = "乙。种下的花要有人浇水和剪枝。\n一、总则甲。1.建设目标。乙。";
        let clauses = in_order(file, &reading, &heads(&[("c1", "总则")]));
        assert_eq!(clauses["c1"].text, "甲。乙。");
        assert_eq!(clauses["c2"].text, "");
        assert_eq!(unread(file, &reading), ["no clause has sentence 2"]);
    }
}
