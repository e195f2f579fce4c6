//! Turns the value of a record into the quantity that its clause has to say.
//! Knows nothing of texts: whether a clause says so is for the rules.

use crate::content::Catalog;
use crate::content::plan::{Amount, Baseline, Figure, Target};
use crate::content::registry;
use crate::content::words::{Change, Comparator, UnitKind};
use crate::lang::Lang;
use crate::quantity::{self, Quantity, Rational, Unit};
use crate::record::At;

/// The value of a target or fact, if it has one.
pub(super) fn of_target(catalog: &Catalog, target: &Target) -> Option<Quantity> {
    let amount = target.value.as_ref()?;
    let claim =
        Claim { upper: target.upper.as_deref(), comparator: target.comparator, change: target.change };
    claim.quantity(amount, unit(catalog, target.unit.as_ref()))
}

/// The value from which a target starts.
pub(super) fn of_baseline(catalog: &Catalog, target: &Target, baseline: &Baseline) -> Option<Quantity> {
    let unit = unit(catalog, baseline.unit.as_ref().or(target.unit.as_ref()));
    Claim::PLAIN.quantity(&baseline.value, unit)
}

/// A figure of a project.
pub(super) fn of_figure(catalog: &Catalog, figure: &Figure) -> Option<Quantity> {
    let claim = Claim { upper: figure.upper.as_ref(), comparator: figure.comparator, ..Claim::PLAIN };
    claim.quantity(&figure.value, unit(catalog, figure.unit.as_ref()))
}

/// How a record bounds its number.
struct Claim<'a> {
    upper: Option<&'a At<Amount>>,
    comparator: Comparator,
    change: Change,
}

impl Claim<'_> {
    const PLAIN: Claim<'static> =
        Claim { upper: None, comparator: Comparator::Exactly, change: Change::Level };

    /// A number that cannot be read was reported where records are tied, and claims nothing.
    fn quantity(&self, amount: &At<Amount>, unit: Option<&registry::Unit>) -> Option<Quantity> {
        let (value, measure) = measured(&amount.value, unit)?;
        let upper = match self.upper {
            Some(upper) => Some(measured(&upper.value, unit)?.0),
            None => None,
        };
        let (comparator, change) = (comparator(self.comparator), change(self.change));
        Some(Quantity { span: 0..0, value, upper, comparator, change, unit: measure })
    }
}

fn unit<'a>(catalog: &'a Catalog, id: Option<&At<String>>) -> Option<&'a registry::Unit> {
    id.and_then(|id| catalog.units.find(id)).map(|index| &catalog.units.records[index])
}

/// A number in a unit of the register. What the unit is worth is read from its name, as a text would be: 3 and 个月 are
/// 3个月. Things, people and shares of one are what their kind says.
fn measured(amount: &Amount, unit: Option<&registry::Unit>) -> Option<(Rational, Unit)> {
    let value = quantity::read_decimal(&amount.0)?;
    let kind = unit.map_or(UnitKind::Count, |unit| unit.kind);
    let said = match kind {
        UnitKind::Count | UnitKind::People => None,
        UnitKind::Ratio if value.is_integer() => Some((value, Unit::Times)),
        UnitKind::Ratio => Some((value, Unit::Fraction)),
        UnitKind::Percent => Some((value, Unit::Percent)),
        UnitKind::Points => Some((value, Unit::Points)),
        UnitKind::Money | UnitKind::Area | UnitKind::Time => {
            let words = format!("{}{}", amount.0, unit.map_or("", |unit| &unit.name.zh));
            let mut said = quantity::parse(&words, Lang::Zh);
            said.pop().filter(|_| said.is_empty()).map(|said| (said.value, said.unit))
        }
    };
    Some(said.unwrap_or((value, Unit::Count(String::new()))))
}

fn comparator(comparator: Comparator) -> quantity::Comparator {
    match comparator {
        Comparator::Exactly => quantity::Comparator::Exactly,
        Comparator::AtLeast => quantity::Comparator::AtLeast,
        Comparator::AtMost => quantity::Comparator::AtMost,
        Comparator::About => quantity::Comparator::About,
        Comparator::Nearly => quantity::Comparator::Nearly,
        Comparator::MoreThan => quantity::Comparator::MoreThan,
        Comparator::LessThan => quantity::Comparator::LessThan,
        Comparator::Range => quantity::Comparator::Range,
    }
}

fn change(change: Change) -> quantity::Change {
    match change {
        Change::Level => quantity::Change::Level,
        Change::Increase => quantity::Change::Increase,
        Change::Decrease => quantity::Change::Decrease,
        Change::Add => quantity::Change::Add,
    }
}

/// A value as a reader of the language would write it, for messages.
pub(super) fn words(claim: &Quantity, lang: Lang) -> String {
    quantity::format(claim, lang)
}
