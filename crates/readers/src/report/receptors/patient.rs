//! The patient's receptor status, out of every result of the report.

use super::super::document::Document;
use her2_case::{Context, Receptor, ReceptorResult, ReceptorStatus};

/// A wait is replaced by any result of the same receptor.
pub(super) fn supersede(results: &mut [ReceptorResult]) {
    for index in 0..results.len() {
        let waits = results[index].status == ReceptorStatus::Pending;
        let replaced = waits
            && results.iter().any(|other| {
                other.receptor == results[index].receptor && other.status != ReceptorStatus::Pending
            });
        results[index].superseded = replaced;
    }
}

/// The patient's result of a receptor: of this specimen before an earlier one, with a percentage before without, the last of an addendum.
pub fn of_patient(
    document: &Document<'_>,
    results: &[ReceptorResult],
    receptor: Receptor,
) -> Option<ReceptorResult> {
    let rank = |result: &ReceptorResult| {
        let at = result.origin.as_span().map_or(0, |span| {
            document
                .items
                .partition_point(|item| item.end <= span.start)
        });
        let addendum = document.addenda.get(at).copied().unwrap_or(0);
        let own = result.context == Context::Current;
        (
            result.status != ReceptorStatus::Pending,
            own,
            addendum,
            result.percent.is_some(),
        )
    };
    let mut best: Option<&ReceptorResult> = None;
    for result in results
        .iter()
        .filter(|result| result.receptor == receptor && !result.superseded)
    {
        if best.is_none_or(|known| rank(result) > rank(known)) {
            best = Some(result);
        }
    }
    let mut chosen = best?.clone();
    // A percentage given elsewhere for the same status belongs to it.
    if chosen.percent.is_none() {
        let elsewhere = results.iter().find(|other| {
            other.receptor == receptor && other.percent.is_some() && !other.superseded
        });
        if let Some(other) = elsewhere {
            let agrees = other.status == chosen.status
                || chosen.status == ReceptorStatus::Positive
                    && other.status == ReceptorStatus::LowPositive;
            if agrees {
                chosen.percent = other.percent;
                chosen.status = other.status;
            }
        }
    }
    Some(chosen)
}
