//! Turns the registers (`departments.toml`, `partners.toml`, …) into typed records.
//! Knows nothing of plans, routes or HTML.

use super::words::{DepartmentKind, Level, PartnerKind, PlaceKind, UnitKind};
use crate::lang::Bilingual;
use crate::record::{At, Date, PartialDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Other forms of a name, per language.
#[derive(Debug, Clone, Default, Deserialize, Serialize, PartialEq, Eq, JsonSchema)]
#[serde(default)]
pub struct Aliases {
    /// Chinese forms.
    pub zh: Vec<String>,
    /// English forms.
    pub en: Vec<String>,
}

/// Any responsible Chinese body.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Department {
    /// Its id, which is its address.
    pub id: At<String>,
    /// Official names.
    pub name: Bilingual<String>,
    /// Usual short names.
    pub short: Option<Bilingual<String>>,
    /// Other forms that link to it.
    #[serde(default)]
    pub aliases: Aliases,
    /// Forms that may mean it and link only by hand.
    #[serde(default)]
    pub ambiguous: Aliases,
    /// Wrong forms found in official texts.
    #[serde(default)]
    pub misprints: Aliases,
    /// What kind of body.
    pub kind: DepartmentKind,
    /// At which level.
    pub level: Level,
    /// The place that it serves.
    pub region: Option<At<String>>,
    /// The body that it belongs to.
    pub parent: Option<At<String>>,
    /// The bodies that a collective stands for.
    #[serde(default)]
    pub members: Vec<At<String>>,
    /// Since when it exists under this name.
    pub from: Option<PartialDate>,
    /// Until when it did.
    pub to: Option<PartialDate>,
    /// What took over.
    #[serde(default)]
    pub succeeded_by: Vec<At<String>>,
    /// Its own site, if certain.
    pub website: Option<String>,
    /// A stated uncertainty.
    pub note: Option<Bilingual<String>>,
}

/// A member of a mechanism or organisation.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Member {
    /// The member's id.
    pub id: At<String>,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub to: Option<PartialDate>,
}

/// A country, region, international organisation, mechanism, forum, foreign institution or company.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Partner {
    /// Its id, which is its address.
    pub id: At<String>,
    /// What kind of partner.
    pub kind: PartnerKind,
    /// Official names.
    pub name: Bilingual<String>,
    /// Usual short names.
    pub short: Option<Bilingual<String>>,
    /// Other forms that link to it.
    #[serde(default)]
    pub aliases: Aliases,
    /// Forms that may mean it and link only by hand.
    #[serde(default)]
    pub ambiguous: Aliases,
    /// Wrong forms found in official texts.
    #[serde(default)]
    pub misprints: Aliases,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Members, with dates where certain.
    #[serde(default)]
    pub members: Vec<Member>,
    /// Its own site, if certain.
    pub website: Option<String>,
    /// A stated uncertainty.
    pub note: Option<Bilingual<String>>,
}

/// A province, city, area, zone or foreign place.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Place {
    /// Its id, which is its address.
    pub id: At<String>,
    /// What kind of place.
    pub kind: PlaceKind,
    /// Names.
    pub name: Bilingual<String>,
    /// Usual short names.
    pub short: Option<Bilingual<String>>,
    /// Other forms that link to it.
    #[serde(default)]
    pub aliases: Aliases,
    /// Forms that may mean it and link only by hand.
    #[serde(default)]
    pub ambiguous: Aliases,
    /// Wrong forms found in official texts.
    #[serde(default)]
    pub misprints: Aliases,
    /// The place that it lies in.
    pub parent: Option<At<String>>,
    /// ISO 3166-1 alpha-2, for places abroad.
    pub country: Option<String>,
    /// A stated uncertainty.
    pub note: Option<Bilingual<String>>,
}

/// A policy field that cuts across plans.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Topic {
    /// Its id, which is its address.
    pub id: At<String>,
    /// Names.
    pub name: Bilingual<String>,
    /// What it takes in.
    pub description: Bilingual<String>,
}

/// A unit of figures.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Unit {
    /// Its id, which is its code in the data.
    pub id: At<String>,
    /// The measure word in Chinese, the singular in English.
    pub name: Bilingual<String>,
    /// The English plural.
    pub plural: Option<String>,
    /// What it counts.
    pub kind: UnitKind,
}

/// A work cited in 《》.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Document {
    /// Its id, which is its address.
    pub id: At<String>,
    /// Titles.
    pub title: Bilingual<String>,
    /// Other forms in which it is cited.
    #[serde(default)]
    pub aliases: Aliases,
    /// Document number, where known for certain.
    pub number: Option<String>,
    /// Who issued it.
    #[serde(default)]
    pub issuers: Vec<At<String>>,
    /// When, where known for certain.
    pub issued: Option<PartialDate>,
    /// Plan, opinion, law, resolution, standard, …
    pub kind: Option<String>,
    /// The plan of this portal that it is.
    pub plan: Option<At<String>>,
    /// Its text elsewhere, if certain.
    pub url: Option<String>,
    /// A stated uncertainty.
    pub note: Option<Bilingual<String>>,
}

/// One entry of the bilingual termbase.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Term {
    /// Its id, which is its address.
    pub id: At<String>,
    /// The preferred term.
    pub name: Bilingual<String>,
    /// Other accepted forms.
    #[serde(default)]
    pub accepted: Aliases,
    /// Renderings to avoid.
    #[serde(default)]
    pub avoid: Aliases,
    /// What it means, in the portal's own words.
    pub definition: Option<Bilingual<String>>,
    /// The topic that it belongs to.
    pub topic: Option<At<String>>,
    /// Where the rendering comes from.
    pub source: Option<Bilingual<String>>,
}

/// An address that moved.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Redirect {
    /// The published address, from the portal's root: `/zh/plans/old/` or `/zh/plans/old/#c3`.
    pub from: At<String>,
    /// Where it leads now.
    pub to: At<String>,
    /// Since when.
    pub since: Option<Date>,
}

macro_rules! register_files {
    ($($(#[doc = $doc:literal])* $file:ident { $field:ident: $record:ty })*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
        pub struct $file {
            /// The entries.
            #[serde(default)]
            pub $field: Vec<$record>,
        }

        impl RegisterFile for $file {
            type Record = $record;
            fn into_records(self) -> Vec<$record> {
                self.$field
            }
        }
    )*};
}

/// A register file: a list of one kind of record.
pub trait RegisterFile: serde::de::DeserializeOwned {
    /// What the file lists.
    type Record;
    /// The entries in the order of the file.
    fn into_records(self) -> Vec<Self::Record>;
}

register_files! {
    /// `departments.toml`.
    DepartmentsFile { department: Department }
    /// `partners.toml`.
    PartnersFile { partner: Partner }
    /// `places.toml`.
    PlacesFile { place: Place }
    /// `topics.toml`.
    TopicsFile { topic: Topic }
    /// `units.toml`.
    UnitsFile { unit: Unit }
    /// `documents.toml`.
    DocumentsFile { document: Document }
    /// `glossary.toml`.
    GlossaryFile { term: Term }
    /// `redirects.toml`.
    RedirectsFile { redirect: Redirect }
}
