//! Turns links to a server of our own into what the check of outside links asks, how often, and what it says.
//! Knows nothing of other hosts: nothing here leaves the machine.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use diptych::check::external::{Answer, Known, Manners, ask};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A server that answers by a rule, and keeps what it was asked: method, path and who asks.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

/// The status for the method, the path and how often both were asked before; 0 hangs up without a word.
type Rule = fn(&str, &str, usize) -> u16;

impl Server {
    fn new(rule: Rule) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        // One connection after the other: a second question at the same time would wait for ever.
        std::thread::spawn(move || {
            listener.incoming().for_each(|stream| answer(stream.unwrap(), rule, &heard))
        });
        Server { address, asked }
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn answer(mut stream: TcpStream, rule: Rule, heard: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    let mut words = first.split(' ');
    let (method, path) = (words.next().unwrap(), words.next().unwrap());
    let line = format!("{method} {path}");
    let name = head.iter().find_map(|line| line.strip_prefix("user-agent: ")).unwrap_or("nobody");
    let before =
        heard.lock().unwrap().iter().filter(|known| known.starts_with(&format!("{line} by"))).count();
    heard.lock().unwrap().push(format!("{line} by {name}"));
    let status = rule(method, path, before);
    if status > 0 {
        let location = if status == 302 { "location: /there\r\n" } else { "" };
        let _ =
            write!(stream, "HTTP/1.1 {status} X\r\n{location}content-length: 0\r\nconnection: close\r\n\r\n");
    }
}

fn manners() -> Manners {
    Manners {
        pause: Duration::ZERO,
        patience: Duration::from_secs(60),
        again: 2,
        name: "diptych (test)".to_owned(),
        proxied: false,
    }
}

fn answers(server: &Server, paths: &[&str], known: &Known) -> Vec<Answer> {
    let answers = ask(paths.iter().map(|path| server.at(path)), known, &manners());
    paths.iter().map(|path| answers[&server.at(path)].1.clone()).collect()
}

#[test]
fn the_head_is_asked_for_and_the_page_only_where_that_is_refused() {
    let server = Server::new(|method, path, _| match (method, path) {
        (_, "/there" | "/") => 200,
        (_, "/moved") => 302,
        ("HEAD", "/headless") => 405,
        ("GET", "/headless") => 200,
        (_, "/closed") => 403,
        _ => 404,
    });
    let paths = ["/there", "/moved", "/headless", "/closed", "/gone"];
    let found = answers(&server, &paths, &Known::new());
    assert_eq!(found, [Answer::There, Answer::There, Answer::There, Answer::Silent(403), Answer::Gone(404)]);
    let mut asked = server.asked();
    asked.sort();
    let by = |line: &str| format!("{line} by diptych (test)");
    let expected = [
        "GET /closed",
        "GET /gone",
        "GET /headless",
        "HEAD /closed",
        "HEAD /gone",
        "HEAD /headless",
        "HEAD /moved",
        "HEAD /there",
        "HEAD /there",
    ];
    assert_eq!(asked, expected.map(by));
}

#[test]
fn a_host_out_of_breath_is_asked_again_and_a_dead_one_not_for_ever() {
    let server = Server::new(|_, path, before| match (path, before) {
        ("/tired", 0) => 503,
        ("/tired", _) => 200,
        ("/mute", _) => 0,
        _ => 500,
    });
    let found = answers(&server, &["/tired", "/mute", "/broken"], &Known::new());
    assert_eq!(found[0], Answer::There);
    assert!(matches!(found[1], Answer::Nobody(_)), "{found:?}");
    assert_eq!(found[2], Answer::Gone(500));
    let broken = server.asked().iter().filter(|line| line.starts_with("GET /broken")).count();
    assert_eq!(broken, 3, "once, and twice again");
}

#[test]
fn what_answered_is_not_asked_again_and_what_did_not_is() {
    let server = Server::new(|_, path, _| if path == "/there" { 200 } else { 404 });
    let links = || [server.at("/there"), server.at("/gone")];
    let known = ask(links(), &Known::new(), &manners());
    let before = server.asked().len();
    let again = ask(links(), &known, &manners());
    assert_eq!(again[&server.at("/there")], known[&server.at("/there")]);
    let asked = server.asked();
    assert!(asked[before..].iter().all(|line| line.contains("/gone")), "{asked:?}");
    assert_eq!(asked.len(), before + 2);
    let old = Known::from([(server.at("/there"), (1, Answer::There))]);
    ask([server.at("/there")], &old, &manners());
    assert_eq!(server.asked().len(), before + 3, "an answer of 1970 is not believed");
}

#[test]
fn two_questions_to_one_host_are_set_apart() {
    let server = Server::new(|_, _, _| 200);
    let slow = Manners { pause: Duration::from_millis(30), ..manners() };
    let start = std::time::Instant::now();
    ask((0..4).map(|number| server.at(&format!("/{number}"))), &Known::new(), &slow);
    assert!(start.elapsed() >= Duration::from_millis(90), "three pauses between four questions");
}
