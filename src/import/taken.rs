//! Turns an import into what a portal takes of it: the files of a plan folder, the report, and what is to be said.
//! Knows nothing of the disk.

use super::Import;
use super::attach::attach;
use super::draft::Draft;
use super::folder;
use super::official::official;
use super::propose::{Proposals, propose};
use super::report::report;
use super::stub::Stubs;
use crate::content::{Bodies, Catalog, ClauseId, EditionKind, PlanFolder, PlanText};
use crate::lang::Lang;
use crate::source::Sources;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A file as the portal takes it: the files that it becomes, and what is to be said of it.
#[derive(Debug)]
pub struct Taken {
    /// The name of the file.
    pub file: String,
    /// The id of the plan.
    pub plan: String,
    /// Whether the plan was there before.
    pub attached: bool,
    /// Names of files in the plan's folder, and what they say.
    pub files: Vec<(&'static str, String)>,
    /// The report.
    pub report: Value,
    /// Ids of clauses that only the official text has.
    pub only_official: Vec<String>,
    /// Ids of clauses that only the plan's other texts have.
    pub only_plan: Vec<String>,
}

impl Taken {
    /// A new plan, with the records that are proposed for it.
    pub fn new(found: Import, id: &str, catalog: &Catalog, stubs: &mut Stubs) -> Self {
        let Import { manuscript, draft, .. } = &found;
        let proposals = propose(draft, catalog).with_lines(&manuscript.text);
        let toml = folder::plan_toml(id, draft, &proposals, manuscript, stubs);
        let text = official(draft, &BTreeMap::new());
        let files = vec![("plan.toml", toml.to_string()), ("official.zh.md", text)];
        Self::of(&found, &proposals, id, files)
    }

    /// The official text of a plan that is there: its records stay, and those that are proposed are only reported.
    /// `toml` is its `plan.toml`, `clauses` the ids and headings of its texts.
    ///
    /// # Errors
    /// When `plan.toml` cannot be read.
    pub fn attached(
        mut found: Import,
        id: &str,
        toml: &str,
        clauses: &[(String, String)],
        catalog: &Catalog,
    ) -> anyhow::Result<Self> {
        let attachment = attach(&found.draft, clauses);
        let only_official = rename(&mut found.draft, &attachment.pairs, clauses);
        let proposals = propose(&found.draft, catalog).with_lines(&found.manuscript.text);
        let headings = clauses.iter().cloned().collect();
        let text = official(&found.draft, &headings);
        let toml = folder::attached(toml, &found.manuscript)?;
        let files = vec![("plan.toml", toml), ("official.zh.md", text)];
        let taken = Self::of(&found, &proposals, id, files);
        Ok(Self { attached: true, only_official, only_plan: attachment.only_plan, ..taken })
    }

    fn of(found: &Import, proposals: &Proposals, plan: &str, files: Vec<(&'static str, String)>) -> Self {
        let mut report = report(&found.manuscript, &found.draft, &found.account);
        if let (Value::Object(report), Ok(Value::Object(records))) =
            (&mut report, serde_json::to_value(proposals))
        {
            report.extend(records);
        }
        Self {
            file: found.manuscript.file.clone(),
            plan: plan.to_owned(),
            attached: false,
            files,
            report,
            only_official: Vec::new(),
            only_plan: Vec::new(),
        }
    }

    /// What a machine is told of it.
    pub fn summary(&self) -> Value {
        let path = |(name, _): &(&str, String)| format!("content/plans/{}/{name}", self.plan);
        json!({
            "file": self.file,
            "plan": self.plan,
            "attached": self.attached,
            "files": self.files.iter().map(path).collect::<Vec<_>>(),
            "account": self.report["account"],
            "only_official": self.only_official,
            "only_plan": self.only_plan,
        })
    }
}

/// The ids and headings of a plan's clauses, from the best Chinese text that is not the official one.
pub fn clauses(plan: &PlanFolder, sources: &Sources) -> Vec<(String, String)> {
    let (texts, _) = Bodies::new(sources).of(plan);
    let own = |text: &&PlanText| text.file.lang == Lang::Zh && text.file.kind != EditionKind::Official;
    let clauses = texts.iter().find(own).map(|text| &text.clauses);
    clauses.into_iter().flatten().map(|clause| (clause.id.clone(), clause.heading.clone())).collect()
}

/// Gives the clauses the ids that they have in the plan. One without a counterpart keeps its own id, if the plan means
/// nothing else by it; gives the ids of those.
fn rename(draft: &mut Draft, pairs: &BTreeMap<String, String>, plan: &[(String, String)]) -> Vec<String> {
    let mut taken: BTreeSet<String> = plan.iter().map(|(id, _)| id.clone()).collect();
    let mut alone = Vec::new();
    for clause in &mut draft.clauses {
        if let Some(id) = pairs.get(&clause.id) {
            clause.id.clone_from(id);
            clause.level = ClauseId::parse(id).map_or(clause.level, |id| id.level());
            continue;
        }
        let letters = ('a'..='z').map(|letter| format!("{}-{letter}", clause.id));
        let mut wishes = std::iter::once(clause.id.clone()).chain(letters);
        clause.id = wishes.find(|id| !taken.contains(id)).unwrap_or_else(|| clause.id.clone());
        taken.insert(clause.id.clone());
        alone.push(clause.id.clone());
    }
    alone
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::draft::Clause;

    #[test]
    fn a_clause_that_the_plan_does_not_have_never_takes_the_id_of_another() {
        let clause = |id: &str| Clause { id: id.to_owned(), level: 2, ..Clause::default() };
        let mut draft =
            Draft { clauses: vec![clause("c1-1"), clause("c1-2"), clause("c1-3")], ..Draft::default() };
        let pairs =
            BTreeMap::from([("c1-1".to_owned(), "c1".to_owned()), ("c1-3".to_owned(), "c1-2".to_owned())]);
        let plan = [("c1".to_owned(), String::new()), ("c1-2".to_owned(), String::new())];
        assert_eq!(rename(&mut draft, &pairs, &plan), ["c1-2-a"]);
        let ids: Vec<(&str, u8)> =
            draft.clauses.iter().map(|clause| (clause.id.as_str(), clause.level)).collect();
        assert_eq!(ids, [("c1", 1), ("c1-2-a", 2), ("c1-2", 2)]);
    }
}
