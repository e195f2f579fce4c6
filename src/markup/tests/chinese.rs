//! Turns Chinese texts into HTML: emphasis beside punctuation, lines without spaces, ranges.
//! Knows nothing of English.

use super::*;

/// Lines of one paragraph, and the HTML inside its `<p>`.
const CASES: &[(&str, &str)] = &[
    // Emphasis that begins or ends with a mark, beside a letter.
    ("**《办法》**规定", "<strong>《办法》</strong>规定"),
    ("按照**《办法》**规定", "按照<strong>《办法》</strong>规定"),
    ("**注意：**请", "<strong>注意：</strong>请"),
    ("这是**重点。**后面", "这是<strong>重点。</strong>后面"),
    ("标题**（2025年）**修订", "标题<strong>（2025年）</strong>修订"),
    ("~~删除。~~后", "<del>删除。</del>后"),
    ("保留~~《旧办法》~~新办法", "保留<del>《旧办法》</del>新办法"),
    ("*（一）*总则", "<em>（一）</em>总则"),
    ("见*《通知》*附件", "见<em>《通知》</em>附件"),
    ("***《通知》***附件", "<em><strong>《通知》</strong></em>附件"),
    ("请看***重要：***内容", "请看<em><strong>重要：</strong></em>内容"),
    ("**甲*《乙》*丙**丁", "<strong>甲<em>《乙》</em>丙</strong>丁"),
    ("*甲**《乙》**丙*丁", "<em>甲<strong>《乙》</strong>丙</em>丁"),
    (
        "**到2025年，**建成**30个（含）**中心",
        "<strong>到2025年，</strong>建成<strong>30个（含）</strong>中心",
    ),
    ("**完成率：95%**以上", "<strong>完成率：95%</strong>以上"),
    ("达到**95%**以上", "达到<strong>95%</strong>以上"),
    ("**第一章　总则**：为了", "<strong>第一章　总则</strong>：为了"),
    ("**重点**、**难点**。", "<strong>重点</strong>、<strong>难点</strong>。"),
    ("【**重点**】任务", "【<strong>重点</strong>】任务"),
    ("**【重点】**任务", "<strong>【重点】</strong>任务"),
    ("**「重点」**任务", "<strong>「重点」</strong>任务"),
    // Quotation marks, dashes and dots, which Chinese shares with English.
    ("**“十四五”**规划", "<strong>“十四五”</strong>规划"),
    ("**“十四五”**2025年", "<strong>“十四五”</strong>2025年"),
    ("提出**“一带一路”**倡议", "提出<strong>“一带一路”</strong>倡议"),
    ("WHO**“传统医学”**WHO", "WHO<strong>“传统医学”</strong>WHO"),
    ("**等等……**以及", "<strong>等等……</strong>以及"),
    ("**说明——**本表", "<strong>说明——</strong>本表"),
    // ASCII punctuation beside Chinese letters.
    ("**注意:**请", "<strong>注意:</strong>请"),
    ("国家**(2025)**标准", "国家<strong>(2025)</strong>标准"),
    ("**`代码`**说明", "<strong><code>代码</code></strong>说明"),
    ("参见**[办法](doc:a)**规定", "参见<strong><a href=\"doc:a\">办法</a></strong>规定"),
    ("[**《办法》**规定](doc:a)", "<a href=\"doc:a\"><strong>《办法》</strong>规定</a>"),
    ("\"引号\"和'单'", "&quot;引号&quot;和'单'"),
    ("“引号”和‘单’", "“引号”和‘单’"),
    // What must stay as it is.
    (r"\**《办法》\**规定", "*<em>《办法》*</em>规定"),
    (r"\*\*《办法》\*\*规定", "**《办法》**规定"),
    (r"甲\\**《乙》**丙", r"甲\<strong>《乙》</strong>丙"),
    ("`**《办法》**规定`", "<code>**《办法》**规定</code>"),
    ("** 《办法》**规定", "** 《办法》**规定"),
    ("3*5*（宽）", "3<em>5</em>（宽）"),
    ("甲 * 乙 * 丙", "甲 * 乙 * 丙"),
    ("[甲](a*。b*c)", "<a href=\"a*%E3%80%82b*c\">甲</a>"),
    ("<https://a.cn/x*。y>", "<a href=\"https://a.cn/x*%E3%80%82y\">https://a.cn/x*。y</a>"),
    // A tilde stands for a range.
    ("（1）~（3）和（4）~（6）", "（1）~（3）和（4）~（6）"),
    ("（一）~（三）**重点（四）~（五）**", "（一）~（三）<strong>重点（四）~（五）</strong>"),
    ("约 ~5 年，~10 年", "约 ~5 年，~10 年"),
    ("5~10年，20~30个", "5~10年，20~30个"),
    (r"\~~甲~", "~~甲~"),
    ("2021～2025年", "2021～2025年"),
    // Lines that the author broke.
    ("国家卫生\n健康委", "国家卫生健康委"),
    ("第一，\n第二", "第一，第二"),
    ("他说：\n“好”", "他说：“好”"),
    ("“十四五”\n规划", "“十四五”规划"),
    ("规划\nPlan", "规划 Plan"),
    ("Plan\n规划", "Plan 规划"),
    ("a\nb", "a b"),
    ("2025年\n30个", "2025年 30个"),
    ("**国家**\n**卫生**", "<strong>国家</strong><strong>卫生</strong>"),
    ("国家\n[卫生](dept:nhc)", "国家<a href=\"dept:nhc\">卫生</a>"),
    ("国家\n`卫生`", "国家<code>卫生</code>"),
    ("国家\n**WHO**", "国家 <strong>WHO</strong>"),
    ("国家  \n卫生", "国家<br>\n卫生"),
    ("中\n한국\n어", "中 한국 어"),
    ("に\nほん", "にほん"),
];

