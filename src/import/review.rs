//! Turns the proposed records of a `plan.toml` into a list to look at, and an editor's verdict on some into a new one.
//! Knows nothing of how records are proposed, and of the disk.

use crate::content::words::Review;
use anyhow::Context;
use serde::Serialize;
use std::collections::BTreeSet;
use toml_edit::{Document, DocumentMut, Item, Table, Value};

/// The lists of `plan.toml` that hold records.
const KINDS: [&str; 4] = ["target", "fact", "project", "duty"];

/// A record that waits for review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// What it is called here: `target/t1`, `project/15`, `duty/c3-1/lead`.
    pub id: String,
    /// The line of `plan.toml` on which it begins.
    pub line: usize,
    /// The clause that it is read from.
    pub clause: String,
    /// What it is about: what is counted, the project's title, the ids of the bodies.
    pub subject: String,
    /// The figure, and its unit's id.
    pub value: Option<String>,
    /// The words of the text that say so.
    pub passage: Option<String>,
}

/// What an editor says of proposals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They count from now on.
    Accept,
    /// They go.
    Reject,
}

/// The proposals of a `plan.toml`, in its order.
///
/// # Errors
/// When it is no TOML.
pub fn proposals(toml: &str) -> anyhow::Result<Vec<Proposal>> {
    let document = Document::parse(toml).context("plan.toml cannot be read")?;
    let mut found = Vec::new();
    for kind in KINDS {
        let tables = document.get(kind).and_then(Item::as_array_of_tables);
        for table in tables.into_iter().flatten().filter(|table| is_pending(table)) {
            let start = table.span().map_or(0, |span| span.start);
            let line = toml.get(..start).unwrap_or_default().matches('\n').count() + 1;
            found.push((start, proposal(kind, table, line)));
        }
    }
    found.sort_by_key(|(start, _)| *start);
    Ok(found.into_iter().map(|(_, proposal)| proposal).collect())
}

/// Whether an id means this proposal: all of its id, or the beginning of it up to a slash; its kind may be left out.
pub fn means(wanted: &str, proposal: &Proposal) -> bool {
    let begins =
        |id: &str| id.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    begins(&proposal.id) || proposal.id.split_once('/').is_some_and(|(_, id)| begins(id))
}

/// The `plan.toml` in which the proposals with these ids are settled; all else in it stays as it is.
///
/// # Errors
/// When it is no TOML.
pub fn settle(toml: &str, ids: &BTreeSet<&str>, verdict: Verdict) -> anyhow::Result<String> {
    let mut document: DocumentMut = toml.parse().context("plan.toml cannot be read")?;
    for kind in KINDS {
        let Some(tables) = document.get_mut(kind).and_then(Item::as_array_of_tables_mut) else { continue };
        let is_meant =
            |table: &Table| is_pending(table) && ids.contains(proposal(kind, table, 0).id.as_str());
        match verdict {
            Verdict::Accept => {
                for table in tables.iter_mut().filter(|table| is_meant(table)) {
                    table.remove("review");
                }
            }
            Verdict::Reject => tables.retain(|table| !is_meant(table)),
        }
        if tables.is_empty() {
            document.remove(kind);
        }
    }
    let settled = document.to_string();
    // The writer ends lines as Unix does.
    let is_dos = toml.contains("\r\n");
    Ok(if is_dos { settled.replace("\r\n", "\n").replace('\n', "\r\n") } else { settled })
}

fn is_pending(table: &Table) -> bool {
    table.get("review").and_then(Item::as_str) == Some(Review::Pending.word())
}

