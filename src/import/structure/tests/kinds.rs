//! Turns documents of other kinds than plans into drafts: an ordinance, a reply, a letter, an emergency plan.
//! Knows nothing of notices and annexes.

use super::{body, draft, outline};

#[test]
fn an_ordinance_has_chapters_and_articles_that_run_on() {
    let draft = draft(
        "某省水渠保护条例
（2031年5月9日某省第九届人民代表大会常务委员会第三次会议通过）
第一章 总则
第一条 为了保护水渠，保障灌溉，根据有关法律，制定本条例。
第二条 本省行政区域内水渠的保护适用本条例。
本条例所称水渠，是指人工开挖的输水通道。
第二章 养护
第三条 县级以上人民政府应当履行下列职责：
（一）编制养护规划；
（二）安排养护经费；
（三）公布渠道名录。
第四条 养护经费依照第三条规定安排。
第三章 附则
第五条 本条例自2031年7月1日起施行。",
    );
    assert_eq!(outline(&draft), ["c1 总则", "c1-1", "c1-2", "c2 养护", "c2-3", "c2-4", "c3 附则", "c3-5"]);
    assert!(body(&draft, "c2-3").contains("（二）安排养护经费；\n（三）公布渠道名录。"));
    assert_eq!(draft.metadata.title.as_deref(), Some("某省水渠保护条例"));
    assert_eq!(draft.metadata.issued.as_deref(), Some("2031-05-09"));
    assert_eq!(draft.clauses[1].number.text(), "第一条");
}

#[test]
fn articles_may_have_their_titles_in_brackets() {
    let draft = draft(
        "某市水渠管理办法
第一条（目的）
为了管好水渠，制定本办法。
第二条（范围）本市水渠适用本办法。
第三条（施行）本办法自2031年起施行。",
    );
    assert_eq!(outline(&draft), ["c1 （目的）", "c2 （范围）", "c3 （施行）"]);
    assert_eq!(body(&draft, "c1"), "为了管好水渠，制定本办法。");
}

#[test]
fn a_reply_has_numbered_paragraphs() {
    let draft = draft(
        "国务院关于同意修建东西引水工程的批复
国函〔2031〕17号
某省人民政府、水利部：
你们关于修建东西引水工程的请示收悉。现批复如下：
一、原则同意《东西引水工程总体方案》（以下简称《方案》），请认真组织实施。
二、《方案》实施要坚持节水优先，处理好左右岸的关系，建成利民的工程。
三、某省人民政府要落实主体责任，明确分工，完善机制，重大事项及时报告。
国务院
2031年6月1日
（此件公开发布）",
    );
    assert_eq!(outline(&draft), ["c0", "c1", "c2", "c3"]);
    assert!(body(&draft, "c2").starts_with("《方案》实施要坚持"));
    assert_eq!(draft.metadata.number.as_deref(), Some("国函〔2031〕17号"));
    assert_eq!(draft.metadata.addressees, ["某省人民政府", "水利部"]);
    assert_eq!(draft.metadata.issuers, ["国务院"]);
    assert_eq!(draft.metadata.issued.as_deref(), Some("2031-06-01"));
}

#[test]
fn a_letter_may_have_no_headings_at_all() {
    let draft = draft(
        "水利部办公厅关于商请提供渠道资料的函
办水函〔2031〕102号
交通运输部办公厅：
为做好渠道普查，商请提供通航渠道资料。
请于五月底前函复我部。
水利部办公厅
二〇三一年四月二日
联系人：略",
    );
    assert_eq!(outline(&draft), ["c0"]);
    assert_eq!(body(&draft, "c0").lines().count(), 2);
    assert_eq!(draft.metadata.issued.as_deref(), Some("2031-04-02"));
    assert_eq!(draft.metadata.addressees, ["交通运输部办公厅"]);
}

#[test]
fn decimal_numbers_lie_in_one_another() {
    let draft = draft(
        "某市渠道险情应急预案
1 总则
1.1 编制目的
规范险情处置。
1.2 适用范围
适用于本市渠道险情。
2 组织体系
2.1 指挥机构
2.1.1 市级指挥机构
设总指挥1名。
2.1.2 现场指挥机构
由2.5万名队员中抽调。
3 附则
本预案由水利局解释。",
    );
    assert_eq!(
        outline(&draft),
        [
            "c1 总则",
            "c1-1 编制目的",
            "c1-2 适用范围",
            "c2 组织体系",
            "c2-1 指挥机构",
            "c2-1-1 市级指挥机构",
            "c2-1-2 现场指挥机构",
            "c3 附则"
        ]
    );
}

#[test]
fn chapters_in_characters_may_have_decimals_below() {
    let draft = draft(
        "某市节水方案
一、目标
1.1 总量目标
总量不增。
1.2 效率目标
效率提高。
二、任务
2.1 修渠
每年修渠。
2.2 清淤
每年清淤。",
    );
    assert_eq!(
        outline(&draft),
        ["c1 目标", "c1-1 总量目标", "c1-2 效率目标", "c2 任务", "c2-1 修渠", "c2-2 清淤"]
    );
}

#[test]
fn a_document_without_numbers_keeps_the_headings_of_its_format() {
    let draft = draft(
        "某市节水倡议
#为什么节水
水少人多。
#怎样节水
随手关水。
查漏补漏。",
    );
    assert_eq!(outline(&draft), ["c1 为什么节水", "c2 怎样节水"]);
    assert_eq!(body(&draft, "c2"), "随手关水。\n查漏补漏。");
}

#[test]
fn parts_hold_chapters() {
    let draft = draft(
        "某省“十五五”水利规划
前 言
规划由此开始。
第一篇 发展环境
第一章 发展基础
基础扎实。
第二章 面临形势
形势复杂。
第二篇 主要任务
第三章 修渠引水
第一节 修渠
修渠百里。
第二节 引水
引水东流。
第四章 保障措施
加强领导。",
    );
    assert_eq!(
        outline(&draft),
        [
            "c0 前 言",
            "c1 发展环境",
            "c1-1 发展基础",
            "c1-2 面临形势",
            "c2 主要任务",
            "c2-3 修渠引水",
            "c2-3-1 修渠",
            "c2-3-2 引水",
            "c2-4 保障措施"
        ]
    );
    assert_eq!(draft.metadata.period, Some((2026, 2030)));
}
