//! Turns notices into drafts: with a plan behind them, being the plan themselves, forwarding one, with annexes.
//! Knows nothing of the numbering inside plans.

use super::{body, draft, outline};

#[test]
fn a_covering_notice_stands_before_its_plan() {
    let draft = draft(
        "水利部 推进“节水中国”工作领导小组办公室关于印发《节水工程方案（2031—2035年）》的通知
水节国发〔2031〕6号
各省、自治区、直辖市和计划单列市水利厅、节水办，某生产建设兵团水利局：
为了节水，现印发给你们，请认真执行。
附件：1.节水工程方案
2.重点任务分工
水利部
推进“节水中国”工作领导小组办公室
2031年12月31日
节水工程方案
（2031—2035年）
为落实节水要求，制定本方案。
一、背景
水少。
二、任务
水要省着用。",
    );
    assert_eq!(outline(&draft), ["n", "c0", "c1 背景", "c2 任务"]);
    assert_eq!(body(&draft, "c0"), "为落实节水要求，制定本方案。");
    let metadata = &draft.metadata;
    assert_eq!(metadata.title.as_deref(), Some("节水工程方案（2031—2035年）"));
    assert_eq!(metadata.number.as_deref(), Some("水节国发〔2031〕6号"));
    assert_eq!(metadata.issuers, ["水利部", "推进“节水中国”工作领导小组办公室"]);
    assert_eq!(metadata.addressees.len(), 3);
    assert_eq!(metadata.addressees[0], "各省、自治区、直辖市和计划单列市水利厅");
    assert_eq!(metadata.issued.as_deref(), Some("2031-12-31"));
    assert_eq!(metadata.period, Some((2031, 2035)));
}

#[test]
fn a_notice_may_be_the_plan_itself() {
    let draft = draft(
        "某自治区水利厅
某自治区水利厅
某水（牧）综合字〔2031〕254号
某自治区水利厅关于推进牧区（草原）节水的通知
各盟市水利局，厅直属相关单位：
为节水，现将有关事项通知如下。
一、明确目标
（一）统筹兼顾，突出重点。以节水为先。
（二）内外协同，注重实效，提升牧区（草原）节水的水平和影响力。要整合资源。
二、落实任务
（一）探索牧区（草原）节水中心。
鼓励建设牧区
（草原）节水旅游点，加快节水。
（二）做大节水产业。做大做强。
某自治区水利厅
2031年9月29日
（此件主动公开）",
    );
    assert_eq!(
        outline(&draft),
        [
            "c0",
            "c1 明确目标",
            "c1-1 统筹兼顾，突出重点",
            "c1-2 内外协同，注重实效，提升牧区（草原）节水的水平和影响力",
            "c2 落实任务",
            "c2-1 探索牧区（草原）节水中心",
            "c2-2 做大节水产业"
        ]
    );
    let metadata = &draft.metadata;
    assert_eq!(metadata.title.as_deref(), Some("某自治区水利厅关于推进牧区（草原）节水的通知"));
    assert_eq!(metadata.number.as_deref(), Some("某水（牧）综合字〔2031〕254号"));
    assert_eq!(metadata.issuers, ["某自治区水利厅"]);
    assert_eq!(metadata.addressees, ["各盟市水利局", "厅直属相关单位"]);
    assert_eq!(metadata.period, None);
}

#[test]
fn a_forwarded_opinion_is_the_plan() {
    let draft = draft(
        "国务院办公厅转发水利部关于加强渠道养护意见的通知
国办函〔2031〕33号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
水利部《关于加强渠道养护的意见》已经国务院同意，现转发给你们，请结合实际贯彻落实。
国务院办公厅
2031年3月1日
（此件公开发布）
关于加强渠道养护的意见
水利部
（2031年2月）
渠道养护事关灌溉。现提出以下意见：
一、总体要求
养护为先。
二、重点任务
（一）清淤。每年清淤。
（二）护坡。每年护坡。",
    );
    assert_eq!(outline(&draft), ["n", "c0", "c1 总体要求", "c2 重点任务", "c2-1 清淤", "c2-2 护坡"]);
    assert_eq!(draft.metadata.title.as_deref(), Some("关于加强渠道养护的意见"));
    assert_eq!(draft.metadata.issuers, ["国务院办公厅"]);
    assert_eq!(draft.metadata.issued.as_deref(), Some("2031-03-01"));
    assert_eq!(draft.metadata.addressees[0], "各省、自治区、直辖市人民政府");
}

