//! Turns Chinese that was left standing in English into a warning.
//! Knows nothing of translation.
//!
//! An international partner reads English only. Chinese that is given on purpose stands in brackets or quotation marks,
//! behind or around the English (haipai, 海派, is written “haipai” (海派)); a document number is what it is. Whatever else
//! is Chinese in an English text was forgotten there.

use super::Subject;
use crate::lang::{Bilingual, Lang, is_han};
use crate::record::At;
use crate::report::{Code, Diagnostic};
use std::ops::Range;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for clause in &subject.skeleton.clauses {
        for reading in subject.readings(&clause.id, Lang::En) {
            let left = remains(&reading.words.text);
            faults.extend(left.iter().map(|words| reading.fault(Code::Untranslated, words)));
        }
    }
    let record = &subject.plan.record;
    let targets = record.target.iter().chain(&record.fact).map(|target| (&target.subject, &target.id));
    let projects = record.project.iter().map(|project| (&project.title, &project.clause));
    let of_record = |(text, at): (&Bilingual<String>, &At<String>)| {
        let left = remains(&text.en);
        let words = left.first().and_then(|words| text.en.get(words.clone()))?;
        let fault = Diagnostic::new(Code::Untranslated).with("words", words);
        Some(fault.at(at.place(&subject.plan.path)))
    };
    faults.extend(targets.chain(projects).filter_map(of_record));
    faults
}

/// The runs of Chinese characters outside brackets and quotation marks.
fn remains(text: &str) -> Vec<Range<usize>> {
    // Every Chinese character begins with such a byte; most clauses in English have none.
    if text.bytes().all(|byte| byte < 0xE3) {
        return Vec::new();
    }
    let mut depth = 0_usize;
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, char) in text.char_indices() {
        match char {
            '(' | '（' | '“' | '《' | '「' | '‘' | '[' | '〔' => depth += 1,
            ')' | '）' | '”' | '》' | '」' | ']' | '〕' => depth = depth.saturating_sub(1),
            // A bracket that is never closed holds nothing beyond its line.
            '\n' => depth = 0,
            _ if depth == 0 && is_han(char) => {
                let end = at + char.len_utf8();
                match found.last_mut() {
                    Some(last) if last.end == at => last.end = end,
                    _ => found.push(at..end),
                }
            }
            _ => {}
        }
    }
    // 国发〔2021〕6号
    found.retain(|words| {
        let after = text[words.end..].starts_with(['〔', '[']);
        let before =
            text[..words.start].trim_end_matches(|c: char| c.is_ascii_digit()).ends_with(['〕', ']']);
        !after && !before
    });
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::check;

    fn with(en: &str) -> Vec<String> {
        let en = format!("## A {{#c1}}\n{en}\n");
        faults(check, &plan("", &[("digest.zh.md", "## 甲 {#c1}\n甲。\n"), ("digest.en.md", &en)]))
    }

    #[test]
    fn chinese_that_was_left_standing_is_named() {
        assert_eq!(
            with("Shanghai 海派 style, and 中医."),
            ["untranslated digest.en.md:2 c1 en 海派", "untranslated digest.en.md:2 c1 en 中医"]
        );
    }

    #[test]
    fn chinese_that_is_given_on_purpose_is_none() {
        assert_eq!(with("“haipai” (海派) and “中医”, 国发〔2021〕6号, *Opinions* (《意见》)."), [""; 0]);
    }

    #[test]
    fn a_bracket_that_is_never_closed_hides_nothing_beyond_its_line() {
        assert_eq!(with("- a (see\n- 中医"), ["untranslated digest.en.md:3 c1 en 中医"]);
    }

    #[test]
    fn the_names_of_records_are_read_too() {
        let record =
            "[[project]]\nnumber = 1\nclause = \"c1\"\ntitle = { zh = \"甲\", en = \"Project 甲\" }\n";
        let texts = [("digest.zh.md", "## 甲 {#c1}\n甲。\n"), ("digest.en.md", "## A {#c1}\nA.\n")];
        assert_eq!(faults(check, &plan(record, &texts)), ["untranslated plan.toml:15 甲"]);
    }
}
