//! Turns the names in a clause into mentions: bodies, partners and places, each once for a clause.
//! Knows nothing of what they have to do there.

use super::known::{Known, Shelf};
use super::passage::{origin, sentences};
use super::record::{Mention, Origin};
use super::world::{COUNTRIES, ORGANISATIONS, PROVINCES};
use crate::import::draft::Clause;
use crate::import::strand::Strand;
use crate::names::{LONGER, Name, Names, Use};
use std::collections::BTreeSet;
use std::ops::Range;

/// Mentions by the register that they belong to.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    pub(super) departments: Vec<Mention>,
    pub(super) partners: Vec<Mention>,
    pub(super) places: Vec<Mention>,
}

/// Reads one clause after the other.
pub(super) struct Reader<'k> {
    known: &'k Known,
    world: Names,
    said: BTreeSet<(String, Shelf, String)>,
    pub(super) found: Mentions,
}

/// How the name of a body begins, and what it then ends with.
const HEADS: [(&[&str], &[&str]); 4] = [
    (
        &["国家", "国务院", "中央", "中共"],
        &["局", "委", "署", "部", "委员会", "办公厅", "办公室", "领导小组", "联席会议", "科学院", "基金委"],
    ),
    (
        &["中国", "中华", "全国"],
        &[
            "学会",
            "协会",
            "研究院",
            "科学院",
            "工程院",
            "基金会",
            "联合会",
            "委员会",
            "总会",
            "银行",
            "大学",
            "集团",
            "公司",
            "中心",
            "商会",
            "总工会",
        ],
    ),
    (&[], &LOCAL),
    (&OWN, &["局", "厅", "委", "办公室", "委员会", "人民政府", "政府"]),
];

/// The place that a document is for, at the beginning of a body's name: 市民政局.
const OWN: [&str; 5] = ["市", "省", "区", "县", "自治区"];

const LOCAL: [&str; 25] = [
    "人民政府",
    "政府",
    "办公厅",
    "办公室",
    "委员会",
    "健康委",
    "发展改革委",
    "教委",
    "科委",
    "计生委",
    "厅",
    "局",
    "学会",
    "协会",
    "医院",
    "大学",
    "学院",
    "研究院",
    "研究所",
    "博物馆",
    "图书馆",
    "公司",
    "集团",
    "法院",
    "领导小组",
];

/// Words that no name holds.
const VERBS: [&str; 24] = [
    "建设",
    "开展",
    "推动",
    "加强",
    "支持",
    "实施",
    "推进",
    "提升",
    "打造",
    "负责",
    "组织实施",
    "的",
    "将",
    "与",
    "在",
    "对",
    "由",
    "同",
    "向",
    "并",
    "赴",
    "至",
    "等",
    "为",
];

impl<'k> Reader<'k> {
    pub(super) fn new(known: &'k Known) -> Reader<'k> {
        let linked = |text: &&str, owner: u32| Name { text: (*text).to_owned(), owner, usage: Use::Linked };
        let longer = LONGER.iter().chain(&["联合国内"]);
        let longer = longer.map(|text| Name { text: (*text).to_owned(), owner: 0, usage: Use::Longer });
        let partners = COUNTRIES.iter().chain(&ORGANISATIONS).map(|text| linked(text, 0));
        let places = PROVINCES.iter().flat_map(|(full, short)| [full, short]).map(|text| linked(text, 1));
        let world = Names::new(longer.chain(partners).chain(places)).0;
        Reader { known, world, said: BTreeSet::new(), found: Mentions::default() }
    }

    /// Reads a heading, paragraph or note of a clause.
    pub(super) fn read(&mut self, clause: &Clause, strand: &Strand) {
        let text = strand.text();
        let sentences = sentences(text);
        let place = |span: &Range<usize>| {
            let at = sentences.partition_point(|sentence| sentence.end <= span.start);
            origin(clause, strand, sentences.get(at).cloned().unwrap_or_else(|| span.clone()))
        };
        let known = self.known.find(text);
        let taken: Vec<Range<usize>> = known.iter().map(|found| found.span.clone()).collect();
        for found in &known {
            let (shelf, id) = (found.owner.shelf, found.owner.id.clone());
            self.put(shelf, id.clone(), &text[found.span.clone()], Some(id), place(&found.span));
        }
        let unknown: Vec<Range<usize>> =
            bodies(text).into_iter().filter(|span| is_new(span, overlapping(&taken, span))).collect();
        for span in &unknown {
            let name = &text[span.clone()];
            self.put(Shelf::Department, name.to_owned(), name, None, place(span));
        }
        for hit in self.world.find(text) {
            if !overlapping(&taken, &hit.span).is_empty() || !overlapping(&unknown, &hit.span).is_empty() {
                continue;
            }
            let shelf = if hit.owners.first() == Some(&1) { Shelf::Place } else { Shelf::Partner };
            let name = &text[hit.span.clone()];
            self.put(shelf, name.to_owned(), name, None, place(&hit.span));
        }
    }

    /// A body that a list names.
    pub(super) fn listed(&mut self, name: &super::record::Name, origin: &Origin) {
        let (shelf, id) = match &name.id {
            Some(id) => match id.strip_prefix("partner:") {
                Some(partner) => (Shelf::Partner, Some(partner.to_owned())),
                None => (Shelf::Department, Some(id.clone())),
            },
            None => (Shelf::Department, None),
        };
        let key = id.clone().unwrap_or_else(|| name.text.clone());
        self.put(shelf, key, &name.text, id, origin.clone());
    }

    fn put(&mut self, shelf: Shelf, key: String, name: &str, id: Option<String>, origin: Origin) {
        if !self.said.insert((origin.clause.clone(), shelf, key)) {
            return;
        }
        let mention = Mention { name: name.to_owned(), id, origin };
        match shelf {
            Shelf::Department => self.found.departments.push(mention),
            Shelf::Partner => self.found.partners.push(mention),
            Shelf::Place => self.found.places.push(mention),
            Shelf::Document => {}
        }
    }
}

/// The spans of an ordered list that overlap another.
fn overlapping<'s>(spans: &'s [Range<usize>], other: &Range<usize>) -> &'s [Range<usize>] {
    let from = spans.partition_point(|span| span.end <= other.start);
    let to = spans.partition_point(|span| span.start < other.end);
    spans.get(from..to).unwrap_or_default()
}

