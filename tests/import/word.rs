//! Turns word processors' files, made here, into flows; hostile ones and other formats into refusals.
//! Knows nothing of any real file.

use super::{left, manuscript, parts};
use diptych::import::flow::Left;
use diptych::import::manuscript::{COMMENT, DELETED, HIDDEN};
use diptych::import::read::{Limits, Refusal, read};
use diptych::import::repair::repair;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A packed file of these parts.
fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document {W}><w:body>{body}</w:body></w:document>")
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn paragraph(properties: &str, inner: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>")
}

fn numbered(level: usize, text: &str) -> String {
    let number = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"4\"/></w:numPr>");
    paragraph(&number, &run(text))
}

const NUMBERING: &str = r#"<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="2">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#61548;"/></w:lvl></w:abstractNum>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>"#;

const STYLES: &str = r#"<w:styles xmlns:w="x">
<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:name w:val="章"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"#;

/// A paragraph with a deletion, an insertion, a note and hidden words.
fn revised() -> String {
    let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部备注。</w:t></w:r>\
                  <w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr><w:t>另一处。</w:t></w:r>";
    let deleted = "<w:del><w:r><w:delText>300</w:delText></w:r></w:del>";
    let note = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    let inserted = format!("<w:ins>{}</w:ins>", run("360"));
    let pieces = [&run("到2033年，建成书房"), deleted, &inserted, &run("个"), note, &run("。"), hidden];
    paragraph("", &pieces.concat())
}

/// A table with cells merged in both directions.
fn merged() -> String {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph("", &run(text)))
    };
    let restart = cell("<w:vMerge w:val=\"restart\"/>", "类别");
    let wide = cell("<w:gridSpan w:val=\"2\"/>", "指标");
    let second = [cell("<w:vMerge/>", ""), cell("", "名称"), cell("", "值")].concat();
    let third = [cell("", "设施"), cell("", "书房数"), cell("", "360")].concat();
    format!("<w:tbl><w:tr>{restart}{wide}</w:tr><w:tr>{second}</w:tr><w:tr>{third}</w:tr></w:tbl>")
}

/// A text box as word processors write it: twice.
fn text_box(text: &str) -> String {
    let inner = format!("<w:txbxContent>{}</w:txbxContent>", paragraph("", &run(text)));
    let twice = format!("<mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>");
    format!("<w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r>")
}

/// Everything at once.
fn whole() -> Vec<u8> {
    let contents = format!("{}<w:r><w:tab/></w:r>{}", run("一、总体要求"), run("1"));
    let signed = format!("{}<w:r><w:br/></w:r>{}", run("河川省图书馆局"), run("2031年4月2日"));
    let body = [
        paragraph("<w:pStyle w:val=\"t\"/>", &contents),
        paragraph("<w:pStyle w:val=\"b\"/>", &run("社区书房方案")),
        numbered(0, "总体要求"),
        revised(),
        numbered(0, "重点任务"),
        numbered(1, "建设书房"),
        numbered(2, "选好址。"),
        numbered(2, "装好修。"),
        numbered(3, "配好书。"),
        paragraph("", &format!("{}{}", run("三年内分批建设。"), text_box("专栏1：示范书房20个。"))),
        numbered(1, "培训馆员"),
        merged(),
        paragraph("", &signed),
    ];
    let (note, comment) = (paragraph("", &run("面积八十平方米以上。")), paragraph("", &run("请核对")));
    packed(&[
        ("word/document.xml", &document(&body.concat())),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        (
            "word/footnotes.xml",
            &format!("<w:footnotes {W}><w:footnote w:id=\"2\">{note}</w:footnote></w:footnotes>"),
        ),
        (
            "word/comments.xml",
            &format!("<w:comments {W}><w:comment w:id=\"1\">{comment}</w:comment></w:comments>"),
        ),
    ])
}

