//! Turns names into addresses: [`SourcePath`] for what comes in, [`Route`] for what goes out, relative links between routes.
//! Knows nothing of the disk and nothing of what stands at an address.

use crate::lang::Lang;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::{Borrow, Cow};
use std::fmt;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Why a string is no address of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadPath {
    /// It is empty or has an empty part (`a//b`, `/a`).
    Empty,
    /// It would leave its folder (`..`, an absolute path, a drive, a backslash).
    Leaves,
    /// It holds a control character or one that some file system cannot store.
    Character(char),
}

/// The path of an input file below the portal's root: `/` between parts, never `..`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// Takes a relative path apart and refuses whatever could lead out of the root.
    pub fn new(path: &str) -> Result<Self, BadPath> {
        check(path)?;
        Ok(SourcePath(path.into()))
    }

    /// The path as written, with `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The rest of the path below `folder` (`content/plans/`), if it lies there.
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder).filter(|rest| !rest.is_empty())
    }
}

/// Ordered as its text is, so that a map of paths can be asked by texts.
impl Borrow<str> for SourcePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Serialize for SourcePath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for SourcePath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        SourcePath::new(&text).map_err(|_| D::Error::custom("no path of a portal"))
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The path of an output file below `output/`: `zh/plans/x/index.html`, `data/index.json`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Box<str>);

impl Route {
    /// A page in one language: `["plans", "x"]` → `zh/plans/x/index.html`; no parts → the language's home.
    /// Parts are ids that the content model has checked; a part that could leave the folder is refused.
    pub fn page(lang: Lang, parts: &[&str]) -> Result<Self, BadPath> {
        const END: &str = "/index.html";
        let length = parts.iter().fold(lang.code().len() + END.len(), |sum, part| sum + 1 + part.len());
        let mut path = String::with_capacity(length);
        path.push_str(lang.code());
        for part in parts {
            path.push('/');
            path.push_str(part);
        }
        path.push_str(END);
        check(&path)?;
        Ok(Route(path.into_boxed_str()))
    }

    /// Any file, by its path below the output folder.
    pub fn file(path: &str) -> Result<Self, BadPath> {
        check(path)?;
        Ok(Route(path.into()))
    }

    /// The file behind an address as readers see it: `/zh/plans/` → `zh/plans/index.html`.
    ///
    /// # Errors
    /// When the address does not begin at the site's root or could lead out of it.
    pub fn of_address(address: &str) -> Result<Self, BadPath> {
        let path = address.strip_prefix('/').ok_or(BadPath::Leaves)?;
        let is_folder = path.is_empty() || path.ends_with('/');
        Route::file(&if is_folder { format!("{path}index.html") } else { path.to_owned() })
    }

    /// The path of the file below the output folder.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a reader sees in the address bar below the site's root: folders end in `/`, `index.html` is not said.
    pub fn url_path(&self) -> &str {
        self.0
            .strip_suffix("index.html")
            .filter(|rest| rest.is_empty() || rest.ends_with('/'))
            .unwrap_or(&self.0)
    }

    /// True for `…/index.html`.
    pub fn is_folder(&self) -> bool {
        self.url_path().len() < self.0.len()
    }

    /// True when the file's name says what is in it, so that it may be kept for ever: `assets/site.1a2b3c4d5e6f.css`.
    pub fn is_fingerprinted(&self) -> bool {
        match self.0.split_once('/') {
            Some(("assets", name)) => name.rsplit('.').nth(1).is_some_and(is_hash),
            // Excerpts are named by their numbers: a clause that changes keeps its place.
            Some(("search", name)) => {
                let file = name.strip_suffix(".bin").and_then(|name| name.split_once('/'));
                file.is_some_and(|(_, name)| is_hash(name))
            }
            _ => false,
        }
    }

    /// True when the file, or a folder that it lies in, is named by a hash, so that what leads to it leads elsewhere
    /// when it is made anew.
    pub fn is_versioned(&self) -> bool {
        let in_folder = |path: &str| path.split('/').any(is_hash);
        self.is_fingerprinted() || self.0.strip_prefix("search/").is_some_and(in_folder)
    }

