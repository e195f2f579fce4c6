//! Turns a time of a record into what a reader sees: 到2025年, 2021–2025, every half-year.
//! Knows nothing of clocks: whether a time is over is asked elsewhere.

use super::context::Ctx;
use super::view::When;
use crate::content::plan::Time;
use crate::content::words::TimeKind;
use crate::lang::Lang;
use crate::record::PartialDate;

/// By when a target is due, or when a project runs.
pub(super) fn deadline(ctx: &Ctx<'_>, time: &Time) -> When {
    let dated = match (time.kind, time.start, time.end) {
        (TimeKind::None, ..) => Some(ctx.word("when-none").to_owned()),
        (TimeKind::Recurring, ..) => Some(recurring(ctx, time)),
        (TimeKind::By | TimeKind::Within, None, Some(end)) => Some(say(ctx, "when-by", end)),
        (TimeKind::Before, _, Some(end)) => Some(say(ctx, "when-before", end)),
        (_, Some(start), Some(end)) => Some(span(ctx, start, end)),
        (_, Some(start), None) => Some(open(ctx, start)),
        (_, None, Some(end)) => Some(ctx.format().date(end)),
        (_, None, None) => None,
    };
    when(ctx, time, dated)
}

/// When a fact held: the last date of "by" is the date itself.
pub(super) fn as_of(ctx: &Ctx<'_>, time: &Time) -> When {
    let dated = match (time.kind, time.start, time.end) {
        (TimeKind::None, ..) => Some(ctx.word("when-none").to_owned()),
        (TimeKind::Recurring, ..) => Some(recurring(ctx, time)),
        (TimeKind::Before, _, Some(end)) => Some(say(ctx, "when-before", end)),
        (_, Some(start), Some(end)) => Some(span(ctx, start, end)),
        (_, Some(start), None) => Some(open(ctx, start)),
        (_, None, Some(end)) => Some(ctx.format().date(end)),
        (_, None, None) => None,
    };
    when(ctx, time, dated)
}

/// A span of dates: 2021—2025年, 2021–2025; March 2016 – May 2017; one date where both are the same.
pub(super) fn span(ctx: &Ctx<'_>, start: PartialDate, end: PartialDate) -> String {
    let format = ctx.format();
    let whole_years = start.month.is_none() && end.month.is_none();
    match (start == end, whole_years, ctx.lang) {
        (true, ..) => format.date(start),
        (false, true, _) => format.years(start.year, end.year),
        (false, false, Lang::Zh) => format!("{}—{}", format.date(start), format.date(end)),
        (false, false, Lang::En) => format!("{} – {}", format.date(start), format.date(end)),
    }
}

/// A span of which either end may be missing; empty without both.
pub(super) fn half_open(ctx: &Ctx<'_>, start: Option<PartialDate>, end: Option<PartialDate>) -> String {
    match (start, end) {
        (Some(start), Some(end)) => span(ctx, start, end),
        (Some(start), None) => open(ctx, start),
        (None, Some(end)) => say(ctx, "when-until", end),
        (None, None) => String::new(),
    }
}

fn open(ctx: &Ctx<'_>, start: PartialDate) -> String {
    ctx.say("when-during-open", &[("start", &ctx.format().date(start))])
}

fn say(ctx: &Ctx<'_>, key: &str, end: PartialDate) -> String {
    ctx.say(key, &[("end", &ctx.format().date(end))])
}

/// What recurs is best told in the plan's own short words: every half-year.
fn recurring(ctx: &Ctx<'_>, time: &Time) -> String {
    let often = time.text.as_ref().map_or(ctx.word("when-recurring"), |text| ctx.text(text));
    match half_open(ctx, time.start, time.end) {
        span if span.is_empty() => often.to_owned(),
        span => format!("{often}{}{span}{}", ctx.word("open-bracket"), ctx.word("close-bracket")),
    }
}

fn when(ctx: &Ctx<'_>, time: &Time, dated: Option<String>) -> When {
    let wording = time.text.as_ref().map_or("", |text| ctx.text(text));
    let text = match dated {
        Some(text) => text,
        None if wording.is_empty() => ctx.word("when-none").to_owned(),
        None => wording.to_owned(),
    };
    let wording = if text.starts_with(wording) { String::new() } else { wording.to_owned() };
    When { text, wording, kind: time.kind.word().to_owned(), basis: ctx.basis(time.basis) }
}
