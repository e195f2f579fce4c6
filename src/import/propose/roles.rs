//! Turns lists of bodies into names and roles: by the word behind them (牵头, 参与, 负责) or the label before (责任单位：).
//! Knows nothing of clauses and of where a list stands.

use super::known::{Known, Shelf};
use super::record::Name;
use crate::content::words::Role;
use crate::import::bodies::{looks_like_body, split, with_parent};
use std::ops::Range;

/// Who has what role, in the order of the text.
pub(super) type Roles = Vec<(Name, Role)>;

/// Words that give the bodies before them a role; longer ones first.
pub(super) const ROLES: [(&str, Role); 29] = [
    ("按职责分工负责", Role::Responsible),
    ("按职责分别负责", Role::Responsible),
    ("按职责负责", Role::Responsible),
    ("按分工负责", Role::Responsible),
    ("按职责分工", Role::Responsible),
    ("共同牵头负责", Role::Lead),
    ("分别牵头负责", Role::Lead),
    ("分别牵头", Role::Lead),
    ("共同牵头", Role::Lead),
    ("牵头负责", Role::Lead),
    ("牵头", Role::Lead),
    ("分工负责", Role::Responsible),
    ("分别负责", Role::Responsible),
    ("共同负责", Role::Responsible),
    ("具体负责", Role::Responsible),
    ("组织实施", Role::Responsible),
    ("负责落实", Role::Responsible),
    ("抓好落实", Role::Responsible),
    ("负责实施", Role::Responsible),
    ("负责", Role::Responsible),
    ("按职责参与", Role::Participate),
    ("分工参与", Role::Participate),
    ("参与", Role::Participate),
    ("参加", Role::Participate),
    ("配合", Role::Participate),
    ("协助", Role::Participate),
    ("指导", Role::Guide),
    ("统筹协调", Role::Coordinate),
    ("统筹", Role::Coordinate),
];

/// Labels that give the bodies behind them a role.
const LABELS: [(&str, Role); 29] = [
    ("牵头处室", Role::Lead),
    ("牵头科室", Role::Lead),
    ("责任处室", Role::Responsible),
    ("责任科室", Role::Responsible),
    ("配合处室", Role::Participate),
    ("牵头单位", Role::Lead),
    ("牵头部门", Role::Lead),
    ("牵头责任单位", Role::Lead),
    ("主办单位", Role::Lead),
    ("主要责任单位", Role::Lead),
    ("承办单位", Role::Responsible),
    ("责任单位", Role::Responsible),
    ("责任部门", Role::Responsible),
    ("负责单位", Role::Responsible),
    ("负责部门", Role::Responsible),
    ("实施单位", Role::Responsible),
    ("落实单位", Role::Responsible),
    ("参与单位", Role::Participate),
    ("参与部门", Role::Participate),
    ("参加单位", Role::Participate),
    ("参加部门", Role::Participate),
    ("配合单位", Role::Participate),
    ("配合部门", Role::Participate),
    ("协作单位", Role::Participate),
    ("协办单位", Role::Participate),
    ("支持单位", Role::Participate),
    ("指导单位", Role::Guide),
    ("牵头", Role::Lead),
    ("责任分工", Role::Responsible),
];

/// The role of a label at the beginning of a line or cell, and where its list begins.
pub(super) fn label(line: &str) -> Option<(Role, usize)> {
    let start = line.len()
        - line.trim_start_matches(|char: char| char.is_whitespace() || "（(【-—".contains(char)).len();
    LABELS.iter().find_map(|(word, role)| {
        let rest = line[start..].strip_prefix(word)?;
        let list = rest.trim_start_matches(['】']).trim_start().strip_prefix(['：', ':'])?;
        Some((*role, line.len() - list.len()))
    })
}

/// The role that a heading of a column gives.
pub(super) fn column(head: &str) -> Option<Role> {
    LABELS.iter().take(27).find(|(word, _)| head.contains(word)).map(|(_, role)| *role)
}

/// Whether a line only says who: 牵头单位：…
pub(super) fn is_label_line(line: &str) -> bool {
    label(line).is_some() && !line.trim_start().starts_with(['（', '('])
}

