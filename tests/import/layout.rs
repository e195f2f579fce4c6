//! Turns broken layouts into paragraphs: wrapped lines, pages, heads, spaces, widths.
//! Knows nothing of what is made of the paragraphs.

use super::{flow, left, manuscript, parts};
use diptych::import::flow::Left;
use diptych::import::repair::repair;

/// Every line is followed by a blank one; paragraphs end with a space behind the line.
const WRAPPED: &str = "河川省图书馆局 推动“书香一条街”建设工作领导

小组办公室关于印发《推进社区书房高质量融入

“书香一条街”建设规划（2031—2035 年）》的通知 

河图发〔2031〕6号 

各市图书馆局、推动“书香一条街”建设工作领导小组办公室，各县（市、区）图书馆

局： 

为推进社区书房高质量发展，河川省图书馆局和推动“书香一条街”建设工作领导

小组办公室共同制定了本规划。现印发给你们，请结合实际认真抓好落实，做好宣传。

各市要在每年年底以前报告落实情况，重要情况随时报告，不得迟报、漏报、瞒报。 

一、总体要求 

到 2035年，全省建成 360个社区书房，组织 1200 名馆员培训，建成率达到 98.5%

以上，与 16个友好城市建立馆际合作，完善 ISBN 编目规则，读者满意度明显提高。 



二、主要任务 

(一)建设书房。合理布局社区书房，方便群众就近借阅图书、参加活动，推动全社会



形成爱读书、读好书、善读书的良好风尚,提高服务水平。 

";

#[test]
fn lines_that_each_have_a_blank_line_behind_them_are_joined() {
    let expected = [
        "河川省图书馆局 推动“书香一条街”建设工作领导小组办公室关于印发《推进社区书房高质量融入“书香一条街”建设规划（2031—2035年）》的通知",
        "河图发〔2031〕6号",
        "各市图书馆局、推动“书香一条街”建设工作领导小组办公室，各县（市、区）图书馆局：",
        "为推进社区书房高质量发展，河川省图书馆局和推动“书香一条街”建设工作领导小组办公室共同制定了本规划。现印发给你们，请结合实际认真抓好落实，做好宣传。各市要在每年年底以前报告落实情况，重要情况随时报告，不得迟报、漏报、瞒报。",
        "一、总体要求",
        "到2035年，全省建成360个社区书房，组织1200名馆员培训，建成率达到98.5%以上，与16个友好城市建立馆际合作，完善ISBN编目规则，读者满意度明显提高。",
        "二、主要任务",
        "（一）建设书房。合理布局社区书房，方便群众就近借阅图书、参加活动，推动全社会形成爱读书、读好书、善读书的良好风尚，提高服务水平。",
    ];
    assert_eq!(parts(&flow(WRAPPED)), expected);
}

#[test]
fn where_lines_are_indented_the_indent_begins_a_paragraph() {
    let first = "　　社区书房是公共文化服务体系的重要组成部分，是群众就近读书学习的地方，也是城\n";
    let inner = "乡文化生活的重要场所，各级图书馆要把社区书房纳入总分馆体系，统一编目、统一借还，\n";
    let full_stop = "　　各市要落实人员和经费，鼓励社会力量参与建设，及时总结好的做法和经验，加强宣传。\n";
    let goes_on = "各市要落实人员和经费，鼓励社会力量参与建设，及时总结好的做法和经验，做好宣传引导。\n";
    let last = "推动资源向基层倾斜。\n";
    let begins = "　　省图书馆局负责统筹协调和督促检查，建立健全工作台账，定期通报各地的工作进展情\n";
    let paragraphs = [
        [first, inner, goes_on, inner, last].concat(),
        full_stop.to_owned(),
        [first, inner, inner, goes_on, last].concat(),
        [begins, inner, last].concat(),
        [first, inner, last].concat(),
    ];
    let found = parts(&flow(&paragraphs.concat()));
    let expected = paragraphs.map(|lines| lines.replace(['\n', '\u{3000}'], ""));
    assert_eq!(found, expected);
}

#[test]
fn whole_paragraphs_stay_and_those_that_a_page_cut_are_mended() {
    let text = "一、建设书房\n\n\
                （一）合理布局。要围绕群众需求，合理布局社区书房，把书房建在群众家门口，方便老年人和少年儿童就近借阅图\n\n\
                书、参加读书活动。\n\n\
                （二）落实经费。牵头单位：\n\n\
                牵头单位：省图书馆局、省财政厅\n\n\
                参与单位：各市图书馆局\n\n\
                鼓励社会力量参与社区书房建设，支持企业冠名，对捐建、认领、共建社区书房的单位和个人按照国家规定给予表彰，支持\n\n\
                （流动书房）进村入户，丰富农村文化生活。\n\n\
                河川省图书馆局\n2031年4月2日\n\n（此件公开发布）\n";
    let found = parts(&flow(text));
    assert_eq!(
        found[1],
        "（一）合理布局。要围绕群众需求，合理布局社区书房，把书房建在群众家门口，方便老年人和少年儿童就近借阅图书、参加读书活动。"
    );
    assert_eq!(found[3..5], ["牵头单位：省图书馆局、省财政厅", "参与单位：各市图书馆局"]);
    assert!(
        found[5].ends_with("支持（流动书房）进村入户，丰富农村文化生活。"),
        "a bracket is no number: {found:#?}"
    );
    assert_eq!(found[6..], ["河川省图书馆局", "2031年4月2日", "（此件公开发布）"]);
}

