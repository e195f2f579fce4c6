//! Turns the clauses of a draft into Markdown that says exactly their text: `official.zh.md`.
//! Knows nothing of files or records.

use super::draft::{Body, Clause, Draft};
use super::flow::Table;
use crate::content::ClauseId;
use crate::lang::Lang;
use std::collections::BTreeMap;

/// The text of the plan as the portal reads it. A heading that the text lacks is the one that the plan's other texts
/// have (`headings`, by id), else a usual one, and marked as inferred.
pub fn official(draft: &Draft, headings: &BTreeMap<String, String>) -> String {
    let clauses: Vec<String> = draft.clauses.iter().map(|found| clause(found, headings)).collect();
    clauses.join("\n")
}

fn clause(clause: &Clause, headings: &BTreeMap<String, String>) -> String {
    let depth = usize::from(clause.level.clamp(1, 5)) + 1;
    let usual = match (clause.id.as_str(), clause.number.is_empty()) {
        ("n", true) => "印发通知",
        ("c0", true) => "前言",
        (_, true) => "标题缺失",
        // A clause that is its number: 第三条.
        (_, false) => clause.number.text(),
    };
    let words = match clause.heading.is_empty() {
        true => headings.get(&clause.id).map_or(usual, String::as_str),
        false => clause.heading.text(),
    };
    let mut text = format!("{} {} {{{}}}\n", "#".repeat(depth), escaped(words.trim()), attributes(clause));
    for body in &clause.body {
        let block = match body {
            Body::Paragraph(strand) | Body::Note(strand) => paragraph(strand.text()),
            Body::Table(table) => pipes(table),
        };
        if !block.is_empty() {
            text.push('\n');
            text.push_str(&block);
            text.push('\n');
        }
    }
    text
}

/// `#c3-1 .inferred number="第十二条"`: the number only where it is printed in another way than its place says.
fn attributes(clause: &Clause) -> String {
    let mut attributes = format!("#{}", clause.id);
    let is_ours = clause.heading.is_empty() && clause.number.is_empty();
    if clause.inferred || is_ours {
        attributes.push_str(" .inferred");
    }
    if clause.gap.is_some() {
        attributes.push_str(" .gap");
    }
    let printed: String = clause.number.text().chars().filter(|c| !c.is_whitespace()).collect();
    let usual = ClauseId::parse(&clause.id);
    let same = usual.as_ref().is_some_and(|id| id.printed(Lang::Zh) == printed);
    let agrees = usual.as_ref().is_some_and(|id| id.agrees_with(&printed));
    let plain = !printed.contains(['"', '{', '}', '\\', '<', '>', '&']);
    if !printed.is_empty() && !same && agrees && plain && !clause.heading.is_empty() {
        attributes.push_str(&format!(" number=\"{printed}\""));
    }
    attributes
}

/// One paragraph: its first characters are no mark of a list, a heading or a line.
fn paragraph(text: &str) -> String {
    let text = escaped(text.trim());
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match text[digits..].chars().next() {
        Some(mark @ ('.' | ')')) if digits > 0 => {
            format!("{}\\{mark}{}", &text[..digits], &text[digits + 1..])
        }
        Some('+' | '-' | '=') if digits == 0 => format!("\\{text}"),
        _ => text,
    }
}

/// Characters that could be markup, as characters.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`'
                | '*'
                | '_'
                | '{'
                | '}'
                | '['
                | ']'
                | '<'
                | '>'
                | '#'
                | '|'
                | '~'
                | '&'
                | '!'
                | '^'
                | '$'
        ) {
            escaped.push('\\');
        }
        escaped.push(if c.is_whitespace() { ' ' } else { c });
    }
    escaped
}

/// A table; Markdown has no merged cells, so that the places that a cell reaches into are empty.
fn pipes(table: &Table) -> String {
    let mut lines = Vec::new();
    for (number, row) in table.rows.iter().enumerate() {
        let cells = row
            .iter()
            .map(|cell| cell.as_ref().map(|strand| escaped(strand.text().trim())).unwrap_or_default());
        lines.push(format!("| {} |", cells.collect::<Vec<_>>().join(" | ")));
        if number == 0 {
            lines.push(format!("|{}", " --- |".repeat(row.len())));
        }
    }
    lines.join("\n")
}