/// The names of a list, known or not, with the parents that they leave out.
pub(super) fn names(list: &str, known: &Known) -> Vec<Name> {
    let spans: Vec<Range<usize>> = known.find(list).into_iter().map(|found| found.span).collect();
    let mut names: Vec<Name> = Vec::new();
    let mut before: Option<String> = None;
    for (span, grouped) in split(list, &spans) {
        let written = list[span].trim().to_owned();
        let full = before
            .as_deref()
            .filter(|_| !grouped)
            .and_then(|before| with_parent(&written, before, |name| known.body_before(name)))
            .unwrap_or(written);
        before = Some(full.clone());
        names.push(Name { id: id(&full, known), text: full });
    }
    names
}

/// The id of a body that a register knows.
fn id(name: &str, known: &Known) -> Option<String> {
    known.owner(name).and_then(|owner| match owner.shelf {
        Shelf::Department => Some(owner.id.clone()),
        Shelf::Partner => Some(format!("partner:{}", owner.id)),
        Shelf::Place | Shelf::Document => None,
    })
}

/// The roles that a list in words gives: 甲、乙牵头，丙、丁等参与.
pub(super) fn roles(list: &str, known: &Known) -> Roles {
    let mut found = Roles::new();
    let mut start = 0;
    let ends: Vec<usize> = list
        .char_indices()
        .filter(|(_, char)| matches!(char, '，' | '；' | '。' | ','))
        .map(|(at, _)| at)
        .chain([list.len()])
        .collect();
    for end in ends {
        let part = list.get(start..end).unwrap_or_default();
        if let Some((role, from)) = label(part) {
            found.extend(bodies(&part[from..], known).into_iter().map(|name| (name, role)));
            start = end + next(list, end);
            continue;
        }
        let trimmed = part.trim_end_matches(['）', ')', '。']).trim_end();
        let Some((word, role)) = ROLES.iter().find(|(word, _)| trimmed.ends_with(word)) else { continue };
        let list_part = trimmed.strip_suffix(word).unwrap_or(trimmed);
        let list_part = list_part.trim_start_matches(['，', '；', '由', ' ']).trim_end_matches("等单位");
        // 甲牵头、乙参与: a role inside the list gives those before it theirs.
        match inner_role(list_part) {
            Some((at, word, first)) => {
                found.extend(bodies(&list_part[..at], known).into_iter().map(|name| (name, first)));
                found.extend(bodies(&list_part[at + word..], known).into_iter().map(|name| (name, *role)));
            }
            None => found.extend(bodies(list_part, known).into_iter().map(|name| (name, *role))),
        }
        start = end + next(list, end);
    }
    found
}

pub(super) fn next(list: &str, at: usize) -> usize {
    list[at..].chars().next().map_or(0, char::len_utf8)
}

/// 牵头、 or 牵头会同 in the middle of a list.
fn inner_role(list: &str) -> Option<(usize, usize, Role)> {
    let inner = ["牵头负责、", "牵头、", "牵头会同", "会同", "牵头，", "负责、"];
    inner.iter().find_map(|word| {
        let at = list.find(word)?;
        let role = if word.starts_with("负责") { Role::Responsible } else { Role::Lead };
        Some((at, word.len(), role))
    })
}

/// The names of a list, if it is one: most of them must look like bodies.
pub(super) fn bodies(list: &str, known: &Known) -> Vec<Name> {
    let names = names(list, known);
    let likely = names.iter().filter(|name| name.id.is_some() || looks_like_body(&name.text)).count();
    if likely * 2 > names.len() {
        names.into_iter().filter(|name| name.id.is_some() || looks_like_body(&name.text)).collect()
    } else {
        Vec::new()
    }
}

/// The list of bodies that a text begins with: 有关部门制定总体方案 → 有关部门.
pub(super) fn leading_list(text: &str) -> &str {
    const ENDS: [&str; 8] = ["部门", "单位", "委", "局", "厅", "办", "署", "机构"];
    let end = |from: usize| {
        let ends = ENDS.iter().filter_map(|word| text[from..].find(word).map(|at| from + at + word.len()));
        ends.min().filter(|end| text[from..*end].chars().count() <= 16)
    };
    let mut last = end(0);
    while let Some(at) = last {
        let goes_on = text[at..].strip_prefix(['、', '和', '与']).map(|rest| text.len() - rest.len());
        let Some(next) = goes_on.and_then(end) else { break };
        last = Some(next);
    }
    last.map_or("", |end| &text[..end])
}
