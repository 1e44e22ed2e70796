//! Hormone receptors and Ki-67 as observations.

use super::bundle::{Bundle, Place};
use super::coded::{
    Unit, amount, answers, concept, count, item_concept, ours_concept, own, value_concept,
};
use super::observation::{Kind, Observation, component};
use crate::convert::LeftOut;
use her2_case::{Amount, Context, Fact, Her2Word, Receptor, ReceptorResult, ReceptorStatus};
use her2_knowledge::codes::{CodeSystem, CodedAnswer, Item};

/// Writes a receptor result.
pub(super) fn write(
    result: &ReceptorResult,
    at: &Place<'_>,
    bundle: &mut Bundle<'_>,
    left_out: &mut LeftOut,
) {
    if result.superseded {
        return left_out.add("a receptor result that a later part of the record replaces");
    }
    let (item, percent, name) = match result.receptor {
        Receptor::Er => (Item::ErStatus, Item::ErPercent, "er"),
        Receptor::Pr => (Item::PrStatus, Item::PrPercent, "pr"),
    };
    let mut written = Observation::new(Kind::Marker, item_concept(item, name));
    written.specimen = at.specimen.map(str::to_owned);
    written.effective = at.date;
    let origin = result.origin;
    written
        .read_at
        .extend(origin.as_span().map(|span| (origin.record, span)));
    if result.context == Context::Prior {
        written.marks.push(("context", "prior"));
    }
    match result.status {
        ReceptorStatus::Pending => {
            written.pending = true;
            written.absent = Some("temp-unknown");
        }
        ReceptorStatus::NotReported => written.absent = Some("unknown"),
        ReceptorStatus::Conflict => {
            return left_out.add("a receptor whose results contradict each other");
        }
        status => {
            let public = match status {
                ReceptorStatus::Negative => Her2Word::Negative,
                _ => Her2Word::Positive,
            };
            let mut codings = vec![own(&format!("{name}-{}", status.name()))];
            codings.extend(answers(&[CodeSystem::Loinc], CodedAnswer::Word(public)));
            let text = status.name().replace('_', " ");
            written.value = Some(value_concept(concept(codings, Some(&text))));
        }
    }
    if let Some(fact) = result.percent {
        let code = item_concept(percent, "percent");
        written
            .components
            .push(component(code, amount(fact.value, Unit::Percent)));
    }
    let allred = format!("{name}-allred");
    let totals = [
        (allred.as_str(), result.allred),
        ("h-score", result.h_score),
    ];
    for (code, fact) in totals {
        let part = fact.map(|fact| component(ours_concept(code), count(fact.value)));
        written.components.extend(part);
    }
    bundle.add_observation(written, at, name);
}

/// Writes Ki-67.
pub(super) fn ki67(fact: &Fact<Amount>, at: &Place<'_>, bundle: &mut Bundle<'_>) {
    let mut written = Observation::new(Kind::Marker, item_concept(Item::Ki67, "ki67"));
    written.specimen = at.specimen.map(str::to_owned);
    written.effective = at.date;
    let origin = fact.origin;
    written
        .read_at
        .extend(origin.as_span().map(|span| (origin.record, span)));
    written.value = Some(amount(fact.value, Unit::Percent));
    bundle.add_observation(written, at, "ki67");
}