fn proposal(kind: &str, table: &Table, line: usize) -> Proposal {
    let text = |key: &str| table.get(key).and_then(Item::as_str).unwrap_or_default().to_owned();
    let zh = |key: &str| {
        let pair = table.get(key).and_then(Item::as_table_like)?;
        Some(pair.get("zh")?.as_str()?.to_owned())
    };
    let list = |key: &str| -> Vec<&str> {
        let array = table.get(key).and_then(Item::as_array);
        array.into_iter().flatten().filter_map(Value::as_str).collect()
    };
    let (id, subject) = match kind {
        "project" => {
            let number = table.get("number").and_then(Item::as_integer).unwrap_or_default();
            (number.to_string(), zh("title").unwrap_or_default())
        }
        "duty" => (format!("{}/{}", text("clause"), text("role")), list("departments").join(", ")),
        _ => (text("id"), zh("subject").unwrap_or_default()),
    };
    let value = ["value", "upper", "unit"].map(text);
    let [value, upper, unit] = &value;
    let range = if upper.is_empty() { value.clone() } else { format!("{value}–{upper}") };
    Proposal {
        id: format!("{kind}/{id}"),
        line,
        clause: text("clause"),
        subject,
        value: (!value.is_empty()).then(|| format!("{range} {unit}").trim_end().to_owned()),
        passage: zh("passage"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = r#"# 编辑的注
[plan]
id = "rooms"   # 书房

[[target]]
id = "own"
clause = "c1"
passage = { zh = "书房", en = "rooms" }

# 工具提出的
[[target]]
id = "t1"
clause = "c1"
subject = { zh = "社区书房", en = "" }
value = "360"
unit = "item"
passage = { zh = "建成社区书房360个" }
review = "pending"   # 待审

[[project]]
number = 2
clause = "c2-2"
title = { zh = "书车", en = "" }
review = "pending"

[[duty]]
clause = "c2"
departments = ["a", "b"]
role = "lead"
review = "pending"

[[duty]]
clause = "c2-1"
departments = ["b"]
role = "participate"
review = "pending"
"#;

    fn ids(toml: &str) -> Vec<String> {
        proposals(toml).unwrap().into_iter().map(|proposal| proposal.id).collect()
    }

    #[test]
    fn proposals_are_listed_with_place_figure_and_passage() {
        let found = proposals(PLAN).unwrap();
        assert_eq!(ids(PLAN), ["target/t1", "project/2", "duty/c2/lead", "duty/c2-1/participate"]);
        let target = &found[0];
        assert_eq!((target.line, target.clause.as_str()), (11, "c1"));
        assert_eq!((target.subject.as_str(), target.value.as_deref()), ("社区书房", Some("360 item")));
        assert_eq!(target.passage.as_deref(), Some("建成社区书房360个"));
        assert_eq!(found[2].subject, "a, b");
    }

    #[test]
    fn what_is_accepted_loses_its_mark_and_nothing_else_changes() {
        let settled = settle(PLAN, &BTreeSet::from(["target/t1", "duty/c2/lead"]), Verdict::Accept).unwrap();
        let expected = PLAN
            .replace("review = \"pending\"   # 待审\n", "")
            .replace("role = \"lead\"\nreview = \"pending\"\n", "role = \"lead\"\n");
        assert_eq!(settled, expected);
        let dos = PLAN.replace('\n', "\r\n");
        let settled = settle(&dos, &BTreeSet::from(["target/t1", "duty/c2/lead"]), Verdict::Accept).unwrap();
        assert_eq!(settled, expected.replace('\n', "\r\n"));
    }

    #[test]
    fn what_is_rejected_goes_and_what_is_settled_stays() {
        let all = ids(PLAN);
        let all: BTreeSet<&str> = all.iter().map(String::as_str).chain(["target/own"]).collect();
        let settled = settle(PLAN, &all, Verdict::Reject).unwrap();
        let (kept, _) = PLAN.split_once("\n# 工具").unwrap();
        assert_eq!(settled, kept);
        assert_eq!(ids(&settled), [""; 0]);
    }

    #[test]
    fn an_id_means_one_record_or_all_below_it() {
        let found = proposals(PLAN).unwrap();
        let meant = |wanted: &str| found.iter().filter(|proposal| means(wanted, proposal)).count();
        let cases = [
            ("target/t1", 1),
            ("t1", 1),
            ("duty", 2),
            ("duty/c2", 1),
            ("c2", 1),
            ("t", 0),
            ("", 0),
            ("own", 0),
        ];
        for (wanted, count) in cases {
            assert_eq!(meant(wanted), count, "{wanted}");
        }
    }
}
