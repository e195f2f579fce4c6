//! Turns targets into dots by policy field and year: how many are due when.
//! Knows nothing of figures: targets of unlike units are counted, never summed.

use super::super::context::Ctx;
use super::super::view::{Picture, PictureRow};
use super::svg::{Drawing, Share};
use super::{Size, Told, framed, plain};
use crate::resolve::{Entity, EntityKind};
use std::collections::BTreeMap;

/// Height of the head, and of each field.
const HEAD: u32 = 28;
const ROW: u32 = 42;
/// The largest dot.
const RADIUS: f64 = 13.0;
/// So many years at most; the last ones.
const YEARS: usize = 12;
/// Where the years begin; before it stand the fields' names.
const LEFT: f64 = 0.36;

/// All fields and all years; nothing where no target has either.
pub(in super::super) fn picture(ctx: &Ctx<'_>) -> Option<Picture> {
    let lookups = &ctx.renderer.lookups;
    let mut years: Vec<i16> = lookups.due().keys().copied().collect();
    years = years.split_off(years.len().saturating_sub(YEARS));
    let order = lookups.order(EntityKind::Topic)?;
    let fields: Vec<(Entity, Vec<usize>)> = order
        .get(ctx.lang)
        .iter()
        .map(|field| (*field, counts(ctx, *field, &years)))
        .filter(|(_, counts)| counts.iter().any(|n| *n > 0))
        .collect();
    if fields.is_empty() {
        return None;
    }
    let names: Vec<(String, &[usize])> = fields
        .iter()
        .map(|(field, counts)| (ctx.site.name(*field, ctx.lang).to_owned(), counts.as_slice()))
        .collect();
    let heads: Vec<String> = years.iter().map(i16::to_string).collect();
    let drawing = draw(&heads, &names);
    let rows = fields.iter().map(|(field, counts)| PictureRow {
        name: ctx.link(*field),
        cells: counts.iter().map(|n| plain(ctx.format().count(*n))).collect(),
    });
    let head = std::iter::once(ctx.word("topic").to_owned()).chain(heads).collect();
    let height = HEAD + ROW * u32::try_from(fields.len()).unwrap_or(0);
    Some(framed(ctx, Told { id: "years", head, rows: rows.collect() }, drawing, Size::Fluid(height)))
}

fn counts(ctx: &Ctx<'_>, field: Entity, years: &[i16]) -> Vec<usize> {
    let mut by_year: BTreeMap<i16, usize> = BTreeMap::new();
    for at in ctx.site.relations.targets(field) {
        let deadline = ctx.site.record(*at).deadline.as_ref();
        if let Some(year) = deadline.and_then(|deadline| deadline.last_year()) {
            *by_year.entry(year).or_default() += 1;
        }
    }
    years.iter().map(|year| by_year.get(year).copied().unwrap_or(0)).collect()
}

fn draw(years: &[String], fields: &[(String, &[usize])]) -> Drawing {
    let mut drawing = Drawing::default();
    let column = (1.0 - LEFT) / years.len().max(1) as f64;
    let x = |index: usize| Share(LEFT + column * (index as f64 + 0.3));
    for (index, year) in years.iter().enumerate() {
        drawing.text("soft mid", x(index), 14, year);
    }
    let most = fields.iter().flat_map(|(_, counts)| counts.iter()).copied().max().unwrap_or(1).max(1);
    for ((name, counts), top) in fields.iter().zip((HEAD..).step_by(ROW as usize)) {
        drawing.line("grid", (0, top), (Share(1.0), top));
        drawing.text("name", 0, top + 15, name);
        for (index, n) in counts.iter().enumerate().filter(|(_, n)| **n > 0) {
            // The area tells the number.
            let radius = (RADIUS * (*n as f64 / most as f64).sqrt()).max(2.0);
            drawing.at(x(index), top + 27, |dot| {
                dot.circle("on", radius);
                dot.text("", (radius + 5.0).round(), 5, &n.to_string());
            });
        }
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_of_a_dot_tells_the_number() {
        let fields = [("A".to_owned(), &[4_usize, 0][..]), ("B".to_owned(), &[1, 2][..])];
        let svg = format!("{:?}", draw(&["2025".to_owned(), "2035".to_owned()], &fields));
        assert_eq!(svg.matches("<circle").count(), 3, "none has no dot: {svg}");
        assert!(svg.contains("r=\\\"13\\\"") && svg.contains("r=\\\"6.5\\\""), "{svg}");
    }
}
