//! Turns documents into terms and postings with `tantivy`, and walks them in order: the only module that names it
//! for writing, because its writer of one segment is not part of its promised interface.
//! Knows nothing of files or of readers.
//!
//! Slices of the documents are indexed side by side, each into one segment in memory; [`walk`] merges their terms. What
//! it gives does not depend on how many slices or threads there were.

use super::analyzer::text::Room;
use super::analyzer::{Analyzer, NAME};
use super::document::{Document, Field};
use super::quantities;
use anyhow::Context;
use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use tantivy::directory::RamDirectory;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::indexer::merge_indices;
use tantivy::postings::{Postings, TermInfo};
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::termdict::{TermMerger, TermStreamer};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};
use tantivy::{DocSet, Index, IndexBuilder, InvertedIndexReader, SegmentReader, SingleSegmentIndexWriter};
use tantivy::{TERMINATED, TantivyDocument};

/// Stands before a name in the text of a field: what follows is a term as it is.
const NAME_MARK: &str = "\u{1}";
/// The term that fills a field up to its [`padded`] length; readers never see it, and no query asks for it.
const PAD: &str = "=";

/// The length as which a field of so many terms counts: rounded up to two significant bits, so that few lengths are
/// met, and noting one for each posting takes little room.
pub(super) fn padded(terms: usize) -> usize {
    let unit = 1 << terms.checked_ilog2().unwrap_or(0).saturating_sub(1);
    terms.div_ceil(unit) * unit
}

/// tantivy writes a segment when it has so many bytes; a slice stays far below.
const BUDGET: usize = 1 << 30;

/// The fields, in the order of [`Field::ALL`], none stored: texts are shown from elsewhere.
fn schema() -> Schema {
    let mut schema = Schema::builder();
    let indexing =
        TextFieldIndexing::default().set_tokenizer(NAME).set_index_option(IndexRecordOption::WithFreqs);
    let options = TextOptions::default().set_indexing_options(indexing);
    for field in Field::ALL {
        schema.add_text_field(field.name(), options.clone());
    }
    schema.build()
}

/// tantivy's name for a field.
pub(super) fn handle(field: Field) -> tantivy::schema::Field {
    tantivy::schema::Field::from_field_id(field as u32)
}

/// Takes documents in and makes one slice of them.
pub(super) struct Writer {
    analyzer: Analyzer,
    writer: SingleSegmentIndexWriter,
}

impl Writer {
    /// An empty one.
    pub(super) fn new(analyzer: &Analyzer) -> anyhow::Result<Writer> {
        let tokenizers = TokenizerManager::new();
        tokenizers.register(
            NAME,
            Terms { analyzer: analyzer.clone(), room: Room::default(), found: Found::default() },
        );
        let builder = IndexBuilder::new().schema(schema()).tokenizers(tokenizers);
        let writer = builder.single_segment_index_writer(RamDirectory::create(), BUDGET);
        Ok(Writer { analyzer: analyzer.clone(), writer: writer.context("the index")? })
    }

    /// Takes the next document in.
    pub(super) fn add(&mut self, document: &Document) -> anyhow::Result<()> {
        let mut entry = TantivyDocument::new();
        for field in Field::ALL {
            let mut text = String::new();
            for (_, lang, words) in document.fields.iter().filter(|(found, ..)| *found == field) {
                text.extend([words, "\n", &quantities::values(&self.analyzer, words, *lang), "\n"]);
            }
            if field == Field::Title {
                let names = document.names.iter().filter_map(|name| self.analyzer.name(name));
                let names: BTreeSet<String> = names.collect();
                text.extend(names.iter().flat_map(|name| [NAME_MARK, name]));
            }
            if !text.is_empty() {
                entry.add_text(handle(field), text);
            }
        }
        self.writer.add_document(entry).context("the index")
    }

    /// One segment with all of them, numbered as they came.
    pub(super) fn finish(self) -> anyhow::Result<Index> {
        self.writer.finalize().context("the index")
    }
}

/// Slices as one segment, one behind the other.
pub(super) fn merged(slices: Vec<Index>) -> anyhow::Result<Index> {
    match <[Index; 1]>::try_from(slices) {
        Ok([only]) => Ok(only),
        Err(slices) => merge_indices(&slices, RamDirectory::create()).context("the index"),
    }
}

