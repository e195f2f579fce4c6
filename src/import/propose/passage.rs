//! Turns a draft into its paragraphs, each with what its headings say of it, and a paragraph into sentences.
//! Knows nothing of records.

use super::record::{Origin, Pending, zh};
use crate::import::draft::{Body, Clause, Draft};
use crate::import::strand::Strand;
use std::collections::BTreeMap;
use std::ops::Range;

/// What the headings above a paragraph say of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    /// It tells what was reached or why: 发展基础, 规划背景.
    pub(super) background: bool,
    /// It says what is aimed at or to be done: 发展目标, 重点任务.
    pub(super) aims: bool,
    /// It, or what it stands under, is called a project.
    pub(super) projects: bool,
    /// The heading calls it an intention.
    pub(super) intended: bool,
}

/// A paragraph or note under a heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paragraph<'d> {
    pub(super) clause: &'d Clause,
    pub(super) strand: &'d Strand,
    pub(super) context: Context,
}

impl<'d> Paragraph<'d> {
    pub(super) fn text(&self) -> &'d str {
        self.strand.text()
    }

    /// Where some of its words stand.
    pub(super) fn origin(&self, span: Range<usize>) -> Origin {
        origin(self.clause, self.strand, span)
    }
}

/// Where some words of a strand stand.
pub(super) fn origin(clause: &Clause, strand: &Strand, span: Range<usize>) -> Origin {
    let part = strand.slice(span);
    let start = part.sources().map(|source| source.start).min().unwrap_or_default();
    let end = part.sources().map(|source| source.end).max().unwrap_or_default();
    Origin {
        clause: clause.id.clone(),
        passage: zh(part.text().trim()),
        line: None,
        bytes: start..end,
        review: Pending,
    }
}

/// The paragraphs of a draft in reading order.
pub(super) fn paragraphs(draft: &Draft) -> Vec<Paragraph<'_>> {
    let contexts = contexts(draft);
    let of = |clause: &'_ Clause| contexts.get(clause.id.as_str()).copied().unwrap_or_default();
    let each = draft.clauses.iter().flat_map(|clause| {
        let context = of(clause);
        let body = clause.body.iter().filter_map(|body| match body {
            Body::Paragraph(strand) => Some(strand),
            Body::Note(_) | Body::Table(_) => None,
        });
        // An item that is all heading says there what it says: 新建公园12个.
        let heading = Some(&clause.heading).filter(|heading| clause.body.is_empty() && !heading.is_empty());
        let strands: Vec<&Strand> = heading.into_iter().chain(body).collect();
        strands.into_iter().map(move |strand| Paragraph { clause, strand, context })
    });
    each.collect()
}

fn contexts(draft: &Draft) -> BTreeMap<&str, Context> {
    const BACKGROUND: [&str; 13] = [
        "基础",
        "成效",
        "背景",
        "现状",
        "形势",
        "成就",
        "回顾",
        "进展",
        "意义",
        "必要性",
        "前言",
        "问题",
        "挑战",
    ];
    const AIMS: [&str; 10] = ["目标", "任务", "指标", "工程", "行动", "计划", "措施", "项目", "重点", "保障"];
    const ORDERS: [&str; 16] = [
        "夯实", "筑牢", "打牢", "巩固", "强化", "加强", "提升", "增强", "完善", "健全", "加快", "推进",
        "推动", "解决", "破解", "补齐",
    ];
    let mut contexts: BTreeMap<&str, Context> = BTreeMap::new();
    for clause in &draft.clauses {
        let upper = clause.id.rsplit_once('-').and_then(|(upper, _)| contexts.get(upper));
        let mut context = upper.copied().unwrap_or_default();
        let heading = clause.heading.text();
        let says = |words: &[&str]| words.iter().any(|word| heading.contains(word));
        let aims = says(&AIMS);
        // 夯实基础 is a task, and so is anything under 重点任务.
        let orders = ORDERS.iter().any(|verb| heading.starts_with(verb));
        let tells = says(&BACKGROUND) && !orders && !context.aims && !heading.contains("目标");
        context.background = (context.background && !aims) || tells;
        context.aims |= aims;
        context.projects |= says(&["项目", "工程", "活动"]);
        context.intended |= heading.contains("意向");
        contexts.insert(&clause.id, context);
    }
    contexts
}

/// The longest sentence, in bytes; what is longer is no sentence, and is cut so that reading stays linear.
const LONGEST: usize = 6000;

/// The sentences of a text, full stops included; semicolons end them too. Nothing ends inside brackets.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0_u32);
    for (at, char) in text.char_indices() {
        match char {
            '（' | '(' | '《' | '〔' => depth += 1,
            '）' | ')' | '》' | '〕' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' | '；' if depth == 0 || char == '。' => {
                let end = at + char.len_utf8();
                found.push(start..end);
                (start, depth) = (end, 0);
            }
            _ if at - start > LONGEST => {
                found.push(start..at);
                (start, depth) = (at, 0);
            }
            _ => {}
        }
    }
    if !text[start..].trim().is_empty() {
        found.push(start..text.len());
    }
    found
}

/// The span between commas that holds a place of a sentence.
pub(super) fn comma_span(text: &str, within: &Range<usize>, at: usize) -> Range<usize> {
    const SIGNS: [char; 7] = ['，', '。', '；', '：', '！', '？', ','];
    let start = text[within.start..at].rfind(SIGNS).map_or(within.start, |sign| {
        let sign = within.start + sign;
        sign + text[sign..].chars().next().map_or(1, char::len_utf8)
    });
    let end = text[at..within.end].find(SIGNS).map_or(within.end, |sign| at + sign);
    start..end
}
