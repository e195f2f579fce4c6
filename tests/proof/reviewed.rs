//! Turns the differences that somebody looked at, each with a reason, into a list that must be true to the word.
//! Knows nothing of how differences are found.

use serde::Deserialize;

/// `reviewed.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reviewed {
    difference: Vec<Difference>,
}

/// A difference that may stay.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Difference {
    plan: String,
    clauses: Vec<String>,
    what: Vec<String>,
    reason: String,
}

impl Reviewed {
    /// Of the differences found in a plan those that nobody has looked at, and of the list what is no longer found.
    pub(crate) fn open(&self, plan: &str, found: &[(String, String)]) -> Vec<String> {
        let listed = self.of(plan);
        let new = found.iter().filter(|(clause, what)| !listed.contains(&(clause.as_str(), what.as_str())));
        let new = new.map(|(clause, what)| format!("{plan} {clause}: {what}"));
        let is_found = |(clause, what): &(&str, &str)| found.iter().any(|(c, w)| c == clause && w == what);
        let dead = listed.iter().filter(|difference| !is_found(difference));
        let dead = dead.map(|(clause, what)| format!("{plan} {clause}: listed and no longer there: {what}"));
        new.chain(dead).collect()
    }

    /// The clauses and differences that are listed for a plan.
    fn of(&self, plan: &str) -> Vec<(&str, &str)> {
        let entries = self.difference.iter().filter(|known| known.plan == plan);
        let pairs = entries.flat_map(|known| {
            known
                .clauses
                .iter()
                .flat_map(|clause| known.what.iter().map(move |what| (clause.as_str(), what.as_str())))
        });
        pairs.collect()
    }

    /// Entries without a reason.
    pub(crate) fn without_reason(&self) -> usize {
        self.difference.iter().filter(|known| known.reason.trim().is_empty()).count()
    }

    /// How many differences of a plan may stay.
    pub(crate) fn count(&self, plan: &str) -> usize {
        self.of(plan).len()
    }
}

#[test]
fn the_list_is_true_to_the_word() {
    let list: Reviewed = toml::from_str(
        "[[difference]]\nplan = \"p\"\nclauses = [\"c1\"]\nwhat = [\"zh lacks 1\", \"zh lacks 2\"]\nreason = \"r\"\n",
    )
    .unwrap();
    let found = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        list.iter().map(|(clause, what)| ((*clause).to_owned(), (*what).to_owned())).collect()
    };
    assert_eq!(list.open("p", &found(&[("c1", "zh lacks 1"), ("c1", "zh lacks 2")])), [""; 0]);
    assert_eq!(
        list.open("p", &found(&[("c1", "zh lacks 1"), ("c2", "zh lacks 2")])),
        ["p c2: zh lacks 2", "p c1: listed and no longer there: zh lacks 2"]
    );
    assert_eq!(list.open("q", &found(&[("c1", "zh lacks 1")])), ["q c1: zh lacks 1"]);
}
