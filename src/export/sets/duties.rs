//! Turns the duties of plans into `duties.json` and its tables: one row per clause, body and role.
//! Knows nothing of projects and targets, which name bodies of their own.

use super::super::list::DataSet;
use super::super::part::{Unit, Weight};
use super::super::portal::Portal;
use super::super::table::{Column, column};
use super::super::value::Pair;
use super::{FRAME, by_plan};
use crate::content::words::{Basis, Role};
use crate::resolve::{EntityKind, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// `duties.json`
pub(crate) struct Duties;

/// What a clause gives a body to do.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Duty {
    /// `<plan>/<clause>/<role>/<department>`
    pub(crate) id: String,
    /// The plan's id.
    pub(crate) plan: String,
    /// The clause's id in the plan.
    pub(crate) clause: String,
    /// The department's id.
    pub(crate) department: String,
    /// What it has to do.
    pub(crate) role: Role,
    /// Where that comes from.
    pub(crate) basis: Basis,
    /// True where the damaged text leaves a doubt.
    pub(crate) uncertain: bool,
    /// What is doubtful.
    pub(crate) note: Option<Pair>,
    /// Its clause.
    pub(crate) url: Pair,
}

/// The duties of a plan, in the order of their ids. Of a duty that is given twice the better founded one is kept.
pub(crate) fn of(portal: Portal<'_>, plan: usize) -> Vec<Duty> {
    let mut duties: Vec<Duty> = Vec::new();
    let plan_id = portal.plan_id(plan);
    for record in &portal.site.catalog.plans[plan].record.duty {
        let (clause, role) = (record.clause.as_str(), record.role);
        duties.extend(record.departments.iter().map(|body| Duty {
            id: format!("{plan_id}/{clause}/{}/{}", role.word(), body.as_str()),
            plan: plan_id.to_owned(),
            clause: clause.to_owned(),
            department: body.value.clone(),
            role,
            basis: record.basis,
            uncertain: record.uncertain,
            note: record.note.clone(),
            url: portal.clause(plan, clause),
        }));
    }
    duties.sort_by(|a, b| (&a.id, a.basis, a.uncertain).cmp(&(&b.id, b.basis, b.uncertain)));
    duties.dedup_by(|later, first| later.id == first.id);
    duties
}

impl DataSet for Duties {
    type Record = Duty;

    fn units(site: &Site) -> Vec<Unit> {
        by_plan(site, |plan, _| {
            let duties = plan.record.duty.iter().map(|duty| {
                let note = duty.note.as_ref().map_or(0, |note| note.zh.len() + note.en.len());
                duty.departments.len() * (FRAME + 2 * note)
            });
            Weight::frame(duties.sum())
        })
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Duty>> {
        Ok(of(portal, unit))
    }

    fn columns() -> Vec<Column<Duty>> {
        vec![
            column("编号", "ID", |r: &Duty, _| r.id.clone()),
            column("规划", "Plan", |r, s| s.plan(&r.plan)),
            column("规划编号", "Plan ID", |r, _| r.plan.clone()),
            column("条款", "Clause", |r, _| r.clause.clone()),
            column("责任单位", "Body", |r, s| s.names(EntityKind::Department, [&r.department])),
            column("责任单位编号", "Body ID", |r, _| r.department.clone()),
            column("职责", "Role", |r, s| s.word(r.role)),
            column("依据", "Basis", |r, s| s.word(r.basis)),
            column("存疑", "Uncertain", |r, s| s.yes(r.uncertain)),
            column("说明", "Note", |r, s| s.picked(r.note.as_ref())),
            column("网址", "URL", |r, s| s.pick(&r.url)),
        ]
    }
}
