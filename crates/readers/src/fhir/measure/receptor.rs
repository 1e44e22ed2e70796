//! Receptors and Ki-67 from one value.

use super::{At, Results};
use crate::fhir::about::answers;
use crate::fhir::heard::{Given, Unheard, heard};
use crate::fhir::shape::Concept;
use crate::report::thresholds;
use crate::value::{self, Beside, Said};
use her2_case::{Context, Decimal, Fact, Her2Word, Origin, Receptor, ReceptorStatus, Span};
use her2_knowledge::codes::{CodedAnswer, Item, StatedStatus};

impl Results {
    pub(super) fn read_ki67(&mut self, given: Given<'_, '_>, at: &At<'_>) -> Result<(), Unheard> {
        let all = heard(given, at.whole)?;
        let percent = all.iter().find_map(|part| match part.said {
            Said::Percent(amount) | Said::Number(amount) => Some((amount, part.span)),
            _ => None,
        });
        let (amount, span) = percent.ok_or(Unheard::NotUnderstood)?;
        if value::highest(amount) > Decimal::whole(100) {
            return Err(Unheard::NotUnderstood);
        }
        let origin = self.name(at, span);
        self.ki67 = self.ki67.or(Some(Fact::new(amount, origin)));
        Ok(())
    }

    pub(super) fn read_receptor(
        &mut self,
        which: Receptor,
        item: Item,
        given: Given<'_, '_>,
        at: &At<'_>,
    ) -> Result<(), Unheard> {
        if let Given::Concept(concept) = given
            && let Some((status, span)) = coded_receptor(which, concept, at.whole)
        {
            let origin = self.name(at, span);
            self.receptor(which, origin).status = status;
            return Ok(());
        }
        let all = heard(given, at.whole)?;
        let mut status = None;
        let (mut percent, mut allred, mut h_score) = (None, None, None);
        let mut first = None;
        let outside = all.iter().all(|part| part.beside != Beside::Here);
        for part in &all {
            if part.beside != Beside::Here && !outside {
                continue;
            }
            first = first.or(Some(part.span));
            let said = match part.said {
                Said::Word(Her2Word::Positive | Her2Word::WeaklyPositive) => {
                    ReceptorStatus::Positive
                }
                Said::Word(Her2Word::Negative) => ReceptorStatus::Negative,
                Said::Word(Her2Word::Pending) => ReceptorStatus::Pending,
                Said::LowPositive => ReceptorStatus::LowPositive,
                Said::Plus(1..=3) if item != Item::ErIntensity => ReceptorStatus::Positive,
                Said::Percent(amount) => {
                    percent = Some((amount, part.span));
                    continue;
                }
                Said::Number(amount) if matches!(item, Item::ErPercent | Item::PrPercent) => {
                    percent = Some((amount, part.span));
                    continue;
                }
                Said::Number(amount) if matches!(item, Item::ErAllred | Item::PrAllred) => {
                    allred = amount
                        .exact()
                        .and_then(Decimal::to_whole)
                        .map(|of| (of, part.span));
                    continue;
                }
                Said::Allred(total) => {
                    allred = Some((total, part.span));
                    continue;
                }
                Said::HScore(total) => {
                    h_score = Some((total, part.span));
                    continue;
                }
                _ => continue,
            };
            if status.is_some_and(|(other, _)| other != said) {
                return Err(Unheard::Disagree);
            }
            status = Some((said, part.span));
        }
        let percent = percent.filter(|(amount, _)| value::highest(*amount) <= Decimal::whole(100));
        let allred = allred.filter(|(total, _)| *total <= 8);
        let h_score = h_score.filter(|(total, _)| *total <= 300);
        if matches!(item, Item::ErIntensity | Item::PrIntensity) {
            return Ok(());
        }
        if status.is_none() && percent.is_none() && allred.is_none() && h_score.is_none() {
            return Err(Unheard::NotUnderstood);
        }
        let places = [
            status.map(|of| of.1),
            percent.map(|of| of.1),
            allred.map(|of| of.1),
            h_score.map(|of| of.1),
        ];
        let origins = places.map(|span| span.map(|span| self.name(at, span)));
        let origin = origins
            .iter()
            .flatten()
            .next()
            .copied()
            .unwrap_or(Origin::span(Span::new(0, 0)));
        let result = self.receptor(which, origin);
        if let Some((status, _)) = status {
            result.status = status;
            result.origin = origin;
        } else if result.status == ReceptorStatus::NotReported {
            let by_percent =
                percent.and_then(|(amount, _)| thresholds::settled_receptor_status(amount));
            let by_allred = allred.map(|(total, _)| thresholds::allred_status(total));
            result.status = by_percent
                .or(by_allred)
                .unwrap_or(ReceptorStatus::NotReported);
        }
        let fact = |origin: Option<Origin>| origin.unwrap_or(result.origin);
        result.percent = result
            .percent
            .or(percent.map(|(of, _)| Fact::new(of, fact(origins[1]))));
        result.allred = result
            .allred
            .or(allred.map(|(of, _)| Fact::new(of, fact(origins[2]))));
        result.h_score = result
            .h_score
            .or(h_score.map(|(of, _)| Fact::new(of, fact(origins[3]))));
        if outside {
            result.context = Context::Prior;
        }
        Ok(())
    }
}

/// What the codes of a value say of a receptor.
fn coded_receptor(
    which: Receptor,
    concept: &Concept<'_>,
    whole: &str,
) -> Option<(ReceptorStatus, Span)> {
    answers(concept).find_map(|(answer, coding)| {
        let CodedAnswer::Status(StatedStatus { er, pr, .. }) = answer else {
            return None;
        };
        let status = match which {
            Receptor::Er => er,
            Receptor::Pr => pr,
        }?;
        let words = coding.display.or(concept.text).or(coding.code)?;
        Some((status, words.span(whole)))
    })
}
