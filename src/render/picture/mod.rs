//! Turns counts and relations of the portal into pictures: an SVG with title and description, and the same as a table.
//! Knows nothing of where a picture stands in a page.
//!
//! Each picture has a file: what it shows is gathered from the model first, then a pure function draws it. What is
//! said by colour is said by shape or number too.

mod carried;
mod share;
mod svg;
mod timeline;
mod who;
mod years;

pub(super) use carried::picture as carried;
pub(super) use share::{body as share_of_body, partner as share_of_partner};
pub(super) use timeline::picture as timeline;
pub(super) use who::picture as who;
pub(super) use years::picture as years;

use super::context::Ctx;
use super::view::{Link, Picture, PictureRow};
use svg::{Caption, Drawing};

/// How a drawing takes its place in the page.
enum Size {
    /// As wide as the page lets it, so high.
    Fluid(u32),
    /// So wide and so high.
    Fixed(u32, u32),
}

/// What stands beside the drawing.
struct Told {
    /// Unique in the page; the words are `picture-<id>` and `picture-<id>-desc`.
    id: &'static str,
    /// Heads of the columns of the table.
    head: Vec<String>,
    /// Its rows.
    rows: Vec<PictureRow>,
}

/// A cell that leads nowhere.
fn plain(text: String) -> Link {
    Link { text, ..Link::default() }
}

/// A drawing with its words and its table.
fn framed(ctx: &Ctx<'_>, told: Told, drawing: Drawing, size: Size) -> Picture {
    let key = format!("picture-{}", told.id);
    let title = ctx.say(&key, &[]);
    let desc = ctx.say(&format!("{key}-desc"), &[]);
    let caption = Caption { id: told.id, title: &title, desc: &desc };
    let svg = match size {
        Size::Fluid(height) => drawing.fluid(&caption, height),
        Size::Fixed(width, height) => drawing.fixed(&caption, width, height),
    };
    Picture { id: told.id.to_owned(), title, desc, svg, head: told.head, rows: told.rows }
}
