//! Turns the texts of one plan into its skeleton: clauses with headings in both languages, flags and mentions.
//! Knows nothing of other plans' texts.

use super::at_hand::World;
use super::entity::Entity;
use super::links::OpenLink;
use super::mentions::{Found, Reader};
use crate::content::{ClauseText, EditionKind, PlanFolder, PlanText, is_same_id, twins};
use crate::lang::{Lang, Texts};
use crate::markup::Block;
use crate::record::Span;
use crate::report::{Code, Diagnostic, Place};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is kept of a plan's texts.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Skeleton {
    /// The clauses of all texts, in the order of the first text that has each.
    pub clauses: Vec<Clause>,
    /// The texts there are, best first within a language.
    pub editions: Vec<Edition>,
}

/// A text that there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its language.
    pub lang: Lang,
    /// What it is.
    pub kind: EditionKind,
    /// How many bytes it has.
    pub bytes: u32,
}

/// One clause, without its text.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Its id.
    pub id: Box<str>,
    /// How deep it lies: 1 for chapters.
    pub level: u8,
    /// The printed number as the text gives it; else it follows from the id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Box<str>>,
    /// Headings.
    pub heading: Texts<Box<str>>,
    /// What is special about it.
    pub flags: Flags,
    /// What its text names, each once, in order.
    #[serde(default, skip_serializing_if = "<[Mention]>::is_empty")]
    pub mentions: Box<[Mention]>,
    /// Whether its text in a language was made from another source than there is now; `None` where nobody has said from
    /// which.
    #[serde(default, skip_serializing_if = "is_unsaid")]
    pub stale: Texts<bool>,
    /// Where its heading stands in the best text of each language.
    pub span: Texts<Span>,
}

fn is_unsaid(texts: &Texts<bool>) -> bool {
    *texts == Texts::none()
}

/// What is special about a clause.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flags {
    /// The heading is inferred.
    pub inferred: bool,
    /// Text is lost here.
    pub gap: bool,
    /// It has text, not only a heading, in Chinese.
    pub zh_text: bool,
    /// It has text in English.
    pub en_text: bool,
    /// It has clauses under it.
    pub parent: bool,
}

impl Flags {
    /// True when the clause has text in the language.
    pub fn has_text(self, lang: Lang) -> bool {
        match lang {
            Lang::Zh => self.zh_text,
            Lang::En => self.en_text,
        }
    }
}

/// Something named in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mention {
    /// What.
    pub entity: Entity,
    /// In the Chinese text.
    pub zh: bool,
    /// In the English text.
    pub en: bool,
}

impl Skeleton {
    /// The number of the clause with an id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.clauses.iter().position(|clause| is_same_id(&clause.id, id))
    }

    /// True when every text of the plan could be read; else nobody knows which clauses there are.
    pub fn is_whole(&self, plan: &PlanFolder) -> bool {
        self.editions.len() == plan.texts.len()
    }

    /// The best text in a language.
    pub fn best(&self, lang: Lang) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.lang == lang)
    }
}

/// What reading the texts of a plan gives.
pub(super) struct Reading {
    /// What is kept of them.
    pub(super) skeleton: Skeleton,
    /// Links to clauses and targets, to be checked when those of all plans are known.
    pub(super) open: Vec<OpenLink>,
    /// What is wrong with them.
    pub(super) faults: Vec<Diagnostic>,
}

