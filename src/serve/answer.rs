//! Turns a request into an answer: a file of the snapshot, or word of a change.
//! Knows nothing of the disk: an address is looked up in the list of what the site has, and joined to no path.

use super::guard::Guard;
use super::snapshot::{Snapshot, State};
use crate::render::POLICY;
use crate::route::Route;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::{Request, Response, StatusCode};
use std::sync::Arc;
use tokio::sync::watch;

/// Everything of the preview's own lies below this; no file of a site can, as hidden files are no content.
const OWN: &str = "/.diptych/";

/// Asks for changes, reloads, shows faults.
const SCRIPT: &str = include_str!("preview.js");

/// The look of the faults.
const STYLE: &str = include_str!("preview.css");

type Answer = Response<Full<Bytes>>;

/// Answers a request.
pub(super) async fn answer(
    request: Request<Incoming>,
    guard: &Guard,
    state: watch::Receiver<Arc<State>>,
) -> Answer {
    if let Err(refused) = guard.admit(request.method(), request.headers()) {
        return say(refused);
    }
    match request.uri().path().strip_prefix(OWN) {
        Some("preview.js") => file("preview.js", SCRIPT.into()),
        Some("preview.css") => file("preview.css", STYLE.into()),
        Some("changes") => match guard.admit_to_changes(request.headers()) {
            Ok(()) => changes(request.uri().query().unwrap_or_default(), state).await,
            Err(refused) => say(refused),
        },
        Some(_) => say(StatusCode::NOT_FOUND),
        None => {
            let (path, token) = (request.uri().path().to_owned(), guard.token().to_owned());
            let state = Arc::clone(&state.borrow());
            let made = tokio::task::spawn_blocking(move || page(&path, &state, &token)).await;
            made.unwrap_or_else(|_| say(StatusCode::INTERNAL_SERVER_ERROR))
        }
    }
}

/// Waits until browsers have something to hear that is newer than what they know.
async fn changes(query: &str, mut state: watch::Receiver<Arc<State>>) -> Answer {
    let since: Option<u64> = query.strip_prefix("since=").and_then(|since| since.parse().ok());
    let Some(since) = since else { return say(StatusCode::BAD_REQUEST) };
    let Ok(state) = state.wait_for(|state| state.version != since).await else {
        return say(StatusCode::SERVICE_UNAVAILABLE);
    };
    let snapshot = state.snapshot.as_ref().map_or(0, |snapshot| snapshot.version);
    let news = serde_json::json!({ "version": state.version, "snapshot": snapshot, "faults": state.faults });
    file("changes.json", news.to_string().into())
}

/// A file of the site.
fn page(path: &str, state: &State, token: &str) -> Answer {
    let Some(snapshot) = &state.snapshot else {
        return html(StatusCode::SERVICE_UNAVAILABLE, BLANK.into(), 0, token);
    };
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8().ok();
    let Some(address) = decoded else { return missing(path, snapshot, token) };
    let found = Route::of_address(&address).ok().and_then(|route| {
        let producer = snapshot.producer(&route)?;
        Some((route, producer))
    });
    let Some((route, producer)) = found else {
        let folder = Route::of_address(&format!("{address}/"));
        let is_folder = folder.is_ok_and(|route| snapshot.producer(&route).is_some());
        return if is_folder { moved(&format!("{path}/")) } else { missing(&address, snapshot, token) };
    };
    match snapshot.make(&producer) {
        Ok(bytes) if route.as_str().ends_with(".html") => {
            html(StatusCode::OK, bytes, snapshot.version, token)
        }
        Ok(bytes) => file(route.as_str(), bytes.into()),
        Err(error) => {
            let mut answer = say(StatusCode::INTERNAL_SERVER_ERROR);
            *answer.body_mut() = Full::from(format!("{error:#}"));
            answer
        }
    }
}

/// The page before the first good snapshot: nothing but what is wrong.
const BLANK: &str =
    "<!doctype html><html><head><meta charset=\"utf-8\"><title>Diptych</title></head><body></body></html>";

/// The site's own page for what is not there, in the language of the address.
fn missing(address: &str, snapshot: &Snapshot, token: &str) -> Answer {
    let lang = crate::lang::Lang::ALL.iter().find(|lang| address.starts_with(&format!("/{}/", lang.code())));
    let name = lang.map_or("404.html".to_owned(), |lang| format!("{}/404.html", lang.code()));
    let producer = Route::file(&name).ok().and_then(|route| snapshot.producer(&route));
    match producer.map(|producer| snapshot.make(&producer)) {
        Some(Ok(bytes)) => html(StatusCode::NOT_FOUND, bytes, snapshot.version, token),
        _ => say(StatusCode::NOT_FOUND),
    }
}

/// A page with the script that asks for changes.
fn html(status: StatusCode, mut bytes: Vec<u8>, snapshot: u64, token: &str) -> Answer {
    let script = format!(
        "<script src=\"{OWN}preview.js\" data-token=\"{token}\" data-snapshot=\"{snapshot}\" defer></script>"
    );
    let end = bytes.windows(7).rposition(|part| part == b"</body>").unwrap_or(bytes.len());
    bytes.splice(end..end, script.into_bytes());
    let mut answer = file("index.html", bytes.into());
    *answer.status_mut() = status;
    answer
}

fn file(name: &str, bytes: Bytes) -> Answer {
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    let is_text =
        kind.type_() == "text" || ["json", "xml", "javascript"].iter().any(|sub| kind.subtype() == *sub);
    let kind = if is_text { format!("{kind}; charset=utf-8") } else { kind.to_string() };
    let mut answer = say(StatusCode::OK);
    *answer.body_mut() = Full::new(bytes);
    if let Ok(kind) = HeaderValue::try_from(kind) {
        answer.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    answer
}

fn moved(path: &str) -> Answer {
    let mut answer = say(StatusCode::FOUND);
    match HeaderValue::try_from(path) {
        Ok(path) => drop(answer.headers_mut().insert(header::LOCATION, path)),
        Err(_) => *answer.status_mut() = StatusCode::NOT_FOUND,
    }
    answer
}

/// An answer without content. Every answer begins here: what holds for all of them is said once.
fn say(status: StatusCode) -> Answer {
    let mut answer = Response::new(Full::default());
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    let all = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
    ];
    all.into_iter().for_each(|(name, value)| drop(headers.insert(name, HeaderValue::from_static(value))));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    answer
}
