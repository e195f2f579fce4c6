//! Turns marks, digits and spaces of the wrong width into warnings that say what belongs there.
//! Knows nothing of official texts, which are printed as they were issued.
//!
//! Chinese text has Chinese marks and narrow digits and letters, English text has English marks. Spaces between Han and
//! Latin are a matter of taste, but of one taste: what a text does nearly everywhere it does everywhere. Names, titles in
//! 《》, words in quotation marks and document numbers are left as they are: they are somebody else's.
//!
//! Each place has one right form and no word or figure is touched, so [`mends`] can say what to write there.

mod around;

use super::Subject;
use super::subject::Reading;
use crate::content::{EditionKind, PlanText};
use crate::lang::{Lang, is_han};
use crate::markup::{Block, Inline, Node};
use crate::report::{Code, Diagnostic, Place};
use around::{Around, right_width};
use std::ops::Range;

/// One taste is clear when it is met so many times as often as the other.
const CLEARLY: usize = 4;

/// What to write where, to put a fault right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// The fault.
    pub fault: Diagnostic,
    /// The bytes of a text.
    pub place: Place,
    /// What belongs there.
    pub right: String,
}

/// The passage of a record whose words in the text change with mends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// `target` or `fact`.
    pub list: &'static str,
    /// The record's id.
    pub record: String,
    /// The language.
    pub lang: Lang,
    /// The words as they will be.
    pub words: String,
}

/// A place with its right form, in the words of a clause.
struct Slip {
    code: Code,
    /// What changes.
    at: Range<usize>,
    /// What is shown: the same with its neighbours.
    shown: Range<usize>,
    right: String,
}

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    mends(subject).0.into_iter().map(|mend| mend.fault).collect()
}

/// What to write where in the texts of a plan, and the passages of records that change with it.
pub(super) fn mends(subject: &Subject<'_>) -> (Vec<Mend>, Vec<Passage>) {
    let (mut mends, mut passages) = (Vec::new(), Vec::new());
    for text in subject.texts.iter().filter(|text| text.file.kind != EditionKind::Official) {
        let readings: Vec<&Reading<'_>> = subject.readings_of(text).collect();
        let looks: Vec<Look> = readings.iter().map(|reading| look(reading)).collect();
        let apart = taste(&looks);
        for (reading, Look { widths: mut slips, meetings }) in readings.into_iter().zip(looks) {
            if let Some(apart) = apart {
                let wrong = meetings.iter().filter(|gap| gap.is_empty() == apart);
                slips.extend(wrong.map(|gap| space(&reading.words.text, gap, apart)));
            }
            slips.sort_by_key(|slip| (slip.at.start, slip.at.end));
            slips.retain(|slip| place(reading, slip).is_some());
            passages.extend(passages_of(subject, reading, &slips));
            mends.extend(slips.iter().filter_map(|slip| mend(reading, slip)));
        }
    }
    (mends, passages)
}

/// Where a slip stands in the file, if its words are written there as they are read.
fn place(reading: &Reading<'_>, slip: &Slip) -> Option<Place> {
    let mut place = reading.place(&slip.shown);
    (reading.text.source.get(place.span.clone())? == reading.cut(&slip.shown)).then_some(())?;
    let is_code = code_of(reading).any(|code| code.start <= place.span.start && place.span.end <= code.end);
    place.span.start += slip.at.start - slip.shown.start;
    place.span.end = place.span.start + slip.at.len();
    (!is_code).then_some(place)
}

fn code_of<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = Range<usize>> + use<'r> {
    reading.section().walk().filter_map(|node| match node {
        Node::Block(Block::Code { span, .. }) | Node::Inline(Inline::Code { span, .. }) => {
            Some(span.start as usize..span.end as usize)
        }
        _ => None,
    })
}

fn mend(reading: &Reading<'_>, slip: &Slip) -> Option<Mend> {
    let place = place(reading, slip)?;
    let head = reading.cut(&(slip.shown.start..slip.at.start));
    let tail = reading.cut(&(slip.at.end..slip.shown.end));
    let fault = reading.fault(slip.code, &slip.shown).with("right", format!("{head}{}{tail}", slip.right));
    Some(Mend { fault, place, right: slip.right.clone() })
}

