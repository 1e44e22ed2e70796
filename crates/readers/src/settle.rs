//! The patient's values of a structured record, from the results of its specimens, by the same rules as for a report in text.

use crate::report::status;
use her2_case::{Context, Receptor, ReceptorResult, ReceptorStatus, Record};

/// Sets the patient's HER2 status, receptors and Ki-67 of a record from its specimens, where they are not set yet.
///
/// The type of a tumour is that of its invasive carcinoma: where one is named and nothing else is said, there is one.
pub(crate) fn settle(record: &mut Record) {
    record.her2_status = status::status(record.her2_results());
    for which in [Receptor::Er, Receptor::Pr] {
        let of_patient = receptor(record, which);
        let slot = match which {
            Receptor::Er => &mut record.er,
            Receptor::Pr => &mut record.pr,
        };
        if slot.is_none() {
            *slot = of_patient;
        }
    }
    let ki67 = record.specimens.iter().find_map(|specimen| specimen.ki67);
    record.tumor.ki67 = record.tumor.ki67.or(ki67);
    let invasive = record.tumor.histology.map(|kind| kind.with(true));
    record.tumor.invasive = record.tumor.invasive.or(invasive);
}

/// The result that stands: this record's specimens before earlier ones, one with an answer before an awaited one. Positive beside negative is a conflict.
fn receptor(record: &Record, which: Receptor) -> Option<ReceptorResult> {
    let all = || {
        let specimens = record.specimens.iter();
        let results = specimens.flat_map(|specimen| &specimen.receptors);
        results.filter(move |result| result.receptor == which && !result.superseded)
    };
    for context in [Context::Current, Context::Prior] {
        let here = || all().filter(move |result| result.context == context);
        let is = |wanted: &'static [ReceptorStatus]| {
            here().find(move |result| wanted.contains(&result.status))
        };
        let positive = is(&[ReceptorStatus::Positive, ReceptorStatus::LowPositive]);
        let negative = is(&[ReceptorStatus::Negative]);
        let standing = match (positive, negative) {
            (Some(one), Some(_)) => Some(ReceptorResult {
                status: ReceptorStatus::Conflict,
                ..one.clone()
            }),
            (Some(one), None) | (None, Some(one)) => Some(one.clone()),
            (None, None) => here().next().cloned(),
        };
        if standing.is_some() {
            return standing;
        }
    }
    None
}
