//! Turns a heading with nothing under it into a warning, in each language.
//! Knows nothing of what other clauses say.
//!
//! A clause without text is unfinished: the page says that it is not yet summarised. A heading that only holds other
//! clauses together needs no text, nor does one whose text is lost (`{.gap}`); a clause that a language does not have
//! at all lacks its twin, which is another rule's to say.

use super::Subject;
use crate::lang::Lang;
use crate::report::{Code, Diagnostic};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let leaves = subject.skeleton.clauses.iter().filter(|clause| !clause.flags.parent && !clause.flags.gap);
    for clause in leaves {
        for lang in Lang::ALL.into_iter().filter(|lang| !clause.flags.has_text(*lang)) {
            let fault = Diagnostic::new(Code::EmptyClause).with("id", &*clause.id).with("lang", lang.code());
            faults.extend(subject.heading(&clause.id, lang).map(|place| fault.at(place)));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::check;

    #[test]
    fn a_leaf_without_text_is_named_in_the_language_that_lacks_it() {
        let texts =
            [("digest.zh.md", "## 甲 {#c1}\n\n文。\n"), ("digest.en.md", "\n## A {#c1}\n\n<!-- later -->\n")];
        assert_eq!(faults(check, &plan("", &texts)), ["empty-clause digest.en.md:2 c1 en"]);
    }

    #[test]
    fn parents_and_lost_texts_may_be_empty() {
        let zh = "## 甲 {#c1}\n### 乙 {#c1-2}\n#### 丙 {#c1-2-1}\n- 项\n## 丁 {#c2 .gap}\n";
        let en = "## A {#c1}\n### B {#c1-2}\n#### C {#c1-2-1}\n- item\n## D {#c2 .gap}\n";
        assert_eq!(faults(check, &plan("", &[("digest.zh.md", zh), ("digest.en.md", en)])), [""; 0]);
    }

    #[test]
    fn a_parent_whose_first_clauses_are_lost_is_a_parent() {
        let texts = [
            ("digest.zh.md", "## 甲 {#c1}\n#### 丙 {#c1-2-1}\n文\n"),
            ("digest.en.md", "## A {#c1}\n#### C {#c1-2-1}\nx\n"),
        ];
        assert_eq!(faults(check, &plan("", &texts)), [""; 0]);
    }

    #[test]
    fn a_digest_fills_what_the_official_text_leaves_empty() {
        let texts = [
            ("official.zh.md", "## 甲 {#c1}\n"),
            ("digest.zh.md", "## 甲 {#c1}\n文。\n"),
            ("digest.en.md", "## A {#c1}\nText.\n"),
        ];
        assert_eq!(faults(check, &plan("", &texts)), [""; 0]);
    }
}
