//! Turns HTML into its tags, links and anchors.
//! Knows nothing of the site that it is from.

use std::collections::BTreeSet;

/// The values of some attributes of a page, entities resolved, in order.
pub(crate) fn attributes(html: &str, names: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for tag in tags(html) {
        for name in names {
            let needle = format!(" {name}=\"");
            let value = tag.find(&needle).and_then(|at| tag[at + needle.len()..].split('"').next());
            found.extend(value.map(|value| ((*name).to_owned(), unescape(value))));
        }
    }
    found
}

/// The start tags of a page; text, comments and data blocks are not tags.
pub(crate) fn tags(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find('<')?;
            rest = &rest[start..];
            if rest.starts_with("<!--") {
                rest = &rest[rest.find("-->")? + 3..];
                continue;
            }
            let end = rest.find('>')?;
            let tag = &rest[..=end];
            rest = &rest[end + 1..];
            if tag.starts_with("<script") {
                rest = &rest[rest.find("</script>")?..];
            }
            if tag[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
                return Some(tag);
            }
        }
    })
}

/// The names of a tag's attributes; what stands inside their values is not looked at.
pub(crate) fn attribute_names(tag: &str) -> Vec<&str> {
    let outside = tag.split('"').step_by(2).flat_map(str::split_whitespace);
    outside.filter_map(|part| part.strip_suffix('=')).collect()
}

fn unescape(value: &str) -> String {
    value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// All ids of a page.
pub(crate) fn ids(html: &str) -> BTreeSet<String> {
    attributes(html, &["id"]).into_iter().map(|(_, id)| id).collect()
}

/// True for a link that stays inside the site.
pub(crate) fn is_internal(href: &str) -> bool {
    !href.starts_with("mailto:")
        && !href.starts_with("tel:")
        && !href.contains("://")
        && !href.starts_with("data:")
}

/// The file that a link of a page leads to, and the anchor; `None` when it climbs out of the site.
pub(crate) fn land(page: &str, href: &str) -> Option<(String, Option<String>)> {
    let (path, anchor) =
        href.split_once('#').map_or((href, None), |(path, anchor)| (path, Some(anchor.to_owned())));
    let path = path.split('?').next().unwrap_or(path);
    if path.is_empty() {
        return Some((page.to_owned(), anchor));
    }
    // From the root, where a page may be shown at any depth.
    let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { page.split('/').collect() };
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    let mut file = parts.join("/");
    if path.ends_with('/') || path.ends_with("..") || path == "." {
        file = if file.is_empty() { "index.html".to_owned() } else { format!("{file}/index.html") };
    }
    Some((file, anchor.map(|anchor| decode(&anchor))))
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code =
            (*first == b'%' && tail.len() >= 2).then(|| std::str::from_utf8(&tail[..2]).ok()).flatten();
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
