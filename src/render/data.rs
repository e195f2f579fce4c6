//! Turns the list of open data files into the page that explains them.
//! Knows nothing of what makes the files: their names are a public contract.

use super::context::{Ctx, web_address};
use super::frame::About;
use super::view::{DataFile, DataPage, FileLink, Link, Page};
use super::{samples, text};
use crate::content::words::Status;
use crate::lang::Lang;
use crate::record::PartialDate;
use crate::resolve::{ListKind, PAGE_ROWS};

/// The data sets: every one is a JSON file and a table per language.
const SETS: [&str; 14] = [
    "plans",
    "clauses",
    "targets",
    "indicators",
    "facts",
    "projects",
    "duties",
    "departments",
    "partners",
    "mentions",
    "places",
    "topics",
    "documents",
    "glossary",
];

/// The open-data page.
pub(super) fn page(ctx: &Ctx<'_>) -> anyhow::Result<(About, Page)> {
    let config = &ctx.site.catalog.config;
    let folder = ctx.site.catalog.pages.iter().find(|page| page.id == "data");
    let text = folder.map(|folder| text::text(ctx, folder)).transpose()?;
    let (title, html, opening) = text.map_or((None, String::new(), String::new()), |text| {
        let html = if text.lang == ctx.lang { text.html } else { in_language(text.lang, &text.html) };
        (text.title, html, text.opening)
    });
    let title = title.unwrap_or_else(|| ctx.word("data").to_owned());
    let made = config.output.data;
    let licence = config.licence.as_ref().map(|licence| Link {
        text: ctx.text(&licence.name).to_owned(),
        href: web_address(&licence.url).map(str::to_owned),
        lang: None,
    });
    let page = DataPage {
        html,
        archive: file(ctx, made, "data/all.zip", ctx.word("data-archive"), "application/zip"),
        index: file(ctx, made, "data/index.json", ctx.word("data-index"), "application/json"),
        sets: if made { SETS.iter().map(|set| data_set(ctx, set)).collect() } else { Vec::new() },
        plans: if made { plans(ctx) } else { Vec::new() },
        samples: if made { samples::all(ctx) } else { Vec::new() },
        cite: cite(ctx, licence.as_ref()),
        licence,
        title: title.clone(),
    };
    let about = About { kind: "data", title, description: opening, ..About::default() };
    Ok((about, Page::Data(page)))
}

/// A text in the other language says so.
fn in_language(lang: Lang, html: &str) -> String {
    format!("<div lang=\"{}\">\n{html}</div>\n", lang.tag())
}

fn file(ctx: &Ctx<'_>, made: bool, path: &str, text: &str, media: &str) -> Option<FileLink> {
    let href = ctx.file_href(path).filter(|_| made)?;
    Some(FileLink { text: text.to_owned(), href, media: media.to_owned(), size: String::new() })
}

fn data_set(ctx: &Ctx<'_>, set: &'static str) -> DataFile {
    let mut files = Vec::new();
    for lang in [ctx.lang, ctx.lang.other()] {
        let name =
            ctx.say("file-csv", &[("lang", ctx.word(if lang == Lang::Zh { "lang-zh" } else { "lang-en" }))]);
        files.extend(file(ctx, true, &format!("data/{set}.{}.csv", lang.code()), &name, "text/csv"));
    }
    files.extend(file(ctx, true, &format!("data/{set}.json"), "JSON", "application/json"));
    let name = ctx.renderer.theme.messages.get(ctx.lang).word(set).to_owned();
    DataFile {
        title: name,
        id: set.to_owned(),
        description: ctx.term("set", set),
        records: records(ctx, set),
        files,
    }
}

fn records(ctx: &Ctx<'_>, set: &str) -> String {
    let site = ctx.site;
    let kind = ListKind::ALL.into_iter().find(|kind| kind.folder() == set);
    let clauses = || site.skeletons.iter().flat_map(|skeleton| &skeleton.clauses);
    let n = match (kind, set) {
        (Some(kind), _) => site.list_len(kind),
        (None, "clauses") => clauses().count(),
        (None, "duties") => site.catalog.plans.iter().map(|plan| plan.record.duty.len()).sum(),
        (None, "mentions") => clauses().map(|clause| clause.mentions.len()).sum(),
        (None, "indicators") => {
            let targets = site.catalog.plans.iter().flat_map(|plan| &plan.record.target);
            targets.filter(|target| target.indicator.is_some()).count()
        }
        (None, _) => return String::new(),
    };
    ctx.say("records-count", &[("n", &n.to_string())])
}

/// The files of each plan; where there are more plans than a page holds, the index file names them.
fn plans(ctx: &Ctx<'_>) -> Vec<DataFile> {
    let newest = ctx.renderer.lookups.newest();
    let newest = if newest.len() > PAGE_ROWS { &[] } else { newest };
    let of = |plan: &usize| {
        let folder = &ctx.site.catalog.plans[*plan];
        let json = format!("data/plans/{}.json", folder.id());
        let files = [file(ctx, true, &json, "JSON", "application/json")];
        DataFile {
            title: ctx.plan_title(*plan).to_owned(),
            id: folder.id().to_owned(),
            files: files.into_iter().flatten().collect(),
            ..DataFile::default()
        }
    };
    let shown = newest.iter().filter(|plan| ctx.meta(**plan).status != Status::Draft);
    shown.map(of).collect()
}

/// Portal, as of, address, licence.
fn cite(ctx: &Ctx<'_>, licence: Option<&Link>) -> String {
    let config = &ctx.site.catalog.config;
    let date = ctx.format().date(PartialDate::from(config.as_of));
    let url = ctx.absolute(ctx.page);
    let args = [("title", ctx.text(&config.title)), ("date", &date), ("url", &url)];
    let cited = ctx.say("data-cite", &args);
    match licence {
        Some(licence) => format!("{cited} {}{}", licence.text, ctx.word("full-stop")),
        None => cited,
    }
}
