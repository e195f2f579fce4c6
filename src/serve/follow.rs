//! Turns changes in a folder into new snapshots, one after the other.
//! Knows nothing of requests.
//!
//! Events are hints: they say when to look, and never what changed. They come late, twice, or not at all (a queue that
//! overflows, a disk on another machine), so the whole tree is compared by hash after each, and now and then without one.

use super::snapshot::{Faults, Snapshot, State};
use super::{News, Settings};
use crate::build::{self, Remembered, Timings};
use crate::report::{Diagnostic, Report, Severity, Wording};
use crate::source::{FOLDERS, Seen, Sources};
use anyhow::Context;
use notify::{Config, Event, EventKindMask, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// After an event, no more than this is waited for others.
const DEBOUNCE: Duration = Duration::from_millis(5);

/// When so long nothing more has come, the burst is over.
const QUIET: Duration = Duration::from_millis(1);

/// After a change there is one more look: what is written while a new folder is only just watched makes no event.
const AGAIN: Duration = Duration::from_millis(100);

/// Without any event there is a look as often as this, or as rarely as a look takes a hundredth of the time.
const PATIENCE: Duration = Duration::from_secs(2);

/// Loads the portal, then follows it on a thread of its own.
///
/// # Errors
/// When the folder cannot be listed or watched.
pub(super) fn start(
    settings: &Settings,
    state: watch::Sender<Arc<State>>,
    tell: Arc<dyn Fn(News) + Send + Sync>,
) -> anyhow::Result<()> {
    let root = std::path::absolute(&settings.root)
        .with_context(|| format!("cannot find {}", settings.root.display()))?;
    let (sender, events) = channel();
    let config = Config::default().with_event_kinds(EventKindMask::CORE);
    let watcher = RecommendedWatcher::new(sender, config).context("cannot watch the folder")?;
    let mut follower = Follower {
        watcher,
        wording: Wording::new(settings.lang),
        settings: Settings { root, ..settings.clone() },
        state,
        tell,
        remembered: Remembered::default(),
        last: Last::default(),
    };
    follower.watch();
    follower.look(Instant::now())?;
    let thread = std::thread::Builder::new().name("follow".to_owned());
    thread.spawn(move || follower.follow(&events)).context("cannot start a thread")?;
    Ok(())
}

struct Follower {
    watcher: RecommendedWatcher,
    wording: Wording,
    settings: Settings,
    state: watch::Sender<Arc<State>>,
    tell: Arc<dyn Fn(News) + Send + Sync>,
    remembered: Remembered,
    last: Last,
}

/// What the last look found.
#[derive(Default)]
struct Last {
    seen: Seen,
    faults: Vec<Diagnostic>,
    /// How long the listing took.
    took: Duration,
    is_first_done: bool,
}

impl Follower {
    fn follow(mut self, events: &Receiver<notify::Result<Event>>) {
        let mut patience = AGAIN;
        loop {
            let event = events.recv_timeout(patience);
            let start = Instant::now();
            if let Ok(event) = event {
                self.heed(event);
                while let Ok(event) = events.recv_timeout(QUIET) {
                    self.heed(event);
                    if start.elapsed() >= DEBOUNCE {
                        break;
                    }
                }
            }
            let changed = self.look(start).unwrap_or_else(|error| {
                (self.tell)(News::Trouble { why: format!("{error:#}") });
                true
            });
            patience = if changed { AGAIN } else { PATIENCE.max(self.last.took * 100) };
        }
    }

    /// Takes from an event what cannot be seen by looking: that events were lost, and that folders came and went which
    /// have to be watched.
    fn heed(&mut self, event: notify::Result<Event>) {
        let is_lost = event.as_ref().map_or(true, Event::need_rescan);
        if is_lost {
            self.last.seen = Seen::default();
        }
        let folders: Vec<PathBuf> = FOLDERS.iter().map(|name| self.settings.root.join(name)).collect();
        let is_folder = |event: &Event| event.paths.iter().any(|path| folders.contains(path));
        if is_lost || event.is_ok_and(|event| is_folder(&event)) {
            self.watch();
        }
    }

    /// Watches the folders that there are, and the root for those that may come. A folder that was put in the place of
    /// another of its name is watched anew.
    fn watch(&mut self) {
        let root = &self.settings.root;
        let folders = FOLDERS.iter().map(|name| (root.join(name), RecursiveMode::Recursive));
        for (path, mode) in folders.chain([(root.clone(), RecursiveMode::NonRecursive)]) {
            let _ = self.watcher.unwatch(&path);
            if !path.is_dir() {
                continue;
            }
            if let Err(error) = self.watcher.watch(&path, mode) {
                (self.tell)(News::Trouble { why: error.to_string() });
            }
        }
    }

    /// Compares the tree with what was seen, and loads it if it is another. True when it was.
    fn look(&mut self, start: Instant) -> anyhow::Result<bool> {
        let listing = Instant::now();
        let (sources, faults) = Sources::open_after(&self.settings.root, &self.last.seen, true)?;
        let took = listing.elapsed();
        let seen = sources.seen().clone();
        let is_same = self.last.is_first_done && seen.is_like(&self.last.seen) && faults == self.last.faults;
        if !is_same {
            self.load(sources, faults.clone(), start);
        }
        self.last = Last { seen, faults, took, is_first_done: true };
        Ok(!is_same)
    }

    fn load(&mut self, sources: Sources, faults: Vec<Diagnostic>, start: Instant) {
        let mut report = Report::default();
        report.extend(faults);
        let (loaded, remembered) =
            build::load_after(sources, self.settings.options, report, Timings::default(), &self.remembered);
        self.remembered = remembered;
        let build::Loaded { portal, report, sources, .. } = loaded;
        let listed = portal.as_ref().map(|portal| &portal.sources).or(sources.as_ref());
        let faults = listed.map(|sources| Faults::of(&report, sources, &self.wording)).unwrap_or_default();
        let version = self.state.borrow().version + 1;
        let good = portal.filter(|_| !report.has_errors());
        let snapshot = good.map(|portal| Arc::new(Snapshot::new(version, portal)));
        let snapshot = snapshot.or_else(|| self.state.borrow().snapshot.clone());
        self.state.send_replace(Arc::new(State { version, snapshot, faults }));
        let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
        (self.tell)(News::Pass { took: start.elapsed(), errors, warnings });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use notify::event::Flag;
    use notify::{EventKind, event::ModifyKind};
    use std::path::Path;

    fn follower(root: &Path) -> Follower {
        let (sender, _) = channel();
        let settings = Settings {
            root: root.to_path_buf(),
            options: build::Options::default(),
            lang: Lang::En,
            port: 0,
            address: None,
            hosts: Vec::new(),
        };
        Follower {
            watcher: RecommendedWatcher::new(sender, Config::default()).unwrap(),
            wording: Wording::new(Lang::En),
            settings,
            state: watch::channel(Arc::new(State::default())).0,
            tell: Arc::new(|_| {}),
            remembered: Remembered::default(),
            last: Last::default(),
        }
    }

    #[test]
    fn an_overflow_makes_the_whole_tree_be_read_again_and_an_event_alone_changes_nothing() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("content")).unwrap();
        std::fs::write(root.path().join("content/portal.toml"), "title = 1\n").unwrap();
        let mut follower = follower(root.path());
        let mut look = |event: Option<notify::Result<Event>>| {
            event.into_iter().for_each(|event| follower.heed(event));
            follower.look(Instant::now()).unwrap()
        };
        assert!(look(None), "the first look");
        assert!(!look(None));
        let path = root.path().join("content/portal.toml");
        let touched = Event::new(EventKind::Modify(ModifyKind::Any)).add_path(path);
        assert!(!look(Some(Ok(touched))), "the file is as it was");
        assert!(look(Some(Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan)))), "events were lost");
        assert!(look(Some(Err(notify::Error::generic("the queue is gone")))), "nobody knows what was lost");
        assert!(!look(None));
    }
}
