//! Turns a word processor's file (`.docx`) into text: numbers as they are printed, merged cells, notes, text boxes.
//! Knows nothing of what the text says.
//!
//! 1. [`package`] unpacks the parts, counting bytes; [`xml`] reads them, without document types.
//! 2. [`style`] and [`numbering`] say what a paragraph looks like that only names its style.
//! 3. [`body`] gathers paragraphs and tables; [`write`] writes them down, deletions, comments and hidden text as unseen.

mod body;
mod numbering;
mod package;
mod style;
mod write;
mod xml;

use super::{Limits, Read, Refusal};
use body::{Item, Paragraph};
use numbering::Numbering;
use package::Package;
use std::collections::BTreeMap;
use style::Styles;

/// Whether bytes are a packed file.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads a packed file.
pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Read, Refusal> {
    let mut package = Package::open(bytes, limits)?;
    let document = match (package.part("word/document.xml")?, package.other_format()) {
        (Some(document), _) => document,
        (None, Some(name)) => return Err(Refusal::Format { name }),
        (None, None) => return Err(damaged("it holds no word/document.xml")),
    };
    let part = |package: &mut Package<'_>, name: &str| -> Result<String, Refusal> {
        Ok(package.part(name)?.unwrap_or_default())
    };
    let styles = Styles::read(&part(&mut package, "word/styles.xml")?, limits)?;
    let mut numbering = Numbering::read(&part(&mut package, "word/numbering.xml")?, limits)?;
    let items = body::read(&document, limits, &styles, &mut numbering)?;
    let mut notes = BTreeMap::new();
    for kind in ["footnote", "endnote"] {
        let xml = part(&mut package, &format!("word/{kind}s.xml"))?;
        for (id, item) in body::read_notes(&xml, limits, &styles)? {
            notes.insert((kind.to_owned(), id), item);
        }
    }
    let comments = body::read_notes(&part(&mut package, "word/comments.xml")?, limits, &styles)?;
    let comments: Vec<String> = comments.into_iter().map(|(_, text)| text).collect();
    let (text, blocks) = write::write(&items, &notes, &comments);
    Ok(Read { encoding: "UTF-8".to_owned(), text, blocks })
}

fn damaged(why: &str) -> Refusal {
    Refusal::Damaged { why: why.to_owned() }
}

impl Item {
    /// A paragraph, if it is one.
    fn paragraph(&self) -> Option<&Paragraph> {
        match self {
            Item::Paragraph(paragraph) => Some(paragraph),
            Item::Table(_) => None,
        }
    }
}
