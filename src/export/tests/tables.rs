//! Turns the test portal's tables back into rows.
//! Knows nothing of how they were written.

use super::super::{Format, Set};
use super::Made;
use crate::lang::Lang;

/// The rows, headings first; the mark at the beginning must be there.
fn rows(made: &Made, path: &str) -> Vec<Vec<String>> {
    let bytes = made.bytes(path);
    let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or_else(|| panic!("{path} has no mark"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(rest);
    // Rows of unequal length are errors.
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn cell(made: &Made, path: &str, id: &str, head: &str) -> String {
    let rows = rows(made, path);
    let column =
        rows[0].iter().position(|cell| cell == head).unwrap_or_else(|| panic!("{head} in {:?}", rows[0]));
    rows.iter().find(|row| row[0] == id).unwrap_or_else(|| panic!("{id}"))[column].clone()
}

#[test]
fn every_table_has_a_row_per_record_and_a_heading_per_column_in_its_language() {
    let made = Made::portal();
    for set in Set::ALL {
        let records = made.json(&format!("data/{}.json", set.name())).as_array().unwrap().clone();
        for lang in Lang::ALL {
            let rows = rows(&made, &format!("data/{}.{}", set.name(), Format::Csv(lang).extension()));
            assert_eq!(rows.len(), records.len() + 1, "{set:?} {lang:?}");
            let heads: Vec<&str> = set.columns().iter().map(|head| *head.get(lang)).collect();
            assert_eq!(rows[0], heads);
            for (row, record) in rows[1..].iter().zip(&records) {
                assert_eq!(row[0], record["id"].as_str().unwrap());
            }
            let han = |head: &&str| head.chars().any(|c| c > '\u{2e80}');
            assert!(heads.iter().all(|head| han(head) == (lang == Lang::Zh)), "{heads:?}");
            let mut unique = heads.clone();
            unique.sort_unstable();
            unique.dedup();
            assert_eq!(unique.len(), heads.len(), "{set:?}: two columns of one name");
        }
    }
}

#[test]
fn hostile_words_arrive_whole_and_run_nothing() {
    let made = Made::portal();
    let subject =
        |lang: &str, head: &str| cell(&made, &format!("data/targets.{lang}.csv"), "a/centres", head);
    assert_eq!(subject("en", "Subject"), "'=cmd|' /C calc'!A0");
    assert_eq!(subject("zh", "内容"), "海外中心\n\"新建\"，</script>");
    assert_eq!(cell(&made, "data/plans.en.csv", "a", "Title (English)"), "'=Plan A ]]> & </script>");
    assert_eq!(cell(&made, "data/projects.zh.csv", "a/9", "名称"), "'@展览");
    let list = cell(&made, "data/clauses.zh.csv", "a#c1-2", "正文（英文）");
    assert_eq!(list, "'- \"In Shanghai\", a third, with the World League and Laos");
}

#[test]
fn cells_are_for_people_names_beside_ids_and_words_in_the_language() {
    let made = Made::portal();
    let zh = |head: &str| cell(&made, "data/targets.zh.csv", "a/centres", head);
    let en = |head: &str| cell(&made, "data/targets.en.csv", "a/centres", head);
    assert_eq!(
        (zh("责任单位").as_str(), en("Responsible bodies").as_str()),
        ("各地各部门; 卫生局", "all places; Health Bureau")
    );
    assert_eq!((zh("责任单位编号").as_str(), en("Body IDs").as_str()), ("all; health", "all; health"));
    assert_eq!(
        (zh("职责依据").as_str(), en("Basis of the roles").as_str()),
        ("按总则推得; 载明", "inherited; stated")
    );
    assert_eq!((zh("变化").as_str(), en("Change").as_str()), ("新增", "add"));
    assert_eq!((zh("数值").as_str(), zh("止").as_str(), zh("属性").as_str()), ("30", "2025", "约束性"));
    assert_eq!(cell(&made, "data/targets.zh.csv", "a-1/zero", "规划"), "乙", "the short title");
    assert_eq!(cell(&made, "data/targets.en.csv", "a/aims", "Comparator"), "", "nothing to compare");
    let project = |head: &str| cell(&made, "data/projects.en.csv", "a/10", head);
    assert_eq!(
        (project("Leads").as_str(), project("When").as_str()),
        ("Health Bureau; World League", "2016-03–2017")
    );
    assert_eq!(project("Figures"), "staff at least 1000 centre");
}
