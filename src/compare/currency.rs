//! Turns a plan into how its translated clauses stand to their sources, and an editor's word into a new `twins.toml`.
//! Knows nothing of the disk: what is to be written is handed back.
//!
//! Which text a clause was made from, and whether that has moved on, is said by [`crate::content::twins`] and by the
//! skeleton; here it is counted, shown word by word, and settled. The old words come from `twins.toml`, which keeps them:
//! so the difference needs no version control, and is the one that the translator has to follow.

use super::words::{Piece, difference};
use crate::content::twins::{self, Twin};
use crate::content::{Bodies, PlanFolder, PlanText};
use crate::lang::Lang;
use crate::record::{At, Date};
use crate::report::{Place, nearest};
use crate::resolve::{Clause, Skeleton};
use serde::Serialize;
use std::collections::BTreeSet;

/// How a clause stands to its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Somebody accepted it as a translation of the source as it is now.
    Current,
    /// The source has changed since.
    Stale,
    /// Nobody has said from which words it was made.
    Unaccepted,
    /// There is no translation.
    Missing,
}

impl Standing {
    /// All of them.
    pub const ALL: [Standing; 4] =
        [Standing::Current, Standing::Stale, Standing::Unaccepted, Standing::Missing];

    /// The word in data and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Current => "current",
            Standing::Stale => "stale",
            Standing::Unaccepted => "unaccepted",
            Standing::Missing => "missing",
        }
    }
}

/// A clause whose source has words.
#[derive(Debug)]
pub struct Translated {
    /// Its id.
    pub id: String,
    /// Its heading, in its own language where it has one.
    pub heading: String,
    /// Its language.
    pub lang: Lang,
    /// How it stands.
    pub standing: Standing,
    /// Where its heading stands, if it is there.
    pub place: Option<Place>,
    /// Its source as it is now.
    pub source: String,
    /// What was last accepted.
    pub accepted: Option<Twin>,
}

impl Translated {
    /// What of the source changed since the translation was accepted.
    pub fn difference(&self) -> Vec<Piece> {
        self.accepted.as_ref().map(|twin| difference(&twin.text, &self.source)).unwrap_or_default()
    }
}

/// The translated clauses of a plan in reading order; none where no text of it is a translation.
pub fn translated(plan: &PlanFolder, skeleton: &Skeleton, bodies: Bodies<'_>) -> Vec<Translated> {
    let (texts, _) = bodies.of(plan);
    let langs = twins::translated(plan.record.plan.source_lang);
    let clauses = langs.iter().flat_map(|lang| skeleton.clauses.iter().map(move |clause| (clause, *lang)));
    clauses.filter_map(|(clause, lang)| of_clause(plan, &texts, clause, lang)).collect()
}

fn of_clause(plan: &PlanFolder, texts: &[PlanText], clause: &Clause, lang: Lang) -> Option<Translated> {
    if !clause.flags.has_text(lang.other()) {
        return None;
    }
    let own = twins::own_text(texts, &clause.id, lang);
    let accepted = plan.twins.as_ref().and_then(|twins| twins.of(&clause.id, lang));
    let standing = match clause.stale.get(lang) {
        _ if !clause.flags.has_text(lang) => Standing::Missing,
        Some(true) => Standing::Stale,
        Some(false) => Standing::Current,
        None => Standing::Unaccepted,
    };
    let place = own.and_then(|text| Some((text, text.clause(&clause.id)?)));
    let heading = clause.heading.get(lang).or(clause.heading.get(lang.other()));
    Some(Translated {
        id: clause.id.to_string(),
        heading: heading.map(|heading| heading.to_string()).unwrap_or_default(),
        lang,
        standing,
        place: place.map(|(text, clause)| Place::new(&text.file.path, clause.span.clone())),
        source: twins::source_clause(texts, &clause.id, lang).unwrap_or_default().to_owned(),
        accepted: accepted.cloned(),
    })
}

/// Why clauses cannot be accepted.
#[derive(Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No clause has this id; the nearest that there is.
    Unknown(String, Option<String>),
    /// This clause has no translation, or nothing that it was translated from.
    NotTranslated(String),
}

/// What accepting gives.
#[derive(Debug)]
pub struct Accepted {
    /// The clauses that were not current and are now.
    pub clauses: Vec<String>,
    /// Clauses of which `twins.toml` spoke and which are gone; it speaks of them no longer.
    pub gone: Vec<String>,
    /// The new `twins.toml`.
    pub file: String,
}

/// Takes clauses as true to their sources as these are now: those that are named, or all that have a translation.
///
/// # Errors
/// When one of them cannot be accepted; then none is.
pub fn accept(
    plan: &PlanFolder,
    skeleton: &Skeleton,
    bodies: Bodies<'_>,
    named: Option<&[String]>,
    by: &str,
    at: Date,
) -> Result<Accepted, Refusal> {
    let all = translated(plan, skeleton, bodies);
    let can = |clause: &&Translated| clause.standing != Standing::Missing;
    for id in named.unwrap_or_default() {
        if skeleton.find(id).is_none() {
            let near = nearest(id, skeleton.clauses.iter().map(|clause| &*clause.id));
            return Err(Refusal::Unknown(id.clone(), near.map(str::to_owned)));
        }
        if !all.iter().filter(can).any(|clause| clause.id == *id) {
            return Err(Refusal::NotTranslated(id.clone()));
        }
    }
    let is_named = |clause: &&Translated| named.is_none_or(|ids| ids.contains(&clause.id));
    let is_new = |clause: &&Translated| clause.standing != Standing::Current;
    let new: Vec<&Translated> = all.iter().filter(can).filter(is_named).filter(is_new).collect();
    let mut kept: Vec<Twin> = plan.twins.as_ref().map(|twins| twins.clauses.clone()).unwrap_or_default();
    let gone: BTreeSet<String> = kept
        .iter()
        .filter(|twin| skeleton.find(&twin.id).is_none())
        .map(|twin| twin.id.value.clone())
        .collect();
    kept.retain(|twin| !gone.contains(twin.id.as_str()));
    kept.retain(|twin| !new.iter().any(|clause| clause.id == twin.id.value && clause.lang == twin.lang));
    let clauses = new.iter().map(|clause| clause.id.clone()).collect();
    kept.extend(new.into_iter().map(|clause| Twin {
        id: At { value: clause.id.clone(), ..At::default() },
        lang: clause.lang,
        of: twins::mark(&clause.source),
        text: clause.source.clone(),
        by: by.to_owned(),
        at,
    }));
    kept.sort_by_key(|twin| (skeleton.find(&twin.id), twin.lang));
    Ok(Accepted { clauses, gone: gone.into_iter().collect(), file: twins::write(&kept) })
}
