//! Turns marks into an SVG element that a page holds: text stays text, colours come from the theme's classes.
//! Knows nothing of what is drawn.

use crate::markup::html::escape;
use std::fmt::{self, Display};

/// A place between the left edge (0) and the right edge (1), written in per cent: such a drawing is as wide as the
/// page lets it be, and its letters keep their size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Share(pub(super) f64);

impl Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", decimal(self.0 * 100.0))
    }
}

/// What a drawing is called and what it shows, for those who do not see it.
pub(super) struct Caption<'c> {
    /// Unique in the page.
    pub(super) id: &'c str,
    /// A heading.
    pub(super) title: &'c str,
    /// A sentence.
    pub(super) desc: &'c str,
}

/// Marks in the order in which they are drawn. Lengths are in pixels or a [`Share`].
#[derive(Debug, Default)]
pub(super) struct Drawing {
    marks: String,
}

impl Drawing {
    pub(super) fn text(&mut self, class: &str, x: impl Display, y: impl Display, text: &str) {
        self.marks.push_str(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">"));
        escape(text, &mut self.marks);
        self.marks.push_str("</text>");
    }

    /// Text that climbs to the right, for the head of a narrow column.
    pub(super) fn rising(&mut self, x: u32, y: u32, text: &str) {
        self.marks.push_str(&format!("<text transform=\"translate({x} {y}) rotate(-40)\">"));
        escape(text, &mut self.marks);
        self.marks.push_str("</text>");
    }

    pub(super) fn rect(
        &mut self,
        class: &str,
        x: impl Display,
        y: impl Display,
        width: impl Display,
        height: u32,
    ) {
        self.marks.push_str(&format!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        ));
    }

    pub(super) fn circle(&mut self, class: &str, radius: f64) {
        self.marks.push_str(&format!("<circle class=\"{class}\" r=\"{}\"/>", decimal(radius)));
    }

    pub(super) fn diamond(&mut self, class: &str) {
        self.marks.push_str(&format!("<path class=\"{class}\" d=\"M0-7 5 0 0 7-5 0z\"/>"));
    }

    pub(super) fn line(&mut self, class: &str, (x1, y1): (impl Display, u32), (x2, y2): (impl Display, u32)) {
        self.marks
            .push_str(&format!("<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>"));
    }

    /// Marks whose own zero lies at a place.
    pub(super) fn at(&mut self, x: impl Display, y: u32, draw: impl FnOnce(&mut Drawing)) {
        self.marks.push_str(&format!("<svg class=\"at\" x=\"{x}\" y=\"{y}\">"));
        draw(self);
        self.marks.push_str("</svg>");
    }

    /// As wide as its place in the page.
    pub(super) fn fluid(self, caption: &Caption<'_>, height: u32) -> String {
        self.close(caption, &format!("class=\"pic\" width=\"100%\" height=\"{height}\""))
    }

    /// Of one shape; too wide for a narrow page, so that it scrolls there.
    pub(super) fn fixed(self, caption: &Caption<'_>, width: u32, height: u32) -> String {
        let size = format!(
            "class=\"pic fixed\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\""
        );
        self.close(caption, &size)
    }

    fn close(self, caption: &Caption<'_>, size: &str) -> String {
        let Caption { id, title, desc } = caption;
        let mut out = format!("<svg {size} role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">");
        for (element, text) in [("title", title), ("desc", desc)] {
            out.push_str(&format!("<{element} id=\"{id}-{element}\">"));
            escape(text, &mut out);
            out.push_str(&format!("</{element}>"));
        }
        // Title and description say it all; the marks are for eyes.
        out.push_str("<g aria-hidden=\"true\">");
        out.push_str(&self.marks);
        out.push_str("</g></svg>");
        out
    }
}

/// About how wide a text is, in pixels, at the size in which pictures are lettered. Han characters are as wide as high.
pub(super) fn width(text: &str) -> u32 {
    text.chars().map(|letter| if is_wide(letter) { 13 } else { 7 }).sum()
}

/// A text in lines of at most so many pixels: English breaks between words, Chinese anywhere.
pub(super) fn lines(text: &str, most: u32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let fits =
            lines.last().is_none_or(|line| line.is_empty() || width(line) + width(piece.trim_end()) <= most);
        if !fits {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(piece);
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// What is never broken: a word with the space after it, a Han character with the punctuation after it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((_, letter)) = letters.next() {
        let Some((next, following)) = letters.peek() else { break };
        let closing = "，、。；：）》”·".contains(*following);
        let opening = "（《“".contains(letter);
        let may_break = letter == ' ' || ((is_wide(letter) || is_wide(*following)) && !closing && !opening);
        if may_break && *following != ' ' {
            pieces.push(&text[start..*next]);
            start = *next;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

fn is_wide(letter: char) -> bool {
    letter >= '\u{2e80}'
}

/// Two places are finer than any screen.
fn decimal(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_says_what_it_is() {
        let mut drawing = Drawing::default();
        drawing.rect("on", Share(0.125), 4, Share(1.0 / 3.0), 12);
        drawing.text("", 0, 14, "a < b");
        let caption = Caption { id: "p", title: "T & t", desc: "D" };
        assert_eq!(
            drawing.fluid(&caption, 40),
            "<svg class=\"pic\" width=\"100%\" height=\"40\" role=\"img\" aria-labelledby=\"p-title p-desc\">\
             <title id=\"p-title\">T &amp; t</title><desc id=\"p-desc\">D</desc>\
             <g aria-hidden=\"true\"><rect class=\"on\" x=\"12.5%\" y=\"4\" width=\"33.33%\" height=\"12\"/>\
             <text class=\"\" x=\"0\" y=\"14\">a &lt; b</text></g></svg>"
        );
    }

    #[test]
    fn each_script_breaks_by_its_own_rule() {
        assert_eq!(lines("Trade and market access", 90), ["Trade and", "market", "access"]);
        // No line begins with a comma.
        assert_eq!(lines("加强统筹，扩大贸易", 52), ["加强统", "筹，扩大", "贸易"]);
        assert_eq!(lines("", 52), [""]);
    }
}
