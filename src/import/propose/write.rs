//! Turns proposals into the tables of a new `plan.toml`: `[[target]]`, `[[fact]]`, `[[project]]`, `[[duty]]`, all pending.
//! Knows nothing of files; ids of bodies come from whoever keeps the registers.

use super::record::{Aim, Duty, Name, Proposals, Time};
use crate::content::words::{Basis, Change, Comparator, Extent, Force, Review, Role, TimeKind};
use crate::lang::Texts;
use std::collections::BTreeSet;
use toml_edit::{Array, InlineTable, Item, Table, Value};

/// Answers with the id of a body or partner.
type IdOf<'a> = &'a mut dyn FnMut(&Name) -> String;

/// The tables in the order of the format. English is empty until an editor writes it.
pub fn tables(proposals: &Proposals, id_of: IdOf<'_>) -> Vec<(&'static str, Table)> {
    let mut tables: Vec<(&'static str, Table)> = Vec::new();
    tables.extend(proposals.targets.iter().map(|target| ("target", aim(target, id_of))));
    tables.extend(proposals.facts.iter().map(|fact| ("fact", aim(fact, id_of))));
    for project in &proposals.projects {
        let mut table = Table::new();
        table["number"] = integer(project.number.into());
        table["clause"] = text(&project.origin.clause);
        table["title"] = bilingual(&project.title);
        table["lead"] = ids(&project.lead, id_of);
        table["participants"] = ids(&project.participants, id_of);
        if project.force != Force::Firm {
            table["force"] = text(project.force.word());
        }
        table["review"] = text(Review::Pending.word());
        tables.push(("project", table));
    }
    tables.extend(duties(&proposals.duties, id_of).into_iter().map(|table| ("duty", table)));
    tables
}

fn aim(aim: &Aim, id_of: IdOf<'_>) -> Table {
    let mut table = Table::new();
    table["id"] = text(&aim.id);
    table["clause"] = text(&aim.origin.clause);
    table["subject"] = bilingual(&aim.subject);
    if aim.extent != Extent::Figure {
        table["extent"] = text(aim.extent.word());
    }
    for (key, value) in [("value", &aim.value), ("upper", &aim.upper)] {
        if let Some(value) = value {
            table[key] = text(value);
        }
    }
    if let Some(code) = aim.unit.as_ref().and_then(|unit| unit.code.as_ref()) {
        table["unit"] = text(code);
    }
    if let Some(per) = &aim.per {
        table["per"] = bilingual(per);
    }
    if aim.comparator != Comparator::Exactly {
        table["comparator"] = text(aim.comparator.word());
    }
    if aim.change != Change::Level {
        table["change"] = text(aim.change.word());
    }
    for (key, bound) in [("deadline", &aim.deadline), ("as_of", &aim.as_of)] {
        if let Some(bound) = bound.as_ref().filter(|bound| bound.kind != TimeKind::None) {
            table[key] = Item::Value(time(bound).into());
        }
    }
    if let Some(nature) = aim.nature {
        table["nature"] = text(nature.word());
    }
    if aim.force != Force::Firm {
        table["force"] = text(aim.force.word());
    }
    if let Some(row) = &aim.indicator {
        let mut inline = InlineTable::new();
        inline.insert("number", i64::from(row.number).into());
        inline.insert("category", both(&row.category).into());
        table["indicator"] = Item::Value(inline.into());
    }
    if !aim.departments.is_empty() {
        let bodies = aim.departments.iter().map(|body| {
            let mut inline = InlineTable::new();
            inline.insert("id", id_of(&body.id).into());
            inline.insert("role", body.role.word().into());
            inline.insert("basis", body.basis.word().into());
            Value::from(inline)
        });
        table["departments"] = Item::Value(bodies.collect::<Array>().into());
    }
    let mut passage = InlineTable::new();
    passage.insert("zh", aim.origin.passage.zh.clone().unwrap_or_default().into());
    table["passage"] = Item::Value(passage.into());
    table["review"] = text(Review::Pending.word());
    table
}

/// Duties of one clause with one role are one record.
fn duties(duties: &[Duty], id_of: IdOf<'_>) -> Vec<Table> {
    let mut said: BTreeSet<(&str, Role, Basis)> = BTreeSet::new();
    let mut tables = Vec::new();
    for first in duties {
        let key = |duty: &Duty| (duty.origin.clause.clone(), duty.role, duty.basis);
        if !said.insert((&first.origin.clause, first.role, first.basis)) {
            continue;
        }
        let bodies: Vec<Name> = duties
            .iter()
            .filter(|duty| key(duty) == key(first))
            .map(|duty| duty.department.clone())
            .collect();
        let mut table = Table::new();
        table["clause"] = text(&first.origin.clause);
        table["departments"] = ids(&bodies, id_of);
        table["role"] = text(first.role.word());
        if first.basis != Basis::Stated {
            table["basis"] = text(first.basis.word());
        }
        table["review"] = text(Review::Pending.word());
        tables.push(table);
    }
    tables
}

fn time(bound: &Time) -> InlineTable {
    let mut inline = InlineTable::new();
    inline.insert("kind", bound.kind.word().into());
    for (key, date) in [("start", &bound.start), ("end", &bound.end)] {
        let Some(date) = date else { continue };
        // A year is a number in the format, a day a date of TOML, a month a text.
        let value = date.parse::<i64>().map(Value::from).ok();
        let day = || date.parse::<toml_edit::Datetime>().map(Value::from).ok();
        inline.insert(key, value.or_else(day).unwrap_or_else(|| Value::from(date.as_str())));
    }
    if bound.text.zh.is_some() {
        inline.insert("text", both(&bound.text).into());
    }
    inline.insert("basis", bound.basis.word().into());
    inline
}

fn both(texts: &Texts<String>) -> InlineTable {
    let mut inline = InlineTable::new();
    inline.insert("zh", texts.zh.clone().unwrap_or_default().into());
    inline.insert("en", texts.en.clone().unwrap_or_default().into());
    inline
}

fn bilingual(texts: &Texts<String>) -> Item {
    Item::Value(both(texts).into())
}

fn text(words: &str) -> Item {
    toml_edit::value(words)
}

fn integer(number: i64) -> Item {
    toml_edit::value(number)
}

fn ids(names: &[Name], id_of: IdOf<'_>) -> Item {
    let mut array = Array::new();
    let mut said = BTreeSet::new();
    for name in names {
        let id = id_of(name);
        if said.insert(id.clone()) {
            array.push(id);
        }
    }
    toml_edit::value(array)
}
