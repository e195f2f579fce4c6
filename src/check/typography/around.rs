//! Turns a character and what stands beside it into what belongs in its place, if it is too wide or too narrow.
//! Knows nothing of names, titles and quotations, whose width is their own.

use crate::lang::{Lang, is_han};

/// A character and what stands beside it.
#[derive(Clone, Copy)]
pub(super) struct Around<'r> {
    pub(super) text: &'r str,
    pub(super) at: usize,
    pub(super) char: char,
}

impl Around<'_> {
    /// Where it ends.
    pub(super) fn end(&self) -> usize {
        self.at + self.char.len_utf8()
    }

    /// The character before it in its line.
    pub(super) fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back().filter(|char| *char != '\n')
    }

    /// The character behind it in its line.
    pub(super) fn after(&self) -> Option<char> {
        self.text[self.end()..].chars().next().filter(|char| *char != '\n')
    }

    /// True for Han beside Latin, but for a document number: 国发〔2021〕6号.
    pub(super) fn meets(&self, right: &Around<'_>) -> bool {
        let is_latin = |char: char| char.is_ascii_alphanumeric();
        let digits = || self.text[..self.end()].trim_end_matches(|c: char| c.is_ascii_digit());
        (is_han(self.char) && is_latin(right.char))
            || ((is_latin(self.char) || self.char == '%') && is_han(right.char) && !digits().ends_with('〕'))
    }
}

/// What belongs in the place of a mark, digit or letter that is too wide or too narrow.
pub(super) fn right_width(around: &Around<'_>, lang: Lang) -> Option<String> {
    match lang {
        Lang::Zh => narrow_word(around).or_else(|| wide_mark(around)),
        Lang::En => narrow_word(around).or_else(|| narrow_mark(around)),
    }
}

/// Digits, letters and the percent sign are narrow in both languages.
fn narrow_word(around: &Around<'_>) -> Option<String> {
    let is_wide = matches!(around.char, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％');
    is_wide.then(|| narrow(around.char)).flatten().map(String::from)
}

fn narrow(char: char) -> Option<char> {
    match char {
        '。' => Some('.'),
        '！'..='～' => char::from_u32(u32::from(char) - 0xFEE0),
        _ => None,
    }
}

/// A narrow mark between Chinese.
fn wide_mark(around: &Around<'_>) -> Option<String> {
    let ends_chinese = |char: Option<char>| char.is_some_and(|c| is_han(c) || "》”）」』".contains(c));
    let goes_on_chinese = |char: Option<char>| char.is_none_or(|c| is_han(c) || "《“（「『".contains(c));
    let between = || ends_chinese(around.before()) && goes_on_chinese(around.after());
    let wide = match around.char {
        ',' | ';' | ':' | '!' | '?' if between() => char::from_u32(u32::from(around.char) + 0xFEE0)?,
        '.' if between() => '。',
        '(' if is_chinese_bracket(around.text, around.at) => '（',
        ')' => {
            let open = around.text[..around.at]
                .rfind(['(', '\n'])
                .filter(|at| around.text[*at..].starts_with('('))?;
            is_chinese_bracket(around.text, open).then_some('）')?
        }
        _ => return None,
    };
    Some(wide.to_string())
}

/// True for a bracket that stands right behind Chinese, or holds some, and that closes in its line.
fn is_chinese_bracket(text: &str, open: usize) -> bool {
    let inside = &text[open + 1..];
    let Some(close) = inside.find(['(', ')', '\n']).filter(|at| inside[*at..].starts_with(')')) else {
        return false;
    };
    text[..open].ends_with(is_han) || inside[..close].contains(is_han)
}

/// A wide mark in English, with the space that a narrow one wants.
fn narrow_mark(around: &Around<'_>) -> Option<String> {
    if !matches!(around.char, '，' | '。' | '；' | '：' | '！' | '？' | '（' | '）') {
        return None;
    }
    let is_chinese = |char: Option<char>| char.is_some_and(is_han);
    if is_chinese(around.before()) || is_chinese(around.after()) {
        return None;
    }
    let mark = narrow(around.char)?;
    let touches = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    Some(match mark {
        '(' if touches(around.before()) => " (".to_owned(),
        '(' => mark.to_string(),
        _ if touches(around.after()) => format!("{mark} "),
        _ => mark.to_string(),
    })
}
