//! Turns headings without an id into the ids that they must have: by their printed number, or by the other language.
//! Knows nothing of what stands under them.

use super::Edit;
use crate::content::{ClauseId, PlanText, printed_number, twins};
use crate::markup::{Heading, plain};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The ids of the headings that have none, by their first bytes: where number and other language say the same, or only
/// one of them says anything, and no other clause has the id.
pub(super) fn ids(text: &PlanText, texts: &[PlanText]) -> BTreeMap<usize, String> {
    let own = headings(text);
    let other = twins::source_of(texts, text).map(headings).filter(|other| is_alike(&own, other));
    let mut taken: BTreeSet<String> = own.iter().filter_map(|heading| heading.id.clone()).collect();
    let mut path: Vec<(u8, String)> = Vec::new();
    let mut ids = BTreeMap::new();
    for (at, heading) in own.iter().enumerate() {
        path.retain(|(level, _)| *level < heading.level);
        let id = heading.id.clone().or_else(|| {
            let by_number = by_number(heading, path.last());
            let by_twin = other.as_ref().and_then(|other| other[at].id.clone());
            let id = match (by_number, by_twin) {
                (Some(number), Some(twin)) => (number == twin).then_some(number),
                (number, twin) => number.or(twin),
            };
            id.filter(|id| taken.insert(id.clone()))
        });
        let Some(id) = id else { continue };
        if heading.id.is_none() {
            ids.insert(heading.span.start as usize, id.clone());
        }
        path.push((heading.level, id));
    }
    ids
}

/// Writes an id behind a heading, before what else its braces hold.
pub(super) fn edit(source: &str, span: Range<usize>, id: &str) -> Option<Edit> {
    let line = source.get(span.clone())?.lines().next()?.trim_end();
    let end = span.start + line.len();
    let braces = line.ends_with('}').then(|| line.rfind('{')).flatten();
    Some(match braces {
        Some(at) => Edit { bytes: span.start + at + 1..span.start + at + 1, right: format!("#{id} ") },
        None => Edit { bytes: end..end, right: format!(" {{#{id}}}") },
    })
}

fn headings(text: &PlanText) -> Vec<&Heading> {
    text.document.sections().filter_map(|section| section.heading).collect()
}

/// True when two texts have the same headings as far as ids and levels tell.
fn is_alike(own: &[&Heading], other: &[&Heading]) -> bool {
    let fits = |(own, other): (&&Heading, &&Heading)| {
        own.level == other.level && (own.id.is_none() || other.id.is_none() || own.id == other.id)
    };
    own.len() == other.len() && own.iter().zip(other).all(fits)
}

/// 三、 below nothing is `c3`, （二） below `c3` is `c3-2`.
fn by_number(heading: &Heading, parent: Option<&(u8, String)>) -> Option<String> {
    let number = printed_number(&plain::of_inlines(&heading.inlines))?;
    let id = match parent {
        None if heading.level == 2 => format!("c{number}"),
        Some((level, parent)) if level + 1 == heading.level => format!("{parent}-{number}"),
        _ => return None,
    };
    ClauseId::parse(&id).map(|_| id)
}
