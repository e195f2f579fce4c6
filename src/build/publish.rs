//! Turns a portal's folder into a published one, doing only what has to be done since the last time.
//! Knows nothing of the command line.
//!
//! 1. The files are listed and hashed; of those that were left alone since the last build the hash is known.
//! 2. Equal files, an equal question and a published folder that nobody touched: nothing has to be done.
//! 3. Else the portal is loaded; what a plan gives is taken from the cache where its files are the same.
//! 4. Every file of the site is asked for. A page whose fingerprint is that of the published one is taken over.
//!
//! What is kept lies in `.diptych/cache` and may be deleted at any time. Whatever it says, the site and the report are
//! those of a build without it: everything in it is known by the hash of what it was made from.

use super::{Loaded, Maker, Options, Portal, SearchFiles, Timings, bundle, load_after, parts};
use crate::memory::Key;
use crate::output::{self, Ledger, Published, Store, Wanted};
use crate::record::Date;
use crate::report::{Diagnostic, Report};
use crate::route::{Route, SourcePath};
use crate::source::{Seen, Sources};
use anyhow::Context;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::Read;
use std::path::Path;

/// The hash of this program's own files.
const PROGRAM: &str = env!("DIPTYCH_FINGERPRINT");

/// The name of the file that says what the last build saw and did.
const STATE: &str = "state";

/// The name of the file that knows every file of the published folder: large, and read only when it is needed.
const LEDGER: &str = "ledger";

/// Where everything lies that the portal says.
const CONTENT: &str = "content/";

/// Of that, what is copied as it is.
const STATIC: &str = "content/static/";

/// What a build did.
pub struct Built {
    /// What was published; nothing where something false would have been.
    pub published: Option<Published>,
    /// All faults, in order.
    pub report: Report,
    /// The files, for quoting.
    pub sources: Sources,
    /// How long each stage took.
    pub timings: Timings,
    /// Why nothing could be kept for the next build, if so; this one is whole all the same.
    pub not_kept: Option<anyhow::Error>,
}

/// What the last build saw and did.
#[derive(Clone, Default, Serialize, Deserialize)]
struct State {
    /// The files that it saw.
    seen: Seen,
    /// The hash of all that it was made from; none where that is not known.
    key: Option<Key>,
    /// What it said.
    report: Report,
    /// How many files it published.
    files: usize,
    /// What was to be seen of the published folder when it was known to be whole.
    sight: Option<Key>,
}

/// Builds the portal at `root` into `folder`. `progress` is told how many files there are, and gives what is called for
/// each of them.
///
/// # Errors
/// When the folders cannot be read or written, or a file cannot be made.
pub fn publish<P: Fn() + Sync>(
    root: &Path,
    folder: &Path,
    options: Options,
    progress: impl FnOnce(usize) -> P,
) -> anyhow::Result<Built> {
    let store = Store::new(root, PROGRAM);
    let mut timings = Timings::default();
    let state: State = timings.time("cache", || read(&store, STATE));
    let (sources, faults) = timings.time("source", || Sources::open_after(root, &state.seen, false))?;
    let key = key(&sources, &faults, options);
    let ledger = match standing(&store, &state, (sources.seen(), key), folder, &mut timings) {
        Standing::Whole(kept) => return Ok(unchanged(state, sources, timings, kept)),
        Standing::Known(ledger) => ledger,
    };
    let mut report = Report::default();
    report.extend(faults);
    let before = timings.time("cache", || parts::read(&store));
    let (loaded, now) = load_after(sources, options, report, timings, &before);
    std::thread::scope(|scope| {
        let store = &store;
        // What the next build takes over is written while the pages are made, and dropped as soon as it is.
        let keeping = scope.spawn(move || parts::write(store, &before, &now));
        let kept = || keeping.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        make(loaded, folder, options, (&ledger, key), progress, (store, kept))
    })
}

/// Makes what can be published of a loaded portal, after what is known of the published folder; `kept` waits until what
/// the next build takes over is written.
fn make<P: Fn() + Sync>(
    loaded: Loaded,
    folder: &Path,
    options: Options,
    (known, key): (&Ledger, Option<Key>),
    progress: impl FnOnce(usize) -> P,
    (store, kept): (&Store, impl FnOnce() -> anyhow::Result<()> + Send),
) -> anyhow::Result<Built> {
    let Loaded { portal, report, mut timings, sources } = loaded;
    let portal = match (portal, sources) {
        (Some(portal), _) if !report.has_errors() => portal,
        (portal, sources) => {
            let sources =
                portal.map(|portal| portal.sources).or(sources).context("files without a portal")?;
            return Ok(Built { published: None, report, sources, timings, not_kept: kept().err() });
        }
    };
    let search = search(&portal, options, folder, known, &mut timings)?;
    let (published, ledger) =
        timings.time("output", || make_all(&portal, &search, folder, options, known, progress))?;
    let Portal { sources, site, .. } = portal;
    let (seen, files) = (sources.seen().clone(), ledger.files());
    let next = State { seen, key, report, files, sight: None };
    let keep = || {
        let kept = kept().and_then(|()| write(store, LEDGER, &(ledger, key)));
        kept.and_then(|()| write(store, STATE, &next))
    };
    // To give back what a hundred thousand plans took is a second's work.
    let (kept, ()) = timings.time("cache", || rayon::join(keep, || drop(site)));
    let (published, report) = (Some(published), next.report);
    Ok(Built { published, report, sources, timings, not_kept: kept.err() })
}