/// The passages that the slips of a clause lie in, as they will be.
fn passages_of(subject: &Subject<'_>, reading: &Reading<'_>, slips: &[Slip]) -> Vec<Passage> {
    let is_quoted =
        subject.quoted(&reading.clause.id, reading.lang()).is_some_and(|q| std::ptr::eq(q, reading));
    let record = &subject.plan.record;
    let targets = record.target.iter().map(|target| ("target", target));
    let records = targets.chain(record.fact.iter().map(|fact| ("fact", fact)));
    let here = records.filter(|(_, target)| is_quoted && target.clause.value == reading.clause.id);
    let changed = here.filter_map(|(list, target)| {
        let passage = target.passage.get(reading.lang())?;
        let range = reading.find(passage)?;
        let mut words = passage.clone();
        let within = slips.iter().filter(|slip| is_within(&slip.at, &range));
        for slip in within.rev() {
            words.replace_range(slip.at.start - range.start..slip.at.end - range.start, &slip.right);
        }
        (words != *passage).then(|| Passage {
            list,
            record: target.id.value.clone(),
            lang: reading.lang(),
            words,
        })
    });
    changed.collect()
}

/// A space beside a passage is none of its words.
fn is_within(at: &Range<usize>, range: &Range<usize>) -> bool {
    let inner = range.start < at.start || (range.start == at.start && !at.is_empty());
    inner && (at.end < range.end || (at.end == range.end && !at.is_empty()))
}

/// What is wrong with the width of a clause's own characters, and where Han and Latin meet in it: the bytes between them.
/// What stands in a name, in 《》 or in quotation marks is not its own, and a heading may be worded by the document.
struct Look {
    widths: Vec<Slip>,
    meetings: Vec<Range<usize>>,
}

fn look(reading: &Reading<'_>) -> Look {
    let (text, lang) = (reading.words.text.as_str(), reading.lang());
    let is_named = |at: usize| reading.names.iter().any(|(_, words)| words.contains(&at));
    let mut look = Look { widths: Vec::new(), meetings: Vec::new() };
    let (mut depth, mut left): (usize, Option<Around<'_>>) = (0, None);
    for (at, char) in looked_at(text, lang) {
        // Han beside Han is most of Chinese.
        if is_han(char) && left.is_some_and(|left| is_han(left.char)) {
            left = Some(Around { text, at, char });
            continue;
        }
        match char {
            '《' | '〈' | '“' | '「' | '『' => depth += 1,
            '》' | '〉' | '”' | '」' | '』' => depth = depth.saturating_sub(1),
            '\n' => depth = 0,
            _ => {}
        }
        let here = Around { text, at, char };
        if depth == 0
            && !is_han(char)
            && let Some(right) = right_width(&here, lang).filter(|_| !is_named(at))
        {
            look.widths.push(Slip::of(&here, right));
        }
        // How English sets Chinese apart is no matter of taste.
        let is_open = lang == Lang::Zh && at > reading.body && depth == 0;
        let meets = left.filter(|left| is_open && left.meets(&here) && !is_named(left.at) && !is_named(at));
        look.meetings.extend(meets.map(|left| left.end()..at));
        left = if char == ' ' { left } else { Some(here) };
    }
    look
}

/// The characters to look at, with where they stand. What is narrow is right in English, and only in Chinese can two
/// characters meet, where Han between Han is passed over.
fn looked_at(text: &str, lang: Lang) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let is_passed = move |byte: &u8| lang == Lang::En && byte.is_ascii() && *byte != b'\n';
    // The first of the three bytes of nearly all Han, from U+4E00 on, and of nothing else.
    let is_han_at = move |at: usize| match bytes.get(at) {
        Some(0xE4) => bytes[at + 1] >= 0xB8,
        byte => matches!(byte, Some(0xE5..=0xE9)),
    };
    let mut end = 0;
    std::iter::from_fn(move || {
        let at = end + bytes[end..].iter().position(|byte| !is_passed(byte))?;
        let char = text[at..].chars().next()?;
        end = at + char.len_utf8();
        while is_han_at(at) && is_han_at(end) && is_han_at(end + 3) {
            end += 3;
        }
        Some((at, char))
    })
}

impl Slip {
    /// A character of the wrong width, shown with its neighbours.
    fn of(here: &Around<'_>, right: String) -> Slip {
        let at = here.at..here.end();
        let before = here.before().map_or(0, char::len_utf8);
        let after = here.after().map_or(0, char::len_utf8);
        Slip { code: Code::Width, shown: at.start - before..at.end + after, at, right }
    }
}

/// Whether a text sets Han and Latin apart; nothing where it does both.
fn taste(looks: &[Look]) -> Option<bool> {
    let all = looks.iter().flat_map(|look| &look.meetings);
    let (apart, together): (Vec<_>, Vec<_>) = all.partition(|gap| !gap.is_empty());
    if apart.len() >= CLEARLY * together.len().max(1) {
        return Some(true);
    }
    (together.len() >= CLEARLY * apart.len().max(1)).then_some(false)
}

