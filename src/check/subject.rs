//! Turns the texts of a plan into what the rules compare: each clause's words, figures and names.
//! Knows nothing of any rule.

use super::lexicon::Lexicon;
use crate::content::{ClauseText, EditionKind, PlanFolder, PlanText};
use crate::lang::Lang;
use crate::markup::plain::Words;
use crate::markup::{Inline, Node, Section};
use crate::names::{Hit, Use};
use crate::quantity::{self, Quantity};
use crate::report::{Code, Diagnostic, Place};
use crate::resolve::{Aim, Entity, EntityKind, Skeleton, World, aim};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A plan as the rules see it.
pub(super) struct Subject<'a> {
    pub(super) world: World<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) plan: &'a PlanFolder,
    pub(super) skeleton: &'a Skeleton,
    /// Best first within a language.
    pub(super) texts: &'a [PlanText],
    /// What the texts say, clause by clause, best first within a language.
    readings: Vec<Reading<'a>>,
    /// Where the readings of each clause stand among them.
    clauses: BTreeMap<&'a str, Range<usize>>,
    /// The numbers of the readings that are compared, Chinese and English.
    pairs: Vec<(usize, usize)>,
    /// The other plans whose titles were asked for, by their numbers.
    titles: RefCell<BTreeSet<usize>>,
}

/// What one clause of one text says.
pub(super) struct Reading<'a> {
    pub(super) text: &'a PlanText,
    pub(super) clause: &'a ClauseText,
    /// The words of its heading, of what stands under it, and of the notes to it.
    pub(super) words: Words<'a>,
    /// Where the heading's words end.
    pub(super) body: usize,
    /// The years that the words say, in names too.
    pub(super) years: BTreeSet<i32>,
    /// The quantities in the words, but for those in names.
    pub(super) figures: Vec<Quantity>,
    /// What it names or links, with the words that first do.
    pub(super) named: BTreeMap<Entity, Range<usize>>,
    /// All that bears a name which occurs, were it inside a longer name.
    pub(super) occurring: BTreeSet<Entity>,
    /// The names and links, by their words.
    pub(super) names: Vec<(Entity, Range<usize>)>,
}

/// A clause as the readers of each language meet it.
pub(super) struct Pair<'s, 'a> {
    pub(super) zh: &'s Reading<'a>,
    pub(super) en: &'s Reading<'a>,
}

