//! Turns texts with faults into documents that are safe to show, and their faults.
//! Knows nothing of how faults are worded.

use super::*;

fn dangerous(scheme: &str) -> FaultKind {
    FaultKind::DangerousLink(scheme.to_owned())
}

#[test]
fn html_is_shown_as_typed() {
    let text = "甲<b>乙</b>";
    assert_eq!(zh(text), "<p>甲&lt;b&gt;乙&lt;/b&gt;</p>\n");
    assert_eq!(faults(text), [(FaultKind::RawHtml, "<b>"), (FaultKind::RawHtml, "</b>")]);
    let text = "<div onclick=\"x\">\n甲 & 乙\n</div>\n\n丙";
    assert_eq!(zh(text), "<p>&lt;div onclick=&quot;x&quot;&gt;\n甲 &amp; 乙\n&lt;/div&gt;</p>\n<p>丙</p>\n");
    assert_eq!(faults(text), [(FaultKind::RawHtml, "<div onclick=\"x\">\n甲 & 乙\n</div>")]);
    assert_eq!(zh("<script>x</script>"), "<p>&lt;script&gt;x&lt;/script&gt;</p>\n");
}

#[test]
fn comments_are_left_out() {
    for text in ["<!-- 注 -->", "<!-- 注\n\n注 -->\n", "<!-- 注 -->\r\n"] {
        assert_eq!((zh(text), faults(text)), (String::new(), vec![]), "{text:?}");
    }
    assert_eq!(zh("甲<!-- 注 -->乙"), "<p>甲乙</p>\n");
    assert_eq!(zh("<!-- 注 --> <b>甲</b>"), "<p>&lt;!-- 注 --&gt; &lt;b&gt;甲&lt;/b&gt;</p>\n");
    assert_eq!(zh("- <!-- 注 -->\n- 甲"), "<ul>\n<li></li>\n<li>甲</li>\n</ul>\n");
    assert_eq!(faults("甲<!-- 注 -->"), []);
}

#[test]
fn a_dangerous_link_becomes_its_words() {
    for (text, scheme) in [
        ("[甲 **乙**](javascript:alert)", "javascript"),
        ("[甲 **乙**](JavaScript:alert)", "javascript"),
        ("[甲 **乙**](<java&#10;script:alert>)", "javascript"),
        ("[甲 **乙**](&#1;javascript:alert)", "javascript"),
        ("[甲 **乙**](javascript&colon;alert)", "javascript"),
        ("[甲 **乙**](vbscript:x)", "vbscript"),
        ("[甲 **乙**](data:text/html,x)", "data"),
        ("[甲 **乙**](file:///etc/passwd)", "file"),
        ("[甲 **乙**](ministry:nhc)", "ministry"),
    ] {
        assert_eq!(zh(text), "<p>甲 <strong>乙</strong></p>\n", "{text}");
        assert_eq!(faults(text), [(dangerous(scheme), text)], "{text}");
    }
    assert_eq!(zh("前[甲](x:)后"), "<p>前甲后</p>\n");
    let text = "[甲]\n\n[甲]: javascript:x";
    assert_eq!((zh(text), faults(text)), ("<p>甲</p>\n".to_owned(), vec![(dangerous("javascript"), "[甲]")]));
    assert_eq!(zh("<javascript:x>"), "<p>javascript:x</p>\n");
    assert_eq!(zh("![甲](data:image/png,x)"), "<p>甲</p>\n");
    assert_eq!(faults("甲![](data:x)"), [(dangerous("data"), "![](data:x)")]);
}

#[test]
fn safe_links_stay() {
    for target in
        ["https://a.cn", "/zh/", "#c1", "../a", "mailto:a@b.cn", "tel:010", "plan:p#c1", "target:p/t"]
    {
        let text = format!("[甲]({target})");
        assert_eq!(zh(&text), format!("<p><a href=\"{target}\">甲</a></p>\n"));
        assert_eq!(faults(&text), [], "{target}");
    }
    assert_eq!(zh("[甲<https://a.cn>](/)"), "<p><a href=\"/\">甲https://a.cn</a></p>\n");
    assert_eq!(zh("<a@b.cn>"), "<p><a href=\"mailto:a@b.cn\">a@b.cn</a></p>\n");
}

#[test]
fn an_image_needs_words() {
    assert_eq!(faults("![](a.png)"), [(FaultKind::ImageWithoutAlt, "![](a.png)")]);
    assert_eq!(faults("甲 ![ ](a.png)"), [(FaultKind::ImageWithoutAlt, "![ ](a.png)")]);
    assert_eq!(faults("![甲](a.png)"), []);
}

#[test]
fn the_sentinel_is_left_out() {
    let text = "甲\u{E000}乙**《丙》**丁`\u{E000}`[\u{E000}](\u{E000}a)";
    assert_eq!(zh(text), "<p>甲乙<strong>《丙》</strong>丁<code></code><a href=\"a\"></a></p>\n");
    assert_eq!(faults(text), vec![(FaultKind::PrivateUse, "\u{E000}"); 4]);
}

#[test]
fn a_null_is_replaced() {
    assert_eq!(
        zh("甲\0乙 `\0` ![\0](a)"),
        "<p>甲\u{FFFD}乙 <code>\u{FFFD}</code> <img src=\"a\" alt=\"\u{FFFD}\"></p>\n"
    );
    assert_eq!(zh("```\0\n\0\n```"), "<pre><code class=\"language-\u{FFFD}\">\u{FFFD}\n</code></pre>\n");
}

#[test]
fn a_note_that_nothing_refers_to() {
    assert_eq!(faults("甲[^1]\n\n[^1]: 乙\n\n[^2]: 丙"), [(FaultKind::UnusedFootnote, "[^2]: 丙")]);
    assert_eq!(faults("甲[^1]\n\n[^1]: 乙\n\n[^1]: 丙"), [(FaultKind::UnusedFootnote, "[^1]: 丙")]);
}

#[test]
fn faults_come_in_order() {
    let text = "\u{E000}<b>![](x)\n\n[a](x:)\u{E000}\n\n[^1]: a\n\n<br>";
    let (_, faults) = parse(text, Lang::En);
    assert!(faults.len() >= 6, "{faults:?}");
    assert!(faults.is_sorted_by_key(|fault| fault.span.start), "{faults:?}");
}
