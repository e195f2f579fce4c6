//! Turns the small values that many records share into their shapes: dates, exact numbers, units, times, references.
//! Knows nothing of the records that hold them.
//!
//! The comments on fields here and in `sets` become the descriptions in the JSON Schemas. A field that may be missing
//! is an `Option` and is written as `null`: the shapes of the content model leave missing fields out, so data has
//! shapes of its own.

use super::portal::Spot;
use crate::content::plan::{Amount, Time};
use crate::content::registry;
use crate::content::words::{Basis, TimeKind};
use crate::content::{Catalog, EditionKind};
use crate::lang::{Bilingual, Texts};
use crate::record::{At, Date, PartialDate};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use std::borrow::Cow;

/// A text in both languages.
pub(super) type Pair = Bilingual<String>;

/// A date as exact as it is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub(super) struct Iso(pub(super) String);

impl From<PartialDate> for Iso {
    fn from(date: PartialDate) -> Self {
        Iso(date.to_string())
    }
}

impl From<Date> for Iso {
    fn from(date: Date) -> Self {
        Iso(date.to_string())
    }
}

impl JsonSchema for Iso {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "ISO 8601, as exact as it is known: a year (2021), a month (2016-03) or a day (2021-12-31)",
            "type": "string",
            "pattern": r"^\d{4}(-\d{2}){0,2}$"
        })
    }
}

/// An exact number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Exact(pub(super) String);

impl From<&Amount> for Exact {
    fn from(amount: &Amount) -> Self {
        Exact(amount.0.clone())
    }
}

impl JsonSchema for Exact {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "an exact number as text: a decimal (12500, 3.5), or a fraction (1/3) where no decimal is exact",
            "type": "string",
            "pattern": r"^\d+(\.\d+|/\d+)?$"
        })
    }
}

/// What a figure counts in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct UnitName {
    /// The id of the unit in `units.json`.
    pub(super) code: String,
    /// The measure word in Chinese.
    pub(super) zh: String,
    /// The singular in English.
    pub(super) en: String,
}

impl UnitName {
    /// The unit with an id; its own id is its name where nothing bears it.
    pub(super) fn of(catalog: &Catalog, id: &str) -> UnitName {
        let unit = catalog.units.find(id).map(|index| &catalog.units.records[index]);
        let name = unit.map_or_else(|| Pair::from_fn(|_| id.to_owned()), |unit| unit.name.clone());
        UnitName { code: id.to_owned(), zh: name.zh, en: name.en }
    }
}

/// A time as the plan bounds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct When {
    /// How it is bounded.
    pub(super) kind: TimeKind,
    /// First date.
    pub(super) start: Option<Iso>,
    /// Last date.
    pub(super) end: Option<Iso>,
    /// As the plan words it, short.
    pub(super) text: Option<Pair>,
    /// Where the time comes from.
    pub(super) basis: Basis,
}

impl From<&Time> for When {
    fn from(time: &Time) -> Self {
        When {
            kind: time.kind,
            start: time.start.map(Iso::from),
            end: time.end.map(Iso::from),
            text: time.text.clone(),
            basis: time.basis,
        }
    }
}

/// Other forms of a name, per language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Forms {
    /// Chinese forms.
    pub(super) zh: Vec<String>,
    /// English forms.
    pub(super) en: Vec<String>,
}

impl From<&registry::Aliases> for Forms {
    fn from(aliases: &registry::Aliases) -> Self {
        Forms { zh: aliases.zh.clone(), en: aliases.en.clone() }
    }
}

/// A clause of a plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub(super) struct ClauseName {
    /// The plan's id.
    pub(super) plan: String,
    /// The clause's id in the plan.
    pub(super) clause: String,
}

impl From<Spot> for ClauseName {
    fn from(spot: Spot) -> Self {
        ClauseName { plan: spot.plan, clause: spot.clause }
    }
}

/// A reference that says where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub(super) struct Grounded {
    /// The id of what is meant.
    pub(super) id: String,
    /// Where that comes from.
    pub(super) basis: Basis,
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Edition {
    /// The issuers' own text.
    Official,
    /// A translation of the official text.
    Translation,
    /// The portal's own wording.
    Digest,
}

impl From<EditionKind> for Edition {
    fn from(kind: EditionKind) -> Self {
        match kind {
            EditionKind::Official => Edition::Official,
            EditionKind::Translation => Edition::Translation,
            EditionKind::Digest => Edition::Digest,
        }
    }
}

/// A text, or nothing where it is empty.
pub(super) fn said(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// What there is of a text in both languages; nothing where there is none.
pub(super) fn texts(zh: String, en: String) -> Texts<String> {
    Texts { zh: said(&zh), en: said(&en) }
}

/// Ids without their places.
pub(super) fn ids<'a>(list: impl IntoIterator<Item = &'a At<String>>) -> Vec<String> {
    list.into_iter().map(|id| id.value.clone()).collect()
}

/// An id without its place.
pub(super) fn id(id: Option<&At<String>>) -> Option<String> {
    id.map(|id| id.value.clone())
}
