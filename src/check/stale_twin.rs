//! Turns a clause whose source has moved on since it was translated into a warning.
//! Knows nothing of what has changed.
//!
//! `twins.toml` says from which words each translated clause was made. When those words change, the translation may no
//! longer say what they say; the page says so until somebody has looked and accepts it, changed or as it is.

use super::Subject;
use crate::lang::Lang;
use crate::report::{Code, Diagnostic};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for clause in &subject.skeleton.clauses {
        for lang in Lang::ALL.into_iter().filter(|lang| clause.stale.get(*lang) == Some(&true)) {
            let fault =
                Diagnostic::new(Code::StaleTwin).with("clause", &*clause.id).with("lang", lang.code());
            let fault = fault.with("plan", subject.plan.id());
            faults.extend(subject.heading(&clause.id, lang).map(|place| fault.at(place)));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::check;
    use crate::content::twins::mark;

    fn with(zh: &str) -> Vec<String> {
        let twins = format!(
            "[[clause]]\nid = \"c1\"\nlang = \"en\"\nof = \"{}\"\ntext = \"旧文。\"\nby = \"portal\"\nat = 2026-01-02\n",
            mark("旧文。")
        );
        let zh = format!("## 甲 {{#c1}}\n\n{zh}\n\n## 乙 {{#c2}}\n\n乙。\n");
        let en = "## A {#c1}\n\nOld text.\n\n## B {#c2}\n\nB.\n";
        faults(check, &plan("", &[("digest.zh.md", &zh), ("digest.en.md", en), ("twins.toml", &twins)]))
    }

    #[test]
    fn a_source_that_moved_on_makes_its_translation_stale() {
        assert_eq!(with("新文。"), ["stale-twin digest.en.md:1 c1 en a"]);
    }

    #[test]
    fn the_same_words_are_the_same_source() {
        assert_eq!(with("旧文。"), [""; 0]);
        assert_eq!(with("旧文。\n"), [""; 0], "lines between clauses are no words");
    }
}
