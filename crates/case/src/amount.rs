//! Amounts as reports print them: a number, a bound (`less than 1.8`, `>95`), or a range (`50-75`).

use crate::Decimal;
use std::fmt;

/// A number as printed, never more exact than the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// This number.
    Exactly(Decimal),
    /// Less than this.
    Below(Decimal),
    /// This or less.
    AtMost(Decimal),
    /// More than this.
    Above(Decimal),
    /// This or more.
    AtLeast(Decimal),
    /// From the first to the second, both included.
    Between(Decimal, Decimal),
}

impl Amount {
    /// The number, if it is printed as one.
    pub fn exact(self) -> Option<Decimal> {
        match self {
            Self::Exactly(value) => Some(value),
            _ => None,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(value) => write!(f, "{value}"),
            Self::Below(value) => write!(f, "<{value}"),
            Self::AtMost(value) => write!(f, "<={value}"),
            Self::Above(value) => write!(f, ">{value}"),
            Self::AtLeast(value) => write!(f, ">={value}"),
            Self::Between(low, high) => write!(f, "{low}-{high}"),
        }
    }
}
