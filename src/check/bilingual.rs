//! Turns a text of a record that says other figures in one language than in the other into an error at the record.
//! Knows nothing of clauses.
//!
//! Titles and subjects stand in lists and data without the clause beside them, in both languages; so they say the same
//! figures by value, as clauses do. Notes are free: they explain the words of one language to readers of the other.

use super::Subject;
use super::parity::unmatched;
use super::subject::figures_of;
use crate::lang::{Bilingual, Lang};
use crate::quantity::Quantity;
use crate::record::At;
use crate::report::{Code, Diagnostic};

/// A text of a record, and what tells where the record stands.
type Text<'a> = (&'a At<String>, &'a Bilingual<String>);

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let record = &subject.plan.record;
    let mut texts: Vec<Text<'_>> = vec![(&record.plan.id, &record.plan.title)];
    for target in record.target.iter().chain(&record.fact) {
        texts.extend(
            std::iter::once(&target.subject).chain(target.per.as_deref()).map(|text| (&target.id, text)),
        );
    }
    for project in &record.project {
        let figures = project.figures.iter().map(|figure| &figure.subject);
        texts.extend(std::iter::once(&project.title).chain(figures).map(|text| (&project.clause, text)));
    }
    // What is the same in both is not translated yet, as after an import.
    let translated = texts.into_iter().filter(|(_, text)| text.zh != text.en);
    translated.filter_map(|text| unequal(subject, text)).collect()
}

fn unequal(subject: &Subject<'_>, (at, text): Text<'_>) -> Option<Diagnostic> {
    let figures = Bilingual::from_fn(|lang| figures_of(subject.world, text.get(lang), lang));
    let left = Bilingual::from_fn(|lang| {
        let found = unmatched(text.get(lang), figures.get(lang), figures.get(lang.other()));
        let cut = |figure: &Quantity| text.get(lang).get(figure.span.clone());
        found.into_iter().filter_map(cut).collect::<Vec<&str>>().join(" · ")
    });
    if Lang::ALL.iter().all(|lang| left.get(*lang).is_empty()) {
        return None;
    }
    let dash = |list: String| if list.is_empty() { "—".to_owned() } else { list };
    let fault = Diagnostic::new(Code::RecordDiffers).with("zh", dash(left.zh)).with("en", dash(left.en));
    Some(fault.with("record", at.as_str()).at(at.place(&subject.plan.path)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::check;

    fn with(zh: &str, en: &str) -> Vec<String> {
        let record = format!(
            "[[project]]\nnumber = 1\nclause = \"c1\"\ntitle = {{ zh = \"{zh}\", en = \"{en}\" }}\nnote = {{ zh = \"三年\", en = \"Longer\" }}\n"
        );
        let texts = [("digest.zh.md", "## 甲 {#c1}\n甲。\n"), ("digest.en.md", "## A {#c1}\nA.\n")];
        faults(check, &plan(&record, &texts))
    }

    #[test]
    fn both_languages_say_the_same_figures() {
        assert_eq!(with("共1.25万人，三个方面", "12,500 people in all"), [""; 0]);
        assert_eq!(
            with("共1.25万人", "1,250 people in all"),
            ["record-differs plan.toml:15 1,250 people c1 1.25万人"]
        );
        assert_eq!(with("到2030—2033年", "到2030—2033年"), [""; 0], "not translated yet");
        assert_eq!(with("没有数字", "5 of them"), ["record-differs plan.toml:15 5 c1 —"]);
    }
}
