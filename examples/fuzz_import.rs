//! Turns seeds into hostile files, imports each, and counts what goes wrong: `fuzz_import [EXECUTIONS] [SEED]`.
//! Knows nothing of what the files say. A finding is a panic, an account that does not cover the text, records that are
//! proposed otherwise a second time, a plan that the portal cannot read, or an import that takes longer than its length
//! allows; the input is printed, so that it can become a test.
#![expect(clippy::print_stdout, reason = "an example talks to whoever runs it")]

use diptych::build::{Options, Timings, load_sources};
use diptych::content::{self, Catalog};
use diptych::import::read::Limits;
use diptych::import::repair::repair;
use diptych::import::stub::Stubs;
use diptych::import::taken::Taken;
use diptych::import::{Import, import, structure};
use diptych::report::{Code, Report};
use diptych::source::Sources;
use std::io::{Cursor, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What every reader and the structure parser begin from.
const SEEDS: [&str; 6] = [
    "关于印发《书房方案》的通知\n河图发〔2031〕6号\n各市图书馆局：\n一、总体要求\n（一）建设书房。到2035年，建成360个。\n1.选址。\n2．装修。\n第一条 附则\n省图书馆局牵头，各市参与。\n",
    "序号\t类别\t指标\t属性\t目标\n1\t设施\t书房(个)\t预期性\t60\n\t建设\t(册)\t\t\n2\t\t覆盖率(%)\t约束性\t100\n\n注：1. 书房。\n",
    "为建设书房，方便群众，改善服务，提升水平，现提出以下措施。\n\n一是选址。二是装修。\n\n— 3 —\n目录\n一、要求……1\n",
    "<html><body><div><h1>书房</h1><table><tr><td rowspan=2>甲</td><td colspan=3>乙</td></tr><tr><td>丙</td></tr></table><ol><li>一<br>二</ol></div>",
    "<w:document><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"4\"/></w:numPr></w:pPr><w:r><w:t>书房</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/><w:gridSpan w:val=\"9\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>",
    "<w:numbering><w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl></w:abstractNum><w:num w:numId=\"4\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>",
];

/// Pieces that change what stands around them.
const PIECES: [&str; 28] = [
    "\n",
    "\n\n",
    "\t",
    "\u{c}",
    "\r",
    "\u{0}",
    "\u{202e}",
    "\u{e000}",
    "《",
    "》",
    "“",
    "”",
    "（",
    "）",
    "(",
    "一、",
    "（一）",
    "1.",
    "第九十九条",
    "。",
    "<b>",
    "</p>",
    "<table>",
    "<td colspan=99999>",
    "&#0;",
    "<w:del>",
    "</w:p>",
    "[bookmark:",
];

/// The portal that takes the files in: its registers know some of the names.
const PORTAL: &str = include_str!("../tests/support/sound.txt");

/// Faults of what a person wrote, which no file that the tool writes may have.
const MALFORMED: [Code; 14] = [
    Code::TomlSyntax,
    Code::UnknownKey,
    Code::MissingKey,
    Code::WrongType,
    Code::UnknownValue,
    Code::MalformedDate,
    Code::MalformedNumber,
    Code::MalformedId,
    Code::UnknownDepartment,
    Code::UnknownPartner,
    Code::UnknownPlace,
    Code::UnknownUnit,
    Code::UnknownClause,
    Code::HeadingWithoutId,
];

/// A small generator with a seed, so that a run can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (most.max(1) as u64)).unwrap_or(0)
    }

    fn text(&mut self) -> String {
        let mut text: Vec<char> = SEEDS[self.below(SEEDS.len())].chars().collect();
        for _ in 0..self.below(12) {
            let (at, other) = (self.below(text.len() + 1), self.below(text.len() + 1));
            let (start, end) = (at.min(other), at.max(other));
            match self.below(4) {
                0 => drop(text.drain(start..end)),
                1 => text.splice(at..at, PIECES[self.below(PIECES.len())].chars()).for_each(drop),
                2 => {
                    let copy: Vec<char> = text[start..end].to_vec();
                    text.splice(at..at, copy).for_each(drop);
                }
                _ => text.splice(at..at, SEEDS[self.below(SEEDS.len())].chars()).for_each(drop),
            }
            text.truncate(20_000);
        }
        text.into_iter().collect()
    }

    /// A name and the bytes of a file.
    fn file(&mut self) -> (&'static str, Vec<u8>) {
        let text = self.text();
        let mut bytes = match self.below(5) {
            0 => return ("x.docx", packed(&text, &self.text())),
            1 => encoding_rs::GB18030.encode(&text).0.into_owned(),
            2 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            _ => text.into_bytes(),
        };
        for _ in 0..self.below(3) {
            let at = self.below(bytes.len());
            if let Some(byte) = bytes.get_mut(at) {
                *byte = u8::try_from(self.below(256)).unwrap_or(0);
            }
        }
        (["x.txt", "x.html", "x.docx"][self.below(3)], bytes)
    }
}

