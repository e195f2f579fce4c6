//! Turns a quantity of a record into the parts in which a reader sees it: 不少于 · 30 · 个; at least · 30 · new centres.
//! Knows nothing of where it is shown.

use super::context::Ctx;
use super::view::Figure;
use crate::content::plan::{self, Amount, Baseline, Target};
use crate::content::registry::Unit;
use crate::content::words::{Change, Comparator, Extent, UnitKind};
use crate::lang::{Bilingual, Lang};
use crate::quantity;
use crate::record::At;

/// What makes up a figure, from whatever record.
struct Quantity<'q> {
    extent: Extent,
    value: Option<&'q At<Amount>>,
    upper: Option<&'q At<Amount>>,
    unit: Option<&'q Unit>,
    per: Option<&'q Bilingual<String>>,
    comparator: Comparator,
    change: Change,
}

/// The figure of a target or fact.
pub(super) fn of_target(ctx: &Ctx<'_>, target: &Target) -> Figure {
    let quantity = Quantity {
        extent: target.extent,
        value: target.value.as_ref(),
        upper: target.upper.as_deref(),
        unit: unit(ctx, target.unit.as_ref()),
        per: target.per.as_deref(),
        comparator: target.comparator,
        change: target.change,
    };
    quantity.figure(ctx)
}

/// A figure of a project.
pub(super) fn of_project(ctx: &Ctx<'_>, figure: &plan::Figure) -> Figure {
    let quantity = Quantity {
        extent: Extent::Figure,
        value: Some(&figure.value),
        upper: figure.upper.as_ref(),
        unit: unit(ctx, figure.unit.as_ref()),
        per: None,
        comparator: figure.comparator,
        change: Change::Level,
    };
    quantity.figure(ctx)
}

/// The value from which a target starts, in the target's unit unless it has its own.
pub(super) fn of_baseline(ctx: &Ctx<'_>, target: &Target, baseline: &Baseline) -> Figure {
    let quantity = Quantity {
        extent: Extent::Figure,
        value: Some(&baseline.value),
        upper: None,
        unit: unit(ctx, baseline.unit.as_ref().or(target.unit.as_ref())),
        per: target.per.as_deref(),
        comparator: Comparator::Exactly,
        change: Change::Level,
    };
    quantity.figure(ctx)
}

/// A figure as words in a row, for sentences; empty where there is no figure.
pub(super) fn words(figure: &Figure) -> String {
    let parts = [&figure.before, &figure.value, &figure.after];
    parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// An exact number as a writer of the page's language puts it, and its scale word: 1.25 and 万, 12,500 and nothing, 28.19
/// and billion. What is no number was reported, and stays as it is.
fn amount(ctx: &Ctx<'_>, number: &str) -> (String, String) {
    let Some(value) = quantity::read_decimal(number) else { return (number.to_owned(), String::new()) };
    let words = quantity::format_number(value, ctx.lang);
    let digits = words.trim_end_matches(|c: char| !c.is_ascii_digit());
    (digits.to_owned(), words[digits.len()..].trim_start().to_owned())
}

fn unit<'a>(ctx: &Ctx<'a>, id: Option<&At<String>>) -> Option<&'a Unit> {
    let units = &ctx.site.catalog.units;
    id.and_then(|id| units.find(id)).map(|index| &units.records[index])
}

