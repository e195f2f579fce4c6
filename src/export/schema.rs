//! Turns the types of the records into JSON Schemas, so that data and schema cannot disagree.
//! Knows nothing of the content's own schemas, which are for editors.

use super::list::DataSet;
use super::portal::Portal;
use super::set::{Set, with_set};
use super::sets::{
    clauses::Clauses, departments::Departments, documents::Documents, duties::Duties, facts::Facts,
    glossary::Glossary, indicators::Indicators, mentions::Mentions, partners::Partners, places::Places,
    plans::Plans, projects::Projects, targets::Targets, topics::Topics, units::Units, whole,
};
use super::{ExportKey, index, route};
use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::Value;

/// A shape with a schema of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// `index.json`
    Index,
    /// `plans/<plan>.json`
    Plan,
    /// A data set.
    Set(Set),
}

impl Shape {
    /// All shapes.
    pub fn all() -> impl Iterator<Item = Shape> {
        [Shape::Index, Shape::Plan].into_iter().chain(Set::ALL.map(Shape::Set))
    }

    /// The name in paths.
    pub fn name(self) -> &'static str {
        match self {
            Shape::Index => "index",
            Shape::Plan => "plan",
            Shape::Set(set) => set.name(),
        }
    }

    /// The shape of a JSON file; none for other files.
    pub(super) fn of(key: &ExportKey) -> Option<Shape> {
        match key {
            ExportKey::Index => Some(Shape::Index),
            ExportKey::Plan(_) => Some(Shape::Plan),
            ExportKey::Data(set, ..) => Some(Shape::Set(*set)),
            _ => None,
        }
    }
}

/// The schema of a shape, with its own address.
pub(super) fn of(portal: Portal<'_>, shape: Shape) -> Value {
    let generator = || SchemaSettings::draft2020_12().for_serialize().into_generator();
    let (schema, title) = match shape {
        Shape::Index => (generator().into_root_schema_for::<index::Index>(), "index".to_owned()),
        Shape::Plan => (generator().into_root_schema_for::<whole::Plan>(), "plan".to_owned()),
        Shape::Set(set) => (list(set, generator()), format!("{}: {}", set.name(), set.description().en)),
    };
    let mut schema = schema;
    let address = portal.absolute(&route(portal.site, &ExportKey::Schema(shape)));
    schema.insert("$id".to_owned(), address.into());
    schema.insert("title".to_owned(), title.into());
    schema.to_value()
}

/// A data set is an array of its records.
fn list(set: Set, generator: SchemaGenerator) -> Schema {
    with_set!(set, Kind => generator.into_root_schema_for::<Vec<<Kind as DataSet>::Record>>())
}