impl<'a> Subject<'a> {
    pub(super) fn new(
        world: World<'a>,
        lexicon: &'a Lexicon,
        plan: &'a PlanFolder,
        skeleton: &'a Skeleton,
        texts: &'a [PlanText],
    ) -> Subject<'a> {
        let own = world.plan(plan.id());
        let mut of_clauses: BTreeMap<&str, Vec<Reading<'_>>> = BTreeMap::new();
        for text in texts {
            for clause in &text.clauses {
                of_clauses.entry(&clause.id).or_default().push(Reading::new(world, own, text, clause));
            }
        }
        let (mut readings, mut clauses) = (Vec::new(), BTreeMap::new());
        for (id, of_clause) in of_clauses {
            clauses.insert(id, readings.len()..readings.len() + of_clause.len());
            readings.extend(of_clause);
        }
        let titles = RefCell::default();
        let mut subject =
            Subject { world, lexicon, plan, skeleton, texts, readings, clauses, pairs: Vec::new(), titles };
        subject.pairs = skeleton.clauses.iter().filter_map(|clause| subject.pair(&clause.id)).collect();
        subject
    }

    /// The name of a thing. That of a plan may change without anything of this plan changing, so it is noted.
    pub(super) fn name(&self, entity: Entity, lang: Lang) -> &'a str {
        if let Entity::Plan(plan) = entity {
            self.titles.borrow_mut().insert(plan);
        }
        self.world.name(entity, lang)
    }

    /// The plans whose titles were asked for.
    pub(super) fn titles(self) -> BTreeSet<usize> {
        self.titles.into_inner()
    }

    /// What the texts in a language say of a clause, best first.
    pub(super) fn readings(&self, id: &str, lang: Lang) -> impl Iterator<Item = &Reading<'a>> {
        let readings = &self.readings[self.clauses.get(id).cloned().unwrap_or_default()];
        readings.iter().filter(move |reading| reading.lang() == lang)
    }

    /// The clause where a reader of the language meets it: in the best text that has it.
    pub(super) fn reading(&self, id: &str, lang: Lang) -> Option<&Reading<'a>> {
        self.readings(id, lang).next()
    }

    /// The text that records quote: the digest, or the best text where there is no digest.
    pub(super) fn quoted(&self, id: &str, lang: Lang) -> Option<&Reading<'a>> {
        let is_digest = |reading: &&Reading<'_>| reading.text.file.kind == EditionKind::Digest;
        self.readings(id, lang).find(is_digest).or_else(|| self.reading(id, lang))
    }

    /// The years that any clause says.
    pub(super) fn years(&self) -> BTreeSet<i32> {
        self.readings.iter().flat_map(|reading| reading.years.iter().copied()).collect()
    }

    /// The clauses that have text in both languages, like beside like: digests where both languages have one, else an
    /// official text beside its translation. An official text says more than a digest of it; that is another rule's.
    pub(super) fn pairs(&self) -> impl Iterator<Item = Pair<'_, 'a>> {
        self.pairs.iter().map(|(zh, en)| Pair { zh: &self.readings[*zh], en: &self.readings[*en] })
    }

    fn pair(&self, id: &str) -> Option<(usize, usize)> {
        let of_clause = self.clauses.get(id)?;
        let side = |lang, digest: bool| {
            let is_like = |reading: &Reading<'_>| {
                reading.lang() == lang && (reading.text.file.kind == EditionKind::Digest) == digest
            };
            of_clause
                .clone()
                .find(|at| is_like(&self.readings[*at]))
                .filter(|at| self.readings[*at].has_text())
        };
        let alike = |digest| Some((side(Lang::Zh, digest)?, side(Lang::En, digest)?));
        alike(true).or_else(|| alike(false))
    }

    /// Where the heading of a clause stands.
    pub(super) fn heading(&self, id: &str, lang: Lang) -> Option<Place> {
        self.reading(id, lang).map(Reading::heading)
    }
}

impl<'a> Reading<'a> {
    fn new(world: World<'_>, own: Option<usize>, text: &'a PlanText, clause: &'a ClauseText) -> Reading<'a> {
        let (words, body) = words_of(text, clause);
        let linked: Vec<Range<usize>> = words.links.iter().map(|(range, _)| range.clone()).collect();
        let (hits, occurring) = world.names.find_outside(&words.text, &linked);
        let mut names = Vec::with_capacity(words.links.len() + hits.len());
        for (range, link) in &words.links {
            // A target that leads nowhere was reported when the link was tied.
            match aim(world.catalog, &link.target) {
                Ok(Aim::Entity(entity)) => names.push((work(world, entity), range.clone())),
                Ok(Aim::Clause(plan, _)) if Some(plan) != own => {
                    names.push((Entity::Plan(plan), range.clone()))
                }
                _ => {}
            }
        }
        for hit in hits.iter().filter(|hit| hit.usage == Use::Linked) {
            let owners = hit.owners.iter().map(|owner| work(world, Entity::from_number(*owner)));
            names.extend(owners.map(|entity| (entity, hit.span.clone())));
        }
        let mut figures = quantity::parse(&words.text, text.file.lang);
        let years = years_of(&figures);
        figures.retain(|figure| !is_in_name(figure, &names));
        names.sort_by_key(|(_, words)| words.start);
        let mut named = BTreeMap::new();
        for (entity, words) in &names {
            named.entry(*entity).or_insert_with(|| words.clone());
        }
        let occurring = occurring.into_iter().map(|owner| work(world, Entity::from_number(owner))).collect();
        Reading { text, clause, words, body, years, figures, named, occurring, names }
    }

    /// True when it names a thing, were it inside a longer name.
    pub(super) fn speaks_of(&self, entity: Entity) -> bool {
        self.named.contains_key(&entity) || self.occurring.contains(&entity)
    }

    /// Where the words of a passage stand below the heading.
    pub(super) fn find(&self, passage: &str) -> Option<Range<usize>> {
        let start = self.body + self.words.text.get(self.body..)?.find(passage)?;
        Some(start..start + passage.len())
    }

    /// The figures whose words touch a range.
    pub(super) fn figures_in<'r>(&'r self, words: &'r Range<usize>) -> impl Iterator<Item = &'r Quantity> {
        self.figures.iter().filter(|figure| figure.span.start < words.end && words.start < figure.span.end)
    }

    /// True when there is more than a heading.
    pub(super) fn has_text(&self) -> bool {
        !self.section().blocks.is_empty()
    }

    /// What stands under the heading.
    pub(super) fn section(&self) -> Section<'a> {
        self.text.section(self.clause)
    }

