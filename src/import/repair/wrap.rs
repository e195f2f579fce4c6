//! Turns a file's lines into a decision for each: does it go on with the line before it?
//! Knows nothing of spans or of what is left out.
//!
//! Nothing here is known beforehand: how a file breaks its lines is read from all of them ([`Habit`]).

use super::line::Line;
use super::script::{Opening, ends_full, ends_like_title, ends_sentence, follow, is_han, opening, width};
use std::collections::{BTreeMap, BTreeSet};

/// How a file breaks its lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Habit {
    /// The least width of a line that was broken because it was full; none where lines are whole paragraphs.
    full: Option<usize>,
    /// White space at the end of a line means that the paragraph ends.
    tail_ends: bool,
    /// An indent means that a paragraph begins.
    indent_begins: bool,
    /// Blank lines between lines of one paragraph.
    blank: usize,
    /// Four characters at the seam of two lines that stand together elsewhere in the text.
    seams: BTreeSet<[char; 4]>,
}

/// A paragraph as far as it was read, as much of it as the decisions need: their cost does not grow with its length.
pub(super) struct Paragraph<'a> {
    last: &'a Line<'a>,
    /// Its first characters, [`HEAD`] at most and one line more.
    head: String,
    chars: usize,
    /// Marks that are open at its end.
    open: Vec<char>,
    has_stop: bool,
    has_comma: bool,
}

/// Characters of a paragraph that tell whether it is a title or a list.
const HEAD: usize = 100;

impl<'a> Paragraph<'a> {
    /// A paragraph that begins.
    pub(super) fn new(line: &'a Line<'a>) -> Self {
        let mut paragraph = Self {
            last: line,
            head: String::new(),
            chars: 0,
            open: Vec::new(),
            has_stop: false,
            has_comma: false,
        };
        paragraph.add(line);
        paragraph
    }

    /// A line that goes on.
    pub(super) fn add(&mut self, line: &'a Line<'a>) {
        self.last = line;
        if self.chars <= HEAD {
            self.head.push_str(line.text);
        }
        self.chars += line.text.chars().count();
        self.has_stop |= line.text.contains('。');
        self.has_comma |= line.text.contains('，');
        follow(&mut self.open, line.text);
        // A mark that was never closed is a slip of the writer's.
        self.open.drain(..self.open.len().saturating_sub(8));
    }

    /// Whether the paragraph stops behind a comma, or inside marks that the next line closes.
    fn is_open_until(&self, next: &str) -> bool {
        let closing = |open: char| match open {
            '（' => '）',
            '《' => '》',
            _ => '”',
        };
        let closes = self.open.last().is_some_and(|open| {
            let mark = next.find([*open, closing(*open)]);
            mark.is_some_and(|at| next[at..].starts_with(closing(*open)))
        });
        self.last.text.ends_with(['，', '、', ',', '（', '《', '“', '—']) || closes
    }

    /// Where lines are whole paragraphs: whether it stops in the middle of a sentence, cut by the end of a page.
    fn is_cut(&self) -> bool {
        let prose = self.has_stop || self.chars > 40 && self.has_comma;
        prose
            && self.last.paragraph.is_none()
            && !ends_sentence(self.last.text)
            && (self.has_stop || !is_list(&self.head))
    }
}

/// How much narrower than the widest a full line may be: a mark that must not begin a line takes a character along.
const SLACK: usize = 6;

