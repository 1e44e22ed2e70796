//! What a record says of the tumour that prognostic scores ask for.
//!
//! Size and nodes count as found at surgery only where the record says that surgery came first; after systemic therapy nodes are those
//! that were left. A size in a core is no size of the tumour.

use her2_case::{
    CareCase, Decimal, Fact, Known, Question, ReceptorResult, ReceptorStatus, Record, Timing,
};

/// Adds size, nodes, Ki-67 and each receptor.
pub(super) fn add(record: &Record, case: &mut CareCase) {
    let tumor = &record.tumor;
    let timing = case.term::<Timing>();
    if let (Some(size), Some(Timing::AfterSurgery)) = (&tumor.size_mm, timing) {
        case.answer(Question::TumourSize, size.with(Known::number(size.value)));
    }
    if let Some(nodes) = &tumor.nodes_positive {
        let found = nodes.with(Known::number(Decimal::whole(nodes.value)));
        match timing {
            Some(Timing::AfterSurgery) => case.answer(Question::PositiveNodes, found),
            Some(Timing::AfterNeoadjuvant) => case.answer(Question::ResidualNodes, found),
            _ => {}
        }
    }
    if let Some(ki67) = &tumor.ki67 {
        case.answer(Question::Ki67, ki67.with(Known::Amount(ki67.value)));
    }
    receptor(record.er.as_ref(), Question::ErPositive, case);
    receptor(record.pr.as_ref(), Question::PrPositive, case);
}

fn receptor(result: Option<&ReceptorResult>, question: Question, case: &mut CareCase) {
    let Some(result) = result else { return };
    let positive = match result.status {
        ReceptorStatus::Positive | ReceptorStatus::LowPositive => true,
        ReceptorStatus::Negative => false,
        _ => return,
    };
    case.answer(question, Fact::new(Known::yes_no(positive), result.origin));
}
