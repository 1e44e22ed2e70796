//! What the laboratory signed for one specimen, untouched by any edition.

use her2_case::{Her2Word, IhcEvidence, IhcScore, IshEvidence, RecordStatus};

/// The signed status: the word of the gene test, else the score, else the word of the stain.
pub(super) fn signed(ihc: Option<&IhcEvidence>, ish: Option<&IshEvidence>) -> RecordStatus {
    let of_ish = ish.and_then(|ish| ish.word).map(|word| of_word(word.value));
    let of_ihc = ihc.and_then(|ihc| match (ihc.score, ihc.word) {
        (Some(score), _) => Some(match (score.value.low, score.value.high) {
            (_, IhcScore::Zero | IhcScore::One) => RecordStatus::Negative,
            (IhcScore::Three, _) => RecordStatus::Positive,
            _ => RecordStatus::Equivocal,
        }),
        (None, word) => word.map(|word| of_word(word.value)),
    });
    match (of_ish, of_ihc) {
        (Some(RecordStatus::Pending | RecordStatus::NotReported), Some(ihc)) => ihc,
        (Some(RecordStatus::Negative), Some(RecordStatus::Positive)) => RecordStatus::Positive,
        (Some(ish), _) => ish,
        (None, Some(ihc)) => ihc,
        (None, None) => RecordStatus::NotReported,
    }
}

fn of_word(word: Her2Word) -> RecordStatus {
    match word {
        Her2Word::Positive | Her2Word::Amplified | Her2Word::Overexpressed => {
            RecordStatus::Positive
        }
        Her2Word::Negative | Her2Word::NotAmplified | Her2Word::NotOverexpressed => {
            RecordStatus::Negative
        }
        Her2Word::Equivocal | Her2Word::WeaklyPositive => RecordStatus::Equivocal,
        Her2Word::Indeterminate => RecordStatus::Indeterminate,
        Her2Word::Pending => RecordStatus::Pending,
        Her2Word::NotPerformed => RecordStatus::NotReported,
    }
}
