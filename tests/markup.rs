//! Turns arbitrary strings into trees and HTML, and holds them to what must always be true.
//! Knows nothing of what any one text should become.

use diptych::lang::Lang;
use diptych::markup::html::{self, AsWritten};
use diptych::markup::{
    Block, Document, FaultKind, Highlight, Inline, Node, Span, Walk, cjk, parse, plain, walk,
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What the texts are made of: everything that means something to Markdown or to us.
const PARTS: &[&str] = &[
    "*",
    "**",
    "***",
    "_",
    "__",
    "~",
    "~~",
    "~~~",
    "`",
    "``",
    "```",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "](dept:nhc)",
    "](javascript:x)",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<https://a.cn>",
    "&",
    "&amp;",
    "&#0;",
    "\\",
    "|",
    "|-|-|\n",
    "#",
    "# ",
    "## ",
    " {#a .b k=v}",
    "- ",
    "+ ",
    "1. ",
    "> ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "  \n",
    "---\n",
    "===\n",
    "[^1]",
    "[^1]: ",
    "[a]: /b 'c'\n",
    ":",
    "!",
    "\"",
    "'",
    "。",
    "，",
    "《",
    "》",
    "（",
    "）",
    "“",
    "”",
    "——",
    "……",
    "、",
    "甲",
    "乙",
    "国家卫生健康委",
    "a",
    "WHO",
    "2025",
    " ",
    "\u{3000}",
    "\0",
    "\u{E000}",
    "é",
    "e\u{301}",
    "👩‍⚕️",
    "한",
    "か",
];

fn texts() -> impl Strategy<Value = String> {
    let parts = prop::collection::vec(prop::sample::select(PARTS), 0..60).prop_map(|parts| parts.concat());
    prop_oneof![4 => parts, 1 => any::<String>(), 1 => "[*_~`<>\\[\\]()!#|\\-\\\\\n 《》。甲a^:&]{0,80}"]
}

fn langs() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::Zh), Just(Lang::En)]
}

fn span(node: Node<'_>) -> Option<Span> {
    match node {
        Node::Block(block) => Some(block.span()),
        Node::Item(item) => Some(item.span.clone()),
        Node::Cell(cell) => Some(cell.span.clone()),
        Node::Inline(inline) => Some(inline.span()),
        Node::Row(_) => None,
    }
}

/// Fails unless the spans lie in the text, on character boundaries, and begin in order.
fn check_spans(text: &str, nodes: Walk<'_>) {
    let mut from = 0;
    for span in nodes.filter_map(span) {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(start <= end && end <= text.len(), "{span:?} in {text:?}");
        assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{span:?} in {text:?}");
        assert!(from <= span.start, "{span:?} after {from} in {text:?}");
        from = span.start;
    }
}

/// Fails if two pieces of words stand side by side, or one is empty.
fn check_words(inlines: &[Inline]) {
    let is_text = |inline: &Inline| matches!(inline, Inline::Text { .. });
    assert!(inlines.windows(2).all(|pair| !pair.iter().all(is_text)), "{inlines:?}");
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => assert!(!text.is_empty()),
            Inline::Emph { children, .. }
            | Inline::Strong { children, .. }
            | Inline::Strike { children, .. } => {
                check_words(children);
            }
            Inline::Link(link) => check_words(&link.children),
            _ => {}
        }
    }
}

/// Whether there would be a link in a link.
fn holds_link(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Link(_) | Inline::FootnoteRef { .. } => true,
        Inline::Emph { children, .. } | Inline::Strong { children, .. } | Inline::Strike { children, .. } => {
            holds_link(children)
        }
        _ => false,
    })
}

fn check_blocks(document: &Document) {
    for node in document.walk() {
        match node {
            Node::Block(Block::Paragraph { inlines, .. }) => {
                assert!(!inlines.is_empty());
                check_words(inlines);
            }
            Node::Block(Block::Heading(heading)) => check_words(&heading.inlines),
            Node::Cell(cell) => check_words(&cell.inlines),
            Node::Inline(Inline::Link(link)) => assert!(!holds_link(&link.children), "{link:?}"),
            Node::Inline(Inline::FootnoteRef { number, nth, .. }) => {
                assert!(*nth > 0 && document.footnotes[*number as usize - 1].number == *number);
            }
            _ => {}
        }
    }
}

