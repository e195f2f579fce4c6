//! Turns a clause that one language has and the other lacks into a warning at the heading that there is.
//! Knows nothing of what the clause says.
//!
//! No clause without its twin: a reader of either language must see that something is missing, and an editor must know
//! what is left to do. It is unfinished, not false, so it never stops a build.

use super::Subject;
use crate::lang::Lang;
use crate::report::{Code, Diagnostic};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for clause in &subject.skeleton.clauses {
        for lang in Lang::ALL.into_iter().filter(|lang| clause.heading.get(*lang).is_none()) {
            let fault = Diagnostic::new(Code::MissingTwin).with("id", &*clause.id).with("lang", lang.code());
            faults.extend(subject.heading(&clause.id, lang.other()).map(|place| fault.at(place)));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::check;

    #[test]
    fn a_clause_without_twin_is_named_where_it_stands() {
        let texts = [
            ("digest.zh.md", "## 甲 {#c1}\n文。\n## 乙 {#c2}\n文。\n"),
            ("digest.en.md", "## A {#c1}\nText.\n"),
        ];
        assert_eq!(faults(check, &plan("", &texts)), ["missing-twin digest.zh.md:3 c2 en"]);
    }

    #[test]
    fn twins_in_any_editions_are_twins() {
        let texts = [("official.zh.md", "## 甲 {#c1}\n文。\n"), ("digest.en.md", "## A {#c1}\nText.\n")];
        assert_eq!(faults(check, &plan("", &texts)), [""; 0]);
    }

    #[test]
    fn a_plan_in_one_language_lacks_all_its_twins() {
        let texts = [("digest.en.md", "## A {#c1}\nText.\n### B {#c1-1}\nText.\n")];
        assert_eq!(
            faults(check, &plan("", &texts)),
            ["missing-twin digest.en.md:1 c1 zh", "missing-twin digest.en.md:3 c1-1 zh"]
        );
    }
}