    pub(super) fn lang(&self) -> Lang {
        self.text.file.lang
    }

    /// Where some of its words stand.
    pub(super) fn place(&self, words: &Range<usize>) -> Place {
        Place::new(&self.text.file.path, self.words.place(words, &self.text.source))
    }

    /// Where its heading stands.
    pub(super) fn heading(&self) -> Place {
        Place::new(&self.text.file.path, self.clause.span.clone())
    }

    /// The words of a range.
    pub(super) fn cut(&self, words: &Range<usize>) -> &str {
        self.words.text.get(words.clone()).unwrap_or_default()
    }

    /// A fault of some of its words: `clause`, `lang` and `words` are said of it.
    pub(super) fn fault(&self, code: Code, words: &Range<usize>) -> Diagnostic {
        let fault = Diagnostic::new(code).with("clause", &self.clause.id).with("lang", self.lang().code());
        fault.with("words", self.cut(words)).at(self.place(words))
    }
}

/// The words of a clause and of the notes that it is the first to refer to, and where those of its heading end.
fn words_of<'a>(text: &'a PlanText, clause: &ClauseText) -> (Words<'a>, usize) {
    let mut words = Words::default();
    let section = text.section(clause);
    section.heading.into_iter().for_each(|heading| words.push_inlines(&heading.inlines));
    let body = words.text.len();
    words.push_blocks(section.blocks);
    for node in section.walk() {
        if let Node::Inline(Inline::FootnoteRef { number, nth: 1, .. }) = node {
            let note = text.document.footnotes.get((*number as usize).saturating_sub(1));
            note.into_iter().for_each(|note| words.push_blocks(&note.blocks));
        }
    }
    (words, body)
}

/// The first and last years of the times among some quantities.
pub(super) fn years_of(quantities: &[Quantity]) -> BTreeSet<i32> {
    quantities.iter().filter_map(Quantity::years).flat_map(|(first, last)| [first, last]).collect()
}

/// The quantities of a text without links, but for those in names.
pub(super) fn figures_of(world: World<'_>, text: &str, lang: Lang) -> Vec<Quantity> {
    let mut figures = quantity::parse(text, lang);
    if !figures.is_empty() {
        let owned = |hit: Hit| {
            hit.owners.into_iter().map(move |owner| (Entity::from_number(owner), hit.span.clone()))
        };
        let names: Vec<(Entity, Range<usize>)> = world.names.find(text).into_iter().flat_map(owned).collect();
        figures.retain(|figure| !is_in_name(figure, &names));
    }
    figures
}

/// True when a quantity is a part of a name and says nothing by itself. “十四五” is a term, and a time all the same.
fn is_in_name(figure: &Quantity, names: &[(Entity, Range<usize>)]) -> bool {
    names.iter().any(|(entity, words)| {
        let within = words.start <= figure.span.start && figure.span.end <= words.end;
        within && (entity.parts().0 != EntityKind::Term || !figure.unit.is_calendar())
    })
}

/// A plan of the portal is the same work as the document by which others cite it.
fn work(world: World<'_>, entity: Entity) -> Entity {
    let plan = match entity {
        Entity::Document(index) => world.catalog.documents.records[index].plan.as_ref(),
        _ => None,
    };
    plan.and_then(|id| world.plan(id)).map_or(entity, Entity::Plan)
}