/// Fails unless every element that is opened is closed, in order, and nothing is raw.
fn check_html(html: &str) {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else { panic!("<{tag} does not end in {html}") };
        let name = tag.split(' ').next().unwrap_or("");
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None if matches!(name, "br" | "hr" | "img") => {}
            None => open.push(name),
        }
        let known = "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tr th td hr br figure figcaption \
                     img a em strong del sup span";
        assert!(known.split(' ').any(|known| known == name.trim_start_matches('/')), "<{tag}> in {html}");
        assert!(!tag.contains("=\"javascript:") && !tag.contains(" style="), "<{tag}>");
    }
    assert!(open.is_empty(), "{open:?} in {html}");
}

fn written(document: &Document) -> String {
    let mut out = String::new();
    html::write(&document.blocks, &mut out, &mut AsWritten);
    html::write_notes(document, &document.blocks, &mut out, &mut AsWritten);
    out
}

/// What the Markdown parser finds in a text beside words and emphasis.
fn structure(text: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let is_structure = |event: &Event<'_>| {
        let is_emphasis = matches!(event, Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough));
        let ends_emphasis =
            matches!(event, Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough));
        !is_emphasis && !ends_emphasis && !matches!(event, Event::Text(_))
    };
    let events = Parser::new_ext(text, options).filter(is_structure);
    events.map(|event| format!("{event:?}").replace("\\u{e000}", "").replace(cjk::SENTINEL, "")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_text_there_is_a_sound_document(text in texts(), lang in langs()) {
        let (document, faults) = parse(&text, lang);
        prop_assert!(!faults.iter().any(|fault| fault.kind == FaultKind::Unreadable));
        prop_assert!(faults.is_sorted_by_key(|fault| fault.span.start));
        check_spans(&text, walk(&document.blocks));
        for note in &document.footnotes {
            check_spans(&text, walk(&note.blocks));
        }
        check_blocks(&document);
        check_html(&written(&document));
    }

    #[test]
    fn sentinels_change_nothing_but_emphasis(text in texts(), lang in langs()) {
        let text = text.replace(cjk::SENTINEL, "");
        let marked = cjk::mark(&text, lang);
        if !marked.at.is_empty() {
            prop_assert_eq!(marked.text.replace(cjk::SENTINEL, ""), text.as_str());
            prop_assert_eq!(structure(&marked.text), structure(&text), "{}", marked.text);
        }
    }

    #[test]
    fn the_sentinel_reaches_nothing(text in texts(), lang in langs()) {
        let (document, _) = parse(&text, lang);
        let debug = format!("{document:?}");
        prop_assert!(!debug.contains('\u{E000}') && !debug.contains("\\u{e000}"), "{debug}");
        let words = plain::of_blocks(&document.blocks);
        prop_assert!(words.chars().all(|c| c != cjk::SENTINEL && c != '\0'), "{}", words);
    }

    #[test]
    fn sections_share_out_the_blocks(text in texts()) {
        let (document, _) = parse(&text, Lang::Zh);
        let mut blocks = 0;
        for section in document.sections() {
            blocks += section.blocks.len() + usize::from(section.heading.is_some());
            prop_assert_eq!(section.at.end, blocks);
            prop_assert_eq!(&document.section_at(section.at.clone()), &section);
        }
        prop_assert_eq!(blocks, document.blocks.len());
    }

    #[test]
    fn an_excerpt_keeps_to_its_length(text in texts(), limit in 0_usize..60) {
        let (document, _) = parse(&text, Lang::Zh);
        let excerpt = plain::excerpt(&document.blocks, limit);
        prop_assert!(excerpt.chars().count() <= limit, "{}", excerpt);
        prop_assert!(!excerpt.contains('\n'));
    }

    #[test]
    fn emphasis_of_plain_words_never_fails(
        before in "[甲乙a1，。]{0,3}", inside in "[《（“]?[甲乙]{1,3}[》）”。：！]{0,2}", after in "[甲乙]{0,3}",
        mark in prop::sample::select(&["*", "**", "***", "~~"][..]),
    ) {
        // A list or a line across the page begins otherwise.
        let (document, _) = parse(&format!("{before}{mark}{inside}{mark}{after}"), Lang::Zh);
        prop_assert_eq!(plain::of_blocks(&document.blocks), format!("{before}{inside}{after}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn highlighting_loses_no_character(
        code in "[a-z0-9{}()\\[\\]\"'#=+<>&/*.,:;$ \n甲é-]{0,120}",
        lang in prop::sample::select(&["json", "toml", "bash", "python", "js", "rust", "html", "none"][..]),
    ) {
        let mut out = String::new();
        Highlight::new().write(lang, &code, &mut out);
        check_html(&out);
        let mut words = String::new();
        for part in out.split('<') {
            words.push_str(part.split_once('>').map_or(part, |(_, words)| words));
        }
        let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        prop_assert_eq!(words, code);
    }
}
