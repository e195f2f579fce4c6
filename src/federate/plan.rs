//! Turns the data of one plan into the files of its folder.
//! Knows nothing of other plans.

use super::convert::{field, record};
use super::index::{Data, Refusal, shown};
use super::{Plan, list, place};
use crate::content::EditionKind;
use crate::route::{is_home, is_id};
use serde_json::{Value, json};
use std::fmt::Write;
use toml::Table;

const PLAN: [&str; 20] = [
    "id",
    "title",
    "short",
    "number",
    "issuers",
    "addressees",
    "issued",
    "published",
    "period",
    "outlook",
    "level",
    "region",
    "kind",
    "source_lang",
    "status",
    "valid",
    "superseded_by",
    "sources",
    "note",
    "home",
];
const CLAIM: [&str; 25] = [
    "id",
    "clause",
    "subject",
    "extent",
    "value",
    "upper",
    "unit",
    "per",
    "comparator",
    "change",
    "reading",
    "measure",
    "baseline",
    "deadline",
    "as_of",
    "nature",
    "force",
    "indicator",
    "departments",
    "passage",
    "official",
    "follows",
    "regional",
    "topics",
    "note",
];
const PROJECT: [&str; 11] = [
    "number",
    "clause",
    "title",
    "when",
    "places",
    "partners",
    "force",
    "figures",
    "lead",
    "participants",
    "note",
];
const DUTY: [&str; 6] = ["clause", "departments", "role", "basis", "uncertain", "note"];
const PRIORITY: [&str; 6] = ["clause", "along", "regions", "countries", "mechanisms", "basis"];

/// Reads a plan from all that its portal says of it.
pub(super) fn read(data: &Data<'_>, plan: &Value, id: &str) -> Result<Plan, Refusal> {
    let refusal =
        |key, value: &Value| data.refusal(key, vec![("plan", id.to_owned()), ("value", shown(value))]);
    let url = &plan["url"]["zh"];
    let home = url.as_str().and_then(|url| url.strip_suffix(&format!("zh/plans/{id}/")));
    let home = home.filter(|home| is_home(home)).ok_or_else(|| refusal("federate-home", url))?;
    for clause in list(plan, "clauses").map(|clause| &clause["id"]) {
        clause.as_str().filter(|id| is_id(id)).ok_or_else(|| refusal("federate-clause", clause))?;
    }
    let toml = toml::to_string(&records(plan, home))
        .map_err(|error| refusal("federate-record", &json!(error.to_string())))?;
    let mut files = vec![("plan.toml".to_owned(), place::marked(&toml))];
    for edition in list(plan, "editions") {
        let (kind, lang) = (&edition["edition"], &edition["lang"]);
        let named =
            EditionKind::ALL.iter().any(|known| kind == known.word()) && (lang == "zh" || lang == "en");
        let (Some(kind), Some(lang)) = (kind.as_str().filter(|_| named), lang.as_str()) else {
            return Err(refusal("federate-edition", kind));
        };
        files.push((format!("{kind}.{lang}.md"), text(plan, id, home, kind, lang)));
    }
    Ok(Plan { id: id.to_owned(), home: home.to_owned(), files })
}

fn records(plan: &Value, home: &str) -> Table {
    let mut own = plan.clone();
    own["home"] = json!(home);
    let mut table = Table::new();
    let mut add = |name: &str, value: Option<toml::Value>| {
        table.extend(value.map(|value| (name.to_owned(), value)));
    };
    add("plan", Some(toml::Value::Table(record(&own, &PLAN))));
    add("edition", tables(list(plan, "editions").filter_map(edition)));
    add("topics", tables(list(plan, "clauses").filter_map(topics)));
    add("target", all(plan, "targets", |target| record(&claim(plan, target), &CLAIM)));
    add("fact", all(plan, "facts", |fact| record(&claim(plan, fact), &CLAIM)));
    add("project", all(plan, "projects", |own| record(&project(own), &PROJECT)));
    add("duty", all(plan, "duties", |own| record(&duty(own), &DUTY)));
    add("implements", all(plan, "implements", |own| record(own, &["clause", "to", "basis"])));
    add("priority", all(plan, "priorities", |own| record(own, &PRIORITY)));
    add("version", all(plan, "versions", |version| record(version, &["date", "title"])));
    add("change", all(plan, "changes", |change| record(change, &["date", "summary"])));
    table
}

fn tables(entries: impl Iterator<Item = (String, toml::Value)>) -> Option<toml::Value> {
    let table: Table = entries.collect();
    (!table.is_empty()).then_some(toml::Value::Table(table))
}

fn all(plan: &Value, key: &str, record: impl Fn(&Value) -> Table) -> Option<toml::Value> {
    let list: Vec<toml::Value> = list(plan, key).map(|own| toml::Value::Table(record(own))).collect();
    (!list.is_empty()).then_some(toml::Value::Array(list))
}

