//! Turns plans into drafts: series that run on or restart, labels, flat lists, titles that run into their text.
//! Knows nothing of notices and of damaged files.

use super::{body, draft, outline};

#[test]
fn numbers_run_on_across_sections() {
    let draft = draft(
        "关于渠道建设的意见
一、总体要求
（一）指导思想。节水为先。
（二）工作目标。到2035年建成。
二、修渠
（三）修干渠。修百里。
（四）修支渠。修千里。
三、养渠
（五）清淤。年年清。
（六）护坡。年年护。",
    );
    assert_eq!(
        outline(&draft),
        [
            "c1 总体要求",
            "c1-1 指导思想",
            "c1-2 工作目标",
            "c2 修渠",
            "c2-3 修干渠",
            "c2-4 修支渠",
            "c3 养渠",
            "c3-5 清淤",
            "c3-6 护坡"
        ]
    );
}

#[test]
fn a_misprinted_bracket_is_a_sibling_and_projects_run_on() {
    let draft = draft(
        "某部关于推进渠道
合作三年方案（2031-2033）
为了合作，制定本方案。
一、重点领域
（一）修渠
修渠百里。
（二）养渠
养渠千里。
二、重点项目
三年内开展以下项目：
（1） 修渠
1．举办“修渠论坛”
办一次论坛。
牵头单位：水利部
2．2032年第五届修渠大会
办一次大会。
（二）养渠
3．养渠中心项目（意向实施）
建一个中心。修养渠中心项目
4．清淤中心项目
建一个中心。",
    );
    assert_eq!(draft.metadata.title.as_deref(), Some("某部关于推进渠道合作三年方案（2031-2033）"));
    assert_eq!(draft.metadata.period, Some((2031, 2033)));
    assert_eq!(
        outline(&draft),
        [
            "c0",
            "c1 重点领域",
            "c1-1 修渠",
            "c1-2 养渠",
            "c2 重点项目",
            "c2-1 修渠",
            "c2-1-1 举办“修渠论坛”",
            "c2-1-2 2032年第五届修渠大会",
            "c2-2 养渠",
            "c2-2-3 养渠中心项目（意向实施）",
            "c2-2-4 清淤中心项目"
        ]
    );
    assert_eq!(body(&draft, "c2-1-1"), "办一次论坛。\n牵头单位：水利部");
}

#[test]
fn tasks_run_on_where_others_restart_and_notes_below_a_table_are_no_tasks() {
    let draft = draft(
        "某市渠道“十五五”规划
一、要求
（一）原则
1. 坚持节水。节水为先。
2. 坚持养护。养护为要。
（二）指标
序号|指标|属性|目标
1|渠长（里）|预期性|增加10%
注：1. 渠长指干渠。
2. 支渠另计。
3. 毛渠不计。
二、任务
（一）修渠
1. 修干渠。修百里。
2. 修支渠。修千里。
（二）养渠
3. 清淤。形成一、二、三级渠网。
4. 护坡。设1个中心。",
    );
    assert_eq!(
        outline(&draft),
        [
            "c1 要求",
            "c1-1 原则",
            "c1-1-1 坚持节水",
            "c1-1-2 坚持养护",
            "c1-2 指标",
            "c2 任务",
            "c2-1 修渠",
            "c2-1-1 修干渠",
            "c2-1-2 修支渠",
            "c2-2 养渠",
            "c2-2-3 清淤",
            "c2-2-4 护坡"
        ]
    );
    assert_eq!(body(&draft, "c1-2").lines().count(), 4);
}

#[test]
fn misnumbered_siblings_keep_their_numbers_where_they_can() {
    let draft = draft(
        "某市节水方案
一、要求
（一）节水。省水。
（二）护水。护水。
（二）养水。养水。
（四）爱水。爱水。
二、保障
组织有力。",
    );
    assert_eq!(outline(&draft), ["c1 要求", "c1-1 节水", "c1-2 护水", "c1-3 养水", "c1-4 爱水", "c2 保障"]);
    assert_eq!(draft.clauses[3].number.text(), "（二）");
}

#[test]
fn a_flat_list_of_thirty_items_is_thirty_clauses() {
    let items: String = (1..=30).map(|n| format!("{n}. 办好第{n}件实事\n")).collect();
    let draft = draft(&format!("某市为民实事清单\n今年办好以下实事：\n{items}"));
    let ids: Vec<String> = draft.clauses.iter().map(|clause| clause.id.clone()).collect();
    let expected: Vec<String> = (0..=30).map(|n| format!("c{n}")).collect();
    assert_eq!(ids, expected);
}

#[test]
fn principles_and_periods_have_titles_without_numbers() {
    let draft = draft(
        "某市节水方案
一、要求
（一）基本原则
统筹兼顾、突出重点。坚持政府引导。
因地制宜、注重实效。立足市情。
（二）目标
近期目标：用1-3年打基础。
远期目标：用5年成网。
（三）基础
渠网体系持续完善。有渠百里。
护渠队伍明显加强。有人千名。",
    );
    assert_eq!(
        outline(&draft),
        [
            "c1 要求",
            "c1-1 基本原则",
            "c1-1-a 统筹兼顾、突出重点",
            "c1-1-b 因地制宜、注重实效",
            "c1-2 目标",
            "c1-2-a 近期目标",
            "c1-2-b 远期目标",
            "c1-3 基础"
        ]
    );
    assert_eq!(body(&draft, "c1-2-b"), "用5年成网。");
}

#[test]
fn ordinals_open_clauses_only_where_each_opens_a_paragraph() {
    let draft = draft(
        "某市节水行动计划
一、行动
一是修渠引水。修渠百里，引水东流。
二是清淤护坡。清淤百里，护坡千里。
二、保障
要做到：一是加强领导。二是落实经费。",
    );
    assert_eq!(outline(&draft), ["c1 行动", "c1-1 修渠引水", "c1-2 清淤护坡", "c2 保障"]);
    assert_eq!(draft.clauses[1].number.text(), "一是");
}
