//! Oestrogen and progesterone receptors, and Ki-67.

use crate::term::terms;
use crate::{Amount, Context, Fact, Origin, Term};

/// Which receptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receptor {
    /// Oestrogen receptor.
    Er,
    /// Progesterone receptor.
    Pr,
}

terms! {
    /// A receptor's status as the record states it.
    ReceptorStatus answers ReceptorStatus {
        /// Positive.
        Positive = "positive",
        /// Negative.
        Negative = "negative",
        /// 1 to 10 percent.
        LowPositive = "low_positive",
        /// Ordered, no result.
        Pending = "pending",
        /// Results that contradict each other.
        Conflict = "conflict",
        /// Nothing stated.
        NotReported = "not_reported",
    }
}

impl ReceptorStatus {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        Term::name(self)
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