#[test]
fn annexes_follow_the_plan() {
    let draft = draft(
        "某市水务局关于做好渠道普查的通知
各区水务局：
一、普查范围
全市渠道。
二、普查时间
今年五月。
附件：1. 普查表
2. 分工表
某市水务局
2031年4月1日
附件1
渠道普查表
一、填表说明
如实填写。
附件2
分工表
序号|任务|责任单位
1|清淤|市水务局",
    );
    assert_eq!(
        outline(&draft),
        ["c1 普查范围", "c2 普查时间", "a1 渠道普查表", "a1-1 填表说明", "a2 分工表"]
    );
    assert_eq!(draft.clauses[2].number.text(), "附件1");
    assert_eq!(body(&draft, "a2"), "|");
}

#[test]
fn a_plan_that_is_called_an_annex_is_the_plan() {
    let draft = draft(
        "关于印发《某市渠道养护办法》的通知
各区水务局：
现印发给你们。
附件：某市渠道养护办法
某市水务局
2031年4月1日
附件
某市渠道养护办法
第一条 为了养护，制定本办法。
第二条 养护渠道。",
    );
    assert_eq!(outline(&draft), ["n", "c1", "c2"]);
    assert_eq!(draft.metadata.title.as_deref(), Some("某市渠道养护办法"));
}

#[test]
fn the_header_of_a_page_is_metadata() {
    let draft = draft(
        "索 引 号：|000014/2031-7|主题分类：|水利
发文机关：|水利部|成文日期：|2031年02月10日
标　题：|水利部关于加强节水的意见|^|^
发文字号：|水发〔2031〕3号|发布日期：|2031年02月28日
水利部关于加强节水的意见
水发〔2031〕3号
各省水利厅：
一、节水。水要省着用。
二、护水。水要护着用。",
    );
    let metadata = &draft.metadata;
    assert_eq!(metadata.number.as_deref(), Some("水发〔2031〕3号"));
    assert_eq!(metadata.issuers, ["水利部"]);
    assert_eq!(
        (metadata.issued.as_deref(), metadata.published.as_deref()),
        (Some("2031-02-10"), Some("2031-02-28"))
    );
    assert_eq!(outline(&draft), ["c1 节水", "c2 护水"]);
}

#[test]
fn several_ministries_may_sign_and_names_may_be_spread() {
    let draft = draft(
        "国家发展改革委
财政部
关于印发《灌溉工程方案》的通知
发改农〔2032〕71号
有关省、自治区、直辖市发展改革委、财政厅（局）：
现印发给你们。
国家发展改革委
财　政　部
2032年8月1日
灌溉工程方案
一、背景
水少。
二、任务
修渠。",
    );
    assert_eq!(outline(&draft), ["n", "c1 背景", "c2 任务"]);
    assert_eq!(draft.metadata.issuers, ["国家发展改革委", "财政部"]);
    assert_eq!(draft.metadata.addressees, ["有关省、自治区、直辖市发展改革委", "财政厅（局）"]);
    assert_eq!(body(&draft, "n"), "现印发给你们。");
}

#[test]
fn two_annexes_with_one_number_have_two_ids() {
    let draft = draft(
        "某市水务局关于普查的通知
各区水务局：
一、范围
全市。
二、时间
五月。
某市水务局
2031年4月1日
附件2
普查表
填表。
附件2
登记表
登记。",
    );
    assert_eq!(outline(&draft), ["c1 范围", "c2 时间", "a2 普查表", "a3 登记表"]);
}

#[test]
fn a_remark_below_the_signature_is_no_plan() {
    let draft = draft(
        "关于做好供水工作的通知
各街道办事处，区各有关部门：
一、提高认识
供水要紧。
二、压实责任
各负其责。
某区水务局
二〇三一年九月三日
（联系人：略）
以上请知悉",
    );
    assert_eq!(outline(&draft), ["c1 提高认识", "c2 压实责任"]);
    assert_eq!(draft.metadata.issued.as_deref(), Some("2031-09-03"));
}
