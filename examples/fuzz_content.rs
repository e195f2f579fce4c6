//! Turns seeds into hostile content files, loads each as a portal, makes its pages, and counts what goes wrong:
//! `fuzz_content [EXECUTIONS] [SEED]`.
//! Knows nothing of what the files say. A finding is a panic, a fault or a quantity whose place is outside its text, a
//! second run that says something else, a page that cannot be made, words of a file that reach a page as a script, or a
//! portal that takes longer than its length allows; the input is printed, so that it can become a test.
#![expect(clippy::print_stdout, reason = "an example talks to whoever runs it")]

use diptych::build::{Loaded, Maker, Options, Portal, Producer, SearchFiles, Timings, bundle, load_sources};
use diptych::lang::Lang;
use diptych::quantity;
use diptych::report::{Look, Report, Wording, human};
use diptych::source::Sources;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// A sound portal: configuration, registers, records and texts are all broken in turn.
const PORTAL: &str = include_str!("../tests/support/sound.txt");

/// Pieces that change what stands around them.
const PIECES: [&str; 56] = [
    "\n",
    "\r\n",
    "\t",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "\"",
    "\"\"\"",
    "'",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    "#",
    "{#c1}",
    "{.gap}",
    "](",
    "](dept:",
    "](plan:alpha#",
    "![",
    "| - |\n",
    "> ",
    "- ",
    "```\n",
    "<b>",
    "&#0;",
    "**",
    "../",
    "一千零一",
    "第十二条",
    "1.5万",
    "%",
    "99999999999999999999",
    "1e309",
    "2021-13-40",
    "\\u0000",
    "---\n",
    "+++\n",
    "[[target]]\n",
    "[plan]\n",
    "home = \"javascript:alert(1)//\"\n",
    "](javascript:alert(1))",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{#c1 .x onload=\"alert(1)\"}",
    "[^1]",
    "[^1]: ",
    "\u{e000}",
    "$x$",
    "零点五个百分点",
    "one third to two thirds of",
    "1/0",
];

/// A small generator with a seed, so that a run can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % limit.max(1) as u64).unwrap_or(0)
    }

    /// A place between two characters.
    fn place(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// Breaks a text in a few places: pieces are put in, parts are taken away, doubled or repeated.
    fn broken(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        for _ in 0..=self.below(6) {
            let (one, other) = (self.place(&text), self.place(&text));
            let (from, to) = (one.min(other), one.max(other));
            match self.below(5) {
                0 => text.replace_range(from..to, ""),
                1 => text.insert_str(to, &text.clone()[from..to]),
                2 => {
                    let piece = PIECES[self.below(PIECES.len())];
                    text.insert_str(from, &piece.repeat(1 + self.below(200)));
                }
                _ => text.insert_str(from, PIECES[self.below(PIECES.len())]),
            }
        }
        text
    }
}

/// Longer than this, and what it takes is out of proportion: the portal is two pages long.
const LONGEST: Duration = Duration::from_secs(20);

/// Every so many portals without errors are made, page by page.
const MADE: u64 = 8;

/// A portal: the names and texts of its files.
type Files = Vec<(&'static str, String)>;

fn load(files: &Files) -> Loaded {
    let files = files.iter().map(|(name, text)| (*name, text.clone().into_bytes()));
    let (sources, faults) = Sources::memory(files);
    let mut report = Report::default();
    report.extend(faults);
    load_sources(sources, Options::default(), report, Timings::default())
}

/// What is wrong with the quantities of a text, if anything.
fn miscounted(text: &str) -> Option<String> {
    for lang in Lang::ALL {
        for found in quantity::parse(text, lang) {
            if text.get(found.span.clone()).is_none_or(str::is_empty) {
                return Some(format!("a quantity at {:?}, where no text is", found.span));
            }
        }
    }
    None
}

/// What is wrong with what is said of a portal, if anything.
fn misreported(loaded: &Loaded, again: &Loaded) -> Option<String> {
    let sources = loaded.portal.as_ref().map(|portal| &portal.sources).or(loaded.sources.as_ref())?;
    for fault in loaded.report.iter() {
        let quoted = fault.place.as_ref().and_then(|place| Some((place, sources.quote(&place.path)?)));
        let outside = quoted.is_some_and(|(place, text)| text.get(place.span.clone()).is_none());
        if outside {
            return Some(format!("{} is at {:?}, where no text is", fault.code.name(), fault.place));
        }
        for lang in Lang::ALL {
            human(fault, &Wording::new(lang), Look::Plain, &|path| sources.quote(path));
        }
    }
    (!loaded.report.iter().eq(again.report.iter())).then(|| "the second run says something else".to_owned())
}

/// What is wrong with the pages of a portal, if anything.
fn misprinted(portal: &Portal) -> Option<String> {
    let nothing = SearchFiles::default();
    let maker = Maker::new(portal, &nothing)?;
    for (route, producer) in bundle(portal, &nothing) {
        let Producer::Page(_) = producer else { continue };
        let page = match maker.make(&producer) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => return Some(format!("{route:?} cannot be made: {error:#}")),
        };
        for script in ["<script>alert", "<img src=x", "href=\"javascript:", " onload=\"alert"] {
            if page.contains(script) {
                return Some(format!("{route:?} has {script}"));
            }
        }
    }
    None
}

/// What is wrong with a portal, if anything; and whether it was made, page by page.
fn wrong(files: &Files, text: &str, is_made: bool) -> (Option<String>, bool) {
    let loaded = load(files);
    let found = miscounted(text).or_else(|| misreported(&loaded, &load(files)));
    let portal = loaded.portal.filter(|_| is_made && !loaded.report.has_errors());
    let made = portal.is_some();
    (found.or_else(|| misprinted(&portal?)), made)
}

fn main() {
    let number = |at| std::env::args().nth(at).and_then(|text| text.parse::<u64>().ok());
    let (executions, seed) = (number(1).unwrap_or(2_000), number(2).unwrap_or(1));
    let mut random = Random(seed);
    let files: Vec<(&str, &str)> =
        PORTAL.split("\n-- ").filter_map(|part| part.trim_start_matches("-- ").split_once(" --\n")).collect();
    let (mut findings, mut made) = (0, 0);
    for execution in 0..executions {
        let which = random.below(files.len());
        let text = random.broken(files[which].1);
        let portal = files.iter().enumerate();
        let portal: Files = portal
            .map(|(at, (name, sound))| (*name, if at == which { text.clone() } else { (*sound).to_owned() }))
            .collect();
        let start = Instant::now();
        let ended = catch_unwind(AssertUnwindSafe(|| wrong(&portal, &text, execution % MADE == 0)));
        let took = start.elapsed();
        let slow = (took > LONGEST).then(|| format!("it took {took:?}"));
        let (finding, was_made) = ended.unwrap_or((Some("a panic".to_owned()), false));
        made += u64::from(was_made);
        if let Some(finding) = finding.or(slow) {
            findings += 1;
            println!("{finding}, in {}:\n{text}\n", files[which].0);
        }
    }
    println!("{executions} portals, {made} of them made page by page, {findings} findings (seed {seed})");
    std::process::exit(i32::from(findings > 0));
}
