//! Turns the content model into JSON Schemas, for editors and for tests.
//! Knows nothing of the open data, which has schemas of its own.

use super::plan::PlanRecord;
use super::registry::{
    DepartmentsFile, DocumentsFile, GlossaryFile, PartnersFile, PlacesFile, RedirectsFile, TopicsFile,
    UnitsFile,
};
use super::twins::TwinsFile;
use crate::config::Config;

/// One schema with the file that it describes.
pub struct Schema {
    /// The TOML file: `plan.toml`.
    pub file: &'static str,
    /// Its JSON Schema.
    pub schema: serde_json::Value,
}

/// The schema of every TOML file of `content/`.
pub fn schemas() -> Vec<Schema> {
    let entry = |file, schema: schemars::Schema| Schema { file, schema: schema.to_value() };
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
