//! Turns the numbered projects of plans into `projects.json` and its tables.
//! Knows nothing of targets.

use super::super::list::DataSet;
use super::super::part::{Unit, Weight};
use super::super::portal::Portal;
use super::super::table::{Column, Sheet, column, date, list, number};
use super::super::value::{Exact, Grounded, Pair, UnitName, When, ids};
use super::{FRAME, REFERENCE, by_plan};
use crate::content::plan;
use crate::content::words::{Basis, Comparator, Force, Role};
use crate::record::At;
use crate::resolve::{EntityKind, ProjectRef, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// `projects.json`
pub(crate) struct Projects;

/// A numbered project of a plan.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Project {
    /// `<plan>/<number>`
    pub(crate) id: String,
    /// The plan's id.
    pub(crate) plan: String,
    /// Its printed number.
    pub(crate) number: u16,
    /// Its title.
    pub(crate) title: Pair,
    /// Ids of the departments or partners that lead; `bodies` says which is which.
    pub(crate) lead: Vec<String>,
    /// Ids of the departments or partners that join; `bodies` says which is which.
    pub(crate) participants: Vec<String>,
    /// All of them in the order of the plan, with register and role.
    pub(crate) bodies: Vec<Body>,
    /// How firmly the plan commits.
    pub(crate) force: Force,
    /// Ids of the partners with whom it is carried out.
    pub(crate) partners: Vec<String>,
    /// Ids of the places where it is carried out.
    pub(crate) places: Vec<String>,
    /// When.
    pub(crate) when: Vec<When>,
    /// Its figures.
    pub(crate) figures: Vec<Figure>,
    /// The id of its clause.
    pub(crate) clause: String,
    /// Policy fields of its clause.
    pub(crate) topics: Vec<Grounded>,
    /// A stated uncertainty.
    pub(crate) note: Option<Pair>,
    /// Its page.
    pub(crate) url: Pair,
}

/// A body of a project.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Body {
    /// In which data set it is: departments or partners.
    pub(crate) kind: Kind,
    /// Its id there.
    pub(crate) id: String,
    /// Whether it leads or participates.
    pub(crate) role: Role,
}

/// In which data set a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// `departments.json`
    Department,
    /// `partners.json`
    Partner,
}

/// A figure of a project.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Figure {
    /// What is counted.
    pub(crate) subject: Pair,
    /// The figure, or the lower end of a range.
    pub(crate) value: Exact,
    /// The upper end of a range.
    pub(crate) upper: Option<Exact>,
    /// What is counted in.
    pub(crate) unit: Option<UnitName>,
    /// How the figure bounds it.
    pub(crate) comparator: Comparator,
}

impl Body {
    fn of(id: &At<String>, role: Role) -> Body {
        match id.strip_prefix("partner:") {
            Some(id) => Body { kind: Kind::Partner, id: id.to_owned(), role },
            None => Body { kind: Kind::Department, id: id.value.clone(), role },
        }
    }

    fn name(&self, sheet: &Sheet<'_>) -> String {
        let kind = match self.kind {
            Kind::Department => EntityKind::Department,
            Kind::Partner => EntityKind::Partner,
        };
        sheet.names(kind, [&self.id])
    }
}

/// The projects of a plan, in the order of their ids.
pub(crate) fn of(portal: Portal<'_>, plan: usize) -> Vec<Project> {
    let records = &portal.site.catalog.plans[plan].record.project;
    let mut projects: Vec<Project> =
        records.iter().enumerate().map(|(index, record)| project(portal, (plan, index), record)).collect();
    projects.sort_by(|a, b| a.id.cmp(&b.id));
    projects
}

fn project(portal: Portal<'_>, at: ProjectRef, record: &plan::Project) -> Project {
    let leading = record.lead.iter().map(|body| Body::of(body, Role::Lead));
    let joining = record.participants.iter().map(|body| Body::of(body, Role::Participate));
    let bodies: Vec<Body> = leading.chain(joining).collect();
    let with_role = |role: Role| {
        let bodies = bodies.iter().filter(|body| body.role == role);
        bodies.map(|body| body.id.clone()).collect::<Vec<String>>()
    };
    let topics = portal.site.topics(at.0, &record.clause).into_iter();
    let topics =
        topics.map(|topic| Grounded { id: portal.site.id(topic).to_owned(), basis: Basis::Editorial });
    let mut topics: Vec<Grounded> = topics.collect();
    topics.sort();
    Project {
        id: portal.project_id(at),
        plan: portal.plan_id(at.0).to_owned(),
        number: record.number,
        title: record.title.clone(),
        lead: with_role(Role::Lead),
        participants: with_role(Role::Participate),
        bodies,
        force: record.force,
        partners: ids(&record.partners),
        places: ids(&record.places),
        when: record.when.iter().map(When::from).collect(),
        figures: record.figures.iter().map(|entry| figure(portal, entry)).collect(),
        clause: record.clause.value.clone(),
        topics,
        note: record.note.clone(),
        url: portal.project(at),
    }
}

