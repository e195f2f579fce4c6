//! Turns a portal into a report that says for each norm which of its items hold.
//! Knows nothing of how pages are made, and claims nothing: every answer comes from what was made, names the test that
//! gives it, or says that a person has to look.

mod files;
mod norms;
mod pages;
mod tree;

use crate::build::{Maker, Portal, Producer, SearchFiles, bundle};
use crate::lang::Lang;
use crate::message::Messages;
use crate::route::Route;
use anyhow::Context;
use files::Files;
use norms::{NORMS, Norm, Shown};
use pages::Page;
use rayon::prelude::*;
use serde::Serialize;
use tree::Tree;

/// So many places of a fault are named.
const NAMED: usize = 3;

/// The report.
#[derive(Debug, Serialize)]
pub struct Conformance {
    /// The norms in the order of the table.
    pub norms: Vec<NormAnswer>,
}

/// What is said of a norm.
#[derive(Debug, Serialize)]
pub struct NormAnswer {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// What it asks for.
    pub items: Vec<ItemAnswer>,
}

/// What is said of an item.
#[derive(Debug, Serialize)]
pub struct ItemAnswer {
    /// Its id.
    pub id: &'static str,
    /// What is asked.
    pub name: String,
    /// The answer.
    #[serde(flatten)]
    pub answer: Answer,
}

/// Whether an item holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum Answer {
    /// Everywhere where it was looked for.
    Holds {
        /// How many pages, files or plans were looked at.
        looked_at: usize,
    },
    /// Not everywhere.
    Fails {
        /// How many pages, files or plans were looked at.
        looked_at: usize,
        /// Where it does not hold, in how many of them.
        failing: usize,
        /// The first of them.
        places: Vec<String>,
    },
    /// The portal has nothing of which it could be asked.
    NotConcerned,
    /// A test of the program shows it.
    Test {
        /// Which.
        file: &'static str,
    },
    /// A person has to look.
    Person,
}

/// What a probe found: the place, and whether the item holds there.
type Found = Vec<(String, bool)>;

/// Looks at everything that a portal comes to.
///
/// # Errors
/// When a file of the site cannot be made.
pub fn conformance(portal: &Portal, lang: Lang) -> anyhow::Result<Conformance> {
    let words = words(lang);
    let made = Made::of(portal)?;
    let is_government = portal.site.catalog.config.government_site.is_some();
    let of_norm = |norm: &Norm| {
        let items = norm.items.iter().zip(made.answers(portal, norm));
        let items = items.map(|(item, answer)| ItemAnswer {
            id: item.id,
            name: words.say(item.id, None, &[]).unwrap_or_else(|| item.id.to_owned()),
            answer: if norm.of_government && !is_government { Answer::NotConcerned } else { answer },
        });
        let name = words.say(norm.id, None, &[]).unwrap_or_else(|| norm.id.to_owned());
        NormAnswer { id: norm.id, name, items: items.collect() }
    };
    Ok(Conformance { norms: NORMS.iter().map(of_norm).collect() })
}

fn words(lang: Lang) -> Messages {
    let text = match lang {
        Lang::Zh => include_str!("messages/zh.ftl"),
        Lang::En => include_str!("messages/en.ftl"),
    };
    Messages::new(lang, &[text]).0
}

/// What was made, and what every page says to every question.
struct Made {
    files: Files,
    /// The pages' answers, question by question in the order of the table.
    pages: Vec<Found>,
}

impl Made {
    fn of(portal: &Portal) -> anyhow::Result<Made> {
        let search = SearchFiles::default();
        let maker = Maker::new(portal, &search).context("the templates do not hold together")?;
        let questions: Vec<pages::Question> = page_questions().collect();
        let ask = |(route, producer): &(Route, Producer)| -> anyhow::Result<(String, Asked)> {
            let asked = match producer {
                Producer::Page(key) => {
                    let bytes = maker.make(producer)?;
                    let page = Page { key, tree: Tree::html(&String::from_utf8_lossy(&bytes)) };
                    Asked::Page(questions.iter().map(|question| question(&page)).collect())
                }
                Producer::Export(_) => Asked::Bytes(maker.make(producer)?),
                _ => Asked::Bytes(Vec::new()),
            };
            Ok((route.as_str().to_owned(), asked))
        };
        let asked: Vec<(String, Asked)> =
            bundle(portal, &search).par_iter().map(ask).collect::<anyhow::Result<_>>()?;
        let mut made = Made { files: Files::new(), pages: vec![Found::new(); questions.len()] };
        for (route, asked) in asked {
            match asked {
                Asked::Bytes(bytes) => drop(made.files.insert(route, bytes)),
                Asked::Page(answers) => {
                    for (found, answer) in made.pages.iter_mut().zip(answers) {
                        found.extend(answer.map(|holds| (route.clone(), holds)));
                    }
                    made.files.insert(route, Vec::new());
                }
            }
        }
        Ok(made)
    }

