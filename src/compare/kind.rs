//! Turns a record of the open data into what a reader knows of it: its name and its fields in words.
//! Knows nothing of what changed.
//!
//! Names of bodies and units are those of the portal in whose words a field is said. So a body that is renamed is one
//! change, and not one of every record that names it.

use super::data::{Data, id, pair};
use super::figure;
use crate::content::words::{Basis, Force, Nature, Role, Status};
use crate::export::label;
use crate::lang::{Bilingual, Lang};
use serde::Serialize;
use serde_json::Value;

/// What kind of thing a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A plan as a whole.
    Plan,
    /// A clause of a plan.
    Clause,
    /// A target.
    Target,
    /// A quantity already reached.
    Fact,
    /// A numbered project.
    Project,
    /// What a clause gives a body to do.
    Duty,
    /// A responsible body.
    Department,
    /// A partner.
    Partner,
    /// A place.
    Place,
    /// A policy field.
    Topic,
    /// A cited document.
    Document,
    /// A term.
    Term,
    /// A page.
    Page,
}

/// A field that readers know.
pub(super) struct Field {
    /// The word in data and message keys.
    pub(super) name: &'static str,
    /// The field in words; none where it says nothing.
    pub(super) say: fn(&Data, &Value, Lang) -> Option<String>,
}

impl Kind {
    /// What a plan holds.
    pub(super) const OF_PLANS: [Kind; 5] =
        [Kind::Clause, Kind::Target, Kind::Fact, Kind::Project, Kind::Duty];

    /// What registers hold.
    pub(super) const REGISTERS: [Kind; 6] =
        [Kind::Department, Kind::Partner, Kind::Place, Kind::Topic, Kind::Document, Kind::Term];

    /// The word in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Plan => "plan",
            Kind::Clause => "clause",
            Kind::Target => "target",
            Kind::Fact => "fact",
            Kind::Project => "project",
            Kind::Duty => "duty",
            Kind::Department => "department",
            Kind::Partner => "partner",
            Kind::Place => "place",
            Kind::Topic => "topic",
            Kind::Document => "document",
            Kind::Term => "term",
            Kind::Page => "page",
        }
    }

    /// The name of its list in the open data.
    pub(super) fn set(self) -> &'static str {
        match self {
            Kind::Plan => "plans",
            Kind::Clause => "clauses",
            Kind::Target => "targets",
            Kind::Fact => "facts",
            Kind::Project => "projects",
            Kind::Duty => "duties",
            Kind::Department => "departments",
            Kind::Partner => "partners",
            Kind::Place => "places",
            Kind::Topic => "topics",
            Kind::Document => "documents",
            Kind::Term => "glossary",
            Kind::Page => "pages",
        }
    }

    /// The part of a record that names it.
    fn name_part(self) -> &'static str {
        match self {
            Kind::Clause => "heading",
            Kind::Target | Kind::Fact => "subject",
            Kind::Plan | Kind::Project | Kind::Document => "title",
            _ => "name",
        }
    }

    /// What the record is called.
    pub(super) fn name(self, record: &Value) -> Bilingual<String> {
        pair(&record[self.name_part()])
    }

    /// The name in a portal's words: a duty is named by its body and role.
    pub(super) fn name_in(self, data: &Data, record: &Value) -> Bilingual<String> {
        if self != Kind::Duty {
            return self.name(record);
        }
        let text = |part: &str| record[part].as_str().unwrap_or_default();
        Bilingual::from_fn(|lang| {
            let body = data.name(Kind::Department, text("department"), lang);
            let (open, close) = if lang == Lang::Zh { ("（", "）") } else { (" (", ")") };
            format!("{body}{open}{}{close}", label::<Role>(text("role"), lang))
        })
    }

    /// The fields that readers know.
    pub(super) fn fields(self) -> &'static [Field] {
        match self {
            Kind::Plan => PLAN,
            Kind::Clause => CLAUSE,
            Kind::Target => TARGET,
            Kind::Fact => FACT,
            Kind::Project => PROJECT,
            Kind::Duty => DUTY,
            Kind::Document => DOCUMENT,
            Kind::Department => DEPARTMENT,
            Kind::Term => TERM,
            Kind::Partner | Kind::Place | Kind::Topic => NAMED,
            Kind::Page => &[],
        }
    }
}

const fn field(name: &'static str, say: fn(&Data, &Value, Lang) -> Option<String>) -> Field {
    Field { name, say }
}

