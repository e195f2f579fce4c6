//! Turns a plan whose translations were all accepted into mutants whose source moved on.
//! Knows nothing of what the clauses say.

use super::mutant::{Kind, Mutant};
use super::texts::Text;
use diptych::content::PlanText;
use diptych::content::twins::{self, Twin};
use diptych::lang::Lang;
use diptych::record::{At, Date, Span};

/// The `twins.toml` of a plan whose English was just accepted.
pub(crate) fn accepted(source: &PlanText, day: Date) -> String {
    let with_words = source.clauses.iter().filter(|clause| !source.clause_source(clause).is_empty());
    let twins: Vec<Twin> = with_words
        .map(|clause| {
            let text = source.clause_source(clause).to_owned();
            Twin {
                id: At { value: clause.id.clone(), span: Span::default() },
                lang: Lang::En,
                of: twins::mark(&text),
                text,
                by: "portal".to_owned(),
                at: day,
            }
        })
        .collect();
    twins::write(&twins)
}

/// A sentence more at the end of each paragraph of the source; the translation knows nothing of it.
pub(crate) fn moved_on(text: &Text<'_>) -> Vec<Mutant> {
    let ends =
        text.runs().into_iter().filter(|run| !run.heading && text.source[..run.bytes.end].ends_with("。\n"));
    let mutant = |run: super::texts::Run| {
        let end = run.bytes.end - 1;
        text.mutant(Kind::StaleTwin, &run.clause, end..end, "此事另有安排。")
    };
    ends.map(mutant).collect()
}
