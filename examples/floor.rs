//! Turns the texts of a corpus into bare HTML bodies: the least that any generator has to do, for comparison.
//!
//! `cargo run --release --example floor -- DIR OUT` reads `DIR/diptych/content/plans` and parses, renders and
//! writes each text in parallel, without templates, links or lists.
#![expect(clippy::print_stdout, reason = "it is what a program of its own says")]

use anyhow::{Context, Result};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(corpus), Some(output)) = (arguments.next(), arguments.next()) else {
        anyhow::bail!("usage: floor DIR OUT");
    };
    let plans = corpus.join("diptych/content/plans");
    let listed = fs::read_dir(&plans).with_context(|| format!("cannot list {}", plans.display()))?;
    let folders = listed.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    let bytes = folders.par_iter().map(|plan| bodies(plan, &output)).sum::<Result<usize>>()?;
    println!("{} texts, {bytes} bytes of HTML", folders.len() * 2);
    Ok(())
}

/// Writes both bodies of one plan.
fn bodies(plan: &Path, output: &Path) -> Result<usize> {
    let folder = output.join(plan.file_name().context("a plan has a folder")?);
    fs::create_dir_all(&folder)?;
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut bytes = 0;
    for lang in ["zh", "en"] {
        let text = fs::read_to_string(plan.join(format!("digest.{lang}.md")))?;
        let mut body = String::with_capacity(text.len() * 3 / 2);
        Parser::new_ext(&text, options).for_each(|event| push(&mut body, &event));
        bytes += body.len();
        fs::write(folder.join(format!("{lang}.html")), body)?;
    }
    Ok(bytes)
}

/// Writes what the corpus uses: headings with ids, paragraphs, lists, links, emphasis.
fn push(body: &mut String, event: &Event) {
    match event {
        Event::Start(Tag::Heading { level, id: Some(id), .. }) => {
            body.extend(["<", &level.to_string(), " id=\"", id, "\">"]);
        }
        Event::End(TagEnd::Heading(level)) => body.extend(["</", &level.to_string(), ">\n"]),
        Event::Start(Tag::Paragraph) => body.push_str("<p>"),
        Event::End(TagEnd::Paragraph) => body.push_str("</p>\n"),
        Event::Start(Tag::List(_)) => body.push_str("<ul>\n"),
        Event::End(TagEnd::List(_)) => body.push_str("</ul>\n"),
        Event::Start(Tag::Item) => body.push_str("<li>"),
        Event::End(TagEnd::Item) => body.push_str("</li>\n"),
        Event::Start(Tag::Emphasis) => body.push_str("<em>"),
        Event::End(TagEnd::Emphasis) => body.push_str("</em>"),
        Event::Start(Tag::Link { dest_url, .. }) => body.extend(["<a href=\"", dest_url, "\">"]),
        Event::End(TagEnd::Link) => body.push_str("</a>"),
        Event::Text(text) => body.push_str(&text.replace('&', "&amp;").replace('<', "&lt;")),
        Event::SoftBreak => body.push('\n'),
        _ => {}
    }
}
