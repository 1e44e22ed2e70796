//! Numbers as registries write them: cut, never rounded.

use her2_case::{Amount, Decimal};

/// The tenths of a number, and whether nothing was cut off.
pub(super) fn tenths(value: Decimal) -> (u64, bool) {
    const TENTH: u64 = 100_000;
    let micros = value.held_micros();
    (micros / TENTH, micros.is_multiple_of(TENTH))
}

/// What is left out where decimals are cut.
pub(super) const CUT: &str = "decimals after the first";

/// Whether decimals after the first are cut off.
pub(super) fn is_cut(amount: Amount) -> bool {
    amount.exact().is_some_and(|value| !tenths(value).1)
}

/// `19` tenths as `1.9`.
pub(super) fn written(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Whether everything an amount may stand for lies within a bound. A range is a bound for itself alone: within it another would be told as wider than it is.
pub(super) fn is_within(amount: Amount, bound: Amount) -> bool {
    match bound {
        Amount::Below(bound) => is_below(amount, bound),
        Amount::AtLeast(bound) => is_at_least(amount, bound),
        _ => amount == bound,
    }
}

fn is_at_least(amount: Amount, bound: Decimal) -> bool {
    match amount {
        Amount::Exactly(value) | Amount::AtLeast(value) | Amount::Above(value) => value >= bound,
        Amount::Between(low, _) => low >= bound,
        Amount::Below(_) | Amount::AtMost(_) => false,
    }
}

fn is_below(amount: Amount, bound: Decimal) -> bool {
    match amount {
        Amount::Exactly(value) | Amount::AtMost(value) => value < bound,
        Amount::Below(value) => value <= bound,
        Amount::Between(_, high) => high < bound,
        Amount::AtLeast(_) | Amount::Above(_) => false,
    }
}
