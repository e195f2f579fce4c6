//! Turns the test portal's Akoma Ntoso documents back into elements.
//! Knows nothing of how they were written. That they are valid by the standard's schema is for `tests/standards.rs`.

use super::Made;
use super::feeds::{Element, elements};
use std::collections::BTreeSet;

fn of(elements: &[Element], name: &str) -> Vec<Element> {
    let is = |element: &&Element| element.path.rsplit('/').next() == Some(name);
    elements.iter().filter(is).cloned().collect()
}

#[test]
fn a_plan_has_one_document_in_each_language_that_it_has() {
    let made = Made::portal();
    let files: Vec<String> = made.files().into_keys().filter(|path| path.ends_with(".akn.xml")).collect();
    assert_eq!(files, ["data/plans/a-1.akn.xml", "data/plans/a.akn.xml", "data/plans/a.en.akn.xml"]);
    let language = |path: &str| of(&elements(&made.text(path)), "FRBRlanguage")[0].clone();
    assert_eq!(language("data/plans/a.akn.xml").attribute("language"), "zho");
    assert_eq!(language("data/plans/a.en.akn.xml").attribute("language"), "eng");
}

#[test]
fn a_digest_is_a_work_of_the_portals_and_an_official_text_is_the_issuers() {
    let made = Made::portal();
    let subtype =
        |path: &str| of(&elements(&made.text(path)), "FRBRsubtype")[0].attribute("value").to_owned();
    let author = |path: &str| of(&elements(&made.text(path)), "FRBRauthor")[0].attribute("href").to_owned();
    assert_eq!(
        (subtype("data/plans/a.akn.xml"), author("data/plans/a.akn.xml")),
        ("plan".into(), "#dept-health".into())
    );
    let english = "data/plans/a.en.akn.xml";
    assert_eq!((subtype(english), author(english)), ("digest".into(), "#portal".into()));
    let original = of(&elements(&made.text(english)), "original")[0].clone();
    assert_eq!(original.attribute("href"), "/akn/cn/doc/plan/2021-12-31/a");
    assert!(
        of(&elements(&made.text(english)), "FRBRtranslation").is_empty(),
        "a digest is never a translation"
    );
}

#[test]
fn every_id_is_there_once_and_every_reference_leads_to_one() {
    let made = Made::portal();
    for path in ["data/plans/a-1.akn.xml", "data/plans/a.akn.xml", "data/plans/a.en.akn.xml"] {
        let elements = elements(&made.text(path));
        let mut ids = BTreeSet::new();
        for element in elements.iter().filter(|element| !element.attribute("eId").is_empty()) {
            assert!(ids.insert(element.attribute("eId")), "{path}: {} twice", element.attribute("eId"));
        }
        let refers = elements
            .iter()
            .flat_map(|element| ["refersTo", "source", "dictionary"].map(|key| element.attribute(key)));
        let mut count = 0;
        for reference in refers.filter_map(|value| value.strip_prefix('#')) {
            assert!(ids.contains(reference), "{path}: #{reference} leads nowhere");
            count += 1;
        }
        assert!(count > 3, "{path}: only {count} references");
    }
}

#[test]
fn clauses_are_nested_by_their_ids_and_a_figure_refers_to_its_record() {
    let made = Made::portal();
    let elements = elements(&made.text("data/plans/a.en.akn.xml"));
    let clause = |id: &str| {
        let found = elements.iter().find(|element| element.attribute("eId") == id);
        found.unwrap_or_else(|| panic!("no clause {id}")).path.clone()
    };
    let body = "akomaNtoso/doc/mainBody";
    assert_eq!(clause("c1"), format!("{body}/hcontainer"));
    assert_eq!(clause("c1-1"), format!("{body}/hcontainer/hcontainer"));
    let quantity = of(&super::feeds::elements(&made.text("data/plans/a.akn.xml")), "quantity");
    let centres = quantity.iter().find(|element| element.attribute("refersTo") == "#target-centres").unwrap();
    assert_eq!((centres.attribute("normalized"), centres.words.as_str()), ("30", "30 个中心"));
    let target = of(&elements, "d:target");
    let centres = target.iter().find(|element| element.attribute("id") == "centres").unwrap();
    let of_target =
        ["clause", "extent", "value", "unit", "change", "nature", "force"].map(|key| centres.attribute(key));
    assert_eq!(of_target, ["#c1-1", "figure", "30", "centre", "add", "binding", "firm"]);
}