#[test]
fn a_document_is_read_as_it_is_printed() {
    let manuscript = manuscript("方案.docx", &whole()).unwrap();
    let flow = repair(&manuscript);
    let expected = [
        "#1 社区书房方案",
        "一、总体要求",
        "到2033年，建成书房360个。",
        "* 面积八十平方米以上。",
        "二、重点任务",
        "（一）建设书房",
        "1.选好址。",
        "2.装好修。",
        "配好书。",
        "三年内分批建设。",
        "专栏1：示范书房20个。",
        "（二）培训馆员",
        "| 类别 | 指标 | ^",
        "| ^ | 名称 | 值",
        "| 设施 | 书房数 | 360",
        "河川省图书馆局",
        "2031年4月2日",
    ];
    assert_eq!(parts(&flow), expected);
    assert_eq!(left(&manuscript, &flow, Left::Unplaced(DELETED)), ["300"]);
    assert_eq!(left(&manuscript, &flow, Left::Unplaced(HIDDEN)), ["内部备注。另一处。"]);
    assert_eq!(left(&manuscript, &flow, Left::Unplaced(COMMENT)), ["请核对"]);
    assert_eq!(left(&manuscript, &flow, Left::Layout), ["一、总体要求\t1"], "a table of contents");
}

#[test]
fn a_bomb_is_refused_while_it_is_unpacked() {
    let zeros = document(&run(&"0".repeat(3 << 20)));
    let file = packed(&[("word/document.xml", &zeros)]);
    assert!(file.len() < 64 << 10, "it is small outside");
    let limits = Limits { unpacked: 2 << 20, ..Limits::default() };
    assert_eq!(read("x.docx", &file, limits), Err(Refusal::Bomb { limit: 2 << 20 }));
    let shared = packed(&[("word/document.xml", &document(&run("书房"))), ("word/styles.xml", &zeros)]);
    assert_eq!(read("x.docx", &shared, limits), Err(Refusal::Bomb { limit: 2 << 20 }));
}

#[test]
fn entities_and_depth_are_refused() {
    let entities =
        "<!DOCTYPE w [<!ENTITY a \"书房\"><!ENTITY b \"&a;&a;\">]><w:document><w:body/></w:document>";
    let file = packed(&[("word/document.xml", entities)]);
    assert_eq!(manuscript("x.docx", &file), Err(Refusal::Entities));
    let deep = document(&"<w:sdt>".repeat(10_000));
    assert_eq!(
        manuscript("x.docx", &packed(&[("word/document.xml", &deep)])),
        Err(Refusal::TooDeep { limit: 400 })
    );
}

#[test]
fn characters_that_xml_names_are_characters() {
    let body = paragraph("", &run("A&amp;B &lt;书房&gt; &#20010;&#x4E2A;"));
    let manuscript = manuscript("x.docx", &packed(&[("word/document.xml", &document(&body))])).unwrap();
    assert_eq!(manuscript.text.trim(), "A&B <书房> 个个");
}

#[test]
fn other_formats_are_told_apart_by_their_bytes_and_named() {
    let compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
    let ofd = packed(&[("OFD.xml", "<ofd/>")]);
    let odt = packed(&[("content.xml", "<x/>")]);
    let cases: [(&str, &[u8], &str); 8] = [
        ("a.doc", b"x", "doc"),
        ("a.txt", &compound, "doc"),
        ("a.wps", &compound, "wps"),
        ("a.pdf", b"x", "pdf"),
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("a.docx", &ofd, "ofd"),
        ("a.bin", &odt, "odt"),
        ("a.doc", b"{\\rtf1", "rtf"),
    ];
    for (name, bytes, format) in cases {
        assert_eq!(manuscript(name, bytes), Err(Refusal::Format { name: format }), "{name}");
    }
    assert!(matches!(manuscript("a.docx", b"PK\x03\x04 broken"), Err(Refusal::Damaged { .. })));
    assert_eq!(manuscript("a.txt", "\n \u{3000}\n".as_bytes()), Err(Refusal::Empty));
}

#[test]
fn a_file_or_a_text_that_is_too_long_names_the_limit() {
    let limits = Limits { file: 1000, text: 600, ..Limits::default() };
    assert_eq!(read("x.txt", &[b'a'; 1001], limits), Err(Refusal::TooLarge { limit: 1000 }));
    assert_eq!(read("x.txt", &[b'a'; 601], limits), Err(Refusal::TooLong { limit: 600 }));
    assert!(read("x.txt", &[b'a'; 600], limits).is_ok());
}
