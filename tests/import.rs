//! Turns files as publishers make them into manuscripts, flows, drafts and folders, and compares them with what they say.
//! Knows nothing of real documents: every fixture is of our own words, but for `real`, which runs where those files are.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "import/account.rs"]
mod account;
#[path = "import/command.rs"]
mod command;
#[path = "import/copies.rs"]
mod copies;
#[path = "import/layout.rs"]
mod layout;
#[path = "import/official.rs"]
mod official;
#[path = "import/page.rs"]
mod page;
#[path = "import/real.rs"]
mod real;
#[path = "import/table.rs"]
mod table;
#[path = "import/word.rs"]
mod word;

use diptych::import::flow::{Flow, Left, Part};
use diptych::import::manuscript::Manuscript;
use diptych::import::read::{Limits, Refusal, read};
use diptych::import::repair::repair;

/// A file, read within the usual limits.
fn manuscript(name: &str, bytes: &[u8]) -> Result<Manuscript, Refusal> {
    read(name, bytes, Limits::default())
}

/// A text file, read and put right.
fn flow(text: &str) -> Flow {
    repair(&manuscript("file.txt", text.as_bytes()).unwrap())
}

/// The parts of a flow, a line each: `# ` before a heading of the format, `| ` before a row, `^` for the place that a
/// merged cell reaches into.
fn parts(flow: &Flow) -> Vec<String> {
    let mut lines = Vec::new();
    for part in &flow.parts {
        match part {
            Part::Paragraph { text, heading: None } => lines.push(text.text().to_owned()),
            Part::Paragraph { text, heading: Some(depth) } => lines.push(format!("#{depth} {}", text.text())),
            Part::Table(table) => lines.extend(table.rows.iter().map(|row| {
                let cells = row.iter().map(|cell| cell.as_ref().map_or("^", |cell| cell.text()));
                format!("| {}", cells.collect::<Vec<_>>().join(" | "))
            })),
            Part::Note(text) => lines.push(format!("* {}", text.text())),
            Part::Gap { .. } => lines.push("…".to_owned()),
        }
    }
    lines
}

/// The words of a flow that were left out for a reason.
fn left<'a>(manuscript: &'a Manuscript, flow: &Flow, why: Left) -> Vec<&'a str> {
    let left = flow.left.iter().filter(|(_, left)| *left == why);
    left.map(|(span, _)| manuscript.text[span.clone()].trim()).collect()
}
