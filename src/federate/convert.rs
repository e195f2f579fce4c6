//! Turns records of open data into records of content: the same keys, nothing that follows from other records.
//! Knows nothing of what the records mean.

use serde_json::Value;
use toml::Table;

/// A register: its file in `/data`, its file in `content/`, how one of its records is called there, and its keys.
pub(super) struct Register {
    pub(super) set: &'static str,
    pub(super) file: &'static str,
    pub(super) record: &'static str,
    pub(super) keys: &'static [&'static str],
}

/// All registers.
pub(super) const REGISTERS: [Register; 7] = [
    Register {
        set: "departments",
        file: "departments.toml",
        record: "department",
        keys: &[
            "id",
            "name",
            "short",
            "aliases",
            "kind",
            "level",
            "region",
            "parent",
            "members",
            "from",
            "to",
            "succeeded_by",
            "website",
            "note",
        ],
    },
    Register {
        set: "partners",
        file: "partners.toml",
        record: "partner",
        keys: &["id", "kind", "name", "short", "aliases", "country", "members", "website", "note"],
    },
    Register {
        set: "places",
        file: "places.toml",
        record: "place",
        keys: &["id", "kind", "name", "short", "aliases", "parent", "country", "note"],
    },
    Register { set: "topics", file: "topics.toml", record: "topic", keys: &["id", "name", "description"] },
    Register { set: "units", file: "units.toml", record: "unit", keys: &["id", "name", "plural", "kind"] },
    Register {
        set: "documents",
        file: "documents.toml",
        record: "document",
        keys: &[
            "id",
            "title",
            "aliases",
            "number",
            "issuers",
            "issued",
            "kind",
            "plan",
            "source_url",
            "note",
        ],
    },
    Register {
        set: "glossary",
        file: "glossary.toml",
        record: "term",
        keys: &["id", "name", "accepted", "avoid", "definition", "topic", "source"],
    },
];

/// A record with these keys of it; what is missing is left out.
pub(super) fn record(value: &Value, keys: &[&str]) -> Table {
    let fields =
        keys.iter().filter_map(|key| Some((content_key(key).to_owned(), field(key, value.get(*key)?)?)));
    fields.collect()
}

/// What is called otherwise in data: the address of a document, beside that of its page, and the hash of a source.
fn content_key(key: &str) -> &str {
    match key {
        "source_url" => "url",
        "sha256" => "hash",
        _ => key,
    }
}

/// One value; none for what is missing or empty.
pub(super) fn field(key: &str, value: &Value) -> Option<toml::Value> {
    match value {
        Value::Null => None,
        Value::Bool(value) => Some(toml::Value::Boolean(*value)),
        Value::Number(number) => {
            number.as_i64().map(toml::Value::Integer).or(number.as_f64().map(toml::Value::Float))
        }
        Value::String(text) => Some(toml::Value::String(text.clone())),
        Value::Array(list) => {
            let list: Vec<toml::Value> = list.iter().filter_map(|value| field(key, value)).collect();
            (!list.is_empty()).then_some(toml::Value::Array(list))
        }
        // A unit is told by its id.
        Value::Object(unit) if key == "unit" => field("code", unit.get("code")?),
        Value::Object(object) => {
            let fields = object.iter();
            let fields =
                fields.filter_map(|(key, value)| Some((content_key(key).to_owned(), field(key, value)?)));
            let table: Table = fields.collect();
            (!table.is_empty()).then_some(toml::Value::Table(table))
        }
    }
}
