//! Oestrogen and progesterone receptors, and Ki-67.

use crate::{Amount, Context, Fact, Origin};

/// Which receptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receptor {
    /// Oestrogen receptor.
    Er,
    /// Progesterone receptor.
    Pr,
}

/// A receptor's status as the record states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceptorStatus {
    /// Positive.
    Positive,
    /// Negative.
    Negative,
    /// 1 to 10 percent.
    LowPositive,
    /// Ordered, no result.
    Pending,
    /// Results that contradict each other.
    Conflict,
    /// Nothing stated.
    NotReported,
}

impl ReceptorStatus {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
            Self::LowPositive => "low_positive",
            Self::Pending => "pending",
            Self::Conflict => "conflict",
            Self::NotReported => "not_reported",
        }
    }
}

/// One receptor result.
#[derive(Clone, Debug)]
pub struct ReceptorResult {
    /// Which receptor.
    pub receptor: Receptor,
    /// What the record says of it.
    pub status: ReceptorStatus,
    /// Percent of nuclei stained.
    pub percent: Option<Fact<Amount>>,
    /// Allred total, 0 to 8.
    pub allred: Option<Fact<u32>>,
    /// H-score, 0 to 300.
    pub h_score: Option<Fact<u32>>,
    /// Of this specimen or an earlier one.
    pub context: Context,
    /// Whether a later part of the report replaces it.
    pub superseded: bool,
    /// The exact words that say it.
    pub origin: Origin,
}
