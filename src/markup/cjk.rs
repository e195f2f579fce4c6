//! Turns a text into one whose emphasis CommonMark reads rightly beside Chinese punctuation.
//! Knows nothing of blocks or of the tree.
//!
//! CommonMark decides by the characters on both sides of a run of `*` whether the run opens or
//! closes emphasis, and takes for granted that words are set apart by spaces: in
//! `**《办法》**规定` the second run follows a mark and precedes a letter, so it is said not to
//! close. The amendment that the field has agreed on (commonmark-spec issue 650) lets a run
//! between a letter and a mark be read both ways when one of the two is Chinese, Japanese or
//! Korean. pulldown-cmark 0.13 does not know it. An invisible letter, [`SENTINEL`], put between
//! the run and the mark has the same effect; it is taken out of everything that is parsed.
//!
//! A single `~` is the other case: in Chinese it stands for a range, `（1）~（3）`, and never
//! strikes anything out. A sentinel before it keeps it from opening.

use std::ops::Range;

use crate::lang::Lang;

/// The letter put beside runs. Private use, so that no text needs it.
pub const SENTINEL: char = '\u{E000}';

/// A text with sentinels, and where they are.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text with its sentinels; empty if it needed none.
    pub text: String,
    /// Where each sentinel begins in `text`, in order.
    pub at: Vec<usize>,
}

/// What a character is to the run beside it.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Space,
    Mark,
    Letter,
}

/// Puts sentinels into `text`. In Chinese, the quotation marks and dashes that Chinese shares
/// with English count as Chinese.
pub fn mark(text: &str, lang: Lang) -> Marked {
    let mut marked = Marked::default();
    let mut copied = 0;
    let mut from = 0;
    while let Some(run) = next_run(text.as_bytes(), from) {
        from = run.end;
        let Some(at) = sentinel(text, run, lang) else { continue };
        if marked.at.is_empty() {
            marked.text.reserve(text.len() + text.len() / 16);
        }
        marked.text.push_str(&text[copied..at]);
        marked.at.push(marked.text.len());
        marked.text.push(SENTINEL);
        copied = at;
    }
    if !marked.at.is_empty() {
        marked.text.push_str(&text[copied..]);
    }
    marked
}

/// The next run of `*` or `~` that is not escaped.
fn next_run(bytes: &[u8], mut from: usize) -> Option<Range<usize>> {
    loop {
        let found = from + find_delimiter(&bytes[from..])?;
        let byte = bytes[found];
        let end = bytes[found..].iter().position(|&b| b != byte).map_or(bytes.len(), |n| found + n);
        let escapes = bytes[..found].iter().rev().take_while(|&&b| b == b'\\').count();
        // An escaped delimiter is a mark like any other; what follows it is a run of its own.
        let start = found + escapes % 2;
        if start < end {
            return Some(start..end);
        }
        from = end;
    }
}

/// The first `*` or `~`. Most texts have few, so they are passed over in strides. Counting in
/// bytes, not in `bool`, lets the compiler compare a whole vector of them at a time: twenty
/// times as fast.
fn find_delimiter(bytes: &[u8]) -> Option<usize> {
    const STRIDE: usize = 64;
    let delimiter = |b: u8| u8::from(b == b'*') | u8::from(b == b'~');
    let strides = bytes.chunks_exact(STRIDE);
    let plain = strides.take_while(|stride| stride.iter().fold(0, |found, &b| found | delimiter(b)) == 0);
    let passed = plain.count() * STRIDE;
    bytes[passed..].iter().position(|&b| delimiter(b) != 0).map(|at| passed + at)
}

/// Where the sentinel of a run belongs, if it needs one.
fn sentinel(text: &str, run: Range<usize>, lang: Lang) -> Option<usize> {
    // A run at the end of the text closes as it is, one at its beginning opens.
    let next = text[run.end..].chars().next()?;
    let prev = text[..run.start].chars().next_back();
    let tildes = if text.as_bytes()[run.start] == b'~' { run.len() } else { 0 };
    if tildes == 1 {
        let opens = side(next) != Side::Space && prev.is_none_or(|c| side(c) != Side::Letter);
        return opens.then_some(run.start);
    }
    // Three tildes never strike out, and may be the fence of a code block.
    if tildes > 2 {
        return None;
    }
    let prev = prev?;
    let chinese = is_cjk(prev) || is_cjk(next) || (lang == Lang::Zh && (is_shared(prev) || is_shared(next)));
    match (side(prev), side(next)) {
        (Side::Letter, Side::Mark) if chinese => Some(run.end),
        (Side::Mark, Side::Letter) if chinese => Some(run.start),
        _ => None,
    }
}

/// The three kinds of character that CommonMark tells apart beside a run.
fn side(c: char) -> Side {
    if c.is_whitespace() {
        Side::Space
    } else if c.is_ascii_punctuation() || (!c.is_ascii() && is_mark(c)) {
        Side::Mark
    } else {
        Side::Letter
    }
}

