//! Turns trees into HTML through hooks: links, notes, tables, figures, code.
//! Knows nothing of how emphasis is read.

use super::*;
use crate::markup::highlight::Class;
use crate::markup::html::{Hooks, Place, Resolved, write_inlines};
use crate::markup::{Block, Highlight, Image, Link};

/// A page that knows one department, gives pictures a size, and marks a name in its words.
#[derive(Default)]
struct Page {
    highlight: Highlight,
    places: Vec<(String, Place)>,
}

impl Hooks for Page {
    fn link(&mut self, link: &Link) -> Option<Resolved> {
        match link.target.split_once(':') {
            Some(("dept", "nhc")) => Some(Resolved::to("../../departments/nhc/").with("class", "dept \"x\"")),
            Some(("dept", _)) => None,
            _ => Some(Resolved::to(&link.target)),
        }
    }

    fn image(&mut self, image: &Image) -> Option<Resolved> {
        let known = Resolved::to(&format!("media/{}", image.src)).with("width", "640").with("height", "480");
        (image.src != "gone.png").then_some(known)
    }

    fn text(&mut self, text: &str, place: Place, out: &mut String) {
        if place.in_link || place.in_heading {
            html::escape(text, out);
        } else {
            let mut escaped = String::new();
            html::escape(text, &mut escaped);
            out.push_str(&escaped.replace("世卫组织", "<a href=\"who/\">世卫组织</a>"));
        }
        self.places.push((text.to_owned(), place));
    }

    fn code(&mut self, lang: &str, code: &str, out: &mut String) {
        self.highlight.write(lang, code, out);
    }

    fn note_prefix(&self) -> &str {
        "c3-1"
    }

    fn back_words(&self) -> &str {
        "返回正文"
    }

    fn heading_shift(&self) -> u8 {
        2
    }
}

fn page(text: &str) -> String {
    let (document, _) = parse(text, Lang::Zh);
    let mut hooks = Page::default();
    let mut out = String::new();
    html::write(&document.blocks, &mut out, &mut hooks);
    html::write_notes(&document, &document.blocks, &mut out, &mut hooks);
    out
}

#[test]
fn links_lead_where_the_page_says() {
    assert_eq!(
        page("[卫健委](dept:nhc \"a < b\")和[某*委*](dept:x)"),
        "<p><a href=\"../../departments/nhc/\" title=\"a &lt; b\" class=\"dept &quot;x&quot;\">卫健委</a>和某<em>委</em></p>\n"
    );
    assert_eq!(page("[a](/?a=1&b=\"%20 甲\")").matches("href").count(), 0);
    assert_eq!(page("[a](</?a=1&b=\"%20 甲>)"), "<p><a href=\"/?a=1&amp;b=%22%20%20%E7%94%B2\">a</a></p>\n");
}

#[test]
fn words_may_be_decorated_but_not_in_links_and_headings() {
    assert_eq!(
        page("# 世卫组织\n\n世卫组织 < [世卫组织](/)"),
        "<h3>世卫组织</h3>\n<p><a href=\"who/\">世卫组织</a> &lt; <a href=\"/\">世卫组织</a></p>\n"
    );
    let (document, _) = parse("# 甲\n\n乙[**丙**](/)丁", Lang::Zh);
    let mut hooks = Page::default();
    html::write(&document.blocks, &mut String::new(), &mut hooks);
    let place = |in_heading, in_link, span| Place { span, in_link, in_heading };
    let expected = [
        ("甲", place(true, false, 2..5)),
        ("乙", place(false, false, 7..10)),
        ("丙", place(false, true, 13..16)),
        ("丁", place(false, false, 22..25)),
    ];
    assert_eq!(hooks.places, expected.map(|(text, place)| (text.to_owned(), place)));
}

#[test]
fn headings_keep_what_is_harmless() {
    assert_eq!(
        page("#### 甲 {#c1 .gap .inferred lang=en data-n=3 onclick=x style=y data-X=z}"),
        "<h6 id=\"c1\" class=\"gap inferred\" lang=\"en\" data-n=\"3\">甲</h6>\n"
    );
    assert_eq!(page("###### 甲"), "<h6>甲</h6>\n");
    assert_eq!(page("# 甲{#c1}"), "<h3 id=\"c1\">甲</h3>\n");
    assert_eq!(page("甲 {#c1}\n==="), "<h3 id=\"c1\">甲</h3>\n");
}