impl Habit {
    /// Reads the habit from all lines. Lines of tables and what is no text must not be among them.
    pub(super) fn of(lines: &[&Line<'_>]) -> Self {
        let mut habit = Self { full: full_width(lines), seams: seams(lines), ..Self::default() };
        let Some(full) = habit.full else { return habit };
        habit.blank = usual_blank(lines, full);
        let share = |of: &[&&Line<'_>], is: &dyn Fn(&Line<'_>) -> bool| {
            let count = of.iter().filter(|line| is(line)).count();
            (of.len() >= 3).then(|| count * 10 / of.len())
        };
        let ending: Vec<_> =
            lines.iter().filter(|line| line.reach() < full && ends_full(line.text)).collect();
        let going: Vec<_> =
            lines.iter().filter(|line| line.reach() >= full && !ends_sentence(line.text)).collect();
        let tail = |line: &Line<'_>| line.tail;
        habit.tail_ends =
            share(&ending, &tail) >= Some(8) && share(&going, &tail).is_some_and(|few| few <= 1);
        let pairs = || lines.windows(2);
        let after = |is: &dyn Fn(&Line<'_>) -> bool| -> Vec<_> {
            pairs().filter(|pair| is(pair[0])).map(|pair| &pair[1]).collect()
        };
        let beginning = after(&|line| line.reach() < full && ends_full(line.text));
        let inside = after(&|line| line.reach() >= full && !ends_sentence(line.text));
        let indent = |line: &Line<'_>| (2..=8).contains(&line.indent);
        habit.indent_begins =
            share(&beginning, &indent) >= Some(7) && share(&inside, &indent).is_some_and(|few| few <= 1);
        habit
    }

    /// Whether a line goes on with the paragraph before it.
    pub(super) fn joins(&self, so_far: &Paragraph<'_>, second: &Line<'_>) -> bool {
        let first = so_far.last;
        let is_heading = |line: &Line<'_>| matches!(line.paragraph, Some(Some(_)));
        let opening = opening(second.text);
        if is_heading(first) || is_heading(second) || opening == Opening::Strong {
            return false;
        }
        if !ends_full(first.text) && so_far.is_open_until(second.text) {
            return true;
        }
        let goes_on = match self.full {
            Some(full) => self.goes_on(full, first, second),
            None => so_far.is_cut() && !starts_own(second),
        };
        let mid_sentence = self.is_full(first) && !ends_sentence(first.text);
        let own = opening == Opening::Weak && !mid_sentence;
        goes_on && !own || self.is_broken_title(so_far, second)
    }

    fn is_full(&self, line: &Line<'_>) -> bool {
        self.full.is_some_and(|full| line.reach() >= full)
    }

    /// In a file of broken lines.
    fn goes_on(&self, full: usize, first: &Line<'_>, second: &Line<'_>) -> bool {
        // A long word of letters or digits did not fit into the rest of the line.
        let word = second.text.chars().take_while(char::is_ascii_alphanumeric).count();
        let is_full = first.reach() + word.min(20) >= full;
        if self.tail_ends && first.tail {
            return false;
        }
        if !ends_sentence(first.text) {
            return is_full || self.tail_ends && !first.tail;
        }
        if first.text.ends_with(['：', ':']) || !is_full {
            return false;
        }
        // A full line that ends with a full stop: whatever else the file uses to part paragraphs decides.
        if self.indent_begins { second.indent < 2 } else { second.blank <= self.blank }
    }

    /// Whether both belong to a title that was too long for its line.
    fn is_broken_title(&self, so_far: &Paragraph<'_>, second: &Line<'_>) -> bool {
        let has_tail = so_far.last.tail;
        let so_far = so_far.head.as_str();
        let short = |text: &str| text.chars().count() <= 60 && !ends_sentence(text) && !text.contains('。');
        let whole = |text: &str| text.ends_with(['号', '日', '）', ')']) || text.ends_with("文件");
        let ended = self.tail_ends && has_tail;
        if ended || !short(so_far) || !short(second.text) || whole(so_far) || opening(so_far) != Opening::None
        {
            return false;
        }
        if ends_like_title(so_far) {
            // Years and 试行 stand under a title.
            let inner = second.text.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
            return inner
                .is_some_and(|inner| !inner.contains("公开") && !inner.contains('年') || is_years(inner));
        }
        let about = so_far.contains("关于") || second.text.starts_with("关于");
        about && ends_like_title(second.text) || self.stands_together(so_far, second.text)
    }

    /// Whether the words at the seam of two lines stand together elsewhere.
    fn stands_together(&self, first: &str, second: &str) -> bool {
        seam(first, second).is_some_and(|seam| self.seams.contains(&seam))
    }
}

fn is_years(inner: &str) -> bool {
    let digits = inner.chars().filter(char::is_ascii_digit).count();
    digits >= 4 && inner.chars().all(|c| c.is_ascii_digit() || " —–-－~～至年".contains(c))
}

/// 牵头单位：甲、乙: a list behind its label ends without a full stop.
fn is_list(text: &str) -> bool {
    text.split_once(['：', ':'])
        .is_some_and(|(label, list)| label.chars().count() <= 8 && !list.contains('。'))
}

/// Whether a line is something of its own, whatever stood before it: a date, a list behind its label.
fn starts_own(line: &Line<'_>) -> bool {
    is_list(line.text) || line.text.starts_with(['（', '(']) && line.text.ends_with(['）', ')'])
}

/// The width from which a line counts as full: most lines are about as wide as the widest, and many of those stop
/// within a sentence.
fn full_width(lines: &[&Line<'_>]) -> Option<usize> {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for line in lines {
        *widths.entry(line.reach()).or_default() += 1;
    }
    let band =
        |top: usize| widths.range(top.saturating_sub(SLACK)..=top).map(|(_, count)| count).sum::<usize>();
    let (top, count) = widths.keys().map(|top| (*top, band(*top))).max_by_key(|(_, count)| *count)?;
    let full = top - SLACK.min(top);
    let wider: usize = widths.range(top + 1..).map(|(_, count)| count).sum();
    let in_band = lines.iter().filter(|line| (full..=top).contains(&line.reach()));
    let within = in_band.filter(|line| !ends_sentence(line.text)).count();
    let is_habit =
        count >= 6 && count * 5 >= lines.len() * 2 && within * 2 >= count && wider * 20 <= lines.len();
    (is_habit && full >= 30).then_some(full)
}

/// How many blank lines usually follow a full line that stops within a sentence.
fn usual_blank(lines: &[&Line<'_>], full: usize) -> usize {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for pair in lines.windows(2).filter(|pair| pair[0].width >= full && !ends_sentence(pair[0].text)) {
        *counts.entry(pair[1].blank).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(blank, count)| (*count, std::cmp::Reverse(*blank)))
        .map_or(0, |(blank, _)| blank)
}

/// The seams of short lines whose words stand together in one line elsewhere.
fn seams(lines: &[&Line<'_>]) -> BTreeSet<[char; 4]> {
    let short = |line: &Line<'_>| width(line.text) <= 120;
    let pairs = lines.windows(2).filter(|pair| short(pair[0]) && short(pair[1]));
    let wanted: BTreeSet<[char; 4]> = pairs.filter_map(|pair| seam(pair[0].text, pair[1].text)).collect();
    let mut found = BTreeSet::new();
    for line in lines {
        let chars: Vec<char> = line.text.chars().collect();
        for four in chars.windows(4) {
            let four = [four[0], four[1], four[2], four[3]];
            if wanted.contains(&four) {
                found.insert(four);
            }
        }
    }
    found
}

/// The last two and the first two characters at a seam, if all are Han.
fn seam(first: &str, second: &str) -> Option<[char; 4]> {
    let mut before = first.trim_end().chars().rev();
    let (last, previous) = (before.next()?, before.next()?);
    let mut after = second.trim_start().chars();
    let seam = [previous, last, after.next()?, after.next()?];
    seam.iter().all(|c| is_han(*c)).then_some(seam)
}