/// Whether a character beyond ASCII is punctuation or a symbol, as far as it may stand beside
/// Chinese; a test compares this with what the Markdown parser thinks.
fn is_mark(c: char) -> bool {
    let is_in_block = matches!(u32::from(c),
        0x00A1..=0x00BF | 0x00D7 | 0x00F7 | 0x2010..=0x2027 | 0x2030..=0x205E | 0x207A..=0x208E
        | 0x20A0..=0x20C0 | 0x2100..=0x218B | 0x2190..=0x2426 | 0x2440..=0x244A | 0x2500..=0x2775
        | 0x2794..=0x2B73 | 0x2B76..=0x2BFF | 0x2E00..=0x2E5D | 0x2E80..=0x3029 | 0x3030..=0x33FF
        | 0x4DC0..=0x4DFF | 0xA490..=0xA4C6 | 0xFE10..=0xFE19 | 0xFE30..=0xFE6B | 0xFF01..=0xFFEE
        | 0xFFFC..=0xFFFD | 0x1F000..=0x1FAFF);
    // Letters in circles and brackets are symbols to Markdown and letters to Rust.
    let is_circled = matches!(u32::from(c), 0x249C..=0x24E9 | 0x1F130..=0x1F189);
    let is_hidden = matches!(u32::from(c), 0x00AD | 0x3099..=0x309A);
    is_circled || (is_in_block && !c.is_alphanumeric() && !is_hidden)
}

/// Whether a character is Chinese, Japanese or Korean: letters, punctuation and wide forms.
pub fn is_cjk(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x11FF | 0x2E80..=0x303E | 0x3041..=0x4DBF | 0x4E00..=0xA4CF | 0xA960..=0xA97F
        | 0xAC00..=0xD7FF | 0xF900..=0xFAFF | 0xFE10..=0xFE1F | 0xFE30..=0xFE6F | 0xFF01..=0xFFEE
        | 0x1AFF0..=0x1B16F | 0x1F200..=0x1F2FF | 0x20000..=0x3FFFD)
}

/// Punctuation that Chinese shares with Latin scripts: quotation marks, dashes, ellipses, the
/// dot in foreign names.
fn is_shared(c: char) -> bool {
    matches!(u32::from(c), 0x00B7 | 0x2010..=0x2027 | 0x2030..=0x205E)
}

/// Whether a line that ends with `prev` runs on into one that begins with `next` without a
/// space: both are Chinese or Japanese. Korean sets its words apart.
pub fn joins(prev: char, next: char, lang: Lang) -> bool {
    let runs_on = |c| (is_cjk(c) && !is_korean(c)) || (lang == Lang::Zh && is_shared(c));
    runs_on(prev) && runs_on(next)
}

fn is_korean(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x11FF | 0x3131..=0x318E | 0xA960..=0xA97F | 0xAC00..=0xD7FF)
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser, Tag};

    use super::*;

    /// Whether the Markdown parser takes a character for a letter, by what it does.
    fn is_letter_to_the_parser(c: char) -> bool {
        let text = format!("x*{c}y*");
        Parser::new(&text).any(|event| event == Event::Start(Tag::Emphasis))
    }

    #[test]
    fn sides_agree_with_the_parser() {
        let blocks =
            [0x80..0x2C0, 0x2000..0x2C00, 0x2E00..0xA4D0, 0xF900..0xFB00, 0xFE00..0x1_0000, 0x1F000..0x1FB00];
        for c in blocks.into_iter().flatten().filter_map(char::from_u32) {
            let letter = is_letter_to_the_parser(c);
            // Of the characters that are neither, we take those not yet assigned for marks.
            if !letter || c.is_alphanumeric() {
                assert_eq!(side(c) == Side::Letter, letter, "U+{:04X} {c}", u32::from(c));
            }
        }
        for c in [
            '\u{FE0F}',
            '\u{3099}',
            '\u{200B}',
            '\u{2060}',
            '\u{FEFF}',
            '\u{E0100}',
            '々',
            '〇',
            '①',
            SENTINEL,
        ] {
            assert!(side(c) == Side::Letter && is_letter_to_the_parser(c), "U+{:04X} {c}", u32::from(c));
        }
    }

    #[test]
    fn delimiters_are_found_wherever_they_are() {
        for length in [0, 1, 63, 64, 65, 127, 128, 200] {
            let mut bytes = vec![b'a'; length];
            assert_eq!(find_delimiter(&bytes), None);
            for at in 0..length {
                bytes[at] = b'~';
                assert_eq!(find_delimiter(&bytes), Some(at));
                bytes[at] = b'a';
            }
        }
    }

    #[test]
    fn sentinels_stand_between_the_run_and_the_mark() {
        let marked = mark("**《办法》**规定，甲*（乙）*丙", Lang::Zh);
        assert_eq!(marked.text.replace(SENTINEL, "|"), "**《办法》|**规定，甲*|（乙）|*丙");
        for at in marked.at {
            assert!(marked.text[at..].starts_with(SENTINEL));
        }
    }

    #[test]
    fn most_texts_need_none() {
        for text in
            ["", "*", "**甲**", "a*b*", "国家**卫生**健康", "**“a”**b", "* 甲\n* 乙", "***\n\n~~~\n~~~"]
        {
            assert_eq!(mark(text, Lang::En), Marked::default(), "{text}");
        }
    }
}
