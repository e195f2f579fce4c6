//! Turns "which data set?" into its name, its words for people, its parts and its bytes.
//! Knows nothing of the fields of records.

use super::list::{self, DataSet};
use super::part::{MOST_BYTES, Part, Weight, cut};
use super::portal::Portal;
use super::sets::{
    clauses::Clauses, departments::Departments, documents::Documents, duties::Duties, facts::Facts,
    glossary::Glossary, indicators::Indicators, mentions::Mentions, partners::Partners, places::Places,
    plans::Plans, projects::Projects, targets::Targets, topics::Topics, units::Units,
};
use crate::lang::{Bilingual, Lang};
use crate::resolve::Site;
use std::io::Write;

/// A list of records of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Set {
    /// The clauses of all plans with their texts.
    Clauses,
    /// Responsible Chinese bodies.
    Departments,
    /// Cited documents.
    Documents,
    /// Clause × body × role.
    Duties,
    /// What was reached when a plan was written.
    Facts,
    /// The termbase.
    Glossary,
    /// Rows of numbered indicator tables.
    Indicators,
    /// Which clause names what.
    Mentions,
    /// Partners.
    Partners,
    /// Places.
    Places,
    /// Plans, without their texts.
    Plans,
    /// Numbered projects.
    Projects,
    /// Targets.
    Targets,
    /// Policy fields.
    Topics,
    /// Units of figures.
    Units,
}

/// In which format a data set is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Everything, in both languages.
    Json,
    /// A table for readers of one language.
    Csv(Lang),
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 3] = [Format::Json, Format::Csv(Lang::Zh), Format::Csv(Lang::En)];

    /// What a file's name ends in.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Csv(Lang::Zh) => "zh.csv",
            Format::Csv(Lang::En) => "en.csv",
        }
    }

    /// The language of a table.
    pub fn lang(self) -> Option<Lang> {
        match self {
            Format::Json => None,
            Format::Csv(lang) => Some(lang),
        }
    }
}

/// Does the same with whichever data set it is.
macro_rules! with_set {
    ($set:expr, $name:ident => $body:expr) => {
        with_set!(@each $set, $name, $body,
            Clauses Departments Documents Duties Facts Glossary Indicators Mentions Partners Places Plans Projects
            Targets Topics Units)
    };
    (@each $set:expr, $name:ident, $body:expr, $($kind:ident)*) => {
        match $set { $(Set::$kind => { type $name = $kind; $body })* }
    };
}
pub(super) use with_set;

impl Set {
    /// All data sets, by name.
    pub const ALL: [Set; 15] = [
        Set::Clauses,
        Set::Departments,
        Set::Documents,
        Set::Duties,
        Set::Facts,
        Set::Glossary,
        Set::Indicators,
        Set::Mentions,
        Set::Partners,
        Set::Places,
        Set::Plans,
        Set::Projects,
        Set::Targets,
        Set::Topics,
        Set::Units,
    ];

