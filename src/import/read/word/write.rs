//! Turns paragraphs and tables of a document into text and blocks.
//! Knows nothing of XML.

use super::body::{Item, Paragraph, TableCell};
use crate::import::manuscript::{Block, BlockKind, CHROME, COMMENT, Cell};
use std::collections::BTreeMap;

type Notes = BTreeMap<(String, String), String>;

/// The text of a document and its blocks: notes stand behind the paragraph in which they are set, comments at the end.
pub(super) fn write(items: &[Item], notes: &Notes, comments: &[String]) -> (String, Vec<Block>) {
    let mut writer = Writer { text: String::new(), blocks: Vec::new(), notes, tables: 0 };
    for item in items {
        match item {
            Item::Paragraph(paragraph) => {
                writer.paragraph(paragraph);
                writer.behind(paragraph);
            }
            Item::Table(rows) => writer.table(rows),
        }
    }
    for comment in comments {
        writer.block(comment, &BlockKind::Unseen { why: COMMENT });
    }
    (writer.text, writer.blocks)
}

struct Writer<'a> {
    text: String,
    blocks: Vec<Block>,
    notes: &'a Notes,
    tables: usize,
}

impl Writer<'_> {
    fn block(&mut self, words: &str, kind: &BlockKind) {
        if !words.trim().is_empty() {
            let start = self.text.len();
            self.text.push_str(words);
            self.blocks.push(Block { span: start..self.text.len(), kind: kind.clone() });
            self.text.push('\n');
        }
    }

    /// A paragraph; a line that was broken by hand is one of its own.
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let kind = match paragraph.contents {
            true => BlockKind::Unseen { why: CHROME },
            false => BlockKind::Paragraph { heading: paragraph.heading },
        };
        for line in paragraph.text.split('\n') {
            self.block(line, &kind);
        }
    }

    /// What belongs to a paragraph and stands outside its text.
    fn behind(&mut self, paragraph: &Paragraph) {
        for note in &paragraph.notes {
            if let Some(words) = self.notes.get(note) {
                self.block(words, &BlockKind::Note);
            }
        }
        for (why, words) in &paragraph.unseen {
            self.block(words, &BlockKind::Unseen { why });
        }
    }

    fn table(&mut self, rows: &[Vec<TableCell>]) {
        self.tables += 1;
        for row in rows {
            let start = self.text.len();
            let mut cells = Vec::new();
            for (number, cell) in row.iter().enumerate() {
                if number > 0 {
                    self.text.push('\t');
                }
                let words: Vec<&str> =
                    cell.paragraphs.iter().map(|paragraph| paragraph.text.trim()).collect();
                let words = words.join("\n");
                let at = self.text.len();
                self.text.push_str(words.trim());
                cells.push(Cell { span: at..self.text.len(), columns: cell.columns, rows: cell.rows });
            }
            self.blocks.push(Block {
                span: start..self.text.len(),
                kind: BlockKind::Row { table: self.tables, cells },
            });
            self.text.push('\n');
        }
        for paragraph in rows.iter().flatten().flat_map(|cell| &cell.paragraphs) {
            self.behind(paragraph);
        }
    }
}