    /// The relative link that leads from this page to `target`, so that the same output works at a root,
    /// in a sub-folder and on a mirror. A page's link to itself is `./` (or its file name).
    pub fn href_to(&self, target: &Route) -> String {
        let here = self.0.rfind('/').map_or("", |last| &self.0[..=last]);
        let there = target.url_path();
        let same = here.bytes().zip(there.bytes()).take_while(|(here, there)| here == there).count();
        let shared =
            here.as_bytes()[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |last| last + 1);
        let up = here.as_bytes()[shared..].iter().filter(|byte| **byte == b'/').count();
        let rest = &there[shared..];
        if up == 0 && rest.is_empty() {
            return "./".to_owned();
        }
        let mut href = String::with_capacity(UP.len() * up + rest.len());
        (0..up).for_each(|_| href.push_str(UP));
        href.push_str(rest);
        href
    }
}

/// One folder up.
const UP: &str = "../";

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A name as a disk may take it that knows neither case nor how a letter with an accent is written: what is equal here may
/// be one file there.
pub fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).nfc().collect()
}

fn check(path: &str) -> Result<(), BadPath> {
    // Nearly every path is made of ids, and there is nothing to refuse in one.
    if is_plain(path) {
        return Ok(());
    }
    if path.starts_with('/') || path.contains('\\') || path.as_bytes().get(1) == Some(&b':') {
        return Err(BadPath::Leaves);
    }
    for part in path.split('/') {
        match part {
            "" => return Err(BadPath::Empty),
            "." | ".." => return Err(BadPath::Leaves),
            _ => {}
        }
    }
    match path.chars().find(|c| c.is_control() || matches!(c, '<' | '>' | '"' | '|' | '?' | '*' | ':')) {
        Some(character) => Err(BadPath::Character(character)),
        None => Ok(()),
    }
}

/// True for a path of small letters, digits and hyphens that cannot be anything but a path: none of its parts is empty
/// or begins with a point, and it ends in a letter.
fn is_plain(path: &str) -> bool {
    // As if a folder stood before it.
    let mut last = b'/';
    for byte in path.bytes() {
        let fits = match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => true,
            b'.' => !matches!(last, b'/' | b'.'),
            b'/' => last != b'/',
            _ => false,
        };
        if !fits {
            return false;
        }
        last = byte;
    }
    last.is_ascii_lowercase()
}

/// True for an id of the content model: lower-case ASCII letters, digits and single hyphens inside.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 100
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// True for the address of a site: `https://host/` or a folder below it, ending in `/`, in characters that mean nothing
/// else in a page, a text or a style.
pub fn is_home(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let Some((host, folder)) = rest.and_then(|rest| rest.split_once('/')) else { return false };
    let plain = |part: &str, marks: &str| {
        part.chars().any(char::is_alphanumeric)
            && part.chars().all(|c| c.is_alphanumeric() || marks.contains(c))
    };
    let folder = folder
        .strip_suffix('/')
        .map_or(folder.is_empty(), |folder| folder.split('/').all(|part| plain(part, "-._~%")));
    plain(host, "-.:") && folder
}

