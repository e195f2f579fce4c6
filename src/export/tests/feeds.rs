//! Turns the test portal's feeds back into entries.
//! Knows nothing of how they were written.

use super::super::{ExportKey, produce};
use super::{Made, PORTAL};
use crate::content::Bodies;
use crate::lang::Lang;
use quick_xml::Reader;
use quick_xml::events::Event;

/// An element: its name, attributes and words, with the names of those around it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Element {
    pub(super) path: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) words: String,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value.as_str())
    }
}

/// Reads XML, which must be well formed.
pub(super) fn elements(text: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(text);
    let (mut path, mut open, mut found): (Vec<String>, Vec<usize>, Vec<Element>) = Default::default();
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Start(start) | Event::Empty(start) => {
                path.push(start.name().as_ref().to_owned());
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
                    (attribute.key.as_ref().to_owned(), value)
                });
                found.push(Element {
                    path: path.join("/"),
                    attributes: attributes.collect(),
                    words: String::new(),
                });
                open.push(found.len() - 1);
                if matches!(event, Event::Empty(_)) {
                    path.pop();
                    open.pop();
                }
            }
            Event::End(_) => {
                path.pop();
                open.pop();
            }
            Event::Text(text) => {
                let raw: &str = text;
                assert!(!raw.contains("]]>"), "{raw}");
                add(&mut found, &open, raw);
            }
            Event::GeneralRef(name) => {
                let name: &str = name;
                let word = quick_xml::escape::unescape(&format!("&{name};")).unwrap().into_owned();
                add(&mut found, &open, &word);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(path.is_empty());
    found
}

fn add(found: &mut [Element], open: &[usize], words: &str) {
    if let Some(at) = open.last() {
        found[*at].words.push_str(words);
    }
}

fn words<'e>(elements: &'e [Element], path: &str) -> Vec<&'e str> {
    elements.iter().filter(|element| element.path == path).map(|element| element.words.as_str()).collect()
}

#[test]
fn a_feed_tells_of_plans_and_changes_newest_first_by_the_content_s_dates() {
    let made = Made::portal();
    let feed = elements(&made.text("zh/feed.atom"));
    let updated = words(&feed, "feed/entry/updated");
    assert_eq!(updated[0], "2025-06-01T00:00:00+08:00");
    assert_eq!(updated[2..], ["2021-12-31T00:00:00+08:00", "2020-05-01T00:00:00+08:00"]);
    assert_eq!(words(&feed, "feed/updated"), ["2025-06-01T00:00:00+08:00"]);
    let published = words(&feed, "feed/entry/published");
    assert_eq!(published.len(), 3, "a month is no day: {published:?}");
    let ids = words(&feed, "feed/entry/id");
    let expected = [
        "tag:portal.test,2025-06-01:sub/zh/plans/a/change/1",
        "tag:portal.test,2025-06-01:sub/zh/plans/a/change/2",
        "https://portal.test/sub/zh/plans/a/",
        "https://portal.test/sub/zh/plans/a-1/",
    ];
    assert_eq!(ids, expected);
    assert_eq!(words(&feed, "feed/entry/summary")[0], "改正数字");
    assert_eq!(feed[0].attribute("xml:lang"), "zh-Hans");
    assert_eq!(feed[0].attribute("xmlns"), "http://www.w3.org/2005/Atom");
    assert_eq!(words(&feed, "feed/author/name"), ["测试组"]);
    assert!(words(&feed, "feed/author/uri").is_empty(), "what is not decided is not said");
}

#[test]
fn a_feed_of_a_plan_tells_of_that_plan_and_says_where_it_is() {
    let made = Made::portal();
    let feed = elements(&made.text("en/plans/a/feed.atom"));
    let self_links: Vec<&Element> =
        feed.iter().filter(|element| element.attribute("rel") == "self").collect();
    assert_eq!(self_links.len(), 1);
    assert_eq!(self_links[0].attribute("href"), "https://portal.test/sub/en/plans/a/feed.atom");
    assert_eq!(words(&feed, "feed/id"), ["https://portal.test/sub/en/plans/a/feed.atom"]);
    assert_eq!(words(&feed, "feed/entry/id").len(), 3);
    let titles = words(&feed, "feed/entry/title");
    assert!(titles.contains(&"=Plan A ]]> & </script>"), "{titles:?}");
    let pages =
        feed.iter().filter(|element| element.path == "feed/link" && element.attribute("type") == "text/html");
    let pages: Vec<&str> = pages.map(|link| link.attribute("href")).collect();
    assert_eq!(pages, ["https://portal.test/sub/en/plans/a/", "https://portal.test/sub/zh/plans/a/"]);
    let summary =
        words(&feed, "feed/entry/summary").into_iter().find(|words| words.contains("Issued by")).unwrap();
    assert!(
        summary.contains("Health Bureau")
            && summary.contains("测发〔2021〕6号")
            && summary.contains("digest")
    );
}

#[test]
fn an_entry_leads_to_the_other_language_only_where_there_is_one() {
    let made = Made::portal();
    let links = |path: &str| -> Vec<String> {
        let feed = elements(&made.text(path));
        let links = feed.iter().filter(|element| element.path == "feed/entry/link");
        links.map(|link| link.attribute("hreflang").to_owned()).filter(|tag| !tag.is_empty()).collect()
    };
    assert_eq!(links("zh/plans/a-1/feed.atom"), ["zh-Hans"]);
    assert_eq!(links("zh/plans/a/feed.atom")[..2], ["zh-Hans", "en"]);
}

#[test]
fn without_any_date_the_day_of_the_content_counts() {
    let made = Made::from(&PORTAL.replace("published = \"2020-05\"\n", ""));
    let feed = elements(&made.text("zh/plans/a-1/feed.atom"));
    assert_eq!(words(&feed, "feed/entry/updated"), ["2026-01-02T00:00:00+08:00"]);
    assert_eq!(words(&feed, "feed/updated"), ["2026-01-02T00:00:00+08:00"]);
}

#[test]
fn a_time_zone_that_does_not_exist_is_an_error_that_names_it() {
    let made =
        Made::from(&PORTAL.replace("as_of = 2026-01-02", "time_zone = \"Asia/Nowhere\"\nas_of = 2026-01-02"));
    let error = produce(&made.site, Bodies::new(&made.sources), &ExportKey::Feed(Lang::Zh)).unwrap_err();
    assert!(error.to_string().contains("Asia/Nowhere"), "{error}");
}
