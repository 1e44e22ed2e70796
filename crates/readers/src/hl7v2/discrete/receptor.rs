//! Coded observations of a hormone receptor.

use super::super::given::Given;
use super::super::observation::{Observation, percent};
use super::{Reading, result};
use crate::value::{self, Beside, Missing};
use her2_case::{Her2Word, Origin, Receptor, ReceptorStatus};
use her2_knowledge::codes::{CodedAnswer, Item};

/// What a value says of a receptor.
pub(super) fn read(
    receptor: Receptor,
    item: Item,
    observation: &Observation,
    given: &Given,
) -> Option<Reading> {
    let mut of = result(receptor, ReceptorStatus::NotReported, given);
    let text = given.text.as_str();
    match item {
        Item::ErPercent | Item::PrPercent => {
            let read = percent(observation, text).filter(|read| read.beside == Beside::Here)?;
            of.percent = Some(given.fact(read.value, &read.range));
            of.origin = Origin::span(given.span(&read.range));
            if let Some(settled) = crate::report::thresholds::settled_receptor_status(read.value) {
                of.status = settled;
            }
        }
        Item::ErAllred | Item::PrAllred => {
            let read = value::count(text).filter(|read| read.value <= 8)?;
            of.allred = Some(given.fact(read.value, &read.range));
            of.status = crate::report::thresholds::allred_status(read.value);
        }
        _ => {
            let coded = match given.answer {
                Some(CodedAnswer::Word(Her2Word::Positive) | CodedAnswer::Present) => {
                    Some(ReceptorStatus::Positive)
                }
                Some(CodedAnswer::Word(Her2Word::Negative) | CodedAnswer::Absent) => {
                    Some(ReceptorStatus::Negative)
                }
                Some(CodedAnswer::Word(Her2Word::Pending)) => Some(ReceptorStatus::Pending),
                Some(CodedAnswer::NotKnown) => return Some(Reading::Missing(Missing::NotKnown)),
                _ => None,
            };
            let read = value::receptor(text);
            let stated = read.as_ref().and_then(|read| read.status);
            let positive = |status| {
                matches!(
                    status,
                    ReceptorStatus::Positive | ReceptorStatus::LowPositive
                )
            };
            if let (Some(coded), Some(stated)) = (coded, stated)
                && coded != stated
                && !(positive(coded) && positive(stated))
            {
                return None;
            }
            of.status = stated.or(coded)?;
            if let Some(read) = read {
                of.origin = Origin::span(given.span(&read.range));
                of.percent = read
                    .percent
                    .map(|(amount, range)| given.fact(amount, &range));
                of.allred = read.allred.map(|(total, range)| given.fact(total, &range));
                of.h_score = read.h_score.map(|(total, range)| given.fact(total, &range));
            }
        }
    }
    let flagged = match observation.flag() {
        Some(Her2Word::Positive) => Some(true),
        Some(Her2Word::Negative) => Some(false),
        _ => None,
    };
    let said = match of.status {
        ReceptorStatus::Positive | ReceptorStatus::LowPositive => Some(true),
        ReceptorStatus::Negative => Some(false),
        _ => None,
    };
    // A flag that says another thing than the value leaves open which one is meant.
    if flagged.is_some() && said.is_some() && flagged != said {
        return None;
    }
    Some(Reading::Receptor(of))
}
