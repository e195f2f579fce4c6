//! Turns the clauses of plans into `clauses.json` and its tables: aligned texts as Markdown.
//! Knows nothing of the records that cite a clause.

use super::super::list::DataSet;
use super::super::part::{Unit, Weight};
use super::super::portal::Portal;
use super::super::table::{Column, column, in_lang, list};
use super::super::texts::{self, EditionText};
use super::super::value::{Edition, Grounded, Pair};
use super::{FRAME, plan_units};
use crate::content::ClauseId;
use crate::content::words::Basis;
use crate::lang::{Lang, Texts};
use crate::resolve::{Clause, EntityKind, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// `clauses.json`
pub(crate) struct Clauses;

/// A clause with its texts in both languages.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Row {
    /// `<plan>#<clause>`
    pub(crate) id: String,
    /// The plan's id.
    pub(crate) plan: String,
    /// Its id in the plan.
    pub(crate) clause: String,
    /// Its place in the plan's reading order, from 1.
    pub(crate) position: usize,
    #[serde(flatten)]
    pub(crate) heading: Heading,
    #[serde(flatten)]
    pub(crate) words: Words,
}

/// What a clause's heading says.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Heading {
    /// How deep it lies: 1 for chapters.
    pub(crate) level: u8,
    /// The number as each language prints it; `null` for a heading without number.
    pub(crate) number: Option<Texts<String>>,
    /// The whole number for citing it, from the chapter down.
    pub(crate) cited: Option<Texts<String>>,
    /// The heading.
    pub(crate) heading: Texts<String>,
    /// True where the source moved on after the translation; `null` where no translation is on record.
    pub(crate) stale: Option<bool>,
    /// True where text is lost.
    pub(crate) gap: bool,
    /// True where the heading is inferred.
    pub(crate) inferred: bool,
    /// Its anchor on the plan's page.
    pub(crate) url: Pair,
}

/// What a clause says.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Words {
    /// Its policy fields, its own or its parent's.
    pub(crate) topics: Vec<Grounded>,
    /// What each text is.
    pub(crate) edition: Texts<Edition>,
    /// The best text in each language as Markdown; `null` where a clause has only a heading.
    pub(crate) texts: Texts<String>,
    /// The other texts that there are.
    pub(crate) other_texts: Vec<OtherText>,
}

/// A text beside the best one.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct OtherText {
    /// Its language.
    pub(crate) lang: Lang,
    /// What it is.
    pub(crate) edition: Edition,
    /// The text as Markdown.
    pub(crate) text: String,
}

impl Heading {
    /// The heading of a clause.
    pub(crate) fn of(portal: Portal<'_>, plan: usize, clause: &Clause) -> Heading {
        Heading {
            level: clause.level,
            number: numbers(|lang| printed(clause, lang)),
            cited: numbers(|lang| portal.site.cited(clause, lang)),
            heading: Texts {
                zh: clause.heading.zh.as_deref().map(str::to_owned),
                en: clause.heading.en.as_deref().map(str::to_owned),
            },
            stale: clause.stale.zh.max(clause.stale.en),
            gap: clause.flags.gap,
            inferred: clause.flags.inferred,
            url: portal.clause(plan, &clause.id),
        }
    }
}

/// The number as the text gives it, else as the language prints it. A number that a text gives is a Chinese one.
fn printed(clause: &Clause, lang: Lang) -> String {
    match (lang, &clause.number) {
        (Lang::Zh, Some(number)) => number.to_string(),
        _ => ClauseId::parse(&clause.id).map(|id| id.printed(lang)).unwrap_or_default(),
    }
}

fn numbers(number: impl Fn(Lang) -> String) -> Option<Texts<String>> {
    let numbers = super::super::value::texts(number(Lang::Zh), number(Lang::En));
    (numbers != Texts::none()).then_some(numbers)
}

impl Words {
    /// What a clause says in the texts of its plan, which are best first within a language.
    pub(crate) fn of(portal: Portal<'_>, plan: usize, clause: &Clause, texts: &[EditionText]) -> Words {
        let mut words = Words {
            topics: topics(portal, plan, &clause.id),
            edition: Texts::none(),
            texts: Texts::none(),
            other_texts: Vec::new(),
        };
        for text in texts {
            let Some(found) = text.clauses.get(&*clause.id) else { continue };
            if words.texts.get(text.lang).is_none() {
                *words.texts.slot(text.lang) = Some(found.clone());
                *words.edition.slot(text.lang) = Some(text.kind);
            } else {
                let other = OtherText { lang: text.lang, edition: text.kind, text: found.clone() };
                words.other_texts.push(other);
            }
        }
        words
    }
}

