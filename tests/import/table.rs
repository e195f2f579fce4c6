//! Turns lines with tabs into tables.
//! Knows nothing of indicators.

use super::{flow, parts};

/// A header, a row that the end of a page cut, columns shifted either way, a category that is merged downwards.
const INDICATORS: &str = "（四）主要指标\n\n\
    序号\t类别\t指标\t属性\t2035年目标\n\
    1\t设施\t社区书房数量（个）\t预期性\t增加 10%\n\
    2\t\t每万人口书房面积（平方米）\t约束性\t60\n\
    3\t\t每千人口藏书数量\t预期性\t增加 10%\n\n\
    \t建设\t(册)\t\t\t\n\
    4\t\t县级书房覆盖率(%)\t约束性\t100\t\n\
    5\t\t\t少年儿童阅览座席比例(%)\t预期性\t25\n\
    6\t数字资源共享率(%)\t\t预期性\t90\t\n\
    7\t服务\t读者满意率(%)\t预期性\t95\n\
    8\t\t书房数字化应用场景\t预期性\t新增3个\n\n\
    注：1. 社区书房包括城市书房和农家书屋。\n\n\
    2. 书房面积是指建筑面积。\n";

#[test]
fn a_flattened_table_is_a_grid_again() {
    let expected = [
        "（四）主要指标",
        "| 序号 | 类别 | 指标 | 属性 | 2035年目标",
        "| 1 | 设施建设 | 社区书房数量（个） | 预期性 | 增加10%",
        "| 2 | ^ | 每万人口书房面积（平方米） | 约束性 | 60",
        "| 3 | ^ | 每千人口藏书数量（册） | 预期性 | 增加10%",
        "| 4 | ^ | 县级书房覆盖率（%） | 约束性 | 100",
        "| 5 | ^ | 少年儿童阅览座席比例（%） | 预期性 | 25",
        "| 6 | ^ | 数字资源共享率（%） | 预期性 | 90",
        "| 7 | 服务 | 读者满意率（%） | 预期性 | 95",
        "| 8 | ^ | 书房数字化应用场景 | 预期性 | 新增3个",
        "注：1. 社区书房包括城市书房和农家书屋。",
        "2. 书房面积是指建筑面积。",
    ];
    assert_eq!(parts(&flow(INDICATORS)), expected);
}

#[test]
fn a_section_inside_a_table_is_a_row_of_it() {
    let text = "任务\t单位\t时限\n一、设施建设\n新建书房\t省图书馆局\t2032年\n改造书房\t省财政厅\t2033年\n\
                二、人才培养\n培训馆员\t省人社厅\t2034年\n\n以上任务按年度推进，年底前报告落实情况。\n";
    let expected = [
        "| 任务 | 单位 | 时限",
        "| 一、设施建设 | ^ | ^",
        "| 新建书房 | 省图书馆局 | 2032年",
        "| 改造书房 | 省财政厅 | 2033年",
        "| 二、人才培养 | ^ | ^",
        "| 培训馆员 | 省人社厅 | 2034年",
        "以上任务按年度推进，年底前报告落实情况。",
    ];
    assert_eq!(parts(&flow(text)), expected);
}

#[test]
fn a_tab_behind_a_number_makes_no_table() {
    let text = "一、\t总体要求\n推动全民阅读。\n二、\t主要任务\n建设社区书房。\n";
    assert_eq!(parts(&flow(text)).len(), 4, "{:?}", parts(&flow(text)));
}

#[test]
fn rows_without_a_number_of_their_own_stay_rows() {
    let text = "序号\t任务\t单位\n1\t新建书房\t省图书馆局\n\t改造书房\t省财政厅\n2\t培训馆员\t省人社厅\n3\t配送图书\t各市\n";
    assert_eq!(parts(&flow(text))[2], "|  | 改造书房 | 省财政厅");
}
