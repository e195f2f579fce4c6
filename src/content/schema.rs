//! Turns the content model into JSON Schemas, for editors and for tests.
//! Knows nothing of the open data, which has schemas of its own.

use super::plan::PlanRecord;
use super::registry::{
    DepartmentsFile, DocumentsFile, GlossaryFile, PartnersFile, PlacesFile, RedirectsFile, TopicsFile,
    UnitsFile,
};
use super::twins::TwinsFile;
use crate::config::Config;
use serde_json::Value;

/// One schema with the file that it describes.
pub struct Schema {
    /// The TOML file: `plan.toml`.
    pub file: &'static str,
    /// Its JSON Schema.
    pub schema: Value,
}

/// The schema of every TOML file of `content/`.
pub fn schemas() -> Vec<Schema> {
    let entry = |file, schema: schemars::Schema| Schema { file, schema: strict(schema.to_value()) };
    vec![
        entry("portal.toml", schemars::schema_for!(Config)),
        entry("departments.toml", schemars::schema_for!(DepartmentsFile)),
        entry("partners.toml", schemars::schema_for!(PartnersFile)),
        entry("places.toml", schemars::schema_for!(PlacesFile)),
        entry("topics.toml", schemars::schema_for!(TopicsFile)),
        entry("units.toml", schemars::schema_for!(UnitsFile)),
        entry("documents.toml", schemars::schema_for!(DocumentsFile)),
        entry("glossary.toml", schemars::schema_for!(GlossaryFile)),
        entry("redirects.toml", schemars::schema_for!(RedirectsFile)),
        entry("plan.toml", schemars::schema_for!(PlanRecord)),
        entry("twins.toml", schemars::schema_for!(TwinsFile)),
    ]
}

/// A key that the format does not have is a fault, so no table takes any.
fn strict(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(object) => {
            object.values_mut().for_each(|value| *value = strict(value.take()));
            if object.get("properties").is_some_and(Value::is_object)
                && !object.contains_key("additionalProperties")
            {
                object.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = strict(item.take())),
        _ => {}
    }
    schema
}

/// What an editor needs at a portal's root to know its TOML files: the schemas, and which file follows which, as Taplo
/// and Even Better TOML read it. Paths and texts.
pub fn for_editors() -> Vec<(String, String)> {
    let schemas = schemas();
    let mut rules = String::from(
        "# Which schema each file of content/ follows: editors with Taplo (Even Better TOML in VS Code) complete keys,\n\
         # show what they mean and mark what is misspelt. Written by `diptych schema --write`.\n\
         include = [\"content/**/*.toml\"]\n",
    );
    let mut files = Vec::new();
    for Schema { file, schema } in &schemas {
        let is_of_plan = ["plan.toml", "twins.toml"].contains(file);
        let folder = if is_of_plan { "content/plans/*/" } else { "content/" };
        let path = format!("schemas/{}.schema.json", file.trim_end_matches(".toml"));
        rules.push_str(&format!(
            "\n[[rule]]\ninclude = [\"**/{folder}{file}\"]\n[rule.schema]\npath = \"{path}\"\nenabled = true\n"
        ));
        files.push((path, format!("{schema:#}\n")));
    }
    files.push((".taplo.toml".to_owned(), rules));
    files
}
