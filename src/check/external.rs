//! Turns the links that lead outside into warnings about those that lead nowhere: asked for, and politely.
//! Knows nothing of what the linked pages say.
//!
//! Only `check --external` comes here; nothing else of the tool opens a connection. One address is asked at a time, hosts
//! in turn with a pause between two questions to the same one; first for the head alone, for the page where that is
//! refused; under a name by which a site's keeper can find out who asks. What answered is not asked again for a week.

use crate::report::{Code, Diagnostic, Place};
use crate::route::SourcePath;
use crate::source::Sources;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use ureq::Agent;

/// For so long an answer is believed.
const LASTING: u64 = 7 * 24 * 60 * 60;

/// How it is asked.
#[derive(Debug, Clone)]
pub struct Manners {
    /// Between two questions to one host.
    pub pause: Duration,
    /// For one question in all.
    pub patience: Duration,
    /// So often a question is asked again that nobody answered, or that came at a bad time.
    pub again: u32,
    /// The name under which it is asked.
    pub name: String,
    /// Whether the machine's proxy is used, where it has one.
    pub proxied: bool,
}

impl Manners {
    /// The manners of a portal that stands at an address.
    pub fn of(base_url: &str) -> Manners {
        let version = env!("CARGO_PKG_VERSION");
        Manners {
            pause: Duration::from_secs(1),
            patience: Duration::from_secs(20),
            again: 2,
            name: format!("diptych/{version} (link check for {base_url})"),
            proxied: true,
        }
    }
}

/// What an address answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// It is there.
    There,
    /// It is not: the status.
    Gone(u16),
    /// It does not say to whom it does not know: the status.
    Silent(u16),
    /// Nobody answers: why.
    Nobody(String),
}

/// Answers with the second in which they were given, by address.
pub type Known = BTreeMap<String, (u64, Answer)>;

/// The addresses outside that the content names, each with its places, in the order of files.
pub fn links(sources: &Sources) -> BTreeMap<String, Vec<Place>> {
    let mut links: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    let is_text = |path: &&SourcePath| [".md", ".toml"].iter().any(|kind| path.as_str().ends_with(kind));
    for path in sources.below("content/").filter(is_text) {
        let Ok(text) = sources.text(path) else { continue };
        for (at, _) in text.match_indices("http") {
            if let Some(address) = address(&text[at..]).filter(|address| is_outside(address)) {
                links.entry(address.to_owned()).or_default().push(Place::new(path, at..at + address.len()));
            }
        }
    }
    links
}

/// The address with which a text begins: up to what cannot stand in one, without the marks of the sentence around it.
fn address(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let ends = |c: char| c.is_whitespace() || !c.is_ascii() || "\"'`<>)]}|\\".contains(c);
    let length = rest.find(ends).unwrap_or(rest.len());
    let whole = &text[..text.len() - rest.len() + length];
    let whole = whole.split('#').next()?.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    host(whole).contains('.').then_some(whole)
}

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', ':']).next().unwrap_or_default()
}

/// Names that are kept free for examples lead nowhere on purpose.
fn is_outside(address: &str) -> bool {
    !host(address).split('.').any(|label| label == "example" || label == "localhost")
}

/// Asks for every address that is not known yet, and gives all answers.
pub fn ask(addresses: impl IntoIterator<Item = String>, known: &Known, manners: &Manners) -> Known {
    let now = seconds();
    let is_known = |address: &String| {
        let told = known.get(address).filter(|(at, answer)| *answer == Answer::There && now < at + LASTING);
        told.cloned()
    };
    let mut answers = Known::new();
    let mut hosts: BTreeMap<String, VecDeque<String>> = BTreeMap::new();
    for address in addresses {
        match is_known(&address) {
            Some(told) => drop(answers.insert(address, told)),
            None => hosts.entry(host(&address).to_owned()).or_default().push_back(address),
        }
    }
    let client = client(manners);
    let mut last: BTreeMap<String, Instant> = BTreeMap::new();
    while !hosts.is_empty() {
        for (host, queue) in &mut hosts {
            let Some(address) = queue.pop_front() else { continue };
            let ready = last.get(host).map(|at| *at + manners.pause);
            std::thread::sleep(
                ready.map_or(Duration::ZERO, |at| at.saturating_duration_since(Instant::now())),
            );
            let answer = patiently(&client, &address, manners);
            last.insert(host.clone(), Instant::now());
            answers.insert(address, (seconds(), answer));
        }
        hosts.retain(|_, queue| !queue.is_empty());
    }
    answers
}

