//! Turns changes into sentences of one language, and into a page of them for a terminal.
//! Knows nothing of where they are printed.

use super::change::{Change, What};
use super::kind::Kind;
use super::words::marked;
use crate::lang::{Bilingual, Lang};
use crate::report::Wording;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

/// The words of one language for changes.
pub struct Teller<'w> {
    /// The sentences.
    pub words: &'w Wording,
    /// Their language.
    pub lang: Lang,
}

impl Teller<'_> {
    /// All changes, those of one plan or of one kind under one head.
    ///
    /// # Errors
    /// When the text cannot be put together.
    pub fn page(&self, changes: &[Change]) -> Result<String, fmt::Error> {
        let mut page = String::new();
        let mut head = String::new();
        for change in self.gathered(changes) {
            let next = self.head(change.of);
            if next != head {
                let gap = if page.is_empty() { "" } else { "\n" };
                writeln!(page, "{gap}{next}")?;
                head = next;
            }
            writeln!(page, "  {}", change.sentence)?;
        }
        Ok(page)
    }

    /// What changed, in a sentence that names the thing but not the plan that holds it.
    pub fn sentence(&self, change: &Change) -> String {
        let name = self.name(change);
        let lang = |lang: Lang| self.words.word(&format!("lang-{}", lang.code()), &[]);
        match &change.what {
            What::Added => self.words.word("diff-added", &[("name", &name)]),
            What::Gone => self.words.word("diff-gone", &[("name", &name)]),
            What::Moved => self.words.word("diff-moved", &[("name", &name)]),
            What::Stale => self.words.word("diff-stale", &[("name", &name)]),
            What::Settled => self.words.word("diff-settled", &[("name", &name)]),
            What::Became { field, from, to } => {
                let field = self.words.word(&format!("field-{field}"), &[]);
                // Where this language says the same, the other one is what changed.
                let is_seen = from.get(self.lang) != to.get(self.lang);
                let shown = if is_seen { self.lang } else { self.lang.other() };
                let field = if is_seen {
                    field
                } else {
                    self.words.word("diff-in", &[("field", &field), ("lang", &lang(shown))])
                };
                let said = |text: &Bilingual<Option<String>>| {
                    text.get(shown).clone().unwrap_or_else(|| self.words.word("diff-nothing", &[]))
                };
                let args = [("name", &name), ("field", &field), ("from", &said(from)), ("to", &said(to))];
                self.words.word("diff-became", &args.map(|(key, value)| (key, value.as_str())))
            }
            What::Reworded { lang: of, difference } => {
                let (of, words) = (lang(*of), marked(difference));
                self.words.word("diff-reworded", &[("name", &name), ("lang", &of), ("words", &words)])
            }
        }
    }

    /// What holds the thing: its plan, or the list that it is in.
    pub fn head(&self, change: &Change) -> String {
        match &change.plan {
            Some(plan) => plan.title.get(self.lang).clone(),
            None if change.kind == Kind::Plan => change.name.get(self.lang).clone(),
            None => self.words.word(&format!("diff-{}s", change.kind.word()), &[]),
        }
    }

    fn name(&self, change: &Change) -> String {
        let name = change.name.get(self.lang).clone();
        let Some(plan) = &change.plan else { return name };
        let clause = plan.clause.clone().unwrap_or_else(|| change.id.clone());
        let kind = self.words.word(&format!("kind-{}", change.kind.word()), &[]);
        self.words.word("diff-held", &[("kind", &kind), ("name", &name), ("clause", &clause)])
    }

    /// The changes as lines: clauses of a plan to which the same happened are told together.
    fn gathered<'c>(&self, changes: &'c [Change]) -> Vec<Line<'c>> {
        let mut lines: Vec<Line<'c>> = Vec::new();
        for change in changes {
            let is_alike = |line: &&mut Line<'c>| {
                let alike =
                    line.of.plan.as_ref().map(|plan| &plan.id) == change.plan.as_ref().map(|plan| &plan.id);
                alike && line.of.kind == change.kind && line.of.what == change.what
            };
            let key = match change.what {
                What::Stale => "diff-all-stale",
                What::Settled => "diff-all-settled",
                _ => {
                    lines.push(Line { of: change, ids: Vec::new(), sentence: self.sentence(change) });
                    continue;
                }
            };
            if let Some(line) = lines.iter_mut().find(is_alike) {
                line.ids.push(&change.id);
                let (count, ids) = (line.ids.len().to_string(), line.ids.join(", "));
                line.sentence = self.words.word(key, &[("count", &count), ("clauses", &ids)]);
            } else {
                lines.push(Line { of: change, ids: vec![&change.id], sentence: self.sentence(change) });
            }
        }
        lines
    }

    /// How many things changed, kind by kind.
    pub fn summary(&self, changes: &[Change]) -> String {
        if changes.is_empty() {
            return self.words.word("diff-none", &[]);
        }
        let mut counts: BTreeMap<Kind, BTreeSet<(Option<&str>, &str)>> = BTreeMap::new();
        for change in changes {
            let plan = change.plan.as_ref().map(|plan| plan.id.as_str());
            counts.entry(change.kind).or_default().insert((plan, change.id.as_str()));
        }
        let counts = counts.iter().map(|(kind, things)| {
            self.words.word(&format!("count-{}", kind.word()), &[("count", &things.len().to_string())])
        });
        let counts: Vec<String> = counts.collect();
        let list = counts.join(if self.lang == Lang::Zh { "、" } else { ", " });
        self.words.word("diff-summary", &[("list", &list)])
    }
}

/// A line of the page.
struct Line<'c> {
    of: &'c Change,
    ids: Vec<&'c str>,
    sentence: String,
}
