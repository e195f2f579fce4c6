//! Turns the doors of the house into rules: who may touch the disk, the net and the terminal.
//! Knows nothing of what goes through them.

use crate::code::{self, Path};

/// The doors to the disk.
const DISK: [&str; 2] = ["source", "output"];

/// The doors to the net: the reader's browser while one writes, and the links of other sites when asked to.
const NET: [&str; 2] = ["serve", "check/external"];

/// Who speaks to the terminal.
const VOICE: [&str; 2] = ["command", "main"];

/// Files are read by `source` and written by `output`; tests make files of their own.
pub(crate) fn disk(path: &str, text: &str) -> Vec<String> {
    let touches = |used: &Path| {
        starts(used, &["std", "fs"])
            || starts(used, &["tokio", "fs"])
            || starts(used, &["fs"])
            || starts(used, &["walkdir"])
            || used.parts.iter().any(|part| ["File", "OpenOptions", "WalkDir"].contains(&part.as_str()))
    };
    through(path, text, &DISK, "touches the disk", touches)
}

/// An address opens nothing.
fn is_address(used: &Path) -> bool {
    used.parts
        .last()
        .is_some_and(|part| ["IpAddr", "Ipv4Addr", "Ipv6Addr", "SocketAddr"].contains(&part.as_str()))
}

/// Sockets are opened by `serve` and by the check of other sites' links.
pub(crate) fn socket(path: &str, text: &str) -> Vec<String> {
    let crates = ["axum", "hyper", "reqwest", "tiny_http", "tungstenite", "ureq"];
    let types = ["TcpListener", "TcpStream", "UdpSocket", "UnixListener", "UnixStream"];
    let opens = |used: &Path| {
        (starts(used, &["std", "net"]) && !is_address(used))
            || starts(used, &["tokio", "net"])
            || crates.iter().any(|name| starts(used, &[name]))
            || used.parts.iter().any(|part| types.contains(&part.as_str()))
    };
    through(path, text, &NET, "opens a socket", opens)
}

/// Only `command` and `main` print; everything else returns text.
pub(crate) fn printing(path: &str, text: &str) -> Vec<String> {
    if !is_walled(path, &VOICE) {
        return Vec::new();
    }
    let macros = ["print", "println", "eprint", "eprintln", "dbg"];
    let streams = ["stdout", "stderr"];
    let tokens = code::tokens(text);
    let pairs = tokens.windows(2).filter(|pair| !pair[0].test);
    let found = pairs.filter(|pair| {
        (macros.contains(&pair[0].text.as_str()) && pair[1].text == "!")
            || (streams.contains(&pair[0].text.as_str()) && pair[1].text == "(")
    });
    found.map(|pair| format!("{path}:{}: prints with `{}`", pair[0].line, pair[0].text)).collect()
}

fn through(
    path: &str,
    text: &str,
    doors: &[&str],
    what: &str,
    guilty: impl Fn(&Path) -> bool,
) -> Vec<String> {
    if !is_walled(path, doors) {
        return Vec::new();
    }
    let used = code::paths(text).into_iter().filter(|used| !used.test && guilty(used));
    used.map(|used| format!("{path}:{}: {what} with `{}`", used.line, used.parts.join("::"))).collect()
}

fn starts(used: &Path, parts: &[&str]) -> bool {
    used.parts.len() >= parts.len() && used.parts.iter().zip(parts).all(|(used, part)| used == part)
}

/// True for the files of the library that are no door: not `source.rs`, nor anything in `source/`.
fn is_walled(path: &str, doors: &[&str]) -> bool {
    let Some(inside) = path.strip_prefix("src/") else { return false };
    let is_test = inside.ends_with("/tests.rs") || inside.contains("/tests/");
    let is_door = |door: &&str| inside.strip_prefix(*door).is_some_and(|rest| rest.starts_with(['/', '.']));
    !is_test && !doors.iter().any(is_door)
}

#[cfg(test)]
fn bites(rule: fn(&str, &str) -> Vec<String>, guilty: &[(&str, &str)], innocent: &[(&str, &str)]) {
    for (path, text) in guilty {
        assert_eq!(rule(path, text).len(), 1, "{path}: {text}: {:?}", rule(path, text));
    }
    for (path, text) in innocent {
        assert_eq!(rule(path, text), [""; 0], "{path}: {text}");
    }
}

#[test]
fn the_disk_has_two_doors() {
    let guilty = [
        ("src/content/load.rs", "let text = std::fs::read_to_string(path);"),
        ("src/content/load.rs", "use std::{fmt, fs};"),
        ("src/render/mod.rs", "let file = File::open(path);"),
        ("src/build.rs", "use walkdir::WalkDir;"),
        ("src/sourcery.rs", "use std::fs;"),
        ("src/command/init.rs", "std::fs::OpenOptions::new();"),
    ];
    let innocent = [
        ("src/source/read.rs", "let file = std::fs::File::open(path);"),
        ("src/output.rs", "use std::fs;"),
        ("src/content/load.rs", "// std::fs is not for us\nuse std::fmt; let s = \"std::fs\";"),
        ("src/content/load.rs", "#[cfg(test)]\nmod tests { fn f() { std::fs::write(a, b); } }"),
        ("src/content/tests.rs", "use std::fs;"),
        ("src/content/tests/load.rs", "use std::fs;"),
        ("src/content/text.rs", "let file = TextFile::new(); offs::x();"),
        ("tests/build.rs", "use std::fs;"),
        ("examples/corpus.rs", "use std::fs;"),
    ];
    bites(disk, &guilty, &innocent);
}

#[test]
fn the_net_has_two_doors() {
    let guilty = [
        ("src/build.rs", "use std::net::TcpListener;"),
        ("src/command/serve.rs", "let app = axum::Router::new();"),
        ("src/import/mod.rs", "let answer = ureq::get(url);"),
        ("src/check/mod.rs", "use std::{fmt, net::TcpStream};"),
    ];
    let innocent = [
        ("src/serve/http.rs", "use axum::Router; use std::net::TcpListener;"),
        ("src/check/external.rs", "let answer = ureq::get(url);"),
        ("src/build.rs", "use std::fmt; let net = hyperlink::new();"),
        ("src/build.rs", "/// Not [`std::net`].\nfn f() {}"),
        ("src/cli.rs", "use std::net::IpAddr;"),
    ];
    bites(socket, &guilty, &innocent);
}

#[test]
fn only_the_voice_speaks() {
    let guilty = [
        ("src/build.rs", "fn f() { println!(\"built\"); }"),
        ("src/report/human.rs", "eprint!(\"{}\", x);"),
        ("src/content/load.rs", "let x = dbg!(y);"),
        ("src/output/mod.rs", "std::io::stdout().write_all(b);"),
        ("src/commander.rs", "print!(\"\");"),
    ];
    let innocent = [
        ("src/command/build.rs", "println!(\"built\");"),
        ("src/main.rs", "eprintln!(\"{error}\");"),
        ("src/build.rs", "writeln!(out, \"{x}\"); let stdout = 1; f(stdout); // println!(\"no\")"),
        ("src/build.rs", "#[cfg(test)]\nmod tests { fn f() { println!(\"seen\"); } }"),
        ("examples/corpus.rs", "println!(\"made\");"),
    ];
    bites(printing, &guilty, &innocent);
}