/// Reads the texts of a plan once.
pub(super) fn read(world: World<'_>, plan: &PlanFolder, texts: &[PlanText]) -> Reading {
    let World { catalog, names, .. } = world;
    let mut faults = Vec::new();
    let mut clauses: Vec<Clause> = Vec::new();
    let mut mentions: BTreeMap<&str, BTreeMap<Entity, (bool, bool)>> = BTreeMap::new();
    let mut open = Vec::new();
    for text in texts {
        merge(&mut clauses, text);
        let reader = Reader { catalog, names, plan, text };
        for clause in &text.clauses {
            let Found { entities, links, faults: more } = reader.read(clause);
            let named = mentions.entry(&clause.id).or_default();
            for entity in entities {
                let entry = named.entry(entity).or_default();
                *(if text.file.lang == Lang::Zh { &mut entry.0 } else { &mut entry.1 }) = true;
            }
            open.extend(links);
            faults.extend(more);
        }
    }
    for clause in &mut clauses {
        let named = mentions.remove(&*clause.id).unwrap_or_default();
        clause.mentions = named.into_iter().map(|(entity, (zh, en))| Mention { entity, zh, en }).collect();
    }
    mark_parents(&mut clauses);
    mark_stale(&mut clauses, plan, texts);
    check_order(texts, &mut faults);
    let editions = texts.iter().map(|text| Edition {
        lang: text.file.lang,
        kind: text.file.kind,
        bytes: u32::try_from(text.source.len()).unwrap_or(u32::MAX),
    });
    clauses.shrink_to_fit();
    Reading { skeleton: Skeleton { clauses, editions: editions.collect() }, open, faults }
}

/// Adds a text's clauses to those of the texts before it; a new one goes after its neighbour in its own text.
fn merge(clauses: &mut Vec<Clause>, text: &PlanText) {
    let mut after = 0;
    for found in &text.clauses {
        let at = clauses.iter().position(|known| is_same_id(&known.id, &found.id)).unwrap_or_else(|| {
            let at = after.min(clauses.len());
            clauses.insert(at, Clause::new(found));
            at
        });
        after = at + 1;
        let clause = &mut clauses[at];
        let lang = text.file.lang;
        let first_of_language = clause.heading.get(lang).is_none();
        clause.flags.gap |= found.gap;
        clause.flags.inferred |= found.inferred;
        let has_text = text.section(found).blocks.iter().any(|block| !matches!(block, Block::Rule { .. }));
        match lang {
            Lang::Zh => clause.flags.zh_text |= has_text,
            Lang::En => clause.flags.en_text |= has_text,
        }
        if first_of_language {
            *clause.heading.slot(lang) = Some(found.heading.as_str().into());
            *clause.span.slot(lang) = Some(found.span.clone().into());
        }
    }
}

impl Clause {
    fn new(found: &ClauseText) -> Clause {
        Clause {
            id: found.id.as_str().into(),
            level: found.parsed.level(),
            number: found.number.as_deref().map(Into::into),
            heading: Texts::none(),
            flags: Flags::default(),
            mentions: Box::default(),
            stale: Texts::none(),
            span: Texts::none(),
        }
    }
}

/// A clause is a parent when the next one lies under it, were it by more than one step: texts have lost headings.
fn mark_parents(clauses: &mut [Clause]) {
    for at in 1..clauses.len() {
        let below = clauses[at].id.strip_prefix(&*clauses[at - 1].id);
        clauses[at - 1].flags.parent = below.is_some_and(|rest| rest.starts_with('-'));
    }
}

/// A clause is stale in a language when the text that it was made from has moved on. A clause that the source no longer
/// has lacks its twin, which is another matter.
fn mark_stale(clauses: &mut [Clause], plan: &PlanFolder, texts: &[PlanText]) {
    let Some(twins) = &plan.twins else { return };
    for clause in clauses {
        for lang in Lang::ALL {
            let Some(twin) = twins.of(&clause.id, lang) else { continue };
            let now = twins::source_clause(texts, &clause.id, lang);
            *clause.stale.slot(lang) = now.map(|now| twins::mark(now) != twin.of);
        }
    }
}

/// Clauses stand in the same order in every text.
fn check_order(texts: &[PlanText], faults: &mut Vec<Diagnostic>) {
    let Some((first, rest)) = texts.split_first() else { return };
    let order: BTreeMap<&str, usize> =
        first.clauses.iter().enumerate().map(|(i, c)| (c.id.as_str(), i)).collect();
    for text in rest {
        let mut last = 0;
        for clause in &text.clauses {
            let Some(at) = order.get(clause.id.as_str()) else { continue };
            if *at < last {
                let fault = Diagnostic::new(Code::TwinOrder).with("id", &clause.id);
                let fault = fault.with("lang", first.file.lang.code());
                faults.push(fault.at(Place::new(&text.file.path, clause.span.clone())));
            }
            last = last.max(*at);
        }
    }
}
