//! Turns pages of small portals into their meta tags and says which there must be.
//! Knows nothing of the rest of a page.

use super::of_page;
use crate::lang::Lang;
use crate::render::context::Ctx;
use crate::render::fixture::{PLAN, Portal, REGISTERS, SMALL};
use crate::resolve::{Entity, PageKey};

fn tags(portal: &Portal, key: &PageKey) -> Vec<(String, String)> {
    let renderer = portal.renderer();
    let ctx = Ctx::new(&renderer, key);
    of_page(&ctx, "Title", "Words")
        .into_iter()
        .map(|tag| (tag.name.or(tag.property).unwrap(), tag.content))
        .collect()
}

fn value<'t>(tags: &'t [(String, String)], name: &str) -> Option<&'t str> {
    tags.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

#[test]
fn a_plan_has_dublin_core_and_open_graph() {
    let portal = Portal::small();
    let tags = tags(&portal, &PageKey::Thing(Lang::En, Entity::Plan(0)));
    for (name, expected) in [
        ("dcterms.title", "Title"),
        ("dcterms.language", "en"),
        ("dcterms.publisher", "Portal Group"),
        ("dcterms.creator", "Portal Group"),
        ("dcterms.temporal", "start=2021; end=2025"),
        ("og:title", "Title"),
        ("og:type", "article"),
        ("og:locale", "en_GB"),
        ("og:url", "https://plans.test/en/plans/p/"),
        ("og:site_name", "Plan Portal"),
        ("og:image", "https://plans.test/covers/p.png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
    ] {
        assert_eq!(value(&tags, name), Some(expected), "{name}");
    }
    // The page shows a digest, which its issuers did not make.
    assert!(value(&tags, "dcterms.source").unwrap().contains("国卫发〔2021〕6号"));
    assert_eq!(value(&tags, "dcterms.identifier"), None);
}

#[test]
fn a_page_of_no_plan_has_the_picture_of_all() {
    let portal = Portal::small();
    let tags = tags(&portal, &PageKey::Home(Lang::Zh));
    assert_eq!(value(&tags, "og:image"), Some("https://plans.test/covers/all/plans.png"));
    assert!(
        value(&tags, "og:image:alt").unwrap().starts_with(portal.site.catalog.config.title.get(Lang::Zh))
    );
}

#[test]
fn an_official_text_is_its_issuers() {
    let tags = tags(&Portal::small(), &PageKey::Thing(Lang::Zh, Entity::Plan(0)));
    for (name, expected) in [
        ("dcterms.creator", "国家卫生健康委员会"),
        ("dcterms.identifier", "国卫发〔2021〕6号"),
        ("dcterms.created", "2021-12-31"),
        ("dcterms.issued", "2022-01-05"),
    ] {
        assert_eq!(value(&tags, name), Some(expected), "{name}");
    }
    assert_eq!(value(&tags, "dcterms.source"), None);
}

#[test]
fn tags_of_government_sites_are_never_invented() {
    let key = PageKey::Thing(Lang::Zh, Entity::Plan(0));
    let names = [
        "SiteName",
        "SiteDomain",
        "SiteIDCode",
        "ColumnName",
        "ColumnType",
        "ArticleTitle",
        "PubDate",
        "ContentSource",
    ];
    let without = tags(&Portal::small(), &key);
    assert!(names.iter().all(|name| value(&without, name).is_none()));
    let site = "as_of = 2024-05-01\ngovernment_site = { id_code = \"bm1\", domain = \"plans.test\" }";
    let portal = Portal::new(&format!("{}{PLAN}{SMALL}", REGISTERS.replace("as_of = 2024-05-01", site)));
    let with = tags(&portal, &key);
    let values = names.map(|name| value(&with, name).unwrap_or_default());
    assert_eq!(
        values,
        [
            "规划门户",
            "plans.test",
            "bm1",
            "规划",
            "政策文件",
            "Title",
            "2022-01-05 00:00",
            "国家卫生健康委员会"
        ]
    );
    let home = tags(&portal, &PageKey::Home(Lang::Zh));
    assert_eq!((value(&home, "ColumnType"), value(&home, "ArticleTitle")), (Some("首页"), None));
    assert_eq!(value(&tags(&portal, &PageKey::Gateway), "ColumnName"), None);
}
