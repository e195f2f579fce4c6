//! Turns web pages into flows, and hostile ones into refusals.
//! Knows nothing of any site.

use super::{left, manuscript, parts};
use diptych::import::flow::Left;
use diptych::import::manuscript::HIDDEN;
use diptych::import::read::Refusal;
use diptych::import::repair::repair;

const PAGE: &str = r#"<!DOCTYPE html><html><head><meta charset="gb2312">
<title>河川省人民政府关于建设社区书房的意见_河川省人民政府</title><script>document.write("<div>不是正文，不是正文。")</script></head><body>
<div class="top"><a href="/">首页</a> | <a href="/x">政务公开</a> | <a href="/y">互动交流</a></div>
<div><ul><li><a>要闻</a></li><li><a>政策</a></li><li><a>数据</a></li></ul></div>
<div class="wrap"><table><tr><td>索 引 号：</td><td>HC-2031-07</td><td>发文机关：</td><td>河川省人民政府</td></tr>
<tr><td>发文字号：</td><td>河政发〔2031〕7号</td><td>成文日期：</td><td>2031年3月5日</td></tr></table>
<h1>河川省人民政府关于建设社区书房的意见</h1>
<div>【字体：<a>大</a> <a>中</a> <a>小</a>】 <a>打印</a> <a>关闭</a></div>
<div id="x"><p>各市人民政府，省政府各部门：</p>
<p>&emsp;&emsp;为建设社区书房，方便群众借阅，现提出以下意见，请认真执行。</p>
<p><strong>一、总体要求</strong></p>
<p>　　到2033年，全省建成社区书房120个，每千人口藏书
达到800册，读者满意，<span style="display: none">内部</span>服务完善。<br>　　二是加强馆员培训，提高服务水平。</p>
<ol><li>新建书房，改造书屋。</li><li>配送图书，开展活动。</li></ol>
<table><tr><th rowspan="2">类别</th><th colspan="2">指标</th></tr><tr><td>名称</td><td>值</td></tr>
<tr><td>设施</td><td><p>书房数</p><p>（个）</p></td><td>120</td></tr></table>
<p>本意见自发布之日起施行，有效期五年，由省图书馆局负责解释。</p><p>河川省人民政府</p><p>2031年3月5日</p></div>
<div><h3>相关链接</h3><ul><li><a>关于书房的问答</a></li><li><a>一图读懂社区书房</a></li><li><a>新闻发布会</a></li></ul></div></div>
<div class="footer">主办：河川省人民政府办公厅　备案编号：河备00001号</div></body></html>"#;

#[test]
fn the_document_of_a_page_is_read_and_the_site_around_it_is_not() {
    let bytes = encoding_rs::GB18030.encode(PAGE).0;
    let manuscript = manuscript("content_123.html", &bytes).unwrap();
    let flow = repair(&manuscript);
    let expected = [
        "| 索引号： | HC-2031-07 | 发文机关： | 河川省人民政府",
        "| 发文字号： | 河政发〔2031〕7号 | 成文日期： | 2031年3月5日",
        "#1 河川省人民政府关于建设社区书房的意见",
        "各市人民政府，省政府各部门：",
        "为建设社区书房，方便群众借阅，现提出以下意见，请认真执行。",
        "一、总体要求",
        "到2033年，全省建成社区书房120个，每千人口藏书达到800册，读者满意，服务完善。",
        "二是加强馆员培训，提高服务水平。",
        "1.新建书房，改造书屋。",
        "2.配送图书，开展活动。",
        "| 类别 | 指标 | ^",
        "| ^ | 名称 | 值",
        "| 设施 | 书房数（个） | 120",
        "本意见自发布之日起施行，有效期五年，由省图书馆局负责解释。",
        "河川省人民政府",
        "2031年3月5日",
    ];
    assert_eq!(parts(&flow), expected);
    assert_eq!(manuscript.encoding, "GB18030");
    assert_eq!(left(&manuscript, &flow, Left::Unplaced(HIDDEN)), ["内部"]);
    let chrome = left(&manuscript, &flow, Left::Layout).concat();
    assert!(chrome.contains("一图读懂") && chrome.contains("主办：") && chrome.contains("打印"), "{chrome}");
    assert!(!manuscript.text.contains("document.write"));
}

#[test]
fn a_page_whose_text_stands_in_a_table_of_the_layout_is_read() {
    let body = "<p>为建设社区书房，方便群众借阅，提出以下意见。</p>".repeat(40);
    let page =
        format!("<html><body><table><tr><td><a>首页</a></td><td>{body}</td></tr></table></body></html>");
    let found = parts(&repair(&manuscript("x.htm", page.as_bytes()).unwrap()));
    assert_eq!(found.len(), 40, "{found:?}");
}

#[test]
fn what_would_take_a_parser_too_long_is_refused() {
    let page = |body: &str| format!("<html><body>{body}");
    let unclosed: String = (0..300).map(|number| format!("<b a={number}>")).collect();
    let attributes: String = (0..5_000).map(|number| format!(" a{number}=1")).collect();
    let deep = [page(&"<div>".repeat(100_000)), page(&format!("{unclosed}{}", "<p>x".repeat(50_000)))];
    for hostile in deep {
        assert_eq!(manuscript("x.html", hostile.as_bytes()), Err(Refusal::TooDeep { limit: 400 }));
    }
    let hostile = page(&format!("<p{attributes}>x"));
    assert!(matches!(manuscript("x.html", hostile.as_bytes()), Err(Refusal::Damaged { .. })));
    let sound = page(&format!("<div>{}书房。</div>", "<p>建设<br>".repeat(20_000)));
    assert!(manuscript("x.html", sound.as_bytes()).is_ok());
}
