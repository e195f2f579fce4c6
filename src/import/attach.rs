//! Turns a draft and the clauses of a plan that is already there into pairs: by number, and by heading where that moved.
//! Knows nothing of texts, files and records.

use super::draft::Draft;
use std::collections::{BTreeMap, BTreeSet};

/// How the clauses of a draft and of a plan meet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attachment {
    /// For each clause of the draft that has a counterpart: its id, and the id in the plan.
    pub pairs: BTreeMap<String, String>,
    /// Pairs by number whose headings differ: the id in the plan.
    pub renamed: Vec<String>,
    /// Clauses of the draft that the plan does not have.
    pub only_official: Vec<String>,
    /// Clauses of the plan that the draft does not have.
    pub only_plan: Vec<String>,
}

/// Pairs the clauses of a draft with those of a plan, given as id and heading in order.
pub fn attach(draft: &Draft, plan: &[(String, String)]) -> Attachment {
    let ours: Vec<(&str, String)> =
        draft.clauses.iter().map(|clause| (clause.id.as_str(), core(clause.heading.text()))).collect();
    let theirs: BTreeMap<&str, String> =
        plan.iter().map(|(id, heading)| (id.as_str(), core(heading))).collect();
    let mut attachment = Attachment::default();
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    // A number that both have is the same clause, unless its heading has moved to another number.
    let moved = moved(&ours, &theirs);
    for (id, heading) in &ours {
        let by_number = theirs.get_key_value(id).map(|(id, _)| *id);
        if let Some(other) = moved.get(id).copied().or(by_number).filter(|other| !taken.contains(other)) {
            taken.insert(other);
            attachment.pairs.insert((*id).to_owned(), other.to_owned());
            if !similar(heading, &theirs[other]) {
                attachment.renamed.push(other.to_owned());
            }
        } else {
            attachment.only_official.push((*id).to_owned());
        }
    }
    let missing = plan.iter().filter(|(id, _)| !taken.contains(id.as_str())).map(|(id, _)| id.clone());
    attachment.only_plan = missing.collect();
    attachment
}

/// Clauses whose number the plan gives to another heading, while theirs stands elsewhere in the plan, once.
fn moved<'a>(ours: &[(&'a str, String)], theirs: &BTreeMap<&'a str, String>) -> BTreeMap<&'a str, &'a str> {
    let mut by_heading: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, heading) in theirs {
        by_heading.entry(heading).or_default().push(id);
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, heading) in ours {
        *counts.entry(heading).or_default() += 1;
    }
    let elsewhere = |(id, heading): &(&'a str, String)| {
        let stays = theirs.get(id).is_some_and(|other| similar(heading, other));
        let once = !heading.is_empty() && counts.get(heading.as_str()) == Some(&1);
        let other = by_heading.get(heading.as_str()).filter(|ids| ids.len() == 1).and_then(|ids| ids.first());
        other.filter(|_| once && !stays).map(|other| (*id, *other))
    };
    ours.iter().filter_map(elsewhere).collect()
}

/// The same heading, or one of them missing, or most of their characters alike.
fn similar(one: &str, other: &str) -> bool {
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let known: BTreeSet<char> = longer.chars().collect();
    let alike = shorter.chars().filter(|char| known.contains(char)).count();
    shorter.is_empty() || alike * 2 > shorter.chars().count()
}

/// A heading without signs and blanks.
fn core(heading: &str) -> String {
    heading.chars().filter(|char| char.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::fixture::draft;

    fn plan(clauses: &[(&str, &str)]) -> Vec<(String, String)> {
        clauses.iter().map(|(id, heading)| ((*id).to_owned(), (*heading).to_owned())).collect()
    }

    #[test]
    fn clauses_meet_by_number_and_by_heading_where_that_moved() {
        let draft = draft(
            "某市节水方案
为节水，制定本方案。
一、修渠
修渠百里。
二、清淤
清淤百里。
三、护坡
护坡百里。
四、保障
组织有力。",
        );
        let plan = plan(&[
            ("c0", "前言"),
            ("c1", "修渠"),
            ("c2", "护坡"),
            ("c3", "清淤"),
            ("c4", "组织"),
            ("c5", "附则"),
        ]);
        let attachment = attach(&draft, &plan);
        let pairs: Vec<(&str, &str)> =
            attachment.pairs.iter().map(|(ours, theirs)| (ours.as_str(), theirs.as_str())).collect();
        assert_eq!(pairs, [("c0", "c0"), ("c1", "c1"), ("c2", "c3"), ("c3", "c2"), ("c4", "c4")]);
        assert_eq!(attachment.renamed, ["c4"]);
        assert_eq!(attachment.only_plan, ["c5"]);
        assert!(attachment.only_official.is_empty());
    }
}
