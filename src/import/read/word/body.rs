//! Turns the XML of a document into paragraphs and tables in the order of the file.
//! Knows nothing of how they are written down.

use super::numbering::Numbering;
use super::style::Styles;
use super::xml::{self, Element, Piece};
use crate::import::manuscript::{DELETED, HIDDEN};
use crate::import::read::{Limits, Refusal};

/// A paragraph or a table.
#[derive(Debug)]
pub(super) enum Item {
    Paragraph(Paragraph),
    Table(Vec<Vec<TableCell>>),
}

/// A paragraph: what is printed, and what is not.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) heading: Option<u8>,
    /// It belongs to a table of contents.
    pub(super) contents: bool,
    /// Text that nobody sees, and why.
    pub(super) unseen: Vec<(&'static str, String)>,
    /// Notes that are set in it: `footnote` or `endnote`, and the number.
    pub(super) notes: Vec<(String, String)>,
}

/// A cell: its paragraphs, and how far it reaches.
#[derive(Debug, Default)]
pub(super) struct TableCell {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) columns: usize,
    pub(super) rows: usize,
    /// It goes on with the cell above it.
    goes_on: bool,
}

/// The items of the document.
pub(super) fn read(
    xml: &str,
    limits: Limits,
    styles: &Styles,
    numbering: &mut Numbering,
) -> Result<Vec<Item>, Refusal> {
    let mut body = Body { styles, numbering: Some(numbering), flows: vec![Vec::new()], ..Body::new(styles) };
    xml::read(xml, limits, &mut |piece| body.take(piece))?;
    Ok(std::mem::take(&mut body.flows[0]))
}

/// The texts of notes or comments, by their numbers.
pub(super) fn read_notes(
    xml: &str,
    limits: Limits,
    styles: &Styles,
) -> Result<Vec<(String, String)>, Refusal> {
    let mut notes = Vec::new();
    let mut body = Body::new(styles);
    let mut id = String::new();
    xml::read(xml, limits, &mut |piece| {
        let ends = matches!(&piece, Piece::End(name) if is_note(name));
        if let Piece::Start(element) = &piece
            && is_note(&element.name)
        {
            id = element.value("id").unwrap_or_default().to_owned();
        }
        body.take(piece);
        if ends {
            let items = std::mem::take(&mut body.flows[0]);
            let texts = items.iter().filter_map(Item::paragraph).map(|paragraph| paragraph.text.trim());
            let text = texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
            notes.push((std::mem::take(&mut id), text));
        }
    })?;
    notes.retain(|(_, text)| !text.is_empty());
    Ok(notes)
}

fn is_note(name: &str) -> bool {
    matches!(name, "w:footnote" | "w:endnote" | "w:comment")
}

/// Where the reading stands. What stands inside something else has a stack of its own.
struct Body<'a> {
    styles: &'a Styles,
    numbering: Option<&'a mut Numbering>,
    /// Items of the document, of each open cell and of each open text box.
    flows: Vec<Vec<Item>>,
    paragraphs: Vec<Open>,
    tables: Vec<Vec<Vec<TableCell>>>,
    /// Elements that are passed over, with all that is in them.
    passed: usize,
    deleted: usize,
    hidden: bool,
    in_text: bool,
    in_properties: bool,
}

/// A paragraph that has not ended.
#[derive(Default)]
struct Open {
    paragraph: Paragraph,
    style: String,
    numbering: Option<usize>,
    level: Option<usize>,
    outline: Option<usize>,
    /// Text boxes that are set in it.
    boxes: Vec<Item>,
    hidden: bool,
}

/// What is there twice, or is no text.
const PASSED: [&str; 9] = [
    "mc:Fallback",
    "w:instrText",
    "w:delInstrText",
    "w:sectPr",
    "w:tblPr",
    "w:tblGrid",
    "w:pPrChange",
    "w:rPrChange",
    "w:tcPrChange",
];

impl<'a> Body<'a> {
    fn new(styles: &'a Styles) -> Self {
        Self {
            styles,
            numbering: None,
            flows: vec![Vec::new()],
            paragraphs: Vec::new(),
            tables: Vec::new(),
            passed: 0,
            deleted: 0,
            hidden: false,
            in_text: false,
            in_properties: false,
        }
    }