/// One slice, ready to be walked.
pub(super) struct Slice {
    /// The number of its first document.
    first: u32,
    /// In the order of [`Field::ALL`].
    fields: Vec<(Arc<InvertedIndexReader>, FieldNormReader)>,
}

impl Slice {
    /// Opens an index whose first document has this number.
    pub(super) fn open(index: &Index, first: u32) -> anyhow::Result<Slice> {
        let searcher = index.reader().context("the index")?.searcher();
        let segment: &SegmentReader =
            searcher.segment_readers().first().context("an index without documents")?;
        let open = |field: &Field| {
            let field = handle(*field);
            Ok((segment.inverted_index(field)?, segment.get_fieldnorms_reader(field)?))
        };
        let fields: tantivy::Result<Vec<_>> = Field::ALL.iter().map(open).collect();
        Ok(Slice { first, fields: fields.context("the index")? })
    }

    /// How many terms the documents have in a field, all told.
    pub(super) fn tokens(&self, field: Field) -> u64 {
        self.fields[field as usize].0.total_num_tokens()
    }
}

/// One document of a term in one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting {
    /// The document's number.
    pub(super) document: u32,
    /// How often the term is there.
    pub(super) frequency: u32,
    /// How long the field is there, as tantivy notes it.
    pub(super) norm: u8,
}

/// The postings of a term, one list for each of [`Field::ALL`].
pub(super) type Lists = [Vec<Posting>; Field::ALL.len()];

/// Hands every term of all slices with its postings to `take`, in the order of the terms' bytes.
pub(super) fn walk(slices: &[Slice], mut take: impl FnMut(&[u8], &Lists)) -> io::Result<()> {
    let mut streams: Vec<TermStreamer<'_>> = Vec::new();
    // Field by field within a slice, so that the number of a stream says both.
    for slice in slices {
        for (inverted, _) in &slice.fields {
            streams.push(inverted.terms().stream()?);
        }
    }
    let mut terms = TermMerger::new(streams);
    let mut lists = Lists::default();
    while terms.advance() {
        if terms.key() == PAD.as_bytes() {
            continue;
        }
        lists.iter_mut().for_each(Vec::clear);
        for (stream, found) in terms.current_segment_ords_and_term_infos() {
            let (slice, field) = (&slices[stream / Field::ALL.len()], stream % Field::ALL.len());
            slice.read(field, &found, &mut lists[field])?;
        }
        take(terms.key(), &lists);
    }
    Ok(())
}

impl Slice {
    fn read(&self, field: usize, found: &TermInfo, list: &mut Vec<Posting>) -> io::Result<()> {
        let (inverted, norms) = &self.fields[field];
        let mut postings = inverted.read_postings_from_terminfo(found, IndexRecordOption::WithFreqs)?;
        while postings.doc() != TERMINATED {
            let here = postings.doc();
            list.push(Posting {
                document: self.first + here,
                frequency: postings.term_freq(),
                norm: norms.fieldnorm_id(here),
            });
            postings.advance();
        }
        Ok(())
    }
}

/// The analyzer as tantivy asks for it.
#[derive(Clone)]
struct Terms {
    analyzer: Analyzer,
    room: Room,
    found: Found,
}

/// The terms of one text behind one another, with the end of each.
#[derive(Clone, Default)]
struct Found {
    text: String,
    ends: Vec<usize>,
}

impl Found {
    fn push(&mut self, term: &str) {
        self.text.push_str(term);
        self.ends.push(self.text.len());
    }
}

impl Tokenizer for Terms {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        let Terms { analyzer, room, found } = self;
        found.text.clear();
        found.ends.clear();
        let mut parts = text.split(NAME_MARK);
        analyzer.each_term_in(room, parts.next().unwrap_or_default(), |term| found.push(term.text));
        parts.for_each(|name| found.push(name));
        for _ in found.ends.len()..padded(found.ends.len()) {
            found.push(PAD);
        }
        Stream { found, next: 0, token: Token::default() }
    }
}

struct Stream<'a> {
    found: &'a Found,
    next: usize,
    token: Token,
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        let Some(end) = self.found.ends.get(self.next) else { return false };
        let start = if self.next == 0 { 0 } else { self.found.ends[self.next - 1] };
        self.token.text.clear();
        self.token.text.push_str(&self.found.text[start..*end]);
        self.token.position = self.next;
        self.next += 1;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