impl Quantity<'_> {
    fn figure(&self, ctx: &Ctx<'_>) -> Figure {
        let mut figure = Figure { kind: self.extent.word().to_owned(), ..Figure::default() };
        match (self.extent, self.value) {
            // "All" that the plan also writes as 100% is shown as it is written.
            (_, Some(value)) => self.count(ctx, &value.value.0, &mut figure),
            (Extent::All, None) => ctx.word("figure-all").clone_into(&mut figure.value),
            (Extent::Some, None) => {
                ctx.word("figure-some").clone_into(&mut figure.value);
                self.change_words(ctx, &mut figure);
                if !self.is_share() {
                    push(&mut figure.after, &self.unit_words(ctx, false));
                }
            }
            (Extent::Figure | Extent::Qualitative, None) => {}
        }
        figure
    }

    fn count(&self, ctx: &Ctx<'_>, value: &str, figure: &mut Figure) {
        let (number, scale) = self.numbers(ctx, value);
        figure.value = number;
        figure.after = scale;
        if let (Some(per), Lang::Zh, false) = (self.per, ctx.lang, self.is_share()) {
            ctx.text(per).clone_into(&mut figure.before);
        }
        self.change_words(ctx, figure);
        push(&mut figure.before, self.comparator_word(ctx));
        let one = value == "1" && self.upper.is_none();
        push(&mut figure.after, &self.unit_words(ctx, one));
        if let (Some(per), Lang::En, false) = (self.per, ctx.lang, self.is_share()) {
            push(&mut figure.after, ctx.text(per));
        }
    }

    /// 30; 2–3; 12.5%; 1/3; 1.25 and 万: the number, and the scale word that stands with the unit.
    fn numbers(&self, ctx: &Ctx<'_>, value: &str) -> (String, String) {
        let percent = self.unit.is_some_and(|unit| unit.kind == UnitKind::Percent);
        let sign = if percent { "%" } else { "" };
        let (lower, scale) = amount(ctx, value);
        let Some(end) = self.upper else { return (format!("{lower}{sign}"), scale) };
        let (upper, upper_scale) = amount(ctx, &end.value.0);
        let join = |lower: &str, upper: &str| match ctx.lang {
            Lang::Zh => format!("{lower}{sign}—{upper}{sign}"),
            Lang::En => format!("{lower}–{upper}{sign}"),
        };
        if scale == upper_scale {
            return (join(&lower, &upper), scale);
        }
        // 3—5万 would be 30,000 to 50,000.
        let digits = |number: &str| ctx.format().amount(number);
        (join(&digits(value), &digits(&end.value.0)), String::new())
    }

    /// 提高, 新增 before the number; up before it, new after it.
    fn change_words(&self, ctx: &Ctx<'_>, figure: &mut Figure) {
        let place = match (self.change, ctx.lang) {
            (Change::Level, _) => return,
            (Change::Add, Lang::En) => &mut figure.after,
            _ => &mut figure.before,
        };
        push(place, &ctx.term("change", self.change.word()));
    }

    /// Shares are 不低于, things 不少于.
    fn comparator_word<'a>(&self, ctx: &Ctx<'a>) -> &'a str {
        match (self.comparator, self.is_share()) {
            (Comparator::Exactly | Comparator::Range, _) => "",
            (Comparator::AtLeast, false) => ctx.word("comparator-at-least"),
            (Comparator::AtLeast, true) => ctx.word("comparator-at-least-share"),
            (Comparator::AtMost, _) => ctx.word("comparator-at-most"),
            (Comparator::About, _) => ctx.word("comparator-about"),
            (Comparator::Nearly, _) => ctx.word("comparator-nearly"),
            (Comparator::MoreThan, _) => ctx.word("comparator-more-than"),
            (Comparator::LessThan, false) => ctx.word("comparator-less-than"),
            (Comparator::LessThan, true) => ctx.word("comparator-less-than-share"),
        }
    }

    fn is_share(&self) -> bool {
        self.unit.is_some_and(|unit| {
            matches!(unit.kind, UnitKind::Percent | UnitKind::Points)
                || (unit.kind == UnitKind::Ratio && self.is_fraction())
        })
    }

    fn is_fraction(&self) -> bool {
        self.value.is_some_and(|value| value.value.0.contains('/'))
    }

    /// The measure word; the English noun by its number. A per cent sign stands with the number, and "1/3" is a share
    /// without saying so.
    fn unit_words(&self, ctx: &Ctx<'_>, one: bool) -> String {
        let Some(unit) = self.unit else { return String::new() };
        if unit.kind == UnitKind::Percent || (unit.kind == UnitKind::Ratio && self.is_fraction()) {
            return String::new();
        }
        match (&unit.plural, ctx.lang) {
            (Some(plural), Lang::En) if !one => plural.clone(),
            _ => ctx.text(&unit.name).to_owned(),
        }
    }
}

/// Adds words after those that are there: with a space, but not between Chinese ones.
fn push(words: &mut String, more: &str) {
    let latin_border = words.ends_with(|c: char| c.is_ascii()) || more.starts_with(|c: char| c.is_ascii());
    if !words.is_empty() && !more.is_empty() && latin_border {
        words.push(' ');
    }
    words.push_str(more);
}