/// What is said of a text. In content whose hand made it may be empty, and may not be missing.
fn edition(edition: &Value) -> Option<(String, toml::Value)> {
    let name = format!("{}-{}", edition["edition"].as_str()?, edition["lang"].as_str()?);
    let mut notes = record(edition, &["made", "revised"]);
    let made = notes.get_mut("made")?.as_table_mut()?;
    made.entry("by").or_insert_with(|| toml::Value::String(String::new()));
    Some((name, toml::Value::Table(notes)))
}

fn topics(clause: &Value) -> Option<(String, toml::Value)> {
    Some((clause["id"].as_str()?.to_owned(), field("topics", &json!(topic_ids(clause)))?))
}

fn topic_ids(value: &Value) -> Vec<&Value> {
    list(value, "topics").map(|topic| &topic["id"]).collect()
}

/// In content a record's id is its own in its plan, and its topics are those beyond its clause's.
fn claim(plan: &Value, claim: &Value) -> Value {
    let mut own = claim.clone();
    if let Some((_, id)) = claim["id"].as_str().and_then(|id| id.split_once('/')) {
        own["id"] = json!(id);
    }
    let clause = list(plan, "clauses").find(|clause| clause["id"] == claim["clause"]);
    let known = clause.map(topic_ids).unwrap_or_default();
    let topics = topic_ids(claim).into_iter().filter(|topic| !known.contains(topic));
    own["topics"] = json!(topics.collect::<Vec<&Value>>());
    own
}

/// In content bodies of both kinds stand in one list, with the kind before the id of a partner.
fn project(project: &Value) -> Value {
    let mut own = project.clone();
    let of = |is_lead: bool| -> Vec<String> {
        let bodies = list(project, "bodies").filter(|body| (body["role"] == "lead") == is_lead);
        let name = |body: &Value| {
            let id = body["id"].as_str().unwrap_or_default();
            if body["kind"] == "partner" { format!("partner:{id}") } else { id.to_owned() }
        };
        bodies.map(name).collect()
    };
    own["lead"] = json!(of(true));
    own["participants"] = json!(of(false));
    own
}

fn duty(duty: &Value) -> Value {
    let mut own = duty.clone();
    own["departments"] = json!([duty["department"]]);
    own
}

/// One text of the plan, clause by clause. A heading without words of its own belongs to every text of its language.
fn text(plan: &Value, id: &str, home: &str, kind: &str, lang: &str) -> String {
    let mut text = String::new();
    for clause in list(plan, "clauses") {
        let Some(heading) = clause["heading"][lang].as_str() else { continue };
        let best = clause["texts"][lang].as_str();
        let others = list(clause, "other_texts").filter(|other| other["lang"] == lang);
        let mut others = others.filter(|other| other["edition"] == kind);
        let body = match clause["edition"][lang] == kind {
            true => best,
            false => others.next().and_then(|other| other["text"].as_str()),
        };
        if body.is_none() && best.is_some() {
            continue;
        }
        let level = usize::try_from(clause["level"].as_u64().unwrap_or(1)).unwrap_or(1);
        let marks = "#".repeat(level.min(5) + 1);
        let _ = writeln!(text, "{marks} {} {{{}}}\n", escaped(heading), attributes(clause));
        if let Some(body) = body {
            let _ = writeln!(text, "{}\n", pictures(body, id, home));
        }
    }
    text
}

/// Id, marks and printed number of a heading.
fn attributes(clause: &Value) -> String {
    let mut attributes = format!("#{}", clause["id"].as_str().unwrap_or_default());
    for mark in ["gap", "inferred"].into_iter().filter(|mark| clause[mark] == true) {
        let _ = write!(attributes, " .{mark}");
    }
    let number = clause["number"]["zh"].as_str().unwrap_or_default();
    if !number.is_empty() && number.chars().all(|c| c.is_alphanumeric() || "（）()、．.".contains(c)) {
        let _ = write!(attributes, " number=\"{number}\"");
    }
    attributes
}

/// Words as Markdown that says them and nothing else.
fn escaped(words: &str) -> String {
    let mut markdown = String::with_capacity(words.len());
    for c in words.split_whitespace().collect::<Vec<&str>>().join(" ").chars() {
        if "\\`*_[]<>{}#&~^$|!".contains(c) {
            markdown.push('\\');
        }
        markdown.push(c);
    }
    markdown
}

/// Pictures stay where they are; a link leads to them.
fn pictures(body: &str, id: &str, home: &str) -> String {
    if !body.contains("](media/") {
        return body.to_owned();
    }
    body.replace("![", "[").replace("](media/", &format!("]({home}media/{id}/"))
}
