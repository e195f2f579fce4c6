//! Turns plans into bars on a line of years, with the years in which their targets are due.
//! Knows nothing of whether a target was met.

use super::super::context::Ctx;
use super::super::view::{Picture, PictureRow};
use super::svg::{Drawing, Share};
use super::{Size, Told, framed, plain};
use crate::content::words::Level;
use std::collections::BTreeMap;

/// No more marks than this under the line.
const TICKS: i16 = 12;
/// Height of the axis, and of each plan.
const AXIS: u32 = 24;
const ROW: u32 = 58;

/// A plan on the line.
struct Bar {
    plan: usize,
    name: String,
    detail: String,
    is_national: bool,
    start: i16,
    end: i16,
    /// How many targets are due in which year.
    due: BTreeMap<i16, usize>,
}

/// A line of whole years.
struct Line {
    first: i16,
    step: i16,
    ticks: i16,
}

/// The plans with a term, earliest first; nothing where there is none.
pub(in super::super) fn picture(ctx: &Ctx<'_>, plans: &[usize]) -> Option<Picture> {
    let mut bars: Vec<Bar> = plans.iter().filter_map(|plan| bar(ctx, *plan)).collect();
    bars.sort_by_key(|bar| (bar.start, bar.end));
    let line = Line::over(&bars)?;
    let now = ctx.site.now;
    let today = f64::from(now.year()) + (f64::from(now.month()) - 1.0) / 12.0 + f64::from(now.day()) / 366.0;
    let drawing = draw(&line, &bars, Some(today).filter(|day| line.share(*day) < 1.0));
    let head = ["facet-plan", "level", "period", "picture-due"].map(|key| ctx.word(key).to_owned()).into();
    let rows = bars.iter().map(|bar| row(ctx, bar)).collect();
    let height = AXIS + ROW * u32::try_from(bars.len()).unwrap_or(0);
    Some(framed(ctx, Told { id: "timeline", head, rows }, drawing, Size::Fluid(height)))
}

/// First and last year; a plan without a term stands in its year of issue.
fn bar(ctx: &Ctx<'_>, plan: usize) -> Option<Bar> {
    let meta = ctx.meta(plan);
    let issued = meta.issued.or(meta.published).map(|date| (date.year, date.year));
    let (start, end) = meta.period.map(|period| (period.start, period.end.max(period.start))).or(issued)?;
    let mut due: BTreeMap<i16, usize> = BTreeMap::new();
    for target in &ctx.record(plan).target {
        if let Some(year) = target.deadline.as_ref().and_then(|deadline| deadline.last_year()) {
            *due.entry(year).or_default() += 1;
        }
    }
    let level = ctx.term("level", meta.level.word());
    let detail = [ctx.format().years(start, end), level].join(" · ");
    let name = ctx.plan_title(plan).to_owned();
    Some(Bar { plan, name, detail, is_national: meta.level == Level::National, start, end, due })
}

fn row(ctx: &Ctx<'_>, bar: &Bar) -> PictureRow {
    let due: Vec<String> = bar
        .due
        .iter()
        .map(|(year, n)| format!("{year}{}{}", ctx.word("colon"), ctx.format().count(*n)))
        .collect();
    PictureRow {
        name: ctx.plan_link(bar.plan),
        cells: [
            ctx.term("level", ctx.meta(bar.plan).level.word()),
            ctx.format().years(bar.start, bar.end),
            due.join(ctx.word("list-separator")),
        ]
        .map(plain)
        .into(),
    }
}

impl Line {
    fn over(bars: &[Bar]) -> Option<Line> {
        let first = bars.iter().map(|bar| bar.start).min()?;
        let due = bars.iter().filter_map(|bar| bar.due.keys().next_back());
        let last = bars.iter().map(|bar| bar.end).chain(due.copied()).max()?;
        // Each mark stands for as many years, so that the line is as long as its marks.
        let step = (last - first) / TICKS + 1;
        Some(Line { first, step, ticks: (last - first) / step + 1 })
    }

    /// Where a moment lies: a year begins at its whole number.
    fn share(&self, year: f64) -> f64 {
        (year - f64::from(self.first)) / (f64::from(self.step) * f64::from(self.ticks))
    }
}

fn draw(line: &Line, bars: &[Bar], today: Option<f64>) -> Drawing {
    let mut drawing = Drawing::default();
    let bottom = AXIS + ROW * u32::try_from(bars.len()).unwrap_or(0);
    for tick in 0..line.ticks {
        let year = line.first + tick * line.step;
        let x = Share(line.share(f64::from(year)));
        drawing.line("grid", (x, AXIS - 6), (x, bottom));
        drawing.text(if tick % 2 == 0 { "soft" } else { "soft wide" }, x, 12, &year.to_string());
    }
    if let Some(day) = today {
        let x = Share(line.share(day));
        drawing.line("now", (x, AXIS - 6), (x, bottom));
    }
    for (bar, top) in bars.iter().zip((AXIS..).step_by(ROW as usize)) {
        draw_bar(&mut drawing, line, bar, top);
    }
    drawing
}

fn draw_bar(drawing: &mut Drawing, line: &Line, bar: &Bar, top: u32) {
    let from = line.share(f64::from(bar.start));
    let to = line.share(f64::from(bar.end) + 1.0);
    drawing.text("", 0, top + 16, &bar.name);
    drawing.text("soft end wide", Share(1.0), top + 16, &bar.detail);
    let class = if bar.is_national { "on" } else { "off" };
    drawing.rect(class, Share(from), top + 27, Share(to - from), 12);
    for (year, n) in &bar.due {
        // A target of a year is due by its end.
        let x = line.share(f64::from(*year) + 1.0);
        drawing.at(Share(x), top + 33, |mark| {
            mark.diamond("hot");
            mark.text("mid", if x > 0.98 { -6 } else { 0 }, 21, &n.to_string());
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(start: i16, end: i16, due: &[(i16, usize)]) -> Bar {
        Bar {
            plan: 0,
            name: "A".to_owned(),
            detail: "B".to_owned(),
            is_national: true,
            start,
            end,
            due: due.iter().copied().collect(),
        }
    }

    #[test]
    fn the_line_reaches_to_the_last_deadline() {
        let line = Line::over(&[bar(2021, 2025, &[(2035, 4)]), bar(2015, 2017, &[])]).unwrap();
        assert_eq!((line.first, line.step, line.ticks), (2015, 2, 11));
        assert!((line.share(2015.0)).abs() < 1e-9 && (line.share(2037.0) - 1.0).abs() < 1e-9);
        assert!(Line::over(&[]).is_none());
    }

    #[test]
    fn a_target_is_due_at_the_end_of_its_year() {
        let line = Line::over(&[bar(2021, 2022, &[(2021, 3)])]).unwrap();
        let svg = format!("{:?}", draw(&line, &[bar(2021, 2022, &[(2021, 3)])], None));
        assert!(svg.contains("x=\\\"50%\\\"") && svg.contains(">3<"), "{svg}");
    }
}
