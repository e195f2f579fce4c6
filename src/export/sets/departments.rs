//! Turns the register of responsible bodies into `departments.json` and its tables, with what plans give each to do.
//! Knows nothing of foreign bodies.

use super::super::list::DataSet;
use super::super::part::Unit;
use super::super::portal::Portal;
use super::super::table::{Column, column, date, list, text};
use super::super::value::{Forms, Iso, Pair, id, ids};
use super::{FRAME, REFERENCE, by_entry};
use crate::content::registry;
use crate::content::words::{Basis, DepartmentKind, Level, Role};
use crate::resolve::{Entity, EntityKind, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// `departments.json`
pub(crate) struct Departments;

/// Any responsible Chinese body.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Department {
    /// Its id.
    pub(crate) id: String,
    /// Official names.
    pub(crate) name: Pair,
    /// Usual short names.
    pub(crate) short: Option<Pair>,
    /// Other names.
    pub(crate) aliases: Forms,
    /// What kind of body.
    pub(crate) kind: DepartmentKind,
    /// At which level of government.
    pub(crate) level: Level,
    /// The id of the place that it serves.
    pub(crate) region: Option<String>,
    /// The id of the body that it belongs to.
    pub(crate) parent: Option<String>,
    /// The ids of the bodies that a collective stands for.
    pub(crate) members: Vec<String>,
    /// Since when it exists under this name.
    pub(crate) from: Option<Iso>,
    /// Until when it did.
    pub(crate) to: Option<Iso>,
    /// The ids of what took over.
    pub(crate) succeeded_by: Vec<String>,
    /// Its own site.
    pub(crate) website: Option<String>,
    /// A stated uncertainty.
    pub(crate) note: Option<Pair>,
    /// The ids of the plans that it issued.
    pub(crate) plans_issued: Vec<String>,
    /// What clauses give it to do.
    pub(crate) duties: Vec<Task>,
    /// The ids of the projects that it leads.
    pub(crate) projects_led: Vec<String>,
    /// The ids of the projects that it joins.
    pub(crate) projects_joined: Vec<String>,
    /// The ids of the targets that name it.
    pub(crate) targets: Vec<String>,
    /// Its page.
    pub(crate) url: Pair,
}

/// What a clause gives a body to do.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub(crate) struct Task {
    /// The plan's id.
    pub(crate) plan: String,
    /// The clause's id in the plan.
    pub(crate) clause: String,
    /// What it has to do.
    pub(crate) role: Role,
    /// Where that comes from.
    pub(crate) basis: Basis,
}

fn department(portal: Portal<'_>, at: usize) -> Department {
    let record: &registry::Department = &portal.site.catalog.departments.records[at];
    let body = Entity::Department(at);
    let relations = &portal.site.relations;
    Department {
        id: record.id.value.clone(),
        name: record.name.clone(),
        short: record.short.clone(),
        aliases: Forms::from(&record.aliases),
        kind: record.kind,
        level: record.level,
        region: id(record.region.as_ref()),
        parent: id(record.parent.as_ref()),
        members: ids(&record.members),
        from: record.from.map(Iso::from),
        to: record.to.map(Iso::from),
        succeeded_by: ids(&record.succeeded_by),
        website: record.website.clone(),
        note: record.note.clone(),
        plans_issued: relations.plans(body).iter().map(|plan| portal.plan_id(*plan).to_owned()).collect(),
        duties: tasks(portal, body),
        projects_led: portal.project_ids(relations.projects_led(body)),
        projects_joined: portal.project_ids(relations.projects_joined(body)),
        targets: targets(portal, body),
        url: portal.thing(body),
    }
}

/// What clauses give a body to do, each role in a clause once, by its best foundation.
fn tasks(portal: Portal<'_>, body: Entity) -> Vec<Task> {
    let duties = portal.site.relations.duties(body).iter().map(|duty| {
        let plan = duty.plan as usize;
        let record = &portal.site.catalog.plans[plan].record.duty[duty.duty as usize];
        Task {
            plan: portal.plan_id(plan).to_owned(),
            clause: record.clause.value.clone(),
            role: record.role,
            basis: record.basis,
        }
    });
    let mut tasks: Vec<Task> = duties.collect();
    tasks.sort();
    tasks.dedup_by(|later, first| {
        (&later.plan, &later.clause, later.role) == (&first.plan, &first.clause, first.role)
    });
    tasks
}

fn targets(portal: Portal<'_>, body: Entity) -> Vec<String> {
    let records = portal.site.relations.targets(body).iter();
    let mut ids: Vec<String> = records.map(|at| portal.record_id(at.plan, portal.site.record(*at))).collect();
    ids.sort();
    ids.dedup();
    ids
}

impl DataSet for Departments {
    type Record = Department;

    fn units(site: &Site) -> Vec<Unit> {
        let relations = &site.relations;
        by_entry(site.catalog.departments.records.len(), |at| {
            let body = Entity::Department(at);
            let record = &site.catalog.departments.records[at];
            let projects = relations.projects_led(body).len() + relations.projects_joined(body).len();
            let linked = relations.duties(body).len() + relations.targets(body).len() + projects;
            let names = record.aliases.zh.len() + record.aliases.en.len() + record.members.len();
            2 * FRAME + REFERENCE * (linked + names + relations.plans(body).len())
        })
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Department>> {
        Ok(vec![department(portal, unit)])
    }

    fn columns() -> Vec<Column<Department>> {
        vec![
            column("编号", "ID", |r: &Department, _| r.id.clone()),
            column("名称（中文）", "Name (Chinese)", |r, _| r.name.zh.clone()),
            column("名称（英文）", "Name (English)", |r, _| r.name.en.clone()),
            column("简称", "Short name", |r, s| s.picked(r.short.as_ref())),
            column("别称（中文）", "Other names (Chinese)", |r, _| list(&r.aliases.zh)),
            column("别称（英文）", "Other names (English)", |r, _| list(&r.aliases.en)),
            column("类别", "Kind", |r, s| s.word(r.kind)),
            column("层级", "Level", |r, s| s.word(r.level)),
            column("地区", "Region", |r, s| s.names(EntityKind::Place, &r.region)),
            column("上级单位", "Parent", |r, s| s.names(EntityKind::Department, &r.parent)),
            column("上级单位编号", "Parent ID", |r, _| text(r.parent.as_ref())),
            column("成员", "Members", |r, s| s.names(EntityKind::Department, &r.members)),
            column("起", "From", |r, _| date(r.from.as_ref())),
            column("止", "To", |r, _| date(r.to.as_ref())),
            column("职责承接单位", "Succeeded by", |r, s| {
                s.names(EntityKind::Department, &r.succeeded_by)
            }),
            column("发布的规划", "Plans issued", |r, s| {
                list(r.plans_issued.iter().map(|plan| s.plan(plan)))
            }),
            column("职责数", "Duties", |r, _| r.duties.len().to_string()),
            column("职责", "Duties by clause", |r, s| {
                list(
                    r.duties
                        .iter()
                        .map(|duty| format!("{}#{} {}", duty.plan, duty.clause, s.word(duty.role))),
                )
            }),
            column("牵头的项目", "Projects led", |r, _| list(&r.projects_led)),
            column("参与的项目", "Projects joined", |r, _| list(&r.projects_joined)),
            column("目标", "Targets", |r, _| list(&r.targets)),
            column("官方网站", "Website", |r, _| text(r.website.as_ref())),
            column("说明", "Note", |r, s| s.picked(r.note.as_ref())),
            column("网址", "URL", |r, s| s.pick(&r.url)),
        ]
    }
}
