//! Turns the open data of two days into what changed between them, as readers would say it.
//! Knows nothing of the words in which it is said.
//!
//! What a plan holds is compared within that plan; of a plan that is new or gone nothing more is said. Lists keep the
//! order of the later day, and what is gone comes last.

use super::data::{Data, id};
use super::kind::{Field, Kind};
use super::words::{Piece, difference};
use crate::lang::{Bilingual, Lang};
use crate::markup::{self, plain};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Something that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What kind of thing.
    pub kind: Kind,
    /// Its id; of what a plan holds, within the plan.
    pub id: String,
    /// The plan that holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<Held>,
    /// What it is called.
    pub name: Bilingual<String>,
    /// Where it is to be read, if it still is.
    pub url: Option<Bilingual<String>>,
    /// What happened to it.
    #[serde(flatten)]
    pub what: What,
}

/// The plan that holds something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Held {
    /// The plan's id.
    pub id: String,
    /// Its title.
    pub title: Bilingual<String>,
    /// The clause where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// What happened to a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Gone,
    /// Its page leads on to another one.
    Moved,
    /// A field says something else.
    Became {
        /// Which one.
        field: &'static str,
        /// What it said.
        from: Bilingual<Option<String>>,
        /// What it says.
        to: Bilingual<Option<String>>,
    },
    /// Its text says something else.
    Reworded {
        /// The language of the text.
        lang: Lang,
        /// Word by word.
        difference: Vec<Piece>,
    },
    /// Its source moved on, and the translation has not followed yet.
    Stale,
    /// The translation has followed its source.
    Settled,
}

/// What changed from one day to another. `leads_on` says of a page that is no longer listed whether something stands in
/// its place.
pub fn changes(old: &Data, new: &Data, leads_on: &dyn Fn(&str) -> bool) -> Vec<Change> {
    let both = Both { old, new };
    let plans = |data: &Data| data.plans.values().cloned().collect::<Vec<Value>>();
    let mut all = Vec::new();
    for plan in new.plans.values() {
        all.extend(both.list(Kind::Plan, None, &plans(old), std::slice::from_ref(plan), false));
        let Some(before) = old.plans.get(id(plan)) else { continue };
        for kind in Kind::OF_PLANS {
            let records = |plan: &Value| plan[kind.set()].as_array().cloned().unwrap_or_default();
            all.extend(both.list(kind, Some(plan), &records(before), &records(plan), true));
        }
    }
    all.extend(both.list(Kind::Plan, None, &plans(old), &plans(new), true).into_iter().filter(is_gone));
    for kind in Kind::REGISTERS {
        let records = |data: &Data| data.registers.get(&kind).cloned().unwrap_or_default();
        all.extend(both.list(kind, None, &records(old), &records(new), true));
    }
    all.extend(old.pages.difference(&new.pages).map(|page| Change {
        kind: Kind::Page,
        id: page.clone(),
        plan: None,
        name: Bilingual::from_fn(|_| format!("/{page}")),
        url: None,
        what: if leads_on(page) { What::Moved } else { What::Gone },
    }));
    all
}

fn is_gone(change: &Change) -> bool {
    change.what == What::Gone
}

/// The data of both days: each record is said in the words of its own.
struct Both<'a> {
    old: &'a Data,
    new: &'a Data,
}

impl Both<'_> {
    /// What changed in a list; `whole` where what is not in the later list is gone.
    fn list(
        &self,
        kind: Kind,
        plan: Option<&Value>,
        old: &[Value],
        new: &[Value],
        whole: bool,
    ) -> Vec<Change> {
        let before: BTreeMap<&str, &Value> = old.iter().map(|record| (id(record), record)).collect();
        let mut all = Vec::new();
        for record in new {
            match before.get(id(record)) {
                None => all.push(change(kind, plan, self.new, record, What::Added)),
                Some(before) => {
                    let whats = self.record(kind, before, record).into_iter();
                    all.extend(whats.map(|what| change(kind, plan, self.new, record, what)));
                }
            }
        }
        let is_there = |record: &&Value| new.iter().any(|later| id(later) == id(record));
        let gone = old.iter().filter(|record| whole && !is_there(record));
        all.extend(gone.map(|record| change(kind, plan, self.old, record, What::Gone)));
        all
    }

    /// What changed in a record.
    fn record(&self, kind: Kind, before: &Value, after: &Value) -> Vec<What> {
        // Compared in the words of one portal, told in those of each.
        let say = |field: &Field, data: &Data, record: &Value| {
            Bilingual::from_fn(|lang| (field.say)(data, record, lang))
        };
        let differs = |field: &&Field| say(field, self.new, before) != say(field, self.new, after);
        let became = kind.fields().iter().filter(differs).map(|field| What::Became {
            field: field.name,
            from: say(field, self.old, before),
            to: say(field, self.new, after),
        });
        let mut whats: Vec<What> = became.collect();
        if kind == Kind::Clause {
            whats.extend(Lang::ALL.into_iter().filter_map(|lang| reworded(before, after, lang)));
            let is_stale = |record: &Value| record["stale"] == true;
            match (is_stale(before), is_stale(after)) {
                (false, true) => whats.push(What::Stale),
                (true, false) => whats.push(What::Settled),
                _ => {}
            }
        }
        whats
    }
}

/// The words of a clause in a language, where they are others: links and marks are no words.
fn reworded(before: &Value, after: &Value, lang: Lang) -> Option<What> {
    let markdown = |record: &Value| record["texts"][lang.code()].as_str().unwrap_or_default().to_owned();
    let (before, after) = (markdown(before), markdown(after));
    if before == after {
        return None;
    }
    let words = |markdown: &str| plain::of_blocks(&markup::parse(markdown, lang).0.blocks);
    let (before, after) = (words(&before), words(&after));
    (before != after).then(|| What::Reworded { lang, difference: difference(&before, &after) })
}

fn change(kind: Kind, plan: Option<&Value>, data: &Data, record: &Value, what: What) -> Change {
    let url = &record["url"];
    let url = Lang::ALL.iter().all(|lang| url[lang.code()].is_string()).then(|| super::data::pair(url));
    // `<plan>/<id>` in lists of all plans.
    let own = plan.and_then(|plan| id(record).strip_prefix(id(plan))?.strip_prefix('/'));
    Change {
        kind,
        id: own.unwrap_or(id(record)).to_owned(),
        plan: plan.map(|plan| Held {
            id: id(plan).to_owned(),
            title: Kind::Plan.name(plan),
            clause: record["clause"].as_str().map(str::to_owned),
        }),
        name: kind.name_in(data, record),
        url: url.filter(|_| what != What::Gone),
        what,
    }
}
