//! Turns the period and the targets of a plan, or of all plans, into the picture that stands beside an address where
//! somebody shares it.
//! Knows nothing of words: a picture without text is for readers of both languages.
//!
//! A square for every target above the year in which it is due, full where the plan gives a figure, hollow where it does
//! not, in the stronger colour where the target is binding; beneath them the years, those of a plan as a band.

use crate::content::PlanFolder;
use crate::content::plan::Target;
use crate::content::words::{Extent, Nature};
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Arc;

/// The size that those who show such pictures ask for.
const WIDTH: usize = 1200;
const HEIGHT: usize = 630;
/// Room around what is drawn.
const EDGE: usize = 90;
/// The line on which the squares stand.
const GROUND: usize = 500;
/// The largest square, with the room around it.
const CELL: usize = 84;
/// Years at most; the last ones.
const YEARS: usize = 24;

/// What may be drawn: a number in the palette.
#[derive(Clone, Copy)]
enum Ink {
    Paper,
    Line,
    Wash,
    Jade,
    Cinnabar,
}

/// Red, green and blue of each ink in order.
const PALETTE: [[u8; 3]; 5] =
    [[0xfc, 0xfb, 0xf8], [0xc9, 0xc3, 0xb6], [0xe6, 0xf0, 0xee], [0x0d, 0x5f, 0x5a], [0xa8, 0x32, 0x1f]];

/// A picture of [`WIDTH`] × [`HEIGHT`] inks.
struct Canvas(Vec<u8>);

impl Canvas {
    /// Fills a rectangle; what lies outside the picture is left out.
    fn fill(&mut self, (x, y): (usize, usize), (width, height): (usize, usize), ink: Ink) {
        let (left, right) = (x.min(WIDTH), (x + width).min(WIDTH));
        for row in y..(y + height).min(HEIGHT) {
            self.0[row * WIDTH + left..row * WIDTH + right].fill(ink as u8);
        }
    }
}

/// Writes the picture of some plans as PNG.
pub(super) fn write(plans: &[Arc<PlanFolder>], out: &mut dyn Write) -> anyhow::Result<()> {
    let periods = plans.iter().filter_map(|plan| plan.record.plan.period.as_ref());
    let periods: Vec<(i16, i16)> = periods.map(|period| (period.start, period.end)).collect();
    let mut canvas = Canvas(vec![Ink::Paper as u8; WIDTH * HEIGHT]);
    draw(&mut canvas, &periods, &due(plans.iter().flat_map(|plan| &plan.record.target)));
    let mut encoder = png::Encoder::new(out, u32::try_from(WIDTH)?, u32::try_from(HEIGHT)?);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(PALETTE.concat());
    let mut file = encoder.write_header()?;
    file.write_image_data(&canvas.0)?;
    Ok(file.finish()?)
}

/// The targets by the year in which they are due, those that bind at the bottom.
fn due<'t>(targets: impl Iterator<Item = &'t Target>) -> BTreeMap<i16, Vec<&'t Target>> {
    let mut years: BTreeMap<i16, Vec<&Target>> = BTreeMap::new();
    for target in targets {
        let year = target.deadline.as_ref().and_then(|deadline| deadline.last_year());
        if let Some(year) = year {
            years.entry(year).or_default().push(target);
        }
    }
    for targets in years.values_mut() {
        targets.sort_by_key(|target| (!is_binding(target), target.extent != Extent::Figure));
    }
    years
}

fn is_binding(target: &Target) -> bool {
    target.nature == Some(Nature::Binding)
}

fn draw(canvas: &mut Canvas, periods: &[(i16, i16)], due: &BTreeMap<i16, Vec<&Target>>) {
    sign(canvas);
    let ends = due.keys().copied().chain(periods.iter().flat_map(|(start, end)| [*start, *end]));
    let Some((first, last)) = ends.fold(None, |span: Option<(i16, i16)>, year| {
        Some(span.map_or((year, year), |(first, last)| (first.min(year), last.max(year))))
    }) else {
        return;
    };
    let years: Vec<i16> = (first..=last).rev().take(YEARS).collect();
    let column = (WIDTH - 2 * EDGE) / years.len().max(1);
    let most = due.values().map(Vec::len).max().unwrap_or(0).max(1);
    // Many targets of one year stand side by side as soon as a column would grow too high.
    let room = GROUND - 2 * EDGE;
    let across =
        (1..).find(|n| most.div_ceil(*n) * (column / n).min(CELL) <= room || column / n <= 6).unwrap_or(1);
    let cell = (column / across).min(CELL).min(room / most.div_ceil(across).max(1)).max(4);
    for (place, year) in years.iter().rev().enumerate() {
        let left = EDGE + place * column;
        let within = periods.iter().any(|(start, end)| (*start..=*end).contains(year));
        canvas.fill((left, GROUND + 14), (column - 4, 22), if within { Ink::Jade } else { Ink::Line });
        let targets = due.get(year).map_or(&[][..], Vec::as_slice);
        for (number, target) in targets.iter().enumerate() {
            let at = (left + number % across * cell, GROUND.saturating_sub((number / across + 1) * cell));
            square(canvas, at, cell, target);
        }
    }
}

/// One target.
fn square(canvas: &mut Canvas, (x, y): (usize, usize), cell: usize, target: &Target) {
    let gap = (cell / 8).max(1);
    let side = cell - gap;
    canvas.fill((x, y), (side, side), if is_binding(target) { Ink::Cinnabar } else { Ink::Jade });
    if target.extent != Extent::Figure && side > 2 * gap {
        canvas.fill((x + gap, y + gap), (side - 2 * gap, side - 2 * gap), Ink::Wash);
    }
}

/// Two panels and a hinge, small in the corner.
fn sign(canvas: &mut Canvas) {
    canvas.fill((EDGE, EDGE / 2), (24, 44), Ink::Jade);
    canvas.fill((EDGE + 32, EDGE / 2), (24, 44), Ink::Jade);
    canvas.fill((EDGE + 22, EDGE / 2 + 8), (12, 4), Ink::Cinnabar);
    canvas.fill((EDGE + 22, EDGE / 2 + 32), (12, 4), Ink::Cinnabar);
}
