//! Turns pages and files with one fault each into answers that find it.

use super::*;
use crate::build::{Options, Timings, load_sources};
use crate::report::Report;
use crate::resolve::{Entity, PageKey};
use crate::source::Sources;

const SOUND: &str = "<!doctype html><html lang=\"en\"><head><title>T</title><meta name=\"viewport\" content=\"width=device-width\"></head>\
    <body><a href=\"#main\">Skip</a><header>H</header><nav>N</nav><main id=\"main\"><h1>A</h1><h2>B</h2><p>text</p>\
    <img src=\"a.svg\" alt=\"\"><label for=\"q\">Find</label><input id=\"q\"><table><tr><th>x</th></tr></table></main>\
    <footer>F</footer></body></html>";

fn ask(question: pages::Question, html: &str) -> Option<bool> {
    let key = PageKey::Home(Lang::En);
    question(&Page { key: &key, tree: Tree::html(html) })
}

#[test]
fn every_question_about_accessibility_finds_its_fault() {
    let cases: [(pages::Question, &str, &str); 13] = [
        (pages::lang, " lang=\"en\"", ""),
        (pages::title, "<title>T</title>", "<svg><title>T</title></svg>"),
        (pages::headings, "<h2>B</h2>", "<h3>B</h3>"),
        (pages::headings, "<h2>B</h2>", "<h1>B</h1>"),
        (pages::pictures, " alt=\"\"", ""),
        (pages::landmarks, "<nav>N</nav>", ""),
        (pages::skip, "#main", "#other"),
        (pages::names, ">Skip<", "><"),
        (pages::labels, "for=\"q\"", "for=\"r\""),
        (pages::tables, "<th>x</th>", "<td>x</td>"),
        (pages::zoom, "width=device-width", "width=device-width, user-scalable=no"),
        (pages::ids, "<p>", "<p id=\"q\">"),
        (pages::policy, "<p>", "<p style=\"color:red\">"),
    ];
    for (question, sound, broken) in cases {
        assert_eq!(ask(question, SOUND), Some(true), "{sound}");
        assert!(SOUND.contains(sound));
        assert_eq!(ask(question, &SOUND.replacen(sound, broken, 1)), Some(false), "{sound} → {broken}");
    }
    for inline in
        ["<script>x()</script>", "<script src=\"https://a.test/x.js\"></script>", "<style>p{}</style>"]
    {
        assert_eq!(ask(pages::policy, &SOUND.replace("<p>", inline)), Some(false), "{inline}");
    }
    let data = "<script type=\"application/ld+json\">{}</script>";
    assert_eq!(ask(pages::policy, &SOUND.replace("<p>", data)), Some(true), "data is not run");
}

#[test]
fn a_question_that_does_not_concern_a_page_has_no_answer() {
    assert_eq!(ask(pages::tables, "<html></html>"), None);
    assert_eq!(ask(pages::legislation, SOUND), None);
    let key = PageKey::Thing(Lang::En, Entity::Plan(0));
    let page = Page { key: &key, tree: Tree::html(SOUND) };
    assert_eq!(pages::legislation(&page), Some(false), "a plan without linked data");
}

#[test]
fn broken_files_are_found() {
    let none = Files::new();
    assert!(files::well_formed("<a><b/></a>", &none));
    assert!(!files::well_formed("<a><b></a>", &none));
    let feed = "<feed><id>x</id><title>t</title><updated>u</updated><author><name>n</name></author><link rel=\"self\" href=\"x\"/>\
                <entry><id>a</id><title>t</title><updated>u</updated></entry></feed>";
    assert!(files::feed(feed, &none) && files::entries(feed, &none));
    assert!(!files::feed(&feed.replacen("<author><name>n</name></author>", "", 1), &none));
    let twice =
        feed.replace("</feed>", "<entry><id>a</id><title>t</title><updated>u</updated></entry></feed>");
    assert!(!files::entries(&twice, &none));
    let index = "{\"files\":[{\"path\":\"a\",\"length\":1,\"sha256\":\"ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb\"}]}";
    assert!(files::hashes(index, &Files::from([("a".to_owned(), b"a".to_vec())])));
    assert!(!files::hashes(index, &Files::from([("a".to_owned(), b"b".to_vec())])));
}

fn of(text: &str, lang: Lang) -> Conformance {
    let (sources, faults) = Sources::from_string(text);
    assert_eq!(faults, []);
    let loaded = load_sources(sources, Options::default(), Report::default(), Timings::default());
    conformance(&loaded.portal.unwrap(), lang).unwrap()
}

const PORTAL: &str = include_str!("../../tests/support/sound.txt");

#[test]
fn every_item_is_worded_in_both_languages_and_answered() {
    for lang in Lang::ALL {
        let report = of(PORTAL, lang);
        for norm in &report.norms {
            assert_ne!(norm.name, norm.id);
            for item in &norm.items {
                assert_ne!(item.name, item.id, "{lang:?}");
            }
        }
        let text = report.text(lang);
        assert!(!text.contains("{$") && !text.contains("\n      \n"), "{text}");
    }
}

#[test]
fn the_tags_of_a_government_are_asked_of_a_government_only() {
    let answer = |report: &Conformance, id: &str| {
        let items = report.norms.iter().flat_map(|norm| &norm.items);
        items.into_iter().find(|item| item.id == id).unwrap().answer.clone()
    };
    let report = of(PORTAL, Lang::En);
    assert_eq!(answer(&report, "government-site"), Answer::NotConcerned);
    assert!(matches!(answer(&report, "wcag-language"), Answer::Holds { looked_at } if looked_at > 50));
    let tags = "government_site = { id_code = \"bm01000001\", domain = \"portal.test\" }\n";
    let report = of(
        &PORTAL.replacen(
            "-- content/departments.toml --",
            &format!("{tags}-- content/departments.toml --"),
            1,
        ),
        Lang::En,
    );
    assert!(
        matches!(answer(&report, "government-site"), Answer::Holds { .. }),
        "{:?}",
        answer(&report, "government-site")
    );
}

#[test]
fn the_tests_that_are_named_are_there() {
    for item in NORMS.iter().flat_map(|norm| norm.items) {
        if let Shown::Test(file) = item.shown {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
            assert!(path.is_file(), "{file}");
        }
    }
}