/// Where Han and Latin meet in another way than in the rest of the text.
fn space(text: &str, gap: &Range<usize>, apart: bool) -> Slip {
    let before = text[..gap.start].chars().next_back().map_or(0, char::len_utf8);
    let after = text[gap.end..].chars().next().map_or(0, char::len_utf8);
    let right = if apart { " " } else { "" };
    let shown = gap.start - before..gap.end + after;
    Slip { code: Code::Spacing, at: gap.clone(), shown, right: right.to_owned() }
}

impl<'a> Subject<'a> {
    /// What one text says, clause by clause.
    fn readings_of<'s>(&'s self, text: &'s PlanText) -> impl Iterator<Item = &'s Reading<'a>> {
        let own = text.clauses.iter().flat_map(|clause| self.readings(&clause.id, text.file.lang));
        own.filter(|reading| std::ptr::eq(reading.text, text))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{faults, plan};
    use super::{Around, check, looked_at, right_width};
    use crate::lang::{Lang, is_han};

    fn zh(words: &str) -> Vec<String> {
        let zh = format!("## 甲 {{#c1}}\n\n{words}\n");
        faults(check, &plan("", &[("digest.zh.md", &zh), ("digest.en.md", "## A {#c1}\n\nText.\n")]))
    }

    fn en(words: &str) -> Vec<String> {
        let en = format!("## A {{#c1}}\n\n{words}\n");
        faults(check, &plan("", &[("digest.zh.md", "## 甲 {#c1}\n\n文。\n"), ("digest.en.md", &en)]))
    }

    #[test]
    fn what_is_passed_over_is_right_as_it_is() {
        for char in '\0'..='\u{ffff}' {
            let text = format!("医院{char}医院");
            let is_looked_at = |lang| looked_at(&text, lang).any(|(at, _)| at == "医院".len());
            assert!(is_han(char) || is_looked_at(Lang::Zh), "{text}");
            let text = format!("a{char}b");
            let here = Around { text: &text, at: 1, char };
            let is_right = right_width(&here, Lang::En).is_none();
            assert!(is_right || looked_at(&text, Lang::En).any(|(at, _)| at == 1), "{text}");
        }
    }

    #[test]
    fn narrow_marks_in_chinese_are_found() {
        assert_eq!(
            zh("发展,推进(中心)建设."),
            [
                "width digest.zh.md:3 c1 zh 展，推 展,推",
                "width digest.zh.md:3 c1 zh 进（中 进(中",
                "width digest.zh.md:3 c1 zh 心）建 心)建",
                "width digest.zh.md:3 c1 zh 设。 设.",
            ]
        );
    }

    #[test]
    fn digits_and_letters_are_narrow_in_both_languages() {
        assert_eq!(zh("建３个中心").len(), 1);
        assert_eq!(en("Ａ centre"), ["width digest.en.md:3 c1 en A  Ａ "]);
    }

    #[test]
    fn wide_marks_in_english_are_found() {
        assert_eq!(
            en("Centres，hospitals（new）."),
            [
                "width digest.en.md:3 c1 en s, h s，h",
                "width digest.en.md:3 c1 en s (n s（n",
                "width digest.en.md:3 c1 en w). w）.",
            ]
        );
    }

    #[test]
    fn marks_that_are_right_where_they_stand_are_left() {
        let zh =
            zh("1,000 个（WHO）；10:30，《发展,推进》，“甲,乙”，`甲,乙`，见 https://a.test/b(c)，U.S. 等。");
        assert_eq!(zh, [""; 0]);
        assert_eq!(en("Centres (new), as in 《意见》 and “甲，乙”; 10:30."), [""; 0]);
    }

    #[test]
    fn a_text_keeps_to_what_it_does_nearly_everywhere() {
        let apart = "建 30 个，到 2030 年，在 5 年内，又 6 年，WHO 与";
        assert_eq!(zh(&format!("{apart}，共5个")).len(), 2, "without spaces among those with");
        let together = "建30个，到2030年，WHO与";
        assert_eq!(zh(&format!("{together}，共5 个")), ["spacing digest.zh.md:3 c1 zh 5个 5 个"]);
        assert_eq!(zh("建30个，到 2030 年"), [""; 0], "no taste is clear");
    }

    #[test]
    fn titles_and_document_numbers_keep_their_form() {
        let apart = "建 30 个，到 2030 年，WHO 与";
        assert_eq!(zh(&format!("{apart}，国发〔2021〕6号，《2030年规划》")), [""; 0]);
    }
}
