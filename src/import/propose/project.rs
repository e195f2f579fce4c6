//! Turns numbered clauses that name their lead and participating bodies into projects.
//! Knows nothing of other duties.

use super::known::Known;
use super::passage::{Context, origin};
use super::record::{Name, Project, zh};
use super::roles::{is_label_line, label, names};
use crate::content::value_of;
use crate::content::words::{Force, Role};
use crate::import::draft::{Body, Clause};
use crate::import::strand::Strand;

/// The project that a clause is, if lines of its own say who leads or joins.
pub(super) fn project(clause: &Clause, context: Context, known: &Known) -> Option<Project> {
    let number = value_of(clause.number.text()).filter(|_| context.projects)?;
    let (mut lead, mut participants, mut first) = (Vec::new(), Vec::new(), None);
    for strand in paragraphs(clause).filter(|strand| is_label_line(strand.text())) {
        for (role, list) in labelled(strand.text()) {
            let bodies = names(list, known);
            match role {
                Role::Lead => extend(&mut lead, bodies),
                Role::Participate => extend(&mut participants, bodies),
                _ => {}
            }
        }
        first = first.or(Some(strand));
    }
    let strand = first.filter(|_| !lead.is_empty() || !participants.is_empty())?;
    let intended = context.intended || clause.heading.text().contains("意向");
    Some(Project {
        number,
        title: zh(clause.heading.text()),
        lead,
        participants,
        force: if intended { Force::Intended } else { Force::Firm },
        origin: origin(clause, strand, 0..strand.text().len()),
    })
}

fn paragraphs(clause: &Clause) -> impl Iterator<Item = &Strand> {
    clause.body.iter().filter_map(|body| match body {
        Body::Paragraph(strand) => Some(strand),
        _ => None,
    })
}

/// The lists of a line with one label or several.
fn labelled(line: &str) -> Vec<(Role, &str)> {
    let behind = |(at, char): (usize, char)| at + char.len_utf8();
    let starts = std::iter::once(0).chain(
        line.char_indices()
            .filter(|(_, char)| matches!(char, '；' | '。' | ' ' | '\u{3000}' | '\t'))
            .map(behind),
    );
    let found: Vec<(usize, Role, usize)> =
        starts.filter_map(|at| label(&line[at..]).map(|(role, from)| (at, role, at + from))).collect();
    let list = |(index, (_, role, from)): (usize, &(usize, Role, usize))| {
        let end = found.get(index + 1).map_or(line.len(), |next| next.0);
        line.get(*from..end).map(|list| (*role, list))
    };
    found.iter().enumerate().filter_map(list).collect()
}

fn extend(names: &mut Vec<Name>, more: Vec<Name>) {
    for name in more {
        if !names.contains(&name) {
            names.push(name);
        }
    }
}
