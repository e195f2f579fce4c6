//! Turns parts of a numeral into one exact number, and gives up where it would leave the safe range.
//! Knows nothing of words.

use num_traits::{CheckedAdd, CheckedMul};

use super::value::Rational;

/// A whole number.
pub(super) fn whole(number: i128) -> Rational {
    Rational::from_integer(number)
}

/// `a × b`, unless it overflows.
pub(super) fn times(a: Rational, b: Rational) -> Option<Rational> {
    a.checked_mul(&b)
}

/// `a + b`, unless it overflows.
pub(super) fn plus(a: Rational, b: Rational) -> Option<Rational> {
    a.checked_add(&b)
}

/// The least number that is beyond us. No plan counts as far, and below it nothing that is done with a value
/// overflows.
pub(super) const LIMIT: i128 = 10_i128.pow(18);

/// `value`, if it is in the range that we read.
pub(super) fn within(value: Rational) -> Option<Rational> {
    (value < whole(LIMIT)).then_some(value)
}
