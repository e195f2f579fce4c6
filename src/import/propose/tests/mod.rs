//! Turns small documents into records and holds them to what a reader sees.
//! Knows nothing of how records are written.

mod duties;

use super::known::{Known, Shelf};
use super::record::{Aim, Mention, Proposals};
use crate::content::words::{Basis, Change, Comparator, Extent, Force, Nature, TimeKind};
use crate::import::fixture;

fn read(text: &str) -> Proposals {
    let known = Known::some(&[
        (Shelf::Department, "mwr", "水利部"),
        (Shelf::Department, "culture", "文化和旅游部"),
        (Shelf::Department, "grain", "国家粮食局"),
        (Shelf::Partner, "laos", "老挝"),
        (Shelf::Place, "gansu", "甘肃"),
        (Shelf::Document, "water-plan", "节水规划"),
    ]);
    super::read(&fixture::draft(text), &known)
}

fn figures(aims: &[Aim]) -> Vec<(&str, &str, &str)> {
    aims.iter()
        .map(|aim| {
            let value = aim.value.as_deref().unwrap_or("-");
            (aim.origin.clause.as_str(), value, aim.subject.zh.as_deref().unwrap_or_default())
        })
        .collect()
}

fn named(mentions: &[Mention]) -> Vec<(&str, &str, Option<&str>)> {
    mentions
        .iter()
        .map(|mention| (mention.origin.clause.as_str(), mention.name.as_str(), mention.id.as_deref()))
        .collect()
}

#[test]
fn targets_and_facts_are_told_apart() {
    let found = read(
        "某市渠道“十四五”规划
一、规划背景
（一）发展基础
“十三五”期间，建设20个较高水平的水站。拥有9座水库，渠长累计达到281.9公里。
二、总体要求
（一）发展目标
到2025年，建成30个高水平水站，渠道完好率达到85%左右。灌溉面积力争新增5万亩。
三、任务
（一）修渠
培养50名渠长和200名护渠员。已完成3座水闸改造。原则上按照人口的5%配备护渠员。
建设一批示范渠，实现水站全覆盖。",
    );
    assert_eq!(
        figures(&found.facts),
        [
            ("c1-1", "20", "较高水平的水站"),
            ("c1-1", "9", "水库"),
            ("c1-1", "281.9", "渠长"),
            ("c3-1", "3", "水闸改造")
        ]
    );
    assert_eq!(
        figures(&found.targets),
        [
            ("c2-1", "30", "高水平水站"),
            ("c2-1", "85", "渠道完好率"),
            ("c2-1", "50000", "灌溉面积力争新增"),
            ("c3-1", "50", "渠长"),
            ("c3-1", "200", "护渠员"),
            ("c3-1", "5", "原则上按照人口的"),
            ("c3-1", "-", "示范渠"),
            ("c3-1", "-", "水站")
        ]
    );
    let by = |index: usize| {
        found.targets[index].deadline.as_ref().map(|time| (time.kind, time.end.as_deref(), time.basis))
    };
    assert_eq!(by(0), Some((TimeKind::By, Some("2025"), Basis::Stated)));
    assert_eq!(by(3), Some((TimeKind::By, Some("2025"), Basis::Inherited)));
    assert_eq!(found.targets[1].comparator, Comparator::About);
    assert_eq!((found.targets[2].force, found.targets[2].change), (Force::Strive, Change::Add));
    assert_eq!(found.targets[5].force, Force::InPrinciple);
    assert_eq!((found.targets[6].extent, found.targets[7].extent), (Extent::Some, Extent::All));
    let as_of = found.facts[0].as_of.as_ref().and_then(|time| time.end.as_deref());
    assert_eq!(as_of, Some("2020"));
}

#[test]
fn numbers_of_documents_items_and_years_are_no_figures() {
    let found = read(
        "某市水利局关于修渠的通知
某水发〔2031〕354号
各区水利局：
为落实《节水规划（2031—2035年）》（国水发〔2031〕12号），现通知如下。
一、开展两项普查
依据第3条开展普查，联系2个处室的两国专家另行通知。
二、推进“五水共治”
落实第十二次会议精神，面向65岁以上老人服务。
某市水利局
2031年5月6日",
    );
    let all: Vec<_> =
        found.targets.iter().chain(&found.facts).filter_map(|aim| aim.value.as_deref()).collect();
    assert!(all.iter().all(|value| ["2"].contains(value)), "{all:?}");
}

#[test]
fn the_same_aim_twice_in_a_clause_counts_once() {
    let found = read("节水方案（2031—2033）\n一、任务\n三年内培训100名水工。会上宣布，三年内培训100名水工。");
    assert_eq!(figures(&found.targets), [("c1", "100", "水工")]);
}

