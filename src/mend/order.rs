//! Turns a text whose clauses stand in another order than in the first text into one in its order.
//! Knows nothing of words.

use crate::content::PlanText;
use std::collections::BTreeMap;

/// The text in the order of the first one. A clause that the first does not have stays behind the one before it; nothing
/// where a heading has no id, or an id stands there twice: nobody knows then what belongs where.
pub(super) fn like(first: &PlanText, text: &PlanText) -> Option<String> {
    let places: BTreeMap<&str, usize> =
        first.clauses.iter().enumerate().map(|(place, clause)| (clause.id.as_str(), place)).collect();
    let headings: Vec<_> = text.document.sections().filter_map(|section| section.heading).collect();
    if headings.len() != text.clauses.len()
        || headings.iter().zip(&text.clauses).any(|(h, c)| h.id.as_deref() != Some(&*c.id))
    {
        return None;
    }
    let starts: Vec<usize> = text.clauses.iter().map(|clause| clause.span.start).collect();
    let ends = starts.iter().skip(1).copied().chain([text.source.len()]);
    let mut place = 0;
    let mut parts: Vec<(usize, &str)> = Vec::new();
    for ((clause, start), end) in text.clauses.iter().zip(&starts).zip(ends) {
        place = places.get(clause.id.as_str()).copied().unwrap_or(place);
        parts.push((place, text.source.get(*start..end)?.trim_end()));
    }
    parts.sort_by_key(|(place, _)| *place);
    let parts: Vec<&str> = parts.into_iter().map(|(_, part)| part).collect();
    let head = text.source.get(..*starts.first()?)?;
    Some(format!("{head}{}\n", parts.join("\n\n")))
}
