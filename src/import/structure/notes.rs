//! Turns the paragraphs below a table that annotate it into notes: 注：1.… 2.… are no headings.
//! Knows nothing of headings.

use super::mark::{Kind, marks};
use super::unit::Unit;

/// The units with the notes below tables marked as such.
pub(super) fn below_tables(units: Vec<Unit>) -> Vec<Unit> {
    let mut noted: Vec<Unit> = Vec::new();
    // The number of the next note, while the notes of a table last.
    let mut next: Option<u32> = None;
    let mut below = false;
    for unit in units {
        let words = unit.words().unwrap_or_default();
        let number = marks(words).into_iter().rfind(|mark| mark.kind == Kind::Dot).map(|mark| mark.value);
        let first = marks(words).into_iter().next().filter(|mark| mark.start == 0);
        let goes_on =
            next.is_some() && first.is_some_and(|mark| Some(mark.value) == next && mark.kind == Kind::Dot);
        let is_note = (below && opens(words)) || goes_on;
        next = match (&unit, is_note) {
            (Unit::Text { .. }, true) => Some(number.or(next).map_or(2, |number| number + 1)),
            (Unit::Gap(_), _) => next,
            _ => None,
        };
        below = matches!(unit, Unit::Table(_)) || (below && is_note);
        noted.push(match unit {
            Unit::Text { strand, .. } if is_note => Unit::Note(strand),
            unit => unit,
        });
    }
    noted
}

/// The units with the numbered items of boxes (专栏1) marked as what stands in a list: a box counts for itself, in the
/// middle of a series that goes on below it.
pub(super) fn in_boxes(mut units: Vec<Unit>) -> Vec<Unit> {
    // The kind and the number of the next item, while a box lasts; no kind before its first.
    let mut next: Option<(Option<Kind>, u32)> = None;
    for unit in &mut units {
        let words = unit.words().unwrap_or_default();
        let first = marks(words).into_iter().next().filter(|mark| mark.start == 0);
        let item = match (&next, first) {
            (Some((kind, value)), Some(mark))
                if mark.value == *value && kind.is_none_or(|kind| kind == mark.kind) =>
            {
                Some((Some(mark.kind), mark.value + 1))
            }
            _ => None,
        };
        let has_mark = marks(words).first().is_some_and(|mark| mark.start == 0);
        next = match item {
            _ if words.starts_with("专栏") && words.chars().count() <= 40 => Some((None, 1)),
            Some(item) => Some(item),
            None if has_mark => None,
            None => next,
        };
        if let (Some(_), Unit::Text { listed, .. }) = (item, unit) {
            *listed = true;
        }
    }
    units
}

/// 注：, 备注：, 说明：, 注1.
fn opens(words: &str) -> bool {
    ["注", "备注", "说明", "*", "＊", "资料来源", "数据来源"].iter().any(|word| {
        words.strip_prefix(word).is_some_and(|rest| {
            word.starts_with(['*', '＊']) || rest.trim_start().starts_with(['：', ':', '1', '①', '（', '('])
        })
    })
}
