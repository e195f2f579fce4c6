//! Turns the target of a hand-made link or picture into the address that this page must use.
//! Knows nothing of texts.

use super::class;
use crate::markup::html::Resolved;
use crate::render::context::Ctx;
use crate::resolve::{Aim, PageKey};

/// Where a link leads, as written and as what it means; nothing where it leads nowhere, so that only its words stay.
pub(super) fn link(ctx: &Ctx<'_>, plan: usize, aim: Aim, target: &str) -> Option<Resolved> {
    match aim {
        Aim::Entity(entity) => Some(Resolved::to(&ctx.link(entity).href?).with("class", class(entity))),
        Aim::Clause(there, clause) => {
            ctx.site.skeletons[there].find(&clause)?;
            Some(Resolved::to(&ctx.clause_href(there, &clause)).with("class", "plan"))
        }
        Aim::Target(path) => Some(Resolved::to(&record_href(ctx, &path)?).with("class", "target")),
        Aim::Elsewhere => elsewhere(ctx, plan, target),
    }
}

/// A target's page; where it has none, as for facts, its passage in the plan.
fn record_href(ctx: &Ctx<'_>, path: &str) -> Option<String> {
    let at = ctx.site.target(path)?;
    if !at.fact && ctx.site.catalog.config.output.single_records {
        return Some(ctx.href(&PageKey::Target(ctx.lang, at)));
    }
    Some(ctx.clause_href(at.plan, &format!("m-{}", ctx.site.record(at).id.as_str())))
}

fn elsewhere(ctx: &Ctx<'_>, plan: usize, target: &str) -> Option<Resolved> {
    let scheme = target.split_once(':').map_or("", |(scheme, _)| scheme).to_ascii_lowercase();
    match scheme.as_str() {
        "http" | "https" => Some(Resolved::to(target).with("class", "out").with("rel", "noopener")),
        "mailto" | "tel" => Some(Resolved::to(target)),
        _ => near(ctx, plan, target),
    }
}

/// An address without a scheme: an anchor, a path of the site, a file of the plan.
fn near(ctx: &Ctx<'_>, plan: usize, target: &str) -> Option<Resolved> {
    if let Some(anchor) = target.strip_prefix('#') {
        ctx.site.skeletons[plan].find(anchor)?;
        return Some(Resolved::to(&ctx.clause_href(plan, anchor)).with("class", "plan"));
    }
    if let Some(path) = target.strip_prefix('/') {
        return Some(Resolved::to(&site_path(ctx, path)?));
    }
    Some(Resolved::to(&media(ctx, plan, target)?))
}

/// `/zh/data/#files` as seen from this page.
fn site_path(ctx: &Ctx<'_>, path: &str) -> Option<String> {
    let (path, anchor) = path.split_once('#').map_or((path, None), |(path, anchor)| (path, Some(anchor)));
    let file = match path {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    };
    let href = ctx.file_href(&file)?;
    Some(anchor.map_or(href.clone(), |anchor| format!("{href}#{anchor}")))
}

/// Where a picture comes from; nothing for one that the plan does not have, so that only its words stay.
pub(super) fn image(ctx: &Ctx<'_>, plan: usize, source: &str) -> Option<Resolved> {
    if source.starts_with("http://") || source.starts_with("https://") {
        return Some(Resolved::to(source).with("referrerpolicy", "no-referrer").with("loading", "lazy"));
    }
    let href = match source.strip_prefix('/') {
        Some(path) => site_path(ctx, path)?,
        None => media(ctx, plan, source)?,
    };
    Some(Resolved::to(&href).with("loading", "lazy"))
}

/// `media/x.png` of a plan: one folder serves both languages.
fn media(ctx: &Ctx<'_>, plan: usize, source: &str) -> Option<String> {
    let folder = &ctx.site.catalog.plans[plan];
    let name = source.strip_prefix("media/")?;
    let known = folder.media.iter().any(|path| path.as_str().ends_with(&format!("/{source}")));
    known.then(|| ctx.file_href(&format!("media/{}/{name}", folder.id()))).flatten()
}
