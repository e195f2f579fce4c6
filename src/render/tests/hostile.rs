//! Turns hostile values in every field into pages that are harmless.

use super::{PORTAL, Portal};

/// What must never reach a page as it is.
const EVIL: &str = "<script>alert('x')</script>\\\"'&<b>";

/// Every Chinese and English value of the registers and records, made hostile; passages and texts alike.
fn poisoned() -> String {
    let mut out = String::new();
    let mut is_toml = false;
    for line in PORTAL.lines() {
        if let Some(name) = line.strip_prefix("-- ") {
            is_toml = name.contains(".toml");
        }
        let line = if is_toml { poison(line) } else { line.to_owned() };
        out.push_str(&line);
        out.push('\n');
    }
    out.replace("https://www.nfb.test/", "javascript:alert(1)")
        .replace("https://law.test/tree", "javascript://law.test/%0aalert(1)")
        .replace("https://group.test/", "data:text/html,x")
        .replace("https://licence.test/by/", "JavaScript:alert(1)")
        .replace("# 关于", "# 关于 &lt;script>alert(1)&lt;/script>")
}

/// `zh = "…"` → `zh = "…EVIL"`, and the same for English.
fn poison(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) =
        ["zh = \"", "en = \"", "number = \""].iter().filter_map(|key| Some(rest.find(key)? + key.len())).min()
    {
        let end = at + rest[at..].find('"').unwrap();
        out.push_str(&rest[..end]);
        out.push_str(EVIL);
        rest = &rest[end..];
    }
    out + rest
}

#[test]
fn nothing_hostile_reaches_a_page() {
    let portal = Portal::from_string(&poisoned());
    let renderer = portal.renderer();
    let mut seen = 0;
    for page in portal.site.pages() {
        let html = String::from_utf8(renderer.render(page).unwrap()).unwrap();
        // The portal's own script and the structured data are the only scripts.
        let own = html.matches("<script src=\"").count()
            + html.matches("<script type=\"application/ld+json\">").count();
        assert_eq!(html.matches("<script").count(), own, "{page:?}");
        assert!(!html.contains("<b>&") && !html.contains("&<b>"), "{page:?}");
        for attribute in ["href=\"", "src=\""] {
            for value in html.split(attribute).skip(1) {
                let value = value.split('"').next().unwrap().trim().to_lowercase();
                assert!(
                    !value.starts_with("javascript") && !value.starts_with("data:"),
                    "{value} on {page:?}"
                );
            }
        }
        seen += html.matches("&lt;script&gt;").count();
    }
    assert!(seen > 500, "the values are shown, escaped: {seen}");
}

#[test]
fn passages_are_marked_in_escaped_text() {
    let text = PORTAL
        .replace("栽树不少于 12500 棵，", "\\<i>栽树不少于 12500 棵\\</i>，")
        .replace("zh = \"栽树不少于 12500 棵\"", "zh = \"<i>栽树不少于 12500 棵\"");
    let portal = Portal::from_string(&text);
    let at = portal.site.target("wood-plan/trees").unwrap();
    let html = portal.html(&crate::resolve::PageKey::Target(crate::lang::Lang::Zh, at));
    assert!(html.contains("<mark>&lt;i&gt;栽树不少于 12500 棵</mark>&lt;/i&gt;，"), "{html}");
}
