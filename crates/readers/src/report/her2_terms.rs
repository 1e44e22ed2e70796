//! Which test and which signed word an item stands for.

use super::document::Document;
use super::markers::VALUES;
use super::number::Torn;
use her2_case::{Amount, Assay, Her2Word};
use her2_knowledge::lexicon::Concept;

/// The test an item names.
pub fn assay_of(document: &Document<'_>, at: usize) -> Option<Assay> {
    match document.items.get(at)?.concept? {
        Concept::Ihc => Some(Assay::Ihc),
        Concept::Ish | Concept::SingleProbe | Concept::DualProbe => Some(Assay::Ish),
        Concept::Rtpcr => Some(Assay::Rtpcr),
        _ => None,
    }
}

/// The signed word a concept is.
pub fn word_of(concept: Option<Concept>) -> Option<Her2Word> {
    Some(match concept? {
        Concept::Positive | Concept::StronglyPositive | Concept::LowPositive => Her2Word::Positive,
        Concept::Negative => Her2Word::Negative,
        Concept::WeaklyPositive => Her2Word::WeaklyPositive,
        Concept::Equivocal => Her2Word::Equivocal,
        Concept::Indeterminate => Her2Word::Indeterminate,
        Concept::Amplified => Her2Word::Amplified,
        Concept::NotAmplified => Her2Word::NotAmplified,
        Concept::Overexpressed => Her2Word::Overexpressed,
        Concept::NotOverexpressed => Her2Word::NotOverexpressed,
        Concept::Pending => Her2Word::Pending,
        Concept::NotPerformed => Her2Word::NotPerformed,
        _ => return None,
    })
}

/// Whether an amount is exact.
pub fn is_exact(amount: Amount) -> bool {
    matches!(amount, Amount::Exactly(_))
}

/// Kept here so that the torn decimals of ISH and the whole numbers of IHC are told apart in one place.
pub const TORN: Torn = Torn::Maybe;

/// Whether an item is a value word.
pub fn is_value(document: &Document<'_>, at: usize) -> bool {
    document.is_any(at, VALUES)
}
