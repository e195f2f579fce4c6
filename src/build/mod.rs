//! Turns a portal's folder into a list of files, each made when it is asked for: the whole walk on one page.
//! Knows nothing of the command line, of sockets or of the clock.
//!
//! 1. [`load`]: `source` lists the files, `content` reads the records, `resolve` ties them, `theme` and `template` get
//!    ready, `check` looks it all over. Faults are collected on the way; a stage always gives a product.
//! 2. [`search()`]: the files of the search index, whose names follow from what is in them.
//! 3. [`bundle`]: every route of the site with whoever makes its bytes.
//! 4. [`Maker::make`]: the bytes of one of them. `output` asks for all, side by side, and holds none.

mod bundle;
mod timing;

pub use bundle::{Maker, Producer, SearchFiles, bundle, search};
pub use timing::{Stage, Timings};

use crate::check;
use crate::content::{self, Bodies};
use crate::record::Date;
use crate::report::Report;
use crate::resolve::{self, Site};
use crate::route::SourcePath;
use crate::source::Sources;
use crate::template::Templates;
use crate::theme::Theme;
use std::path::Path;
use std::sync::Arc;

/// How a portal is looked at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// The day for which "expired" is said; else the portal's own `as_of`.
    pub now: Option<Date>,
    /// Plans in draft are shown.
    pub drafts: bool,
    /// The site is opened from a folder, without a server.
    pub offline: bool,
}

/// A portal, read and tied together, ready to be made.
pub struct Portal {
    /// Its files.
    pub sources: Sources,
    /// What they mean.
    pub site: Site,
    /// Its look; shared with the templates, which say its words.
    pub theme: Arc<Theme>,
    /// Its templates; none when they do not hold together.
    pub templates: Option<Templates>,
    /// It is opened from a folder, without a server.
    pub offline: bool,
}

/// What loading gave.
pub struct Loaded {
    /// The portal; none without a `portal.toml`. With errors in the report it is for looking at, not for publishing.
    pub portal: Option<Portal>,
    /// All faults, in order.
    pub report: Report,
    /// How long each stage took.
    pub timings: Timings,
}

/// Reads a portal from the disk.
///
/// # Errors
/// When the folder cannot be listed.
pub fn load(root: &Path, options: Options) -> anyhow::Result<Loaded> {
    let mut timings = Timings::default();
    let (sources, faults) = timings.time("source", || Sources::open(root))?;
    let mut report = Report::default();
    report.extend(faults);
    Ok(load_sources(sources, options, report, timings))
}

/// Reads a portal from wherever its files are.
pub fn load_sources(sources: Sources, options: Options, mut report: Report, mut timings: Timings) -> Loaded {
    let (catalog, faults) = timings.time("content", || content::load(&sources));
    report.extend(faults);
    let Some(catalog) = catalog else {
        return Loaded { portal: None, report: report.sorted(), timings };
    };
    let (theme, templates) = timings.time("theme", || look(&sources, &catalog, &mut report));
    let bodies = Bodies::new(&sources);
    let resolve_options =
        resolve::Options { now: options.now.unwrap_or(catalog.config.as_of), drafts: options.drafts };
    let (site, faults) = timings.time("resolve", || resolve::resolve(catalog, bodies, resolve_options));
    report.extend(faults);
    let faults = timings.time("check", || check::check(&site, bodies));
    report.extend(faults);
    let portal = Portal { sources, site, theme, templates, offline: options.offline };
    report.extend(bundle::taken(&portal));
    Loaded { portal: Some(portal), report: report.sorted(), timings }
}

fn look(
    sources: &Sources,
    catalog: &content::Catalog,
    report: &mut Report,
) -> (Arc<Theme>, Option<Templates>) {
    #[expect(clippy::expect_used, reason = "a literal relative path")]
    let config_path = SourcePath::new("content/portal.toml").expect("a plain relative path");
    let (theme, faults) = Theme::load(sources, &catalog.config.theme, &config_path);
    report.extend(faults);
    let theme = Arc::new(theme);
    let words = Arc::clone(&theme);
    let say =
        Arc::new(move |lang, key: &str, args: &[(&str, &str)]| words.messages.get(lang).say(key, None, args));
    let (templates, faults) = Templates::load(sources, &theme.folders, say);
    report.extend(faults);
    (theme, templates)
}
