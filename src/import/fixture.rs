//! Turns a text with a line for each paragraph into a flow, and a draft into lines that a test can hold.
//! Knows nothing of readers: a test says itself where paragraphs, tables and gaps are.

use super::draft::{Body, Draft};
use super::flow::{Flow, Part, Table};
use super::strand::Strand;

/// A flow of the lines of a text: `~` is a gap, `#` a heading of the format, a line with `|` a row of a table whose cell
/// `^` is part of a merged one; every other line is a paragraph.
pub(crate) fn flow(text: &str) -> Flow {
    let mut flow = Flow::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        let words = line.trim();
        at += line.len();
        let row = || -> Vec<Option<Strand>> {
            let cell = |cell: &str| {
                let from = cell.as_ptr() as usize - text.as_ptr() as usize;
                let lead = cell.len() - cell.trim_start().len();
                let core = cell.trim();
                (core != "^").then(|| Strand::of(text, from + lead..from + lead + core.len()))
            };
            words.split('|').map(cell).collect()
        };
        match (words.chars().next(), flow.parts.last_mut()) {
            (None, _) => {}
            (Some('~'), _) => flow.parts.push(Part::Gap { why: "the copies prove it".to_owned() }),
            (_, Some(Part::Table(table))) if words.contains('|') => table.rows.push(row()),
            _ if words.contains('|') => flow.parts.push(Part::Table(Table { rows: vec![row()] })),
            (Some('#'), _) => {
                let from = start + 1 + (words.len() - 1 - words[1..].trim_start().len());
                let text = Strand::of(text, from..start + words.len());
                flow.parts.push(Part::Paragraph { text, heading: Some(2) });
            }
            _ => flow
                .parts
                .push(Part::Paragraph { text: Strand::of(text, start..start + words.len()), heading: None }),
        }
    }
    flow
}

/// The draft of such a text, held to the law that nothing of the flow but blanks is lost, and nothing placed twice.
pub(crate) fn draft(text: &str) -> Draft {
    let flow = flow(text);
    let draft = super::structure::draft(&flow);
    let mut open = vec![0; text.len()];
    strands_of(&flow).for_each(|strand| add(strand, 1, &mut open));
    strands_in(&draft).for_each(|strand| add(strand, -1, &mut open));
    let wrong: Vec<&str> = text
        .char_indices()
        .filter(|(at, char)| open[*at] != 0 && !(char.is_whitespace() && open[*at] == 1))
        .map(|(at, char)| &text[at..at + char.len_utf8()])
        .collect();
    assert!(wrong.is_empty(), "lost or placed twice: {}", wrong.concat());
    draft
}

fn add(strand: &Strand, times: i32, open: &mut [i32]) {
    strand.sources().flatten().for_each(|byte| open[byte] += times);
}

fn strands_of(flow: &Flow) -> impl Iterator<Item = &Strand> {
    flow.parts.iter().flat_map(|part| match part {
        Part::Paragraph { text, .. } | Part::Note(text) => vec![text],
        Part::Table(table) => table.rows.iter().flatten().flatten().collect(),
        Part::Gap { .. } => Vec::new(),
    })
}

fn strands_in(draft: &Draft) -> impl Iterator<Item = &Strand> {
    let bodies = draft.clauses.iter().flat_map(|clause| &clause.body).flat_map(|body| match body {
        Body::Paragraph(strand) | Body::Note(strand) => vec![strand],
        Body::Table(table) => table.rows.iter().flatten().flatten().collect(),
    });
    let heads = draft.clauses.iter().flat_map(|clause| [&clause.number, &clause.heading]);
    draft.metadata.strands.iter().chain(heads).chain(bodies)
}

/// The clauses as `id heading`, a line each; `?` marks a heading that was inferred, `…` a gap.
pub(crate) fn outline(draft: &Draft) -> Vec<String> {
    let line = |clause: &super::draft::Clause| {
        let inferred = if clause.inferred { "?" } else { "" };
        let gap = if clause.gap.is_some() { "…" } else { "" };
        format!("{}{inferred}{gap} {}", clause.id, clause.heading.text()).trim_end().to_owned()
    };
    draft.clauses.iter().map(line).collect()
}

/// The text under the heading of a clause, a line for each paragraph and note.
pub(crate) fn body(draft: &Draft, id: &str) -> String {
    let clause = draft.clauses.iter().find(|clause| clause.id == id);
    let lines: Vec<&str> = clause
        .iter()
        .flat_map(|clause| &clause.body)
        .map(|body| match body {
            Body::Paragraph(strand) | Body::Note(strand) => strand.text(),
            Body::Table(_) => "|",
        })
        .collect();
    lines.join("\n")
}