/// The search index: taken over from the published folder where it was made from the same, else made.
fn search(
    portal: &Portal,
    options: Options,
    folder: &Path,
    known: &Ledger,
    timings: &mut Timings,
) -> anyhow::Result<SearchFiles> {
    let key = search_key(&portal.sources, options);
    let published = key.map(|key| SearchFiles::published(key, known.made_from(key, folder)));
    match published.filter(|files| !files.is_empty()) {
        Some(files) => Ok(files),
        None => Ok(timings.time("search", || bundle::search(portal))?.with(key)),
    }
}

fn make_all<P: Fn() + Sync>(
    portal: &Portal,
    search: &SearchFiles,
    folder: &Path,
    options: Options,
    known: &Ledger,
    progress: impl FnOnce(usize) -> P,
) -> anyhow::Result<(Published, Ledger)> {
    let bundle = bundle::bundle(portal, search);
    let routes: Vec<Route> = bundle.iter().map(|(route, _)| route.clone()).collect();
    let maker = Maker::new(portal, search).ok_or_else(|| anyhow::anyhow!("there are no templates"))?;
    let made = progress(routes.len());
    let sidecars = options.sidecars && !options.offline && portal.site.catalog.config.output.sidecars;
    let wanted = Wanted { routes: &routes, sidecars };
    output::publish(folder, &wanted, known, &|index, key| maker.make_unless(&bundle[index].1, key), &made)
}

/// How a published folder stands to what would be made now.
enum Standing {
    /// It is that; and whether what was found out could be kept.
    Whole(anyhow::Result<()>),
    /// It is another, or was touched: so much is known of its files.
    Known(Ledger),
}

fn standing(
    store: &Store,
    state: &State,
    (seen, key): (&Seen, Option<Key>),
    folder: &Path,
    timings: &mut Timings,
) -> Standing {
    let is_same = key.is_some() && key == state.key && !state.report.has_errors();
    if is_same && state.sight.is_some() && state.sight == timings.time("confirm", || output::sight(folder)) {
        let kept = if *seen == state.seen { Ok(()) } else { keep(store, state, seen, state.sight) };
        return Standing::Whole(kept);
    }
    let (ledger, made_from): (Ledger, Option<Key>) = timings.time("cache", || read(store, LEDGER));
    // A build that was killed may have left the ledger of one day beside the state of another.
    let is_same = is_same && made_from == key;
    match timings.time("confirm", || is_same.then(|| ledger.confirm(folder)).flatten()) {
        Some((ledger, sight)) => {
            let kept = write(store, LEDGER, &(ledger, key));
            Standing::Whole(kept.and_then(|()| keep(store, state, seen, sight)))
        }
        None => Standing::Known(ledger),
    }
}

/// Keeps the state with what was seen now.
fn keep(store: &Store, state: &State, seen: &Seen, sight: Option<Key>) -> anyhow::Result<()> {
    write(store, STATE, &State { seen: seen.clone(), sight, ..state.clone() })
}

/// What is said of a published folder that is what would be made now.
fn unchanged(state: State, sources: Sources, timings: Timings, kept: anyhow::Result<()>) -> Built {
    let published = Published { unchanged: state.files, in_one_step: true, ..Published::default() };
    Built { published: Some(published), report: state.report, sources, timings, not_kept: kept.err() }
}

/// The hash of everything that a site and its report are made from; none where a file could not be read.
fn key(sources: &Sources, faults: &[Diagnostic], options: Options) -> Option<Key> {
    let switches = [options.drafts, options.offline, options.sidecars];
    let mut key = Key::kind("site").with(switches.map(u8::from));
    key.add(options.now.as_ref().map(Date::to_string).unwrap_or_default());
    for (path, _) in sources.files() {
        key.add(path.as_str());
        key.add(sources.key(path)?);
    }
    for fault in faults {
        key.add(fault.code.name());
        fault.args.values().for_each(|value| key.add(value));
    }
    Some(key.done())
}

/// The hash of everything that the search index is made from: of templates, styles and copied files it is not.
fn search_key(sources: &Sources, options: Options) -> Option<Key> {
    let mut key = Key::kind("search").with([u8::from(options.drafts), u8::from(options.offline)]);
    key.add(options.now.as_ref().map(Date::to_string).unwrap_or_default());
    let is_copied = |path: &&SourcePath| path.as_str().starts_with(STATIC);
    for path in sources.below(CONTENT).filter(|path| !is_copied(path)) {
        key.add(path.as_str());
        key.add(sources.key(path)?);
    }
    Some(key.done())
}

fn read<T: Default + DeserializeOwned>(store: &Store, name: &str) -> T {
    let mut text = Vec::new();
    let read = store.read(name).and_then(|mut file| file.read_to_end(&mut text).ok());
    read.and_then(|_| serde_json::from_slice(&text).ok()).unwrap_or_default()
}

fn write<T: Serialize>(store: &Store, name: &str, kept: &T) -> anyhow::Result<()> {
    store.write(name, |out| Ok(serde_json::to_writer(out, kept)?))
}
