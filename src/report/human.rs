//! Turns diagnostics into text for a terminal: the quoted line, a marker aligned under Chinese text, a hint.
//! Knows nothing of streams: `command` prints what this returns.

use super::{Diagnostic, Severity, Wording, place::floor_boundary};
use crate::route::SourcePath;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::ops::Range;

/// How the text may look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// With colours.
    Styled,
    /// Without: `NO_COLOR`, a pipe, a test.
    Plain,
}

/// One block of text per diagnostic. `quote` gives the text of a file, as the spans count it.
pub fn human(
    diagnostic: &Diagnostic,
    wording: &Wording,
    look: Look,
    quote: &dyn Fn(&SourcePath) -> Option<String>,
) -> String {
    let label = wording.severity(diagnostic.severity());
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.with_name(label.as_str()).primary_title(wording.message(diagnostic));
    let mut group = annotate_snippets::Group::with_title(title.id(diagnostic.code.name()));
    let text = diagnostic.place.as_ref().and_then(|place| quote(&place.path));
    let excerpt =
        diagnostic.place.as_ref().zip(text.as_deref()).map(|(place, text)| excerpt(text, &place.span));
    if let (Some(place), Some(excerpt)) = (&diagnostic.place, &excerpt) {
        let snippet = Snippet::source(excerpt.text).path(place.path.as_str()).line_start(excerpt.line);
        group = group.element(snippet.annotation(AnnotationKind::Primary.span(excerpt.span.clone())));
    } else if let Some(place) = &diagnostic.place {
        group = group.element(annotate_snippets::Origin::path(place.path.as_str()));
    }
    let hint_name = wording.word("hint", &[]);
    if let Some(hint) = wording.hint(diagnostic) {
        group = group.element(Level::HELP.with_name(hint_name.as_str()).message(hint));
    }
    let renderer = match look {
        Look::Styled => Renderer::styled(),
        Look::Plain => Renderer::plain(),
    };
    let mut block = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    block.push('\n');
    block
}

struct Excerpt<'a> {
    text: &'a str,
    line: usize,
    span: Range<usize>,
}

/// The first line that a span touches, so that a span over a whole file quotes one line and not a thousand;
/// a line of more than 400 characters is cut around the span.
fn excerpt<'a>(text: &'a str, span: &Range<usize>) -> Excerpt<'a> {
    let start = floor_boundary(text, span.start);
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let to = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let line = text[..from].bytes().filter(|byte| *byte == b'\n').count() + 1;
    let near = floor_boundary(text, start.saturating_sub(300)).max(from);
    let far = floor_boundary(text, (start + 900).min(to)).max(start);
    let end = floor_boundary(text, span.end).clamp(start, far);
    let end = if end == start {
        text[start..far].chars().next().map_or(start, |c| start + c.len_utf8())
    } else {
        end
    };
    Excerpt { text: &text[near..far], line, span: start - near..end - near }
}
