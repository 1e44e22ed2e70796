//! Numbers as registries write them: cut, never rounded.

use her2_case::{Amount, Decimal};

/// The tenths of a number, and whether nothing was cut off.
pub(super) fn tenths(value: Decimal) -> (u64, bool) {
    const TENTH: u64 = 100_000;
    let micros = value.held_micros();
    (micros / TENTH, micros.is_multiple_of(TENTH))
}

/// `19` tenths as `1.9`.
pub(super) fn written(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Whether everything an amount may stand for is at least this.
pub(super) fn is_at_least(amount: Amount, bound: Decimal) -> bool {
    match amount {
        Amount::Exactly(value) | Amount::AtLeast(value) | Amount::Above(value) => value >= bound,
        Amount::Between(low, _) => low >= bound,
        Amount::Below(_) | Amount::AtMost(_) => false,
    }
}

/// Whether everything an amount may stand for is below this.
pub(super) fn is_below(amount: Amount, bound: Decimal) -> bool {
    match amount {
        Amount::Exactly(value) | Amount::AtMost(value) => value < bound,
        Amount::Below(value) => value <= bound,
        Amount::Between(_, high) => high < bound,
        Amount::AtLeast(_) | Amount::Above(_) => false,
    }
}
