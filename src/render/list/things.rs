//! Turns a register (bodies, partners, places, fields, documents, terms) into its list.
//! Knows nothing of the things' own pages.

use super::super::context::Ctx;
use super::super::format::Format;
use super::super::view::{Count, Entry, Group, Link, ListPage, Tag};
use super::super::{picture, rows, times};
use super::pager::pager;
use super::{cut, intro, small};
use crate::content::words::{DepartmentKind, Level, PartnerKind, PlaceKind, Role};
use crate::lang::Bilingual;
use crate::resolve::{Entity, EntityKind, ListKind, Site};
use std::collections::BTreeMap;

/// The kinds that have such lists.
const KINDS: [EntityKind; 6] = [
    EntityKind::Department,
    EntityKind::Partner,
    EntityKind::Place,
    EntityKind::Topic,
    EntityKind::Document,
    EntityKind::Term,
];

/// Every list in the order of each language: by group, then by name.
pub(in super::super) fn order(
    site: &Site,
    format: &Bilingual<Format>,
) -> BTreeMap<EntityKind, Bilingual<Vec<Entity>>> {
    let of = |kind: EntityKind| {
        let all: Vec<Entity> = site.things().filter(|entity| entity.parts().0 == kind).collect();
        Bilingual::from_fn(|lang| {
            let mut sorted = all.clone();
            let name = |entity: Entity| site.name(entity, lang);
            sorted.sort_by(|a, b| {
                let groups = group(site, *a).0.cmp(&group(site, *b).0);
                groups.then_with(|| format.get(lang).compare(name(*a), name(*b)))
            });
            sorted
        })
    };
    KINDS.into_iter().map(|kind| (kind, of(kind))).collect()
}

/// The place and the name of a thing's group; lists without groups have one.
fn group(site: &Site, entity: Entity) -> (usize, &'static str) {
    let catalog = &site.catalog;
    match entity {
        Entity::Department(i) => {
            let record = &catalog.departments.records[i];
            let level = match (record.kind, record.level) {
                (DepartmentKind::Collective, _) => return (Level::ALL.len(), "collective"),
                (_, level) => level,
            };
            (place(Level::ALL, level), level.word())
        }
        Entity::Partner(i) => {
            let kind = catalog.partners.records[i].kind;
            (place(PartnerKind::ALL, kind), kind.word())
        }
        Entity::Place(i) => {
            let kind = catalog.places.records[i].kind;
            (place(PlaceKind::ALL, kind), kind.word())
        }
        Entity::Document(_) | Entity::Term(_) | Entity::Topic(_) | Entity::Plan(_) => (0, "all"),
    }
}

fn place<W: PartialEq>(order: &[W], word: W) -> usize {
    order.iter().position(|known| *known == word).unwrap_or(order.len())
}

/// A page of a list.
pub(super) fn page(ctx: &Ctx<'_>, kind: ListKind, number: usize) -> ListPage {
    let things = KINDS.into_iter().find(|of| ListKind::of(*of) == kind);
    let order = things.and_then(|of| ctx.renderer.lookups.order(of));
    let all = order.map_or(&[][..], |order| order.get(ctx.lang).as_slice());
    let shown = cut(all, number);
    let chunks = shown.chunk_by(|a, b| group(ctx.site, *a) == group(ctx.site, *b));
    ListPage {
        title: ctx.word(kind.folder()).to_owned(),
        intro: intro(ctx, kind),
        total: small(all.len()),
        picture: (kind == ListKind::Departments && number == 1).then(|| picture::who(ctx)).flatten(),
        groups: chunks.filter_map(|chunk| group_of(ctx, kind, chunk)).collect(),
        files: ctx.data_files(kind.folder()),
        pager: pager(ctx, kind, all.len(), number),
    }
}

