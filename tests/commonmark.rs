//! Turns CommonMark's own examples into HTML and compares it with what the standard expects.
//! Knows nothing of Chinese, nor of what we add to CommonMark.

use diptych::lang::Lang;
use diptych::markup::html::{self, AsWritten};
use diptych::markup::parse;

/// Where `npm ci` puts the standard.
const SPEC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/commonmark-spec/spec.txt");

/// The examples, first and last, in which we differ from the standard on purpose. One that comes to
/// agree must be taken off.
const DIFFERENT: &[(usize, usize, &str)] = &[
    (21, 21, "Backslash escapes: HTML is shown as typed"),
    (31, 31, "Entities: HTML is shown as typed"),
    (148, 191, "HTML blocks: shown as typed, but comments are left out"),
    (201, 201, "Link reference definitions: what is no definition is HTML, shown as typed"),
    (308, 309, "Lists: the comment that keeps two lists apart is left out"),
    (344, 344, "Code spans: HTML is shown as typed"),
    (475, 477, "Emphasis: HTML is shown as typed"),
    (491, 491, "Links: HTML is shown as typed"),
    (494, 494, "Links: HTML is shown as typed"),
    (520, 520, "Links: an image alone in its paragraph is a figure"),
    (524, 524, "Links: HTML is shown as typed"),
    (536, 536, "Links: HTML is shown as typed"),
    (572, 578, "Images: alone in its paragraph, an image is a figure and its title a caption"),
    (580, 586, "Images: alone in its paragraph, an image is a figure and its title a caption"),
    (588, 589, "Images: alone in its paragraph, an image is a figure and its title a caption"),
    (591, 591, "Images: alone in its paragraph, an image is a figure and its title a caption"),
    (596, 596, "Autolinks: a scheme not known to be safe makes no link"),
    (598, 599, "Autolinks: a scheme not known to be safe makes no link"),
    (601, 601, "Autolinks: a scheme not known to be safe makes no link"),
    (613, 617, "Raw HTML: shown as typed, but comments are left out"),
    (623, 623, "Raw HTML: shown as typed"),
    (625, 631, "Raw HTML: shown as typed, but comments are left out"),
    (642, 643, "Hard line breaks: HTML is shown as typed"),
];

/// An example of the standard.
struct Example {
    number: usize,
    section: String,
    markdown: String,
    html: String,
}

#[test]
fn examples_of_the_standard() {
    let Ok(spec) = std::fs::read_to_string(SPEC) else {
        panic!("the standard is not installed: run `npm ci` in {}", env!("CARGO_MANIFEST_DIR"));
    };
    let examples = examples(&spec);
    assert!(examples.len() > 600, "only {} examples found: has spec.txt a new form?", examples.len());
    let mut wrong = Vec::new();
    for example in &examples {
        let expected = normal(&example.html);
        let found = normal(&written(&example.markdown));
        let listed = DIFFERENT.iter().any(|(first, last, _)| (first..=last).contains(&&example.number));
        if listed == (found == expected) {
            let fault = if listed { "is listed as different, but passes" } else { "differs" };
            wrong.push(format!(
                "example {} ({}) {fault}\n--- text\n{}\n--- expected\n{expected}\n--- found\n{found}\n",
                example.number, example.section, example.markdown
            ));
        }
    }
    let listed: usize = DIFFERENT.iter().map(|(first, last, _)| last - first + 1).sum();
    println!("{} examples, {listed} different on purpose", examples.len());
    assert!(wrong.is_empty(), "{} examples:\n\n{}", wrong.len(), wrong.join("\n"));
}

fn written(markdown: &str) -> String {
    let (document, _) = parse(markdown, Lang::En);
    let mut out = String::new();
    html::write(&document.blocks, &mut out, &mut AsWritten);
    out
}

/// The examples of the standard: between fences of 32 backticks, Markdown and HTML set apart
/// by a full stop, tabs shown as arrows.
fn examples(spec: &str) -> Vec<Example> {
    let fence = "`".repeat(32);
    let opening = format!("{fence} example");
    let mut examples = Vec::new();
    let mut section = String::new();
    let mut lines = spec.lines();
    while let Some(line) = lines.next() {
        if line == opening {
            let shown = |lines: &mut dyn Iterator<Item = &str>| {
                lines.fold(String::new(), |text, line| text + line + "\n").replace('→', "\t")
            };
            let markdown = shown(&mut lines.by_ref().take_while(|line| *line != "."));
            let html = shown(&mut lines.by_ref().take_while(|line| *line != fence));
            examples.push(Example { number: examples.len() + 1, section: section.clone(), markdown, html });
        } else if let Some(title) = line.strip_prefix("## ") {
            section = title.to_owned();
        }
    }
    examples
}

/// HTML without what makes no difference: how empty elements end, and space beside blocks and
/// line breaks or repeated within lines.
fn normal(html: &str) -> String {
    let mut normal = String::new();
    let mut rest = html;
    let mut pre = false;
    while !rest.is_empty() {
        let end = if rest.starts_with('<') { rest.find('>').map(|at| at + 1) } else { rest.find('<') };
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        if part.starts_with('<') {
            pre = (pre || part == "<pre>") && part != "</pre>";
            if is_block(part) {
                normal.truncate(normal.trim_end_matches(' ').len());
            }
            normal.push_str(&part.replace(" />", ">"));
        } else if pre {
            normal.push_str(part);
        } else {
            push_text(part, &mut normal);
        }
        rest = after;
    }
    normal.trim_end().to_owned()
}

fn push_text(text: &str, normal: &mut String) {
    for c in text.chars() {
        let c = if c == '\n' { ' ' } else { c };
        let last_tag = normal.ends_with('>').then(|| normal.rfind('<').map_or("", |at| &normal[at..]));
        let is_idle = normal.is_empty() || normal.ends_with(' ') || last_tag.is_some_and(is_block);
        if c != ' ' || !is_idle {
            normal.push(c);
        }
    }
}

fn is_block(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']).split([' ', '>']).next().unwrap_or("");
    matches!(
        name,
        "p" | "ul"
            | "ol"
            | "li"
            | "blockquote"
            | "pre"
            | "hr"
            | "br"
            | "figure"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
    )
}
