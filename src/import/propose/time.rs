//! Turns the times that a sentence names into deadlines and dates of facts.
//! Knows nothing of what is to be reached by then.

use super::record::{Time, zh};
use crate::content::words::{Basis, TimeKind};
use crate::quantity::{Date, Quantity, TimeUnit, Unit};
use std::ops::Range;

/// A time with the last year that it touches.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    pub(super) time: Time,
    /// The last year, where there is one.
    pub(super) year: Option<i32>,
}

/// The time that bounds what a sentence says, if its quantities name one: the last before `at`, else the first after it.
pub(super) fn bound(
    text: &str,
    sentence: &Range<usize>,
    quantities: &[Quantity],
    at: usize,
) -> Option<Bound> {
    let bounds = || {
        quantities.iter().filter_map(|quantity| Some((quantity.span.start, read(text, sentence, quantity)?)))
    };
    let before = bounds().rfind(|(start, _)| *start < at);
    before.or_else(|| bounds().next()).map(|(_, bound)| bound)
}

/// The bound that one quantity of time gives.
fn read(text: &str, sentence: &Range<usize>, quantity: &Quantity) -> Option<Bound> {
    let before = text[sentence.start..quantity.span.start].trim_end();
    let after = text[quantity.span.end..sentence.end].trim_start();
    let cited = before.matches('《').count() > before.matches('》').count();
    if cited {
        return None;
    }
    // 比2030年, 2030年的两倍, 在2030年基础上: the year from which something is measured.
    let base = before.ends_with(['比', '较']) || after.starts_with("基础上");
    let of_year = after.starts_with('的') && before.ends_with(['到', '为', '是', '于']);
    if base || of_year {
        return None;
    }
    let to = before.ends_with(['到', '至', '于']);
    let last = after.starts_with(['底', '末']) || after.starts_with("年底") || after.starts_with("年末");
    let earlier = after.starts_with("前")
        || after.starts_with("年底前")
        || after.starts_with("底前")
        || after.starts_with("以前");
    match &quantity.unit {
        Unit::Date { start, end } => {
            let kind = match end {
                Some(_) => TimeKind::During,
                None if earlier => TimeKind::Before,
                None if to || last => TimeKind::By,
                None => TimeKind::During,
            };
            // A bare year in the name of a meeting bounds nothing.
            let named = kind == TimeKind::During
                && end.is_none()
                && !after.starts_with(['，', '、', '起', '期', '内', '以', '中', '在', '，'])
                && start.month.is_none()
                && !before.is_empty();
            let from = (kind == TimeKind::During).then(|| iso(*start)).flatten();
            let until = end.map_or_else(|| iso(*start), iso);
            let year = end.and_then(|date| date.year).or(start.year)?;
            (!named).then(|| bounded(text, quantity, kind, from, until, Some(year)))
        }
        Unit::PlanPeriod(_) => {
            let (first, last_year) = quantity.years()?;
            let at_end = last || after.starts_with("期末");
            let (kind, from) =
                if at_end || to { (TimeKind::By, None) } else { (TimeKind::During, Some(first.to_string())) };
            let part_of_name = after.starts_with(['规', '计', '发']) || after.starts_with("》");
            (!part_of_name)
                .then(|| bounded(text, quantity, kind, from, Some(last_year.to_string()), Some(last_year)))
        }
        Unit::Duration(TimeUnit::Year) => {
            let within =
                after.starts_with("内") || after.starts_with("时间") || after.starts_with("左右时间");
            let used =
                before.ends_with('用') || before.ends_with("未来") || before.ends_with("今后") || within;
            used.then(|| bounded(text, quantity, TimeKind::Within, None, None, None))
        }
        _ => None,
    }
}

fn bounded(
    text: &str,
    quantity: &Quantity,
    kind: TimeKind,
    start: Option<String>,
    end: Option<String>,
    year: Option<i32>,
) -> Bound {
    let words = zh(&text[quantity.span.clone()]);
    Bound { time: Time { kind, start, end, text: words, basis: Basis::Stated }, year }
}

fn iso(date: Date) -> Option<String> {
    let year = date.year?;
    let month = date.month.map_or(String::new(), |month| format!("-{month:02}"));
    let day = date.day.map_or(String::new(), |day| format!("-{day:02}"));
    Some(format!("{year}{month}{day}"))
}

/// The deadline that the end of a plan gives to what names none.
pub(super) fn of_plan(end: i32) -> Time {
    let text = zh(format!("到{end}年"));
    Time { kind: TimeKind::By, start: None, end: Some(end.to_string()), text, basis: Basis::Inherited }
}

/// Where nothing bounds it.
pub(super) fn none() -> Time {
    Time {
        kind: TimeKind::None,
        start: None,
        end: None,
        text: crate::lang::Texts::none(),
        basis: Basis::Stated,
    }
}
