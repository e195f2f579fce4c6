//! Turns `diptych diff` into what readers of the later portal find changed.
//! Knows nothing of how portals are compared.

use super::Ending;
use super::talk::{Talk, print};
use crate::build::{self, Options, Portal, Timings};
use crate::cli::{DiffArgs, Format, Global};
use crate::compare::{About, Data, Teller, atom, changes};
use crate::content::Bodies;
use crate::export::{self, ExportKey};
use crate::lang::Lang;
use crate::record::Date;
use crate::report::{Report, Wording};
use crate::route::Route;
use crate::source::{Folder, Sources};
use anyhow::Context;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The list of the open data's files.
const INDEX: &str = "data/index.json";

/// A portal on one day.
enum Day {
    /// As it was published.
    Site(Folder),
    /// As its content says, and every address that it has.
    Portal(Box<Portal>, BTreeSet<Route>),
}

pub(super) fn run(
    global: &Global,
    args: &DiffArgs,
    now: Option<Date>,
    ui: Lang,
    talk: &Talk,
) -> anyhow::Result<Ending> {
    let options = Options { now, drafts: false, ..Options::default() };
    let (old, new) = (Day::of(global, &args.old, options, talk)?, Day::of(global, &args.new, options, talk)?);
    let (before, after) = (old.data(talk)?, new.data(talk)?);
    let changes = changes(&before, &after, &|page| new.has(page));
    let lang = args.lang.unwrap_or(ui);
    let words = Wording::new(lang);
    let teller = Teller { words: &words, lang };
    match global.format {
        Format::Json => {
            let said = json!({ "as_of": after.about.as_of, "changes": changes });
            print(&format!("{}\n", serde_json::to_string_pretty(&said)?))?;
        }
        Format::Atom => print(&atom(&changes, &after.about, &teller)?)?,
        _ => {
            print(&teller.page(&changes)?)?;
            talk.tell(&teller.summary(&changes));
        }
    }
    Ok(Ending::Clean)
}

impl Day {
    /// What a name means: a published folder, a portal's folder, or else a revision of this portal.
    fn of(global: &Global, name: &str, options: Options, talk: &Talk) -> anyhow::Result<Day> {
        let folder = Folder::new(Path::new(name));
        if folder.has(INDEX) {
            return Ok(Day::Site(folder));
        }
        let (sources, faults) = if folder.has("content/portal.toml") {
            Sources::open(Path::new(name))?
        } else {
            Sources::of_revision(&global.root, name)
                .with_context(|| talk.wording().word("diff-no-day", &[("name", name)]))?
        };
        let mut report = Report::default();
        report.extend(faults);
        let loaded = build::load_sources(sources, options, report, Timings::default());
        if loaded.report.has_errors() {
            talk.say("diff-faults", &[("name", name)]);
        }
        let mut portal =
            loaded.portal.with_context(|| talk.wording().word("diff-no-portal", &[("name", name)]))?;
        // What is compared need not be published.
        portal.site.catalog.config.output.data = true;
        let pages = portal.site.pages().iter().map(|page| portal.site.route(page));
        let routes = pages.chain(build::files(&portal).map(|(route, _)| route)).collect();
        Ok(Day::Portal(Box::new(portal), routes))
    }

    fn data(&self, talk: &Talk) -> anyhow::Result<Data> {
        match self {
            Day::Site(folder) => {
                let read = |name: &str| {
                    folder
                        .read(name)
                        .map_err(|unreadable| anyhow::anyhow!("cannot read {name}: {unreadable:?}"))
                };
                let index: Value = serde_json::from_slice(&read(INDEX)?)?;
                let about =
                    About::of_index(&index).with_context(|| talk.wording().word("diff-no-data", &[]))?;
                let listed = index["files"].as_array().into_iter().flatten();
                let listed =
                    listed.filter_map(|file| Some(file["path"].as_str()?.trim_start_matches('/').to_owned()));
                let parts =
                    (1..).map(|part| format!("sitemap-{part}.xml")).take_while(|name| folder.has(name));
                let sitemap = Some("sitemap.xml".to_owned()).filter(|name| folder.has(name));
                Data::read(about, &listed.chain(sitemap).chain(parts).collect::<Vec<String>>(), &read)
            }
            Day::Portal(portal, _) => {
                let config = &portal.site.catalog.config;
                let about = About {
                    base: config.base_url.as_str().to_owned(),
                    title: config.title.clone(),
                    publisher: config.organisation.name.clone(),
                    as_of: config.as_of.to_string(),
                };
                let files: BTreeMap<String, ExportKey> = export::routes(&portal.site)
                    .into_iter()
                    .map(|(route, key)| (route.as_str().to_owned(), key))
                    .collect();
                let names: Vec<String> = files.keys().cloned().collect();
                Data::read(about, &names, &|name| {
                    let key = files.get(name).context("a file that is listed")?;
                    export::produce(&portal.site, Bodies::new(&portal.sources), key)
                })
            }
        }
    }

    /// True when there is a page at an address, be it one that leads on.
    fn has(&self, page: &str) -> bool {
        let Ok(route) = Route::of_address(&format!("/{page}")) else { return false };
        match self {
            Day::Site(folder) => folder.has(route.as_str()),
            Day::Portal(_, routes) => routes.contains(&route),
        }
    }
}
