//! Turns faults that need no judgement into changed files: what can be put right without asking anybody?
//! Knows nothing of the disk, and changes no word and no figure.
//!
//! What is put right: marks, digits and spaces of the wrong width ([`crate::check::mends`]), headings whose clause id
//! follows from their number or from the other language (`heading`), clauses in another order than their twins (`order`),
//! marks for figures that no longer need one, and what follows from these: passages of records, and `twins.toml`, since a
//! translation of the same words is no older for a comma.
//!
//! [`mend`] goes round until nothing is left to do, so that doing it again does nothing. It asks `check` what is wrong
//! before and after: a round that would break something is no product at all.

mod heading;
mod order;
mod records;

use crate::build::{Options, Portal, Remembered, Timings, load_after};
use crate::check;
use crate::content::{Bodies, PlanFolder, PlanText, text};
use crate::lang::Lang;
use crate::quantity;
use crate::report::{Code, Diagnostic, Report, Severity, column_of};
use crate::resolve::Skeleton;
use crate::route::SourcePath;
use crate::source::Sources;
use anyhow::bail;
use std::collections::BTreeMap;
use std::ops::Range;

/// More rounds than this are not needed by anything that is known: each step once or twice.
const ROUNDS: usize = 8;

/// Texts that changed, by file.
pub type Texts = BTreeMap<SourcePath, String>;

/// What was put right.
#[derive(Debug, Default)]
pub struct Mended {
    /// The faults, each with the number of its line as it was, round by round.
    pub faults: Vec<(Diagnostic, usize)>,
    /// The files that change, as they will be.
    pub texts: Texts,
}

/// A change of one file: some bytes become others.
struct Edit {
    bytes: Range<usize>,
    right: String,
}

/// One way of putting things right, in one plan.
type Step = fn(&Work<'_>, &Report) -> Mended;

/// All of them, in the order in which one needs the other. Ids and order bring to light what could not be checked before;
/// the others must not make a single error.
const STEPS: [(Step, bool); 4] = [
    (|work, report| work.headings(report), true),
    (|work, report| work.order(report), true),
    (|work, report| work.marks(report), false),
    (|work, report| work.typography(report), false),
];

/// Puts right what needs no judgement in a portal.
///
/// # Errors
/// When the outcome would have faults that the portal does not have: then nothing may be written.
pub fn mend(sources: &Sources, options: Options) -> anyhow::Result<Mended> {
    let load = |texts: &Texts, before: &Remembered| {
        load_after(sources.with(texts), options, Report::default(), Timings::default(), before)
    };
    let mut mended = Mended::default();
    let (mut loaded, mut remembered) = load(&mended.texts, &Remembered::default());
    for _ in 0..ROUNDS {
        let Some(portal) = &loaded.portal else { break };
        let rounds =
            STEPS.into_iter().map(|(step, uncovers)| (round(portal, &loaded.report, step), uncovers));
        let Some((round, uncovers)) = rounds.into_iter().find(|(round, _)| !round.texts.is_empty()) else {
            break;
        };
        mended.faults.extend(round.faults);
        mended.texts.extend(round.texts);
        let after = load(&mended.texts, &remembered);
        let errors = |report: &Report| report.count(Severity::Error);
        if !uncovers && errors(&after.0.report) > errors(&loaded.report) {
            bail!("what would be written has faults that the portal does not have; nothing was written");
        }
        (loaded, remembered) = after;
    }
    Ok(mended)
}

/// One step in every plan, with what follows from it.
fn round(portal: &Portal, report: &Report, step: Step) -> Mended {
    let mut done = Mended::default();
    let bodies = Bodies::new(&portal.sources);
    for (_, plan, skeleton) in portal.site.plans() {
        let work = Work { portal, bodies, plan, skeleton, texts: bodies.of(plan).0 };
        let Mended { faults, texts } = step(&work, report);
        done.texts.extend(work.twins(&texts));
        done.texts.extend(texts);
        done.faults.extend(faults);
    }
    done
}

/// One plan at the beginning of a round.
struct Work<'a> {
    portal: &'a Portal,
    bodies: Bodies<'a>,
    plan: &'a PlanFolder,
    skeleton: &'a Skeleton,
    texts: Vec<PlanText>,
}

