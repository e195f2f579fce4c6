//! Turns small plans and bodies into JSON-LD and says what it must claim, and not claim.
//! Knows nothing of pages.

use super::{absolute, body_jsonld, breadcrumbs, graph, plan_jsonld};
use crate::lang::Lang;
use crate::render::context::Ctx;
use crate::render::fixture::{PLAN, Portal, REGISTERS, SMALL};
use crate::render::view::Link;
use crate::resolve::{Entity, PageKey};
use serde_json::{Value, json};

fn of_plan(portal: &Portal, plan: usize) -> Vec<Value> {
    let renderer = portal.renderer();
    let key = PageKey::Thing(Lang::En, Entity::Plan(plan));
    let Value::Array(nodes) = plan_jsonld(&Ctx::new(&renderer, &key), plan) else {
        panic!("a list of nodes")
    };
    nodes
}

#[test]
fn a_plan_is_legislation_and_a_digest_is_based_on_it() {
    let nodes = of_plan(&Portal::small(), 0);
    let work = &nodes[0];
    assert_eq!(work["@type"], "Legislation");
    assert_eq!(work["@id"], "https://plans.test/zh/plans/p/#work");
    assert_eq!(work["legislationIdentifier"], "国卫发〔2021〕6号");
    assert_eq!(
        (&work["legislationDate"], &work["datePublished"]),
        (&json!("2021-12-31"), &json!("2022-01-05"))
    );
    assert_eq!(work["temporalCoverage"], "2021/2025");
    assert_eq!(work["inLanguage"], json!(["zh-Hans"]));
    assert_eq!(work["legislationLegalForce"], "https://schema.org/InForce");
    assert_eq!(work["legislationPassedBy"][0]["@type"], "GovernmentOrganization");
    assert_eq!(work["legislationJurisdiction"]["identifier"], "CN");
    // Only the official text is a form of the work, and it has no standing here.
    assert_eq!(work["encoding"].as_array().unwrap().len(), 1);
    assert_eq!(work["encoding"][0]["legislationLegalValue"], "https://schema.org/UnofficialLegalValue");
    assert_eq!(nodes.len(), 3);
    for digest in &nodes[1..] {
        assert_eq!(digest["@type"], "CreativeWork");
        assert_eq!(digest["isBasedOn"]["@id"], work["@id"]);
        assert!(digest.get("translationOfWork").is_none() && digest.get("legislationLegalValue").is_none());
        assert_eq!(digest["license"], "https://licence.test/");
    }
}

#[test]
fn force_is_said_only_where_it_is_known() {
    assert_eq!(of_plan(&Portal::small(), 1)[0]["legislationLegalForce"], "https://schema.org/NotInForce");
    let later = REGISTERS.replace("as_of = 2024-05-01", "as_of = 2026-05-01");
    let ended = Portal::new(&format!("{later}{PLAN}{SMALL}"));
    assert!(of_plan(&ended, 0)[0].get("legislationLegalForce").is_none());
    let work = &of_plan(&ended, 1)[0];
    assert_eq!(work["legislationJurisdiction"]["@type"], "AdministrativeArea");
    assert_eq!(
        work["legislationEnsuresImplementationOf"],
        json!([{ "@id": "https://plans.test/zh/plans/p/#work" }])
    );
    assert!(work.get("legislationIdentifier").is_none() && work.get("temporalCoverage").is_none());
    // Its issuer is a class of bodies, which is no organisation.
    assert_eq!(work["legislationPassedBy"], json!([]));
}

#[test]
fn a_body_is_what_its_kind_says() {
    let portal = Portal::small();
    let renderer = portal.renderer();
    let body = |id: &str| {
        let at = portal.site.catalog.departments.find(id).unwrap();
        let key = PageKey::Thing(Lang::Zh, Entity::Department(at));
        body_jsonld(&Ctx::new(&renderer, &key), at)
    };
    let nhc = body("nhc");
    assert_eq!((&nhc["@type"], &nhc["foundingDate"]), (&json!("GovernmentOrganization"), &json!("2018")));
    assert_eq!(nhc["alternateName"], json!(["National Health Commission", "国家卫生健康委", "NHC"]));
    let hospital = body("city-hospital");
    assert_eq!(hospital["@type"], "Hospital");
    assert_eq!(hospital["parentOrganization"]["@id"], nhc["@id"]);
    assert_eq!(body("all-regions"), Value::Null);
    assert_eq!(graph(vec![body("all-regions")]), None);
}

#[test]
fn breadcrumbs_are_absolute() {
    let portal = Portal::small();
    let renderer = portal.renderer();
    let key = PageKey::Thing(Lang::En, Entity::Plan(0));
    let ctx = Ctx::new(&renderer, &key);
    let trail = [Link { text: "Plans".to_owned(), href: Some("../".to_owned()), lang: None }];
    let crumbs = breadcrumbs(&ctx, &trail, "This");
    let items: Vec<&str> = crumbs["itemListElement"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["item"].as_str().unwrap())
        .collect();
    assert_eq!(
        items,
        ["https://plans.test/en/", "https://plans.test/en/plans/", "https://plans.test/en/plans/p/"]
    );
    assert_eq!(absolute(&ctx, "../../../zh/#a"), "https://plans.test/zh/#a");
    assert_eq!(absolute(&ctx, "./"), "https://plans.test/en/plans/p/");
}
