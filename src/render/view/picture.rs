//! Turns a picture into what a template may see: the drawing, and the same as a table.

use super::Link;
use serde::Serialize;

/// A picture drawn when the site is built.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Picture {
    /// Anchor.
    pub id: String,
    /// Heading; also the title of the drawing.
    pub title: String,
    /// What it shows and how to read it; also the description of the drawing.
    pub desc: String,
    /// The drawing: an `<svg>` element.
    pub svg: String,
    /// Heads of the columns of the table that says the same.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Vec<PictureRow>,
}

/// One row of the table that says the same as a picture.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PictureRow {
    /// What the row is about.
    pub name: Link,
    /// The other cells, formatted; an empty text for none.
    pub cells: Vec<Link>,
}