/// What is wrong with the links: an address that is gone, or where nobody answers, at each of its places.
pub fn faults(links: &BTreeMap<String, Vec<Place>>, answers: &Known) -> Vec<Diagnostic> {
    let of_link = |(address, places): (&String, &Vec<Place>)| {
        let why = match answers.get(address).map(|(_, answer)| answer) {
            Some(Answer::Gone(status)) => status.to_string(),
            Some(Answer::Nobody(why)) => why.clone(),
            Some(Answer::There | Answer::Silent(_)) | None => return Vec::new(),
        };
        let fault = Diagnostic::new(Code::DeadLink).with("url", address).with("why", why);
        places.iter().map(|place| fault.clone().at(place.clone())).collect()
    };
    links.iter().flat_map(of_link).collect()
}

#[expect(clippy::disallowed_methods, reason = "it decides what is asked again, and never reaches output")]
fn seconds() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

fn client(manners: &Manners) -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(manners.patience))
        .http_status_as_error(false)
        .max_redirects(8)
        .user_agent(&manners.name);
    let config = if manners.proxied { config } else { config.proxy(None) };
    config.build().into()
}

/// Asks, and asks again after a pause where nobody answers or the host is out of breath.
fn patiently(client: &Agent, address: &str, manners: &Manners) -> Answer {
    let mut tries = 0;
    loop {
        let answer = once(client, address);
        let is_passing = matches!(answer, Answer::Nobody(_) | Answer::Gone(500..) | Answer::Silent(429));
        if !is_passing || tries == manners.again {
            return answer;
        }
        tries += 1;
        std::thread::sleep(manners.pause * 2_u32.pow(tries));
    }
}

/// The head, or the page where the head is refused.
fn once(client: &Agent, address: &str) -> Answer {
    match client.head(address).call().map(|response| response.status().as_u16()) {
        Ok(200..=399) => Answer::There,
        _ => match client.get(address).call() {
            Ok(response) => of_status(response.status().as_u16()),
            Err(error) => Answer::Nobody(error.to_string()),
        },
    }
}

fn of_status(status: u16) -> Answer {
    match status {
        200..=399 => Answer::There,
        401 | 403 | 407 | 429 | 451 => Answer::Silent(status),
        _ => Answer::Gone(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let (sources, _) = Sources::from_string(&format!("-- content/pages/a/en.md --\n{text}"));
        links(&sources).into_keys().collect()
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        assert_eq!(
            found("See [x](https://a.org/b?c=1#d), https://b.org/e."),
            ["https://a.org/b?c=1", "https://b.org/e"]
        );
        assert_eq!(
            found("见https://a.org/b。<http://c.org> `https://d.org/`"),
            ["http://c.org", "https://a.org/b", "https://d.org/"]
        );
        assert_eq!(found("https://portal.example/x http://localhost:1/ https:// http text"), [""; 0]);
    }

    #[test]
    fn every_place_of_a_dead_link_is_named() {
        let (sources, _) = Sources::from_string(
            "-- content/partners.toml --\nurl = \"https://a.org/\"\n-- content/pages/a/en.md --\n<https://a.org/> <https://b.org/>\n",
        );
        let links = links(&sources);
        let answers = Known::from([
            ("https://a.org/".to_owned(), (0, Answer::Gone(404))),
            ("https://b.org/".to_owned(), (0, Answer::Silent(403))),
        ]);
        let faults = faults(&links, &answers);
        let paths: Vec<&str> =
            faults.iter().map(|fault| fault.place.as_ref().unwrap().path.as_str()).collect();
        assert_eq!(paths, ["content/pages/a/en.md", "content/partners.toml"]);
    }
}