impl Work<'_> {
    /// The faults of a kind in a file.
    fn faults<'r>(
        &self,
        report: &'r Report,
        code: Code,
        path: &'r SourcePath,
    ) -> impl Iterator<Item = &'r Diagnostic> {
        report.iter().filter(move |fault| {
            fault.code == code && fault.place.as_ref().is_some_and(|place| place.path == *path)
        })
    }

    /// Headings get the ids that follow from what is there.
    fn headings(&self, report: &Report) -> Mended {
        let mut mended = Mended::default();
        for text in &self.texts {
            let missing: Vec<&Diagnostic> =
                self.faults(report, Code::HeadingWithoutId, &text.file.path).collect();
            if missing.is_empty() {
                continue;
            }
            let ids = heading::ids(text, &self.texts);
            let found = missing.iter().filter_map(|fault| {
                let span = fault.place.as_ref()?.span.clone();
                let id = ids.get(&span.start)?;
                let edit = heading::edit(&text.source, span, id)?;
                Some(((*fault).clone().with("id", id), edit))
            });
            mended.take(&text.file.path, &text.source, found.collect());
        }
        mended
    }

    /// Clauses stand in the order of the first text.
    fn order(&self, report: &Report) -> Mended {
        let mut mended = Mended::default();
        let Some((first, rest)) = self.texts.split_first() else { return mended };
        for text in rest {
            let faults: Vec<&Diagnostic> = self.faults(report, Code::TwinOrder, &text.file.path).collect();
            let ordered = (!faults.is_empty()).then(|| order::like(first, text)).flatten();
            if let Some(ordered) = ordered {
                let all = Edit { bytes: 0..text.source.len(), right: ordered };
                mended.take(&text.file.path, &text.source, faults.into_iter().cloned().zip([all]).collect());
            }
        }
        mended
    }

    /// Marks that mark nothing go.
    fn marks(&self, report: &Report) -> Mended {
        let mut mended = Mended::default();
        let path = &self.plan.path;
        // While a text has errors, a figure may be there and not be seen.
        let is_own = |fault: &Diagnostic| {
            fault
                .place
                .as_ref()
                .is_some_and(|place| self.texts.iter().any(|text| text.file.path == place.path))
        };
        if report.iter().any(|fault| fault.severity() == Severity::Error && is_own(fault)) {
            return mended;
        }
        let idle: Vec<Diagnostic> = self.faults(report, Code::IdleMark, path).cloned().collect();
        let Ok(toml) = self.portal.sources.text(path) else { return mended };
        let without = records::without_marks(&toml, &idle).filter(|without| *without != toml);
        if let Some(without) = without {
            mended.faults.extend(idle.into_iter().map(|fault| at_line(fault, &toml)));
            mended.texts.insert(path.clone(), without);
        }
        mended
    }

    /// Marks, digits and spaces get the right width, in the texts and in the passages that quote them.
    fn typography(&self, report: &Report) -> Mended {
        let is_here = |fault: &Diagnostic| {
            [Code::Width, Code::Spacing].contains(&fault.code)
                && self
                    .texts
                    .iter()
                    .any(|text| fault.place.as_ref().is_some_and(|place| place.path == text.file.path))
        };
        if !report.iter().any(is_here) {
            return Mended::default();
        }
        let (mends, passages) = check::mends(&self.portal.site, self.bodies, self.plan, self.skeleton);
        let mut mended = Mended::default();
        for text in &self.texts {
            let here = mends.iter().filter(|mend| mend.place.path == text.file.path);
            let edits = here.filter_map(|mend| {
                let edit = Edit { bytes: mend.place.span.clone(), right: mend.right.clone() };
                keeps_figures(&text.source, &edit, text.file.lang).then(|| (mend.fault.clone(), edit))
            });
            mended.take(&text.file.path, &text.source, edits.collect());
        }
        let toml = self.portal.sources.text(&self.plan.path).unwrap_or_default();
        if !passages.is_empty()
            && let Some(changed) = records::with_passages(&toml, &passages)
        {
            mended.texts.insert(self.plan.path.clone(), changed);
        }
        mended
    }

    /// A translation that was true of its source's words is true of them still.
    fn twins(&self, changed: &Texts) -> Texts {
        let now: Vec<PlanText> = self
            .texts
            .iter()
            .map(|old| {
                let source = changed.get(&old.file.path).unwrap_or(&old.source);
                text::read(&old.file, source.clone(), &mut Vec::new())
            })
            .collect();
        let twins = self.plan.twins.as_ref().filter(|_| !changed.is_empty());
        twins.and_then(|twins| records::twins(twins, &self.texts, &now)).into_iter().collect()
    }
}

impl Mended {
    /// Makes the edits of a file; none where there is nothing to do.
    fn take(&mut self, path: &SourcePath, before: &str, mut edits: Vec<(Diagnostic, Edit)>) {
        edits.sort_by_key(|(_, edit)| edit.bytes.start);
        // What an edit stands in the way of waits for the next round.
        let mut end = 0;
        edits.retain(|(_, edit)| {
            let is_free = edit.bytes.start >= end;
            end = end.max(if is_free { edit.bytes.end } else { end });
            is_free
        });
        let mut after = before.to_owned();
        for (_, edit) in edits.iter().rev() {
            after.replace_range(edit.bytes.clone(), &edit.right);
        }
        if after != before {
            self.texts.insert(path.clone(), after);
            self.faults.extend(edits.into_iter().map(|(fault, _)| at_line(fault, before)));
        }
    }
}

fn at_line(fault: Diagnostic, text: &str) -> (Diagnostic, usize) {
    let line = fault.place.as_ref().map_or(1, |place| column_of(text, place.span.start).line);
    (fault, line)
}

/// True when the line says the same figures with the edit as without.
fn keeps_figures(text: &str, edit: &Edit, lang: Lang) -> bool {
    let start = text[..edit.bytes.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[edit.bytes.end..].find('\n').map_or(text.len(), |at| edit.bytes.end + at);
    let after = format!("{}{}{}", &text[start..edit.bytes.start], edit.right, &text[edit.bytes.end..end]);
    let figures = |line: &str| -> Vec<quantity::Key> {
        quantity::parse(line, lang).iter().map(quantity::Quantity::key).collect()
    };
    figures(&text[start..end]) == figures(&after)
}

#[cfg(test)]
mod tests;
