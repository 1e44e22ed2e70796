//! Sums of products of decimals, exactly: a score is compared with its cuts before anything is rounded.

use her2_case::Decimal;
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Sub};

/// A number held in units of the 24th decimal, enough for products of four decimals of six places each.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact {
    units: i128,
}

/// Decimals held.
const PLACES: u32 = 24;
/// Decimals of a [`Decimal`] in millionths.
const MICRO: u32 = 6;

impl Exact {
    /// The product of at most four decimals.
    pub(super) fn product(factors: &[Decimal]) -> Self {
        let held = PLACES - MICRO * u32::try_from(factors.len()).expect("four factors at most");
        let micros = factors
            .iter()
            .map(|factor| i128::from(factor.held_micros()));
        Self {
            units: micros.product::<i128>() * 10i128.pow(held),
        }
    }

    /// A tenth.
    pub(super) fn tenth(self) -> Self {
        Self {
            units: self.units / 10,
        }
    }

    /// How it compares with a bound.
    pub fn compare(self, bound: Decimal) -> Ordering {
        self.cmp(&Self::product(&[bound]))
    }
}

impl Add for Exact {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            units: self.units + other.units,
        }
    }
}

impl Sub for Exact {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            units: self.units - other.units,
        }
    }
}

impl fmt::Display for Exact {
    /// Every decimal, without zeros at the end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (unit, size) = (10u128.pow(PLACES), self.units.unsigned_abs());
        let sign = if self.units < 0 { "-" } else { "" };
        write!(f, "{sign}{}", size / unit)?;
        let fraction = format!("{:024}", size % unit);
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() {
            return Ok(());
        }
        write!(f, ".{fraction}")
    }
}

/// `Debug` shows nothing of the number: it is patient data.
impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Exact")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn products_and_differences_are_exact() {
        let value = Exact::product(&[decimal("0.1"), decimal("0.2")]);
        assert_eq!(value.to_string(), "0.02");
        assert_eq!(value.tenth().to_string(), "0.002");
        assert_eq!(
            (value - Exact::product(&[decimal("1")])).to_string(),
            "-0.98"
        );
        assert_eq!(value.compare(decimal("0.02")), Ordering::Equal);
        assert_eq!(value.compare(decimal("0.019999")), Ordering::Greater);
    }
}