const NAME: Field = field("name", |_, record, lang| both(&record["name"], lang));
const SUBJECT: Field = field("subject", |_, record, lang| both(&record["subject"], lang));
const TITLE: Field = field("title", |_, record, lang| both(&record["title"], lang));
const NUMBER: Field = field("number", |_, record, _| text(&record["number"]));
const AT: Field = field("clause", |_, record, _| text(&record["clause"]));
const FORCE: Field = field("force", |_, record, lang| word(&record["force"], lang, label::<Force>));
const FIGURE: Field = field("figure", figure::say);

const NAMED: &[Field] = &[NAME];
const DEPARTMENT: &[Field] = &[
    NAME,
    field("parent", |data, record, lang| {
        text(&record["parent"]).map(|id| data.name(Kind::Department, &id, lang))
    }),
    field("to", |_, record, _| text(&record["to"])),
    field("succeeded-by", |data, record, lang| bodies(data, Kind::Department, &record["succeeded_by"], lang)),
];
const TERM: &[Field] = &[NAME, field("definition", |_, record, lang| both(&record["definition"], lang))];
const DOCUMENT: &[Field] = &[TITLE, NUMBER];
const DUTY: &[Field] = &[field("basis", |_, record, lang| word(&record["basis"], lang, label::<Basis>))];
const CLAUSE: &[Field] = &[field("heading", |_, record, lang| both(&record["heading"], lang))];
const PLAN: &[Field] = &[
    TITLE,
    NUMBER,
    field("status", |_, record, lang| word(&record["status"], lang, label::<Status>)),
    field("period", |_, record, lang| {
        let (start, end) = (record["period"]["start"].as_i64()?, record["period"]["end"].as_i64()?);
        Some(format!("{start}{}{end}", if lang == Lang::Zh { "—" } else { "–" }))
    }),
    field("issuers", |data, record, lang| bodies(data, Kind::Department, &record["issuers"], lang)),
    field("issued", |_, record, _| text(&record["issued"])),
];
const TARGET: &[Field] = &[
    SUBJECT,
    FIGURE,
    field("deadline", |_, record, lang| figure::time(&record["deadline"], lang)),
    FORCE,
    field("nature", |_, record, lang| word(&record["nature"], lang, label::<Nature>)),
    field("departments", |data, record, lang| {
        let bodies = record["departments"].as_array()?.iter();
        let said = bodies.map(|body| {
            let role = word(&body["role"], lang, label::<Role>).unwrap_or_default();
            format!("{} {role}", data.name(Kind::Department, id(body), lang))
        });
        list(said.collect(), lang)
    }),
    AT,
];
const FACT: &[Field] =
    &[SUBJECT, FIGURE, field("as-of", |_, record, lang| figure::time(&record["as_of"], lang)), AT];
const PROJECT: &[Field] = &[
    TITLE,
    field("lead", |data, record, lang| members(data, record, "lead", lang)),
    field("participants", |data, record, lang| members(data, record, "participate", lang)),
    field("figures", |data, record, lang| {
        let figures = record["figures"].as_array()?.iter();
        let said = figures.filter_map(|figure| {
            Some(format!("{} {}", both(&figure["subject"], lang)?, figure::say(data, figure, lang)?))
        });
        list(said.collect(), lang)
    }),
    FORCE,
    AT,
];

/// The bodies of a project in a role.
fn members(data: &Data, project: &Value, role: &str, lang: Lang) -> Option<String> {
    let bodies = project["bodies"].as_array()?.iter().filter(|body| body["role"] == role);
    let names = bodies.map(|body| {
        let kind = if body["kind"] == "partner" { Kind::Partner } else { Kind::Department };
        data.name(kind, id(body), lang)
    });
    list(names.collect(), lang)
}

fn bodies(data: &Data, kind: Kind, ids: &Value, lang: Lang) -> Option<String> {
    let names = ids.as_array()?.iter().filter_map(|id| Some(data.name(kind, id.as_str()?, lang)));
    list(names.collect(), lang)
}

fn list(parts: Vec<String>, lang: Lang) -> Option<String> {
    (!parts.is_empty()).then(|| parts.join(if lang == Lang::Zh { "、" } else { ", " }))
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn both(value: &Value, lang: Lang) -> Option<String> {
    Some(pair(value).get(lang).clone()).filter(|text| !text.is_empty())
}

fn word(value: &Value, lang: Lang, label: fn(&str, Lang) -> String) -> Option<String> {
    value.as_str().map(|word| label(word, lang))
}
