//! Turns a portal's folder into a list of files, each made when it is asked for: the whole walk on one page.
//! Knows nothing of the command line, of sockets or of the clock.
//!
//! 1. [`load`]: `source` lists the files, `content` reads the records, `resolve` ties them, `theme` and `template` get
//!    ready, `check` looks it all over. Faults are collected on the way; a stage always gives a product.
//! 2. [`search()`]: the files of the search index, whose names follow from what is in them.
//! 3. [`bundle`]: every route of the site with whoever makes its bytes.
//! 4. [`Maker::make`]: the bytes of one of them. `output` asks for all, side by side, and holds none.
//!
//! [`publish`] is all of it, after an earlier build. Whoever loads a portal again and again hands [`load_after`] what the
//! last run made: it gives what [`load`] gives, and looks only at what changed.

mod bundle;
mod headers;
mod parts;
mod publish;
mod timing;

pub use bundle::{Maker, Producer, SEARCH_FOLDER, SearchFiles, bundle, files, search};
pub use headers::HEADERS;
pub use publish::{Built, publish};
pub use timing::{Stage, Timings};

use crate::check;
use crate::content::{self, Bodies, Read};
use crate::memory::{Key, Memory};
use crate::record::Date;
use crate::render::Shared;
use crate::report::Report;
use crate::resolve::{self, AtHand, Resolved, Site};
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
    /// Proposed records are shown beside those that are settled: never in what is published.
    pub proposals: bool,
    /// The site is opened from a folder, without a server.
    pub offline: bool,
    /// Compressed copies may stand beside texts, unless the portal's owner or the kind of site says otherwise.
    pub sidecars: bool,
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
    pub templates: Option<Arc<Templates>>,
    /// What all its pages share.
    pub shared: Shared,
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
    /// The files, where there is no portal that holds them.
    pub sources: Option<Sources>,
}

/// What a run has made, for the next one.
#[derive(Default)]
pub struct Remembered {
    content: content::Remembered,
    resolve: resolve::Remembered,
    check: check::Remembered,
    look: Memory<Read<Look>>,
    shared: Shared,
}

/// A theme with its templates.
type Look = (Arc<Theme>, Option<Arc<Templates>>);

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
pub fn load_sources(sources: Sources, options: Options, report: Report, timings: Timings) -> Loaded {
    load_after(sources, options, report, timings, &Remembered::default()).0
}

/// Reads a portal after an earlier run: what was made from the same files is taken over, faults and all.
pub fn load_after(
    sources: Sources,
    options: Options,
    mut report: Report,
    mut timings: Timings,
    before: &Remembered,
) -> (Loaded, Remembered) {
    let mut now = Remembered::default();
    let (catalog, faults, remembered) =
        timings.time("content", || content::load_after(&sources, &before.content));
    now.content = remembered;
    report.extend(faults);
    let Some(catalog) = catalog else {
        return (Loaded { portal: None, report: report.sorted(), timings, sources: Some(sources) }, now);
    };
    let look = timings.time("theme", || look(&sources, &catalog, &before.look, &mut now.look));
    report.extend(look.faults.iter().cloned());
    let (theme, templates) = look.value.clone();
    let bodies = Bodies::new(&sources);
    let day = options.now.unwrap_or(catalog.config.as_of);
    let resolving = resolve::Options { now: day, drafts: options.drafts, proposals: options.proposals };
    let asking = check::Asking::new(&before.check);
    let look = |plan: &AtHand<'_>| asking.ask(plan);
    let resolved =
        timings.time("resolve", || resolve::resolve_with(catalog, bodies, resolving, &before.resolve, look));
    let Resolved { site, faults, seen, now: remembered } = resolved;
    now.resolve = remembered;
    report.extend(faults);
    let (faults, remembered) = timings.time("check", || asking.done(&site, seen));
    now.check = remembered;
    report.extend(faults);
    now.shared = timings.time("render", || Shared::after(&site, bodies, &theme, &before.shared));
    let shared = now.shared.clone();
    let portal = Portal { sources, site, theme, templates, shared, offline: options.offline };
    report.extend(bundle::taken(&portal));
    (Loaded { portal: Some(portal), report: report.sorted(), timings, sources: None }, now)
}

/// The look of a portal, unless it is known: whatever it is made from lies in two folders, or in the program.
fn look(
    sources: &Sources,
    catalog: &content::Catalog,
    before: &Memory<Read<Look>>,
    now: &mut Memory<Read<Look>>,
) -> Arc<Read<Look>> {
    let theme = &catalog.config.theme;
    let mut key = Key::kind("look").with(theme.as_str());
    key.add(theme.span.start.to_le_bytes());
    key.add(theme.span.end.to_le_bytes());
    for path in sources.below("templates/").chain(sources.below("themes/")) {
        key.add(path.as_str());
        key.add(sources.key(path).map_or([0; 32], |key| *key.as_bytes()));
    }
    let key = key.done();
    let look = before.recall_or(key, || load_look(sources, catalog));
    *now = [(key, Arc::clone(&look))].into_iter().filter(|(_, look)| look.is_lasting()).collect();
    look
}

fn load_look(sources: &Sources, catalog: &content::Catalog) -> Read<Look> {
    #[expect(clippy::expect_used, reason = "a literal relative path")]
    let config_path = SourcePath::new("content/portal.toml").expect("a plain relative path");
    let (theme, mut faults) = Theme::load(sources, &catalog.config.theme, &config_path);
    let theme = Arc::new(theme);
    let words = Arc::clone(&theme);
    let say =
        Arc::new(move |lang, key: &str, args: &[(&str, &str)]| words.messages.get(lang).say(key, None, args));
    let (templates, more) = Templates::load(sources, &theme.folders, say);
    faults.extend(more);
    Read { value: (theme, templates.map(Arc::new)), faults }
}