    fn take(&mut self, piece: Piece) {
        match piece {
            Piece::Start(element) if PASSED.contains(&element.name.as_str()) => self.passed += 1,
            Piece::End(name) if PASSED.contains(&name.as_str()) => {
                self.passed = self.passed.saturating_sub(1)
            }
            _ if self.passed > 0 => {}
            Piece::Start(element) => self.start(&element),
            Piece::End(name) => self.end(&name),
            Piece::Text(text) if self.in_text => self.say(&text),
            Piece::Text(_) => {}
        }
    }

    fn start(&mut self, element: &Element) {
        match element.name.as_str() {
            "w:p" => self.paragraphs.push(Open::default()),
            "w:pPr" => self.in_properties = true,
            "w:r" => self.hidden = self.paragraphs.last().is_some_and(|open| open.hidden),
            "w:del" | "w:moveFrom" if !self.in_properties => self.deleted += 1,
            "w:t" | "w:delText" | "m:t" => self.in_text = true,
            "w:tab" if !self.in_properties => self.say("\t"),
            "w:br" if element.value("type").is_none_or(|kind| kind == "textWrapping") => self.say("\n"),
            "w:cr" => self.say("\n"),
            "w:noBreakHyphen" => self.say("-"),
            "w:footnoteReference" | "w:endnoteReference" => self.note(element),
            "w:tbl" => self.tables.push(Vec::new()),
            "w:tr" => self.tables.iter_mut().last().into_iter().for_each(|rows| rows.push(Vec::new())),
            "w:tc" => self.cell(),
            "w:txbxContent" => self.flows.push(Vec::new()),
            _ => self.property(element),
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "w:p" => self.end_paragraph(),
            "w:pPr" => self.end_properties(),
            "w:del" | "w:moveFrom" if !self.in_properties => self.deleted = self.deleted.saturating_sub(1),
            "w:t" | "w:delText" | "m:t" => self.in_text = false,
            "w:tc" => self.end_cell(),
            "w:tbl" => self.end_table(),
            "w:txbxContent" if self.flows.len() > 1 => {
                let items = self.flows.pop().unwrap_or_default();
                match self.paragraphs.last_mut() {
                    Some(open) => open.boxes.extend(items),
                    None => self.push(items),
                }
            }
            _ => {}
        }
    }

    /// Properties of a paragraph, a run or a cell.
    fn property(&mut self, element: &Element) {
        let cell = self.tables.last_mut().and_then(|rows| rows.last_mut()).and_then(|row| row.last_mut());
        match (element.name.as_str(), cell) {
            ("w:gridSpan", Some(cell)) => cell.columns = element.number("val").unwrap_or(1).clamp(1, 100),
            ("w:vMerge", Some(cell)) => cell.goes_on = element.value("val") != Some("restart"),
            ("w:vanish", _) if !self.in_properties => self.hidden = element.is_on(),
            ("w:rStyle", _) if !self.in_properties => {
                let style = self.styles.get(element.value("val").unwrap_or_default());
                self.hidden |= style.hidden == Some(true);
            }
            (name, _) => {
                let Some(open) = self.paragraphs.last_mut().filter(|_| self.in_properties) else { return };
                match name {
                    "w:pStyle" => element.value("val").unwrap_or_default().clone_into(&mut open.style),
                    "w:outlineLvl" => open.outline = element.number("val"),
                    "w:numId" => open.numbering = element.number("val"),
                    "w:ilvl" => open.level = element.number("val"),
                    _ => {}
                }
            }
        }
    }