#[test]
fn page_numbers_running_heads_and_contents_are_no_text() {
    let page = |number: usize, body: &str| format!("河川省社区书房规划\n{body}\n— {number} —\n\u{c}");
    let line = "推动社区书房与学校、医院、车站、景区等场所共建共享，为读者提供更加便捷、更加温馨的服务，打造";
    let text = format!(
        "目　录\n一、总体要求\t1\n二、主要任务……………2\n{}{}{}",
        page(1, &format!("一、总体要求\n{line}\n")),
        page(2, &format!("十五分钟阅读圈。\n二、主要任务\n{line}\n")),
        page(3, "城市书房品牌。\n推动书房数字化。\n[bookmark: _Toc12345]加强馆员培训。\n"),
    );
    let manuscript = manuscript("file.txt", text.as_bytes()).unwrap();
    let flow = repair(&manuscript);
    let expected = [
        "一、总体要求".to_owned(),
        format!("{line}十五分钟阅读圈。"),
        "二、主要任务".to_owned(),
        format!("{line}城市书房品牌。"),
        "推动书房数字化。".to_owned(),
        "加强馆员培训。".to_owned(),
    ];
    assert_eq!(parts(&flow), expected);
    let layout = left(&manuscript, &flow, Left::Layout);
    for gone in ["目　录", "二、主要任务……………2", "河川省社区书房规划", "— 2 —", "[bookmark: _Toc12345]"]
    {
        assert!(layout.contains(&gone), "{gone}: {layout:?}");
    }
}

#[test]
fn labels_that_come_back_under_each_item_are_text() {
    let item = |name: &str| {
        format!("（一）{name}\n建设目标\n建成一批书房。\n建设任务\n一是选址。二是装修。三是配书。\n")
    };
    let text = ["甲市", "乙市", "丙市", "丁市"].map(item).concat();
    let found = parts(&flow(&text));
    assert_eq!(found.iter().filter(|line| *line == "建设目标").count(), 4, "{found:#?}");
}

#[test]
fn spaces_and_widths_are_put_right_and_nothing_else() {
    let cases = [
        ("建成 ３０ 个书房,覆盖１２个县(市、区):其中", "建成30个书房，覆盖12个县（市、区）：其中"),
        (
            "落实《中共河川省委 河川省人民政府关于读书的意见》",
            "落实《中共河川省委 河川省人民政府关于读书的意见》",
        ),
        ("河川省图书馆局 关于读书的 “三个一”行动", "河川省图书馆局关于读书的“三个一”行动"),
        ("附 件", "附件"),
        ("1. 加强培训", "1. 加强培训"),
        ("下午 3:30 至 5:00，约 1,200 人", "下午3:30至5:00，约1,200人"),
        (
            "《落实<读书规划>的分工》（APEC）IFLA annual report",
            "《落实<读书规划>的分工》（APEC）IFLA annual report",
        ),
        ("满意率(%)为 98％", "满意率（%）为98％"),
    ];
    for (before, after) in cases {
        assert_eq!(parts(&flow(before)), [after], "{before}");
    }
}

#[test]
fn a_space_goes_where_the_same_words_stand_without_it() {
    let text = "关于印发《河川市 社区书房规划》的通知\n\n为建好书房，制定《河川市社区书房规划》。\n";
    assert_eq!(parts(&flow(text))[0], "关于印发《河川市社区书房规划》的通知");
}

#[test]
fn what_nobody_sees_is_removed() {
    let text = "建成\u{0}书\u{202e}房\u{200b}30\u{feff}个。";
    assert_eq!(parts(&flow(text)), ["建成书房30个。"]);
}

#[test]
fn leading_spaces_are_no_code() {
    assert_eq!(
        parts(&flow("牵头单位：省图书馆局\n    参与单位：省财政厅\n\t各市图书馆局\n")),
        ["牵头单位：省图书馆局", "参与单位：省财政厅", "各市图书馆局"]
    );
}

#[test]
fn latin_words_keep_the_space_of_a_line_end() {
    let line = "The provincial library bureau will build new community reading rooms in every county and";
    let text = format!("{line}\n").repeat(12);
    let found = parts(&flow(&text));
    assert!(found[0].contains("county and The provincial"), "{found:#?}");
}
