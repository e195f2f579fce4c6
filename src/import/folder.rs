//! Turns a draft into the files of a plan folder, or into changes of one that is there.
//! Knows nothing of the disk: files come in and go out as text.

use super::draft::Draft;
use super::manuscript::Manuscript;
use super::propose::{self, Name, Proposals};
use super::stub::{Stubs, both, level_of, plain, spelled};
use crate::content::plan::PlanMeta;
use crate::content::words::{Level, PlanKind};
use crate::content::{Catalog, PlanFolder};
use anyhow::Context;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

/// The plan of the portal that a file is the text of: by its number, then by its title.
pub fn counterpart<'a>(catalog: &'a Catalog, draft: &Draft) -> Option<&'a PlanFolder> {
    let number = draft.metadata.number.as_deref().map(plain);
    let title = draft.metadata.title.as_deref().map(plain);
    let has_number = |meta: &PlanMeta| number.is_some() && meta.number.as_deref().map(plain) == number;
    let has_title = |meta: &PlanMeta| {
        let names = std::iter::once(&meta.title.zh).chain(meta.short.iter().map(|short| &short.zh));
        names.into_iter().any(|name| title.as_deref().is_some_and(|title| title == plain(name)))
    };
    let find = |is: &dyn Fn(&PlanMeta) -> bool| {
        catalog.plans.iter().map(|plan| &**plan).find(|plan| is(&plan.record.plan))
    };
    find(&has_number).or_else(|| find(&has_title))
}

/// An id for a new plan: from its number, else from its title.
pub fn new_id(catalog: &Catalog, draft: &Draft, manuscript: &Manuscript) -> String {
    let metadata = &draft.metadata;
    let stem = manuscript.file.rsplit_once('.').map_or(manuscript.file.as_str(), |(stem, _)| stem);
    let name = metadata.number.as_deref().or(metadata.title.as_deref()).unwrap_or(stem);
    let taken = catalog.plans.iter().map(|plan| plan.id().to_owned()).collect();
    super::stub::free(&spelled(name, 9), &taken)
}

/// `plan.toml` of a new plan: what the file says of itself, and the proposed records; what it does not say is left out.
pub fn plan_toml(
    id: &str,
    draft: &Draft,
    proposals: &Proposals,
    manuscript: &Manuscript,
    stubs: &mut Stubs,
) -> DocumentMut {
    let metadata = &draft.metadata;
    let title = metadata.title.as_deref().unwrap_or(&manuscript.file);
    let mut plan = Table::new();
    plan.insert("id", text(id));
    plan.insert("title", Item::Value(both(title)));
    plan.extend(metadata.number.as_deref().map(|number| ("number", text(number))));
    let mut list =
        |names: &[String]| Item::Value(names.iter().map(|name| stubs.id(name)).collect::<Array>().into());
    plan.insert("issuers", list(&metadata.issuers));
    if !metadata.addressees.is_empty() {
        plan.insert("addressees", list(&metadata.addressees));
    }
    plan.extend(metadata.issued.as_deref().and_then(date).map(|date| ("issued", date)));
    plan.extend(metadata.published.as_deref().and_then(date).map(|date| ("published", date)));
    if let Some((start, end)) = metadata.period {
        let mut period = InlineTable::new();
        period.insert("start", i64::from(start).into());
        period.insert("end", i64::from(end).into());
        plan.insert("period", Item::Value(Value::InlineTable(period)));
    }
    let levels = metadata.issuers.iter().map(|name| level_of(name)).filter(|level| *level != Level::None);
    plan.insert("level", text(levels.min().unwrap_or(Level::None).word()));
    plan.insert("kind", text(kind_of(title).word()));
    plan.insert("source_lang", text("zh"));
    plan.insert("status", text("draft"));
    plan.insert("sources", sources(manuscript));
    let mut document = DocumentMut::new();
    document.insert("plan", Item::Table(plan));
    document.insert("edition", Item::Table(edition()));
    let mut id_of = |name: &Name| name.id.clone().unwrap_or_else(|| stubs.id(&name.text));
    for (key, table) in propose::tables(proposals, &mut id_of) {
        let list = document.entry(key).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        if let Some(list) = list.as_array_of_tables_mut() {
            list.push(table);
        }
    }
    document
}

/// `plan.toml` of a plan that is there, with the note on its official text; all else stays as the editor has it.
///
/// # Errors
/// When it is no TOML.
pub fn attached(toml: &str, manuscript: &Manuscript) -> anyhow::Result<String> {
    let mut document: DocumentMut = toml.parse().context("plan.toml cannot be read")?;
    let editions = document.entry("edition").or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    });
    if let Some(editions) =
        editions.as_table_like_mut().filter(|editions| !editions.contains_key("official-zh"))
    {
        editions.insert("official-zh", Item::Table(made()));
    }
    if let Some(plan) = document.get_mut("plan").and_then(Item::as_table_like_mut) {
        plan.entry("sources").or_insert_with(|| sources(manuscript));
    }
    Ok(document.to_string())
}

fn text(words: &str) -> Item {
    Item::Value(Value::from(words))
}

fn date(date: &str) -> Option<Item> {
    let date: toml_edit::Datetime = date.parse().ok()?;
    Some(Item::Value(Value::from(date)))
}

/// Where the text came from: the file by its hash; who published it where is for the editor to say.
fn sources(manuscript: &Manuscript) -> Item {
    let mut source = InlineTable::new();
    source.insert("url", "".into());
    source.insert("hash", manuscript.sha256.as_str().into());
    Item::Value(Array::from_iter([Value::InlineTable(source)]).into())
}

fn edition() -> Table {
    let mut editions = Table::new();
    editions.set_implicit(true);
    editions.insert("official-zh", Item::Table(made()));
    editions
}

fn made() -> Table {
    let mut made = InlineTable::new();
    made.insert("how", "imported".into());
    made.insert("by", "portal".into());
    made.insert("reviewed", "".into());
    let mut table = Table::new();
    table.insert("made", Item::Value(Value::InlineTable(made)));
    table
}

fn kind_of(title: &str) -> PlanKind {
    let has = |words: &[&str]| words.iter().any(|word| title.trim_end_matches('》').contains(word));
    match title {
        _ if has(&["规划", "计划", "纲要"]) => PlanKind::Plan,
        _ if has(&["方案", "要点", "行动"]) => PlanKind::Scheme,
        _ if has(&["意见"]) => PlanKind::Opinion,
        _ => PlanKind::Notice,
    }
}
