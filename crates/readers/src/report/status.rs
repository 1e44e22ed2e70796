//! The patient's HER2 status as one report states it.
//!
//! This follows the report's own words. What the guideline makes of the numbers is the pathway's work and stands beside it.

use super::merge::waits;
use her2_case::{Assay, Context, Her2Result, Her2Word, IhcScore, IshGroup, Origin, RecordStatus};

/// The status, and the words that decide it.
pub fn status<'a>(
    results: impl IntoIterator<Item = &'a Her2Result>,
) -> (RecordStatus, Option<Origin>) {
    let usable: Vec<&Her2Result> = results
        .into_iter()
        .filter(|result| !result.superseded && result.assay != Assay::Rtpcr)
        .collect();
    let tested = |context: Context| {
        usable
            .iter()
            .copied()
            .filter(|result| result.context == context && !result.implied && says_something(result))
            .collect::<Vec<_>>()
    };
    let current = tested(Context::Current);
    let prior = tested(Context::Prior);
    let waiting: Vec<&Her2Result> = usable
        .iter()
        .copied()
        .filter(|result| {
            result
                .word
                .is_some_and(|word| word.value == Her2Word::Pending)
                && waits(result)
        })
        .collect();
    let doubted = usable.iter().any(|result| {
        result.score.is_none()
            && matches!(
                result.word.map(|word| word.value),
                Some(Her2Word::WeaklyPositive | Her2Word::Equivocal)
            )
    });
    for group in [&current, &prior] {
        let Some((status, origin)) = of_group(group) else {
            continue;
        };
        // What this specimen is still tested for is not answered by an earlier one.
        let awaited = waiting
            .iter()
            .find(|result| result.context == Context::Current);
        if std::ptr::eq(group, &prior)
            && let Some(pending) = awaited
        {
            return (RecordStatus::Pending, Some(pending.origin));
        }
        // A 2+ signed as positive is not, where another sentence calls it weak or equivocal.
        let two_plus = group.iter().all(|result| {
            result.assay != Assay::Ish
                && result
                    .score
                    .is_none_or(|score| score.value.exact() == Some(IhcScore::Two))
        });
        let status = if status == RecordStatus::Positive && doubted && two_plus {
            RecordStatus::Equivocal
        } else {
            status
        };
        // A result that settles nothing may be settled by the other test of the earlier specimen.
        if status == RecordStatus::Equivocal {
            // The gene test of this specimen that is still awaited is not replaced by one of an earlier specimen.
            let awaited = waiting
                .iter()
                .any(|result| result.assay == Assay::Ish && result.context == Context::Current);
            let earlier = if awaited { &[][..] } else { &prior[..] };
            let settled = earlier
                .iter()
                .chain(&current)
                .filter(|result| result.assay == Assay::Ish)
                .find_map(|result| Some((of_ish(result)?, result.origin)));
            if let Some((status, origin)) = settled {
                return (status, Some(origin));
            }
            if let Some(pending) = waiting.iter().find(|result| result.assay != Assay::Ihc) {
                return (RecordStatus::Pending, Some(pending.origin));
            }
        }
        return (status, Some(origin));
    }
    if let Some(pending) = waiting.first() {
        return (RecordStatus::Pending, Some(pending.origin));
    }
    let implied = usable.iter().find(|result| result.implied);
    if let Some(result) = implied {
        let status = if result
            .word
            .is_some_and(|word| word.value == Her2Word::Positive)
        {
            RecordStatus::Positive
        } else {
            RecordStatus::Negative
        };
        return (status, Some(result.origin));
    }
    (RecordStatus::NotReported, None)
}

/// Whether a result holds anything that decides.
fn says_something(result: &Her2Result) -> bool {
    of_one(result).is_some()
}

/// The status of the results of one specimen or of several tumours.
fn of_group(results: &[&Her2Result]) -> Option<(RecordStatus, Origin)> {
    let mut tumors: Vec<Option<her2_case::Span>> = Vec::new();
    for result in results {
        if !tumors.contains(&result.tumor) {
            tumors.push(result.tumor);
        }
    }
    let mut statuses: Vec<(RecordStatus, Origin)> = tumors
        .iter()
        .filter_map(|tumor| {
            of_tumor(
                &results
                    .iter()
                    .copied()
                    .filter(|result| result.tumor == *tumor)
                    .collect::<Vec<_>>(),
            )
        })
        .collect();
    let named = statuses.len() > 1;
    let first = statuses.first().copied()?;
    if named
        && statuses
            .iter()
            .any(|(status, _)| *status == RecordStatus::Positive)
        && statuses
            .iter()
            .any(|(status, _)| *status == RecordStatus::Negative)
    {
        return Some((RecordStatus::Conflict, first.1));
    }
    statuses.sort_by_key(|(status, _)| match status {
        RecordStatus::Positive => 0,
        RecordStatus::Negative => 1,
        RecordStatus::Equivocal => 2,
        _ => 3,
    });
    statuses.first().copied()
}

