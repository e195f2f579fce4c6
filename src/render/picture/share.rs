//! Turns one body or partner into its own share: of the clauses of each policy field, how many are its business.
//! Knows nothing of the rest of its page.

use super::super::context::Ctx;
use super::super::view::{Picture, PictureRow};
use super::svg::{Drawing, Share};
use super::{Size, Told, framed, plain};
use crate::content::words::Role;
use crate::resolve::{ClauseRef, Entity, EntityKind};
use std::collections::{BTreeMap, BTreeSet};

/// Fewer clauses than this are sooner read than looked at.
const LEAST: usize = 3;
const ROW: u32 = 42;
/// Where the bars begin and how long the longest can be; the number stands after it.
const LEFT: f64 = 0.36;
const LENGTH: f64 = 0.5;

/// In how many clauses of a field a body leads, and in how many others it takes part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) leads: usize,
    pub(super) joins: usize,
}

/// A field with the share in it.
struct Row {
    field: Entity,
    name: String,
    part: Part,
    of: usize,
    said: String,
}

/// A body's share: its own duties and projects, no collective's, bureau's or predecessor's.
pub(in super::super) fn body(ctx: &Ctx<'_>, body: Entity) -> Option<Picture> {
    let (led, joined) = clauses(ctx, body);
    if led.len() + joined.len() < LEAST {
        return None;
    }
    let parts = parts(ctx, body);
    picture(ctx, "share", &parts, |field| ctx.renderer.lookups.tasks(field))
}

/// A partner's share: the clauses that name it, of those that name any partner.
pub(in super::super) fn partner(ctx: &Ctx<'_>, partner: Entity) -> Option<Picture> {
    let named = ctx.site.relations.mentions(partner);
    if named.len() < LEAST {
        return None;
    }
    let mut parts: BTreeMap<Entity, Part> = BTreeMap::new();
    for at in named {
        for field in fields(ctx, *at) {
            parts.entry(field).or_default().leads += 1;
        }
    }
    picture(ctx, "named", &parts, |field| ctx.renderer.lookups.naming(field))
}

/// A body's part in each field where it has one.
pub(super) fn parts(ctx: &Ctx<'_>, body: Entity) -> BTreeMap<Entity, Part> {
    let (led, joined) = clauses(ctx, body);
    let mut parts: BTreeMap<Entity, Part> = BTreeMap::new();
    for at in &led {
        for field in fields(ctx, *at) {
            parts.entry(field).or_default().leads += 1;
        }
    }
    for at in joined.difference(&led) {
        for field in fields(ctx, *at) {
            parts.entry(field).or_default().joins += 1;
        }
    }
    parts
}

fn fields(ctx: &Ctx<'_>, at: ClauseRef) -> Vec<Entity> {
    ctx.site.topics(at.plan as usize, &ctx.clause(at).id)
}

/// The clauses in which a body leads, and those in which it has another part.
fn clauses(ctx: &Ctx<'_>, body: Entity) -> (BTreeSet<ClauseRef>, BTreeSet<ClauseRef>) {
    let relations = &ctx.site.relations;
    let (mut led, mut joined) = (BTreeSet::new(), BTreeSet::new());
    for duty in relations.duties(body) {
        let plan = duty.plan as usize;
        let clause = ctx.clause_at(plan, &ctx.record(plan).duty[duty.duty as usize].clause);
        if duty.role == Role::Lead { led.extend(clause) } else { joined.extend(clause) }
    }
    let clause =
        |(plan, index): &(usize, usize)| ctx.clause_at(*plan, &ctx.record(*plan).project[*index].clause);
    led.extend(relations.projects_led(body).iter().filter_map(clause));
    joined.extend(relations.projects_joined(body).iter().filter_map(clause));
    (led, joined)
}

fn picture(
    ctx: &Ctx<'_>,
    id: &'static str,
    parts: &BTreeMap<Entity, Part>,
    of: impl Fn(Entity) -> usize,
) -> Option<Picture> {
    let order = ctx.renderer.lookups.order(EntityKind::Topic)?.get(ctx.lang);
    let row = |field: &Entity| {
        let part = *parts.get(field)?;
        let of = of(*field).max(part.leads + part.joins);
        let args = [part.leads + part.joins, of].map(|n| n.to_string());
        let said = ctx.say("picture-of", &[("n", &args[0]), ("all", &args[1])]);
        Some(Row { field: *field, name: ctx.site.name(*field, ctx.lang).to_owned(), part, of, said })
    };
    let rows: Vec<Row> = order.iter().filter_map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let is_body = id == "share";
    let columns: &[&str] = if is_body {
        &["topic", "part-lead", "part-other", "picture-all"]
    } else {
        &["topic", "picture-named-n", "picture-all"]
    };
    let cells = |row: &Row| {
        let numbers = [Some(row.part.leads), is_body.then_some(row.part.joins), Some(row.of)];
        numbers.into_iter().flatten().map(|n| plain(n.to_string())).collect()
    };
    let told = Told {
        id,
        head: columns.iter().map(|key| ctx.word(key).to_owned()).collect(),
        rows: rows.iter().map(|row| PictureRow { name: ctx.link(row.field), cells: cells(row) }).collect(),
    };
    let height = ROW * u32::try_from(rows.len()).unwrap_or(0);
    Some(framed(ctx, told, draw(&rows), Size::Fluid(height)))
}

fn draw(rows: &[Row]) -> Drawing {
    let mut drawing = Drawing::default();
    let most = rows.iter().map(|row| row.of).max().unwrap_or(1).max(1) as f64;
    for (row, top) in rows.iter().zip((0..).step_by(ROW as usize)) {
        let length = |n: usize| LENGTH * n as f64 / most;
        drawing.text("name", 0, top + 13, &row.name);
        drawing.rect("rail", Share(LEFT), top + 20, Share(length(row.of)), 13);
        drawing.rect("on", Share(LEFT), top + 20, Share(length(row.part.leads)), 13);
        let joined = Share(length(row.part.joins));
        drawing.rect("off", Share(LEFT + length(row.part.leads)), top + 20, joined, 13);
        drawing.at(Share(LEFT + length(row.of)), top + 31, |end| end.text("", 6, 0, &row.said));
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_share_of_the_longest() {
        let row = |leads, joins, of| Row {
            field: Entity::Topic(0),
            name: "A".to_owned(),
            part: Part { leads, joins },
            of,
            said: format!("{} of {of}", leads + joins),
        };
        let svg = format!("{:?}", draw(&[row(5, 5, 20), row(0, 1, 10)]));
        assert!(svg.contains("class=\\\"rail\\\" x=\\\"36%\\\" y=\\\"20\\\" width=\\\"50%\\\""), "{svg}");
        assert!(svg.contains("class=\\\"off\\\" x=\\\"48.5%\\\" y=\\\"20\\\" width=\\\"12.5%\\\""), "{svg}");
        assert!(svg.contains(">1 of 10<"), "{svg}");
    }
}
