//! Turns the sentences of a draft into targets and facts: what is committed to, and what was reached already.
//! Knows nothing of tables and of who is responsible.

use super::figure;
use super::known::Known;
use super::passage::{Context, Paragraph, comma_span, sentences};
use super::record::{Aim, Time, zh};
use super::slogan;
use super::time::{self, Bound};
use super::verbs::{sets_task, tells_coming, tells_done, tells_reached};
use crate::content::words::{Basis, Change, Comparator, Extent, Force, TimeKind};
use crate::lang::Lang;
use crate::quantity::{self, Quantity};
use std::collections::BTreeSet;
use std::ops::Range;

/// Targets and facts of a draft.
#[derive(Debug, Default)]
pub(super) struct Aims {
    pub(super) targets: Vec<Aim>,
    pub(super) facts: Vec<Aim>,
}

/// What a plan says of its own time.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frame {
    pub(super) period: Option<(i32, i32)>,
    /// The year in which it was written.
    pub(super) written: Option<i32>,
    /// The year of its goals: the first deadline under a heading that says goals.
    pub(super) goal: Option<i32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Target,
    Fact,
}

/// Reads paragraph after paragraph.
pub(super) struct Reader<'k> {
    known: &'k Known,
    frame: Frame,
    found: Aims,
    /// What was said in the clause already, so that a repetition counts once.
    said: BTreeSet<(String, String)>,
    clause: String,
    /// The time that the clause has named so far.
    carried: Option<Bound>,
}

