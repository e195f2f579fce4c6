//! Turns one record into its page: a target, a project, a body, a partner, a place, a field, a document, a term.
//! Knows nothing of lists; plans have builders of their own.

mod cited;
mod department;
mod duties;
mod partner;
mod place;
mod project;
mod target;
mod term;
mod topic;

pub(super) use project::page as project;
pub(super) use target::page as target;

use super::context::Ctx;
use super::frame::{About, list_crumb};
use super::view::Page;
use crate::content::registry::Aliases;
use crate::lang::{Bilingual, Lang};
use crate::resolve::{Entity, ListKind};

/// The page of a thing; nothing for plans.
pub(super) fn thing(ctx: &Ctx<'_>, entity: Entity) -> Option<(About, Page)> {
    let (kind, description, page) = match entity {
        Entity::Department(i) => {
            ("department", "describe-department", Page::Department(Box::new(department::page(ctx, i))))
        }
        Entity::Partner(i) => ("partner", "describe-partner", Page::Partner(Box::new(partner::page(ctx, i)))),
        Entity::Place(i) => ("place", "describe-place", Page::Place(Box::new(place::page(ctx, i)))),
        Entity::Topic(i) => ("topic", "describe-topic", Page::Topic(Box::new(topic::page(ctx, i)))),
        Entity::Document(i) => {
            ("document", "describe-document", Page::Document(Box::new(cited::page(ctx, i))))
        }
        Entity::Term(i) => ("term", "describe-term", Page::Term(Box::new(term::page(ctx, i)))),
        Entity::Plan(_) => return None,
    };
    let title = ctx.site.name(entity, ctx.lang).to_owned();
    let about = About {
        kind,
        description: ctx.say(description, &[("name", &title)]),
        title,
        trail: vec![list_crumb(ctx, ListKind::of(entity.parts().0))],
        ..About::default()
    };
    Some((about, page))
}

/// The forms of a language.
fn forms(aliases: &Aliases, lang: Lang) -> &[String] {
    match lang {
        Lang::Zh => &aliases.zh,
        Lang::En => &aliases.en,
    }
}

/// The other names of a thing in the page's language; wrong forms found in official texts say so.
fn also_called(
    ctx: &Ctx<'_>,
    name: &Bilingual<String>,
    short: Option<&Bilingual<String>>,
    aliases: &Aliases,
    misprints: &Aliases,
) -> Vec<String> {
    let short = short.map(|short| ctx.text(short)).into_iter();
    let own = short.chain(forms(aliases, ctx.lang).iter().map(String::as_str));
    let mut names: Vec<String> = Vec::new();
    for form in own.filter(|form| *form != ctx.text(name)) {
        if names.iter().all(|known| known != form) {
            names.push(form.to_owned());
        }
    }
    let wrong = forms(misprints, ctx.lang).iter();
    names.extend(wrong.map(|form| ctx.say("misprint", &[("name", form)])));
    names
}
