//! Turns a link target into the scheme that makes it unsafe.
//! Knows nothing of where a target leads.

/// Schemes that a link may have: the web's, and those that name a record of the portal.
const LINK: [&str; 12] =
    ["http", "https", "mailto", "tel", "dept", "partner", "place", "plan", "doc", "term", "target", "topic"];

/// Schemes that the source of an image may have.
const IMAGE: [&str; 2] = ["http", "https"];

/// The scheme for which a link must be refused; `None` if the link is safe.
pub(super) fn refused_link(target: &str) -> Option<String> {
    scheme(target).filter(|scheme| !LINK.contains(&scheme.as_str()))
}

/// The scheme for which an image must be refused; `None` if the image is safe.
pub(super) fn refused_image(source: &str) -> Option<String> {
    scheme(source).filter(|scheme| !IMAGE.contains(&scheme.as_str()))
}

/// The scheme of a target in lower case, read as browsers read it: they skip what stands
/// before it and the line breaks inside it, so `" java\nscript:"` is `javascript`.
fn scheme(target: &str) -> Option<String> {
    let target = target.trim_start_matches(|c: char| c <= ' ');
    let end = target.find([':', '/', '?', '#'])?;
    if target.as_bytes()[end] != b':' {
        return None;
    }
    let scheme: String = target[..end]
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let starts = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let goes_on = scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    (starts && goes_on).then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_targets_have_no_scheme() {
        for target in
            ["", "a", "a/b:c", "#c1", "?x:y", "/x", "//host/x", "./a:b", "附件一：表", "附件:表", ":", "1a:b"]
        {
            assert_eq!(scheme(target), None, "{target:?}");
        }
    }

    #[test]
    fn a_scheme_is_read_as_browsers_read_it() {
        for target in
            ["javascript:x", "JavaScript:x", " \u{1}javascript:x", "java\nscript:x", "j\tavascript\r:x"]
        {
            assert_eq!(scheme(target).as_deref(), Some("javascript"), "{target:?}");
        }
    }

    #[test]
    fn only_known_schemes_pass() {
        for target in
            ["https://a.cn", "HTTP://a.cn", "mailto:a@b.cn", "tel:12345", "dept:nhc", "plan:p#c1", "a.md"]
        {
            assert_eq!(refused_link(target), None, "{target:?}");
        }
        for target in ["data:text/html,x", "vbscript:x", "file:///etc", "ftp://a", "view-source:x", "depts:x"]
        {
            assert!(refused_link(target).is_some(), "{target:?}");
        }
    }

    #[test]
    fn an_image_comes_from_the_web_or_from_a_path() {
        assert_eq!(refused_image("media/a.png"), None);
        assert_eq!(refused_image("https://a.cn/a.png"), None);
        assert_eq!(refused_image("data:image/png;base64,x").as_deref(), Some("data"));
        assert_eq!(refused_image("dept:nhc").as_deref(), Some("dept"));
    }
}
