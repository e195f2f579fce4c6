//! Turns texts into trees, and checks what is in them and where it stands.
//! Knows nothing of HTML.

use super::*;
use crate::markup::{Align, Block, Inline, Node, Span, plain};

fn blocks(text: &str) -> Vec<Block> {
    parse(text, Lang::Zh).0.blocks
}

/// The nodes of a text, each with the words at which its span points.
fn places(text: &str) -> Vec<(&'static str, &str)> {
    let (document, _) = parse(text, Lang::Zh);
    let words = |span: Span| &text[span.start as usize..span.end as usize];
    document.walk().map(|node| (name(node), words(span(node)))).collect()
}

fn span(node: Node<'_>) -> Span {
    match node {
        Node::Block(block) => block.span(),
        Node::Item(item) => item.span.clone(),
        Node::Row(row) => row[0].span.start..row[row.len() - 1].span.end,
        Node::Cell(cell) => cell.span.clone(),
        Node::Inline(inline) => inline.span(),
    }
}

fn name(node: Node<'_>) -> &'static str {
    match node {
        Node::Item(_) => "item",
        Node::Row(_) => "row",
        Node::Cell(_) => "cell",
        Node::Block(block) => match block {
            Block::Heading(_) => "heading",
            Block::Paragraph { .. } => "paragraph",
            Block::List(_) => "list",
            Block::Quote { .. } => "quote",
            Block::Code { .. } => "code block",
            Block::Table(_) => "table",
            Block::Rule { .. } => "rule",
            Block::Figure(_) => "figure",
        },
        Node::Inline(inline) => match inline {
            Inline::Text { .. } => "text",
            Inline::Emph { .. } => "emph",
            Inline::Strong { .. } => "strong",
            Inline::Strike { .. } => "strike",
            Inline::Code { .. } => "code",
            Inline::Link(_) => "link",
            Inline::Image(_) => "image",
            Inline::HardBreak { .. } => "break",
            Inline::FootnoteRef { .. } => "reference",
        },
    }
}

#[test]
fn everything_knows_its_place() {
    assert_eq!(
        places(
            "## 甲 {#a}\n\n前**《乙》**规定 [丙](dept:nhc \"丁\")`戊`![己](x)~~庚。~~后[^1]  \n辛\n\n[^1]: 壬"
        ),
        [
            ("heading", "## 甲 {#a}"),
            ("text", "甲"),
            ("paragraph", "前**《乙》**规定 [丙](dept:nhc \"丁\")`戊`![己](x)~~庚。~~后[^1]  \n辛"),
            ("text", "前"),
            ("strong", "**《乙》**"),
            ("text", "《乙》"),
            ("text", "规定 "),
            ("link", "[丙](dept:nhc \"丁\")"),
            ("text", "丙"),
            ("code", "`戊`"),
            ("image", "![己](x)"),
            ("strike", "~~庚。~~"),
            ("text", "庚。"),
            ("text", "后"),
            ("reference", "[^1]"),
            ("break", "  \n"),
            ("text", "辛"),
            ("paragraph", "壬"),
            ("text", "壬"),
        ]
    );
}

#[test]
fn blocks_know_their_place() {
    assert_eq!(
        places(
            "- 甲\n  - 乙\n\n> 丙\n\n---\n\n```a\n丁\n```\n\n|戊|己|\n|-|-|\n|**《庚》**辛|壬|\n\n![癸](x)"
        ),
        [
            ("list", "- 甲\n  - 乙"),
            ("item", "- 甲\n  - 乙"),
            ("paragraph", "甲"),
            ("text", "甲"),
            ("list", "- 乙"),
            ("item", "- 乙"),
            ("paragraph", "乙"),
            ("text", "乙"),
            ("quote", "> 丙"),
            ("paragraph", "丙"),
            ("text", "丙"),
            ("rule", "---"),
            ("code block", "```a\n丁\n```"),
            ("table", "|戊|己|\n|-|-|\n|**《庚》**辛|壬|"),
            ("cell", "戊"),
            ("text", "戊"),
            ("cell", "己"),
            ("text", "己"),
            ("row", "**《庚》**辛|壬"),
            ("cell", "**《庚》**辛"),
            ("strong", "**《庚》**"),
            ("text", "《庚》"),
            ("text", "辛"),
            ("cell", "壬"),
            ("text", "壬"),
            ("figure", "![癸](x)"),
        ]
    );
}

#[test]
fn text_is_one_piece() {
    for text in [
        "甲&amp;乙",
        "甲\\*乙",
        "甲\n乙",
        "甲[乙]丙",
        "甲<b>乙",
        "甲*乙",
        "[甲](x:)乙[丙](y:)",
        "甲!乙",
        "甲\\\\乙",
    ] {
        let blocks = blocks(text);
        let [Block::Paragraph { inlines, .. }] = &blocks[..] else { panic!("{blocks:?}") };
        let [Inline::Text { span, .. }] = &inlines[..] else { panic!("{inlines:?}") };
        assert!(span.end as usize <= text.len() && text.is_char_boundary(span.start as usize));
    }
    let blocks = blocks("甲\n乙**丙**");
    let Block::Paragraph { inlines, .. } = &blocks[0] else { panic!("{blocks:?}") };
    assert_eq!(inlines[0], Inline::Text { text: "甲乙".to_owned(), span: 0..7 });
}

#[test]
fn headings_carry_attributes() {
    let blocks = blocks("### **《甲》**乙 {#c3-1-1 .gap .inferred k=v xy}");
    let [Block::Heading(heading)] = &blocks[..] else { panic!("{blocks:?}") };
    assert_eq!((heading.level, heading.id.as_deref()), (3, Some("c3-1-1")));
    assert_eq!(heading.classes, ["gap", "inferred"]);
    assert_eq!(heading.attrs, [("k".to_owned(), Some("v".to_owned())), ("xy".to_owned(), None)]);
    assert_eq!(plain::of_inlines(&heading.inlines), "《甲》乙");
}

#[test]
fn lists_and_tables() {
    let blocks = blocks("1. 甲\n2. 乙\n\n* 丙\n\n  丁\n\n|a|b|c|d|\n|-|:-|:-:|-:|\n|1|");
    let [Block::List(tight), Block::List(loose), Block::Table(table)] = &blocks[..] else {
        panic!("{blocks:?}")
    };
    assert_eq!((tight.start, tight.tight, tight.items.len()), (Some(1), true, 2));
    assert_eq!((loose.start, loose.tight, loose.items[0].blocks.len()), (None, false, 2));
    assert_eq!(table.aligns, [Align::None, Align::Start, Align::Centre, Align::End]);
    assert_eq!((table.head.len(), table.rows.len()), (4, 1));
}

#[test]
fn code_says_its_language_and_ends_its_lines() {
    for (text, lang, code) in [
        ("```json data\n1\n```", Some("json"), "1\n"),
        ("```\n1", None, "1\n"),
        ("~~~ toml\r\na\r\nb\r\n~~~", Some("toml"), "a\nb\n"),
        ("    a\n\n    b", None, "a\n\nb\n"),
        ("```\n```", None, ""),
    ] {
        let blocks = blocks(text);
        let [Block::Code { lang: found, text: words, .. }] = &blocks[..] else { panic!("{blocks:?}") };
        assert_eq!((found.as_deref(), words.as_str()), (lang, code), "{text:?}");
    }
}

#[test]
fn a_figure_is_an_image_and_nothing_else() {
    assert!(
        matches!(&blocks("![甲*乙*](a.png \"题\")")[..], [Block::Figure(image)] if image.alt == "甲乙" && image.title.as_deref() == Some("题"))
    );
    for text in ["![甲](a) 乙", "[![甲](a)](b)", "![甲](a)\n![乙](b)"] {
        assert!(matches!(&blocks(text)[..], [Block::Paragraph { .. }]), "{text}");
    }
}

#[test]
fn notes_are_numbered_as_they_are_referred_to() {
    let (document, _) = parse("[^未用]: 丙\n\n甲[^b]乙[^a][^b]\n\n[^a]: 一\n\n[^b]: 二", Lang::Zh);
    let notes: Vec<_> = document.footnotes.iter().map(|note| (note.number, note.label.as_str())).collect();
    assert_eq!(notes, [(1, "b"), (2, "a"), (3, "未用")]);
    assert_eq!(plain::of_blocks(&document.blocks), "甲乙");
}

#[test]
fn windows_lines_read_as_others() {
    for text in ["# 甲\n\n乙\n丙\n\n- 丁\n- 戊", "> 甲\n> 乙\n\n|a|b|\n|-|-|\n|c|d|", "<div>\n甲\n</div>"]
    {
        assert_eq!(zh(&text.replace('\n', "\r\n")), zh(text), "{text}");
    }
}
