//! Turns duties and projects into a table of bodies by policy field: in how many clauses each leads, in how many it
//! takes part. Knows nothing of a single body's page.

use super::super::context::Ctx;
use super::super::rows;
use super::super::view::{Picture, PictureRow};
use super::share::{Part, parts};
use super::svg::{self, Drawing};
use super::{Size, Told, framed, plain};
use crate::resolve::{Entity, EntityKind};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// So many bodies; those with the most clauses.
const MOST: usize = 12;
const ROW: u32 = 34;
const COLUMN: u32 = 66;
const BOX: u32 = 27;

/// The bodies that lead or take part in most clauses; nothing where there is none.
pub(in super::super) fn picture(ctx: &Ctx<'_>) -> Option<Picture> {
    let order = |kind| ctx.renderer.lookups.order(kind).map(|order| order.get(ctx.lang).as_slice());
    let mut bodies: Vec<(Entity, BTreeMap<Entity, Part>)> = order(EntityKind::Department)?
        .iter()
        .filter(|body| !is_collective(ctx, **body))
        .map(|body| (*body, parts(ctx, *body)))
        .filter(|(_, parts)| !parts.is_empty())
        .collect();
    bodies
        .sort_by_key(|(_, parts)| Reverse(parts.values().map(|part| part.leads + part.joins).sum::<usize>()));
    bodies.truncate(MOST);
    let fields: Vec<Entity> = order(EntityKind::Topic)?
        .iter()
        .filter(|field| bodies.iter().any(|(_, parts)| parts.contains_key(field)))
        .copied()
        .collect();
    if bodies.is_empty() || fields.is_empty() {
        return None;
    }
    let cell = |parts: &BTreeMap<Entity, Part>, field: &Entity| parts.get(field).copied().unwrap_or_default();
    let names: Vec<String> = fields.iter().map(|field| ctx.site.name(*field, ctx.lang).to_owned()).collect();
    let table: Vec<(String, Vec<Part>)> = bodies
        .iter()
        .map(|(body, parts)| {
            let name = rows::headline(ctx.lang, rows::short(ctx, *body));
            (name, fields.iter().map(|field| cell(parts, field)).collect())
        })
        .collect();
    let rows = bodies.iter().zip(&table).map(|((body, _), (_, parts))| PictureRow {
        name: rows::link(ctx, *body),
        cells: parts.iter().map(|part| plain(said(ctx, *part))).collect(),
    });
    let (drawing, width, height) = draw(&names, &table, [ctx.word("part-lead"), ctx.word("part-other")]);
    let head = std::iter::once(ctx.word("facet-body").to_owned()).chain(names).collect();
    Some(framed(ctx, Told { id: "who", head, rows: rows.collect() }, drawing, Size::Fixed(width, height)))
}

/// A class of bodies is none.
fn is_collective(ctx: &Ctx<'_>, body: Entity) -> bool {
    let (_, index) = body.parts();
    ctx.site.catalog.departments.records[index].kind == crate::content::words::DepartmentKind::Collective
}

fn said(ctx: &Ctx<'_>, part: Part) -> String {
    let words = [("part-lead", part.leads), ("part-other", part.joins)];
    let said: Vec<String> = words
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(word, n)| format!("{} {n}", ctx.word(word)))
        .collect();
    said.join(ctx.word("list-separator"))
}

fn draw(fields: &[String], bodies: &[(String, Vec<Part>)], words: [&str; 2]) -> (Drawing, u32, u32) {
    let mut drawing = Drawing::default();
    let left = bodies.iter().map(|(name, _)| svg::width(name)).max().unwrap_or(0).min(340) + 16;
    let longest = fields.iter().map(|name| svg::width(name)).max().unwrap_or(0);
    // The names of the fields climb at 40 degrees.
    let head = longest * 2 / 3 + 16;
    let width = left + COLUMN * u32::try_from(fields.len()).unwrap_or(0) + longest * 3 / 4;
    for (name, x) in fields.iter().zip((left..).step_by(COLUMN as usize)) {
        drawing.rising(x + BOX, head - 10, name);
    }
    key(&mut drawing, words);
    let mut top = head;
    for (name, parts) in bodies {
        drawing.line("grid", (0, top), (width, top));
        drawing.text("", 0, top + 22, name);
        for (part, x) in parts.iter().zip((left..).step_by(COLUMN as usize)) {
            boxed(&mut drawing, ["on", "inv mid"], x, top + 6, part.leads);
            boxed(&mut drawing, ["off", "mid"], x + BOX + 3, top + 6, part.joins);
        }
        top += ROW;
    }
    (drawing, width, top + 2)
}

/// What a full and an empty box stand for.
fn key(drawing: &mut Drawing, [leads, joins]: [&str; 2]) {
    drawing.rect("on", 1, 4, BOX, 22);
    drawing.text("", BOX + 9, 20, leads);
    drawing.rect("off", 1, 32, BOX, 22);
    drawing.text("", BOX + 9, 48, joins);
}

/// A number in a box; nothing for none.
fn boxed(drawing: &mut Drawing, [class, letters]: [&str; 2], x: u32, y: u32, n: usize) {
    if n > 0 {
        drawing.rect(class, x, y, BOX, 22);
        drawing.text(letters, x + BOX / 2, y + 16, &n.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_and_joining_have_boxes_of_their_own() {
        let bodies = [("甲".to_owned(), vec![Part { leads: 2, joins: 0 }, Part { leads: 0, joins: 7 }])];
        let (drawing, _, height) = draw(&["一".to_owned(), "二".to_owned()], &bodies, ["牵头", "参加"]);
        let svg = format!("{drawing:?}");
        assert!(svg.contains("inv mid\\\"") && svg.contains(">2<") && svg.contains(">7<"), "{svg}");
        assert_eq!(svg.matches("class=\\\"off\\\"").count(), 2, "one in the key, one for joining: {svg}");
        assert!(height > ROW);
    }
}
