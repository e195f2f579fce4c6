//! Turns `twins.toml` into what each translated clause was made from, and back into a file.
//! Knows nothing of who asks: whether a clause is stale is for `resolve` to say, and for `accept` to settle.
//!
//! The tool writes the file and people read it in differences, so one entry is one clause in reading order:
//!
//! ```toml
//! [[clause]]
//! id = "c2-3"
//! lang = "en"              # the language of the translated clause
//! of = "9f86d081884c7d65"  # what its source was: the mark of the source clause's Markdown
//! text = "…"               # the same in full, for the difference that an editor sees
//! by = "portal"            # who accepted the translation
//! at = 2026-11-22
//! ```
//!
//! The source of a clause is the same clause of the text that its text was made from: see [`source_of`].

use super::text::{EditionKind, PlanText};
use super::words::SourceLang;
use crate::lang::Lang;
use crate::record::{At, Date};
use crate::route::SourcePath;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one translated clause was made from.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Twin {
    /// The clause's id.
    pub id: At<String>,
    /// The language of the translated clause.
    pub lang: Lang,
    /// The [`mark`] of the source clause from which it was made.
    pub of: String,
    /// That source clause as it was: its Markdown, without the heading.
    pub text: String,
    /// Who accepted the clause as a translation of that text.
    pub by: String,
    /// When.
    pub at: Date,
}

/// The whole of a `twins.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct TwinsFile {
    /// The clauses in reading order.
    #[serde(default)]
    pub clause: Vec<Twin>,
}

/// The `twins.toml` of a plan.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Twins {
    /// The file.
    pub path: SourcePath,
    /// What it says, in its order.
    pub clauses: Vec<Twin>,
}

impl Twins {
    /// What a clause of a language was made from.
    pub fn of(&self, id: &str, lang: Lang) -> Option<&Twin> {
        self.clauses.iter().find(|twin| twin.id.as_str() == id && twin.lang == lang)
    }
}

/// By what a source clause is known again: the first 16 hexadecimal digits of the BLAKE3 of its Markdown, heading and
/// attributes left out ([`PlanText::clause_source`]).
pub fn mark(source: &str) -> String {
    blake3::hash(source.as_bytes()).to_hex()[..16].to_owned()
}

/// The text in the other language from which a text was made: a translation from the official text, a digest from the
/// digest; else the best there is.
pub fn source_of<'t>(texts: &'t [PlanText], text: &PlanText) -> Option<&'t PlanText> {
    let kind = match text.file.kind {
        EditionKind::Official | EditionKind::Translation => EditionKind::Official,
        EditionKind::Digest => EditionKind::Digest,
    };
    let mut others = texts.iter().filter(|other| other.file.lang != text.file.lang);
    let best = others.clone().next();
    others.find(|other| other.file.kind == kind).or(best)
}

/// The best text of a language that has a clause.
pub fn own_text<'t>(texts: &'t [PlanText], id: &str, lang: Lang) -> Option<&'t PlanText> {
    texts.iter().find(|text| text.file.lang == lang && text.clause(id).is_some())
}

/// What the clause of a language is made from, as it is written now; none where the source no longer has it.
pub fn source_clause<'t>(texts: &'t [PlanText], id: &str, lang: Lang) -> Option<&'t str> {
    let source = source_of(texts, own_text(texts, id, lang)?)?;
    Some(source.clause_source(source.clause(id)?))
}

/// The languages in which the texts of a plan are made from those of the other one; none where both are official.
pub fn translated(source: SourceLang) -> &'static [Lang] {
    match source {
        SourceLang::Zh => &[Lang::En],
        SourceLang::En => &[Lang::Zh],
        SourceLang::Both => &[],
    }
}

/// The file that says what these entries say.
pub fn write(clauses: &[Twin]) -> String {
    #[derive(Serialize)]
    struct Row<'a> {
        id: &'a str,
        lang: Lang,
        of: &'a str,
        text: &'a str,
        by: &'a str,
        at: toml::value::Datetime,
    }
    let mut file =
        String::from("# Written by `diptych accept`: what each translated clause was made from.\n");
    for twin in clauses {
        let at = toml::value::Date {
            year: twin.at.year().unsigned_abs(),
            month: twin.at.month(),
            day: twin.at.day(),
        };
        let row = Row {
            id: &twin.id,
            lang: twin.lang,
            of: &twin.of,
            text: &twin.text,
            by: &twin.by,
            at: toml::value::Datetime { date: Some(at), time: None, offset: None },
        };
        // A row of texts and a date is always TOML.
        let row = toml::to_string_pretty(&row).unwrap_or_default();
        file.push_str("\n[[clause]]\n");
        file.push_str(&row);
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record;

    #[test]
    fn what_is_written_is_read_again() {
        let twin = |id: &str, text: &str| Twin {
            id: At { value: id.to_owned(), ..At::default() },
            lang: Lang::En,
            of: mark(text),
            text: text.to_owned(),
            by: "portal".to_owned(),
            at: Date::parse("2026-01-02").unwrap(),
        };
        let twins =
            [twin("c1", "甲，“乙”。"), twin("c2", "- 一\n- \"二\" \\ '''三'''\n\n| 甲 |\n|---|\n| 乙 |")];
        let file = write(&twins);
        let path = SourcePath::new("content/plans/a/twins.toml").unwrap();
        let (read, faults) = record::read::<TwinsFile>(&file, &path);
        assert_eq!(faults, []);
        let said = |twin: &Twin| {
            (twin.id.value.clone(), twin.lang, twin.of.clone(), twin.text.clone(), twin.by.clone(), twin.at)
        };
        let read: Vec<_> = read.unwrap().clause.iter().map(said).collect();
        assert_eq!(read, twins.iter().map(said).collect::<Vec<_>>());
        assert_eq!(write(&[]).lines().count(), 1);
    }

    #[test]
    fn other_words_have_another_mark() {
        assert_eq!(mark("甲").len(), 16);
        assert_ne!(mark("甲"), mark("乙"));
    }
}