/// Whether a body's form is a name of its own, and not a known name with what stands before it in the sentence.
fn is_new(span: &Range<usize>, known: &[Range<usize>]) -> bool {
    known.iter().all(|known| {
        let holds = span.start <= known.start && known.end <= span.end && span.len() > known.len();
        let is_end = known.end == span.end && known.len() > 9;
        holds && !is_end
    })
}

/// The names of bodies by their form: a head that says whose they are, and an ending that says what.
fn bodies(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, _) in text.char_indices() {
        if found.last().is_some_and(|last| start < last.end) {
            continue;
        }
        let rest = &text[start..];
        let run = run(rest);
        let local = PROVINCES.iter().find_map(|(full, short)| {
            [full, short].into_iter().find(|name| rest.starts_with(**name)).map(|name| name.len())
        });
        let ends = HEADS.iter().filter_map(|(heads, endings)| {
            let head = heads.iter().find(|head| rest.starts_with(**head)).map(|head| head.len());
            let whole =
                head.is_none() || !OWN.contains(heads.first().unwrap_or(&"")) || begins_word(&text[..start]);
            let head = head.filter(|_| whole).or(local.filter(|_| heads.is_empty()))?;
            last_ending(&rest[..run], head, endings)
        });
        if let Some(end) = ends.max() {
            found.push(start..start + end);
        }
    }
    found
}

/// Whether a word can begin behind this text.
fn begins_word(before: &str) -> bool {
    before.chars().next_back().is_none_or(|char| !char.is_alphanumeric() || "由和与及向对".contains(char))
}

/// How far a name can reach: to the next sign or verb.
fn run(rest: &str) -> usize {
    let limit = rest.char_indices().nth(26).map_or(rest.len(), |(at, _)| at);
    let head = &rest[..limit];
    let sign = head.find(|char: char| !char.is_alphanumeric()).unwrap_or(limit);
    let verb = VERBS.iter().chain(&["和", "及"]).filter_map(|verb| head.find(verb)).min().unwrap_or(limit);
    sign.min(verb)
}

/// The end of the longest name within the run.
fn last_ending(run: &str, head: usize, endings: &[&str]) -> Option<usize> {
    let after = run.get(head..)?;
    let ends = endings.iter().filter_map(|ending| {
        let at = after.rfind(ending)?;
        let inside = ["部署", "格局", "布局", "结局", "全局"]
            .iter()
            .any(|word| after[..at + ending.len()].ends_with(word));
        let goes_on = after[at + ending.len()..]
            .starts_with(['分', '门', '署', '长', '员', '际', '队', '级', '面', '所']);
        (!inside && (!goes_on || *ending != "部")).then_some(head + at + ending.len())
    });
    ends.max().filter(|end| run[..*end].chars().count() >= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_bodies_are_known_by_their_form() {
        let cases: [(&str, &[&str]); 6] = [
            ("由国家粮食局会同甘肃省水利厅开展", &["国家粮食局", "甘肃省水利厅"]),
            ("依托中国灌溉协会、兰州大学建设", &["中国灌溉协会"]),
            ("建设国家灌溉中心和基地", &[]),
            ("云南省第二人民医院与海南大学签约", &["云南省第二人民医院", "海南大学"]),
            ("市民政局、市财政局和区水利局在城市建设局面", &["市民政局", "市财政局", "区水利局"]),
            ("各部门要加强全部工作", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = bodies(text).into_iter().map(|span| &text[span]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
