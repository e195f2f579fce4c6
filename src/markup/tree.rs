//! Turns the parts of a text into types.
//! Knows nothing of Markdown or of HTML.

use std::ops::Range;

/// Where a part stands: bytes of the text that was parsed, on character boundaries.
pub type Span = Range<u32>;

/// A text as a tree.
///
/// Its depth is bounded, so that it may be read, and dropped, by recursion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The blocks in reading order, headings among them.
    pub blocks: Vec<Block>,
    /// The notes by number: note `n` is `footnotes[n - 1]`. Those that the text refers to
    /// come first, in the order of their first reference; the others follow.
    pub footnotes: Vec<Footnote>,
}

/// A part of a text that stands on lines of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; what it heads follows it, up to the next heading.
    Heading(Heading),
    /// A paragraph, never empty.
    Paragraph {
        /// Its words.
        inlines: Vec<Inline>,
        /// Where it stands.
        span: Span,
    },
    /// A list.
    List(List),
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
        /// Where it stands.
        span: Span,
    },
    /// A block of code.
    Code {
        /// The language that its fence names.
        lang: Option<String>,
        /// The code as written; every line ends with a line feed.
        text: String,
        /// Where it stands, fences included.
        span: Span,
    },
    /// A table.
    Table(Table),
    /// A break between two parts of a text.
    Rule {
        /// Where it stands.
        span: Span,
    },
    /// A paragraph that holds an image and nothing else.
    Figure(Image),
}

/// A heading with what its attribute list says: `{#id .class key=value}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The identifier that was given; none is ever made up.
    pub id: Option<String>,
    /// The classes in the order in which they were given.
    pub classes: Vec<String>,
    /// Other attributes; the value is absent where only the key is given.
    pub attrs: Vec<(String, Option<String>)>,
    /// Its words.
    pub inlines: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
}

/// An ordered or unordered list.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The number of the first item, if the list is ordered.
    pub start: Option<u64>,
    /// Whether its items stand without space between them.
    pub tight: bool,
    /// The items.
    pub items: Vec<Item>,
    /// Where it stands.
    pub span: Span,
}

/// An item of a list. In a tight list, too, its words are a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Where it stands, its marker included.
    pub span: Span,
}

/// A table with one row of heads.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// One entry per column.
    pub aligns: Vec<Align>,
    /// The heads of the columns.
    pub head: Vec<Cell>,
    /// The rows. One that was written too short may be shorter than `aligns`, none is longer.
    pub rows: Vec<Vec<Cell>>,
    /// Where it stands.
    pub span: Span,
}

/// How the cells of a column are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Nothing is said.
    None,
    /// At the start of the line.
    Start,
    /// In the middle.
    Centre,
    /// At the end of the line, as for figures.
    End,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its words; none if the cell is empty.
    pub inlines: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
}

/// A note that the text refers to.
#[derive(Clone, Debug, PartialEq)]
pub struct Footnote {
    /// 1 for the first.
    pub number: u32,
    /// The label by which the text refers to it.
    pub label: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words. Two of these never stand side by side, and none is empty.
    Text {
        /// The words, with escapes, entities and soft line breaks resolved.
        text: String,
        /// Where they stand; as long as `text` unless something was resolved in them.
        span: Span,
    },
    /// Stressed words.
    Emph {
        /// What is stressed.
        children: Vec<Inline>,
        /// Where it stands, delimiters included.
        span: Span,
    },
    /// Words of weight.
    Strong {
        /// What has weight.
        children: Vec<Inline>,
        /// Where it stands, delimiters included.
        span: Span,
    },
    /// Words that no longer hold.
    Strike {
        /// What no longer holds.
        children: Vec<Inline>,
        /// Where it stands, delimiters included.
        span: Span,
    },
    /// Code.
    Code {
        /// The code, without its delimiters.
        text: String,
        /// Where it stands, delimiters included.
        span: Span,
    },
    /// A link. Boxed, since links are rare and would make every inline three times as large.
    Link(Box<Link>),
    /// An image within a line.
    Image(Box<Image>),
    /// A line break that the author asked for.
    HardBreak {
        /// Where it stands.
        span: Span,
    },
    /// A reference to a note.
    FootnoteRef {
        /// The number of the note.
        number: u32,
        /// 1 for the first reference to that note, 2 for the second.
        nth: u32,
        /// Where it stands.
        span: Span,
    },
}

/// A link to somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The target as written: a web address, a path, or a name with a scheme of the portal
    /// (`dept:nhc`). Never a scheme that could run code.
    pub target: String,
    /// What to show when the pointer rests on it.
    pub title: Option<String>,
    /// The words that carry it.
    pub children: Vec<Inline>,
    /// Where it stands, target included.
    pub span: Span,
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// The source as written: a web address or a path.
    pub src: String,
    /// What the picture shows, in words; empty only if the author left it out.
    pub alt: String,
    /// Its caption.
    pub title: Option<String>,
    /// Where it stands.
    pub span: Span,
}

impl Block {
    /// Where the block stands.
    pub fn span(&self) -> Span {
        match self {
            Block::Heading(heading) => heading.span.clone(),
            Block::List(list) => list.span.clone(),
            Block::Table(table) => table.span.clone(),
            Block::Figure(image) => image.span.clone(),
            Block::Paragraph { span, .. }
            | Block::Quote { span, .. }
            | Block::Code { span, .. }
            | Block::Rule { span } => span.clone(),
        }
    }
}

impl Inline {
    /// Where the inline stands.
    pub fn span(&self) -> Span {
        match self {
            Inline::Link(link) => link.span.clone(),
            Inline::Image(image) => image.span.clone(),
            Inline::Text { span, .. }
            | Inline::Emph { span, .. }
            | Inline::Strong { span, .. }
            | Inline::Strike { span, .. }
            | Inline::Code { span, .. }
            | Inline::HardBreak { span }
            | Inline::FootnoteRef { span, .. } => span.clone(),
        }
    }
}
