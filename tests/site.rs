//! Turns the shipped portal into proofs: every link and anchor lands, every page has its twin, wherever it is served.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod built;
mod html;

use built::Files;
use html::{attributes, ids, is_internal, land, tags};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static SITE: LazyLock<Files> = LazyLock::new(built::shipped);

fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let html = SITE.iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
}

#[test]
fn every_internal_link_and_anchor_lands() {
    let anchors: BTreeMap<&str, BTreeSet<String>> = pages().map(|(path, html)| (path, ids(html))).collect();
    let mut lost = Vec::new();
    let mut links = 0;
    for (path, html) in pages() {
        for (_, href) in attributes(html, &["href", "src"]).iter().filter(|(_, href)| is_internal(href)) {
            links += 1;
            let landed = land(path, href).is_some_and(|(file, anchor)| {
                let there = SITE.contains_key(&file);
                there
                    && anchor.is_none_or(|anchor| {
                        anchors.get(file.as_str()).is_none_or(|ids| ids.contains(&anchor))
                    })
            });
            if !landed {
                lost.push(format!("{path} → {href}"));
            }
        }
    }
    lost.truncate(20);
    assert!(lost.is_empty(), "{lost:#?}");
    assert!(links > 20_000, "{links} links were followed");
}

#[test]
fn links_are_relative_and_load_nothing_from_elsewhere() {
    for (path, html) in pages() {
        // What is shown in place of a missing page stands at any depth.
        let is_missing = path.ends_with("404.html");
        for (_, href) in attributes(html, &["href", "src"]) {
            assert!(is_missing || !href.starts_with('/'), "{path}: {href}");
        }
        for tag in tags(html) {
            let loads = ["<script", "<img", "<link rel=\"stylesheet\"", "<iframe", "<source"];
            if loads.iter().any(|start| tag.starts_with(start)) {
                assert!(!tag.contains("://"), "{path}: {tag}");
            }
        }
    }
}

#[test]
fn no_inline_style_or_script_anywhere() {
    for (path, html) in pages() {
        for tag in tags(html) {
            let names = html::attribute_names(tag);
            let inline = names.iter().any(|name| *name == "style" || name.starts_with("on"));
            assert!(!inline && !tag.starts_with("<style"), "{path}: {tag}");
            let script = tag.starts_with("<script");
            assert!(!script || tag.contains("src=") || tag.contains("application/ld+json"), "{path}: {tag}");
        }
    }
}

#[test]
fn attribute_names_are_seen_and_values_are_not() {
    let tag = "<p class=\"a style=b\" onclick=\"x\" data-x=\" on=\">";
    assert_eq!(html::attribute_names(tag), ["class", "onclick", "data-x"]);
}

#[test]
fn ids_are_unique_on_every_page() {
    for (path, html) in pages() {
        let all = attributes(html, &["id"]);
        assert_eq!(all.len(), ids(html).len(), "{path}");
    }
}

/// The ids of clauses: what the two panels share.
fn clauses(html: &str) -> Vec<String> {
    let all = attributes(html, &["id"]).into_iter().map(|(_, id)| id);
    all.filter(|id| diptych::content::ClauseId::parse(id).is_some()).collect()
}

#[test]
fn twins_have_the_same_clause_anchors() {
    let mut plans = 0;
    for (path, html) in
        pages().filter(|(path, _)| path.starts_with("zh/plans/") && *path != "zh/plans/index.html")
    {
        let twin = path.replacen("zh/", "en/", 1);
        let other = std::str::from_utf8(&SITE[&twin]).unwrap();
        assert_eq!(clauses(html), clauses(other), "{path}");
        assert!(clauses(html).len() > 10, "{path}");
        plans += 1;
    }
    assert_eq!(plans, 10, "five plans, each with its page and its parallel page");
}

#[test]
fn every_page_has_its_twin_and_says_its_language() {
    for (path, html) in pages() {
        let (lang, twin) = match path.split_once('/') {
            Some(("zh", rest)) => ("zh-Hans", format!("en/{rest}")),
            Some(("en", rest)) => ("en", format!("zh/{rest}")),
            _ => continue,
        };
        assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{path}");
        assert!(SITE.contains_key(&twin), "{path} has no twin");
        assert_eq!(html.matches("<h1").count(), 1, "{path} has one main heading");
    }
}

/// Everything that can be reached from `start` by following links, each file asked for by `get`.
fn walk(start: &str, get: &mut dyn FnMut(&str) -> Option<Vec<u8>>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut ahead = vec![start.to_owned()];
    while let Some(file) = ahead.pop() {
        if !seen.insert(file.clone()) {
            continue;
        }
        let bytes = get(&file).unwrap_or_else(|| panic!("{file} does not answer"));
        let Ok(html) = String::from_utf8(bytes) else { continue };
        if file.ends_with(".html") {
            let hrefs = attributes(&html, &["href", "src"]).into_iter().map(|(_, href)| href);
            ahead.extend(
                hrefs.filter(|href| is_internal(href)).filter_map(|href| Some(land(&file, &href)?.0)),
            );
        }
    }
    seen
}

fn publish() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, bytes) in SITE.iter() {
        let file = root.path().join("portal").join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
    root
}

/// A plain web server over a folder: folders answer with their `index.html`, and nothing else is helped along.
fn serve(folder: PathBuf) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            answer(&mut stream.unwrap(), &folder);
        }
    });
    address
}

fn answer(stream: &mut TcpStream, folder: &Path) {
    let mut request = [0; 4096];
    let length = stream.read(&mut request).unwrap_or(0);
    let line = String::from_utf8_lossy(&request[..length]).into_owned();
    let path = line.split(' ').nth(1).unwrap_or("/").trim_start_matches('/').to_owned();
    let file = folder.join(&path);
    let file = if path.is_empty() || path.ends_with('/') { file.join("index.html") } else { file };
    match std::fs::read(file) {
        Ok(bytes) => {
            let head = format!("HTTP/1.0 200 OK\r\nContent-Length: {}\r\n\r\n", bytes.len());
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&bytes));
        }
        Err(_) => drop(stream.write_all(b"HTTP/1.0 404 Not Found\r\n\r\n")),
    }
}

fn get(address: std::net::SocketAddr, path: &str) -> Option<Vec<u8>> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.write_all(format!("GET /{path} HTTP/1.0\r\n\r\n").as_bytes()).ok()?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).ok()?;
    let body = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    bytes.starts_with(b"HTTP/1.0 200").then(|| bytes[body..].to_vec())
}

#[test]
fn the_same_output_works_at_a_root_in_a_sub_folder_and_from_files() {
    let root = publish();
    let at_root = serve(root.path().join("portal"));
    let in_folder = serve(root.path().to_path_buf());
    // A browser asks for the folder, as the link says; `land` names the file that must answer.
    let asked = |file: &str| file.strip_suffix("index.html").unwrap_or(file).to_owned();
    let one = walk("index.html", &mut |file| get(at_root, &asked(file)));
    let two = walk("index.html", &mut |file| get(in_folder, &format!("portal/{}", asked(file))));
    // From a stick there is no server to answer for a folder: the script of the pages adds `index.html`.
    let three = walk("index.html", &mut |file| std::fs::read(root.path().join("portal").join(file)).ok());
    assert_eq!(one, two);
    assert_eq!(one, three);
    let pages: BTreeSet<String> =
        pages().map(|(path, _)| path.to_owned()).filter(|path| !path.ends_with("404.html")).collect();
    let unreachable: Vec<&String> = pages.difference(&one).collect();
    assert!(unreachable.is_empty(), "no link leads to {unreachable:?}");
}