    /// The style and the number of a paragraph are known before its text.
    fn end_properties(&mut self) {
        self.in_properties = false;
        let Some(open) = self.paragraphs.last_mut() else { return };
        let style = self.styles.get(&open.style);
        let outline = open.outline.or(style.outline).filter(|level| *level < 9);
        open.paragraph.heading = outline.and_then(|level| u8::try_from(level + 1).ok());
        open.paragraph.contents = style.is_contents();
        open.hidden = style.hidden == Some(true);
        let number = open.numbering.or(style.numbering).filter(|number| *number > 0);
        let level = open.level.or(style.level).unwrap_or(0);
        let printed = number.zip(self.numbering.as_mut()).and_then(|(number, all)| all.next(number, level));
        if let Some(printed) = printed {
            open.paragraph.text.push_str(&printed);
            if printed.ends_with(|c: char| c.is_ascii_alphanumeric()) {
                open.paragraph.text.push(' ');
            }
        }
    }

    /// Text of the open paragraph, printed or not.
    fn say(&mut self, text: &str) {
        let why = match (self.deleted > 0, self.hidden) {
            (true, _) => Some(DELETED),
            (false, true) => Some(HIDDEN),
            (false, false) => None,
        };
        let Some(open) = self.paragraphs.last_mut() else { return };
        match (why, open.paragraph.unseen.last_mut()) {
            (None, _) => open.paragraph.text.push_str(text),
            (Some(why), Some((known, unseen))) if *known == why => unseen.push_str(text),
            (Some(why), _) => open.paragraph.unseen.push((why, text.to_owned())),
        }
    }

    fn note(&mut self, element: &Element) {
        let kind = element.name.trim_start_matches("w:").trim_end_matches("Reference").to_owned();
        if let (Some(open), Some(id)) = (self.paragraphs.last_mut(), element.value("id")) {
            open.paragraph.notes.push((kind, id.to_owned()));
        }
    }

    fn push(&mut self, items: impl IntoIterator<Item = Item>) {
        if let Some(flow) = self.flows.last_mut() {
            flow.extend(items);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(open) = self.paragraphs.pop() else { return };
        self.hidden = false;
        self.push(std::iter::once(Item::Paragraph(open.paragraph)).chain(open.boxes));
    }

    fn cell(&mut self) {
        if let Some(row) = self.tables.last_mut().and_then(|rows| rows.last_mut()) {
            row.push(TableCell { columns: 1, rows: 1, ..TableCell::default() });
        }
        self.flows.push(Vec::new());
    }

    /// A table inside a cell is text of the cell.
    fn end_cell(&mut self) {
        if self.flows.len() < 2 {
            return;
        }
        let items = self.flows.pop().unwrap_or_default();
        let paragraphs = items.into_iter().flat_map(|item| match item {
            Item::Paragraph(paragraph) => vec![paragraph],
            Item::Table(rows) => rows.into_iter().flatten().flat_map(|cell| cell.paragraphs).collect(),
        });
        let paragraphs: Vec<Paragraph> = paragraphs.collect();
        if let Some(cell) =
            self.tables.last_mut().and_then(|rows| rows.last_mut()).and_then(|row| row.last_mut())
        {
            cell.paragraphs = paragraphs;
        }
    }

    fn end_table(&mut self) {
        let Some(rows) = self.tables.pop() else { return };
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
        if widest <= 1 {
            // A frame around text.
            let paragraphs = rows.into_iter().flatten().flat_map(|cell| cell.paragraphs);
            return self.push(paragraphs.map(Item::Paragraph).collect::<Vec<_>>());
        }
        self.push([Item::Table(merged(rows))]);
    }
}

/// The rows with cells that go on downwards put into one.
fn merged(mut rows: Vec<Vec<TableCell>>) -> Vec<Vec<TableCell>> {
    // For each column, the row and place of the cell that may go on there.
    let mut above: std::collections::BTreeMap<usize, (usize, usize)> = std::collections::BTreeMap::new();
    for row in 0..rows.len() {
        let mut column = 0;
        for place in 0..rows[row].len() {
            let (columns, goes_on) = (rows[row][place].columns, rows[row][place].goes_on);
            match above.get(&column).copied().filter(|_| goes_on) {
                Some((first, at)) => rows[first][at].rows += 1,
                None => {
                    rows[row][place].goes_on = false;
                    above.insert(column, (row, place));
                }
            }
            column += columns;
        }
    }
    for row in &mut rows {
        row.retain(|cell| !cell.goes_on);
    }
    rows
}
