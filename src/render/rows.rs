//! Turns a record into its row, as short as a page needs it to compile.
//! Knows nothing of pages. Replaced when the builders of records are merged.

use super::context::Ctx;
use super::view;
use crate::resolve::{PageKey, RecordRef};

/// A target as a row.
pub(super) fn target_row(ctx: &Ctx<'_>, at: RecordRef) -> view::TargetRow {
    let record = ctx.site.record(at);
    let href = ctx.href(&PageKey::Target(ctx.lang, at));
    view::TargetRow {
        id: format!("{}/{}", ctx.meta(at.plan).id.as_str(), record.id.as_str()),
        subject: view::Link { text: ctx.text(&record.subject).to_owned(), href: Some(href), lang: None },
        figure: figure(record.value.as_ref().map(|value| value.0.as_str())),
        clause: ctx.clause_of_plan(at.plan, &record.clause),
        plan: ctx.plan_link(at.plan),
        ..view::TargetRow::default()
    }
}

/// A fact as a row.
pub(super) fn fact_row(ctx: &Ctx<'_>, at: RecordRef) -> view::FactRow {
    let record = ctx.site.record(at);
    let href = ctx.clause_href(at.plan, &format!("m-{}", record.id.as_str()));
    view::FactRow {
        id: format!("{}/{}", ctx.meta(at.plan).id.as_str(), record.id.as_str()),
        subject: view::Link { text: ctx.text(&record.subject).to_owned(), href: Some(href), lang: None },
        figure: figure(record.value.as_ref().map(|value| value.0.as_str())),
        clause: ctx.clause_of_plan(at.plan, &record.clause),
        plan: ctx.plan_link(at.plan),
        ..view::FactRow::default()
    }
}

/// A project as a row.
pub(super) fn project_row(ctx: &Ctx<'_>, plan: usize, index: usize) -> view::ProjectRow {
    let project = &ctx.record(plan).project[index];
    let href = ctx.href(&PageKey::Project(ctx.lang, plan, index));
    view::ProjectRow {
        number: project.number.to_string(),
        title: view::Link { text: ctx.text(&project.title).to_owned(), href: Some(href), lang: None },
        plan: ctx.plan_link(plan),
        clause: ctx.clause_of_plan(plan, &project.clause),
        ..view::ProjectRow::default()
    }
}

fn figure(value: Option<&str>) -> view::Figure {
    view::Figure {
        kind: "figure".to_owned(),
        value: value.unwrap_or_default().to_owned(),
        ..view::Figure::default()
    }
}