/// A hash as it stands in names.
fn is_hash(part: &str) -> bool {
    part.len() == 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(path: &str) -> Route {
        Route::file(path).unwrap()
    }

    #[test]
    fn links_between_routes_are_relative() {
        let cases = [
            ("zh/plans/x/index.html", "zh/plans/y/index.html", "../y/"),
            ("zh/plans/x/index.html", "zh/plans/x/parallel/index.html", "parallel/"),
            ("zh/plans/x/index.html", "en/plans/x/index.html", "../../../en/plans/x/"),
            ("zh/plans/x/index.html", "zh/plans/x/index.html", "./"),
            ("zh/plans/x/index.html", "assets/site.css", "../../../assets/site.css"),
            ("index.html", "zh/index.html", "zh/"),
            ("zh/index.html", "index.html", "../"),
            ("zh/404.html", "zh/plans/index.html", "plans/"),
            ("zh/plan/index.html", "zh/plans/index.html", "../plans/"),
            ("zh/plans/x-1/index.html", "zh/plans/x/index.html", "../x/"),
            ("zh/plans/x/index.html", "zh/plans/index.html", "../"),
        ];
        for (from, to, href) in cases {
            assert_eq!(route(from).href_to(&route(to)), href, "{from} → {to}");
        }
    }

    #[test]
    fn a_path_never_leaves_its_folder() {
        for bad in ["../x", "a/../x", "/x", "a//b", "a\\b", "C:x", "a\0b", "", "a/./b", "a/"] {
            assert!(Route::file(bad).is_err(), "{bad:?}");
            assert!(SourcePath::new(bad).is_err(), "{bad:?}");
        }
        assert!(SourcePath::new("content/static/中文 文件.pdf").is_ok());
    }

    #[test]
    fn folders_are_said_without_index() {
        assert_eq!(route("zh/plans/index.html").url_path(), "zh/plans/");
        assert_eq!(route("index.html").url_path(), "");
        assert_eq!(route("zh/404.html").url_path(), "zh/404.html");
        assert_eq!(route("zh/myindex.html").url_path(), "zh/myindex.html");
    }

    #[test]
    fn a_name_with_a_hash_is_for_ever() {
        for lasting in ["assets/site.1a2b3c4d5e6f.css", "search/t/1a2b3c4d5e6f.bin"] {
            assert!(route(lasting).is_fingerprinted(), "{lasting}");
        }
        for not in [
            "assets/site.css",
            "assets/1a2b3c4d5e6f",
            "search/manifest.json",
            "media/a.1a2b3c4d5e6f.png",
            "search/x/zh/1a2b3c4d5e6f/0.bin",
        ] {
            assert!(!route(not).is_fingerprinted(), "{not}");
            assert_eq!(route(not).is_versioned(), not.starts_with("search/x/"), "{not}");
        }
    }

    #[test]
    fn an_address_is_a_file() {
        let cases =
            [("/", "index.html"), ("/zh/plans/", "zh/plans/index.html"), ("/data/x.csv", "data/x.csv")];
        for (address, file) in cases {
            let found = Route::of_address(address).unwrap();
            assert_eq!(found.as_str(), file);
            assert_eq!(format!("/{}", found.url_path()), address);
        }
        for bad in ["zh/plans/", "https://a.cn/", "//a/", "/../x/", "/a//", ""] {
            assert!(Route::of_address(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn names_that_a_disk_may_take_for_one_fold_to_one() {
        assert_eq!(folded("Caf\u{e9}/A"), folded("cafe\u{301}/a"));
        assert_eq!(folded("\u{212b}"), folded("a\u{30a}"), "the sign of the unit is the letter");
        assert_ne!(folded("a"), folded("\u{e0}"));
    }

    #[test]
    fn ids_are_plain() {
        assert!(is_id("tcm-bri-2021-2025") && is_id("c3-1-1"));
        for bad in ["", "-a", "a-", "a--b", "A", "中", "a b", "../a"] {
            assert!(!is_id(bad), "{bad}");
        }
    }

    #[test]
    fn a_home_is_the_address_of_a_site() {
        for fine in [
            "https://a.cn/",
            "http://a.gov.cn:8080/b/c-1/",
            "https://卫健.中国/规划/",
            "http://localhost/~a/",
        ] {
            assert!(is_home(fine), "{fine}");
        }
        let refused = [
            "",
            "/",
            "//evil.test/",
            "https://",
            "https:///",
            "https://a.cn",
            "https://a.cn/b",
            "https://a.cn//",
            "javascript:alert(1)/",
            "javascript://a.cn/%0aalert(1)/",
            "JAVASCRIPT:/",
            "ftp://a.cn/",
            "https://a@b.cn/",
            "https://a.cn/../",
            "https://a.cn/./b/",
            "https://a.cn/?x/",
            "https://a.cn/#x/",
            "https://a.cn/\"x/",
            "https://a.cn/(b)/",
            "https://a.cn/b c/",
            "https://a.cn/\n/",
            "https://-./",
            "https://a.cn\\b/",
            " https://a.cn/",
        ];
        for refused in refused {
            assert!(!is_home(refused), "{refused}");
        }
    }
}