#[test]
fn notes_and_references_lead_to_each_other() {
    assert_eq!(
        page("甲[^a]乙[^B]丙[^A]\n\n[^b]: 二[^c]\n\n[^a]: 一\n\n    > 引\n\n[^c]: 三"),
        "<p>甲<sup id=\"fnref-c3-1-1\"><a href=\"#fn-c3-1-1\" role=\"doc-noteref\">1</a></sup>\
         乙<sup id=\"fnref-c3-1-2\"><a href=\"#fn-c3-1-2\" role=\"doc-noteref\">2</a></sup>\
         丙<sup id=\"fnref-c3-1-1-2\"><a href=\"#fn-c3-1-1\" role=\"doc-noteref\">1</a></sup></p>\n\
         <ol class=\"notes\">\n<li id=\"fn-c3-1-1\" value=\"1\">\n<p>一</p>\n<blockquote>\n<p>引</p>\n</blockquote>\n\
         <p> <a href=\"#fnref-c3-1-1\" role=\"doc-backlink\" aria-label=\"返回正文\">↩\u{FE0E}</a> \
         <a href=\"#fnref-c3-1-1-2\" role=\"doc-backlink\" aria-label=\"返回正文\">↩\u{FE0E}<sup>2</sup></a></p>\n</li>\n\
         <li id=\"fn-c3-1-2\" value=\"2\">\n<p>二<sup id=\"fnref-c3-1-3\"><a href=\"#fn-c3-1-3\" role=\"doc-noteref\">3</a></sup> \
         <a href=\"#fnref-c3-1-2\" role=\"doc-backlink\" aria-label=\"返回正文\">↩\u{FE0E}</a></p>\n</li>\n\
         <li id=\"fn-c3-1-3\" value=\"3\">\n<p>三 <a href=\"#fnref-c3-1-3\" role=\"doc-backlink\" aria-label=\"返回正文\">↩\u{FE0E}</a></p>\n</li>\n</ol>\n"
    );
}

#[test]
fn a_section_brings_only_its_own_notes() {
    let (document, _) =
        parse("# 一 {#a}\n\n甲[^1]\n\n# 二 {#b}\n\n乙[^2]丙[^1]\n\n[^1]: 子\n\n[^2]: 丑", Lang::Zh);
    let mut out = String::new();
    let section = document.section("b").unwrap();
    html::write_notes(&document, section.blocks, &mut out, &mut AsWritten);
    assert!(out.contains("href=\"#fnref-1-2\"") && !out.contains("href=\"#fnref-1\""), "{out}");
    assert!(out.contains("href=\"#fnref-2\""), "{out}");
    out.clear();
    html::write_notes(&document, document.section("a").unwrap().blocks, &mut out, &mut AsWritten);
    assert!(!out.contains('丑'), "{out}");
    out.clear();
    html::write_notes(&document, &[], &mut out, &mut AsWritten);
    assert_eq!(out, "");
}

#[test]
fn tables_are_aligned_by_class() {
    assert_eq!(
        zh("|甲|乙|丙|丁|\n|-|:-|:-:|-:|\n|1|2|3|**4**|\n|5|"),
        "<table>\n<thead>\n<tr><th scope=\"col\">甲</th><th scope=\"col\" class=\"start\">乙</th>\
         <th scope=\"col\" class=\"centre\">丙</th><th scope=\"col\" class=\"end\">丁</th></tr>\n</thead>\n<tbody>\n\
         <tr><td>1</td><td class=\"start\">2</td><td class=\"centre\">3</td><td class=\"end\"><strong>4</strong></td></tr>\n\
         <tr><td>5</td><td class=\"start\"></td><td class=\"centre\"></td><td class=\"end\"></td></tr>\n</tbody>\n</table>\n"
    );
    assert_eq!(zh("|甲|\n|-|"), "<table>\n<thead>\n<tr><th scope=\"col\">甲</th></tr>\n</thead>\n</table>\n");
}

#[test]
fn an_image_alone_is_a_figure() {
    assert_eq!(
        page("![图 <1>](a.png \"来源：\\\"甲\\\"\")"),
        "<figure><img src=\"media/a.png\" alt=\"图 &lt;1&gt;\" width=\"640\" height=\"480\">\
         <figcaption>来源：&quot;甲&quot;</figcaption></figure>\n"
    );
    assert_eq!(
        page("见![图](a.png \"题\")"),
        "<p>见<img src=\"media/a.png\" alt=\"图\" title=\"题\" width=\"640\" height=\"480\"></p>\n"
    );
    assert_eq!(page("![图](gone.png)"), "<figure>图</figure>\n");
    assert_eq!(zh("- ![图](a.png)"), "<ul>\n<li><img src=\"a.png\" alt=\"图\"></li>\n</ul>\n");
}

