//! Turns what an import found into the report of an import: JSON with the account of every character.
//! Knows nothing of files, nor of how any of it was found.

use super::account::{Account, Class};
use super::draft::{Body, Clause, Draft};
use super::manuscript::Manuscript;
use serde_json::{Value, json};

/// The report, records left out.
pub fn report(manuscript: &Manuscript, draft: &Draft, account: &Account) -> Value {
    let metadata = &draft.metadata;
    json!({
        "source": {
            "file": manuscript.file,
            "sha256": manuscript.sha256,
            "encoding": manuscript.encoding,
            "chars": manuscript.text.chars().count(),
        },
        "ranges": ranges(account),
        "account": sums(account),
        "order": account.order,
        "unplaced": unplaced(manuscript, account),
        "gaps": gaps(draft),
        "rewritten": rewritten(account),
        "removed": removed(account),
        "metadata": {
            "title": metadata.title,
            "number": metadata.number,
            "issuers": metadata.issuers,
            "addressees": metadata.addressees,
            "issued": metadata.issued,
            "published": metadata.published,
            "period": metadata.period.map(|(start, end)| json!({ "start": start, "end": end })),
        },
        "outline": draft.clauses.iter().map(outline).collect::<Vec<_>>(),
        "clauses": draft.clauses.iter().map(|clause| json!({ "id": clause.id, "text": text(clause) })).collect::<Vec<_>>(),
    })
}

fn ranges(account: &Account) -> Value {
    let range = |entry: &super::account::Entry| {
        json!([entry.chars.start, entry.chars.end, entry.class.word(), entry.line])
    };
    account.entries.iter().map(range).collect()
}

fn sums(account: &Account) -> Value {
    let sums = Class::ALL.map(|class| (class.word().to_owned(), json!(account.sum(class))));
    Value::Object(sums.into_iter().collect())
}

fn unplaced(manuscript: &Manuscript, account: &Account) -> Value {
    let entries = account.entries.iter().filter(|entry| entry.class == Class::Unplaced);
    let words = |entry: &super::account::Entry| {
        manuscript.text.get(entry.bytes.clone()).unwrap_or_default().to_owned()
    };
    entries.map(|entry| json!({ "line": entry.line, "text": words(entry), "why": entry.why })).collect()
}

fn gaps(draft: &Draft) -> Value {
    let mut before = "";
    let mut gaps = Vec::new();
    for clause in &draft.clauses {
        if let Some(why) = &clause.gap {
            gaps.push(json!({ "after": before, "in": clause.id, "why": why }));
        }
        before = &clause.id;
    }
    Value::Array(gaps)
}

/// Characters in another writing than in the file, and how often.
fn rewritten(account: &Account) -> Value {
    let change =
        |((from, to), count): (&(String, String), &usize)| json!({ "from": from, "to": to, "count": count });
    account.rewritten.iter().map(change).collect()
}

fn removed(account: &Account) -> Value {
    let removed = account.removed.iter();
    removed
        .map(|(c, count)| json!({ "character": format!("U+{:04X}", u32::from(*c)), "count": count }))
        .collect()
}

fn outline(clause: &Clause) -> Value {
    json!({
        "id": clause.id,
        "level": clause.level,
        "number": clause.number.text(),
        "heading": clause.heading.text(),
        "inferred": clause.inferred,
    })
}

/// The text of a clause as it is read: number and heading, then its paragraphs, a line each; cells are parted by tabs.
pub fn text(clause: &Clause) -> String {
    let mut lines = vec![format!("{}{}", clause.number.text(), clause.heading.text())];
    for body in &clause.body {
        match body {
            Body::Paragraph(strand) | Body::Note(strand) => lines.push(strand.text().to_owned()),
            Body::Table(table) => {
                let cell = |cell: &Option<super::strand::Strand>| {
                    cell.as_ref().map_or("", |strand| strand.text()).to_owned()
                };
                let row = |row: &Vec<_>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
                lines.extend(table.rows.iter().map(row));
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
