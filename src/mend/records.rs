//! Turns what was put right in texts into the records that quote them: `plan.toml` and `twins.toml`.
//! Knows nothing of why the texts changed.

use crate::check::Passage;
use crate::content::PlanText;
use crate::content::twins::{self, Twin, Twins};
use crate::report::Diagnostic;
use crate::route::SourcePath;
use toml_edit::{DocumentMut, Value};

/// `plan.toml` with other passages, all else as it stands.
pub(super) fn with_passages(toml: &str, passages: &[Passage]) -> Option<String> {
    let mut document: DocumentMut = toml.parse().ok()?;
    for passage in passages {
        let records = document.get_mut(passage.list)?.as_array_of_tables_mut()?;
        let has_id =
            |id: Option<&toml_edit::Item>| id.and_then(toml_edit::Item::as_str) == Some(&passage.record);
        let record = records.iter_mut().find(|record| has_id(record.get("id")))?;
        let words =
            record.get_mut("passage")?.as_table_like_mut()?.get_mut(passage.lang.code())?.as_value_mut()?;
        let decor = words.decor().clone();
        *words = Value::from(passage.words.as_str());
        *words.decor_mut() = decor;
    }
    Some(document.to_string())
}

/// `plan.toml` without marks under `[unrecorded]` that mark nothing.
pub(super) fn without_marks(toml: &str, idle: &[Diagnostic]) -> Option<String> {
    let mut document: DocumentMut = toml.parse().ok()?;
    for fault in idle {
        let (clause, value) = (fault.args.get("clause")?, fault.args.get("value")?);
        let marks = document.get_mut("unrecorded")?.as_table_like_mut()?;
        let list = marks.get_mut(clause)?.as_array_mut()?;
        list.retain(|mark| mark.as_str() != Some(value));
        if list.is_empty() {
            marks.remove(clause);
        }
    }
    Some(document.to_string())
}

/// `twins.toml` with the sources of today in the place of those that are the same but for their form.
pub(super) fn twins(twins: &Twins, before: &[PlanText], now: &[PlanText]) -> Option<(SourcePath, String)> {
    let source = |texts: &[PlanText], twin: &Twin| -> Option<String> {
        let own = texts.iter().find(|text| text.file.lang == twin.lang && text.clause(&twin.id).is_some())?;
        let source = twins::source_of(texts, own)?;
        Some(source.clause_source(source.clause(&twin.id)?).to_owned())
    };
    let mut changed = false;
    let carried = twins.clauses.iter().map(|twin| {
        let (old, new) = (source(before, twin), source(now, twin));
        match (old, new) {
            (Some(old), Some(new)) if twins::mark(&old) == twin.of && old != new => {
                changed = true;
                Twin { of: twins::mark(&new), text: new, ..twin.clone() }
            }
            _ => twin.clone(),
        }
    });
    let carried: Vec<Twin> = carried.collect();
    changed.then(|| (twins.path.clone(), twins::write(&carried)))
}