/// The status of one tumour: a decided gene test settles an equivocal score, and a positive test is not undone by a negative one.
fn of_tumor(results: &[&Her2Result]) -> Option<(RecordStatus, Origin)> {
    let decided: Vec<(RecordStatus, &Her2Result)> = results
        .iter()
        .filter_map(|result| Some((of_one(result)?, *result)))
        .collect();
    let find = |wanted: RecordStatus, assay: Option<Assay>| {
        decided
            .iter()
            .rev()
            .find(|(status, result)| {
                *status == wanted && assay.is_none_or(|assay| result.assay == assay)
            })
            .map(|(status, result)| (*status, result.origin))
    };
    let scored = |score: IhcScore| {
        decided.iter().any(|(_, result)| {
            result.score.and_then(|reading| reading.value.exact()) == Some(score)
        })
    };
    let two_plus = scored(IhcScore::Two);
    // After a 2+ the gene test decides, whatever word the 2+ was signed with.
    if two_plus
        && !scored(IhcScore::Three)
        && let Some(found) = find(RecordStatus::Positive, Some(Assay::Ish))
            .or_else(|| find(RecordStatus::Negative, Some(Assay::Ish)))
    {
        return Some(found);
    }
    find(RecordStatus::Positive, None)
        .or_else(|| find(RecordStatus::Negative, None))
        .or_else(|| find(RecordStatus::Equivocal, None))
        .or_else(|| find(RecordStatus::Indeterminate, None))
}

/// The status of a gene test alone.
fn of_ish(result: &Her2Result) -> Option<RecordStatus> {
    match result.word.map(|word| word.value) {
        Some(Her2Word::Amplified | Her2Word::Positive | Her2Word::Overexpressed) => {
            Some(RecordStatus::Positive)
        }
        Some(Her2Word::NotAmplified | Her2Word::Negative | Her2Word::NotOverexpressed) => {
            Some(RecordStatus::Negative)
        }
        _ => None,
    }
}

/// The status one result states.
fn of_one(result: &Her2Result) -> Option<RecordStatus> {
    let word = result.word.map(|word| word.value);
    if result.assay == Assay::Ish {
        return of_ish(result).or(match word {
            Some(Her2Word::Equivocal | Her2Word::WeaklyPositive) => Some(RecordStatus::Equivocal),
            Some(Her2Word::Indeterminate) => Some(RecordStatus::Indeterminate),
            _ => match result.group.map(|group| group.value) {
                Some(IshGroup::One) => Some(RecordStatus::Positive),
                Some(IshGroup::Five) => Some(RecordStatus::Negative),
                _ => None,
            },
        });
    }
    if let Some(reading) = result.score {
        let of_score = |score: IhcScore| match score {
            IhcScore::Zero | IhcScore::One => RecordStatus::Negative,
            IhcScore::Two => RecordStatus::Equivocal,
            IhcScore::Three => RecordStatus::Positive,
        };
        let (low, high) = (of_score(reading.value.low), of_score(reading.value.high));
        if low != high {
            return Some(RecordStatus::Equivocal);
        }
        // An older signature under which 2+ was positive or negative stands as signed.
        if low == RecordStatus::Equivocal {
            return Some(match word {
                Some(Her2Word::Positive | Her2Word::Overexpressed) => RecordStatus::Positive,
                Some(Her2Word::Negative | Her2Word::NotOverexpressed) => RecordStatus::Negative,
                _ => RecordStatus::Equivocal,
            });
        }
        return Some(low);
    }
    match word? {
        Her2Word::Positive | Her2Word::Amplified | Her2Word::Overexpressed => {
            Some(RecordStatus::Positive)
        }
        Her2Word::Negative | Her2Word::NotAmplified | Her2Word::NotOverexpressed => {
            Some(RecordStatus::Negative)
        }
        Her2Word::Equivocal | Her2Word::WeaklyPositive => Some(RecordStatus::Equivocal),
        Her2Word::Indeterminate => Some(RecordStatus::Indeterminate),
        Her2Word::Pending | Her2Word::NotPerformed => None,
    }
}
