//! Turns `diptych status` into how far the translations are, and into what the stale ones have to follow.
//! Knows nothing of how clauses are compared.

use super::Ending;
use super::accept::unknown;
use super::talk::{Talk, print};
use crate::build::{self, Options};
use crate::cli::{Format, Global, StatusArgs};
use crate::compare::currency::{Standing, Translated, translated};
use crate::compare::words::marked;
use crate::content::{Bodies, twins};
use crate::lang::Lang;
use crate::record::Date;
use crate::report::{column_of, nearest};
use crate::source::Sources;
use anyhow::{Context, bail};
use serde_json::{Value, json};
use std::fmt::Write;

/// The translations of a plan into a language.
struct Row<'a> {
    plan: &'a str,
    lang: Lang,
    clauses: Vec<Translated>,
}

impl Row<'_> {
    fn count(&self, standing: Standing) -> usize {
        self.clauses.iter().filter(|clause| clause.standing == standing).count()
    }

    fn stale(&self) -> impl Iterator<Item = &Translated> {
        self.clauses.iter().filter(|clause| clause.standing == Standing::Stale)
    }
}

pub(super) fn run(
    global: &Global,
    args: &StatusArgs,
    now: Option<Date>,
    talk: &Talk,
) -> anyhow::Result<Ending> {
    let loaded = build::load(&global.root, Options { now, drafts: true, ..Options::default() })?;
    let portal = loaded.portal.context(talk.wording().word("no-portal", &[]))?;
    let site = &portal.site;
    if let Some(id) = args.plans.iter().find(|id| site.plan(id).is_none()) {
        let known = site.catalog.plans.iter().map(|plan| plan.id());
        bail!("{}", unknown("no-plan", "plan", id, nearest(id, known), talk));
    }
    let mut rows = Vec::new();
    for (_, plan, skeleton) in site.plans() {
        if !(args.plans.is_empty() || args.plans.iter().any(|id| id == plan.id())) {
            continue;
        }
        for lang in twins::translated(plan.record.plan.source_lang) {
            let clauses = translated(plan, skeleton, Bodies::new(&portal.sources)).into_iter();
            let clauses = clauses.filter(|clause| clause.lang == *lang).collect();
            rows.push(Row { plan: plan.id(), lang: *lang, clauses });
        }
    }
    if global.format == Format::Json {
        let rows: Vec<Value> = rows.iter().map(|row| data(row, args.stale, &portal.sources)).collect();
        print(&format!("{}\n", serde_json::to_string_pretty(&json!({ "plans": rows }))?))?;
    } else {
        print(&page(&rows, args.stale, &portal.sources, talk)?)?;
    }
    Ok(Ending::Clean)
}

/// Counts for machines; with the stale clauses, where they are asked for.
fn data(row: &Row<'_>, stale: bool, sources: &Sources) -> Value {
    let mut value = json!({ "plan": row.plan, "lang": row.lang, "clauses": row.clauses.len() });
    for standing in Standing::ALL {
        value[standing.word()] = json!(row.count(standing));
    }
    if stale {
        let clauses = row.stale().map(|clause| {
            let (file, line) = place(clause, sources).unzip();
            let accepted = clause.accepted.as_ref();
            json!({
                "clause": clause.id, "heading": clause.heading, "file": file, "line": line,
                "accepted_by": accepted.map(|twin| &twin.by),
                "accepted_at": accepted.map(|twin| twin.at.to_string()),
                "difference": clause.difference(),
            })
        });
        value["stale_clauses"] = clauses.collect();
    }
    value
}

/// A line for each plan; below it, where they are asked for, its stale clauses with what has changed.
fn page(rows: &[Row<'_>], stale: bool, sources: &Sources, talk: &Talk) -> anyhow::Result<String> {
    let mut page = String::new();
    for row in rows {
        let counts = Standing::ALL.map(|standing| (standing.word(), row.count(standing).to_string()));
        let total = row.clauses.len().to_string();
        let mut args = vec![("plan", row.plan), ("lang", row.lang.code()), ("clauses", &total)];
        args.extend(counts.iter().map(|(word, count)| (*word, count.as_str())));
        writeln!(page, "{}", talk.wording().word("status", &args))?;
        for clause in row.stale().filter(|_| stale) {
            let place =
                place(clause, sources).map(|(file, line)| format!("{file}:{line}")).unwrap_or_default();
            writeln!(page, "\n  {} {}  {place}", clause.id, clause.heading)?;
            if let Some(twin) = &clause.accepted {
                let at = twin.at.to_string();
                writeln!(
                    page,
                    "  {}",
                    talk.wording().word("status-accepted", &[("by", &twin.by), ("at", &at)])
                )?;
            }
            writeln!(page, "  {}", marked(&clause.difference()))?;
            writeln!(page, "  diptych accept {} {}", row.plan, clause.id)?;
        }
    }
    Ok(page)
}

/// The file and line of a clause's heading.
fn place(clause: &Translated, sources: &Sources) -> Option<(String, usize)> {
    let place = clause.place.as_ref()?;
    let text = sources.quote(&place.path)?;
    Some((place.path.as_str().to_owned(), column_of(&text, place.span.start).line))
}
