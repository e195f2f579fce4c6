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

/// 注：, 备注：, 说明：, 注1.
fn opens(words: &str) -> bool {
    ["注", "备注", "说明", "*", "＊", "资料来源", "数据来源"].iter().any(|word| {
        words.strip_prefix(word).is_some_and(|rest| {
            word.starts_with(['*', '＊']) || rest.trim_start().starts_with(['：', ':', '1', '①', '（', '('])
        })
    })
}
