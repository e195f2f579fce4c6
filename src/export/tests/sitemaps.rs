//! Turns the test portal's sitemap back into addresses.
//! Knows nothing of how it was written.

use super::Made;
use super::feeds::elements;
use std::collections::BTreeMap;

const BASE: &str = "https://portal.test/sub/";

/// Address → day of the last change, and alternates by language.
fn urls(made: &Made) -> BTreeMap<String, (String, BTreeMap<String, String>)> {
    let mut urls: BTreeMap<String, (String, BTreeMap<String, String>)> = BTreeMap::new();
    let mut at = String::new();
    for element in elements(&made.text("sitemap.xml")) {
        match element.path.as_str() {
            "urlset/url/loc" => {
                at = element.words.clone();
                assert!(urls.insert(at.clone(), Default::default()).is_none(), "{at} twice");
            }
            "urlset/url/lastmod" => urls.get_mut(&at).unwrap().0 = element.words.clone(),
            "urlset/url/xhtml:link" => {
                let (tag, href) =
                    (element.attribute("hreflang").to_owned(), element.attribute("href").to_owned());
                assert_eq!(element.attribute("rel"), "alternate");
                urls.get_mut(&at).unwrap().1.insert(tag, href);
            }
            _ => {}
        }
    }
    urls
}

#[test]
fn alternates_are_where_a_page_is_in_both_languages_and_agree_with_each_other() {
    let urls = urls(&Made::portal());
    let alternates = |path: &str| &urls[&format!("{BASE}{path}")].1;
    let plan = alternates("zh/plans/a/");
    assert_eq!(plan["zh-Hans"], format!("{BASE}zh/plans/a/"));
    assert_eq!(plan["en"], format!("{BASE}en/plans/a/"));
    assert_eq!(plan["x-default"], format!("{BASE}en/plans/a/"));
    assert_eq!(alternates("")["x-default"], BASE);
    assert_eq!(alternates("en/")["x-default"], BASE);
    assert!(alternates("zh/plans/a-1/").is_empty(), "there is no English text");
    assert!(alternates("zh/note/").is_empty(), "there is no English page");
    assert_eq!(alternates("en/about/").len(), 3);
    for (url, (_, alternates)) in &urls {
        for other in alternates.values() {
            assert_eq!(alternates, &urls[other].1, "{url} and {other}");
        }
    }
}

#[test]
fn only_pages_that_are_themselves_are_listed() {
    let urls = urls(&Made::portal());
    let has = |path: &str| urls.contains_key(&format!("{BASE}{path}"));
    for path in [
        "",
        "zh/",
        "en/targets/",
        "zh/targets/a/centres/",
        "en/departments/health/",
        "zh/plans/a-1/",
        "zh/note/",
    ] {
        assert!(has(path), "{path}");
    }
    for path in ["404.html", "zh/404.html", "en/404.html", "en/plans/a-1/", "en/note/"] {
        assert!(!has(path), "{path}");
    }
}

#[test]
fn the_day_of_a_change_is_the_content_s() {
    let urls = urls(&Made::portal());
    let day = |path: &str| urls[&format!("{BASE}{path}")].0.as_str();
    assert_eq!(day("zh/plans/a/"), "2025-06-01");
    assert_eq!(day("en/targets/a/centres/"), "2025-06-01");
    assert_eq!(day("zh/plans/a-1/"), "2026-01-02");
    assert_eq!(day("zh/"), "2026-01-02");
}

#[test]
fn robots_are_told_where_the_sitemap_is() {
    let robots = Made::portal().text("robots.txt");
    assert!(robots.contains("\nSitemap: https://portal.test/sub/sitemap.xml\n"), "{robots}");
}
