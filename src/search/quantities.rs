//! Turns a text into the values of its quantities that its terms do not say, so that 30 finds 三十 and 30% finds 三成.
//! Knows nothing of indexes.

use super::analyzer::Analyzer;
use crate::lang::Lang;
use crate::quantity::{self, Rational, Unit};
use num_traits::CheckedMul;

/// Those values as numbers, set apart by spaces; calendar times and what no decimal can say are left out.
pub(super) fn values(analyzer: &Analyzer, text: &str, lang: Lang) -> String {
    let mut values: Vec<String> = Vec::new();
    for quantity in quantity::parse(text, lang).into_iter().filter(|quantity| !quantity.unit.is_calendar()) {
        for amount in [Some(quantity.value), quantity.upper].into_iter().flatten() {
            let Some(value) = number(amount, &quantity.unit) else { continue };
            let mut is_said = false;
            analyzer.each_term(&text[quantity.span.clone()], |term| is_said |= term.text == value);
            if !is_said && !values.contains(&value) {
                values.push(value);
            }
        }
    }
    values.join(" ")
}

fn number(amount: Rational, unit: &Unit) -> Option<String> {
    let percent = |factor| amount.checked_mul(&factor);
    let (amount, sign) = match unit {
        Unit::Percent => (amount, "%"),
        Unit::PerMille => (percent(Rational::new(1, 10))?, "%"),
        Unit::Fraction => (percent(Rational::from_integer(100))?, "%"),
        _ => (amount, ""),
    };
    let decimal = quantity::decimal(amount);
    (!decimal.contains('/')).then(|| decimal + sign)
}
