//! Turns what a host should say with its answers into `_headers`, as Netlify and Cloudflare Pages read it.
//! Knows nothing of other servers; `docs/deploy/` says the same to them, and a test compares.

use super::SearchFiles;
use crate::render::POLICY;
use std::collections::BTreeSet;

/// The file's name in the site.
pub(super) const FILE: &str = "_headers";

/// What every answer says beside itself.
pub const HEADERS: [(&str, &str); 7] = [
    ("Content-Security-Policy", POLICY),
    ("Strict-Transport-Security", "max-age=31536000"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// What a file says that has its hash in its name.
const FOREVER: &str = "Cache-Control: public, max-age=31536000, immutable";

/// The file for a site at this address.
pub(super) fn write(base_url: &str, search: &SearchFiles) -> String {
    let base = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let base = base.find('/').map_or("/", |at| &base[at..]);
    let mut text = format!("{base}*\n");
    for (name, value) in HEADERS {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    let lasting = search.routes().filter(|route| route.is_fingerprinted());
    let folders = lasting.filter_map(|route| Some(route.as_str().rsplit_once('/')?.0));
    for folder in folders.chain(["assets"]).collect::<BTreeSet<&str>>() {
        text.push_str(&format!("{base}{folder}/*\n  {FOREVER}\n"));
    }
    // Open data may be read by the scripts of other sites too.
    text.push_str(&format!("{base}data/*\n  Access-Control-Allow-Origin: *\n"));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Key;
    use crate::route::Route;

    #[test]
    fn what_never_changes_is_kept_for_ever_wherever_the_site_stands() {
        let file = |name: &str| Route::file(name).unwrap();
        let files = vec![
            file("search/manifest.json"),
            file("search/t/1a2b3c4d5e6f.bin"),
            file("search/x/zh/1a2b3c4d5e6f/0.bin"),
        ];
        let search = SearchFiles::published(Key::of(b"index"), files);
        let text = write("https://portal.example/forest/", &search);
        assert!(text.starts_with("/forest/*\n  Content-Security-Policy: default-src 'none';"));
        for folder in ["assets", "search/t"] {
            assert!(
                text.contains(&format!("/forest/{folder}/*\n  Cache-Control: public, max-age=31536000, imm"))
            );
        }
        assert!(!text.contains("/forest/search/*"), "its manifest has the same name for ever");
        assert!(!text.contains("search/x"), "an excerpt has the same name when its clause changes");
        assert!(write("https://portal.example/", &search).starts_with("/*\n"));
        assert!(!POLICY.contains("unsafe"));
    }

    #[test]
    fn other_servers_are_told_the_same() {
        let nginx = include_str!("../../docs/deploy/nginx.conf");
        let caddy = include_str!("../../docs/deploy/Caddyfile");
        for (name, value) in HEADERS {
            assert!(caddy.contains(&format!("\t\t{name} \"{value}\"\n")), "{name}");
            let always = format!("    add_header {name} \"{value}\" always;\n");
            let is_for_https = format!("add_header {name} $diptych_https_only always;\n");
            assert!(
                nginx.contains(&always) || (nginx.contains(&is_for_https) && nginx.contains(value)),
                "{name}"
            );
        }
    }
}