#[test]
fn indicators_are_read_from_tables_even_where_they_slipped() {
    let found = read(
        "某市渠道“十四五”规划
一、指标
序号|类别|主要指标|属性|2025年目标
1|水利|干渠长（公里）|预期性|增加10%
2|^|每万人渠长数|预期性|≥12
|设施|（人）||
3|^|完好率（%）|约束性|60
4||水服务|0-36个月护渠率（%）|预期性|75
5|水站覆盖率（%）||约束性|100
6|人才|水工|预期性|新增50人
注：1. 干渠另计。
2. 支渠不计。",
    );
    let rows: Vec<_> = found
        .indicators
        .iter()
        .map(|row| {
            (
                row.number,
                row.category.as_str(),
                row.name.as_str(),
                row.value.as_deref().unwrap_or("-"),
                row.unit.as_deref().unwrap_or("-"),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            (1, "水利设施", "干渠长（公里）", "10", "%"),
            (2, "水利设施", "每万人渠长数（人）", "12", "人"),
            (3, "水利设施", "完好率（%）", "60", "%"),
            (4, "水服务", "0-36个月护渠率（%）", "75", "%"),
            (5, "水服务", "水站覆盖率（%）", "100", "%"),
            (6, "人才", "水工", "50", "人")
        ]
    );
    assert_eq!(found.indicators[0].change, Change::Increase);
    assert_eq!(found.indicators[1].comparator, Comparator::AtLeast);
    assert_eq!(found.indicators[2].nature, Some(Nature::Binding));
    assert_eq!(found.indicators[5].change, Change::Add);
    assert_eq!(found.targets.len(), 6);
    assert_eq!(found.targets[4].extent, Extent::All);
}

#[test]
fn indicator_tables_may_have_base_years_units_and_section_rows() {
    let found = read(
        "某市节水规划
一、指标
指标|单位|2030年|2035年|性质
一、水量||||
用水总量|亿立方米|12.5|≤13|约束性
二、水质||||
达标率|%|80|95以上|预期性",
    );
    let rows: Vec<_> = found
        .indicators
        .iter()
        .map(|row| (row.category.as_str(), row.name.as_str(), row.value.as_deref(), row.baseline.as_deref()))
        .collect();
    assert_eq!(
        rows,
        [("水量", "用水总量", Some("13"), Some("12.5")), ("水质", "达标率", Some("95"), Some("80"))]
    );
    assert_eq!(found.indicators[0].comparator, Comparator::AtMost);
    assert_eq!(found.indicators[0].unit.as_deref(), Some("亿立方米"));
}

#[test]
fn titles_and_names_are_found_known_or_not() {
    let found = read(
        "节水方案
依据《关于落实<节水规划>的分工方案》和《节水规划》制定（以下简称《方案》），《方案》由此施行。
一、任务
与老挝、越南和世界卫生组织合作，水利部、国家林草局与云南省第二人民医院在甘肃、贵州试点。水利部再试。",
    );
    let titles: Vec<_> =
        found.citations.iter().map(|citation| (citation.title.as_str(), citation.id.as_deref())).collect();
    assert_eq!(titles, [("关于落实<节水规划>的分工方案", None), ("节水规划", Some("water-plan"))]);
    assert_eq!(
        named(&found.departments),
        [("c1", "水利部", Some("mwr")), ("c1", "国家林草局", None), ("c1", "云南省第二人民医院", None)]
    );
    assert_eq!(
        named(&found.partners),
        [("c1", "老挝", Some("laos")), ("c1", "越南", None), ("c1", "世界卫生组织", None)]
    );
    assert_eq!(named(&found.places), [("c1", "甘肃", Some("gansu")), ("c1", "贵州", None)]);
}

#[test]
fn every_record_is_pending_and_knows_its_line() {
    let text = "节水方案\n一、目标\n到2035年，建成30个水站。\n";
    let found = read(text).with_lines(text);
    let target = &found.targets[0];
    assert_eq!(target.origin.line, Some(3));
    assert_eq!(target.origin.passage.zh.as_deref(), Some("建成30个水站"));
    assert_eq!(&text[target.origin.bytes.clone()], "建成30个水站");
    let json = serde_json::to_value(&found).unwrap();
    assert_eq!(json["targets"][0]["review"], "pending");
    assert_eq!(json["targets"][0]["deadline"]["end"], "2035");
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "targets",
            "facts",
            "indicators",
            "projects",
            "duties",
            "citations",
            "departments",
            "partners",
            "places"
        ]
    );
}

#[test]
fn records_become_tables_of_the_format() {
    let found = read("节水方案\n一、目标\n到2035年，建成30个水站（水利部、财政部负责）。\n");
    let mut id_of = |name: &super::Name| name.id.clone().unwrap_or_else(|| "stub".to_owned());
    let tables = super::tables(&found, &mut id_of);
    let text: Vec<String> = tables.iter().map(|(kind, table)| format!("[{kind}] {table}")).collect();
    assert!(text[0].contains("value = \"30\"") && text[0].contains("review = \"pending\""), "{text:?}");
    assert!(text[0].contains("end = 2035"), "{text:?}");
    assert!(text[1].contains("departments = [\"mwr\", \"stub\"]"), "{text:?}");
}
