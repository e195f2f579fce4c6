//! Turns the records of a plan into mutants: values, years, bodies, clauses, and facts that become targets.
//! Knows nothing of the texts.

use super::mutant::{Kind, Mutant};
use super::portal::table_at;
use super::random::Random;
use super::texts::other_digit;
use std::ops::Range;

/// The file of a plan's records.
pub(crate) struct Records<'a> {
    pub(crate) plan: &'a str,
    pub(crate) source: &'a str,
    /// The clauses of the plan that have words.
    pub(crate) clauses: Vec<String>,
}

/// A table of the file.
struct Table<'a> {
    kind: &'a str,
    bytes: Range<usize>,
}

impl<'a> Records<'a> {
    fn tables(&self) -> Vec<Table<'a>> {
        let heads: Vec<usize> = self.source.match_indices("\n[").map(|(at, _)| at + 1).collect();
        let ends = heads.iter().skip(1).copied().chain([self.source.len()]);
        let tables = heads.iter().zip(ends).map(|(start, end)| {
            let head = self.source[*start..].lines().next().unwrap_or_default();
            Table { kind: head.trim_matches(['[', ']']), bytes: *start..end }
        });
        tables.collect()
    }

    fn mutant(&self, kind: Kind, cut: Range<usize>, words: &str) -> Mutant {
        let part = table_at(self.source, cut.start);
        Mutant {
            kind,
            plan: self.plan.to_owned(),
            path: format!("content/plans/{}/plan.toml", self.plan),
            before: self.source.to_owned(),
            cut,
            words: words.to_owned(),
            clauses: vec![part.clause],
            table: Some(part.table),
        }
    }

    /// Where words stand in the tables of some kinds, between `before` and the next `after`.
    fn values(&self, kinds: &[&str], before: &str, after: &str) -> Vec<Range<usize>> {
        let tables = self.tables().into_iter().filter(|table| kinds.contains(&table.kind));
        let found = tables.flat_map(|table| {
            let text = &self.source[table.bytes.clone()];
            let starts = text.match_indices(before).map(|(at, _)| at + before.len());
            let ranges = starts.filter_map(|start| Some(start..start + text[start..].find(after)?));
            ranges
                .map(|range| table.bytes.start + range.start..table.bytes.start + range.end)
                .collect::<Vec<_>>()
        });
        found.collect()
    }
}

const RECORDS: [&str; 3] = ["target", "fact", "project"];

/// Another digit in each value, and in each year that the plan states.
pub(crate) fn digits(records: &Records<'_>, random: &mut Random) -> Vec<Mutant> {
    let mut ranges = records.values(&RECORDS, "value = \"", "\"");
    ranges.extend(records.values(&RECORDS, "upper = \"", "\""));
    let stated = ["deadline = {", "as_of = {", "when = [{"].into_iter();
    let times = stated.flat_map(|key| records.values(&RECORDS, key, "\n"));
    for time in times.filter(|time| records.source[time.clone()].contains("basis = \"stated\"")) {
        let text = &records.source[time.clone()];
        for key in ["start = ", "end = "] {
            let year = text.find(key).map(|at| time.start + at + key.len());
            ranges.extend(year.map(|at| at..at + records.source[at..].find([',', ' ', '}']).unwrap_or(0)));
        }
    }
    let mut mutants = Vec::new();
    for range in ranges {
        let digits = records.source[range.clone()].char_indices().filter(|(_, c)| c.is_ascii_digit());
        let digits: Vec<(usize, char)> = digits.collect();
        if let Some((at, digit)) = random.pick(&digits) {
            let at = range.start + at;
            mutants.push(records.mutant(Kind::ChangedDigit, at..at + 1, &other_digit(*digit, random)));
        }
    }
    mutants
}

/// Another body that the plan knows for each body of a record.
pub(crate) fn bodies(records: &Records<'_>, random: &mut Random) -> Vec<Mutant> {
    let mut lists = records.values(&["duty", "project"], "departments = [", "]");
    lists.extend(records.values(&["project"], "lead = [", "]"));
    lists.extend(records.values(&["project"], "participants = [", "]"));
    let mut ids: Vec<Range<usize>> = Vec::new();
    for list in lists {
        let quotes: Vec<usize> =
            records.source[list.clone()].match_indices('"').map(|(at, _)| list.start + at).collect();
        ids.extend(quotes.chunks_exact(2).map(|pair| pair[0] + 1..pair[1]));
    }
    ids.extend(records.values(&["target"], "{ id = \"", "\""));
    let mut known: Vec<&str> = ids.iter().map(|id| &records.source[id.clone()]).collect();
    known.sort_unstable();
    known.dedup();
    let mut mutants = Vec::new();
    for id in &ids {
        let own = records.tables().into_iter().find(|table| table.bytes.contains(&id.start));
        let table = own.map_or("", |table| &records.source[table.bytes]);
        // What is the editor's own reading stands in no text, and nothing can be held against it.
        if table.starts_with("[[duty]]") && table.contains("basis = \"editorial\"") {
            continue;
        }
        let is_other =
            |other: &&&str| !other.starts_with("partner:") && !table.contains(&format!("\"{other}\""));
        let others: Vec<&&str> = known.iter().filter(is_other).collect();
        mutants
            .extend(random.pick(&others).map(|other| records.mutant(Kind::SwappedBody, id.clone(), other)));
    }
    mutants
}

/// Another clause of the plan for each record.
pub(crate) fn clauses(records: &Records<'_>, random: &mut Random) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for clause in records.values(&["target", "fact", "project", "duty"], "\nclause = \"", "\"") {
        let own = &records.source[clause.clone()];
        let table = records.tables().into_iter().find(|table| table.bytes.contains(&clause.start));
        let table = table.map_or("", |table| &records.source[table.bytes]);
        if table.starts_with("[[duty]]") && table.contains("basis = \"editorial\"") {
            continue;
        }
        let others: Vec<&String> = records.clauses.iter().filter(|other| *other != own).collect();
        if let Some(other) = random.pick(&others) {
            let mut mutant = records.mutant(Kind::MovedRecord, clause, other);
            mutant.clauses.push((*other).clone());
            mutants.push(mutant);
        }
    }
    mutants
}

/// Each fact as a target: by its head alone, and with its time as a deadline.
pub(crate) fn facts(records: &Records<'_>) -> Vec<Mutant> {
    let facts = records.tables().into_iter().filter(|table| table.kind == "fact");
    let turned = facts.flat_map(|table| {
        let head = table.bytes.start..table.bytes.start + "[[fact]]".len();
        let by_head = records.mutant(Kind::FactTurnedTarget, head, "[[target]]");
        let text = &records.source[table.bytes.clone()];
        let whole = text.replacen("[[fact]]", "[[target]]", 1).replacen("\nas_of = ", "\ndeadline = ", 1);
        [by_head, records.mutant(Kind::FactTurnedTarget, table.bytes, &whole)]
    });
    turned.collect()
}