#[test]
fn lists_are_tight_or_loose() {
    assert_eq!(
        zh("3. 甲\n4. 乙\n   - 丙"),
        "<ol start=\"3\">\n<li>甲</li>\n<li>乙\n<ul>\n<li>丙</li>\n</ul>\n</li>\n</ol>\n"
    );
    assert_eq!(zh("- 甲\n\n- 乙"), "<ul>\n<li>\n<p>甲</p>\n</li>\n<li>\n<p>乙</p>\n</li>\n</ul>\n");
}

#[test]
fn inlines_alone() {
    let (document, _) = parse("# 甲 *乙*", Lang::Zh);
    let Block::Heading(heading) = &document.blocks[0] else { panic!("no heading") };
    let mut out = String::new();
    write_inlines(&heading.inlines, &mut out, &mut AsWritten);
    assert_eq!(out, "甲 <em>乙</em>");
}

/// Highlighted code with its elements shown shorter.
fn highlighted(lang: &str, code: &str) -> String {
    let mut out = String::new();
    Highlight::new().write(lang, code, &mut out);
    let tags = out.matches("<span ").count();
    assert_eq!((tags, tags), (out.matches("</span>").count(), out.matches("class=\"hl-").count()), "{out}");
    out.replace("<span class=\"hl-", "‹").replace("\">", ":").replace("</span>", "›")
}

#[test]
fn code_has_classes() {
    for (lang, code, expected) in [
        (
            "json",
            "{\"a\": [-1.5, true, \"x\\n\"]}\n",
            "‹punctuation:{›‹attribute:&quot;a&quot;›‹punctuation:: [›‹number:-1.5›‹punctuation:,› ‹constant:true›‹punctuation:,› ‹string:&quot;x›‹constant:\\n›‹string:&quot;›‹punctuation:]}›\n",
        ),
        (
            "sh",
            "# 注\ncurl 'a' | jq $X\n",
            "‹comment:# 注›\n‹function:curl› ‹string:'a'› ‹operator:|› ‹function:jq› ‹variable:$X›\n",
        ),
        (
            "Python",
            "def f(x):\n    return None  # 注",
            "‹keyword:def› ‹function:f›‹punctuation:(›‹variable:x›‹punctuation:):›\n    ‹keyword:return› ‹constant:None›  ‹comment:# 注›",
        ),
        (
            "js",
            "const a = new Map(); // 注",
            "‹keyword:const› ‹variable:a› ‹operator:=› ‹keyword:new› ‹type:Map›‹punctuation:();› ‹comment:// 注›",
        ),
        (
            "rust",
            "fn f() -> u32 { 1 }",
            "‹keyword:fn› ‹function:f›‹punctuation:() -&gt;› ‹keyword:u32› ‹punctuation:{› ‹number:1› ‹punctuation:}›",
        ),
        (
            "html",
            "<a b=\"c\">甲</a>",
            "‹punctuation:&lt;›‹tag:a› ‹attribute:b›‹punctuation:=›‹string:&quot;c&quot;›‹punctuation:&gt;›甲‹punctuation:&lt;/›‹tag:a›‹punctuation:&gt;›",
        ),
        (
            "toml",
            "[a.\"b\"] # 注\nk = [1, { x = 'y' },\n  true]\ns = \"\"\"\n\\\"#\n\"\"\"",
            "‹tag:[a.&quot;b&quot;]› ‹comment:# 注›\n‹attribute:k› ‹operator:=› ‹punctuation:[›‹number:1›‹punctuation:, {› ‹attribute:x› ‹operator:=› ‹string:'y'› ‹punctuation:},›\n  ‹constant:true›‹punctuation:]›\n‹attribute:s› ‹operator:=› ‹string:&quot;&quot;&quot;\n\\&quot;#\n&quot;&quot;&quot;›",
        ),
        ("toml", "= ] } 'a\n\"", "‹operator:=› ‹punctuation:] }› ‹attribute:'a\n&quot;›"),
        ("klingon", "a < b", "a &lt; b"),
        ("", "a < b", "a &lt; b"),
        ("csv", "a,b", "a,b"),
    ] {
        assert_eq!(highlighted(lang, code), expected, "{lang}");
    }
    assert!(!highlighted("rust", &"fn ".repeat(30_000)).contains('‹'));
}

#[test]
fn code_of_a_block() {
    assert_eq!(
        page("```json data\n1\n```\n\n    <a>\n"),
        "<pre><code class=\"language-json\"><span class=\"hl-number\">1</span>\n</code></pre>\n<pre><code>&lt;a&gt;\n</code></pre>\n"
    );
}

#[test]
fn class_names_differ() {
    let names: std::collections::BTreeSet<_> = Class::ALL.into_iter().map(Class::name).collect();
    assert_eq!(names.len(), 12);
}
