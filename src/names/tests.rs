//! Turns texts with traps into the names that they hold.

use super::*;

fn names(list: &[(&str, u32)]) -> Names {
    let linked =
        list.iter().map(|(text, owner)| Name { text: (*text).to_owned(), owner: *owner, usage: Use::Linked });
    let longer = LONGER.iter().map(|text| Name { text: (*text).to_owned(), owner: 0, usage: Use::Longer });
    Names::new(longer.chain(linked)).0
}

fn found<'t>(names: &Names, text: &'t str) -> Vec<(&'t str, u32)> {
    names.find(text).into_iter().map(|hit| (&text[hit.span], hit.owners[0])).collect()
}

fn atlas() -> Names {
    names(&[
        ("内蒙古", 1),
        ("内蒙古自治区", 1),
        ("蒙古国", 2),
        ("蒙古", 2),
        ("印度尼西亚", 3),
        ("印度", 4),
        ("西亚", 5),
        ("WHO", 6),
        ("World Health Organization", 6),
        ("中国—东盟", 7),
        ("东盟", 8),
        ("Oman", 9),
        ("World Health Assembly", 10),
    ])
}

#[test]
fn a_name_inside_a_longer_name_is_not_found() {
    let atlas = atlas();
    let cases: [(&str, &[(&str, u32)]); 9] = [
        ("内蒙古与蒙古国相邻", &[("内蒙古", 1), ("蒙古国", 2)]),
        ("内蒙古自治区", &[("内蒙古自治区", 1)]),
        ("印度尼西亚和印度", &[("印度尼西亚", 3), ("印度", 4)]),
        ("中亚、西亚", &[("西亚", 5)]),
        ("马来西亚", &[]),
        ("印度洋沿岸", &[]),
        ("中国—东盟合作与东盟", &[("中国—东盟", 7), ("东盟", 8)]),
        ("a Roman road", &[]),
        ("Oman, romanised", &[("Oman", 9)]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(&atlas, text), expected, "{text}");
    }
}

#[test]
fn acronyms_are_case_sensitive_and_words_are_not() {
    let atlas = atlas();
    assert_eq!(found(&atlas, "those who know WHO"), [("WHO", 6)]);
    assert_eq!(found(&atlas, "the world health organization"), [("world health organization", 6)]);
    assert_eq!(found(&atlas, "WHOLE, who, Who"), []);
    assert_eq!(found(&atlas, "由WHO牵头"), [("WHO", 6)]);
}

#[test]
fn an_ambiguous_name_keeps_its_place_and_is_nobodys() {
    let list = [
        ("中阿", 1, Use::Ambiguous),
        ("中阿", 2, Use::Ambiguous),
        ("中阿博览会", 3, Use::Linked),
        ("阿", 4, Use::Linked),
    ];
    let (names, clashes) =
        Names::new(list.map(|(text, owner, usage)| Name { text: text.to_owned(), owner, usage }));
    assert!(clashes.is_empty());
    let hits = names.find("中阿合作与中阿博览会");
    assert_eq!(hits.len(), 2);
    assert_eq!((hits[0].usage, hits[0].owners.as_slice()), (Use::Ambiguous, [1, 2].as_slice()));
    assert_eq!((hits[1].usage, hits[1].owners.as_slice()), (Use::Linked, [3].as_slice()));
}

#[test]
fn a_name_of_two_owners_is_the_first_ones_and_is_reported() {
    let list = [("卫生部", 1), ("卫生部", 2), ("教育部", 1)];
    let (names, clashes) =
        Names::new(list.map(|(text, owner)| Name { text: text.to_owned(), owner, usage: Use::Linked }));
    assert_eq!(clashes, [Clash { text: "卫生部".to_owned(), first: 1, second: 2 }]);
    assert_eq!(found(&names, "卫生部"), [("卫生部", 1)]);
}

#[test]
fn no_names_no_hits() {
    assert!(names(&[]).find("任何文字").is_empty());
    assert!(names(&[("", 1), (" ", 2)]).find("any text").is_empty());
}

proptest::proptest! {
    #[test]
    fn hits_cut_the_text_and_never_overlap(text in "[内蒙古国印度尼西亚东盟中—WHOwhoOman ]{0,60}") {
        let mut end = 0;
        for hit in atlas().find(&text) {
            proptest::prop_assert!(hit.span.start >= end && text.get(hit.span.clone()).is_some());
            end = hit.span.end;
        }
    }
}