    fn answers<'m>(&'m self, portal: &'m Portal, norm: &'m Norm) -> impl Iterator<Item = Answer> + 'm {
        let before = NORMS.iter().take_while(|other| other.id != norm.id).flat_map(|other| other.items);
        let mut next = before.filter(|item| matches!(item.shown, Shown::Pages(_))).count();
        norm.items.iter().map(move |item| match &item.shown {
            Shown::Pages(_) => {
                next += 1;
                answer(&self.pages[next - 1])
            }
            Shown::Files(ending, question) => {
                let files = self.files.iter().filter(|(path, _)| path.ends_with(ending));
                let ask = |(path, bytes): (&String, &Vec<u8>)| {
                    (path.clone(), question(&String::from_utf8_lossy(bytes), &self.files))
                };
                answer(&files.map(ask).collect::<Found>())
            }
            Shown::Plans(question) => {
                let plans = portal.site.catalog.plans.iter();
                let ask = |plan: &std::sync::Arc<crate::content::PlanFolder>| {
                    Some((plan.id().to_owned(), question(&plan.record.plan)?))
                };
                answer(&plans.filter_map(ask).collect::<Found>())
            }
            Shown::Test(file) => Answer::Test { file },
            Shown::Person => Answer::Person,
        })
    }
}

/// What a file of the site said.
enum Asked {
    Page(Vec<Option<bool>>),
    Bytes(Vec<u8>),
}

fn page_questions() -> impl Iterator<Item = pages::Question> {
    NORMS.iter().flat_map(|norm| norm.items).filter_map(|item| match item.shown {
        Shown::Pages(question) => Some(question),
        _ => None,
    })
}

fn answer(found: &Found) -> Answer {
    let failing: Vec<&String> = found.iter().filter(|(_, holds)| !holds).map(|(place, _)| place).collect();
    match (found.len(), failing.len()) {
        (0, _) => Answer::NotConcerned,
        (looked_at, 0) => Answer::Holds { looked_at },
        (looked_at, count) => Answer::Fails {
            looked_at,
            failing: count,
            places: failing.into_iter().take(NAMED).cloned().collect(),
        },
    }
}

impl Conformance {
    /// True when something was looked for and not found everywhere.
    pub fn has_faults(&self) -> bool {
        self.norms.iter().flat_map(|norm| &norm.items).any(|item| matches!(item.answer, Answer::Fails { .. }))
    }

    /// The report for people, in a language.
    pub fn text(&self, lang: Lang) -> String {
        let words = words(lang);
        let say = |key: &str, args: &[(&str, &str)]| words.say(key, None, args).unwrap_or_default();
        let mut text = String::new();
        for norm in &self.norms {
            text.push_str(&format!("{}\n", norm.name));
            for item in &norm.items {
                let said = match &item.answer {
                    Answer::Holds { looked_at } => say("holds", &[("count", &looked_at.to_string())]),
                    Answer::Fails { looked_at, failing, places } => {
                        let (failing, all) = (failing.to_string(), looked_at.to_string());
                        say("fails", &[("failing", &failing), ("count", &all), ("places", &places.join(" "))])
                    }
                    Answer::NotConcerned => say("not-concerned", &[]),
                    Answer::Test { file } => say("test", &[("file", file)]),
                    Answer::Person => say("person", &[]),
                };
                text.push_str(&format!("  {}\n      {said}\n", item.name));
            }
            text.push('\n');
        }
        let count = |is_it: fn(&Answer) -> bool| {
            let items = self.norms.iter().flat_map(|norm| &norm.items);
            items.filter(|item| is_it(&item.answer)).count().to_string()
        };
        text.push_str(&say(
            "sum",
            &[
                ("holds", &count(|answer| matches!(answer, Answer::Holds { .. }))),
                ("fails", &count(|answer| matches!(answer, Answer::Fails { .. }))),
                ("tests", &count(|answer| matches!(answer, Answer::Test { .. }))),
                ("persons", &count(|answer| *answer == Answer::Person)),
                ("none", &count(|answer| *answer == Answer::NotConcerned)),
            ],
        ));
        text.push('\n');
        text
    }
}

#[cfg(test)]
mod tests;
