//! Turns a portal's folder into a running preview, and raw requests into its answers.
//! Knows nothing of what is asked.

use diptych::build::{self, Maker, Options};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A preview of a folder of its own, ended with the test.
pub(crate) struct Preview {
    pub(crate) root: tempfile::TempDir,
    pub(crate) port: u16,
    child: Child,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// The head, in small letters.
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

/// What browsers hear.
#[derive(Debug)]
pub(crate) struct News {
    pub(crate) version: u64,
    pub(crate) faults: Vec<String>,
}

impl Preview {
    /// A fresh portal, as `init` makes it.
    pub(crate) fn fresh() -> Preview {
        let root = tempfile::tempdir().unwrap();
        let made = program().arg("init").arg(root.path()).output().unwrap();
        assert!(made.status.success(), "{made:?}");
        let serve = ["--ui", "en", "serve", "--port", "0"];
        let mut command = program();
        let command = command.arg("--root").arg(root.path()).args(serve);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut url = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut url).unwrap();
        let port = url.trim().trim_end_matches('/').rsplit(':').next().unwrap();
        let port = port.parse().unwrap_or_else(|_| panic!("no address: {url:?}"));
        Preview { root, port, child }
    }

    /// The path of a file of the portal.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// Puts a file into the portal.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// The text of a file.
    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Replaces words of a file.
    pub(crate) fn swap(&self, name: &str, old: &str, new: &str) {
        let text = self.read(name);
        assert!(text.contains(old), "{name} has {old:?}");
        self.write(name, &text.replace(old, new));
    }

    /// Sends bytes as they are.
    pub(crate) fn raw(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        // A preview that does not answer fails the test, and does not hold it up for ever.
        stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap_or_else(|fault| panic!("no answer to {request:?}: {fault}"));
        let end = bytes.windows(4).position(|part| part == b"\r\n\r\n").unwrap_or(bytes.len());
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, head, body: bytes.split_off((end + 4).min(bytes.len())) }
    }

    /// A request with some header lines besides `Host`.
    pub(crate) fn ask(&self, method: &str, path: &str, lines: &[&str]) -> Answer {
        let lines: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
        let host = format!("localhost:{}", self.port);
        self.raw(&format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n{lines}Connection: close\r\n\r\n"))
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    /// The token of this run, as its pages hold it.
    pub(crate) fn token(&self) -> String {
        let page = self.get("/").text();
        page.split("data-token=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }

    /// Waits for something newer than a version.
    pub(crate) fn news(&self, since: u64) -> News {
        let token = format!("Diptych-Token: {}", self.token());
        let answer = self.ask("GET", &format!("/.diptych/changes?since={since}"), &[&token]);
        assert_eq!(answer.status, 200, "{answer:?}");
        let news: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        let blocks = news["faults"]["blocks"].as_array().unwrap();
        News {
            version: news["version"].as_u64().unwrap(),
            faults: blocks.iter().map(|block| block.as_str().unwrap().to_owned()).collect(),
        }
    }

    /// Waits from change to change until something holds.
    pub(crate) fn until(&self, what: &str, holds: impl Fn(&News) -> bool) {
        let mut news = self.news(0);
        while !holds(&news) {
            let before = news.version;
            news = self.news(before);
            assert!(news.version > before, "{what}: told of nothing new");
        }
    }

    /// Waits until the preview shows what a build from nothing makes of the folder: every file, byte for byte.
    #[expect(clippy::print_stderr, reason = "of a test that waits in vain this is what there is to know")]
    pub(crate) fn settles(&self, what: &str) {
        let clean = clean(self.root.path());
        self.until(what, |news| {
            let differs = self.differs(&clean);
            eprintln!("{what}, version {}: differs in {differs:?}, {:?}", news.version, news.faults);
            news.faults.is_empty() && differs.is_none()
        });
    }

    /// The first file that is another than a clean build's.
    fn differs(&self, clean: &BTreeMap<String, Vec<u8>>) -> Option<String> {
        let differs = |(route, bytes): &(&String, &Vec<u8>)| {
            let answer = self.get(&format!("/{}", encoded(route)));
            answer.status != 200 || answer.without_script() != **bytes
        };
        clean.iter().find(differs).map(|(route, _)| route.clone())
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A page as a build writes it.
    fn without_script(&self) -> Vec<u8> {
        let text = self.text();
        let Some((before, rest)) = text.split_once("<script src=\"/.diptych/") else {
            return self.body.clone();
        };
        let after = rest.split_once("</script>").map_or("", |(_, after)| after);
        format!("{before}{after}").into_bytes()
    }
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.env_clear();
    command
}

fn encoded(route: &str) -> String {
    route
        .bytes()
        .map(|byte| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// Every file of a portal, made from nothing.
fn clean(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let loaded = build::load(root, Options::default()).unwrap();
    let codes: Vec<&str> = loaded.report.iter().map(|fault| fault.code.name()).collect();
    assert!(!loaded.report.has_errors(), "{codes:?}");
    let portal = loaded.portal.unwrap();
    let search = build::search(&portal).unwrap();
    let maker = Maker::new(&portal, &search).unwrap();
    let bundle = build::bundle(&portal, &search);
    bundle.iter().map(|(route, producer)| (route.to_string(), maker.make(producer).unwrap())).collect()
}