fn topics(portal: Portal<'_>, plan: usize, clause: &str) -> Vec<Grounded> {
    let topics = portal.site.topics(plan, clause).into_iter();
    let mut topics: Vec<Grounded> = topics
        .map(|topic| Grounded { id: portal.site.id(topic).to_owned(), basis: Basis::Editorial })
        .collect();
    topics.sort();
    topics.dedup();
    topics
}

/// Bytes that a clause may have without its texts.
pub(crate) fn head_weight(clause: &Clause) -> usize {
    let heading =
        clause.heading.zh.as_deref().map_or(0, str::len) + clause.heading.en.as_deref().map_or(0, str::len);
    FRAME + 2 * heading
}

impl DataSet for Clauses {
    type Record = Row;

    /// A text takes more bytes in JSON than in its file, since line ends and quotation marks are escaped.
    fn units(site: &Site) -> Vec<Unit> {
        plan_units(site, '#', |_, skeleton| {
            let texts: usize = skeleton.editions.iter().map(|edition| edition.bytes as usize).sum();
            Weight { frame: skeleton.clauses.iter().map(head_weight).sum(), words: texts + texts / 4 }
        })
    }

    fn records(portal: Portal<'_>, unit: usize) -> anyhow::Result<Vec<Row>> {
        let texts = texts::of(portal, unit)?;
        let plan = portal.plan_id(unit);
        let clauses = portal.site.skeletons[unit].clauses.iter().enumerate();
        let rows = clauses.map(|(at, clause)| Row {
            id: format!("{plan}#{}", clause.id),
            plan: plan.to_owned(),
            clause: clause.id.to_string(),
            position: at + 1,
            heading: Heading::of(portal, unit, clause),
            words: Words::of(portal, unit, clause, &texts),
        });
        let mut rows: Vec<Row> = rows.collect();
        rows.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(rows)
    }

    fn columns() -> Vec<Column<Row>> {
        vec![
            column("编号", "ID", |r: &Row, _| r.id.clone()),
            column("规划", "Plan", |r, s| s.plan(&r.plan)),
            column("规划编号", "Plan ID", |r, _| r.plan.clone()),
            column("条款", "Clause", |r, _| r.clause.clone()),
            column("次序", "Position", |r, _| r.position.to_string()),
            column("层级", "Level", |r, _| r.heading.level.to_string()),
            column("序号", "Number", |r, s| {
                r.heading.number.as_ref().map(|number| in_lang(number, s.lang)).unwrap_or_default()
            }),
            column("标题（中文）", "Heading (Chinese)", |r, _| in_lang(&r.heading.heading, Lang::Zh)),
            column("标题（英文）", "Heading (English)", |r, _| in_lang(&r.heading.heading, Lang::En)),
            column("正文（中文）", "Text (Chinese)", |r, _| in_lang(&r.words.texts, Lang::Zh)),
            column("正文（英文）", "Text (English)", |r, _| in_lang(&r.words.texts, Lang::En)),
            column("中文文本性质", "Chinese text is", |r, s| s.maybe(r.words.edition.zh)),
            column("英文文本性质", "English text is", |r, s| s.maybe(r.words.edition.en)),
            column("领域", "Topics", |r, s| {
                s.names(EntityKind::Topic, r.words.topics.iter().map(|topic| &topic.id))
            }),
            column("领域编号", "Topic IDs", |r, _| list(r.words.topics.iter().map(|topic| &topic.id))),
            column("待更新", "Stale", |r, s| {
                r.heading.stale.map(|stale| s.yes(stale)).unwrap_or_default()
            }),
            column("文字有缺", "Gap", |r, s| s.yes(r.heading.gap)),
            column("标题为补拟", "Heading inferred", |r, s| s.yes(r.heading.inferred)),
            column("网址", "URL", |r, s| s.pick(&r.heading.url)),
        ]
    }
}