fn packed(document: &str, numbering: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in
        [("word/document.xml", document), ("word/numbering.xml", numbering), ("word/styles.xml", numbering)]
    {
        let started = zip.start_file(name, SimpleFileOptions::default()).is_ok();
        let _ = started && zip.write_all(text.as_bytes()).is_ok();
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// What is wrong with an import, if anything.
fn wrong(found: &Import) -> Option<&'static str> {
    let mut at = 0;
    for entry in &found.account.entries {
        if entry.bytes.start != at || entry.chars.is_empty() {
            return Some("the account has a gap or an overlap");
        }
        at = entry.bytes.end;
    }
    let again = structure::draft(&repair(&found.manuscript));
    if at != found.manuscript.text.len() {
        return Some("the account does not reach the end");
    }
    (again != found.draft).then_some("the same text gave another draft")
}

/// The files of the portal with the plan that an import becomes, and what is reported of it.
fn take(found: Import, catalog: &Catalog) -> (Vec<(String, Vec<u8>)>, String) {
    let mut stubs = Stubs::of(catalog);
    let taken = Taken::new(found, "taken", catalog, &mut stubs);
    let parts = PORTAL.split("\n-- ").filter_map(|part| part.trim_start_matches("-- ").split_once(" --\n"));
    let mut files: Vec<(String, Vec<u8>)> =
        parts.map(|(path, text)| (path.to_owned(), format!("{text}\n").into_bytes())).collect();
    for (_, bytes) in files.iter_mut().filter(|(path, _)| path == "content/departments.toml") {
        bytes.extend(stubs.stubs().into_iter().flat_map(|stubs| format!("\n{stubs}").into_bytes()));
    }
    let plan = taken
        .files
        .iter()
        .map(|(name, text)| (format!("content/plans/taken/{name}"), text.clone().into_bytes()));
    files.extend(plan);
    (files, taken.report.to_string())
}

/// What is wrong with what an import proposes, if anything: it is read as the portal reads it.
fn ill_proposed(name: &str, bytes: &[u8], catalog: &Catalog) -> Option<String> {
    let found = || import(name, bytes, Limits::default()).ok();
    let (files, report) = take(found()?, catalog);
    if take(found()?, catalog) != (files.clone(), report) {
        return Some("other records are proposed a second time".to_owned());
    }
    let (sources, faults) = Sources::memory(files.iter().map(|(path, bytes)| (path.as_str(), bytes.clone())));
    let mut report = Report::default();
    report.extend(faults);
    let options = Options { drafts: true, proposals: true, ..Options::default() };
    let loaded = load_sources(sources, options, report, Timings::default());
    let fault = loaded.report.iter().find(|fault| MALFORMED.contains(&fault.code))?;
    let plan = String::from_utf8_lossy(&files.iter().find(|(path, _)| path.ends_with("taken/plan.toml"))?.1)
        .into_owned();
    Some(format!("the plan has a fault, {} {:?} {:?}:\n{plan}", fault.code.name(), fault.args, fault.place))
}

fn main() {
    let mut arguments = std::env::args().skip(1).filter_map(|argument| argument.parse::<u64>().ok());
    let executions = arguments.next().unwrap_or(10_000);
    let mut random = Random(arguments.next().unwrap_or(0x5eed) | 1);
    let (catalog, _) = content::load(&Sources::from_string(PORTAL).0);
    let Some(catalog) = catalog else { return println!("the portal cannot be read") };
    let (mut imported, mut refused, mut findings) = (0u64, 0u64, 0u64);
    let mut slowest = Duration::ZERO;
    for _ in 0..executions {
        let (name, bytes) = random.file();
        let begun = Instant::now();
        let result = catch_unwind(AssertUnwindSafe(|| {
            import(name, &bytes, Limits::default()).map(|found| wrong(&found).map(str::to_owned))
        }));
        slowest = slowest.max(begun.elapsed());
        let slow = begun.elapsed() > Duration::from_secs(5);
        let finding = match result {
            Err(_) => Some("a panic".to_owned()),
            Ok(Err(_)) => {
                refused += 1;
                None
            }
            Ok(Ok(finding)) => {
                imported += 1;
                let proposed = || catch_unwind(|| ill_proposed(name, &bytes, &catalog));
                finding.or_else(|| proposed().unwrap_or_else(|_| Some("a panic over proposals".to_owned())))
            }
        };
        if let Some(finding) = finding.or_else(|| slow.then(|| "it took longer than five seconds".to_owned()))
        {
            findings += 1;
            println!("{finding}: {name} {:?}", String::from_utf8_lossy(&bytes));
        }
    }
    println!(
        "{executions} executions: {imported} imported, {refused} refused, {findings} findings; slowest {slowest:?}"
    );
    std::process::exit(i32::from(findings > 0));
}
