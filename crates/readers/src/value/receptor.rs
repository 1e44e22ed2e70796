//! A receptor's result as one value: `Positive`, `95%`, `POS 90`, `ER+`, `<1%`, `Allred 8`.

use super::part::{Part, Said};
use super::{her2, highest, one};
use crate::report::thresholds;
use her2_case::{Amount, Decimal, Her2Word, ReceptorStatus};
use std::ops::Range;

/// What a text says of a receptor.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ReceptorReading {
    /// The status, stated or following from a number; absent where the number alone does not settle it.
    pub(crate) status: Option<ReceptorStatus>,
    /// Percent of nuclei.
    pub(crate) percent: Option<(Amount, Range<usize>)>,
    /// Allred total.
    pub(crate) allred: Option<(u32, Range<usize>)>,
    /// H-score.
    pub(crate) h_score: Option<(u32, Range<usize>)>,
    /// Everything that was read.
    pub(crate) range: Range<usize>,
}

/// A receptor's result. A number alone is a percentage only with its sign, or beside a word where no score can be as high.
pub(crate) fn receptor(text: &str) -> Option<ReceptorReading> {
    let parts = her2(text)?;
    let mut reading = ReceptorReading {
        range: parts.iter().map(|part| part.range.start).min()?
            ..parts.iter().map(|part| part.range.end).max()?,
        ..ReceptorReading::default()
    };
    let here: Vec<&Part> = parts.iter().filter(|part| part.is_here()).collect();
    let mut word = None;
    for part in &here {
        let stated = match part.said {
            Said::Word(Her2Word::Positive | Her2Word::WeaklyPositive) => ReceptorStatus::Positive,
            Said::Word(Her2Word::Negative) => ReceptorStatus::Negative,
            Said::Word(Her2Word::Pending) => ReceptorStatus::Pending,
            Said::LowPositive => ReceptorStatus::LowPositive,
            Said::Plus(1..=3) => ReceptorStatus::Positive,
            Said::Word(Her2Word::Equivocal | Her2Word::Indeterminate | Her2Word::NotPerformed)
            | Said::Intensity(_)
            | Said::Score(_)
            | Said::Number(_)
            | Said::Percent(_)
            | Said::Allred(_)
            | Said::HScore(_) => continue,
            // What can only be said of HER2 is not said of a receptor.
            _ => return None,
        };
        match word {
            Some(other) if other != stated => return None,
            _ => word = Some(stated),
        }
    }
    let percent = |said: &Said| match said {
        Said::Percent(amount) => Some(*amount),
        _ => None,
    };
    let bare = |said: &Said| match said {
        Said::Number(amount) if word.is_some() && highest(*amount) > Decimal::whole(8) => {
            Some(*amount)
        }
        _ => None,
    };
    let percent = one(parts.clone(), percent).or_else(|| one(parts.clone(), bare));
    reading.percent = percent
        .filter(|read| highest(read.value) <= Decimal::whole(100))
        .map(|read| (read.value, read.range));
    let allred = |said: &Said| match said {
        Said::Allred(total) => Some(*total),
        _ => None,
    };
    reading.allred = one(parts.clone(), allred).map(|read| (read.value, read.range));
    let h_score = |said: &Said| match said {
        Said::HScore(total) => Some(*total),
        _ => None,
    };
    reading.h_score = one(parts.clone(), h_score).map(|read| (read.value, read.range));
    reading.status = word
        .or_else(|| {
            let (percent, _) = reading.percent.as_ref()?;
            thresholds::settled_receptor_status(*percent)
        })
        .or_else(|| {
            let (total, _) = reading.allred.as_ref()?;
            Some(thresholds::allred_status(*total))
        });
    let undecided = here.iter().any(|part| {
        matches!(
            part.said,
            Said::Word(Her2Word::Equivocal | Her2Word::Indeterminate | Her2Word::NotPerformed)
        )
    });
    let says = undecided
        || reading.status.is_some()
        || reading.percent.is_some()
        || reading.allred.is_some()
        || reading.h_score.is_some();
    says.then_some(reading)
}
