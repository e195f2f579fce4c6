//! Turns documents whose headings are glued or lost into drafts: inline headings, gaps, stray lines.
//! Knows nothing of how copies were told apart.

use super::{body, draft, outline};
use crate::import::structure;

/// Four items with the same labels; the first chapter is whole.
const GLUED: &str = "水利部关于印发节水工程方案的通知发布日期:2031-03-02水利部关于印发节水工程方案的通知国水发〔2031〕4号各省、自治区水利厅：《节水工程方案》已经同意，现印发给你们。
水利部2031年2月20日（此件公开发布）节水工程方案节水是大事，制定本方案。一、总体要求（一）指导思想。节水为先。（二）基本原则。量水而行，以水定城。水多则多用。开源节流，节流优先。先节后调。（三）建设目标。到2035年，渠网成形。二、引水提升工程着力修渠引水，健全渠网，扩大面积，提高能力，推动上下游、左右岸、干支流协同治理，保障城乡供水安全。（一）修渠建设。1.建设目标。渠长千里。2.建设任务。一是修干渠。二是修支渠。3.配套措施。落实经费。4.部门分工。水利部、财政部等负责，排第一位的为牵头单位，下同。
（二）养渠建设。1.建设目标。渠清岸绿。2.建设任务。清淤百里。3.配套措施。落实人员。4.部门分工。水利部、农业农村部等负责。三、护水提升工程重点保护水源，清理河道，涵养湿地，修复生态，推动流域上下协同，让人民群众喝上放心的水，用上放心的水。
~
养护人才梯队初步建成。2.建设任务。培训千人。4.部门分工。水利部、教育部等负责。（二）水源建设。1.建设目标。水源清洁。2.建设任务。
~
各地要支持水源保护。4.部门分工。水利部、生态环境部等负责。";

#[test]
fn glued_headings_come_apart_and_lost_ones_are_inferred() {
    let draft = draft(GLUED);
    assert_eq!(
        outline(&draft),
        [
            "n",
            "c0",
            "c1 总体要求",
            "c1-1 指导思想",
            "c1-2 基本原则",
            "c1-2-a 量水而行，以水定城",
            "c1-2-b 开源节流，节流优先",
            "c1-3 建设目标",
            "c2 引水提升工程",
            "c2-1 修渠建设",
            "c2-1-1 建设目标",
            "c2-1-2 建设任务",
            "c2-1-3 配套措施",
            "c2-1-4 部门分工",
            "c2-2 养渠建设",
            "c2-2-1 建设目标",
            "c2-2-2 建设任务",
            "c2-2-3 配套措施",
            "c2-2-4 部门分工",
            "c3… 护水提升工程",
            "c3-1?…",
            "c3-1-1?…",
            "c3-1-2 建设任务",
            "c3-1-4 部门分工",
            "c3-2 水源建设",
            "c3-2-1 建设目标",
            "c3-2-2… 建设任务",
            "c3-2-3?…",
            "c3-2-4 部门分工"
        ]
    );
    assert_eq!(body(&draft, "c3-1-1"), "养护人才梯队初步建成。");
    assert_eq!(body(&draft, "c3-2-3"), "各地要支持水源保护。");
    assert!(body(&draft, "c2").starts_with("着力修渠引水"));
    let metadata = &draft.metadata;
    assert_eq!(metadata.title.as_deref(), Some("节水工程方案"));
    assert_eq!(metadata.number.as_deref(), Some("国水发〔2031〕4号"));
    assert_eq!(metadata.issuers, ["水利部"]);
    assert_eq!(
        (metadata.issued.as_deref(), metadata.published.as_deref()),
        (Some("2031-02-20"), Some("2031-03-02"))
    );
}

#[test]
fn a_chapter_that_is_lost_with_its_first_section_is_inferred() {
    let labels = "1.建设目标。成网。2.建设任务。修渠。3.配套措施。经费。";
    let draft = draft(&format!(
        "节水方案
一、修渠（一）干渠。{labels}（二）支渠。{labels}二、试点（一）示范区。{labels}
~
选若干城市试点。3.配套措施。水利部要加强指导。
~
各地要强化责任。（二）资金保障。落实资金。
~
完善内控。（四）宣传解读。加强宣传。"
    ));
    let outline = outline(&draft);
    let tail: Vec<&str> = outline.iter().skip(12).map(String::as_str).collect();
    assert_eq!(
        tail,
        [
            "c2-1-1 建设目标",
            "c2-1-2 建设任务",
            "c2-1-3… 配套措施",
            "c2-2?…",
            "c2-2-2?…",
            "c2-2-3… 配套措施",
            "c3?…",
            "c3-1?…",
            "c3-2… 资金保障",
            "c3-3?…",
            "c3-4 宣传解读"
        ]
    );
}

#[test]
fn whatever_comes_in_every_byte_is_placed_once() {
    for text in [
        "",
        "（一）",
        "一、",
        "1.",
        "第一条",
        "附件",
        "2031年5月1日",
        "|",
        "~\n~\n（二）",
        "#\n#a",
        "：",
        "（一）（一）（一）",
    ] {
        draft(text);
    }
}

#[test]
fn titles_in_paragraphs_leave_the_ids_of_printed_headings_alone() {
    let draft = draft("一、修渠\n一是挖渠。渠要深。\n二是砌渠。渠要牢。\n1.管护\n清淤。\n2.巡查\n巡河。");
    assert_eq!(outline(&draft), ["c1 修渠", "c1-a 挖渠", "c1-b 砌渠", "c1-1 管护", "c1-2 巡查"]);
}

proptest::proptest! {
    #[test]
    fn every_byte_of_a_flow_is_placed_once(
        lines in proptest::collection::vec("[一二三、（）0-9.．第章条是节水工程关于通知的附件：。，；《》a|~# \n]{0,24}", 0..24)
    ) {
        draft(&lines.join("\n"));
    }

    #[test]
    fn ids_are_unique(lines in proptest::collection::vec("(一、|二、|（一）|（二）|1\\.|2\\.|第一条|3\\.1|注：|~)?[水渠：。]{0,6}", 0..40)) {
        let draft = structure::draft(&crate::import::fixture::flow(&lines.join("\n")));
        let mut ids: Vec<&str> = draft.clauses.iter().map(|clause| clause.id.as_str()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        proptest::prop_assert_eq!(ids.len(), count);
    }
}
