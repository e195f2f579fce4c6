//! Turns `[[priority]]` of `plan.toml` into a typed record: where, along a corridor, a plan puts its weight.
//! Knows nothing of what the ids lead to.

use super::words::Basis;
use crate::record::At;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The regions, countries and mechanisms that a clause puts first along a corridor.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Priority {
    /// The clause.
    pub clause: At<String>,
    /// The corridor: a place.
    pub along: At<String>,
    /// Regions, as partners.
    #[serde(default)]
    pub regions: Vec<At<String>>,
    /// What the clause lists as countries, as partners: it may list a region or an organisation among them.
    #[serde(default)]
    pub countries: Vec<At<String>>,
    /// The mechanisms to be used, as partners.
    #[serde(default)]
    pub mechanisms: Vec<At<String>>,
    /// Where that comes from.
    #[serde(default = "stated")]
    pub basis: Basis,
}

impl Priority {
    /// Those to which priority is given; mechanisms are means.
    pub fn first(&self) -> impl Iterator<Item = &At<String>> {
        self.regions.iter().chain(&self.countries)
    }

    /// All partners that it names.
    pub fn partners(&self) -> impl Iterator<Item = &At<String>> {
        self.first().chain(&self.mechanisms)
    }
}

fn stated() -> Basis {
    Basis::Stated
}
