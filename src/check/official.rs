//! Turns a digest that leaves out or adds to the official text beside it into warnings.
//! Knows nothing of the other language.
//!
//! A digest says what the official clause says, shorter: every figure, date, body, partner, place and document of it, and
//! none besides. Each counts once, however often it is said. A digest of fewer than half the clause's Chinese characters
//! has most likely lost something that no list of names and figures shows.

use super::Subject;
use super::subject::Reading;
use crate::content::EditionKind;
use crate::lang::{Lang, is_han};
use crate::quantity::Key;
use crate::report::{Code, Diagnostic};
use crate::resolve::EntityKind;
use std::collections::BTreeSet;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for clause in &subject.skeleton.clauses {
        for lang in Lang::ALL {
            let of = |kind| subject.readings(&clause.id, lang).find(move |r| r.text.file.kind == kind);
            let both = of(EditionKind::Official).zip(of(EditionKind::Digest));
            // A heading alone was reported as such.
            if let Some((official, digest)) = both.filter(|(o, d)| o.has_text() && d.has_text()) {
                faults.extend(short(official, digest));
                faults.extend(lacking(subject, official, digest, Code::DigestLacks));
                faults.extend(lacking(subject, digest, official, Code::DigestAdds));
            }
        }
    }
    faults
}

fn short(official: &Reading<'_>, digest: &Reading<'_>) -> Option<Diagnostic> {
    let count = |reading: &Reading<'_>| reading.words.text.chars().filter(|c| is_han(*c)).count();
    let (of, has) = (count(official), count(digest));
    let fault = Diagnostic::new(Code::DigestTooShort).with("clause", &digest.clause.id);
    let fault = fault.with("has", has.to_string()).with("of", of.to_string());
    (has * 2 < of).then(|| fault.at(digest.heading()))
}

/// What one text says and the other does not, as one fault at the digest's heading, or at the words that it adds.
fn lacking(subject: &Subject<'_>, here: &Reading<'_>, there: &Reading<'_>, code: Code) -> Option<Diagnostic> {
    let there_figures: BTreeSet<Key> = there.figures.iter().map(|figure| figure.key()).collect();
    let figures = here
        .figures
        .iter()
        .filter(|figure| !there_figures.contains(&figure.key()) && !figure.is_tally(&here.words.text));
    let region = subject.plan.record.plan.region.as_ref();
    let region = region.and_then(|region| subject.world.entity(EntityKind::Place, region));
    let names = here.named.iter().filter(|(entity, _)| {
        let is_term = matches!(entity.parts().0, EntityKind::Term | EntityKind::Topic);
        !is_term && Some(**entity) != region && !there.speaks_of(**entity)
    });
    let mut found: Vec<_> = figures.map(|figure| &figure.span).chain(names.map(|(_, words)| words)).collect();
    found.sort_by_key(|words| words.start);
    let list: Vec<&str> = found.iter().map(|words| here.cut(words)).collect();
    let fault = Diagnostic::new(code).with("clause", &here.clause.id).with("words", list.join(" · "));
    let place = if code == Code::DigestAdds { here.place(found.first()?) } else { there.heading() };
    found.first().map(|_| fault.at(place))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::check;

    /// The faults of a digest beside an official text, both of one clause.
    fn with(official: &str, digest: &str) -> Vec<String> {
        let (official, digest) =
            (format!("## 甲 {{#c1}}\n{official}\n"), format!("## 甲 {{#c1}}\n{digest}\n"));
        let texts = [("official.zh.md", official.as_str()), ("digest.zh.md", digest.as_str())];
        faults(check, &plan("", &texts))
    }

    #[test]
    fn a_digest_says_what_the_official_text_says() {
        assert_eq!(with("到2025年建设三十个中心。", "2025年，中心30个。"), [""; 0]);
        assert_eq!(with("建设30个中心。", "中心要建设。"), ["digest-lacks digest.zh.md:1 c1 30个"]);
        assert_eq!(with("中心要建设。", "到2025年建设中心。"), ["digest-adds digest.zh.md:2 c1 2025年"]);
        assert_eq!(with("做四个方面的工作。", "工作要做好。"), [""; 0], "a count in passing");
    }

    #[test]
    fn a_digest_of_less_than_half_is_too_short() {
        assert_eq!(with("一二三四五六七八九十。", "甲乙丙丁。"), ["digest-too-short digest.zh.md:1 c1 5 11"]);
        assert_eq!(with("春夏秋冬东南西。", "甲乙丙。"), [""; 0], "heading and text together: half");
    }
}
