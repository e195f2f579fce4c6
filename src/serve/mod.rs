//! Turns a portal's folder into a site in the browser of whoever writes it: edited, seen.
//! Knows nothing of the command line and of how pages are made.
//!
//! 1. `follow` watches the folder. After any event it compares the whole tree by hash, and if anything changed it loads
//!    the portal anew, after the last run: only what changed is read.
//! 2. `snapshot` is a portal that does not change. A good one takes the place of the last in one step; after a faulty one
//!    the last good one stays, and the faults are shown over it.
//! 3. `answer` looks an address up in the snapshot and makes the page now that it is asked for; what `guard` does not let
//!    in is refused. Browsers ask for changes by a request that is answered when there is one, never before the new
//!    snapshot is in its place.
//!
//! Hyper serves, alone: there is nothing to route, so a framework around it would only add weight.

mod answer;
mod follow;
mod guard;
mod snapshot;

use crate::build::Options;
use crate::lang::Lang;
use anyhow::Context;
use guard::Guard;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use snapshot::State;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// What is served, and to whom.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The portal's folder.
    pub root: PathBuf,
    /// How it is looked at.
    pub options: Options,
    /// The language in which faults are shown.
    pub lang: Lang,
    /// The port; 0 for any that is free.
    pub port: u16,
    /// The address to listen on, where other machines may look in; else only this one.
    pub address: Option<IpAddr>,
    /// Names by which other machines may ask for the preview.
    pub hosts: Vec<String>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum News {
    /// Pages can be asked for at this address.
    Ready {
        /// Where the home page is.
        url: String,
    },
    /// The folder was read again.
    Pass {
        /// How long it took, from the first event to the snapshot.
        took: Duration,
        /// How many errors there are; with any, the last good pages are still shown.
        errors: usize,
        /// How many warnings there are.
        warnings: usize,
    },
    /// The folder cannot be read or watched just now.
    Trouble {
        /// What the machine says.
        why: String,
    },
}

/// Serves until the process is ended. `tell` hears what happens.
///
/// # Errors
/// When the port is taken, or the folder cannot be watched.
pub fn serve(settings: &Settings, tell: impl Fn(News) + Send + Sync + 'static) -> anyhow::Result<()> {
    let address = SocketAddr::new(settings.address.unwrap_or(Ipv4Addr::LOCALHOST.into()), settings.port);
    let socket =
        std::net::TcpListener::bind(address).with_context(|| format!("cannot listen on {address}"))?;
    socket.set_nonblocking(true).context("cannot listen without waiting")?;
    let address = socket.local_addr().context("cannot find out the port")?;
    let guard = Arc::new(Guard::new(address, &settings.hosts)?);
    let tell: Arc<dyn Fn(News) + Send + Sync> = Arc::new(tell);
    let (state, seen) = watch::channel(Arc::new(State::default()));
    follow::start(settings, state, Arc::clone(&tell))?;
    tell(News::Ready { url: guard.url() });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.context("cannot start to serve")?.block_on(accept(socket, guard, seen))
}

async fn accept(
    socket: std::net::TcpListener,
    guard: Arc<Guard>,
    state: watch::Receiver<Arc<State>>,
) -> anyhow::Result<()> {
    let listener = TcpListener::from_std(socket).context("cannot listen")?;
    loop {
        // A connection that could not be taken is its browser's to ask for again.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let _ = stream.set_nodelay(true);
        let (guard, state) = (Arc::clone(&guard), state.clone());
        let service = service_fn(move |request| {
            let (guard, state) = (Arc::clone(&guard), state.clone());
            async move { Ok::<_, Infallible>(answer::answer(request, &guard, state).await) }
        });
        tokio::spawn(http1::Builder::new().half_close(true).serve_connection(TokioIo::new(stream), service));
    }
}