fn group_of(ctx: &Ctx<'_>, kind: ListKind, chunk: &[Entity]) -> Option<Group> {
    let (_, id) = group(ctx.site, *chunk.first()?);
    let heading = if id == "all" { String::new() } else { ctx.term(&format!("group-{}", kind.folder()), id) };
    Some(Group {
        id: id.to_owned(),
        heading,
        note: String::new(),
        entries: chunk.iter().map(|entity| entry(ctx, *entity)).collect(),
    })
}

/// One line of a list.
pub(in super::super) fn entry(ctx: &Ctx<'_>, entity: Entity) -> Entry {
    let other = ctx.lang.other();
    Entry {
        link: ctx.link(entity),
        other: Some(Link {
            text: ctx.site.name(entity, other).to_owned(),
            href: None,
            lang: Some(other.tag().to_owned()),
        }),
        detail: detail(ctx, entity),
        tags: tags(ctx, entity),
        counts: counts(ctx, entity),
    }
}

fn detail(ctx: &Ctx<'_>, entity: Entity) -> String {
    let catalog = &ctx.site.catalog;
    let parts: Vec<String> = match entity {
        Entity::Department(i) => {
            let record = &catalog.departments.records[i];
            let years = times::half_open(ctx, record.from, record.to);
            vec![ctx.term("department", record.kind.word()), years]
        }
        Entity::Topic(i) => vec![ctx.text(&catalog.topics.records[i].description).to_owned()],
        Entity::Term(i) => vec![rows::optional(ctx, catalog.terms.records[i].definition.as_ref())],
        Entity::Document(i) => {
            let record = &catalog.documents.records[i];
            let issuers = rows::links(ctx, EntityKind::Department, &record.issuers);
            let issuers: Vec<String> = issuers.into_iter().map(|link| link.text).collect();
            let issued = record.issued.map(|date| ctx.format().date(date)).unwrap_or_default();
            vec![issuers.join(ctx.word("list-separator")), record.number.clone().unwrap_or_default(), issued]
        }
        Entity::Partner(_) | Entity::Place(_) | Entity::Plan(_) => Vec::new(),
    };
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn tags(ctx: &Ctx<'_>, entity: Entity) -> Vec<Tag> {
    let catalog = &ctx.site.catalog;
    let former = match entity {
        Entity::Department(i) => catalog.departments.records[i].to.is_some(),
        _ => false,
    };
    let here = match entity {
        Entity::Document(i) => catalog.documents.records[i].plan.is_some(),
        _ => false,
    };
    let tags = [(former, "former"), (here, "here")];
    tags.into_iter().filter(|(is, _)| *is).map(|(_, word)| ctx.tag("entry", word)).collect()
}

/// What there is of a thing; what there is none of is not said.
pub(in super::super) fn counts(ctx: &Ctx<'_>, entity: Entity) -> Vec<Count> {
    let relations = &ctx.site.relations;
    let mentions = ("count-mentions", relations.mentions(entity).len());
    let counts = match entity {
        Entity::Department(_) => {
            let duties = relations.duties(entity);
            let led = duties.iter().filter(|duty| duty.role == Role::Lead).count();
            let joined = duties.iter().filter(|duty| duty.role == Role::Participate).count();
            let projects = relations.projects_led(entity).len() + relations.projects_joined(entity).len();
            vec![
                ("count-leads", led),
                ("count-joins", joined),
                ("count-duties-other", duties.len() - led - joined),
                ("count-projects", projects),
                ("count-targets", relations.targets(entity).len()),
                mentions,
            ]
        }
        Entity::Partner(_) => vec![mentions, ("count-projects", relations.projects(entity).len())],
        Entity::Place(_) => vec![
            ("count-plans", relations.plans(entity).len()),
            mentions,
            ("count-projects", relations.projects(entity).len()),
        ],
        Entity::Topic(_) => vec![
            ("count-clauses", relations.clauses(entity).len()),
            ("count-targets", relations.targets(entity).len()),
        ],
        Entity::Document(_) | Entity::Term(_) | Entity::Plan(_) => vec![mentions],
    };
    counts.into_iter().filter_map(|(key, n)| rows::count(ctx, key, n)).collect()
}