#[test]
fn paragraphs() {
    assert!(CASES.len() >= 40);
    for (text, expected) in CASES {
        assert_eq!(zh(text), format!("<p>{expected}</p>\n"), "{text}");
    }
}

#[test]
fn emphasis_in_other_blocks() {
    assert_eq!(
        zh("# **《办法》**解读 {#c1 .a}"),
        "<h1 id=\"c1\" class=\"a\"><strong>《办法》</strong>解读</h1>\n"
    );
    assert_eq!(
        zh("- **注意：**请\n- **《乙》**丙"),
        "<ul>\n<li><strong>注意：</strong>请</li>\n<li><strong>《乙》</strong>丙</li>\n</ul>\n"
    );
    assert_eq!(zh("> **注意：**请"), "<blockquote>\n<p><strong>注意：</strong>请</p>\n</blockquote>\n");
    assert_eq!(zh(">*重点*"), "<blockquote>\n<p><em>重点</em></p>\n</blockquote>\n");
    assert_eq!(
        zh("|甲|乙|\n|-|-|\n|**《丙》**丁|*戊*|"),
        "<table>\n<thead>\n<tr><th scope=\"col\">甲</th><th scope=\"col\">乙</th></tr>\n</thead>\n<tbody>\n\
         <tr><td><strong>《丙》</strong>丁</td><td><em>戊</em></td></tr>\n</tbody>\n</table>\n"
    );
    let note = zh("甲[^一]\n\n[^一]: **《乙》**丙");
    assert!(note.contains("<strong>《乙》</strong>丙"), "{note}");
}

#[test]
fn code_keeps_every_character() {
    assert_eq!(
        zh("```\n**《办法》**规定\n~~删。~~后\n```"),
        "<pre><code>**《办法》**规定\n~~删。~~后\n</code></pre>\n"
    );
    assert_eq!(zh("    **《办法》**规定"), "<pre><code>**《办法》**规定\n</code></pre>\n");
    assert_eq!(zh("~~~《甲》\nx\n~~~"), "<pre><code class=\"language-《甲》\">x\n</code></pre>\n");
    assert_eq!(
        zh(">~~~甲\n>x\n>~~~"),
        "<blockquote>\n<pre><code class=\"language-甲\">x\n</code></pre>\n</blockquote>\n"
    );
}

#[test]
fn references_with_marks_in_their_labels() {
    assert_eq!(
        zh("[**《甲》**乙]\n\n[**《甲》**乙]: /x"),
        "<p><a href=\"/x\"><strong>《甲》</strong>乙</a></p>\n"
    );
}

#[test]
fn lines_in_quotations_join() {
    assert_eq!(zh("> 国家\n> 卫生\n健康"), "<blockquote>\n<p>国家卫生健康</p>\n</blockquote>\n");
    assert_eq!(
        zh("甲[^1]\n乙\n[^1]\n\n[^1]: 丙").lines().next(),
        Some(
            "<p>甲<sup id=\"fnref-1\"><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup>乙<sup id=\"fnref-1-2\"><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup></p>"
        )
    );
    assert_eq!(zh("甲 <!-- 注 -->\n乙"), "<p>甲 乙</p>\n");
}

#[test]
fn english_keeps_its_own_marks() {
    assert_eq!(en("said\n“yes”\n— he"), "<p>said “yes” — he</p>\n");
    assert_eq!(en("a**“b”**c"), "<p>a**“b”**c</p>\n");
    assert_eq!(en("the **《办法》**Measures"), "<p>the <strong>《办法》</strong>Measures</p>\n");
}
