//! Turns one Markdown text of a plan into clauses, and supplies the texts of a plan when they are needed.
//! Knows nothing of the other language, of links' ends or of HTML.

use super::PlanFolder;
use super::clause_id::{ClauseId, is_same_id, split_number};
use crate::lang::Lang;
use crate::markup::{self, Document, FaultKind, Section};
use crate::memory::Key;
use crate::report::{Code, Diagnostic, Place};
use crate::route::SourcePath;
use crate::source::Sources;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a text is, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EditionKind {
    /// The issuers' own text.
    Official,
    /// A translation of the official text.
    Translation,
    /// The portal's own wording.
    Digest,
}

impl EditionKind {
    /// The word in file names, data and messages.
    pub fn word(self) -> &'static str {
        match self {
            EditionKind::Official => "official",
            EditionKind::Translation => "translation",
            EditionKind::Digest => "digest",
        }
    }

    /// All kinds, best first.
    pub const ALL: [EditionKind; 3] = [EditionKind::Official, EditionKind::Translation, EditionKind::Digest];
}

/// A text of a plan: what it is, in which language, in which file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextFile {
    /// What it is.
    pub kind: EditionKind,
    /// Its language.
    pub lang: Lang,
    /// The file.
    pub path: SourcePath,
}

/// Parts the texts of a plan folder from its other files: `digest.zh.md` is what it is by its name.
pub(super) fn texts_of<'a>(
    files: &[(&'a str, &'a SourcePath)],
) -> (Vec<TextFile>, Vec<(&'a str, &'a SourcePath)>) {
    let mut texts = Vec::new();
    let mut rest = Vec::new();
    for (name, path) in files {
        let known = EditionKind::ALL.into_iter().flat_map(|kind| Lang::ALL.map(|lang| (kind, lang)));
        let mut named = known.filter(|(kind, lang)| *name == format!("{}.{}.md", kind.word(), lang.code()));
        match named.next() {
            Some((kind, lang)) => texts.push(TextFile { kind, lang, path: (*path).clone() }),
            None => rest.push((*name, *path)),
        }
    }
    texts.sort_by_key(|text| (text.lang, text.kind));
    (texts, rest)
}

/// A text, read and parsed.
#[derive(Debug)]
pub struct PlanText {
    /// Which text.
    pub file: TextFile,
    /// Its words as a tree.
    pub document: Document,
    /// Its clauses in reading order.
    pub clauses: Vec<ClauseText>,
    /// The bytes that it was read from.
    pub source: String,
}

/// One clause of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseText {
    /// Its id.
    pub id: String,
    /// The id, taken apart.
    pub parsed: ClauseId,
    /// The printed number, where the text gives one.
    pub number: Option<String>,
    /// The heading's words, without number.
    pub heading: String,
    /// The heading is inferred.
    pub inferred: bool,
    /// Text is lost here.
    pub gap: bool,
    /// The heading's bytes.
    pub span: Range<usize>,
    /// The blocks under it, for [`Document::section_at`].
    pub blocks: Range<usize>,
}

impl PlanText {
    /// What stands under a clause's heading.
    pub fn section(&self, clause: &ClauseText) -> Section<'_> {
        self.document.section_at(clause.blocks.clone())
    }

    /// The clause with an id.
    pub fn clause(&self, id: &str) -> Option<&ClauseText> {
        self.clauses.iter().find(|clause| is_same_id(&clause.id, id))
    }

    /// The bytes of a clause, heading and attributes left out: what its hash is made of.
    pub fn clause_source(&self, clause: &ClauseText) -> &str {
        let section = self.section(clause);
        let start = section.blocks.first().map(|block| block.span().start as usize);
        let end = section.blocks.last().map(|block| block.span().end as usize);
        start.zip(end).and_then(|(start, end)| self.source.get(start..end)).unwrap_or_default()
    }
}

/// Supplies the texts of a plan: read, parsed, handed over, and dropped by whoever asked.
#[derive(Clone, Copy)]
pub struct Bodies<'a> {
    sources: &'a Sources,
}

impl<'a> Bodies<'a> {
    /// Reads from these files.
    pub fn new(sources: &'a Sources) -> Self {
        Bodies { sources }
    }

    /// The hash of a file; none where it cannot be read.
    pub fn key(&self, path: &SourcePath) -> Option<Key> {
        self.sources.key(path)
    }

    /// All texts of a plan, best first within a language, and their faults.
    pub fn of(&self, plan: &PlanFolder) -> (Vec<PlanText>, Vec<Diagnostic>) {
        self.some_of(plan, &Lang::ALL)
    }

    /// The same of some languages only.
    pub fn some_of(&self, plan: &PlanFolder, langs: &[Lang]) -> (Vec<PlanText>, Vec<Diagnostic>) {
        let mut faults = Vec::new();
        let mut texts = Vec::with_capacity(plan.texts.len());
        for file in plan.texts.iter().filter(|file| langs.contains(&file.lang)) {
            match self.sources.text(&file.path) {
                Ok(source) => texts.push(read(file, source, &mut faults)),
                Err(unreadable) => faults.push(unreadable.diagnostic(&file.path)),
            }
        }
        (texts, faults)
    }

    /// A part of one text, from a heading to before another: much cheaper than the whole where a page needs one clause.
    /// `None` where the part may lean on the rest of the text, by notes or by links that are defined elsewhere.
    pub fn part(&self, file: &TextFile, bytes: Range<usize>) -> Option<PlanText> {
        let source = self.sources.text(&file.path).ok()?;
        let part = source.get(bytes)?;
        let leans = part.contains("[^") || part.contains("][") || part.contains("[]");
        (!leans).then(|| read(file, part.to_owned(), &mut Vec::new()))
    }

