//! Turns records into the rows of a spreadsheet: columns with a heading in each language, cells that run nothing.
//! Knows nothing of which records there are.

use super::portal::Portal;
use super::value::{Exact, Iso, Pair, UnitName, When};
use super::words::{Word, yes};
use crate::lang::{Bilingual, Lang, Texts};
use crate::resolve::EntityKind;

/// What stands between the values of a list in one cell.
pub(super) const SEPARATOR: &str = "; ";

/// One column.
pub(super) struct Column<R> {
    /// Its heading.
    pub(super) head: Bilingual<&'static str>,
    /// What it says of a record.
    cell: fn(&R, &Sheet<'_>) -> String,
}

/// A column with its headings and its rule.
pub(super) fn column<R>(zh: &'static str, en: &'static str, cell: fn(&R, &Sheet<'_>) -> String) -> Column<R> {
    Column { head: Bilingual { zh, en }, cell }
}

/// A spreadsheet in one language.
pub(super) struct Sheet<'a> {
    pub(super) portal: Portal<'a>,
    pub(super) lang: Lang,
}

impl Sheet<'_> {
    /// The first line: headings, after the mark by which spreadsheets know UTF-8.
    pub(super) fn head<R>(&self, columns: &[Column<R>]) -> anyhow::Result<Vec<u8>> {
        let mut line = "\u{feff}".as_bytes().to_vec();
        line.extend(row(columns.iter().map(|column| (*column.head.get(self.lang)).to_owned()))?);
        Ok(line)
    }

    /// The line of a record.
    pub(super) fn row<R>(&self, columns: &[Column<R>], record: &R) -> anyhow::Result<Vec<u8>> {
        row(columns.iter().map(|column| (column.cell)(record, self)))
    }

    /// The text in the sheet's language.
    pub(super) fn pick(&self, text: &Pair) -> String {
        text.get(self.lang).clone()
    }

    /// The text in the sheet's language, if there is any.
    pub(super) fn picked(&self, text: Option<&Pair>) -> String {
        text.map(|text| self.pick(text)).unwrap_or_default()
    }

    /// A word of a closed vocabulary.
    pub(super) fn word(&self, word: impl Word) -> String {
        word.label(self.lang)
    }

    /// A word of a closed vocabulary, if there is one.
    pub(super) fn maybe(&self, word: Option<impl Word>) -> String {
        word.map(|word| self.word(word)).unwrap_or_default()
    }

    /// 是 / yes.
    pub(super) fn yes(&self, flag: bool) -> String {
        yes(flag, self.lang).to_owned()
    }

    /// The names of what some ids name.
    pub(super) fn names<'i>(&self, kind: EntityKind, ids: impl IntoIterator<Item = &'i String>) -> String {
        list(ids.into_iter().map(|id| self.portal.name(kind, id, self.lang)))
    }

    /// The short title of a plan.
    pub(super) fn plan(&self, id: &str) -> String {
        self.portal.short_title(id, self.lang)
    }

    /// The unit's word.
    pub(super) fn unit(&self, unit: Option<&UnitName>) -> String {
        let word = |unit: &UnitName| match self.lang {
            Lang::Zh => unit.zh.clone(),
            Lang::En => unit.en.clone(),
        };
        unit.map(word).unwrap_or_default()
    }

    /// The words of a time.
    pub(super) fn time_text(&self, time: Option<&When>) -> String {
        self.picked(time.and_then(|time| time.text.as_ref()))
    }
}

/// Values in one cell.
pub(super) fn list(values: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut cell = String::new();
    for value in values {
        if !cell.is_empty() {
            cell.push_str(SEPARATOR);
        }
        cell.push_str(value.as_ref());
    }
    cell
}

/// A text that may be missing.
pub(super) fn text(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

/// A text in one language that may be missing.
pub(super) fn in_lang(texts: &Texts<String>, lang: Lang) -> String {
    text(texts.get(lang))
}

/// A date that may be missing.
pub(super) fn date(date: Option<&Iso>) -> String {
    text(date.map(|date| &date.0))
}

/// A number that may be missing.
pub(super) fn number(number: Option<&Exact>) -> String {
    text(number.map(|number| &number.0))
}

/// One line of CSV as RFC 4180 has it.
fn row(cells: impl Iterator<Item = String>) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(cells.map(|cell| harmless(cell).into_bytes()))?;
    writer.into_inner().map_err(|error| anyhow::anyhow!("cannot write CSV: {error}"))
}

/// Spreadsheets run a cell that begins like a formula; an apostrophe before it makes it a text again. Full-width
/// signs count, since East Asian versions read them like the narrow ones.
fn harmless(cell: String) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if formula && !is_number(&cell) { format!("'{cell}") } else { cell }
}

/// `-5`, `+3.5`.
fn is_number(cell: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    match unsigned.split_once('.') {
        Some((units, decimals)) => digits(units) && digits(decimals),
        None => digits(unsigned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_begins_like_a_formula_is_a_text() {
        for formula in [
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-1-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "＝1",
            "- 甲",
            "-",
            "+1.",
            "-1/3",
        ] {
            assert_eq!(harmless(formula.to_owned()), format!("'{formula}"), "{formula:?}");
        }
        for plain in ["-5", "+3", "-3.50", "30", "1/3", "", "甲=乙", "'", " =1", "a-b"] {
            assert_eq!(harmless(plain.to_owned()), plain);
        }
    }

    #[test]
    fn a_row_is_quoted_only_where_it_must_be() {
        let cells = ["甲", "a,b", "say \"x\"", "two\nlines", ""].map(str::to_owned);
        let line = String::from_utf8(row(cells.into_iter()).unwrap()).unwrap();
        assert_eq!(line, "甲,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\r\n");
    }
}
