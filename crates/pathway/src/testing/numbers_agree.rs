//! Whether printed numbers agree: a printed number stands for everything within half a unit of its last place, the ends included.

use her2_case::{Amount, Decimal};

/// Units in one: one place finer than the finest decimal, so that half of its last place is whole.
const UNITS: u128 = 10_000_000;
/// No number of a report is larger.
const LARGEST: u128 = UNITS * 1_000_000_000_000;

/// Everything a printed amount can stand for, in units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Interval {
    low: u128,
    high: u128,
}

impl Interval {
    pub(super) fn of(amount: Amount) -> Self {
        let around = |value: Decimal| {
            let units = value.micros() * (UNITS / 1_000_000);
            let half = UNITS / 2 / 10u128.pow(u32::from(value.scale()));
            (units.saturating_sub(half), units + half)
        };
        let (low, high) = match amount {
            Amount::Exactly(value) => around(value),
            Amount::Below(value) | Amount::AtMost(value) => (0, around(value).1),
            Amount::Above(value) | Amount::AtLeast(value) => (around(value).0, LARGEST),
            Amount::Between(one, other) => (around(one.min(other)).0, around(one.max(other)).1),
        };
        Self { low, high }
    }

    /// Whether some `numerator / denominator` of the two lies in this one.
    pub(super) fn meets_quotient(self, numerator: Self, denominator: Self) -> bool {
        let largest = divided_by_at_most(numerator.high, denominator.low, self.low);
        let smallest = divided_by_at_least(numerator.low, denominator.high, self.high);
        largest && smallest
    }

    /// Whether the exact `numerator / (denominator × in_cells)` lies in this one. The denominator is a signal total, or one.
    pub(super) fn holds(self, numerator: Exact, denominator: Exact) -> bool {
        let within = || {
            let value = numerator.product()?.checked_mul(UNITS)?;
            let by = denominator.product()?;
            Some(self.low.checked_mul(by)? <= value && value <= self.high.checked_mul(by)?)
        };
        within().unwrap_or(false)
    }
}

/// `numerator / denominator >= bound`, in units.
fn divided_by_at_most(numerator: u128, denominator: u128, bound: u128) -> bool {
    bound * denominator <= numerator * UNITS
}

/// `numerator / denominator <= bound`, in units.
fn divided_by_at_least(numerator: u128, denominator: u128, bound: u128) -> bool {
    numerator * UNITS <= bound * denominator
}

/// A signal total with the cells it is multiplied by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exact {
    pub(super) total: Decimal,
    pub(super) cells: u32,
}

impl Exact {
    fn product(self) -> Option<u128> {
        self.total.micros().checked_mul(u128::from(self.cells))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exactly(text: &str) -> Interval {
        Interval::of(Amount::Exactly(text.parse().unwrap()))
    }

    fn agree(ratio: &str, her2: &str, cep17: &str) -> bool {
        exactly(ratio).meets_quotient(exactly(her2), exactly(cep17))
    }

    #[test]
    fn the_decimals_printed_decide_how_far_numbers_may_be_apart() {
        // 5.1 over 2.6 lies between 5.05 / 2.65 = 1.9056… and 5.15 / 2.55 = 2.0196…
        assert!(agree("2.0", "5.1", "2.6"));
        assert!(agree("1.96", "5.1", "2.6"));
        assert!(!agree("2.4", "5.1", "2.6"));
        assert!(!agree("2.03", "5.1", "2.6"));
        // More decimals leave less room.
        assert!(!agree("2.00", "5.10", "2.60"));
        assert!(agree("1.96", "5.10", "2.60"));
        // Whole numbers leave much.
        assert!(agree("2", "5", "3"));
        assert!(!agree("3", "5", "3"));
    }

    #[test]
    fn the_ends_are_included() {
        // 2.8275 / 1.45 = 1.95 exactly, the lower end of 2.0; 2.8265 / 1.45 lies below it.
        assert!(agree("2.0", "2.827", "1.5"));
        assert!(!agree("2.0", "2.826", "1.5"));
        let total = |cells| Exact {
            total: "79".parse().unwrap(),
            cells,
        };
        let over = |cells| Exact {
            total: Decimal::whole(1),
            cells,
        };
        // 79 / 20 = 3.95 is printed as 4.0, or as 3.9.
        assert!(exactly("4.0").holds(total(1), over(20)));
        assert!(exactly("3.9").holds(total(1), over(20)));
        assert!(!exactly("4.1").holds(total(1), over(20)));
        assert!(!exactly("4.00").holds(total(1), over(20)));
    }

    #[test]
    fn bounds_and_ranges_stand_for_everything_they_allow() {
        let below = Interval::of(Amount::Below("2.0".parse().unwrap()));
        assert!(below.meets_quotient(exactly("2.0"), exactly("1.8")));
        assert!(!below.meets_quotient(exactly("9.0"), exactly("1.8")));
        let above = Interval::of(Amount::Above("10".parse().unwrap()));
        assert!(above.meets_quotient(exactly("25"), exactly("2.0")));
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let largest = exactly("999999999999.999999");
        assert!(!largest.meets_quotient(largest, largest));
        let huge = Exact {
            total: "999999999999.999999".parse().unwrap(),
            cells: u32::MAX,
        };
        assert!(!largest.holds(huge, huge));
    }
}
