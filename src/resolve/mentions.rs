//! Turns the text of one clause into what it names, links and shows.
//! Knows nothing of other clauses.

use super::entity::Entity;
use super::find_plan;
use super::links::{self, Aim, OpenLink};
use crate::content::{Catalog, ClauseText, PlanFolder, PlanText};
use crate::markup::{self, Block, Inline, Node};
use crate::names::{Hit, Names, Use};
use crate::report::{Code, Diagnostic, Place};
use std::collections::BTreeSet;

/// Reads the clauses of one text.
pub(super) struct Reader<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) names: &'a Names,
    pub(super) plan: &'a PlanFolder,
    pub(super) text: &'a PlanText,
}

/// What stands in a clause.
#[derive(Default)]
pub(super) struct Found {
    /// What it links by hand or names.
    pub(super) entities: BTreeSet<Entity>,
    /// Its links to clauses and targets.
    pub(super) links: Vec<OpenLink>,
    /// What is wrong with it.
    pub(super) faults: Vec<Diagnostic>,
}

/// A name that may mean several, outside a link.
struct Unclear {
    owners: Vec<Entity>,
    fault: Diagnostic,
}

impl Reader<'_> {
    /// Reads a clause and the notes that it refers to.
    pub(super) fn read(&self, clause: &ClauseText) -> Found {
        let mut found = Found::default();
        let mut unclear = Vec::new();
        let mut by_hand = BTreeSet::new();
        let mut ahead = vec![self.text.section(clause).blocks];
        while let Some(blocks) = ahead.pop() {
            let mut link_end = 0;
            for node in markup::walk(blocks) {
                match node {
                    Node::Inline(Inline::Link(link)) => {
                        link_end = link.span.end;
                        by_hand.extend(self.linked(&link.target, self.place(&link.span), &mut found));
                    }
                    // The words of a link are linked already.
                    Node::Inline(Inline::Text { span, .. }) if span.start < link_end => {}
                    Node::Inline(Inline::Text { text, span }) => {
                        self.named(text, span, &mut found, &mut unclear)
                    }
                    Node::Inline(Inline::Image(image)) => {
                        found.faults.extend(self.missing(&image.src, &image.span))
                    }
                    Node::Block(Block::Figure(image)) => {
                        found.faults.extend(self.missing(&image.src, &image.span))
                    }
                    // A note belongs to the clause that refers to it first.
                    Node::Inline(Inline::FootnoteRef { number, nth: 1, .. }) => {
                        let note = self.text.document.footnotes.get((*number as usize).saturating_sub(1));
                        ahead.extend(note.map(|note| note.blocks.as_slice()));
                    }
                    _ => {}
                }
            }
        }
        // Names are linked once per clause, so one link by hand settles all of them.
        let open =
            unclear.into_iter().filter(|name| !name.owners.iter().any(|owner| by_hand.contains(owner)));
        found.faults.extend(open.map(|name| name.fault));
        found.entities.extend(by_hand);
        found
    }

    fn place(&self, span: &markup::Span) -> Place {
        Place::new(&self.text.file.path, span.start as usize..span.end as usize)
    }

    /// The thing that a link leads to. Clauses and targets wait until those of all plans are known.
    fn linked(&self, target: &str, place: Place, found: &mut Found) -> Option<Entity> {
        let here = find_plan(self.catalog, self.plan.id())?;
        let aim = match target.strip_prefix('#') {
            Some(clause) => Ok(Aim::Clause(here, clause.to_owned())),
            None => links::aim(self.catalog, target),
        };
        match aim {
            Ok(Aim::Entity(entity)) => Some(entity),
            Ok(Aim::Clause(plan, clause)) => {
                found.links.push(OpenLink { aim: Aim::Clause(plan, clause), place });
                (plan != here).then_some(Entity::Plan(plan))
            }
            Ok(Aim::Target(path)) => {
                found.links.push(OpenLink { aim: Aim::Target(path), place });
                None
            }
            Ok(Aim::Elsewhere) => None,
            Err(fault) => {
                found.faults.push(fault.at(place));
                None
            }
        }
    }

    /// The known names in running text.
    fn named(&self, text: &str, span: &markup::Span, found: &mut Found, unclear: &mut Vec<Unclear>) {
        for hit in self.names.find(text) {
            let owners: Vec<Entity> = hit.owners.iter().map(|owner| Entity::from_number(*owner)).collect();
            match hit.usage {
                Use::Linked => found.entities.extend(owners),
                Use::Ambiguous | Use::Longer => {
                    let fault = self.ambiguous(&hit, &owners, text, span);
                    unclear.push(Unclear { owners, fault });
                }
            }
        }
    }

    /// An ambiguous name outside a link: somebody must say which one is meant.
    fn ambiguous(&self, hit: &Hit, owners: &[Entity], text: &str, span: &markup::Span) -> Diagnostic {
        let target =
            |owner: &Entity| format!("{}:{}", owner.parts().0.scheme(), links::id_of(self.catalog, *owner));
        let targets: Vec<String> = owners.iter().map(target).collect();
        let bytes = markup::plain::in_source(&self.text.source, span, text, &hit.span);
        Diagnostic::new(Code::AmbiguousAlias)
            .with("name", &text[hit.span.clone()])
            .with("example", targets.first().cloned().unwrap_or_default())
            .with("candidates", targets.join(", "))
            .at(Place::new(&self.text.file.path, bytes))
    }

    /// The fault of a picture that lies neither in the plan's folder nor elsewhere on the net.
    fn missing(&self, source: &str, span: &markup::Span) -> Option<Diagnostic> {
        let folder = self.plan.path.as_str().trim_end_matches(self.plan.path.file_name());
        let here = |path: &crate::route::SourcePath| path.below(folder) == Some(source);
        let known = source.contains("://") || self.plan.media.iter().any(here);
        (!known).then(|| Diagnostic::new(Code::MissingMedia).with("name", source).at(self.place(span)))
    }
}