fn figure(portal: Portal<'_>, figure: &plan::Figure) -> Figure {
    Figure {
        subject: figure.subject.clone(),
        value: Exact::from(&figure.value.value),
        upper: figure.upper.as_ref().map(|upper| Exact::from(&upper.value)),
        unit: figure.unit.as_ref().map(|unit| UnitName::of(&portal.site.catalog, unit)),
        comparator: figure.comparator,
    }
}

fn weight(record: &plan::Project) -> Weight {
    let both = |pair: &Pair| pair.zh.len() + pair.en.len();
    let note = record.note.as_ref().map_or(0, both);
    let lists = record.lead.len() + record.participants.len() + record.places.len() + record.partners.len();
    let values: usize = record.figures.iter().map(|figure| both(&figure.subject)).sum();
    let lists = lists + record.figures.len() + record.when.len();
    Weight { frame: FRAME + REFERENCE * lists, words: 2 * (both(&record.title) + note + values) }
}

impl DataSet for Projects {
    type Record = Project;

    fn units(site: &Site) -> Vec<Unit> {
        by_plan(site, |plan, _| plan.record.project.iter().map(weight).sum())
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Project>> {
        Ok(of(portal, unit))
    }

    fn columns() -> Vec<Column<Project>> {
        vec![
            column("编号", "ID", |r: &Project, _| r.id.clone()),
            column("规划", "Plan", |r, s| s.plan(&r.plan)),
            column("规划编号", "Plan ID", |r, _| r.plan.clone()),
            column("条款", "Clause", |r, _| r.clause.clone()),
            column("项目序号", "Number", |r, _| r.number.to_string()),
            column("名称", "Title", |r, s| s.pick(&r.title)),
            column("牵头单位", "Leads", |r, s| names(r, Role::Lead, s)),
            column("牵头单位编号", "Lead IDs", |r, _| list(&r.lead)),
            column("参与单位", "Participants", |r, s| names(r, Role::Participate, s)),
            column("参与单位编号", "Participant IDs", |r, _| list(&r.participants)),
            column("合作方", "Partners", |r, s| s.names(EntityKind::Partner, &r.partners)),
            column("合作方编号", "Partner IDs", |r, _| list(&r.partners)),
            column("地域", "Places", |r, s| s.names(EntityKind::Place, &r.places)),
            column("地域编号", "Place IDs", |r, _| list(&r.places)),
            column("时间", "When", |r, s| list(r.when.iter().map(|time| time_cell(time, s)))),
            column("时间依据", "Basis of the time", |r, s| {
                list(r.when.iter().map(|time| s.word(time.basis)))
            }),
            column("数字", "Figures", |r, s| list(r.figures.iter().map(|figure| figure_cell(figure, s)))),
            column("力度", "Force", |r, s| s.word(r.force)),
            column("领域", "Topics", |r, s| {
                s.names(EntityKind::Topic, r.topics.iter().map(|topic| &topic.id))
            }),
            column("说明", "Note", |r, s| s.picked(r.note.as_ref())),
            column("网址", "URL", |r, s| s.pick(&r.url)),
        ]
    }
}

fn names(project: &Project, role: Role, sheet: &Sheet<'_>) -> String {
    let bodies = project.bodies.iter().filter(|body| body.role == role);
    list(bodies.map(|body| body.name(sheet)))
}

/// `2016-03`, `2015–2017`, or the plan's own words.
fn time_cell(time: &When, sheet: &Sheet<'_>) -> String {
    let (start, end) = (date(time.start.as_ref()), date(time.end.as_ref()));
    match (start.is_empty(), end.is_empty()) {
        (true, true) => sheet.time_text(Some(time)),
        (false, false) if start != end => format!("{start}–{end}"),
        (false, _) => start,
        (true, false) => end,
    }
}

/// What is counted, then how many: `骨干人才 不少于 1000 人`.
fn figure_cell(figure: &Figure, sheet: &Sheet<'_>) -> String {
    let comparator = match figure.comparator {
        Comparator::Exactly | Comparator::Range => String::new(),
        other => format!("{} ", sheet.word(other)),
    };
    let upper = figure.upper.as_ref().map(|upper| format!("–{}", upper.0)).unwrap_or_default();
    let unit = sheet.unit(figure.unit.as_ref());
    let value = number(Some(&figure.value));
    format!("{} {comparator}{value}{upper} {unit}", sheet.pick(&figure.subject)).trim_end().to_owned()
}