impl<'k> Reader<'k> {
    pub(super) fn new(known: &'k Known, frame: Frame) -> Reader<'k> {
        let (said, clause) = (BTreeSet::new(), String::new());
        Reader { known, frame, found: Aims::default(), said, clause, carried: None }
    }

    pub(super) fn finish(self) -> Aims {
        self.found
    }

    /// Reads a paragraph.
    pub(super) fn read(&mut self, paragraph: &Paragraph<'_>) {
        if self.clause != paragraph.clause.id {
            self.clause.clone_from(&paragraph.clause.id);
            self.said.clear();
            self.carried = None;
        }
        let text = paragraph.text();
        if super::roles::is_label_line(text) || is_article(paragraph.clause.number.text()) {
            return;
        }
        let quantities = quantity::parse(text, Lang::Zh);
        for sentence in sentences(text) {
            let from = quantities.partition_point(|found| found.span.start < sentence.start);
            let to = quantities.partition_point(|found| found.span.end <= sentence.end);
            let here = quantities.get(from..to).unwrap_or_default();
            for quantity in here {
                if figure::counts(quantity) && !is_quoted(text, &sentence, quantity.span.start) {
                    self.figure(paragraph, &sentence, here, quantity);
                }
            }
            self.slogan(paragraph, &sentence, here);
            self.uncounted(paragraph, &sentence, here);
            if let Some(bound) = time::bound(text, &sentence, here, sentence.end) {
                self.carried = Some(bound);
            }
        }
    }

    fn figure(
        &mut self,
        paragraph: &Paragraph<'_>,
        sentence: &Range<usize>,
        all: &[Quantity],
        quantity: &Quantity,
    ) {
        let text = paragraph.text();
        let span = comma_span(text, sentence, quantity.span.start);
        let bound = time::bound(text, sentence, all, quantity.span.start);
        let Some(sort) =
            self.sort(paragraph.context, text, sentence, &span, quantity.span.end, bound.as_ref())
        else {
            return;
        };
        let earlier =
            all.iter().rev().find(|other| other.span.end <= quantity.span.start && figure::counts(other));
        let from = earlier.map_or(span.start, |other| other.span.end).max(span.start);
        let subject = figure::subject(text, &span, from, quantity);
        // 八项规定 is a name.
        let named = subject.starts_with("规定");
        if subject.is_empty()
            || named
            || subject.starts_with('的')
            || !self.said.insert((figure::number(quantity.value), subject.clone()))
        {
            return;
        }
        let unit = figure::unit(quantity, text, self.known);
        // 三大部分: how a thing is made up, not how many are to come.
        if sort == Sort::Target && unit.as_ref().is_some_and(|unit| unit.zh == "大") {
            return;
        }
        let aim = Aim {
            id: String::new(),
            origin: paragraph.origin(span.clone()),
            subject: zh(subject),
            extent: Extent::Figure,
            value: Some(figure::number(quantity.value)),
            upper: quantity.upper.map(figure::number),
            unit,
            per: per(text, all, quantity),
            comparator: figure::comparator(quantity),
            change: figure::change(quantity),
            deadline: None,
            as_of: None,
            nature: None,
            force: force(paragraph.context, &text[sentence.start..quantity.span.start]),
            indicator: None,
            departments: Vec::new(),
        };
        self.keep(aim, sort, bound);
    }

    /// 建成“一中心、二平台”: figures without a unit.
    fn slogan(&mut self, paragraph: &Paragraph<'_>, sentence: &Range<usize>, all: &[Quantity]) {
        let text = paragraph.text();
        for count in slogan::counts(text, sentence) {
            let bound = time::bound(text, sentence, all, count.span.start);
            let span = comma_span(text, sentence, count.span.start);
            let sort = self.sort(paragraph.context, text, sentence, &span, count.span.end, bound.as_ref());
            let subject = text[count.noun].to_owned();
            if let Some(sort) = sort.filter(|_| self.said.insert((count.value.to_string(), subject.clone())))
            {
                let force = force(paragraph.context, &text[sentence.start..count.span.start]);
                let aim = uncounted(paragraph, span, subject, Extent::Figure, force);
                self.keep(Aim { value: Some(count.value.to_string()), ..aim }, sort, bound);
            }
        }
    }

    /// 一批, 若干, 全覆盖: how much, without a figure.
    fn uncounted(&mut self, paragraph: &Paragraph<'_>, sentence: &Range<usize>, all: &[Quantity]) {
        let text = paragraph.text();
        let words = &text[sentence.clone()];
        let some = ["一批", "若干"]
            .iter()
            .flat_map(|word| words.match_indices(word).map(|(at, word)| (at, word, Extent::Some)));
        let whole = words.match_indices("全覆盖").map(|(at, word)| (at, word, Extent::All));
        let mut found: Vec<(usize, &str, Extent)> = some.chain(whole).collect();
        found.sort_by_key(|(at, ..)| *at);
        for (at, word, extent) in found {
            let at = sentence.start + at;
            let span = comma_span(text, sentence, at);
            let bound = time::bound(text, sentence, all, at);
            let sort = self.sort(paragraph.context, text, sentence, &span, at, bound.as_ref());
            let task = sets_task(&text[span.start..at]);
            // Without any time in the plan this is an intention, not a target.
            let timed = bound.is_some() || self.deadline().kind != TimeKind::None;
            let Some(sort) = sort.filter(|sort| {
                task && (timed || extent == Extent::All) && (*sort == Sort::Target || extent == Extent::All)
            }) else {
                continue;
            };
            let subject = match extent {
                Extent::Some => counted(&text[at + word.len()..span.end]),
                _ => text[span.start..at]
                    .trim()
                    .trim_start_matches("基本")
                    .trim_start_matches("实现")
                    .to_owned(),
            };
            if subject.chars().count() < 2 || !self.said.insert((word.to_owned(), subject.clone())) {
                continue;
            }
            let aim = uncounted(
                paragraph,
                span.clone(),
                subject,
                extent,
                force(paragraph.context, &text[sentence.start..at]),
            );
            self.keep(aim, sort, bound);
        }
    }

    /// Whether what stands at `at` is aimed at or reached; nothing where the text does not say.
    fn sort(
        &self,
        context: Context,
        text: &str,
        sentence: &Range<usize>,
        span: &Range<usize>,
        at: usize,
        bound: Option<&Bound>,
    ) -> Option<Sort> {
        let is_past =
            |bound: &Bound| bound.year.zip(self.frame.written).map(|(year, written)| year < written);
        let (lead, near) = (&text[sentence.start..at], &text[span.start..at]);
        // 到2030年，拥有…: what a plan will have by a date is aimed at.
        let dated = bound.is_some_and(is_dated) && bound.and_then(is_past) == Some(false);
        let done_near = if dated { tells_reached(near) } else { tells_done(near) };
        let verb = sets_task(near) || sets_task(lead);
        // Under a heading that sets tasks any count in digits is one; 两个大局 is a figure of speech, and who takes part
        // (牵头20家医院) is no aim.
        let digits = near.contains(|char: char| char.is_ascii_digit()) && !near.contains("牵头");
        let counted = context.aims && digits;
        match bound.and_then(is_past) {
            Some(true) => return Some(Sort::Fact),
            Some(false) if !done_near && dated => return Some(Sort::Target),
            Some(false) if !done_near && !context.background => {
                return (verb || tells_coming(lead) || counted).then_some(Sort::Target);
            }
            _ => {}
        }
        if context.background {
            return Some(Sort::Fact);
        }
        if done_near || (tells_done(lead) && !tells_coming(near)) {
            return Some(Sort::Fact);
        }
        let coming = tells_coming(lead) || verb || counted;
        coming.then_some(Sort::Target)
    }

    fn keep(&mut self, mut aim: Aim, sort: Sort, bound: Option<Bound>) {
        let own = bound.map(|bound| bound.time);
        match sort {
            Sort::Target => {
                aim.deadline = Some(own.unwrap_or_else(|| self.deadline()));
                self.found.targets.push(aim);
            }
            Sort::Fact => {
                aim.force = Force::Firm;
                aim.as_of = own.or_else(|| self.carried.as_ref().map(|bound| bound.time.clone()));
                self.found.facts.push(aim);
            }
        }
    }

    /// The deadline of what names none itself: the clause's, the plan's, or none.
    fn deadline(&self) -> Time {
        let carried =
            self.carried.as_ref().map(|bound| Time { basis: Basis::Inherited, ..bound.time.clone() });
        let plan = || self.frame.period.map(|(_, end)| end).or(self.frame.goal).map(time::of_plan);
        carried.or_else(plan).unwrap_or_else(time::none)
    }
}

fn uncounted(
    paragraph: &Paragraph<'_>,
    span: Range<usize>,
    subject: String,
    extent: Extent,
    force: Force,
) -> Aim {
    Aim {
        id: String::new(),
        origin: paragraph.origin(span),
        subject: zh(subject),
        extent,
        value: None,
        upper: None,
        unit: None,
        per: None,
        comparator: Comparator::Exactly,
        change: Change::Level,
        deadline: None,
        as_of: None,
        nature: None,
        force,
        indicator: None,
        departments: Vec::new(),
    }
}

/// What is counted, up to the next sign.
fn counted(behind: &str) -> String {
    let end = behind.find(['，', '。', '；', '（']).unwrap_or(behind.len());
    behind[..end].trim().to_owned()
}

/// 每千人口 before the figure.
fn per(text: &str, all: &[Quantity], quantity: &Quantity) -> Option<crate::lang::Texts<String>> {
    let rate = all.iter().rev().find(|other| other.span.end <= quantity.span.start)?;
    let is_rate = matches!(rate.unit, quantity::Unit::Per(_)) && quantity.span.start - rate.span.end < 90;
    let cut = text[rate.span.end..quantity.span.start].contains(['。', '；', '，']);
    (is_rate && !cut).then(|| zh(&text[rate.span.clone()]))
}

fn force(context: Context, lead: &str) -> Force {
    let says = |words: &[&str]| words.iter().any(|word| lead.contains(word));
    match () {
        () if says(&["原则上"]) => Force::InPrinciple,
        () if says(&["力争", "争取", "争创"]) => Force::Strive,
        () if says(&["拟", "意向"]) || context.intended => Force::Intended,
        () => Force::Firm,
    }
}

/// Whether a time is a deadline, and no more than the year in which something happens.
fn is_dated(bound: &Bound) -> bool {
    matches!(bound.time.kind, TimeKind::By | TimeKind::Before)
}

/// Whether a clause lays down a norm: an article's numbers are no aims.
fn is_article(number: &str) -> bool {
    number.starts_with('第') && number.ends_with('条')
}

/// The year of a plan's goals: the first deadline under a heading that says goals.
pub(super) fn goal(paragraphs: &[Paragraph<'_>]) -> Option<i32> {
    let goals = paragraphs.iter().filter(|paragraph| paragraph.clause.heading.text().contains("目标"));
    let mut bounds = goals.filter_map(|paragraph| {
        let text = paragraph.text();
        let sentence = sentences(text).into_iter().next()?;
        let quantities = quantity::parse(&text[sentence.clone()], Lang::Zh);
        time::bound(text, &sentence, &quantities, 0)
    });
    bounds.find(|bound| matches!(bound.time.kind, TimeKind::By | TimeKind::Before | TimeKind::During))?.year
}

/// Whether a place lies inside 《》.
fn is_quoted(text: &str, sentence: &Range<usize>, at: usize) -> bool {
    let before = &text[sentence.start..at];
    before.matches('《').count() > before.matches('》').count()
}
