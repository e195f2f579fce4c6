//! Turns the texts of a plan into the Markdown of each clause and the checksum of each text.
//! Knows nothing of records.
//!
//! A text is cut at its headings. Where a language has one text, the skeleton keeps their places and the text is not
//! parsed again: the data of a large portal is made of all its texts, several times.

use super::measure::checksum;
use super::portal::Portal;
use super::value::Edition;
use crate::content::{TextFile, text};
use crate::lang::Lang;
use crate::resolve::Skeleton;
use std::collections::BTreeMap;
use std::ops::Range;

/// One text of a plan, clause by clause.
pub(super) struct EditionText {
    pub(super) lang: Lang,
    pub(super) kind: Edition,
    /// The Markdown under each heading; clauses without text are not there.
    pub(super) clauses: BTreeMap<String, String>,
}

/// Reads the texts of a plan, best first within a language.
///
/// # Errors
/// When one cannot be read.
pub(super) fn of(portal: Portal<'_>, plan: usize) -> anyhow::Result<Vec<EditionText>> {
    let folder = &portal.site.catalog.plans[plan];
    let mut texts = Vec::with_capacity(folder.texts.len());
    for file in &folder.texts {
        let source = portal.bodies.source(file)?;
        let alone = folder.texts.iter().filter(|other| other.lang == file.lang).count() == 1;
        let heads = match alone {
            true => heads_kept(&portal.site.skeletons[plan], file.lang),
            false => heads_parsed(file, &source),
        };
        texts.push(EditionText { lang: file.lang, kind: file.kind.into(), clauses: cut(heads, &source) });
    }
    Ok(texts)
}

/// The checksums of the texts of a plan, in the order of its files: of UTF-8 without byte order mark, lines ending
/// in LF.
///
/// # Errors
/// When one cannot be read.
pub(super) fn checksums(portal: Portal<'_>, plan: usize) -> anyhow::Result<Vec<String>> {
    let files = portal.site.catalog.plans[plan].texts.iter();
    files.map(|file| Ok(checksum(portal.bodies.source(file)?.as_bytes()))).collect()
}

/// The headings of a text in its order: where each stands, and the clause's id.
type Heads = Vec<(Range<usize>, String)>;

/// The headings of the only text in a language.
fn heads_kept(skeleton: &Skeleton, lang: Lang) -> Heads {
    let clauses = skeleton.clauses.iter();
    let heads = clauses.filter_map(|clause| Some((clause.span.get(lang)?.range(), clause.id.to_string())));
    let mut heads: Heads = heads.collect();
    heads.sort_by_key(|(span, _)| span.start);
    heads
}

/// The headings of a text that is one of several.
fn heads_parsed(file: &TextFile, source: &str) -> Heads {
    let text = text::read(file, source.to_owned(), &mut Vec::new());
    text.clauses.into_iter().map(|clause| (clause.span, clause.id)).collect()
}

/// The text between the headings, notes included.
fn cut(heads: Heads, source: &str) -> BTreeMap<String, String> {
    let ends: Vec<usize> = heads.iter().skip(1).map(|(span, _)| span.start).chain([source.len()]).collect();
    let mut clauses = BTreeMap::new();
    for ((span, id), end) in heads.into_iter().zip(ends) {
        let text = without_blank_lines(source.get(span.end..end).unwrap_or_default());
        if !text.is_empty() {
            clauses.insert(id, text.to_owned());
        }
    }
    clauses
}

/// Takes the empty lines before and after away, and leaves the indent of the first line, which is markup.
fn without_blank_lines(text: &str) -> &str {
    let text = text.trim_end();
    let first = text.len() - text.trim_start().len();
    let line = text[..first].rfind('\n').map_or(0, |at| at + 1);
    &text[line..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::Made;

    #[test]
    fn blank_lines_around_a_text_go_and_its_indent_stays() {
        assert_eq!(without_blank_lines("\n  \n    code\n\nmore \n\n"), "    code\n\nmore");
        assert_eq!(without_blank_lines("one"), "one");
        assert_eq!(without_blank_lines(" \n\n"), "");
    }

    #[test]
    fn the_headings_kept_are_those_that_parsing_finds() {
        let made = Made::portal();
        let (mut alone, mut others) = (0, 0);
        for (_, folder, skeleton) in made.site.plans() {
            for file in &folder.texts {
                let parsed = heads_parsed(file, &made.view().bodies.source(file).unwrap());
                if folder.texts.iter().filter(|other| other.lang == file.lang).count() == 1 {
                    assert_eq!(heads_kept(skeleton, file.lang), parsed, "{}", file.path);
                    alone += 1;
                } else {
                    others += 1;
                }
            }
        }
        assert_eq!((alone, others), (2, 2), "the test portal has both kinds");
    }
}
