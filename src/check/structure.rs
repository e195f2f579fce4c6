//! Turns twins of different build into a warning: paragraphs, list items and table rows are counted, in both languages.
//! Knows nothing of what they say.
//!
//! Both languages are shown side by side, paragraph by paragraph, and a paragraph that one of them has more is either
//! missing from the other or stands beside the wrong one; a cell that is a bare number (the 4 of indicator 4) is the same
//! in both. An official text and a digest of it are left alone: those never have the same paragraphs.

use super::Subject;
use super::subject::Reading;
use crate::content::EditionKind;
use crate::lang::Lang;
use crate::markup::{Cell, Node, plain};
use crate::report::{Code, Diagnostic};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let is_own = |reading: &Reading<'_>| reading.text.file.kind == EditionKind::Digest;
    // A leaf that says nothing at all in one language is another rule's to say.
    let clauses = subject.skeleton.clauses.iter().filter(|clause| {
        clause.flags.parent || clause.flags.gap || (clause.flags.zh_text && clause.flags.en_text)
    });
    let pairs = clauses.filter_map(|clause| {
        Some((subject.reading(&clause.id, Lang::Zh)?, subject.reading(&clause.id, Lang::En)?))
    });
    let alike = pairs.filter(|(zh, en)| is_own(zh) == is_own(en));
    alike.flat_map(|(zh, en)| differing(zh, en)).collect()
}

fn differing(zh: &Reading<'_>, en: &Reading<'_>) -> Vec<Diagnostic> {
    let (left, right) = (zh.section().counts(), en.section().counts());
    let kinds = [
        ("paragraphs", left.paragraphs, right.paragraphs),
        ("items", left.items, right.items),
        ("rows", left.rows, right.rows),
        ("figures", left.figures, right.figures),
    ];
    let unequal = kinds.into_iter().filter(|(_, zh, en)| zh != en);
    let fault = |(kind, in_zh, in_en): (&str, usize, usize)| {
        // The text that has fewer is where something is missing.
        let shorter = if in_zh < in_en { zh } else { en };
        let fault = Diagnostic::new(Code::StructureDiffers).with("clause", &zh.clause.id).with("kind", kind);
        fault.with("zh", in_zh.to_string()).with("en", in_en.to_string()).at(shorter.heading())
    };
    let faults: Vec<Diagnostic> = unequal.map(fault).collect();
    if faults.is_empty() { renumbered(zh, en).into_iter().collect() } else { faults }
}

/// The fault of the first cell that has another bare number in each language.
fn renumbered(zh: &Reading<'_>, en: &Reading<'_>) -> Option<Diagnostic> {
    let (in_zh, in_en) = (numbers(zh), numbers(en));
    let (zh_number, en_number) = in_zh.into_iter().zip(in_en).find(|(zh, en)| zh != en)?;
    let fault = Diagnostic::new(Code::StructureDiffers).with("clause", &zh.clause.id).with("kind", "numbers");
    Some(fault.with("zh", zh_number).with("en", en_number).at(en.heading()))
}

/// The bare numbers of the cells of all rows; empty where a cell says something.
fn numbers(reading: &Reading<'_>) -> Vec<String> {
    let number = |cell: &Cell| {
        let words = plain::of_inlines(&cell.inlines);
        Some(words).filter(|words| words.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or_default()
    };
    let rows = reading.section().walk().filter_map(|node| match node {
        Node::Row(row) => Some(row),
        _ => None,
    });
    rows.flat_map(|row| row.iter().map(number).collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::check;

    fn with(zh: &str, en: &str) -> Vec<String> {
        let (zh, en) = (format!("## 甲 {{#c1}}\n{zh}\n"), format!("## A {{#c1}}\n{en}\n"));
        faults(check, &plan("", &[("digest.zh.md", &zh), ("digest.en.md", &en)]))
    }

    #[test]
    fn what_one_language_lacks_is_said_where_it_is_missing() {
        assert_eq!(with("甲。\n\n乙。", "A."), ["structure-differs digest.en.md:1 c1 1 paragraphs 2"]);
        assert_eq!(with("甲。", "A.\n\n- B"), ["structure-differs digest.zh.md:1 c1 1 items 0"]);
        let (zh, en) = ("| 甲 |\n|---|\n| 乙 |", "| A |\n|---|\n| B |\n| C |");
        assert_eq!(with(zh, en), ["structure-differs digest.zh.md:1 c1 2 rows 1"]);
    }

    #[test]
    fn a_text_that_is_lost_in_part_says_so_in_both_languages() {
        let lost = [
            ("digest.zh.md", "## 甲 {#c1 .gap}\n甲。\n\n缺文。\n"),
            ("digest.en.md", "## A {#c1 .gap}\nA.\n"),
        ];
        assert_eq!(faults(check, &plan("", &lost)), ["structure-differs digest.en.md:1 c1 1 paragraphs 2"]);
    }

    #[test]
    fn words_before_the_first_subclause_stand_in_both_languages() {
        assert_eq!(
            with("甲。\n\n### 乙 {#c1-1}\n乙。", "### B {#c1-1}\nB."),
            ["structure-differs digest.en.md:1 c1 0 paragraphs 1"]
        );
        assert_eq!(with("", "A."), [""; 0], "an empty clause is said to be empty");
    }

    #[test]
    fn twins_of_one_build_are_sound_however_they_are_written() {
        assert_eq!(with("甲。\n\n- 乙\n- 丙", "A\nand so on.\n\n* B\n\n* C"), [""; 0]);
    }

    #[test]
    fn the_numbers_of_rows_are_the_same() {
        let table = |number: &str| format!("| # | A |\n|---|---|\n| 1 | 3 |\n| {number} | x |");
        assert_eq!(with(&table("2"), &table("2")), [""; 0]);
        assert_eq!(with(&table("2"), &table("3")), ["structure-differs digest.en.md:1 c1 3 numbers 2"]);
    }

    #[test]
    fn a_digest_beside_an_official_text_is_not_counted() {
        let official =
            [("official.zh.md", "## 甲 {#c1}\n甲。\n\n乙。\n"), ("digest.en.md", "## A {#c1}\nA.\n")];
        assert_eq!(faults(check, &plan("", &official)), [""; 0]);
    }
}