    /// The name in paths.
    pub fn name(self) -> &'static str {
        match self {
            Set::Clauses => "clauses",
            Set::Departments => "departments",
            Set::Documents => "documents",
            Set::Duties => "duties",
            Set::Facts => "facts",
            Set::Glossary => "glossary",
            Set::Indicators => "indicators",
            Set::Mentions => "mentions",
            Set::Partners => "partners",
            Set::Places => "places",
            Set::Plans => "plans",
            Set::Projects => "projects",
            Set::Targets => "targets",
            Set::Topics => "topics",
            Set::Units => "units",
        }
    }

    /// The name for people.
    pub fn title(self) -> Bilingual<&'static str> {
        let (zh, en) = match self {
            Set::Clauses => ("条款", "Clauses"),
            Set::Departments => ("责任单位", "Responsible bodies"),
            Set::Documents => ("引用文件", "Cited documents"),
            Set::Duties => ("职责", "Duties"),
            Set::Facts => ("已有基础", "Facts"),
            Set::Glossary => ("术语", "Glossary"),
            Set::Indicators => ("指标", "Indicators"),
            Set::Mentions => ("提及", "Mentions"),
            Set::Partners => ("合作方", "Partners"),
            Set::Places => ("地域", "Places"),
            Set::Plans => ("规划", "Plans"),
            Set::Projects => ("项目", "Projects"),
            Set::Targets => ("目标", "Targets"),
            Set::Topics => ("领域", "Topics"),
            Set::Units => ("计量单位", "Units"),
        };
        Bilingual { zh, en }
    }

    /// What it holds, in a sentence.
    pub fn description(self) -> Bilingual<&'static str> {
        let (zh, en) = match self {
            Set::Clauses => (
                "全部规划的各条文字，中英文对齐。",
                "The texts of all clauses of all plans, aligned in both languages.",
            ),
            Set::Departments => (
                "负责的中方单位，及其名称、沿革、职责、项目和目标。",
                "Responsible Chinese bodies with their names, history, duties, projects and targets.",
            ),
            Set::Documents => (
                "规划引用的文件，及引用它们的条款。",
                "Documents that the plans cite, and the clauses that cite them.",
            ),
            Set::Duties => ("哪一条、哪个单位、什么职责。", "Which clause gives which body which role."),
            Set::Facts => (
                "规划成文时已经达到的数量，不是目标。",
                "Quantities already reached when a plan was written; not targets.",
            ),
            Set::Glossary => (
                "中英文术语：推荐译法、可用译法和不宜用的译法。",
                "Terms in both languages: preferred, accepted and renderings to avoid.",
            ),
            Set::Indicators => {
                ("列入编号指标表的目标。", "Targets that stand in numbered tables of indicators.")
            }
            Set::Mentions => ("哪一条提到了哪个名称。", "Which clause names what."),
            Set::Partners => (
                "国家、地区、国际组织、合作机制、论坛和外国机构。",
                "Countries, regions, international organisations, mechanisms, forums and foreign institutions.",
            ),
            Set::Places => (
                "省市、区域、园区、走廊和国外地点。",
                "Provinces, cities, areas, zones, corridors and places abroad.",
            ),
            Set::Plans => ("规划的元数据和条款目录。", "Metadata of the plans, with their lists of clauses."),
            Set::Projects => (
                "编号项目，及其牵头和参与单位、时间、地点、合作方和数字。",
                "Numbered projects with lead and participating bodies, times, places, partners and figures.",
            ),
            Set::Targets => (
                "目标：数量、期限、力度、责任单位和载明它们的条款。",
                "Targets: figure, deadline, force, responsible bodies and the clause that states them.",
            ),
            Set::Topics => ("贯穿各规划的政策领域。", "Policy fields that cut across plans."),
            Set::Units => ("数字所用的计量单位。", "The units in which figures are given."),
        };
        Bilingual { zh, en }
    }

    /// The files that a format of it is cut into: one, unless it would be too large.
    pub fn parts(self, site: &Site) -> Vec<Part> {
        self.parts_within(site, MOST_BYTES)
    }

    /// The files that a format of it is cut into, if none may have more bytes than `limit`.
    pub(super) fn parts_within(self, site: &Site, limit: usize) -> Vec<Part> {
        let units = with_set!(self, Kind => Kind::units(site));
        cut(units.into_iter().map(|unit| unit.weight.bytes()), limit)
    }

    /// Writes a part of it; gives the number of records.
    pub(super) fn write(
        self,
        portal: Portal<'_>,
        format: Format,
        part: Part,
        out: &mut dyn Write,
    ) -> anyhow::Result<usize> {
        with_set!(self, Kind => match format {
            Format::Json => list::write_json::<Kind>(portal, part.units(), out),
            Format::Csv(lang) => list::write_csv::<Kind>(portal, lang, part.units(), out),
        })
    }

    /// The headings of its columns.
    pub(super) fn columns(self) -> Vec<Bilingual<&'static str>> {
        with_set!(self, Kind => Kind::columns().into_iter().map(|column| column.head).collect())
    }

    /// How many bytes a part may have: an estimate that is not too low.
    pub(super) fn weight(self, site: &Site, part: Part) -> Weight {
        let units = with_set!(self, Kind => Kind::units(site));
        units[part.units()].iter().map(|unit| unit.weight).sum()
    }
}
