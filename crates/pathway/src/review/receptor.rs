//! What is known about one hormone receptor result.

use super::known::{Known, Subject};
use super::report::remark_of;
use her2_case::{
    Context, Question, Receptor, ReceptorName, ReceptorResult, ReceptorStatus, ReceptorWord,
    Record, Remark,
};

/// One subject for each receptor result that the report answers for.
pub(super) fn subjects<'a>(record: &'a Record, report: &Known) -> Vec<Subject<'a>> {
    // A summary line need not repeat what another line of the report says.
    let quantified = |receptor: Receptor| {
        answered_for(record).any(|other| other.receptor == receptor && is_quantified(other))
    };
    let (er, pr) = (quantified(Receptor::Er), quantified(Receptor::Pr));
    let commented = remark_of(record, Remark::LowReceptor);
    answered_for(record)
        .map(|result| {
            let mut known = known(result);
            let quantified = if result.receptor == Receptor::Er {
                er
            } else {
                pr
            };
            known.yes_no(Question::ReceptorQuantified, quantified, None);
            known.yes_no(
                Question::LowReceptorCommented,
                commented.is_some(),
                commented,
            );
            Subject {
                receptor: Some(result),
                ..Subject::new(record, report.and(known))
            }
        })
        .collect()
}

fn answered_for(record: &Record) -> impl Iterator<Item = &ReceptorResult> {
    let results = record
        .specimens
        .iter()
        .flat_map(|specimen| &specimen.receptors);
    results.filter(|result| result.context == Context::Current && !result.superseded)
}

fn is_quantified(result: &ReceptorResult) -> bool {
    result.percent.is_some() || result.allred.is_some() || result.h_score.is_some()
}

fn known(result: &ReceptorResult) -> Known {
    let mut known = Known::default();
    let origin = Some(result.origin);
    known.term(
        match result.receptor {
            Receptor::Er => ReceptorName::Er,
            Receptor::Pr => ReceptorName::Pr,
        },
        origin,
    );
    known.term(
        match result.status {
            ReceptorStatus::Positive => ReceptorWord::Positive,
            ReceptorStatus::Negative => ReceptorWord::Negative,
            ReceptorStatus::LowPositive => ReceptorWord::LowPositive,
            ReceptorStatus::Pending | ReceptorStatus::Conflict | ReceptorStatus::NotReported => {
                ReceptorWord::Other
            }
        },
        origin,
    );
    known.fact(Question::ReceptorPercent, result.percent.as_ref());
    known
}