    /// One text of a plan as it is written, for whoever needs no tree.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn source(&self, file: &TextFile) -> anyhow::Result<String> {
        let path = &file.path;
        self.sources.text(path).map_err(|unreadable| anyhow::anyhow!("cannot read {path}: {unreadable:?}"))
    }

    /// One Markdown file that is no plan's: a page.
    pub fn page(&self, path: &SourcePath, lang: Lang) -> (Option<Document>, Vec<Diagnostic>) {
        match self.sources.text(path) {
            Ok(source) => {
                let (document, found) = markup::parse(&source, lang);
                (Some(document), found.into_iter().map(|fault| markup_fault(fault, path)).collect())
            }
            Err(unreadable) => (None, vec![unreadable.diagnostic(path)]),
        }
    }

    /// A file as it is: a picture, a static file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn bytes(&self, path: &SourcePath) -> anyhow::Result<Vec<u8>> {
        self.sources.bytes(path).map_err(|unreadable| anyhow::anyhow!("cannot read {path}: {unreadable:?}"))
    }
}

/// Parses a text and cuts it into clauses.
pub fn read(file: &TextFile, source: String, faults: &mut Vec<Diagnostic>) -> PlanText {
    let (document, found) = markup::parse(&source, file.lang);
    faults.extend(found.into_iter().map(|fault| markup_fault(fault, &file.path)));
    let mut clauses: Vec<ClauseText> = Vec::new();
    for section in document.sections() {
        match clause(&section, &file.path) {
            Ok(clause) if clauses.iter().any(|known| is_same_id(&known.id, &clause.id)) => {
                let fault = Diagnostic::new(Code::DuplicateId).with("id", &clause.id).with("kind", "clause");
                faults.push(fault.at(Place::new(&file.path, clause.span)));
            }
            Ok(clause) => {
                check_number(&clause, &file.path, faults);
                clauses.push(clause);
            }
            Err(fault) => faults.push(*fault),
        }
    }
    PlanText { file: file.clone(), document, clauses, source }
}

fn clause(section: &Section<'_>, path: &SourcePath) -> Result<ClauseText, Box<Diagnostic>> {
    let bytes = |span: markup::Span| span.start as usize..span.end as usize;
    let Some(heading) = section.heading else {
        let span = section.span().map_or(0..0, bytes);
        return Err(Box::new(Diagnostic::new(Code::TextOutsideClause).at(Place::new(path, span))));
    };
    let span = bytes(heading.span.clone());
    let words = markup::plain::of_inlines(&heading.inlines);
    let Some(id) = heading.id.as_deref() else {
        let fault = Diagnostic::new(Code::HeadingWithoutId).with("heading", words);
        return Err(Box::new(fault.at(Place::new(path, span))));
    };
    let Some(parsed) = ClauseId::parse(id) else {
        return Err(Box::new(
            Diagnostic::new(Code::MalformedId).with("value", id).at(Place::new(path, span)),
        ));
    };
    let (printed, rest) = split_number(&words);
    let given = heading.attrs.iter().find(|(key, _)| key == "number").and_then(|(_, value)| value.as_deref());
    let given = given.map(|value| value.trim_matches('"').to_owned());
    let has = |class: &str| heading.classes.iter().any(|known| known == class);
    Ok(ClauseText {
        id: id.to_owned(),
        parsed,
        number: given.or_else(|| printed.map(str::to_owned)),
        heading: rest.to_owned(),
        inferred: has("inferred"),
        gap: has("gap"),
        span,
        blocks: section.at.clone(),
    })
}

fn check_number(clause: &ClauseText, path: &SourcePath, faults: &mut Vec<Diagnostic>) {
    let Some(number) = &clause.number else { return };
    if !clause.parsed.agrees_with(number) {
        let fault = Diagnostic::new(Code::ClauseNumber).with("id", &clause.id).with("number", number);
        faults.push(fault.at(Place::new(path, clause.span.clone())));
    }
}

fn markup_fault(fault: markup::Fault, path: &SourcePath) -> Diagnostic {
    let diagnostic = match fault.kind {
        FaultKind::RawHtml => Diagnostic::new(Code::RawHtml),
        FaultKind::DangerousLink(target) => Diagnostic::new(Code::DangerousLink).with("target", target),
        FaultKind::TooDeep => Diagnostic::new(Code::TooDeep).with("limit", markup::DEPTH.to_string()),
        FaultKind::ImageWithoutAlt => Diagnostic::new(Code::ImageWithoutAlt),
        FaultKind::UnusedFootnote => Diagnostic::new(Code::UnusedFootnote),
        FaultKind::PrivateUse => Diagnostic::new(Code::PrivateUse),
        _ => Diagnostic::new(Code::MarkdownUnreadable),
    };
    diagnostic.at(Place::new(path, fault.span.start as usize..fault.span.end as usize))
}

/// The note on a text in `plan.toml`, if there is one.
pub fn edition_note<'a>(plan: &'a PlanFolder, file: &TextFile) -> Option<&'a super::plan::EditionNote> {
    let notes = &plan.record.edition;
    let note = match (file.kind, file.lang) {
        (EditionKind::Official, Lang::Zh) => &notes.official_zh,
        (EditionKind::Official, Lang::En) => &notes.official_en,
        (EditionKind::Translation, Lang::Zh) => &notes.translation_zh,
        (EditionKind::Translation, Lang::En) => &notes.translation_en,
        (EditionKind::Digest, Lang::Zh) => &notes.digest_zh,
        (EditionKind::Digest, Lang::En) => &notes.digest_en,
    };
    note.as_ref()
}
